"""«Overfør 4 ordrer til Tripletex»: in which way, with which e-mails, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tripletex_wizard.domain.batch_preview import (
    AGAIN,
    BatchPreview,
    Completing,
    Deed,
    completing_of,
)
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.amounts import amount
from tripletex_wizard.gui.batch_texts import BETWEEN, amounts
from tripletex_wizard.gui.documents.summary_files import SummaryDesk
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.asking.called_off_note import CalledOffNote
from tripletex_wizard.gui.orders.asking.date_choice import DateChoice
from tripletex_wizard.gui.orders.asking.posting_sums_dialog import PostingSumsDialog
from tripletex_wizard.gui.orders.asking.preview_texts import PreviewTexts
from tripletex_wizard.gui.orders.asking.refund_question import RefundQuestion
from tripletex_wizard.gui.orders.asking.transfer_emails import Giving, TransferEmails
from tripletex_wizard.gui.orders.asking.transfer_ways import WAYS, TransferWays
from tripletex_wizard.gui.parts import Label, LinkButton, StatusChip, main_button
from tripletex_wizard.gui.parts.first_size import highest
from tripletex_wizard.gui.parts.lines import HorizontalLine
from tripletex_wizard.gui.parts.listed_note import ListedNote
from tripletex_wizard.gui.parts.radio_card import RadioCard
from tripletex_wizard.gui.parts.scrolled import Scrolled
from tripletex_wizard.gui.texts import environment_word
from tripletex_wizard.gui.theme import MUTED, STEP, TEXT_WIDTH, Size
from tripletex_wizard.gui.tones import Tone

_MARGIN = 4 * STEP


class TransferDialog(QDialog):
    """Asks; sends nothing itself. When it is accepted, `choice` and `numbers` are what to send.

    `status` is what the orders are given first, in the shop when the set-up allows that, else only
    in the program's own copy. `original` is the invoice that a person chose for a credit order.
    """

    def __init__(
        self,
        standings: Sequence[Standing],
        profile: Profile,
        payment_types: Sequence[PaymentType],
        parent: QWidget | None = None,
        *,
        desk: SummaryDesk,
        runner: JobRunner,
        status: OrderStatus | None = None,
        original: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runner = desk, runner
        self._standings, self._profile = tuple(standings), profile
        self._original = original
        self._types, self._status = tuple(payment_types), status
        self._writes = profile.rules.write_back and status is not None
        self._texts = PreviewTexts(self)
        self._ways = TransferWays(self._standings, profile, self._completing)
        self._agrees: dict[tuple[TransferAs | None, bool | None], bool] = {}
        self._build()
        self._arrange()
        self._begin()
        self._retranslate()
        wanted = self.sizeHint()
        self.resize(wanted.width(), min(wanted.height(), highest(self)))

    def choose(self, way: TransferAs | None) -> None:
        """Begin with this way chosen; it can still be changed."""
        radio = self._cards[way].radio
        radio.setChecked(True)
        radio.setFocus(Qt.FocusReason.OtherFocusReason)

    def choice(self) -> Choice:
        """What the user asks for."""
        return Choice(
            self.way,
            email=self._emails.invoice.is_on,
            status=self._status,
            notify=self._writes and self._emails.notice.is_on,
            is_refunded=self._refunds.answer,
            original=self._original,
            dating=self._date.dating,
        )

    def numbers(self) -> tuple[str, ...]:
        """The orders that are taken along; those that nothing is done with only for a status."""
        nothing = {row.number for row in self.preview.of(Deed.NOTHING)} if self._writes else set()
        sent = {*self.preview.numbers, *nothing}
        return tuple(row.number for row in self._standings if row.number in sent)

    @property
    def way(self) -> TransferAs | None:
        """As invoice, as order, or None by the set-up."""
        return next(way for way, card in self._cards.items() if card.radio.isChecked())

    @property
    def preview(self) -> BatchPreview:
        """What would be done in the chosen way, by the date and what is said of the money."""
        return self._ways.preview(self.way, self._date.dating, is_refunded=self._refunds.answer)

    def sizeHint(self) -> QSize:
        return QSize(TEXT_WIDTH + 2 * _MARGIN, super().sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()
        self._scrolled.ensureWidgetVisible(self._cards[self.way])

    def event(self, event: QEvent) -> bool:
        """Parts of it may set their texts later than the dialog, in another language too."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @property
    def _completing(self) -> Completing:
        return completing_of(self._status, self._profile.rules)

    def _what_is_given(self) -> Giving:
        rows, status = self._standings, self._status
        return Giving(
            status,
            given=frozenset(row.number for row in rows if status and row.has_status(status)),
            told=frozenset(row.number for row in rows if row.was_told_of),
            writes=self._writes,
            completes=self._completing is not Completing.NO,
        )

    def _build(self) -> None:
        self._title, self._whose = Label(size=Size.TITLE, strong=True), Label(role=MUTED)
        self._scrolled = Scrolled()
        self._cards = {way: RadioCard() for way in WAYS}
        self._group = QButtonGroup(self)
        for card in self._cards.values():
            self._group.addButton(card.radio)
        self._called_off = CalledOffNote(self._standings)
        self._left_out = ListedNote(Tone.SHOULD_CHECK)
        self._notes = ListedNote(Tone.SHOULD_CHECK, few=1, folds=True)
        self._again = ListedNote(Tone.SUGGESTION, few=len(Deed))
        self._chosen, self._refunds = Label(), RefundQuestion()
        self._giving = self._what_is_given()
        self._emails = TransferEmails(self._texts, self._giving)
        self._date, self._dates = DateChoice(), Label()
        self._agreement, self._postings = StatusChip(), LinkButton()
        self._cancel, self._transfer = QPushButton(), main_button()
        self._postings.clicked.connect(self._show_postings)
        self._cancel.clicked.connect(self.reject)
        self._transfer.clicked.connect(self.accept)

    def _arrange(self) -> None:
        column = self._scrolled.column
        column.addWidget(self._called_off)
        for widget in (self._left_out, *self._cards.values(), self._chosen, self._again):
            column.addWidget(widget)
        column.addWidget(self._refunds)
        column.addWidget(HorizontalLine())
        for widget in (self._date, self._emails, self._notes):
            column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 3 * STEP, _MARGIN, 2 * STEP)
        layout.setSpacing(2 * STEP)
        heading = QVBoxLayout()
        heading.setSpacing(STEP // 2)
        heading.addWidget(self._title)
        heading.addWidget(self._whose)
        layout.addLayout(heading)
        layout.addWidget(self._scrolled, 1)
        layout.addWidget(self._dates)
        layout.addLayout(_row(self._agreement, self._postings))
        layout.addWidget(HorizontalLine())
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._transfer)
        layout.addLayout(buttons)

    def _begin(self) -> None:
        """By the set-up; the safe button is the default where a person should think twice.

        That is where something was sent before, or the shop says that the sale was called off.
        """
        self._cards[None].radio.setChecked(True)
        self._cards[None].radio.setFocus(Qt.FocusReason.OtherFocusReason)
        self._group.buttonToggled.connect(self._way_toggled)
        self._refunds.answered.connect(self._show)
        self._date.changed.connect(self._show)
        self._emails.begin({row.number for row in self._standings})
        is_safe = self._ways.is_again or self._called_off.warns
        self._cancel.setDefault(is_safe)
        self._transfer.setDefault(not is_safe)
        self._cancel.setAutoDefault(is_safe)

    def _retranslate(self) -> None:
        cards = self._explained()
        for way, card in self._cards.items():
            title, explanation = cards[way]
            card.show_texts(title, explanation, self._texts.cannot(self._ways.only_here(way)))
        self._cancel.setText(self.tr("Cancel"))
        self._postings.setText(self.tr("Show postings"))
        self._called_off.retranslate()
        impossible = self._ways.impossible
        self._left_out.show_lines(
            self._texts.left_out_title(len(impossible)), self._texts.left_out(impossible)
        )
        self._show()

    def _explained(self) -> dict[TransferAs | None, tuple[str, str]]:
        is_one = len(self._standings) == 1
        if is_one and _is_credit_order(self._standings[0]):
            return self._explained_credit()
        return {
            None: (
                self.tr("&Follow the set-up"),
                self._texts.by_setup(self._ways.preview(None)),
            ),
            TransferAs.INVOICE: (
                self.tr("As &invoice") if is_one else self.tr("All as &invoice"),
                self.tr(
                    "When the order has been paid (Vipps, Klarna and the like). The order is "
                    "completed in Tripletex."
                ),
            ),
            TransferAs.ORDER: (
                self.tr("As &order") if is_one else self.tr("All as &order"),
                self.tr("When you invoice manually in Tripletex. Common for sales to companies."),
            ),
        }

    def _explained_credit(self) -> dict[TransferAs | None, tuple[str, str]]:
        """One credit order: the words of a sale would mislead."""
        return {
            None: (self.tr("&Follow the set-up"), self.tr("As the payment method says.")),
            TransferAs.INVOICE: (
                self.tr("As &credit note"),
                self.tr("The credit note is booked on the customer's invoice in Tripletex."),
            ),
            TransferAs.ORDER: (
                self.tr("As &order"),
                self.tr("When it is to be changed in Tripletex first. Nothing is booked yet."),
            ),
        }

    @Slot(QAbstractButton, bool)
    def _way_toggled(self, _radio: QAbstractButton, checked: bool) -> None:
        """The one that was chosen before tells too that it is no longer."""
        if checked:
            self._show()

    @Slot()
    def _show(self) -> None:
        self._date.show_offer(self._ways.preview(self.way).date_offer)
        self._refunds.show_preview(self._ways.preview(self.way))
        preview, taken = self.preview, self.numbers()
        title = self._texts.title(len(preview.numbers))
        self.setWindowTitle(title)
        self._title.setText(title)
        self._whose.setText(BETWEEN.join(self._about(preview)))
        lines = self._texts.again(preview, self._standings)
        self._again.show_lines(self._texts.again_title(self._sent_before(preview)), lines)
        self._show_chosen()
        self._emails.show_preview(preview, set(taken))
        notes = self._texts.notes(preview)
        self._notes.show_lines(self._texts.notes_title(len(notes)), notes)
        self._dates.setText(self._texts.dates(preview))
        self._dates.setVisible(bool(self._dates.text()))
        self._show_agreement(preview)
        self._show_action(len(preview.numbers), taken)
        self._grow()

    def _show_chosen(self) -> None:
        """Which invoice a person chose; an open order only names it."""
        text = self.tr("Invoice {number} is credited.")
        if self.preview.plans_as(TransferAs.ORDER):
            text = self.tr("The order gets the text that invoice {number} is credited.")
        self._chosen.setText(text.format(number=self._original))
        self._chosen.setVisible(self._original is not None)

    def _show_action(self, count: int, taken: Sequence[str]) -> None:
        """Orders with which nothing else is done may still be given a status."""
        only_status = not count and bool(set(taken) - self._giving.given)
        self._transfer.setText(
            self.tr("&Set the status") if only_status else self._texts.action(count)
        )
        lacks = self._refunds.lacks
        if not taken:
            lacks = self.tr("Nothing here is to be transferred.")
        self._transfer.setEnabled(not lacks)
        self._transfer.setToolTip(lacks)

    def _about(self, preview: BatchPreview) -> tuple[str, ...]:
        """Whose books; also which order, when it is the only one."""
        profile = self._profile
        is_real = profile.environment is Environment.PRODUCTION
        word = "" if is_real else environment_word(profile.environment)
        order = self._standings[0].order
        if len(self._standings) > 1 or not isinstance(order, Order):
            return tuple(filter(None, (profile.company_name, amounts(preview.totals), word)))
        paid_back = [row.refund for row in preview.of(Deed.PAY_BACK) if row.refund]
        money = paid_back[0].amount if paid_back else order.sale
        which = (self._texts.order(order.number), order.customer.name, amount(money))
        return tuple(filter(None, (*which, profile.company_name, word)))

    def _sent_before(self, preview: BatchPreview) -> int:
        """How many have been sent; a mark says that somebody else did that."""
        marked = {row.number for row in self._standings if row.progress.mark}
        return sum(row.number not in marked for row in preview.of(*AGAIN))

    def _show_agreement(self, preview: BatchPreview) -> None:
        answered = (self.way, self._refunds.answer)
        if answered not in self._agrees:
            self._agrees[answered] = preview.balances(self._types)
        agrees = self._agrees[answered]
        self._agreement.show_status(
            Tone.OK if agrees else Tone.MUST_FIX, self._texts.agreement(preview)
        )
        self._agreement.setVisible(bool(preview.plans))
        self._postings.setVisible(bool(preview.plans or preview.paid_back))

    def _grow(self) -> None:
        """As high as the texts need, as far as the screen goes.

        Never lower again, so that the buttons stay where they are while one chooses.
        """
        if not self.isVisible():
            return
        self.layout().activate()  # type: ignore[union-attr] # it was set by _arrange
        missing = self._scrolled.missing_height()
        if missing > 0:
            self.resize(self.width(), min(self.height() + missing, highest(self)))

    @Slot()
    def _show_postings(self) -> None:
        PostingSumsDialog(
            *(self, self.preview, self._types, self._profile),
            desk=self._desk,
            runner=self._runner,
        ).open()


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(STEP)
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row


def _is_credit_order(standing: Standing) -> bool:
    """Whether money goes back to the customer."""
    return isinstance(standing.order, Order) and standing.order.is_credit
