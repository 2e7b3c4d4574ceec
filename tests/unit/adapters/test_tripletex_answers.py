from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import requests

from tests.orders.building import KARI, TODAY, a_profile, an_order, company_facts
from tests.unit.adapters.tripletex_service import BASE, EMPLOYEE, REQUEST_ID, a_client, a_service
from tripletex_wizard.adapters import logs
from tripletex_wizard.adapters.tripletex import wire
from tripletex_wizard.adapters.tripletex.client import TripletexClient
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    Code,
    OrderRejected,
    OutcomeUnknown,
    PermissionMissing,
    RemoteUnavailable,
)
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Address
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.secret import Secret

FACTS = company_facts()
LINE = {"amountIncludingVatCurrency": 89}
ORDER: dict[str, Any] = {
    "id": 7,
    "number": "10457",
    "isClosed": False,
    "customer": {"id": 3, "url": "tripletex.example/v2/customer/3"},
    "internalComment": None,
    "orderDate": "2026-11-20",
    "currency": {"code": "NOK"},
    "orderLines": [LINE, LINE],
}
INVOICE: dict[str, Any] = {
    "id": 8,
    "invoiceNumber": 10201,
    "invoiceDate": "2026-11-23",
    "amountCurrency": 178.0,
    "amountCurrencyOutstanding": 0,
    "currency": {"code": "SEK"},
    "orders": [{"id": 7}],
    "somethingNew": {"of": "tomorrow"},
}
CARD: dict[str, Any] = {"id": 3, "version": 1, "customerNumber": 0, "name": "Kari"}


def a_plan() -> PostingPlan:
    return plan_posting(an_order(), a_profile(), FACTS, today=TODAY, choice=Choice())


def not_understood(body: object, path: str, call: Callable[[TripletexClient], object]) -> str:
    with a_service() as service:
        service.get(f"{BASE}{path}", json=body, headers=REQUEST_ID)
        with pytest.raises(AnswerNotUnderstood) as error:
            call(a_client())
    assert error.value.problem.code is Code.ANSWER_NOT_UNDERSTOOD
    assert error.value.__context__ is None
    return str(error.value.problem.params["path"])


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"id": "7"}, "value.id"),
        ({"id": None}, "value.id"),
        ({"isClosed": "no"}, "value.isClosed"),
        ({"customer": None}, "value.customer"),
        ({"customer": {"url": "x"}}, "value.customer.id"),
        ({"orderLines": None}, "value.orderLines"),
        ({"orderLines": [LINE, {}]}, "value.orderLines.1.amountIncludingVatCurrency"),
        (
            {"orderLines": [{"amountIncludingVatCurrency": "many"}]},
            "value.orderLines.0.amountIncludingVatCurrency",
        ),
        ({"currency": {"id": 1}}, "value.currency.code"),
        ({"orderDate": "yesterday"}, "value.orderDate"),
        ({"orderDate": "0000-00-00"}, "value.orderDate"),
        ({"orderDate": 86400}, "value.orderDate"),  # seconds are no day
        ({"orderDate": "1763596800"}, "value.orderDate"),
        ({"id": 2**63}, "value.id"),  # beyond the journal's numbers
        (
            {"orderLines": [{**LINE, "vatType": {"id": -(2**63) - 1}}]},
            "value.orderLines.0.vatType.id",
        ),
    ],
)
def test_an_order_in_another_form_is_not_understood_at_its_place(
    changes: dict[str, Any], place: str
) -> None:
    found = not_understood({"value": {**ORDER, **changes}}, "/order/7", lambda c: c.order(7))
    assert found == f"/order/7: {place}"


@pytest.mark.parametrize("body", [{}, {"value": None}, [], "text", 5])
def test_an_envelope_without_a_value_is_not_understood(body: object) -> None:
    assert not_understood(body, "/order/7", lambda c: c.order(7)) == "/order/7: value"


@pytest.mark.parametrize("body", [{}, {"values": None}, {"values": {}}, []])
def test_an_envelope_without_values_is_not_understood(body: object) -> None:
    place = not_understood(body, "/order", lambda c: c.orders_with_number("1"))
    assert place == "/order: values"


