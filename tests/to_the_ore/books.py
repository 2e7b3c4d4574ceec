"""The practice Tripletex in process: what a plan has become of an order there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

import requests

from tests.exactly_once.line import InProcess
from tests.fakes.clock import FakeClock
from tripletex_wizard.adapters.tripletex.client import TripletexClient
from tripletex_wizard.domain.credit_orders import Original
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.switches import Switches
from tripletex_wizard.practice.tripletex import TripletexApplication
from tripletex_wizard.practice.tripletex.chart import CURRENCIES
from tripletex_wizard.practice.tripletex.store import Ref

FOREIGN_ACCOUNTS = (("Klarna SEK", 1931, "SEK"), ("Stripe EUR", 1932, "EUR"))
VAT_CODES = ("3", "31", "33", "32", "5", "6", "7", "51", "52")


@dataclass(frozen=True, slots=True)
class StoredInvoice:
    """An invoice as Tripletex' books hold it, not as they answered.

    `lines` are those of its order (VAT code, gross); `gross` and `vat` are by VAT code as they are
    posted. `outstanding` and `paid`, by account, are those of all the company's documents. All
    are in the invoice's currency, but `in_nok`: turnover and VAT together as they are posted.
    """

    id: int
    amount: Decimal
    outstanding: Decimal
    lines: tuple[tuple[str, Decimal], ...]
    gross: dict[str, Decimal]
    vat: dict[str, Decimal]
    paid: dict[int, Decimal]
    in_nok: Decimal


class PracticeBooks:
    """One company, which takes every order as its first: what was there before is taken away."""

    def __init__(self, *, vat_rounding: str, **settings: Any) -> None:
        self._application = TripletexApplication(
            now=FakeClock().now, switches=Switches({"vat_rounding": vat_rounding}), rate_limit=10**9
        )
        self._application.set_company(active_vat_codes=VAT_CODES, **settings)
        for name, number, currency in FOREIGN_ACCOUNTS:
            self._pay_in(currency, name, number)
        session = requests.Session()
        session.trust_env = False
        session.mount("http://", InProcess({"tripletex": self._application}))
        self._client = TripletexClient(
            "http://127.0.0.1/v2",
            consumer_token=Secret(self._application.consumer_token),
            employee_token=Secret(self._application.employee_token),
            clock=_Patient(),
            session=session,
        )
        self._founded = self._held()

    @cached_property
    def facts(self) -> LedgerFacts:
        return self._client.facts()

    def _pay_in(self, currency: str, name: str, number: int) -> None:
        """A payment type on an account in another currency, as the company's others otherwise."""
        store = self._application.books.store
        account, by = store.all("account")[0], store.all("paymentType")[0]
        account = store.add(
            "account",
            {
                **_copied(account),
                "number": number,
                "name": name,
                "currency": Ref("currency", id_of(currency)),
            },
        )
        store.add(
            "paymentType",
            {
                **_copied(by),
                "description": name,
                "displayName": name,
                "debitAccount": Ref("account", account["id"]),
                "currencyId": id_of(currency),
                "currencyCode": currency,
            },
        )

    def count(self, kind: str) -> int:
        return len(self._application.books.store.all(kind))

    def close(self) -> None:
        self._client.close()

    def book(self, plan: PostingPlan) -> StoredInvoice:
        """What stands in the books once the plan's customer, order and invoice are made."""
        store = self._application.books.store
        store._current, store._history = self._founded, {}
        self._founded = self._held()
        made = self._client.create_customer(plan, self.facts, number=plan.customer.number)
        order = self._client.create_order(plan, self.facts, made.value.id)
        return self._stored(self._client.invoice_order(order.value, plan).value.id)

    def sold(self, invoice_id: int, order: Order) -> Original:
        """The invoice of `order` as what may be credited."""
        credit = self._client.credit(invoice_id)
        assert credit
        booked = self._client.order(credit.invoice.order_ids[0])
        assert booked
        return Original(credit, booked.customer_id, order.number, order, booked.gross_by_vat)

    def credit(self, plan: PostingPlan) -> StoredInvoice:
        """What stands in the books once the plan's credit note is made, and the money paid back."""
        assert plan.credits
        if plan.credits.is_whole:
            note = self._client.credit_wholly(plan).value
        else:
            order = self._client.create_order(plan, self.facts, plan.credits.customer_id)
            note = self._client.invoice_order(order.value, plan).value
        if plan.paid_back:
            open_on = next(
                document.id
                for document in (note, self._client.invoice(plan.credits.id))
                if document.outstanding <= plan.paid_back.amount
            )
            self._client.register_payment(open_on, plan.paid_back, plan.invoice_date)
        return self._stored(note.id)

    def _held(self) -> dict[str, dict[int, Any]]:
        current = self._application.books.store._current
        return {kind: dict(rows) for kind, rows in current.items()}

    def _stored(self, invoice_id: int) -> StoredInvoice:
        store = self._application.books.store
        invoice = store.get("invoice", invoice_id)
        lines = [
            (self._code(line), line["amountIncludingVatCurrency"])
            for line in (store.get("orderLine", ref.id) for ref in invoice["orderLines"])
        ]
        gross: dict[str, Decimal] = {}
        vat: dict[str, Decimal] = {}
        paid: dict[int, Decimal] = {}
        in_nok = Decimal(0)
        for row in store.all("posting"):
            account = store.get("account", row["account"].id)["number"]
            if row["type"] == "INCOMING_PAYMENT":
                paid[account] = paid.get(account, Decimal(0)) + row["amountCurrency"]
                continue
            if row["voucher"] != invoice["voucher"] or row["type"]:
                continue
            in_nok -= row["amount"]
            if row["systemGenerated"]:
                vat[self._code(row)] = vat.get(self._code(row), Decimal(0)) - row["amountCurrency"]
            else:
                code = self._code(row)
                gross[code] = gross.get(code, Decimal(0)) - row["amountGrossCurrency"]
        return StoredInvoice(
            invoice_id,
            invoice["amountCurrency"],
            sum((row["amountCurrencyOutstanding"] for row in store.all("invoice")), Decimal(0)),
            tuple(lines),
            gross,
            vat,
            paid,
            in_nok,
        )

    def _code(self, row: dict[str, Any]) -> str:
        found = self._application.books.store.get("vatType", row["vatType"].id)
        return str(found["number"])


def _copied(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in {"id", "version"}}


def id_of(currency: str) -> int:
    return next(id_ for id_, code, *_ in CURRENCIES if code == currency)


class _Patient(FakeClock):
    """Each look takes a second, so that no limit of requests is ever near; the day stays."""

    def monotonic(self) -> float:
        self._passed += 1
        return self._passed
