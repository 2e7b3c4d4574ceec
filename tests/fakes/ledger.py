"""A Tripletex in memory: it holds customers, orders and invoices, and keeps its own guards."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from tests.fakes.lossy_line import LossyLine
from tripletex_wizard.domain.booking import BookedPosting, Booking
from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.ledger import (
    Company,
    Credit,
    InvoiceSettings,
    LedgerAccount,
    LedgerCustomer,
    LedgerFacts,
    LedgerInvoice,
    LedgerOrder,
    Product,
    SendType,
    VatCode,
    VatRegistration,
    Written,
)
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.products import NewProduct

ORE = Decimal("0.01")
FIRST_CUSTOMER_NUMBER = 10001
FIRST_INVOICE_NUMBER = 10201
LONGEST_NAME = 255


@dataclass
class Settings:
    """What a company may have set, and what is not known of the real server."""

    second_invoice_refused: bool = True
    credit_by_order_accepted: bool = True
    credit_stays_open_on_note: bool = True
    credit_comment_kept: bool = True
    negative_payment_accepted: bool = True
    invoice_fee: Money = field(default_factory=lambda: Money(0))
    line_sum_error: Money = field(default_factory=lambda: Money(0))
    vat_error: Money = field(default_factory=lambda: Money(0))
    fee_vat: tuple[int, Money, Money] | None = None
    shows_vouchers: bool = True
    shows_payments: bool = True
    shows_vat: bool = True
    rounding: Money = field(default_factory=lambda: Money(0))
    bank_accounts: tuple[LedgerAccount, ...] = (
        LedgerAccount(1, 1920, "Bankinnskudd", is_invoice_account=True, bank_account_number="1"),
    )
    invoice_settings: InvoiceSettings | None = None
    entitlements: frozenset[str] = frozenset({"ROLE_ADMINISTRATOR"})
    sales_modules: frozenset[str] | None = frozenset({"API_V2"})
    highest_customer_number: int | None = 10000
    rounds_invoices: bool | None = False
    client_companies: tuple[Company, ...] = ()
    products: tuple[Product, ...] = ()
    ehf_receivers: frozenset[str] = frozenset({"313900215"})


@dataclass(frozen=True)
class BookedInvoice:
    """An invoice with what its request asked for; `payments` are (payment type id, amount).

    `vat` is what was posted: (VAT id, net, VAT).
    """

    invoice: LedgerInvoice
    payments: tuple[tuple[int, Money], ...]
    send: SendType | None
    vat: tuple[tuple[int, Money, Money], ...] = ()


class FakeLedger:
    """Refuses what Tripletex refuses; its `line` counts requests and can lose them.

    What is made while `lagging` is shown by id but not in lists, until `catch_up`.
    """

    def __init__(self, known: LedgerFacts) -> None:
        self.known = known
        self.settings = Settings()
        self.customers: dict[int, LedgerCustomer] = {}
        self.orders: dict[int, LedgerOrder] = {}
        self.order_dates: dict[int, date] = {}
        self.invoices: dict[int, BookedInvoice] = {}
        self.credited: dict[int, int] = {}
        self.payment_days: list[date] = []
        self.gone_orders: set[int] = set()
        self.line = LossyLine()
        self.lagging = False
        self.is_closed = False
        self._unlisted: set[int] = set()
        self._last_id = 7000

    # what a test tells it

    def catch_up(self) -> None:
        self.lagging = False
        self._unlisted.clear()

    def add_customer(self, number: int | None, name: str, **rest: object) -> LedgerCustomer:
        card = replace(LedgerCustomer(self._new_id(), 1, number, name), **rest)  # type: ignore[arg-type]
        return self._keep(self.customers, card)

    def add_order(
        self,
        number: str,
        total: Money,
        *,
        comment: str = "",
        is_closed: bool = False,
        customer_id: int = 1,
    ) -> LedgerOrder:
        order = LedgerOrder(
            self._new_id(), number, is_closed, customer_id, comment, total, {3: total}
        )
        return self._keep(self.orders, order)

    def add_invoice(
        self, order: LedgerOrder, amount: Money, *, paid: Money, is_credit_note: bool = False
    ) -> LedgerInvoice:
        invoice = LedgerInvoice(
            self._new_id(),
            FIRST_INVOICE_NUMBER + len(self.invoices),
            date(2026, 11, 22),
            amount,
            amount - paid,
            (order.id,),
            is_credit_note=is_credit_note,
        )
        self.orders[order.id] = replace(order, is_closed=True)
        by = self.known.payment_types[0].id
        self.invoices[invoice.id] = BookedInvoice(invoice, ((by, paid),), None)
        self._hide_if_lagging(invoice.id)
        return invoice

    # the company

    def company(self) -> Company:
        self.line.read("company")
        return self.known.company

    def client_companies(self) -> tuple[Company, ...]:
        self.line.read("client_companies")
        return self.settings.client_companies

    def facts(self, products: Collection[str] | None = ()) -> LedgerFacts:
        self.line.read("facts")
        return self.known

    def vat_registration(self) -> VatRegistration:
        self.line.read("vat_registration")
        return self.known.registration

    def vat_codes(self) -> tuple[VatCode, ...]:
        self.line.read("vat_codes")
        return self.known.vat_codes

    def invoice_settings(self) -> InvoiceSettings | None:
        self.line.read("invoice_settings")
        return self.settings.invoice_settings

    def bank_accounts(self) -> tuple[LedgerAccount, ...]:
        self.line.read("bank_accounts")
        return self.settings.bank_accounts

    def entitlements(self) -> frozenset[str]:
        self.line.read("entitlements")
        return self.settings.entitlements

    def sales_modules(self) -> frozenset[str] | None:
        self.line.read("sales_modules")
        return self.settings.sales_modules

    def highest_customer_number(self) -> int | None:
        self.line.read("highest_customer_number")
        return self.settings.highest_customer_number

    def rounds_invoices(self, since: date) -> bool | None:
        self.line.read("rounds_invoices")
        return self.settings.rounds_invoices

    def product(self, number: str) -> Product | None:
        self.line.read("product")
        return next((row for row in self.settings.products if row.number == number), None)

    def create_product(self, new: NewProduct) -> Written[Product]:
        def make() -> Product:
            products = self.settings.products
            if new.number in {row.number for row in products}:
                raise self._refusal(Code.PRODUCT_NUMBER_TAKEN)
            if new.name in {row.name for row in products}:
                raise self._refusal(Code.PRODUCT_NAME_TAKEN)
            product = Product(self._new_id(), new.number, new.name, new.vat)
            self.settings.products = (*products, product)
            return product

        return self.line.write("create_product", make)

    def close(self) -> None:
        self.is_closed = True

    # customers

    def customers_with_number(self, number: int) -> tuple[LedgerCustomer, ...]:
        self.line.read("customers_with_number")
        return tuple(row for row in self._listed(self.customers.values()) if row.number == number)

    def customers_with_organization_number(self, number: str) -> tuple[LedgerCustomer, ...]:
        self.line.read("customers_with_organization_number")
        cards = self._listed(self.customers.values())
        return tuple(row for row in cards if row.organization_number == number)

    def customers_with_email(self, email: str) -> tuple[LedgerCustomer, ...]:
        self.line.read("customers_with_email")
        cards = self._listed(self.customers.values())
        return tuple(row for row in cards if row.email.casefold() == email.casefold())

    def customers_named(self, name: str) -> tuple[LedgerCustomer, ...]:
        self.line.read("customers_named")
        cards = self._listed(self.customers.values())
        return tuple(row for row in cards if row.name.casefold() == name.casefold())

    def customer(self, customer_id: int) -> LedgerCustomer | None:
        self.line.read("customer")
        return self.customers.get(customer_id)

    def create_customer(
        self, plan: PostingPlan, facts: LedgerFacts, *, number: int | None
    ) -> Written[LedgerCustomer]:
        known = replace(self.known, balances=facts.balances)
        assert replace(facts, seen_accounts=()) == known

        def make() -> LedgerCustomer:
            taken = {row.number for row in self.customers.values()}
            if number in taken:
                raise self._refusal(Code.CUSTOMER_NUMBER_TAKEN)
            free = next(n for n in range(FIRST_CUSTOMER_NUMBER, 10**6) if n not in taken)
            return self.add_customer(
                free if number is None else number,
                plan.customer.name[:LONGEST_NAME],
                email=plan.customer.usable_email,
                organization_number=plan.customer.organization_number,
                description="" if number else plan.card_comment,
                **_postal(plan),
            )

        return self.line.write("create_customer", make)

    def update_customer(
        self, customer: LedgerCustomer, plan: PostingPlan, facts: LedgerFacts
    ) -> Written[LedgerCustomer]:
        assert replace(facts, seen_accounts=(), balances={}) == replace(self.known, balances={})

        def make() -> LedgerCustomer:
            current = self.customers.get(customer.id)
            if current is None or current.version != customer.version:
                raise self._refusal(Code.STALE_IN_LEDGER)
            card = replace(
                current,
                version=current.version + 1,
                name=plan.customer.name[:LONGEST_NAME],
                email=plan.customer.usable_email or current.email,
                street=plan.customer.address.street,
                postal_code=plan.customer.address.postal_code,
                city=plan.customer.address.city,
            )
            self.customers[card.id] = card
            return card

        return self.line.write("update_customer", make)

    # orders

    def orders_with_number(self, number: str) -> tuple[LedgerOrder, ...]:
        self.line.read("orders_with_number")
        return tuple(row for row in self._listed(self.orders.values()) if row.number == number)

    def recent_orders(self, since: date) -> tuple[LedgerOrder, ...]:
        self.line.read("recent_orders")
        return tuple(
            row
            for row in self._listed(self.orders.values())
            if self.order_dates.get(row.id, since) >= since
        )

    def order(self, order_id: int) -> LedgerOrder | None:
        self.line.read("order")
        return None if order_id in self.gone_orders else self.orders.get(order_id)

    def create_order(self, plan: PostingPlan, facts: LedgerFacts, customer_id: int) -> Written[int]:
        assert replace(facts, seen_accounts=(), balances={}) == replace(self.known, balances={})

        def make() -> int:
            if customer_id not in self.customers:
                raise self._refusal(Code.STALE_IN_LEDGER)
            if plan.number in {row.number for row in self.orders.values()}:
                raise self._refusal(Code.NUMBER_TAKEN_UNSEEN)
            error = replace(self.settings.line_sum_error, currency=plan.currency)
            sums = _sums_of(plan)
            if error:
                sums[plan.lines[0].vat.id] += error
            order = LedgerOrder(
                self._new_id(),
                plan.number,
                is_closed=False,
                customer_id=customer_id,
                internal_comment=plan.order_comment,
                total=Money.sum(sums.values(), plan.currency),
                gross_by_vat={vat_id: gross for vat_id, gross in sums.items() if gross},
                invoice_comment=plan.invoice_comment,
                products=frozenset(line.product.number for line in plan.lines if line.product),
            )
            self.order_dates[order.id] = plan.order_date
            return self._keep(self.orders, order).id

        return self.line.write("create_order", make)

    # invoices

    def invoice_order(self, order_id: int, plan: PostingPlan) -> Written[LedgerInvoice]:
        return self.line.write("invoice_order", lambda: self._book(order_id, plan))

    def invoices_of_order(self, order_id: int, customer_id: int) -> tuple[LedgerInvoice, ...]:
        self.line.read("invoices_of_order")
        listed = self._listed(row.invoice for row in self.invoices.values())
        return tuple(
            row
            for row in listed
            if order_id in row.order_ids and self.orders[order_id].customer_id == customer_id
        )

    def _book(self, order_id: int, plan: PostingPlan) -> LedgerInvoice:
        order = self.orders.get(order_id)
        if order is None or (order.is_closed and self.settings.second_invoice_refused):
            raise self._refusal(Code.STALE_IN_LEDGER)
        self._check_sending(plan)
        if plan.credits is not None:
            return self._credit_by_order(order, plan)
        amount = order.total + replace(self.settings.invoice_fee, currency=order.total.currency)
        payments = [(row.payment_type_id, row.amount) for row in plan.payments]
        if len(payments) > 1:  # the rest is computed by the server
            payments[1] = (payments[1][0], amount - payments[0][1])
        paid = Money.sum((row[1] for row in payments), amount.currency)
        invoice = LedgerInvoice(
            self._new_id(),
            FIRST_INVOICE_NUMBER + len(self.invoices),
            plan.invoice_date,
            amount,
            amount - paid,
            (order_id,),
        )
        self.orders[order_id] = replace(order, is_closed=True)
        error = replace(self.settings.vat_error, currency=plan.currency)
        vat = tuple((line.vat.id, line.net - error, line.vat_amount + error) for line in plan.lines)
        fee = (self.settings.fee_vat,) if self.settings.fee_vat else ()
        booked = BookedInvoice(invoice, tuple(payments), plan.send, (*vat, *fee))
        self.invoices[invoice.id] = booked
        self._hide_if_lagging(invoice.id)
        return invoice

    def booking(self, invoice_id: int) -> Booking | None:
        self.line.read("booking")
        booked, settings = self.invoices[invoice_id], self.settings
        if not settings.shows_vouchers:
            return None
        sales = [
            BookedPosting(3000, "Salg", vat_id, -net, -net - vat if settings.shows_vat else -net)
            for vat_id, net, vat in booked.vat
        ]
        paid = [self._paid(type_id, amount) for type_id, amount in booked.payments]
        shown = paid if settings.shows_payments else []
        return Booking(str(booked.invoice.number), (*sales, *shown), settings.rounding)

    def _paid(self, type_id: int, amount: Money) -> BookedPosting:
        payment_type = self.known.payment_type(type_id)
        account = payment_type.account if payment_type else None
        return BookedPosting(account.number if account else 1920, "Bank", None, amount, amount)

    # credit notes

    def credit_invoice(
        self, invoice: LedgerInvoice, amount: Money | None = None, *, paid_back: bool = True
    ) -> LedgerInvoice:
        """A person credits an invoice, wholly unless told; the customer's money stays or not."""
        credited = -(amount or invoice.amount)
        note = replace(
            invoice,
            id=self._new_id(),
            number=FIRST_INVOICE_NUMBER + len(self.invoices),
            amount=credited,
            outstanding=Money(0, credited.currency) if paid_back else credited,
            is_credit_note=True,
            credits=invoice.id,
        )
        booked = self.invoices[invoice.id]
        changed = replace(booked.invoice, is_credited=True)
        self.invoices[invoice.id] = replace(booked, invoice=changed)
        self.invoices[note.id] = BookedInvoice(note, (), None)
        self.credited[note.id] = invoice.id
        self._hide_if_lagging(note.id)
        return note

    def credit(self, invoice_id: int) -> Credit | None:
        self.line.read("credit")
        return self._credit(invoice_id) if invoice_id in self.invoices else None

    def credits_of_customer(self, customer_id: int) -> tuple[Credit, ...]:
        self.line.read("credits_of_customer")
        listed = self._listed(row.invoice for row in self.invoices.values())
        found = (self._credit(row.id) for row in listed if row.id not in self.credited)
        return tuple(row for row in found if row.customer_id == customer_id)

    def credit_of_number(self, invoice_number: int) -> Credit | None:
        self.line.read("credit_of_number")
        listed = self._listed(row.invoice for row in self.invoices.values())
        found = (row for row in listed if row.number == invoice_number)
        return next((self._credit(row.id) for row in found if row.id not in self.credited), None)

    def credit_wholly(self, plan: PostingPlan) -> Written[LedgerInvoice]:
        assert plan.credits is not None
        original = plan.credits.id

        def make() -> LedgerInvoice:
            self._check_sending(plan)
            credit = self._credit(original)
            note = self._note(credit, -credit.invoice.amount, credit.invoice.order_ids, plan)
            if self.settings.credit_comment_kept:
                note = replace(note, comment=plan.credit_comment)
                self.invoices[note.id] = replace(self.invoices[note.id], invoice=note)
            return note

        return self.line.write("credit_wholly", make)

    def register_payment(
        self, invoice_id: int, payment: PlannedPayment, day: date
    ) -> Written[LedgerInvoice]:
        def make() -> LedgerInvoice:
            if not self.settings.negative_payment_accepted and payment.amount.ore < 0:
                raise self._refusal(Code.REFUND_REFUSED)
            booked = self.invoices[invoice_id]
            open_after = booked.invoice.outstanding - payment.amount
            document = replace(booked.invoice, outstanding=open_after)
            paid = (*booked.payments, (payment.payment_type_id, payment.amount))
            self.invoices[invoice_id] = replace(booked, invoice=document, payments=paid)
            self.payment_days.append(day)
            return document

        return self.line.write("register_payment", make)

    def _credit_by_order(self, order: LedgerOrder, plan: PostingPlan) -> LedgerInvoice:
        assert plan.credits is not None
        if not self.settings.credit_by_order_accepted:
            raise self._refusal(Code.CREDIT_REFUSED)
        credit = self._credit(plan.credits.id)
        note = self._note(credit, order.total, (order.id,), plan)
        self.orders[order.id] = replace(order, is_closed=True)
        return note

    def _note(
        self, credit: Credit, amount: Money, order_ids: tuple[int, ...], plan: PostingPlan
    ) -> LedgerInvoice:
        """What was open of the invoice is matched first; the rest stays open where it is set to."""
        if (credit.left + amount).ore < 0:
            raise self._refusal(Code.CREDIT_REFUSED)
        stays = amount + Money(
            min(max(credit.invoice.outstanding.ore, 0), -amount.ore), amount.currency
        )
        on_note = self.settings.credit_stays_open_on_note
        nothing = Money(0, amount.currency)
        note = LedgerInvoice(
            self._new_id(),
            FIRST_INVOICE_NUMBER + len(self.invoices),
            plan.invoice_date,
            amount,
            stays if on_note else nothing,
            order_ids,
            is_credit_note=True,
            credits=credit.invoice.id,
        )
        left = credit.invoice.outstanding + (amount - stays if on_note else amount)
        booked = self.invoices[credit.invoice.id]
        changed = replace(booked.invoice, is_credited=True, outstanding=left)
        self.invoices[credit.invoice.id] = replace(booked, invoice=changed)
        vat = tuple((line.vat.id, line.net, line.vat_amount) for line in plan.lines)
        self.invoices[note.id] = BookedInvoice(note, (), plan.send, vat)
        self.credited[note.id] = credit.invoice.id
        self._hide_if_lagging(note.id)
        return note

    def _credit(self, invoice_id: int) -> Credit:
        listed = self._listed(row.invoice for row in self.invoices.values())
        notes = tuple(row for row in listed if self.credited.get(row.id) == invoice_id)
        invoice = self.invoices[invoice_id].invoice
        order = self.orders.get(invoice.order_ids[0])
        return Credit(invoice, notes, order.customer_id if order else None)

    # what it holds

    def _check_sending(self, plan: PostingPlan) -> None:
        number = plan.customer.organization_number
        if plan.send is SendType.EHF and number not in self.settings.ehf_receivers:
            raise self._refusal(Code.EHF_REFUSED)

    def _refusal(self, code: Code) -> OrderRejected:
        return OrderRejected(code, request_ids=(self.line.request_id,))

    def _new_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _keep(self, shelf: dict[int, Kept], row: Kept) -> Kept:
        shelf[row.id] = row
        self._hide_if_lagging(row.id)
        return row

    def _hide_if_lagging(self, row_id: int) -> None:
        if self.lagging:
            self._unlisted.add(row_id)

    def _listed(self, rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if row.id not in self._unlisted]


Kept = TypeVar("Kept", LedgerCustomer, LedgerOrder)
Row = TypeVar("Row", LedgerCustomer, LedgerOrder, LedgerInvoice)


def _sums_of(plan: PostingPlan) -> dict[int, Money]:
    """The server's own sums of what it was sent: count x unit price, rounded per line."""
    sums: dict[int, Money] = {}
    for line in plan.lines:
        gross = (line.count * line.unit_price).quantize(ORE, ROUND_HALF_UP)
        before = sums.get(line.vat.id, Money(0, plan.currency))
        sums[line.vat.id] = before + Money(int(gross * 100), plan.currency)
    return sums


def _postal(plan: PostingPlan) -> dict[str, str]:
    address = plan.customer.address
    return {
        "street": address.street,
        "postal_code": address.postal_code,
        "city": address.city,
    }
