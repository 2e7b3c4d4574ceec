"""The log holds what happened, and no token in any form."""

from __future__ import annotations

import base64
import io
import json
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import keyring
import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.adapters.journal_program import entry, journal
from tripletex_wizard.adapters import logs
from tripletex_wizard.adapters.logs import SecretMask, log_file, logging_to, masked, register
from tripletex_wizard.domain.errors import Code, StorageError
from tripletex_wizard.domain.secret import Secret

CANARY = 'cañ+/"\\ary=eyJ0b2tlbklkIjo/ODY1fQ=='
FULL_DISK = Path("/dev/full")
LOG = logging.getLogger("tripletex_wizard.test")


class Answering(BaseHTTPRequestHandler):
    def do_DELETE(self) -> None:
        self.send_response(204)
        self.end_headers()

    do_GET = do_DELETE  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """The program's log is read here, not the server's."""


@pytest.fixture
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _own_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MASK_OF_ALL_LOGS", SecretMask())
    register(Secret(CANARY))


@contextmanager
def logged(folder: Path, *, verbose: bool = True) -> Iterator[list[str]]:
    """The lines of the log, there when the block has ended."""
    lines: list[str] = []
    with logging_to(folder, verbose=verbose):
        yield lines
    lines += log_file(folder).read_text(encoding="utf-8").splitlines()


def basic(user: str) -> str:
    return base64.b64encode(f"{user}:{CANARY}".encode()).decode()


FORMS = {
    "raw": CANARY,
    "quoted": quote(CANARY, safe=""),
    "quoted as a path": quote(CANARY),
    "quoted in lower case": quote(CANARY, safe="").replace("%2B", "%2b").replace("%2F", "%2f"),
    "quoted as a form": quote_plus(CANARY),
    "base64": base64.b64encode(CANARY.encode()).decode(),
    "base64 for addresses": base64.urlsafe_b64encode(CANARY.encode()).decode(),
    "base64, quoted": quote(base64.b64encode(CANARY.encode()).decode(), safe=""),
    "Basic": basic("0"),
    "Basic of a company": basic("7100200"),
    "Basic of another company": basic("71002001"),
    "JSON": json.dumps(CANARY),
    "JSON as it is": json.dumps(CANARY, ensure_ascii=False),
    "JSON with escaped slashes": json.dumps(CANARY).replace("/", "\\/"),
    "Python's text": repr(CANARY),
    "Python's bytes": repr(CANARY.encode()),
}


BESIDE = {"Basic": 3, "Basic of a company": 11, "Basic of another company": 12}  # the user's signs


