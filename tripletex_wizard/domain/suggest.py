"""Payment mapping: what is proposed for each store method, and what is doubtful about the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from tripletex_wizard.domain.draft import MethodChoice, Posting
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.payment_kinds import PaymentKind, kind_of, squeezed_name, words_of

BOOKS_CURRENCY = "NOK"
LIABILITIES = range(2000, 3000)
SHORT_TERM_LIABILITIES = range(2900, 3000)
PAID_AT_ONCE = (PaymentKind.VIPPS, PaymentKind.CARD, PaymentKind.GIFT_CARD)


class Reason(StrEnum):
    """Why something is proposed; `MethodChoice.suggested` holds its value."""

    NONE = ""
    SAME_NAME = "same_name"
    SAME_ACCOUNT = "same_account"
    KNOWN_ALIAS = "known_alias"
    LIABILITY_ACCOUNT = "liability_account"
    PAID_LATER = "paid_later"
    Z_REPORT = "z_report"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal for one row; `UNDECIDED` when nothing fits, or more than one does."""

    posting: Posting
    reason: Reason
    payment_type_id: int | None = None
    send_invoice: bool = False


class Doubt(Enum):
    """What may be wrong with a row; none of it keeps the mapping from being confirmed."""

    UNDECIDED_IN_USE = "undecided_in_use"
    REGISTER_TRANSFERRED = "register_transferred"
    LEFT_OUT_IN_USE = "left_out_in_use"
    INVOICES_ITSELF = "invoices_itself"
    TAKES_PAYMENT = "takes_payment"
    ENCLOSED_AND_SENT = "enclosed_and_sent"
    GIFT_CARD_ACCOUNT = "gift_card_account"
    CUSTOMER_LEDGER = "customer_ledger"
    OTHER_CURRENCY = "other_currency"
    NOT_VISIBLE = "not_visible"
    SHARED_ACCOUNT = "shared_account"


@dataclass(frozen=True, slots=True)
class MappingWarning:
    """A doubt about the methods that `labels` name; `payment_type` when it is about one."""

    doubt: Doubt
    labels: tuple[str, ...]
    payment_type: PaymentType | None = None


def suggest(method: str, label: str, payment_types: Iterable[PaymentType]) -> Suggestion:
    """What is proposed for a store method; only payment types in NOK are.

    An enclosed invoice is with the customer already, so sending is proposed off for it, and on
    for other invoices of the shop's own (accounting.md rule 6, facts §2.3).
    """
    types = [each for each in payment_types if each.currency == BOOKS_CURRENCY]
    match kind_of(method, label):
        case PaymentKind.CASH_REGISTER:
            return Suggestion(Posting.LEFT_OUT, Reason.Z_REPORT)
        case PaymentKind.ENCLOSED_INVOICE:
            return Suggestion(Posting.NOT_PAID, Reason.PAID_LATER)
        case PaymentKind.MANUAL_INVOICE:
            return Suggestion(Posting.NOT_PAID, Reason.PAID_LATER, send_invoice=True)
        case PaymentKind.GIFT_CARD:
            return _for_gift_card(types)
        case kind:
            return _by_name(method, label, kind, types)


def with_suggestion(row: MethodChoice, payment_types: Iterable[PaymentType]) -> MethodChoice:
    """The row with the proposal filled in; a row that a person has decided stays as it is."""
    if row.is_decided:
        return row
    proposed = suggest(row.method, row.label, payment_types)
    return replace(
        row,
        posting=proposed.posting,
        payment_type_id=proposed.payment_type_id,
        send_invoice=proposed.send_invoice,
        suggested=proposed.reason.value,
        accepted=False,
    )


def warnings(
    rows: Sequence[MethodChoice], payment_types: Iterable[PaymentType]
) -> tuple[MappingWarning, ...]:
    """What to look at again: row by row, then the accounts that several methods share."""
    types = {each.id: each for each in payment_types}
    posted = [(row, _posted_by(row, types)) for row in rows]
    of_rows = (
        MappingWarning(doubt, (row.label,), payment_type)
        for row, payment_type in posted
        for doubt in _doubts(row, payment_type)
    )
    return (*of_rows, *_shared_accounts(posted))


def _for_gift_card(types: list[PaymentType]) -> Suggestion:
    liabilities = [each for each in types if _is_on(each, SHORT_TERM_LIABILITIES)]
    named = [each for each in liabilities if _kind_of_type(each) is PaymentKind.GIFT_CARD]
    return _only(named or liabilities, Reason.LIABILITY_ACCOUNT) or _nothing()


