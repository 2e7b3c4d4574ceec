from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.orders.building import (
    CARD,
    EXEMPT,
    GIFT_CARD,
    GREIER,
    HIGH,
    KARI,
    OSLO,
    SENT,
    TODAY,
    VIPPS,
    a_guest,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.batch_preview import (
    AGAIN,
    BatchPreview,
    Completing,
    DateOffer,
    Deed,
    NotSent,
    as_foretold,
    completing_of,
    preview_of,
)
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.domain.ledger import AccountingPeriod, LedgerAccount, LedgerFacts
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, TotalKind, UnreadableOrder
from tripletex_wizard.domain.plan import PlannedPayment
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.posting_sums import (
    DateSum,
    date_sums,
    movements,
    payment_sums,
    vat_sums,
)
from tripletex_wizard.domain.profile import CompanyInvoices, SalesDocument
from tripletex_wizard.domain.standing import Standing, standing_of
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Outcome,
    Phase,
    Progress,
    Step,
    StepFacts,
    TransferState,
)
from tripletex_wizard.domain.vat_terms import VatTerm

AS_INVOICE, AS_ORDER = TransferAs.INVOICE, TransferAs.ORDER
AT = datetime(2026, 11, 22, 12, tzinfo=OSLO)
PROFILE, FACTS = a_profile(), company_facts()
TYPES = FACTS.payment_types
ORDERED = StepFacts(
    order_id=7, order_number="10457", transfer_as=AS_ORDER, amount=Money(8900), fingerprint="x"
)
INVOICED = StepFacts(
    order_id=7,
    transfer_as=AS_INVOICE,
    invoice_id=8,
    invoice_number=10201,
    amount=Money(8900),
    outstanding=Money(0),
)
UNDER_WAY = OrderStatus("2", "Under behandling")


def progress(*steps: tuple[Step, Phase, StepFacts]) -> Progress:
    return Progress(
        tuple(JournalEntry("10457", step, phase, AT, facts) for step, phase, facts in steps)
    )


def standing(order: Order | UnreadableOrder, so_far: Progress | None = None) -> Standing:
    return standing_of(order, so_far or Progress(), PROFILE, FACTS, TODAY)


def preview(
    *standings: Standing, choice: Choice | None = None, completing: Completing = Completing.NO
) -> BatchPreview:
    return preview_of(standings, choice or Choice(), PROFILE, completing)


def deed(
    order: Standing, transfer_as: TransferAs | None = None, completing: Completing = Completing.NO
) -> Deed:
    (row,) = preview(order, choice=Choice(transfer_as), completing=completing).rows
    return row.deed


ENTERED = standing(an_order(), progress((Step.ORDER, Phase.DONE, ORDERED)))
BOOKED = standing(
    an_order(),
    progress((Step.ORDER, Phase.DONE, ORDERED), (Step.INVOICE, Phase.DONE, INVOICED)),
)
REFUNDED = Choice(is_refunded=True)
CREDITED = standing(
    an_order(), progress((Step.INVOICE, Phase.DONE, replace(INVOICED, credited=True)))
)
REFUSED = standing(an_order(), progress((Step.CUSTOMER, Phase.DONE, StepFacts(customer_id=1))))
LOST = standing(an_order(), progress((Step.ORDER, Phase.UNANSWERED, ORDERED)))
STOPPED = standing(an_order("10474", lines=[a_line(rate="17")]))
UNREADABLE = standing(UnreadableOrder("10475", Problem(Code.ATTRIBUTE_MISSING, attribute="totals")))


def test_an_order_that_was_never_sent_is_sent() -> None:
    assert deed(standing(an_order())) is Deed.SEND


def test_an_open_order_is_invoiced_when_an_invoice_is_asked_for_and_else_left_as_it_is() -> None:
    assert deed(ENTERED, AS_INVOICE) is Deed.INVOICE_ORDER
    assert deed(ENTERED, AS_ORDER) is Deed.NOTHING


def test_what_is_booked_is_sent_nowhere_again_until_it_has_been_credited() -> None:
    assert deed(BOOKED) is Deed.NOTHING
    assert deed(CREDITED) is Deed.ANEW


