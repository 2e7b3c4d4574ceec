"""What a batch of orders says while it runs, and when it is done: failures first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import PostingPlan
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.amounts import amount, day, number, per_cent, plain_number
from tripletex_wizard.gui.counts import Counts
from tripletex_wizard.gui.texts import sentence, state_name, transfer_as_name

translate = QCoreApplication.translate

BETWEEN = " · "
UNFINISHED = (TransferState.FAILED, TransferState.STOPPED, TransferState.UNCERTAIN)
TO_LOOK_AT = (*UNFINISHED, TransferState.TRANSFERRED_WITH_NOTE, TransferState.SENDING)
DONE = (TransferState.TRANSFERRED, TransferState.TRANSFERRED_WITH_NOTE)
FROM_BEFORE = {Code.ALREADY_BOOKED, Code.ALREADY_ORDER, Code.ADOPTED, Code.MARKED_AS_BOOKED}
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


def outcome_line(outcome: Outcome) -> str:
    """One order on one line: number, state, what it became, amount, then reasons or notes.

    What did not go well also says one thing to do, and Tripletex' request ids.
    """
    parts = [outcome.order_number, state_name(outcome.state)]
    if outcome.transfer_as:
        became = transfer_as_name(outcome.transfer_as)
        parts.append(f"{became} {outcome.invoice_number}" if outcome.invoice_number else became)
    if outcome.amount is not None:
        parts.append(amount(outcome.amount))
    if outcome.emailed_to:
        parts.append(translate("texts", "sent to {email}").format(email=outcome.emailed_to))
    parts.extend(_reasons(outcome))
    return BETWEEN.join(parts)


def _reasons(outcome: Outcome) -> Iterator[str]:
    said = [sentence(problem) for problem in outcome.problems]
    if said and (outcome.state in TO_LOOK_AT or _is_untried(outcome)):
        decisive = said[-1] if _is_untried(outcome) else said[0]
        yield " ".join([*(row.what for row in said), decisive.remedy])
    else:
        yield from (row.what for row in said)
    if outcome.state in WITH_REQUEST_ID and outcome.request_ids:
        text = translate("texts", "Tripletex request id: {ids}")
        yield text.format(ids=", ".join(outcome.request_ids))


def _is_untried(outcome: Outcome) -> bool:
    return any(problem.code is Code.NOT_TRIED for problem in outcome.problems)


def summary_lines(outcomes: Sequence[Outcome]) -> list[str]:
    """The end of a batch: how many, the sums, each order to look at, then what went over."""
    if not outcomes:
        return []
    fresh = [row for row in outcomes if row.state in DONE and not _was_there(row)]
    lines = [_headline(outcomes), BETWEEN.join(_figures(outcomes, fresh))]
    for state in TO_LOOK_AT:
        lines.extend(outcome_line(row) for row in outcomes if row.state is state)
    untried = [row for row in outcomes if _is_untried(row)]
    if untried:
        reason = sentence(untried[0].problems[-1])
        lines.append(f"{Counts().not_tried(len(untried))}: {reason.what} {reason.remedy}")
    lines.append(", ".join(_transferred(outcomes, fresh)))
    return [line for line in lines if line]


def _was_there(outcome: Outcome) -> bool:
    return any(problem.code in FROM_BEFORE for problem in outcome.problems)


def _headline(outcomes: Sequence[Outcome]) -> str:
    ready = [row for row in outcomes if row.state is TransferState.READY and not _is_untried(row)]
    if ready:
        return Counts().ready(len(ready), len(outcomes))
    done = sum(row.state in DONE for row in outcomes)
    return Counts().transferred(done, len(outcomes))


def _figures(outcomes: Sequence[Outcome], fresh: Sequence[Outcome]) -> Iterator[str]:
    """Booked and not booked are two sums; «ingen dobbeltføringer» only when all is certain."""
    booked = _sums(row for row in fresh if row.is_booked)
    open_orders = _sums(row for row in fresh if not row.is_booked)
    if booked:
        yield translate("texts", "{sum} booked").format(sum=booked)
    if open_orders:
        yield translate("texts", "{sum} entered as orders, not booked").format(sum=open_orders)
    uncertain = any(row.state is TransferState.UNCERTAIN for row in outcomes)
    if fresh and not uncertain:
        yield translate("texts", "no double bookings")


def _sums(outcomes: Iterable[Outcome]) -> str:
    sums: dict[str, Money] = {}
    for row in outcomes:
        if row.amount is not None:
            currency = row.amount.currency
            sums[currency] = sums.get(currency, Money(0, currency)) + row.amount
    return " + ".join(amount(money) for money in sums.values())


def _transferred(outcomes: Sequence[Outcome], fresh: Sequence[Outcome]) -> Iterator[str]:
    counts = Counts()
    invoices = [row for row in fresh if row.is_booked]
    if invoices:
        yield counts.invoices(len(invoices)) + _number_range(invoices)
    if len(fresh) > len(invoices):
        yield counts.orders(len(fresh) - len(invoices))
    there = sum(_was_there(row) for row in outcomes)
    if there:
        yield counts.already_there(there)
    skipped = sum(row.state is TransferState.SKIPPED for row in outcomes)
    if skipped:
        yield counts.skipped(skipped)


def _number_range(invoices: Sequence[Outcome]) -> str:
    """First to last, when no number between them is another's."""
    numbers = sorted(row.invoice_number for row in invoices if row.invoice_number is not None)
    if len(numbers) != len(invoices) or numbers[-1] - numbers[0] != len(numbers) - 1:
        return ""
    return f" ({numbers[0]})" if len(numbers) == 1 else f" ({numbers[0]}–{numbers[-1]})"


def plan_lines(plan: PostingPlan) -> list[str]:
    """What an order would become, for a dry run: dates, lines with VAT code, payments, sending."""
    dates = translate(
        "texts", "Invoice date {invoice_date}, delivered {delivered}, order number {number}"
    ).format(
        invoice_date=day(plan.invoice_date), delivered=day(plan.delivery_date), number=plan.number
    )
    return [f"  {line}" for line in (dates, *_goods(plan), *_settlement(plan))]


def _goods(plan: PostingPlan) -> Iterator[str]:
    text = translate("texts", "{count} × {name}: {gross}, VAT code {code} ({rate})")
    for line in plan.lines:
        yield text.format(
            count=plain_number(line.count),
            name=line.description,
            gross=number(line.gross),
            code=line.vat.number,
            rate=per_cent(line.vat.percentage),
        )


def _settlement(plan: PostingPlan) -> Iterator[str]:
    vat = Money.sum((line.vat_amount for line in plan.lines), plan.currency)
    text = translate("texts", "Total {total}, of which VAT {vat}, outstanding {outstanding}")
    yield text.format(
        total=amount(plan.total), vat=amount(vat), outstanding=amount(plan.outstanding)
    )
    paid = translate("texts", "Payment {amount}, payment type {payment_type}")
    for row in plan.payments:
        yield paid.format(amount=amount(row.amount), payment_type=row.payment_type_id)
    if plan.send is None:
        yield translate("texts", "Tripletex sends nothing to the customer")
    else:
        text = translate("texts", "Tripletex sends the invoice to {email}")
        yield text.format(email=plan.customer.email)
