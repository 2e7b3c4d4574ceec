"""What was read before a request may be gone when it arrives: looked up anew, tried once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.orders.building import KARI, a_guest, an_order, company_facts
from tests.unit.services.desk import AS_ORDER, Desk, booked_once, codes
from tripletex_wizard.domain.errors import Code, OrderRejected, OutcomeUnknown
from tripletex_wizard.domain.orders import ShopCustomer
from tripletex_wizard.domain.transfer import Phase, Step, TransferState


def before_the_first(desk: Desk, call: str, happening: Callable[[], object]) -> None:
    """Let something happen in Tripletex while the first request of this name is on its way."""

    def on_write(name: str) -> None:
        if name == call and desk.requests(call) == 1:
            happening()

    desk.ledger.line.on_write = on_write


@pytest.mark.parametrize("customer", [KARI, a_guest()])
def test_a_card_that_is_deleted_before_its_order_arrives_is_made_anew(
    desk: Desk, customer: ShopCustomer
) -> None:
    before_the_first(desk, "create_order", desk.ledger.customers.clear)
    outcome = desk.transfer(an_order(customer=customer))
    assert outcome.state is TransferState.TRANSFERRED
    booked_once(desk)
    assert desk.only_order.customer_id in desk.ledger.customers
    assert (Step.ORDER, Phase.REFUSED) in desk.steps()


def test_a_card_that_somebody_saves_meanwhile_is_changed_as_it_is_now(desk: Desk) -> None:
    card = desk.ledger.add_customer(KARI.number, "Kari Gift", email=KARI.email)

    def saved() -> None:
        desk.ledger.customers[card.id] = replace(card, version=2, description="Ringer først")

    before_the_first(desk, "update_customer", saved)
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    (now,) = desk.ledger.customers.values()
    assert (now.name, now.description, now.version) == (KARI.name, "Ringer først", 3)
    assert desk.requests("update_customer") == 2


def test_the_card_that_was_made_for_another_order_of_the_guest_is_read_by_id(desk: Desk) -> None:
    desk.ledger.lagging = True

    def refused_once(name: str) -> None:
        if name == "create_order" and desk.requests(name) == 2:
            raise OrderRejected(Code.STALE_IN_LEDGER, text="Object not found")

    desk.ledger.line.on_write = refused_once
    outcomes = desk.batch([an_order(number, customer=a_guest()) for number in ("1", "2")])
    assert {outcome.state for outcome in outcomes} == {TransferState.TRANSFERRED}
    assert len(desk.ledger.customers) == 1
    assert {row.customer_id for row in desk.ledger.orders.values()} == set(desk.ledger.customers)


def test_an_order_that_somebody_invoices_at_that_moment_is_adopted(desk: Desk) -> None:
    def invoiced_by_hand() -> None:
        order = desk.only_order
        desk.ledger.add_invoice(order, order.total, paid=order.total)

    before_the_first(desk, "invoice_order", invoiced_by_hand)
    outcome = desk.transfer(an_order())
    assert outcome.state in {TransferState.TRANSFERRED, TransferState.TRANSFERRED_WITH_NOTE}
    assert Code.ADOPTED in codes(outcome)
    booked_once(desk)
    assert desk.requests("invoice_order") == 1


def test_an_order_that_somebody_deletes_at_that_moment_is_sent_anew(desk: Desk) -> None:
    before_the_first(desk, "invoice_order", desk.ledger.orders.clear)
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    booked_once(desk)


def test_new_ids_of_the_company_are_read_for_the_second_try(desk: Desk) -> None:
    facts = company_facts()
    moved = replace(facts, currencies={code: id_ + 50 for code, id_ in facts.currencies.items()})

    def on_write(name: str) -> None:
        if name == "create_order" and desk.requests(name) == 1:
            desk.ledger.known = moved
            raise OrderRejected(Code.STALE_IN_LEDGER, text="Object not found")

    desk.ledger.line.on_write = on_write
    outcome = desk.transfer(an_order())  # the fake asserts that what it is given is what it has
    assert outcome.state is TransferState.TRANSFERRED
    assert desk.requests("facts") == 2


def test_what_stays_unknown_is_told_and_nothing_is_booked(desk: Desk) -> None:
    stale = [OrderRejected(Code.STALE_IN_LEDGER, text="Object not found") for _ in range(2)]
    desk.ledger.line.fail("create_order", *stale)
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [Code.STALE_IN_LEDGER])
    assert desk.requests("create_order") == 2
    assert desk.ledger.orders == {}


def test_a_lost_answer_is_never_taken_for_a_stale_id(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", OutcomeUnknown(answered=True))
    assert desk.transfer(an_order()).state is TransferState.UNCERTAIN
    assert desk.requests("create_order") == 1


def test_any_other_refusal_is_not_tried_again(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", OrderRejected(Code.REJECTED, text="nei"))
    assert desk.transfer(an_order(), AS_ORDER).state is TransferState.FAILED
    assert (desk.requests("create_order"), desk.requests("facts")) == (1, 1)