def traces(text: str) -> list[str]:
    """The forms of which any eight signs of the secret are left."""
    return [
        name
        for name, form in FORMS.items()
        if any(form[at : at + 8] in text for at in range(BESIDE.get(name, 0), len(form) - 7))
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_is_masked_in_every_form(form: str) -> None:
    text = masked(f"before {FORMS[form]} after")
    assert traces(text) == []
    assert text.startswith("before ")
    assert text.endswith(" after")


@given(
    before=st.binary(max_size=12),
    after=st.binary(max_size=12),
    secret=st.text(min_size=8).map(lambda text: text + "tokentoken"),
)
def test_base64_hides_no_secret_wherever_it_begins(
    before: bytes, after: bytes, secret: str
) -> None:
    mask = SecretMask()
    mask.register(Secret(secret))
    whole = base64.b64encode(before + secret.encode() + after).decode()
    left = mask.masked(whole).replace("***", "")
    assert len(left) <= len(base64.b64encode(before)) + len(base64.b64encode(after)) + 3


def test_other_text_stays_as_it_is() -> None:
    text = "order 10457 «Årdal» eyJhbGciOiJIUzI1NiJ9 100 %"
    assert masked(text) == text


def test_nothing_is_masked_before_the_first_secret() -> None:
    assert SecretMask().masked("text") == "text"


def test_an_empty_secret_masks_nothing() -> None:
    mask = SecretMask()
    mask.register(Secret(""))
    assert mask.masked("text") == "text"


def test_several_secrets_are_masked_the_longest_first() -> None:
    mask = SecretMask()
    mask.register(Secret("token"))
    mask.register(Secret("token-and-more"))
    assert mask.masked("a token-and-more, a token") == "a ***, a ***"


def test_message_arguments_exception_and_stack_are_masked(tmp_path: Path) -> None:
    with logged(tmp_path) as lines:
        LOG.debug("the message %s", CANARY)
        LOG.debug("arguments %s %r", {"token": CANARY}, CANARY.encode())
        error = RuntimeError(quote(CANARY, safe=""))
        error.__cause__ = ValueError(CANARY)
        LOG.debug("exception", exc_info=error)
        LOG.debug("stack " + CANARY, stack_info=True)  # noqa: G003
    text = "\n".join(lines)
    assert traces(text) == []
    for kept in ("the message ***", "ValueError: ***", "RuntimeError: ***", "Stack (most recent"):
        assert kept in text


def test_arguments_that_do_not_fit_stop_nothing_and_are_masked(tmp_path: Path) -> None:
    with logged(tmp_path) as lines:
        LOG.info("one place %s", *("two", CANARY))
    assert traces("\n".join(lines)) == []
    assert "one place" in lines[0]


def test_no_canary_in_what_other_libraries_log_at_debug(
    tmp_path: Path,
    server: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    # adapters/http.py silences this logger; here the mask alone must do
    monkeypatch.setattr(logging.getLogger("urllib3.connectionpool"), "filters", [])
    address = f"{server}/token/session/{quote(CANARY, safe='')}"
    with logged(tmp_path) as lines:
        requests.delete(address, auth=("0", CANARY), timeout=5)
        requests.get(server, params={"token": CANARY}, timeout=5)
        keyring.set_password("service", "consumer", CANARY)
        journal(tmp_path / "journal.sqlite").record(entry(CANARY))
        with pytest.raises(requests.ConnectionError):
            requests.get(f"http://127.0.0.1:1/{quote(CANARY)}", timeout=5)
        for name, form in FORMS.items():
            logging.getLogger("urllib3.connectionpool").debug("%s: %s", name, form)
    text = "\n".join(lines)
    assert traces(text) == []
    assert '"DELETE /token/session/*** HTTP/1.1" 204' in text
    assert "sqlalchemy.engine" in text


def test_the_exception_text_of_requests_is_masked(tmp_path: Path) -> None:
    with logged(tmp_path) as lines:
        try:
            requests.delete(f"http://127.0.0.1:1/token/session/{quote(CANARY)}", timeout=5)
        except requests.ConnectionError:
            LOG.info("not closed", exc_info=True)
    text = "\n".join(lines)
    assert traces(text) == []
    assert "/token/session/***" in text


def test_handlers_that_were_there_before_are_masked_too(tmp_path: Path) -> None:
    written = io.StringIO()
    earlier = logging.StreamHandler(written)
    logging.getLogger().addHandler(earlier)
    with logged(tmp_path):
        LOG.info("%s", CANARY)
    logging.getLogger().removeHandler(earlier)
    assert written.getvalue() == "***\n"
    assert earlier.filters == []


@pytest.mark.parametrize(("verbose", "logged_lines"), [(True, 2), (False, 1)])
def test_debug_lines_come_only_when_asked_for(
    tmp_path: Path, *, verbose: bool, logged_lines: int
) -> None:
    with logged(tmp_path, verbose=verbose) as lines:
        LOG.debug("debug")
        LOG.info("info")
    assert len(lines) == logged_lines


@pytest.mark.parametrize("verbose", [True, False])
def test_what_alembic_tells_of_each_journal_it_opens_is_left_out(
    tmp_path: Path, expected_warnings: list[str], *, verbose: bool
) -> None:
    expected_warnings.append("two heads")
    with logged(tmp_path, verbose=verbose) as lines:
        journal(tmp_path / "journal.sqlite").record(entry("10457"))
        logging.getLogger("alembic.runtime.migration").warning("two heads")
    told = [line for line in lines if " alembic." in line]
    assert len(told) == 1
    assert told[0].endswith("two heads")


def test_logging_ends_with_the_block(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    with logged(tmp_path) as lines:
        pass
    assert (root.level, root.handlers) == before
    assert lines == []


def test_the_log_and_its_old_files_are_for_the_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "LONGEST_FILE", 200)
    with logged(tmp_path):
        for number in range(20):
            LOG.info("line %s", number)
    files = list((tmp_path / "logs").iterdir())
    assert len(files) == 1 + logs.OLD_FILES
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_two_programs_never_write_in_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for process in (101, 102):
        monkeypatch.setattr("os.getpid", lambda process=process: process)
        with logged(tmp_path) as lines:
            LOG.info("line of %s", process)
        assert len(lines) == 1
    assert len(list((tmp_path / "logs").iterdir())) == 2


def test_only_the_newest_logs_of_programs_that_have_ended_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("psutil.pid_exists", lambda process: process == 1001)
    names = [f"tripletex-wizard-{1000 + age}.log{'.1' * (age % 2)}" for age in range(25)]
    (tmp_path / "logs").mkdir()
    for age, name in enumerate([*names, "tripletex-wizard.log", "notes.txt"]):
        (tmp_path / "logs" / name).touch()
        os.utime(tmp_path / "logs" / name, (1000 - age, 1000 - age))
    with logged(tmp_path):
        pass
    kept = {path.name for path in (tmp_path / "logs").iterdir()}
    ended = [name for name in names if "1001" not in name]
    assert kept == {*ended[: logs.KEPT_FILES], names[1], "notes.txt", log_file(tmp_path).name}


def test_text_that_no_file_can_hold_is_logged_all_the_same(tmp_path: Path) -> None:
    with logged(tmp_path) as lines:
        handler = logging.getLogger().handlers[-1]  # alone: not every test runner can hold it
        handler.handle(logging.makeLogRecord({"msg": "half a character: \ud83d"}))
    assert lines[0].endswith(r"half a character: \ud83d")


@pytest.mark.skipif(not FULL_DISK.exists(), reason="this system has no file on a full disk")
def test_a_full_disk_stops_nothing_and_fills_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(logs, "log_file", lambda _folder: FULL_DISK)
    with logging_to(tmp_path, verbose=False):
        LOG.info("a line that there is no room for")
    assert capsys.readouterr().err == ""


def test_a_log_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    with pytest.raises(StorageError) as caught, logging_to(tmp_path, verbose=False):
        pass
    assert caught.value.problem.code is Code.FILE_UNWRITABLE
