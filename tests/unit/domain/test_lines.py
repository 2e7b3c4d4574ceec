"""Order lines: unit prices that Tripletex' own rounding brings to the sum, and the total rows."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.orders.building import (
    EXEMPT,
    HIGH,
    MIDDLE,
    ROUNDING,
    a_line,
    a_row,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.lines import PlannedLine, line_of, plan_lines, vat_by_code
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind

ORE = Decimal("0.01")
COUNTS = st.decimals(min_value=-9999, max_value=9999, places=2)
SUMS = st.integers(min_value=-(10**9), max_value=10**9)

BOOK = a_line("349.00", rate="0", sku="BOK-01")
CHOCOLATE = a_line("35.00", rate="15", sku="SJO-100")
FREIGHT = a_row(TotalKind.SHIPPING, "79.00", "Frakt")


def planned(
    order: Order, facts: LedgerFacts | None = None
) -> tuple[tuple[PlannedLine, ...], tuple[Problem, ...]]:
    return plan_lines(order, transfer_rules(), facts or company_facts())


def stops(order: Order, facts: LedgerFacts | None = None) -> tuple[Problem, ...]:
    with pytest.raises(OrderStopped) as stopped:
        planned(order, facts)
    return stopped.value.problems


def charges(order: Order) -> list[tuple[str, str, int]]:
    goods = len(order.lines)
    return [(line.description, line.vat.number, line.gross.ore) for line in planned(order)[0]][
        goods:
    ]


# one line


@given(COUNTS, SUMS)
def test_count_times_unit_price_rounds_to_the_sum(count: Decimal, ore: int) -> None:
    line = line_of("Garn", count, Money(ore), HIGH)
    product = (line.count * line.unit_price).quantize(ORE, ROUND_HALF_UP)
    assert product == line.gross.amount == Money(ore).amount


@given(COUNTS, SUMS)
def test_a_unit_price_is_never_negative_and_has_at_most_ten_decimals(
    count: Decimal, ore: int
) -> None:
    unit = line_of("Garn", count, Money(ore), HIGH).unit_price
    assert unit >= 0
    exponent = unit.as_tuple().exponent
    assert isinstance(exponent, int)
    assert -10 <= exponent <= 0


@given(COUNTS.filter(bool), SUMS.filter(bool))
def test_a_count_that_can_be_kept_is_kept_with_the_sign_of_the_sum(
    count: Decimal, ore: int
) -> None:
    line = line_of("Garn", count, Money(ore), HIGH)
    assert line.count * ore > 0
    assert abs(line.count) == abs(count)
    assert line.description == "Garn"


@pytest.mark.parametrize(
    ("count", "ore", "expected_count", "unit"),
    [
        ("3", 10000, "3", "33.3333333333"),
        ("1.35", 17415, "1.35", "129"),
        ("12", 189975, "12", "158.3125"),
        ("1", 120000, "1", "1200"),
        ("1", -8900, "-1", "89"),
        ("-1", -8900, "-1", "89"),
        ("-2", 17800, "2", "89"),
        ("3", 0, "3", "0"),
        ("0", 0, "0", "0"),
    ],
)
def test_a_line_has_the_expected_unit_price(
    count: str, ore: int, expected_count: str, unit: str
) -> None:
    line = line_of("Garn", Decimal(count), Money(ore), HIGH)
    assert (f"{line.count:f}", f"{line.unit_price:f}") == (expected_count, unit)


@pytest.mark.parametrize(
    ("count", "ore", "description", "expected_count"),
    [
        ("0", 500, "0 × Garn", "1"),
        ("0", -500, "0 × Garn", "-1"),
        ("0.00", 500, "0.00 × Garn", "1"),
        ("1E+13", 12345678901234567, "10000000000000 × Garn", "1"),
    ],
)
def test_a_count_that_no_unit_price_fits_is_folded_into_the_text(
    count: str, ore: int, description: str, expected_count: str
) -> None:
    line = line_of("Garn", Decimal(count), Money(ore, "SEK"), HIGH, ROUNDING)
    assert line == PlannedLine(
        description,
        Decimal(expected_count),
        Money(abs(ore)).amount,
        HIGH,
        Money(ore, "SEK"),
        ROUNDING,
        notes=(Problem(Code.COUNT_IN_TEXT, count=Decimal(count)),),
    )


def test_a_line_that_keeps_its_count_has_no_note_of_it() -> None:
    assert line_of("Garn", Decimal(3), Money(10000), HIGH).notes == ()


def test_net_and_vat_of_a_line_make_its_sum() -> None:
    line = line_of("Sjokolade", Decimal(1), Money(3500), MIDDLE)
    assert (line.net, line.vat_amount) == (Money(3043), Money(457))


def test_numbers_are_never_written_with_an_exponent() -> None:
    line = line_of("Garn", Decimal(1), Money(120000), HIGH)
    assert (str(line.count), str(line.unit_price)) == ("1", "1200")
    assert str(line_of("Garn", Decimal(1), Money(1000), HIGH).unit_price) == "10"


# goods


def test_goods_keep_the_shops_order_names_and_counts() -> None:
    order = an_order(lines=[BOOK, a_line("89.00", "3"), CHOCOLATE], total="651.00")
    lines, notes = planned(order)
    assert [(row.description, int(row.count), row.gross.ore, row.vat) for row in lines] == [
        ("Saga 111", 1, 34900, EXEMPT),
        ("Saga 111", 3, 26700, HIGH),
        ("Saga 111", 1, 3500, MIDDLE),
    ]
    assert notes == ()


def test_every_problem_of_an_order_is_told_at_once() -> None:
    order = an_order(
        lines=[a_line("10.00", rate="24"), a_line("20.00"), a_line("30.00", rate="0", sku="X")],
        rows=[
            a_row(TotalKind.UNKNOWN, "5.00", "Innpakking"),
            a_row(TotalKind.SHIPPING, "-1.00", "Frakt"),
            a_row(TotalKind.ROUNDING, "1.00", "Avrunding"),
        ],
        total="65.00",
    )
    assert stops(order) == (
        Problem(
            Code.TOTAL_ROW_UNKNOWN, title="Innpakking", shop_class="unknown", amount=Money(500)
        ),
        Problem(Code.TOTAL_ROW_SIGN, title="Frakt", amount=Money(-100)),
        Problem(Code.ROUNDING_TOO_LARGE, amount=Money(100)),
        Problem(Code.VAT_RATE_UNKNOWN, line="Saga 111", rate=Decimal(24)),
        Problem(Code.ZERO_RATE_WITHOUT_REASON, line="Saga 111", sku="X"),
    )


def test_lines_that_do_not_sum_are_told_together_with_the_rows_that_may_be_why() -> None:
    order = an_order(rows=[a_row(TotalKind.UNKNOWN, "5.00", "Innpakking")], total="99.00")
    assert [problem.code for problem in stops(order)] == [
        Code.LINES_DO_NOT_SUM,
        Code.TOTAL_ROW_UNKNOWN,
    ]


def test_rows_of_nothing_are_no_problem_and_give_no_line() -> None:
    kinds = set(TotalKind) - {TotalKind.TOTAL, TotalKind.TAX}
    order = an_order(rows=[a_row(kind, "0.00") for kind in kinds])
    assert len(planned(order)[0]) == 1


@pytest.mark.parametrize(
    ("kind", "amount"),
    [
        (TotalKind.SHIPPING, "-0.01"),
        (TotalKind.PAYMENT_FEE, "-0.01"),
        (TotalKind.DISCOUNT, "0.01"),
        (TotalKind.GIFT_CARD, "0.01"),
    ],
)
def test_a_total_row_with_the_wrong_sign_stops_the_order(kind: TotalKind, amount: str) -> None:
    row = a_row(kind, amount, "Rad")
    problem = Problem(Code.TOTAL_ROW_SIGN, title="Rad", amount=row.amount)
    total = Money(8900) + row.amount
    assert stops(an_order(rows=[row], total=str(total.amount))) == (problem,)


# discounts


def test_a_discount_on_goods_of_one_rate_keeps_its_title() -> None:
    order = an_order(rows=[a_row(TotalKind.DISCOUNT, "-9.00", "HOST")], total="80.00")
    assert charges(order) == [("HOST", "3", -900)]


def test_a_discount_follows_the_goods_in_their_order_and_names_the_rate() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-10.00", "HOST")]
    order = an_order(lines=[BOOK, a_line("89.00"), CHOCOLATE], rows=rows, total="463.00")
    assert charges(order) == [
        ("HOST (0 %)", "5", -738),
        ("HOST (25 %)", "3", -188),
        ("HOST (15 %)", "31", -74),
    ]


def test_a_discount_weighs_all_the_goods_of_a_rate_together() -> None:
    lines = [a_line("60.00"), a_line("20.00", rate="15"), a_line("20.00")]
    order = an_order(lines=lines, rows=[a_row(TotalKind.DISCOUNT, "-10.00", "HOST")], total="90.00")
    assert charges(order) == [("HOST (25 %)", "3", -800), ("HOST (15 %)", "31", -200)]


def test_of_equal_remainders_the_lowest_vat_code_gets_the_ore() -> None:
    lines = [a_line("50.00", rate="15"), a_line("50.00")]
    order = an_order(lines=lines, rows=[a_row(TotalKind.DISCOUNT, "-0.01", "HOST")], total="99.99")
    assert charges(order) == [("HOST (25 %)", "3", -1)]


def test_a_rate_with_decimals_has_a_comma_in_the_text() -> None:
    lines = [a_line("50.00", rate="11.11"), a_line("50.00")]
    order = an_order(lines=lines, rows=[a_row(TotalKind.DISCOUNT, "-2.00", "HOST")], total="98.00")
    assert [line[0] for line in charges(order)] == ["HOST (11,11 %)", "HOST (25 %)"]


def test_several_discounts_are_each_a_line() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-5.00", "A"), a_row(TotalKind.DISCOUNT, "-4.00", "B")]
    assert charges(an_order(rows=rows, total="80.00")) == [("A", "3", -500), ("B", "3", -400)]


def test_a_discount_is_not_spread_over_goods_that_went_back() -> None:
    lines = [a_line("100.00"), a_line("35.00", "-1", rate="15")]
    order = an_order(lines=lines, rows=[a_row(TotalKind.DISCOUNT, "-5.00", "HOST")], total="60.00")
    assert charges(order) == [("HOST", "3", -500)]


def test_a_discount_with_no_goods_to_spread_over_stops_the_order() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-5.00", "HOST"), FREIGHT]
    order = an_order(lines=[a_line("0.00")], rows=rows, total="74.00")
    assert stops(order) == (Problem(Code.TOTAL_ROW_SIGN, title="HOST", amount=Money(-500)),)


def test_an_amount_in_another_currency_stays_in_it() -> None:
    rows = [
        a_row(TotalKind.DISCOUNT, "-5.00", "HOST", "SEK"),
        a_row(TotalKind.SHIPPING, "79.00", "Frakt", "SEK"),
        a_row(TotalKind.TAX, "32.60", "MVA 25%", "SEK"),
    ]
    lines, _ = planned(an_order(rows=rows, total="163.00", currency="SEK"))
    assert {line.gross.currency for line in lines} == {"SEK"}


# freight and fees


def test_freight_takes_the_rate_of_goods_that_all_have_the_same() -> None:
    order = an_order(lines=[CHOCOLATE], rows=[FREIGHT], total="114.00")
    assert charges(order) == [("Frakt", "31", 7900)]
    assert planned(order)[1] == ()


def test_freight_on_books_alone_is_exempt_as_they_are() -> None:
    order = an_order(lines=[BOOK], rows=[FREIGHT], total="428.00")
    assert charges(order) == [("Frakt", "5", 7900)]


def test_freight_on_mixed_goods_without_stated_vat_has_the_rate_of_the_set_up_and_a_note() -> None:
    order = an_order(lines=[CHOCOLATE, a_line()], rows=[FREIGHT], total="203.00")
    assert charges(order) == [("Frakt", "3", 7900)]
    assert planned(order)[1] == (
        Problem(Code.FREIGHT_RATE_ASSUMED, amount=Money(7900), rate=Decimal(25)),
    )


def test_the_rate_of_the_set_up_goes_before_the_goods_when_the_shop_states_no_vat() -> None:
    order = an_order(lines=[CHOCOLATE, BOOK], rows=[FREIGHT], total="463.00")
    assert charges(order) == [("Frakt", "3", 7900)]
    assert planned(order)[1] == (
        Problem(Code.FREIGHT_RATE_ASSUMED, amount=Money(7900), rate=Decimal(25)),
    )


def test_a_fee_follows_the_same_rule_as_freight() -> None:
    rows = [FREIGHT, a_row(TotalKind.PAYMENT_FEE, "49.00", "Gebyr")]
    order = an_order(lines=[CHOCOLATE, a_line()], rows=rows, total="252.00")
    assert charges(order) == [("Frakt", "3", 7900), ("Gebyr", "3", 4900)]
    assert [note.params["amount"] for note in planned(order)[1]] == [Money(7900), Money(4900)]


def stated(*vat: tuple[str, str]) -> Order:
    """Chocolate, yarn and freight, with VAT rows of (title, amount)."""
    tax = [a_row(TotalKind.TAX, amount, title) for title, amount in vat]
    return an_order(lines=[CHOCOLATE, a_line()], rows=[FREIGHT, *tax], total="203.00")


def test_freight_keeps_the_rate_that_explains_the_vat_the_shop_stated() -> None:
    order = stated(("MVA 25%", "17.80"), ("MVA 15%", "14.87"))
    assert charges(order) == [("Frakt", "31", 7900)]
    assert planned(order)[1] == (
        Problem(Code.FREIGHT_ON_MIXED_RATES, amount=Money(7900), rate=Decimal(15)),
    )


def test_a_rounding_of_the_vat_is_told() -> None:
    order = stated(("MVA 25%", "33.60"), ("MVA 15%", "4.56"))
    assert planned(order)[1] == (
        Problem(Code.FREIGHT_ON_MIXED_RATES, amount=Money(7900), rate=Decimal(25)),
        Problem(Code.VAT_ROUNDING, ours=Money(3817), shop=Money(3816)),
    )


def rounded_lines(shop_vat: str) -> Order:
    """Yarn and freight whose VAT is rounded to 17.80 and 15.80."""
    rows = [a_row(TotalKind.SHIPPING, "79.01"), a_row(TotalKind.TAX, shop_vat, "MVA 25%")]
    return an_order(lines=[a_line("89.01")], rows=rows, total="168.02")


@pytest.mark.parametrize("shop_vat", ["33.57", "33.63"])
def test_each_line_and_each_row_of_the_shop_may_be_rounded_by_an_ore(shop_vat: str) -> None:
    assert planned(rounded_lines(shop_vat))[1] == (
        Problem(Code.VAT_ROUNDING, ours=Money(3360), shop=Money.rounded(Decimal(shop_vat), "NOK")),
    )


@pytest.mark.parametrize("shop_vat", ["33.56", "33.64"])
def test_vat_that_differs_by_more_than_its_roundings_stops_the_order(shop_vat: str) -> None:
    assert stops(rounded_lines(shop_vat)) == (
        Problem(
            Code.VAT_DIFFERS_AT_RATE,
            rate=Decimal(25),
            ours=Money(3360),
            shop=Money.rounded(Decimal(shop_vat), "NOK"),
        ),
    )


@pytest.mark.parametrize("shop_vat", ["33.58", "33.62"])
def test_lines_whose_vat_is_whole_ore_give_no_room_for_rounding(shop_vat: str) -> None:
    tax = a_row(TotalKind.TAX, shop_vat, "MVA 25%")
    problems = stops(an_order(rows=[FREIGHT, tax], total="168.00"))
    assert [problem.code for problem in problems] == [Code.VAT_DIFFERS_AT_RATE]


@pytest.mark.parametrize(
    ("price", "total", "shop_vat"),
    [("1.00", "31.49", "6.00"), ("1.02", "32.09", "6.12")],
)
def test_freight_that_the_shop_charged_no_vat_on_is_not_booked_with_vat_as_a_rounding(
    price: str, total: str, shop_vat: str
) -> None:
    rows = [
        a_row(TotalKind.SHIPPING, "1.49", "Frakt"),
        a_row(TotalKind.TAX, shop_vat, "MVA 25%"),
    ]
    order = an_order(lines=[a_line(price)] * 30, rows=rows, total=total)
    assert stops(order) == (Problem(Code.CHARGE_WITHOUT_VAT, title="Frakt", amount=Money(149)),)
    charged = a_row(TotalKind.TAX, str(Decimal(shop_vat) + Decimal("0.30")), "MVA 25%")
    with_vat = an_order(lines=order.lines, rows=[rows[0], charged], total=total)
    assert charges(with_vat) == [("Frakt", "3", 149)]


def test_a_title_with_two_percentages_names_no_rate() -> None:
    tax = a_row(TotalKind.TAX, "17.80", "Spar 10 % - MVA 25 %")
    lines, notes = planned(an_order(rows=[tax]))
    assert (len(lines), notes) == (1, ())
    wrong = a_row(TotalKind.TAX, "20.00", "Spar 10 % - MVA 25 %")
    assert stops(an_order(rows=[wrong])) == (
        Problem(Code.VAT_DIFFERS, ours=Money(1780), shop=Money(2000)),
    )


def test_of_the_goods_rates_that_explain_the_vat_the_highest_is_taken() -> None:
    lines = [a_line("11.50", rate="15"), a_line("11.20", rate="12")]
    rows = [a_row(TotalKind.SHIPPING, "1.00", "Frakt"), a_row(TotalKind.TAX, "2.82", "Herav MVA")]
    assert charges(an_order(lines=lines, rows=rows, total="23.70")) == [("Frakt", "31", 100)]


def test_freight_without_vat_on_goods_with_vat_stops_the_order() -> None:
    tax = [a_row(TotalKind.TAX, "4.57", "MVA 15%"), a_row(TotalKind.TAX, "0.00", "MVA 0%")]
    order = an_order(lines=[CHOCOLATE], rows=[FREIGHT, *tax], total="114.00")
    assert stops(order) == (Problem(Code.CHARGE_WITHOUT_VAT, title="Frakt", amount=Money(7900)),)


def test_freight_without_vat_follows_goods_without_vat() -> None:
    tax = a_row(TotalKind.TAX, "4.57", "MVA 15%")
    order = an_order(lines=[CHOCOLATE, BOOK], rows=[FREIGHT, tax], total="463.00")
    assert charges(order) == [("Frakt", "5", 7900)]


def test_freight_may_have_a_rate_that_only_the_shops_vat_rows_name() -> None:
    rows = [FREIGHT, a_row(TotalKind.TAX, "8.46", "MVA 12%"), a_row(TotalKind.TAX, "4.57", "15%")]
    order = an_order(lines=[CHOCOLATE], rows=rows, total="114.00")
    assert charges(order) == [("Frakt", "33", 7900)]


def test_freight_may_have_the_rate_of_the_set_up_though_no_goods_have_it() -> None:
    rows = [FREIGHT, a_row(TotalKind.TAX, "20.37", "Herav MVA")]
    order = an_order(lines=[CHOCOLATE], rows=rows, total="114.00")
    assert charges(order) == [("Frakt", "3", 7900)]


def test_vat_that_no_rate_of_freight_explains_stops_the_order() -> None:
    order = stated(("MVA 25%", "30.00"), ("MVA 15%", "4.57"))
    assert stops(order) == (
        Problem(Code.VAT_DIFFERS_AT_RATE, rate=Decimal(25), ours=Money(3360), shop=Money(3000)),
    )


def test_of_rates_that_do_not_explain_the_vat_the_closest_is_told() -> None:
    order = stated(("MVA 25%", "17.80"), ("MVA 15%", "16.00"))
    assert stops(order) == (
        Problem(Code.VAT_DIFFERS_AT_RATE, rate=Decimal(15), ours=Money(1487), shop=Money(1600)),
    )


def test_every_rate_that_differs_is_told() -> None:
    tax = [a_row(TotalKind.TAX, "18.80", "MVA 25%"), a_row(TotalKind.TAX, "3.57", "MVA 15%")]
    order = an_order(lines=[CHOCOLATE, a_line()], rows=tax, total="124.00")
    assert [problem.params["rate"] for problem in stops(order)] == [Decimal(25), Decimal(15)]


def test_vat_that_differs_without_freight_stops_the_order_with_both_figures() -> None:
    order = an_order(rows=[a_row(TotalKind.TAX, "20.00", "MVA 25%")])
    assert stops(order) == (
        Problem(Code.VAT_DIFFERS_AT_RATE, rate=Decimal(25), ours=Money(1780), shop=Money(2000)),
    )


def test_a_code_of_freight_that_is_off_stops_the_order() -> None:
    rows = [FREIGHT, a_row(TotalKind.TAX, "20.37", "Herav MVA")]
    order = an_order(lines=[CHOCOLATE], rows=rows, total="114.00")
    assert stops(order, company_facts(vat_codes=(MIDDLE,))) == (
        Problem(Code.VAT_CODE_INACTIVE, line="Frakt", rate=Decimal(25), vat_code="3"),
    )


def test_free_freight_on_mixed_goods_is_no_line_and_no_note() -> None:
    free = a_row(TotalKind.SHIPPING, "0.00", "Fri frakt")
    lines, notes = planned(an_order(lines=[CHOCOLATE, a_line()], rows=[free], total="124.00"))
    assert (len(lines), notes) == (2, ())


# rounding


@pytest.mark.parametrize("amount", ["0.99", "-0.99"])
def test_a_rounding_of_less_than_a_krone_is_a_line_on_the_rounding_product(amount: str) -> None:
    row = a_row(TotalKind.ROUNDING, amount, "Avrunding")
    total = Money(8900) + row.amount
    lines, notes = planned(an_order(rows=[row], total=str(total.amount)))
    rounding = lines[-1]
    assert (rounding.description, rounding.gross, rounding.vat, rounding.product_id) == (
        "Øreavrunding",
        row.amount,
        ROUNDING.vat,
        ROUNDING.id,
    )
    assert notes == (Problem(Code.ROUNDING_LINE, amount=row.amount),)


@pytest.mark.parametrize("amount", ["1.00", "-1.00"])
def test_a_rounding_of_a_krone_or_more_stops_the_order(amount: str) -> None:
    row = a_row(TotalKind.ROUNDING, amount, "Avrunding")
    total = Money(8900) + row.amount
    assert stops(an_order(rows=[row], total=str(total.amount))) == (
        Problem(Code.ROUNDING_TOO_LARGE, amount=row.amount),
    )


def test_a_rounding_without_its_product_in_tripletex_stops_the_order() -> None:
    order = an_order(rows=[a_row(TotalKind.ROUNDING, "0.10", "Avrunding")], total="89.10")
    assert stops(order, company_facts(rounding_product=None)) == (
        Problem(Code.ROUNDING_PRODUCT_MISSING, amount=Money(10)),
    )


def test_a_rounding_product_with_vat_stops_the_order() -> None:
    order = an_order(rows=[a_row(TotalKind.ROUNDING, "-0.40", "Avrunding")], total="88.60")
    assert stops(order, company_facts(rounding_product=replace(ROUNDING, vat=HIGH))) == (
        Problem(Code.ROUNDING_PRODUCT_WITH_VAT, amount=Money(-40), rate=Decimal(25)),
    )


def test_a_rounding_product_with_vat_is_no_matter_to_an_order_that_is_not_rounded() -> None:
    facts = company_facts(rounding_product=replace(ROUNDING, vat=HIGH))
    assert len(planned(an_order(), facts)[0]) == 1


# what moves in an order of nothing


def moved(order: Order) -> dict[str, int]:
    return {code.number: vat.ore for code, vat in vat_by_code(planned(order)[0]).items()}


def test_what_is_given_away_moves_no_vat_though_each_line_is_rounded() -> None:
    rows = [a_row(TotalKind.DISCOUNT, "-64.97", "PILOT")]
    lines = [a_line("9.99")] * 3 + [CHOCOLATE]
    assert moved(an_order(lines=lines, rows=rows, total="0.00")) == {"3": 0, "31": 0}


def test_goods_exchanged_for_goods_of_another_rate_move_vat() -> None:
    yarn_back = a_line("349.00", "-1")
    assert moved(an_order(lines=[yarn_back, BOOK], total="0.00")) == {"3": -6980, "5": 0}
