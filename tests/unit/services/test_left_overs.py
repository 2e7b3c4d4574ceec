"""What earlier runs left open is looked up in Tripletex: recorded when proved, never sent."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import KARI, SENT, a_guest, an_order
from tests.unit.services.desk import (
    AS_ORDER,
    AS_SET_UP,
    NUMBER,
    Desk,
    booked_once,
    codes,
)
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    Code,
    OrderRejected,
    OrderUncertain,
    Problem,
    RemoteUnavailable,
)
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Outcome,
    Phase,
    Step,
    StepFacts,
    TransferState,
)
from tripletex_wizard.services.cancel import CancelledError
from tripletex_wizard.services.customers import CustomerBook
from tripletex_wizard.services.left_overs import LeftOvers
from tripletex_wizard.services.marking import MarkingService
from tripletex_wizard.services.steps import LEASE_SECONDS

CUSTOMER, ORDER, INVOICE = Step.CUSTOMER, Step.ORDER, Step.INVOICE
DONE, REFUSED, UNANSWERED = Phase.DONE, Phase.REFUSED, Phase.UNANSWERED
SUM = Money(8900)
COMMENT = "Mystore-ordre 10457 (fjord-garn)"
WRITES = ("create_customer", "update_customer", "create_order", "invoice_order")
QUIET = 75


def left_overs(desk: Desk) -> LeftOvers:
    return LeftOvers(desk.service)


def lost(
    desk: Desk, call: str, fault: Fault, order: Order | None = None, choice: Choice = AS_SET_UP
) -> None:
    desk.ledger.line.fail(call, fault)
    desk.transfer(order or an_order(), choice)


def standing(desk: Desk) -> Standing:
    return desk.reader.standing(NUMBER)


def settle(desk: Desk) -> Outcome:
    """The outcome of the one order that is open; that nothing was sent or waited for is seen to."""
    before = [desk.requests(call) for call in WRITES]
    (outcome,) = left_overs(desk).settle()
    assert [desk.requests(call) for call in WRITES] == before
    assert desk.clock.slept == []
    assert desk.journal.claims == {}
    return outcome


def test_nothing_is_asked_when_nothing_is_open(desk: Desk) -> None:
    desk.transfer(an_order())
    before = desk.ledger.line.requests.copy()
    assert list(left_overs(desk).settle()) == []
    assert desk.ledger.line.requests == before


# invoices


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.FAILED_AFTER])
def test_an_invoice_that_was_made_is_recorded(desk: Desk, fault: Fault) -> None:
    lost(desk, "invoice_order", fault)
    outcome = settle(desk)
    assert (outcome.state, outcome.invoice_number) == (TransferState.TRANSFERRED, 10201)
    assert codes(outcome) == [Code.SETTLED]
    assert desk.progress().is_settled
    assert left_overs(desk).numbers() == ()
    booked_once(desk)


def test_that_the_lost_invoice_was_sent_by_email_is_told(desk: Desk) -> None:
    lost(desk, "invoice_order", Fault.LOST_AFTER, an_order(method="card"))
    assert codes(settle(desk)) == [Code.EMAILED_BEFORE, Code.SETTLED]


def test_an_invoice_that_is_not_there_is_uncertain_until_it_would_have_shown(desk: Desk) -> None:
    lost(desk, "invoice_order", Fault.LOST_BEFORE)
    outcome = settle(desk)
    until = desk.clock.now() + timedelta(seconds=QUIET)
    assert outcome.state is TransferState.UNCERTAIN
    assert outcome.problems == (Problem(Code.NO_ANSWER_YET, until=until),)
    assert desk.steps()[-1] == (INVOICE, UNANSWERED)


@pytest.mark.parametrize("fault", [Fault.LOST_BEFORE, Fault.FAILED_BEFORE])
def test_an_invoice_that_was_not_made_is_safe_to_send_again(desk: Desk, fault: Fault) -> None:
    lost(desk, "invoice_order", fault)
    desk.clock.advance(QUIET)
    outcome = settle(desk)
    found = Problem(Code.FOUND_AS_ORDER, number=NUMBER)
    assert (outcome.state, outcome.problems) == (TransferState.FAILED, (found,))
    assert desk.steps()[-1] == (INVOICE, REFUSED)
    desk.transfer(an_order())
    booked_once(desk)


def test_an_order_that_is_closed_without_an_invoice_needs_a_person(desk: Desk) -> None:
    lost(desk, "invoice_order", Fault.LOST_AFTER)
    desk.ledger.invoices.clear()
    desk.clock.advance(QUIET)
    outcome = settle(desk)
    assert outcome.state is TransferState.UNCERTAIN
    assert codes(outcome) == [Code.CLOSED_WITHOUT_INVOICE]


def test_an_order_that_was_deleted_before_it_was_invoiced_is_safe_to_send_again(
    desk: Desk,
) -> None:
    lost(desk, "invoice_order", Fault.LOST_BEFORE)
    desk.ledger.orders.clear()
    desk.clock.advance(QUIET)
    assert codes(settle(desk)) == [Code.NOT_IN_LEDGER]
    desk.transfer(an_order())
    booked_once(desk)


# orders


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.FAILED_AFTER])
def test_an_order_that_was_made_is_found_and_gone_on_with(desk: Desk, fault: Fault) -> None:
    lost(desk, "create_order", fault)
    outcome = settle(desk)
    assert outcome == Outcome(
        NUMBER,
        TransferState.FAILED,
        TransferAs.INVOICE,
        (Problem(Code.FOUND_AS_ORDER, number=NUMBER),),
        order_id=desk.only_order.id,
        amount=SUM,
    )
    assert desk.progress().order is not None
    desk.transfer(an_order())
    booked_once(desk)


def test_an_order_that_was_asked_for_as_an_order_is_over_when_it_is_found(desk: Desk) -> None:
    lost(desk, "create_order", Fault.LOST_AFTER, choice=AS_ORDER)
    assert settle(desk).state is TransferState.TRANSFERRED
    assert desk.progress().is_settled


def test_a_found_order_may_be_at_work_on_another_pc_so_it_is_not_invoiced_at_once(
    desk: Desk,
) -> None:
    lost(desk, "create_order", Fault.LOST_BEFORE)
    other = desk.another(same_journal=False)
    desk.ledger.settings.second_invoice_refused = False
    seen = []

    def settle_and_transfer(call: str) -> None:
        if call == "invoice_order":
            desk.ledger.line.on_write = lambda _: None
            seen.extend([settle(desk), desk.transfer(an_order())])

    def stop_waiting() -> None:
        raise CancelledError

    desk.ledger.line.on_write = settle_and_transfer
    desk.clock.while_sleeping = stop_waiting
    other.transfer(an_order())
    assert [codes(each) for each in seen] == [[Code.FOUND_AS_ORDER], [Code.JUST_FOUND]]
    assert codes(desk.transfer(an_order())) == [Code.ADOPTED]
    booked_once(desk)


@pytest.mark.parametrize("call", ["order", "invoices_of_order"])
@pytest.mark.parametrize("is_known", [True, False])
def test_an_order_at_work_on_another_pc_is_invoiced_by_nobody_else_however_slow_the_look(
    desk: Desk, call: str, is_known: bool
) -> None:
    """The other's :invoice takes effect while our look, that began too early, is answered."""
    desk.ledger.settings.second_invoice_refused = False
    other = Desk(ledger=desk.ledger, clock=desk.clock, owner="ola@pc2")
    desk.transfer(an_order(), AS_ORDER)
    other.webshop.orders = [an_order()]
    customers = CustomerBook(other.ledger, other.profile.rules, other.service.facts())
    if is_known:
        with pytest.raises(OrderUncertain):
            other.service.transfer_one(an_order(), AS_SET_UP, customers)
    lost(desk, "invoice_order", Fault.LATE)
    desk.clock.advance(2 * QUIET - 5 if is_known else 0)
    answer = getattr(desk.ledger, call)

    def slowly(*asked: int) -> object:
        seen = answer(*asked)
        desk.ledger.lagging = True
        desk.ledger.line.let_late_requests_arrive()
        desk.clock.advance(10 if is_known else 3 * QUIET)
        return seen

    setattr(desk.ledger, call, slowly)
    with suppress(OrderUncertain):
        other.service.transfer_one(an_order(), AS_SET_UP, customers)
    assert len(desk.ledger.invoices) == 1


