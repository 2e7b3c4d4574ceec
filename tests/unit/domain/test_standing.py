"""How an order of the order window stands, by the shop's order and the journal's entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.orders.building import (
    CARD,
    OSLO,
    SENT,
    TODAY,
    VIPPS,
    a_line,
    a_profile,
    an_order,
    company_facts,
)
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.plan import PlannedPayment
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.standing import Standing, standing_of
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
)

SENT_AT = datetime(2026, 11, 22, 16, 20, tzinfo=OSLO)
SUM = Money(8900)
UNREADABLE = UnreadableOrder("10457", Problem(Code.ATTRIBUTE_MISSING, attribute="total"))
STARTED = OrderStatus("3", "Under behandling")
FINGERPRINT = "as it was sent"
ORDERED = StepFacts(
    order_id=7001,
    order_number="10457",
    transfer_as=TransferAs.ORDER,
    amount=SUM,
    fingerprint=FINGERPRINT,
)
INVOICED = StepFacts(
    order_id=7001,
    order_number="10457",
    transfer_as=TransferAs.INVOICE,
    invoice_id=7002,
    invoice_number=10201,
    amount=SUM,
    outstanding=Money(0),
)


def entry(step: Step, phase: Phase, facts: StepFacts) -> JournalEntry:
    return JournalEntry("10457", step, phase, SENT_AT, facts, "kari", "PC1")


ENTERED = (entry(Step.ORDER, Phase.DONE, ORDERED),)
BOOKED = (*ENTERED, entry(Step.INVOICE, Phase.DONE, INVOICED))


def standing(
    order: Order | UnreadableOrder, *entries: JournalEntry, taken_back: Problem | None = None
) -> Standing:
    progress = Progress(entries)
    return standing_of(
        *(order, progress, a_profile(), company_facts(), TODAY), taken_back=taken_back
    )


def codes(found: Standing) -> list[Code]:
    return [problem.code for problem in found.problems]


def edited(order: Order, **changes: object) -> Order:
    return replace(order, updated_at=SENT_AT + timedelta(hours=1), **changes)  # type: ignore[arg-type]


# what the shop's order alone says


def test_an_order_that_was_never_sent_is_ready_with_its_plans_and_notes() -> None:
    found = standing(an_order(finished=datetime(2026, 10, 1, tzinfo=OSLO)))
    assert (found.number, found.state) == ("10457", TransferState.READY)
    assert [plan.transfer_as for plan in found.plans] == [TransferAs.INVOICE, TransferAs.ORDER]
    assert found.plan is found.plans[0]
    assert codes(found) == [Code.MORE_THAN_A_MONTH, Code.OTHER_VAT_TERM]
    assert found.is_transferable


def test_an_order_that_can_only_be_an_order_has_one_plan() -> None:
    without_bank = replace(company_facts(), has_bank_account=False)
    order = an_order(method="collect")
    found = standing_of(order, Progress(), a_profile(), without_bank, TODAY)
    assert [plan.transfer_as for plan in found.plans] == [TransferAs.ORDER]
    assert found.plan_for(Choice(TransferAs.INVOICE)) is None


@pytest.mark.parametrize(
    ("order", "state", "code"),
    [
        (UNREADABLE, TransferState.STOPPED, Code.ATTRIBUTE_MISSING),
        (an_order(method="svea"), TransferState.STOPPED, Code.METHOD_UNMAPPED),
        (an_order(method="pos_cash"), TransferState.SKIPPED, Code.METHOD_LEFT_OUT),
        (an_order(status=STARTED), TransferState.NOT_COMPLETED, Code.STATUS_NOT_COMPLETED),
        (
            an_order(status=STARTED, finished=None),
            TransferState.NOT_COMPLETED,
            Code.STATUS_NOT_COMPLETED,
        ),
    ],
)
def test_an_order_that_is_not_to_be_transferred_says_why(
    order: Order | UnreadableOrder, state: TransferState, code: Code
) -> None:
    found = standing(order)
    assert (found.state, codes(found)) == (state, [code])
    assert not found.is_transferable


def test_an_order_that_is_stopped_has_no_plan() -> None:
    found = standing(UNREADABLE)
    assert found.plan is None
    assert found.plan_for(Choice()) is None


# what a person may choose


def test_the_plan_for_a_choice_is_the_one_of_its_kind() -> None:
    found = standing(an_order(method="card"))
    as_order = found.plan_for(Choice(TransferAs.ORDER))
    assert as_order is found.plans[1]
    assert found.plan_for(Choice()) is found.plan


def test_without_e_mail_nothing_is_sent_to_the_customer() -> None:
    found = standing(an_order(method="card"))
    assert found.plan is not None
    assert found.plan.send is SendType.EMAIL
    silent = found.plan_for(Choice(email=False))
    assert silent == replace(found.plan, send=None)


# what the journal adds


def test_an_order_with_an_unknown_outcome_is_uncertain_whatever_the_shop_says() -> None:
    lost = entry(Step.ORDER, Phase.UNANSWERED, ORDERED)
    for order in (an_order(), an_order(status=STARTED), UNREADABLE):
        found = standing(order, lost)
        assert (found.state, codes(found)) == (TransferState.UNCERTAIN, [Code.OUTCOME_UNKNOWN])
        assert found.is_transferable


def test_who_may_have_been_told_that_the_order_was_sent() -> None:
    fresh = replace(an_order(), finished_at=None)
    assert not standing(fresh).was_told_of
    assert not standing(UNREADABLE).was_told_of
    assert standing(an_order()).was_told_of
    told = StepFacts(status_id="5", notify=True)
    assert standing(fresh, entry(Step.STATUS, Phase.DONE, told)).was_told_of
    assert standing(fresh, *BOOKED).was_told_of


def test_an_order_has_the_status_that_the_shop_shows() -> None:
    assert standing(an_order()).has_status(SENT)
    assert not standing(an_order()).has_status(STARTED)
    assert not standing(UNREADABLE).has_status(SENT)


def test_an_order_that_was_left_midway_has_failed() -> None:
    refused = entry(Step.ORDER, Phase.REFUSED, ORDERED)
    found = standing(an_order(), refused)
    assert (found.state, codes(found)) == (TransferState.FAILED, [Code.TRANSFER_UNFINISHED])
    assert found.plan is not None


@pytest.mark.parametrize(
    ("order", "state"),
    [
        (an_order(method="svea"), TransferState.STOPPED),
        (an_order(status=STARTED), TransferState.NOT_COMPLETED),
    ],
)
def test_an_order_left_midway_that_cannot_go_on_says_why(
    order: Order, state: TransferState
) -> None:
    assert standing(order, entry(Step.ORDER, Phase.REFUSED, ORDERED)).state is state


def test_a_booked_order_is_transferred_with_its_invoice() -> None:
    found = standing(an_order(), *BOOKED)
    assert found.state is TransferState.TRANSFERRED
    assert found.problems == (Problem(Code.ALREADY_BOOKED, invoice=10201),)
    assert not found.is_transferable


def test_a_booked_order_that_is_not_what_was_asked_has_a_note() -> None:
    asked = replace(INVOICED, amount=Money(5000))
    found = standing(an_order(), entry(Step.INVOICE, Phase.INTENDED, asked), *BOOKED)
    assert found.state is TransferState.TRANSFERRED_WITH_NOTE
    assert codes(found) == [Code.AMOUNT_DIFFERS, Code.ALREADY_BOOKED]


def test_an_order_entered_as_an_order_is_transferred_with_its_number() -> None:
    found = standing(UNREADABLE, *ENTERED)
    assert found.state is TransferState.TRANSFERRED
    assert found.problems == (Problem(Code.ALREADY_ORDER, number="10457"),)


def test_a_credited_order_would_come_again_with_a_new_number() -> None:
    credited = entry(Step.INVOICE, Phase.DONE, replace(INVOICED, credited=True))
    found = standing(an_order(), *BOOKED, credited)
    assert found.state is TransferState.CREDITED
    assert codes(found) == [Code.INVOICE_CREDITED, Code.ALREADY_BOOKED]
    assert [plan.number for plan in found.plans] == ["10457-2", "10457-2"]
    assert not found.is_transferable


def test_an_order_in_its_second_round_stands_as_that_round_does() -> None:
    credited = entry(Step.INVOICE, Phase.DONE, replace(INVOICED, credited=True))
    refused = entry(Step.ORDER, Phase.REFUSED, replace(ORDERED, round=2))
    found = standing(an_order(), *BOOKED, credited, refused)
    assert found.state is TransferState.FAILED
    assert found.plan is not None
    assert (found.plan.number, found.plan.replaces) == ("10457-2", 10201)
    happened = [(each.step, each.phase, each.facts.round) for each in found.history]
    assert happened == [
        (Step.ORDER, Phase.DONE, 1),
        (Step.INVOICE, Phase.DONE, 1),
        (Step.INVOICE, Phase.DONE, 1),
        (Step.ORDER, Phase.REFUSED, 2),
    ]


@pytest.mark.parametrize(
    "order", [an_order(), UNREADABLE, an_order(method="pos_cash"), an_order(status=STARTED)]
)
def test_a_marked_order_is_transferred_as_a_person_says(order: Order | UnreadableOrder) -> None:
    mark = entry(Step.MARK, Phase.DONE, StepFacts(voucher="1042", remark="Ført for hånd"))
    found = standing(order, mark)
    said = Problem(
        Code.MARKED_AS_BOOKED, voucher="1042", remark="Ført for hånd", by="kari", at=SENT_AT
    )
    assert (found.state, found.problems) == (TransferState.TRANSFERRED, (said,))
    assert found.edited is None
    assert not found.is_transferable


def test_a_mark_that_was_taken_back_leaves_the_order_as_it_is() -> None:
    mark = entry(Step.MARK, Phase.DONE, StepFacts(voucher="1042"))
    taken_back = entry(Step.MARK, Phase.REVOKED, StepFacts(voucher="1042"))
    assert standing(an_order(), mark, taken_back).state is TransferState.READY


def test_what_was_asked_for_is_there_and_what_a_person_marked_is_not() -> None:
    credited = entry(Step.INVOICE, Phase.DONE, replace(INVOICED, credited=True))
    mark = entry(Step.MARK, Phase.DONE, StepFacts(voucher="1042"))
    assert all(standing(an_order(), *rows).is_there for rows in (BOOKED, ENTERED))
    assert standing(an_order(), *BOOKED, credited).is_there
    assert not standing(an_order()).is_there
    assert not standing(an_order(), mark).is_there


def test_only_what_needs_no_look_first_has_a_plan_to_send() -> None:
    lost = entry(Step.INVOICE, Phase.UNANSWERED, INVOICED)
    ready, uncertain = standing(an_order()), standing(an_order(), *ENTERED, lost)
    assert ready.plan_to_send == ready.plan
    assert uncertain.plan
    assert uncertain.plan_to_send is None
    assert standing(an_order(), *BOOKED).plan_to_send is None


# edited since


def test_an_order_that_the_shop_has_not_touched_since_is_as_it_was() -> None:
    other_set_up = replace(an_order(), updated_at=SENT_AT)
    assert standing(an_order(), *BOOKED).edited is None
    assert standing(other_set_up, *BOOKED).edited is None


def test_an_order_of_another_sum_is_told_with_the_difference() -> None:
    order = edited(an_order(lines=[a_line("80.00")], total="80.00"))
    difference = Problem(Code.EDITED_SINCE, before=SUM, after=Money(8000), difference=Money(-900))
    assert standing(order, *BOOKED).edited == difference


def test_an_order_with_other_lines_of_the_same_sum_is_told_too() -> None:
    found = standing(edited(an_order()), *BOOKED)
    assert found.edited == Problem(Code.EDITED_SINCE, before=SUM, after=SUM, difference=Money(0))


def test_an_order_that_was_touched_but_has_the_same_lines_is_as_it_was() -> None:
    order = edited(an_order())
    plan = standing(order).plan
    assert plan is not None
    sent = entry(Step.ORDER, Phase.DONE, replace(ORDERED, fingerprint=plan.fingerprint))
    assert standing(order, sent).edited is None


def test_an_order_that_could_no_longer_be_transferred_is_compared_by_its_sum() -> None:
    assert standing(edited(an_order(method="svea")), *BOOKED).edited is None
    dearer = edited(an_order(lines=[a_line("99.00")], total="99.00", method="svea"))
    found = standing(dearer, *BOOKED).edited
    assert found is not None
    assert found.params["after"] == Money(9900)


def test_an_order_of_another_currency_has_no_difference_to_tell() -> None:
    order = edited(an_order(method="svea", currency="SEK"))
    found = standing(order, *BOOKED).edited
    assert found is not None
    assert found.params["difference"] is None


def test_an_order_whose_sum_was_not_written_down_is_not_compared() -> None:
    sent = entry(Step.ORDER, Phase.DONE, replace(ORDERED, amount=None))
    assert standing(edited(an_order()), sent).edited is None


# credit notes


BACK = an_order(lines=[a_line(quantity="-1")], total="-89.00")
WHOLE = StepFacts(
    transfer_as=TransferAs.INVOICE,
    invoice_id=7003,
    invoice_number=10207,
    amount=-SUM,
    outstanding=-SUM,
    credits=7002,
    fingerprint=FINGERPRINT,
)
OWED = replace(WHOLE, refund=(VIPPS.id, -8900))
PAID_BACK = StepFacts(invoice_id=7003, amount=-SUM, outstanding=Money(0))


def credited(facts: StepFacts, order: Order | UnreadableOrder = BACK) -> Standing:
    return standing(order, entry(Step.INVOICE, Phase.DONE, facts))


def test_a_credit_order_that_needed_no_order_is_told_when_it_was_edited() -> None:
    assert credited(WHOLE).edited is None
    two = edited(an_order(lines=[a_line(quantity="-2")], total="-178.00"))
    found = credited(WHOLE, two).edited
    assert found == Problem(
        Code.EDITED_SINCE, before=-SUM, after=Money(-17800), difference=Money(-8900)
    )
    plan = standing(BACK).plan
    assert plan is not None
    assert credited(replace(WHOLE, fingerprint=plan.fingerprint), edited(BACK)).edited is None


def test_what_was_said_later_of_the_money_hides_no_edit() -> None:
    note = entry(Step.INVOICE, Phase.DONE, WHOLE)
    decided = entry(Step.INVOICE, Phase.DONE, OWED)
    later = replace(decided, at=SENT_AT + timedelta(days=2))
    two = edited(an_order(lines=[a_line(quantity="-2")], total="-178.00"))
    assert standing(two, note, later).edited is not None


def test_an_invoice_of_an_order_is_compared_by_that_order() -> None:
    other = replace(INVOICED, fingerprint="")
    order = edited(an_order())
    plan = standing(order).plan
    assert plan is not None
    sent = entry(Step.ORDER, Phase.DONE, replace(ORDERED, fingerprint=plan.fingerprint))
    assert standing(order, sent, entry(Step.INVOICE, Phase.DONE, other)).edited is None


def test_the_refund_is_of_the_booked_note_whatever_the_shop_says_now() -> None:
    two = an_order(lines=[a_line(quantity="-2")], total="-178.00")
    for order in (BACK, two, an_order(method="svea"), an_order(status=STARTED), UNREADABLE):
        found = credited(OWED, order)
        assert found.refund == PlannedPayment(VIPPS.id, -SUM)
        assert found.owes_refund
        assert found.plan_to_send is None
        assert found.is_transferable


def test_the_decided_payment_type_counts_and_else_that_of_the_method() -> None:
    assert credited(replace(OWED, refund=(CARD.id, -8900))).refund == PlannedPayment(CARD.id, -SUM)
    assert credited(WHOLE).refund == PlannedPayment(VIPPS.id, -SUM)
    assert not credited(WHOLE).owes_refund
    for order in (an_order(method="svea"), an_order(method="invoice"), UNREADABLE):
        assert credited(WHOLE, order).refund is None


def test_nothing_is_paid_back_twice_and_of_a_sale_nothing() -> None:
    note, refund = (
        entry(Step.INVOICE, Phase.DONE, OWED),
        entry(Step.REFUND, Phase.DONE, PAID_BACK),
    )
    assert standing(BACK, note, refund).refund is None
    assert standing(an_order(), *BOOKED).refund is None
    assert standing(an_order()).refund is None


# a sale that its credit order took back


TAKEN_BACK = Problem(Code.TAKEN_BACK, invoice=10201, order="10463")


def test_a_sale_that_was_taken_back_tells_so_and_offers_no_new_round() -> None:
    gone = entry(Step.INVOICE, Phase.DONE, replace(INVOICED, credited=True))
    found = standing(an_order(), *BOOKED, gone, taken_back=TAKEN_BACK)
    assert found.state is TransferState.CREDITED
    assert codes(found) == [Code.TAKEN_BACK, Code.ALREADY_BOOKED]
    assert [plan.number for plan in found.plans] == ["10457", "10457"]
    assert found.is_there
    assert not found.may_go_again
    assert standing(an_order(), *BOOKED, gone).may_go_again


def test_a_sale_of_which_a_part_was_taken_back_tells_so() -> None:
    part = entry(Step.INVOICE, Phase.DONE, replace(INVOICED, credited_part=Money(4000)))
    found = standing(an_order(), *BOOKED, part, taken_back=TAKEN_BACK)
    assert found.state is TransferState.TRANSFERRED_WITH_NOTE
    assert codes(found) == [Code.TAKEN_BACK, Code.ALREADY_BOOKED]
