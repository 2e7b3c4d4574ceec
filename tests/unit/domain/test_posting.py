"""What an order becomes in Tripletex, and the orders that must not go there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from tests.orders.building import (
    CARD,
    GIFT_CARD,
    HIGH,
    KARI,
    KLARNA,
    METHODS,
    OSLO,
    TODAY,
    TROMSO,
    TWO_MONTHS,
    VIPPS,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
    payment_type,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code, OrderSkipped, OrderStopped, Problem
from tripletex_wizard.domain.invoice_dates import InvoiceDates
from tripletex_wizard.domain.ledger import (
    AccountingPeriod,
    LedgerFacts,
    PaymentType,
    SendType,
    VatRegistration,
)
from tripletex_wizard.domain.mapping import MethodMapping, TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_numbers import internal_comment, is_ours
from tripletex_wizard.domain.orders import Address, Order, TotalKind
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice, method_name, method_of, plan_posting
from tripletex_wizard.domain.profile import Profile, VatRules, ZeroReason, ZeroTotal
from tripletex_wizard.domain.vat import gross_by_vat
from tripletex_wizard.domain.vat_terms import VatTerms

AS_SET_UP = Choice()


def planned(
    order: Order,
    *,
    profile: Profile | None = None,
    facts: LedgerFacts | None = None,
    today: date = TODAY,
    choice: Choice = AS_SET_UP,
) -> PostingPlan:
    return plan_posting(
        order, profile or a_profile(), facts or company_facts(), today=today, choice=choice
    )


def stops(
    order: Order,
    *,
    profile: Profile | None = None,
    facts: LedgerFacts | None = None,
    today: date = TODAY,
) -> tuple[Problem, ...]:
    with pytest.raises(OrderStopped) as stopped:
        planned(order, profile=profile, facts=facts, today=today)
    assert not isinstance(stopped.value, OrderSkipped)
    return stopped.value.problems


def at(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=OSLO)


# the whole plan


def test_a_paid_order_becomes_an_invoice_that_is_paid_and_due_at_once() -> None:
    order = an_order(reference="Inköp 88", delivery=replace(TROMSO, street="Hentested 2"))
    plan = planned(order)
    assert replace(plan, lines=()) == PostingPlan(
        shop_number="10457",
        number="10457",
        internal_comment="Mystore-ordre 10457 (fjord-garn)",
        transfer_as=TransferAs.INVOICE,
        customer=KARI,
        delivery=replace(TROMSO, street="Hentested 2"),
        currency="NOK",
        order_date=date(2026, 11, 20),
        delivery_date=date(2026, 11, 21),
        invoice_date=TODAY,
        due_days=0,
        reference="Inköp 88",
        lines=(),
        payments=(PlannedPayment(VIPPS.id, Money(8900)),),
        send=None,
        mapping_version=3,
        notes=(),
        card_comment="Mystore-ordre 10457 (fjord-garn)",
        dates=InvoiceDates(
            issued=TODAY,
            usual=TODAY,
            withheld=Problem(
                Code.LAST_MONTH_NOT_DELIVERED,
                invoice_date=date(2026, 10, 31),
                delivered=date(2026, 11, 21),
            ),
            terms=VatTerms((TWO_MONTHS,)),
        ),
    )
    assert (plan.total, plan.outstanding) == (Money(8900), Money(0))


def test_an_unpaid_invoice_is_due_after_the_days_of_the_profile() -> None:
    plan = planned(an_order(method="invoice"))
    assert (plan.payments, plan.outstanding, plan.due_days) == ((), Money(8900), 14)


def test_the_number_prefix_is_put_before_the_shops_number() -> None:
    plan = planned(an_order(), profile=a_profile(replace(transfer_rules(), number_prefix="NETT-")))
    assert (plan.number, plan.shop_number) == ("NETT-10457", "10457")
    assert plan.internal_comment == "Mystore-ordre 10457 (fjord-garn)"


def test_amounts_of_a_plan_without_lines_are_nothing_in_its_currency() -> None:
    plan = replace(planned(an_order()), lines=(), payments=(), currency="SEK")
    assert (plan.total, plan.outstanding) == (Money(0, "SEK"), Money(0, "SEK"))


# as order or as invoice


def test_the_mapping_says_what_an_order_becomes() -> None:
    assert planned(an_order(method="collect")).transfer_as is TransferAs.ORDER


@pytest.mark.parametrize("wanted", list(TransferAs))
def test_the_users_choice_goes_before_the_mapping(wanted: TransferAs) -> None:
    for method in ("vipps", "collect"):
        assert planned(an_order(method=method), choice=Choice(wanted)).transfer_as is wanted


def test_an_order_is_neither_paid_nor_sent_but_keeps_the_due_days_of_its_invoice() -> None:
    plan = planned(an_order(method="card"), choice=Choice(TransferAs.ORDER))
    assert (plan.payments, plan.send, plan.due_days) == ((), None, 0)


# payments


def test_a_gift_card_is_registered_first_and_the_rest_by_the_mapping() -> None:
    order = an_order(rows=[a_row(TotalKind.GIFT_CARD, "-50.00", "GK-1")], total="39.00")
    assert planned(order).payments == (
        PlannedPayment(GIFT_CARD.id, Money(5000)),
        PlannedPayment(VIPPS.id, Money(3900)),
    )


def on_a_customer(payment_type: PaymentType) -> LedgerFacts:
    types = company_facts().payment_types
    return company_facts(
        payment_types=tuple(
            replace(row, customer_id=77) if row == payment_type else row for row in types
        )
    )


def test_money_on_a_payment_type_with_a_customer_is_told_of() -> None:
    """Klarna's own customer: posted to 1500 on it (rule 18)."""
    told = Problem(Code.PAYMENT_ON_CUSTOMER, amount=Money(8900), payment_type="Klarna", customer=77)
    order = an_order(method="klarna_checkout")
    assert planned(order, facts=on_a_customer(KLARNA)).notes == (told,)
    assert planned(an_order(), facts=on_a_customer(KLARNA)).notes == ()
    assert planned(order, facts=on_a_customer(KLARNA), choice=Choice(TransferAs.ORDER)).notes == ()