def test_an_invoice_of_another_pc_that_is_past_its_limit_and_late_is_the_only_one(
    desk: Desk,
) -> None:
    """Sent just before the order was seen, given up after a minute, made within the quiet time."""
    desk.ledger.settings.second_invoice_refused = False
    other = Desk(ledger=desk.ledger, clock=desk.clock, owner="ola@pc2")
    desk.transfer(an_order(), AS_ORDER)
    lost(desk, "invoice_order", Fault.LATE)
    other.webshop.orders = [an_order()]
    customers = CustomerBook(other.ledger, other.profile.rules, other.service.facts())
    with pytest.raises(OrderUncertain):
        other.service.transfer_one(an_order(), AS_SET_UP, customers)
    desk.clock.advance(100)
    with pytest.raises(OrderUncertain):
        other.service.transfer_one(an_order(), AS_SET_UP, customers)
    desk.ledger.line.let_late_requests_arrive()
    desk.clock.advance(50)
    assert codes(other.transfer(an_order())) == [Code.ADOPTED]
    assert len(desk.ledger.invoices) == 1


@pytest.mark.parametrize("fault", [Fault.LOST_BEFORE, Fault.LATE])
def test_an_order_that_is_not_there_is_uncertain_for_a_while(desk: Desk, fault: Fault) -> None:
    lost(desk, "create_order", fault)
    assert codes(settle(desk)) == [Code.NO_ANSWER_YET]
    desk.clock.advance(QUIET)
    assert codes(settle(desk)) == [Code.NOT_IN_LEDGER]
    desk.ledger.line.let_late_requests_arrive()
    desk.transfer(an_order())
    booked_once(desk)


