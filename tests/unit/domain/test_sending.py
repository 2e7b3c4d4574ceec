"""How Tripletex is asked to send an invoice (accounting.md T13)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import (
    GREIER,
    KARI,
    TODAY,
    a_guest,
    a_profile,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import ShopCustomer
from tripletex_wizard.domain.organization_number import as_kept, compact, is_personal, norwegian
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import CompanyInvoices, SalesDocument
from tripletex_wizard.domain.sending import instead_of_ehf, may_receive_ehf, send_type

RULES = replace(transfer_rules(), company_invoices=CompanyInvoices.EHF)
EHF, EMAIL = CompanyInvoices.EHF, CompanyInvoices.EMAIL


def planned(customer: ShopCustomer, choice: Choice | None = None, **rest: object) -> PostingPlan:
    order = an_order(customer=customer, method=str(rest.pop("method", "invoice")))
    profile = a_profile(replace(RULES, **rest))  # type: ignore[arg-type]
    return plan_posting(order, profile, company_facts(), today=TODAY, choice=choice or Choice())


def moved(customer: ShopCustomer, **address: str) -> ShopCustomer:
    return replace(customer, address=replace(customer.address, **address))


@pytest.mark.parametrize(
    "customer",
    [
        GREIER,
        replace(GREIER, email=""),
        replace(GREIER, organization_number="NO 313 900 215 MVA"),
        moved(GREIER, country="SJ"),
        moved(GREIER, company=""),
    ],
)
def test_a_norwegian_company_with_a_postal_address_may_receive_ehf(customer: ShopCustomer) -> None:
    assert may_receive_ehf(customer)
    assert send_type(customer, EHF) is SendType.EHF


@pytest.mark.parametrize(
    "customer",
    [
        KARI,
        a_guest(),
        replace(GREIER, organization_number=""),
        replace(GREIER, organization_number="313900216"),
        replace(GREIER, organization_number="SE559999123401"),
        moved(GREIER, country="SE"),
        moved(GREIER, street=""),
        moved(GREIER, postal_code=""),
        moved(GREIER, city=""),
    ],
)
def test_everybody_else_gets_an_email_where_there_is_an_address(customer: ShopCustomer) -> None:
    assert not may_receive_ehf(customer)
    assert send_type(customer, EHF) is SendType.EMAIL
    assert send_type(replace(customer, email=""), EHF) is None


def test_nobody_gets_ehf_until_it_is_chosen() -> None:
    assert transfer_rules().company_invoices is EMAIL
    assert send_type(GREIER, EMAIL) is SendType.EMAIL
    assert send_type(replace(GREIER, email="kåre@example.no"), EMAIL) is None


@pytest.mark.parametrize(
    ("choice", "more"),
    [
        (Choice(email=False), {}),
        (Choice(TransferAs.ORDER), {}),
        (Choice(), {"method": "vipps"}),
        (Choice(), {"method": "card", "sales_document": SalesDocument.RECEIPT}),
    ],
)
def test_what_is_not_sent_by_email_is_not_sent_as_ehf(
    choice: Choice, more: dict[str, object]
) -> None:
    assert planned(GREIER, choice, **more).send is None


def test_a_company_without_email_that_gets_ehf_lacks_nothing() -> None:
    plan = planned(replace(GREIER, email=""))
    assert (plan.send, plan.notes) == (SendType.EHF, ())
    by_email = planned(replace(GREIER, email=""), company_invoices=EMAIL)
    assert (by_email.send, [row.code for row in by_email.notes]) == (None, [Code.NO_EMAIL_ADDRESS])


def test_what_cannot_be_sent_as_ehf_goes_by_email_or_is_not_sent() -> None:
    plan = planned(GREIER)
    other = instead_of_ehf(plan)
    assert other == replace(plan, send=SendType.EMAIL, instead_of_ehf=True)
    assert instead_of_ehf(planned(replace(GREIER, email=""))).send is None
    assert instead_of_ehf(other) == other
    assert instead_of_ehf(planned(KARI)) == planned(KARI)


def test_organisation_numbers_are_read_as_people_write_them() -> None:
    assert compact(" 313 900-215 mva") == "313900215MVA"
    assert [norwegian(text) for text in ("NO313900215MVA", "313900216", "x")] == [
        *("313900215", None, None)
    ]


@pytest.mark.parametrize(
    ("number", "country", "kept"),
    [
        ("313 900 215", "NO", "313900215"),
        ("12", "NO", "12"),
        ("313 900 215", "DE", "DE313900215"),
        ("DE 123", "DE", "DE 123"),
    ],
)
def test_a_foreign_number_is_never_taken_for_a_norwegian_one(
    number: str, country: str, kept: str
) -> None:
    assert as_kept(number, country) == kept


@pytest.mark.parametrize(
    ("number", "country", "is_a_persons"),
    [
        ("313900215", "NO", False),
        ("12345678901", "NO", True),
        ("15108695088", "SE", True),
        ("12345678901", "SE", False),
    ],
)
def test_a_persons_identity_number_is_known(number: str, country: str, is_a_persons: bool) -> None:
    assert is_personal(number, country) is is_a_persons