def test_among_others_a_credited_order_is_left_out_with_its_reason() -> None:
    credited, _ = preview(CREDITED, standing(an_order("2"))).rows
    assert credited.deed is Deed.LEFT_OUT
    assert credited.reasons == (Problem(Code.INVOICE_CREDITED, invoice=10201),)


def test_an_order_that_is_marked_as_booked_is_sent_nowhere() -> None:
    marked = progress((Step.MARK, Phase.DONE, StepFacts(voucher="17")))
    assert deed(standing(an_order(), marked)) is Deed.NOTHING
    ordered = Progress((*ENTERED.progress.entries, *marked.entries))
    assert deed(standing(an_order(), ordered), AS_INVOICE) is Deed.NOTHING


def test_a_marked_order_is_left_out_of_what_gets_a_status_in_the_shop() -> None:
    marked = standing(an_order(), progress((Step.MARK, Phase.DONE, StepFacts(voucher="17"))))
    assert deed(marked, completing=Completing.OWN_COPY) is Deed.NOTHING
    without_account = replace(marked, plans=marked.plans[:1])
    for order in (marked, without_account):
        for way in (AS_ORDER, AS_INVOICE):
            chosen = Choice(way)
            (row,) = preview(order, choice=chosen, completing=Completing.IN_SHOP).rows
            assert row.deed is Deed.LEFT_OUT
            assert [each.code for each in row.reasons] == [Code.MARKED_AS_BOOKED]


def test_a_failed_order_goes_on_and_an_uncertain_one_is_looked_up() -> None:
    assert REFUSED.state is TransferState.FAILED
    assert deed(REFUSED) is Deed.RESUME
    assert deed(LOST) is Deed.LOOK_UP
    assert {Deed.RESUME, Deed.LOOK_UP} < AGAIN


def test_a_stopped_and_an_unreadable_order_are_left_out_with_their_reasons() -> None:
    both = preview(STOPPED, UNREADABLE, standing(an_order()))
    left = both.of(Deed.LEFT_OUT)
    assert [row.reasons for row in left] == [STOPPED.problems, UNREADABLE.problems]
    assert left[1].customer is None
    assert both.numbers == ("10457",)


def test_without_a_bank_account_an_order_cannot_be_an_invoice() -> None:
    facts = replace(FACTS, has_bank_account=False)
    order = standing_of(an_order(method="collect"), Progress(), PROFILE, facts, TODAY)
    (row,) = preview(order, choice=Choice(AS_INVOICE)).rows
    assert row.deed is Deed.LEFT_OUT
    assert row.reasons == (Problem(Code.BANK_ACCOUNT_MISSING),)
    assert deed(order, AS_ORDER) is Deed.SEND


def test_a_receipt_of_a_closed_month_says_that_when_its_order_is_to_be_invoiced() -> None:
    october = AccountingPeriod(date(2026, 10, 1), date(2026, 11, 1), is_closed=True)
    facts = replace(FACTS, periods=(october,))
    rows = tuple(replace(row, transfer_as=AS_ORDER) for row in PROFILE.mapping.rows)
    profile = replace(
        PROFILE,
        rules=replace(PROFILE.rules, sales_document=SalesDocument.RECEIPT),
        mapping=replace(PROFILE.mapping, rows=rows),
    )
    sold = an_order(finished=datetime(2026, 10, 21, 9, 12, tzinfo=OSLO))
    order = standing_of(sold, Progress(), profile, facts, TODAY)
    assert order.state is TransferState.READY
    (row,) = preview_of([order], Choice(AS_INVOICE), profile).rows
    assert [reason.code for reason in row.reasons] == [order.not_otherwise[0].code]
    assert row.reasons != (Problem(Code.BANK_ACCOUNT_MISSING),)