@pytest.mark.parametrize("call", ["create_customer", "create_order", "invoice_order"])
def test_a_look_that_began_too_early_proves_nothing_however_long_it_takes(
    desk: Desk, call: str
) -> None:
    lost(desk, call, Fault.LATE)
    desk.clock.advance(QUIET - 5)
    desk.ledger.line.on_read = lambda _: desk.clock.advance(10)
    assert codes(settle(desk)) == [Code.NO_ANSWER_YET]
    desk.ledger.line.let_late_requests_arrive()
    desk.transfer(an_order())
    booked_once(desk)


def test_an_order_with_the_number_that_is_not_ours_needs_a_person(desk: Desk) -> None:
    lost(desk, "create_order", Fault.LOST_BEFORE)
    desk.ledger.add_order(NUMBER, Money(100), comment="Prosjekt")
    desk.clock.advance(QUIET)
    outcome = settle(desk)
    taken = Problem(
        Code.NUMBER_TAKEN, number=NUMBER, ours=SUM, theirs=Money(100), comment="Prosjekt"
    )
    assert (outcome.state, outcome.problems) == (TransferState.UNCERTAIN, (taken,))


def test_an_order_of_ours_that_was_moved_to_another_card_needs_a_person(desk: Desk) -> None:
    lost(desk, "create_order", Fault.LOST_AFTER)
    moved = replace(desk.only_order, customer_id=1)
    desk.ledger.orders[moved.id] = moved
    assert codes(settle(desk)) == [Code.CUSTOMER_IN_LEDGER_DIFFERS]
    assert desk.progress().order is None


def test_an_order_that_only_a_list_still_shows_is_not_there(desk: Desk) -> None:
    lost(desk, "create_order", Fault.LOST_AFTER)
    listed = tuple(desk.ledger.orders.values())
    desk.ledger.orders.clear()
    desk.ledger.orders_with_number = lambda number: listed  # type: ignore[method-assign]
    desk.clock.advance(QUIET)
    assert codes(settle(desk)) == [Code.NOT_IN_LEDGER]


