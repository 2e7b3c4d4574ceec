"""A live check's state, tied to its inputs: what was found counts only while they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

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


def inputs_of(draft: SetupDraft, check: LiveCheck) -> str:
    """A fingerprint of what a check depends on; shows nothing of the tokens."""
    return _INPUTS[check](draft)


def is_possible(draft: SetupDraft, check: LiveCheck) -> bool:
    """Whether everything that a check needs has been given."""
    return _POSSIBLE[check](draft)


def is_passed(draft: SetupDraft, check: LiveCheck) -> bool:
    """Whether the draft holds what a check found for its present inputs."""
    return _PASSED[check](draft)


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


def without(draft: SetupDraft, check: LiveCheck) -> SetupDraft:
    """The draft without what a check found; a person's choices stay."""
    return _WITHOUT[check](draft)


def with_row(draft: SetupDraft, row: BoardRow) -> SetupDraft:
    """The draft with one row of the board in its place."""
    others = without_rows(draft, [row.prerequisite]).board
    order = list(Prerequisite)
    rows = sorted((*others, row), key=lambda each: order.index(each.prerequisite))
    return replace(draft, board=tuple(rows))


def without_rows(draft: SetupDraft, prerequisites: Iterable[Prerequisite]) -> SetupDraft:
    """The draft without these rows: they are being checked again, and count for nothing."""
    gone = set(prerequisites)
    return replace(draft, board=tuple(row for row in draft.board if row.prerequisite not in gone))


def _connection(draft: SetupDraft) -> str:
    return f"{draft.tripletex_inputs} {draft.client_company_id} {draft.shop_inputs}"


def _is_connected(draft: SetupDraft) -> bool:
    return not missing(draft, Page.CONNECT)


def _is_set_up(draft: SetupDraft) -> bool:
    return not any(missing(draft, page) for page in (Page.CONNECT, Page.MAPPING, Page.TRANSFER))


def _is_opened(draft: SetupDraft) -> bool:
    """An accountant's token has nothing more to open until a client is chosen."""
    if draft.tripletex is None:
        return False
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


_INPUTS: dict[LiveCheck, Callable[[SetupDraft], str]] = {
    LiveCheck.TRIPLETEX: lambda draft: f"{draft.tripletex_inputs} {draft.client_company_id}",
    LiveCheck.MYSTORE: lambda draft: draft.shop_inputs,
    LiveCheck.BOARD: _connection,
    LiveCheck.METHODS: lambda draft: draft.opened,
    LiveCheck.TRIAL: lambda draft: draft.trial_inputs,
}
_POSSIBLE: dict[LiveCheck, Callable[[SetupDraft], bool]] = {
    LiveCheck.TRIPLETEX: lambda draft: bool(draft.consumer and draft.employee),
    LiveCheck.MYSTORE: lambda draft: bool(draft.mystore),
    LiveCheck.BOARD: _is_connected,
    LiveCheck.METHODS: _is_connected,
    LiveCheck.TRIAL: _is_set_up,
}
_PASSED: dict[LiveCheck, Callable[[SetupDraft], bool]] = {
    LiveCheck.TRIPLETEX: _is_opened,
    LiveCheck.MYSTORE: lambda draft: draft.shop is not None,
    LiveCheck.BOARD: lambda draft: len(draft.board) == len(Prerequisite),
    LiveCheck.METHODS: lambda draft: draft.methods_read,
    LiveCheck.TRIAL: lambda draft: draft.trial is not None,
}
_WITHOUT: dict[LiveCheck, Callable[[SetupDraft], SetupDraft]] = {
    LiveCheck.TRIPLETEX: lambda draft: replace(draft, tripletex=None),
    LiveCheck.MYSTORE: lambda draft: replace(draft, shop=None),
    LiveCheck.BOARD: lambda draft: replace(draft, board=(), board_checked_at=None),
    LiveCheck.METHODS: lambda draft: replace(draft, methods_for=""),
    LiveCheck.TRIAL: lambda draft: replace(draft, trial=None, trial_seen=""),
}
