"""Companies that are sent EHF, by command (accounting.md T13)."""

from __future__ import annotations

import json

import pytest

from tests.e2e.office import Office
from tests.e2e.shop_orders import MAILED_INVOICE, ODA, Buyer, an_order

RECEIVES = Buyer(
    "7005",
    "Ida Innkjøper",
    company="Garn og Greier AS",
    organization_number="313900215",
    email="post@garnoggreier.example.no",
)
CANNOT = RECEIVES._replace(
    id="7006",
    company="Stripe Strikk AS",
    organization_number="999888771",
    email="post@stripestrikk.example.no",
)


@pytest.fixture
def company(office: Office) -> Office:
    """Three unpaid orders that Tripletex sends: to both companies, and to a private customer."""
    for number, buyer in (("20101", RECEIVES), ("20102", CANNOT), ("20103", ODA)):
        office.sell(an_order(number, method=MAILED_INVOICE, buyer=buyer))
    return office


def sent(office: Office) -> list[tuple[str, str, str]]:
    rows = [(row["orderNumber"], row["sendType"], row["address"]) for row in office.state["emails"]]
    return sorted(rows)


def test_every_customer_is_reached_once_and_each_way_is_told(company: Office) -> None:
    company.set_up(company_invoices="ehf")
    ran = company.run("transfer", "--pending")
    assert ran.status == 0, ran.err
    assert sent(company) == [
        ("20101", "EHF", RECEIVES.organization_number),
        ("20102", "EMAIL", CANNOT.email),
        ("20103", "EMAIL", ODA.email),
    ]
    assert len(company.state["invoices"]) == 3
    assert ran.says("sendt som EHF til 313900215", f"sendt til {CANNOT.email}")
    assert ran.says("Tripletex kunne ikke sende som EHF til kunden")
    assert not ran.says(RECEIVES.email)


def test_programs_are_told_the_ways_apart(company: Office) -> None:
    company.set_up(company_invoices="ehf")
    foretold = {row["number"]: row for row in previews(company)}
    assert [foretold[number]["send"] for number in ("20101", "20102", "20103")] == [
        *("EHF", "EHF", "EMAIL")
    ]
    assert company.writes == []
    told = {row["order"]: row for row in company.run("transfer", "--pending", "--json").rows}
    ways = [(row["ehf_to"], row["emailed_to"]) for _, row in sorted(told.items())]
    assert ways == [("313900215", None), (None, CANNOT.email), (None, ODA.email)]
    assert told["20102"]["codes"] == ["ehf_sent_as_email"]


def previews(office: Office) -> list[dict[str, object]]:
    rows = office.run("transfer", "--pending", "--dry-run", "--json").rows
    return [order for row in rows for order in row["preview"]]


def test_nothing_is_sent_where_the_user_wants_nothing_sent(company: Office) -> None:
    company.set_up(company_invoices="ehf")
    assert company.run("transfer", "--pending", "--no-email").status == 0
    assert sent(company) == []
    assert len(company.state["invoices"]) == 3


def test_companies_get_email_until_ehf_is_chosen(company: Office) -> None:
    company.run("transfer", "--pending")
    assert {way for _, way, _ in sent(company)} == {"EMAIL"}


def test_an_exported_set_up_brings_the_choice_back(company: Office) -> None:
    company.set_up(company_invoices="ehf")
    exported = company.folder.parent / "ut.json"
    assert company.run("setup", "export", "--out", exported).status == 0
    assert json.loads(exported.read_text("utf-8"))["company_invoices"] == "ehf"
    assert company.import_setup(company_invoices="sms").status != 0
