"""No token in what the program writes, whatever it is asked for and however it fails."""

from __future__ import annotations

import base64
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from pytestqt.qtbot import QtBot
from werkzeug.wrappers import Request, Response

from tests.e2e.canaries import (
    CONSUMER,
    EMPLOYEE,
    SESSION,
    WRONG,
    files_under,
    leaks,
    session_token_around,
    token_around,
)
from tests.e2e.hurried_program import HurriedClock
from tests.e2e.office import PROFILE, ROOT, Office, Ran, child_environment, setup_document
from tests.e2e.shop_orders import OSLO
from tripletex_wizard import app
from tripletex_wizard.adapters import http
from tripletex_wizard.cli import INTERRUPTED
from tripletex_wizard.domain.errors import AppError
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.seed import yarn_shop
from tripletex_wizard.practice.server import Dropped, Responder
from tripletex_wizard.practice.tripletex import sessions
from tripletex_wizard.windows import windows

GUEST, OPEN_ORDER, VIPPS = 12, 16, 56
NOWHERE = "http://127.0.0.1:9/v2"  # nobody listens at the port «discard»


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> Iterator[PracticeServers]:
    """Servers whose tokens are canaries; the Mystore token's is its signature."""
    count = iter(range(1000))
    orders = yarn_shop(1, today=datetime.now(OSLO).date())
    chosen = [orders[place] for place in (GUEST, OPEN_ORDER, VIPPS)]
    with PracticeServers(orders=chosen, tripletex_calls_per_10_seconds=10_000) as running:
        monkeypatch.setattr(
            sessions, "new_token", lambda _draws, _id: session_token_around(SESSION, next(count))
        )
        running.tripletex.sessions.consumer_token = token_around(CONSUMER)
        running.tripletex.sessions.employee_token = token_around(EMPLOYEE)
        yield running


class Records(logging.Handler):
    """Keeps what loggers say before any handler of the program has masked it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(self.format(record))


@dataclass
class Watch:
    """Gathers all that is written by the commands of one office."""

    office: Office
    folders: tuple[Path, ...]
    records: Records
    middles: set[str]
    said: dict[str, bytes] = field(default_factory=dict)

    def run(self, *words: str | Path) -> Ran:
        ran = self.office.run(*words, "--verbose")
        self.hear(" ".join(map(str, words)), ran.out + ran.err)
        return ran

    def hear(self, name: str, text: str) -> None:
        self.said[f"{len(self.said)} {name}"] = text.encode()

    def leaks(self) -> list[str]:
        records = {"log records": "\n".join(self.records.texts).encode()}
        return leaks({**files_under(*self.folders), **self.said, **records}, self.middles)


@pytest.fixture
def watch(empty_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """An office whose clock does not wait, in a folder of its own, with DEBUG on everywhere."""
    monkeypatch.setattr(app, "SystemClock", HurriedClock)
    monkeypatch.setattr(HurriedClock, "ahead", timedelta())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    records, loggers = Records(), all_loggers()
    for logger in loggers:
        logger.addHandler(records)
        monkeypatch.setattr(logger, "level", logging.DEBUG)
    signature = empty_office.servers.mystore_token.rpartition(".")[2]
    middles = {CONSUMER, EMPLOYEE, SESSION, WRONG, signature}
    yield Watch(empty_office, (tmp_path, Path(os.environ["HOME"])), records, middles)
    for logger in loggers:
        logger.removeHandler(records)


def all_loggers() -> list[logging.Logger]:
    """All but the root, whose handlers are the program's own."""
    known = logging.Logger.manager.loggerDict.values()
    return [logger for logger in known if isinstance(logger, logging.Logger)]


# the search itself


@pytest.mark.parametrize(
    "form",
    [
        lambda token: token,
        lambda token: quote(token, safe=""),
        quote_plus,
        lambda token: base64.b64encode(token.encode()).decode(),
        lambda token: base64.urlsafe_b64encode(token.encode()).decode(),
        lambda token: base64.b64encode(f"0:{token}".encode()).decode(),
        lambda token: base64.b64encode(f"108136045:{token}".encode()).decode(),
        json.dumps,
        repr,
    ],
)
@pytest.mark.parametrize("middle", [CONSUMER, EMPLOYEE, SESSION, WRONG])
def test_the_search_finds_a_token_in_every_form(
    tmp_path: Path, form: Callable[[str], str], middle: str
) -> None:
    token = token_around(middle)
    (tmp_path / "report").write_text(f"before {form(token)} after", encoding="utf-8")
    assert leaks(files_under(tmp_path), [middle]) == [f"{tmp_path / 'report'}: {middle}"]


# every command, when all is well


