"""`tripletex-wizard practice --text`: what it prints is what the practice Tripletex holds."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.hurried_program import HurriedClock
from tripletex_wizard import app
from tripletex_wizard.cli import main, practice
from tripletex_wizard.cli.transfer import transfer
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.practice.launch import PracticeServers

BOOKED = re.compile(r"(\d+) · Overført · Faktura (\d+) · ([\d\xa0]+,\d\d)\xa0(NOK|kr|SEK)")
ENTERED = re.compile(r"(\d+) · Overført · Ordre · ([\d\xa0]+,\d\d)\xa0(NOK|kr|SEK)")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[PracticeServers]:
    """The servers that the command starts, to be looked into afterwards.

    They have no limit of calls, and the program's clock jumps instead of waiting.
    """
    seen: list[PracticeServers] = []

    def remembered(**given: Any) -> PracticeServers:
        seen.append(PracticeServers(**given, tripletex_calls_per_10_seconds=10_000))
        return seen[-1]

    monkeypatch.setattr(app, "SystemClock", HurriedClock)
    monkeypatch.setattr(HurriedClock, "ahead", timedelta())
    monkeypatch.setattr(practice, "PracticeServers", remembered)
    return seen


def test_what_is_printed_is_what_is_booked(
    started: list[PracticeServers],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    own_language: None,
) -> None:
    assert main(["practice", "--text", "--profile-dir", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    (servers,) = started
    state: dict[str, Any] = servers.tripletex.state()
    invoices = {
        (row["orders"][0]["number"], str(row["invoiceNumber"]), shown(row["amountCurrency"]))
        for row in state["invoices"]
    }
    assert {row[:3] for row in BOOKED.findall(out)} == invoices
    open_orders = {row["number"] for row in state["orders"] if not row["isClosed"]}
    assert {row[0] for row in ENTERED.findall(out)} == open_orders
    assert len(invoices) > len(open_orders) > 0
    assert f"I øvelses-Tripletex: {len(invoices)} fakturaer, {len(open_orders)} ordrer" in out
    assert "differanse 0,00" in out


def shown(amount: float) -> str:
    return f"{amount:,.2f}".replace(",", "\xa0").replace(".", ",")


def test_an_invoice_that_is_printed_but_not_booked_is_told(
    started: list[PracticeServers],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_language: None,
) -> None:
    printed = Outcome(
        "20101",
        TransferState.TRANSFERRED,
        order_id=1,
        invoice_id=2,
        invoice_number=10201,
        amount=Money(19800),
    )
    monkeypatch.setattr(practice, "transfer", lambda *_given, **_more: [printed])
    assert main(["practice", "--text"]) == 1
    assert "stemmer ikke" in capsys.readouterr().out


def test_an_e_mail_that_nobody_asked_for_is_told(
    started: list[PracticeServers],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_language: None,
) -> None:
    def all_as_invoices(
        connection: Any, orders: Any, _choice: Choice, *rest: Any, **more: Any
    ) -> Any:
        return transfer(connection, orders, Choice(TransferAs.INVOICE), *rest, **more)

    monkeypatch.setattr(practice, "transfer", all_as_invoices)
    assert main(["practice", "--text"]) == 1
    assert "stemmer ikke" in capsys.readouterr().out
    (servers,) = started
    assert servers.tripletex.state()["emails"] != []
