"""An order whose invoice was credited is transferred once more, and booked once in each round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.fakes.ledger import BookedInvoice
from tests.fakes.lossy_line import Fault
from tests.orders.building import SENT, VIPPS, a_guest, a_line, an_order
from tests.unit.services.desk import AS_ORDER, AS_SET_UP, NUMBER, Desk, codes
from tripletex_wizard.domain.errors import Code, OrderRejected, Problem
from tripletex_wizard.domain.ledger import LedgerInvoice
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import Phase, Progress, Step, StepFacts, TransferState
from tripletex_wizard.services.connect import prefix_in_use
from tripletex_wizard.services.left_overs import LeftOvers
from tripletex_wizard.services.steps import LEASE_SECONDS

SUM = Money(8900)
AGAIN = "10457-2"
COMMENT = "Mystore-ordre 10457-2 (fjord-garn), erstatter kreditert faktura 10201"
WRITES = ("create_customer", "create_order", "invoice_order")


def booked(desk: Desk) -> list[LedgerInvoice]:
    """The invoices, credit notes left out."""
    rows = (row.invoice for row in desk.ledger.invoices.values())
    return [row for row in rows if not row.is_credit_note]


def newest(desk: Desk) -> BookedInvoice:
    return list(desk.ledger.invoices.values())[-1]


def credit(desk: Desk, *, paid_back: bool = True) -> None:
    """A person credits the invoice that was booked last."""
    desk.ledger.credit_invoice(booked(desk)[-1], paid_back=paid_back)


def paid_back(desk: Desk) -> None:
    """The money of every credit note is paid back to the customer."""
    for row in desk.ledger.invoices.values():
        if row.invoice.is_credit_note:
            invoice = replace(row.invoice, outstanding=Money(0))
            desk.ledger.invoices[invoice.id] = replace(row, invoice=invoice)


def looked_at(desk: Desk) -> Standing:
    """How the window shows the order after «Sjekk»."""
    LeftOvers(desk.service).look(NUMBER)
    return desk.reader.standing(NUMBER)


def credited(desk: Desk) -> Desk:
    """One order was booked, and its invoice credited."""
    desk.transfer(an_order())
    credit(desk)
    return desk


def test_a_credit_note_that_a_person_made_as_a_copy_of_the_sale_takes_nothing_back(
    desk: Desk,
) -> None:
    """Such a copy has the sale's own comment."""
    desk.transfer(an_order())
    credit(desk)
    (note,) = (row.invoice for row in desk.ledger.invoices.values() if row.invoice.is_credit_note)
    copy = desk.ledger.add_order("99", note.amount, comment="Mystore-ordre 10457 (fjord-garn)")
    booked_note = desk.ledger.invoices[note.id]
    of_copy = replace(note, order_ids=(copy.id,))
    desk.ledger.invoices[note.id] = replace(booked_note, invoice=of_copy)
    outcome = desk.transfer(an_order())
    assert Code.TRANSFERRED_AGAIN in codes(outcome)


def test_a_status_alone_never_books_a_sale_anew(desk: Desk) -> None:
    """What was booked as far as anybody knew is not in what a person agreed to."""
    credited(desk)
    desk.with_rules(write_back=True)
    outcome = desk.transfer(an_order(), Choice(status=SENT))
    assert outcome.problems[0].code is Code.ALREADY_BOOKED
    assert numbers(desk) == [NUMBER]


def test_a_sale_that_is_known_to_be_credited_is_booked_anew_after_its_status(desk: Desk) -> None:
    credited(desk)
    LeftOvers(desk.service).look(NUMBER)
    desk.with_rules(write_back=True)
    desk.transfer(an_order(), Choice(status=SENT))
    assert numbers(desk) == [NUMBER, AGAIN]


def writes(desk: Desk) -> int:
    return sum(desk.requests(call) for call in WRITES)


def numbers(desk: Desk) -> list[str]:
    return [order.number for order in desk.ledger.orders.values()]


