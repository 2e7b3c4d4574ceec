"""Order lines: price pairing, VAT codes, amounts, and the order they come in."""

from __future__ import annotations

from decimal import Decimal

from tripletex_wizard.practice.tripletex import chart
from tripletex_wizard.practice.tripletex.amounts import Line, UnitPrice, line_amounts
from tripletex_wizard.practice.tripletex.blanks import ZERO
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.errors import not_found, rule
from tripletex_wizard.practice.tripletex.store import Record, Ref

VAT_FIELD = "orderGroups.orderLines.vatType.id,orderLines.vatType.id"


def make_line(
    books: Books, body: Record, *, with_vat: bool, currency: Ref, price_of_product: bool = False
) -> Record:
    """A line as it will be stored; raises when VAT code or price do not fit [OBS, DEV]."""
    product = _product(books, body)
    vat_type = _vat_type(books, body, product)
    count = body.get("count") or ZERO
    if count < 0 and books.switches["negative_count"] == "refused":
        raise rule("negative_count", "orderLines.count")
    rate: Decimal = vat_type["percentage"]
    price = _price(body, product if price_of_product else None, rate, with_vat=with_vat)
    discount = body.get("discount") or ZERO
    gross, net = line_amounts(count, price, discount, rate, with_vat=with_vat)
    description = body.get("description") or ""
    return {
        "product": Ref("product", product["id"]) if product else None,
        "inventory": None,
        "description": description,
        "displayName": description or (product["name"] if product else ""),
        "count": count,
        "unitCostCurrency": body.get("unitCostCurrency") or ZERO,
        "unitPriceExcludingVatCurrency": price.without_vat,
        "currency": currency,
        "markup": ZERO,
        "discount": discount,
        "vatType": Ref("vatType", vat_type["id"]),
        "amountExcludingVatCurrency": net,
        "amountIncludingVatCurrency": gross,
        "vendor": None,
        "unitPriceIncludingVatCurrency": price.with_vat,
        **_rest(body, count),
    }


def _rest(body: Record, count: Decimal) -> Record:
    return {
        "isSubscription": False,
        "subscriptionPeriodStart": None,
        "subscriptionPeriodEnd": None,
        "orderGroup": None,
        "sortIndex": body.get("sortIndex") or 0,
        "isPicked": False,
        "pickedDate": None,
        "orderedQuantity": ZERO,
        "isCharged": False,
        "sourceOrderLineId": 0,
        "originalOrderedQuantity": count,
        "deliveredQuantity": ZERO,
    }


def _product(books: Books, body: Record) -> Record | None:
    reference = body.get("product")
    return books.store.get("product", reference.get("id") or 0) if reference else None


def _vat_type(books: Books, body: Record, product: Record | None) -> Record:
    """The line's VAT type; without one and without a product 0 % is used, no error [NOTE]."""
    sent = body.get("vatType")
    of_product = books.store.get("vatType", product["vatType"].id) if product else None
    if sent is None:
        if of_product is None:
            return books.store.get("vatType", 0)
        books.check_line_vat(of_product, VAT_FIELD, root=0)
        return of_product
    if of_product is not None and books.switches["vat_conflict"] == "product":
        books.check_line_vat(of_product, VAT_FIELD, root=0)
        return of_product
    vat_type = books.store.find("vatType", sent.get("id", -1))
    if vat_type is None:
        raise not_found()
    books.check_line_vat(vat_type, VAT_FIELD, root=0)
    return vat_type


def _price(body: Record, product: Record | None, rate: Decimal, *, with_vat: bool) -> UnitPrice:
    gross = body.get("unitPriceIncludingVatCurrency")
    net = body.get("unitPriceExcludingVatCurrency")
    if with_vat and gross is None and net is not None:
        raise rule("price_with_vat", "orderLines.unitPriceIncludingVatCurrency")
    if not with_vat and net is None and gross is not None:
        raise rule("price_without_vat", "orderLines.unitPriceExcludingVatCurrency")
    if gross is None and net is None and product is not None:
        gross, net = product["priceIncludingVatCurrency"], product["priceExcludingVatCurrency"]
    if with_vat:
        return UnitPrice.of_gross(_ten_decimals(gross), rate)
    return UnitPrice.of_net(_ten_decimals(net), rate)


def _ten_decimals(price: Decimal | int | None) -> Decimal:
    """Unit prices keep up to 10 decimals since 2.71.16 [CL]."""
    return round(Decimal(price or 0), 10)


def arranged(books: Books, lines: list[Record], sorting: str) -> list[Ref]:
    """References to the lines in the order that `orderLineSorting` gives."""
    if sorting == "CUSTOM":
        lines = sorted(lines, key=lambda line: line["sortIndex"])
    elif sorting != "ID" and books.switches["product_sorting"] == "sorted":
        lines = sorted(
            lines, key=lambda line: line["displayName"], reverse=sorting == "PRODUCT_DESCENDING"
        )
    return [Ref("orderLine", line["id"]) for line in lines]


def posted(books: Books, line: Record) -> Line:
    """What counts about a stored line when it is invoiced."""
    vat_type = books.store.get("vatType", line["vatType"].id)
    account = chart.SALES_ACCOUNTS[vat_type["number"]][0]
    if line["product"] is not None:
        product = books.store.get("product", line["product"].id)
        if product["account"] is not None:
            account = books.store.get("account", product["account"].id)["number"]
    gross, net = line["amountIncludingVatCurrency"], line["amountExcludingVatCurrency"]
    rate: Decimal = vat_type["percentage"]
    return Line(gross, net, rate, vat_type["id"], vat_type["number"], account)
