"""The set-up in short: a line for each thing, and a small table of the payment methods."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout

from tripletex_wizard.domain.draft import MethodChoice, Posting, SetupDraft
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.prerequisites import CheckStatus
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.amounts import amount, clock_time, day, moment
from tripletex_wizard.gui.batch_texts import BETWEEN, outcome_line
from tripletex_wizard.gui.board_texts import check_status_name, prerequisite_name
from tripletex_wizard.gui.mapping.sentences import payment_type_name
from tripletex_wizard.gui.parts import Card, Label
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.rule_texts import more_in_short, write_back_name
from tripletex_wizard.gui.texts import environment_name, state_name, transfer_as_name
from tripletex_wizard.gui.theme import MUTED, STEP

translate = QCoreApplication.translate


class SummaryFacts(Card):
    """Shows a draft; nothing in it can be edited."""

    def __init__(self) -> None:
        super().__init__()
        self._names = tuple(Label(role=MUTED) for _ in range(5))
        self._values = tuple(Label() for _ in self._names)
        self._methods = FigureTable(wrapping=1, slim=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP // 2)
        self._grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, place, 1)
        self.add_row(self._grid)
        self.add_row(self._methods)

    def show_draft(self, draft: SetupDraft, zone: tzinfo | None) -> None:
        """Everything anew, in the present language, with times in `zone`."""
        for place, (name, value) in enumerate(_lines(draft, zone)):
            self._names[place].setText(name)
            self._values[place].setText(value)
        types = draft.tripletex.payment_types if draft.tripletex else ()
        known = {row.id: row for row in types}
        self._methods.show_rows(_headings(), [_cells(row, known) for row in draft.methods])


def _lines(draft: SetupDraft, zone: tzinfo | None) -> tuple[tuple[str, str], ...]:
    return (
        (translate("summary", "Company and shop"), _parties(draft)),
        (translate("summary", "Check of Tripletex"), _board(draft, zone)),
        (translate("summary", "Payment methods"), _confirmed(draft, zone)),
        (translate("summary", "Transfer"), _transfer(draft)),
        (translate("summary", "Trial"), _trial(draft)),
    )


def _parties(draft: SetupDraft) -> str:
    company, shop = draft.company, draft.shop
    parts = [f"{company.name} ({company.organization_number})"] if company else []
    parts += [shop.shop] if shop else []
    return BETWEEN.join((*parts, environment_name(draft.environment.value)))


def _board(draft: SetupDraft, zone: tzinfo | None) -> str:
    """How many checks went well, and which ones did not."""
    names: dict[CheckStatus, list[str]] = {status: [] for status in CheckStatus}
    for row in draft.board:
        names[row.status].append(prerequisite_name(row.prerequisite))
    shown = [
        f"{check_status_name(each)}: {len(found) if each is CheckStatus.OK else ', '.join(found)}"
        for each, found in names.items()
        if found
    ]
    if draft.board_checked_at is not None:
        shown.append(moment(draft.board_checked_at.astimezone(zone)))
    return BETWEEN.join(shown)


def _confirmed(draft: SetupDraft, zone: tzinfo | None) -> str:
    given = draft.confirmation
    if given is None or not draft.is_confirmed:
        return translate("summary", "Not confirmed")
    text = translate("summary", "Confirmed by {name}, {day} at {time}")
    at = given.at.astimezone(zone)
    return text.format(name=given.name, day=day(at), time=clock_time(at))


def _transfer(draft: SetupDraft) -> str:
    rules = draft.rules
    if rules is None:
        return ""
    first = translate("summary", "Orders with status {statuses}, completed from {day}").format(
        statuses=", ".join(row.name for row in rules.completed_statuses),
        day=day(rules.start_date),
    )
    customers = []
    if rules.search_customer:
        customers.append(translate("summary", "Search for customer"))
    elif rules.keep_customer:
        customers.append(translate("summary", "Do not update customer"))
    more = more_in_short(rules, draft.tripletex)
    return BETWEEN.join((first, *customers, more, write_back_name(rules)))


def _trial(draft: SetupDraft) -> str:
    trial = draft.trial
    if trial is None or trial.order is None:
        if draft.is_trial_seen:
            return translate("summary", "Seen earlier")
        return translate("summary", "No order was tried")
    if trial.booked is not None:
        return outcome_line(trial.booked)
    text = translate("summary", "Order {number}: {state}").format(
        number=trial.order.number,
        state=state_name(TransferState.READY if trial.plan else TransferState.STOPPED),
    )
    not_posted = translate("summary", "not posted")
    total = [amount(trial.plan.total)] if trial.plan else []
    return BETWEEN.join((text, *total, not_posted))


def _headings() -> tuple[str, ...]:
    return (
        translate("summary", "Store"),
        translate("summary", "Payment type"),
        translate("summary", "Transferred as"),
        translate("summary", "Sends invoice"),
    )


def _cells(row: MethodChoice, types: dict[int, PaymentType]) -> tuple[str, ...]:
    match row.posting:
        case Posting.LEFT_OUT:
            return (row.label, translate("summary", "Not transferred"), "", "")
        case Posting.PAYMENT_TYPE if row.payment_type_id in types:
            payment_type = payment_type_name(types[row.payment_type_id])
        case _:
            payment_type = translate("summary", "Do not mark invoice as paid")
    sends = translate("summary", "Yes") if row.send_invoice else translate("summary", "No")
    return (row.label, payment_type, transfer_as_name(row.transfer_as), sends)
