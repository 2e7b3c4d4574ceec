"""Gift cards by command: sold as a debt, used as payment, given away as a discount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.e2e.office import Office, posted
from tests.e2e.shop_orders import YARN, Line, Total, an_order

SOLD = Line("GAVEKORT", "Gavekort 500 kr", "500.0000", "0.0000")
BONUS = Total("ot_gv", "Bonuspoeng", "-98.0000")


def only_voucher(office: Office) -> dict[int, Decimal]:
    (invoice,) = office.state["invoices"]
    return posted(office.state, invoice)


def test_a_gift_card_is_sold_as_a_debt(office: Office) -> None:
    office.sell(an_order(lines=(SOLD, YARN)))
    ran = office.run("transfer", "--pending")
    assert (ran.status, ran.says("20101 · Overført")) == (0, True), ran.out
    assert only_voucher(office) == {
        1500: Decimal("698.00"),
        2901: Decimal("-500.00"),
        3000: Decimal("-158.40"),
        2700: Decimal("-39.60"),
    }


USED = Total("ot_gv", "Gavekort GK-1", "-198.0000")


def test_cards_used_beyond_what_was_sold_are_told_of_before_and_after(office: Office) -> None:
    """500,00 was sold; two of 198,00 are covered, and the third takes 2901 94,00 into debit."""
    office.sell(an_order(lines=(SOLD,)))
    assert office.run("transfer", "--pending").status == 0
    used = [an_order(number, extra=(USED,)) for number in ("20102", "20103", "20104")]
    office.sell(*used)
    told = "Gavekort for 198,00\xa0kr føres mot konto 2901, som da står 94,00\xa0kr i debet."
    for words in (("transfer", "--pending", "--dry-run"), ("transfer", "--pending")):
        ran = office.run(*words)
        assert ran.status == 0, ran.err
        assert ran.out.count("i debet") == 1
        assert ran.says(told), ran.out
    rows = [row for row in office.state["postings"] if row["account"]["number"] == 2901]
    assert sum(Decimal(str(row["amount"])) for row in rows) == Decimal("94.00")


def test_where_the_balance_may_not_be_read_nothing_is_said_and_cards_are_used(
    office: Office,
) -> None:
    office.company(forbidden=["GET /balanceSheet"])
    office.sell(an_order(extra=(USED,)))
    ran = office.run("transfer", "--pending")
    assert (ran.status, ran.says("debet")) == (0, False)


def test_a_product_on_another_account_stops_the_sale(empty_office: Office) -> None:
    empty_office.set_up(gift_cards={"product": "ØREAVRUNDING"})
    empty_office.sell(an_order(lines=(SOLD,)))
    ran = empty_office.run("transfer", "--pending")
    assert (ran.status, empty_office.writes) == (3, [])
    assert ran.says("20101 · Stoppet", "ØREAVRUNDING", "konto 7740", "2901"), ran.out


@pytest.mark.parametrize("codes", ["only_0", "refused"])
def test_a_code_that_is_refused_on_the_line_is_told_and_one_order_is_made_once_it_is_allowed(
    office: Office, codes: str
) -> None:
    office.servers.switches.set("vat_codes_7_and_0", codes)
    office.sell(an_order(lines=(SOLD,)))
    ran = office.run("transfer", "--pending")
    assert ran.status == 3
    assert ran.says("20101 · Feilet", "mva-kode 7", "Ordren ble ikke opprettet", "kode 5 eller 6")
    assert (office.state["orders"], office.state["invoices"]) == ([], [])
    office.servers.switches.set("vat_codes_7_and_0", "allowed")
    assert office.run("transfer", "--pending").status == 0
    assert len(office.state["orders"]) == 1
    assert only_voucher(office)[2901] == Decimal(-500)


def test_a_bonus_is_stopped_until_it_is_placed_and_then_is_a_discount(office: Office) -> None:
    """198,00 less 98,00 is 100,00: 80,00 and 20,00 VAT; nothing is taken from 2901."""
    office.sell(an_order(extra=(BONUS,)))
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.writes) == (3, [])
    assert ran.says("20101 · Stoppet", "kortserien er plassert", "Bonuspoeng", "98,00"), ran.out
    office.set_up(gift_cards={"discounts": ["Bonus*"]})
    ran = office.run("transfer", "--pending")
    assert ran.status == 0, ran.out
    (invoice,) = office.state["invoices"]
    assert (invoice["amount"], invoice["amountOutstanding"]) == (100, 0)
    assert only_voucher(office) == {
        1500: Decimal(100),
        3000: Decimal(-80),
        2700: Decimal(-20),
    }
    paid = {row["account"]["number"] for row in office.state["postings"]}
    assert 2901 not in paid
