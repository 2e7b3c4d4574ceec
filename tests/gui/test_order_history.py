from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.orders.building import OSLO, an_order
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import UnreadableOrder
from tripletex_wizard.domain.transfer import (
    NOT_BOOKED,
    JournalEntry,
    Phase,
    Step,
    StepFacts,
)
from tripletex_wizard.gui.orders.history import history_of

pytestmark = pytest.mark.usefixtures("norwegian")

AT = datetime(2026, 11, 23, 9, tzinfo=OSLO)
UNREADABLE = UnreadableOrder("7", Problem(Code.ORDER_WITHOUT_LINES))


def entry(
    step: Step, phase: Phase, minute: int = 0, facts: StepFacts | None = None
) -> JournalEntry:
    return JournalEntry("10457", step, phase, AT + timedelta(minutes=minute), facts or StepFacts())


def told(*entries: JournalEntry) -> list[str]:
    return [text for _at, text in history_of(UNREADABLE, entries)]


def test_the_shops_own_times_come_first() -> None:
    shown = [(f"{at:%d.%m. %H:%M}", text) for at, text in history_of(an_order(), ())]
    assert shown == [("20.11. 14:03", "Bestilt"), ("21.11. 09:12", "Sendt")]


def test_an_order_that_is_not_sent_is_only_ordered() -> None:
    assert len(history_of(an_order(finished=None), ())) == 1


def test_a_change_after_the_sending_is_told() -> None:
    order = replace(an_order(), updated_at=AT)
    assert history_of(order, ())[-1] == (AT, "Sist endret i Mystore")


def test_moments_are_in_the_shops_time_zone_and_in_order() -> None:
    late = entry(Step.ORDER, Phase.DONE)
    early = replace(late, at=datetime(2026, 11, 20, 10, tzinfo=UTC))
    happened = history_of(an_order(), (late, early))
    assert [at.astimezone(OSLO) for at, _ in happened] == sorted(at for at, _ in happened)
    assert happened[0][0].hour == 11


@pytest.mark.parametrize(
    ("step", "phase", "facts", "text"),
    [
        (
            Step.CUSTOMER,
            Phase.DONE,
            StepFacts(customer_number=100457),
            "Kunde 100457 på plass i Tripletex",
        ),
        (
            Step.ORDER,
            Phase.DONE,
            StepFacts(order_number="10457"),
            "Ordre 10457 på plass i Tripletex",
        ),
        (
            Step.INVOICE,
            Phase.DONE,
            StepFacts(invoice_number=10201, amount=Money(8900)),
            "Faktura 10201 (89,00\N{NO-BREAK SPACE}kr) på plass i Tripletex",
        ),
        (
            Step.ORDER,
            Phase.DONE,
            StepFacts(order_number="1", adopted=True),
            "Ordre 1 funnet i Tripletex",
        ),
        (
            Step.INVOICE,
            Phase.UNANSWERED,
            StepFacts(amount=Money(8900)),
            "Faktura: fikk ikke svar fra Tripletex",
        ),
        (
            Step.INVOICE,
            Phase.REFUSED,
            StepFacts(reason="rejected"),
            "Faktura: avvist av Tripletex, ingenting ble gjort",
        ),
        (
            Step.INVOICE,
            Phase.REFUSED,
            StepFacts(reason=NOT_BOOKED),
            "Faktura: sjekket i Tripletex, ikke funnet",
        ),
        (
            Step.CUSTOMER,
            Phase.INTENDED,
            StepFacts(),
            "Kunde ble sendt til Tripletex, utfallet er uavklart",
        ),
    ],
)
def test_each_step_of_a_transfer_is_told(
    step: Step, phase: Phase, facts: StepFacts, text: str
) -> None:
    assert told(entry(step, phase, facts=facts)) == [text]


def test_what_was_about_to_be_sent_is_left_out_once_its_outcome_is_known() -> None:
    assert told(
        entry(Step.CUSTOMER, Phase.INTENDED),
        entry(Step.CUSTOMER, Phase.DONE, 1),
        entry(Step.ORDER, Phase.INTENDED, 2),
    ) == [
        "Kunde på plass i Tripletex",
        "Ordre ble sendt til Tripletex, utfallet er uavklart",
    ]
