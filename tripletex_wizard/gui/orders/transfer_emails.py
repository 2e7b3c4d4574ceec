"""The two e-mails of a transfer, apart: Tripletex' invoice, and the shop's notice of dispatch."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tripletex_wizard.domain.batch_preview import BatchPreview, Deed, NotSent
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.gui.orders.email_switch import EmailSwitch
from tripletex_wizard.gui.orders.preview_texts import PreviewTexts
from tripletex_wizard.gui.parts import Label, Note
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone


class TransferEmails(QWidget):
    """Also says what becomes of the status in the shop, which causes the second e-mail.

    The shop is written to when it `writes`; `completes` tells that `status` counts as completed.
    """

    def __init__(
        self,
        texts: PreviewTexts,
        status: OrderStatus | None,
        told: frozenset[str],
        *,
        writes: bool,
        completes: bool,
    ) -> None:
        super().__init__()
        self.invoice, self.notice = EmailSwitch(), EmailSwitch()
        self._texts, self._status, self._told = texts, status, told
        self._writes, self._completes = writes, completes
        self._shop_status, self._captures = Label(role=MUTED), Note(Tone.SHOULD_CHECK)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        for widget in (self.invoice, self.notice, self._shop_status, self._captures):
            layout.addWidget(widget)
        self.notice.setVisible(writes)

    def begin(self, numbers: AbstractSet[str]) -> None:
        """Nobody is told of dispatch twice, but an invoice that is yet to come is always sent."""
        self.invoice.tick(ticked=True)
        self.notice.tick(ticked=not self._told & numbers)

    def show_preview(self, preview: BatchPreview, taken: AbstractSet[str]) -> None:
        """Who would get what of the orders that are `taken` along."""
        self._show_invoices(preview)
        rows = (row for row in preview.rows if row.number in taken)
        customers = [row.customer for row in rows if row.customer]
        noticed = [each for each in customers if each.email]
        self.notice.show_receivers(
            self.tr("Send e-mail to the &customer"),
            noticed,
            self._about_notice(len(self._told & taken), len(customers) - len(noticed)),
            may_send=bool(noticed),
        )
        warns = self._writes and self._completes
        self._shop_status.setText("" if warns else self._about_status())
        self._captures.show_text(self._about_status() if warns else "")
        self._shop_status.setVisible(not warns)
        self._captures.setVisible(warns)

    def _show_invoices(self, preview: BatchPreview) -> None:
        invoiced = [row.plan.customer for row in preview.emails if row.plan]
        waits = len(preview.of(Deed.AFTER_STATUS))
        later = [self._texts.told_later(waits)] if waits else []
        self.invoice.show_receivers(
            self.tr("Send invoice by &e-mail to the customer"),
            invoiced,
            " ".join(filter(None, (self._texts.unsent(preview), *later))),
            may_send=bool(invoiced or waits) or NotSent.LOOKED_UP_FIRST in preview.unsent,
        )

    def _about_notice(self, told: int, missing: int) -> str:
        said = [self.tr("Mystore's notice that the order has been sent.")]
        said += [self._texts.told_before(told)] if told else []
        said += [self._texts.without_address(missing)] if missing else []
        return " ".join(said)

    def _about_status(self) -> str:
        if self._status is None:
            return self.tr("The status in Mystore is not changed.")
        if not self._writes:
            text = self.tr(
                "The status in Mystore is not changed: “{status}” stands in this program only."
            )
        elif self._completes:
            text = self.tr(
                "The status in Mystore is set to “{status}” first. That captures the customer's "
                "Klarna, Vipps or card money."
            )
        else:
            text = self.tr("The status in Mystore is set to “{status}” first.")
        return text.format(status=self._status.name)