def test_money_that_goes_back_by_such_a_payment_type_is_told_of_too() -> None:
    back = an_order(lines=[a_line(quantity="-1")], total="-89.00", method="klarna_checkout")
    notes = planned(back, facts=on_a_customer(KLARNA), choice=Choice(is_refunded=True)).notes
    assert notes[-1] == Problem(
        Code.PAYMENT_ON_CUSTOMER, amount=Money(-8900), payment_type="Klarna", customer=77
    )


def test_several_gift_cards_are_one_payment() -> None:
    cards = [a_row(TotalKind.GIFT_CARD, "-50.00"), a_row(TotalKind.GIFT_CARD, "-39.00")]
    assert planned(an_order(rows=cards, total="0.00")).payments == (
        PlannedPayment(GIFT_CARD.id, Money(8900)),
    )


def test_the_rest_of_a_gift_card_may_be_left_unpaid() -> None:
    cards = [a_row(TotalKind.GIFT_CARD, "-50.00")]
    plan = planned(an_order(rows=cards, total="39.00", method="invoice"))
    assert (plan.outstanding, plan.due_days) == (Money(3900), 14)


@pytest.mark.parametrize("method", ["vipps", "invoice"])
def test_a_gift_card_that_is_larger_than_the_sale_stops_the_order(method: str) -> None:
    rows = [a_row(TotalKind.GIFT_CARD, "-500.00", "GK-1")]
    order = an_order(lines=[a_line("469.00")], rows=rows, total="-31.00", method=method)
    assert stops(order) == (
        Problem(Code.GIFT_CARD_EXCEEDS_SALE, gift_card=Money(50000), sale=Money(46900)),
    )


def test_a_gift_card_without_a_payment_type_stops_the_order() -> None:
    profile = a_profile(transfer_rules(gift_card_payment_type=None))
    order = an_order(rows=[a_row(TotalKind.GIFT_CARD, "-50.00", "GK-1")], total="39.00")
    assert stops(order, profile=profile) == (Problem(Code.GIFT_CARD_UNMAPPED, title="GK-1"),)


def test_a_payment_type_that_tripletex_no_longer_shows_stops_the_order() -> None:
    assert stops(an_order(), facts=company_facts(payment_types=(CARD,))) == (
        Problem(Code.PAYMENT_TYPE_GONE, method="Vipps", payment_type=VIPPS.id),
    )


