"""What the client reads of how a company is set in the practice Tripletex."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, worked_order
from tests.orders.building import SOLD_GIFT_CARD, a_line, an_order
from tripletex_wizard.domain.errors import Code, OrderRejected, OrderStopped, PermissionMissing
from tripletex_wizard.domain.ledger import VatRegistration
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.vat_terms import VatTerm


def test_the_company_and_its_facts_are_read(bench: Bench) -> None:
    facts = bench.client.facts()
    assert (facts.company.name, facts.company.organization_number) == (
        "Fjord Garn AS",
        "999888771",
    )
    assert facts.registration is VatRegistration.REGISTERED
    assert {row.number: row.id for row in facts.vat_codes}["33"] == 32
    vipps = next(row for row in facts.payment_types if row.description == "Vipps")
    assert vipps.account is not None
    assert (vipps.account.number, vipps.currency) == (1902, "NOK")
    assert facts.currencies["SEK"] == 2
    assert facts.countries["NO"] == 161
    assert facts.rounding_product is not None
    assert facts.rounding_product.vat.number == "7"


def test_the_usual_accounts_for_sales_are_read_with_what_they_require(bench: Bench) -> None:
    bench.servers.tripletex.set_company(accounts_requiring_department=[3000])
    accounts = bench.client.facts().sales_accounts
    assert sorted(accounts) == [3000, 3030, 3050, 3100, 3105]
    required = {number for number, row in accounts.items() if row.requires_department}
    assert required == {3000}


def test_an_invoice_that_would_lack_a_department_is_stopped_before_anything_is_sent(
    bench: Bench,
) -> None:
    bench.servers.tripletex.set_company(accounts_requiring_department=[3000])
    with pytest.raises(OrderStopped) as stopped:
        bench.plan()
    assert [each.code for each in stopped.value.problems] == [Code.DEPARTMENT_REQUIRED]


def test_what_stands_on_the_account_of_gift_cards_is_read(bench: Bench) -> None:
    assert bench.client.facts().balances == {2901: Money(0)}
    card = SOLD_GIFT_CARD.number
    facts = bench.client.facts([card])
    sold = an_order("10456", lines=[a_line("500.00", rate="0", sku=card)], total="500.00")
    bench.book(bench.plan(sold, facts))
    assert bench.client.facts().balances == {2901: Money(-500_00)}
    used = worked_order("T04").order
    bench.book(bench.plan(replace(used, customer=replace(used.customer, number=100461))))
    assert bench.client.facts().balances == {2901: Money(0)}
    (asked,) = bench.requests("GET", "/balanceSheet")[:1]
    assert asked["query"]["accountNumberFrom"] == asked["query"]["accountNumberTo"] == "2901"


def test_a_balance_that_cannot_be_read_is_not_known(bench: Bench) -> None:
    bench.servers.tripletex.set_company(forbidden=["GET /balanceSheet"])
    assert bench.client.facts().balances == {}
    bench.servers.tripletex.set_company(forbidden=[])
    bench.strike("status", "/balanceSheet", status=404)
    assert bench.client.facts().balances == {}
    bench.strike("status", "/balanceSheet", status=500, count=None)
    assert bench.client.facts().balances == {}


def test_a_company_whose_customers_pay_by_no_debt_is_not_asked_for_balances(bench: Bench) -> None:
    bench.servers.tripletex.set_company(hidden_payment_types=["Gavekort"])
    assert bench.client.facts().balances == {}
    assert bench.requests("GET", "/balanceSheet") == []


def test_the_only_department_of_a_company_without_the_module_is_read(bench: Bench) -> None:
    (found,) = bench.client.facts().departments or ()
    assert (found.name, found.number) == ("Avdeling", "")


def test_departments_that_are_inactive_are_left_out(bench: Bench) -> None:
    bench.servers.tripletex.set_company(
        departments=["Nettbutikk", "Lager"], inactive_departments=["Lager"]
    )
    assert [row.name for row in bench.client.facts().departments or ()] == ["Nettbutikk"]


def test_departments_that_cannot_be_read_are_not_known(bench: Bench) -> None:
    bench.servers.tripletex.set_company(forbidden=["GET /department"])
    assert bench.client.facts().departments is None
    bench.servers.tripletex.set_company(forbidden=[])
    bench.strike("status", "/department", status=404)
    assert bench.client.facts().departments is None
    bench.strike("status", "/department", status=503, count=None)
    assert bench.client.facts().departments is None


def test_an_order_on_the_chosen_department_is_invoiced_where_one_is_required(bench: Bench) -> None:
    bench.servers.tripletex.set_company(accounts_requiring_department=[3000])
    (department,) = bench.client.facts().departments or ()
    without = bench.plan_on(None)
    with pytest.raises(OrderRejected) as refused:
        bench.book(without)
    assert "Konto 3000 krever avdeling." in str(refused.value.problem.params["text"])
    (card,) = bench.client.customers_with_number(100457)
    plan = bench.plan_on(department, number="10458")
    order_id = bench.client.create_order(plan, bench.client.facts(), card.id).value
    assert bench.client.invoice_order(order_id, plan).value.order_ids == (order_id,)
    on = [row["department"] and row["department"]["id"] for row in bench.state()["orders"]]
    assert on == [None, department.id]


@pytest.mark.parametrize("end", ["exclusive", "inclusive"])
def test_a_closed_month_is_closed_to_its_last_day_and_no_further(end: str) -> None:
    with a_bench(period_end=end) as bench:
        bench.servers.tripletex.set_company(closed_through="2026-10-31")
        facts = bench.client.facts()
    assert facts.is_closed(date(2026, 10, 1))
    assert facts.is_closed(date(2026, 10, 31))
    assert not facts.is_closed(date(2026, 11, 1))


@pytest.mark.parametrize(
    ("size", "term"),
    [
        ("TWO_MONTHS", VatTerm(2026, 5, 2)),
        ("ONE_MONTH", VatTerm(2026, 10, 1)),
        ("YEAR", VatTerm(2026, 1, 12)),
        ("FORTNIGHT", VatTerm(2026, 0, 0)),
        ("NOT_REGISTERED", None),
    ],
)
def test_the_vat_term_of_a_day_is_read(bench: Bench, size: str, term: VatTerm | None) -> None:
    bench.servers.tripletex.set_company(vat_term=size)
    assert bench.client.facts().vat_terms.of(date(2026, 10, 31)) == term


def test_a_vat_term_that_may_not_be_read_is_unknown(bench: Bench) -> None:
    bench.servers.tripletex.set_company(forbidden=("GET /vatTermSizeSettings",))
    facts = bench.client.facts()
    assert facts.vat_term_settings == ()
    assert facts.vat_terms.of(date(2026, 10, 31)) == VatTerm(2026, 0, 0)
    bench.servers.tripletex.set_company(forbidden=[])
    bench.strike("status", "/vatTermSizeSettings", status=500, count=None)
    assert bench.client.facts().vat_term_settings == ()


def test_a_company_that_is_not_registered_has_no_vat_term(bench: Bench) -> None:
    bench.servers.tripletex.set_company(vat_registration_status="VAT_NOT_REGISTERED")
    assert bench.client.facts().vat_terms.of(date(2026, 10, 31)) is None


def test_facts_do_without_periods_and_products_that_may_not_be_read(bench: Bench) -> None:
    closed = ("GET /ledger/accountingPeriod", "GET /product")
    bench.servers.tripletex.set_company(forbidden=closed)
    facts = bench.client.facts()
    assert facts.periods == ()
    assert facts.rounding_product is None


def test_the_bank_account_and_the_rights_are_read(bench: Bench) -> None:
    accounts = bench.client.bank_accounts()
    assert any(row.is_invoice_account and row.bank_account_number for row in accounts)
    assert {"AUTH_INVOICING", "AUTH_CREATE_ORDER"} <= bench.client.entitlements()
    assert "API_V2" in (bench.client.sales_modules() or ())


def test_a_right_counts_only_when_key_and_owner_have_it(bench: Bench) -> None:
    bench.servers.tripletex.set_company(token_user_lacks=(14,))
    assert "AUTH_INVOICING" not in bench.client.entitlements()


def test_closed_end_points_are_unknown_and_not_an_error(bench: Bench) -> None:
    closed = ("GET /invoice/settings", "GET /company/salesmodules")
    bench.servers.tripletex.set_company(forbidden=closed)
    assert bench.client.invoice_settings() is None
    assert bench.client.sales_modules() is None


@pytest.mark.parametrize(
    ("switch", "number"), [("full", 10201), ("bank_account_ready", None), ("missing", None)]
)
def test_invoice_settings_tell_as_much_as_they_hold(switch: str, number: int | None) -> None:
    with a_bench(invoice_settings=switch) as bench:
        settings = bench.client.invoice_settings()
    assert (settings.next_invoice_number if settings else None) == number
    assert (settings is None) == (switch == "missing")


@pytest.mark.parametrize(("switch", "expected"), [("supported", 100457), ("refused", None)])
def test_the_highest_customer_number_is_read_when_lists_can_be_sorted(
    switch: str, expected: int | None
) -> None:
    with a_bench(sort_customer_number=switch) as bench:
        bench.book(bench.plan())
        assert bench.client.highest_customer_number() == expected


def test_another_right_that_is_missing_names_the_path(bench: Bench) -> None:
    bench.servers.tripletex.set_company(forbidden=("POST /order",))
    with pytest.raises(PermissionMissing) as error:
        bench.client.create_order(bench.plan(), bench.client.facts(), 1)
    assert error.value.problem.params == {"path": "/order"}
