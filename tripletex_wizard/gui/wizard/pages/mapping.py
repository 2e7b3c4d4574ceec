"""Page 4, «Koble betalingsmetoder»: the three columns, and the confirmation of them."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.choices import (
    accept_suggestions,
    choose,
    confirm,
    send_invoice,
    suggested_rows,
    withdraw,
)
from tripletex_wizard.domain.draft import LiveCheck, Page, SetupDraft
from tripletex_wizard.domain.payment_kinds import PaymentKind, kind_of
from tripletex_wizard.domain.suggest import warnings
from tripletex_wizard.gui.mapping.confirmation_box import ConfirmationBox
from tripletex_wizard.gui.mapping.model import PostingOption
from tripletex_wizard.gui.mapping.reading import ReadingStatus
from tripletex_wizard.gui.mapping.sending_dialog import SendingDialog
from tripletex_wizard.gui.mapping.sentences import MappingCounts
from tripletex_wizard.gui.mapping.view import MappingTable
from tripletex_wizard.gui.mapping.warning_list import WarningList
from tripletex_wizard.gui.parts import Card, Label, LinkButton
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.page import SetupPage


class MappingPage(SetupPage):
    """Rows are read on entering; a person decides each, and confirms them all.

    `person` is the name that is offered for the confirmation.
    """

    page: ClassVar[Page] = Page.MAPPING

    def __init__(self, controller: WizardController, person: str = "") -> None:
        super().__init__(controller)
        self._confirmation.offer_name(person)

    def title_text(self) -> str:
        return self.tr("Match payment methods")

    def why_text(self) -> str:
        return self.tr(
            "Choose where in Tripletex each payment method is posted, and whether Tripletex shall "
            "send the invoice. Go through the list with your accountant."
        )

    def help_text(self) -> str:
        return self.tr(
            "Suggestions stand in italics until they are accepted. An invoice that is paid later, "
            "such as an enclosed one, is usually not marked as paid. Sales in the till are posted "
            "from the Z-report, and are not transferred. A later change is confirmed anew, and "
            "becomes a new numbered version."
        )

    def build(self, layout: QVBoxLayout) -> None:
        self._reading = ReadingStatus()
        self._table = MappingTable()
        self._card = Card()
        self._card.add_row(self._table)
        self._warnings = WarningList()
        self._confirmation = ConfirmationBox()
        layout.addWidget(self._reading)
        layout.addWidget(self._card)
        layout.addWidget(self._below_table())
        layout.addWidget(self._warnings)
        layout.addWidget(self._confirmation)
        self._reading.again.connect(self._read_again)
        self._table.option_chosen.connect(self._choose)
        self._table.sending_changed.connect(self._send)
        self._confirmation.confirmed.connect(self._confirm)
        self._confirmation.withdrawn.connect(self._withdraw)

    def retranslate(self) -> None:
        self._table.retranslate()
        self._more.setText(self.tr("Read &more"))
        self._reading.retranslate()
        self._confirmation.retranslate()

    def show_draft(self, draft: SetupDraft) -> None:
        types = draft.tripletex.payment_types if draft.tripletex else ()
        self._show_reading(draft)
        before = self._table.controls
        self._table.show_rows(draft.methods, types, is_read=draft.methods_read)
        if self._table.controls != before:
            self._order_tabs()
        self._card.setVisible(bool(draft.methods))
        self._below.setVisible(bool(draft.methods))
        self._warnings.show_warnings(warnings(draft.methods, types))
        self._confirmation.setVisible(draft.methods_read)
        self._confirmation.show_draft(draft, self.controller.now().tzinfo)
        self._show_rule(draft)
        self._show_suggestions(draft)

    def initializePage(self) -> None:
        super().initializePage()
        self.controller.start(LiveCheck.METHODS)

    def _below_table(self) -> QWidget:
        self._below = QWidget()
        self._rule = Label(role=MUTED)
        self._more = LinkButton()
        self._accept = QPushButton()
        self._more.clicked.connect(self._open_more)
        self._accept.clicked.connect(self._accept_suggestions)
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._rule)
        row.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._accept)
        return self._below

    def _order_tabs(self) -> None:
        after = (self._more, self._accept, self._confirmation.check, self._confirmation.name)
        for first, second in pairwise((*self._table.controls, *after)):
            QWidget.setTabOrder(first, second)

    def _show_reading(self, draft: SetupDraft) -> None:
        if self.controller.running(LiveCheck.METHODS):
            self._reading.show_running(self.controller.orders_read(LiveCheck.METHODS))
            return
        result = self.controller.result(LiveCheck.METHODS)
        if result is not None and result.problem is not None:
            self._reading.show_problem(result.problem)
        elif draft.methods_read and not draft.methods:
            self._reading.show_nothing_found()
        else:
            self._reading.hide()

    def _show_rule(self, draft: SetupDraft) -> None:
        has_klarna = any(
            kind_of(row.method, row.label) is PaymentKind.KLARNA for row in draft.methods
        )
        self._rule.setText(
            self.tr("Klarna invoices the customer itself, so Tripletex shall not send another.")
            if has_klarna
            else self.tr("The customer shall get one invoice only.")
        )

    def _show_suggestions(self, draft: SetupDraft) -> None:
        waiting = len(suggested_rows(draft))
        self._accept.setVisible(bool(waiting))
        self._accept.setText(MappingCounts().accept(waiting))

    @Slot()
    def _read_again(self) -> None:
        self.controller.start_again(LiveCheck.METHODS)

    @Slot()
    def _open_more(self) -> None:
        dialog = SendingDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str, object)
    def _choose(self, method: str, option: PostingOption) -> None:
        self.controller.update(
            lambda draft: choose(draft, method, option.posting, option.payment_type_id)
        )

    @Slot(str, bool)
    def _send(self, method: str, send: bool) -> None:
        self.controller.update(lambda draft: send_invoice(draft, method, send=send))

    @Slot()
    def _accept_suggestions(self) -> None:
        self.controller.update(accept_suggestions)
        if self._confirmation.check.isEnabled():  # the button, now disabled, cannot keep the focus
            self._confirmation.check.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _confirm(self, name: str) -> None:
        at = self.controller.now()
        self.controller.update(lambda draft: confirm(draft, name, at))

    @Slot()
    def _withdraw(self) -> None:
        self.controller.update(withdraw)
