"""Whatever Tripletex answers: a value, or the error that the status asks for, without a token."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
import responses
from hypothesis import event, given
from hypothesis import strategies as st

from tests.orders.building import TODAY, a_profile, an_order, company_facts
from tests.unit.adapters.mutations import Told, share, told
from tests.unit.adapters.sound_values import flaws, outcome_of, unsound
from tests.unit.adapters.tripletex_service import (
    CONSUMER,
    EMPLOYEE,
    SESSION,
    a_client,
)
from tripletex_wizard.adapters import logs
from tripletex_wizard.adapters.tripletex import session
from tripletex_wizard.adapters.tripletex.client import TripletexClient
from tripletex_wizard.adapters.tripletex.company import CompanyReader
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    CredentialsRejected,
    OrderRejected,
    OutcomeUnknown,
    PermissionMissing,
    RateLimited,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.ledger import CreditedInvoice, LedgerCustomer
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.products import NewProduct
from tripletex_wizard.domain.secret import Secret

SECRETS = (CONSUMER, EMPLOYEE, SESSION)
FACTS = company_facts()
CARD = LedgerCustomer(3, 1, 100457, "Kari Eksempel")
SINCE = date(2026, 11, 1)

Json = dict[str, Any]


def one(**value: object) -> Json:
    return {"value": value}


def rows(*values: Json) -> Json:
    digest = "'If-None-Match' header not specified"
    return {
        "fullResultSize": len(values),
        "from": 0,
        "count": len(values),
        "versionDigest": digest,
        "values": list(values),
    }


ADDRESS = {"addressLine1": "Testveien 12", "postalCode": "9008", "city": "Tromsø"}
CUSTOMER: Json = {
    "id": 3,
    "version": 1,
    "customerNumber": 100457,
    "name": "Kari Eksempel",
    "email": "kari@example.no",
    "organizationNumber": "313900215",
    "description": "",
    "isFactoring": False,
    "isInactive": False,
    "postalAddress": ADDRESS,
}
LINES = [{"amountIncludingVatCurrency": 89.5, "vatType": {"id": 3}}] * 2
ORDER: Json = {
    "id": 7,
    "number": "10457",
    "isClosed": False,
    "customer": {"id": 3},
    "internalComment": "Mystore-ordre 10457",
    "orderDate": "2026-11-20",
    "currency": {"code": "NOK"},
    "orderLines": LINES,
}
INVOICE: Json = {
    "id": 8,
    "invoiceNumber": 10201,
    "invoiceDate": "2026-11-23",
    "amountCurrency": 179.0,
    "amountCurrencyOutstanding": 0,
    "amountRoundoff": 0,
    "currency": {"code": "NOK"},
    "customer": {"id": 3},
    "orders": [{"id": 7}],
    "isCredited": False,
    "isCreditNote": False,
    "creditedInvoice": 0,
}
NOTE: Json = {**INVOICE, "id": 9, "invoiceNumber": 10202, "isCreditNote": True}
ACCOUNT: Json = {
    "id": 11,
    "number": 1920,
    "name": "Bankinnskudd",
    "isBankAccount": True,
    "isInvoiceAccount": True,
    "isInactive": False,
    "bankAccountNumber": "86011117947",
    "requiresDepartment": False,
}
VAT = {"id": 3, "number": "3", "percentage": 25.0, "name": "Utgående avgift, høy sats"}
COMPANY = {"id": 5, "name": "Fjord Garn AS", "organizationNumber": "999888771"}

RIGHT: dict[str, tuple[int, Json]] = {
    "POST /token/session/:create": (201, one(id=1, token=SESSION, expirationDate="2026-11-25")),
    "GET /token/session/>whoAmI": (200, one(employeeId=1, actualEmployeeId=2, companyId=5)),
    "GET /company/>withLoginAccess": (200, rows({**COMPANY, "customerCompanyId": 6})),
    "GET /company/5": (200, {"value": COMPANY}),
    "GET /company/salesmodules": (200, rows({"name": "API_V2", "costStartDate": "2026-01-01"})),
    "GET /employee/entitlement": (
        200,
        rows({"name": "AUTH_INVOICING", "employee": {"id": 1}, "customer": {"id": 5}}),
    ),
    "GET /customer": (200, rows(CUSTOMER, {**CUSTOMER, "id": 4, "customerNumber": 5})),
    "GET /customer/3": (200, {"value": CUSTOMER}),
    "POST /customer": (201, {"value": CUSTOMER}),
    "PUT /customer/3": (200, {"value": CUSTOMER}),
    "GET /order": (200, rows(ORDER)),
    "GET /order/7": (200, {"value": ORDER}),
    "POST /order": (201, {"value": {**ORDER, "orderLines": []}}),
    "PUT /order/7/:invoice": (200, {"value": INVOICE}),
    "GET /invoice": (200, rows(INVOICE, {**NOTE, "creditedInvoice": 8})),
    "GET /invoice/8": (200, {"value": INVOICE}),
    "PUT /invoice/8/:createCreditNote": (200, {"value": {**NOTE, "creditedInvoice": 8}}),
    "PUT /invoice/9/:payment": (200, {"value": NOTE}),
    "POST /product": (201, one(id=13, number="ULL-7", name="Ullgarn")),
    "GET /vatTermSizeSettings": (
        200,
        rows({"reportType": "VAT", "fromDate": "2026-01-01", "termSize": "TWO_MONTHS"}),
    ),
    "GET /invoice/paymentType": (
        200,
        rows(
            {
                "id": 101,
                "description": "Vipps",
                "debitAccount": ACCOUNT,
                "customer": None,
                "currencyCode": "NOK",
            }
        ),
    ),
    "GET /invoice/settings": (
        200,
        one(bankAccountReady=True, fixedInvoiceFee=39.0, nextInvoiceNumber=10203),
    ),
    "GET /ledger/vatType": (200, rows(VAT)),
    "GET /ledger/vatSettings": (200, one(vatRegistrationStatus="VAT_REGISTERED")),
    "GET /ledger/account": (200, rows(ACCOUNT)),
    "GET /ledger/accountingPeriod": (
        200,
        rows({"start": "2026-11-01", "end": "2026-12-01", "isClosed": False}),
    ),
    "GET /currency": (200, rows({"id": 1, "code": "NOK"})),
    "GET /country": (200, rows({"id": 161, "isoAlpha2Code": "NO"})),
    "GET /balanceSheet": (
        200,
        rows({"account": {"number": 2901, "name": "Gavekort"}, "balanceOut": -300.0}),
    ),
    "GET /department": (
        200,
        rows({"id": 21, "name": "Nettbutikk", "departmentNumber": "10", "isInactive": False}),
    ),
    "GET /product": (
        200,
        rows({"id": 12, "number": "ØREAVRUNDING", "name": "Øreavrunding", "vatType": VAT}),
    ),
}


def a_plan() -> PostingPlan:
    return plan_posting(an_order(), a_profile(), FACTS, today=TODAY, choice=Choice())


NOT_FOUND = (404, {"status": 404, "code": 6000, "message": "Object not found"})
REFUSALS = tuple(
    (row["status"], row["body"])
    for row in json.loads(
        Path(__file__).with_name("tripletex_refusals.json").read_text(encoding="utf-8")
    )
)


class Call(NamedTuple):
    """A method of the client, the answers that it rests on, and the writes among them.

    `after` are reads that come after a write has been done; `right` are right answers of this
    call alone.
    """

    run: Callable[[TripletexClient], object]
    answers: tuple[str, ...]
    writes: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    right: Mapping[str, tuple[int, Json]] = MappingProxyType({})


WHO = "GET /token/session/>whoAmI"
PLAN = a_plan()
CREDITING = replace(PLAN, credits=CreditedInvoice(8, 10201, SINCE, 3, "10457", is_whole=True))
REFUND = PlannedPayment(101, Money(-17900))
SALE = {"id": 21, "account": {"number": 3000, "name": "Salgsinntekt"}, "vatType": {"id": 3}}
VOUCHER = {
    "id": 31,
    "number": 10201,
    "postings": [{**SALE, "amountCurrency": -143.2, "amountGrossCurrency": -179.0}],
}
BOOKED = one(
    id=8,
    currency={"code": "NOK"},
    amountRoundoffCurrency=0,
    voucher=VOUCHER,
    postings=[{"id": 22, "voucher": VOUCHER}],
)
CALLS: dict[str, Call] = {
    "vat_codes, session": Call(lambda c: c.vat_codes(), ("POST /token/session/:create",)),
    "company": Call(lambda c: c.company(), (WHO, "GET /company/5")),
    "client_companies": Call(lambda c: c.client_companies(), ("GET /company/>withLoginAccess",)),
    "facts": Call(
        lambda c: c.facts(),
        (
            *(WHO, "GET /company/5", "GET /invoice/paymentType", "GET /country", "GET /currency"),
            *("GET /ledger/account", "GET /ledger/accountingPeriod", "GET /product"),
            *("GET /ledger/vatSettings", "GET /ledger/vatType", "GET /vatTermSizeSettings"),
        ),
    ),
    "vat_registration": Call(lambda c: c.vat_registration(), ("GET /ledger/vatSettings",)),
    "vat_codes": Call(lambda c: c.vat_codes(), ("GET /ledger/vatType",)),
    "invoice_settings": Call(lambda c: c.invoice_settings(), ("GET /invoice/settings",)),
    "bank_accounts": Call(lambda c: c.bank_accounts(), ("GET /ledger/account",)),
    "entitlements": Call(lambda c: c.entitlements(), (WHO, "GET /employee/entitlement")),
    "sales_modules": Call(lambda c: c.sales_modules(), ("GET /company/salesmodules",)),
    "highest_customer_number": Call(lambda c: c.highest_customer_number(), ("GET /customer",)),
    "product": Call(lambda c: c.product("ØREAVRUNDING"), ("GET /product",)),
    "customers_with_number": Call(lambda c: c.customers_with_number(100457), ("GET /customer",)),
    "customers_with_organization_number": Call(
        lambda c: c.customers_with_organization_number("313900215"), ("GET /customer",)
    ),
    "customers_with_email": Call(
        lambda c: c.customers_with_email("kari@example.no"), ("GET /customer",)
    ),
    "customers_named": Call(lambda c: c.customers_named("Kari Eksempel"), ("GET /customer",)),
    "customer": Call(lambda c: c.customer(3), ("GET /customer/3",)),
    "create_customer": Call(
        lambda c: c.create_customer(PLAN, FACTS, number=100457),
        ("POST /customer",),
        writes=("POST /customer",),
    ),
    "update_customer": Call(
        lambda c: c.update_customer(CARD, PLAN, FACTS),
        ("PUT /customer/3",),
        writes=("PUT /customer/3",),
    ),
    "recent_orders": Call(lambda c: c.recent_orders(SINCE), ("GET /order",)),
    "orders_with_number": Call(lambda c: c.orders_with_number("10457"), ("GET /order",)),
    "order": Call(lambda c: c.order(7), ("GET /order/7",)),
    "create_order": Call(
        lambda c: c.create_order(PLAN, FACTS, 3), ("POST /order",), writes=("POST /order",)
    ),
    "invoice_order": Call(
        lambda c: c.invoice_order(7, PLAN),
        ("PUT /order/7/:invoice",),
        writes=("PUT /order/7/:invoice",),
    ),
    "invoice_order, read afterwards": Call(
        lambda c: c.invoice_order(7, PLAN),
        ("GET /invoice/8",),
        after=("GET /invoice/8",),
    ),
    "invoices_of_order": Call(lambda c: c.invoices_of_order(7, 3), ("GET /invoice",)),
    "invoice": Call(lambda c: c.invoice(8), ("GET /invoice/8",)),
    "credit": Call(lambda c: c.credit(8), ("GET /invoice/8", "GET /invoice")),
    "products": Call(lambda c: c.products(["ØREAVRUNDING"]), ("GET /product",)),
    "products, all": Call(lambda c: c.products(None), ("GET /product",)),
    "create_product": Call(
        lambda c: c.create_product(NewProduct("ULL-7", "Ullgarn", PLAN.lines[0].vat)),
        ("POST /product",),
        writes=("POST /product",),
    ),
    "credits_of_customer": Call(lambda c: c.credits_of_customer(3), ("GET /invoice",)),
    "credit_of_number": Call(
        lambda c: c.credit_of_number(10201), ("GET /invoice", "GET /invoice/8")
    ),
    "credit_wholly": Call(
        lambda c: c.credit_wholly(CREDITING),
        ("PUT /invoice/8/:createCreditNote",),
        writes=("PUT /invoice/8/:createCreditNote",),
    ),
    "register_payment": Call(
        lambda c: c.register_payment(9, REFUND, SINCE),
        ("PUT /invoice/9/:payment",),
        writes=("PUT /invoice/9/:payment",),
    ),
    "invoice_order, credit": Call(
        lambda c: c.invoice_order(7, CREDITING),
        ("PUT /order/7/:invoice",),
        writes=("PUT /order/7/:invoice",),
    ),
    "booking": Call(
        lambda c: c.booking(8), ("GET /invoice/8",), right={"GET /invoice/8": (200, BOOKED)}
    ),
    "rounds_invoices": Call(lambda c: c.rounds_invoices(SINCE), ("GET /invoice",)),
}

GATEWAY = {408, 460, 499, 502, 503, 504}
Errors = tuple[type[AppError], ...]
DENIED: dict[int, Errors] = {
    401: (CredentialsRejected,),
    403: (PermissionMissing, SetupError),
    429: (RateLimited,),
}


def demanded(call: Call, address: str, status: int) -> Errors:
    """What may be raised when `address` answers with `status`, whatever stands in the body."""
    if address in call.after:
        return (OutcomeUnknown,)
    unknown = (OutcomeUnknown,) if address in call.writes else ()  # for code 1000, with any status
    if status in DENIED:
        return (*DENIED[status], *unknown)
    if address in call.writes:
        return _demanded_of_write(status)
    if status >= 500 or status in GATEWAY or status == 425 or 300 <= status < 400:
        return (RemoteUnavailable,)
    told_by_body = (RemoteUnavailable, CredentialsRejected) if status >= 400 else ()
    return (AnswerNotUnderstood, *told_by_body)


def _demanded_of_write(status: int) -> Errors:
    if status == 425 or 300 <= status < 400:
        return (RemoteUnavailable,)
    if status >= 500 or status in GATEWAY or status < 300:
        return (OutcomeUnknown,)
    return (OrderRejected, OutcomeUnknown)  # the latter for the code of an exception


@pytest.fixture(autouse=True)
def _every_request_is_described() -> None:
    """Not here: whoever is told a nonsensical id asks for it."""


@pytest.fixture(autouse=True)
def _known_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the program runs; but what a mutated session calls a token is masked nowhere."""
    mask = logs.SecretMask()
    for secret in SECRETS:
        mask.register(Secret(secret))
    monkeypatch.setattr(logs, "MASK_OF_ALL_LOGS", mask)
    monkeypatch.setattr(session, "register", lambda _secret: None)