def test_a_row_in_another_form_is_not_understood_at_its_place() -> None:
    body = {"values": [ORDER, {**ORDER, "number": 10458}]}
    place = not_understood(body, "/order", lambda c: c.orders_with_number("1"))
    assert place == "/order: values.1.number"


def test_a_vat_status_that_nobody_knows_is_not_understood() -> None:
    body = {"value": {"vatRegistrationStatus": "VAT_ON_MARS"}}
    place = not_understood(body, "/ledger/vatSettings", lambda c: c.vat_registration())
    assert place == "/ledger/vatSettings: value.vatRegistrationStatus"


@pytest.mark.parametrize(
    "figure", ["1e300", "1e-300", "1" * 20, "NaN", "-Infinity", "1" * 5000, '"x"', "true"]
)
def test_a_figure_beyond_all_books_is_not_understood(figure: str) -> None:
    text = json.dumps({"value": {**ORDER, "orderLines": [LINE]}})
    with a_service() as service:
        service.get(f"{BASE}/order/7", body=text.replace("89", figure))
        with pytest.raises(AnswerNotUnderstood):
            a_client().order(7)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, "<html><body>500</body></html>"),
        (200, '{"value": {"id": 7'),
        (200, "null"),
        (200, ""),
        (204, ""),
    ],
)
def test_a_good_status_with_a_bad_body_is_not_understood(status: int, body: str) -> None:
    with a_service() as service:
        service.get(f"{BASE}/order/7", body=body, status=status)
        with pytest.raises(AnswerNotUnderstood):
            a_client().order(7)


def test_an_order_s_total_is_the_sum_of_lines_in_its_own_currency() -> None:
    lines = [{"amountIncludingVatCurrency": each} for each in (33.33, 33.335, -0.005)]
    value = {**ORDER, "currency": {"code": "SEK"}, "orderLines": lines}
    with a_service() as service:
        service.get(f"{BASE}/order/7", json={"value": value})
        found = a_client().order(7)
    assert found is not None
    assert found.total == Money(3333 + 3334 - 1, "SEK")
    assert (found.customer_id, found.internal_comment) == (3, "")


def test_a_period_until_the_last_day_of_all_is_not_understood() -> None:
    row = {"start": "2026-11-01", "end": "9999-12-31", "isClosed": True}
    place = not_understood(
        {"values": [row]},
        "/ledger/accountingPeriod",
        lambda c: c._connection.all("/ledger/accountingPeriod", wire.AccountingPeriod),
    )
    assert place == "/ledger/accountingPeriod: values.0.end"


def test_half_a_character_becomes_a_question_mark_that_can_be_written() -> None:
    with a_service() as service:
        service.get(f"{BASE}/order/7", json={"value": {**ORDER, "internalComment": "Garn \ud83d"}})
        order = a_client().order(7)
    assert order is not None
    assert order.internal_comment == "Garn ?"


def test_tokens_that_a_refusal_repeats_are_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    mask = logs.SecretMask()
    mask.register(Secret(EMPLOYEE))
    monkeypatch.setattr(logs, "MASK_OF_ALL_LOGS", mask)
    reason = {"field": EMPLOYEE, "message": f"Ugyldig: {EMPLOYEE}"}
    with a_service() as service:
        service.post(
            f"{BASE}/order", status=422, json={"code": 18000, "validationMessages": [reason]}
        )
        with pytest.raises(OrderRejected) as error:
            a_client().create_order(a_plan(), FACTS, 3)
    params = error.value.problem.params
    assert (params["field"], params["text"]) == ("***", "Ugyldig: ***")


# lists


def test_a_list_is_read_to_its_end_whatever_it_says_its_size_is() -> None:
    def page(request: requests.PreparedRequest) -> tuple[int, dict[str, str], str]:
        start = int(request.params["from"])  # type: ignore[attr-defined]
        rows = [{"id": i, "code": f"C{i}"} for i in range(start, min(start + 1000, 2000))]
        return 200, {}, json.dumps({"fullResultSize": 1001, "values": rows})

    with a_service() as service:
        service.add_callback("GET", f"{BASE}/currency", page)
        rows = a_client()._connection.all("/currency", wire.Currency)
        assert [row.id for row in rows] == list(range(2000))
        assert len(service.calls) == 1 + 3


