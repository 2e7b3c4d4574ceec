"""What a batch of orders says while it runs, and when it is done: failures first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.batch_sums import FOLLOWED_UP, BatchSums, is_untried
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.amounts import amount, day
from tripletex_wizard.gui.counts import Counts
from tripletex_wizard.gui.texts import document_name, sentence, state_name

translate = QCoreApplication.translate

BETWEEN = " · "
WITH_REQUEST_ID = (TransferState.FAILED, TransferState.UNCERTAIN)


def transferring(order_number: str, place: int, total: int) -> str:
    """«Overfører 3 av 40: 10457 …»."""
    text = translate("texts", "Transferring {place} of {total}: {order} …")
    return text.format(place=place, total=total, order=order_number)


def waiting(seconds: int) -> str:
    """«Venter 12 s …»."""
    return translate("texts", "Waiting {seconds} s …").format(seconds=seconds)


def loaded(done: int, total: int | None) -> str:
    """«Hentet 40 av 120 ordrer …», or without the number of all when it is not known yet."""
    if total is None:
        return translate("texts", "Read {done} orders …").format(done=done)
    return translate("texts", "Read {done} of {total} orders …").format(done=done, total=total)


def nothing_pending(start_date: date) -> str:
    """What to know when there is no order to transfer."""
    text = translate("texts", "No orders are waiting (completed on {day} or later).")
    return text.format(day=day(start_date))


def from_earlier_run() -> str:
    """What stands above the orders that an earlier run left without a known outcome."""
    return translate("texts", "From an earlier run, looked up in Tripletex now:")


def outcome_line(outcome: Outcome) -> str:
    """One order on one line: number, state, what it became, amount, then reasons or notes.

    What did not go well also says one thing to do, and Tripletex' request ids.
    """
    parts = [outcome.order_number, state_name(outcome.state)]
    if outcome.transfer_as:
        parts.append(became(outcome))
    if outcome.amount is not None:
        parts.append(amount(outcome.amount))
    if outcome.ehf_to:
        parts.append(translate("texts", "sent as EHF to {number}").format(number=outcome.ehf_to))
    if outcome.emailed_to:
        parts.append(translate("texts", "sent to {email}").format(email=outcome.emailed_to))
    parts.extend(_reasons(outcome))
    return BETWEEN.join(parts)


def sent_to(outcome: Outcome) -> str:
    """The e-mail address, or «EHF 313900215»; nothing when Tripletex sent nothing."""
    if outcome.ehf_to:
        return translate("texts", "EHF {number}").format(number=outcome.ehf_to)
    return outcome.emailed_to


def became(outcome: Outcome) -> str:
    """«Faktura 10201», «Ordre», or nothing."""
    if outcome.transfer_as is None:
        return ""
    name = document_name(outcome.transfer_as, outcome.amount)
    return f"{name} {outcome.invoice_number}" if outcome.invoice_number else name


def reason(outcome: Outcome) -> str:
    """What happened and why, and what helps when a person should see to it; else its notes."""
    said = [sentence(problem) for problem in _still_true(outcome)]
    if said and (outcome.state in FOLLOWED_UP or is_untried(outcome)):
        decisive = said[-1] if is_untried(outcome) else said[0]
        return " ".join([*(row.what for row in said), decisive.remedy])
    return " ".join(row.what for row in said)


def _still_true(outcome: Outcome) -> Iterator[Problem]:
    """An order whose invoice has been credited is not booked any more."""
    is_credited = any(problem.code is Code.INVOICE_CREDITED for problem in outcome.problems)
    for problem in outcome.problems:
        if not is_credited or problem.code is not Code.ALREADY_BOOKED:
            yield problem


def _reasons(outcome: Outcome) -> Iterator[str]:
    yield from filter(None, [reason(outcome)])
    if outcome.state in WITH_REQUEST_ID and outcome.request_ids:
        text = translate("texts", "Tripletex request id: {ids}")
        yield text.format(ids=", ".join(outcome.request_ids))


def summary_lines(outcomes: Sequence[Outcome]) -> list[str]:
    """The end of a batch: how many, the sums, each order to look at, then what went over."""
    if not outcomes:
        return []
    sums = BatchSums(tuple(outcomes))
    lines = [headline(sums), BETWEEN.join((*money_figures(sums), *certainty(sums)))]
    for state in FOLLOWED_UP:
        lines.extend(outcome_line(row) for row in outcomes if row.state is state)
    lines.append(untried_line(sums))
    lines.append(went_over(sums))
    return [line for line in lines if line]


def headline(sums: BatchSums) -> str:
    """«39 av 42 ordrer er overført»; of a dry run how many are ready."""
    ready = sums.count(TransferState.READY) - sum(
        row.state is TransferState.READY for row in sums.untried
    )
    if ready:
        return Counts().ready(ready, sums.total)
    return Counts().transferred(len(sums.done), sums.total)


def money_figures(sums: BatchSums) -> Iterator[str]:
    """Booked and not booked are two sums."""
    if sums.booked:
        yield translate("texts", "{sum} booked").format(sum=amounts(sums.booked))
    if sums.entered:
        text = translate("texts", "{sum} entered as orders, not booked")
        yield text.format(sum=amounts(sums.entered))


def certainty(sums: BatchSums) -> Iterator[str]:
    """«ingen dobbeltføringer», only when something went over and all is certain."""
    if sums.fresh and sums.is_certain:
        yield translate("texts", "no double bookings")


def amounts(sums: Sequence[Money]) -> str:
    """«186 430,50 kr + 100,00 SEK»: a sum for each currency."""
    return " + ".join(amount(money) for money in sums)


def untried_line(sums: BatchSums) -> str:
    """«5 ordrer ble ikke forsøkt», and why; empty when all were."""
    untried = [row for row in sums.outcomes if is_untried(row)]
    if not untried:
        return ""
    why = sentence(untried[0].problems[-1])
    return f"{Counts().not_tried(len(untried))}: {why.what} {why.remedy}"


def went_over(sums: BatchSums) -> str:
    """«31 fakturaer, 8 ordrer» with their numbers, what was there before, and what was skipped."""
    return ", ".join(_transferred(sums))


def _transferred(sums: BatchSums) -> Iterator[str]:
    counts = Counts()
    credit_notes = sum(row.is_credit_note for row in sums.invoices)
    invoices = len(sums.invoices) - credit_notes
    if invoices:
        numbers = None if credit_notes else sums.invoice_numbers
        yield counts.invoices(invoices) + _number_range(numbers)
    if credit_notes:
        yield counts.credit_notes(credit_notes)
    if sums.open_orders:
        yield counts.orders(len(sums.open_orders))
    if sums.from_before:
        yield counts.already_there(sums.from_before)
    skipped = sums.count(TransferState.SKIPPED)
    if skipped:
        yield counts.skipped(skipped)


def _number_range(numbers: tuple[int, int] | None) -> str:
    if numbers is None:
        return ""
    first, last = numbers
    return f" ({first})" if first == last else f" ({first}–{last})"
