"""One order on its way: booked once, written down first, and resumed at the missing step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import (
    EXEMPT,
    GIFT_CARD,
    HIGH,
    KARI,
    TODAY,
    VIPPS,
    a_guest,
    a_line,
    a_row,
    an_order,
)
from tests.unit.services.desk import AS_ORDER, NUMBER, Desk, booked_once, codes
from tripletex_wizard.domain.errors import (
    Code,
    Problem,
    StorageError,
)
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import TotalKind
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, Phase, Step, StepFacts, TransferState

CUSTOMER, ORDER, INVOICE = Step.CUSTOMER, Step.ORDER, Step.INVOICE
INTENDED, DONE, REFUSED, UNANSWERED = Phase.INTENDED, Phase.DONE, Phase.REFUSED, Phase.UNANSWERED
WITHOUT_A_HITCH = [
    (CUSTOMER, INTENDED),
    (CUSTOMER, DONE),
    (ORDER, INTENDED),
    (ORDER, DONE),
    (INVOICE, INTENDED),
    (INVOICE, DONE),
]
COMMENT = "Mystore-ordre 10457 (fjord-garn)"
SUM = Money(8900)


# without a hitch


def test_an_order_becomes_a_customer_an_order_and_a_paid_invoice(desk: Desk) -> None:
    outcome = desk.transfer(an_order())
    booked = desk.only_invoice
    assert outcome == Outcome(
        NUMBER,
        TransferState.TRANSFERRED,
        TransferAs.INVOICE,
        problems=(),
        order_id=desk.only_order.id,
        invoice_id=booked.invoice.id,
        invoice_number=10201,
        amount=SUM,
        request_ids=outcome.request_ids,
    )
    assert (booked.payments, booked.send) == (((VIPPS.id, SUM),), None)
    assert (booked.invoice.invoice_date, booked.invoice.outstanding) == (TODAY, Money(0))
    assert desk.only_order.internal_comment == COMMENT
    assert desk.steps() == WITHOUT_A_HITCH


def test_every_step_is_written_down_before_its_request_is_sent(desk: Desk) -> None:
    seen = []

    def look(call: str) -> None:
        newest = desk.journal.entries(NUMBER)[-1]
        seen.append((call, newest.step, newest.phase))

    desk.ledger.line.on_write = look
    desk.transfer(an_order())
    assert seen == [
        ("create_customer", CUSTOMER, INTENDED),
        ("create_order", ORDER, INTENDED),
        ("invoice_order", INVOICE, INTENDED),
    ]


def test_the_journal_knows_what_was_sent_and_what_was_answered(desk: Desk) -> None:
    outcome = desk.transfer(an_order())
    intended, done = desk.journal.entries(NUMBER)[-2:]
    card = next(iter(desk.ledger.customers))
    assert intended.facts.payments == done.facts.payments == ((VIPPS.id, 8900),)
    assert intended.facts.customer_id == card
    assert intended.facts.order_id == desk.only_order.id
    assert intended.facts.order_number == NUMBER
    assert (intended.facts.invoice_date, intended.facts.amount) == (TODAY, SUM)
    assert (intended.facts.outstanding, intended.facts.send) == (Money(0), False)
    assert intended.facts.mapping_version == 3
    assert (done.facts.invoice_id, done.facts.invoice_number) == (
        outcome.invoice_id,
        outcome.invoice_number,
    )
    assert not done.facts.adopted
    ids = [entry.facts.request_ids for entry in desk.journal.entries(NUMBER)]
    assert outcome.request_ids == (*ids[1], *ids[3], *ids[5])
    assert len(outcome.request_ids) == 3


def test_the_journal_knows_the_order_that_was_made(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    intended, done = (entry.facts for entry in desk.journal.entries(NUMBER)[-2:])
    assert intended == StepFacts(
        customer_id=next(iter(desk.ledger.customers)),
        order_number=NUMBER,
        transfer_as=TransferAs.ORDER,
        amount=SUM,
        fingerprint=desk.service.plan(an_order(), AS_ORDER).fingerprint,
        mapping_version=3,
    )
    ids = done.request_ids
    assert done == replace(intended, order_id=desk.only_order.id, request_ids=ids)
    assert len(ids) == 1


def test_an_order_that_is_wanted_as_an_order_is_not_invoiced(desk: Desk) -> None:
    outcome = desk.transfer(an_order(), AS_ORDER)
    assert (outcome.state, outcome.transfer_as) == (TransferState.TRANSFERRED, TransferAs.ORDER)
    assert (outcome.order_id, outcome.amount) == (desk.only_order.id, SUM)
    assert outcome.problems == ()
    assert not outcome.is_booked
    assert not desk.only_order.is_closed
    assert desk.ledger.invoices == {}
    assert desk.steps() == WITHOUT_A_HITCH[:4]


def test_an_invoice_goes_by_email_only_when_the_user_lets_it(desk: Desk) -> None:
    desk.transfer(an_order(method="card"))
    desk.transfer(an_order("10458", method="card"), Choice(email=False))
    sent = [booked.send for booked in desk.ledger.invoices.values()]
    assert sent == [SendType.EMAIL, None]
    assert desk.journal.entries(NUMBER)[-1].facts.send
    assert not desk.journal.entries("10458")[-1].facts.send


def test_a_gift_card_and_the_rest_are_two_payments(desk: Desk) -> None:
    order = an_order(rows=[a_row(TotalKind.GIFT_CARD, "-50.00")], total="39.00")
    assert desk.transfer(order).state is TransferState.TRANSFERRED
    assert desk.only_invoice.payments == ((GIFT_CARD.id, Money(5000)), (VIPPS.id, Money(3900)))


def test_notes_of_the_plan_come_with_the_outcome(desk: Desk) -> None:
    order = an_order(rows=[a_row(TotalKind.ROUNDING, "0.10")], total="89.10")
    outcome = desk.transfer(order)
    assert outcome.problems == (Problem(Code.ROUNDING_LINE, amount=Money(10)),)
    assert outcome.state is TransferState.TRANSFERRED


# a second time


def test_an_invoiced_order_is_not_sent_again(desk: Desk) -> None:
    first = desk.transfer(an_order())
    before = desk.ledger.line.requests.copy()
    again = desk.transfer(an_order())
    assert again == replace(first, problems=(Problem(Code.ALREADY_BOOKED, invoice=10201),))
    assert desk.ledger.line.requests - before == {"facts": 1, "credit": 1}


def test_d13_an_order_edited_after_its_invoice_is_not_sent_again(desk: Desk) -> None:
    desk.transfer(an_order())
    edited = an_order(lines=[a_line("80.00")], total="80.00")
    assert codes(desk.transfer(edited)) == [Code.ALREADY_BOOKED]
    booked_once(desk)


def test_an_open_order_is_not_made_again(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    again = desk.transfer(an_order(), AS_ORDER)
    assert again.problems == (Problem(Code.ALREADY_ORDER, number=NUMBER),)
    assert again.state is TransferState.TRANSFERRED
    assert desk.requests("create_order") == 1


def test_an_open_order_can_become_an_invoice_later(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    desk.transfer(an_order())
    booked_once(desk)
    assert desk.steps() == WITHOUT_A_HITCH


def test_an_open_order_that_was_edited_in_the_shop_is_stopped(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    outcome = desk.transfer(an_order(lines=[a_line("80.00")], total="80.00"))
    assert outcome.state is TransferState.STOPPED
    assert outcome.problems == (Problem(Code.ORDER_EDITED, before=SUM, after=Money(8000)),)
    assert desk.ledger.invoices == {}


def test_an_open_order_that_was_edited_in_tripletex_is_stopped(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    order = desk.only_order
    desk.ledger.orders[order.id] = replace(
        order, total=Money(8000), gross_by_vat={HIGH.id: Money(8000)}
    )
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.STOPPED
    assert outcome.problems == (Problem(Code.LINES_IN_LEDGER_DIFFER, ours=SUM, theirs=Money(8000)),)


def test_an_open_order_whose_vat_was_changed_in_tripletex_is_stopped(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    order = desk.only_order
    desk.ledger.orders[order.id] = replace(order, gross_by_vat={EXEMPT.id: SUM})
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (
        TransferState.STOPPED,
        [Code.LINES_IN_LEDGER_DIFFER],
    )
    assert desk.ledger.invoices == {}


def test_an_open_order_that_was_deleted_in_tripletex_is_made_again(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    desk.ledger.orders.clear()
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    booked_once(desk)
    assert desk.requests("create_order") == 2


def test_a_new_order_that_cannot_be_read_back_is_uncertain(desk: Desk) -> None:
    desk.ledger.line.on_write = lambda call: (
        setattr(desk.ledger, "order", lambda _: None) if call == "create_order" else None
    )
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (TransferState.UNCERTAIN, [Code.ORDER_GONE])
    assert desk.requests("invoice_order") == 0


def test_an_order_invoiced_by_post_invoice_stays_open_and_is_not_invoiced_again(
    desk: Desk,
) -> None:
    desk.ledger.settings.second_invoice_refused = False
    desk.transfer(an_order(), AS_ORDER)
    order = desk.only_order
    desk.ledger.add_invoice(order, SUM, paid=SUM)
    desk.ledger.orders[order.id] = order  # POST /invoice does not close it [ISS#65]
    outcome = desk.transfer(an_order())
    assert codes(outcome) == [Code.ADOPTED]
    assert desk.requests("invoice_order") == 0


# what Tripletex booked is compared


def test_an_invoice_fee_set_in_tripletex_is_told(desk: Desk) -> None:
    desk.ledger.settings.invoice_fee = Money(3900)
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert outcome.problems == (
        Problem(Code.AMOUNT_DIFFERS, ours=SUM, theirs=Money(12800)),
        Problem(Code.OUTSTANDING_DIFFERS, ours=Money(0), theirs=Money(3900)),
    )
    assert outcome.amount == Money(12800)


def test_the_second_of_two_payments_hides_a_fee_and_is_told(desk: Desk) -> None:
    """Tripletex computes the rest, so nothing is outstanding (rule 13)."""
    desk.ledger.settings.invoice_fee = Money(1)
    order = an_order(rows=[a_row(TotalKind.GIFT_CARD, "-50.00")], total="39.00")
    outcome = desk.transfer(order)
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert outcome.problems == (
        Problem(Code.AMOUNT_DIFFERS, ours=SUM, theirs=Money(8901)),
        Problem(Code.PAYMENT_DIFFERS, payment_type="Vipps", ours=Money(3900), theirs=Money(3901)),
    )


# our own order, found in Tripletex


def test_our_order_from_a_lost_journal_is_taken_over(desk: Desk) -> None:
    desk.ledger.add_order(NUMBER, SUM, comment=f"{COMMENT}, ringt kunden")
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED
    assert desk.steps() == [(ORDER, DONE), (INVOICE, INTENDED), (INVOICE, DONE)]
    assert desk.clock.slept == [150]  # another PC might have been at work on it
    order = desk.only_order
    assert desk.journal.entries(NUMBER)[0].facts == StepFacts(
        customer_id=order.customer_id,
        order_id=order.id,
        order_number=NUMBER,
        transfer_as=TransferAs.INVOICE,
        amount=SUM,
        fingerprint=desk.service.plan(an_order(), Choice()).fingerprint,
        mapping_version=3,
        adopted=True,
    )
    assert len(desk.ledger.orders) == len(desk.ledger.invoices) == 1


def test_our_order_that_another_pc_invoices_while_we_wait_is_booked_once(desk: Desk) -> None:
    desk.ledger.settings.second_invoice_refused = False
    order = desk.ledger.add_order(NUMBER, SUM, comment=COMMENT)

    def invoiced() -> None:
        desk.ledger.add_invoice(order, SUM, paid=SUM)

    desk.clock.while_sleeping = invoiced
    assert codes(desk.transfer(an_order())) == [Code.ADOPTED]
    assert desk.requests("invoice_order") == 0


def test_many_orders_of_a_lost_journal_wait_once_together(desk: Desk) -> None:
    for number in ("1", "2", "3"):
        desk.ledger.add_order(number, SUM, comment=f"Mystore-ordre {number} (fjord-garn)")
    events = desk.events([an_order(number) for number in "123"])
    outcomes = [event for event in events if isinstance(event, Outcome)]
    assert [row.state for row in outcomes] == [TransferState.TRANSFERRED] * 3
    assert sum(desk.clock.slept) == 150


def test_our_order_on_another_customer_is_stopped(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, KARI.name, email=KARI.email)
    desk.ledger.add_order(NUMBER, SUM, comment=COMMENT, customer_id=99)
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (
        TransferState.STOPPED,
        [Code.CUSTOMER_IN_LEDGER_DIFFERS],
    )


def test_our_order_on_its_own_customer_is_taken_over(desk: Desk) -> None:
    card = desk.ledger.add_customer(KARI.number, KARI.name, email=KARI.email)
    desk.ledger.add_order(NUMBER, SUM, comment=COMMENT, customer_id=card.id)
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED


def test_our_order_of_a_guest_is_taken_over(desk: Desk) -> None:
    desk.ledger.add_order(NUMBER, SUM, comment=COMMENT)
    assert desk.transfer(an_order(customer=a_guest())).state is TransferState.TRANSFERRED


def test_our_order_from_another_pc_settles_a_customer_whose_answer_was_lost(desk: Desk) -> None:
    desk.ledger.line.fail("create_customer", Fault.LOST_AFTER)
    desk.transfer(an_order())
    (card,) = desk.ledger.customers
    order = desk.ledger.add_order(NUMBER, SUM, comment=COMMENT, customer_id=card)
    desk.transfer(an_order(), AS_ORDER)
    settled = desk.journal.entries(NUMBER)[2]
    assert (settled.step, settled.phase) == (CUSTOMER, DONE)
    assert settled.facts == StepFacts(customer_id=order.customer_id, adopted=True)
    assert desk.progress().is_settled


def test_our_order_without_the_prefix_is_taken_over(desk: Desk) -> None:
    ours = desk.ledger.add_order(NUMBER, SUM, comment=COMMENT)
    desk.with_rules(number_prefix="NETT-").transfer(an_order())
    assert [booked.invoice.order_ids for booked in desk.ledger.invoices.values()] == [(ours.id,)]
    assert desk.requests("create_order") == 0


def test_our_order_under_an_earlier_prefix_is_found_by_the_journal(desk: Desk) -> None:
    desk.with_rules(number_prefix="A-").ledger.line.fail("create_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    assert desk.with_rules(number_prefix="B-").transfer(an_order()).state is (
        TransferState.TRANSFERRED
    )
    assert desk.only_order.number == "A-10457"


def test_the_same_sale_of_another_integration_is_stopped_whatever_the_prefix(desk: Desk) -> None:
    desk.ledger.add_order(NUMBER, SUM, comment="Ordre 10457")
    outcome = desk.with_rules(number_prefix="NETT-").transfer(an_order())
    assert outcome.state is TransferState.STOPPED
    assert outcome.problems == (Problem(Code.TRANSFERRED_BY_ANOTHER, number=NUMBER, amount=SUM),)


def test_a_strangers_order_with_the_bare_number_does_not_hinder_a_prefix(desk: Desk) -> None:
    desk.ledger.add_order(NUMBER, Money(500), comment="Prosjekt")
    outcome = desk.with_rules(number_prefix="NETT-").transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED
    assert [order.number for order in desk.ledger.orders.values()] == [NUMBER, "NETT-10457"]


def test_our_order_with_the_bare_number_and_another_sum_is_not_made_twice(desk: Desk) -> None:
    desk.ledger.add_order(NUMBER, Money(8000), comment=COMMENT)
    outcome = desk.with_rules(number_prefix="NETT-").transfer(an_order())
    assert outcome.state is TransferState.STOPPED
    assert codes(outcome) == [Code.LINES_IN_LEDGER_DIFFER]
    assert desk.requests("create_order") == 0


OTHERS = [
    "Prosjekt 7",
    "",
    "Mystore-ordre 10457 (annen-butikk)",
    "Mystore-ordre 1045 (fjord-garn)",
]


@pytest.mark.parametrize("comment", OTHERS)
def test_a_number_that_another_order_has_stops_ours(desk: Desk, comment: str) -> None:
    theirs = Money(500)
    desk.ledger.add_order(NUMBER, theirs, comment=comment)
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.STOPPED
    assert outcome.problems == (
        Problem(Code.NUMBER_TAKEN, number=NUMBER, ours=SUM, theirs=theirs, comment=comment),
    )
    assert desk.steps() == []
    assert desk.ledger.customers == {}


def test_an_order_that_is_listed_but_gone_is_not_taken_over(desk: Desk) -> None:
    stale = desk.ledger.add_order(NUMBER, SUM, comment=COMMENT)
    listed = desk.ledger.orders_with_number(NUMBER)
    del desk.ledger.orders[stale.id]
    desk.ledger.orders_with_number = lambda number: listed  # type: ignore[method-assign]
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert desk.only_order.id != stale.id


def test_a_number_that_tripletex_refuses_without_showing_it_fails_the_order(desk: Desk) -> None:
    desk.ledger.lagging = True
    desk.ledger.add_order(NUMBER, SUM, comment="Prosjekt")
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [Code.NUMBER_TAKEN_UNSEEN])
    assert desk.steps()[-1] == (ORDER, REFUSED)


# invoiced by hand in Tripletex


def test_our_order_that_somebody_invoiced_is_taken_over_and_compared(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    invoice = desk.ledger.add_invoice(desk.only_order, SUM, paid=Money(0))
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert outcome.problems == (
        Problem(Code.OUTSTANDING_DIFFERS, ours=Money(0), theirs=SUM),
        Problem(Code.ADOPTED, invoice=invoice.number),
    )
    assert (outcome.transfer_as, outcome.invoice_id) == (TransferAs.INVOICE, invoice.id)
    assert desk.requests("invoice_order") == 0
    found = desk.progress().invoice
    assert found is not None
    assert (found.transfer_as, found.adopted) == (TransferAs.INVOICE, True)
    assert (found.invoice_number, found.invoice_date) == (invoice.number, invoice.invoice_date)
    assert (found.amount, found.outstanding) == (SUM, SUM)


def test_an_invoice_of_somebody_else_was_neither_paid_nor_sent_by_this_program(desk: Desk) -> None:
    order = an_order(method="card")  # its invoices are sent
    desk.transfer(order, AS_ORDER)
    desk.ledger.add_invoice(desk.only_order, SUM, paid=SUM)
    outcome = desk.transfer(order)
    found = desk.progress().invoice
    assert found is not None
    assert (found.send, found.payments) == (False, ())
    assert (codes(outcome), outcome.emailed_to) == ([Code.ADOPTED], "")


def test_our_order_that_somebody_invoiced_is_an_invoice_even_when_an_order_is_wanted(
    desk: Desk,
) -> None:
    order = desk.ledger.add_order(NUMBER, SUM, comment=COMMENT)
    desk.ledger.add_invoice(order, SUM, paid=SUM)
    outcome = desk.transfer(an_order(method="invoice"), AS_ORDER)
    assert (outcome.transfer_as, outcome.is_booked) == (TransferAs.INVOICE, True)


def test_a_closed_order_whose_invoice_is_not_shown_is_uncertain(desk: Desk) -> None:
    desk.ledger.add_order(NUMBER, SUM, comment=COMMENT, is_closed=True)
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.UNCERTAIN
    assert outcome.problems == (Problem(Code.CLOSED_WITHOUT_INVOICE, number=NUMBER),)
    assert desk.requests("invoice_order") == 0


def test_a_credit_note_is_not_taken_for_the_invoice(desk: Desk) -> None:
    order = desk.ledger.add_order(NUMBER, SUM, comment=COMMENT)
    desk.ledger.add_invoice(order, -SUM, paid=Money(0), is_credit_note=True)
    assert codes(desk.transfer(an_order())) == [Code.CLOSED_WITHOUT_INVOICE]


# the claim


def test_a_laptop_that_slept_through_its_claim_looks_anew_before_it_goes_on(desk: Desk) -> None:
    def sleep(call: str) -> None:
        if call == "create_customer":
            desk.clock.advance(600)

    desk.ledger.line.on_write = sleep
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert desk.requests("orders_with_number") == 2
    booked_once(desk)


def test_a_claim_that_is_lost_again_and_again_leaves_the_order_uncertain(desk: Desk) -> None:
    desk.ledger.line.on_write = lambda _: desk.clock.advance(600)
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (TransferState.UNCERTAIN, [Code.LEASE_LOST])
    assert desk.requests("invoice_order") == 0


def test_an_order_found_behind_a_refusal_and_invoiced_by_hand_is_not_invoiced_again(
    desk: Desk,
) -> None:
    desk.ledger.settings.second_invoice_refused = False
    desk.ledger.lagging = True
    desk.ledger.line.fail("create_order", Fault.LOST_AFTER)
    desk.transfer(an_order())
    desk.ledger.lagging = False
    desk.ledger.add_invoice(desk.only_order, SUM, paid=SUM)
    desk.ledger.line.on_write = lambda _: desk.ledger.catch_up()
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert desk.requests("invoice_order") == 0


def test_an_order_of_another_pc_found_behind_a_refusal_is_waited_for(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, KARI.name, email=KARI.email)
    desk.ledger.lagging = True
    card = next(iter(desk.ledger.customers))
    desk.ledger.add_order(NUMBER, SUM, comment=COMMENT, customer_id=card)
    desk.ledger.line.on_write = lambda _: desk.ledger.catch_up()
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert desk.clock.slept == [150]


def test_an_order_edited_and_invoiced_by_hand_is_taken_over_with_the_difference(
    desk: Desk,
) -> None:
    desk.transfer(an_order(), AS_ORDER)
    desk.ledger.add_invoice(desk.only_order, Money(8000), paid=Money(8000))
    order = desk.only_order
    desk.ledger.orders[order.id] = replace(order, gross_by_vat={HIGH.id: Money(8000)})
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert Code.AMOUNT_DIFFERS in codes(outcome)


def test_a_claim_is_kept_through_a_slow_but_steady_transfer(desk: Desk) -> None:
    desk.ledger.line.on_write = lambda _: desk.clock.advance(150)
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED


def test_an_order_that_another_program_took_while_we_waited_is_left_to_it(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    desk.transfer(an_order())
    before = desk.steps()

    def taken() -> None:
        desk.journal.claim(NUMBER, "ola@pc2", 600)

    desk.clock.while_sleeping = taken
    outcome = desk.transfer(an_order())
    assert outcome.claimed_by_other
    assert desk.steps() == before


def test_a_claim_of_a_program_that_is_gone_is_taken_over(desk: Desk) -> None:
    desk.journal.claim(NUMBER, "kari@pc1 (dead)", 600)
    desk.webshop.orders = [an_order()]
    service = replace(desk.service, is_gone=lambda owner: "dead" in owner)
    (_, outcome) = service.transfer_batch([an_order()], Choice())
    assert isinstance(outcome, Outcome)
    assert outcome.state is TransferState.TRANSFERRED


def test_a_claim_that_cannot_be_given_back_does_not_change_the_outcome(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_number: str, _owner: str) -> None:
        raise StorageError(Code.JOURNAL_LOCKED, path="journal.sqlite")

    monkeypatch.setattr(desk.journal, "release", locked)
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED


def test_the_sum_that_tripletex_computed_is_read_before_anything_is_booked_on_it(
    desk: Desk,
) -> None:
    desk.ledger.settings.line_sum_error = Money(-1)
    outcome = desk.transfer(an_order())
    assert outcome.problems == (Problem(Code.LINES_IN_LEDGER_DIFFER, ours=SUM, theirs=Money(8899)),)
    assert desk.ledger.invoices == {}


def test_a_customer_of_a_factoring_company_is_stopped_when_the_order_is_paid(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, KARI.name, email=KARI.email, is_factoring=True)
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.STOPPED
    assert outcome.problems == (Problem(Code.CUSTOMER_FACTORING, name=KARI.name),)
    assert desk.transfer(an_order(method="invoice")).state is TransferState.TRANSFERRED