def test_filters_that_the_service_ignores_find_nothing_wrong() -> None:
    cards = [{**CARD, "id": i, "customerNumber": i, "email": f"{i}@x.no"} for i in (1, 2)]
    cards += [{**CARD, "id": 3, "organizationNumber": "313900215"}]
    with a_service() as service:
        service.get(f"{BASE}/customer", json={"values": cards})
        service.get(f"{BASE}/order", json={"values": [ORDER, {**ORDER, "number": "104570"}]})
        service.get(f"{BASE}/invoice", json={"values": [INVOICE, {**INVOICE, "orders": []}]})
        product = {"id": 1, "number": "OTHER", "name": "x"}
        service.get(f"{BASE}/product", json={"values": [product, {**product, "number": "A"}]})
        client = a_client()
        assert [card.id for card in client.customers_with_number(2)] == [2]
        assert [card.id for card in client.customers_with_email("1@X.NO")] == [1]
        assert [card.id for card in client.customers_with_organization_number("313900215")] == [3]
        (order,) = client.orders_with_number("10457")
        assert len(client.invoices_of_order(order.id, order.customer_id)) == 1
        found = client.product("A")
        assert found is not None
        assert found.vat.number == "0"
        assert client.product("B") is None
        assert client.recent_orders(date(2026, 11, 21)) == ()


def test_a_list_that_came_unsorted_tells_no_highest_number() -> None:
    cards = [{**CARD, "customerNumber": number} for number in (5, 9)]
    with a_service() as service:
        service.get(f"{BASE}/customer", json={"values": cards})
        assert a_client().highest_customer_number() is None


def test_just_the_fields_that_are_read_are_asked_for() -> None:
    assert wire.fields_of(wire.Order) == (
        "id,number,isClosed,customer(id),internalComment,invoiceComment,orderDate,currency(code),"
        "orderLines(amountIncludingVatCurrency,vatType(id),product(number))"
    )


# writes


@pytest.mark.parametrize(
    "body", ["<html>", '{"value": {"id": 7', "", "{}", '{"value": {"id": "seven"}}']
)
def test_a_write_that_succeeded_with_an_unreadable_answer_is_unknown_and_answered(
    body: str,
) -> None:
    calls: list[tuple[str, str, Callable[[TripletexClient, PostingPlan], object]]] = [
        ("POST", "/customer", lambda c, p: c.create_customer(p, FACTS, number=1)),
        ("POST", "/order", lambda c, p: c.create_order(p, FACTS, 3)),
        ("PUT", "/order/7/:invoice", lambda c, p: c.invoice_order(7, p)),
    ]
    with a_service() as service:
        for method, path, call in calls:
            service.add(method, f"{BASE}{path}", body=body, status=201, headers=REQUEST_ID)
            with pytest.raises(OutcomeUnknown) as unknown:
                call(a_client(), a_plan())
            assert unknown.value.answered is True
            assert unknown.value.request_ids == ("r-1",)


@pytest.mark.parametrize("body", ["<html>", "", '{"code": 18000'])
def test_a_refusal_that_cannot_be_read_is_still_no_success(body: str) -> None:
    with a_service() as service:
        service.post(f"{BASE}/order", body=body, status=422, headers=REQUEST_ID)
        with pytest.raises(OrderRejected) as error:
            a_client().create_order(a_plan(), FACTS, 3)
    assert error.value.problem.code is Code.REJECTED
    assert error.value.request_ids == ("r-1",)


def test_a_redirected_write_was_not_done() -> None:
    with a_service() as service:
        service.post(f"{BASE}/order", status=302, headers={"Location": "https://x.example/"})
        with pytest.raises(RemoteUnavailable):
            a_client().create_order(a_plan(), FACTS, 3)


