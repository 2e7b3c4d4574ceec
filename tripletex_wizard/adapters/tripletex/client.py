"""Tripletex as the Ledger port: customers, orders and invoices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import requests

from tripletex_wizard.adapters.http import Answer, HttpClient
from tripletex_wizard.adapters.tripletex import bodies, convert, refusals, wire
from tripletex_wizard.adapters.tripletex.company import FIRST_DAY, LAST_DAY, CompanyReader
from tripletex_wizard.adapters.tripletex.connection import Connection
from tripletex_wizard.adapters.tripletex.envelopes import written_value_of
from tripletex_wizard.adapters.tripletex.refusals import REFUSED, Refusal
from tripletex_wizard.adapters.tripletex.session import TripletexSession
from tripletex_wizard.domain.booking import Booking
from tripletex_wizard.domain.errors import AppError, OutcomeUnknown
from tripletex_wizard.domain.ledger import (
    Credit,
    LedgerCustomer,
    LedgerFacts,
    LedgerInvoice,
    LedgerOrder,
    Product,
    Written,
)
from tripletex_wizard.domain.organization_number import compact
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.products import NewProduct
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.ports import Clock

# 100 calls in about 10 s were seen in the test environment [OBS-N]; its headers tell the rest.
CALLS = 95
SECONDS = 10.0
RESET = "X-Rate-Limit-Reset"


W = TypeVar("W", bound=wire.Wire)


class TripletexClient(CompanyReader):
    """One company's ledger, at `base_url` (which ends in /v2).

    `company_id` is the client company of an accountant's token, None for the token's own company.
    Nothing is called before the first method; raises SetupError(INSECURE_ADDRESS) at once.
    """

    def __init__(
        self,
        base_url: str,
        *,
        consumer_token: Secret,
        employee_token: Secret,
        clock: Clock,
        company_id: int | None = None,
        session: requests.Session | None = None,
    ) -> None:
        http = HttpClient(
            base_url,
            clock=clock,
            calls=CALLS,
            seconds=SECONDS,
            reset_header=RESET,
            session=session,
        )
        token = TripletexSession(http, consumer_token, employee_token, clock)
        super().__init__(Connection(http, token, company_id))

    def customers_with_number(self, number: int) -> tuple[LedgerCustomer, ...]:
        """Customers, active or not, with this customer number."""
        found = self._customers("customerAccountNumber", [str(number)])
        return tuple(card for card in found if card.number == number)

    def customers_with_organization_number(self, number: str) -> tuple[LedgerCustomer, ...]:
        """Customers, active or not, with this number, compared whole: DE1 is not 1."""
        wanted = compact(number)
        found = self._customers("organizationNumber", [wanted, number])
        return tuple(card for card in found if compact(card.organization_number) == wanted)

    def customers_with_email(self, email: str) -> tuple[LedgerCustomer, ...]:
        """Customers, active or not, with this e-mail address, compared without case."""
        found = self._customers("email", [email, email.lower()])
        return tuple(card for card in found if card.email.casefold() == email.casefold())

    def customers_named(self, name: str) -> tuple[LedgerCustomer, ...]:
        """Customers, active or not, with this name, compared without case."""
        found = self._customers("customerName", [name])
        return tuple(card for card in found if card.name.casefold() == name.casefold())

    def customer(self, customer_id: int) -> LedgerCustomer | None:
        """One customer by id, always current; None when it is gone."""
        row = self._connection.one_or_none(f"/customer/{customer_id}", wire.Customer)
        return None if row is None else convert.customer(row)

    def create_customer(
        self, plan: PostingPlan, facts: LedgerFacts, *, number: int | None
    ) -> Written[LedgerCustomer]:
        """Make the plan's customer; `number` None lets Tripletex number it.

        Raises OrderRejected, CUSTOMER_NUMBER_TAKEN and EHF_REFUSED among its codes.
        """
        body = bodies.new_customer(plan, facts, number)
        answer = self._connection.write("POST", "/customer", json=body)
        if answer.status in REFUSED:
            raise refusals.of_customer(Refusal(answer), plan, number)
        card = convert.customer(written_value_of(answer, wire.Customer))
        return Written(card, answer.request_ids)

    def update_customer(
        self, customer: LedgerCustomer, plan: PostingPlan, facts: LedgerFacts
    ) -> Written[LedgerCustomer]:
        """Overwrite name, e-mail and address of a card with the shop's.

        Raises OrderRejected, STALE_IN_LEDGER and EHF_REFUSED among its codes.
        """
        body = bodies.changed_customer(customer, plan, facts)
        answer = self._connection.write("PUT", f"/customer/{customer.id}", json=body)
        if answer.status in REFUSED:
            raise refusals.of_customer(Refusal(answer), plan, None)
        card = convert.customer(written_value_of(answer, wire.Customer))
        return Written(card, answer.request_ids)

    def create_product(self, new: NewProduct) -> Written[Product]:
        """POST a product.

        Raises OrderRejected, PRODUCT_NUMBER_TAKEN and PRODUCT_NAME_TAKEN among its codes.
        """
        answer = self._connection.write("POST", "/product", json=bodies.new_product(new))
        if answer.status in REFUSED:
            raise refusals.of_product(Refusal(answer), new)
        row = written_value_of(answer, wire.Reference)
        return Written(Product(row.id, new.number, new.name, new.vat), answer.request_ids)

    def recent_orders(self, since: date) -> tuple[LedgerOrder, ...]:
        """Orders in Tripletex dated on or after `since`."""
        rows = self._orders(orderDateFrom=since.isoformat())
        return tuple(convert.order(row) for row in rows if row.order_date >= since)

    def orders_with_number(self, number: str) -> tuple[LedgerOrder, ...]:
        """Orders with exactly this number (the server's filter may say «contains»)."""
        rows = self._orders(orderDateFrom=FIRST_DAY, number=number)
        return tuple(convert.order(row) for row in rows if row.number == number)

    def order(self, order_id: int) -> LedgerOrder | None:
        """One order by id, always current; None when it is gone."""
        row = self._connection.one_or_none(f"/order/{order_id}", wire.Order)
        return None if row is None else convert.order(row)

    def create_order(self, plan: PostingPlan, facts: LedgerFacts, customer_id: int) -> Written[int]:
        """POST the plan's order with its lines; gives the order's id.

        Raises OrderRejected, NUMBER_TAKEN_UNSEEN, VAT_CODE_INACTIVE and STALE_IN_LEDGER among its
        codes.
        """
        body = bodies.new_order(plan, facts, customer_id)
        answer = self._connection.write("POST", "/order", json=body)
        if answer.status in REFUSED:
            raise refusals.of_order(Refusal(answer), plan)
        return Written(written_value_of(answer, wire.Reference).id, answer.request_ids)

    def invoice_order(self, order_id: int, plan: PostingPlan) -> Written[LedgerInvoice]:
        """Invoice the order, with payment and e-mail as planned, in one request.

        The amounts are those of the answer, or read by id when it has none. Raises OrderRejected,
        with BANK_ACCOUNT_MISSING, EHF_REFUSED and STALE_IN_LEDGER among its codes; OutcomeUnknown
        with `answered` once it is done.
        """
        params = bodies.invoice_params(plan)
        answer = self._connection.write("PUT", f"/order/{order_id}/:invoice", params=params)
        if answer.status in REFUSED:
            refusal = Refusal(answer)
            raise (
                refusals.of_credit(refusal, plan)
                if plan.credits
                else refusals.of_invoice(refusal, plan)
            )
        return self._document(answer, plan.currency, (order_id,))

    def invoices_of_order(self, order_id: int, customer_id: int) -> tuple[LedgerInvoice, ...]:
        """Invoices and credit notes that carry the customer's order, whatever their date."""
        rows = self._invoices(customer_id, wire.Invoice)
        found = (convert.invoice(row) for row in rows)
        return tuple(invoice for invoice in found if order_id in invoice.order_ids)

    def invoice(self, invoice_id: int) -> LedgerInvoice:
        """One invoice by id, always current."""
        return convert.invoice(self._connection.one(f"/invoice/{invoice_id}", wire.Invoice))

    def booking(self, invoice_id: int) -> Booking | None:
        """What the vouchers of an invoice and of its payments say, in one request."""
        row = self._connection.one_or_none(f"/invoice/{invoice_id}", wire.BookedInvoice)
        return None if row is None else convert.booking(row)

    def credit(self, invoice_id: int) -> Credit | None:
        """What has been credited of an invoice, read by id; None when there is no such invoice."""
        invoice = self._connection.one_or_none(f"/invoice/{invoice_id}", wire.CreditableInvoice)
        if invoice is None:
            return None
        rows = self._invoices(invoice.customer.id, wire.CreditableInvoice)
        return _credit_of(invoice, rows)

    def credits_of_customer(self, customer_id: int) -> tuple[Credit, ...]:
        """The customer's invoices, whatever their date, each with its credit notes."""
        rows = self._invoices(customer_id, wire.CreditableInvoice)
        return tuple(_credit_of(row, rows) for row in rows if not row.credited_invoice)

    def credit_of_number(self, invoice_number: int) -> Credit | None:
        """The invoice with this number and what has been credited of it; None without one."""
        rows = self._connection.all(
            "/invoice",
            wire.CreditableInvoice,
            invoiceDateFrom=FIRST_DAY,
            invoiceDateTo=LAST_DAY,
            invoiceNumber=str(invoice_number),
            sorting="id",
        )
        found = (row for row in rows if row.invoice_number == invoice_number)
        invoice = next((row for row in found if not row.credited_invoice), None)
        return None if invoice is None else self.credit(invoice.id)

    def credit_wholly(self, plan: PostingPlan) -> Written[LedgerInvoice]:
        """Make the credit note of all of the invoice that the plan credits; gives the note.

        Raises OrderRejected (CREDIT_REFUSED), OutcomeUnknown with `answered` once it is done.
        """
        assert plan.credits is not None
        path = f"/invoice/{plan.credits.id}/:createCreditNote"
        answer = self._connection.write("PUT", path, params=bodies.credit_params(plan))
        if answer.status in REFUSED:
            raise refusals.of_credit(Refusal(answer), plan)
        return self._document(answer, plan.currency, ())

    def register_payment(
        self, invoice_id: int, payment: PlannedPayment, day: date
    ) -> Written[LedgerInvoice]:
        """Register a payment, negative for money paid back, on an invoice or a credit note.

        Raises OrderRejected (REFUND_REFUSED), OutcomeUnknown with `answered` once it is done.
        """
        path = f"/invoice/{invoice_id}/:payment"
        params = bodies.payment_params(payment, day)
        answer = self._connection.write("PUT", path, params=params)
        if answer.status in REFUSED:
            raise refusals.of_payment(Refusal(answer), payment)
        return self._document(answer, payment.amount.currency, ())

    def rounds_invoices(self, since: date) -> bool | None:
        """Whether an invoice dated on or after `since` was rounded; None when there is none."""
        rows = self._connection.all(
            "/invoice",
            wire.Rounding,
            invoiceDateFrom=since.isoformat(),
            invoiceDateTo=LAST_DAY,
            sorting="id",
        )
        rounded = [bool(row.amount_roundoff) for row in rows if row.invoice_date >= since]
        return any(rounded) if rounded else None

    def close(self) -> None:
        """Delete the session and close the connections."""
        self._connection.close()

    def _customers(self, parameter: str, values: Iterable[str]) -> list[LedgerCustomer]:
        """Cards, active or not: the filter `isInactive` is false unless it is given [S].

        Nothing for an empty value, which would filter nothing.
        """
        cards: dict[int, LedgerCustomer] = {}
        for value in dict.fromkeys(filter(None, values)):
            for inactive in ("false", "true"):
                asked = {parameter: value, "isInactive": inactive}
                for row in self._connection.all("/customer", wire.Customer, **asked):
                    cards[row.id] = convert.customer(row)
        return list(cards.values())

    def _orders(self, **params: str) -> list[wire.Order]:
        asked = {**params, "orderDateTo": LAST_DAY, "sorting": "id"}
        return self._connection.all("/order", wire.Order, **asked)

    def _invoices(self, customer_id: int, kind: type[W]) -> list[W]:
        """All of a customer's invoices and credit notes, with just the fields of `kind`."""
        return self._connection.all(
            "/invoice",
            kind,
            invoiceDateFrom=FIRST_DAY,
            invoiceDateTo=LAST_DAY,
            customerId=str(customer_id),
            sorting="id",
        )

    def _document(
        self, answer: Answer, currency: str, order_ids: tuple[int, ...]
    ) -> Written[LedgerInvoice]:
        """The invoice or credit note of an answer, read by id when it has no amounts."""
        row = written_value_of(answer, wire.NewInvoice)
        document = convert.new_invoice(row, currency, order_ids)
        if document is None:
            document = self._invoice_just_made(row.id, answer.request_ids)
        return Written(document, answer.request_ids)

    def _invoice_just_made(self, invoice_id: int, request_ids: tuple[str, ...]) -> LedgerInvoice:
        """The new invoice by id. It stands, so not even a missing right means «nothing done»."""
        try:
            return self.invoice(invoice_id)
        except AppError as error:
            ids = (*request_ids, *error.request_ids)
        raise OutcomeUnknown(answered=True, request_ids=ids)


def _credit_of(invoice: wire.CreditableInvoice, rows: Iterable[wire.CreditableInvoice]) -> Credit:
    notes = (convert.invoice(row) for row in rows if row.credited_invoice == invoice.id)
    return Credit(convert.invoice(invoice), tuple(notes), invoice.customer.id)
