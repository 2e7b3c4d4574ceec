"""The date cases C1 to C11 of accounting.md, and the rules 1 and 2 behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from tests.fakes.clock import NINE
from tests.orders.building import (
    OSLO,
    TWO_MONTHS,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.invoice_dates import Dating, InvoiceDates, invoice_dates
from tripletex_wizard.domain.ledger import AccountingPeriod, LedgerFacts, VatRegistration
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import Profile, SalesDocument
from tripletex_wizard.domain.rounds import in_round, upcoming
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Progress, Step, StepFacts
from tripletex_wizard.domain.vat_terms import VatTerm, VatTerms

TERM_5, TERM_6 = VatTerm(2026, 5, 2), VatTerm(2026, 6, 2)
TERM_1 = VatTerm(2027, 1, 2)
OTHER_TERM = Problem(Code.OTHER_VAT_TERM, delivered_term=TERM_5, invoice_term=TERM_6)
END_OF_OCTOBER = date(2026, 10, 31)
FIRST_ROUND = Progress()
CREDITED = StepFacts(invoice_id=7002, invoice_number=10201, credited=True)
SECOND_ROUND = upcoming(
    Progress((JournalEntry("10457", Step.INVOICE, Phase.DONE, NINE, CREDITED),))
)


def months(closed_through: date = date.min) -> Iterator[AccountingPeriod]:
    """The months of 2026 and 2027."""
    firsts = [date(year, month, 1) for year in (2026, 2027) for month in range(1, 13)]
    for first, following in zip(firsts, [*firsts[1:], date(2028, 1, 1)], strict=True):
        yield AccountingPeriod(first, following, is_closed=first <= closed_through)


def company(closed_through: date = date.min) -> LedgerFacts:
    return replace(company_facts(), periods=tuple(months(closed_through)))


def closed(*months_of_2026: int) -> LedgerFacts:
    """A company whose periods of just these months are closed."""
    periods = (
        replace(row, is_closed=row.start.year == 2026 and row.start.month in months_of_2026)
        for row in months()
    )
    return replace(company_facts(), periods=tuple(periods))


def planned(
    delivered: datetime,
    today: date,
    *,
    dating: Dating | None = None,
    facts: LedgerFacts | None = None,
    transfer_as: TransferAs | None = None,
    kept: date | None = None,
) -> PostingPlan:
    plan = plan_posting(
        an_order(finished=delivered),
        a_profile(),
        facts or company(),
        today=today,
        choice=Choice(transfer_as, dating=dating),
        kept=kept,
    )
    return in_round(plan, Progress())


def at(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=OSLO)


@dataclass(frozen=True)
class Case:
    """A row of part C: `offered` is the other date, `withheld` why there is none."""

    delivered: datetime
    today: date
    offered: date | None = None
    withheld: Code | None = None
    term: VatTerm = TERM_6
    offered_term: VatTerm | None = None
    notes: tuple[Problem, ...] = ()
    closed_through: date = date.min


NOT_DELIVERED, TOO_LATE, CLOSED = (
    Code.LAST_MONTH_NOT_DELIVERED,
    Code.LAST_MONTH_TOO_LATE,
    Code.LAST_MONTH_CLOSED,
)
LATE = Problem(Code.MORE_THAN_A_MONTH, delivered=date(2026, 9, 20))
CASES = {
    "C1": Case(at(2026, 11, 21), date(2026, 11, 23), withheld=NOT_DELIVERED),
    "C2": Case(
        at(2026, 10, 30),
        date(2026, 11, 3),
        offered=END_OF_OCTOBER,
        offered_term=TERM_5,
        notes=(OTHER_TERM,),
    ),
    "C3": Case(at(2026, 10, 30), date(2026, 11, 16), withheld=TOO_LATE, notes=(OTHER_TERM,)),
    "C4": Case(at(2026, 11, 2), date(2026, 11, 3), withheld=NOT_DELIVERED),
    "C5": Case(at(2026, 9, 20), date(2026, 11, 23), withheld=TOO_LATE, notes=(LATE, OTHER_TERM)),
    "C6": Case(
        at(2026, 10, 30),
        date(2026, 11, 3),
        withheld=CLOSED,
        notes=(OTHER_TERM,),
        closed_through=date(2026, 10, 31),
    ),
    "C7": Case(
        at(2026, 12, 31),
        date(2027, 1, 4),
        offered=date(2026, 12, 31),
        term=TERM_1,
        offered_term=TERM_6,
        notes=(Problem(Code.OTHER_VAT_TERM, delivered_term=TERM_6, invoice_term=TERM_1),),
    ),
    "C10": Case(
        at(2026, 10, 31, 23, 58),
        date(2026, 11, 3),
        offered=END_OF_OCTOBER,
        offered_term=TERM_5,
        notes=(OTHER_TERM,),
    ),
    "C11": Case(at(2026, 10, 31), date(2026, 11, 20), withheld=TOO_LATE, notes=(OTHER_TERM,)),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_date_cases(case: Case) -> None:
    facts = company(case.closed_through)
    plan = planned(case.delivered, case.today, facts=facts)
    assert plan.delivery_date == case.delivered.date()
    assert plan.dates.earlier == case.offered
    assert (plan.dates.withheld.code if plan.dates.withheld else None) == case.withheld
    assert (plan.invoice_date, plan.vat_term, plan.notes) == (case.today, case.term, case.notes)


@pytest.mark.parametrize("case", [row for row in CASES.values() if row.offered])
def test_a_date_that_is_offered_can_be_chosen_and_then_lies_in_the_term_of_delivery(
    case: Case,
) -> None:
    plan = planned(case.delivered, case.today, dating=Dating.LAST_MONTH)
    assert (plan.invoice_date, plan.vat_term, plan.notes) == (case.offered, case.offered_term, ())
    today = planned(case.delivered, case.today, dating=Dating.TODAY)
    assert (today.invoice_date, today.notes) == (case.today, case.notes)


def test_c8_an_order_that_is_not_delivered_is_stopped() -> None:
    with pytest.raises(OrderStopped) as stopped:
        plan_posting(
            an_order(finished=None),
            a_profile(),
            company(),
            today=date(2026, 11, 23),
            choice=Choice(dating=Dating.LAST_MONTH),
        )
    assert stopped.value.problems == (Problem(Code.NOT_DELIVERED),)


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        (date(2026, 11, 1), END_OF_OCTOBER),
        (date(2026, 11, 15), END_OF_OCTOBER),
        (date(2026, 11, 16), None),
        (date(2026, 11, 30), None),
        (date(2026, 12, 1), date(2026, 11, 30)),
    ],
)
def test_the_month_before_may_be_used_from_the_1st_to_the_15th(
    today: date, offered: date | None
) -> None:
    assert invoice_dates(date(2026, 10, 30), today, company()).earlier == offered


def test_the_last_day_of_february_is_offered_as_it_is() -> None:
    february = AccountingPeriod(date(2028, 2, 1), date(2028, 3, 1), is_closed=False)
    leap = replace(company(), periods=(february,))
    assert invoice_dates(date(2028, 2, 3), date(2028, 3, 5), leap).earlier == date(2028, 2, 29)


def test_why_a_date_is_withheld_names_it() -> None:
    def withheld(delivered: date, today: date, facts: LedgerFacts) -> Problem | None:
        return invoice_dates(delivered, today, facts).withheld

    october, closed = date(2026, 10, 30), company(END_OF_OCTOBER)
    assert withheld(date(2026, 11, 2), date(2026, 11, 3), closed) == Problem(
        NOT_DELIVERED, invoice_date=END_OF_OCTOBER, delivered=date(2026, 11, 2)
    )
    assert withheld(october, date(2026, 11, 16), closed) == Problem(
        TOO_LATE, invoice_date=END_OF_OCTOBER
    )
    assert withheld(october, date(2026, 11, 3), closed) == Problem(
        CLOSED, invoice_date=END_OF_OCTOBER
    )


def test_a_date_is_offered_only_where_its_period_is_known_to_be_open() -> None:
    unread = invoice_dates(date(2026, 10, 30), date(2026, 11, 3), company_facts())
    assert unread.earlier is None
    assert unread.withheld == Problem(Code.LAST_MONTH_UNKNOWN, invoice_date=END_OF_OCTOBER)


# what a person chooses


@pytest.mark.parametrize(
    ("today", "facts", "code"),
    [
        (date(2026, 11, 16), company(), TOO_LATE),
        (date(2026, 11, 3), company(END_OF_OCTOBER), CLOSED),
        (date(2026, 11, 3), company_facts(), Code.LAST_MONTH_UNKNOWN),
    ],
)
def test_an_order_is_stopped_and_not_moved_to_another_month_than_was_chosen(
    today: date, facts: LedgerFacts, code: Code
) -> None:
    delivered = at(2026, 10, 30)
    with pytest.raises(OrderStopped) as stopped:
        planned(delivered, today, dating=Dating.LAST_MONTH, facts=facts)
    assert [problem.code for problem in stopped.value.problems] == [code]
    for dating in (None, Dating.TODAY):
        assert planned(delivered, today, dating=dating, facts=facts).invoice_date == today
    as_order = planned(
        delivered, today, dating=Dating.LAST_MONTH, facts=facts, transfer_as=TransferAs.ORDER
    )
    assert as_order.transfer_as is TransferAs.ORDER


def test_a_date_that_is_chosen_is_the_one_whose_period_must_be_open() -> None:
    delivered, today = at(2026, 10, 30), date(2026, 11, 3)
    chosen = planned(delivered, today, dating=Dating.LAST_MONTH, facts=closed(11))
    assert chosen.invoice_date == END_OF_OCTOBER
    for dating in (None, Dating.TODAY):
        with pytest.raises(OrderStopped) as stopped:
            planned(delivered, today, dating=dating, facts=closed(11))
        assert stopped.value.problems == (Problem(Code.PERIOD_CLOSED, invoice_date=today),)


def test_what_was_delivered_this_month_has_no_other_date_than_that_of_a_closed_period() -> None:
    with pytest.raises(OrderStopped) as stopped:
        planned(at(2026, 11, 2), date(2026, 11, 3), dating=Dating.LAST_MONTH, facts=closed(11))
    assert [problem.code for problem in stopped.value.problems] == [Code.PERIOD_CLOSED]


@pytest.mark.parametrize("dating", [None, *Dating])
def test_an_open_order_books_nothing_so_that_no_closed_period_stops_it(
    dating: Dating | None,
) -> None:
    plan = planned(
        at(2026, 11, 2),
        date(2026, 11, 3),
        dating=dating,
        facts=closed(10, 11),
        transfer_as=TransferAs.ORDER,
    )
    assert (plan.transfer_as, plan.notes) == (TransferAs.ORDER, ())
    assert plan.refusal == Problem(Code.PERIOD_CLOSED, invoice_date=date(2026, 11, 3))


def test_an_open_order_is_not_made_of_what_is_not_delivered_either() -> None:
    with pytest.raises(OrderStopped) as stopped:
        plan_posting(
            an_order(finished=None),
            a_profile(),
            closed(11),
            today=date(2026, 11, 3),
            choice=Choice(TransferAs.ORDER),
        )
    assert stopped.value.problems == (Problem(Code.NOT_DELIVERED),)


@pytest.mark.parametrize(
    ("today", "facts"),
    [(date(2026, 11, 16), company()), (date(2026, 11, 3), closed(10))],
    ids=["too late", "closed"],
)
def test_after_a_credit_note_no_date_of_last_month_is_asked_for(
    today: date, facts: LedgerFacts
) -> None:
    choice = Choice(dating=Dating.LAST_MONTH)
    order = an_order(finished=at(2026, 10, 30))
    plan = plan_posting(order, a_profile(), facts, today=today, choice=choice)
    assert in_round(plan, SECOND_ROUND).invoice_date == today


def test_after_a_credit_note_a_date_of_last_month_does_not_help_when_today_is_closed() -> None:
    order, today = an_order(finished=at(2026, 10, 30)), date(2026, 11, 3)
    choice = Choice(dating=Dating.LAST_MONTH)
    plan = plan_posting(order, a_profile(), closed(11), today=today, choice=choice)
    with pytest.raises(OrderStopped) as stopped:
        in_round(plan, SECOND_ROUND)
    assert stopped.value.problems == (Problem(Code.PERIOD_CLOSED, invoice_date=today),)
    as_order = replace(choice, transfer_as=TransferAs.ORDER)
    plan = plan_posting(order, a_profile(), closed(11), today=today, choice=as_order)
    assert in_round(plan, SECOND_ROUND).replaces == 10201


@pytest.mark.parametrize("today", [date(2026, 11, 3), date(2026, 11, 16)])
def test_an_order_delivered_this_month_is_dated_today_whatever_is_chosen(today: date) -> None:
    plan = planned(at(2026, 11, 2), today, dating=Dating.LAST_MONTH)
    assert (plan.invoice_date, plan.notes) == (today, ())


def test_an_open_order_has_no_note_of_where_an_invoice_would_be_posted() -> None:
    plan = planned(at(2026, 10, 30), date(2026, 11, 16), transfer_as=TransferAs.ORDER)
    assert plan.notes == ()


# a request that never took effect

OCTOBER = date(2026, 10, 30)


@pytest.mark.parametrize(
    ("kept", "today", "closed_through", "expected"),
    [
        # within the month of issue
        (date(2026, 11, 3), date(2026, 11, 16), date.min, date(2026, 11, 3)),
        (date(2026, 11, 3), date(2026, 11, 3), date.min, date(2026, 11, 3)),
        # the month before, as long as it might be chosen anew
        (END_OF_OCTOBER, date(2026, 11, 15), date.min, END_OF_OCTOBER),
        (END_OF_OCTOBER, date(2026, 11, 16), date.min, date(2026, 11, 16)),
        (END_OF_OCTOBER, date(2026, 11, 5), END_OF_OCTOBER, date(2026, 11, 5)),
        # any other day of the month before, a day to come, and a closed month
        (OCTOBER, date(2026, 11, 5), date.min, date(2026, 11, 5)),
        (date(2026, 11, 6), date(2026, 11, 5), date.min, date(2026, 11, 5)),
        (date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 30), date(2026, 11, 5)),
        (date(2025, 11, 3), date(2026, 11, 5), date.min, date(2026, 11, 5)),
    ],
)
def test_the_date_of_a_request_without_effect_stands_while_it_may(
    kept: date, today: date, closed_through: date, expected: date
) -> None:
    dates = invoice_dates(OCTOBER, today, company(closed_through), kept=kept)
    assert (dates.issued, dates.usual) == (today, expected)
    assert dates.chosen(None) == expected
    assert dates.chosen(Dating.TODAY) == today


def test_the_last_day_of_the_month_before_is_not_kept_for_what_was_delivered_later() -> None:
    dates = invoice_dates(date(2026, 11, 2), date(2026, 11, 5), company(), kept=END_OF_OCTOBER)
    assert dates.usual == date(2026, 11, 5)


# C9: the shop's receipt is the sales document

BY_RECEIPT = a_profile(replace(transfer_rules(), sales_document=SalesDocument.RECEIPT))
DELIVERED_21 = at(2026, 11, 21)


def by_receipt(
    order: Order,
    today: date,
    *,
    choice: Choice,
    facts: LedgerFacts,
    progress: Progress = FIRST_ROUND,
) -> PostingPlan:
    return in_round(plan_posting(order, BY_RECEIPT, facts, today=today, choice=choice), progress)


@pytest.mark.parametrize("dating", [None, *Dating])
def test_c9_the_receipts_day_is_the_invoice_date_and_no_other_is_offered(
    dating: Dating | None,
) -> None:
    plan = by_receipt(
        an_order(finished=DELIVERED_21),
        date(2026, 11, 23),
        choice=Choice(dating=dating),
        facts=company(),
    )
    assert (plan.invoice_date, plan.delivery_date) == (date(2026, 11, 21), date(2026, 11, 21))
    assert (plan.dates.earlier, plan.dates.withheld, plan.notes) == (None, None, ())


def test_c9_a_receipt_of_long_ago_was_issued_in_time_and_in_its_own_term() -> None:
    order = an_order(finished=at(2026, 9, 20))
    plan = by_receipt(order, date(2026, 11, 23), choice=Choice(), facts=company())
    assert (plan.invoice_date, plan.vat_term, plan.notes) == (date(2026, 9, 20), TERM_5, ())


@pytest.mark.parametrize(
    ("method", "transfer_as"),
    [("invoice", None), ("vipps", TransferAs.ORDER)],
    ids=["not paid", "an open order"],
)
def test_c9_only_what_is_paid_and_invoiced_has_a_receipt(
    method: str, transfer_as: TransferAs | None
) -> None:
    order = an_order(method=method, finished=DELIVERED_21)
    today = date(2026, 11, 23)
    plan = by_receipt(order, today, choice=Choice(transfer_as), facts=company())
    assert not plan.dates.by_receipt
    assert plan.invoice_date == today


def test_c9_what_a_gift_card_has_paid_wholly_has_a_receipt() -> None:
    gift_card = a_row(TotalKind.GIFT_CARD, "-89.00")
    order = an_order(method="gift_voucher", rows=(gift_card,), total="0.00", finished=DELIVERED_21)
    plan = by_receipt(order, date(2026, 11, 23), choice=Choice(), facts=company())
    assert plan.invoice_date == date(2026, 11, 21)


def test_c9_the_customer_does_not_get_a_second_sales_document() -> None:
    order = an_order(method="card", finished=DELIVERED_21)
    today = date(2026, 11, 23)
    assert by_receipt(order, today, choice=Choice(), facts=company()).send is None
    assert plan_posting(order, a_profile(), company(), today=today, choice=Choice()).send


def test_c9_a_receipt_of_a_closed_period_stops_the_order() -> None:
    order = an_order(finished=at(2026, 10, 30))
    with pytest.raises(OrderStopped) as stopped:
        by_receipt(order, date(2026, 11, 3), choice=Choice(), facts=company(END_OF_OCTOBER))
    assert stopped.value.problems == (
        Problem(Code.RECEIPT_PERIOD_CLOSED, invoice_date=date(2026, 10, 30)),
    )


def test_c9_the_period_of_today_does_not_matter_to_a_receipt() -> None:
    order = an_order(finished=at(2026, 10, 30))
    plan = by_receipt(order, date(2026, 11, 3), choice=Choice(), facts=closed(11))
    assert plan.invoice_date == date(2026, 10, 30)


@pytest.mark.parametrize("dating", [None, *Dating])
@pytest.mark.parametrize(
    ("facts", "round_1", "round_2"),
    [
        (company(), date(2026, 10, 30), date(2026, 11, 3)),
        (closed(10), Code.RECEIPT_PERIOD_CLOSED, date(2026, 11, 3)),
        (closed(11), date(2026, 10, 30), Code.PERIOD_CLOSED),
        (closed(10, 11), Code.RECEIPT_PERIOD_CLOSED, Code.PERIOD_CLOSED),
    ],
    ids=["both open", "October closed", "November closed", "both closed"],
)
def test_c9_after_a_credit_note_the_day_of_issue_is_checked_and_not_the_receipt_s(
    dating: Dating | None, facts: LedgerFacts, round_1: date | Code, round_2: date | Code
) -> None:
    order, choice = an_order(finished=at(2026, 10, 30)), Choice(dating=dating)

    def date_in(progress: Progress) -> date | Code:
        today = date(2026, 11, 3)
        try:
            plan = by_receipt(order, today, choice=choice, facts=facts, progress=progress)
        except OrderStopped as stopped:
            (problem,) = stopped.problems
            return problem.code
        return plan.invoice_date

    assert (date_in(FIRST_ROUND), date_in(SECOND_ROUND)) == (round_1, round_2)


def test_c9_an_order_without_delivery_is_stopped_for_that_alone() -> None:
    with pytest.raises(OrderStopped) as stopped:
        by_receipt(an_order(finished=None), date(2026, 11, 3), choice=Choice(), facts=company())
    assert stopped.value.problems == (Problem(Code.NOT_DELIVERED),)


# credit notes

RETURNED = an_order(lines=[a_line("89.00", "-1")], total="-89.00", finished=at(2026, 10, 30))


@pytest.mark.parametrize("profile", [a_profile(), BY_RECEIPT], ids=["by invoice", "by receipt"])
@pytest.mark.parametrize("dating", [None, *Dating])
@pytest.mark.parametrize("closed_through", [date.min, END_OF_OCTOBER])
def test_a_credit_note_has_the_day_of_issue_whatever_the_sale_had(
    profile: Profile, dating: Dating | None, closed_through: date
) -> None:
    choice = Choice(dating=dating, is_refunded=True)
    today, facts = date(2026, 11, 3), company(closed_through)
    plan = plan_posting(RETURNED, profile, facts, today=today, choice=choice)
    assert (plan.is_credit_note, plan.invoice_date) == (True, today)
    assert plan.dates.earlier is None


def test_a_lost_credit_note_is_dated_as_it_is_shown() -> None:
    def dated(dating: Dating | None) -> date:
        choice = Choice(dating=dating, is_refunded=True)
        today, kept = date(2026, 11, 5), date(2026, 11, 3)
        plan = plan_posting(RETURNED, a_profile(), company(), today=today, choice=choice, kept=kept)
        return plan.invoice_date

    assert dated(None) == dated(Dating.LAST_MONTH) == date(2026, 11, 3)
    assert dated(Dating.TODAY) == date(2026, 11, 5)


# VAT terms


@pytest.mark.parametrize(
    "terms", [VatTerms(), VatTerms((TWO_MONTHS,), is_registered=False)], ids=["unknown", "none"]
)
def test_without_known_terms_nothing_is_said_of_them(terms: VatTerms) -> None:
    dates = InvoiceDates(date(2026, 11, 16), date(2026, 11, 16), terms=terms)
    assert dates.term_note(OCTOBER, date(2026, 11, 16)) == ()


def test_a_company_that_is_not_registered_has_no_term_on_its_invoices() -> None:
    facts = replace(company(), registration=VatRegistration.NOT_REGISTERED)
    assert facts.vat_terms.of(OCTOBER) is None
    assert company().vat_terms.of(OCTOBER) == TERM_5


# after a credit note


def test_nothing_is_offered_anew_after_a_credit_note() -> None:
    dates = invoice_dates(OCTOBER, date(2026, 11, 3), company()).anew
    assert (dates.earlier, dates.withheld, dates.usual) == (None, None, date(2026, 11, 3))
    assert dates.chosen(Dating.LAST_MONTH) == date(2026, 11, 3)
    receipt = invoice_dates(OCTOBER, date(2026, 11, 3), company(), by_receipt=True).anew
    assert receipt == dates