def test_a_payment_type_in_another_currency_stops_the_order() -> None:
    swedish = payment_type(VIPPS.id, "Vipps SE", 1905, "SEK")
    assert stops(an_order(), facts=company_facts(payment_types=(swedish,))) == (
        Problem(
            Code.PAYMENT_TYPE_CURRENCY,
            payment_type="Vipps SE",
            currency="SEK",
            order_currency="NOK",
        ),
    )


def test_a_payment_type_is_required_of_an_open_order_too() -> None:
    with pytest.raises(OrderStopped):
        planned(
            an_order(),
            facts=company_facts(payment_types=()),
            choice=Choice(TransferAs.ORDER),
        )


def test_a_method_without_a_row_in_the_mapping_stops_the_order() -> None:
    assert stops(an_order(method="svea")) == (Problem(Code.METHOD_UNMAPPED, method="Svea"),)


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("pay_in_store", ""),
        ("cod", "Betal i butikken"),
        ("cod", "Betaling ved henting"),
        ("pos_cash", "Kontant"),
        ("vipps", "Vipps i butikk"),
    ],
)
def test_what_is_paid_in_the_shop_is_a_cash_sale_however_it_is_mapped(
    method: str, name: str
) -> None:
    order = replace(an_order(method=method), payment_method=name)
    mapped = a_profile(methods=(MethodMapping(method, name, VIPPS.id),))
    cash_sale = (Problem(Code.CASH_SALE, method=name or method),)
    assert stops(order, profile=mapped) == cash_sale
    assert stops(order, profile=a_profile(methods=())) == cash_sale


@pytest.mark.parametrize("name", ["Faktura", "Butikkgavekort", "Kort", "Hentepunkt", "Vipps"])
def test_other_names_are_no_cash_sale(name: str) -> None:
    order = replace(an_order(method="annet"), payment_method=name)
    assert stops(order) == (Problem(Code.METHOD_UNMAPPED, method=name),)


def test_a_method_without_a_name_is_told_by_its_module() -> None:
    order = replace(an_order(method="svea"), payment_method="")
    assert stops(order) == (Problem(Code.METHOD_UNMAPPED, method="svea"),)


def test_a_method_that_is_left_out_is_skipped() -> None:
    with pytest.raises(OrderSkipped) as skipped:
        planned(an_order(method="pos_cash"))
    assert skipped.value.problems == (Problem(Code.METHOD_LEFT_OUT, method="Kontant i kassen"),)


def test_the_module_names_the_method_and_the_text_only_when_there_is_none() -> None:
    order = an_order(method="vipps")
    assert method_of(order) == "vipps"
    assert method_of(replace(order, payment_module="")) == "Vipps"


def test_a_payment_method_is_called_what_the_shop_calls_it() -> None:
    order = an_order(method="vipps")
    assert method_name(order) == "Vipps"
    assert method_name(replace(order, payment_method="")) == "vipps"


# sending


def test_an_invoice_is_sent_by_email_when_the_mapping_says_so() -> None:
    plan = planned(an_order(method="card"))
    assert (plan.send, plan.notes) == (SendType.EMAIL, ())


def test_an_invoice_is_not_sent_when_the_mapping_does_not_say_so() -> None:
    assert planned(an_order(method="vipps")).send is None


def test_without_email_nothing_is_sent_and_nothing_is_noted() -> None:
    nobody = replace(KARI, email="")
    for customer in (KARI, nobody):
        plan = planned(an_order(method="card", customer=customer), choice=Choice(email=False))
        assert (plan.send, plan.notes) == (None, ())


def test_a_customer_without_an_address_gets_nothing_and_the_invoice_a_note() -> None:
    plan = planned(an_order(method="card", customer=replace(KARI, email="")))
    assert (plan.send, plan.notes) == (None, (Problem(Code.NO_EMAIL_ADDRESS),))


def test_nothing_is_noted_when_nothing_was_to_be_sent() -> None:
    nobody = replace(KARI, email="")
    assert planned(an_order(customer=nobody)).notes == ()
    as_order = planned(an_order(method="card", customer=nobody), choice=Choice(TransferAs.ORDER))
    assert as_order.notes == ()