def booked_twice_in_two_rounds(desk: Desk) -> None:
    """Each round has one order with one invoice of 89,00, for the one customer."""
    assert numbers(desk) == [NUMBER, AGAIN]
    assert [row.amount for row in booked(desk)] == [SUM, SUM]
    assert [row.order_ids for row in booked(desk)] == [(each,) for each in desk.ledger.orders]
    assert len(desk.ledger.customers) == 1


# what a look says


def test_an_invoice_that_stands_is_looked_at_and_nothing_is_sent(desk: Desk) -> None:
    desk.transfer(an_order())
    before, entries = writes(desk), desk.steps()
    outcome = desk.transfer(an_order())
    assert outcome.problems == (Problem(Code.ALREADY_BOOKED, invoice=10201),)
    assert (writes(desk), desk.steps()) == (before, entries)
    assert desk.requests("credit") == 1


def test_an_invoice_credited_in_part_is_stopped_with_both_figures(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.credit_invoice(booked(desk)[0], Money(3000))
    before = writes(desk)
    outcome = desk.transfer(an_order())
    part = Problem(Code.CREDITED_IN_PART, invoice=10201, amount=SUM, credited=Money(3000))
    assert (outcome.state, outcome.problems) == (TransferState.STOPPED, (part,))
    assert (outcome.is_booked, outcome.invoice_number, outcome.amount) == (True, 10201, SUM)
    assert writes(desk) == before
    assert desk.progress().state is TransferState.TRANSFERRED


def test_the_rest_may_be_credited_later(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.credit_invoice(booked(desk)[0], Money(3000))
    desk.transfer(an_order())
    desk.ledger.credit_invoice(booked(desk)[0], Money(5900))
    desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)


def test_tripletex_own_mark_without_a_credit_note_to_see_is_not_enough(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.lagging = True
    credit(desk)
    before = writes(desk)
    assert codes(desk.transfer(an_order())) == [Code.CREDITED_IN_PART]
    assert writes(desk) == before
    desk.ledger.catch_up()
    desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)


def test_an_invoice_that_is_gone_is_told_and_nothing_is_sent(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.invoices.clear()
    before = writes(desk)
    outcome = desk.transfer(an_order())
    assert outcome.problems == (Problem(Code.INVOICE_GONE, invoice=10201),)
    assert writes(desk) == before


def test_a_credit_note_of_another_invoice_says_nothing(desk: Desk) -> None:
    desk.batch([an_order(), an_order(number="10458")])
    credit(desk)
    assert codes(desk.transfer(an_order())) == [Code.ALREADY_BOOKED]


# the second round


def test_a_credited_order_gets_a_new_number_that_refers_to_the_first(desk: Desk) -> None:
    credited(desk)
    outcome = desk.transfer(an_order())
    assert (outcome.state, outcome.invoice_number) == (TransferState.TRANSFERRED, 10203)
    assert outcome.problems == (Problem(Code.TRANSFERRED_AGAIN, invoice=10201, number=AGAIN),)
    assert list(desk.ledger.orders.values())[1].internal_comment == COMMENT
    assert newest(desk).payments == ((VIPPS.id, SUM),)
    booked_twice_in_two_rounds(desk)
    assert desk.requests("create_customer") == 1


def test_the_journal_keeps_both_rounds_and_tells_of_the_newest(desk: Desk) -> None:
    credited(desk)
    desk.transfer(an_order())
    progress = desk.progress()
    assert progress.round == 2
    assert progress.invoice is not None
    assert progress.invoice.invoice_number == 10203
    assert progress.before is not None
    assert progress.before.invoice is not None
    assert progress.before.invoice.credited
    assert [entry.facts.round for entry in progress.entries] == [1] * 7 + [2] * 4


def test_the_second_invoice_is_looked_at_in_its_turn(desk: Desk) -> None:
    credited(desk)
    desk.transfer(an_order())
    again = desk.transfer(an_order())
    assert again.problems == (Problem(Code.ALREADY_BOOKED, invoice=10203),)
    booked_twice_in_two_rounds(desk)


def test_each_credit_note_gives_the_next_number(desk: Desk) -> None:
    credited(desk)
    desk.transfer(an_order())
    credit(desk)
    outcome = desk.transfer(an_order())
    assert numbers(desk) == [NUMBER, AGAIN, "10457-3"]
    assert outcome.problems[0].params == {"invoice": 10203, "number": "10457-3"}
    assert codes(desk.transfer(an_order())) == [Code.ALREADY_BOOKED]


def test_the_prefix_is_kept_and_stays_the_prefix_in_use(desk: Desk) -> None:
    desk.with_rules(number_prefix="NETT-")
    credited(desk)
    desk.transfer(an_order())
    assert numbers(desk) == ["NETT-10457", "NETT-10457-2"]
    assert prefix_in_use(desk.journal) == "NETT-"


def test_the_version_of_the_shop_is_transferred_that_is_valid_now(desk: Desk) -> None:
    credited(desk)
    desk.transfer(an_order(lines=[a_line("80.00")], total="80.00"))
    assert [row.amount for row in booked(desk)] == [SUM, Money(8000)]


def test_a_guest_keeps_the_card_of_the_first_round(desk: Desk) -> None:
    guest = a_guest(email="")
    desk.transfer(an_order(customer=guest))
    credit(desk)
    desk.transfer(an_order(customer=guest))
    booked_twice_in_two_rounds(desk)


def test_a_credited_order_may_come_again_as_an_order(desk: Desk) -> None:
    credited(desk)
    outcome = desk.transfer(an_order(), AS_ORDER)
    assert outcome.transfer_as is TransferAs.ORDER
    assert (numbers(desk), len(booked(desk))) == ([NUMBER, AGAIN], 1)
    desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)


# the money


@pytest.mark.parametrize("choice", [AS_SET_UP, Choice(email=False)])
def test_money_that_the_customer_still_has_to_good_is_not_registered_twice(
    desk: Desk, choice: Choice
) -> None:
    order = an_order(method="card")  # its invoices are sent
    desk.transfer(order)
    credit(desk, paid_back=False)
    outcome = desk.transfer(order, choice)
    assert Problem(Code.CREDIT_LEFT_OPEN, invoice=10201, amount=SUM) in outcome.problems
    assert outcome.state is TransferState.TRANSFERRED
    assert (newest(desk).payments, newest(desk).send) == ((), None)
    assert newest(desk).invoice.outstanding == SUM
    assert outcome.emailed_to == ""


def test_money_that_is_to_good_from_the_first_round_is_not_registered_in_the_third(
    desk: Desk,
) -> None:
    desk.transfer(an_order())
    credit(desk, paid_back=False)
    desk.transfer(an_order())
    credit(desk, paid_back=False)
    outcome = desk.transfer(an_order())
    assert Problem(Code.CREDIT_LEFT_OPEN, invoice=10201, amount=SUM) in outcome.problems
    assert numbers(desk)[-1] == "10457-3"
    assert [len(row.payments) for row in desk.ledger.invoices.values()] == [1, 0, 0, 0, 0]


def test_money_of_the_first_round_that_was_paid_back_later_stops_the_third_until_it_is_shown(
    desk: Desk,
) -> None:
    desk.transfer(an_order())
    credit(desk, paid_back=False)
    desk.transfer(an_order())
    paid_back(desk)
    credit(desk, paid_back=False)
    assert codes(desk.transfer(an_order())) == [Code.CREDIT_CHANGED]
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert newest(desk).payments == ((VIPPS.id, SUM),)


def test_a_credited_order_is_shown_as_it_would_be_sent(desk: Desk) -> None:
    order = an_order(method="card")
    desk.transfer(order)
    credit(desk, paid_back=False)
    shown = looked_at(desk).plan
    assert shown is not None
    assert (shown.payments, shown.send) == ((), None)
    assert Code.CREDIT_LEFT_OPEN in [row.code for row in shown.notes]
    desk.transfer(order)
    assert (newest(desk).payments, newest(desk).send) == ((), None)


@pytest.mark.parametrize("has_begun", [True, False])
def test_an_invoice_that_would_be_paid_otherwise_than_shown_is_not_sent(
    desk: Desk, has_begun: bool
) -> None:
    order = an_order(method="card")
    desk.transfer(order)
    credit(desk, paid_back=False)
    looked_at(desk)
    if has_begun:
        desk.ledger.line.fail("invoice_order", OrderRejected(Code.BANK_ACCOUNT_MISSING))
        desk.transfer(order)
    paid_back(desk)
    outcome = desk.transfer(order)
    assert outcome.problems == (Problem(Code.CREDIT_CHANGED, invoice=10201),)
    assert outcome.state is TransferState.STOPPED
    assert desk.transfer(order).state is TransferState.TRANSFERRED
    assert [amount for _, amount in newest(desk).payments] == [SUM]


def test_a_credited_invoice_that_vanishes_while_its_order_is_sent_again_stops_it(
    desk: Desk,
) -> None:
    credited(desk)
    desk.ledger.line.fail("invoice_order", OrderRejected(Code.BANK_ACCOUNT_MISSING))
    desk.transfer(an_order())
    desk.ledger.invoices.clear()
    assert codes(desk.transfer(an_order())) == [Code.INVOICE_GONE]


def test_the_open_amount_counts_wherever_tripletex_shows_it(desk: Desk) -> None:
    credited(desk)
    first = booked(desk)[0]
    shown = replace(first, outstanding=-SUM, is_credited=True)
    desk.ledger.invoices[first.id] = replace(desk.ledger.invoices[first.id], invoice=shown)
    assert Code.CREDIT_LEFT_OPEN in codes(desk.transfer(an_order()))
    assert newest(desk).payments == ()


def test_an_invoice_that_was_never_paid_is_invoiced_anew_as_before(desk: Desk) -> None:
    order = an_order(method="invoice")
    desk.transfer(order)
    credit(desk)
    outcome = desk.transfer(order)
    assert codes(outcome) == [Code.TRANSFERRED_AGAIN]
    assert newest(desk).invoice.outstanding == SUM


# exactly once


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("call", ["create_order", "invoice_order"])
@pytest.mark.parametrize("guarded", [True, False])
def test_a_lost_answer_in_the_second_round_is_booked_once_in_the_end(
    desk: Desk, call: str, fault: Fault, guarded: bool
) -> None:
    credited(desk).ledger.settings.second_invoice_refused = guarded
    desk.ledger.line.fail(call, fault)
    assert desk.transfer(an_order()).state is TransferState.UNCERTAIN
    desk.clock.while_sleeping = desk.ledger.line.let_late_requests_arrive
    desk.ledger.line.let_late_requests_arrive()
    for _ in range(2):
        desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)
    assert codes(desk.transfer(an_order())) == [Code.ALREADY_BOOKED]


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("call", ["create_order", "invoice_order"])
def test_an_answer_lost_before_the_credit_note_is_settled_before_a_round_begins(
    desk: Desk, call: str, fault: Fault
) -> None:
    desk.ledger.line.fail(call, fault)
    desk.transfer(an_order())
    desk.ledger.line.let_late_requests_arrive()
    desk.transfer(an_order())
    credit(desk)
    desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)


