"""Page 5, «Overføring»: which orders are transferred, as what, and to which customer."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.domain.profile import TransferRules
from tripletex_wizard.domain.transfer_choices import with_gift_card_type, with_rules
from tripletex_wizard.domain.unexplained import unexplained
from tripletex_wizard.gui.parts import Card, Label, show_ticked
from tripletex_wizard.gui.rule_texts import more_in_short
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.gui.wizard.pages.more_choices import MoreChoices
from tripletex_wizard.gui.wizard.pages.transfer_methods import MethodsCard
from tripletex_wizard.gui.wizard.pages.transfer_orders import OrdersCard
from tripletex_wizard.gui.wizard.pages.unexplained_note import UnexplainedNote
from tripletex_wizard.gui.wizard.pages.write_back import WriteBackCard


class TransferPage(SetupPage):
    """What shops decide differently stands here; the rest has defaults behind «Flere valg»."""

    page: ClassVar[Page] = Page.TRANSFER

    def title_text(self) -> str:
        return self.tr("Choose what is transferred")

    def why_text(self) -> str:
        return self.tr("The usual choices have been made. Change what is different in your shop.")

    def help_text(self) -> str:
        return self.tr(
            "An order can be transferred when its status in Mystore is a completed one, usually "
            "Sendt. Whether it becomes an order or an invoice can be changed for each transfer. "
            "What has been transferred is not posted again."
        )

    def build(self, layout: QVBoxLayout) -> None:
        self._orders = OrdersCard(self.controller)
        self._methods = MethodsCard(self.controller)
        self._write_back = WriteBackCard(self.controller)
        self._more = MoreChoices(self.controller, self)
        layout.addWidget(self._orders)
        layout.addWidget(self._methods)
        layout.addWidget(self._customers())
        layout.addWidget(self._write_back)
        layout.addLayout(self._below())

    def retranslate(self) -> None:
        self._orders.retranslate()
        self._methods.retranslate()
        self._write_back.retranslate()
        self._more.retranslate()
        self._search.setText(self.tr("&Search for customer"))
        self._search_meaning.setText(
            self.tr("Uses a customer with the same organisation number, or name and e-mail.")
        )
        self._keep.setText(self.tr("&Do not update customer"))
        self._keep_meaning.setText(
            self.tr("A customer that exists keeps the name and address it has in Tripletex.")
        )
        for tick, meaning in (
            (self._search, self._search_meaning),
            (self._keep, self._keep_meaning),
        ):
            tick.setAccessibleDescription(meaning.text())
        self._open_more.setText(self.tr("&More choices …"))

    def show_draft(self, draft: SetupDraft) -> None:
        self._orders.show_draft(draft)
        self._methods.show_draft(draft)
        self._write_back.show_draft(draft)
        found = unexplained(draft)
        self._more.show_draft(draft, found.articles)
        self._unexplained.show_articles(found)
        self._in_short.setVisible(not found.orders)
        self._order_stops()
        rules = draft.rules
        if rules is None:
            return
        show_ticked(self._search, rules.search_customer)
        show_ticked(self._keep, rules.keep_customer or rules.search_customer)
        self._keep.setEnabled(not rules.search_customer)
        self._keep.setToolTip(
            self.tr("A customer that is found by searching is never changed.")
            if rules.search_customer
            else ""
        )
        self._in_short.setText(more_in_short(rules, draft.tripletex))

    def initializePage(self) -> None:
        super().initializePage()
        self.controller.update(with_gift_card_type)

    def _customers(self) -> Card:
        self._search, self._keep = QCheckBox(), QCheckBox()
        self._search_meaning, self._keep_meaning = Label(role=MUTED), Label(role=MUTED)
        self._search.toggled.connect(self._note_search)
        self._keep.toggled.connect(self._note_keep)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(STEP // 2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._search, 0, 0)
        grid.addWidget(self._search_meaning, 0, 1)
        grid.addWidget(self._keep, 1, 0)
        grid.addWidget(self._keep_meaning, 1, 1)
        card = Card()
        card.add_row(grid)
        return card

    def _below(self) -> QHBoxLayout:
        """The warning takes the place of the choices in short: there is no room for both."""
        self._in_short, self._open_more = Label(role=MUTED), QPushButton()
        self._open_more.setAutoDefault(False)  # Enter goes on to the next page
        self._open_more.clicked.connect(self._more.open)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        self._unexplained = UnexplainedNote()
        row.addWidget(self._in_short, 1)
        row.addWidget(self._unexplained, 1)
        row.addWidget(self._open_more)
        return row

    def _order_stops(self) -> None:
        before: QWidget = self._methods.order_stops(self._orders.order_stops(self))
        for stop in (self._search, self._keep, self._write_back.tick, self._open_more):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _rules(self) -> TransferRules:
        rules = self.controller.draft.rules
        assert rules is not None
        return rules

    @Slot(bool)
    def _note_search(self, ticked: bool) -> None:
        rules = replace(self._rules(), search_customer=ticked)
        self.controller.update(lambda draft: with_rules(draft, rules))

    @Slot(bool)
    def _note_keep(self, ticked: bool) -> None:
        rules = replace(self._rules(), keep_customer=ticked)
        self.controller.update(lambda draft: with_rules(draft, rules))
