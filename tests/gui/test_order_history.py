from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.orders.building import OSLO, an_order
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
)
from tripletex_wizard.gui.orders.detail.history import Happened, history_of

pytestmark = pytest.mark.usefixtures("norwegian")

AT = datetime(2026, 11, 23, 9, tzinfo=OSLO)
UNREADABLE = UnreadableOrder("7", Problem(Code.ORDER_WITHOUT_LINES))


def entry(
    step: Step, phase: Phase, minute: int = 0, facts: StepFacts | None = None
) -> JournalEntry:
    return JournalEntry("10457", step, phase, AT + timedelta(minutes=minute), facts or StepFacts())


def of(order: Order | UnreadableOrder, *entries: JournalEntry) -> tuple[Happened, ...]:
    return history_of(Standing(order, TransferState.READY, Progress(entries)))


def test_the_shops_own_times_come_first() -> None:
    shown = [(f"{at:%d.%m. %H:%M}", text) for at, text in of(an_order())]
    assert shown == [("20.11. 14:03", "Bestilt"), ("21.11. 09:12", "Sendt")]


def test_an_order_that_is_not_sent_is_only_ordered() -> None:
    assert len(of(an_order(finished=None))) == 1


def test_a_change_after_the_sending_is_told() -> None:
    order = replace(an_order(), updated_at=AT)
    assert of(order)[-1] == (AT, "Sist endret i Mystore")


def test_moments_are_in_the_shops_time_zone_and_in_order() -> None:
    late = entry(Step.ORDER, Phase.DONE)
    early = replace(late, at=datetime(2026, 11, 20, 10, tzinfo=UTC))
    happened = of(an_order(), late, early)
    assert [at.astimezone(OSLO) for at, _ in happened] == sorted(at for at, _ in happened)
    assert happened[0][0].hour == 11


def test_what_was_sent_is_told_with_who_sent_it() -> None:
    booked = StepFacts(invoice_number=10201, invoice_id=1)
    sent = replace(entry(Step.INVOICE, Phase.DONE, facts=booked), user="kari", host="PC1")
    assert of(UNREADABLE, sent) == ((AT, "Faktura 10201 bokført (kari, PC1)"),)


@pytest.mark.parametrize(
    ("credits_", "said"),
    [
        (None, "Ordre 10457 kunne ikke sendes som EHF: ingenting ble bokført"),
        (7, "Kunne ikke sendes som EHF: ingenting ble bokført"),
    ],
)
def test_ehf_that_was_refused_is_told(credits_: int | None, said: str) -> None:
    facts = StepFacts(
        order_number="10457", send=True, as_ehf=True, reason="ehf_refused", credits=credits_
    )
    assert of(UNREADABLE, entry(Step.INVOICE, Phase.REFUSED, facts=facts)) == ((AT, said),)


def test_what_nobody_signed_is_told_without_a_name() -> None:
    order = entry(Step.ORDER, Phase.DONE, facts=StepFacts(order_number="10457"))
    assert of(UNREADABLE, order) == ((AT, "Ordre 10457 lagt inn i Tripletex"),)