def test_an_order_of_the_second_round_is_never_mistaken_for_the_first(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.credit_invoice(desk.only_invoice.invoice)
    lost(desk, "create_order", Fault.LOST_BEFORE)
    desk.clock.advance(QUIET)
    assert codes(settle(desk)) == [Code.NOT_IN_LEDGER]
    assert desk.progress().order is None
    lost(desk, "create_order", Fault.LOST_AFTER)
    assert settle(desk).problems == (Problem(Code.FOUND_AS_ORDER, number="10457-2"),)


# customers


def test_a_customer_that_was_not_made_is_safe_to_send_again(desk: Desk) -> None:
    lost(desk, "create_customer", Fault.LOST_BEFORE)
    assert codes(settle(desk)) == [Code.NO_ANSWER_YET]
    desk.clock.advance(QUIET)
    assert codes(settle(desk)) == [Code.NOT_IN_LEDGER]
    desk.transfer(an_order())
    booked_once(desk)


def test_a_card_with_the_number_is_not_taken_for_ours_without_the_order(desk: Desk) -> None:
    lost(desk, "create_customer", Fault.LOST_BEFORE)
    desk.ledger.add_customer(KARI.number, "En helt annen")
    desk.clock.advance(QUIET)
    outcome = settle(desk)
    assert (outcome.state, codes(outcome)) == (TransferState.UNCERTAIN, [Code.CARD_UNPROVED])
    assert desk.steps()[-1] == (CUSTOMER, UNANSWERED)
    assert codes(desk.transfer(an_order()))[-1] is Code.CUSTOMER_NUMBER_TAKEN


def test_a_card_without_a_number_is_never_given_up(desk: Desk) -> None:
    lost(desk, "create_customer", Fault.LOST_BEFORE, an_order(customer=a_guest()))
    desk.clock.advance(10 * QUIET)
    assert codes(settle(desk)) == [Code.CARD_UNPROVED]


def test_a_card_that_was_to_be_brought_up_to_date_was_there_before(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, KARI.name, email="gammel@example.no")
    lost(desk, "update_customer", Fault.LOST_BEFORE)
    assert codes(settle(desk)) == [Code.NOT_IN_LEDGER]
    assert desk.steps()[-1] == (CUSTOMER, DONE)
    desk.transfer(an_order())
    booked_once(desk)


# one after the other


def test_every_open_order_is_looked_up_whether_or_not_the_shop_lists_it(desk: Desk) -> None:
    lost(desk, "invoice_order", Fault.LOST_AFTER, an_order("1"))
    lost(desk, "create_order", Fault.LOST_AFTER, an_order("2"))
    desk.transfer(an_order("3"))
    assert left_overs(desk).numbers() == ("1", "2")
    assert [codes(row)[0] for row in left_overs(desk).settle()] == [
        Code.SETTLED,
        Code.FOUND_AS_ORDER,
    ]


def test_an_order_that_another_program_is_at_work_with_is_left_to_it(desk: Desk) -> None:
    lost(desk, "invoice_order", Fault.LOST_AFTER)
    desk.journal.claim(NUMBER, "ola@pc2", LEASE_SECONDS)
    (outcome,) = left_overs(desk).settle()
    assert outcome.claimed_by_other
    assert outcome.problems == (Problem(Code.CLAIMED_BY_OTHER, owner="ola@pc2"),)
    assert desk.journal.claims[NUMBER][0] == "ola@pc2"
    assert desk.steps()[-1] == (INVOICE, UNANSWERED)


def test_an_answer_that_is_not_understood_leaves_the_order_open_and_the_next_is_looked_up(
    desk: Desk,
) -> None:
    lost(desk, "invoice_order", Fault.LOST_AFTER, an_order("1"))
    lost(desk, "invoice_order", Fault.LOST_AFTER, an_order("2"))
    strange = AnswerNotUnderstood(Code.ANSWER_NOT_UNDERSTOOD, path="orders")
    desk.ledger.line.fail("invoices_of_order", strange)
    first, second = left_overs(desk).settle()
    assert (first.state, codes(first)) == (
        TransferState.UNCERTAIN,
        [Code.ANSWER_NOT_UNDERSTOOD],
    )
    assert codes(second) == [Code.SETTLED]


def test_a_lost_connection_ends_the_looking(desk: Desk) -> None:
    lost(desk, "invoice_order", Fault.LOST_AFTER)
    desk.ledger.line.fail("order", RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"))
    with pytest.raises(RemoteUnavailable):
        list(left_overs(desk).settle())
    assert desk.journal.claims == {}
    assert left_overs(desk).numbers() == (NUMBER,)


def test_a_claim_lost_while_looking_records_nothing_and_is_told(desk: Desk) -> None:
    lost(desk, "invoice_order", Fault.LOST_BEFORE)
    desk.clock.advance(QUIET)
    look = desk.ledger.order

    def sleep(order_id: int) -> object:
        desk.clock.advance(LEASE_SECONDS + 1)
        return look(order_id)

    desk.ledger.order = sleep  # type: ignore[method-assign, assignment]
    (outcome,) = left_overs(desk).settle()
    assert (outcome.state, codes(outcome)) == (TransferState.UNCERTAIN, [Code.LEASE_LOST])
    assert desk.steps()[-1] == (INVOICE, UNANSWERED)


# one order that a person asks about


def test_a_booked_invoice_is_said_to_stand(desk: Desk) -> None:
    desk.transfer(an_order())
    assert codes(left_overs(desk).look(NUMBER)) == [Code.ALREADY_BOOKED]


def test_a_credit_note_is_learnt_of_without_sending_anything(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.credit_invoice(desk.only_invoice.invoice)
    outcome = left_overs(desk).look(NUMBER)
    assert codes(outcome) == [Code.INVOICE_CREDITED, Code.ALREADY_BOOKED]
    assert desk.progress().invoice is not None
    assert desk.progress().invoice.credited  # type: ignore[union-attr]
    assert len(desk.ledger.orders) == 1


def test_a_credit_note_for_a_part_is_told_with_both_figures(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.credit_invoice(desk.only_invoice.invoice, Money(3000))
    outcome = left_overs(desk).look(NUMBER)
    part = Problem(Code.CREDITED_IN_PART, invoice=10201, amount=SUM, credited=Money(3000))
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert outcome.problems == (part, Problem(Code.ALREADY_BOOKED, invoice=10201))
    assert (outcome.is_booked, outcome.invoice_number, outcome.amount) == (True, 10201, SUM)
    assert standing(desk).problems == outcome.problems
    assert standing(desk).state is TransferState.TRANSFERRED_WITH_NOTE


def test_an_invoice_that_is_gone_is_told_until_it_is_there_again(desk: Desk) -> None:
    desk.transfer(an_order())
    kept = desk.ledger.invoices.copy()
    desk.ledger.invoices.clear()
    outcome = left_overs(desk).look(NUMBER)
    assert codes(outcome) == [Code.INVOICE_GONE, Code.ALREADY_BOOKED]
    assert (outcome.state, outcome.is_booked) == (TransferState.TRANSFERRED_WITH_NOTE, True)
    assert standing(desk).problems == outcome.problems
    desk.ledger.invoices.update(kept)
    assert codes(left_overs(desk).look(NUMBER)) == [Code.ALREADY_BOOKED]
    assert standing(desk).state is TransferState.TRANSFERRED


def test_a_look_that_finds_nothing_new_writes_nothing_down(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.credit_invoice(desk.only_invoice.invoice, Money(3000))
    left_overs(desk).look(NUMBER)
    before = desk.journal.recorded.copy()
    left_overs(desk).look(NUMBER)
    assert desk.journal.recorded == before


def test_a_marked_order_is_not_looked_up(desk: Desk) -> None:
    MarkingService(desk.service).mark(NUMBER, "1042", "")
    assert codes(left_overs(desk).look(NUMBER)) == [Code.MARKED_AS_BOOKED]


def test_a_refused_order_has_nothing_in_tripletex(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", OrderRejected(Code.REJECTED))
    desk.transfer(an_order())
    assert left_overs(desk).numbers() == ()
    assert codes(left_overs(desk).look(NUMBER)) == [Code.NOT_IN_LEDGER]


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("call", ["create_customer", "create_order", "invoice_order"])
@pytest.mark.parametrize("guarded", [True, False])
def test_looking_between_the_attempts_never_makes_an_order_be_booked_twice(
    desk: Desk, call: str, fault: Fault, guarded: bool
) -> None:
    desk.ledger.settings.second_invoice_refused = guarded
    lost(desk, call, fault)
    list(left_overs(desk).settle())
    desk.clock.advance(30)
    list(left_overs(desk).settle())
    desk.ledger.line.let_late_requests_arrive()
    desk.clock.advance(QUIET)
    list(left_overs(desk).settle())
    desk.transfer(an_order())
    desk.transfer(an_order())
    booked_once(desk)


def with_lost_status(order: Order) -> Desk:
    desk = Desk()
    desk.webshop.orders = [order]
    facts = StepFacts(status_id=SENT.id, status_name=SENT.name)
    desk.journal.record(JournalEntry(NUMBER, Step.STATUS, UNANSWERED, desk.clock.now(), facts))
    desk.clock.advance(QUIET)
    return desk


def test_a_status_whose_answer_was_lost_is_read_in_the_shop() -> None:
    outcome = settle(with_lost_status(an_order()))
    assert outcome.state is TransferState.READY
    assert outcome.problems == (Problem(Code.STATUS_FOUND_SET, status=SENT.name),)


def test_a_status_that_the_shop_did_not_set_is_told() -> None:
    desk = with_lost_status(an_order(status=OrderStatus("2", "Under behandling"), finished=None))
    outcome = settle(desk)
    assert outcome.state is TransferState.READY
    assert outcome.problems == (Problem(Code.STATUS_NOT_CHANGED, status=SENT.name),)
    assert left_overs(desk).numbers() == ()
