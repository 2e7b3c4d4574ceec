"""What the history of an order says, line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.orders.building import OSLO
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import (
    GONE,
    NOT_BOOKED,
    NOT_MADE,
    JournalEntry,
    Phase,
    Step,
    StepFacts,
)
from tripletex_wizard.gui.orders.detail.history_texts import what, when, who

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 22, 16, 20, tzinfo=OSLO)
CARD = StepFacts(customer_id=7001, customer_number=100457)
ORDER = StepFacts(order_id=7002, order_number="10457-2")
INVOICE = StepFacts(order_number="10457", invoice_id=7003, invoice_number=10201)
NOTE = StepFacts(order_number="10463", invoice_number=10207, credits=7003)
REFUND = StepFacts(invoice_id=7004, invoice_number=10207, amount=Money(-8900))
STATUS = StepFacts(status_id="5", status_name="Sendt")
TOLD = StepFacts(status_id="5", status_name="Sendt", notify=True)
MARK = StepFacts(voucher="1042", remark="Ført for hånd")


def happening(
    step: Step, phase: Phase, facts: StepFacts, user: str = "kari", host: str = "PC1"
) -> JournalEntry:
    return JournalEntry("10457", step, phase, AT, facts, user, host)


def reason(facts: StepFacts, why: str) -> StepFacts:
    return StepFacts(order_number=facts.order_number, reason=why)


YARN = StepFacts(product_number="G-1")
SAID = [
    (Step.STATUS, Phase.INTENDED, STATUS, "Programmet ble avsluttet mens det satte status «Sendt»"),
    (Step.STATUS, Phase.DONE, STATUS, "Status «Sendt» satt i Mystore"),
    (Step.STATUS, Phase.DONE, TOLD, "Status «Sendt» satt i Mystore, kunden varslet"),
    (Step.STATUS, Phase.UNANSWERED, STATUS, "Fikk ikke svar fra Mystore om status «Sendt»"),
    (Step.STATUS, Phase.REFUSED, STATUS, "Mystore satte ikke status «Sendt»"),
    (Step.CUSTOMER, Phase.INTENDED, CARD, "Programmet ble avsluttet mens kunden ble lagret"),
    (Step.CUSTOMER, Phase.DONE, CARD, "Kunde 100457 lagret i Tripletex"),
    (Step.CUSTOMER, Phase.DONE, StepFacts(customer_id=1), "Kunden lagret i Tripletex"),
    (Step.CUSTOMER, Phase.UNANSWERED, CARD, "Fikk ikke svar fra Tripletex om kunden"),
    (Step.CUSTOMER, Phase.REFUSED, CARD, "Kunden ble ikke lagret i Tripletex"),
    (Step.ORDER, Phase.INTENDED, ORDER, "Programmet ble avsluttet mens ordre 10457-2 ble sendt"),
    (Step.ORDER, Phase.DONE, ORDER, "Ordre 10457-2 lagt inn i Tripletex"),
    (
        Step.ORDER,
        Phase.DONE,
        StepFacts(order_number="10457", adopted=True),
        "Ordre 10457 funnet i Tripletex",
    ),
    (Step.ORDER, Phase.UNANSWERED, ORDER, "Fikk ikke svar fra Tripletex om ordre 10457-2"),
    (Step.ORDER, Phase.REFUSED, ORDER, "Ordre 10457-2 ble ikke lagt inn i Tripletex"),
    (
        Step.ORDER,
        Phase.REFUSED,
        reason(ORDER, NOT_MADE),
        "Sjekket: ordre 10457-2 ligger ikke i Tripletex",
    ),
    (
        Step.ORDER,
        Phase.REFUSED,
        reason(ORDER, GONE),
        "Ordre 10457-2 ligger ikke lenger i Tripletex",
    ),
    (
        Step.INVOICE,
        Phase.INTENDED,
        INVOICE,
        "Programmet ble avsluttet mens ordre 10457 ble fakturert",
    ),
    (Step.INVOICE, Phase.DONE, INVOICE, "Faktura 10201 bokført"),
    (
        Step.INVOICE,
        Phase.DONE,
        StepFacts(invoice_number=10201, adopted=True),
        "Faktura 10201 funnet i Tripletex",
    ),
    (
        Step.INVOICE,
        Phase.DONE,
        StepFacts(invoice_number=10201, credited=True, adopted=True),
        "Faktura 10201 er kreditert i Tripletex",
    ),
    (
        Step.INVOICE,
        Phase.DONE,
        StepFacts(invoice_number=10201, credited_part=Money(3000)),
        "Faktura 10201 er delvis kreditert i Tripletex",
    ),
    (
        Step.INVOICE,
        Phase.DONE,
        StepFacts(invoice_number=10201, missing=True),
        "Faktura 10201 finnes ikke lenger i Tripletex",
    ),
    (
        Step.INVOICE,
        Phase.UNANSWERED,
        INVOICE,
        "Fikk ikke svar fra Tripletex om fakturaen for ordre 10457",
    ),
    (Step.INVOICE, Phase.REFUSED, INVOICE, "Ordre 10457 ble ikke fakturert"),
    (
        Step.INVOICE,
        Phase.REFUSED,
        reason(INVOICE, NOT_BOOKED),
        "Sjekket: ordre 10457 er ikke fakturert i Tripletex",
    ),
    (Step.INVOICE, Phase.INTENDED, NOTE, "Programmet ble avsluttet mens det laget kreditnotaen"),
    (Step.INVOICE, Phase.DONE, NOTE, "Kreditnota 10207 bokført"),
    (Step.INVOICE, Phase.DONE, replace(NOTE, adopted=True), "Kreditnota 10207 funnet i Tripletex"),
    (Step.INVOICE, Phase.UNANSWERED, NOTE, "Fikk ikke svar fra Tripletex om kreditnotaen"),
    (Step.INVOICE, Phase.REFUSED, NOTE, "Kreditnotaen ble ikke laget"),
    (
        Step.INVOICE,
        Phase.REFUSED,
        replace(NOTE, reason=NOT_BOOKED),
        "Sjekket: Kreditnotaen finnes ikke i Tripletex",
    ),
    (
        Step.REFUND,
        Phase.INTENDED,
        REFUND,
        "Programmet ble avsluttet mens det registrerte tilbakebetalingen",
    ),
    (Step.REFUND, Phase.DONE, REFUND, "Tilbakebetaling registrert på 10207"),
    (
        Step.REFUND,
        Phase.DONE,
        replace(REFUND, adopted=True),
        "Tilbakebetaling på 10207 funnet i Tripletex",
    ),
    (
        Step.REFUND,
        Phase.DONE,
        replace(REFUND, adopted=True, reason="refund_not_open"),
        "Ingenting sto åpent å betale tilbake på 10207",
    ),
    (Step.REFUND, Phase.UNANSWERED, REFUND, "Fikk ikke svar fra Tripletex om tilbakebetalingen"),
    (Step.REFUND, Phase.REFUSED, REFUND, "Tilbakebetalingen ble ikke registrert"),
    (
        Step.REFUND,
        Phase.REFUSED,
        replace(REFUND, reason=NOT_BOOKED),
        "Sjekket: Tilbakebetalingen er ikke registrert i Tripletex",
    ),
    (
        Step.PRODUCT,
        Phase.INTENDED,
        YARN,
        "Programmet ble avsluttet mens det opprettet produktet G-1",
    ),
    (Step.PRODUCT, Phase.DONE, YARN, "Produkt G-1 opprettet i Tripletex"),
    (Step.PRODUCT, Phase.DONE, replace(YARN, adopted=True), "Produkt G-1 funnet i Tripletex"),
    (Step.PRODUCT, Phase.UNANSWERED, YARN, "Fikk ikke svar fra Tripletex om produktet G-1"),
    (Step.PRODUCT, Phase.REFUSED, YARN, "Produktet G-1 ble ikke opprettet i Tripletex"),
    (
        Step.PRODUCT,
        Phase.REFUSED,
        replace(YARN, reason=NOT_MADE),
        "Sjekket: produktet G-1 finnes ikke i Tripletex",
    ),
    (Step.MARK, Phase.DONE, MARK, "Merket som allerede bokført med 1042: Ført for hånd"),
    (Step.MARK, Phase.REVOKED, MARK, "Merkingen «allerede bokført» (1042) ble tatt tilbake"),
]


@pytest.mark.parametrize(("step", "phase", "facts", "said"), SAID)
def test_each_step_and_phase_has_its_words(
    norwegian: None, step: Step, phase: Phase, facts: StepFacts, said: str
) -> None:
    assert what(happening(step, phase, facts)) == said


@pytest.mark.parametrize(("step", "phase", "facts", "said"), SAID)
def test_the_history_is_told_in_english_too(
    english: None, step: Step, phase: Phase, facts: StepFacts, said: str
) -> None:
    assert what(happening(step, phase, facts)) not in {"", said}


def test_every_step_is_told() -> None:
    assert {step for step, _, _, _ in SAID} == set(Step)


def test_the_year_is_said_when_it_is_another() -> None:
    assert when(AT, TODAY) == "22.11. 16:20"
    assert when(AT, date(2027, 1, 2)) == "22.11.2026 16:20"


@pytest.mark.parametrize(
    ("user", "host", "said"), [("kari", "", "kari"), ("", "PC1", "PC1"), ("", "", "")]
)
def test_who_did_it_is_said_as_far_as_it_is_known(
    norwegian: None, user: str, host: str, said: str
) -> None:
    assert who(happening(Step.INVOICE, Phase.DONE, INVOICE, user, host)) == said
