"""The accountant's worked orders, to the øre; the expected figures are hers, not the program's.

`tests/orders/calculation.py` works them out apart from the program.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.orders import calculation, invoice_lines
from tests.orders.building import ROUNDING, SOLD_GIFT_CARD, VAT_CODES, VIPPS, WEBSHOP
from tests.orders.worked import FOLDER, WorkedOrder, worked_orders
from tripletex_wizard.adapters.tripletex import bodies
from tripletex_wizard.domain.credit_orders import crediting
from tripletex_wizard.domain.errors import Code, OrderSkipped, OrderStopped, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import UnreadableOrder
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.postings import LedgerPosting, postings_of, sums_of
from tripletex_wizard.domain.profile import ZeroTotal
from tripletex_wizard.domain.sending import instead_of_ehf
from tripletex_wizard.domain.vat import net_of

ROOT = FOLDER.parents[1]
WORKED = {worked.case.split("_")[0]: worked for worked in worked_orders()}
PLANNED = [case for case, worked in WORKED.items() if worked.tripletex]
PRODUCTS = {row.number: row.id for row in (ROUNDING, SOLD_GIFT_CARD)}
ACCOUNTANTS = ["T01", "T03", "T04", "T06", "T07", "T09", "T10", "T12", "T13", "T13c", "T15"]
DATES = [f"C{number:02}" for number in range(1, 12)]
NEGATIVE = sorted(["D11b", *(f"D{number:02}" for number in range(1, 16))])
OWN = 40


def planned(worked: WorkedOrder, choice: Choice | None = None) -> PostingPlan:
    plan = plan_posting(
        worked.order,
        worked.profile,
        worked.facts,
        today=worked.today,
        choice=choice or worked.choice,
    )
    return crediting(plan, worked.original) if worked.original else plan


def shown(money: Money | None) -> str:
    return "" if money is None else str(money.amount)


def lines_of(plan: PostingPlan) -> list[dict[str, Any]]:
    products = {id_: number for number, id_ in PRODUCTS.items()}
    return [
        {
            "description": plan.text_of(line),
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


def figures(worked: WorkedOrder, plan: PostingPlan) -> dict[str, Any]:
    names = {row.id: row.description for row in worked.facts.payment_types}
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
        "payments": [[names[p.payment_type_id], shown(p.amount)] for p in plan.movements],
        "total": shown(plan.total),
        "outstanding": shown(plan.outstanding),
        "notes": [note_of(note) for note in plan.notes],
        **({"department": plan.department.name} if plan.department else {}),
        **({"invoice_comment": plan.invoice_comment} if plan.credits else {}),
    }


def posted(row: LedgerPosting) -> dict[str, Any]:
    return {
        "voucher": row.voucher.value,
        "account": row.account.number,
        "vat_code": row.vat_code,
        "debit": shown(row.debit),
        "credit": shown(row.credit),
    }


def calls(worked: WorkedOrder, plan: PostingPlan) -> list[dict[str, Any]]:
    """What is asked for, the payment types by name."""
    if plan.transfer_as is TransferAs.ORDER:
        return []
    asked = [("PUT /order/{id}/:invoice", bodies.invoice_params(plan))]
    if plan.credits and plan.credits.is_whole:
        asked = [("PUT /invoice/{id}/:createCreditNote", bodies.credit_params(plan))]
    if worked.accountant.get("ehf_refused"):
        by_email = bodies.invoice_params(instead_of_ehf(plan))
        asked.append(("PUT /order/{id}/:invoice", by_email))
    if plan.paid_back:
        params = bodies.payment_params(plan.paid_back, worked.today)
        asked.append(("PUT /invoice/{id}/:payment", params))
    names = {str(row.id): row.description for row in worked.facts.payment_types}
    return [
        {
            "call": call,
            "query": {
                key: names[value] if key.startswith("paymentTypeId") else value
                for key, value in query.items()
            },
        }
        for call, query in asked
    ]


def test_every_worked_order_is_there() -> None:
    own = [case for case in WORKED if case.startswith("W")]
    assert [case for case in WORKED if case not in own] == [*DATES, *NEGATIVE, *ACCOUNTANTS]
    assert len(own) >= OWN
    assert all(worked.example["proves"] for worked in WORKED.values())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_the_figures_of_a_file_are_what_the_accountants_calculation_gives(path: Path) -> None:
    worked = next(worked for worked in WORKED.values() if worked.case == path.stem)
    assert path.read_text("utf-8") == calculation.written(worked.example)


@pytest.mark.parametrize("module", [calculation, invoice_lines], ids=["figures", "lines"])
def test_the_accountants_calculation_knows_nothing_of_the_program(module: ModuleType) -> None:
    nodes = list(ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))))
    imported = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported |= {row.name for node in nodes if isinstance(node, ast.Import) for row in node.names}
    of_this_project = {name for name in imported if name.startswith(("tests", "tripletex_wizard"))}
    assert "fractions" in imported
    assert of_this_project <= {"tests.orders.invoice_lines"}


@pytest.mark.parametrize("case", PLANNED)
def test_a_worked_order_becomes_exactly_the_expected_invoice(case: str) -> None:
    worked = WORKED[case]
    assert figures(worked, planned(worked)) == worked.tripletex


@pytest.mark.parametrize("case", PLANNED)
def test_a_worked_order_is_posted_as_the_accountant_expects(case: str) -> None:
    worked = WORKED[case]
    plan = planned(worked)
    rows = postings_of(plan, worked.facts.payment_types)
    assert [posted(row) for row in rows] == worked.example["postings"]
    assert not sums_of(rows, plan.currency).difference


@pytest.mark.parametrize("case", PLANNED)
def test_a_worked_order_is_sent_as_the_file_says(case: str) -> None:
    worked = WORKED[case]
    plan, expected = planned(worked), worked.tripletex
    assert calls(worked, plan) == worked.example["calls"]
    order = bodies.new_order(plan, worked.facts, 1)
    assert order["number"] == expected["number"]
    assert str(order["internalComment"]).splitlines()[0] == expected["internal_comment"]
    assert order["orderDate"] == expected["order_date"]
    assert order["deliveryDate"] == expected["delivery_date"]
    assert order["invoicesDueIn"] == expected["due_days"]
    assert order["reference"] == expected["reference"]
    assert order["isPrioritizeAmountsIncludingVat"] is True
    assert order.get("department") == ({"id": WEBSHOP.id} if "department" in expected else None)
    assert order["orderLines"] == [
        {
            "description": line["description"],
            "count": Decimal(line["count"]),
            "unitPriceIncludingVatCurrency": Decimal(line["unit_price"]),
            "discount": 0,
            "vatType": {"id": line["vat_id"]},
        }
        | ({"product": {"id": PRODUCTS[line["product"]]}} if "product" in line else {})
        for line in expected["lines"]
    ]


@pytest.mark.parametrize("case", [c for c, w in WORKED.items() if "customer" in w.accountant])
def test_a_worked_orders_customer_card_holds_what_the_accountant_expects(case: str) -> None:
    worked = WORKED[case]
    card = bodies.new_customer(planned(worked), worked.facts, worked.order.customer.number)
    expected = worked.accountant["customer"]
    assert {name: card.get(name) for name in expected} == expected


@pytest.mark.parametrize("case", [c for c, w in WORKED.items() if "other_date" in w.accountant])
def test_the_last_day_of_the_month_before_is_offered_or_withheld_with_its_reason(case: str) -> None:
    worked = WORKED[case]
    dates = planned(worked).dates
    offered = dates.earlier.isoformat() if dates.earlier else None
    reason = dates.withheld.code.value if dates.withheld else None
    assert (offered or reason) == worked.accountant["other_date"]


@pytest.mark.parametrize("case", PLANNED)
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
    worked = WORKED[case]
    if isinstance(worked.read, UnreadableOrder):
        assert [worked.read.problem.code.value] == worked.stopped
        return
    with pytest.raises(OrderStopped) as stopped:
        planned(worked)
    assert not isinstance(stopped.value, OrderSkipped)
    assert [problem.code.value for problem in stopped.value.problems] == worked.stopped


@pytest.mark.parametrize("case", [case for case, worked in WORKED.items() if worked.skipped])
def test_a_worked_order_of_nothing_is_skipped_as_long_as_nothing_else_is_chosen(case: str) -> None:
    worked = WORKED[case]
    profile = replace(
        worked.profile, rules=replace(worked.profile.rules, zero_total=ZeroTotal.SKIP)
    )
    with pytest.raises(OrderSkipped) as skipped:
        plan_posting(worked.order, profile, worked.facts, today=worked.today, choice=Choice())
    assert [problem.code.value for problem in skipped.value.problems] == worked.skipped


@pytest.mark.parametrize("case", [c for c, w in WORKED.items() if "guarded_by" in w.example])
def test_what_guards_a_worked_order_elsewhere_is_there(case: str) -> None:
    for guard in WORKED[case].example["guarded_by"]:
        file, _, name = guard.partition("::")
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_d15_the_shops_notice_keeps_no_invoice_from_the_customer() -> None:
    told = replace(WORKED["D15"].choice, status=WORKED["D15"].order.status, notify=True)
    plan = planned(WORKED["D15"], told)
    assert plan == planned(WORKED["D15"])
    assert bodies.invoice_params(plan)["sendToCustomer"] == "true"


def test_the_open_order_of_a_company_has_the_same_lines_and_is_neither_paid_nor_sent() -> None:
    invoice = planned(WORKED["T13"])
    order = planned(WORKED["T13"], Choice(TransferAs.ORDER))
    assert order == replace(invoice, transfer_as=TransferAs.ORDER, send=None)


def test_an_order_in_sek_paid_to_a_norwegian_account_is_stopped() -> None:
    worked = WORKED["T12"]
    paid = replace(worked.order, payment_module="vipps")
    with pytest.raises(OrderStopped) as stopped:
        plan_posting(paid, worked.profile, worked.facts, today=worked.today, choice=worked.choice)
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
