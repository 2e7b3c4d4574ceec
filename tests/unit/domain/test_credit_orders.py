"""Which invoice a credit order credits, how much of it may be, and what the note says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.orders.building import (
    HIGH,
    MIDDLE,
    TODAY,
    VIPPS,
    a_line,
    a_profile,
    a_row,
    an_order,
    company_facts,
)
from tests.orders.worked import worked_orders
from tripletex_wizard.domain.credit_orders import (
    Original,
    crediting,
    in_likely_order,
    is_of,
    require_decided,
    the_original,
    what_stands,
)
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.domain.ledger import Credit, LedgerInvoice
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_numbers import shop_number_in
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.postings import Voucher, postings_of

WORKED = {worked.case.split("_")[0]: worked for worked in worked_orders()}
SALE, RETURN = WORKED["T01"].order, WORKED["T07"].order
T01_BY_VAT = {3: Money(34600), 5: Money(34900), 31: Money(3500)}
REFUNDED = Choice(is_refunded=True)


def planned(order: Order = RETURN, choice: Choice = REFUNDED) -> PostingPlan:
    return plan_posting(order, a_profile(), company_facts(), today=TODAY, choice=choice)


def an_invoice(ore: int = 73000, number: int = 10201, *, credited: int = 0) -> Credit:
    """An invoice of 23.11.2026, in part credited before."""
    invoice = LedgerInvoice(number, number, date(2026, 11, 23), Money(ore), Money(0), (5,))
    note = replace(invoice, id=99, amount=Money(-credited), is_credit_note=True)
    return Credit(invoice, (note,) if credited else (), 7)


def an_original(number: int = 10201, sold: Order | None = SALE) -> Original:
    order_number = sold.number if sold else ""
    return Original(an_invoice(number=number), 7, order_number, sold, T01_BY_VAT)


def reason(order: Order, originals: list[Original]) -> Problem:
    with pytest.raises(OrderStopped) as stopped:
        the_original(order, originals)
    (problem,) = stopped.value.problems
    return problem


def reasons(original: Original, plan: PostingPlan | None = None) -> list[Code]:
    with pytest.raises(OrderStopped) as stopped:
        crediting(plan or planned(), original)
    return [problem.code for problem in stopped.value.problems]


# the worked order T07


def test_one_ball_of_yarn_that_came_back_is_credited_as_the_accountant_worked_it_out() -> None:
    plan = crediting(planned(), an_original())
    (line,) = plan.lines
    assert (line.count, line.unit_price, line.vat) == (Decimal(-1), Decimal(89), HIGH)
    assert (line.gross, line.net, line.vat_amount) == (Money(-8900), Money(-7120), Money(-1780))
    assert plan.text_of(line) == "Saga 111 Pumpkin (retur, faktura 10201)"
    assert plan.invoice_comment == "Kreditnota til faktura 10201 av 23.11.2026, ordre 10457"
    assert (plan.due_days, plan.payments, plan.outstanding) == (0, (), Money(0))
    assert plan.paid_back == PlannedPayment(VIPPS.id, Money(-8900))
    assert plan.credits is not None
    assert not plan.credits.is_whole
    assert plan.notes[0] == Problem(Code.CREDITS_INVOICE, invoice=10201, order="10457")


def test_the_postings_of_t07_turn_the_sale_and_the_payment() -> None:
    rows = postings_of(crediting(planned(), an_original()), company_facts().payment_types)
    shown = [(row.voucher, row.account.number, row.vat_code, row.amount.ore) for row in rows]
    assert shown == [
        (Voucher.CREDIT_NOTE, 1500, "", -8900),
        (Voucher.CREDIT_NOTE, 3000, "3", 7120),
        (Voucher.CREDIT_NOTE, 2700, "3", 1780),
        (Voucher.REFUND, 1902, "", -8900),
        (Voucher.REFUND, 1500, "", 8900),
    ]


def test_without_a_refund_the_customer_has_it_to_good() -> None:
    plan = planned(choice=Choice(is_refunded=False))
    assert (plan.paid_back, plan.outstanding) == (None, Money(-8900))
    rows = postings_of(plan, company_facts().payment_types)
    assert {row.voucher for row in rows} == {Voucher.CREDIT_NOTE}


def test_the_return_freight_of_t07b_is_charged_in_the_same_note() -> None:
    freight = a_row(TotalKind.SHIPPING, "49.00", "Returfrakt")
    order = an_order("10463", lines=[a_line(quantity="-1")], rows=[freight], total="-40.00")
    plan = crediting(planned(order), an_original())
    assert plan.total == Money(-4000)
    assert [line.count for line in plan.lines] == [Decimal(-1), Decimal(1)]
    assert plan.text_of(plan.lines[1]) == "Returfrakt"
    net = Money.sum((line.net for line in plan.lines), "NOK")
    assert (net, plan.total - net) == (Money(-3200), Money(-800))
    assert plan.paid_back == PlannedPayment(VIPPS.id, Money(-4000))


def test_freight_that_is_paid_back_and_a_discount_that_is_taken_back_are_spread_likewise() -> None:
    """The whole of a sale with 100,00 off, T03: 26,69 + 20,99 + 52,32."""
    t03 = WORKED["T03"].order
    lines = [replace(line, quantity=-line.quantity) for line in t03.lines]
    rows = [
        a_row(TotalKind.DISCOUNT, "100.00", "Rabattkode HOST100"),
        a_row(TotalKind.SHIPPING, "-79.00", "Frakt"),
    ]
    order = an_order("10470", lines=lines, rows=rows, total="-646.00")
    grosses = [line.gross.ore for line in planned(order).lines]
    assert grosses == [-17800, -14000, -34900, 2669, 2099, 5232, -7900]


def test_a_credit_note_is_dated_on_the_day_of_issue_whatever_is_chosen() -> None:
    """What comes back on 3 November is no matter of October, though the sale was (rule 1)."""
    early = date(2026, 11, 3)
    order = replace(RETURN, finished_at=RETURN.created_at.replace(month=10, day=30))
    choice = replace(REFUNDED, dating=Dating.LAST_MONTH)
    plan = plan_posting(order, a_profile(), company_facts(), today=early, choice=choice)
    assert plan.invoice_date == early
    assert plan.dates.earlier is None


def test_a_discount_that_lowers_a_credit_further_is_stopped() -> None:
    order = an_order(
        lines=[a_line(quantity="-1")], rows=[a_row(TotalKind.DISCOUNT, "-9.00")], total="-98.00"
    )
    with pytest.raises(OrderStopped) as stopped:
        planned(order)
    assert [problem.code for problem in stopped.value.problems] == [Code.TOTAL_ROW_SIGN]


def test_a_gift_card_on_a_credit_order_is_stopped() -> None:
    order = an_order(
        lines=[a_line(quantity="-1")], rows=[a_row(TotalKind.GIFT_CARD, "50.00")], total="-39.00"
    )
    with pytest.raises(OrderStopped) as stopped:
        planned(order)
    assert Code.CREDIT_WITH_GIFT_CARD in {problem.code for problem in stopped.value.problems}


def test_a_credit_that_goes_over_as_an_order_registers_nothing() -> None:
    plan = planned(choice=Choice(TransferAs.ORDER, is_refunded=True))
    assert (plan.refund, plan.paid_back) == (None, None)
    require_decided(plan)


def test_whether_the_money_went_back_must_be_said() -> None:
    with pytest.raises(OrderStopped) as stopped:
        require_decided(planned(choice=Choice()))
    undecided = Problem(Code.REFUND_UNDECIDED, amount=Money(8900))
    assert stopped.value.problems == (undecided,)
    require_decided(planned(choice=Choice(is_refunded=False)))
    require_decided(planned(SALE, Choice()))


# which invoice


def test_the_only_sale_that_had_the_articles_is_the_original() -> None:
    books = an_order("10458", lines=[a_line("349.00", sku="BOK-1", rate="0")], total="349.00")
    others = [an_original(10202, books), an_original(10203, None)]
    assert the_original(RETURN, [*others, an_original()]) == an_original()


def test_nothing_or_several_are_no_answer() -> None:
    assert reason(RETURN, []) == Problem(Code.ORIGINAL_NOT_FOUND)
    twice = [an_original(), an_original(10202)]
    assert reason(RETURN, twice) == Problem(Code.ORIGINAL_UNSURE, count=2)
    unfit = [an_original(10203, None)]
    assert reason(RETURN, unfit) == Problem(Code.ORIGINAL_DOES_NOT_FIT)


@pytest.mark.parametrize("text", ["Gjelder ordre 10457", "10457", "ref:10457."])
def test_the_number_on_the_credit_order_decides(text: str) -> None:
    other = an_original(10202, replace(SALE, number="10458"))
    named = replace(RETURN, reference=text)
    assert the_original(named, [other, an_original()]) == an_original()


def named_by_an_article(text: str) -> Order:
    line = replace(RETURN.lines[0], name=f"Saga 111 Pumpkin {text}")
    return replace(RETURN, lines=(line,))


@pytest.mark.parametrize(
    "text", ["ordre 10457", "(Ordrenr. 10457)", "ordrenummer 10457", "order #10457", "#10457"]
)
def test_a_text_that_says_order_decides_too(text: str) -> None:
    other = an_original(10202, replace(SALE, number="10458"))
    assert the_original(named_by_an_article(text), [other, an_original()]) == an_original()


@pytest.mark.parametrize("text", ["10457", "nr. 10457", "rekord 10457", "bordre 10457"])
def test_a_number_that_an_article_merely_has_decides_nothing(text: str) -> None:
    other = an_original(10202, replace(SALE, number="10458"))
    originals = [other, an_original()]
    assert reason(named_by_an_article(text), originals).code is Code.ORIGINAL_UNSURE


@pytest.mark.parametrize("text", ["104577", "x10457", "10457-9"])
def test_a_longer_number_is_another_number(text: str) -> None:
    other = an_original(10202, replace(SALE, number="10458"))
    named = replace(RETURN, reference=text)
    assert reason(named, [other, an_original()]).code is Code.ORIGINAL_UNSURE


def test_a_named_sale_that_never_had_the_articles_is_asked_about() -> None:
    books = an_order("10458", lines=[a_line("349.00", sku="BOK-1", rate="0")], total="349.00")
    named = replace(RETURN, reference="10458")
    both = [an_original(), an_original(10202, books)]
    assert reason(named, both).code is Code.ORIGINAL_DOES_NOT_FIT


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"quantity": Decimal(-3)}, True),
        ({"quantity": Decimal(-4)}, False),
        ({"price": Decimal("80.0000")}, False),
        ({"vat_rate": Decimal(15)}, False),
        ({"sku": "SAGA-222"}, False),
        ({"quantity": Decimal(1)}, False),
    ],
)
def test_what_comes_back_was_sold_for_that_price(change: dict[str, object], fits: bool) -> None:
    line = replace(RETURN.lines[0], **change)  # type: ignore[arg-type]
    assert is_of(an_original(), replace(RETURN, lines=(line,))) is fits


def test_two_lines_of_one_article_are_counted_together() -> None:
    two = replace(RETURN.lines[0], quantity=Decimal(-2))
    assert is_of(an_original(), replace(RETURN, lines=(two, RETURN.lines[0])))
    assert not is_of(an_original(), replace(RETURN, lines=(two, two)))


def test_what_was_taken_back_before_cannot_come_back_again() -> None:
    before = replace(RETURN, number="10462")
    thrice = replace(an_original(), returned=(before, before, before))
    assert not is_of(thrice, RETURN)
    twice = replace(an_original(), returned=(before, before))
    assert is_of(twice, RETURN)
    unknown = replace(before, lines=(replace(RETURN.lines[0], sku="SAGA-222"),))
    assert is_of(replace(an_original(), returned=(unknown,)), RETURN)


def test_earlier_credit_notes_lessen_what_stands_of_each_code() -> None:
    notes = [{3: Money(-8900)}, {3: Money(-8900), 5: Money(-34900)}, {52: Money(-100)}]
    assert what_stands(T01_BY_VAT, notes) == {
        3: Money(16800),
        5: Money(0),
        31: Money(3500),
        52: Money(-100),
    }


def test_articles_without_a_number_are_told_apart_by_name() -> None:
    nameless = replace(SALE, lines=tuple(replace(line, sku="") for line in SALE.lines))
    book = replace(nameless.lines[1], quantity=Decimal(-1))
    other = replace(book, name="Annen bok")
    assert is_of(an_original(sold=nameless), replace(RETURN, lines=(book,)))
    assert not is_of(an_original(sold=nameless), replace(RETURN, lines=(other,)))


def test_a_sale_in_another_currency_is_not_the_original() -> None:
    assert not is_of(an_original(sold=replace(SALE, currency="SEK")), RETURN)


def test_a_person_is_asked_with_the_likeliest_first() -> None:
    rows = [an_original(10203, None), an_original(10201), an_original(10205, None)]
    rows.append(an_original(10202))
    shown = [row.number for row in in_likely_order(RETURN, rows)]
    assert shown == [10202, 10201, 10205, 10203]


# how much


def test_more_than_stands_is_not_credited() -> None:
    small = Original(an_invoice(8000), 7, "10457", SALE, {3: Money(8000)})
    assert reasons(small) == [Code.CREDIT_TOO_LARGE, Code.CREDIT_VAT_DIFFERS]
    nearly_gone = replace(an_original(), credit=an_invoice(credited=68000))
    assert reasons(nearly_gone) == [Code.CREDIT_TOO_LARGE]
    gone = replace(an_original(), credit=an_invoice(credited=73000))
    assert reasons(gone) == [Code.ORIGINAL_IS_CREDITED]


def test_another_vat_code_than_the_goods_were_sold_with_is_stopped() -> None:
    """The set-up's table was changed since, or it is not the right invoice (rule 4)."""
    otherwise = replace(an_original(), gross_by_vat={MIDDLE.id: Money(73000)})
    assert reasons(otherwise) == [Code.CREDIT_VAT_DIFFERS]
    unknown = replace(an_original(), gross_by_vat=None)
    assert crediting(planned(), unknown).credits is not None


