"""The accountant's worked orders, to the øre; the expected figures are hers, not the program's."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.orders.building import (
    ROUNDING,
    TODAY,
    VAT_CODES,
    VIPPS,
    a_profile,
    company_facts,
    transfer_rules,
)
from tests.orders.worked import WorkedOrder, worked_orders
from tripletex_wizard.domain.errors import Code, OrderSkipped, OrderStopped, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice, PostingPlan, plan_posting
from tripletex_wizard.domain.profile import ZeroTotal
from tripletex_wizard.domain.vat import net_of

WORKED = {worked.case.split("_")[0]: worked for worked in worked_orders()}
FACTS = company_facts()
INVOICED_AT_ZERO = a_profile(replace(transfer_rules(), zero_total=ZeroTotal.INVOICE))
BY_INVOICE = Choice(TransferAs.INVOICE)


def planned(worked: WorkedOrder, choice: Choice = BY_INVOICE) -> PostingPlan:
    return plan_posting(worked.order, INVOICED_AT_ZERO, FACTS, today=TODAY, choice=choice)


def shown(money: Money) -> str:
    return str(money.amount)


def lines_of(plan: PostingPlan) -> list[dict[str, Any]]:
    products = {ROUNDING.id: ROUNDING.number}
    return [
        {
            "description": line.description,
            "count": f"{line.count:f}",
            "unit_price": f"{line.unit_price:f}",
            "vat_id": line.vat.id,
            "vat_code": line.vat.number,
            "gross": shown(line.gross),
            "net": shown(line.net),
            "vat": shown(line.vat_amount),
        }
        | ({"product": products[line.product_id]} if line.product_id else {})
        for line in plan.lines
    ]


def vat_of(plan: PostingPlan) -> list[dict[str, str]]:
    rows = []
    for number in dict.fromkeys(line.vat.number for line in plan.lines):
        lines = [line for line in plan.lines if line.vat.number == number]
        gross = Money.sum((line.gross for line in lines), plan.currency)
        rows.append(
            {
                "code": number,
                "gross": shown(gross),
                "net": shown(Money.sum((line.net for line in lines), plan.currency)),
                "vat": shown(Money.sum((line.vat_amount for line in lines), plan.currency)),
                "vat_of_sum": shown(gross - net_of(gross, lines[0].vat.percentage)),
            }
        )
    return rows


def note_of(problem: Problem) -> dict[str, str]:
    told = {
        key: f"{value.amount} {value.currency}" if isinstance(value, Money) else f"{value:f}"
        for key, value in problem.params.items()
        if isinstance(value, Money | Decimal)
    }
    return {"code": problem.code.value, **told}


def figures(plan: PostingPlan) -> dict[str, Any]:
    names = {row.id: row.description for row in FACTS.payment_types}
    return {
        "number": plan.number,
        "internal_comment": plan.internal_comment,
        "order_date": plan.order_date.isoformat(),
        "delivery_date": plan.delivery_date.isoformat(),
        "invoice_date": plan.invoice_date.isoformat(),
        "currency": plan.currency,
        "due_days": plan.due_days,
        "reference": plan.reference,
        "send": plan.send.value if plan.send else None,
        "lines": lines_of(plan),
        "vat": vat_of(plan),
        "payments": [[names[p.payment_type_id], shown(p.amount)] for p in plan.payments],
        "total": shown(plan.total),
        "outstanding": shown(plan.outstanding),
        "notes": [note_of(note) for note in plan.notes],
    }


def test_every_worked_order_of_this_stage_is_there() -> None:
    assert list(WORKED) == ["T01", "T03", "T04", "T06", "T07", "T09", "T10", "T12", "T13", "T15"]


@pytest.mark.parametrize("case", [case for case, worked in WORKED.items() if worked.tripletex])
def test_a_worked_order_becomes_exactly_the_expected_invoice(case: str) -> None:
    assert figures(planned(WORKED[case])) == WORKED[case].tripletex


@pytest.mark.parametrize("case", [case for case, worked in WORKED.items() if worked.tripletex])
def test_the_expected_figures_of_a_worked_order_agree_with_each_other(case: str) -> None:
    expected = WORKED[case].tripletex
    lines, rows = expected["lines"], expected["vat"]
    paid = sum((Decimal(amount) for _, amount in expected["payments"]), Decimal(0))
    assert sum(Decimal(row["gross"]) for row in lines) == Decimal(expected["total"])
    assert sum(Decimal(row["gross"]) for row in rows) == Decimal(expected["total"])
    assert all(Decimal(row["net"]) + Decimal(row["vat"]) == Decimal(row["gross"]) for row in lines)
    assert Decimal(expected["total"]) - paid == Decimal(expected["outstanding"])


@pytest.mark.parametrize("case", [case for case, worked in WORKED.items() if worked.stopped])
def test_a_worked_order_that_is_no_sale_is_stopped(case: str) -> None:
    with pytest.raises(OrderStopped) as stopped:
        planned(WORKED[case])
    assert [problem.code.value for problem in stopped.value.problems] == WORKED[case].stopped


@pytest.mark.parametrize("case", [case for case, worked in WORKED.items() if worked.skipped])
def test_a_worked_order_of_nothing_is_skipped_as_long_as_nothing_else_is_chosen(case: str) -> None:
    with pytest.raises(OrderSkipped) as skipped:
        plan_posting(WORKED[case].order, a_profile(), FACTS, today=TODAY, choice=Choice())
    assert [problem.code.value for problem in skipped.value.problems] == WORKED[case].skipped


def test_the_open_order_of_a_company_has_the_same_lines_and_is_neither_paid_nor_sent() -> None:
    invoice = planned(WORKED["T13"])
    order = planned(WORKED["T13"], Choice(TransferAs.ORDER))
    assert order == replace(invoice, transfer_as=TransferAs.ORDER, send=None)


def test_an_order_in_sek_paid_to_a_norwegian_account_is_stopped() -> None:
    paid = replace(WORKED["T12"].order, payment_module="vipps")
    with pytest.raises(OrderStopped) as stopped:
        plan_posting(paid, a_profile(), FACTS, today=TODAY, choice=BY_INVOICE)
    assert stopped.value.problems == (
        Problem(
            Code.PAYMENT_TYPE_CURRENCY, payment_type="Vipps", currency="NOK", order_currency="SEK"
        ),
    )


def test_the_vat_codes_that_are_expected_are_those_of_the_company() -> None:
    ids = {code.number: code.id for code in VAT_CODES}
    for worked in WORKED.values():
        for line in worked.tripletex.get("lines", []):
            assert ids[line["vat_code"]] == line["vat_id"]


def test_the_payment_of_a_worked_order_goes_to_the_type_that_is_mapped() -> None:
    assert [row.payment_type_id for row in planned(WORKED["T01"]).payments] == [VIPPS.id]
