"""The order lines that give the shop's total: goods, discounts, freight, fees and rounding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.freight import ChargeRate, charge_rate
from tripletex_wizard.domain.gift_cards import gift_card_product, taken_back
from tripletex_wizard.domain.ledger import LedgerFacts, Product, VatCode
from tripletex_wizard.domain.mixed_packs import is_mixed_pack
from tripletex_wizard.domain.money import Money, round_half_up, split_by_largest_remainder
from tripletex_wizard.domain.orders import Order, ShopLine, TotalKind, TotalRow
from tripletex_wizard.domain.prices import gross_lines
from tripletex_wizard.domain.products import (
    NewProduct,
    fitting_product,
    vat_differs,
    without_making,
)
from tripletex_wizard.domain.profile import TransferRules
from tripletex_wizard.domain.stated_vat import VatDifference, stated_vat
from tripletex_wizard.domain.vat import VatChooser, is_export, net_of

UNIT_PRICE_DECIMALS = 10  # [CL 2.71.16]
EXEMPT = "5"  # as books are
WHOLE_KRONE = 100  # øre; a rounding to whole kroner is less
CHARGES = (TotalKind.SHIPPING, TotalKind.PAYMENT_FEE)
SIGN_OF_SALE = {
    TotalKind.SHIPPING: 1,
    TotalKind.PAYMENT_FEE: 1,
    TotalKind.DISCOUNT: -1,
    TotalKind.GIFT_CARD: -1,
}
SIGN_OF_CREDIT = {TotalKind.DISCOUNT: 1}  # freight is paid back, or charged for the return


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One order line. `unit_price` with VAT in whole currency units, at most 10 decimals.

    `gross` is `count` x `unit_price` rounded to the øre, which is Tripletex' own rule. The sign
    is on `count` alone (accounting.md §0 «Fortegn»). `sku` is the shop's article number, empty of
    what is no article; Tripletex is not told it. `notes` are about
    this line alone.
    """

    description: str
    count: Decimal
    unit_price: Decimal
    vat: VatCode
    gross: Money
    product: Product | None = None
    is_gift_card: bool = False
    new_product: NewProduct | None = None
    notes: tuple[Problem, ...] = ()
    sku: str = ""

    @property
    def product_id(self) -> int | None:
        """The product that the line is sent on; None for a line of text."""
        return self.product.id if self.product else None

    @property
    def net(self) -> Money:
        """The part without VAT, rounded to the øre."""
        return net_of(self.gross, self.vat.percentage)

    @property
    def vat_amount(self) -> Money:
        """The VAT of the line."""
        return self.gross - self.net


def line_of(
    description: str, count: Decimal, gross: Money, vat: VatCode, product: Product | None = None
) -> PlannedLine:
    """A line whose count and unit price give `gross` by Tripletex' own rounding.

    Where no unit price with ten decimals does, or the count is zero but the sum is not, the count
    is folded into the text and the line has one piece, with a note.
    """
    pieces = abs(count)
    unit = _unit_price(gross, pieces)
    notes: tuple[Problem, ...] = ()
    if unit is None:
        description, pieces = f"{count:f} × {description}", Decimal(1)  # noqa: RUF001 - as printed
        unit = abs(gross.amount)
        notes = (Problem(Code.COUNT_IN_TEXT, count=count),)
    signed = pieces if gross.ore >= 0 else -pieces
    return PlannedLine(description, signed, unit, vat, gross, product, notes=notes)


def _unit_price(gross: Money, pieces: Decimal) -> Decimal | None:
    if not pieces:
        return None if gross else Decimal(0)
    exact = Fraction(abs(gross.ore), 100) / Fraction(pieces)
    unit = Decimal(round_half_up(exact * 10**UNIT_PRICE_DECIMALS)).scaleb(-UNIT_PRICE_DECIMALS)
    product = Money.rounded(Fraction(unit) * Fraction(pieces), gross.currency)
    return _plain(unit) if product.ore == abs(gross.ore) else None


def _plain(number: Decimal) -> Decimal:
    shortest = number.normalize()
    return shortest if shortest.as_tuple().exponent not in range(1, 20) else number.quantize(1)


