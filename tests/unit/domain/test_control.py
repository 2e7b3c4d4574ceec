from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from tests.orders.building import (
    GIFT_CARD,
    OSLO,
    TODAY,
    VIPPS,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
)
from tripletex_wizard.domain.control import VatControl, control_of, plan_shown, vat_controls
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.standing import Standing, standing_of
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step, StepFacts

LATER = datetime(2026, 11, 22, 18, 0, tzinfo=OSLO)
AT = datetime(2026, 11, 22, 10, 0, tzinfo=OSLO)


def standing(order: Order, *entries: tuple[Step, StepFacts]) -> Standing:
    progress = Progress(
        tuple(JournalEntry(order.number, step, Phase.DONE, AT, facts) for step, facts in entries)
    )
    return standing_of(order, progress, a_profile(), company_facts(), TODAY)


def plan_of(found: Standing) -> PostingPlan:
    plan = plan_shown(found)
    assert plan is not None
    return plan


def booked(order: Order, ore: int, currency: str = "NOK") -> Standing:
    facts = StepFacts(
        transfer_as=TransferAs.INVOICE,
        invoice_id=1,
        invoice_number=10201,
        invoice_date=AT.date(),
        amount=Money(ore, currency),
        outstanding=Money(0, currency),
        payments=((VIPPS.id, ore),),
    )
    made = StepFacts(transfer_as=TransferAs.INVOICE, order_number=order.number)
    return standing(order, (Step.ORDER, made), (Step.INVOICE, facts))


def with_vat(order: Order, *rows: tuple[str, str]) -> Order:
    stated = tuple(a_row(TotalKind.TAX, amount, title) for title, amount in rows)
    return replace(order, totals=(*order.totals, *stated))


def test_an_order_that_waits_is_shown_as_it_would_become() -> None:
    found = standing(an_order())
    assert plan_shown(found) is found.plan


def test_a_stopped_order_has_no_plan_to_show() -> None:
    assert plan_shown(standing(an_order(lines=(a_line(rate="0"),)))) is None


def test_a_booked_order_is_shown_with_the_day_and_payments_that_were_booked() -> None:
    plan = plan_of(booked(an_order(method="invoice"), 8900))
    assert plan.invoice_date == AT.date()
    assert plan.payments == (PlannedPayment(VIPPS.id, Money(8900)),)


def test_an_order_that_was_entered_as_an_order_is_shown_as_one() -> None:
    facts = StepFacts(transfer_as=TransferAs.ORDER, order_number="10457", order_id=1)
    assert plan_of(standing(an_order(), (Step.ORDER, facts))).transfer_as is TransferAs.ORDER


def test_shop_lines_and_payments_are_the_same_sum() -> None:
    order = an_order(
        rows=(a_row(TotalKind.GIFT_CARD, "-50.00"),), lines=(a_line("89.00"),), total="39.00"
    )
    found = standing(order)
    control = control_of(found, plan_of(found))
    assert (control.shop, control.lines, control.outstanding) == (
        Money(8900),
        Money(8900),
        Money(0),
    )
    assert [row.payment_type_id for row in control.payments] == [GIFT_CARD.id, VIPPS.id]
    assert control.invoice is None
    assert not control.difference


def test_what_was_booked_is_compared_with_what_the_shop_says_now() -> None:
    found = booked(an_order(lines=(a_line("80.00"),), total="80.00"), 8900)
    assert control_of(found, plan_of(found)).difference == Money(-900)


def test_an_invoice_of_another_currency_is_not_compared() -> None:
    found = booked(an_order(), 8900, "SEK")
    assert not control_of(found, plan_of(found)).difference


def test_a_payment_that_is_not_the_shops_sum_makes_a_difference() -> None:
    found = standing(an_order())
    control = control_of(found, plan_of(found))
    assert replace(control, outstanding=Money(-100)).difference == Money(100)


def test_an_invoice_whose_amounts_are_not_known_is_not_compared() -> None:
    found = booked(an_order(), 8900)
    entries = found.progress.entries
    unknown = replace(entries[-1], facts=replace(entries[-1].facts, outstanding=None))
    found = replace(found, progress=Progress((*entries[:-1], unknown)))
    assert control_of(found, plan_of(found)).invoice is None


def test_an_order_that_was_edited_is_shown_as_it_would_become_now() -> None:
    order = replace(an_order(lines=(a_line("80.00"),), total="80.00"), updated_at=LATER)
    facts = StepFacts(order_number=order.number, amount=Money(8900))
    found = booked(order, 8900)
    made = replace(found.progress.entries[0], facts=facts)
    progress = Progress((made, *found.progress.entries[1:]))
    found = standing_of(order, progress, a_profile(), company_facts(), TODAY)
    assert found.edited is not None
    assert plan_shown(found) is found.plan
    control = control_of(found, plan_of(found))
    assert (control.settled, control.difference) == (Money(8900), Money(-900))


def controls(order: Order) -> tuple[VatControl, ...]:
    return vat_controls(order, plan_of(standing(order)).lines)


def test_vat_stands_per_code_and_has_no_shop_figure_when_none_is_stated() -> None:
    (row,) = controls(an_order())
    assert (row.code, row.rate, row.basis, row.ours) == ("3", Decimal(25), Money(7120), Money(1780))
    assert row.shop is None
    assert row.difference is None


def test_the_shops_vat_stands_beside_the_code_of_its_rate() -> None:
    lines = (a_line("89.00"), a_line("349.00", "1", "0", sku="BOK-01"))
    order = with_vat(an_order(lines=lines, total="438.00"), ("MVA 25%", "17.79"))
    high, exempt = controls(order)
    assert (high.shop, high.difference) == (Money(1779), Money(1))
    assert (exempt.code, exempt.basis, exempt.shop) == ("5", Money(34900), Money(0))


def test_vat_of_a_rate_that_only_the_shop_has_is_told() -> None:
    order = an_order()
    lines = plan_of(standing(order)).lines
    stated = with_vat(order, ("MVA 25%", "17.80"), ("MVA 15%", "4.00"), ("MVA 12%", "0.00"))
    assert vat_controls(stated, lines)[1:] == (
        VatControl("", Decimal(15), Money(0), Money(0), Money(400)),
    )


def test_vat_that_the_shop_states_in_total_is_compared_in_total() -> None:
    row, total = controls(with_vat(an_order(), ("MVA", "17.80")))
    assert row.shop is None
    assert total == VatControl("", None, Money(7120), Money(1780), Money(1780))