DEPARTMENT_NEEDED = replace(
    FACTS, sales_accounts={3000: LedgerAccount(3000, 3000, "Salg", requires_department=True)}
)
CLOSED_TODAY = replace(
    FACTS, periods=(AccountingPeriod(date(2026, 11, 1), date(2026, 12, 1), is_closed=True),)
)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (DEPARTMENT_NEEDED, Code.DEPARTMENT_REQUIRED),
        (CLOSED_TODAY, Code.PERIOD_CLOSED),
    ],
)
def test_what_cannot_be_invoiced_says_why(facts: LedgerFacts, code: Code) -> None:
    order = standing_of(an_order(method="collect"), Progress(), PROFILE, facts, TODAY)
    assert deed(order) is Deed.SEND
    (row,) = preview(order, choice=Choice(AS_INVOICE)).rows
    assert row.deed is Deed.LEFT_OUT
    assert [reason.code for reason in row.reasons] == [code]


@pytest.mark.parametrize(
    ("finished", "completing", "expected"),
    [
        (True, Completing.NO, Deed.LEFT_OUT),
        (True, Completing.OWN_COPY, Deed.SEND),
        (True, Completing.IN_SHOP, Deed.SEND),
        (False, Completing.NO, Deed.LEFT_OUT),
        (False, Completing.OWN_COPY, Deed.LEFT_OUT),
        (False, Completing.IN_SHOP, Deed.AFTER_STATUS),
    ],
)
def test_an_order_without_a_completed_status_waits_for_it(
    finished: bool, completing: Completing, expected: Deed
) -> None:
    order = an_order(status=UNDER_WAY)
    if not finished:
        order = replace(order, finished_at=None)
    assert deed(standing(order), completing=completing) is expected


@pytest.mark.parametrize(
    ("status", "write_back", "expected"),
    [
        (None, True, Completing.NO),
        (UNDER_WAY, True, Completing.NO),
        (SENT, True, Completing.IN_SHOP),
        (SENT, False, Completing.OWN_COPY),
    ],
)
def test_a_completed_status_is_given_in_the_shop_where_the_set_up_allows_it(
    status: OrderStatus | None, write_back: bool, expected: Completing
) -> None:
    rules = replace(PROFILE.rules, write_back=write_back)
    assert completing_of(status, rules) is expected


def test_sums_are_apart_for_invoices_orders_and_what_is_not_sent() -> None:
    both = preview(
        standing(an_order("1")), standing(an_order("2", method="collect")), BOOKED, UNREADABLE
    )
    assert both.sums_as(AS_INVOICE) == both.sums_as(AS_ORDER) == (Money(8900),)
    assert both.totals == (Money(17800),)
    assert both.not_sent_totals == (Money(8900),)
    assert both.shop_totals == (Money(26700),)


def test_an_order_whose_sum_is_not_the_shops_is_told() -> None:
    fine = standing(an_order())
    assert fine.plan is not None
    short = replace(fine, plans=(replace(fine.plan, lines=fine.plan.lines[1:]),))
    assert preview(fine).balances(TYPES)
    assert preview(fine).differences == ()
    assert preview(UNREADABLE).rows[0].difference is None
    (row,) = preview(short).differences
    assert row.difference == Money(-8900)
    assert not preview(short).balances(TYPES)


def test_the_invoice_is_sent_to_the_customers_that_the_mapping_says() -> None:
    both = preview(
        standing(an_order("1", method="invoice")),
        standing(an_order("2", method="collect")),
        standing(an_order("3", method="invoice", customer=a_guest(email=""))),
        standing(an_order("4", method="vipps")),
        BOOKED,
        UNREADABLE,
        STOPPED,
    )
    assert [row.email for row in both.emails] == ["kari@example.no"]
    assert both.unsent == {
        NotSent.BY_SETUP: 2,
        NotSent.NO_ADDRESS: 1,
        NotSent.BOOKED_BEFORE: 1,
    }


def test_an_order_is_never_sent_and_an_uncertain_one_only_after_a_look() -> None:
    sent = standing(an_order(method="invoice"))
    lost = standing(an_order(method="invoice"), LOST.progress)
    assert preview(sent, choice=Choice(AS_ORDER)).unsent == {NotSent.AS_ORDER: 1}
    assert preview(lost).unsent == {NotSent.LOOKED_UP_FIRST: 1}
    assert preview(sent, choice=Choice(email=False)).emails == ()


