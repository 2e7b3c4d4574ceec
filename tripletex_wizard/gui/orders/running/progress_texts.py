"""What a batch says while it runs and when it is over, where a window has the room to say it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from tripletex_wizard.domain.batch_sums import BatchSums, was_adopted
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.batch_texts import BETWEEN, certainty, money_figures
from tripletex_wizard.gui.counts import Counts
from tripletex_wizard.gui.texts import sentence

_MINUTE, _HOUR = 60, 3600


class ProgressTexts(QObject):
    """Texts of the batch dialog; counts have two forms, so they are `tr` of a QObject."""

    def place(self, place: int, total: int) -> str:
        """«Overfører 3 av 40»."""
        return self.tr("Transferring {place} of {total}").format(place=place, total=total)

    def only(self, number: str) -> str:
        """«Overfører 10457», of a batch of one."""
        return self.tr("Transferring {order}").format(order=number)

    def left(self, seconds: float | None) -> str:
        """«ca. 2 min igjen»; empty while the pace says nothing."""
        if seconds is None:
            return ""
        if seconds < _MINUTE:
            return self.tr("less than a minute left")
        return self.tr("about %n min left", "", round(seconds / _MINUTE))

    def so_far(self, sums: BatchSums) -> str:
        """«35 overført · 1 feilet · 1 stoppet»."""
        return BETWEEN.join(filter(None, self._counts(sums)))

    def _counts(self, sums: BatchSums) -> Iterator[str]:
        yield self.gone_over(len(sums.done)) if sums.done else ""
        if failed := sums.count(TransferState.FAILED):
            yield self.tr("%n failed", "", failed)
        if stopped := sums.count(TransferState.STOPPED):
            yield self.stopped(stopped)
        if uncertain := sums.count(TransferState.UNCERTAIN):
            yield self.uncertain(uncertain)
        if skipped := sums.count(TransferState.SKIPPED):
            yield Counts().skipped(skipped)

    def gone_over(self, count: int) -> str:
        """«39 overført»."""
        return self.tr("%n transferred", "", count)

    def stopped(self, count: int) -> str:
        """«1 stoppet»."""
        return self.tr("%n stopped", "", count)

    def uncertain(self, count: int) -> str:
        """«1 uavklart»."""
        return self.tr("%n unresolved", "", count)

    def follow_up(self, count: int) -> str:
        """Above the failures of a batch that goes on."""
        return self.tr("%n order(s) to look at", "", count)

    def next_try(self, seconds: int) -> str:
        """«Prøver igjen om 30 s»."""
        return self.tr("Trying again in {seconds} s.").format(seconds=seconds)

    def silent(self, problem: Problem) -> str:
        """«Tripletex svarer ikke», or what else makes the batch wait."""
        if problem.code is not Code.NO_ANSWER:
            return sentence(problem).what
        is_shop = "mystore" in str(problem.params.get("host", "")).casefold()
        service = "Mystore" if is_shop else "Tripletex"
        return self.tr("{service} does not answer").format(service=service)

    def headline_of_one(self, sums: BatchSums) -> str:
        """«10457 er overført som faktura 10201», or how else the only order stands."""
        (outcome,) = sums.outcomes
        if not sums.done:
            text = self.tr("{order} has not been transferred")
        elif was_adopted(outcome):
            text = self.tr("{order} was invoiced already, and is linked to invoice {invoice}")
        elif outcome.is_credit_note and sums.from_before:
            text = self.tr("{order} is already booked as credit note {invoice}")
        elif outcome.is_credit_note:
            text = self.tr("{order} has been transferred as credit note {invoice}")
        elif sums.from_before and outcome.invoice_number:
            text = self.tr(
                "{order} is already booked as invoice {invoice}: nothing was sent to Tripletex"
            )
        elif sums.from_before:
            text = self.tr("{order} is already in Tripletex: nothing was sent there")
        elif outcome.invoice_number:
            text = self.tr("{order} has been transferred as invoice {invoice}")
        else:
            text = self.tr("{order} has been transferred as an order")
        return text.format(order=outcome.order_number, invoice=outcome.invoice_number)

    def figures(self, sums: BatchSums, seconds: float) -> str:
        """«2 min 10 s · 186 430,50 kr bokført, … · 6 e-poster · ingen dobbeltføringer»."""
        parts = [self.elapsed(seconds), ", ".join(money_figures(sums))]
        is_sent = sums.emails or sums.ehf
        parts.append(Counts().sent(sums.emails, sums.ehf) if is_sent else "")
        told = self.tr("Mystore told %n customer(s)", "", sums.notices)
        parts.append(told if sums.notices else "")
        return BETWEEN.join(filter(None, (*parts, *certainty(sums))))

    def elapsed(self, seconds: float) -> str:
        """«45 s», «2 min 10 s», «1 t 5 min»."""
        whole = max(1, round(seconds))
        if whole < _MINUTE:
            return self.tr("{seconds} s").format(seconds=whole)
        minutes, rest = divmod(whole, _MINUTE)
        if whole < _HOUR:
            return self.tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        hours, minutes = divmod(minutes, _MINUTE)
        return self.tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)

    def retry(self, count: int) -> str:
        """«Prøv 1 på nytt»."""
        return self.tr("&Try %n again", "", count)

    def leaves(self, sums: BatchSums) -> str:
        """«1 uavklart og 1 stoppet prøves ikke på nytt»; empty when nothing is left."""
        uncertain = sums.count(TransferState.UNCERTAIN)
        stopped = sums.count(TransferState.STOPPED)
        if uncertain and stopped:
            text = self.tr("Leaves {uncertain} and {stopped} as they are")
        elif uncertain:
            text = self.tr("Leaves {uncertain} as it is")
        elif stopped:
            text = self.tr("Leaves {stopped} as it is")
        else:
            return ""
        return text.format(uncertain=self.uncertain(uncertain), stopped=self.stopped(stopped))
