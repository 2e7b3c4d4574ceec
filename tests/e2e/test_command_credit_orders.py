"""`tripletex-wizard transfer` of credit orders: the money is asked about, the invoice found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.e2e.office import Office
from tests.e2e.shop_orders import YARN, Document, an_order

BACK = YARN._replace(quantity=-1)  # -99.00


@pytest.fixture
def sold(office: Office) -> Office:
    """Two balls of yarn are booked, and one of them comes back."""
    office.sell(an_order("20101"), an_order("20105", (BACK,)))
    assert office.run("transfer", "--orders", "20101").status == 0
    return office


def credit_notes(office: Office) -> list[Document]:
    return [row for row in office.state["invoices"] if row["isCreditNote"]]


def paid_back(office: Office) -> list[Decimal]:
    rows = (row for row in office.state["postings"] if row["type"] == "INCOMING_PAYMENT")
    amounts = (Decimal(str(row["amount"])) for row in rows)
    return [amount for amount in amounts if amount < 0]


def test_without_a_word_of_the_money_nothing_is_sent(sold: Office) -> None:
    before = sold.booked
    ran = sold.run("transfer", "--orders", "20105")
    assert (ran.status, sold.booked) == (3, before)
    assert ran.says("kreditordre", "99,00", "--refunded", "--not-refunded")


def test_a_refunded_credit_order_is_a_credit_note_and_a_refund_once(sold: Office) -> None:
    for _ in range(2):
        ran = sold.run("transfer", "--orders", "20105", "--refunded")
        assert ran.status == 0
        assert ran.says("tilbakebetalt", "10202")
        (note,) = credit_notes(sold)
        assert Decimal(str(note["amountCurrency"])) == Decimal(-99)
        assert note["creditedInvoice"] == sold.state["invoices"][0]["id"]
        assert paid_back(sold) == [Decimal(-99)]


def test_money_that_was_kept_is_told_and_may_be_paid_back_later(sold: Office) -> None:
    ran = sold.run("transfer", "--orders", "20105", "--not-refunded")
    assert ran.status == 0
    assert ran.says("Kreditnota 10202", "til gode")
    assert paid_back(sold) == []
    assert sold.run("transfer", "--orders", "20105", "--refunded").status == 0
    assert paid_back(sold) == [Decimal(-99)]


def test_the_invoice_is_named_where_two_could_be_meant(sold: Office) -> None:
    sold.sell(an_order("20102"))
    sold.run("transfer", "--orders", "20102")
    unsure = sold.run("transfer", "--orders", "20105", "--refunded")
    assert unsure.status == 3
    assert unsure.says("kan høre til 2 av kundens fakturaer")
    ran = sold.run("transfer", "--orders", "20105", "--refunded", "--credits", "10202")
    assert ran.status == 0
    (note,) = credit_notes(sold)
    assert note["creditedInvoice"] == sold.state["invoices"][1]["id"]


def test_an_invoice_to_credit_goes_with_one_order_alone(sold: Office) -> None:
    ran = sold.run("transfer", "--orders", "20101,20105", "--refunded", "--credits", "10201")
    assert ran.status == 2
    assert "nøyaktig én ordre" in ran.err


def test_a_dry_run_tells_what_the_transfer_would(sold: Office) -> None:
    """Nobody has said where the money went; then the invoice is found; then it could be two."""
    undecided = sold.run("transfer", "--orders", "20105", "--dry-run")
    assert undecided.status == 3
    assert undecided.says("kreditordre", "99,00", "--refunded")
    assert not undecided.says("Sum debet")
    shown = sold.run("transfer", "--orders", "20105", "--refunded", "--dry-run")
    assert shown.status == 0
    assert shown.says("Krediterer faktura 10201, ordre 20101", "Sum debet 198,00")
    sold.sell(an_order("20102"))
    sold.run("transfer", "--orders", "20102")
    unsure = sold.run("transfer", "--orders", "20105", "--refunded", "--dry-run")
    assert unsure.status == 3
    assert unsure.says("kan høre til 2 av kundens fakturaer")
    assert credit_notes(sold) == []


def test_a_dry_run_tells_that_only_the_refund_is_missing(sold: Office) -> None:
    sold.run("transfer", "--orders", "20105", "--not-refunded")
    left = sold.run("transfer", "--orders", "20105", "--dry-run")
    assert left.status == 0
    assert left.says("Kreditnota 10202", "til gode")
    assert not left.says("Sum debet")
    shown = sold.run("transfer", "--orders", "20105", "--refunded", "--dry-run", "--json")
    assert (shown.status, shown.row["state"]) == (0, "ready")
    (preview,) = shown.row["preview"]
    assert [row["voucher"] for row in preview["postings"]] == ["refund", "refund"]
    assert (preview["debit"], preview["credit"]) == ("99.00", "99.00")
    told = sold.run("transfer", "--orders", "20105", "--refunded", "--dry-run")
    assert told.says("tilbakebetalingen på 99,00", "Sum debet 99,00")
    assert paid_back(sold) == []


def test_a_dry_run_offers_no_new_round_for_a_sale_that_was_taken_back(sold: Office) -> None:
    whole = YARN._replace(quantity=-2)
    sold.sell(an_order("20106", (whole,)))
    assert sold.run("transfer", "--orders", "20106", "--refunded").status == 0
    done = sold.run("transfer", "--orders", "20101")
    shown = sold.run("transfer", "--orders", "20101", "--dry-run")
    assert shown.status == done.status == 0
    for ran in (done, shown):
        assert ran.says("Faktura 10201 er kreditert med kreditordre 20106.")
    assert not shown.says("Sum debet")
    assert not sold.run("transfer", "--pending", "--dry-run").says("20101")