def plan_lines(
    order: Order, rules: TransferRules, facts: LedgerFacts
) -> tuple[tuple[PlannedLine, ...], tuple[Problem, ...]]:
    """The lines in the shop's order, and notes on them.

    Raises OrderStopped with every problem of the goods and the total rows at once.
    """
    delivery = order.delivery
    chooser = VatChooser(rules.vat, facts, is_export(delivery), delivery.country)
    articles = _articles(order, rules, chooser)
    goods = [line for line in articles if not line.is_gift_card]
    discounts = _discounts(order, goods, is_among_gift_cards=len(goods) < len(articles))
    charges, notes = _charge_lines(order, chooser, rules.freight_rate, goods, discounts)
    rounding = _rounding_lines(order, facts)
    notes += [
        Problem(Code.MIXED_PACK, line=line.description)
        for line in goods
        if line.vat.number == EXEMPT and is_mixed_pack(line.description)
    ]
    for line in articles:
        if line.is_gift_card:
            notes += taken_back(line.description, line.gross, line.product)
    notes += [Problem(Code.ROUNDING_LINE, amount=line.gross) for line in rounding]
    return (*articles, *discounts, *charges, *rounding), tuple(notes)


def _articles(order: Order, rules: TransferRules, chooser: VatChooser) -> list[PlannedLine]:
    """What the shop sold: goods, and gift cards, which are a debt and no goods."""
    problems = list(_row_problems(order))
    grosses = gross_lines(order)
    if isinstance(grosses, Problem):
        raise OrderStopped(grosses, *problems)
    planned: list[PlannedLine] = []
    made: dict[str, VatCode] = {}
    for line, gross in zip(order.lines, grosses, strict=True):
        article = _article(line, gross, rules, chooser)
        if isinstance(article, Problem):
            problems.append(article)
        else:
            planned.append(_made_once(replace(article, sku=line.sku), made))
    if problems:
        raise OrderStopped(*problems)
    return planned


def _article(
    line: ShopLine, gross: Money, rules: TransferRules, chooser: VatChooser
) -> PlannedLine | Problem:
    if rules.vat.is_gift_card(line.sku):
        product = gift_card_product(line, rules, chooser.facts)
        if isinstance(product, Problem):
            return product
        sold = line_of(line.name, line.quantity, gross, product.vat, product)
        return replace(sold, is_gift_card=True)
    vat = chooser.code_for(name=line.name, sku=line.sku, rate=line.vat_rate)
    if isinstance(vat, Problem):
        return vat
    may_make = gross.ore > 0 and not chooser.export
    fitting = fitting_product(line, vat, rules.products, chooser.facts, may_make=may_make)
    planned = line_of(line.name, line.quantity, gross, vat, fitting.product)
    notes = (*planned.notes, *fitting.notes)
    return replace(planned, new_product=fitting.new_product, notes=notes)


def _made_once(line: PlannedLine, made: dict[str, VatCode]) -> PlannedLine:
    """The line as text where its product is already `made` with another code in this order."""
    new = line.new_product
    if new is None or made.setdefault(new.number, new.vat) == new.vat:
        return line
    notes = (*without_making(line.notes), vat_differs(new.number, new.vat, made[new.number]))
    return replace(line, new_product=None, notes=notes)


def _row_problems(order: Order) -> Iterator[Problem]:
    signs = SIGN_OF_CREDIT if order.is_credit else SIGN_OF_SALE
    for row in order.totals:
        if row.kind is TotalKind.UNKNOWN and row.amount:
            yield Problem(
                Code.TOTAL_ROW_UNKNOWN,
                title=row.title,
                shop_class=row.shop_class,
                amount=row.amount,
            )
        if row.amount.ore * signs.get(row.kind, 0) < 0:
            yield Problem(Code.TOTAL_ROW_SIGN, title=row.title, amount=row.amount)
        if row.kind is TotalKind.ROUNDING and abs(row.amount.ore) >= WHOLE_KRONE:
            yield Problem(Code.ROUNDING_TOO_LARGE, amount=row.amount)


def vat_by_code(lines: Iterable[PlannedLine]) -> dict[VatCode, Money]:
    """The VAT of each code's sum: nothing where the lines of a code cancel out."""
    return {
        code: gross - net_of(gross, code.percentage)
        for code, gross in _gross_by_code(lines).items()
    }


def _gross_by_code(lines: Iterable[PlannedLine]) -> dict[VatCode, Money]:
    sums: dict[VatCode, Money] = {}
    for line in lines:
        sums[line.vat] = sums.get(line.vat, Money(0, line.gross.currency)) + line.gross
    return sums


def _discounts(
    order: Order, goods: Sequence[PlannedLine], *, is_among_gift_cards: bool
) -> list[PlannedLine]:
    """Discounts on the goods; a gift card owes its whole amount, whatever was taken off."""
    rows = [row for row in order.rows(TotalKind.DISCOUNT) if row.amount]
    if is_among_gift_cards:
        sign = -1 if order.is_credit else 1
        left = Money.sum((line.gross for line in goods), order.currency)
        for row in rows:
            left += row.amount
            if left.ore * sign < 0:
                problem = Problem(Code.GIFT_CARD_DISCOUNTED, title=row.title, amount=row.amount)
                raise OrderStopped(problem)
    return [part for row in rows for part in _discount_lines(row, goods)]


