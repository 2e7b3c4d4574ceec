"""A credit order becomes one credit note of the right invoice, and the money goes back once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import HIGH, VIPPS, a_guest, a_line, a_row, an_order
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
from tripletex_wizard.domain.batch_preview import Deed, preview_of
from tripletex_wizard.domain.control import control_of, plan_shown
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind, UnreadableOrder
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import GOOD, Outcome, Phase, Step, TransferState
from tripletex_wizard.services.left_overs import LeftOvers
from tripletex_wizard.services.reconcile import QUIET_SECONDS


def plan_of(desk: Desk) -> PostingPlan:
    """What the window shows of the credit order."""
    plan = plan_shown(desk.reader.standing(CREDIT))
    assert plan is not None
    return plan


def test_a_part_credit_names_its_invoice_and_pays_back_with_the_same_method(desk: Desk) -> None:
    outcome = sold(desk).transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    assert codes(outcome) == [Code.REFUND_BOOKED, Code.CREDITS_INVOICE]
    assert outcome.is_credit_note
    credited_once(desk)
    control = control_of(desk.reader.standing(CREDIT), plan_of(desk))
    assert (control.difference, control.outstanding) == (Money(0), Money(0))
    assert control.payments == (PlannedPayment(VIPPS.id, Money(-8900)),)
    (original, note) = (row.invoice for row in desk.ledger.invoices.values())
    assert desk.ledger.credited == {note.id: original.id}
    assert desk.steps(CREDIT) == [
        (step, phase)
        for step in (Step.ORDER, Step.INVOICE, Step.REFUND)
        for phase in (Phase.INTENDED, Phase.DONE)
    ]
    assert desk.ledger.payment_days == [desk.clock.now().date()]


def test_a_credit_note_is_made_for_the_card_of_its_invoice_and_changes_no_card(desk: Desk) -> None:
    sold(desk)
    desk.transfer(credit_order(), REFUNDED)
    assert len(desk.ledger.customers) == 1
    assert desk.requests("create_customer") == 1
    assert desk.requests("update_customer") == 0


def test_a_full_credit_credits_the_invoice_itself_without_an_order(desk: Desk) -> None:
    outcome = sold(desk).transfer(credit_order("-3"), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    assert outcome.order_id is None
    assert outcome.amount == Money(-26700)
    credited_once(desk, -26700)
    assert [order.number for order in desk.ledger.orders.values()] == ["10457"]
    assert desk.requests("credit_wholly") == 1


def test_the_rest_of_an_invoice_that_was_credited_in_part_is_credited_by_its_lines(
    desk: Desk,
) -> None:
    sold(desk).transfer(credit_order(), REFUNDED)
    outcome = desk.transfer(credit_order("-2", "10464"), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    assert desk.requests("credit_wholly") == 0
    assert [note.amount for note in notes_of(desk)] == [Money(-8900), Money(-17800)]
    third = desk.transfer(credit_order("-1", "10465"), REFUNDED)
    assert codes(third) == [Code.ORIGINAL_NOT_FOUND]
    assert len(notes_of(desk)) == 2


def test_money_that_was_not_paid_back_stands_to_the_customers_credit(desk: Desk) -> None:
    outcome = sold(desk).transfer(credit_order(), KEPT)
    assert outcome.state is TransferState.TRANSFERRED
    assert codes(outcome) == [Code.NOT_PAID_BACK, Code.CREDITS_INVOICE]
    assert refunds(desk) == []
    (note,) = notes_of(desk)
    assert note.outstanding == Money(-8900)
    assert not control_of(desk.reader.standing(CREDIT), plan_of(desk)).difference
    again = desk.transfer(credit_order(), KEPT)
    assert codes(again) == [Code.NOT_PAID_BACK, Code.CREDIT_NOTE_BOOKED]


def test_nothing_is_sent_before_somebody_has_said_where_the_money_went(desk: Desk) -> None:
    outcome = sold(desk).transfer(credit_order())
    assert outcome.state is TransferState.STOPPED
    assert codes(outcome) == [Code.REFUND_UNDECIDED]
    assert desk.steps(CREDIT) == []


def test_a_credit_of_an_unpaid_invoice_asks_for_no_refund(desk: Desk) -> None:
    open_sale = an_order(method="invoice", lines=[a_line(quantity="3")], total="267.00")
    sold(desk, open_sale)
    outcome = desk.transfer(credit_order(method="invoice"))
    assert outcome.state is TransferState.TRANSFERRED
    assert codes(outcome) == [Code.CREDITS_INVOICE]
    assert refunds(desk) == []
    (invoice, note) = (row.invoice for row in desk.ledger.invoices.values())
    assert (invoice.outstanding, note.outstanding) == (Money(17800), Money(0))


def test_a_refund_of_an_invoice_that_was_never_paid_is_not_registered(desk: Desk) -> None:
    """The shop says Vipps, but nothing was paid to the invoice in the books."""
    sold(desk, an_order(method="invoice", lines=[a_line(quantity="3")], total="267.00"))
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    told = [Code.REFUND_NOT_OPEN, Code.CREDITS_INVOICE, Code.REFUND_OTHERWISE]
    assert codes(outcome) == told
    assert outcome.problems[0].params["open"] == Money(0)
    assert refunds(desk) == []
    again = desk.transfer(credit_order(), REFUNDED)
    assert again.state is TransferState.TRANSFERRED_WITH_NOTE
    assert refunds(desk) == []


def test_the_refund_goes_where_it_stays_open(desk: Desk) -> None:
    """Which of the two stays open when a paid invoice is credited is not known [UNV]."""
    desk.ledger.settings.credit_stays_open_on_note = False
    outcome = sold(desk).transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    assert outcome.problems[0].params["invoice"] == 10201
    (invoice, note) = (row.invoice for row in desk.ledger.invoices.values())
    assert refunds(desk) == [(VIPPS.id, Money(-8900))]
    assert not control_of(desk.reader.standing(CREDIT), plan_of(desk)).difference
    assert (invoice.outstanding, note.outstanding) == (Money(0), Money(0))


# which invoice


def test_two_sales_that_fit_wait_for_a_person_and_the_chosen_one_is_credited(desk: Desk) -> None:
    sold(desk, sale("10457"), sale("10458"))
    unsure = desk.transfer(credit_order(), REFUNDED)
    assert codes(unsure) == [Code.ORIGINAL_UNSURE]
    assert unsure.problems[0].params["count"] == 2
    assert desk.steps(CREDIT) == []
    outcome = desk.transfer(credit_order(), replace(REFUNDED, original=10202))
    assert outcome.state is TransferState.TRANSFERRED
    (note,) = notes_of(desk)
    assert desk.ledger.invoices[desk.ledger.credited[note.id]].invoice.number == 10202


def test_a_number_on_the_credit_order_decides_between_two(desk: Desk) -> None:
    sold(desk, sale("10457"), sale("10458"))
    outcome = desk.transfer(credit_order(reference="Retur av 10458"), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    assert outcome.problems[-1].params == {"invoice": 10202, "order": "10458"}


def test_an_invoice_that_another_program_made_can_be_chosen_by_its_number(desk: Desk) -> None:
    """The shop was on Mystore's own transfer when the goods were sold."""
    card = desk.ledger.add_customer(100457, "Kari Eksempel")
    order = desk.ledger.add_order("9001", Money(26700), customer_id=card.id)
    desk.ledger.add_invoice(order, Money(26700), paid=Money(26700))
    unsure = desk.transfer(credit_order(), REFUNDED)
    assert codes(unsure) == [Code.ORIGINAL_DOES_NOT_FIT]
    outcome = desk.transfer(credit_order(), replace(REFUNDED, original=10201))
    assert outcome.state is TransferState.TRANSFERRED
    assert outcome.problems[-1].params == {"invoice": 10201, "order": ""}
    credited_once(desk)


