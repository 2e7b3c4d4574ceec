"""The status goes to the shop first; then the order is booked. No customer is told twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import KARI, SENT, an_order
from tests.unit.services.desk import NUMBER, Desk, booked_once, codes
from tripletex_wizard.domain.errors import (
    Code,
    OrderUncertain,
    PermissionMissing,
    Problem,
    RateLimited,
    RemoteUnavailable,
)
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import (
    BatchEnded,
    JournalEntry,
    Outcome,
    Phase,
    Step,
    StepFacts,
    TransferState,
)
from tripletex_wizard.services.order_status import settle_status

STATUS, INVOICE = Step.STATUS, Step.INVOICE
INTENDED, DONE, REFUSED, UNANSWERED = Phase.INTENDED, Phase.DONE, Phase.REFUSED, Phase.UNANSWERED
IN_WORK, RETURNED = OrderStatus("2", "Under behandling"), OrderStatus("7", "Returnert")
AS_SENT = Choice(status=SENT)
AND_TELL = Choice(status=SENT, notify=True)
TOLD = [(NUMBER, SENT.id)]


def in_work(**more: object) -> Order:
    return replace(an_order(status=IN_WORK, finished=None), **more)  # type: ignore[arg-type]


def writing(order: Order | UnreadableOrder | None = None) -> Desk:
    """A desk whose set-up allows writing to the shop, which has the order."""
    desk = Desk().with_rules(write_back=True)
    desk.webshop.orders = [in_work() if order is None else order]
    return desk


def status_steps(desk: Desk) -> list[Phase]:
    return [phase for step, phase in desk.steps() if step is STATUS]


def changes(desk: Desk) -> int:
    return desk.webshop.line.requests["change_status"]


def problem(code: Code) -> Problem:
    return Problem(code, status=SENT.name)


# in one go


def test_an_order_in_work_is_sent_and_booked_in_one_go() -> None:
    desk = writing()
    outcome = desk.transfer(in_work(), AS_SENT)
    assert (outcome.state, outcome.problems) == (TransferState.TRANSFERRED, ())
    booked_once(desk)
    assert desk.steps()[:2] == [(STATUS, INTENDED), (STATUS, DONE)]
    assert desk.journal.entries(NUMBER)[0].facts == StepFacts(status_id="5", status_name="Sendt")
    assert desk.webshop.notices == []


def test_the_customer_is_told_when_that_was_asked_for() -> None:
    desk = writing()
    outcome = desk.transfer(in_work(), AND_TELL)
    assert desk.webshop.notices == TOLD
    assert (outcome.notified_to, outcome.problems) == ("kari@example.no", ())
    assert desk.journal.entries(NUMBER)[1].facts.notify
    assert desk.progress().was_notified


def test_what_is_booked_is_the_order_as_the_shop_has_it_after_the_change() -> None:
    desk = writing()
    desk.webshop.line.on_write = lambda _call: setattr(
        desk.webshop, "orders", [in_work(customer=replace(KARI, email="new@example.no"))]
    )
    assert desk.transfer(in_work(), AS_SENT).state is TransferState.TRANSFERRED
    (customer,) = desk.ledger.customers.values()
    assert customer.email == "new@example.no"


def test_without_write_back_nothing_is_sent_to_the_shop() -> None:
    desk = Desk()
    desk.webshop.orders = [in_work()]
    outcome = desk.transfer(in_work(), AND_TELL)
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.NOT_DELIVERED])
    assert (changes(desk), desk.steps()) == (0, [])


def test_without_write_back_the_status_is_a_copy_of_this_program() -> None:
    outcome = Desk().transfer(an_order(status=IN_WORK), AND_TELL)
    assert (outcome.state, outcome.notified_to) == (TransferState.TRANSFERRED, "")


def test_a_status_of_this_program_that_completes_nothing_books_nothing() -> None:
    outcome = Desk().transfer(an_order(), Choice(status=RETURNED))
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.STATUS_CALLED_OFF])


def test_an_order_with_a_completed_status_but_no_day_is_stopped_without_write_back() -> None:
    outcome = Desk().transfer(an_order(finished=None), AS_SENT)
    assert codes(outcome) == [Code.NOT_DELIVERED]


def test_a_transfer_that_asks_for_no_status_changes_none() -> None:
    desk = writing(an_order())
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert changes(desk) == 0


def test_an_order_that_has_the_status_already_is_only_booked() -> None:
    desk = writing(an_order())
    outcome = desk.transfer(an_order(), AS_SENT)
    assert (outcome.state, outcome.problems) == (TransferState.TRANSFERRED, ())
    assert changes(desk) == 0


def test_no_notice_of_a_status_that_the_order_has_already_and_the_reason_is_told() -> None:
    desk = writing(an_order())
    outcome = desk.transfer(an_order(), AND_TELL)
    assert outcome.problems == (problem(Code.STATUS_SET_BEFORE),)
    assert (outcome.notified_to, desk.webshop.notices) == ("", [])


# before anything is sent


def test_an_order_that_could_not_be_booked_is_not_changed_in_the_shop() -> None:
    unmapped = in_work(payment_module="bitcoin", payment_method="Bitcoin")
    desk = writing(unmapped)
    outcome = desk.transfer(unmapped, AND_TELL)
    assert (outcome.state, codes(outcome)) == (TransferState.STOPPED, [Code.METHOD_UNMAPPED])
    assert (changes(desk), desk.steps()) == (0, [])


def test_a_status_that_does_not_count_as_completed_is_not_written_by_a_transfer() -> None:
    desk = writing(an_order())
    outcome = desk.transfer(an_order(), Choice(status=RETURNED))
    assert outcome.problems == (Problem(Code.STATUS_CALLED_OFF, status="Returnert"),)
    assert changes(desk) == 0


def test_a_booked_order_gets_its_status_and_is_not_booked_again() -> None:
    desk = writing(an_order())
    desk.transfer(an_order())
    desk.webshop.orders = [an_order(status=IN_WORK)]
    outcome = desk.transfer(an_order(status=IN_WORK), AND_TELL)
    assert codes(outcome) == [Code.ALREADY_BOOKED]
    assert desk.webshop.notices == TOLD
    booked_once(desk)


def test_an_order_that_is_no_longer_completed_is_not_invoiced() -> None:
    outcome = Desk().transfer(an_order(status=RETURNED))
    assert outcome.problems == (Problem(Code.STATUS_CALLED_OFF, status="Returnert"),)


# the shop says no


def test_a_refused_status_books_nothing_and_says_why() -> None:
    desk = writing()
    desk.webshop.takes_statuses = False
    outcome = desk.transfer(in_work(), AND_TELL)
    assert outcome.state is TransferState.FAILED
    assert outcome.problems == (Problem(Code.STATUS_REFUSED, status="Sendt", text="Nei."),)
    assert (status_steps(desk), desk.ledger.orders) == ([INTENDED, REFUSED], {})
    assert not desk.progress().was_notified


def test_after_a_refusal_the_customer_may_be_told_once_the_shop_agrees() -> None:
    desk = writing()
    desk.webshop.takes_statuses = False
    desk.transfer(in_work(), AND_TELL)
    desk.webshop.takes_statuses = True
    desk.transfer(in_work(), AND_TELL)
    assert desk.webshop.notices == TOLD
    booked_once(desk)


def test_a_shop_that_tells_the_customer_and_keeps_the_status_does_so_once_only() -> None:
    desk = writing()
    desk.webshop.keeps_statuses = True
    for _time in range(3):
        outcome = desk.transfer(in_work(), AND_TELL)
        assert outcome.problems == (problem(Code.STATUS_NOT_CHANGED),)
    assert desk.webshop.notices == TOLD
    assert desk.ledger.orders == {}
    desk.webshop.keeps_statuses = False
    assert codes(desk.transfer(in_work(), AND_TELL)) == [Code.NOTICE_UNCERTAIN]
    assert desk.webshop.notices == TOLD
    booked_once(desk)


def test_a_shop_that_takes_no_notices_is_told_of() -> None:
    desk = writing()
    desk.webshop.takes_notices = False
    outcome = desk.transfer(in_work(), AND_TELL)
    assert (outcome.state, outcome.problems) == (
        TransferState.TRANSFERRED,
        (problem(Code.NOTICE_NOT_SENT),),
    )
    assert (outcome.notified_to, desk.progress().was_notified) == ("", False)


def test_a_notice_that_was_not_asked_for_is_not_missed() -> None:
    desk = writing()
    desk.webshop.takes_notices = False
    assert desk.transfer(in_work(), AS_SENT).problems == ()


def test_a_rate_limit_is_waited_out_and_nobody_told_twice() -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", RateLimited(Code.RATE_LIMITED, seconds=7))
    assert desk.transfer(in_work(), AND_TELL).state is TransferState.TRANSFERRED
    assert (desk.clock.slept, desk.webshop.notices) == ([7], TOLD)


def test_a_missing_permission_ends_the_batch() -> None:
    desk = writing()
    lacking = PermissionMissing(Code.SHOP_PERMISSION_MISSING, permission="write:orders")
    desk.webshop.line.fail("change_status", lacking)
    events = list(desk.service.transfer_batch([in_work()], AND_TELL))
    assert isinstance(events[-1], BatchEnded)
    assert events[-1].problem == lacking.problem
    assert not desk.progress().was_notified
    assert desk.ledger.orders == {}


def test_an_order_that_cannot_be_read_after_the_change_is_not_booked() -> None:
    desk = writing()
    unreadable = UnreadableOrder(NUMBER, Problem(Code.ORDER_WITHOUT_LINES))
    desk.webshop.line.on_write = lambda _call: setattr(desk.webshop, "orders", [unreadable])
    outcome = desk.transfer(in_work(), AS_SENT)
    assert (codes(outcome), desk.ledger.orders) == ([Code.ORDER_WITHOUT_LINES], {})


def test_an_order_that_is_gone_after_the_change_is_not_booked() -> None:
    desk = writing()
    desk.webshop.line.on_write = lambda _call: desk.webshop.orders.clear()
    assert codes(desk.transfer(in_work(), AS_SENT)) == [Code.ORDER_NOT_FOUND]


# lost answers


@pytest.mark.parametrize("fault", Fault)
def test_a_lost_answer_ends_in_one_booking_and_one_notice_at_most(fault: Fault) -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", fault)
    desk.clock.while_sleeping = desk.webshop.line.let_late_requests_arrive
    desk.transfer(in_work(), AND_TELL)
    desk.transfer(in_work(), AND_TELL)
    booked_once(desk)
    assert len(desk.webshop.notices) <= 1
    assert desk.progress().is_settled


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.FAILED_AFTER])
def test_a_change_that_shows_itself_is_done_and_its_notice_is_called_uncertain(
    fault: Fault,
) -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", fault)
    outcome = desk.transfer(in_work(), AND_TELL)
    assert outcome.state is TransferState.TRANSFERRED
    assert outcome.problems == (problem(Code.NOTICE_UNCERTAIN),)
    assert status_steps(desk) == [INTENDED, UNANSWERED, DONE]
    settled = desk.journal.entries(NUMBER)[2].facts
    assert (settled.adopted, settled.answered, settled.notify) == (True, False, True)
    assert (changes(desk), desk.clock.slept) == (1, [])


def test_a_change_without_notice_that_shows_itself_leaves_no_note() -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", Fault.LOST_AFTER)
    assert desk.transfer(in_work(), AS_SENT).problems == ()


def test_a_change_that_never_arrived_is_waited_for_before_it_is_sent_again() -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", Fault.LOST_BEFORE)
    outcome = desk.transfer(in_work(), AND_TELL)
    assert desk.clock.slept == [75]
    assert status_steps(desk) == [INTENDED, UNANSWERED, REFUSED, INTENDED, DONE]
    assert outcome.problems == (problem(Code.NOTICE_UNCERTAIN),)
    assert desk.webshop.notices == []  # nobody can know that it had not gone out
    booked_once(desk)


def test_a_change_that_comes_late_is_found_and_not_sent_again() -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", Fault.LATE)
    desk.clock.while_sleeping = desk.webshop.line.let_late_requests_arrive
    outcome = desk.transfer(in_work(), AND_TELL)
    assert outcome.problems == (problem(Code.NOTICE_UNCERTAIN),)
    assert (changes(desk), desk.webshop.notices) == (1, TOLD)
    booked_once(desk)


def test_a_server_that_broke_down_before_the_change_books_nothing() -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", Fault.FAILED_BEFORE)
    outcome = desk.transfer(in_work(), AND_TELL)
    assert outcome.problems == (problem(Code.STATUS_NOT_CHANGED),)
    assert (status_steps(desk), desk.clock.slept) == ([INTENDED, UNANSWERED, REFUSED], [])
    assert desk.ledger.orders == {}


def test_a_lost_change_is_uncertain_in_the_words_of_the_shop() -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", Fault.LOST_BEFORE)
    desk.clock.while_sleeping = lambda: setattr(
        desk.webshop, "failure", RemoteUnavailable(Code.NO_ANSWER, host="mystore")
    )
    outcome = desk.transfer(in_work(), AND_TELL)
    assert outcome.state is TransferState.UNCERTAIN
    assert codes(outcome) == [Code.NO_ANSWER]
    assert desk.service.preview(in_work(), AND_TELL).problems == (problem(Code.STATUS_UNANSWERED),)


def test_a_killed_change_is_settled_by_any_later_transfer_even_with_write_back_off() -> None:
    desk = writing()
    desk.transfer(in_work(), AND_TELL)
    killed = desk.journal.recorded[:1]
    fresh = Desk()
    fresh.journal.recorded = killed
    fresh.webshop.orders = desk.webshop.orders
    outcome = fresh.transfer(in_work())  # as it was read before the other program was killed
    assert outcome.state is TransferState.TRANSFERRED
    assert status_steps(fresh) == [INTENDED, DONE]
    booked_once(fresh)


def test_the_notice_of_a_killed_change_stays_uncertain() -> None:
    desk = writing(an_order())
    facts = StepFacts(status_id=SENT.id, status_name=SENT.name, notify=True)
    desk.journal.record(JournalEntry(NUMBER, STATUS, INTENDED, desk.clock.now(), facts))
    assert codes(desk.transfer(an_order(), AND_TELL)) == [Code.NOTICE_UNCERTAIN]
    assert codes(desk.transfer(an_order(), AND_TELL)) == [
        Code.ALREADY_BOOKED,
        Code.NOTICE_UNCERTAIN,
    ]


def test_a_notice_that_went_out_is_not_repeated_on_transferring_again() -> None:
    desk = writing()
    desk.transfer(in_work(), AND_TELL)
    again = desk.transfer(an_order(), AND_TELL)
    assert codes(again) == [Code.ALREADY_BOOKED, Code.NOTICE_SENT_BEFORE]
    assert desk.webshop.notices == TOLD


def test_a_lost_change_of_an_order_that_cannot_be_read_stays_uncertain() -> None:
    desk = writing(UnreadableOrder(NUMBER, Problem(Code.ORDER_WITHOUT_LINES)))
    facts = StepFacts(status_id=SENT.id, status_name=SENT.name)
    desk.journal.record(JournalEntry(NUMBER, STATUS, UNANSWERED, desk.clock.now(), facts))
    desk.clock.advance(100)
    outcome = desk.transfer(in_work())
    assert outcome.state is TransferState.UNCERTAIN
    assert codes(outcome) == [Code.STATUS_UNANSWERED, Code.ORDER_WITHOUT_LINES]


def test_a_look_that_began_too_early_does_not_show_a_change_undone() -> None:
    desk = writing()
    facts = StepFacts(status_id=SENT.id, status_name=SENT.name)
    desk.journal.record(JournalEntry(NUMBER, STATUS, UNANSWERED, desk.clock.now(), facts))
    desk.clock.advance(70)
    desk.webshop.line.on_read = lambda _: desk.clock.advance(10)
    service = desk.service
    with service.claimed(NUMBER), pytest.raises(OrderUncertain) as told:
        settle_status(desk.webshop, service.steps(NUMBER), service.quiet_time())
    assert told.value.again_after == 5
    assert status_steps(desk) == [UNANSWERED]


def test_a_lost_change_of_an_order_that_is_gone_is_not_done() -> None:
    desk = writing()
    desk.webshop.orders = []
    facts = StepFacts(status_id=SENT.id, status_name=SENT.name)
    desk.journal.record(JournalEntry(NUMBER, STATUS, UNANSWERED, desk.clock.now(), facts))
    desk.clock.advance(100)
    (_, outcome) = desk.service.transfer_batch([in_work()], Choice())
    assert isinstance(outcome, Outcome)
    assert codes(outcome) == [Code.ORDER_NOT_FOUND]
    assert status_steps(desk) == [UNANSWERED, REFUSED]


def test_where_nothing_was_lost_there_is_nothing_to_settle() -> None:
    desk = writing()
    service = desk.service
    with service.claimed(NUMBER):
        assert not settle_status(desk.webshop, service.steps(NUMBER), service.quiet_time())
    assert desk.steps() == []
