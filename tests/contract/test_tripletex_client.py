"""Orders and invoices, made and found in the practice Tripletex."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, refusal, worked_order
from tests.orders.building import an_order
from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order

BOOKED = ["T01", "T03", "T04", "T06", "T09", "T10"]


# the worked orders


@pytest.mark.parametrize("case", BOOKED)
def test_a_paid_order_becomes_an_invoice_with_nothing_outstanding(case: str, bench: Bench) -> None:
    order = worked_order(case).order
    plan = bench.plan(order)
    invoice = bench.book(plan)
    assert invoice.number == 10201
    assert invoice.amount == plan.total
    assert invoice.outstanding == Money(0, "NOK")
    assert bench.state()["emails"] == []
    again = bench.client.order(invoice.order_ids[0])
    assert again is not None
    assert (again.is_closed, again.total, again.number) == (True, plan.total, order.number)
    assert bench.client.invoices_of_order(again.id, again.customer_id) == (invoice,)
    assert bench.client.invoice(invoice.id) == invoice


def test_a_gift_card_and_the_rest_are_two_payments(bench: Bench) -> None:
    bench.book(bench.plan(worked_order("T04").order))
    paid = {
        row["account"]["number"]: Decimal(str(row["amount"]))
        for row in bench.state()["postings"]
        if row["account"]["number"] in {2901, 1902}
    }
    assert paid == {2901: Decimal(500), 1902: Decimal(469)}


def test_an_open_invoice_in_another_currency_keeps_its_currency_and_is_mailed(
    bench: Bench,
) -> None:
    order = worked_order("T12").order
    mailed = replace(order, customer=replace(order.customer, email="ina@example.se"))
    invoice = bench.book(bench.plan(mailed))
    assert invoice.amount == invoice.outstanding == Money(225000, "SEK")
    emails = bench.state()["emails"]
    assert [(row["sendType"], row["address"]) for row in emails] == [("EMAIL", "ina@example.se")]
    assert bench.client.invoice(invoice.id) == invoice


def test_an_order_reaches_tripletex_with_every_figure_of_the_plan(bench: Bench) -> None:
    plan = bench.plan(worked_order("T09").order)
    bench.book(plan)
    (order,) = bench.state()["orders"]
    assert order["internalComment"] == plan.internal_comment
    assert order["orderLineSorting"] == "ID"
    assert order["isPrioritizeAmountsIncludingVat"] is True
    assert (order["invoicesDueIn"], order["invoicesDueInType"]) == (0, "DAYS")
    assert (order["orderDate"], order["deliveryDate"]) == ("2026-11-21", "2026-11-22")
    assert order["deliveryAddress"]["name"] == "Per Prøve"
    lines = bench.state()["orderLines"]
    prices = [Decimal(str(line["unitPriceIncludingVatCurrency"])) for line in lines]
    assert prices[0] == Decimal("33.3333333333")
    assert [line["description"] for line in lines] == [line.description for line in plan.lines]


def test_a_rounding_line_is_on_its_own_product(bench: Bench) -> None:
    bench.book(bench.plan(worked_order("T10").order))
    last = bench.state()["orderLines"][-1]
    assert last["product"]["number"] == "ØREAVRUNDING"


@pytest.mark.parametrize("answer", ["full", "amounts_missing"])
def test_amounts_that_the_answer_lacks_are_read(answer: str) -> None:
    with a_bench(invoice_answer=answer) as bench:
        invoice = bench.book(bench.plan())
        assert invoice.amount == Money(8900, "NOK")
        assert len(bench.requests("GET", f"/invoice/{invoice.id}")) == (answer != "full")


# orders


def make_order(bench: Bench, order: Order) -> int:
    plan = bench.plan(order)
    facts = bench.client.facts()
    cards = bench.client.customers_with_number(100457)
    card = cards[0] if cards else bench.client.create_customer(plan, facts, number=100457).value
    return bench.client.create_order(plan, facts, card.id).value


@pytest.mark.parametrize("switch", ["exact", "contains"])
def test_an_order_is_found_by_its_number_and_by_no_longer_one(switch: str) -> None:
    with a_bench(order_number_filter=switch) as bench:
        wanted = make_order(bench, an_order("1045"))
        make_order(bench, an_order("10457"))
        (found,) = bench.client.orders_with_number("1045")
        assert (found.id, found.is_closed) == (wanted, False)
        assert found.internal_comment == "Mystore-ordre 1045 (fjord-garn)"


def test_recent_orders_are_those_from_the_day_on(bench: Bench) -> None:
    make_order(bench, an_order())
    assert len(bench.client.recent_orders(date(2026, 11, 20))) == 1
    assert bench.client.recent_orders(date(2026, 11, 21)) == ()


def test_an_order_that_is_gone_is_none(bench: Bench) -> None:
    assert bench.client.order(404) is None


@pytest.mark.parametrize("switch", ["validation", "duplicate"])
def test_a_taken_order_number_is_refused(switch: str) -> None:
    with a_bench(taken_order_number=switch) as bench:
        make_order(bench, an_order())
        with pytest.raises(OrderRejected) as error:
            make_order(bench, an_order())
        assert refusal(error) is Code.NUMBER_TAKEN_UNSEEN


def test_a_number_with_letters_where_only_digits_may_stand_is_not_called_taken() -> None:
    with a_bench(order_number_text="digits_only") as bench:
        plan = replace(bench.plan(), number="MS-1")
        facts = bench.client.facts()
        card = bench.client.create_customer(plan, facts, number=100457).value
        with pytest.raises(OrderRejected) as error:
            bench.client.create_order(plan, facts, card.id)
        assert refusal(error) is Code.REJECTED


def test_a_code_that_was_switched_off_meanwhile_is_refused_by_name(bench: Bench) -> None:
    plan = bench.plan()
    facts = bench.client.facts()
    card = bench.client.create_customer(plan, facts, number=100457).value
    bench.servers.tripletex.set_company(active_vat_codes=("5", "6"))
    with pytest.raises(OrderRejected) as error:
        bench.client.create_order(plan, facts, card.id)
    assert refusal(error) is Code.VAT_CODE_INACTIVE
    assert error.value.problem.params == {"line": "Saga 111", "rate": "25", "vat_code": "3"}


# invoices


def test_no_bank_account_is_told_by_name(bench: Bench) -> None:
    plan = bench.plan()
    bench.servers.tripletex.set_company(has_bank_account=False)
    with pytest.raises(OrderRejected) as error:
        bench.book(plan)
    assert refusal(error) is Code.BANK_ACCOUNT_MISSING


@pytest.mark.parametrize("language", ["no", "en"])
def test_a_second_invoice_of_an_order_is_refused_and_to_be_looked_at_again(
    language: str, bench: Bench
) -> None:
    bench.servers.tripletex.set_company(language=language)
    plan = bench.plan()
    invoice = bench.book(plan)
    with pytest.raises(OrderRejected) as error:
        bench.client.invoice_order(invoice.order_ids[0], plan)
    assert refusal(error) is Code.STALE_IN_LEDGER
    assert error.value.problem.params["text"]


def test_a_customer_that_is_gone_is_stale_in_an_order(bench: Bench) -> None:
    with pytest.raises(OrderRejected) as error:
        bench.client.create_order(bench.plan(), bench.client.facts(), 107_000_001)
    assert refusal(error) is Code.STALE_IN_LEDGER


def test_an_order_that_is_gone_is_stale_when_it_is_invoiced(bench: Bench) -> None:
    with pytest.raises(OrderRejected) as error:
        bench.client.invoice_order(402_000_001, bench.plan())
    assert refusal(error) is Code.STALE_IN_LEDGER


def test_rounding_is_seen_on_an_invoice(bench: Bench) -> None:
    since = date(2026, 11, 1)
    assert bench.client.rounds_invoices(since) is None
    bench.book(bench.plan())
    assert bench.client.rounds_invoices(since) is False
    bench.servers.tripletex.set_company(rounds_invoices=True)
    plan = bench.plan(worked_order("T09").order)
    bench.book(plan)
    assert bench.client.rounds_invoices(since) is True
    assert bench.client.rounds_invoices(date(2026, 12, 1)) is None


# what was posted


def test_the_vouchers_of_an_invoice_tell_each_payment_by_its_account(bench: Bench) -> None:
    invoice = bench.book(bench.plan(worked_order("T04").order))
    booking = bench.client.booking(invoice.id)
    assert booking is not None
    debits = {row.account: row.amount for row in booking.postings if row.amount.ore > 0}
    assert debits == {2901: Money(50000), 1902: Money(46900)}
    assert booking.voucher.isdecimal()
    assert booking.rounding == Money(0)


def test_the_vouchers_of_an_invoice_tell_its_vat_by_code(bench: Bench) -> None:
    invoice = bench.book(bench.plan(worked_order("T01").order))
    booking = bench.client.booking(invoice.id)
    assert booking is not None
    vat: dict[int | None, int] = {}
    for row in booking.postings:
        vat[row.vat_id] = vat.get(row.vat_id, 0) + row.vat.ore
    assert vat == {3: 6920, 5: 0, 31: 457, None: 0}
    sales = {row.account: -row.amount.ore for row in booking.postings if row.vat.ore}
    assert sales == {3000: 27680, 3030: 3043}


def test_an_invoice_in_another_currency_is_compared_in_its_own(bench: Bench) -> None:
    invoice = bench.book(bench.plan(worked_order("T12").order))
    booking = bench.client.booking(invoice.id)
    assert booking is not None
    assert {row.amount.currency for row in booking.postings} == {"SEK"}
    assert [-row.gross.ore for row in booking.postings] == [225000]


def test_an_invoice_that_is_gone_has_no_vouchers(bench: Bench) -> None:
    assert bench.client.booking(4711) is None