def test_an_unknown_number_and_another_customers_invoice_are_not_credited(desk: Desk) -> None:
    sold(desk)
    card = desk.ledger.add_customer(100999, "Ola Annen")
    theirs = desk.ledger.add_order("9001", Money(26700), customer_id=card.id)
    desk.ledger.add_invoice(theirs, Money(26700), paid=Money(26700))
    unknown = desk.transfer(credit_order(), replace(REFUNDED, original=555))
    assert codes(unknown) == [Code.ORIGINAL_UNKNOWN]
    other = desk.transfer(credit_order(), replace(REFUNDED, original=10202))
    assert codes(other) == [Code.ORIGINAL_OF_ANOTHER]
    assert other.problems[0].params["theirs"] == "Ola Annen"
    desk.ledger.customers.pop(card.id)
    gone = desk.transfer(credit_order(), replace(REFUNDED, original=10202))
    assert gone.problems[0].params["theirs"] == ""
    assert notes_of(desk) == []


def test_a_guest_is_known_by_name_and_address(desk: Desk) -> None:
    sold(desk, replace(sale(), customer=a_guest()))
    outcome = desk.transfer(replace(credit_order(), customer=a_guest()), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    credited_once(desk)


def test_a_customer_whom_tripletex_does_not_know_has_no_invoice(desk: Desk) -> None:
    assert codes(desk.transfer(credit_order(), REFUNDED)) == [Code.ORIGINAL_NOT_FOUND]
    assert desk.ledger.customers == {}


def test_an_original_that_the_shop_no_longer_shows_is_still_offered(desk: Desk) -> None:
    """Its lines cannot be compared any more, so a person chooses."""
    sold(desk)
    desk.webshop.orders = []
    assert codes(desk.transfer(credit_order(), REFUNDED)) == [Code.ORIGINAL_DOES_NOT_FIT]
    unreadable = UnreadableOrder("10457", Problem(Code.ORDER_WITHOUT_LINES))
    desk.webshop.orders = [*desk.webshop.orders, unreadable]
    assert codes(desk.transfer(credit_order(), REFUNDED)) == [Code.ORIGINAL_DOES_NOT_FIT]


def test_more_than_stands_of_the_chosen_invoice_is_never_credited(desk: Desk) -> None:
    sold(desk)
    chosen = replace(REFUNDED, original=10201)
    outcome = desk.transfer(credit_order("-4"), chosen)
    assert codes(outcome) == [Code.CREDIT_TOO_LARGE, Code.CREDIT_VAT_DIFFERS]
    desk.transfer(credit_order("-3", "10464"), chosen)
    assert codes(desk.transfer(credit_order(), chosen)) == [Code.ORIGINAL_IS_CREDITED]


def test_a_credit_order_in_another_currency_is_stopped(desk: Desk) -> None:
    sold(desk)
    order = an_order(
        CREDIT,
        method="invoice",
        lines=[a_line(quantity="-1")],
        total="-89.00",
        currency="SEK",
    )
    outcome = desk.transfer(order, Choice(original=10201))
    assert codes(outcome) == [Code.ORIGINAL_IN_ANOTHER_CURRENCY]


def test_a_person_is_shown_the_customers_invoices_with_what_stands_of_them(desk: Desk) -> None:
    sold(desk, sale("10457"), sale("10458", "1"))
    desk.transfer(credit_order("-2", "10462"), replace(REFUNDED, original=10201))
    before = len(desk.steps(CREDIT))
    rows = desk.service.originals(credit_order())
    assert [(row.number, row.left.ore) for row in rows] == [(10202, 8900), (10201, 8900)]
    assert [row.order_number for row in rows] == ["10458", "10457"]
    assert len(desk.steps(CREDIT)) == before == 0


# lost answers


WRITES = ("create_order", "invoice_order", "register_payment")


@pytest.mark.parametrize("call", WRITES)
@pytest.mark.parametrize("fault", list(Fault))
def test_a_lost_answer_of_a_part_credit_leaves_one_note_and_one_refund(
    desk: Desk, call: str, fault: Fault
) -> None:
    sold(desk).ledger.line.fail(call, fault)
    first = desk.transfer(credit_order(), REFUNDED)
    assert first.state is TransferState.UNCERTAIN
    desk.ledger.line.let_late_requests_arrive()
    desk.clock.sleep(QUIET)
    again = desk.transfer(credit_order(), REFUNDED)
    assert again.state is TransferState.TRANSFERRED
    credited_once(desk)


@pytest.mark.parametrize("call", ["credit_wholly", "register_payment"])
@pytest.mark.parametrize("fault", list(Fault))
def test_a_lost_answer_of_a_full_credit_leaves_one_note_and_one_refund(
    desk: Desk, call: str, fault: Fault
) -> None:
    sold(desk).ledger.line.fail(call, fault)
    first = desk.transfer(credit_order("-3"), REFUNDED)
    assert first.state is TransferState.UNCERTAIN
    desk.ledger.line.let_late_requests_arrive()
    desk.clock.sleep(QUIET)
    again = desk.transfer(credit_order("-3"), REFUNDED)
    assert again.state is TransferState.TRANSFERRED
    credited_once(desk, -26700)


@pytest.mark.parametrize("call", ["invoice_order", "credit_wholly", "register_payment"])
def test_nothing_is_repeated_while_a_lost_request_may_be_on_its_way(desk: Desk, call: str) -> None:
    order = credit_order("-3" if call == "credit_wholly" else "-1")
    times: list[float] = []
    sold(desk).ledger.line.on_write = lambda name: (
        times.append(desk.clock.monotonic()) if name == call else None
    )
    desk.ledger.line.fail(call, Fault.LOST_BEFORE)
    desk.transfer(order, REFUNDED)
    assert desk.transfer(order, REFUNDED).state is TransferState.TRANSFERRED
    first, second = times
    assert second - first >= QUIET_SECONDS


def test_what_is_open_decides_whether_a_lost_refund_was_registered(desk: Desk) -> None:
    """Somebody has registered something else meanwhile: nobody can tell, so nothing is sent."""
    sold(desk).ledger.line.fail("register_payment", Fault.LOST_BEFORE)
    desk.transfer(credit_order(), REFUNDED)
    (note,) = notes_of(desk)
    booked = desk.ledger.invoices[note.id]
    partly = replace(booked, invoice=replace(note, outstanding=Money(-5000)))
    desk.ledger.invoices[note.id] = partly
    desk.clock.sleep(QUIET)
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.UNCERTAIN
    assert codes(outcome) == [Code.REFUND_UNCLEAR]
    assert refunds(desk) == []


def test_a_lost_refund_on_an_invoice_with_another_credit_note_is_not_guessed(desk: Desk) -> None:
    """What the other one left open there looks as if the refund had never been registered."""
    desk.ledger.settings.credit_stays_open_on_note = False
    sold(desk).ledger.line.fail("register_payment", Fault.LOST_AFTER)
    desk.transfer(credit_order(), REFUNDED)
    assert desk.transfer(credit_order(number="10464"), KEPT).is_booked
    desk.clock.sleep(2 * QUIET)
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.UNCERTAIN
    assert codes(outcome) == [Code.REFUND_SHARED]
    assert refunds(desk) == [(VIPPS.id, Money(-8900))]


def test_a_refund_that_tripletex_refuses_can_be_registered_by_hand(desk: Desk) -> None:
    desk.ledger.settings.negative_payment_accepted = False
    outcome = sold(desk).transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.FAILED
    assert codes(outcome) == [Code.REFUND_REFUSED]
    (note,) = notes_of(desk)
    assert (outcome.invoice_number, outcome.amount) == (note.number, note.amount)
    shown = desk.reader.standing(CREDIT)
    assert shown.state is TransferState.FAILED
    assert shown.problems[0].code is Code.REFUND_UNFINISHED
    booked = desk.ledger.invoices[note.id]
    by_hand = replace(booked, invoice=replace(note, outstanding=Money(0)))
    desk.ledger.invoices[note.id] = by_hand
    again = desk.transfer(credit_order(), REFUNDED)
    assert again.state is TransferState.TRANSFERRED_WITH_NOTE
    assert codes(again) == [Code.REFUND_NOT_OPEN, Code.CREDIT_NOTE_BOOKED]
    assert len(notes_of(desk)) == 1


def test_a_part_credit_that_tripletex_refuses_goes_on_once_it_was_made_by_hand(desk: Desk) -> None:
    desk.ledger.settings.credit_by_order_accepted = False
    outcome = sold(desk).transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.FAILED
    assert codes(outcome) == [Code.CREDIT_REFUSED]
    order = next(row for row in desk.ledger.orders.values() if row.number == CREDIT)
    note = desk.ledger.add_invoice(order, Money(-8900), paid=Money(0), is_credit_note=True)
    again = desk.transfer(credit_order(), REFUNDED)
    assert again.state is TransferState.TRANSFERRED
    assert codes(again) == [Code.REFUND_BOOKED, Code.CREDIT_NOTE_BOOKED]
    assert again.invoice_number == note.number
    assert refunds(desk) == [(VIPPS.id, Money(-8900))]


def test_the_money_of_a_booked_credit_note_can_be_paid_back_later(desk: Desk) -> None:
    sold(desk).transfer(credit_order(), KEPT)
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    assert codes(outcome) == [Code.REFUND_BOOKED, Code.CREDIT_NOTE_BOOKED]
    credited_once(desk)
    desk.transfer(credit_order(), REFUNDED)
    desk.transfer(credit_order(), KEPT)
    credited_once(desk)


def test_a_refund_that_was_decided_is_gone_on_with(desk: Desk) -> None:
    """Who retries says nothing new: what was asked for the first time still counts."""
    sold(desk).ledger.line.fail("register_payment", Fault.FAILED_BEFORE)
    desk.transfer(credit_order(), REFUNDED)
    outcome = desk.transfer(credit_order())
    assert outcome.state is TransferState.TRANSFERRED
    credited_once(desk)


def test_a_refund_that_was_refused_may_be_given_up(desk: Desk) -> None:
    desk.ledger.settings.negative_payment_accepted = False
    sold(desk).transfer(credit_order(), REFUNDED)
    outcome = desk.transfer(credit_order(), KEPT)
    assert outcome.state is TransferState.TRANSFERRED
    assert codes(outcome) == [Code.NOT_PAID_BACK, Code.CREDIT_NOTE_BOOKED]


@pytest.mark.parametrize("is_later", [False, True])
def test_a_refund_that_came_out_otherwise_is_told(desk: Desk, is_later: bool) -> None:
    """Somebody registered another payment between the look and the answer."""

    def meddle(call: str) -> None:
        if call == "register_payment":
            (note,) = notes_of(desk)
            booked = desk.ledger.invoices[note.id]
            less = replace(note, outstanding=note.outstanding + Money(1000))
            desk.ledger.invoices[note.id] = replace(booked, invoice=less)

    sold(desk)
    if is_later:
        desk.transfer(credit_order(), KEPT)
    desk.ledger.line.on_write = meddle
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert outcome.problems[0].code is Code.OUTSTANDING_DIFFERS
    assert outcome.problems[0].params == {"ours": Money(0), "theirs": Money(1000)}


# the sale, once it has been taken back


@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize(("quantity", "is_lost"), [("-3", False), ("-3", True), ("-1", False)])
def test_a_sale_that_was_taken_back_is_not_invoiced_again(
    desk: Desk, quantity: str, is_lost: bool, is_kept: bool
) -> None:
    desk.ledger.settings.credit_comment_kept = is_kept
    if is_lost:
        sold(desk).ledger.line.fail("credit_wholly", Fault.LOST_AFTER)
    sold(desk).transfer(credit_order(quantity), REFUNDED)
    for _ in range(2):
        outcome = desk.transfer(sale())
        assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
        assert codes(outcome) == [Code.TAKEN_BACK, Code.ALREADY_BOOKED]
        assert outcome.problems[0].params["order"] == CREDIT
    assert len(desk.ledger.invoices) == 2


# two programs, and what was begun


def test_another_program_adopts_the_note_and_waits_before_it_pays_back(desk: Desk) -> None:
    sold(desk)
    other = desk.another(same_journal=False)
    other.webshop = desk.webshop
    desk.ledger.line.fail("register_payment", Fault.LOST_BEFORE)
    desk.transfer(credit_order(), REFUNDED)
    before = other.clock.monotonic()
    outcome = other.transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    assert other.clock.monotonic() - before >= 2 * QUIET_SECONDS
    credited_once(desk)
    settled = desk.transfer(credit_order(), REFUNDED)
    assert settled.state is TransferState.TRANSFERRED
    credited_once(desk)


def test_an_invoice_whose_order_was_deleted_can_still_be_chosen(desk: Desk) -> None:
    """Tripletex shows no lines then, so that only the sum is compared, and no order is named."""
    sold(desk)
    original = desk.only_invoice.invoice
    desk.ledger.gone_orders.add(original.order_ids[0])
    outcome = desk.transfer(credit_order(), replace(REFUNDED, original=10201))
    assert outcome.state is TransferState.TRANSFERRED
    assert outcome.problems[-1].params == {"invoice": 10201, "order": ""}


def test_a_credit_note_that_was_begun_stays_with_its_invoice(desk: Desk) -> None:
    sold(desk, sale("10457"), sale("10458")).ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(credit_order(), replace(REFUNDED, original=10201))
    desk.clock.sleep(QUIET)
    other = desk.transfer(credit_order(), replace(REFUNDED, original=10202))
    assert codes(other) == [Code.CREDIT_BEGUN_OTHERWISE]
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    assert outcome.problems[-1].params["invoice"] == 10201


def test_a_begun_credit_note_whose_invoice_is_gone_is_stopped(desk: Desk) -> None:
    sold(desk).ledger.line.fail("invoice_order", Fault.FAILED_BEFORE)
    original = desk.only_invoice.invoice
    desk.transfer(credit_order(), REFUNDED)
    del desk.ledger.invoices[original.id]
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert codes(outcome) == [Code.ORIGINAL_NOT_FOUND]
    assert notes_of(desk) == []


def test_a_credit_order_may_go_over_as_an_open_order_first(desk: Desk) -> None:
    outcome = sold(desk).transfer(credit_order(), AS_ORDER)
    assert outcome.state is TransferState.TRANSFERRED
    assert notes_of(desk) == []
    later = desk.transfer(credit_order(), REFUNDED)
    assert later.state is TransferState.TRANSFERRED
    credited_once(desk)


def test_an_open_order_on_another_card_is_not_made_the_invoices_credit_note(desk: Desk) -> None:
    sold(desk).transfer(credit_order(), AS_ORDER)
    order = next(row for row in desk.ledger.orders.values() if row.number == CREDIT)
    elsewhere = desk.ledger.add_customer(100999, "Ola Annen")
    desk.ledger.orders[order.id] = replace(order, customer_id=elsewhere.id)
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert codes(outcome) == [Code.CUSTOMER_IN_LEDGER_DIFFERS]
    assert notes_of(desk) == []


def test_a_found_order_of_ours_on_another_card_is_not_adopted(desk: Desk) -> None:
    sold(desk)
    elsewhere = desk.ledger.add_customer(100999, "Ola Annen")
    comment = f"Mystore-ordre {CREDIT} (fjord-garn)"
    found = desk.ledger.add_order(CREDIT, Money(-8900), comment=comment, customer_id=elsewhere.id)
    assert found.gross_by_vat == {HIGH.id: Money(-8900)}
    outcome = desk.transfer(credit_order(), REFUNDED)
    assert codes(outcome) == [Code.CUSTOMER_IN_LEDGER_DIFFERS]


def test_the_return_freight_lessens_the_credit_note(desk: Desk) -> None:
    """Worked order T07b: -89,00 and +49,00 with the same code give -40,00."""
    sold(desk)
    order = an_order(
        CREDIT,
        lines=[a_line(quantity="-1")],
        rows=[a_row(TotalKind.SHIPPING, "49.00", "Returfrakt")],
        total="-40.00",
    )
    outcome = desk.transfer(order, REFUNDED)
    assert outcome.state is TransferState.TRANSFERRED
    credited_once(desk, -4000)


# what a look tells


def test_a_look_settles_a_lost_refund_and_sends_nothing(desk: Desk) -> None:
    sold(desk).ledger.line.fail("register_payment", Fault.LOST_AFTER)
    desk.transfer(credit_order(), REFUNDED)
    outcome = LeftOvers(desk.service).look(CREDIT)
    assert outcome.state is TransferState.TRANSFERRED
    assert codes(outcome) == [Code.REFUND_BOOKED, Code.CREDIT_NOTE_BOOKED]
    assert desk.requests("register_payment") == 1


def test_a_look_tells_that_the_refund_is_missing(desk: Desk) -> None:
    sold(desk).ledger.line.fail("register_payment", Fault.FAILED_BEFORE)
    desk.transfer(credit_order(), REFUNDED)
    outcome = LeftOvers(desk.service).look(CREDIT)
    assert outcome.state is TransferState.FAILED
    assert codes(outcome)[0] is Code.REFUND_UNFINISHED
    assert outcome.problems[0].params["amount"] == Money(8900)


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.FAILED_BEFORE])
def test_a_look_settles_a_lost_full_credit(desk: Desk, fault: Fault) -> None:
    sold(desk).ledger.line.fail("credit_wholly", fault)
    desk.transfer(credit_order("-3"), REFUNDED)
    outcome = LeftOvers(desk.service).look(CREDIT)
    assert outcome.state is TransferState.FAILED
    is_booked = fault is Fault.LOST_AFTER
    assert outcome.is_booked is is_booked
    told = [Code.REFUND_UNFINISHED, Code.CREDIT_NOTE_SETTLED] if is_booked else [Code.NOT_IN_LEDGER]
    assert codes(outcome) == told
    assert desk.requests("credit_wholly") == 1