@pytest.mark.parametrize("method", ["card", "vipps"])
def test_an_address_that_tripletex_does_not_take_is_left_out_with_a_note(method: str) -> None:
    plan = planned(an_order(method=method, customer=replace(KARI, email="kåre@example.no")))
    assert (plan.send, plan.notes) == (
        None,
        (Problem(Code.EMAIL_LEFT_OUT, email="kåre@example.no"),),
    )


# what stops an order


def test_everything_that_stops_an_order_is_told_at_once() -> None:
    nowhere = replace(KARI, address=Address(country="XX"))
    order = an_order(
        total="-89.00",
        lines=[a_line(quantity="-1")],
        finished=None,
        customer=nowhere,
        delivery=replace(TROMSO, country="YY"),
        currency="USD",
    )
    closed = AccountingPeriod(date(2026, 11, 1), date(2026, 12, 1), is_closed=True)
    assert stops(order, facts=replace(company_facts(), periods=(closed,))) == (
        Problem(Code.NOT_DELIVERED),
        Problem(Code.CUSTOMER_WITHOUT_NAME),
        Problem(Code.PERIOD_CLOSED, invoice_date=TODAY),
        Problem(Code.CURRENCY_UNKNOWN, currency="USD"),
        Problem(Code.COUNTRY_UNKNOWN, country="XX"),
        Problem(Code.COUNTRY_UNKNOWN, country="YY"),
    )


@pytest.mark.parametrize("lacking", ["name", "street", "city"])
def test_a_buyer_without_name_or_address_stops_the_order(lacking: str) -> None:
    customer = replace(KARI, address=replace(TROMSO, **{lacking: ""}))
    assert stops(an_order(customer=customer)) == (Problem(Code.CUSTOMER_WITHOUT_NAME),)


@pytest.mark.parametrize("name", ["Gjest", "GUEST", " gjest ", "Guest Gjest", "guest guest"])
def test_a_guest_without_a_name_of_her_own_stops_the_order(name: str) -> None:
    customer = replace(KARI, address=replace(TROMSO, name=name))
    assert stops(an_order(customer=customer)) == (Problem(Code.CUSTOMER_WITHOUT_NAME),)


def test_a_guest_with_a_name_is_a_customer() -> None:
    customer = replace(KARI, address=replace(TROMSO, name="Gjert Gjest"))
    assert planned(an_order(customer=customer)).customer.name == "Gjert Gjest"


def test_a_company_needs_no_persons_name() -> None:
    company = replace(KARI, address=replace(TROMSO, name="", company="Garn AS"))
    assert planned(an_order(customer=company)).customer.name == "Garn AS"


def test_an_order_of_nothing_is_skipped() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-89.00", "PILOT")]
    with pytest.raises(OrderSkipped) as skipped:
        planned(an_order(rows=rows, total="0.00"))
    assert skipped.value.problems == (Problem(Code.NOTHING_TO_INVOICE),)


def test_an_order_of_nothing_is_invoiced_when_that_is_chosen() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-89.00", "PILOT")]
    profile = a_profile(replace(transfer_rules(), zero_total=ZeroTotal.INVOICE))
    plan = planned(an_order(rows=rows, total="0.00", method="invoice"), profile=profile)
    assert (plan.total, plan.payments, plan.due_days) == (Money(0), (), 0)


@pytest.mark.parametrize("zero_total", list(ZeroTotal))
def test_an_exchange_that_moves_vat_is_neither_skipped_nor_invoiced(zero_total: ZeroTotal) -> None:
    lines = [a_line("349.00", "-1"), a_line("349.00", rate="0", sku="BOK-01")]
    profile = a_profile(replace(transfer_rules(), zero_total=zero_total))
    assert stops(an_order(lines=lines, total="0.00"), profile=profile) == (
        Problem(Code.ZERO_TOTAL_WITH_VAT, rate=Decimal(25), amount=Money(-6980)),
    )


def test_an_exchange_tells_each_rate_whose_vat_moves() -> None:
    lines = [a_line("35.00", "-1"), a_line("35.00", rate="15")]
    assert stops(an_order(lines=lines, total="0.00")) == (
        Problem(Code.ZERO_TOTAL_WITH_VAT, rate=Decimal(25), amount=Money(-700)),
        Problem(Code.ZERO_TOTAL_WITH_VAT, rate=Decimal(15), amount=Money(457)),
    )


