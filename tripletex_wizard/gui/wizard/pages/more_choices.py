"""«Flere valg»: what has a default that fits most shops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.ledger import Department, PaymentType
from tripletex_wizard.domain.profile import (
    CompanyInvoices,
    ProductUse,
    SalesDocument,
    TransferRules,
    ZeroTotal,
)
from tripletex_wizard.domain.transfer_choices import with_rules, with_zero_reasons
from tripletex_wizard.gui.amounts import per_cent
from tripletex_wizard.gui.mapping.sentences import payment_type_name
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.parts.dialog_column import dialog_column
from tripletex_wizard.gui.parts.first_size import highest
from tripletex_wizard.gui.parts.quiet import QuietCombo
from tripletex_wizard.gui.parts.scrolled import Scrolled
from tripletex_wizard.gui.rule_texts import (
    company_invoices_name,
    department_name,
    no_department,
    no_gift_card_type,
    products_name,
    sales_document_name,
    zero_total_name,
)
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.pages.choice_grid import ChoiceGrid
from tripletex_wizard.gui.wizard.pages.gift_card_fields import GiftCardFields
from tripletex_wizard.gui.wizard.pages.zero_reasons import ZeroReasons

_LONGEST_DUE = 365
_LONGEST_PREFIX = 10
_WIDTH = 80 * STEP


class MoreChoices(QDialog):
    """Every choice takes effect at once; closing it keeps them."""

    def __init__(self, controller: WizardController, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._rates: tuple[Decimal, ...] = ()
        self._types: tuple[PaymentType, ...] = ()
        self._departments: dict[str, str] = {}
        self._due, self._freight, self._gift_card = QLineEdit(), QuietCombo(), QuietCombo()
        self._zero, self._document, self._prefix = QuietCombo(), QuietCombo(), QLineEdit()
        self._reasons = ZeroReasons(self._prefix)
        self._products, self._sold = QuietCombo(), GiftCardFields()
        self._department, self._companies = QuietCombo(), QuietCombo()
        fields = (self._due, self._freight, self._gift_card, *self._sold.fields, self._products)
        posted = (self._department, self._zero, self._document, self._companies, self._prefix)
        self._grid = ChoiceGrid((*fields, *posted))
        self._reasons_title, self._reasons_meaning = Label(strong=True), Label(role=MUTED)
        self._scrolled, self._close = Scrolled(spacing=STEP), QPushButton()
        self._due.setMaxLength(len(str(_LONGEST_DUE)))
        self._prefix.setMaxLength(_LONGEST_PREFIX)
        self._arrange()
        self._connect()

    def retranslate(self) -> None:
        """Set every text."""
        self.setWindowTitle(self.tr("More choices"))
        self._name_fields()
        self._reasons_title.setText(self.tr("Articles with 0 % VAT"))
        self._reasons_meaning.setText(
            self.tr("An asterisk stands for any characters: BOK-* is all that begins with BOK-.")
        )
        self._reasons.retranslate()
        self._close.setText(self.tr("&Close"))
        self._offer()

    def show_draft(self, draft: SetupDraft, unexplained: Sequence[str]) -> None:
        """Show the rules; what is being typed stays when it says the same."""
        rules = draft.rules
        if rules is None:
            return
        types = draft.tripletex.payment_types if draft.tripletex else ()
        rates = tuple(dict.fromkeys((*rules.vat.codes, rules.freight_rate)))
        found = draft.tripletex.departments if draft.tripletex else ()
        departments = _departments(rules, found)
        if (types, rates, departments) != (self._types, self._rates, self._departments):
            self._types, self._rates, self._departments = types, rates, departments
            self._offer()
        if not self._due.hasFocus():
            self._due.setText(str(rules.due_days))
        self._freight.choose(_plain(rules.freight_rate))
        self._gift_card.choose(str(rules.gift_card_payment_type or ""))
        self._sold.show_rules(rules)
        self._products.choose(rules.products.value)
        self._name_fields()
        self._department.choose(str(rules.department.id) if rules.department else "")
        self._zero.choose(rules.zero_total.value)
        self._document.choose(rules.sales_document.value)
        self._companies.choose(rules.company_invoices.value)
        if self._prefix.text().strip() != rules.number_prefix:
            self._prefix.setText(rules.number_prefix)
        self._reasons.show_reasons(rules.vat.zero_reasons, unexplained)

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        return QSize(wanted.width(), min(wanted.height(), highest(self)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._give_room()
        return super().event(event)

    def _give_room(self) -> None:
        """As high as the texts need in the width that they have, as far as the screen goes."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = self.height() + self._scrolled.missing_height()
            width = max(_WIDTH, layout.totalMinimumSize().width())
            self.setMinimumSize(width, min(needed, highest(self)))

    @Slot(QWidget)
    def _bring(self, row: QWidget) -> None:
        """Scroll to a row that was put in just now, once everything has its place."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._scrolled.ensureWidgetVisible(row)

    def _name_fields(self) -> None:
        texts = (
            (self.tr("&Due, days"), self.tr("For invoices that are not marked as paid.")),
            (
                self.tr("&VAT on freight"),
                self.tr("Used only when the shop does not state the VAT on freight and fees."),
            ),
            (
                self.tr("&Gift cards that are used"),
                self.tr("The payment type whose account is the liability account of gift cards."),
            ),
            *self._sold.texts(),
            (
                self.tr("Lines of goods"),
                self.tr(
                    "A product that has another VAT code than the line, or is inactive, is never "
                    "used. The text of the line is always the shop's."
                ),
            ),
            (
                self.tr("D&epartment"),
                self.tr(
                    "Stands on every order. Needed where an account of the sales requires a "
                    "department in Tripletex."
                ),
            ),
            (
                self.tr("&Orders of 0.00"),
                self.tr("For orders without anything to pay, where no gift card was used."),
            ),
            (
                self.tr("&Sales document, paid orders"),
                self.tr(
                    "Mystore's receipt only as agreed with the accountant: then the invoice has "
                    "the date of completion, and Tripletex does not send it."
                ),
            ),
            (
                self.tr("&Invoices to companies"),
                self.tr(
                    "For the methods where Tripletex sends. A company that cannot receive EHF gets "
                    "an e-mail instead. Private customers always get an e-mail."
                ),
            ),
            (
                self.tr("Order number &prefix"),
                self.tr(
                    "Stands before the shop's order number in Tripletex, and cannot be changed "
                    "after the first transfer. Usually empty."
                ),
            ),
        )
        self._grid.name(texts)

    def _offer(self) -> None:
        self._freight.offer({_plain(rate): per_cent(rate) for rate in self._rates})
        types = {str(row.id): payment_type_name(row) for row in self._types}
        self._gift_card.offer({"": no_gift_card_type(), **types})
        self._sold.offer()
        self._products.offer({each.value: products_name(each) for each in ProductUse})
        self._department.offer({"": no_department(), **self._departments})
        self._zero.offer({each.value: zero_total_name(each) for each in ZeroTotal})
        self._document.offer({each.value: sales_document_name(each) for each in SalesDocument})
        ways = {each.value: company_invoices_name(each) for each in CompanyInvoices}
        self._companies.offer(ways)

    def _arrange(self) -> None:
        column = self._scrolled.column
        column.addLayout(self._grid)
        column.addSpacing(STEP)
        for widget in (self._reasons_title, self._reasons_meaning, self._reasons):
            column.addWidget(widget)
        column.addStretch(1)
        layout = dialog_column(self)
        layout.setSpacing(STEP)
        layout.addWidget(self._scrolled)
        layout.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignRight)
        self._give_room()

    def _connect(self) -> None:
        self._due.editingFinished.connect(self._choose_due)
        self._freight.activated.connect(self._choose_freight)
        self._gift_card.activated.connect(self._choose_gift_card)
        self._sold.changed.connect(self._change)
        self._products.activated.connect(self._choose_products)
        self._department.activated.connect(self._choose_department)
        self._zero.activated.connect(self._choose_zero)
        self._document.activated.connect(self._choose_document)
        self._companies.activated.connect(self._choose_companies)
        self._prefix.textChanged.connect(self._choose_prefix)
        self._reasons.changed.connect(self._choose_reasons)
        self._reasons.added.connect(self._bring)
        self._close.clicked.connect(self.accept)

    def _rules(self) -> TransferRules:
        rules = self._controller.draft.rules
        assert rules is not None
        return rules

    @Slot(object)
    def _change(self, rules: TransferRules) -> None:
        self._controller.update(lambda draft: with_rules(draft, rules))

    @Slot()
    def _choose_due(self) -> None:
        """A field that was left without a number of days shows again what counts."""
        typed = self._due.text().strip()
        if typed.isdecimal() and int(typed) <= _LONGEST_DUE:
            self._change(replace(self._rules(), due_days=int(typed)))
        self._due.setText(str(self._rules().due_days))

    @Slot()
    def _choose_freight(self) -> None:
        rate = Decimal(str(self._freight.currentData()))
        self._change(replace(self._rules(), freight_rate=rate))

    @Slot()
    def _choose_gift_card(self) -> None:
        chosen = str(self._gift_card.currentData())
        payment_type = int(chosen) if chosen else None
        self._change(replace(self._rules(), gift_card_payment_type=payment_type))

    @Slot()
    def _choose_products(self) -> None:
        chosen = ProductUse(self._products.currentData())
        self._change(replace(self._rules(), products=chosen))

    @Slot()
    def _choose_department(self) -> None:
        chosen = str(self._department.currentData())
        found = self._controller.draft.tripletex
        named = {str(row.id): row for row in found.departments or ()} if found else {}
        kept = self._rules().department if chosen else None
        self._change(replace(self._rules(), department=named.get(chosen, kept)))

    @Slot()
    def _choose_zero(self) -> None:
        chosen = ZeroTotal(self._zero.currentData())
        self._change(replace(self._rules(), zero_total=chosen))

    @Slot()
    def _choose_document(self) -> None:
        document = SalesDocument(self._document.currentData())
        self._change(replace(self._rules(), sales_document=document))

    @Slot()
    def _choose_companies(self) -> None:
        chosen = CompanyInvoices(self._companies.currentData())
        self._change(replace(self._rules(), company_invoices=chosen))

    @Slot(str)
    def _choose_prefix(self, typed: str) -> None:
        self._change(replace(self._rules(), number_prefix=typed.strip()))

    @Slot()
    def _choose_reasons(self) -> None:
        reasons = self._reasons.reasons
        self._controller.update(lambda draft: with_zero_reasons(draft, reasons))


def _departments(rules: TransferRules, found: Sequence[Department] | None) -> dict[str, str]:
    """The names by id; one that is chosen and no longer active is shown as that."""
    names = {str(row.id): row.label for row in found or ()}
    if rules.department is None:
        return names
    return {str(rules.department.id): department_name(rules, found), **names}


def _plain(rate: Decimal) -> str:
    """The same for 25 and 25.00."""
    return f"{rate.normalize():f}"