@pytest.mark.parametrize(
    ("method", "choice", "expected"),
    [
        ("invoice", Choice(), None),
        ("invoice", Choice(AS_ORDER), NotSent.AS_ORDER),
        ("vipps", Choice(), NotSent.BY_SETUP),
    ],
)
def test_an_order_that_waits_for_its_status_is_sent_as_the_set_up_says(
    method: str, choice: Choice, expected: NotSent | None
) -> None:
    order = replace(an_order(method=method, status=UNDER_WAY), finished_at=None)
    row = preview_of([standing(order)], choice, PROFILE, Completing.IN_SHOP).rows[0]
    assert row.deed is Deed.AFTER_STATUS
    assert row.not_sent is expected


def test_no_second_sales_document_is_sent_beside_the_shops_receipt() -> None:
    rules = replace(transfer_rules(), sales_document=SalesDocument.RECEIPT)
    by_receipt, orders = a_profile(rules), (an_order("1", method="card"), an_order("2"))
    found = [standing_of(row, Progress(), by_receipt, company_facts(), TODAY) for row in orders]
    shown = preview_of(found, Choice(), by_receipt)
    assert [row.not_sent for row in shown.rows] == [NotSent.BY_RECEIPT, NotSent.BY_SETUP]
    assert shown.emails == ()


def test_ehf_is_told_apart_from_email_and_lacks_no_address() -> None:
    rules = replace(transfer_rules(), company_invoices=CompanyInvoices.EHF)
    by_ehf = a_profile(rules)
    customers = [GREIER, KARI, a_guest(email=""), replace(GREIER, email="")]
    orders = [
        an_order(str(place), customer=customer, method="card")
        for place, customer in enumerate(customers, start=1)
    ]
    found = [standing_of(row, Progress(), by_ehf, company_facts(), TODAY) for row in orders]
    shown = preview_of(found, Choice(), by_ehf)
    assert [row.number for row in shown.emails] == ["2"]
    assert [row.number for row in shown.ehf] == ["1", "4"]
    assert [row.email for row in shown.rows] == ["", KARI.email, "", ""]
    assert shown.unsent == {NotSent.NO_ADDRESS: 1}
    as_orders = preview_of(found, Choice(AS_ORDER), by_ehf)
    assert (as_orders.emails, as_orders.ehf) == ((), ())
    assert [row.way for row in as_orders.rows] == [row.way for row in shown.rows]
    assert preview_of(found, Choice(email=False), by_ehf).ehf == ()


def on_the_third(*delivered: date, closed: bool = False) -> list[Standing]:
    """Orders as they stand on 3 November, with October open or closed in Tripletex."""
    october = AccountingPeriod(date(2026, 10, 1), date(2026, 11, 1), is_closed=closed)
    facts = replace(company_facts(), periods=(october,))
    times = [datetime(day.year, day.month, day.day, 12, tzinfo=OSLO) for day in delivered]
    orders = [an_order(str(place), finished=at) for place, at in enumerate(times, start=1)]
    return [standing_of(row, Progress(), PROFILE, facts, date(2026, 11, 3)) for row in orders]


OCTOBER, NOVEMBER = date(2026, 10, 30), date(2026, 11, 2)
FIFTH, SIXTH = VatTerm(2026, 5, 2), VatTerm(2026, 6, 2)


def test_the_chosen_date_holds_for_those_that_were_delivered_by_then() -> None:
    found, today = on_the_third(OCTOBER, NOVEMBER), date(2026, 11, 3)

    def dates(dating: Dating | None) -> tuple[DateSum, ...]:
        return date_sums(preview_of(found, Choice(dating=dating), PROFILE).plans)

    assert dates(Dating.LAST_MONTH) == (
        DateSum(date(2026, 10, 31), FIFTH, 1, Money(8900)),
        DateSum(today, SIXTH, 1, Money(8900)),
    )
    both_today = (DateSum(today, SIXTH, 2, Money(17800)),)
    assert dates(Dating.TODAY) == dates(None) == both_today


