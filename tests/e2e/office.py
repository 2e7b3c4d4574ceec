"""The program as its users run it, against practice servers, and what came of it there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.shop_orders import OSLO, Document
from tests.fakes.lent_keyring import VARIABLE, LentKeyring
from tripletex_wizard.adapters.folders import profile_folder
from tripletex_wizard.adapters.journal import SqlJournal
from tripletex_wizard.cli import main
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers

ROOT = Path(__file__).parents[2]
PROFILE = "Fjord Garn"
BOOKED = ("orders", "orderLines", "invoices", "postings", "vouchers", "emails")
LENT = f"{LentKeyring.__module__}.{LentKeyring.__qualname__}"
NO_SESSION = {"POST": "/token/session/:create", "DELETE": "/token/session/***"}

SETUP: Document = {
    "version": 1,
    "environment": "practice",
    "completed_statuses": ["Sendt"],
    "gift_card_payment_type": "Gavekort",
    "vat": {"zero_reasons": [{"sku": "BOK-*", "code": "5"}]},
    "customer_numbers_confirmed": True,
    "payment_mapping": [
        {"method": "vipps", "label": "Vipps", "payment_type": "Vipps"},
        {"method": "klarna_checkout", "label": "Klarna", "payment_type": "Klarna"},
        {"method": "invoice_enclosed", "label": "Faktura vedlagt", "payment_type": None},
        {
            "method": "invoice_mailed",
            "label": "Faktura på e-post",
            "payment_type": None,
            "send_invoice": True,
        },
        {
            "method": "invoice",
            "label": "Faktura",
            "payment_type": None,
            "transfer_as": "order",
        },
        {"method": "pos_card", "label": "Datakasse", "left_out": True},
    ],
    "confirmed_by": "Rita Regnskap",
}


def setup_document(**changes: object) -> Document:
    """A set-up file whose orders count from two weeks ago."""
    start = datetime.now(OSLO).date() - timedelta(days=14)
    return {**SETUP, "start_date": start.isoformat(), **changes}


@dataclass(frozen=True)
class Ran:
    """A finished command: its exit status and what it wrote to the two streams."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Document]:
        """The JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def row(self) -> Document:
        """The only JSON line."""
        (row,) = self.rows
        return row

    def says(self, *words: str) -> bool:
        """Whether each of `words` stands in what people read."""
        return all(word in self.out + self.err for word in words)


class Office:
    """One folder of profiles, one keyring, a shop and a company."""

    def __init__(
        self,
        servers: PracticeServers,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.servers = servers
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        for name, value in environment(servers).items():
            self.variable(name, value)

    def variable(self, name: str, value: str) -> None:
        """Set `TRIPLETEX_WIZARD_<name>`."""
        self._monkeypatch.setenv(f"TRIPLETEX_WIZARD_{name}", value)

    def run(self, *words: str | Path, profile: str = PROFILE) -> Ran:
        """One command on the profile, in this process."""
        options = ("--profile", profile, "--profile-dir", self.folder)
        self._capsys.readouterr()
        try:
            status = main([*map(str, words), *map(str, options)])
        except SystemExit as wrong_use:
            status = int(str(wrong_use.code))
        written = self._capsys.readouterr()
        return Ran(status, written.out, written.err)

    def set_up(self, **changes: object) -> None:
        """Make the profile."""
        ran = self.import_setup(**changes)
        assert ran.status == 0, ran.err

    def import_setup(self, **changes: object) -> Ran:
        """`setup import` of a file with `changes`."""
        return self.run("setup", "import", self.file("oppsett.json", setup_document(**changes)))

    def file(self, name: str, content: object) -> Path:
        """A file of the user's: text as it is, anything else as JSON."""
        path = self.folder.parent / name
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return path

    def sell(self, *documents: Document) -> None:
        """Put orders into the shop."""
        for document in documents:
            self.servers.mystore.put_order(document)

    def fail(self, kind: str, method: str, path: str, **more: Any) -> None:
        """Plan a fault of Tripletex."""
        self.servers.faults.add(Fault("tripletex", kind, method, f"/v2{path}", **more))

    def company(self, **settings: object) -> None:
        """Change how the company is set in Tripletex."""
        self.servers.tripletex.set_company(**settings)

    @property
    def state(self) -> Document:
        """All that Tripletex holds."""
        return self.servers.tripletex.state()

    @property
    def booked(self) -> Document:
        """Orders, invoices, payments and e-mails."""
        return {name: self.state[name] for name in BOOKED}

    @property
    def writes(self) -> list[tuple[str, str]]:
        """Every request to Tripletex that could change something there, as method and path."""
        return writes_in(self.state)

    @property
    def journal_path(self) -> Path:
        """Where the profile's journal lies."""
        return profile_folder(self.folder, PROFILE) / "journal.sqlite"

    @property
    def settings_path(self) -> Path:
        """Where the profile's settings lie."""
        return profile_folder(self.folder, PROFILE) / "settings.json"

    def journal(self) -> SqlJournal:
        """The profile's journal, as another program would open it."""
        return SqlJournal(self.journal_path, profile=PROFILE, user="anne", host="kontoret")


def environment(servers: PracticeServers | Mapping[str, str]) -> dict[str, str]:
    """The variables that point the program at `servers`, without the common start of the names."""
    told = servers.description() if isinstance(servers, PracticeServers) else servers
    return {
        "TRIPLETEX_URL": str(told["tripletex_url"]),
        "MYSTORE_URL": str(told["mystore_url"]),
        "CONSUMER_TOKEN": str(told["consumer_token"]),
        "EMPLOYEE_TOKEN": str(told["employee_token"]),
        "MYSTORE_TOKEN": str(told["mystore_token"]),
    }


def writes_in(state: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The requests in a state that could change something, sessions left aside."""
    asked = [(row["method"], row["path"]) for row in state["requests"]]
    return [(how, where) for how, where in asked if how != "GET" and NO_SESSION.get(how) != where]


def posted(state: Mapping[str, Any], invoice: Mapping[str, Any]) -> dict[int, Decimal]:
    """The sums of the invoice's own voucher by account number, debit positive."""
    sums: dict[int, Decimal] = {}
    for row in state["postings"]:
        if row["voucher"]["id"] == invoice["voucher"]["id"]:
            account = row["account"]["number"]
            sums[account] = sums.get(account, Decimal(0)) + Decimal(str(row["amount"]))
    return sums


def child_environment(servers: PracticeServers | Mapping[str, str], **more: str) -> dict[str, str]:
    """The environment of a program of its own on `servers`, its tokens lent by a keyring."""
    named = {f"TRIPLETEX_WIZARD_{name}": value for name, value in environment(servers).items()}
    tokens = {
        name: named[f"TRIPLETEX_WIZARD_{name.upper()}_TOKEN"]
        for name in ("consumer", "employee", "mystore")
    }
    lent = {"PYTHON_KEYRING_BACKEND": LENT, VARIABLE: json.dumps(tokens)}
    return {**os.environ, **named, **lent, **more}


def start(*words: str | Path, env: Mapping[str, str] | None = None) -> Ran:
    """A command in a process of its own: `python -m tripletex_wizard …`."""
    return python("-m", "tripletex_wizard", *words, env=env)


def start_hurried(*words: str | Path, env: Mapping[str, str] | None = None) -> Ran:
    """As `start`, with a clock that jumps instead of waiting; for servers without a limit."""
    return python("-m", "tests.e2e.hurried_program", *words, env=env)


def python(*words: str | Path, env: Mapping[str, str] | None = None) -> Ran:
    """A Python program in a process of its own."""
    command: Sequence[str] = [sys.executable, *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=60, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
