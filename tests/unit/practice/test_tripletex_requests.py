"""How strictly the practice Tripletex reads a request and how it answers lists."""

from datetime import timedelta

import pytest

from tests.unit.practice.tripletex_calls import Company, line
from tripletex_wizard.practice.tripletex import render

PERIOD = {"orderDateFrom": "2000-01-01", "orderDateTo": "2100-01-01"}
INVOICES = {"invoiceDateFrom": "2026-01-01", "invoiceDateTo": "2027-01-01"}


def test_an_empty_body_is_refused() -> None:
    answer = Company().post("/customer")
    assert answer.refusal == (422, 15000)
    assert answer.problems == [("request body", "Kan ikke være null.", None)]


def test_a_body_that_is_not_json_is_refused() -> None:
    assert Company().post("/customer", b"{").refusal == (422, 22000)


def test_an_unknown_key_is_refused() -> None:
    answer = Company().post("/customer", {"name": "Kari", "city": "Bergen"})
    assert answer.refusal == (422, 16000)
    assert answer.body["message"] == "Request mapping failed"
    assert answer.problems == [("city", "Feltet eksisterer ikke i objektet.", None)]


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"name": "Kari", "currency": "NOK"}, "currency"),
        ({"name": "Kari", "currency": {"id": None}}, "currency.id"),
        ({"name": "Kari", "customerNumber": "A1"}, "customerNumber"),
        ({"name": "Kari", "customerNumber": 1.5}, "customerNumber"),
        ({"name": "Kari", "isInactive": "ja"}, "isInactive"),
        ({"name": ["Kari"]}, "name"),
        ({"name": "Kari", "invoiceSendMethod": "POST"}, "invoiceSendMethod"),
        ({"name": "Kari", "bankAccountPresentation": {}}, "bankAccountPresentation"),
        ({"name": "Kari", "discountPercentage": "NaN"}, "discountPercentage"),
        ({"name": "Kari", "discountPercentage": True}, "discountPercentage"),
    ],
)
def test_a_wrong_type_is_refused_with_its_path(body: dict[str, object], where: str) -> None:
    answer = Company().post("/customer", body)
    assert answer.refusal == (422, 16000)
    sentence = "Verdien er ikke av korrekt type for dette feltet."
    assert answer.problems == [(where, sentence, where)]


def test_numbers_as_text_and_texts_as_numbers_are_taken() -> None:
    product = Company().post("/product", {"name": 7, "priceExcludingVatCurrency": "55.5"})
    assert product.status == 201
    assert (product.value["name"], product.value["priceExcludingVatCurrency"]) == ("7", 55.5)


def test_a_date_in_norwegian_form_is_refused() -> None:
    assert Company().post_order(line(), orderDate="20.11.2026").refusal == (422, 16000)


@pytest.mark.parametrize("field", ["customer", "orderDate", "deliveryDate"])
def test_a_required_field_left_out_is_named(field: str) -> None:
    answer = Company().post_order(line(), **{field: None})
    assert answer.refusal == (422, 18000)
    assert answer.body["developerMessage"] is None
    assert answer.problems == [(field, "Kan ikke være null.", f"null.{field}")]


def test_a_text_that_is_too_long_is_refused() -> None:
    answer = Company().post_order(line(), number="1" * 101)
    assert answer.refusal == (422, 18000)
    assert answer.fields == ["number"]


def test_a_number_out_of_range_is_refused() -> None:
    assert Company().post_order(line(), invoicesDueIn=10_001).fields == ["invoicesDueIn"]


def test_an_id_in_a_new_object_is_refused() -> None:
    answer = Company().post("/customer", {"id": 1, "name": "Kari"})
    assert answer.refusal == (422, 18000)
    assert answer.problems[0][1] == "ID kan ikke settes når man oppretter et objekt."


def test_messages_follow_the_language_of_the_user() -> None:
    company = Company()
    company.application.set_company(language="en")
    answer = company.post_order(line(), deliveryDate=None)
    assert answer.body["message"] == "Validation failed."
    assert answer.problems[0][1] == "Cannot be null."


