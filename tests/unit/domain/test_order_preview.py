from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.fakes.clock import NINE
from tests.orders.building import (
    EXEMPT,
    HIGH,
    MIDDLE,
    TODAY,
    VIPPS,
    a_line,
    a_profile,
    an_order,
    company_facts,
)
from tests.orders.worked import worked_orders
from tripletex_wizard.domain.batch_preview import BatchPreview, preview_of
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_preview import (
    BatchControl,
    OrderPreview,
    batch_controls,
    order_previews,
    refund_previews,
)
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.posting_sums import movements, payment_sums
from tripletex_wizard.domain.postings import PostingSums, Voucher
from tripletex_wizard.domain.standing import standing_of
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step, StepFacts

PROFILE, FACTS = a_profile(), company_facts()
T01 = next(row.order for row in worked_orders() if row.case.startswith("T01"))
STOPPED = an_order("10474", lines=[a_line(rate="17")])


def preview(*orders: Order) -> BatchPreview:
    standings = [standing_of(row, Progress(), PROFILE, FACTS, TODAY) for row in orders]
    return preview_of(standings, Choice(), PROFILE)


def shown(order: Order) -> OrderPreview:
    (found,) = order_previews(preview(order), FACTS.payment_types)
    return found


def test_an_order_is_shown_with_its_lines_vat_postings_and_control() -> None:
    found = shown(T01)
    assert [(row.sku, row.net, row.vat_amount, row.gross) for row in found.plan.lines] == [
        ("SAGA-111", Money(21360), Money(5340), Money(26700)),
        ("BOK-01", Money(34900), Money(0), Money(34900)),
        ("SJO-100", Money(3043), Money(457), Money(3500)),
        ("", Money(6320), Money(1580), Money(7900)),
    ]
    assert [(row.code, row.basis, row.ours, row.shop) for row in found.vat] == [
        (HIGH.number, Money(27680), Money(6920), Money(6920)),
        (EXEMPT.number, Money(34900), Money(0), Money(0)),
        (MIDDLE.number, Money(3043), Money(457), Money(457)),
    ]
    assert found.sums == PostingSums(Money(146000), Money(146000))
    assert found.control.difference == Money(0)


def test_a_paid_order_is_due_at_once_and_another_after_the_days_of_the_set_up() -> None:
    assert shown(T01).due_date == TODAY
    assert shown(an_order(method="invoice")).due_date == date(2026, 12, 7)


def test_only_what_is_sent_is_shown_order_by_order() -> None:
    both = order_previews(preview(STOPPED, T01), FACTS.payment_types)
    assert [row.order.number for row in both] == ["10457"]
    assert order_previews(preview(STOPPED), FACTS.payment_types) == ()


def test_every_sale_of_the_shop_is_booked_entered_or_not_sent() -> None:
    entered = an_order("10462", method="collect")
    abroad = an_order("10463", method="invoice", currency="SEK")
    found = batch_controls(preview(T01, entered, STOPPED, abroad), FACTS.payment_types)
    assert found == (
        BatchControl(
            PostingSums(Money(146000), Money(146000)),
            *(Money(90800), Money(73000), Money(8900), Money(8900)),
        ),
        BatchControl(
            PostingSums(Money(8900, "SEK"), Money(8900, "SEK")),
            *(Money(8900, "SEK"), Money(8900, "SEK"), Money(0, "SEK"), Money(0, "SEK")),
        ),
    )
    assert [row.difference.ore for row in found] == [0, 0]


def test_what_nobody_accounts_for_is_a_difference() -> None:
    batch = preview(T01)
    (row,) = batch.rows
    assert row.plan is not None
    twice = replace(row, plan=replace(row.plan, lines=row.plan.lines * 2))
    (control,) = batch_controls(BatchPreview((twice,)), FACTS.payment_types)
    assert control.difference == Money(-73000)


# a refund alone

BACK = an_order("10463", lines=[a_line(quantity="-1")], total="-89.00")
NOTE = StepFacts(
    transfer_as=TransferAs.INVOICE,
    invoice_id=9,
    invoice_number=10207,
    amount=Money(-8900),
    outstanding=Money(-8900),
    credits=8,
    refund=(VIPPS.id, -8900),
)


def owing(*others: Order) -> BatchPreview:
    """Its credit note is booked; of the refund nothing is known."""
    entry = JournalEntry(BACK.number, Step.INVOICE, Phase.DONE, NINE, NOTE)
    owed = standing_of(BACK, Progress((entry,)), PROFILE, FACTS, TODAY)
    rest = [standing_of(row, Progress(), PROFILE, FACTS, TODAY) for row in others]
    return preview_of([owed, *rest], Choice(), PROFILE)


def test_a_refund_alone_is_shown_with_its_two_postings_and_nothing_of_the_note() -> None:
    found = owing(T01)
    (refund,) = refund_previews(found, FACTS.payment_types)
    assert (refund.number, refund.customer) == (BACK.number, BACK.customer)
    assert [(row.voucher, row.account.number, row.amount) for row in refund.postings] == [
        (Voucher.REFUND, 1902, Money(-8900)),
        (Voucher.REFUND, 1500, Money(8900)),
    ]
    assert [row.order for row in order_previews(found, FACTS.payment_types)] == [T01]
    assert refund_previews(preview(T01), FACTS.payment_types) == ()
    assert owing().rows[0].is_credit
    assert not preview(T01).rows[0].is_credit


def test_a_refund_alone_is_in_the_sums_of_the_batch() -> None:
    found = owing(T01)
    assert found.posts
    assert owing().posts
    assert not BatchPreview(()).posts
    (control,) = batch_controls(found, FACTS.payment_types)
    assert control.sums == PostingSums(Money(154900), Money(154900))
    assert (control.not_sent, control.difference) == (BACK.sale, Money(0))
    paid = [
        (row.payment_type_id, row.count, row.amount) for row in payment_sums((), found.paid_back)
    ]
    assert paid == [(VIPPS.id, 1, Money(-8900))]
    accounts = movements((), FACTS.payment_types, found.paid_back)
    assert [(row.account.number, row.debit, row.credit) for row in accounts] == [
        (1500, Money(8900), Money(0)),
        (1902, Money(0), Money(8900)),
    ]
