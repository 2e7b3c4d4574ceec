"""Two programs on one company and shop, each with a journal of its own, and one credit order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
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
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import TransferState


@pytest.fixture
def other(desk: Desk) -> Desk:
    other = desk.another(same_journal=False)
    other.webshop = desk.webshop
    return other


def test_a_whole_credit_by_another_program_is_adopted_though_another_sale_fits(
    desk: Desk, other: Desk
) -> None:
    sold(desk, sale("10457"), sale("10458"))
    desk.transfer(credit_order("-3"), replace(REFUNDED, original=10201))
    outcome = other.transfer(credit_order("-3"), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert codes(outcome)[-1] is Code.CREDIT_NOTE_BOOKED
    assert outcome.emailed_to == ""
    credited_once(desk, -26700)
    (note,) = notes_of(desk)
    invoice = other.progress(CREDIT).invoice
    assert invoice is not None
    assert (invoice.invoice_id, invoice.credits) == (note.id, note.credits)


def test_an_adopted_whole_credit_is_paid_back_after_a_quiet_time(desk: Desk, other: Desk) -> None:
    sold(desk, sale("10457"), sale("10458"))
    desk.transfer(credit_order("-3"), replace(KEPT, original=10201))
    before = other.clock.monotonic()
    outcome = other.transfer(credit_order("-3"), replace(REFUNDED, original=10202))
    assert outcome.state is TransferState.TRANSFERRED
    assert other.clock.monotonic() - before >= QUIET
    credited_once(desk, -26700)


def test_a_whole_credit_of_the_only_sale_is_found_and_not_asked_about(
    desk: Desk, other: Desk
) -> None:
    sold(desk).transfer(credit_order("-3"), KEPT)
    outcome = other.transfer(credit_order("-3"), KEPT)
    assert codes(outcome) == [Code.NOT_PAID_BACK, Code.CREDIT_NOTE_ADOPTED]
    as_order = desk.another(same_journal=False)
    as_order.webshop = desk.webshop
    assert codes(as_order.transfer(credit_order("-3"), AS_ORDER))[-1] is Code.CREDIT_NOTE_ADOPTED
    assert len(desk.ledger.orders) == len(notes_of(desk)) == 1


def test_a_part_credit_by_another_program_is_adopted_with_the_invoice_that_it_names(
    desk: Desk, other: Desk
) -> None:
    sold(desk, sale("10457"), sale("10458"))
    desk.transfer(credit_order(), replace(KEPT, original=10201))
    outcome = other.transfer(credit_order(), KEPT)
    assert codes(outcome) == [Code.NOT_PAID_BACK, Code.CREDIT_NOTE_ADOPTED]
    invoice, (note,) = other.progress(CREDIT).invoice, notes_of(desk)
    assert invoice is not None
    assert (invoice.invoice_id, invoice.credits) == (note.id, note.credits)


def test_the_rest_of_an_invoice_that_another_program_credited_is_adopted(
    desk: Desk, other: Desk
) -> None:
    sold(desk).transfer(credit_order(), KEPT)
    desk.transfer(credit_order("-2", "10464"), KEPT)
    outcome = other.transfer(credit_order("-2", "10464"), KEPT)
    assert codes(outcome) == [Code.NOT_PAID_BACK, Code.CREDIT_NOTE_ADOPTED]
    assert len(notes_of(desk)) == 2


def test_an_order_that_another_program_made_says_which_invoice_it_is_for(
    desk: Desk, other: Desk
) -> None:
    sold(desk, sale("10457"), sale("10458"))
    desk.ledger.line.fail("invoice_order", Fault.FAILED_BEFORE)
    desk.transfer(credit_order(), replace(REFUNDED, original=10202))
    elsewhere = other.transfer(credit_order(), replace(REFUNDED, original=10201))
    assert codes(elsewhere) == [Code.CREDIT_BEGUN_OTHERWISE]
    outcome = other.transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    credited_once(desk)
    (note,) = notes_of(desk)
    assert desk.ledger.invoices[note.credits].invoice.number == 10202


def test_an_order_that_no_list_showed_is_not_credited_a_second_time(
    desk: Desk, other: Desk
) -> None:
    sold(desk).ledger.lagging = True
    desk.transfer(credit_order(), REFUNDED)

    def caught_up(call: str) -> None:
        if call == "create_order":
            desk.ledger.catch_up()

    desk.ledger.line.on_write = caught_up
    outcome = other.transfer(credit_order(), KEPT)
    assert codes(outcome)[-1] is Code.CREDIT_NOTE_ADOPTED
    credited_once(desk)


# which of several equal credit notes is ours


@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize("fault", list(Fault))
def test_a_lost_whole_credit_is_found_with_and_without_its_mark(
    desk: Desk, fault: Fault, is_kept: bool
) -> None:
    """Whether Tripletex gives the comment back is not known [INF]."""
    desk.ledger.settings.credit_comment_kept = is_kept
    sold(desk).ledger.line.fail("credit_wholly", fault)
    desk.transfer(credit_order("-3"), REFUNDED)
    desk.ledger.line.let_late_requests_arrive()
    desk.clock.sleep(QUIET)
    assert desk.transfer(credit_order("-3"), REFUNDED).state is TransferState.TRANSFERRED
    credited_once(desk, -26700)


@pytest.mark.parametrize("is_kept", [True, False])
def test_the_credit_note_of_another_order_is_not_taken_for_the_lost_one(
    desk: Desk, is_kept: bool
) -> None:
    desk.ledger.settings.credit_comment_kept = is_kept
    sold(desk).ledger.line.fail("credit_wholly", Fault.LOST_BEFORE)
    desk.transfer(credit_order("-3"), REFUNDED)
    assert desk.transfer(credit_order("-3", "10464"), KEPT).is_booked
    desk.clock.sleep(QUIET)
    outcome = desk.transfer(credit_order("-3"), REFUNDED)
    assert codes(outcome) == [Code.ORIGINAL_NOT_FOUND]
    assert (len(notes_of(desk)), refunds(desk)) == (1, [])


def test_the_credit_note_of_another_order_is_not_ours_in_another_programs_journal_either(
    desk: Desk, other: Desk
) -> None:
    sold(desk).ledger.line.fail("credit_wholly", Fault.LOST_BEFORE)
    desk.transfer(credit_order("-3"), REFUNDED)
    order = other.ledger.add_order("9001", Money(-26700))
    note = desk.ledger.credit_invoice(desk.only_invoice.invoice)
    made_of_an_order = replace(note, order_ids=(order.id,))
    booked = desk.ledger.invoices[note.id]
    desk.ledger.invoices[note.id] = replace(booked, invoice=made_of_an_order)
    desk.clock.sleep(QUIET)
    outcome = desk.transfer(credit_order("-3"), REFUNDED)
    assert outcome.state is TransferState.STOPPED
    assert refunds(desk) == []


# the sale


def test_the_credit_note_of_another_shop_s_order_with_the_same_number_is_not_ours(
    desk: Desk,
) -> None:
    sold(desk).transfer(credit_order("-3"), KEPT)
    other = desk.another(same_journal=False)
    other.profile = replace(other.profile, shop="annen-butikk")
    other.with_rules(number_prefix="B")
    sold(other, sale("10477", "2"))
    outcome = other.transfer(credit_order("-2"), KEPT)
    assert outcome.state is TransferState.TRANSFERRED
    assert len(notes_of(desk)) == 2


@pytest.mark.parametrize("quantity", ["-3", "-2"])
def test_a_sale_that_another_program_took_back_is_not_invoiced_again(
    desk: Desk, other: Desk, quantity: str
) -> None:
    sold(desk)
    other.transfer(credit_order(quantity), REFUNDED)
    if quantity == "-2":
        other.transfer(credit_order("-1", "10464"), REFUNDED)
    for _ in range(2):
        outcome = desk.transfer(sale())
        assert codes(outcome) == [Code.TAKEN_BACK, Code.ALREADY_BOOKED]
        assert outcome.problems[0].params["order"] == CREDIT
    assert sum(not row.invoice.is_credit_note for row in desk.ledger.invoices.values()) == 1
