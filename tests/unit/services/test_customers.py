"""One card per shop customer: found, made, or left alone, and never made twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import KARI, TROMSO, a_guest, an_order
from tests.unit.services.desk import Desk, codes, searching
from tripletex_wizard.domain.errors import Code, OrderRejected, Problem, RemoteUnavailable
from tripletex_wizard.domain.ledger import LedgerCustomer
from tripletex_wizard.domain.orders import ShopCustomer
from tripletex_wizard.domain.transfer import Phase, Step, TransferState

COMPANY = replace(
    KARI,
    address=replace(TROMSO, company="Garn og Greier AS"),
    organization_number="313900215",
    email="post@garnoggreier.example.no",
)


def only_card(desk: Desk) -> LedgerCustomer:
    (card,) = desk.ledger.customers.values()
    return card


def card_of_order(desk: Desk, customer: ShopCustomer, number: str = "10457") -> int:
    outcome = desk.transfer(an_order(number, customer=customer))
    assert outcome.state is TransferState.TRANSFERRED
    assert outcome.order_id is not None
    return desk.ledger.orders[outcome.order_id].customer_id


KARIS_ADDRESS = {
    "street": KARI.address.street,
    "postal_code": KARI.address.postal_code,
    "city": KARI.address.city,
}

# by the shop's customer number


def test_a_new_customer_gets_the_shops_customer_number(desk: Desk) -> None:
    desk.transfer(an_order())
    card = only_card(desk)
    assert (card.number, card.name, card.email) == (100457, KARI.name, KARI.email)
    facts = [entry.facts for entry in desk.journal.entries("10457")[:2]]
    assert [row.customer_number for row in facts] == [100457, 100457]
    assert [row.customer_id for row in facts] == [None, card.id]


def test_a_customer_that_is_there_is_used_as_it_is(desk: Desk) -> None:
    card = desk.ledger.add_customer(KARI.number, KARI.name, email=KARI.email, **KARIS_ADDRESS)
    assert card_of_order(desk, KARI) == card.id
    assert desk.requests("create_customer") == desk.requests("update_customer") == 0


def test_two_orders_of_a_customer_share_the_card_though_the_list_lags(desk: Desk) -> None:
    desk.ledger.lagging = True
    outcomes = desk.batch([an_order("1"), an_order("2")])
    assert [outcome.state for outcome in outcomes] == [TransferState.TRANSFERRED] * 2
    assert len(desk.ledger.customers) == 1
    assert desk.requests("customers_with_number") == 1


@pytest.mark.parametrize(
    "card",
    [
        {"name": "KARI  EKSEMPEL", "email": "annen@example.no"},
        {"name": "Kari Gift", "email": "KARI@example.no"},
    ],
)
def test_a_card_with_the_same_name_or_email_is_the_same_customer(
    desk: Desk, card: dict[str, str]
) -> None:
    made = desk.ledger.add_customer(KARI.number, card["name"], email=card["email"])
    assert card_of_order(desk, KARI) == made.id


def test_a_card_with_the_same_organisation_number_is_the_same_customer(desk: Desk) -> None:
    card = desk.ledger.add_customer(
        KARI.number, "Gammelt Navn AS", organization_number=COMPANY.organization_number
    )
    assert card_of_order(desk, COMPANY) == card.id


def test_a_number_that_somebody_else_has_stops_the_order(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, "Ola Annen", email="ola@example.no")
    outcome = desk.transfer(an_order())
    assert outcome.state is TransferState.STOPPED
    assert outcome.problems == (
        Problem(
            Code.CUSTOMER_NUMBER_TAKEN, number=100457, theirs="Ola Annen", ours="Kari Eksempel"
        ),
    )
    assert desk.steps() == []


def test_a_card_without_a_name_is_nobody_in_particular(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, "")
    nameless_email = replace(KARI, email="")
    outcome = desk.transfer(an_order(customer=nameless_email))
    assert codes(outcome) == [Code.CUSTOMER_NUMBER_TAKEN]


def test_two_cards_with_one_number_stop_the_order(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, KARI.name)
    desk.ledger.add_customer(KARI.number, KARI.name)
    assert desk.transfer(an_order()).problems == (
        Problem(Code.CUSTOMER_AMBIGUOUS, name=KARI.name, count=2),
    )


# keeping cards up to date


def test_a_customer_who_moved_gets_the_new_address_on_the_card(desk: Desk) -> None:
    card = desk.ledger.add_customer(KARI.number, KARI.name, email=KARI.email, **KARIS_ADDRESS)
    moved = replace(KARI, address=replace(KARI.address, street="Nyveien 2"))
    desk.transfer(an_order(customer=moved))
    assert desk.ledger.customers[card.id].street == "Nyveien 2"


def test_an_inactive_card_counts_only_when_there_is_no_active_one(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, KARI.name, is_inactive=True)
    active = desk.ledger.add_customer(KARI.number, KARI.name)
    assert card_of_order(desk, KARI) == active.id


def test_a_customer_who_changed_name_and_email_keeps_the_card_that_we_made(desk: Desk) -> None:
    desk.transfer(an_order("1"))
    married = replace(
        KARI, email="ny@example.no", address=replace(KARI.address, name="Kari Nordmann")
    )
    assert desk.transfer(an_order("2", customer=married)).state is TransferState.TRANSFERRED
    assert only_card(desk).name == "Kari Nordmann"


def test_a_guest_without_email_whose_card_was_lost_is_found_by_our_mark(desk: Desk) -> None:
    desk.ledger.line.fail("create_customer", Fault.LOST_AFTER)
    guest = a_guest(email="")
    assert desk.transfer(an_order(customer=guest)).state is TransferState.UNCERTAIN
    assert desk.transfer(an_order(customer=guest)).state is TransferState.TRANSFERRED
    assert len(desk.ledger.customers) == 1


def test_a_card_is_brought_up_to_date_once(desk: Desk) -> None:
    card = desk.ledger.add_customer(KARI.number, KARI.name, email="gammel@example.no")
    moved = replace(KARI, email="ny@example.no")
    desk.batch([an_order("1", customer=moved), an_order("2", customer=moved)])
    assert desk.ledger.customers[card.id].email == "ny@example.no"
    assert desk.requests("update_customer") == 1
    assert [row[0] for row in desk.steps("1")].count(Step.CUSTOMER) == 2
    assert Step.CUSTOMER not in [row[0] for row in desk.steps("2")]


@pytest.mark.parametrize("email", ["", "kåre@example.no"])
def test_an_address_that_cannot_be_used_does_not_replace_one_that_can(
    desk: Desk, email: str
) -> None:
    desk.ledger.add_customer(KARI.number, KARI.name, email=KARI.email, **KARIS_ADDRESS)
    desk.transfer(an_order(customer=replace(KARI, email=email)))
    assert only_card(desk).email == KARI.email
    assert desk.requests("update_customer") == 0


@pytest.mark.parametrize("buyer", [replace(KARI, email=""), a_guest()])
def test_a_name_that_is_too_long_for_the_card_is_still_known(
    desk: Desk, buyer: ShopCustomer
) -> None:
    long = replace(buyer, address=replace(TROMSO, name="Kari " + "e" * 300))
    desk.transfer(an_order("1", customer=long))
    assert desk.transfer(an_order("2", customer=long)).state is TransferState.TRANSFERRED
    assert desk.requests("update_customer") == 0
    assert len(desk.ledger.customers) == 1


def test_a_new_name_is_brought_to_the_card(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, "Kari Pike", email=KARI.email)
    desk.transfer(an_order())
    assert only_card(desk).name == KARI.name


def test_a_card_is_left_alone_when_the_set_up_says_so(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, "Kari Pike", email=KARI.email)
    desk.with_rules(keep_customer=True).transfer(an_order())
    assert only_card(desk).name == "Kari Pike"


def test_a_lost_answer_to_an_update_is_no_reason_to_stop_the_next_time(desk: Desk) -> None:
    desk.ledger.add_customer(KARI.number, "Kari Pike", email=KARI.email)
    desk.ledger.line.fail("update_customer", Fault.LOST_AFTER)
    assert desk.transfer(an_order()).state is TransferState.UNCERTAIN
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert desk.requests("update_customer") == 1
    assert only_card(desk).name == KARI.name


# lost answers


@pytest.mark.parametrize("fault", Fault)
def test_a_numbered_card_whose_answer_was_lost_is_made_once_in_the_end(
    desk: Desk, fault: Fault
) -> None:
    desk.ledger.line.fail("create_customer", fault)
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (TransferState.UNCERTAIN, [Code.OUTCOME_UNKNOWN])
    assert desk.ledger.orders == {}
    desk.ledger.line.let_late_requests_arrive()
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert only_card(desk).number == KARI.number


def test_a_card_found_later_settles_the_lost_answer(desk: Desk) -> None:
    desk.ledger.line.fail("create_customer", Fault.LOST_AFTER)
    desk.transfer(an_order())
    desk.transfer(an_order())
    settled = desk.journal.entries("10457")[2]
    assert (settled.step, settled.phase) == (Step.CUSTOMER, Phase.DONE)
    assert settled.facts.adopted
    assert settled.facts.customer_id == only_card(desk).id
    assert desk.requests("create_customer") == 1


def test_a_card_that_shows_itself_only_in_the_refusal_is_used(desk: Desk) -> None:
    desk.ledger.line.fail("create_customer", Fault.LATE)
    desk.transfer(an_order())
    desk.ledger.line.on_write = lambda _: desk.ledger.line.let_late_requests_arrive()
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    assert len(desk.ledger.customers) == 1


def test_a_number_that_is_refused_and_not_shown_fails_the_order(desk: Desk) -> None:
    desk.ledger.lagging = True
    desk.ledger.add_customer(KARI.number, KARI.name)
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [Code.CUSTOMER_NUMBER_TAKEN])


def test_any_other_refusal_of_a_customer_fails_the_order(desk: Desk) -> None:
    desk.ledger.line.fail("create_customer", OrderRejected(Code.REJECTED, status=422))
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [Code.REJECTED])
    assert desk.requests("customers_with_number") == 1


# guests


def test_a_guest_is_numbered_by_tripletex(desk: Desk) -> None:
    desk.transfer(an_order(customer=a_guest()))
    card = only_card(desk)
    assert (card.number, card.name) == (10001, "Gjert Gjest")
    assert desk.journal.entries("10457")[0].facts.customer_number is None


def test_a_guest_is_found_by_email_and_name(desk: Desk) -> None:
    card = desk.ledger.add_customer(5, "gjert  gjest", email="GJERT@example.no")
    desk.ledger.add_customer(6, "Frøydis Gjest", email="gjert@example.no")
    assert card_of_order(desk, a_guest()) == card.id
    assert len(desk.ledger.customers) == 2


def test_a_namesake_with_the_same_email_is_not_guessed_at(desk: Desk) -> None:
    for number in (5, 6):
        desk.ledger.add_customer(number, "Gjert Gjest", email="gjert@example.no")
    outcome = desk.transfer(an_order(customer=a_guest()))
    assert outcome.problems == (Problem(Code.CUSTOMER_AMBIGUOUS, name="Gjert Gjest", count=2),)


def test_a_guest_s_card_that_lists_do_not_show_yet_is_not_made_again(desk: Desk) -> None:
    desk.ledger.lagging = True
    desk.ledger.line.fail("create_order", Fault.FAILED_BEFORE)
    order = an_order(customer=a_guest())
    assert desk.transfer(order).state is TransferState.UNCERTAIN
    assert desk.transfer(order).state is TransferState.TRANSFERRED
    assert desk.only_order.customer_id == only_card(desk).id


def test_a_guest_s_card_is_not_made_again_when_the_order_is_transferred_again(desk: Desk) -> None:
    desk.ledger.lagging = True
    order = an_order(customer=a_guest())
    desk.transfer(order)
    desk.ledger.lagging = False
    desk.ledger.credit_invoice(desk.only_invoice.invoice)
    desk.transfer(order)
    assert {row.customer_id for row in desk.ledger.orders.values()} == {only_card(desk).id}
    assert len(desk.ledger.orders) == 2


def test_a_guest_s_card_that_somebody_has_deleted_is_made_again(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", Fault.FAILED_BEFORE)
    order = an_order(customer=a_guest())
    desk.transfer(order)
    desk.ledger.customers.clear()
    assert desk.transfer(order).state is TransferState.TRANSFERRED
    assert desk.only_order.customer_id == only_card(desk).id


def test_guests_without_an_email_get_a_card_each_batch_but_one_in_a_batch(desk: Desk) -> None:
    guest = a_guest(email="")
    desk.batch([an_order("1", customer=guest), an_order("2", customer=guest)])
    assert len(desk.ledger.customers) == 1
    desk.transfer(an_order("3", customer=guest))
    assert len(desk.ledger.customers) == 2
    assert desk.requests("customers_with_email") == 0


@pytest.mark.parametrize(
    "other",
    [
        a_guest("Gro Gjest"),
        a_guest(email="gro@example.no"),
        replace(a_guest(), address=replace(a_guest().address, street="Gata 2")),
    ],
)
def test_guests_who_differ_in_a_batch_are_looked_up_each(desk: Desk, other: ShopCustomer) -> None:
    desk.batch([an_order("1", customer=a_guest()), an_order("2", customer=other)])
    assert desk.requests("customers_with_email") == 2


@pytest.mark.parametrize("fault", [Fault.LOST_BEFORE, Fault.LATE, Fault.FAILED_BEFORE])
def test_a_guest_whose_answer_was_lost_is_not_made_again(desk: Desk, fault: Fault) -> None:
    desk.ledger.line.fail("create_customer", fault)
    desk.transfer(an_order(customer=a_guest()))
    outcome = desk.transfer(an_order(customer=a_guest()))
    assert outcome.state is TransferState.UNCERTAIN
    assert outcome.problems == (Problem(Code.CUSTOMER_UNCERTAIN, name="Gjert Gjest"),)
    assert desk.requests("create_customer") == 1
    desk.ledger.line.let_late_requests_arrive()


def test_a_guest_who_shows_himself_later_is_used(desk: Desk) -> None:
    desk.ledger.line.fail("create_customer", Fault.LATE)
    desk.transfer(an_order(customer=a_guest()))
    desk.ledger.line.let_late_requests_arrive()
    assert desk.transfer(an_order(customer=a_guest())).state is TransferState.TRANSFERRED
    assert desk.requests("create_customer") == 1


def test_a_guest_who_certainly_was_not_made_is_made_the_next_time(desk: Desk) -> None:
    desk.ledger.line.fail("create_customer", RemoteUnavailable(Code.NO_ANSWER, host="t"))
    desk.transfer(an_order(customer=a_guest()))
    assert desk.transfer(an_order(customer=a_guest())).state is TransferState.TRANSFERRED


# «Søk etter kunde»


def test_searching_finds_a_company_by_its_organisation_number() -> None:
    desk = searching()
    card = desk.ledger.add_customer(
        5, "Garn & Greier", organization_number=COMPANY.organization_number
    )
    assert card_of_order(desk, COMPANY) == card.id
    assert desk.requests("customers_with_number") == 0


def test_searching_never_renames_a_card_that_departments_may_share() -> None:
    desk = searching()
    desk.ledger.add_customer(5, "Konsernet", organization_number=COMPANY.organization_number)
    desk.transfer(an_order(customer=COMPANY))
    assert only_card(desk).name == "Konsernet"


def test_searching_goes_on_to_the_email_when_the_organisation_number_finds_nobody() -> None:
    desk = searching()
    card = desk.ledger.add_customer(5, COMPANY.name, email=COMPANY.email)
    assert card_of_order(desk, COMPANY) == card.id


def test_searching_in_vain_makes_a_card_that_tripletex_numbers() -> None:
    desk = searching()
    desk.transfer(an_order())
    assert only_card(desk).number == 10001


def test_searching_remembers_the_company_within_a_batch() -> None:
    desk = searching()
    desk.ledger.lagging = True
    colleague = replace(COMPANY, number=100999, email="annen@garnoggreier.example.no")
    desk.batch([an_order("1", customer=COMPANY), an_order("2", customer=colleague)])
    assert len(desk.ledger.customers) == 1


def test_searching_with_two_companies_of_one_number_stops_the_order() -> None:
    desk = searching()
    for number in (5, 6):
        desk.ledger.add_customer(number, "X", organization_number=COMPANY.organization_number)
    assert desk.transfer(an_order(customer=COMPANY)).problems == (
        Problem(Code.CUSTOMER_AMBIGUOUS, name=COMPANY.name, count=2),
    )


def test_without_searching_each_of_a_companys_shop_customers_has_a_card(desk: Desk) -> None:
    colleague = replace(COMPANY, number=100999, email="annen@garnoggreier.example.no")
    desk.batch([an_order("1", customer=COMPANY), an_order("2", customer=colleague)])
    assert [card.number for card in desk.ledger.customers.values()] == [100457, 100999]