@pytest.mark.parametrize("dating", [None, *Dating])
def test_the_dates_to_choose_between_are_told_whatever_is_chosen(dating: Dating | None) -> None:
    shown = preview_of(on_the_third(NOVEMBER, OCTOBER, OCTOBER), Choice(dating=dating), PROFILE)
    offer = shown.date_offer
    assert offer == DateOffer(date(2026, 10, 31), FIFTH, date(2026, 11, 3), SIXTH, 2, 1)
    assert offer is not None
    assert not offer.crosses_year
    assert replace(offer, issued=date(2027, 1, 4)).crosses_year


def test_nothing_is_offered_for_orders_of_this_month_and_for_open_orders() -> None:
    this_month = preview_of(on_the_third(NOVEMBER), Choice(), PROFILE)
    as_order = preview_of(on_the_third(OCTOBER), Choice(AS_ORDER), PROFILE)
    for shown in (this_month, as_order):
        assert shown.date_offer is None
        assert shown.withheld is None


def test_a_closed_month_is_told_where_its_date_would_be_offered() -> None:
    closed = Problem(Code.LAST_MONTH_CLOSED, invoice_date=date(2026, 10, 31))
    shown = preview_of(on_the_third(NOVEMBER, OCTOBER, closed=True), Choice(), PROFILE)
    assert (shown.date_offer, shown.withheld) == (None, closed)


def test_a_method_that_has_lost_its_row_sends_nothing() -> None:
    bare = a_profile(methods=())
    row = preview_of([standing(an_order(method="invoice"))], Choice(), bare).rows[0]
    assert row.not_sent is NotSent.BY_SETUP


def test_notes_are_told_with_their_order() -> None:
    old = an_order(finished=datetime(2026, 9, 20, 12, tzinfo=OSLO))
    late = Problem(Code.MORE_THAN_A_MONTH, delivered=date(2026, 9, 20))
    terms = {"delivered_term": VatTerm(2026, 5, 2), "invoice_term": VatTerm(2026, 6, 2)}
    assert preview(standing(old), STOPPED).notes == (
        ("10457", late),
        ("10457", Problem(Code.OTHER_VAT_TERM, **terms)),
    )


MIXED = an_order(
    lines=[a_line("89.00", "2"), a_line("349.00", rate="0", sku="BOK-01")],
    rows=[a_row(TotalKind.GIFT_CARD, "-200.00", "Gavekort")],
    total="327.00",
)


def test_accounts_vat_codes_payments_and_dates_are_summed_over_the_batch() -> None:
    both = preview(standing(MIXED), standing(an_order("2", method="invoice")))
    accounts = {row.account.number: (row.debit, row.credit) for row in movements(both.plans, TYPES)}
    assert list(accounts) == [1500, 1902, 2700, 2901, 3000, 3100]
    assert accounts[1500] == (Money(61600), Money(52700))
    assert accounts[3100] == (Money(0), Money(34900))
    vat = {row.code.number: (row.basis, row.vat) for row in vat_sums(both.plans)}
    assert vat == {
        HIGH.number: (Money(21360), Money(5340)),
        EXEMPT.number: (Money(34900), Money(0)),
    }
    paid = [(row.payment_type_id, row.count, row.amount) for row in payment_sums(both.plans)]
    assert paid == [
        (GIFT_CARD.id, 1, Money(20000)),
        (VIPPS.id, 1, Money(32700)),
        (None, 1, Money(8900)),
    ]
    assert date_sums(both.plans) == (DateSum(TODAY, VatTerm(2026, 6, 2), 2, Money(61600)),)


def test_open_orders_cause_no_postings() -> None:
    entered = preview(standing(an_order(method="collect")))
    assert movements(entered.plans, TYPES) == ()
    assert vat_sums(entered.plans) == ()
    assert payment_sums(entered.plans) == ()
    assert date_sums(entered.plans) == ()
    assert entered.balances(TYPES)


