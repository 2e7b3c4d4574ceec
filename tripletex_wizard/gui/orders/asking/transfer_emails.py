"""The two e-mails of a transfer, apart: Tripletex' invoice, and the shop's notice of dispatch."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.batch_preview import BatchPreview, Deed, NotSent
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.gui.orders.asking.email_switch import EmailSwitch
from tripletex_wizard.gui.orders.asking.preview_texts import PreviewTexts
from tripletex_wizard.gui.parts import Label, Note
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone


@dataclass(frozen=True, slots=True)
class Giving:
    """The status that orders are given, and what comes of it.

    The shop is written to when it `writes`; `completes` tells that `status` counts as completed.
    `given` are the orders that the shop shows with it, `told` those whose customer may have been
    told before.
    """

    status: OrderStatus | None
    given: frozenset[str]
    told: frozenset[str]
    writes: bool
    completes: bool


class TransferEmails(QWidget):
    """Also says what becomes of the status in the shop, which causes the second e-mail."""

    def __init__(self, texts: PreviewTexts, giving: Giving) -> None:
        super().__init__()
        self.invoice, self.notice = EmailSwitch(), EmailSwitch()
        self._texts, self._giving = texts, giving
        self._shop_status, self._captures = Label(role=MUTED), Note(Tone.SHOULD_CHECK)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        for widget in (self.invoice, self.notice, self._shop_status, self._captures):
            layout.addWidget(widget)
        self.notice.setVisible(giving.writes)

    def begin(self, numbers: AbstractSet[str]) -> None:
        """Nobody is told of dispatch twice, but an invoice that is yet to come is always sent."""
        self.invoice.tick(ticked=True)
        self.notice.tick(ticked=not self._giving.told & (numbers - self._giving.given))

    def show_preview(self, preview: BatchPreview, taken: AbstractSet[str]) -> None:
        """Who would get what of the orders that are `taken` along.

        The shop tells nobody of a status that the order has already.
        """
        self._show_invoices(preview)
        changing = taken - self._giving.given
        rows = (row for row in preview.rows if row.number in changing)
        customers = [row.customer for row in rows if row.customer]
        noticed = [each for each in customers if each.email]
        self.notice.show_receivers(
            self.tr("Send e-mail to the &customer"),
            noticed,
            self._unnoticed(len(self._giving.told & changing), len(customers) - len(noticed)),
            may_send=bool(noticed),
            before=self.tr("The shop's notice that the order has been sent."),
        )
        self._show_status(len(changing), len(taken) - len(changing))

    def _show_status(self, changing: int, given: int) -> None:
        """That money is captured is no small print."""
        giving = self._giving
        captures = giving.writes and giving.completes and bool(changing)
        text = self._about_status(changing, given)
        self._shop_status.setText("" if captures else text)
        self._captures.show_text(text if captures else "")
        self._shop_status.setVisible(not captures)
        self._captures.setVisible(captures)

    def _show_invoices(self, preview: BatchPreview) -> None:
        emailed = [row.plan.customer for row in preview.emails if row.plan]
        as_ehf = [row.plan.customer for row in preview.ehf if row.plan]
        waits = sum(row.not_sent is None for row in preview.of(Deed.AFTER_STATUS))
        later = [self._texts.told_later(waits)] if waits else []
        self.invoice.show_receivers(
            self._texts.invoice_switch(preview),
            emailed,
            " ".join(filter(None, (self._texts.unsent(preview), *later))),
            may_send=bool(emailed or as_ehf or waits) or NotSent.LOOKED_UP_FIRST in preview.unsent,
            as_ehf=as_ehf,
        )

    def _unnoticed(self, told: int, missing: int) -> str:
        said = [self._texts.told_before(told)] if told else []
        said += [self._texts.without_address(missing)] if missing else []
        return " ".join(said)

    def _about_status(self, changing: int, given: int) -> str:
        giving = self._giving
        if giving.status is None or not (changing or given):
            return self.tr("The status in Mystore is not changed.")
        if not giving.writes:
            text = self.tr(
                "The status in Mystore is not changed: “{status}” stands in this program only."
            )
        elif given and not changing:
            text = self.tr("The status in Mystore is “{status}” already, and is not changed.")
        elif giving.completes:
            text = self.tr(
                "The status in Mystore is set to “{status}” first. That captures the customer's "
                "Klarna, Vipps or card money."
            )
        else:
            text = self.tr("The status in Mystore is set to “{status}” first.")
        said = [text.format(status=giving.status.name)]
        said += [self._texts.has_status(given)] if giving.writes and given and changing else []
        return " ".join(said)
