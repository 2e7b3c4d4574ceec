"""Accounts that require a department stop the order until one is chosen (accounting.md D11)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import (
    HIGH,
    SOLD_GIFT_CARD,
    TODAY,
    WEBSHOP,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.ledger import Department, LedgerAccount, LedgerFacts, Product
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import ProductUse

BY_INVOICE = Choice(TransferAs.INVOICE)
FOUND = replace(transfer_rules(), products=ProductUse.FOUND)


def facts_with(*numbers: int, products: tuple[Product, ...] = ()) -> LedgerFacts:
    """3000 and 3030 are there; `numbers` require a department."""
    accounts = {
        number: LedgerAccount(number, number, "Salg", requires_department=number in numbers)
        for number in (3000, 3030)
    }
    return replace(company_facts(products=products), sales_accounts=accounts)


def planned(order: Order, facts: LedgerFacts, choice: Choice = BY_INVOICE) -> PostingPlan:
    return plan_posting(order, a_profile(FOUND), facts, today=TODAY, choice=choice)


def stops(order: Order, facts: LedgerFacts) -> tuple[Problem, ...]:
    with pytest.raises(OrderStopped) as stopped:
        planned(order, facts)
    return stopped.value.problems


def test_an_account_that_requires_a_department_stops_the_invoice_once() -> None:
    order = an_order(rows=[a_row(TotalKind.SHIPPING, "79.00", "Frakt")], total="168.00")
    assert stops(order, facts_with(3000)) == (
        Problem(Code.DEPARTMENT_REQUIRED, line="Saga 111", account=3000),
    )


def test_every_such_account_is_told() -> None:
    order = an_order(lines=[a_line("50.00"), a_line("39.00", rate="15", sku="SJO")])
    problems = stops(order, facts_with(3000, 3030))
    assert [problem.params["account"] for problem in problems] == [3000, 3030]


def on(
    order: Order,
    *departments: Department,
    transfer_as: TransferAs = TransferAs.INVOICE,
    is_read: bool = True,
) -> PostingPlan:
    """Planned on the chosen department, in a company whose active ones are `departments`."""
    profile = a_profile(replace(FOUND, department=WEBSHOP))
    facts = replace(facts_with(3000), departments=departments if is_read else None)
    return plan_posting(order, profile, facts, today=TODAY, choice=Choice(transfer_as))


@pytest.mark.parametrize("transfer_as", TransferAs)
def test_the_chosen_department_stands_on_everything_that_is_sent(transfer_as: TransferAs) -> None:
    assert on(an_order(), WEBSHOP, transfer_as=transfer_as).department == WEBSHOP
    renamed = replace(WEBSHOP, name="Butikk på nett")
    assert on(an_order(), renamed, transfer_as=transfer_as).department == WEBSHOP


@pytest.mark.parametrize("transfer_as", TransferAs)
def test_a_department_that_is_no_longer_active_is_never_sent(transfer_as: TransferAs) -> None:
    for departments in ((), (Department(22, "Nettbutikk", "10"),)):
        with pytest.raises(OrderStopped) as stopped:
            on(an_order(), *departments, transfer_as=transfer_as)
        gone = Problem(Code.DEPARTMENT_GONE, department="10 Nettbutikk")
        assert stopped.value.problems == (gone,)


@pytest.mark.parametrize("transfer_as", TransferAs)
def test_a_department_that_nobody_may_look_for_is_sent_and_tripletex_judges(
    transfer_as: TransferAs,
) -> None:
    plan = on(an_order(), transfer_as=transfer_as, is_read=False)
    assert plan.department == WEBSHOP


def test_the_only_department_of_a_company_without_the_module_has_no_number() -> None:
    assert Department(1, "Avdeling").label == "Avdeling"


def test_what_comes_back_stands_on_the_department_too() -> None:
    order = an_order(lines=[a_line("89.00", "-1")], total="-89.00")
    plan = on(order, WEBSHOP)
    assert plan.is_credit_note
    assert plan.department == WEBSHOP


def test_without_a_department_nothing_of_it_is_sent() -> None:
    assert planned(an_order(), facts_with(3030)).department is None


def test_an_account_that_no_line_is_posted_on_stops_nothing() -> None:
    assert planned(an_order(), facts_with(3030)).lines


def test_accounts_that_may_not_be_read_stop_nothing() -> None:
    assert planned(an_order(), company_facts()).lines


def test_an_open_order_is_not_posted_and_needs_no_department() -> None:
    assert planned(an_order(), facts_with(3000), Choice(TransferAs.ORDER)).lines


def test_a_products_own_account_counts_instead() -> None:
    account = LedgerAccount(9, 3010, "Garnsalg", requires_department=True)
    yarn = Product(21, "SAGA-111", "Saga", HIGH, account)
    assert stops(an_order(), facts_with(products=(yarn,))) == (
        Problem(Code.DEPARTMENT_REQUIRED, line="Saga 111", account=3010),
    )
    free = replace(yarn, account=replace(account, requires_department=False))
    assert planned(an_order(), facts_with(3000, products=(free,))).lines


def test_a_code_without_a_usual_account_stops_nothing() -> None:
    card = a_line("500.00", rate="0", sku="GAVEKORT")
    facts = facts_with(3000, products=(SOLD_GIFT_CARD,))
    assert planned(an_order(lines=[card], total="500.00"), facts).lines
