"""From a shop order to what Tripletex is asked to book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tripletex_wizard.domain.errors import Code, OrderSkipped, OrderStopped, Problem
from tripletex_wizard.domain.gift_card_debt import debit_notes, gift_card_debt
from tripletex_wizard.domain.gift_card_series import unplaced
from tripletex_wizard.domain.invoice_dates import Dating, invoice_dates
from tripletex_wizard.domain.known_accounts import KnownAccounts
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.lines import PlannedLine, plan_lines, vat_by_code
from tripletex_wizard.domain.mapping import MethodMapping, TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_numbers import internal_comment
from tripletex_wizard.domain.orders import (
    Order,
    OrderStatus,
    TotalKind,
)
from tripletex_wizard.domain.payment_kinds import PaymentKind, kind_of
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.profile import Profile, SalesDocument, ZeroTotal
from tripletex_wizard.domain.sales_accounts import department_problems
from tripletex_wizard.domain.sending import send_type
from tripletex_wizard.domain.stops import stops
from tripletex_wizard.domain.transfer import StepFacts


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user asked of a transfer; `transfer_as` None follows the set-up.

    `is_refunded` tells of credit orders whether the money was paid back, and `original` is the
    number of the invoice that is credited where the user has chosen it.
    `email` False keeps Tripletex from sending anything to the customer. `status` is to be written
    to the shop first, and `notify` has the shop tell the customer of it; both count only where
    the set-up allows writing to the shop. `dating` None leaves invoices dated as usual.
    """

    transfer_as: TransferAs | None = None
    email: bool = True
    status: OrderStatus | None = None
    notify: bool = False
    is_refunded: bool | None = None
    original: int | None = None
    dating: Dating | None = None


def method_of(order: Order) -> str:
    """The key of the order's payment method in the mapping: the module code, else the text."""
    return order.payment_module or order.payment_method


def has_receipt(order: Order, profile: Profile, transfer_as: TransferAs) -> bool:
    """Whether the shop's receipt is the sales document: for what is paid, where the set-up says so.

    The invoice of what is not paid is what the customer pays by (accounting.md rule 5), and what
    is credited is a document of its own.
    """
    mapping = profile.mapping.row(method_of(order))
    is_paid = not order.total or (mapping is not None and mapping.payment_type_id is not None)
    by_set_up = profile.rules.sales_document is SalesDocument.RECEIPT
    is_invoiced = transfer_as is TransferAs.INVOICE and not order.is_credit
    return by_set_up and is_paid and is_invoiced


def method_name(order: Order) -> str:
    """The payment method as the shop calls it, without the gift cards beside it."""
    return order.payment_method or method_of(order)


