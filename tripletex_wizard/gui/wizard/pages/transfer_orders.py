"""Which orders are transferred: by their status, and from which day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.transfer_choices import completed, with_rules
from tripletex_wizard.gui.parts import Card, Label, Note, show_ticked
from tripletex_wizard.gui.parts.flow import FlowLayout
from tripletex_wizard.gui.parts.quiet import QuietDate
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.wizard.controller import WizardController


class OrdersCard(Card):
    """A tick for every status of the shop, and the first day."""

    def __init__(self, controller: WizardController) -> None:
        super().__init__()
        self._controller = controller
        self._statuses: tuple[OrderStatus, ...] = ()
        self._is_practice = False
        self._ticks: dict[str, QCheckBox] = {}
        self._title, self._why = Label(strong=True), Label(role=MUTED)
        self._flow, self._called_off = FlowLayout(), Note(Tone.SHOULD_CHECK)
        self._called_off.hide()
        self._from, self._date, self._why_date = QLabel(), QuietDate(), Label(role=MUTED)
        self._from.setBuddy(self._date)
        self._arrange()
        self._date.dateChanged.connect(self._choose_date)

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Completed statuses"))
        self._why.setText(
            self.tr(
                "An order can be transferred when it gets one of these statuses in Mystore. Sendt "
                "is the default."
            )
        )
        self._from.setText(self.tr("Orders from &and including"))
        self._explain_date()
        self._name_ticks()

    def show_draft(self, draft: SetupDraft) -> None:
        """Show the shop's statuses with those that are chosen, and the day."""
        if draft.rules is None or draft.shop is None:
            return
        if draft.shop.statuses != self._statuses:
            self._make_ticks(draft.shop.statuses)
        chosen = {row.id for row in draft.rules.completed_statuses}
        for status_id, tick in self._ticks.items():
            show_ticked(tick, status_id in chosen)
        self._is_practice = draft.environment is Environment.PRACTICE
        self._explain_date()
        self._warn(row.name for row in draft.rules.completed_statuses if row.is_called_off)
        day = draft.rules.start_date
        with QSignalBlocker(self._date):
            self._date.setDate(QDate(day.year, day.month, day.day))

    def order_stops(self, before: QWidget) -> QWidget:
        """Let Tab come from `before` through the ticks to the day; gives the last of them."""
        for stop in (*self._ticks.values(), self._date):
            QWidget.setTabOrder(before, stop)
            before = stop
        return before

    def _arrange(self) -> None:
        statuses = QVBoxLayout()
        statuses.setSpacing(STEP)
        statuses.addWidget(self._title)
        statuses.addWidget(self._why)
        statuses.addLayout(self._flow)
        statuses.addWidget(self._called_off)
        self.add_row(statuses)
        first = QHBoxLayout()
        first.setSpacing(2 * STEP)
        first.addWidget(self._from)
        first.addWidget(self._date)
        first.addWidget(self._why_date, 1)
        self.add_row(first)

    def _make_ticks(self, statuses: tuple[OrderStatus, ...]) -> None:
        for tick in self._ticks.values():
            self._flow.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._statuses, self._ticks = statuses, {row.id: QCheckBox() for row in statuses}
        for status in statuses:
            tick = self._ticks[status.id]
            tick.toggled.connect(self._chooser(status))
            self._flow.addWidget(tick)
        self._name_ticks()

    def _name_ticks(self) -> None:
        for status in self._statuses:
            tick = self._ticks[status.id]
            tick.setText(status.name.replace("&", "&&"))
            tick.setAccessibleName(
                self.tr("{status} is a completed status").format(status=status.name)
            )

    def _explain_date(self) -> None:
        """The books of the made-up company have no older orders in them."""
        if self._is_practice:
            text = self.tr("In practice: 30 days back, so that there are orders.")
        else:
            text = self.tr("Older orders are never offered, as they are in the books already.")
        self._why_date.setText(text)

    def _warn(self, called_off: Iterable[str]) -> None:
        """Of statuses that no order is to be invoiced with."""
        names = ", ".join(called_off)
        text = self.tr(
            "{statuses}: the order seems to be cancelled or returned. It would be invoiced all "
            "the same."
        )
        self._called_off.show_text(text.format(statuses=names))
        self._called_off.setVisible(bool(names))

    def _chooser(self, status: OrderStatus) -> Callable[[bool], None]:
        return lambda ticked: self._controller.update(
            lambda draft: completed(draft, status, counts=ticked)
        )

    @Slot(QDate)
    def _choose_date(self, day: QDate) -> None:
        rules = self._controller.draft.rules
        assert rules is not None
        changed = replace(rules, start_date=date(day.year(), day.month(), day.day()))
        self._controller.update(lambda draft: with_rules(draft, changed))
