"""Reads the worked orders: what a shop sends and the figures an accountant expects of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.orders.building import (
    GIFT_CARD,
    ROUNDING,
    TODAY,
    VAT_CODES,
    WEBSHOP,
    a_profile,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.adapters.mystore.convert import OrderParts, to_order
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.credit_orders import Original
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.domain.ledger import (
    AccountingPeriod,
    Credit,
    LedgerAccount,
    LedgerFacts,
    LedgerInvoice,
    VatRegistration,
)
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import CompanyInvoices, Profile, SalesDocument, ZeroTotal
from tripletex_wizard.domain.vat import gross_by_vat

FOLDER = Path(__file__).parent
CUSTOMER = 7
FOREIGN = {"EUR": 5}
FURTHER_COUNTRIES = {"DE": 55}
BUYER = {
    "name": "name",
    "company": "company",
    "street": "address",
    "postal_code": "zipcode",
    "city": "city",
    "country": "country",
}


@dataclass(frozen=True)
class WorkedOrder:
    """`example` is the file; `read` what the program reads of the shop's own form of it."""

    case: str
    example: dict[str, Any]

    @property
    def tripletex(self) -> dict[str, Any]:
        """The expected figures; none for an order that is stopped."""
        return dict(self.example.get("tripletex", {}))

    @property
    def stopped(self) -> list[str]:
        return list(self.example.get("stopped", []))

    @property
    def skipped(self) -> list[str]:
        return list(self.example.get("skipped", []))

    @property
    def accountant(self) -> dict[str, Any]:
        """What a person has decided, beside the shop's own figures."""
        return dict(self.example.get("accountant", {}))

    @cached_property
    def read(self) -> Order | UnreadableOrder:
        return to_order(parts_of(self.example["shop"]))

    @property
    def order(self) -> Order:
        assert isinstance(self.read, Order), self.read
        return self.read

    @property
    def today(self) -> date:
        return date.fromisoformat(self.accountant.get("transferred", TODAY.isoformat()))

    @property
    def profile(self) -> Profile:
        """The set-up; orders of 0,00 are invoiced only where that is chosen."""
        placed = self._company.get("gift_cards_placed", True)
        rules = transfer_rules(gift_card_payment_type=GIFT_CARD.id if placed else None)
        document = SalesDocument(self.accountant.get("sales_document", "invoice"))
        zero_total = ZeroTotal(self._zero_total)
        department = WEBSHOP if "department" in self._company else None
        ways = CompanyInvoices(self.accountant.get("company_invoices", "email"))
        rules = replace(rules, zero_total=zero_total, sales_document=document)
        return a_profile(replace(rules, department=department, company_invoices=ways))

    @property
    def choice(self) -> Choice:
        transfer_as = TransferAs(self.accountant.get("as", "invoice"))
        dated = self.accountant.get("dated")
        return Choice(
            transfer_as,
            is_refunded=self.accountant.get("refunded"),
            dating=Dating(dated) if dated else None,
        )

    @property
    def original(self) -> Original | None:
        """What a credit order credits: the invoice of another worked order, as its file has it."""
        credited = self.accountant.get("credits")
        if credited is None:
            return None
        sale = next(sale for sale in worked_orders() if sale.case.startswith(credited["file"]))
        total = Money.rounded(Decimal(sale.tripletex["total"]), sale.tripletex["currency"])
        day = date.fromisoformat(credited["date"])
        number = credited["invoice"]
        invoice = LedgerInvoice(number, number, day, total, Money(0, total.currency), (5,))
        lines = [
            (line["vat_id"], Money.rounded(Decimal(line["gross"]), total.currency))
            for line in sale.tripletex["lines"]
        ]
        return Original(
            Credit(invoice, (), CUSTOMER),
            CUSTOMER,
            credited["order"],
            sale.order,
            gross_by_vat(lines),
        )

    @property
    def facts(self) -> LedgerFacts:
        company = self._company
        inactive = company.get("inactive_codes", [])
        is_registered = company.get("registered", True)
        facts = company_facts(
            registration=VatRegistration.REGISTERED
            if is_registered
            else VatRegistration.NOT_REGISTERED,
            vat_codes=tuple(code for code in VAT_CODES if code.number not in inactive),
            rounding_product=ROUNDING if company.get("rounding_product", True) else None,
        )
        return replace(
            facts,
            currencies={**facts.currencies, **FOREIGN},
            countries={**facts.countries, **FURTHER_COUNTRIES},
            periods=tuple(_months(company.get("closed_through", ""))),
            departments=(WEBSHOP,),
            balances={
                int(number): Money.rounded(Decimal(balance), "NOK")
                for number, balance in company.get("balances", {}).items()
            },
            sales_accounts={
                number: LedgerAccount(number, number, "Salg", requires_department=True)
                for number in company.get("departments_on", [])
            },
        )

    @property
    def _company(self) -> dict[str, Any]:
        return dict(self.accountant.get("company", {}))

    @property
    def _zero_total(self) -> str:
        return str(self.accountant.get("zero_total", "skip"))