def test_an_exchange_that_moves_no_vat_is_skipped() -> None:
    lines = [a_line("89.00", "-1", rate="0", sku="BOK-1"), a_line("89.00", rate="0", sku="BOK-2")]
    with pytest.raises(OrderSkipped):
        planned(an_order(lines=lines, total="0.00"))


def test_an_order_of_one_ore_is_a_sale() -> None:
    assert planned(an_order(lines=[a_line("0.01")], total="0.01")).total == Money(1)


# dates (accounting.md part C; its table is in test_invoice_dates)


@pytest.mark.parametrize(
    ("delivered", "last"),
    [
        (at(2026, 9, 20), date(2026, 10, 20)),
        (at(2026, 10, 23), date(2026, 11, 23)),
        (at(2026, 12, 31), date(2027, 1, 31)),
        (at(2027, 1, 31), date(2027, 2, 28)),
        (at(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_month_to_issue_the_invoice_is_a_month_of_the_calendar(
    delivered: datetime, last: date
) -> None:
    order = replace(an_order(finished=delivered), created_at=delivered)
    facts = replace(company_facts(), vat_term_settings=())
    assert planned(order, facts=facts, today=last).notes == ()
    assert planned(order, facts=facts, today=last + timedelta(days=1)).notes == (
        Problem(Code.MORE_THAN_A_MONTH, delivered=delivered.date()),
    )


def period(*, closed: bool) -> LedgerFacts:
    november = AccountingPeriod(date(2026, 11, 1), date(2026, 12, 1), is_closed=closed)
    return replace(company_facts(), periods=(november,))


@pytest.mark.parametrize("today", [date(2026, 11, 1), date(2026, 11, 30)])
def test_nothing_is_invoiced_in_a_closed_period(today: date) -> None:
    order = an_order(finished=at(2026, 10, 31))
    assert stops(order, facts=period(closed=True), today=today) == (
        Problem(Code.PERIOD_CLOSED, invoice_date=today),
    )


def test_an_open_period_may_be_used() -> None:
    assert planned(an_order(), facts=period(closed=False)).invoice_date == TODAY


def test_an_order_that_is_finished_in_the_future_is_not_delivered_yet() -> None:
    order = an_order(finished=at(2026, 11, 24))
    assert stops(order, today=date(2026, 11, 23)) == (
        Problem(Code.FINISHED_IN_FUTURE, delivered=date(2026, 11, 24)),
    )
    assert planned(order, today=date(2026, 11, 24)).notes == ()


# negative cases (accounting.md part D)


def test_d1_a_sale_in_the_cash_register_is_not_transferred() -> None:
    with pytest.raises(OrderSkipped):
        planned(an_order(method="pos_cash"))


def test_d3_norwegian_vat_on_goods_to_sweden_stops_the_order() -> None:
    order = an_order(delivery=replace(TROMSO, country="SE", postal_code="852 30"))
    assert stops(order) == (
        Problem(Code.VAT_ON_EXPORT, line="Saga 111", rate=Decimal(25), country="SE"),
    )


def test_export_goes_by_the_delivery_and_not_by_the_buyer() -> None:
    swede = replace(KARI, address=replace(TROMSO, country="SE", postal_code="852 30"))
    plan = planned(an_order(customer=swede, delivery=TROMSO))
    assert [line.vat.number for line in plan.lines] == ["3"]


def test_d4_vat_of_a_company_that_is_not_registered_stops_the_order() -> None:
    facts = company_facts(registration=VatRegistration.NOT_REGISTERED)
    assert stops(an_order(), facts=facts) == (
        Problem(Code.VAT_WITHOUT_REGISTRATION, line="Saga 111", rate=Decimal(25)),
    )


def test_goods_to_svalbard_with_vat_are_stopped_however_the_postal_code_is_written() -> None:
    order = an_order(delivery=replace(TROMSO, postal_code="NO-9170"))
    assert stops(order) == (
        Problem(Code.VAT_ON_EXPORT, line="Saga 111", rate=Decimal(25), country="NO"),
    )


def test_d5_nought_per_cent_without_a_reason_stops_the_order() -> None:
    order = an_order(lines=[a_line(rate="0")])
    assert stops(order) == (
        Problem(Code.ZERO_RATE_WITHOUT_REASON, line="Saga 111", sku="SAGA-111"),
    )


def test_d5_the_reason_that_was_given_once_is_remembered() -> None:
    profile = a_profile(transfer_rules(vat=VatRules(zero_reasons=(ZeroReason("SAGA-*", "6"),))))
    plan = planned(an_order(lines=[a_line(rate="0")]), profile=profile)
    assert [line.vat.number for line in plan.lines] == ["6"]


# what tells plans apart


def test_the_fingerprint_is_the_same_for_the_same_order_on_another_day() -> None:
    order = an_order()
    later = planned(order, today=date(2026, 11, 30), choice=Choice(TransferAs.ORDER, email=False))
    assert planned(order).fingerprint == later.fingerprint


@pytest.mark.parametrize(
    "edited",
    [
        an_order(lines=[a_line("90.00")], total="90.00"),
        an_order(lines=[a_line("44.50", "2")]),
        an_order(lines=[a_line(rate="15")]),
        an_order(lines=[replace(a_line(), name="Saga 112")]),
        an_order(lines=[a_line("80.00"), a_line("9.00")]),
        an_order(currency="SEK", method="invoice"),
        an_order(customer=replace(KARI, number=100458)),
    ],
)
def test_the_fingerprint_tells_an_edited_order(edited: Order) -> None:
    assert planned(an_order()).fingerprint != planned(edited).fingerprint


def test_the_fingerprint_is_64_hexadecimal_digits() -> None:
    assert len(bytes.fromhex(planned(an_order()).fingerprint)) == 32


# our own orders in Tripletex


def test_our_own_comment_is_known_as_ours() -> None:
    assert is_ours(internal_comment("10457", "fjord-garn"), "fjord-garn")


@pytest.mark.parametrize(
    "comment",
    ["", "Mystore-ordre 10457 (annen-butikk)", "Ordre 10457 (fjord-garn)", "Mystore-ordre 10457"],
)
def test_other_comments_are_not_ours(comment: str) -> None:
    assert not is_ours(comment, "fjord-garn")


def test_a_choice_follows_the_set_up_unless_it_says_otherwise() -> None:
    assert Choice() == Choice(transfer_as=None, email=True)


def test_the_mapping_of_a_method_is_that_of_its_module() -> None:
    rows = (MethodMapping("svea", "Svea", CARD.id), *METHODS)
    plan = planned(an_order(method="svea"), profile=a_profile(methods=rows))
    assert plan.payments == (PlannedPayment(CARD.id, Money(8900)),)


def test_without_a_bank_account_an_order_goes_over_and_an_invoice_is_stopped() -> None:
    facts = replace(company_facts(), has_bank_account=False)
    as_order = Choice(TransferAs.ORDER)
    plan = plan_posting(an_order(), a_profile(), facts, today=TODAY, choice=as_order)
    assert plan.transfer_as is TransferAs.ORDER
    with pytest.raises(OrderStopped) as stopped:
        plan_posting(an_order(), a_profile(), facts, today=TODAY, choice=Choice())
    assert stopped.value.problems == (Problem(Code.BANK_ACCOUNT_MISSING),)


def test_the_lines_are_summed_per_vat_id_and_sums_of_nothing_are_left_out() -> None:
    lines = [(3, Money(100)), (5, Money(50)), (3, Money(25)), (31, Money(7)), (31, Money(-7))]
    assert gross_by_vat(lines) == {3: Money(125), 5: Money(50)}


def test_sums_per_vat_id_are_in_the_currency_of_the_lines() -> None:
    assert gross_by_vat([(52, Money(100, "SEK"))]) == {52: Money(100, "SEK")}


def test_a_plan_tells_its_sums_per_vat_id() -> None:
    order = an_order(rows=[a_row(TotalKind.SHIPPING, "79.00")], total="168.00")
    plan = plan_posting(order, a_profile(), company_facts(), today=TODAY, choice=Choice())
    assert plan.gross_by_vat == {HIGH.id: Money(16800)}
