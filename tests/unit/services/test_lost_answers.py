"""Lost and refused answers: looked up before anything is sent again, and booked once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import (
    KARI,
    OSLO,
    TODAY,
    a_guest,
    a_line,
    an_order,
)
from tests.unit.services.desk import AS_ORDER, NUMBER, Desk, booked_once, codes
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    Code,
    CredentialsRejected,
    OrderRejected,
    Problem,
    RateLimited,
    RemoteUnavailable,
)
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import BatchEnded, Outcome, Phase, Step, TransferState
from tripletex_wizard.services.cancel import CancelledError

CUSTOMER, ORDER, INVOICE = Step.CUSTOMER, Step.ORDER, Step.INVOICE
INTENDED, DONE, REFUSED, UNANSWERED = Phase.INTENDED, Phase.DONE, Phase.REFUSED, Phase.UNANSWERED
SUM = Money(8900)


# lost answers: the order


@pytest.mark.parametrize("fault", Fault)
def test_a_lost_answer_to_the_order_is_uncertain_and_nothing_more_is_sent(
    desk: Desk, fault: Fault
) -> None:
    desk.ledger.line.fail("create_order", fault)
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.UNCERTAIN
    assert codes(outcome) == [Code.OUTCOME_UNKNOWN]
    assert len(outcome.request_ids) == 1
    newest = desk.journal.entries(NUMBER)[-1]
    assert (newest.step, newest.phase) == (ORDER, UNANSWERED)
    assert newest.facts.request_ids == outcome.request_ids
    assert desk.requests("create_order") == 1
    assert desk.requests("invoice_order") == 0


@pytest.mark.parametrize("fault", Fault)
def test_an_order_whose_answer_was_lost_is_booked_once_in_the_end(desk: Desk, fault: Fault) -> None:
    desk.ledger.line.fail("create_order", fault)
    desk.transfer(an_order())
    desk.ledger.line.let_late_requests_arrive()
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    booked_once(desk)


def test_an_order_that_the_list_does_not_show_yet_stays_uncertain(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, KARI.name, email=KARI.email)
    desk.ledger.lagging = True
    desk.ledger.line.fail("create_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    again = desk.transfer(an_order())
    assert again.state is TransferState.UNCERTAIN
    assert again.problems == (Problem(Code.NUMBER_TAKEN_UNSEEN, number=NUMBER),)
    desk.ledger.catch_up()
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    booked_once(desk)


def test_a_lost_order_stays_uncertain_whatever_else_is_refused_meanwhile(desk: Desk) -> None:
    desk.ledger.lagging = True
    desk.ledger.line.fail("create_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    again = desk.transfer(an_order())  # the customer made before is not listed yet
    assert (again.state, codes(again)) == (TransferState.UNCERTAIN, [Code.CUSTOMER_NUMBER_TAKEN])
    desk.ledger.catch_up()
    desk.transfer(an_order())
    booked_once(desk)


def test_an_order_that_arrived_after_the_look_up_is_found_behind_the_refusal(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", Fault.LATE)
    desk.transfer(an_order())
    desk.ledger.line.on_write = lambda _: desk.ledger.line.let_late_requests_arrive()
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    booked_once(desk)


def test_a_lost_order_that_was_edited_meanwhile_is_stopped(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    outcome = desk.transfer(an_order(lines=[a_line("80.00")], total="80.00"))
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.ORDER_EDITED])
    assert len(desk.ledger.orders) == 1


def test_a_lost_order_whose_vat_was_edited_meanwhile_is_stopped_though_its_sum_is_the_same(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("create_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    book = a_line("89.00", rate="0", sku="BOK-1")
    outcome = desk.transfer(an_order(lines=[book], total="89.00"))
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.ORDER_EDITED])
    assert desk.requests("invoice_order") == 0


# lost answers: the invoice


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("guarded", [True, False])
def test_an_invoice_whose_answer_was_lost_is_booked_once_in_the_end(
    desk: Desk, fault: Fault, guarded: bool
) -> None:
    desk.ledger.settings.second_invoice_refused = guarded
    desk.ledger.line.fail("invoice_order", fault)
    lost = desk.transfer(an_order())
    assert (lost.state, codes(lost)) == (TransferState.UNCERTAIN, [Code.OUTCOME_UNKNOWN])
    desk.clock.while_sleeping = desk.ledger.line.let_late_requests_arrive
    desk.transfer(an_order())
    booked_once(desk)
    assert desk.progress().is_settled
    assert codes(desk.transfer(an_order())) == [Code.ALREADY_BOOKED]


def test_a_lost_answer_is_waited_for_until_a_late_request_would_have_shown_itself(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.advance(30)
    desk.transfer(an_order())
    assert desk.clock.slept == [45]


@pytest.mark.parametrize("age", [75, 3600])
def test_after_the_quiet_time_nothing_is_waited_for(desk: Desk, age: int) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.advance(age)
    desk.transfer(an_order())
    assert desk.clock.slept == []
    booked_once(desk)


def test_a_server_that_answered_is_not_waited_for(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.FAILED_BEFORE)
    desk.transfer(an_order())
    desk.transfer(an_order())
    assert desk.clock.slept == []
    assert desk.steps()[-4:] == [
        (INVOICE, UNANSWERED),
        (INVOICE, REFUSED),
        (INVOICE, INTENDED),
        (INVOICE, DONE),
    ]
    assert desk.journal.entries(NUMBER)[-3].facts.reason == "not_booked"


def test_an_invoice_that_shows_itself_at_once_is_not_waited_for(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    outcome = desk.transfer(an_order())
    assert desk.clock.slept == []
    assert codes(outcome) == [Code.SETTLED]
    settled = desk.journal.entries(NUMBER)[-1].facts
    assert (settled.adopted, settled.answered) == (True, False)
    assert settled.invoice_id == desk.only_invoice.invoice.id


@pytest.mark.parametrize(
    ("choice", "notes", "told"),
    [
        (Choice(), [Code.EMAILED_BEFORE, Code.SETTLED], KARI.email),
        (Choice(email=False), [Code.SETTLED], ""),
    ],
)
def test_an_email_behind_a_lost_answer_is_told_and_counted(
    desk: Desk, choice: Choice, notes: list[Code], told: str
) -> None:
    order = an_order(method="card")  # its invoices are sent
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(order, choice)
    outcome = desk.transfer(order)
    assert (codes(outcome), outcome.emailed_to) == (notes, told)
    assert outcome.state is TransferState.TRANSFERRED
    again = desk.transfer(order)
    assert (codes(again), again.emailed_to) == ([Code.ALREADY_BOOKED], "")


def test_an_invoice_that_the_list_does_not_show_yet_stays_uncertain(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.ledger.lagging = True
    desk.transfer(an_order())
    desk.ledger.lagging = False
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.UNCERTAIN
    assert outcome.problems == (Problem(Code.CLOSED_WITHOUT_INVOICE, number=NUMBER),)
    desk.ledger.catch_up()
    desk.transfer(an_order())
    booked_once(desk)


def test_an_order_that_somebody_deleted_while_its_invoice_was_unknown_is_made_again(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.ledger.orders.clear()
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED
    assert desk.clock.slept == [75]
    booked_once(desk)


def test_a_program_that_was_killed_while_it_invoiced_looks_before_it_repeats(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.journal.recorded.pop()  # killed before the answer was written down
    outcome = desk.transfer(an_order())
    assert codes(outcome) == [Code.SETTLED]
    booked_once(desk)


def test_a_killed_program_may_have_waited_before_it_sent_so_its_quiet_time_is_double(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.journal.recorded.pop()  # killed before the lost answer was written down
    desk.transfer(an_order())
    assert desk.clock.slept == [150]
    booked_once(desk)


def test_a_clock_that_was_set_back_does_not_prolong_the_waiting(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.advance(-24 * 3600)
    desk.transfer(an_order())
    assert desk.clock.slept == [75]


def test_the_other_orders_are_transferred_while_one_waits(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    events = list(desk.events([an_order(), an_order(number="10458")]))
    orders = [row for row in events if not isinstance(row, BatchEnded)]
    assert [row.order_number for row in orders] == ["10457", "10458", "10458", "10457", "10457"]
    assert [row.state for row in events if isinstance(row, Outcome)] == [
        TransferState.TRANSFERRED
    ] * 2


def test_an_order_whose_waiting_is_cancelled_is_told_as_uncertain(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())

    def cancel() -> None:
        raise CancelledError

    desk.clock.while_sleeping = cancel
    assert desk.transfer(an_order()).state is TransferState.UNCERTAIN
    assert desk.requests("invoice_order") == 1


def test_a_late_request_that_is_later_than_the_quiet_time_of_two_looks_is_still_waited_for(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.while_sleeping = lambda: desk.clock.advance(-75)  # set back while it waited
    assert desk.transfer(an_order()).state is TransferState.UNCERTAIN
    assert desk.requests("invoice_order") == 1


def test_an_invoice_credited_by_hand_after_a_lost_answer_is_told(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    booked = desk.only_invoice
    credited = replace(booked, invoice=replace(booked.invoice, is_credited=True))
    desk.ledger.invoices[booked.invoice.id] = credited
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert Code.INVOICE_CREDITED in codes(outcome)


def test_the_gate_also_stands_behind_a_lost_answer(desk: Desk) -> None:
    desk.ledger.settings.invoice_fee = Money(3900)
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert Problem(Code.AMOUNT_DIFFERS, ours=SUM, theirs=Money(12800)) in outcome.problems


def test_a_rate_limit_is_waited_out_and_each_attempt_is_written_down(desk: Desk) -> None:
    limited = RateLimited(Code.RATE_LIMITED, seconds=10)
    desk.ledger.line.fail("invoice_order", limited, limited)
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert desk.clock.slept == [10, 10]
    assert desk.steps()[-6:] == [(INVOICE, INTENDED), (INVOICE, REFUSED)] * 2 + [
        (INVOICE, INTENDED),
        (INVOICE, DONE),
    ]


def test_a_rate_limit_without_a_time_is_waited_for_longer_each_time(desk: Desk) -> None:
    limited = RateLimited(Code.RATE_LIMITED, seconds=0)
    desk.ledger.line.fail("create_order", limited, limited, limited)
    desk.transfer(an_order())
    assert desk.clock.slept == [4, 8, 16]


@pytest.mark.parametrize("seconds", [91, 3600])
def test_a_rate_limit_that_asks_for_too_much_is_not_waited_for(desk: Desk, seconds: int) -> None:
    desk.ledger.line.fail("create_order", RateLimited(Code.RATE_LIMITED, seconds=seconds))
    assert desk.transfer(an_order()).state is TransferState.FAILED
    assert desk.clock.slept == []


def test_a_service_that_stays_over_its_limit_fails_the_order(desk: Desk) -> None:
    limited = RateLimited(Code.RATE_LIMITED, seconds=1)
    desk.ledger.line.fail("create_order", *[limited] * 5)
    assert desk.transfer(an_order()).state is TransferState.FAILED
    assert desk.requests("create_order") == 5


def test_a_strange_answer_to_a_write_leaves_the_order_uncertain(desk: Desk) -> None:
    strange = AnswerNotUnderstood(Code.ANSWER_NOT_UNDERSTOOD, path="token")
    desk.ledger.line.fail("create_order", strange)
    assert desk.transfer(an_order()).state is TransferState.UNCERTAIN
    assert desk.steps()[-1] == (ORDER, UNANSWERED)
    desk.transfer(an_order())
    booked_once(desk)


def test_a_repeated_invoice_of_another_month_gets_the_day_of_issue(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.advance(10 * 24 * 3600)
    desk.transfer(an_order())
    assert desk.only_invoice.invoice.invoice_date == date(2026, 12, 3)


def test_a_repeated_invoice_keeps_the_date_that_was_sent_first(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.advance(24 * 3600)
    desk.transfer(an_order())
    assert desk.only_invoice.invoice.invoice_date == TODAY


# refused


def test_a_refused_invoice_leaves_the_order_and_is_sent_again_when_asked(desk: Desk) -> None:
    refused = OrderRejected(Code.BANK_ACCOUNT_MISSING, request_ids=("r1",))
    desk.ledger.line.fail("invoice_order", refused)
    outcome = desk.transfer(an_order())
    assert outcome == Outcome(
        NUMBER,
        TransferState.FAILED,
        problems=(Problem(Code.BANK_ACCOUNT_MISSING),),
        order_id=desk.only_order.id,
        request_ids=("r1",),
    )
    newest = desk.journal.entries(NUMBER)[-1].facts
    assert (newest.reason, newest.request_ids) == ("bank_account_missing", ("r1",))
    assert not desk.only_order.is_closed
    desk.transfer(an_order())
    booked_once(desk)
    assert desk.requests("create_order") == 1


def test_the_day_of_a_refused_invoice_is_not_kept(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", OrderRejected(Code.BANK_ACCOUNT_MISSING))
    desk.transfer(an_order())
    desk.clock.advance(24 * 3600)
    desk.transfer(an_order())
    assert desk.only_invoice.invoice.invoice_date == date(2026, 11, 24)


def test_an_order_whose_invoice_was_refused_may_be_left_as_an_order(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", OrderRejected(Code.BANK_ACCOUNT_MISSING))
    desk.transfer(an_order())
    outcome = desk.transfer(an_order(), AS_ORDER)
    assert (outcome.state, outcome.transfer_as) == (TransferState.TRANSFERRED, TransferAs.ORDER)
    assert desk.progress().state is TransferState.TRANSFERRED
    assert desk.progress().is_settled
    assert desk.steps()[-1] == (ORDER, DONE)


def test_an_order_left_as_an_order_can_still_become_an_invoice(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", OrderRejected(Code.BANK_ACCOUNT_MISSING))
    desk.transfer(an_order())
    desk.transfer(an_order(), AS_ORDER)
    desk.transfer(an_order())
    booked_once(desk)


@pytest.mark.parametrize("call", ["create_customer", "create_order", "invoice_order"])
@pytest.mark.parametrize(
    "error",
    [
        OrderRejected(Code.REJECTED, status=422),
        RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"),
        CredentialsRejected(Code.SESSION_REJECTED),
    ],
)
def test_a_step_that_certainly_was_not_done_is_sent_again_when_asked(
    desk: Desk, call: str, error: OrderRejected | RemoteUnavailable | CredentialsRejected
) -> None:
    desk.ledger.line.fail(call, error)
    outcome = desk.transfer(an_order())
    assert (outcome.state, outcome.problems) == (TransferState.FAILED, (error.problem,))
    assert desk.steps()[-1][1] is REFUSED
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    booked_once(desk)
    assert desk.requests(call) == 2


def test_a_number_that_is_refused_after_a_look_that_began_too_early_is_uncertain(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("create_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.advance(70)
    looks = {"orders_with_number"}
    desk.ledger.line.on_read = lambda call: desk.clock.advance(10 if call in looks else 0)
    desk.ledger.line.fail("create_order", OrderRejected(Code.NUMBER_TAKEN_UNSEEN, number=NUMBER))
    assert desk.transfer(an_order()).state is TransferState.UNCERTAIN


def test_nothing_is_recorded_once_the_claim_may_be_somebody_elses(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.advance(75)
    desk.journal.renew = lambda *_: False  # type: ignore[method-assign]
    before = desk.steps()
    assert desk.transfer(an_order()).state is TransferState.UNCERTAIN
    assert desk.steps() == before


def test_an_order_is_not_told_gone_once_the_claim_may_be_somebody_elses(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    desk.ledger.orders.clear()
    desk.journal.renew = lambda *_: False  # type: ignore[method-assign]
    before = desk.steps()
    assert desk.transfer(an_order(), AS_ORDER).state is TransferState.UNCERTAIN
    assert desk.steps() == before


def test_an_order_that_never_arrived_fails_when_it_is_refused_after_the_quiet_time(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("create_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.advance(75)
    desk.ledger.line.fail("create_order", OrderRejected(Code.REJECTED))
    assert desk.transfer(an_order()).state is TransferState.FAILED


def test_a_clock_that_was_ahead_when_the_request_went_out_holds_nothing_up_for_ever(
    desk: Desk,
) -> None:
    now = desk.clock.now()
    desk.clock.set_to(now + timedelta(days=200))
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.set_to(now)
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert desk.clock.slept == [75]


def test_an_hour_that_daylight_saving_skips_is_no_quiet_time(desk: Desk) -> None:
    desk.clock.set_to(datetime(2027, 3, 28, 1, 59, 50, tzinfo=OSLO))
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    desk.clock.set_to(datetime(2027, 3, 28, 3, 0, 0, tzinfo=OSLO))
    desk.transfer(an_order())
    assert desk.clock.slept == [65]


def test_an_order_left_out_after_its_answer_was_lost_is_still_told_as_uncertain(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("create_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    rows = tuple(replace(row, left_out=True) for row in desk.profile.mapping.rows)
    desk.profile = replace(desk.profile, mapping=replace(desk.profile.mapping, rows=rows))
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.UNCERTAIN
    assert codes(outcome) == [Code.OUTCOME_UNKNOWN, Code.METHOD_LEFT_OUT]


def test_an_order_moved_to_another_card_and_invoiced_by_hand_is_found(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    moved = replace(desk.only_order, customer_id=4242)
    desk.ledger.add_invoice(moved, SUM, paid=SUM)
    assert codes(desk.transfer(an_order())) == [Code.SETTLED]


def test_a_guest_whose_card_was_lost_gets_no_second_card_by_the_next_order(desk: Desk) -> None:
    desk.ledger.lagging = True
    desk.ledger.line.fail("create_customer", Fault.LOST_AFTER)
    outcomes = desk.batch([an_order("1", customer=a_guest()), an_order("2", customer=a_guest())])
    assert [row.state for row in outcomes] == [TransferState.UNCERTAIN] * 2
    assert len(desk.ledger.customers) == 1
