"""The outside, as the services see it. Adapters implement these; tests fake them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from tripletex_wizard.domain.booking import Booking
from tripletex_wizard.domain.known_accounts import SeenAccounts
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
    VatCode,
    VatRegistration,
    Written,
)
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.products import NewProduct
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.transfer import JournalEntry

TOKENS = ("consumer", "employee", "mystore")


class Clock(Protocol):
    """The time, and waiting that can be interrupted."""

    def now(self) -> datetime:
        """The present moment, aware, in Europe/Oslo."""
        ...

    def monotonic(self) -> float:
        """Seconds since some moment, for measuring: nobody can set them back."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait; raises CancelledError when the work is cancelled meanwhile."""
        ...


class Webshop(Protocol):
    """Mystore. Every call may raise SetupError or RemoteError; all but one only read."""

    def shop(self) -> str:
        """The internal shop name that the token belongs to."""
        ...

    def statuses(self) -> tuple[OrderStatus, ...]:
        """The shop's order statuses."""
        ...

    def payment_methods(self) -> Mapping[str, str]:
        """Module code to name, as `payment` lists them: without Klarna Checkout (V1)."""
        ...

    def finished_orders(
        self, since: date, status_ids: Sequence[str]
    ) -> Iterator[Order | UnreadableOrder]:
        """Orders with one of the statuses, finished on or after `since`, page by page."""
        ...

    def orders_since(self, since: date) -> Iterator[Order | UnreadableOrder]:
        """Orders of any status: completed ones by the day of finishing, others by the last change.

        On or after `since`, each once, page by page.
        """
        ...

    def order(self, number: str) -> Order | UnreadableOrder | None:
        """One order; None when the shop has none with this number."""
        ...

    def missing_to_write(self) -> tuple[str, ...]:
        """The permissions to tick that a change of status needs and the token lacks.

        As far as the token tells; nothing is called.
        """
        ...

    def change_status(self, number: str, status: OrderStatus, *, notify: bool) -> Written[bool]:
        """Give an order a status, and read back that it has it.

        `notify` asks the shop to tell the customer; the answer says whether it took that over. A
        completed status captures the customer's money. Raises OrderRejected (STATUS_REFUSED:
        nothing was done; STATUS_NOT_CHANGED: the shop took it, perhaps told the customer, and left
        the status as it was), OutcomeUnknown, RemoteUnavailable (certainly not sent), SetupError.
        """
        ...