def test_no_command_writes_a_token(watch: Watch) -> None:
    setup = watch.office.file("oppsett.json", setup_document())
    statuses = [
        watch.run("setup", "import", setup).status,
        watch.run("setup", "export").status,
        watch.run("setup", "export", "--out", "oppsett-ut.json").status,
        watch.run("setup", "check").status,
        watch.run("transfer", "--pending", "--dry-run").status,
        watch.run("transfer", "--pending", "--json").status,
        watch.run("diagnose", "--out", "rapport.json").status,
    ]
    assert statuses == [0, 0, 0, 0, 0, 0, 0]
    assert len(watch.office.state["invoices"]) == 2
    assert "POST /token/session/:create" in "\n".join(watch.records.texts)
    assert watch.leaks() == []


# every command, when a token is wrong


@pytest.mark.parametrize(
    ("variable", "token"),
    [
        ("CONSUMER_TOKEN", token_around(WRONG)),
        ("EMPLOYEE_TOKEN", token_around(WRONG)),
        ("EMPLOYEE_TOKEN", f"line\r\n{WRONG}: broken"),
        ("MYSTORE_TOKEN", token_around(WRONG)),
        ("MYSTORE_TOKEN", f"Bearer {WRONG}"),
        ("MYSTORE_TOKEN", f"{WRONG}.{WRONG}.{WRONG}"),
    ],
)
def test_a_wrong_token_is_not_repeated(watch: Watch, variable: str, token: str) -> None:
    watch.office.variable(variable, token)
    setup = watch.office.file("oppsett.json", setup_document())
    assert watch.run("setup", "import", setup).status == 2
    assert watch.leaks() == []


@pytest.mark.parametrize("spoilt", ["\n{}", "{}\nX-Other: 1", "{} ", "{}ø", "{}\x00"])
def test_a_shop_token_that_no_header_can_hold_is_not_repeated(watch: Watch, spoilt: str) -> None:
    token = watch.office.servers.mystore_token
    monkeypatch = watch.office._monkeypatch
    monkeypatch.setattr(os, "environ", {**os.environ})  # which takes signs that none else does
    os.environ["TRIPLETEX_WIZARD_MYSTORE_TOKEN"] = spoilt.format(token)
    setup = watch.office.file("oppsett.json", setup_document())
    watch.run("setup", "import", setup)
    watch.run("diagnose")
    assert watch.leaks() == []


def test_an_expired_shop_token_is_not_repeated(watch: Watch) -> None:
    token = watch.office.servers.mystore.make_token(lifetime=timedelta(days=-1))
    watch.middles.add(token.rpartition(".")[2])
    watch.office.variable("MYSTORE_TOKEN", token)
    setup = watch.office.file("oppsett.json", setup_document())
    watch.run("setup", "import", setup)
    assert watch.run("transfer", "--pending").status == 2
    assert watch.leaks() == []


def test_a_token_put_into_the_set_up_file_is_not_repeated_elsewhere(watch: Watch) -> None:
    for wrong in ({"consumer_token": WRONG}, {"shop": [WRONG]}, {"environment": WRONG}):
        setup = watch.office.file("oppsett.json", setup_document(**wrong))
        assert watch.run("setup", "import", setup).status == 2
        setup.unlink()
    assert watch.leaks() == []


# when the line or a service fails