def test_an_account_that_is_not_known_yet_stands_last() -> None:
    both = preview(standing(an_order("1", method="card")))
    without_card = [row for row in TYPES if row.id != CARD.id]
    assert movements(both.plans, without_card)[-1].account.number is None


# credit orders

BACK = standing(an_order(lines=[a_line(quantity="-1")], total="-89.00"))
NOTE = StepFacts(
    transfer_as=AS_INVOICE,
    invoice_id=9,
    invoice_number=10207,
    amount=Money(-8900),
    outstanding=Money(-8900),
    credits=8,
)
OWED = replace(NOTE, refund=(VIPPS.id, -8900))
PAID_BACK = StepFacts(invoice_id=9, amount=Money(-8900), outstanding=Money(0))


def credited(
    note: StepFacts,
    *more: tuple[Step, Phase, StepFacts],
    order: Order | UnreadableOrder = BACK.order,
) -> Standing:
    return standing(order, progress((Step.INVOICE, Phase.DONE, note), *more))


def deed_of(row: Standing, *others: Standing, is_refunded: bool | None = None) -> Deed:
    return preview(row, *others, choice=Choice(is_refunded=is_refunded)).rows[0].deed


def test_of_credit_orders_somebody_must_say_where_the_money_went() -> None:
    asked = preview(BACK, standing(an_order()))
    assert [row.number for row in asked.refunds] == ["10457"]
    assert asked.refund_totals == (Money(8900),)
    by_hand = standing(an_order(lines=[a_line(quantity="-1")], total="-89.00", method="invoice"))
    assert preview(by_hand).refunds == ()
    assert preview(BACK, choice=Choice(AS_ORDER)).refunds == ()


def test_what_is_said_of_the_money_is_in_the_plan() -> None:
    for answer in (True, False, None):
        (plan,) = preview(BACK, choice=Choice(is_refunded=answer)).plans
        assert plan.is_refunded is answer
        (paid,) = payment_sums([plan]) if answer else (None,)
        assert paid is None or paid.amount == Money(-8900)


def test_a_booked_credit_note_lacks_at_most_the_refund() -> None:
    assert deed_of(credited(OWED)) is Deed.PAY_BACK
    assert credited(OWED).state is TransferState.FAILED
    assert deed_of(credited(OWED, (Step.REFUND, Phase.DONE, PAID_BACK))) is Deed.NOTHING
    assert preview(credited(OWED)).plans == ()
    assert preview(credited(OWED)).numbers == ("10457",)


def test_money_that_was_kept_is_paid_back_later_only_when_the_order_is_chosen_alone() -> None:
    kept = credited(NOTE)
    assert kept.state is TransferState.TRANSFERRED
    assert deed_of(kept) is Deed.PAY_BACK
    assert deed_of(kept, is_refunded=False) is Deed.NOTHING
    assert deed_of(kept, standing(an_order("10458"))) is Deed.NOTHING
    assert deed_of(credited(OWED), standing(an_order("10458"))) is Deed.PAY_BACK
    by_hand = standing(
        an_order(lines=[a_line(quantity="-1")], total="-89.00", method="invoice"),
        progress((Step.INVOICE, Phase.DONE, NOTE)),
    )
    assert deed_of(by_hand) is Deed.NOTHING


def test_a_refund_that_is_owed_is_that_of_the_booked_note() -> None:
    edited = an_order(lines=[a_line(quantity="-2")], total="-178.00")
    stopped = an_order(method="svea", lines=[a_line(quantity="-1")], total="-89.00")
    for order in (edited, stopped):
        shown = preview(credited(OWED, order=order), standing(an_order("10458")))
        assert shown.of(Deed.PAY_BACK)[0].plan is None
        assert shown.refund_totals == (Money(8900),)
        assert shown.paid_back == (PlannedPayment(VIPPS.id, Money(-8900)),)
        assert shown.totals == (Money(8900),)
        assert shown.not_sent_totals == (order.sale,)
    unreadable = UnreadableOrder("10457", Problem(Code.ATTRIBUTE_MISSING, attribute="total"))
    assert deed_of(credited(OWED, order=unreadable)) is Deed.LEFT_OUT