# foretold


def foretold(desk: Desk, order: Order, choice: Choice) -> Outcome:
    """What a dry run tells; the same problems and exit status as the transfer, and nothing sent."""
    entries = len(desk.journal.recorded)
    shown = desk.service.preview(order, choice)
    assert len(desk.journal.recorded) == entries
    return shown


def agree(shown: Outcome, done: Outcome) -> bool:
    ready = shown.state is TransferState.READY and done.state in GOOD
    return ready or (shown.state is done.state and shown.problems == done.problems)


@pytest.mark.parametrize(
    "choice", [Choice(), REFUNDED, KEPT, AS_ORDER, replace(REFUNDED, original=10201)]
)
@pytest.mark.parametrize("sales", [(), ("10457",), ("10457", "10458")])
def test_a_preview_tells_what_the_transfer_does(
    desk: Desk, sales: tuple[str, ...], choice: Choice
) -> None:
    for number in sales:
        sold(desk, sale(number))
    shown = foretold(desk, credit_order(), choice)
    assert agree(shown, desk.transfer(credit_order(), choice))


def test_a_preview_names_the_invoice_that_is_credited(desk: Desk) -> None:
    sold(desk)
    shown = foretold(desk, credit_order(), REFUNDED)
    assert (shown.state, codes(shown)) == (TransferState.READY, [Code.CREDITS_INVOICE])
    assert shown.problems[0].params == {"invoice": 10201, "order": "10457"}