CREATE, DELETE, ANY = "/v2/token/session/:create", "/v2/token/session/s*", "*"
FAULTS: dict[str, list[dict[str, Any]]] = {
    **{
        f"{kind} of {method} {path}": [
            {"kind": kind, "method": method, "path": path, "count": None, "seconds": 0.4}
        ]
        for method, path in (
            ("POST", CREATE),
            ("DELETE", DELETE),
            ("GET", "*/paymentType"),
            ("POST", "/v2/order"),
        )
        for kind in (
            *("drop_before", "drop_after", "truncated", "server_error", "server_error_html"),
            *("unauthorized", "forbidden", "rate_limited", "delay"),
        )
    },
    **{
        f"the legacy PUT that is answered by {kind}": [
            {"kind": "status", "status": 405, "method": "POST", "path": CREATE, "count": None},
            {"kind": kind, "method": "PUT", "path": CREATE, "count": None, "seconds": 0.4},
        ]
        for kind in ("drop_before", "truncated", "server_error_html", "unauthorized", "delay")
    },
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_failing_request_leaves_no_token_behind(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    set_up(watch)
    monkeypatch.setattr(http, "READ", 0.1)
    monkeypatch.setattr(http, "READ_AFTER_WRITE", 0.1)
    plan_faults(watch, FAULTS[name])
    watch.run("transfer", "--pending")
    watch.hear("an exception with all its causes", failure_of_a_run())
    assert watch.leaks() == []


@pytest.mark.parametrize(
    ("variable", "address"),
    [
        ("TRIPLETEX_URL", NOWHERE),
        ("TRIPLETEX_URL", "https://127.0.0.1:{tripletex}/v2"),  # which speaks no TLS
        ("TRIPLETEX_URL", "ftp://127.0.0.1/v2"),
        ("MYSTORE_URL", "http://127.0.0.1:9"),
        ("MYSTORE_URL", "https://127.0.0.1:{mystore}"),
        ("MYSTORE_URL", f"https://{WRONG}@127.0.0.1:9"),
    ],
)
def test_a_connection_that_cannot_be_made_leaves_no_token_behind(
    watch: Watch, variable: str, address: str
) -> None:
    set_up(watch)
    ports = [server.port for server in watch.office.servers._servers]
    watch.office.variable(variable, address.format(tripletex=ports[0], mystore=ports[1]))
    assert watch.run("transfer", "--pending").status in {2, 3}
    watch.run("diagnose")
    watch.hear("an exception with all its causes", failure_of_a_run())
    assert watch.leaks() == []


def test_a_session_that_cannot_be_deleted_because_the_service_is_gone_is_not_named(
    watch: Watch,
) -> None:
    set_up(watch)
    program = app.Program(watch.office.folder)
    with program.logging(verbose=True), program.connect(PROFILE):
        watch.office.servers.stop()
    assert any("the session was not deleted" in text for text in watch.records.texts)
    assert watch.leaks() == []


def test_the_report_of_a_crash_names_no_token(
    watch: Watch, qtbot: QtBot, expected_warnings: list[str]
) -> None:
    expected_warnings.append("not expected")
    set_up(watch)
    servers = watch.office.servers
    tokens = (servers.consumer_token, servers.employee_token, servers.mystore_token)
    program = app.Program(watch.office.folder)
    with program.logging(verbose=True), windows(program) as opened:
        with program.connect(PROFILE):
            created = session_token_around(SESSION, 0)
            opened.crashes.happened(ValueError(f"bug with {tokens} and {created}"))
        qtbot.waitUntil(lambda: opened.crashes.dialog is not None)
        assert opened.crashes.dialog is not None
        report = opened.crashes.dialog.report
        program.write_file(Path("feil.txt"), report.encode())
    watch.hear("the report", report)
    assert "bug with" in report
    assert watch.leaks() == []


def set_up(watch: Watch) -> None:
    setup = watch.office.file("oppsett.json", setup_document())
    assert watch.run("setup", "import", setup).status == 0


def plan_faults(watch: Watch, faults: list[dict[str, Any]]) -> None:
    for fault in faults:
        given = {**fault}
        path = given.pop("path").removeprefix("/v2")
        watch.office.fail(given.pop("kind"), given.pop("method"), path, **given)


def failure_of_a_run() -> str:
    """The traceback of what ends a run, with every cause and context; empty when nothing does."""
    program = app.Program(Path.cwd() / "program")
    try:
        with program.connect(PROFILE) as connection:
            list(connection.transfer.transfer_batch(connection.orders.pending(), Choice()))
    except AppError as error:
        return "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
    return ""


# a process of its own


@dataclass
class Interrupting:
    """A responder before another: presses Ctrl+C at each of two requests."""

    behind: Responder
    process: Callable[[], subprocess.Popen[bytes]]
    seen: list[bytes] = field(default_factory=list)

    def respond(self, request: Request) -> Response:
        if request.method == "POST" and request.path == "/v2/order":
            self.seen.append(Path(f"/proc/{self.process().pid}/cmdline").read_bytes())
            self.process().send_signal(signal.SIGINT)
        if request.method == "PUT":
            self.process().send_signal(signal.SIGINT)
            self.process().wait(timeout=30)
            raise Dropped
        return self.behind.respond(request)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
def test_an_interrupted_program_and_its_arguments_show_no_token(
    watch: Watch,
) -> None:
    set_up(watch)
    server = watch.office.servers._servers[0]
    watch.office.fail("drop_before", "DELETE", "/token/session/*")
    running: list[subprocess.Popen[bytes]] = []
    server.responder = interrupting = Interrupting(server.responder, lambda: running[0])
    words = ["transfer", "--orders", "10457", "--verbose", "--profile", PROFILE]
    running.append(
        subprocess.Popen(
            [sys.executable, "-m", "tripletex_wizard", *words, "--profile-dir", "program"],
            env={**child_environment(watch.office.servers), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    )
    out, err = running[0].communicate(timeout=60)
    watch.said |= {"out": out, "err": err, "arguments": b"".join(interrupting.seen)}
    assert running[0].returncode == INTERRUPTED
    assert b"Traceback" not in err
    assert b"transfer" in watch.said["arguments"]
    assert watch.leaks() == []
