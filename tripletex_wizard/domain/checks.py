"""A live check's state, tied to its inputs: what was found counts only while they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from tripletex_wizard.domain.draft import LiveCheck, Missing, Page, SetupDraft, missing
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite

CLEARED_BY = {
    Missing.TRIPLETEX_CHECK: LiveCheck.TRIPLETEX,
    Missing.SHOP_CHECK: LiveCheck.MYSTORE,
}
"""What a wish to go on can clear by itself, since nobody has to look at what was found."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What came of a live check: passed, with what it found in the draft, or why not."""

    check: LiveCheck
    problem: Problem | None = None

    @property
    def passed(self) -> bool:
        """Whether the check got what it asked for."""
        return self.problem is None


def inputs_of(draft: SetupDraft, check: LiveCheck) -> str:
    """A fingerprint of what a check depends on; shows nothing of the tokens."""
    match check:
        case LiveCheck.TRIPLETEX:
            return f"{draft.tripletex_inputs} {draft.client_company_id}"
        case LiveCheck.MYSTORE:
            return draft.shop_inputs
        case LiveCheck.BOARD:
            return f"{draft.tripletex_inputs} {draft.client_company_id} {draft.shop_inputs}"
        case LiveCheck.METHODS:
            return draft.opened
        case LiveCheck.TRIAL:
            return draft.trial_inputs
        case _:
            assert_never(check)


def is_possible(draft: SetupDraft, check: LiveCheck) -> bool:
    """Whether everything that a check needs has been given."""
    match check:
        case LiveCheck.TRIPLETEX:
            return bool(draft.consumer and draft.employee)
        case LiveCheck.MYSTORE:
            return bool(draft.mystore)
        case LiveCheck.BOARD | LiveCheck.METHODS:
            return not missing(draft, Page.CONNECT)
        case LiveCheck.TRIAL:
            pages = (Page.CONNECT, Page.MAPPING, Page.TRANSFER)
            return not any(missing(draft, page) for page in pages)
        case _:
            assert_never(check)


def is_passed(draft: SetupDraft, check: LiveCheck) -> bool:
    """Whether the draft holds what a check found for its present inputs."""
    match check:
        case LiveCheck.TRIPLETEX:
            return draft.tripletex is not None and _is_opened_or_waits(draft)
        case LiveCheck.MYSTORE:
            return draft.shop is not None
        case LiveCheck.BOARD:
            return len(draft.board) == len(Prerequisite)
        case LiveCheck.METHODS:
            return draft.methods_read
        case LiveCheck.TRIAL:
            return draft.trial is not None and draft.is_trial_seen
        case _:
            assert_never(check)


def kept(before: SetupDraft, after: SetupDraft) -> SetupDraft:
    """`after` without what was found for inputs that are no longer those of `before`."""
    if before.tripletex_inputs != after.tripletex_inputs:
        after = replace(after, tripletex=None)
    if before.shop_inputs != after.shop_inputs:
        after = replace(after, shop=None)
    if inputs_of(before, LiveCheck.BOARD) != inputs_of(after, LiveCheck.BOARD):
        after = replace(after, board=(), board_checked_at=None)
    if before.customer_numbers_confirmed != after.customer_numbers_confirmed:
        after = replace(after, board=tuple(_confirmed(row, after) for row in after.board))
    if before.trial_inputs != after.trial_inputs:
        after = replace(after, trial=None)
    return after


def with_row(draft: SetupDraft, row: BoardRow) -> SetupDraft:
    """The draft with one row of the board in its place."""
    others = without_rows(draft, [row.prerequisite]).board
    order = list(Prerequisite)
    rows = sorted((*others, row), key=lambda each: order.index(each.prerequisite))
    return replace(draft, board=tuple(rows))


def without_rows(draft: SetupDraft, prerequisites: Iterable[Prerequisite]) -> SetupDraft:
    """The draft without these rows: they are being checked again, and count for nothing."""
    gone = set(prerequisites)
    return replace(
        draft, board=tuple(row for row in draft.board if row.prerequisite not in gone)
    )


def _is_opened_or_waits(draft: SetupDraft) -> bool:
    """An accountant's token has nothing more to open until a client is chosen."""
    return Missing.TRIPLETEX_CHECK not in missing(draft, Page.CONNECT)


def _confirmed(row: BoardRow, draft: SetupDraft) -> BoardRow:
    """The row on customer numbers, which the user's word decides without a call."""
    if row.prerequisite is not Prerequisite.CUSTOMER_NUMBERS or row.problem is not None:
        return row
    if draft.customer_numbers_confirmed:
        return replace(row, status=CheckStatus.OK, finding=Finding.CUSTOMER_NUMBERS_CONFIRMED)
    return replace(
        row, status=CheckStatus.SHOULD_CHECK, finding=Finding.CUSTOMER_NUMBERS_UNCONFIRMED
    )
