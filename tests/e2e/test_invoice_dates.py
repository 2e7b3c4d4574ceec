"""The date cases of accounting.md part C in the practice books, on days of early November 2026."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from tests.e2e.office import Office, environment
from tests.e2e.shop_orders import OSLO, Document, an_order
from tripletex_wizard import app
from tripletex_wizard.adapters.clock import SystemClock
from tripletex_wizard.practice.launch import PracticeServers

LAST_MONTH = ("--invoice-date", "last-month")


class Day:
    """The day that it is for the program and for the servers."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 10, tzinfo=OSLO)


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def servers(day: Day) -> Iterator[PracticeServers]:
    with PracticeServers(orders=[], now=lambda: day.now) as running:
        yield running


@pytest.fixture
def office(empty_office: Office, day: Day, monkeypatch: pytest.MonkeyPatch) -> Office:
    class ClockOfTheDay(SystemClock):
        def now(self) -> datetime:
            return day.now

    monkeypatch.setattr(app, "SystemClock", ClockOfTheDay)
    empty_office.set_up(start_date="2026-09-01")
    return empty_office


def delivered(finished: str, number: str = "20101") -> Document:
    """An order that was made and changed when it was finished, a time of the shop."""
    document = an_order(number, finished=finished)
    document["data"]["attributes"].update(created_at=finished, updated_at=finished)
    return document


def booked(office: Office) -> list[tuple[str, set[str], set[str]]]:
    """(invoice date, dates of its own postings, dates of its payments), one for each invoice."""
    state = office.state
    postings = {row["id"]: row for row in state["postings"]}
    found = []
    for invoice in state["invoices"]:
        rows = [postings[row["id"]] for row in invoice["postings"]]
        own = invoice["voucher"]["id"]
        sale = {row["date"] for row in rows if row["voucher"]["id"] == own}
        payments = {row["date"] for row in rows if row["voucher"]["id"] != own}
        found.append((invoice["invoiceDate"], sale, payments))
    return found


def all_on(day: str) -> tuple[str, set[str], set[str]]:
    return (day, {day}, {day})


def test_c2_invoice_and_payment_are_booked_on_the_last_day_of_october(office: Office) -> None:
    office.sell(delivered("2026-10-30 12:00:00"))
    ran = office.run("transfer", "--pending", *LAST_MONTH)
    assert ran.status == 0, ran.err
    assert booked(office) == [all_on("2026-10-31")]
    (order,) = office.state["orders"]
    assert order["deliveryDate"] == "2026-10-30"


def test_without_the_choice_it_is_the_day_of_issue(office: Office) -> None:
    office.sell(delivered("2026-10-30 12:00:00"), delivered("2026-10-30 12:00:00", "20102"))
    office.run("transfer", "--orders", "20101")
    office.run("transfer", "--orders", "20102", "--invoice-date", "today")
    assert booked(office) == [all_on("2026-11-03")] * 2


def test_c4_and_c10_the_choice_holds_for_what_was_delivered_by_midnight(office: Office) -> None:
    office.sell(
        delivered("2026-10-31 23:58:00"),
        delivered("2026-11-01 00:02:00", "20102"),
    )
    office.run("transfer", "--orders", "20101,20102", *LAST_MONTH)
    assert [row[0] for row in booked(office)] == ["2026-10-31", "2026-11-03"]
    assert [row["deliveryDate"] for row in office.state["orders"]] == ["2026-10-31", "2026-11-01"]


def test_c3_after_the_15th_what_was_chosen_is_stopped_and_today_has_a_note(
    office: Office, day: Day
) -> None:
    day.now = datetime(2026, 11, 16, 0, 1, tzinfo=OSLO)
    office.sell(delivered("2026-10-30 12:00:00"))
    ran = office.run("transfer", "--pending", *LAST_MONTH)
    assert ran.status != 0
    assert ran.says("kan ikke dateres 31.10.2026", "til og med den 15.")
    assert office.writes == []
    ran = office.run("transfer", "--pending")
    assert ran.says("Levert i 5. termin 2026, føres i 6. termin 2026.")
    assert booked(office) == [all_on("2026-11-16")]


def test_c6_a_closed_october_is_not_used(office: Office) -> None:
    office.company(closed_through="2026-10-31")
    office.sell(delivered("2026-10-30 12:00:00"))
    ran = office.run("transfer", "--pending", *LAST_MONTH)
    assert ran.says("kan ikke dateres 31.10.2026", "regnskapsperioden er avsluttet")
    assert office.writes == []
    office.run("transfer", "--pending")
    assert [row[0] for row in booked(office)] == ["2026-11-03"]


def test_c9_the_receipts_day_is_booked_where_the_set_up_says_so(office: Office) -> None:
    office.set_up(start_date="2026-09-01", sales_document="receipt")
    office.sell(delivered("2026-10-21 12:00:00"))
    office.run("transfer", "--pending")
    assert booked(office) == [all_on("2026-10-21")]


@pytest.fixture
def yarn_shop(day: Day) -> Iterator[PracticeServers]:
    """The practice shop, whose orders are of the last three weeks."""
    with PracticeServers(now=lambda: day.now) as running:
        yield running


def test_the_practice_shop_shows_both_dates_in_early_november(
    office: Office, yarn_shop: PracticeServers
) -> None:
    for name, value in environment(yarn_shop).items():
        office.variable(name, value)
    office.set_up(start_date="2026-09-01")
    ran = office.run("transfer", "--orders", "10425,10457,10459", *LAST_MONTH)
    assert ran.status == 0, ran.out
    state: Document = yarn_shop.tripletex.state()
    delivered_on = {row["id"]: row["deliveryDate"] for row in state["orders"]}
    dates = {
        (delivered_on[invoice["orders"][0]["id"]] <= "2026-10-31", invoice["invoiceDate"])
        for invoice in state["invoices"]
    }
    assert len(state["invoices"]) == 3
    assert dates == {(True, "2026-10-31"), (False, "2026-11-03")}


def test_a_dry_run_shows_the_date_with_its_term(office: Office) -> None:
    office.sell(delivered("2026-10-30 12:00:00"))
    ran = office.run("transfer", "--pending", "--dry-run", *LAST_MONTH)
    assert ran.says("Fakturadato 31.10.2026 · ", "Mva-termin 5. termin 2026")
    office.company(vat_term="YEAR")
    ran = office.run("transfer", "--pending", "--dry-run", *LAST_MONTH)
    assert ran.says("Fakturadato 31.10.2026 · ", "Mva-termin mva-året 2026")
    office.company(vat_term="TWO_MONTHS", forbidden=("GET /vatTermSizeSettings",))
    ran = office.run("transfer", "--pending", "--dry-run", *LAST_MONTH)
    assert ran.says("Fakturadato 31.10.2026 · ", "Mva-termin ukjent mva-termin")
    assert office.writes == []


def test_a_word_that_is_no_date_to_choose_is_wrong_use(office: Office) -> None:
    ran = office.run("transfer", "--pending", "--invoice-date", "2026-10-31")
    assert ran.status == 2
    assert office.writes == []
