"""A batch goes past a bad order, stops at a lost connection, and never sends an order twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import GIFT_CARD, KARI, SENT, a_line, a_row, an_order
from tests.unit.services.desk import AS_ORDER, AS_SET_UP, Desk, codes
from tripletex_wizard.domain.batch_preview import preview_of
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    OrderRejected,
    OrderStopped,
    PermissionMissing,
    Problem,
    RateLimited,
    RemoteUnavailable,
    StorageError,
)
from tripletex_wizard.domain.mapping import MethodMapping, PaymentMapping, TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, TotalKind, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import (
    BatchEnded,
    Outcome,
    Phase,
    Started,
    Step,
    TransferState,
)
from tripletex_wizard.services.steps import LEASE_SECONDS

UNREADABLE = UnreadableOrder("10400", Problem(Code.ATTRIBUTE_MISSING, attribute="total"))
WITHOUT_METHOD = an_order("10401", method="svea")
CASH_REGISTER = an_order("10402", method="pos_cash")
NUMBERS = ["1", "2", "3"]
READY = TransferState.READY
IN_DEBIT = Code.GIFT_CARDS_IN_DEBIT
WAITING = OrderStatus("2", "Under behandling")


def three(desk: Desk) -> list[Outcome]:
    return desk.batch([an_order(number) for number in NUMBERS])


def states(outcomes: list[Outcome]) -> list[TransferState]:
    return [outcome.state for outcome in outcomes]


def test_every_order_gives_a_start_and_an_outcome(desk: Desk) -> None:
    events = list(desk.events([an_order("1"), an_order("2")]))
    assert [type(event) for event in events] == [Started, Outcome, Started, Outcome]
    orders = [event.order_number for event in events if not isinstance(event, BatchEnded)]
    assert orders == ["1", "1", "2", "2"]


def test_the_codes_of_the_company_are_read_once_for_a_batch(desk: Desk) -> None:
    three(desk)
    assert desk.requests("facts") == 1


def with_gift_card(number: str) -> Order:
    """89,00, all of it by a gift card."""
    row = a_row(TotalKind.GIFT_CARD, "-89.00", "Gavekort")
    return an_order(number, rows=[row], total="0.00", method="gift_voucher")


def debits(outcomes: list[Outcome]) -> list[object]:
    """How far each order's gift cards take their account into debit, None for not at all."""
    return [
        next((note.params["debit"] for note in row.problems if note.code is IN_DEBIT), None)
        for row in outcomes
    ]


def test_gift_cards_find_what_those_before_them_in_the_batch_have_left(desk: Desk) -> None:
    desk.ledger.known = replace(desk.ledger.known, balances={2901: Money(-100_00)})
    orders: list[Order | UnreadableOrder] = [
        with_gift_card("1"),
        an_order("2"),
        with_gift_card("3"),
        with_gift_card("4"),
    ]
    outcomes = desk.batch(orders)
    assert debits(outcomes) == [None, None, Money(78_00), Money(167_00)]
    assert desk.requests("facts") == 1


def test_gift_cards_that_were_booked_before_the_balance_was_read_are_in_it(desk: Desk) -> None:
    desk.batch([with_gift_card("1")])
    desk.ledger.known = replace(desk.ledger.known, balances={2901: Money(-89_00)})
    outcomes = desk.batch([with_gift_card("1"), with_gift_card("2")])
    assert debits(outcomes) == [None, None]


def test_what_is_only_entered_as_an_order_takes_nothing_from_the_account(desk: Desk) -> None:
    desk.ledger.known = replace(desk.ledger.known, balances={2901: Money(0)})
    assert debits(desk.batch([with_gift_card("1")], AS_ORDER)) == [None]
    assert debits(desk.batch([with_gift_card("2")])) == [Money(89_00)]