class Ledger(Protocol):
    """Tripletex. Reads may raise SetupError or RemoteUnavailable.

    Writes raise OrderRejected (nothing was done), OutcomeUnknown (perhaps done), or
    RemoteUnavailable (certainly not sent).
    """

    def company(self) -> Company:
        """The company that the session works in."""
        ...

    def client_companies(self) -> tuple[Company, ...]:
        """The companies that an accountant's token may work in; none for an ordinary token."""
        ...

    def facts(self, products: Collection[str] | None = ()) -> LedgerFacts:
        """Codes, payment types, currencies, countries and periods, read once for a batch.

        `products` are the numbers of the products that are read too; None reads all.
        """
        ...

    def vat_registration(self) -> VatRegistration:
        """The company's VAT status."""
        ...

    def vat_codes(self) -> tuple[VatCode, ...]:
        """The codes that the company may use on sales (typeOfVat=OUTGOING)."""
        ...

    def invoice_settings(self) -> InvoiceSettings | None:
        """What the undocumented end point tells; None when it does not answer."""
        ...

    def bank_accounts(self) -> tuple[LedgerAccount, ...]:
        """The accounts marked as bank accounts."""
        ...

    def entitlements(self) -> frozenset[str]:
        """Names of the rights that both the key and its owner have."""
        ...

    def sales_modules(self) -> frozenset[str] | None:
        """Names of the active modules; None when the end point is closed."""
        ...

    def highest_customer_number(self) -> int | None:
        """The highest customer number in use, None when it cannot be read."""
        ...

    def recent_orders(self, since: date) -> tuple[LedgerOrder, ...]:
        """Orders in Tripletex dated on or after `since`."""
        ...

    def rounds_invoices(self, since: date) -> bool | None:
        """Whether an invoice dated on or after `since` was rounded (`amountRoundoff`).

        None when there is no invoice to tell by.
        """
        ...

    def product(self, number: str) -> Product | None:
        """The product with exactly this number."""
        ...

    def customers_with_number(self, number: int) -> tuple[LedgerCustomer, ...]:
        """Customers, active or not, with this customer number."""
        ...

    def customers_with_organization_number(self, number: str) -> tuple[LedgerCustomer, ...]:
        """Customers with exactly this organisation number."""
        ...

    def customers_with_email(self, email: str) -> tuple[LedgerCustomer, ...]:
        """Customers with exactly this e-mail address, compared without case."""
        ...

    def customers_named(self, name: str) -> tuple[LedgerCustomer, ...]:
        """Customers with exactly this name, compared without case."""
        ...

    def customer(self, customer_id: int) -> LedgerCustomer | None:
        """One customer by id, always current; None when it is gone."""
        ...

    def create_customer(
        self, plan: PostingPlan, facts: LedgerFacts, *, number: int | None
    ) -> Written[LedgerCustomer]:
        """Make the plan's customer; `number` None lets Tripletex number it."""
        ...

    def update_customer(
        self, customer: LedgerCustomer, plan: PostingPlan, facts: LedgerFacts
    ) -> Written[LedgerCustomer]:
        """Overwrite name, e-mail and address of a card with the shop's."""
        ...

    def create_product(self, new: NewProduct) -> Written[Product]:
        """Make a product; OrderRejected with PRODUCT_NUMBER_TAKEN or PRODUCT_NAME_TAKEN."""
        ...

    def orders_with_number(self, number: str) -> tuple[LedgerOrder, ...]:
        """Orders with exactly this number (the server's filter may say «contains»)."""
        ...

    def order(self, order_id: int) -> LedgerOrder | None:
        """One order by id, always current; None when it is gone."""
        ...

    def create_order(self, plan: PostingPlan, facts: LedgerFacts, customer_id: int) -> Written[int]:
        """POST the plan's order with its lines; gives the order's id."""
        ...

    def invoice_order(self, order_id: int, plan: PostingPlan) -> Written[LedgerInvoice]:
        """Invoice the order, with payment and e-mail as planned, in one request.

        Once the service has answered that it did it, anything that goes wrong afterwards (an
        unreadable answer, a failed read of the amounts) is OutcomeUnknown with `answered`.
        """
        ...

    def invoices_of_order(self, order_id: int, customer_id: int) -> tuple[LedgerInvoice, ...]:
        """Invoices and credit notes that carry the customer's order, whatever their date."""
        ...

    def booking(self, invoice_id: int) -> Booking | None:
        """What the vouchers of an invoice and of its payments say, in one request.

        None when Tripletex does not show them.
        """
        ...

    def credit(self, invoice_id: int) -> Credit | None:
        """What has been credited of an invoice, read by id; None when there is no such invoice."""
        ...

    def credits_of_customer(self, customer_id: int) -> tuple[Credit, ...]:
        """The customer's invoices, whatever their date, each with its credit notes."""
        ...

    def credit_of_number(self, invoice_number: int) -> Credit | None:
        """The invoice with this number and what has been credited of it; None without one."""
        ...

    def credit_wholly(self, plan: PostingPlan) -> Written[LedgerInvoice]:
        """Make the credit note of all of the invoice that the plan credits; gives the note."""
        ...

    def register_payment(
        self, invoice_id: int, payment: PlannedPayment, day: date
    ) -> Written[LedgerInvoice]:
        """Register a payment, negative for money paid back, on an invoice or a credit note.

        Nothing in Tripletex refuses a second one. Gives the document with what is open after it.
        """
        ...

    def close(self) -> None:
        """Delete the session."""
        ...


class Journal(Protocol):
    """What was sent and what came of it, for one profile. Every call may raise StorageError."""

    def record(self, entry: JournalEntry) -> None:
        """Write an entry durably; it survives a crash once this returns."""
        ...

    def entries(self, order_number: str) -> tuple[JournalEntry, ...]:
        """The entries of one order, oldest first."""
        ...

    def all_entries(self) -> Mapping[str, tuple[JournalEntry, ...]]:
        """The entries of every order, by order number."""
        ...

    def claim(self, order_number: str, owner: str, lease_seconds: int) -> str | None:
        """Claim an order atomically. None when it is ours now, else the other owner's name.

        A claim expires after `lease_seconds` by the database's clock and may then be taken over.
        """
        ...

    def renew(self, order_number: str, owner: str, lease_seconds: int) -> bool:
        """Prolong a claim; False when it was lost."""
        ...

    def release(self, order_number: str, owner: str) -> None:
        """Give the claim back; nothing happens when it is not ours."""
        ...


class AccountBook(Protocol):
    """What vouchers told of a company's accounts. It may be lost: it is learned again."""

    def seen(self) -> tuple[SeenAccounts, ...]:
        """One for each VAT code; none when nothing can be read."""
        ...

    def remember(self, rows: tuple[SeenAccounts, ...]) -> None:
        """Keep these in the place of all others. Raises StorageError."""
        ...


class Secrets(Protocol):
    """The operating system's keyring. Every call may raise KeyringUnavailable."""

    def read(self, profile: str, token: str) -> Secret | None:
        """The stored token (one of TOKENS), None when there is none."""
        ...

    def store(self, profile: str, token: str, secret: Secret) -> None:
        """Store a token and read it back."""
        ...

    def forget(self, profile: str, token: str) -> None:
        """Delete a token; nothing happens when there is none."""
        ...


class SettingsStore(Protocol):
    """The profiles' settings files. Every call may raise StorageError."""

    def load(self, name: str) -> Profile:
        """The profile; raises InputError when there is none."""
        ...

    def save(self, profile: Profile) -> None:
        """Store the profile, wholly or not at all."""
        ...
