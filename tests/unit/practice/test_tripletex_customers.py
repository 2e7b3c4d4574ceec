"""Customers and products of the practice Tripletex."""

from typing import Any

import pytest

from tests.unit.practice.tripletex_calls import Company


def test_a_bare_customer_has_the_recorded_defaults() -> None:
    answer = Company().post("/customer", {"name": "X"})
    assert answer.status == 201
    customer = answer.value
    assert (customer["version"], customer["customerNumber"]) == (1, 10001)
    assert customer["displayName"] == "X (10001)"
    assert customer["isPrivateIndividual"] is False
    assert customer["invoiceSendMethod"] == "EMAIL"
    assert (customer["invoicesDueIn"], customer["invoicesDueInType"]) == (14, "DAYS")
    assert set(customer["postalAddress"]) == set(customer["physicalAddress"]) == {"id", "url"}
    assert customer["deliveryAddress"] is None
    assert customer["phoneNumber"] == ""


def test_addresses_that_were_sent_are_answered_in_full() -> None:
    address = {"addressLine1": "Testveien 12", "postalCode": "9008", "city": "Tromsø"}
    customer = Company().post("/customer", {"name": "X", "postalAddress": address}).value
    assert customer["postalAddress"]["city"] == "Tromsø"
    assert customer["postalAddress"]["country"]["id"] == 161
    assert customer["postalAddress"]["addressAsString"] == "Testveien 12, 9008 Tromsø"
    assert set(customer["physicalAddress"]) == {"id", "url"}


def test_a_changed_address_keeps_what_was_not_sent() -> None:
    company = Company()
    address = {"addressLine1": "Storgatan 1", "city": "Sundsvall", "country": {"id": 191}}
    id_ = company.post("/customer", {"name": "X", "postalAddress": address}).value["id"]
    company.put(f"/customer/{id_}", {"postalAddress": {"city": "Umeå"}})
    changed = company.get(f"/customer/{id_}", fields="postalAddress(*)").value["postalAddress"]
    assert (changed["addressLine1"], changed["city"]) == ("Storgatan 1", "Umeå")
    assert changed["country"]["id"] == 191


def test_a_delivery_address_needs_a_name() -> None:
    body = {"name": "X", "deliveryAddress": {"city": "Bergen"}}
    assert Company().post("/customer", body).refusal == (422, 18000)
    body["deliveryAddress"] = {"city": "Bergen", "name": "Kari"}
    assert Company().post("/customer", body).value["deliveryAddress"]["city"] == "Bergen"


def test_the_shops_customer_number_is_taken_over_and_refused_a_second_time() -> None:
    company = Company()
    customer = company.post("/customer", {"name": "Kari", "customerNumber": 3312}).value
    assert customer["customerNumber"] == 3312
    answer = company.post("/customer", {"name": "Ola", "customerNumber": 3312})
    assert answer.refusal == (422, 18000)
    assert answer.fields == ["customerNumber"]


def test_suppliers_share_the_number_series() -> None:
    company = Company()
    company.application.set_company(supplier_numbers=[10001, 3312])
    assert company.post("/customer", {"name": "A", "customerNumber": 3312}).status == 422
    assert company.post("/customer", {"name": "B"}).value["customerNumber"] == 10002


def test_bad_emails_are_named_together() -> None:
    fields = ("email", "invoiceEmail")
    answer = Company().post("/customer", {"name": "X", **dict.fromkeys(fields, "kari@æ")})
    sentence = "E-postadressen må være gyldig."
    assert answer.problems == [(field, sentence, f"null.{field}") for field in fields]


def test_several_invoice_emails_may_be_given() -> None:
    body = {"name": "X", "invoiceEmail": "a@example.com; b@example.com"}
    assert Company().post("/customer", body).status == 201
    assert Company().post("/customer", {"name": "X", "email": body["invoiceEmail"]}).status == 422


def test_an_organisation_number_in_norway_has_nine_digits() -> None:
    company = Company()
    company.application.set_company(language="en")
    answer = company.post("/customer", {"name": "X", "organizationNumber": "313 900 215"})
    assert answer.problems == [
        (
            "organizationNumber",
            "The organization number must consist of 9 numbers and cannot have any spaces.",
            None,
        )
    ]


def test_a_foreign_organisation_number_is_taken_with_a_foreign_address() -> None:
    body: dict[str, Any] = {"name": "AB", "organizationNumber": "559999-1235"}
    body["physicalAddress"] = {"country": {"id": 191}}
    assert Company().post("/customer", body).status == 201


@pytest.mark.parametrize("method", ["EHF", "EFAKTURA"])
def test_a_way_of_sending_that_the_customer_lacks_is_refused(method: str) -> None:
    company = Company()
    body = {
        "name": "X",
        "organizationNumber": "999888771",
        "email": "kari@example.com",
        "invoiceSendMethod": method,
    }
    assert company.post("/customer", body).fields == ["invoiceSendMethod"]
    company.application.set_company(
        ehf_receivers=["999888771"], efaktura_receivers=["kari@example.com"]
    )
    assert company.post("/customer", body).status == 201