def test_an_invoice_found_after_a_lost_answer_ends_the_run_though_it_is_credited(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    credit(desk)
    assert codes(desk.transfer(an_order())) == [Code.INVOICE_CREDITED, Code.SETTLED]
    assert numbers(desk) == [NUMBER]
    desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)


@pytest.mark.parametrize("kept", range(6, 12))
@pytest.mark.parametrize("guarded", [True, False])
def test_whatever_the_journal_lost_of_a_round_nothing_is_booked_twice(
    desk: Desk, kept: int, guarded: bool
) -> None:
    credited(desk).ledger.settings.second_invoice_refused = guarded
    desk.transfer(an_order())
    assert len(desk.journal.recorded) == 11
    del desk.journal.recorded[kept:]
    for _ in range(3):
        desk.transfer(an_order())
        desk.clock.advance(200)
    booked_twice_in_two_rounds(desk)
    assert desk.progress().is_settled


def test_a_refused_second_round_goes_on_where_it_stopped(desk: Desk) -> None:
    credited(desk)
    desk.ledger.line.fail("invoice_order", OrderRejected(Code.BANK_ACCOUNT_MISSING))
    assert desk.transfer(an_order()).state is TransferState.FAILED
    assert desk.progress().state is TransferState.FAILED
    preview = desk.service.preview(an_order(), AS_SET_UP)
    assert preview.problems[0].params == {"invoice": 10201, "number": AGAIN}
    desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)


