"""The tokens in the operating system's keyring, one entry each; never in a file instead."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import closing
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, TypeVar

from tripletex_wizard.adapters.folders import PROGRAM, safe_name
from tripletex_wizard.adapters.logs import register
from tripletex_wizard.domain.errors import AppError, Code, KeyringUnavailable
from tripletex_wizard.domain.secret import Secret

if TYPE_CHECKING:  # keyring is slow to import, and windows are shown first
    from keyring.backend import KeyringBackend

T = TypeVar("T")

PLAINTEXT_PACKAGE = "keyrings.alt"
LOCKED = {"KeyringLocked", "LockedException", "PromptDismissedException"}
BACKENDS: Mapping[str, tuple[str, ...]] = {
    "linux": ("keyring.backends.SecretService", "secretstorage"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.macOS.api"),
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
}
"""What a system's own keyring is reached by, and the library that does it."""


class KeyringSecrets:
    """Implements `services.ports.Secrets`. Each call raises KeyringUnavailable.

    A keyring that is locked is not asked: its prompt may stand where nobody sees it. Where that
    cannot be known beforehand, a call ends after `patience_seconds` as for a locked one.
    Every token is kept out of the logs from the moment it is seen.
    """

    def __init__(self, *, patience_seconds: float = 60) -> None:
        self._patience_seconds = patience_seconds

    def read(self, profile: str, token: str) -> Secret | None:
        """The stored token (one of `services.ports.TOKENS`), None when there is none."""
        service = _service(profile, token)
        text = self._ask(lambda backend: backend.get_password(service, token))
        if text is None:
            return None
        secret = Secret(text)
        register(secret)
        return secret

    def store(self, profile: str, token: str, secret: Secret) -> None:
        """Store a token and read it back.

        Raises TOKEN_NOT_STORED when it is refused or cut (Windows takes 1,280 characters).
        """
        register(secret)
        service = _service(profile, token)
        self._ask(
            lambda backend: backend.set_password(service, token, secret.reveal()),
            refused=KeyringUnavailable(Code.TOKEN_NOT_STORED, token=token),
        )
        kept = self.read(profile, token)
        if kept is None:
            raise KeyringUnavailable(Code.KEYRING_FORGETFUL, backend=self._ask(_name))
        if kept != secret:
            self.forget(profile, token)
            raise KeyringUnavailable(Code.TOKEN_NOT_STORED, token=token)

    def forget(self, profile: str, token: str) -> None:
        """Delete a token; nothing happens when there is none."""
        if self.read(profile, token) is not None:
            service = _service(profile, token)
            self._ask(lambda backend: backend.delete_password(service, token))

    def _ask(
        self, call: Callable[[KeyringBackend], T], *, refused: KeyringUnavailable | None = None
    ) -> T:
        """Call in a thread of its own: only so can a prompt that nobody answers be left behind."""
        answer: Future[T] = Future()
        asking = threading.Thread(target=_answer, args=(answer, call), daemon=True, name="keyring")
        asking.start()
        try:
            return answer.result(self._patience_seconds)
        except AppError:
            raise
        except TimeoutError as error:
            raise KeyringUnavailable(Code.KEYRING_LOCKED) from error
        except Exception as error:  # every backend has errors of its own
            if type(error).__name__ in LOCKED:
                raise KeyringUnavailable(Code.KEYRING_LOCKED) from error
            raise refused or KeyringUnavailable(Code.KEYRING_ABSENT) from error


def _answer(answer: Future[T], call: Callable[[KeyringBackend], T]) -> None:
    try:
        import keyring

        backend = _usable(keyring.get_keyring())
        _refuse_locked(backend)
        answer.set_result(call(backend))
    except BaseException as error:  # noqa: BLE001  (raised where the answer is waited for)
        answer.set_exception(error)


def _usable(backend: KeyringBackend) -> KeyringBackend:
    """The backend, or the first of a chain, that keeps secrets, and keeps them secret."""
    from keyring.backends.chainer import ChainerBackend

    chain = list(backend.backends) if isinstance(backend, ChainerBackend) else [backend]
    for link in chain:
        if _objection(link) is None:
            return link
    raise next(filter(None, map(_objection, chain)), KeyringUnavailable(Code.KEYRING_ABSENT))


def _objection(backend: KeyringBackend) -> KeyringUnavailable | None:
    from keyring.backends import fail, null

    if isinstance(backend, fail.Keyring):
        return KeyringUnavailable(Code.KEYRING_ABSENT)
    if isinstance(backend, null.Keyring):
        return KeyringUnavailable(Code.KEYRING_FORGETFUL, backend=_name(backend))
    if type(backend).__module__.startswith(PLAINTEXT_PACKAGE) or "Plaintext" in _name(backend):
        return KeyringUnavailable(Code.KEYRING_PLAINTEXT, backend=_name(backend))
    return None


def _refuse_locked(backend: KeyringBackend) -> None:
    """Only the Secret Service can be asked without the prompt that unlocks it."""
    if type(backend).__module__ != "keyring.backends.SecretService":
        return
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        if secretstorage.get_default_collection(bus).is_locked():
            raise KeyringUnavailable(Code.KEYRING_LOCKED)


def _name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _service(profile: str, token: str) -> str:
    """An entry per token, under a name of its own: Windows compares them without case."""
    return f"{PROGRAM}/{safe_name(profile)}/{token}"


def backend_in_use() -> str:
    """What tokens are kept by on this computer. No entry is read.

    Raises KeyringUnavailable where nothing keeps them, and ImportError when the program lacks what
    reaches the system's own keyring.
    """
    import keyring

    own = BACKENDS.get(sys.platform, ())
    named = {each.value for each in entry_points(group="keyring.backends")}
    if not named.issuperset(own[:1]):
        raise ModuleNotFoundError(own[0])
    for module in own:
        import_module(module)
    return _name(_usable(keyring.get_keyring()))


class MemorySecrets:
    """Implements `services.ports.Secrets` for practice: tokens that guard nothing, soon forgotten.

    Never a fallback for an absent keyring.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Secret] = {}

    def read(self, profile: str, token: str) -> Secret | None:
        """The token, None when there is none."""
        return self._kept.get((profile, token))

    def store(self, profile: str, token: str, secret: Secret) -> None:
        """Keep a token until the program ends."""
        register(secret)
        self._kept[profile, token] = secret

    def forget(self, profile: str, token: str) -> None:
        """Drop a token; nothing happens when there is none."""
        self._kept.pop((profile, token), None)
