"""Sections 9 and 10: what was checked in Tripletex, and the trial."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.postings import postings_of, sums_of
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.gui.amounts import amount, number
from tripletex_wizard.gui.batch_texts import outcome_line
from tripletex_wizard.gui.board_texts import (
    check_status_name,
    finding_sentence,
    prerequisite_name,
)
from tripletex_wizard.gui.documents.paper import Origin, Section, Table, moment
from tripletex_wizard.gui.posting_texts import (
    balance,
    line_cells,
    plan_in_short,
    posting_cells,
    posting_headings,
)
from tripletex_wizard.gui.texts import sentence

translate = QCoreApplication.translate

_CHECKS = (22, 18, 60)
_POSTINGS = (14, 46, 12, 14, 14)


def checks_section(draft: SetupDraft, origin: Origin) -> Section:
    """Every row of the board; what could not be checked stands on the word of who confirms."""
    headings = (
        translate("documents", "Check"),
        translate("documents", "Status"),
        translate("documents", "Found"),
    )
    checked = draft.board_checked_at
    at = checked.astimezone(origin.made_at.tzinfo) if checked else None
    before = (translate("documents", "Checked {moment}.").format(moment=moment(at)),) if at else ()
    table = Table(headings, tuple(_check(row) for row in draft.board), widths=_CHECKS)
    return Section(translate("documents", "Checks"), before, table, _unchecked(draft))


def _check(row: BoardRow) -> tuple[str, ...]:
    found = finding_sentence(row).what
    return (prerequisite_name(row.prerequisite), check_status_name(row.status), found)


def _unchecked(draft: SetupDraft) -> tuple[str, ...]:
    names = [
        prerequisite_name(row.prerequisite)
        for row in draft.board
        if row.status is CheckStatus.NOT_CHECKED
    ]
    if not names:
        return ()
    text = translate("documents", "Could not be checked, confirmed by {name}: {checks}.")
    by = draft.signed_by.strip() or "________________"
    return (text.format(name=by, checks=", ".join(names)),)


def trial_section(draft: SetupDraft) -> Section:
    """The order that was shown, its postings, and whether it was booked."""
    title = translate("documents", "Trial")
    trial = draft.trial
    if trial is None or trial.order is None:
        return Section(title, (_no_order(draft),))
    order = translate("documents", "Order {number}").format(number=trial.order.number)
    if trial.plan is None:
        reasons = (sentence(problem).what for problem in trial.problems)
        return Section(title, (order, *reasons, _booked(trial)))
    types = draft.tripletex.payment_types if draft.tripletex else ()
    postings = postings_of(trial.plan, types)
    sums = sums_of(postings, trial.plan.currency)
    total = translate("documents", "Total")
    table = Table(
        posting_headings(),
        posting_cells(postings),
        frozenset({3, 4}),
        (total, "", "", number(sums.debit), number(sums.credit)),
        _POSTINGS,
    )
    becomes = () if trial.is_booked else (plan_in_short(trial.plan),)
    return Section(
        title,
        (order, *becomes, *_lines(trial.plan)),
        table,
        (f"{balance(sums.difference)}. {_booked(trial)}",),
    )


def _no_order(draft: SetupDraft) -> str:
    if draft.is_trial_seen:
        return translate("documents", "An order was shown earlier, and has not been read again.")
    return translate("documents", "No order was tried.")


def _lines(plan: PostingPlan) -> tuple[str, ...]:
    text = translate("documents", "{line}, VAT code {code}: {gross}")
    lines = tuple(
        text.format(line=line, code=code, gross=gross)
        for line, code, gross in line_cells(plan.lines)
    )
    total = translate("documents", "Total with VAT: {total}")
    return (*lines, total.format(total=amount(plan.total)))


def _booked(trial: Trial) -> str:
    if trial.booked is None:
        return translate("documents", "Not booked.")
    text = (
        translate("documents", "Before the trial, by the journal: {outcome}.")
        if trial.is_from_before
        else translate("documents", "Result of the trial transfer: {outcome}.")
    )
    return text.format(outcome=outcome_line(trial.booked).removesuffix("."))