@pytest.fixture
def service() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as service:
        yield service


def answer(service: responses.RequestsMock, spoilt: dict[str, Told], call: Call) -> None:
    """Make the service answer rightly but at the `spoilt` addresses."""

    def say(request: Any) -> tuple[int, dict[str, str], bytes]:
        address = f"{request.method} {unquote(urlsplit(request.url).path).removeprefix('/v2')}"
        if address == "PUT /token/session/:create":  # the older way of the same
            address = "POST /token/session/:create"
        if address in spoilt:
            said = spoilt[address]
            return said.status, dict(said.headers), said.body
        status, document = {**RIGHT, **call.right}.get(address, NOT_FOUND)
        if call.after and address == "PUT /order/7/:invoice":
            document = {"value": {"id": 8}}
        return status, {}, json.dumps(document).encode()

    service.reset()
    for method in ("GET", "POST", "PUT"):
        service.add_callback(method, re.compile(".*"), say)


def test_every_method_of_the_client_is_tried() -> None:
    methods = set(vars(TripletexClient) | vars(CompanyReader))
    public = {name for name in methods if not name.startswith("_")} - {"close"}
    assert public <= {name.partition(",")[0] for name in CALLS}


@pytest.mark.parametrize("name", CALLS)
def test_the_right_answers_give_a_value(name: str, service: responses.RequestsMock) -> None:
    call = CALLS[name]
    answer(service, {}, call)
    value = call.run(a_client())
    assert value is not None
    assert unsound(value) == []


@pytest.mark.parametrize("name", CALLS)
def test_any_answer_gives_a_value_or_the_error_that_its_status_asks_for(
    name: str, service: responses.RequestsMock
) -> None:
    call = CALLS[name]

    @share(len(CALLS))
    @given(st.data())
    def each(data: st.DataObject) -> None:
        address = data.draw(st.sampled_from(call.answers))
        right = {**RIGHT, **call.right}[address]
        said = data.draw(told(right, or_else=REFUSALS, secrets=SECRETS))
        answer(service, {address: said}, call)
        outcome = outcome_of(lambda: call.run(a_client()))
        event(type(outcome).__name__)
        if isinstance(outcome, AppError):
            assert isinstance(outcome, demanded(call, address, said.status)), said.status
        assert flaws(outcome, SECRETS) == []

    each()