def test_a_second_round_that_is_stopped_leaves_the_order_as_credited(desk: Desk) -> None:
    credited(desk)
    outcome = desk.transfer(an_order(method="svea"))
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.METHOD_UNMAPPED])
    assert desk.progress().round == 1
    assert desk.progress().invoice is not None
    assert desk.progress().invoice.credited  # type: ignore[union-attr]
    desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)


def test_the_second_number_may_be_taken_by_somebody_else(desk: Desk) -> None:
    credited(desk)
    desk.ledger.add_order(AGAIN, Money(100), comment="Prosjekt")
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.NUMBER_TAKEN])
    assert len(booked(desk)) == 1


def test_no_round_begins_while_a_step_has_no_known_outcome(desk: Desk) -> None:
    credited(desk)
    steps = desk.service.steps(NUMBER)
    steps.record(Step.CUSTOMER, Phase.INTENDED, StepFacts(customer_number=100457))
    assert codes(desk.transfer(an_order())) == [Code.ALREADY_BOOKED]
    assert numbers(desk) == [NUMBER]


# two programs, two computers


def test_two_programs_never_work_on_the_round_at_the_same_time(desk: Desk) -> None:
    credited(desk)
    other, seen = desk.another(same_journal=True), []
    desk.ledger.line.on_write = lambda _: seen.append(other.transfer(an_order()))
    desk.transfer(an_order())
    assert [outcome.claimed_by_other for outcome in seen] == [True, True]
    booked_twice_in_two_rounds(desk)


