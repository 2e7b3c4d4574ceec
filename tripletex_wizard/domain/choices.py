"""Edits of the mapping rows. A person's yes holds for the rows as they stood, and no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from tripletex_wizard.domain.draft import Confirmation, MethodChoice, Posting, SetupDraft


def choose(
    draft: SetupDraft, method: str, posting: Posting, payment_type_id: int | None = None
) -> SetupDraft:
    """The draft with a person's choice for `method`; what is left out is not sent either."""
    return _changed(
        draft,
        method,
        lambda row: replace(
            row,
            posting=posting,
            payment_type_id=payment_type_id,
            send_invoice=row.send_invoice and posting is not Posting.LEFT_OUT,
            accepted=True,
        ),
    )


def send_invoice(draft: SetupDraft, method: str, *, send: bool) -> SetupDraft:
    """The draft with automatic sending on or off for `method`; a proposal stays a proposal."""
    return _changed(draft, method, lambda row: replace(row, send_invoice=send))


def suggested_rows(draft: SetupDraft) -> tuple[MethodChoice, ...]:
    """The rows whose proposal nobody has accepted or changed yet."""
    return tuple(
        row for row in draft.methods if row.posting is not Posting.UNDECIDED and not row.accepted
    )


def accept_suggestions(draft: SetupDraft) -> SetupDraft:
    """The draft with every proposal accepted."""
    waiting = suggested_rows(draft)
    return _with_rows(
        draft,
        tuple(replace(row, accepted=True) if row in waiting else row for row in draft.methods),
    )


def may_confirm(draft: SetupDraft) -> bool:
    """Whether the methods are read and every one of them decided; a shop may have none yet."""
    return draft.methods_read and all(row.is_decided for row in draft.methods)


def confirm(draft: SetupDraft, name: str, at: datetime) -> SetupDraft:
    """«Jeg ønsker å føre betalingsmodulene på denne måten», by `name` at an aware time."""
    return replace(draft, confirmation=Confirmation(draft.rows_fingerprint, name.strip(), at))


def withdraw(draft: SetupDraft) -> SetupDraft:
    """The draft without a confirmation."""
    return replace(draft, confirmation=None)


def _changed(
    draft: SetupDraft, method: str, change: Callable[[MethodChoice], MethodChoice]
) -> SetupDraft:
    rows = tuple(change(row) if row.method == method else row for row in draft.methods)
    return _with_rows(draft, rows)


def _with_rows(draft: SetupDraft, rows: tuple[MethodChoice, ...]) -> SetupDraft:
    if rows == draft.methods:
        return draft
    # Changed back, the fingerprint would fit again, with a time at which nobody had agreed.
    return withdraw(draft.with_methods(rows))
