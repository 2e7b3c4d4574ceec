"""What a transfer that has not begun would do, in sentences with counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject

from tripletex_wizard.domain.batch_preview import SENDS, BatchPreview, Deed, Forecast, NotSent
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting_sums import date_sums
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import Progress
from tripletex_wizard.gui.amounts import NORWEGIAN_KRONER, number
from tripletex_wizard.gui.parts.listed_note import FEW
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.vat_term_texts import dated_in

_DEEDS = (
    Deed.LOOK_UP,
    Deed.PAY_BACK,
    Deed.RESUME,
    Deed.INVOICE_ORDER,
    Deed.ANEW,
    Deed.NOTHING,
    Deed.AFTER_STATUS,
)


class PreviewTexts(QObject):
    """Texts of the transfer dialog; counts have two forms, so they are `tr` of a QObject."""

    def title(self, count: int) -> str:
        """«Overfør 4 ordrer til Tripletex»."""
        if not count:
            return self.tr("Nothing to transfer to Tripletex")
        return self.tr("Transfer %n order(s) to Tripletex", "", count)

    def action(self, count: int) -> str:
        """On the main button: «Overfør 4»."""
        return self.tr("&Transfer %n", "", count) if count else self.tr("&Transfer")

    def by_setup(self, preview: BatchPreview) -> str:
        """«3 som faktura og 1 som ordre, etter betalingsmetode»."""
        invoices = len(preview.plans_as(TransferAs.INVOICE))
        orders = len(preview.plans_as(TransferAs.ORDER))
        if invoices and orders:
            text = self.tr("{invoices} as invoice and {orders} as order, by payment method.")
        elif orders:
            text = self.tr("{orders} as order, by payment method.")
        elif invoices:
            text = self.tr("{invoices} as invoice, by payment method.")
        else:
            text = self.tr("As invoice or order, by payment method.")
        return text.format(invoices=invoices, orders=orders)

    def cannot(self, rows: Sequence[Forecast]) -> str:
        """How many orders a choice leaves out, and why; empty when none."""
        if not rows:
            return ""
        reasons = dict.fromkeys(sentence(each).what for row in rows for each in row.reasons)
        count = self.tr("%n cannot be transferred in this way, and is left out:", "", len(rows))
        return f"{count} {' '.join(list(reasons)[:FEW])}"

    def left_out_title(self, count: int) -> str:
        """Above `left_out`."""
        return self.tr("%n order(s) left out", "", count)

    def left_out(self, rows: Sequence[Forecast]) -> list[str]:
        """«10474: why», a line for each."""
        return [
            f"{row.number}: {' '.join(sentence(each).what for each in row.reasons)}" for row in rows
        ]

    def notes_title(self, count: int) -> str:
        """Above `notes`."""
        return self.tr("%n note(s)", "", count)

    def notes(self, preview: BatchPreview) -> list[str]:
        """«10457: what to know», a line for each."""
        return [f"{order}: {sentence(note).what}" for order, note in preview.notes]

    def order(self, number: str) -> str:
        """«Ordre 10435»."""
        return self.tr("Order {number}").format(number=number)

    def again_title(self, count: int) -> str:
        """Above `again`; empty when none has been sent before."""
        if not count:
            return ""
        return self.tr("%n order(s) have been sent before", "", count)

    def again(self, preview: BatchPreview, standings: Sequence[Standing]) -> list[str]:
        """What is done with orders that have been sent before: of each, or of many by kind."""
        known = {row.number: row for row in standings}
        kinds = {deed: preview.of(deed) for deed in _DEEDS}
        if sum(map(len, kinds.values())) > FEW:
            return [self._of_all(deed, len(rows)) for deed, rows in kinds.items() if rows]
        return [
            self._of_one(deed, known[row.number]).format(
                order=row.number, known_as=_known_as(known[row.number])
            )
            for deed, rows in kinds.items()
            for row in rows
        ]

    def dates(self, preview: BatchPreview) -> str:
        """«Fakturadato 23.11.2026 (6. termin 2026).», and why another cannot be chosen.

        With counts where there are several dates; empty without an invoice.
        """
        why = [sentence(preview.withheld).what] if preview.withheld else []
        return " ".join([*self._dates(preview), *why])

    def _dates(self, preview: BatchPreview) -> Iterator[str]:
        counts: dict[str, int] = {}
        for row in sorted(date_sums(preview.plans), key=lambda row: row.invoice_date):
            name = dated_in(row.invoice_date, row.vat_term)
            counts[name] = counts.get(name, 0) + row.count
        for name, count in counts.items():
            if len(counts) == 1:
                yield self.tr("Invoice date {day}.").format(day=name)
            else:
                yield self.tr("%n invoice(s) dated {day}.", "", count).format(day=name)

    def agreement(self, preview: BatchPreview) -> str:
        """«Alle fire stemmer, differanse 0,00»."""
        wrong = preview.differences
        if wrong:
            off = sorted({row.difference for row in wrong if row.difference}, key=abs_ore)
            text = self.tr("%n does not agree, difference {difference}", "", len(wrong))
            return text.format(difference=" / ".join(number(each) for each in off[-FEW:]))
        count = len(preview.plans)
        zero = number(Money(0, NORWEGIAN_KRONER))
        if count == 1:
            return self.tr("Agrees, difference {difference}").format(difference=zero)
        text = self.tr("All {count} agree, difference {difference}")
        return text.format(count=self._in_words(count), difference=zero)

    def invoice_switch(self, preview: BatchPreview) -> str:
        """«Send faktura på e-post til kunden», or «kreditnota», or both; the same in each way.

        Where a company is sent EHF, «på e-post eller EHF».
        """
        sent = preview.of(*SENDS, Deed.AFTER_STATUS, Deed.LOOK_UP) or preview.rows
        notes = sum(row.is_credit for row in sent)
        if any(row.way is SendType.EHF for row in sent):
            return self._switch_with_ehf(notes, len(sent))
        if not notes:
            return self.tr("Send invoice by &e-mail to the customer")
        if notes == len(sent):
            return self.tr("Send credit note by &e-mail to the customer")
        return self.tr("Send invoice and credit note by &e-mail to the customer")

    def _switch_with_ehf(self, notes: int, count: int) -> str:
        if not notes:
            return self.tr("Send invoice by &e-mail or EHF to the customer")
        if notes == count:
            return self.tr("Send credit note by &e-mail or EHF to the customer")
        return self.tr("Send invoice and credit note by &e-mail or EHF to the customer")

    def unsent(self, preview: BatchPreview) -> str:
        """How many invoices are not sent, and why."""
        return " ".join(self._unsent(reason, count) for reason, count in preview.unsent.items())

    def told_later(self, count: int) -> str:
        """Of orders that are worked out only when their status has been set."""
        return self.tr("%n is sent once the status has been set, as the set-up says.", "", count)

    def without_address(self, count: int) -> str:
        """Of the shop's notice."""
        return self.tr("%n customer(s) without an e-mail address get none.", "", count)

    def has_status(self, count: int) -> str:
        """Of orders whose status in the shop is left alone."""
        return self.tr("%n order(s) have the status already.", "", count)

    def told_before(self, count: int) -> str:
        """Why the shop's notice begins unticked."""
        return self.tr("%n customer(s) may have been told before.", "", count)

    def _unsent(self, reason: NotSent, count: int) -> str:
        match reason:
            case NotSent.BY_SETUP:
                return self.tr("%n not sent from Tripletex, as the set-up says.", "", count)
            case NotSent.AS_ORDER:
                return self.tr("%n not sent, for orders are never sent.", "", count)
            case NotSent.NO_ADDRESS:
                return self.tr("%n not sent, for want of a usable e-mail address.", "", count)
            case NotSent.BY_RECEIPT:
                return self.tr(
                    "%n not sent, for Mystore's receipt is the sales document.", "", count
                )
            case NotSent.BOOKED_BEFORE:
                return self.tr("%n not sent, for it is in Tripletex already.", "", count)
            case _:
                return self.tr(
                    "%n is sent only if Tripletex turns out not to have the invoice.", "", count
                )

    def _of_one(self, deed: Deed, standing: Standing) -> str:  # noqa: PLR0911 - one return a deed
        match deed:
            case Deed.NOTHING if standing.taken_back:
                return f"{{order}}: {sentence(standing.taken_back).what}"
            case Deed.NOTHING:
                return self._nothing(standing.progress)
            case Deed.INVOICE_ORDER:
                return self.tr("{order} is an open order in Tripletex, and is invoiced.")
            case Deed.RESUME:
                return self.tr("{order} goes on at the step that is missing.")
            case Deed.LOOK_UP:
                return self.tr("{order} is looked up in Tripletex before anything is sent.")
            case Deed.PAY_BACK:
                return self.tr(
                    "{order} is already booked as credit note {known_as}: only the refund is "
                    "registered."
                )
            case Deed.ANEW:
                return self.tr(
                    "{order} was credited ({known_as}), and is transferred anew with a number of "
                    "its own."
                )
            case _:
                return self.tr("{order} can be worked out only when its status has been set.")

    def _nothing(self, progress: Progress) -> str:
        if progress.mark:
            return self.tr("{order} is marked as booked with {known_as}: nothing is sent.")
        if progress.invoice is None:
            return self.tr(
                "{order} is already in Tripletex as order {known_as}, not posted: nothing is sent."
            )
        if progress.invoice.credits is not None:
            return self.tr("{order} is already booked as credit note {known_as}: nothing is sent.")
        if progress.invoice.invoice_number is None:
            return self.tr("{order} is already booked as an invoice: nothing is sent.")
        return self.tr("{order} is already booked as invoice {known_as}: nothing is sent.")

    def _of_all(self, deed: Deed, count: int) -> str:  # noqa: PLR0911 - one return a deed
        match deed:
            case Deed.NOTHING:
                return self.tr("%n already in Tripletex: nothing is sent.", "", count)
            case Deed.INVOICE_ORDER:
                return self.tr("%n open order(s) in Tripletex are invoiced.", "", count)
            case Deed.RESUME:
                return self.tr("%n go on at the step that is missing.", "", count)
            case Deed.LOOK_UP:
                return self.tr("%n looked up in Tripletex before anything is sent.", "", count)
            case Deed.PAY_BACK:
                return self.tr("%n credit note(s) lack only the refund.", "", count)
            case Deed.ANEW:
                return self.tr(
                    "%n credited in Tripletex, and transferred anew with numbers of their own.",
                    "",
                    count,
                )
            case _:
                return self.tr("%n can be worked out only when the status has been set.", "", count)

    def _in_words(self, count: int) -> str:
        return dict(enumerate(self._words(), start=2)).get(count, str(count))

    def _words(self) -> Iterator[str]:
        """Two to twelve, as one writes them in running text."""
        yield self.tr("two")
        yield self.tr("three")
        yield self.tr("four")
        yield self.tr("five")
        yield self.tr("six")
        yield self.tr("seven")
        yield self.tr("eight")
        yield self.tr("nine")
        yield self.tr("ten")
        yield self.tr("eleven")
        yield self.tr("twelve")


def abs_ore(money: Money) -> int:
    """How large it is, whatever its sign."""
    return abs(money.ore)


def _known_as(row: Standing) -> str:
    """The number of the invoice, the voucher or the order that stands in Tripletex."""
    progress = row.progress
    if progress.mark:
        return progress.mark.facts.voucher
    if progress.invoice and progress.invoice.invoice_number:
        return str(progress.invoice.invoice_number)
    return progress.order.order_number if progress.order else ""