def interrupt(desk: Desk, call: str, work: Callable[[], object]) -> None:
    """Do `work` once, just before the next read of this name."""
    line = desk.ledger.line
    read = line.read

    def interrupted(name: str) -> None:
        if name == call:
            line.read = read  # type: ignore[method-assign]
            work()
        read(name)

    line.read = interrupted  # type: ignore[method-assign, assignment]


@pytest.mark.parametrize("call", ["credit", "orders_with_number", "customers_with_number"])
def test_a_program_that_slept_in_the_round_finds_what_another_has_booked(
    desk: Desk, call: str
) -> None:
    credited(desk)
    other = desk.another(same_journal=True)

    def sleep() -> None:
        desk.clock.advance(LEASE_SECONDS + 1)
        other.transfer(an_order())

    interrupt(desk, call, sleep)
    desk.transfer(an_order())
    booked_twice_in_two_rounds(desk)
    assert desk.progress().is_settled


def test_a_second_pc_takes_over_round_after_round_and_books_nothing_twice(desk: Desk) -> None:
    credited(desk)
    desk.transfer(an_order())
    other = desk.another(same_journal=False)
    assert codes(other.transfer(an_order())) == [Code.INVOICE_CREDITED, Code.ADOPTED]
    assert codes(other.transfer(an_order())) == [Code.ADOPTED]
    assert codes(other.transfer(an_order())) == [Code.ALREADY_BOOKED]
    booked_twice_in_two_rounds(desk)


@pytest.mark.parametrize("call", ["orders_with_number", "customers_with_number"])
@pytest.mark.parametrize("guarded", [True, False])
def test_two_pcs_that_begin_a_round_at_once_book_it_once(
    desk: Desk, call: str, guarded: bool
) -> None:
    credited(desk).ledger.settings.second_invoice_refused = guarded
    other = desk.another(same_journal=False)
    other.transfer(an_order())  # finds the credited order
    interrupt(desk, call, lambda: other.transfer(an_order()))
    desk.transfer(an_order())
    for each in (desk, other, desk):
        each.transfer(an_order())
    booked_twice_in_two_rounds(desk)


def test_a_round_of_its_own_is_folded_by_its_number() -> None:
    assert Progress().round == 1
    assert Progress().before is None
    assert Progress().after.round == 2
