"""A company whose sales account asks for a department (accounting.md D11)."""

from __future__ import annotations

import pytest

from tests.orders.building import TODAY, a_profile, an_order, transfer_rules
from tests.to_the_ore.books import PracticeBooks
from tripletex_wizard.domain.errors import OrderRejected
from tripletex_wizard.domain.mapping import MethodMapping
from tripletex_wizard.domain.posting import Choice, plan_posting


def test_d11_an_invoice_without_a_department_is_refused_and_nothing_is_booked() -> None:
    company = PracticeBooks(vat_rounding="line", accounts_requiring_department=[3000])
    methods = (MethodMapping("vipps", "Vipps", company.facts.payment_types[0].id),)
    profile = a_profile(transfer_rules(), methods)
    plan = plan_posting(an_order(), profile, company.facts, today=TODAY, choice=Choice())
    with pytest.raises(OrderRejected):
        company.book(plan)
    assert company.count("order") == 1
    assert company.count("posting") == company.count("voucher") == 0
