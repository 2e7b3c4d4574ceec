"""Edits of how orders are transferred (step 5)."""

from __future__ import annotations

from dataclasses import replace

from tripletex_wizard.domain.draft import Confirmation, Page, Posting, SetupDraft
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.payment_kinds import PaymentKind, kind_of
from tripletex_wizard.domain.profile import TransferRules, ZeroReason


def with_rules(draft: SetupDraft, rules: TransferRules) -> SetupDraft:
    """The draft with other rules."""
    return replace(draft, rules=rules)


def completed(draft: SetupDraft, status: OrderStatus, *, counts: bool) -> SetupDraft:
    """The draft where `status` counts as completed or not; the shop's order of them is kept."""
    assert draft.rules is not None
    assert draft.shop is not None
    before = draft.rules.completed_statuses
    chosen = tuple(
        row for row in draft.shop.statuses if (counts if row.id == status.id else row in before)
    )
    return with_rules(draft, replace(draft.rules, completed_statuses=chosen))


def transferred_as(draft: SetupDraft, method: str, transfer_as: TransferAs) -> SetupDraft:
    """The draft with `method`'s orders transferred as orders or invoices.

    A confirmation stands: it is of the three columns of step 4, and this is signed with the
    summary.
    """
    rows = tuple(
        replace(row, transfer_as=transfer_as) if row.method == method else row
        for row in draft.methods
    )
    changed = draft.with_methods(rows)
    if not draft.is_confirmed or draft.confirmation is None:
        return changed
    given = draft.confirmation
    stands = Confirmation(changed.rows_fingerprint, given.name, given.at)
    return replace(changed, confirmation=stands)


def with_zero_reasons(draft: SetupDraft, reasons: tuple[ZeroReason, ...]) -> SetupDraft:
    """The draft with these reasons for 0 % VAT."""
    assert draft.rules is not None
    vat = replace(draft.rules.vat, zero_reasons=reasons)
    return with_rules(draft, replace(draft.rules, vat=vat))


def with_gift_card_type(draft: SetupDraft) -> SetupDraft:
    """The draft where gift cards that are used have the payment type of the gift card method.

    Nothing changes when one is chosen already, when there is not exactly one to take, or once a
    person has seen the choice and gone on.
    """
    rules = draft.rules
    if rules is None or rules.gift_card_payment_type is not None:
        return draft
    if draft.reached > Page.TRANSFER:
        return draft
    found = {
        row.payment_type_id
        for row in draft.methods
        if row.posting is Posting.PAYMENT_TYPE
        if kind_of(row.method, row.label) is PaymentKind.GIFT_CARD
    }
    if len(found) != 1:
        return draft
    return with_rules(draft, replace(rules, gift_card_payment_type=found.pop()))
