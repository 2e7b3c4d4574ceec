"""Tokens in the keyring: kept, given back, and keyrings that cannot be trusted."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.core import load_keyring
from keyring.errors import KeyringLocked, PasswordSetError

from tests.fakes.memory_keyring import MemoryKeyring
from tripletex_wizard.adapters import logs
from tripletex_wizard.adapters import secrets as module
from tripletex_wizard.adapters.logs import masked
from tripletex_wizard.adapters.secrets import BACKENDS, KeyringSecrets, backend_in_use
from tripletex_wizard.domain.errors import Code, KeyringUnavailable
from tripletex_wizard.domain.secret import Secret

FAIL = load_keyring("keyring.backends.fail.Keyring")
NULL = load_keyring("keyring.backends.null.Keyring")


class PlaintextKeyring(MemoryKeyring):
    """Named as the one of keyrings.alt."""


class SilentlyCuttingKeyring(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:1280])


class ShortKeyring(MemoryKeyring):
    """As Windows' own: its error is no KeyringError."""

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password) > 1280:
            raise OSError(1783, "CredWrite", "The stub received bad data")
        super().set_password(service, username, password)


class LockedKeyring(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked


class RefusingKeyring(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError("no")


class BrokenKeyring(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise ConnectionResetError


class PromptingKeyring(MemoryKeyring):
    """Waits for somebody at a prompt that nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait()
        return None


@pytest.fixture(autouse=True)
def _own_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short words that serve as tokens here must not be masked in other tests' logs."""
    monkeypatch.setattr(logs, "MASK_OF_ALL_LOGS", logs.SecretMask())


def secrets(patience_seconds: float = 30) -> KeyringSecrets:
    return KeyringSecrets(patience_seconds=patience_seconds)


def reading() -> object:
    return secrets().read("p", "consumer")


def refusal(call: Callable[[], object]) -> KeyringUnavailable:
    with pytest.raises(KeyringUnavailable) as caught:
        call()
    return caught.value


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the keyring a chain of others."""

    def make(*links: KeyringBackend) -> None:
        monkeypatch.setattr(ChainerBackend, "backends", list(links))
        keyring.set_keyring(load_keyring("keyring.backends.chainer.ChainerBackend"))

    return make


@pytest.fixture
def prompting() -> Iterator[PromptingKeyring]:
    backend = PromptingKeyring()
    keyring.set_keyring(backend)
    yield backend
    backend.answered.set()


def test_a_stored_token_comes_back() -> None:
    secrets().store("Fjord Garn", "consumer", Secret("abc"))
    assert secrets().read("Fjord Garn", "consumer") == Secret("abc")


def test_a_token_never_stored_is_none() -> None:
    assert secrets().read("Fjord Garn", "consumer") is None


def test_profiles_that_differ_in_case_only_keep_their_own_tokens() -> None:
    secrets().store("Fjord", "consumer", Secret("one"))
    secrets().store("fjord", "consumer", Secret("two"))
    assert secrets().read("Fjord", "consumer") == Secret("one")


def test_each_token_has_an_entry_whose_name_differs_even_without_case() -> None:
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    for profile in ("Fjord", "fjord"):
        for token in ("consumer", "employee", "mystore"):
            secrets().store(profile, token, Secret("abc"))
    assert len({service.casefold() for service, _ in backend.entries}) == 6


def test_a_forgotten_token_is_gone() -> None:
    secrets().store("Fjord Garn", "consumer", Secret("abc"))
    secrets().forget("Fjord Garn", "consumer")
    assert secrets().read("Fjord Garn", "consumer") is None


def test_forgetting_what_was_never_stored_changes_nothing() -> None:
    secrets().store("Fjord Garn", "employee", Secret("abc"))
    secrets().forget("Fjord Garn", "consumer")
    assert secrets().read("Fjord Garn", "employee") == Secret("abc")


def test_a_token_is_kept_out_of_logs_even_when_it_is_refused() -> None:
    keyring.set_keyring(RefusingKeyring())
    refusal(lambda: secrets().store("p", "consumer", Secret("refused-canary")))
    assert masked("x refused-canary x") == "x *** x"


def test_a_token_is_kept_out_of_logs_once_it_is_read() -> None:
    keyring.set_keyring(backend := MemoryKeyring())
    secrets().store("p", "consumer", Secret("abc"))
    backend.entries = dict.fromkeys(backend.entries, "read-canary")
    secrets().read("p", "consumer")
    assert masked("x read-canary x") == "x *** x"


@pytest.mark.parametrize(
    ("backend", "code"),
    [
        (FAIL, Code.KEYRING_ABSENT),
        (NULL, Code.KEYRING_FORGETFUL),
        (PlaintextKeyring(), Code.KEYRING_PLAINTEXT),
    ],
)
def test_a_keyring_that_keeps_no_secrets_is_refused(backend: KeyringBackend, code: Code) -> None:
    keyring.set_keyring(backend)
    assert refusal(reading).problem.code is code
    assert refusal(lambda: secrets().store("p", "consumer", Secret("abc"))).problem.code is code


def test_the_refused_keyring_is_named() -> None:
    keyring.set_keyring(NULL)
    assert refusal(reading).problem.params == {"backend": "keyring.backends.null.Keyring"}


def test_a_keyring_named_in_the_environment_that_is_not_there_is_absent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.nowhere.Keyring")
    monkeypatch.setattr("keyring.core._keyring_backend", None)
    assert refusal(reading).problem.code is Code.KEYRING_ABSENT


def test_a_chain_gives_its_first_safe_link(chain: Callable[..., None]) -> None:
    safe = MemoryKeyring()
    chain(PlaintextKeyring(), NULL, safe, MemoryKeyring())
    secrets().store("p", "consumer", Secret("abc"))
    assert list(safe.entries.values()) == ["abc"]


@pytest.mark.parametrize(
    ("links", "code"),
    [
        ((), Code.KEYRING_ABSENT),
        ((PlaintextKeyring(), FAIL), Code.KEYRING_PLAINTEXT),
    ],
)
def test_a_chain_without_a_safe_link_is_refused(
    chain: Callable[..., None], links: tuple[KeyringBackend, ...], code: Code
) -> None:
    chain(*links)
    assert refusal(reading).problem.code is code


@pytest.mark.parametrize("backend", [SilentlyCuttingKeyring(), ShortKeyring(), RefusingKeyring()])
def test_a_token_that_is_not_kept_whole_is_told_of(backend: MemoryKeyring) -> None:
    keyring.set_keyring(backend)
    problem = refusal(lambda: secrets().store("p", "mystore", Secret("x" * 1281))).problem
    assert (problem.code, problem.params) == (Code.TOKEN_NOT_STORED, {"token": "mystore"})
    assert backend.entries == {}


def test_a_keyring_that_stores_nothing_without_a_word_is_forgetful(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MemoryKeyring, "set_password", lambda *_args: None)
    problem = refusal(lambda: secrets().store("p", "mystore", Secret("abc"))).problem
    assert problem.code is Code.KEYRING_FORGETFUL


def test_a_locked_keyring_is_locked_for_reading_and_storing() -> None:
    keyring.set_keyring(LockedKeyring())
    assert refusal(lambda: secrets().read("p", "mystore")).problem.code is Code.KEYRING_LOCKED
    stored = refusal(lambda: secrets().store("p", "mystore", Secret("abc")))
    assert stored.problem.code is Code.KEYRING_LOCKED


def test_a_prompt_that_nobody_answers_ends_as_locked(prompting: PromptingKeyring) -> None:
    impatient = secrets(patience_seconds=0.05)
    assert refusal(lambda: impatient.read("p", "mystore")).problem.code is Code.KEYRING_LOCKED
    assert not prompting.answered.is_set()


def test_a_keyring_that_does_not_answer_is_absent() -> None:
    keyring.set_keyring(BrokenKeyring())
    assert refusal(lambda: secrets().read("p", "mystore")).problem.code is Code.KEYRING_ABSENT


def test_no_exception_holds_the_token() -> None:
    keyring.set_keyring(ShortKeyring())
    error: BaseException | None = refusal(
        lambda: secrets().store("p", "mystore", Secret("canary" * 300))
    )
    while error:
        assert "canary" not in f"{error!s} {error!r}"
        error = error.__cause__ or error.__context__


def test_keyring_is_not_imported_before_it_is_needed() -> None:
    program = "import sys, tripletex_wizard.adapters.secrets as s;"
    program += "s.KeyringSecrets(); print('keyring' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout.split() == [b"False"]


def test_the_back_end_in_use_is_named_and_not_asked() -> None:
    keyring.set_keyring(BrokenKeyring())
    assert backend_in_use() == f"{__name__}.BrokenKeyring"


def test_of_several_back_ends_the_one_that_keeps_tokens_is_named(
    chain: Callable[..., None],
) -> None:
    chain(NULL, BrokenKeyring())
    assert backend_in_use() == f"{__name__}.BrokenKeyring"


def test_a_back_end_that_keeps_nothing_is_not_in_use() -> None:
    keyring.set_keyring(FAIL)
    assert refusal(backend_in_use).problem.code is Code.KEYRING_ABSENT


@pytest.mark.skipif(sys.platform not in BACKENDS, reason="no back end of this system's own")
def test_a_program_that_has_lost_the_names_of_its_back_ends_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "entry_points", lambda **_group: ())
    with pytest.raises(ModuleNotFoundError, match=BACKENDS[sys.platform][0]):
        backend_in_use()


def test_a_program_that_has_lost_the_library_behind_its_back_end_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = ("keyring.backends.null", "library_behind_it")
    monkeypatch.setattr(module, "BACKENDS", {sys.platform: own})
    monkeypatch.setattr(
        module, "entry_points", lambda **_group: (EntryPoint("null", own[0], "keyring.backends"),)
    )
    with pytest.raises(ModuleNotFoundError, match="library_behind_it"):
        backend_in_use()