def test_the_last_ore_may_be_credited() -> None:
    left = replace(an_original(), credit=an_invoice(credited=73000 - 8900))
    assert crediting(planned(), left).credits is not None


def test_another_currency_is_stopped() -> None:
    invoice = replace(an_invoice().invoice, amount=Money(73000, "SEK"))
    assert reasons(replace(an_original(), credit=Credit(invoice, (), 7))) == [
        Code.ORIGINAL_IN_ANOTHER_CURRENCY
    ]


def test_all_of_an_invoice_is_a_whole_credit_only_when_nothing_of_it_was_credited() -> None:
    order = an_order(lines=[a_line(quantity="-1")], total="-89.00")
    whole = Original(an_invoice(8900), 7, "10457", None, {3: Money(8900)})

    def is_whole(original: Original) -> bool:
        credited = crediting(planned(order), original).credits
        assert credited is not None
        return credited.is_whole

    assert is_whole(whole)
    assert not is_whole(replace(whole, credit=an_invoice(9000)))
    assert not is_whole(replace(whole, gross_by_vat=None))
    mixed = {3: Money(9000), 31: Money(-100)}
    assert not is_whole(replace(whole, gross_by_vat=mixed))
    marked = replace(whole.credit.invoice, is_credited=True)
    assert not is_whole(replace(whole, credit=Credit(marked, (), 7)))


def test_an_invoice_without_a_known_order_is_named_by_its_own_number() -> None:
    plan = crediting(planned(), replace(an_original(), order_number=""))
    assert plan.invoice_comment == "Kreditnota til faktura 10201 av 23.11.2026"


def test_a_sale_says_nothing_of_a_credit() -> None:
    plan = planned(SALE, Choice())
    assert plan.invoice_comment == ""
    assert plan.text_of(plan.lines[0]) == plan.lines[0].description


@pytest.mark.parametrize(
    ("comment", "number"),
    [
        ("Mystore-ordre 10457 (fjord-garn)", "10457"),
        ("Mystore-ordre 10457-2 (fjord-garn), erstatter kreditert faktura 10201", "10457"),
        ("Mystore-ordre 10457 (fjord-garn)\nEn lang referanse", "10457"),
        ("Mystore-ordre 10457 (en-annen-butikk)", ""),
        ("Ringte kunden", ""),
        ("", ""),
    ],
)
def test_the_shops_number_is_read_from_our_own_mark(comment: str, number: str) -> None:
    assert shop_number_in(comment, "fjord-garn") == number