def plan_posting(
    order: Order,
    profile: Profile,
    facts: LedgerFacts,
    *,
    today: date,
    choice: Choice,
    kept: date | None = None,
) -> PostingPlan:
    """What `order`, `placed`, becomes in Tripletex, issued on `today` (a day in Norway).

    `kept` is the date of an earlier :invoice of the order that never took effect. A date that only
    one round cannot have is the plan's `refusal`, since the round is not known here.

    Raises OrderStopped when something must be mended first, OrderSkipped when the order is not to
    be transferred at all.
    """
    mapping = _mapping_row(order, profile)
    transfer_as = choice.transfer_as or mapping.transfer_as
    by_receipt = has_receipt(order, profile, transfer_as)
    delivered = order.finished_on or today
    dates = invoice_dates(delivered, today, facts, by_receipt=by_receipt, kept=kept)
    dates = dates.anew if order.is_credit else dates
    refusal = dates.refusal(choice.dating)
    is_refused = transfer_as is TransferAs.INVOICE and refusal == dates.anew.refusal(choice.dating)
    found = stops(order, facts, today, refusal if is_refused else None)
    if problems := [*found, *unplaced(order, profile.rules.gift_cards)]:
        raise OrderStopped(*problems)
    lines, notes = plan_lines(order, profile.rules, facts)
    _require_turnover(order, lines, profile.rules.zero_total)
    payments = () if order.is_credit else _payments(order, profile, mapping, facts)
    if transfer_as is TransferAs.INVOICE and not facts.has_bank_account:
        raise OrderStopped(Problem(Code.BANK_ACCOUNT_MISSING))
    if lacking := department_problems(lines, transfer_as, profile.rules.department, facts):
        raise OrderStopped(*lacking)
    sends = mapping.send_invoice and choice.email and transfer_as is TransferAs.INVOICE
    sends = sends and not by_receipt
    send = send_type(order.customer, profile.rules.company_invoices) if sends else None
    plan = PostingPlan(
        shop_number=order.number,
        number=profile.rules.number_prefix + order.number,
        internal_comment=internal_comment(order.number, profile.shop),
        transfer_as=transfer_as,
        customer=order.customer,
        delivery=order.delivery,
        currency=order.currency,
        order_date=order.created_at.date(),
        delivery_date=delivered,
        invoice_date=today,
        due_days=profile.rules.due_days,
        reference=order.reference,
        lines=lines,
        payments=payments,
        send=send,
        mapping_version=profile.mapping.version,
        notes=(
            *notes,
            *_email_notes(order, is_unsent=sends and send is None),
            *dates.late_note(delivered),
        ),
        card_comment=internal_comment(order.number, profile.shop),
        accounts=KnownAccounts(profile.rules.vat.accounts, facts.seen_accounts),
        dates=dates,
        refusal=refusal,
        department=profile.rules.department,
    )
    if order.is_credit:
        plan = dated(replace(plan, dates=dates.anew), choice.dating)
        plan = replace(_credit(plan, order, mapping, facts), is_refunded=choice.is_refunded)
        return _with_customers_told(_with_gift_cards(plan, profile, facts), facts)
    if not plan.outstanding:
        plan = replace(plan, due_days=0)
    if transfer_as is TransferAs.ORDER:
        return replace(plan, payments=())
    plan = _with_gift_cards(plan, profile, facts)
    return dated(_with_customers_told(plan, facts), choice.dating)


def _with_gift_cards(plan: PostingPlan, profile: Profile, facts: LedgerFacts) -> PostingPlan:
    """What is invoiced or credited moves the account of gift cards; an open order does not."""
    if plan.transfer_as is TransferAs.ORDER:
        return plan
    payments = (*plan.payments, plan.refund) if plan.refund else plan.payments
    debt = gift_card_debt(profile.rules.gift_card_payment_type, payments, plan.lines, facts)
    return replace(plan, gift_card_debt=debt, notes=(*plan.notes, *debit_notes(debt)))


def _with_customers_told(plan: PostingPlan, facts: LedgerFacts) -> PostingPlan:
    """Money on a payment type with a customer is on no bank account (accounting.md rule 18)."""
    types = {row.id: row for row in facts.payment_types if row.customer_id is not None}
    told = tuple(
        Problem(
            Code.PAYMENT_ON_CUSTOMER,
            amount=payment.amount,
            payment_type=types[payment.payment_type_id].description,
            customer=types[payment.payment_type_id].customer_id,
        )
        for payment in plan.movements
        if payment.payment_type_id in types
    )
    return replace(plan, notes=(*plan.notes, *told))


def dated(plan: PostingPlan, dating: Dating | None) -> PostingPlan:
    """The plan with its invoice dated by a person's choice; None is no choice."""
    return with_invoice_date(plan, plan.dates.chosen(dating))


def with_invoice_date(plan: PostingPlan, day: date) -> PostingPlan:
    """The plan with its invoice dated `day`, and the note that goes with that date."""
    if plan.transfer_as is TransferAs.ORDER:
        return replace(plan, invoice_date=day)
    notes = (note for note in plan.notes if note.code is not Code.OTHER_VAT_TERM)
    of_date = plan.dates.term_note(plan.delivery_date, day)
    return replace(plan, invoice_date=day, notes=(*notes, *of_date))


def _mapping_row(order: Order, profile: Profile) -> MethodMapping:
    method, name = method_of(order), method_name(order)
    row = profile.mapping.row(method)
    if row is not None and row.left_out:
        raise OrderSkipped(Problem(Code.METHOD_LEFT_OUT, method=row.label))
    if kind_of(method, name) is PaymentKind.CASH_REGISTER:
        raise OrderStopped(Problem(Code.CASH_SALE, method=name))
    if row is None:
        raise OrderStopped(Problem(Code.METHOD_UNMAPPED, method=name))
    return row


