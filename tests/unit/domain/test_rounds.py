"""Transferring again: the number, the comment, and money that is registered once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes.clock import NINE
from tests.orders.building import TODAY, a_profile, an_order, company_facts, transfer_rules
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import Credit, LedgerInvoice, SendType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_numbers import numbered
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.rounds import (
    after_look,
    booked_before,
    has_other_payment,
    in_round,
    paid_once,
    upcoming,
)
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step, StepFacts

SUM = Money(8900)
INVOICE = LedgerInvoice(7002, 10201, date(2026, 11, 22), SUM, Money(0), (7001,))
BOOKED = StepFacts(invoice_id=7002, invoice_number=10201, amount=SUM)


def plan(method: str = "vipps", prefix: str = "") -> PostingPlan:
    profile = a_profile(replace(transfer_rules(), number_prefix=prefix))
    order = an_order(method=method)
    return plan_posting(order, profile, company_facts(), today=TODAY, choice=Choice())


def booked(*, credited: bool) -> Progress:
    facts = StepFacts(invoice_id=7002, invoice_number=10201, credited=credited, round=1)
    return Progress((JournalEntry("10457", Step.INVOICE, Phase.DONE, NINE, facts),))


def note(amount: Money, outstanding: Money | None = None) -> LedgerInvoice:
    left = Money(0) if outstanding is None else outstanding
    return replace(INVOICE, id=7003, amount=-amount, outstanding=left, is_credit_note=True)


def test_the_first_round_has_the_shops_number() -> None:
    assert [numbered("10457", round_) for round_ in (1, 2, 3)] == ["10457", "10457-2", "10457-3"]
    assert plan().number_without_prefix == "10457"
    assert plan().order_comment == "Mystore-ordre 10457 (fjord-garn)"
    assert in_round(plan(), Progress()) == plan()


def test_only_a_credited_invoice_ends_its_round() -> None:
    assert upcoming(Progress()).round == 1
    assert upcoming(booked(credited=False)).round == 1
    assert upcoming(booked(credited=True)).round == 2


def test_a_round_without_a_known_invoice_before_it_changes_nothing() -> None:
    assert in_round(plan(), Progress(of_round=2)) == plan()
    assert tuple(booked_before(Progress(of_round=2))) == ()


def test_a_later_round_has_its_number_and_refers_to_the_credited_invoice() -> None:
    again = in_round(plan(prefix="10457-"), upcoming(booked(credited=True)))
    assert (again.number, again.number_without_prefix) == ("10457-10457-2", "10457-2")
    assert again.internal_comment == "Mystore-ordre 10457-2 (fjord-garn)"
    assert again.order_comment == (
        "Mystore-ordre 10457-2 (fjord-garn), erstatter kreditert faktura 10201"
    )
    assert again.card_comment == plan().internal_comment
    assert again.fingerprint == plan().fingerprint
    assert again.notes == (Problem(Code.TRANSFERRED_AGAIN, invoice=10201, number="10457-10457-2"),)


def test_a_credit_is_whole_when_its_notes_add_up_to_the_invoice() -> None:
    marked = replace(INVOICE, is_credited=True)
    assert not Credit(INVOICE).is_whole
    assert not Credit(INVOICE).is_partial
    assert Credit(marked).is_partial
    assert Credit(INVOICE, (note(Money(3000)),)).is_partial
    both = Credit(marked, (note(Money(3000)), note(Money(5900))))
    assert (both.is_whole, both.is_partial, both.amount) == (True, False, SUM)
    assert Credit(marked, (note(Money(9000)),)).is_partial


@pytest.mark.parametrize(
    "credit",
    [
        Credit(INVOICE, (note(SUM, -SUM),)),
        Credit(replace(INVOICE, outstanding=-SUM), (note(SUM),)),
    ],
)
def test_money_left_open_on_either_is_not_registered_a_second_time(credit: Credit) -> None:
    once = paid_once(plan("card"), after_look(BOOKED, credit))
    assert plan("card").send is SendType.EMAIL
    assert (once.payments, once.send, once.outstanding) == ((), None, SUM)
    left = Problem(Code.CREDIT_LEFT_OPEN, invoice=10201, amount=SUM)
    assert once.notes == (*plan("card").notes, left)


def test_money_that_was_paid_back_is_registered_again() -> None:
    assert paid_once(plan(), after_look(BOOKED, Credit(INVOICE, (note(SUM),)))) == plan()


def test_an_invoice_without_payments_stays_as_it_is() -> None:
    unpaid = plan("invoice")
    credited = after_look(BOOKED, Credit(INVOICE, (note(SUM, -SUM),)))
    assert paid_once(unpaid, credited) == unpaid


def test_a_round_is_paid_by_what_the_newest_look_found() -> None:
    credited = after_look(BOOKED, Credit(INVOICE, (note(SUM, -SUM),)))
    known = Progress((JournalEntry("10457", Step.INVOICE, Phase.DONE, NINE, credited),))
    again = in_round(plan("card"), upcoming(known))
    assert (again.payments, again.send) == ((), None)
    assert [row.code for row in again.notes] == [Code.TRANSFERRED_AGAIN, Code.CREDIT_LEFT_OPEN]


def test_money_that_an_earlier_round_left_open_is_not_registered_in_a_later_one() -> None:
    first = replace(BOOKED, credited=True, credit_open=-SUM)
    second = replace(BOOKED, invoice_number=10203, credited=True, credit_open=Money(0), round=2)
    known = Progress(
        tuple(
            JournalEntry("10457", Step.INVOICE, Phase.DONE, NINE, each) for each in (first, second)
        )
    )
    assert tuple(booked_before(upcoming(known))) == (second, first)
    again = in_round(plan("card"), upcoming(known))
    assert (again.payments, again.replaces) == ((), 10203)
    assert again.notes[-1] == Problem(Code.CREDIT_LEFT_OPEN, invoice=10201, amount=SUM)


@pytest.mark.parametrize(
    ("credit", "known"),
    [
        (None, replace(BOOKED, missing=True)),
        (Credit(INVOICE), BOOKED),
        (Credit(INVOICE, (note(SUM),)), replace(BOOKED, credited=True, credit_open=Money(0))),
        (
            Credit(INVOICE, (note(Money(3000), Money(-3000)),)),
            replace(BOOKED, credited_part=Money(3000), credit_open=Money(-3000)),
        ),
    ],
    ids=["gone", "stands", "credited", "credited in part"],
)
def test_what_a_look_found_is_known_afterwards(credit: Credit | None, known: StepFacts) -> None:
    assert after_look(BOOKED, credit) == known
    assert after_look(known, Credit(INVOICE)) == BOOKED


@pytest.mark.parametrize(
    ("known", "now", "is_other"),
    [
        (StepFacts(credited=True, credit_open=-SUM), StepFacts(credit_open=-SUM), False),
        (StepFacts(credited=True, credit_open=-SUM), StepFacts(credit_open=Money(0)), True),
        (StepFacts(credited=True, credit_open=Money(0)), StepFacts(credit_open=-SUM), True),
        (StepFacts(credited=True), StepFacts(credit_open=-SUM), False),
        (StepFacts(), StepFacts(credit_open=-SUM), False),
    ],
)
def test_money_that_has_moved_changes_the_next_invoice(
    known: StepFacts, now: StepFacts, is_other: bool
) -> None:
    assert has_other_payment(known, now) is is_other