def test_a_gift_card_that_is_sold_in_another_currency_does_not_end_the_batch(desk: Desk) -> None:
    desk.ledger.known = replace(desk.ledger.known, balances={2901: Money(-100_00)})
    card = a_line("500.00", rate="0", sku="GAVEKORT")
    order = an_order("1", lines=[card], total="500.00", currency="SEK", method="invoice")
    assert states(desk.batch([order, an_order("2")])) == [TransferState.TRANSFERRED] * 2
    assert len(list(desk.reader.standings())) == 2


def test_an_order_that_the_shop_completes_first_counts_once_its_day_is_known(desk: Desk) -> None:
    desk.ledger.known = replace(desk.ledger.known, balances={2901: Money(-100_00)})
    desk.with_rules(write_back=True)
    waits = replace(with_gift_card("1"), status=WAITING, finished_at=None)
    outcomes = desk.batch([waits, with_gift_card("2")], Choice(status=SENT))
    assert states(outcomes) == [TransferState.TRANSFERRED] * 2
    assert debits(outcomes) == [None, Money(78_00)]


def test_an_order_transferred_again_without_its_payments_takes_no_gift_card(desk: Desk) -> None:
    desk.transfer(with_gift_card("1"))
    desk.ledger.credit_invoice(desk.only_invoice.invoice, paid_back=False)
    desk.ledger.known = replace(desk.ledger.known, balances={2901: Money(-89_00)})
    outcomes = desk.batch([with_gift_card("1"), with_gift_card("2")])
    assert codes(outcomes[0]) == [Code.TRANSFERRED_AGAIN, Code.CREDIT_LEFT_OPEN]
    assert debits(outcomes) == [None, None]


def test_a_gift_card_that_is_taken_back_is_no_debt_to_the_orders_after_it(desk: Desk) -> None:
    card = a_line("500.00", rate="0", sku="GAVEKORT")
    desk.transfer(an_order("1", lines=[card], total="500.00"))
    desk.ledger.known = replace(desk.ledger.known, balances={2901: Money(-500_00)})
    returned = a_line("500.00", "-1", rate="0", sku="GAVEKORT")
    back = an_order("2", lines=[returned], total="-500.00")
    outcomes = desk.batch([back, with_gift_card("3")], Choice(is_refunded=False))
    assert outcomes[0].is_credit_note
    assert debits(outcomes) == [None, Money(89_00)]


@pytest.mark.parametrize(("is_refunded", "debit"), [(True, None), (False, Money(89_00))])
def test_what_is_paid_back_on_a_gift_card_is_there_to_be_used(
    is_refunded: bool, debit: Money | None, desk: Desk
) -> None:
    row = MethodMapping("gift_voucher", "Gavekort", GIFT_CARD.id)
    desk.profile = replace(desk.profile, mapping=PaymentMapping(8, (row,)))
    desk.transfer(an_order("1", method="gift_voucher"))
    desk.ledger.known = replace(desk.ledger.known, balances={2901: Money(0)})
    returned = a_line(quantity="-1")
    back = an_order("2", lines=[returned], total="-89.00", method="gift_voucher")
    choice = Choice(is_refunded=is_refunded)
    standings = [desk.reader.as_read(row) for row in (back, with_gift_card("3"))]
    foretold = preview_of(standings, choice, desk.profile).notes
    outcomes = desk.batch([back, with_gift_card("3")], choice)
    assert outcomes[0].is_credit_note
    assert debits(outcomes) == [None, debit]
    told = [note.params["debit"] for _, note in foretold if note.code is IN_DEBIT]
    assert told == ([] if debit is None else [debit])


def test_a_batch_of_nothing_does_nothing(desk: Desk) -> None:
    assert desk.batch([]) == []
    assert desk.ledger.line.requests == {"facts": 1}