def _by_name(
    method: str, label: str, kind: PaymentKind | None, types: list[PaymentType]
) -> Suggestion:
    names = {squeezed_name(method), squeezed_name(label)} - {""}
    alike = [each for each in types if kind is not None and _kind_of_type(each) is kind]
    matches: tuple[tuple[Reason, list[PaymentType]], ...] = (
        (Reason.SAME_NAME, [each for each in types if squeezed_name(each.description) in names]),
        (Reason.SAME_ACCOUNT, [each for each in types if _account_name(each) in names]),
        (Reason.SAME_NAME, [row for row in alike if words_of(row.description) <= words_of(label)]),
        (Reason.KNOWN_ALIAS, alike),
    )
    found = (_only(matching, reason) for reason, matching in matches)
    return next((each for each in found if each), _nothing())


def _only(types: list[PaymentType], reason: Reason) -> Suggestion | None:
    if len(types) != 1:
        return None
    return Suggestion(Posting.PAYMENT_TYPE, reason, types[0].id)


def _nothing() -> Suggestion:
    return Suggestion(Posting.UNDECIDED, Reason.NONE)


def _posted_by(row: MethodChoice, types: dict[int, PaymentType]) -> PaymentType | None:
    if row.posting is not Posting.PAYMENT_TYPE or row.payment_type_id is None:
        return None
    return types.get(row.payment_type_id)


def _doubts(row: MethodChoice, payment_type: PaymentType | None) -> list[Doubt]:
    kind = kind_of(row.method, row.label)
    is_register, is_gift_card = kind is PaymentKind.CASH_REGISTER, kind is PaymentKind.GIFT_CARD
    is_transferred = row.posting in {Posting.PAYMENT_TYPE, Posting.NOT_PAID}
    is_left_out = row.posting is Posting.LEFT_OUT
    is_paid = row.posting is Posting.PAYMENT_TYPE
    found = (
        (Doubt.UNDECIDED_IN_USE, row.posting is Posting.UNDECIDED and row.orders > 0),
        (Doubt.REGISTER_TRANSFERRED, is_register and is_transferred),
        (Doubt.LEFT_OUT_IN_USE, is_left_out and row.orders > 0 and not is_register),
        (Doubt.INVOICES_ITSELF, row.send_invoice and kind is PaymentKind.KLARNA),
        (Doubt.TAKES_PAYMENT, row.send_invoice and kind in PAID_AT_ONCE),
        (Doubt.ENCLOSED_AND_SENT, row.send_invoice and kind is PaymentKind.ENCLOSED_INVOICE),
        (Doubt.GIFT_CARD_ACCOUNT, is_gift_card and is_transferred and not _is_debt(payment_type)),
        (Doubt.NOT_VISIBLE, is_paid and payment_type is None),
        (Doubt.CUSTOMER_LEDGER, payment_type is not None and payment_type.customer_id is not None),
        (Doubt.OTHER_CURRENCY, payment_type is not None and not _is_in_kroner(payment_type)),
    )
    return [doubt for doubt, is_so in found if is_so]


def _shared_accounts(
    posted: list[tuple[MethodChoice, PaymentType | None]],
) -> Iterator[MappingWarning]:
    together: dict[tuple[str, int], list[tuple[str, PaymentType]]] = {}
    for row, payment_type in posted:
        if payment_type is not None:
            where = together.setdefault(_account_key(payment_type), [])
            where.append((row.label, payment_type))
    for sharing in together.values():
        if len(sharing) > 1:
            labels = tuple(label for label, _ in sharing)
            yield MappingWarning(Doubt.SHARED_ACCOUNT, labels, sharing[0][1])


def _account_key(payment_type: PaymentType) -> tuple[str, int]:
    if payment_type.account is None:
        return "payment type", payment_type.id
    return "account", payment_type.account.id


def _is_debt(payment_type: PaymentType | None) -> bool:
    return payment_type is not None and _is_on(payment_type, LIABILITIES)


def _is_in_kroner(payment_type: PaymentType) -> bool:
    return payment_type.currency == BOOKS_CURRENCY


def _kind_of_type(payment_type: PaymentType) -> PaymentKind | None:
    return kind_of("", payment_type.description)


def _is_on(payment_type: PaymentType, numbers: range) -> bool:
    return payment_type.account is not None and payment_type.account.number in numbers


def _account_name(payment_type: PaymentType) -> str:
    return squeezed_name(payment_type.account.name) if payment_type.account else ""
