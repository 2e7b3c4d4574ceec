"""Every refusal that was recorded on an address of ours, in our own words: what becomes of it.

`tripletex_refusals.json` has the shapes, codes, fields and sentences of recordings, with ids and
names of our own. Of an address that is not called yet, the refusal is read as that of any write.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import responses

from tests.orders.building import TODAY, a_profile, an_order, company_facts
from tests.unit.adapters.tripletex_service import BASE, CREATE, SESSION, a_client
from tripletex_wizard.adapters.http import Answer
from tripletex_wizard.adapters.tripletex import wire
from tripletex_wizard.adapters.tripletex.client import TripletexClient
from tripletex_wizard.adapters.tripletex.refusals import Refusal
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    OrderRejected,
    OutcomeUnknown,
    PermissionMissing,
    Remedy,
    RemoteUnavailable,
    RequestRefused,
)
from tripletex_wizard.domain.ledger import LedgerCustomer
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.products import NewProduct

RECORDED: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("tripletex_refusals.json").read_text(encoding="utf-8")
)
FACTS = company_facts()
WHO = {"employeeId": 1, "actualEmployeeId": 1, "companyId": 3}
CARD = LedgerCustomer(3, 1, 100457, "Kari Eksempel")


class Expected(NamedTuple):
    """The class itself, not one that it derives from."""

    kind: type[AppError]
    code: Code
    remedy: Remedy


# Nothing was done, and whoever sold or keeps the books can mend it.
REJECTED = Expected(OrderRejected, Code.REJECTED, Remedy.FIX_INPUT)
VAT_CODE = Expected(OrderRejected, Code.VAT_CODE_INACTIVE, Remedy.FIX_INPUT)
NUMBER_TAKEN = Expected(OrderRejected, Code.NUMBER_TAKEN_UNSEEN, Remedy.FIX_INPUT)
CUSTOMER_NUMBER = Expected(OrderRejected, Code.CUSTOMER_NUMBER_TAKEN, Remedy.FIX_INPUT)
PRODUCT_NUMBER = Expected(OrderRejected, Code.PRODUCT_NUMBER_TAKEN, Remedy.FIX_INPUT)
PRODUCT_NAME = Expected(OrderRejected, Code.PRODUCT_NAME_TAKEN, Remedy.FIX_INPUT)
BANK_ACCOUNT = Expected(OrderRejected, Code.BANK_ACCOUNT_MISSING, Remedy.FIX_INPUT)
# Nothing was done, for what was read before is no longer so: looked up anew, then told.
STALE = Expected(OrderRejected, Code.STALE_IN_LEDGER, Remedy.FIX_INPUT)
# The form of the request is wrong, which nobody but the maker of the program can mend.
FORM_OF_WRITE = Expected(RequestRefused, Code.REQUEST_REFUSED, Remedy.REPORT)
FORM_OF_READ = Expected(AnswerNotUnderstood, Code.REQUEST_REFUSED, Remedy.REPORT)
# 401 comes again with a new session, 403 with any; :create names the token.
NO_LOGIN = Expected(CredentialsRejected, Code.SESSION_REJECTED, Remedy.RECONNECT)
NO_RIGHT = Expected(PermissionMissing, Code.PERMISSION_MISSING, Remedy.RECONNECT)
CONSUMER = Expected(CredentialsRejected, Code.CONSUMER_TOKEN_REJECTED, Remedy.RECONNECT)
# An exception inside Tripletex: a write may have come any distance, a read can be done later.
CRASHED_WRITE = Expected(OutcomeUnknown, Code.OUTCOME_UNKNOWN, Remedy.RECONCILE)
CRASHED_READ = Expected(RemoteUnavailable, Code.SERVER_FAILED, Remedy.RETRY_LATER)

EXPECTED: dict[str, Expected] = {
    "GET /company: wrong method": FORM_OF_READ,
    "GET /company/{id}: of another company": FORM_OF_READ,  # the id is that of >whoAmI
    "POST /company/salesmodules: wrong type": FORM_OF_WRITE,
    "POST /company/salesmodules: no right": NO_RIGHT,
    "POST /company/salesmodules: exception": CRASHED_WRITE,  # 400, but code 1000
    "GET /customer: no login": NO_LOGIN,
    "POST /customer: no login": NO_LOGIN,
    "POST /customer: argument missing": FORM_OF_WRITE,
    "POST /customer: one reason alone": REJECTED,
    "POST /customer/{id}: wrong method": FORM_OF_WRITE,
    "POST /customer: malformed e-mail": REJECTED,
    "POST /customer: organisation number": REJECTED,
    "PUT /customer/{id}: stale version": STALE,
    "POST /customer: duplicate": CUSTOMER_NUMBER,  # the only thing on it that is unique
    "GET /invoice: argument missing": FORM_OF_READ,
    "GET /invoice: argument missing, in English": FORM_OF_READ,
    "GET /invoice: no such field": FORM_OF_READ,
    "GET /invoice: no login": NO_LOGIN,
    "POST /invoice: field missing: invoiceDueDate": REJECTED,
    "POST /invoice: field missing: invoiceDate": REJECTED,
    "POST /invoice: no bank account": BANK_ACCOUNT,
    "POST /invoice: unknown key: order": FORM_OF_WRITE,
    "POST /invoice: unknown key: project": FORM_OF_WRITE,
    "POST /invoice: unknown key: ordersId": FORM_OF_WRITE,
    "POST /invoice: invoiced already": STALE,  # looked up anew, the invoice is adopted
    "GET /invoice/paymentType: no login": NO_LOGIN,
    "GET /invoice/paymentType: no such field": FORM_OF_READ,
    "GET /invoice/settings: no login": NO_LOGIN,
    "GET /invoice/{id}: no such field": FORM_OF_READ,
    "PUT /invoice/{id}: wrong method": FORM_OF_WRITE,
    "PUT /invoice/{id}/:createCreditNote: argument missing": FORM_OF_WRITE,
    "PUT /invoice/{id}/:createCreditNote: credited already": REJECTED,
    "PUT /invoice/{id}/:payment: no such invoice": STALE,
    "PUT /invoice/{id}/:payment: a draft": REJECTED,
    "PUT /invoice/{id}/:payment: argument missing": FORM_OF_WRITE,
    "PUT /invoice/{id}/:send: argument missing": FORM_OF_WRITE,
    "PUT /invoice/{id}/:send: a draft": REJECTED,
    "GET /ledger/account: no login": NO_LOGIN,
    "GET /ledger/account: no list of ids: abc": FORM_OF_READ,
    "GET /ledger/account: no list of ids: 30*": FORM_OF_READ,
    "GET /ledger/account: no list of ids: >1500": FORM_OF_READ,
    "GET /ledger/account: no list of ids: wool account": FORM_OF_READ,
    "GET /ledger/account: no right": NO_RIGHT,
    "POST /ledger/account: wrong type: type": FORM_OF_WRITE,
    "POST /ledger/account: no login": NO_LOGIN,
    "POST /ledger/account: field missing: name": REJECTED,
    "POST /ledger/account: one reason alone": REJECTED,
    "GET /ledger/accountingPeriod: sorting": FORM_OF_READ,
    "GET /ledger/vatType: no login": NO_LOGIN,
    "GET /ledger/vatType: enum in small letters": FORM_OF_READ,  # 404, but no object is meant
    "GET /order: argument missing": FORM_OF_READ,
    "POST /order: VAT code": VAT_CODE,
    "POST /order: VAT code, in English": VAT_CODE,
    "POST /order: VAT code of a project's order": VAT_CODE,
    "POST /order: VAT code without account": VAT_CODE,
    "POST /order: field missing: deliveryDate": REJECTED,
    "POST /order: wrong type: customer.id": FORM_OF_WRITE,
    "POST /order: unknown key: vatType": FORM_OF_WRITE,  # about a key, not about a code
    "POST /order: customer is gone": STALE,
    "POST /order: number is taken": NUMBER_TAKEN,
    "POST /order: duplicate": NUMBER_TAKEN,
    "GET /order/{id}: no such field": FORM_OF_READ,
    "PUT /order/{id}/:invoice: no bank account": BANK_ACCOUNT,
    "PUT /order/{id}/:invoice: no lines": REJECTED,
    "GET /order: too many": FORM_OF_READ,
    "GET /product: argument missing": FORM_OF_READ,
    "POST /product: number is taken": PRODUCT_NUMBER,
    "POST /product: VAT code": REJECTED,
    "POST /product: name is taken": PRODUCT_NAME,
    "POST /product: one reason alone": REJECTED,
    "POST /product: number is taken and VAT code": PRODUCT_NUMBER,
    "PUT /token/session/:create: consumer token": CONSUMER,
    "POST /customer: crash": CRASHED_WRITE,
    "PUT /customer/{id}: crash": CRASHED_WRITE,
    "POST /order: crash": CRASHED_WRITE,
    "PUT /order/{id}/:invoice: crash": CRASHED_WRITE,
    "GET /order: crash": CRASHED_READ,
    "POST /order: crash, 1002": CRASHED_WRITE,
    "POST /order: crash of 2021": CRASHED_WRITE,
}


def a_plan() -> PostingPlan:
    return plan_posting(an_order(), a_profile(), FACTS, today=TODAY, choice=Choice())


Call = Callable[[TripletexClient], object]

CALLS: dict[str, Call] = {
    "GET /company/{id}": lambda client: client.company(),
    "GET /customer": lambda client: client.customers_with_number(1),
    "POST /customer": lambda client: client.create_customer(a_plan(), FACTS, number=100457),
    "PUT /customer/{id}": lambda client: client.update_customer(CARD, a_plan(), FACTS),
    "GET /invoice": lambda client: client.invoices_of_order(7, 3),
    "GET /invoice/{id}": lambda client: client.invoice(7),
    "GET /invoice/paymentType": lambda client: client.facts(),
    "GET /invoice/settings": lambda client: client.invoice_settings(),
    "GET /ledger/account": lambda client: client.bank_accounts(),
    "GET /ledger/accountingPeriod": lambda client: client._connection.all(
        "/ledger/accountingPeriod", wire.AccountingPeriod
    ),
    "GET /ledger/vatType": lambda client: client.vat_codes(),
    "GET /order": lambda client: client.orders_with_number("1"),
    "POST /order": lambda client: client.create_order(a_plan(), FACTS, 3),
    "GET /order/{id}": lambda client: client.order(7),
    "PUT /order/{id}/:invoice": lambda client: client.invoice_order(7, a_plan()),
    "POST /invoice": lambda client: client.invoice_order(7, a_plan()),  # the same sentences
    "GET /product": lambda client: client.product("A"),
    "POST /product": lambda client: client.create_product(
        NewProduct("4711", "Ullgarn", a_plan().lines[0].vat)
    ),
    "PUT /token/session/:create": lambda client: client.company(),
}
ADDRESSES = {
    "GET /company/{id}": "GET /company/3",
    "POST /invoice": "PUT /order/7/:invoice",
    "PUT /order/{id}/:invoice": "PUT /order/7/:invoice",
    "PUT /customer/{id}": "PUT /customer/3",
}


def named(row: dict[str, Any]) -> str:
    return f"{row['call']}: {row['name']}"


def test_every_recording_has_an_expectation_and_the_other_way_round() -> None:
    assert [named(row) for row in RECORDED if named(row) not in EXPECTED] == []
    assert sorted(EXPECTED) == sorted(named(row) for row in RECORDED)


@pytest.fixture
def service() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as service:
        service.get(f"{BASE}/token/session/%3EwhoAmI", json={"value": WHO})
        yield service


def put(service: responses.RequestsMock, row: dict[str, Any]) -> None:
    """The session is made but where the recording is about making it, by the older way."""
    call, status = row["call"], row["status"]
    if call == "PUT /token/session/:create":
        service.post(CREATE, status=404)
        service.put(CREATE, json=row["body"], status=status)
        return
    service.post(CREATE, json={"value": {"id": 1, "token": SESSION}}, status=201)
    method, path = ADDRESSES.get(call, call.replace("{id}", "7")).split()
    service.add(method, f"{BASE}{path}", json=row["body"], status=status)


def error_of(service: responses.RequestsMock, row: dict[str, Any]) -> AppError:
    call = CALLS.get(row["call"])
    if call is None:
        method, path = row["call"].split()
        body = json.dumps(row["body"]).encode()
        refusal = Refusal(Answer(row["status"], {}, body, "r-1", path))
        return refusal.as_read() if method == "GET" else refusal.as_write()
    put(service, row)
    with pytest.raises(AppError) as raised:
        call(a_client())
    return raised.value


@pytest.mark.parametrize("row", RECORDED, ids=named)
def test_a_recorded_refusal_becomes_the_error_with_what_helps(
    service: responses.RequestsMock, row: dict[str, Any]
) -> None:
    error = error_of(service, row)
    found = Expected(type(error), error.problem.code, error.remedy)
    assert found == EXPECTED[named(row)]


@pytest.mark.parametrize("row", RECORDED, ids=named)
def test_tripletex_own_words_are_kept_where_the_program_has_none(
    service: responses.RequestsMock, row: dict[str, Any]
) -> None:
    error = error_of(service, row)
    if error.problem.code in {Code.REJECTED, Code.REQUEST_REFUSED, Code.STALE_IN_LEDGER}:
        reasons = row["body"]["validationMessages"] or []
        reasons = reasons if isinstance(reasons, list) else [reasons]
        wanted = " ".join(reason["message"] for reason in reasons) or row["body"]["message"]
        assert error.problem.params["text"] == wanted