def test_a_bad_order_does_not_hinder_the_next(desk: Desk) -> None:
    desk.ledger.add_order("10403", Money(100), comment="Prosjekt")
    orders: list[Order | UnreadableOrder] = [
        UNREADABLE,
        WITHOUT_METHOD,
        CASH_REGISTER,
        an_order("10403"),
        an_order(),
    ]
    outcomes = desk.batch(orders)
    assert states(outcomes) == [
        TransferState.STOPPED,
        TransferState.STOPPED,
        TransferState.SKIPPED,
        TransferState.STOPPED,
        TransferState.TRANSFERRED,
    ]
    assert outcomes[0].problems == (UNREADABLE.problem,)
    assert outcomes[1].problems == (Problem(Code.METHOD_UNMAPPED, method="Svea"),)
    assert outcomes[2].problems == (Problem(Code.METHOD_LEFT_OUT, method="Kontant i kassen"),)
    assert codes(outcomes[3]) == [Code.NUMBER_TAKEN]


def test_an_order_of_nothing_is_skipped(desk: Desk) -> None:
    given_away = an_order(rows=[a_row(TotalKind.DISCOUNT, "-89.00")], total="0.00")
    outcome = desk.transfer(given_away)
    assert (outcome.state, codes(outcome)) == (TransferState.SKIPPED, [Code.NOTHING_TO_INVOICE])
    assert desk.ledger.line.requests == {"facts": 1}


