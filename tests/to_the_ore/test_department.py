"""A company whose sales account asks for a department (accounting.md D11)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.orders.building import TODAY, a_profile, an_order, transfer_rules
from tests.to_the_ore.books import PracticeBooks
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.mapping import MethodMapping
from tripletex_wizard.domain.posting import Choice, plan_posting


def test_d11b_the_order_is_booked_on_the_department_that_is_chosen() -> None:
    company = PracticeBooks(vat_rounding="line", accounts_requiring_department=[3000])
    (department,) = company.facts.departments or ()
    assert department.label == "Avdeling"
    methods = (MethodMapping("vipps", "Vipps", company.facts.payment_types[0].id),)
    profile = a_profile(replace(transfer_rules(), department=department), methods)
    plan = plan_posting(an_order(), profile, company.facts, today=TODAY, choice=Choice())
    assert company.book(plan).amount == Decimal("89.00")


def test_d11_an_order_on_an_account_that_asks_for_a_department_is_stopped() -> None:
    company = PracticeBooks(vat_rounding="line", accounts_requiring_department=[3000])
    methods = (MethodMapping("vipps", "Vipps", company.facts.payment_types[0].id),)
    profile = a_profile(transfer_rules(), methods)
    with pytest.raises(OrderStopped) as stopped:
        plan_posting(an_order(), profile, company.facts, today=TODAY, choice=Choice())
    missing = Problem(Code.DEPARTMENT_REQUIRED, line="Saga 111", account=3000)
    assert stopped.value.problems == (missing,)
    assert company.count("order") == company.count("voucher") == 0
