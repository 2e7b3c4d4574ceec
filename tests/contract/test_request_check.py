"""The request check finds wrong requests before anything else is believed."""

import json

import pytest

from tests.contract.description.check import check_request

BASE = "https://tripletex.no/v2"
JSON = "application/json; charset=utf-8"
ORDER = {
    "customer": {"id": 93_640_847},
    "number": "10457",
    "orderDate": "2026-11-20",
    "deliveryDate": "2026-11-21",
    "isPrioritizeAmountsIncludingVat": True,
    "orderLineSorting": "ID",
    "orderLines": [
        {
            "description": "Saga 111 Pumpkin",
            "count": 3,
            "unitPriceIncludingVatCurrency": 33.3333333333,
            "discount": 0,
            "vatType": {"id": 3},
        }
    ],
}


def check_order(**changes: object) -> list[str]:
    body = json.dumps({**ORDER, **changes}).encode()
    return check_request("POST", f"{BASE}/order", body, JSON)


def test_a_right_order_passes() -> None:
    assert check_order() == []


def test_an_unknown_query_key_is_found() -> None:
    faults = check_request("GET", f"{BASE}/customer?name=Kari&fields=id", None, "")
    assert faults == ["unknown query key name"]


def test_an_unknown_body_key_is_found() -> None:
    assert "'quantity' was unexpected" in "".join(check_order(quantity=1))


def test_a_number_that_is_too_long_is_found() -> None:
    assert "is too long" in "".join(check_order(number="1" * 101))


def test_a_wrong_type_is_found() -> None:
    assert "is not of type 'object'" in "".join(check_order(customer="93640847"))


def test_a_missing_required_field_is_found() -> None:
    without = {key: value for key, value in ORDER.items() if key != "deliveryDate"}
    faults = check_request("POST", f"{BASE}/order", json.dumps(without).encode(), JSON)
    assert "'deliveryDate' is a required property" in "".join(faults)


def test_a_missing_required_query_key_is_found() -> None:
    url = f"{BASE}/order/1/:invoice?invoiceDate=2026-11-23"
    assert "sendToCustomer" in "".join(check_request("PUT", url, None, ""))


def test_a_misspelt_enum_in_the_query_is_found() -> None:
    url = f"{BASE}/ledger/vatType?typeOfVat=outgoing&fields=id"
    assert check_request("GET", url, None, "") != []


def test_a_date_that_is_none_is_found() -> None:
    url = f"{BASE}/order?orderDateFrom=01.01.2026&orderDateTo=2027-01-01&fields=id"
    assert check_request("GET", url, None, "") != []


def test_a_repeated_query_key_is_found() -> None:
    url = f"{BASE}/currency?code=SEK&code=NOK&fields=id"
    assert "query key code given 2 times" in check_request("GET", url, None, "")


def test_an_empty_query_value_is_found() -> None:
    url = f"{BASE}/currency?code=&fields=id"
    assert "query key code is empty" in check_request("GET", url, None, "")


def test_a_path_that_is_not_described_is_found() -> None:
    faults = check_request("GET", f"{BASE}/project?fields=id", None, "")
    assert faults == ["GET /v2/project is not described"]


def test_a_body_without_json_type_is_found() -> None:
    faults = check_request("POST", f"{BASE}/customer", b'{"name":"Kari"}', "text/plain")
    assert "content type text/plain, not application/json" in faults


def test_a_body_where_none_belongs_is_found() -> None:
    url = f"{BASE}/invoice/2147584302/:send?sendType=EMAIL"
    assert "a body where none is described" in check_request("PUT", url, b"{}", JSON)


RIGHT = [
    ("GET", "/token/session/%3EwhoAmI?fields=*,company(*)"),
    ("GET", "/company/%3EwithLoginAccess?fields=id,name&count=100&from=0"),
    ("GET", "/company/108136045?fields=name"),
    ("GET", "/company/salesmodules?fields=name"),
    ("GET", "/employee/entitlement?employeeId=18462095&fields=entitlementId,name"),
    ("GET", "/customer?customerAccountNumber=3312&fields=id"),
    ("GET", "/customer/93640847?fields=*,postalAddress(*)"),
    ("GET", "/product?productNumber=A&productNumber=B&fields=id"),
    ("GET", "/order?number=1&orderDateFrom=2000-01-01&orderDateTo=2100-01-01&fields=id"),
    ("GET", "/order/402000980?fields=*,orderLines(*)"),
    (
        "PUT",
        (
            "/order/402000980/%3Ainvoice?invoiceDate=2026-11-23&sendToCustomer=false"
            "&paymentTypeId=33295810&paidAmount=730.0"
        ),
    ),
    ("GET", "/invoice?invoiceDateFrom=2026-01-01&invoiceDateTo=2027-01-01&fields=id"),
    ("GET", "/invoice/2147584302?fields=amount,amountOutstanding"),
    (
        "PUT",
        "/invoice/2147584302/:payment?paymentDate=2026-11-23&paymentTypeId=1&paidAmount=-89.00",
    ),
    ("PUT", "/invoice/2147584302/:send?sendType=EMAIL"),
    ("PUT", "/invoice/2147584302/:createCreditNote?date=2026-11-23&sendToCustomer=false"),
    ("GET", "/invoice/paymentType?fields=id,description,debitAccount(number)"),
    ("GET", "/invoice/settings?fields=bankAccountReady"),
    ("GET", "/ledger/vatType?typeOfVat=OUTGOING&fields=id,number"),
    ("GET", "/ledger/vatSettings?fields=vatRegistrationStatus"),
    ("GET", "/ledger/account?isBankAccount=true&fields=bankAccountNumber"),
    ("GET", "/ledger/accountingPeriod?startFrom=2026-01-01&fields=start,end,isClosed"),
    ("GET", "/vatTermSizeSettings?fields=termSize"),
    (
        "GET",
        "/balanceSheet?dateFrom=2000-01-01&dateTo=2100-01-01&fields=account(number),balanceOut",
    ),
    ("GET", "/currency?code=SEK&fields=id"),
    ("GET", "/country?code=NO&fields=id"),
    ("GET", "/department?fields=id"),
    ("GET", "/ledger/voucher/608912234?fields=*,postings(*)"),
    ("GET", "/ledger/posting?dateFrom=2026-11-01&dateTo=2026-12-01&fields=*"),
    ("DELETE", "/token/session/eyJ0b2tlbklkIjoxfQ%3D%3D"),
]


@pytest.mark.parametrize(("method", "path"), RIGHT)
def test_what_the_program_sends_passes(method: str, path: str) -> None:
    assert check_request(method, BASE + path, None, "") == []


def test_a_practice_address_is_checked_the_same_way() -> None:
    url = "http://127.0.0.1:8801/v2/currency?code=SEK&fields=id"
    assert check_request("GET", url, None, "") == []


def test_a_right_session_passes_and_one_without_date_does_not() -> None:
    tokens = {"consumerToken": "a", "employeeToken": "b"}
    url = f"{BASE}/token/session/:create"
    right = json.dumps({**tokens, "expirationDate": "2026-11-24"}).encode()
    assert check_request("POST", url, right, JSON) == []
    assert check_request("POST", url, json.dumps(tokens).encode(), JSON) != []