def test_the_preview_of_a_sale_costs_no_search(desk: Desk) -> None:
    foretold(desk, sale(), REFUNDED)
    assert desk.ledger.line.requests == {"facts": 1}


def test_a_preview_tells_that_only_the_refund_is_missing(desk: Desk) -> None:
    desk.ledger.settings.negative_payment_accepted = False
    sold(desk).transfer(credit_order(), REFUNDED)
    for choice in (Choice(), REFUNDED):
        shown = foretold(desk, credit_order(), choice)
        assert shown.state is TransferState.READY
        assert codes(shown) == [Code.REFUND_UNFINISHED, Code.CREDIT_NOTE_BOOKED]
    given_up = foretold(desk, credit_order(), KEPT)
    assert agree(given_up, desk.transfer(credit_order(), KEPT))
    assert codes(given_up) == [Code.NOT_PAID_BACK, Code.CREDIT_NOTE_BOOKED]


def test_a_preview_tells_whether_kept_money_is_paid_back_now(desk: Desk) -> None:
    sold(desk).transfer(credit_order(), KEPT)
    left = foretold(desk, credit_order(), Choice())
    assert (left.state, codes(left)) == (
        TransferState.TRANSFERRED,
        [Code.NOT_PAID_BACK, Code.CREDIT_NOTE_BOOKED],
    )
    shown = foretold(desk, credit_order(), REFUNDED)
    assert (shown.state, shown.problems[0]) == (
        TransferState.READY,
        Problem(Code.REFUND_UNFINISHED, invoice=10202, amount=Money(8900)),
    )
    desk.transfer(credit_order(), REFUNDED)
    assert codes(foretold(desk, credit_order(), REFUNDED)) == [
        Code.REFUND_BOOKED,
        Code.CREDIT_NOTE_BOOKED,
    ]


@pytest.mark.parametrize("quantity", ["-3", "-1"])
def test_a_preview_of_a_sale_that_was_taken_back_offers_no_new_round(
    desk: Desk, quantity: str
) -> None:
    sold(desk).transfer(credit_order(quantity), REFUNDED)
    done = desk.transfer(sale())
    assert foretold(desk, sale(), Choice()) == done
    assert codes(done) == [Code.TAKEN_BACK, Code.ALREADY_BOOKED]
    (row,) = preview_of([desk.reader.as_read(sale())], Choice(), desk.profile).rows
    assert row.deed is Deed.NOTHING
