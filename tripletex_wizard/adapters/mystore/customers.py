"""Who bought, from the order's own addresses and the shop's customer (mystore-api.md §4.1, 4.6)."""

from __future__ import annotations

import re

from tripletex_wizard.adapters.mystore.attributes import Attributes, Unreadable
from tripletex_wizard.adapters.mystore.countries import country_code
from tripletex_wizard.adapters.mystore.wire import Reference, Resource
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.orders import Address, ShopCustomer
from tripletex_wizard.domain.organization_number import as_kept, compact, is_personal

ORGANIZATION_NUMBERS = (
    "organization_number",
    "org_number",
    "orgnr",
    "company_number",
    "vat_number",
)
_NOWHERE = Address(country="")


def to_customer(
    order: Attributes, reference: Reference | None, customer: Resource | None
) -> ShopCustomer:
    """The customer whose name stands on the invoice: the billing address's when it has a name.

    `reference` is None for a guest; `customer` None for a guest, or for one that is deleted.
    """
    billing = to_address(order, "billing_address")
    named = billing.name or billing.company
    address = billing if named else to_address(order, "customer_address")
    theirs = Attributes(customer) if customer else None
    return ShopCustomer(
        number=_number(reference),
        address=address,
        email=order.text("customer_address_email") or (theirs.text("email") if theirs else ""),
        phone=order.text("customer_address_phone") or (theirs.text("phone") if theirs else ""),
        organization_number=_organization_number(theirs, address.country) if theirs else "",
    )


def to_delivery(order: Attributes) -> Address:
    """Where the goods went; the customer's own address when the order has none for delivery."""
    delivery = to_address(order, "shipping_address")
    return to_address(order, "customer_address") if delivery == _NOWHERE else delivery


def to_address(order: Attributes, prefix: str) -> Address:
    """One of the order's addresses; a `*_lastname`, should there be one, follows the name."""
    names = (order.text(f"{prefix}_name"), order.text(f"{prefix}_lastname"))
    return Address(
        name=" ".join(name for name in names if name),
        company=order.text(f"{prefix}_company"),
        street=order.text(f"{prefix}_address"),
        postal_code=order.text(f"{prefix}_zipcode"),
        city=order.text(f"{prefix}_city"),
        country=country_code(order.text(f"{prefix}_country")),
    )


def _number(reference: Reference | None) -> int | None:
    if reference is None or reference.is_nobody:
        return None
    return int(reference.id) if re.fullmatch(r"[0-9]{1,18}", reference.id) else None


def _organization_number(customer: Attributes, country: str) -> str:
    """One number; a VAT number may hold it with letters and two digits more.

    A person's national identity number is never taken over.
    """
    given = {name: number for name in ORGANIZATION_NUMBERS if (number := customer.text(name))}
    found = {
        name: as_kept(number, country)
        for name, number in given.items()
        if not is_personal(number, country)
    }
    forms = [compact(number) for number in found.values()]
    if any(min(forms, key=len) not in form for form in forms):
        places = ", ".join(f"customers.{name}" for name in found)
        values = ", ".join(found.values())
        raise Unreadable(Problem(Code.ATTRIBUTE_UNREADABLE, attribute=places, value=values))
    return next(iter(found.values()), "")
