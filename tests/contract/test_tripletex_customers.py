"""The cards of customers in the practice Tripletex."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, refusal
from tests.orders.building import a_guest, an_order
from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.orders import Address, ShopCustomer


def a_company(organization_number: str, country: str = "NO") -> ShopCustomer:
    address = Address("Ina", "Garn AS", "Gata 1", "0170", "Oslo", country)
    return ShopCustomer(None, address, "post@garn.example", "22 00 00 00", organization_number)


def make(bench: Bench, customer: ShopCustomer) -> None:
    plan = replace(bench.plan(an_order()), customer=customer)
    bench.client.create_customer(plan, bench.client.facts(), number=None)


def test_a_person_s_card_holds_what_the_shop_knows(bench: Bench) -> None:
    bench.book(bench.plan())
    (card,) = bench.state()["customers"]
    assert card["customerNumber"] == 100457
    assert card["isPrivateIndividual"] is True
    assert card["isSupplier"] is False
    assert card["invoiceSendMethod"] == "EMAIL"
    assert (card["email"], card["phoneNumber"]) == ("kari@example.no", "90000000")
    assert card["description"] == ""
    for address in (card["postalAddress"], card["physicalAddress"]):
        place = (address["addressLine1"], address["postalCode"], address["city"])
        assert place == ("Testveien 12", "9008", "Tromsø")
        assert address["country"]["id"] == 161


def test_a_guest_s_card_is_numbered_by_tripletex_and_marked_with_the_order(bench: Bench) -> None:
    plan = bench.plan(an_order(customer=a_guest()))
    made = bench.client.create_customer(plan, bench.client.facts(), number=None).value
    assert made.number == 10001
    assert made.description == "Mystore-ordre 10457 (fjord-garn)"
    assert bench.client.customers_with_email("GJERT@example.no") == (made,)


def test_a_card_is_read_by_id_as_long_as_it_is_there(bench: Bench) -> None:
    plan = bench.plan(an_order(customer=a_guest()))
    made = bench.client.create_customer(plan, bench.client.facts(), number=None).value
    assert bench.client.customer(made.id) == made
    assert bench.client.customer(made.id + 1) is None


@pytest.mark.parametrize("email", ["bjørg@example.no", "nothing", "a b@example.no", ""])
def test_an_address_that_tripletex_refuses_is_left_out(email: str, bench: Bench) -> None:
    make(bench, a_guest(email=email))
    (card,) = bench.state()["customers"]
    assert (card["email"], card["invoiceSendMethod"]) == ("", "MANUAL")


def test_texts_that_are_too_long_are_cut_and_kept_whole_in_a_comment(bench: Bench) -> None:
    name, street, phone = "Åse " * 80, "Vei " * 90, "9" * 120
    address = Address(name, "", street, "0170", "Oslo", "NO")
    customer = ShopCustomer(100460, address, "ase@example.no", phone)
    order = replace(an_order(customer=customer), reference="Ref " * 70)
    bench.book(bench.plan(order))
    (card,) = bench.state()["customers"]
    assert card["name"] == name[:255]
    assert card["description"] == f"{name}\n{phone}\n{street}"
    (made,) = bench.state()["orders"]
    assert made["reference"] == order.reference[:255]
    assert made["internalComment"].split("\n")[1:] == [order.reference, name, street]


def test_a_company_is_found_by_its_number(bench: Bench) -> None:
    make(bench, a_company("313900215"))
    make(bench, a_company("974760673"))
    for written in ("313900215", "313 900 215"):
        (found,) = bench.client.customers_with_organization_number(written)
        assert found.organization_number == "313900215"
    assert bench.client.customers_with_organization_number("") == ()


def test_a_foreign_company_keeps_its_letters_and_is_no_norwegian_one(bench: Bench) -> None:
    make(bench, a_company("313900215"))
    assert bench.client.customers_with_organization_number("DE313900215") == ()
    make(bench, a_company("DE313900215", "DE"))
    (found,) = bench.client.customers_with_organization_number("DE 313 900 215")
    assert found.organization_number == "DE313900215"


@pytest.mark.parametrize("number", ["DE313900215", "313900216"])
def test_a_number_that_no_norwegian_company_has_stands_in_the_description(
    number: str, bench: Bench
) -> None:
    make(bench, a_company(number))
    (card,) = bench.state()["customers"]
    assert card["organizationNumber"] == ""
    assert number in card["description"].split("\n")
    assert card["isPrivateIndividual"] is False


def test_a_customer_that_was_made_inactive_is_found_too(bench: Bench) -> None:
    bench.book(bench.plan())
    books = bench.servers.tripletex.books
    books.store.change("customer", books.store.all("customer")[0]["id"], {"isInactive": True})
    (found,) = bench.client.customers_with_number(100457)
    assert found.name == "Kari Eksempel"
    assert bench.client.customers_with_number(100458) == ()


@pytest.mark.parametrize("switch", ["validation", "duplicate", "exists"])
def test_a_taken_customer_number_is_refused(switch: str) -> None:
    with a_bench(taken_customer_number=switch) as bench:
        bench.servers.tripletex.set_company(supplier_numbers=(100457,))
        with pytest.raises(OrderRejected) as error:
            bench.book(bench.plan())
        assert refusal(error) is Code.CUSTOMER_NUMBER_TAKEN
        assert error.value.problem.params["number"] == 100457


def test_a_card_is_brought_up_to_date_without_losing_what_else_stands_on_it(bench: Bench) -> None:
    plan = bench.plan(an_order(customer=a_guest()))
    facts = bench.client.facts()
    made = bench.client.create_customer(plan, facts, number=None).value
    moved = Address("Gjert Gjest", "", "Ny vei 2" + "x" * 300, "5003", "Bergen", "NO")
    later = bench.plan(an_order(customer=ShopCustomer(None, moved, "ny@example.no")))
    changed = bench.client.update_customer(made, later, facts).value
    assert (changed.id, changed.email, changed.number) == (made.id, "ny@example.no", made.number)
    assert changed.description == f"{made.description}\n{moved.street}"
    assert changed.version > made.version
    (card,) = bench.state()["customers"]
    assert card["postalAddress"]["city"] == "Bergen"
    once_more = bench.client.update_customer(changed, later, facts).value
    assert once_more.description == changed.description


def test_a_card_that_somebody_changed_meanwhile_is_not_overwritten(bench: Bench) -> None:
    plan = bench.plan(an_order(customer=a_guest()))
    facts = bench.client.facts()
    made = bench.client.create_customer(plan, facts, number=None).value
    bench.client.update_customer(made, plan, facts)
    with pytest.raises(OrderRejected) as error:
        bench.client.update_customer(replace(made, version=made.version - 1), plan, facts)
    assert error.value.problem.code is Code.STALE_IN_LEDGER
