"""Orders in every state, for the order window: Fjord Garn AS on the 23rd of November 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.orders.building import (
    OSLO,
    TODAY,
    VIPPS,
    a_guest,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
)
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind, UnreadableOrder
from tripletex_wizard.domain.standing import Standing, standing_of
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
)

MORNING = datetime(2026, 11, 23, 8, tzinfo=OSLO)


def shop_order(
    number: str,
    total: str = "89.00",
    *,
    name: str = "Kari Eksempel",
    method: str = "vipps",
    day: int = 20,
    month: int = 11,
    gift_card: str = "",
    currency: str = "NOK",
) -> Order:
    """Placed and finished on the same day; `gift_card` pays that much of the goods."""
    sale = str(float(total) + float(gift_card or 0))
    rows = [a_row(TotalKind.GIFT_CARD, f"-{gift_card}")] if gift_card else []
    order = an_order(
        number,
        lines=[a_line(sale)],
        rows=rows,
        total=total,
        method=method,
        currency=currency,
        customer=a_guest(name, f"{name.split(maxsplit=1)[0].casefold()}@example.no"),
        finished=datetime(2026, month, day, 16, tzinfo=OSLO),
    )
    return replace(order, created_at=datetime(2026, month, day, 9, tzinfo=OSLO))


def ready(number: str, total: str = "89.00", **rest: object) -> Standing:
    """As the set-up has it: paid by Vipps, unless another method is given."""
    order = shop_order(number, total, **rest)  # type: ignore[arg-type]
    return standing_of(order, Progress(), a_profile(), company_facts(), TODAY)


def in_state(number: str, state: TransferState, **rest: object) -> Standing:
    """A stopped one has no plan."""
    standing = ready(number, **rest)  # type: ignore[arg-type]
    reasons = {
        TransferState.STOPPED: (Problem(Code.NOT_DELIVERED),),
        TransferState.UNCERTAIN: (Problem(Code.OUTCOME_UNKNOWN),),
    }
    plans = () if state is TransferState.STOPPED else standing.plans
    return replace(standing, state=state, plans=plans, problems=reasons.get(state, ()))


def transferred(number: str, invoice: int | None = 10201, **rest: object) -> Standing:
    """An invoice, or an open order in Tripletex when `invoice` is None."""
    kind = TransferAs.ORDER if invoice is None else TransferAs.INVOICE
    ordered = StepFacts(order_id=1, order_number=number, transfer_as=kind, amount=Money(8900))
    entries = [JournalEntry(number, Step.ORDER, Phase.DONE, MORNING, ordered)]
    if invoice is not None:
        booked = StepFacts(invoice_id=1, invoice_number=invoice, transfer_as=kind)
        entries.append(JournalEntry(number, Step.INVOICE, Phase.DONE, MORNING, booked))
    standing = ready(number, **rest)  # type: ignore[arg-type]
    state = TransferState.TRANSFERRED
    return replace(standing, state=state, progress=Progress(tuple(entries)), problems=())


def owing(number: str, quantity: str = "-1", method: str = "vipps") -> Standing:
    """A credit order whose note of 89,00 is booked: the refund by Vipps is not registered."""
    gross = str(Money(8900).amount * int(quantity))
    order = an_order(number, lines=[a_line(quantity=quantity)], total=gross, method=method)
    note = StepFacts(
        transfer_as=TransferAs.INVOICE,
        invoice_id=9,
        invoice_number=10207,
        amount=Money(-8900),
        outstanding=Money(-8900),
        credits=8,
        refund=(VIPPS.id, -8900),
    )
    entry = JournalEntry(number, Step.INVOICE, Phase.DONE, MORNING, note)
    return standing_of(order, Progress((entry,)), a_profile(), company_facts(), TODAY)


def taken_back(number: str) -> Standing:
    """A sale whose invoice a credit order has credited wholly."""
    gone = StepFacts(
        transfer_as=TransferAs.INVOICE,
        invoice_id=1,
        invoice_number=10201,
        amount=Money(8900),
        outstanding=Money(0),
        credited=True,
    )
    entry = JournalEntry(number, Step.INVOICE, Phase.DONE, MORNING, gone)
    by = Problem(Code.TAKEN_BACK, invoice=10201, order="10463")
    return standing_of(
        *(shop_order(number), Progress((entry,)), a_profile(), company_facts(), TODAY),
        taken_back=by,
    )


def unreadable(number: str) -> Standing:
    order = UnreadableOrder(number, Problem(Code.ORDER_NOT_FOUND, order=number))
    return Standing(order, TransferState.STOPPED, problems=(order.problem,))


PICTURE = (
    ready("10478", "1249.50", name="Kari Eksempel", day=22),
    ready("10477", "8412.00", name="Strikkestua DA", method="invoice", day=22),
    ready("10476", "349.00", name="Bjørg Prøve", method="klarna_checkout", day=22),
    ready("10475", "14210.00", name="Garn og Greier AS", method="collect", day=21),
    in_state("10474", TransferState.STOPPED, total="730.00", name="Åse Prøvesen", day=21),
    in_state("10470", TransferState.UNCERTAIN, total="5640.00", name="Tråd & Nål AS"),
    in_state("10465", TransferState.FAILED, total="3999.00", name="Hobbyhuset AS", day=19),
    transferred("10455", 10201, name="Ola Eksempel", day=18),
    transferred("10454", None, name="Nora Test", day=18),
)
"""The order window's picture, in short: newest first."""


def by_number(*standings: Standing) -> dict[str, Standing]:
    """As the controller holds them."""
    return {standing.number: standing for standing in standings}