def test_unknown_query_keys_are_ignored() -> None:
    company = Company()
    company.post("/customer", {"name": "Kari"})
    assert len(company.get("/customer", name="Ola").values) == 1


def test_required_query_keys_are_named_together() -> None:
    answer = Company().get("/order")
    assert answer.refusal == (422, 15000)
    assert answer.body["message"] == "Validation failed"
    assert answer.fields == ["orderDateFrom", "orderDateTo"]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/ledger/vatType", {"typeOfVat": "outgoing"}),
        ("/currency", {"count": "mange"}),
        ("/order/1/:invoice", {"invoiceDate": "2026-11-23", "paidAmount": "ti"}),
    ],
)
def test_a_query_value_of_the_wrong_kind_is_not_found(path: str, query: dict[str, str]) -> None:
    company = Company()
    path = path.replace("/1/", f"/{company.order()}/")
    method = "PUT" if ":invoice" in path else "GET"
    assert company.ask(method, path, query).refusal == (404, 21000)


def test_an_id_list_must_be_numbers() -> None:
    answer = Company().get("/ledger/account", number="19*")
    assert answer.refusal == (422, 12000)
    assert answer.body["message"].startswith("'19*': Listen med ID-er")


def test_the_old_product_number_filter_takes_numbers_only() -> None:
    answer = Company().get("/product", number="GAVEKORT")
    assert answer.refusal == (422, 15000)
    assert answer.fields == ["number"]


def test_an_id_in_the_path_must_be_a_number() -> None:
    answer = Company().get("/order/abc")
    assert answer.refusal == (422, 21000)
    assert answer.body["message"].endswith('For input string: "abc"')


def test_a_method_that_a_path_lacks_is_refused() -> None:
    company = Company()
    assert company.get("/company").refusal == (400, 4000)
    assert company.put("/invoice/1", {}).refusal == (400, 4000)


@pytest.mark.parametrize("path", ["/order/1", "/customer/1/contact", "/company/1"])
def test_what_is_not_there_is_not_found(path: str) -> None:
    answer = Company().get(path)
    assert answer.refusal == (404, 6000)
    assert answer.body["message"] == "Object not found"


def test_to_dates_are_exclusive() -> None:
    company = Company()
    company.order()
    found = company.get("/order", orderDateFrom="2026-11-20", orderDateTo="2026-11-21")
    assert len(found.values) == 1
    found = company.get("/order", orderDateFrom="2026-11-19", orderDateTo="2026-11-20")
    assert found.values == []


def test_from_must_come_before_to() -> None:
    answer = Company().get("/order", orderDateFrom="2026-11-20", orderDateTo="2026-11-20")
    assert answer.status == 422
    assert "is greater than or equal" in answer.body["message"]


def test_a_date_in_the_query_must_be_a_date() -> None:
    answer = Company().get("/order", orderDateFrom="i går", orderDateTo="2026-11-20")
    assert answer.refusal == (422, 21000)


def test_the_size_of_a_list_is_one_more_than_shown_when_more_exist() -> None:
    company = Company()
    page = company.get("/country", count=10).body
    assert (page["fullResultSize"], page["from"], page["count"]) == (11, 0, 10)
    rest = company.get("/country", count=1000).body
    assert rest["fullResultSize"] == rest["count"] == len(rest["values"])
    assert rest["versionDigest"] == "'If-None-Match' header not specified"


def test_pages_follow_each_other() -> None:
    company = Company()
    first = company.get("/currency", count=2, fields="code").values
    second = company.get("/currency", count=2, fields="code", **{"from": 2}).values
    assert [row["code"] for row in first + second] == ["NOK", "SEK", "DKK", "USD"]


def test_references_are_cut_to_id_and_url_without_scheme() -> None:
    company = Company()
    order = company.get(f"/order/{company.order()}").value
    customer = company.customer
    assert order["customer"] == {"id": customer, "url": f"localhost/v2/customer/{customer}"}
    assert order["url"] == f"localhost/v2/order/{order['id']}"
    assert set(order["orderLines"][0]) == {"id", "url"}


