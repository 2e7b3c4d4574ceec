"""The order of the trial: what it is, its lines, and the postings that it would cause."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.postings import postings_of, sums_of
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.gui.amounts import NORWEGIAN_KRONER, day, number
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.parts import Card, Label, StatusChip
from tripletex_wizard.gui.posting_texts import (
    line_cells,
    line_headings,
    paid_with,
    plan_in_short,
    posting_cells,
    posting_headings,
    rate_note,
    shop_line_cells,
    shop_line_headings,
)
from tripletex_wizard.gui.postings.balance_sign import BalanceSign
from tripletex_wizard.gui.postings.figure_table import FigureTable
from tripletex_wizard.gui.postings.problem_list import ProblemList
from tripletex_wizard.gui.state_looks import STATE_LOOKS
from tripletex_wizard.gui.texts import state_name
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone

_SIDE_BY_SIDE = 100 * STEP
_SKIPPING = {Code.METHOD_LEFT_OUT, Code.NOTHING_TO_INVOICE}


class TrialOrder(Card):
    """Nothing in it can be edited; texts are set when an order is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._chip, self._about = Label(strong=True), StatusChip(), Label(role=MUTED)
        self._becomes, self._rate = Label(), Label(role=MUTED)
        self._lines = FigureTable(wrapping=0, figures=(2,))
        self._postings = FigureTable(wrapping=1, figures=(3, 4))
        self._postings_title, self._balance = Label(strong=True), BalanceSign()
        self._problems = ProblemList()
        self._figures, self._posted = QBoxLayout(QBoxLayout.Direction.TopToBottom), QWidget()
        self._arrange()

    def show_trial(self, trial: Trial, draft: SetupDraft) -> None:
        """Show what the order would become, or why it would not; once booked only how it stands."""
        assert trial.order is not None
        plan = trial.plan
        self._number.setText(self.tr("Order {number}").format(number=trial.order.number))
        self._show_state(trial)
        order = trial.order if isinstance(trial.order, Order) else None
        self._about.setText(_about(order) if order else "")
        tone = Tone.SHOULD_CHECK if plan else self._chip.tone
        self._problems.show_problems(trial.problems, tone)
        self._problem_row.setVisible(bool(trial.problems))
        self._becomes.setVisible(plan is not None and not trial.is_booked)
        self._posted.setVisible(plan is not None)
        self._figure_row.setVisible(order is not None)
        if plan is not None:
            self._show_plan(plan, draft.tripletex.payment_types if draft.tripletex else ())
        elif order is not None:
            self._show_order(order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        is_wide = self.width() >= _SIDE_BY_SIDE
        self._figures.setDirection(way.LeftToRight if is_wide else way.TopToBottom)

    def _show_state(self, trial: Trial) -> None:
        if trial.booked is not None:
            state = trial.booked.state
            self._chip.show_status(STATE_LOOKS[state][0], state_name(state))
        elif trial.plan is not None:
            self._chip.show_status(Tone.OK, state_name(TransferState.READY))
        elif {row.code for row in trial.problems} <= _SKIPPING:
            self._chip.show_status(Tone.UNKNOWN, state_name(TransferState.SKIPPED))
        else:
            self._chip.show_status(Tone.MUST_FIX, state_name(TransferState.STOPPED))

    def _show_plan(self, plan: PostingPlan, types: tuple[PaymentType, ...]) -> None:
        self._becomes.setText(plan_in_short(plan))
        total = (self.tr("Total"), "", number(plan.total))
        self._lines.show_rows(line_headings(), line_cells(plan.lines), total)
        postings = postings_of(plan, types)
        sums = sums_of(postings, plan.currency)
        self._posted.setVisible(bool(postings))
        self._postings_title.setText(self.tr("Postings"))
        self._postings.show_rows(
            posting_headings(),
            posting_cells(postings),
            (self.tr("Total"), "", "", number(sums.debit), number(sums.credit)),
        )
        self._balance.show_difference(sums.difference)
        self._rate.setVisible(plan.currency != NORWEGIAN_KRONER)
        self._rate.setText(rate_note(plan.currency))

    def _show_order(self, order: Order) -> None:
        """As the shop states it, when no posting can be worked out."""
        total = (self.tr("Total"), "", number(order.sale))
        self._lines.show_rows(shop_line_headings(), shop_line_cells(order), total)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self._number)
        head.addWidget(self._chip)
        head.addWidget(self._about, 1)
        top = QVBoxLayout()
        top.setSpacing(STEP // 2)
        top.addLayout(head)
        top.addWidget(self._becomes)
        self.add_row(top)
        posted = QVBoxLayout(self._posted)
        posted.setContentsMargins(0, 0, 0, 0)
        posted.setSpacing(STEP // 2)
        for widget in (self._postings_title, self._postings, self._rate, self._balance):
            posted.addWidget(widget)
        posted.addStretch(1)
        lines = QVBoxLayout()
        lines.addWidget(self._lines)
        lines.addStretch(1)
        self._figures.setSpacing(4 * STEP)
        self._figures.addLayout(lines, 2)
        self._figures.addWidget(self._posted, 3)
        self._figure_row = self.add_row(self._figures)
        self._problem_row = self.add_row(self._problems)


def _about(order: Order) -> str:
    parts = [order.customer.name, paid_with(order)]
    if order.finished_on:
        parts.append(day(order.finished_on))
    return BETWEEN.join(part for part in parts if part)
