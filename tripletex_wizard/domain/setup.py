"""A set-up as a person writes it, with names, and the profile that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from tripletex_wizard.domain.errors import Code, InputError
from tripletex_wizard.domain.ledger import Company, Department, PaymentType
from tripletex_wizard.domain.mapping import MethodMapping, PaymentMapping, TransferAs
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import Environment, Profile, SalesDocument, TransferRules


@dataclass(frozen=True, slots=True)
class MethodRequest:
    """A mapping row whose payment type is given by Tripletex' description or id.

    `payment_type` None means «Ikke marker faktura som betalt».
    """

    method: str
    label: str
    payment_type: str | int | None
    send_invoice: bool = False
    transfer_as: TransferAs = TransferAs.INVOICE
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class SetupRequest:
    """What is asked for. `rules` holds everything but what is given by its name.

    `organization_number` and `shop`, when given, must be those that the tokens open.
    `keeps_start_date` says that no start date was given: a profile that is there keeps its own.
    """

    environment: Environment
    methods: tuple[MethodRequest, ...]
    rules: TransferRules
    keeps_start_date: bool = False
    completed_statuses: tuple[str, ...] = ("Sendt",)
    gift_card_payment_type: str | int | None = None
    department: str | None = None
    organization_number: str = ""
    shop: str = ""
    client_company_id: int | None = None
    customer_numbers_confirmed: bool = False
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True)
class Connected:
    """What the tokens open: the company with what is chosen among, the shop with its statuses."""

    company: Company
    payment_types: tuple[PaymentType, ...]
    shop: str
    statuses: tuple[OrderStatus, ...]
    departments: tuple[Department, ...] | None = ()


def payment_type_named(wanted: str | int, types: tuple[PaymentType, ...]) -> int:
    """The id of the payment type with this id or description.

    Raises InputError when none has it, or two have the same description.
    """
    name = str(wanted).strip().casefold()
    hits = [row.id for row in types if name in {str(row.id), row.description.strip().casefold()}]
    if len(hits) != 1:
        raise InputError(Code.PAYMENT_TYPE_UNKNOWN, payment_type=str(wanted), count=len(hits))
    return hits[0]


def department_named(wanted: str, departments: tuple[Department, ...]) -> Department:
    """The active department with this id or name, with or without its number before the name.

    Raises InputError when none has it, or two have the same name.
    """
    name = wanted.strip().casefold()
    hits = [
        row
        for row in departments
        if name in {str(row.id), row.name.strip().casefold(), row.label.casefold()}
    ]
    if len(hits) != 1:
        raise InputError(Code.DEPARTMENT_UNKNOWN, department=wanted, count=len(hits))
    return hits[0]


def status_named(wanted: str, statuses: tuple[OrderStatus, ...]) -> OrderStatus:
    """The order status with this name or id. Raises InputError when the shop has none."""
    name = wanted.strip().casefold()
    for status in statuses:
        if name in {status.id, status.name.strip().casefold()}:
            return status
    raise InputError(Code.STATUS_UNKNOWN, status=wanted)


def profile_of(
    name: str, request: SetupRequest, connected: Connected, *, version: int, now: datetime
) -> Profile:
    """The profile that `request` gives with what the tokens open.

    Raises InputError for a name that does not exist, for another company or shop than the one
    asked for (one company's orders cannot end in another's books), and where the shop's receipt
    is to be the sales document and nobody has confirmed that (accounting.md rule 1).
    """
    company = connected.company
    asked, found = request.organization_number.replace(" ", ""), company.organization_number
    if asked and asked != found:
        raise InputError(Code.WRONG_COMPANY, expected=asked, found=found)
    if request.shop and request.shop != connected.shop:
        raise InputError(Code.WRONG_SHOP, expected=request.shop, found=connected.shop)
    if request.rules.sales_document is SalesDocument.RECEIPT and not request.confirmed_by:
        raise InputError(Code.RECEIPT_UNCONFIRMED)
    return Profile(
        name=name,
        environment=request.environment,
        company_id=company.id,
        company_name=company.name,
        organization_number=company.organization_number,
        shop=connected.shop,
        rules=_rules(request, connected),
        mapping=PaymentMapping(
            version,
            tuple(_row(row, connected.payment_types) for row in request.methods),
            request.confirmed_by,
            now if request.confirmed_by else None,
        ),
        client_company=request.client_company_id is not None,
        customer_numbers_confirmed=request.customer_numbers_confirmed,
    )


def _rules(request: SetupRequest, connected: Connected) -> TransferRules:
    gift_card = request.gift_card_payment_type
    return replace(
        request.rules,
        completed_statuses=tuple(
            status_named(name, connected.statuses) for name in request.completed_statuses
        ),
        gift_card_payment_type=None
        if gift_card is None
        else payment_type_named(gift_card, connected.payment_types),
        department=None
        if request.department is None
        else department_named(request.department, connected.departments or ()),
    )


def _row(row: MethodRequest, types: tuple[PaymentType, ...]) -> MethodMapping:
    payment_type = row.payment_type
    return MethodMapping(
        row.method,
        row.label or row.method,
        None if payment_type is None else payment_type_named(payment_type, types),
        row.send_invoice,
        row.transfer_as,
        row.left_out,
    )