def test_customers_are_found_by_number_email_and_name() -> None:
    company = Company()
    company.post("/customer", {"name": "Kari", "email": "kari@example.com"})
    company.post("/customer", {"name": "Ola", "customerNumber": 3312})
    for query in ({"email": "KARI@example.com"}, {"customerName": "kar"}):
        assert [row["name"] for row in company.get("/customer", **query).values] == ["Kari"]
    found = company.get("/customer", customerAccountNumber="3312,9").values
    assert [row["name"] for row in found] == ["Ola"]


def test_inactive_customers_are_left_out_unless_asked_for() -> None:
    company = Company()
    company.put(f"/customer/{company.customer}", {"isInactive": True})
    assert company.get("/customer").values == []
    assert len(company.get("/customer", isInactive=True).values) == 1


def test_a_customer_can_be_given_another_currency() -> None:
    company = Company()
    id_ = company.post("/customer", {"name": "AB", "currency": {"id": 2}}).value["id"]
    changed = company.put(f"/customer/{id_}", {"currency": {"id": 5}}).value
    assert changed["currency"]["id"] == 5


def test_a_customer_with_orders_is_not_deleted() -> None:
    company = Company()
    order = company.order()
    assert company.delete(f"/customer/{company.customer}").status == 422
    company.delete(f"/order/{order}")
    assert company.delete(f"/customer/{company.customer}").status == 204


def test_a_product_has_the_recorded_defaults() -> None:
    product = Company().post("/product", {"name": "Nøste"}).value
    assert (product["number"], product["vatType"]["id"]) == ("", 3)
    assert product["displayName"] == "Nøste"


def test_a_price_without_vat_gives_the_one_with_vat_and_back() -> None:
    company = Company()
    net = company.post("/product", {"name": "A", "priceExcludingVatCurrency": 26450}).value
    assert net["priceIncludingVatCurrency"] == 33062.5
    gross = company.post("/product", {"name": "B", "priceIncludingVatCurrency": 125}).value
    assert gross["priceExcludingVatCurrency"] == 100.0


def test_a_taken_product_name_and_number_are_told_in_one_answer() -> None:
    company = Company()
    company.post("/product", {"name": "Purregebyr", "number": "9068"})
    answer = company.post("/product", {"name": "Purregebyr", "number": "9068"})
    assert answer.refusal == (422, 18000)
    assert answer.problems == [
        ("name", 'Produktnavnet "Purregebyr" er allerede registrert.', None),
        ("number", "Produktnummeret 9068 er i bruk.", None),
    ]


def test_a_product_without_a_name_is_refused_its_own_way() -> None:
    answer = Company().post("/product", {})
    assert answer.problems == [("name", "Feltet må fylles ut.", None)]
    assert answer.body["developerMessage"] == "VALIDATION_ERROR"


@pytest.mark.parametrize("vat_type", [1, 999])
def test_an_incoming_or_unknown_vat_code_on_a_product_is_refused(vat_type: int) -> None:
    answer = Company().post("/product", {"name": "A", "vatType": {"id": vat_type}})
    assert answer.problems == [("Internt felt (vatTypeId)", "Ugyldig mva-kode.", None)]


def test_products_are_found_by_several_numbers() -> None:
    company = Company()
    found = company.get("/product", productNumber=["GAVEKORT", "ØREAVRUNDING", "X"]).values
    assert [row["number"] for row in found] == ["GAVEKORT", "ØREAVRUNDING"]
    accounts = company.get("/product", fields="account(number),vatType(number)").values
    assert [row["account"]["number"] for row in accounts] == [2901, 7740]
    assert [row["vatType"]["number"] for row in accounts] == ["7", "7"]


def test_a_product_is_changed_in_part() -> None:
    company = Company()
    id_ = company.post("/product", {"name": "A", "number": "1"}).value["id"]
    changed = company.put(f"/product/{id_}", {"description": "Ull", "vatType": {"id": 31}}).value
    assert (changed["name"], changed["description"]) == ("A", "Ull")
    assert changed["vatType"]["id"] == 31
    assert company.get(f"/product/{id_}").value["version"] == 1


def test_lists_of_customers_and_products_are_made_in_order() -> None:
    company = Company()
    answer = company.post("/customer/list", [{"name": "A"}, {"name": "B"}])
    assert answer.status == 201
    assert [row["name"] for row in answer.values] == ["A", "B"]
    assert (answer.body["fullResultSize"], answer.body["versionDigest"]) == (0, None)
    assert company.post("/product/list", [{"name": "C"}]).values[0]["name"] == "C"
    assert company.post("/customer/list", {"name": "A"}).refusal == (422, 16000)
