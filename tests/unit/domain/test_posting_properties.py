"""Whatever a shop sells: a plan books exactly the sale, or the order is stopped."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, event, given
from hypothesis import strategies as st

from tests.orders.building import TODAY, VAT_CODES, a_profile, a_row, an_order, company_facts
from tripletex_wizard.domain.errors import Code, OrderSkipped, OrderStopped
from tripletex_wizard.domain.money import Money, round_half_up
from tripletex_wizard.domain.orders import Order, PriceBasis, ShopLine, TotalKind, TotalRow
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.prices import gross_of_line

RATES = [Decimal(25), Decimal(15), Decimal(12), Decimal("11.11"), Decimal(0)]
PRICES = st.integers(min_value=1, max_value=500_000)
QUANTITIES = st.one_of(
    st.integers(min_value=1, max_value=40).map(Decimal),
    st.decimals(min_value=Decimal("0.05"), max_value=Decimal(20), places=2),
)


STOPPING = {
    Code.PRICE_BASIS_AMBIGUOUS,
    Code.NOTHING_TO_INVOICE,
    Code.ZERO_TOTAL_WITH_VAT,
    Code.GIFT_CARD_EXCEEDS_SALE,
}
OF_NOTHING = {Code.NOTHING_TO_INVOICE, Code.ZERO_TOTAL_WITH_VAT}
SEEN_BEFORE = {Code.PRICE_BASIS_AMBIGUOUS, Code.GIFT_CARD_EXCEEDS_SALE}


@st.composite
def lines(draw: st.DrawFn, basis: PriceBasis) -> ShopLine:
    """An article as a shop states it: two decimals with VAT, or four without."""
    rate = draw(st.sampled_from(RATES))
    price = Decimal(draw(PRICES)) / 100
    if basis is not PriceBasis.INC_VAT:
        without = Fraction(price) * 100 / (100 + Fraction(rate))
        price = Decimal(round_half_up(without * 10_000)) / 10_000
    return ShopLine("BOK-1" if not rate else "SAGA", "Vare", draw(QUANTITIES), price, rate)


@st.composite
def shop_orders(draw: st.DrawFn) -> Order:
    """An order whose totals add up, as the shop itself would have computed them."""
    basis = draw(st.sampled_from(PriceBasis))
    goods = draw(st.lists(lines(basis), min_size=1, max_size=5))
    sale = Money.sum((gross_of_line(line, basis, "NOK") for line in goods), "NOK")
    assume(sale)  # what is given away altogether has its own tests
    rows: list[TotalRow] = []

    def add(kind: TotalKind, ore: int) -> None:
        nonlocal sale
        rows.append(a_row(kind, str(Money(ore).amount)))
        sale += Money(ore)

    add(TotalKind.SHIPPING, draw(st.sampled_from([0, 4900, 7900])))
    add(TotalKind.PAYMENT_FEE, draw(st.sampled_from([0, 3900])))
    add(TotalKind.DISCOUNT, -draw(st.integers(min_value=0, max_value=sale.ore)))
    add(TotalKind.ROUNDING, draw(st.sampled_from([0, 0, 40, -40])))
    assume(sale.ore >= 0)  # credit orders are told by their own tests
    gift_card = draw(st.integers(min_value=0, max_value=max(0, sale.ore + 5000)))
    rows.append(a_row(TotalKind.GIFT_CARD, str(Money(-gift_card).amount)))
    left = sale - Money(gift_card)
    return an_order(lines=goods, rows=rows, total=str(left.amount))


def plan_of(order: Order) -> PostingPlan | OrderStopped:
    try:
        return plan_posting(order, a_profile(), company_facts(), today=TODAY, choice=Choice())
    except OrderStopped as stopped:
        return stopped


@given(shop_orders())
def test_a_plan_books_exactly_the_sale_or_the_order_is_stopped(order: Order) -> None:
    plan = plan_of(order)
    if isinstance(plan, OrderStopped):
        event(f"stopped: {plan.problems[0].code}")
        told = {problem.code for problem in plan.problems}
        assert told <= STOPPING
        assert isinstance(plan, OrderSkipped) is (told == {Code.NOTHING_TO_INVOICE})
        assert not (order.sale and told & OF_NOTHING)
        assert order.sale or told & {*OF_NOTHING, *SEEN_BEFORE}
        return
    assert plan.total == order.sale
    assert Money.sum((payment.amount for payment in plan.payments), "NOK") == order.sale
    assert all(payment.amount.ore > 0 for payment in plan.payments)
    assert not plan.outstanding
    for line in plan.lines:
        assert Money.rounded(line.count * line.unit_price, "NOK") == line.gross
        assert line.net + line.vat_amount == line.gross
        assert line.vat in VAT_CODES


@given(shop_orders(), st.integers(min_value=-500, max_value=500).filter(bool))
def test_an_order_whose_rows_do_not_add_up_is_never_booked_for_another_sum(
    order: Order, error: int
) -> None:
    *rows, total = order.totals
    wrong = total.amount + Money(error)
    assume(wrong.ore >= 0)
    edited = an_order(lines=order.lines, rows=rows, total=str(wrong.amount))
    plan = plan_of(edited)
    assert isinstance(plan, OrderStopped) or plan.total == edited.sale