def _require_turnover(order: Order, lines: Sequence[PlannedLine], zero_total: ZeroTotal) -> None:
    """Goods given away go by the set-up (T15); an exchange that moves VAT needs a person."""
    if order.sale:
        return
    moved = [
        Problem(Code.ZERO_TOTAL_WITH_VAT, rate=code.percentage, amount=vat)
        for code, vat in vat_by_code(lines).items()
        if vat
    ]
    if moved:
        raise OrderStopped(*moved)
    if zero_total is ZeroTotal.SKIP:
        raise OrderSkipped(Problem(Code.NOTHING_TO_INVOICE))


def _payments(
    order: Order, profile: Profile, mapping: MethodMapping, facts: LedgerFacts
) -> tuple[PlannedPayment, ...]:
    """What is registered as paid: the gift card first, the rest by the mapping (T04)."""
    payments = []
    if order.gift_cards:
        gift_card = profile.rules.gift_card_payment_type
        if gift_card is None:
            title = order.rows(TotalKind.GIFT_CARD)[0].title
            raise OrderStopped(Problem(Code.GIFT_CARD_UNMAPPED, title=title))
        payments.append(PlannedPayment(gift_card, order.gift_cards))
    if order.total and mapping.payment_type_id is not None:
        payments.append(PlannedPayment(mapping.payment_type_id, order.total))
    for payment in payments:
        _require_payment_type(payment, mapping.label, facts)
    return tuple(payments)


def _credit(
    plan: PostingPlan, order: Order, mapping: MethodMapping, facts: LedgerFacts
) -> PostingPlan:
    """A credit note asks for nothing; the money goes back by the order's method (rule 3, T07)."""
    plan = replace(plan, due_days=0, notes=(Problem(Code.CREDIT_ORDER), *plan.notes))
    if plan.transfer_as is TransferAs.ORDER:
        return plan
    return replace(plan, refund=_paid_back(order.total, mapping, facts))


def refund_type(order: Order, profile: Profile) -> int | None:
    """The payment type by which the money of a credit order goes back, by its method.

    None where that registers no payment, is not mapped, or is left out.
    """
    row = profile.mapping.row(method_of(order))
    return None if row is None or row.left_out else row.payment_type_id


def refund_of(
    order: Order, note: StepFacts, profile: Profile, facts: LedgerFacts
) -> PlannedPayment | None:
    """The payment by which the money of a credit order, booked as `note`, went back.

    By the payment type that was decided on, else by that of the order's method; None where that
    registers no payment. Raises OrderStopped when the method, or its payment type, is not there any
    more, and OrderSkipped when its orders are not transferred.
    """
    assert note.amount is not None
    if note.refund is None:
        return _paid_back(note.amount, _mapping_row(order, profile), facts)
    decided = PlannedPayment(note.refund[0], note.amount)
    _require_payment_type(decided, method_name(order), facts)
    return decided


def _paid_back(amount: Money, mapping: MethodMapping, facts: LedgerFacts) -> PlannedPayment | None:
    if mapping.payment_type_id is None:
        return None
    refund = PlannedPayment(mapping.payment_type_id, amount)
    _require_payment_type(refund, mapping.label, facts)
    return refund


def _require_payment_type(payment: PlannedPayment, method: str, facts: LedgerFacts) -> None:
    found = facts.payment_type(payment.payment_type_id)
    if found is None:
        raise OrderStopped(
            Problem(
                Code.PAYMENT_TYPE_GONE,
                method=method,
                payment_type=payment.payment_type_id,
            )
        )
    if found.currency != payment.amount.currency:
        raise OrderStopped(
            Problem(
                Code.PAYMENT_TYPE_CURRENCY,
                payment_type=found.description,
                currency=found.currency,
                order_currency=payment.amount.currency,
            )
        )


def _email_notes(order: Order, *, is_unsent: bool) -> list[Problem]:
    notes = []
    email = order.customer.email
    if email and not order.customer.usable_email:
        notes.append(Problem(Code.EMAIL_LEFT_OUT, email=email))
    elif not email and is_unsent:
        notes.append(Problem(Code.NO_EMAIL_ADDRESS))
    return notes
