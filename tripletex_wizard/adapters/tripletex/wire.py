"""Tripletex' objects as they come over the wire: the fields that are asked for, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeGuard, get_args

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo

# Wide enough for any book, and narrow enough that no figure takes long to compute with.
Figure = Annotated[Decimal, Field(ge=-(10**15), le=10**15, decimal_places=30)]
Text = StrictStr | None  # empty strings stand for null in most answers, null in a few


class Wire(BaseModel):
    """One object, its fields named as in Tripletex; those that are not listed are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True, alias_generator=to_camel)


def fields_of(wire: type[Wire]) -> str:
    """The `fields` parameter that asks for just what `wire` reads."""
    return ",".join(_field(name, info) for name, info in wire.model_fields.items())


def _field(name: str, info: FieldInfo) -> str:
    inner = next((each for each in _inner_types(info.annotation) if _is_wire(each)), None)
    return f"{info.alias or name}({fields_of(inner)})" if inner else info.alias or name


def _inner_types(annotation: object) -> Iterator[object]:
    yield annotation
    for argument in get_args(annotation):
        yield from _inner_types(argument)


def _is_wire(annotation: object) -> TypeGuard[type[Wire]]:
    return isinstance(annotation, type) and issubclass(annotation, Wire)


class Reference(Wire):
    """An object that stands as `{id, url}`, or the id of an expanded one."""

    id: StrictInt


class Coded(Wire):
    """A reference that was expanded to its ISO code."""

    code: StrictStr


class SessionToken(Wire):
    """What :create answers; the token is opaque [ISS#57]."""

    token: Annotated[StrictStr, Field(min_length=1, repr=False)]


class WhoAmI(Wire):
    """>whoAmI: the owner of the key (`employeeId`) and the user of the key."""

    employee_id: StrictInt
    actual_employee_id: StrictInt
    company_id: StrictInt


class Company(Wire):
    """A company."""

    id: StrictInt
    name: StrictStr
    organization_number: Text = None


class Client(Company):
    """A client of an accountant; which of its two ids is the user name is not known [UNV]."""

    customer_company_id: StrictInt | None = None


class Entitlement(Wire):
    """A right of an employee in a company."""

    name: StrictStr
    employee: Reference | None = None
    customer: Reference | None = None


class SalesModule(Wire):
    """An active module."""

    name: StrictStr


class VatSettings(Wire):
    """The company's VAT registration."""

    vat_registration_status: StrictStr


class VatType(Wire):
    """A VAT code; `id` and `number` differ."""

    id: StrictInt
    number: StrictStr
    percentage: Figure
    name: StrictStr = ""


class Account(Wire):
    """An account."""

    id: StrictInt
    number: StrictInt
    name: StrictStr = ""
    is_bank_account: StrictBool = False
    is_invoice_account: StrictBool = False
    is_inactive: StrictBool = False
    bank_account_number: Text = None
    requires_department: StrictBool = False


class PaymentType(Wire):
    """A way that customers pay."""

    id: StrictInt
    description: StrictStr
    debit_account: Account | None = None
    customer: Reference | None = None
    currency_code: StrictStr


class Currency(Wire):
    """A currency."""

    id: StrictInt
    code: StrictStr


class Country(Wire):
    """A country."""

    id: StrictInt
    iso_alpha2_code: Text = None


class AccountingPeriod(Wire):
    """An accounting period."""

    start: date
    end: date
    is_closed: StrictBool


class VatTermSize(Wire):
    """How often the company reports VAT, from a day on; dates may be left out [S]."""

    report_type: Text = None
    from_date: date | None = None
    term_size: Text = None


class InvoiceSettings(Wire):
    """/invoice/settings, undocumented: any part may be missing."""

    bank_account_ready: StrictBool | None = None
    fixed_invoice_fee: Figure | None = None
    next_invoice_number: StrictInt | None = None


class Product(Wire):
    """A product."""

    id: StrictInt
    number: Text = None
    name: StrictStr
    vat_type: VatType | None = None


class PostalAddress(Wire):
    """Where a customer gets post."""

    address_line1: Text = None
    postal_code: Text = None
    city: Text = None


class Customer(Wire):
    """A customer card."""

    id: StrictInt
    version: StrictInt
    customer_number: StrictInt | None = None
    name: StrictStr
    email: Text = None
    organization_number: Text = None
    description: Text = None
    is_factoring: StrictBool = False
    is_inactive: StrictBool = False
    postal_address: PostalAddress | None = None


class OrderLine(Wire):
    """An order line's sum with VAT, in the order's currency, and its VAT type."""

    amount_including_vat_currency: Figure
    vat_type: Reference | None = None


class Order(Wire):
    """An order with its lines."""

    id: StrictInt
    number: StrictStr
    is_closed: StrictBool
    customer: Reference
    internal_comment: Text = None
    order_date: date
    currency: Coded
    order_lines: tuple[OrderLine, ...]


class Invoice(Wire):
    """An invoice as lists and reads by id give it."""

    id: StrictInt
    invoice_number: StrictInt
    invoice_date: date
    amount_currency: Figure
    amount_currency_outstanding: Figure
    currency: Coded
    orders: tuple[Reference, ...] = ()
    is_credited: StrictBool = False
    is_credit_note: StrictBool = False


class CreditableInvoice(Invoice):
    """An invoice with what it credits: the invoice's id, 0 for none [S]."""

    customer: Reference
    credited_invoice: StrictInt | None = None


class NewInvoice(Wire):
    """What :invoice answers; the currency is only referred to, and amounts may be missing [UNV]."""

    id: StrictInt
    invoice_number: StrictInt | None = None
    invoice_date: date | None = None
    amount_currency: Figure | None = None
    amount_currency_outstanding: Figure | None = None
    orders: tuple[Reference, ...] = ()


class PostingAccount(Wire):
    """The account of a posting."""

    number: StrictInt
    name: StrictStr = ""


class Posting(Wire):
    """A row of a voucher: the sum without VAT, and with it [S]."""

    id: StrictInt
    account: PostingAccount
    vat_type: Reference | None = None
    amount_currency: Figure
    amount_gross_currency: Figure


class Voucher(Wire):
    """A voucher with its rows."""

    id: StrictInt
    number: StrictInt
    postings: tuple[Posting, ...]


class OwnPosting(Wire):
    """A row on 1500 of an invoice: its own, and one for each payment [OBS-H]."""

    id: StrictInt
    voucher: Voucher | None = None


class BookedInvoice(Wire):
    """An invoice with the vouchers of itself and of its payments."""

    id: StrictInt
    currency: Coded
    amount_roundoff_currency: Figure
    voucher: Voucher | None = None
    postings: tuple[OwnPosting, ...] = ()


class Rounding(Wire):
    """By how much an invoice was rounded."""

    invoice_date: date
    amount_roundoff: Figure


class ValidationMessage(Wire):
    """One reason of a refusal; `field` may be null, or several joined by commas [OBS]."""

    field: Text = None
    message: Text = None
    path: Text = None


class ApiError(Wire):
    """The body of a refusal; all of it may be missing."""

    code: StrictInt | None = None
    message: Text = None
    developer_message: Text = None
    validation_messages: tuple[ValidationMessage, ...] | None = None
    request_id: Text = None