def _months(closed_through: str) -> Iterator[AccountingPeriod]:
    """The months of two years; a month that begins on or before that day is closed."""
    firsts = [date(year, month, 1) for year in (2026, 2027) for month in range(1, 13)]
    for first in firsts:
        end = (first + timedelta(days=31)).replace(day=1)
        yield AccountingPeriod(first, end, is_closed=first.isoformat() <= closed_through)


def worked_orders() -> list[WorkedOrder]:
    return [read(path) for path in sorted(FOLDER.glob("*.json"))]


def read(path: Path) -> WorkedOrder:
    return WorkedOrder(path.stem, json.loads(path.read_text("utf-8")))


def order_of(shop: dict[str, Any]) -> Order:
    order = to_order(parts_of(shop))
    assert isinstance(order, Order), order
    return order


# the order as the shop's API sends it


def parts_of(shop: dict[str, Any]) -> OrderParts:
    buyer = shop["customer"]
    number = shop["number"]
    to = shop.get("delivery", buyer)
    attributes = {
        **_address("customer_address", buyer),
        **_address("billing_address", buyer),
        **_address("shipping_address", to),
        "customer_address_email": buyer.get("email"),
        "customer_address_phone": buyer.get("phone"),
        "customer_reference": shop.get("reference"),
        **{name: shop[name] for name in ("payment_module", "payment_method", "currency")},
        **{name: shop[name] for name in ("created_at", "finished_at")},
    }
    lines = [
        {"tax" if name == "vat_rate" else name: row[name] for name in row} for row in shop["lines"]
    ]
    return OrderParts(
        order=_resource("orders", number, attributes, customer=buyer["number"]),
        lines=_resources("order-products", lines),
        totals=_resources("order-totals", shop["totals"]),
        customer=_customer(buyer),
        status=_resource("order-status", "5", {"name": "Sendt"}),
    )


def _address(prefix: str, buyer: dict[str, Any]) -> dict[str, Any]:
    return {f"{prefix}_{theirs}": buyer.get(ours) for ours, theirs in BUYER.items()}


def _customer(buyer: dict[str, Any]) -> Resource | None:
    if buyer["number"] is None:
        return None
    attributes = {"organization_number": buyer.get("organization_number")}
    return _resource("customers", buyer["number"], attributes)


def _resources(kind: str, rows: list[dict[str, Any]]) -> tuple[Resource, ...]:
    return tuple(_resource(kind, place, row) for place, row in enumerate(rows))


def _resource(
    kind: str, number: object, attributes: dict[str, Any], *, customer: int | None = None
) -> Resource:
    refers = {"type": "customers", "id": customer}
    return Resource.model_validate(
        {
            "type": kind,
            "id": number,
            "attributes": attributes,
            "relationships": {"customer": {"data": refers}} if customer is not None else {},
        }
    )
