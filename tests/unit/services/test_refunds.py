"""The money of a credit order: how much, by which method, and who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.lossy_line import Fault
from tests.orders.building import (
    GIFT_CARD,
    HIGH,
    KLARNA,
    OSLO,
    SENT,
    SOLD_GIFT_CARD,
    VIPPS,
    a_line,
    a_row,
    an_order,
    company_facts,
)
from tests.unit.services.desk import AS_ORDER, Desk, codes
from tests.unit.services.returns import (
    CREDIT,
    KEPT,
    QUIET,
    REFUNDED,
    credit_order,
    credited_once,
    notes_of,
    refunds,
    sale,
    sold,
)
from tripletex_wizard.domain.batch_preview import preview_of
from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.ledger import AccountingPeriod, Product
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, TotalKind
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import ProductUse, SalesDocument
from tripletex_wizard.domain.transfer import Step, TransferState
from tripletex_wizard.services.left_overs import LeftOvers

IN_WORK = OrderStatus("2", "Under behandling")


def edited(total: str) -> Order:
    """The shop's credit order as it comes to something else."""
    return an_order(CREDIT, lines=[a_line(total.lstrip("-"), "-1")], total=total)


# how much, once the note is booked


@pytest.mark.parametrize("total", ["-50.00", "-178.00"])
def test_what_is_paid_back_is_what_the_note_came_to(desk: Desk, total: str) -> None:
    sold(desk).transfer(credit_order(), KEPT)
    outcome = desk.transfer(edited(total), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    credited_once(desk)


@pytest.mark.parametrize("as_order", [False, True])
def test_a_refund_that_is_owed_is_never_forgotten(desk: Desk, as_order: bool) -> None:
    refused = OrderRejected(Code.REFUND_REFUSED, text="nei")
    sold(desk).ledger.line.fail("register_payment", refused)
    assert desk.transfer(credit_order(), REFUNDED).state is TransferState.FAILED
    choice = replace(REFUNDED, transfer_as=TransferAs.ORDER if as_order else None)
    assert desk.transfer(credit_order(), choice).state is TransferState.TRANSFERRED
    credited_once(desk)


def test_a_refund_is_owed_also_when_the_period_is_closed_or_the_method_is_left_out(
    desk: Desk,
) -> None:
    refused = OrderRejected(Code.REFUND_REFUSED, text="nei")
    sold(desk).ledger.line.fail("register_payment", refused)
    desk.transfer(credit_order(), REFUNDED)
    period = AccountingPeriod(date(2026, 11, 1), date(2026, 12, 1), is_closed=True)
    desk.ledger.known = replace(company_facts(), periods=(period,))
    assert desk.transfer(credit_order(), REFUNDED).state is TransferState.TRANSFERRED
    credited_once(desk)


def test_a_refund_goes_back_by_the_type_that_was_decided_on(desk: Desk) -> None:
    refused = OrderRejected(Code.REFUND_REFUSED, text="nei")
    sold(desk).ledger.line.fail("register_payment", refused)
    desk.transfer(credit_order(), REFUNDED)
    remap(desk, payment_type_id=KLARNA.id)
    (shown,) = preview_of([desk.reader.as_read(credit_order())], REFUNDED, desk.profile).paid_back
    assert shown.payment_type_id == VIPPS.id
    assert desk.transfer(credit_order(), REFUNDED).state is TransferState.TRANSFERRED
    credited_once(desk)


def test_kept_money_of_a_method_that_is_left_out_now_is_not_shown_as_paid_back(desk: Desk) -> None:
    sold(desk).transfer(credit_order(), KEPT)
    remap(desk, left_out=True)
    preview = preview_of([desk.reader.as_read(credit_order())], REFUNDED, desk.profile)
    assert preview.paid_back == ()
    assert desk.service.preview(credit_order(), REFUNDED).state is TransferState.TRANSFERRED
    assert desk.transfer(credit_order(), REFUNDED).state is TransferState.SKIPPED
    assert refunds(desk) == []


def test_a_refund_may_be_given_up_when_its_payment_type_is_gone(desk: Desk) -> None:
    refused = OrderRejected(Code.REFUND_REFUSED, text="nei")
    sold(desk).ledger.line.fail("register_payment", refused)
    desk.transfer(credit_order(), REFUNDED)
    desk.ledger.known = company_facts(payment_types=(KLARNA, GIFT_CARD))
    assert codes(desk.transfer(credit_order(), REFUNDED))[0] is Code.PAYMENT_TYPE_GONE
    assert codes(desk.transfer(credit_order(), KEPT))[0] is Code.NOT_PAID_BACK


def test_nothing_is_paid_back_by_a_method_that_registers_no_payment(desk: Desk) -> None:
    sold(desk).transfer(credit_order(), KEPT)
    outcome = desk.transfer(credit_order(method="invoice"), REFUNDED)
    assert codes(outcome) == [Code.NOT_PAID_BACK, Code.CREDIT_NOTE_BOOKED]
    assert refunds(desk) == []


# the way that it came


def remap(desk: Desk, **changed: object) -> None:
    """Vipps in the set-up as somebody has changed it since."""
    rows = tuple(
        replace(row, **changed) if row.method == "vipps" else row  # type: ignore[arg-type]
        for row in desk.profile.mapping.rows
    )
    desk.profile = replace(desk.profile, mapping=replace(desk.profile.mapping, rows=rows))


def by_gift_card(used: str, rest: str) -> Order:
    card = a_row(TotalKind.GIFT_CARD, used, "Gavekort GK-1")
    return an_order(lines=[a_line(quantity="3")], rows=[card], total=rest)


def test_what_was_paid_by_gift_card_does_not_go_back_by_vipps(desk: Desk) -> None:
    sold(desk, by_gift_card("-200.00", "67.00"))
    outcome = desk.transfer(credit_order("-3"), REFUNDED)
    assert codes(outcome) == [Code.REFUND_OF_GIFT_CARD]
    assert outcome.problems[0].params == {
        "invoice": 10201,
        "amount": Money(26700),
        "gift_card": Money(20000),
        "paid": Money(6700),
    }
    assert notes_of(desk) == []
    kept = desk.transfer(credit_order("-3"), KEPT)
    assert kept.state is TransferState.TRANSFERRED
    assert refunds(desk) == []


def test_nor_does_it_once_the_credit_note_is_booked(desk: Desk) -> None:
    sold(desk, by_gift_card("-200.00", "67.00")).transfer(credit_order("-3"), KEPT)
    for outcome in (
        desk.service.preview(credit_order("-3"), REFUNDED),
        desk.transfer(credit_order("-3"), REFUNDED),
        desk.transfer(credit_order("-3"), REFUNDED),
    ):
        assert codes(outcome) == [Code.REFUND_OF_GIFT_CARD]
    assert refunds(desk) == []


def test_a_part_that_was_kept_may_be_paid_back_later_with_the_gift_card_beside_it(
    desk: Desk,
) -> None:
    sold(desk, by_gift_card("-100.00", "167.00")).transfer(credit_order(), KEPT)
    assert desk.transfer(credit_order(), REFUNDED).state is TransferState.TRANSFERRED
    credited_once(desk)


def test_money_that_was_kept_and_goes_back_another_way_later_is_told(desk: Desk) -> None:
    card = credit_order(method="card")
    sold(desk).transfer(card, KEPT)
    assert codes(desk.service.preview(card, REFUNDED))[0] is Code.REFUND_OTHERWISE
    assert Code.REFUND_OTHERWISE in codes(desk.transfer(card, REFUNDED))


def test_what_was_paid_beside_the_gift_card_goes_back_until_it_is_used_up(desk: Desk) -> None:
    sold(desk, by_gift_card("-100.00", "167.00"))
    assert desk.transfer(credit_order(), REFUNDED).state is TransferState.TRANSFERRED
    outcome = desk.transfer(credit_order("-1", "10464"), REFUNDED)
    assert codes(outcome) == [Code.REFUND_OF_GIFT_CARD]
    assert outcome.problems[0].params["paid"] == Money(7800)
    assert refunds(desk) == [(VIPPS.id, Money(-8900))]


def test_money_that_goes_back_by_another_method_is_told(desk: Desk) -> None:
    klarna = an_order(method="klarna_checkout", lines=[a_line(quantity="3")], total="267.00")
    outcome = sold(desk, klarna).transfer(credit_order(), REFUNDED)
    assert codes(outcome) == [Code.REFUND_BOOKED, Code.CREDITS_INVOICE, Code.REFUND_OTHERWISE]
    assert outcome.problems[-1].params["sold_by"] == klarna.payment_method
    kept = desk.transfer(credit_order("-1", "10464"), KEPT)
    assert Code.REFUND_OTHERWISE not in codes(kept)


# the accounts and the day of the original


def on_product(*, inactive: bool = False) -> tuple[Product, ...]:
    yarn = Product(77, "SAGA-111", "Saga 111", HIGH, is_inactive=inactive)
    return (SOLD_GIFT_CARD, yarn)


@pytest.mark.parametrize("was_on_product", [True, False])
def test_what_would_come_on_another_account_than_it_was_sold_on_is_stopped(
    desk: Desk, was_on_product: bool
) -> None:
    desk.with_rules(products=ProductUse.FOUND)
    desk.ledger.known = company_facts(products=on_product(inactive=not was_on_product))
    sold(desk)
    desk.ledger.known = company_facts(products=on_product(inactive=was_on_product))
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert codes(outcome) == [Code.CREDIT_PRODUCT_DIFFERS]
    assert outcome.problems[0].params["article"] == "SAGA-111"
    assert desk.transfer(credit_order("-3"), REFUNDED).state is TransferState.TRANSFERRED


def test_what_was_sold_on_a_product_comes_back_on_it(desk: Desk) -> None:
    desk.with_rules(products=ProductUse.FOUND)
    desk.ledger.known = company_facts(products=on_product())
    outcome = sold(desk).transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED


def test_a_kept_date_gives_way_to_a_younger_invoice() -> None:
    desk = Desk(clock=FakeClock(datetime(2026, 11, 22, 9, tzinfo=OSLO)))
    sold(desk).ledger.line.fail("credit_wholly", Fault.LOST_BEFORE)
    desk.transfer(credit_order("-3"), REFUNDED)
    desk.clock.sleep(3 * 86400)
    LeftOvers(desk.service).look(CREDIT)
    desk.ledger.credit_invoice(desk.only_invoice.invoice)
    LeftOvers(desk.service).look("10457")
    assert desk.transfer(sale()).is_booked
    outcome = desk.transfer(credit_order("-3"), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    days = [row.invoice.invoice_date.day for row in desk.ledger.invoices.values()]
    assert days[-2:] == [25, 25]


def test_an_invoice_that_is_dated_ahead_waits_for_its_day(desk: Desk) -> None:
    booked = sold(desk).only_invoice
    ahead = replace(booked.invoice, invoice_date=date(2026, 12, 24))
    desk.ledger.invoices[ahead.id] = replace(booked, invoice=ahead)
    assert codes(desk.transfer(credit_order(), REFUNDED)) == [Code.CREDIT_BEFORE_INVOICE]


# an open order first


def test_an_open_order_names_its_invoice(desk: Desk) -> None:
    sold(desk).transfer(credit_order(), AS_ORDER)
    order = next(row for row in desk.ledger.orders.values() if row.number == CREDIT)
    comment = "Kreditnota til faktura 10201 av 23.11.2026, ordre 10457"
    assert order.invoice_comment == comment


def test_no_open_order_is_made_whose_invoice_cannot_be_told(desk: Desk) -> None:
    outcome = sold(desk, sale("10457"), sale("10458")).transfer(credit_order(), AS_ORDER)
    assert codes(outcome) == [Code.ORIGINAL_UNSURE]
    assert len(desk.ledger.orders) == 2
    chosen = replace(AS_ORDER, original=10202)
    assert desk.transfer(credit_order(), chosen).state is TransferState.TRANSFERRED


def test_an_open_order_whose_reference_somebody_removed_waits_until_it_has_one(desk: Desk) -> None:
    sold(desk).transfer(credit_order(), AS_ORDER)
    order = next(row for row in desk.ledger.orders.values() if row.number == CREDIT)
    desk.ledger.orders[order.id] = replace(order, invoice_comment="Takk for handelen")
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert codes(outcome) == [Code.CREDIT_WITHOUT_REFERENCE]
    comment = str(outcome.problems[0].params["comment"])
    assert comment == "Kreditnota til faktura 10201 av 23.11.2026, ordre 10457"
    desk.ledger.orders[order.id] = replace(order, invoice_comment=comment)
    assert desk.transfer(credit_order(), REFUNDED).state is TransferState.TRANSFERRED
    credited_once(desk)


def test_a_chosen_invoice_counts_for_an_open_order_too(desk: Desk) -> None:
    sold(desk)
    chosen = replace(AS_ORDER, original=555)
    assert codes(desk.transfer(credit_order(), chosen)) == [Code.ORIGINAL_UNKNOWN]
    too_much = desk.transfer(credit_order("-4"), replace(AS_ORDER, original=10201))
    assert codes(too_much)[0] is Code.CREDIT_TOO_LARGE
    assert len(desk.ledger.orders) == 1


# the shop, and the customer


@pytest.mark.parametrize("has_sale", [True, False])
def test_the_shop_is_not_written_to_for_a_credit_order_that_waits_for_a_person(
    desk: Desk, has_sale: bool
) -> None:
    desk.with_rules(write_back=True)
    if has_sale:
        sold(desk)
    order = replace(credit_order(), status=IN_WORK, finished_at=None)
    choice = replace(REFUNDED, status=SENT, notify=True)
    asked = choice if not has_sale else replace(choice, is_refunded=None)
    outcome = desk.transfer(order, asked)
    told = Code.REFUND_UNDECIDED if has_sale else Code.ORIGINAL_NOT_FOUND
    assert codes(outcome) == [told]
    assert (desk.webshop.notices, desk.steps(CREDIT)) == ([], [])
    if has_sale:
        assert desk.transfer(order, choice).state is TransferState.TRANSFERRED
        credited_once(desk)


def test_the_shop_is_written_to_for_a_credit_note_that_another_program_made(desk: Desk) -> None:
    sold(desk).transfer(credit_order("-3"), KEPT)
    other = desk.another(same_journal=False).with_rules(write_back=True)
    order = replace(credit_order("-3"), status=IN_WORK, finished_at=None)
    outcome = other.transfer(order, replace(KEPT, status=SENT))
    assert codes(outcome)[1] is Code.CREDIT_NOTE_ADOPTED
    assert next(step for step, _ in other.steps(CREDIT)) is Step.STATUS


@pytest.mark.parametrize("code", [Code.STALE_IN_LEDGER, Code.REFUND_REFUSED])
def test_whom_a_credit_note_went_to_is_told_though_its_refund_was_refused(
    desk: Desk, code: Code
) -> None:
    sold(desk, an_order(method="card", lines=[a_line(quantity="3")], total="267.00"))
    desk.ledger.line.fail("register_payment", OrderRejected(code, text="nei"))
    first = desk.transfer(credit_order(method="card"), REFUNDED)
    assert (first.state, codes(first)) == (TransferState.FAILED, [code])
    assert first.emailed_to == "kari@example.no"
    again = desk.transfer(credit_order(method="card"), REFUNDED)
    assert (again.state, again.emailed_to) == (TransferState.TRANSFERRED, "")


def test_the_shop_is_not_written_to_for_an_invoice_that_no_open_period_takes(desk: Desk) -> None:
    october = AccountingPeriod(date(2026, 10, 1), date(2026, 11, 1), is_closed=True)
    desk.ledger.known = replace(company_facts(), periods=(october,))
    desk.with_rules(write_back=True, sales_document=SalesDocument.RECEIPT)
    order = an_order(status=IN_WORK, finished=datetime(2026, 10, 21, 9, 12, tzinfo=OSLO))
    outcome = desk.transfer(order, Choice(status=SENT, notify=True))
    assert codes(outcome) == [Code.RECEIPT_PERIOD_CLOSED]
    assert desk.steps() == []


def test_whom_the_shop_told_is_told_though_the_order_was_stopped_then(desk: Desk) -> None:
    desk.with_rules(write_back=True)
    order = an_order(status=IN_WORK, finished=None)
    desk.ledger.line.fail("create_order", OrderRejected(Code.REJECTED, text="nei"))
    notified = replace(AS_ORDER, status=SENT, notify=True)
    outcome = desk.transfer(order, notified)
    assert (outcome.state, outcome.notified_to) == (TransferState.FAILED, "kari@example.no")


def test_a_refund_that_a_lost_answer_hides_waits_for_its_quiet_time(desk: Desk) -> None:
    sold(desk).ledger.line.fail("register_payment", Fault.LOST_AFTER)
    desk.transfer(credit_order(), REFUNDED)
    desk.clock.sleep(QUIET)
    given_up = desk.transfer(credit_order(), KEPT)
    assert codes(given_up) == [Code.REFUND_BOOKED, Code.CREDIT_NOTE_BOOKED]
    credited_once(desk)
