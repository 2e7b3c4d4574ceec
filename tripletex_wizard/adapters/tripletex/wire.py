"""Tripletex' objects as they come over the wire: the fields that are asked for, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeGuard, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
)
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo

from tripletex_wizard.adapters.exact_json import whole_text

# Wide enough for any book, and narrow enough that no figure takes long to compute with.
Figure = Annotated[Decimal, Field(ge=-(10**15), le=10**15, decimal_places=30)]
LARGEST = 2**63
Whole = Annotated[StrictInt, Field(ge=-LARGEST, lt=LARGEST)]
"""As wide as an id in Tripletex and a number in the journal."""
Str = Annotated[StrictStr, AfterValidator(whole_text)]
Text = Str | None  # empty strings stand for null in most answers, null in a few


def _iso_day(given: object) -> object:
    if isinstance(given, str) and ISO_DAY.fullmatch(given):
        return given
    raise ValueError("no day")  # or seconds since 1970 would be one


ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Day = Annotated[date, BeforeValidator(_iso_day), Field(lt=date.max)]
"""Before the last day of all, so that there is a day after it."""


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

    id: Whole


class Coded(Wire):
    """A reference that was expanded to its ISO code."""

    code: Str


class SessionToken(Wire):
    """What :create answers; the token is opaque [ISS#57], but must go into a header."""

    token: Annotated[Str, Field(pattern=r"^[!-~]+$", repr=False)]


class WhoAmI(Wire):
    """>whoAmI: the owner of the key (`employeeId`) and the user of the key."""

    employee_id: Whole
    actual_employee_id: Whole
    company_id: Whole


class Company(Wire):
    """A company."""

    id: Whole
    name: Str
    organization_number: Text = None


class Client(Company):
    """A client of an accountant; which of its two ids is the user name is not known [UNV]."""

    customer_company_id: Whole | None = None


class Entitlement(Wire):
    """A right of an employee in a company."""

    name: Str
    employee: Reference | None = None
    customer: Reference | None = None


class SalesModule(Wire):
    """An active module."""

    name: Str


class VatSettings(Wire):
    """The company's VAT registration."""

    vat_registration_status: Str


class VatType(Wire):
    """A VAT code; `id` and `number` differ."""

    id: Whole
    number: Str
    percentage: Figure
    name: Str = ""


class Account(Wire):
    """An account."""

    id: Whole
    number: Whole
    name: Str = ""
    is_bank_account: StrictBool = False
    is_invoice_account: StrictBool = False
    is_inactive: StrictBool = False
    bank_account_number: Text = None
    requires_department: StrictBool = False


class Department(Wire):
    """A department; the number of a company's only one is empty [OBS-N]."""

    id: Whole
    name: Str
    department_number: Text = None
    is_inactive: StrictBool = False


class PaymentType(Wire):
    """A way that customers pay."""

    id: Whole
    description: Str
    debit_account: Account | None = None
    customer: Reference | None = None
    currency_code: Str


class Currency(Wire):
    """A currency."""

    id: Whole
    code: Str


class Country(Wire):
    """A country."""

    id: Whole
    iso_alpha2_code: Text = None


class AccountingPeriod(Wire):
    """An accounting period."""

    start: Day
    end: Day
    is_closed: StrictBool


class VatTermSize(Wire):
    """How often the company reports VAT, from a day on; dates may be left out [S]."""

    report_type: Text = None
    from_date: Day | None = None
    term_size: Text = None


class InvoiceSettings(Wire):
    """/invoice/settings, undocumented: any part may be missing."""

    bank_account_ready: StrictBool | None = None
    fixed_invoice_fee: Figure | None = None
    next_invoice_number: Whole | None = None


class Product(Wire):
    """A product."""

    id: Whole
    number: Text = None
    name: Str
    vat_type: VatType | None = None
    account: Account | None = None
    is_inactive: StrictBool = False


class PostalAddress(Wire):
    """Where a customer gets post."""

    address_line1: Text = None
    postal_code: Text = None
    city: Text = None


class Customer(Wire):
    """A customer card."""

    id: Whole
    version: Whole
    customer_number: Whole | None = None
    name: Str
    email: Text = None
    organization_number: Text = None
    description: Text = None
    is_factoring: StrictBool = False
    is_inactive: StrictBool = False
    postal_address: PostalAddress | None = None


class NumberedProduct(Wire):
    """The product of an order line, by its number."""

    number: Text = None


class OrderLine(Wire):
    """An order line's sum with VAT, in the order's currency, its VAT type and its product."""

    amount_including_vat_currency: Figure
    vat_type: Reference | None = None
    product: NumberedProduct | None = None


class Order(Wire):
    """An order with its lines."""

    id: Whole
    number: Str
    is_closed: StrictBool
    customer: Reference
    internal_comment: Text = None
    invoice_comment: Text = None
    order_date: Day
    currency: Coded
    order_lines: tuple[OrderLine, ...]


class Invoice(Wire):
    """An invoice as lists and reads by id give it; what it credits is an id, 0 for none [S]."""

    id: Whole
    invoice_number: Whole
    invoice_date: Day
    amount_currency: Figure
    amount_currency_outstanding: Figure
    currency: Coded
    orders: tuple[Reference, ...] = ()
    is_credited: StrictBool = False
    is_credit_note: StrictBool = False
    credited_invoice: Whole | None = None
    comment: Text = None


class CreditableInvoice(Invoice):
    """An invoice with whom it is to."""

    customer: Reference


class NewInvoice(Wire):
    """What :invoice answers; the currency is only referred to, and amounts may be missing [UNV]."""

    id: Whole
    invoice_number: Whole | None = None
    invoice_date: Day | None = None
    amount_currency: Figure | None = None
    amount_currency_outstanding: Figure | None = None
    orders: tuple[Reference, ...] = ()


class PostingAccount(Wire):
    """The account of a posting."""

    number: Whole
    name: Str = ""


class AccountBalance(Wire):
    """What stands on an account at the end of a period, in debit."""

    account: PostingAccount
    balance_out: Figure


class Posting(Wire):
    """A row of a voucher: the sum without VAT, and with it [S]."""

    id: Whole
    account: PostingAccount
    vat_type: Reference | None = None
    amount_currency: Figure
    amount_gross_currency: Figure


class Voucher(Wire):
    """A voucher with its rows."""

    id: Whole
    number: Whole
    postings: tuple[Posting, ...]


class OwnPosting(Wire):
    """A row on 1500 of an invoice: its own, and one for each payment [OBS-H]."""

    id: Whole
    voucher: Voucher | None = None


class BookedInvoice(Wire):
    """An invoice with the vouchers of itself and of its payments."""

    id: Whole
    currency: Coded
    amount_roundoff_currency: Figure
    voucher: Voucher | None = None
    postings: tuple[OwnPosting, ...] = ()


class Rounding(Wire):
    """By how much an invoice was rounded."""

    invoice_date: Day
    amount_roundoff: Figure


def _words(given: object) -> object:
    return whole_text(given) if isinstance(given, str) else None


def _number(given: object) -> object:
    if isinstance(given, bool) or not isinstance(given, int):
        return None
    return given if -LARGEST <= given < LARGEST else None


def _reasons(given: object) -> list[object]:
    """The reasons in a list; a single one may stand alone [OBS]."""
    rows = given if isinstance(given, list) else [given]
    return [row for row in rows if isinstance(row, dict)]


Words = Annotated[str | None, BeforeValidator(_words)]
"""Of a refusal each part is read by itself: one in a strange form hides none of the others."""


class ValidationMessage(Wire):
    """One reason of a refusal; `field` may be null, or several joined by commas [OBS]."""

    field: Words = None
    message: Words = None
    path: Words = None


class ApiError(Wire):
    """The body of a refusal; all of it may be missing."""

    code: Annotated[int | None, BeforeValidator(_number)] = None
    message: Words = None
    developer_message: Words = None
    validation_messages: Annotated[tuple[ValidationMessage, ...], BeforeValidator(_reasons)] = ()