def test_a_refused_order_does_not_hinder_the_next(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", OrderRejected(Code.REJECTED, status=422))
    assert states(three(desk)) == [
        TransferState.FAILED,
        TransferState.TRANSFERRED,
        TransferState.TRANSFERRED,
    ]


def test_a_lost_answer_does_not_hinder_the_next(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    assert states(three(desk)) == [
        TransferState.UNCERTAIN,
        TransferState.TRANSFERRED,
        TransferState.TRANSFERRED,
    ]


def test_an_answer_in_an_unknown_form_does_not_hinder_the_next(desk: Desk) -> None:
    strange = AnswerNotUnderstood(Code.ANSWER_NOT_UNDERSTOOD, path="value.id", request_ids=("r",))
    desk.ledger.line.fail("orders_with_number", strange)
    outcomes = three(desk)
    assert states(outcomes)[1:] == [TransferState.TRANSFERRED] * 2
    assert outcomes[0] == Outcome(
        "1", TransferState.FAILED, problems=(strange.problem,), request_ids=("r",)
    )


def test_an_answer_in_an_unknown_form_leaves_an_unknown_invoice_uncertain(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    strange = AnswerNotUnderstood(Code.ANSWER_NOT_UNDERSTOOD, path="value.isClosed")
    desk.ledger.line.fail("invoices_of_order", strange)
    outcome = desk.transfer(an_order())
    assert (outcome.state, outcome.problems) == (TransferState.UNCERTAIN, (strange.problem,))


ENDING: list[AppError] = [
    CredentialsRejected(Code.SESSION_REJECTED),
    PermissionMissing(Code.PERMISSION_MISSING, path="/order"),
    RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"),
    RateLimited(Code.RATE_LIMITED, seconds=120),
]


@pytest.mark.parametrize("error", ENDING)
@pytest.mark.parametrize("call", ["orders_with_number", "create_customer", "create_order"])
def test_a_lost_connection_ends_the_batch_and_the_rest_is_not_tried(
    desk: Desk, error: AppError, call: str
) -> None:
    desk.ledger.line.fail(call, error)
    first, *rest = three(desk)
    assert (first.state, first.problems) == (TransferState.FAILED, (error.problem,))
    assert rest == [
        Outcome(number, READY, problems=(Problem(Code.NOT_TRIED), error.problem))
        for number in NUMBERS[1:]
    ]
    assert desk.steps("2") == desk.steps("3") == []


def test_orders_that_are_not_tried_are_not_started(desk: Desk) -> None:
    desk.ledger.line.fail("orders_with_number", RemoteUnavailable(Code.NO_ANSWER, host="t"))
    events = list(desk.events([an_order("1"), an_order("2")]))
    assert [type(event) for event in events] == [Started, Outcome, BatchEnded, Outcome]


def test_a_connection_lost_in_the_middle_leaves_the_earlier_orders_booked(desk: Desk) -> None:
    lost = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    desk.ledger.line.on_write = lambda call: (
        desk.ledger.line.fail("order", lost) if desk.steps("2") and call == "create_order" else None
    )
    assert states(three(desk)) == [TransferState.TRANSFERRED, TransferState.FAILED, READY]
    desk.ledger.line.on_write = lambda _: None
    three(desk)
    assert len(desk.ledger.orders) == len(desk.ledger.invoices) == 3
    assert len(desk.ledger.customers) == 1


def test_a_connection_lost_while_an_invoice_is_unknown_leaves_the_order_uncertain(
    desk: Desk,
) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order("1"))
    gone = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    desk.ledger.line.fail("invoices_of_order", gone)
    assert states(three(desk)) == [TransferState.UNCERTAIN, READY, READY]


def test_an_order_that_was_uncertain_before_is_so_still_when_it_is_not_tried(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(an_order("2"))
    lost = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    desk.ledger.line.fail("orders_with_number", lost)
    assert states(three(desk)) == [TransferState.FAILED, TransferState.UNCERTAIN, READY]


def test_a_company_that_cannot_be_read_starts_no_batch(desk: Desk) -> None:
    desk.ledger.line.fail("facts", CredentialsRejected(Code.SESSION_REJECTED))
    with pytest.raises(CredentialsRejected):
        three(desk)
    assert desk.journal.recorded == []


# the journal


def test_without_a_journal_nothing_is_sent(desk: Desk) -> None:
    desk.journal.failure = StorageError(Code.JOURNAL_FULL, path="journal.sqlite")
    outcomes = three(desk)
    assert states(outcomes) == [TransferState.UNCERTAIN, READY, READY]
    assert outcomes[0].problems == (desk.journal.failure.problem,)
    assert outcomes[1].problems == (Problem(Code.NOT_TRIED), desk.journal.failure.problem)
    assert desk.ledger.line.requests == {"facts": 1}


@pytest.mark.parametrize("call", ["create_customer", "create_order", "invoice_order"])
def test_a_journal_that_fills_up_after_a_request_leaves_the_order_to_be_looked_up(
    desk: Desk, call: str
) -> None:
    full = StorageError(Code.JOURNAL_FULL, path="journal.sqlite")

    def fill(sent: str) -> None:
        if sent == call:
            desk.journal.failure = full

    desk.ledger.line.on_write = fill
    assert states(three(desk)) == [TransferState.UNCERTAIN, READY, READY]
    desk.journal.failure = None
    desk.ledger.line.on_write = lambda _: None
    assert desk.progress("1").state is TransferState.UNCERTAIN
    desk.clock.advance(LEASE_SECONDS)
    three(desk)
    assert len(desk.ledger.orders) == len(desk.ledger.invoices) == 3
    assert len(desk.ledger.customers) == 1


# claims


def test_an_order_that_somebody_else_works_on_is_left_to_them(desk: Desk) -> None:
    desk.journal.claim("2", "ola@pc2", LEASE_SECONDS)
    outcomes = three(desk)
    assert outcomes[1] == Outcome(
        "2",
        TransferState.SENDING,
        problems=(Problem(Code.CLAIMED_BY_OTHER, owner="ola@pc2"),),
        claimed_by_other=True,
    )
    assert states([outcomes[0], outcomes[2]]) == [TransferState.TRANSFERRED] * 2
    assert desk.steps("2") == []


def test_a_claim_that_ran_out_is_taken_over(desk: Desk) -> None:
    desk.journal.claim("10457", "ola@pc2", LEASE_SECONDS)
    desk.clock.advance(LEASE_SECONDS)
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED


@pytest.mark.parametrize(
    "order",
    [an_order(), WITHOUT_METHOD, CASH_REGISTER, an_order(customer=replace(KARI, number=7))],
)
def test_a_claim_is_given_back_whatever_came_of_the_order(desk: Desk, order: Order) -> None:
    desk.ledger.add_customer(7, "Ola Annen")
    assert desk.batch([order])
    assert desk.journal.claims == {}


def test_a_claim_is_given_back_when_the_connection_is_lost(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"))
    desk.transfer(an_order())
    assert desk.journal.claims == {}


def test_stopping_between_two_events_leaves_nothing_half_sent(desk: Desk) -> None:
    events = desk.events([an_order("1"), an_order("2")])
    assert [next(events) for _ in range(3)][2] == Started("2")
    del events
    assert len(desk.ledger.invoices) == 1
    assert desk.steps("2") == []
    assert desk.journal.claims == {}


# without sending


def test_a_plan_is_what_would_be_booked_and_sends_nothing(desk: Desk) -> None:
    plan = desk.service.plan(an_order(), AS_SET_UP)
    assert (plan.number, plan.total) == ("10457", Money(8900))
    assert desk.ledger.line.requests == {"facts": 1}
    assert desk.journal.recorded == []


def test_a_plan_of_a_bad_order_says_what_is_wrong(desk: Desk) -> None:
    with pytest.raises(OrderStopped):
        desk.service.plan(WITHOUT_METHOD, AS_SET_UP)


def preview(desk: Desk, order: Order | UnreadableOrder, choice: Choice = AS_SET_UP) -> Outcome:
    before = desk.steps()
    shown = desk.service.preview(order, choice)
    assert shown.order_number == order.number
    assert desk.steps() == before
    return shown


def test_a_preview_tells_what_an_order_would_become(desk: Desk) -> None:
    order = an_order(rows=[a_row(TotalKind.ROUNDING, "0.10")], total="89.10")
    assert preview(desk, order) == Outcome(
        "10457",
        READY,
        TransferAs.INVOICE,
        problems=(Problem(Code.ROUNDING_LINE, amount=Money(10)),),
        amount=Money(8910),
    )
    assert desk.ledger.line.requests == {"facts": 1}


def test_a_preview_tells_what_would_stop_or_skip_an_order(desk: Desk) -> None:
    shown = [preview(desk, order) for order in (UNREADABLE, WITHOUT_METHOD, CASH_REGISTER)]
    assert states(shown) == [TransferState.STOPPED, TransferState.STOPPED, TransferState.SKIPPED]
    assert [codes(outcome) for outcome in shown] == [
        [Code.ATTRIBUTE_MISSING],
        [Code.METHOD_UNMAPPED],
        [Code.METHOD_LEFT_OUT],
    ]


def test_a_preview_of_an_invoiced_order_says_so(desk: Desk) -> None:
    desk.transfer(an_order())
    shown = preview(desk, an_order(), AS_ORDER)
    assert (shown.state, shown.transfer_as) == (TransferState.TRANSFERRED, TransferAs.INVOICE)


def test_a_preview_of_an_order_whose_outcome_is_unknown_says_so(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    assert preview(desk, an_order()).state is TransferState.UNCERTAIN


def test_a_preview_of_an_open_order_tells_whether_an_invoice_would_follow(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    assert preview(desk, an_order(), AS_ORDER).state is TransferState.TRANSFERRED
    following = preview(desk, an_order())
    assert (following.state, following.transfer_as) == (READY, TransferAs.INVOICE)


def test_orders_go_over_in_the_order_they_are_given(desk: Desk) -> None:
    desk.batch([an_order(number) for number in ("3", "1", "2")], AS_ORDER)
    assert [order.number for order in desk.ledger.orders.values()] == ["3", "1", "2"]


def test_the_same_order_twice_in_a_batch_is_booked_once(desk: Desk) -> None:
    outcomes = desk.batch([an_order(), an_order(), an_order(lines=[a_line("1.00")], total="1.00")])
    assert [codes(outcome) for outcome in outcomes] == [
        [],
        [Code.ALREADY_BOOKED],
        [Code.ALREADY_BOOKED],
    ]
    assert len(desk.ledger.invoices) == 1


def test_an_entry_has_the_time_of_its_request(desk: Desk) -> None:
    desk.transfer(an_order())
    entry = desk.journal.entries("10457")[0]
    assert (entry.step, entry.phase, entry.at) == (
        Step.CUSTOMER,
        Phase.INTENDED,
        desk.clock.now(),
    )