def _discount_lines(row: TotalRow, goods: Sequence[PlannedLine]) -> Iterator[PlannedLine]:
    """The discount over the goods' VAT codes, by gross (accounting.md T03, mval. § 4-2).

    Taken back with the goods it is spread over what comes back.
    """
    sign = -1 if row.amount.ore > 0 else 1
    by_code = _gross_by_code(goods).items()
    sums = {code: abs(gross.ore) for code, gross in by_code if gross.ore * sign > 0}
    if not sums:
        raise OrderStopped(Problem(Code.TOTAL_ROW_SIGN, title=row.title, amount=row.amount))
    by_number = sorted(sums, key=lambda code: int(code.number))
    shares = split_by_largest_remainder(row.amount.ore, [sums[code] for code in by_number])
    share_of = dict(zip(by_number, shares, strict=True))
    for code in sums:
        if share_of[code]:
            title = row.title if len(sums) == 1 else f"{row.title} ({_percent(code)} %)"
            yield line_of(title, Decimal(1), Money(share_of[code], row.amount.currency), code)


def _percent(code: VatCode) -> str:
    return f"{_plain(code.percentage)}".replace(".", ",")


def _charge_lines(
    order: Order,
    chooser: VatChooser,
    freight_rate: Decimal,
    goods: Sequence[PlannedLine],
    discounts: Sequence[PlannedLine],
) -> tuple[list[PlannedLine], list[Problem]]:
    """Freight and fees, all at the rate that explains the shop's stated VAT (rule 10)."""
    rows = [row for row in order.totals if row.kind in CHARGES and row.amount]
    lines = [(line.vat.percentage, line.gross) for line in (*goods, *discounts)]
    chosen = charge_rate(lines, [row.amount for row in rows], freight_rate, stated_vat(order))
    priced = [
        line_of(row.title, Decimal(1), row.amount, _charge_code(row, chosen.rate, goods, chooser))
        for row in rows
    ]
    notes = [*_rate_notes(rows, goods, chosen), *_vat_notes(chosen.beside, order.currency)]
    return priced, notes


def _charge_code(
    row: TotalRow, rate: Decimal, goods: Sequence[PlannedLine], chooser: VatChooser
) -> VatCode:
    """The code of the goods with this rate: freight follows the goods (mval. § 4-2)."""
    for line in goods:
        if line.vat.percentage == rate:
            return line.vat
    if not rate:
        raise OrderStopped(Problem(Code.CHARGE_WITHOUT_VAT, title=row.title, amount=row.amount))
    code = chooser.code_for(name=row.title, sku="", rate=rate)
    if isinstance(code, Problem):
        raise OrderStopped(code)
    return code


def _rate_notes(
    rows: Sequence[TotalRow], goods: Sequence[PlannedLine], chosen: ChargeRate
) -> Iterator[Problem]:
    is_assumed = not goods and not chosen.beside  # beside gift cards alone nothing tells the rate
    if is_assumed or any(line.vat.percentage != chosen.rate for line in goods):
        code = Code.FREIGHT_ON_MIXED_RATES if chosen.beside else Code.FREIGHT_RATE_ASSUMED
        for row in rows:
            yield Problem(code, amount=row.amount, rate=chosen.rate)


def _vat_notes(beside: Sequence[VatDifference], currency: str) -> Iterator[Problem]:
    ours = Money.sum((row.ours.amount for row in beside), currency)
    shop = Money.sum((row.shop.amount for row in beside), currency)
    if ours != shop:
        yield Problem(Code.VAT_ROUNDING, ours=ours, shop=shop)


def _rounding_lines(order: Order, facts: LedgerFacts) -> list[PlannedLine]:
    """The shop's rounding as a visible line without VAT on the rounding product (rule 11)."""
    rows = [row for row in order.rows(TotalKind.ROUNDING) if row.amount]
    if not rows:
        return []
    amount, product = rows[0].amount, facts.rounding_product
    if product is None:
        raise OrderStopped(Problem(Code.ROUNDING_PRODUCT_MISSING, amount=amount))
    if rate := product.vat.percentage:
        raise OrderStopped(Problem(Code.ROUNDING_PRODUCT_WITH_VAT, amount=amount, rate=rate))
    return [line_of("Øreavrunding", Decimal(1), row.amount, product.vat, product) for row in rows]