def test_the_answer_of_an_invoice_is_believed_in_the_order_s_currency() -> None:
    value = {key: INVOICE[key] for key in INVOICE if key != "currency"} | {
        "amount": 99,
        "orders": [],
    }
    with a_service() as service:
        service.put(f"{BASE}/order/7/:invoice", json={"value": value}, headers=REQUEST_ID)
        written = a_client().invoice_order(7, replace(a_plan(), currency="SEK"))
    assert written.request_ids == ("r-1",)
    assert written.value.amount == Money(17800, "SEK")
    assert written.value.order_ids == (7,)


def test_an_invoice_that_stands_but_may_not_be_read_is_unknown_with_both_request_ids() -> None:
    with a_service() as service:
        value = {"id": 8, "invoiceNumber": 0}
        service.put(f"{BASE}/order/7/:invoice", json={"value": value}, headers=REQUEST_ID)
        service.get(f"{BASE}/invoice/8", status=403, headers={"x-tlx-request-id": "r-2"})
        with pytest.raises(OutcomeUnknown) as unknown:
            a_client().invoice_order(7, a_plan())
    assert unknown.value.answered is True
    assert unknown.value.request_ids == ("r-1", "r-2")
    assert unknown.value.__context__ is None


def sent_order(plan: PostingPlan) -> dict[str, Any]:
    with a_service() as service:
        service.post(f"{BASE}/order", json={"value": {"id": 7}}, status=201)
        a_client().create_order(plan, FACTS, 3)
        body: dict[str, Any] = json.loads(service.calls[1].request.body or "")
    return body


def test_an_order_without_a_place_of_delivery_has_no_delivery_address() -> None:
    plan = replace(a_plan(), delivery=Address("Kari", "", "", "9008", "", "NO"))
    assert "deliveryAddress" not in sent_order(plan)


def test_a_delivery_without_a_name_goes_to_the_customer() -> None:
    plan = replace(a_plan(), delivery=Address("", "", "Gata 1", "", "", "ZZ"))
    address = sent_order(plan)["deliveryAddress"]
    assert address == {
        "name": "Kari Eksempel",
        "addressLine1": "Gata 1",
        "postalCode": "",
        "city": "",
    }


def test_every_amount_of_an_invoice_is_plain_text_in_the_query() -> None:
    with a_service() as service:
        service.put(f"{BASE}/order/7/:invoice", json={"value": INVOICE})
        a_client().invoice_order(7, a_plan())
        query = service.calls[1].request.params  # type: ignore[attr-defined]
    assert query == {
        "invoiceDate": "2026-11-23",
        "sendToCustomer": "false",
        "paymentTypeId": "101",
        "paidAmount": "89.00",
    }


def test_a_customer_abroad_is_written_to_in_english() -> None:
    address = replace(KARI.address, country="DE")
    plan = replace(a_plan(), customer=replace(KARI, address=address))
    with a_service() as service:
        service.post(f"{BASE}/customer", json={"value": CARD}, status=201)
        card = a_client().create_customer(plan, FACTS, number=None).value
        body = json.loads(service.calls[1].request.body or "")
    assert card.number is None
    assert body["language"] == "EN"


def test_a_module_list_that_is_closed_is_unknown() -> None:
    with a_service() as service:
        service.get(f"{BASE}/company/salesmodules", status=404)
        service.get(f"{BASE}/employee/entitlement", status=403)
        who = {"employeeId": 1, "actualEmployeeId": 2, "companyId": 3}
        service.get(f"{BASE}/token/session/%3EwhoAmI", json={"value": who})
        client = a_client()
        assert client.sales_modules() is None
        with pytest.raises(PermissionMissing):
            client.entitlements()


def test_rights_in_other_companies_and_of_other_people_do_not_count() -> None:
    def right(name: str, employee: int, company: int) -> dict[str, Any]:
        return {"name": name, "employee": {"id": employee}, "customer": {"id": company}}

    rights = [right("MINE", 1, 3), right("THEIRS", 9, 3), right("ELSEWHERE", 1, 4)]
    with a_service() as service:
        who = {"employeeId": 1, "actualEmployeeId": 1, "companyId": 3}
        service.get(f"{BASE}/token/session/%3EwhoAmI", json={"value": who})
        service.get(f"{BASE}/employee/entitlement", json={"values": [*rights, {"name": "BARE"}]})
        assert a_client().entitlements() == {"MINE", "BARE"}