def test_fields_choose_and_expand() -> None:
    company = Company()
    fields = "number,customer(id,name),orderLines(*,vatType(number))"
    order = company.get(f"/order/{company.order(number='10457')}", fields=fields).value
    assert set(order) == {"number", "customer", "orderLines"}
    assert order["customer"] == {"id": company.customer, "name": "Kari Eksempel"}
    assert order["orderLines"][0]["vatType"] == {"number": "3"}
    assert order["orderLines"][0]["count"] == 1.0


@pytest.mark.parametrize("fields", ["name", "debitAccount(kontonr)", "description(id)"])
def test_an_unknown_field_in_fields_is_refused(fields: str) -> None:
    answer = Company().get("/invoice/paymentType", fields=fields)
    assert answer.refusal == (400, 11000)
    assert answer.body["message"].startswith("Illegal field in fields filter: ")
    assert "does not match a field in the model: " in answer.body["message"]


def test_a_bracket_too_many_in_fields_is_refused() -> None:
    assert Company().get("/currency", fields="id)").refusal == (400, 11000)


def test_sorting_takes_several_fields_and_directions() -> None:
    company = Company()
    for name in ("Ada", "Ola", "Ada"):
        company.post("/customer", {"name": name})
    rows = company.get("/customer", sorting="-name,customerNumber").values
    assert [(row["name"], row["customerNumber"]) for row in rows] == [
        ("Ola", 10002),
        ("Ada", 10001),
        ("Ada", 10003),
    ]


def test_sorting_reaches_into_references() -> None:
    company = Company()
    rows = company.get("/invoice/paymentType", sorting="-debitAccount.number").values
    assert rows[0]["description"] == "Gavekort"


def test_sorting_on_an_unknown_field_is_refused() -> None:
    answer = Company().get("/ledger/accountingPeriod", sorting="end:desc")
    assert answer.refusal == (422, 17000)
    sentence = "Field specified for use in sorting does not exist: 'end:desc'"
    assert answer.body["message"] == sentence
    assert answer.body["validationMessages"] == []


def test_a_stale_version_is_refused_and_versions_grow() -> None:
    company = Company()
    path = f"/customer/{company.customer}"
    first = company.get(path).value["version"]
    assert company.put(path, {"version": first, "description": "A"}).value["version"] == first + 1
    answer = company.put(path, {"version": first, "description": "B"})
    assert answer.refusal == (409, 8000)
    assert answer.body["message"] == "RevisionException"


def test_lists_lag_behind_while_reads_by_id_are_current() -> None:
    company = Company()
    order = company.order(number="10457")
    company.clock.forward(60)
    company.invoice(order)
    company.application.list_lag = timedelta(seconds=50)
    assert [row["isClosed"] for row in company.get("/order", **PERIOD).values] == [False]
    assert company.get("/invoice", **INVOICES).values == []
    assert company.get(f"/order/{order}").value["isClosed"] is True
    company.clock.forward(60)
    assert [row["isClosed"] for row in company.get("/order", **PERIOD).values] == [True]


def test_what_is_newer_than_the_lag_is_not_listed_and_what_is_deleted_still_is() -> None:
    company = Company()
    kept, gone = company.order(number="1"), company.order(number="2")
    company.clock.forward(60)
    company.delete(f"/order/{gone}")
    company.order(number="3")
    company.application.list_lag = timedelta(seconds=30)
    assert [row["id"] for row in company.get("/order", **PERIOD).values] == [kept, gone]


def test_too_many_hits_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "MOST_HITS", 3)
    assert Company().get("/country", count=1).refusal == (422, 23000)


def test_registers_never_lag() -> None:
    company = Company()
    company.application.list_lag = timedelta(days=1)
    assert len(company.get("/invoice/paymentType").values) == 6
    assert company.get("/company/salesmodules").values != []
