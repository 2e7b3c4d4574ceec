"""What is put in a basket at the yarn shop, and the rows that the shop writes for it; in øre."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tripletex_wizard.practice.mystore.sale import SaleLine, SaleTotal
from tripletex_wizard.practice.mystore.stock import ARTICLES, FOUR_DECIMALS, Article, ex_vat

PRODUCT_IDS = {article.sku: str(number) for number, article in enumerate(ARTICLES, start=501)}
STANDARD_RATE = "25.0000"  # of freight and fees: the shop's own choice, whatever the goods are
FREIGHT = "Bring - Pakke til hentested"


@dataclass(frozen=True, slots=True)
class Basket:
    """Articles and counts with what is added and taken off; a discount or gift card is positive."""

    items: tuple[tuple[Article, int], ...]
    freight: int | None = 7900
    freight_title: str = FREIGHT
    discount: tuple[str, int] | None = None
    gift_card: tuple[str, int] | None = None
    fee: int = 0
    export: bool = False

    def goods(self) -> int:
        """The sum of the lines."""
        return sum(self._price(article) * count for article, count in self.items)

    def total(self) -> int:
        """What the customer pays by the order's payment method."""
        off = sum(row[1] for row in (self.discount, self.gift_card) if row)
        return self.goods() + (self.freight or 0) + self.fee - off

    def lines(self) -> tuple[SaleLine, ...]:
        """The order lines."""
        return tuple(
            SaleLine(
                sku=article.sku,
                name=article.name,
                price=_kroner(self._price(article))
                if self.export
                else ex_vat(article.gross, article.rate),
                tax=self._rate(article),
                quantity=count,
                product_id=PRODUCT_IDS.get(article.sku),
            )
            for article, count in self.items
        )

    def totals(self) -> tuple[SaleTotal, ...]:
        """The rows of the order totals, VAT rows before the sum."""
        rows = [SaleTotal("ot_subtotal", "Delsum", _kroner(self.goods()))]
        if self.discount:
            rows.append(SaleTotal("ot_coupon", self.discount[0], _kroner(-self.discount[1])))
        if self.freight is not None:
            title = self.freight_title if self.freight else "Fri frakt"
            rows.append(SaleTotal("ot_shipping", title, _kroner(self.freight)))
        if self.fee:
            rows.append(SaleTotal("ot_payment_fee", "Fakturagebyr", _kroner(self.fee)))
        if self.gift_card:
            rows.append(SaleTotal("ot_gv", self.gift_card[0], _kroner(-self.gift_card[1])))
        rows.extend(self._vat_rows())
        return (*rows, SaleTotal("ot_total", "Totalsum", _kroner(self.total())))

    def _price(self, article: Article) -> int:
        if not self.export:
            return article.gross
        net = Decimal(article.gross) / (100 + Decimal(article.rate)) * 100
        return int(net.quantize(Decimal(1), ROUND_HALF_UP))

    def _rate(self, article: Article) -> str:
        return "0.0000" if self.export else article.rate

    def _vat_rows(self) -> list[SaleTotal]:
        gross: dict[str, Decimal] = {}
        kept = 1 - Decimal(self.discount[1] if self.discount else 0) / (self.goods() or 1)
        for article, count in self.items:
            rate = self._rate(article)
            amount = self._price(article) * count * kept
            gross[rate] = gross.get(rate, Decimal(0)) + amount
        if not self.export:
            extra = (self.freight or 0) + self.fee
            gross[STANDARD_RATE] = gross.get(STANDARD_RATE, Decimal(0)) + extra
        return [
            SaleTotal("ot_tax", f"MVA {_short(rate)}%", _vat(amount, Decimal(rate)))
            for rate, amount in sorted(gross.items(), key=lambda row: -Decimal(row[0]))
            if Decimal(rate) and amount
        ]


def _kroner(amount: int) -> str:
    return str((Decimal(amount) / 100).quantize(FOUR_DECIMALS))


def _vat(gross: Decimal, rate: Decimal) -> str:
    kroner = gross / 100 * rate / (100 + rate)
    return str(kroner.quantize(FOUR_DECIMALS, ROUND_HALF_UP))


def _short(rate: str) -> str:
    return f"{Decimal(rate).normalize():f}"