def test_what_is_said_now_of_the_money_counts_for_a_booked_note() -> None:
    for note, answers in (
        (OWED, {None: True, True: True, False: False}),
        (NOTE, {None: False, True: True, False: False}),
    ):
        for answer, pays in answers.items():
            shown = preview(credited(note), choice=Choice(is_refunded=answer))
            assert bool(shown.paid_back) is pays
            assert shown.emails == ()
    booked = preview(credited(OWED, (Step.REFUND, Phase.DONE, PAID_BACK)), choice=REFUNDED)
    assert (booked.paid_back, booked.refunds) == ((), ())
    assert preview(BACK, choice=REFUNDED).paid_back == ()  # it is in the plan


def test_no_invoice_is_sent_for_a_refund_alone() -> None:
    order = an_order(method="card", lines=[a_line(quantity="-1")], total="-89.00")
    shown = preview(credited(replace(OWED, refund=(CARD.id, -8900)), order=order))
    assert (shown.emails, shown.unsent) == ((), {NotSent.BOOKED_BEFORE: 1})


@pytest.mark.parametrize(
    ("order", "choice", "asked"),
    [
        (an_order(lines=[a_line(quantity="-1")], total="-89.00"), Choice(), 8900),
        (an_order(lines=[a_line(quantity="-1")], total="-89.00"), Choice(AS_ORDER), None),
        (an_order(lines=[a_line(quantity="-1")], total="-89.00", method="invoice"), Choice(), None),
        (an_order(lines=[a_line(quantity="-1")], total="-89.00", method="svea"), Choice(), None),
        (
            an_order(lines=[a_line(quantity="-1")], total="-89.00", method="pos_cash"),
            Choice(),
            None,
        ),
        (an_order(), Choice(), None),
        (UNREADABLE.order, Choice(), None),
    ],
)
def test_of_credit_orders_that_get_their_status_first_the_money_is_asked_about_too(
    order: Order | UnreadableOrder, choice: Choice, asked: int | None
) -> None:
    if isinstance(order, Order):
        order = replace(order, status=UNDER_WAY, finished_at=None)
    shown = preview(standing(order), choice=choice, completing=Completing.IN_SHOP)
    assert [row.refund.amount.ore for row in shown.refunds if row.refund] == (
        [-asked] if asked else []
    )
    assert shown.refund_totals == ((Money(asked),) if asked else ())
    assert shown.paid_back == ()


def test_a_sale_that_was_taken_back_is_sent_nowhere_and_its_reason_is_told() -> None:
    by = Problem(Code.TAKEN_BACK, invoice=10201, order="10463")
    gone = standing_of(*(an_order(), CREDITED.progress, PROFILE, FACTS, TODAY), taken_back=by)
    for others in ((), (standing(an_order("2")),)):
        row, *_ = preview(gone, *others).rows
        assert (row.deed, row.reasons) == (Deed.NOTHING, (by,))
    assert preview(gone).plans == ()
    assert preview(gone).numbers == ()


def test_what_a_look_in_tripletex_has_stopped_is_left_out_with_its_reasons() -> None:
    unsure = Problem(Code.ORIGINAL_UNSURE, count=2)
    (row,) = preview(BACK).rows
    left = as_foretold(row, Outcome("10457", TransferState.STOPPED, problems=(unsure,)))
    assert (left.deed, left.state) == (Deed.LEFT_OUT, TransferState.STOPPED)
    assert (left.reasons, left.refund) == ((unsure,), None)
    assert as_foretold(row, Outcome("10457", TransferState.READY)) == row


def test_kept_money_that_nobody_says_is_paid_back_is_left_as_it_is() -> None:
    (row,) = preview(credited(NOTE)).rows
    left = as_foretold(row, Outcome("10457", TransferState.TRANSFERRED))
    assert (left.deed, left.refund) == (Deed.NOTHING, None)
    assert as_foretold(row, Outcome("10457", TransferState.READY)).deed is Deed.PAY_BACK
