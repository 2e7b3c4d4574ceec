"""How Tripletex is asked to send a customer the invoice."""

from __future__ import annotations

from dataclasses import replace

from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.orders import ShopCustomer
from tripletex_wizard.domain.organization_number import NORWEGIAN, norwegian
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.profile import CompanyInvoices


def send_type(customer: ShopCustomer, by_rule: CompanyInvoices) -> SendType | None:
    """The way that is tried first; None where nothing can reach the customer."""
    if by_rule is CompanyInvoices.EHF and may_receive_ehf(customer):
        return SendType.EHF
    return by_email(customer)


def by_email(customer: ShopCustomer) -> SendType | None:
    """E-mail, None without a usable address."""
    return SendType.EMAIL if customer.usable_email else None


def may_receive_ehf(customer: ShopCustomer) -> bool:
    """Whether it is worth asking: Tripletex alone knows who is in the register of receivers.

    A company with a Norwegian organisation number, and a postal address, which EHF needs [DEV].
    """
    address = customer.address
    is_norwegian = address.country in NORWEGIAN
    has_address = all((address.street, address.postal_code, address.city))
    return is_norwegian and has_address and norwegian(customer.organization_number) is not None


def instead_of_ehf(plan: PostingPlan) -> PostingPlan:
    """The plan of an invoice that Tripletex cannot send as EHF: by e-mail, or else not sent."""
    if plan.send is not SendType.EHF:
        return plan
    return replace(plan, send=by_email(plan.customer), instead_of_ehf=True)
