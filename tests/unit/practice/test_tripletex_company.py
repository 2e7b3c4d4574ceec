"""The practice company's registers and settings."""

from decimal import Decimal

import pytest

from tests.unit.practice.tripletex_calls import Company
from tripletex_wizard.practice.tripletex import CompanySettings


def codes(company: Company, **query: str) -> list[str]:
    rows = company.get("/ledger/vatType", fields="number", **query).values
    return [row["number"] for row in rows]


def test_only_active_outgoing_codes_are_listed_when_asked_for() -> None:
    company = Company()
    assert set(codes(company, typeOfVat="OUTGOING")) == {"3", "31", "33", "5", "6", "52"}
    assert {"1", "7", "32", "51"} <= set(codes(company))
    company.application.set_company(active_vat_codes=["3", "6"])
    assert codes(company, typeOfVat="OUTGOING") == ["3", "6"]
    assert codes(company, typeOfVat="INCOMING") == ["1", "11", "13", "12"]


def test_the_id_of_a_vat_type_is_not_its_code() -> None:
    rows = Company().get("/ledger/vatType", number="33").values
    assert [(row["id"], row["percentage"]) for row in rows] == [(32, 12.0)]
    assert rows[0]["displayName"] == "33: (12%) Utgående avgift, lav sats"


def test_a_company_outside_the_vat_register_has_one_code() -> None:
    company = Company()
    assert company.get("/ledger/vatSettings").value["vatRegistrationStatus"] == "VAT_REGISTERED"
    company.application.set_company(vat_registration_status="VAT_NOT_REGISTERED")
    assert codes(company, typeOfVat="OUTGOING") == ["6"]
    assert company.get("/vatTermSizeSettings").values[0]["termSize"] == "NOT_REGISTERED"


def test_the_vat_term_is_two_months() -> None:
    rows = Company().get("/vatTermSizeSettings", fields="termSize,reportType").values
    assert rows == [{"termSize": "TWO_MONTHS", "reportType": "GENERAL_INDUSTRY"}]


def test_payment_types_point_to_their_accounts() -> None:
    fields = "description,debitAccount(number),currencyCode"
    rows = Company().get("/invoice/paymentType", fields=fields).values
    assert [(row["description"], row["debitAccount"]["number"]) for row in rows] == [
        ("Kontant", 1900),
        ("Betalt til bank", 1920),
        ("Vipps", 1902),
        ("Klarna", 1903),
        ("Kort", 1904),
        ("Gavekort", 2901),
    ]
    found = Company().get("/invoice/paymentType", description="vip").values
    assert [row["description"] for row in found] == ["Vipps"]
    assert Company().get(f"/invoice/paymentType/{found[0]['id']}").value == found[0]


def test_the_bank_account_shows_in_accounts_and_settings() -> None:
    company = Company()

    def bank() -> dict[str, object]:
        rows = company.get("/ledger/account", isBankAccount=True).values
        found: dict[str, object] = next(row for row in rows if row["isInvoiceAccount"])
        return found

    assert bank()["bankAccountNumber"] == "12345678903"
    company.application.set_company(has_bank_account=False)
    assert bank()["bankAccountNumber"] == ""
    assert company.get("/invoice/settings").value["bankAccountReady"] is False
    path = f"/ledger/account/{bank()['id']}"
    assert company.put(path, {"bankAccountNumber": "12345678901"}).status == 422
    assert company.put(path, {"bankAccountNumber": "12345678903"}).status == 200
    assert company.get("/invoice/settings").value["bankAccountReady"] is True


def test_invoice_settings_show_fee_and_next_number() -> None:
    company = Company()
    company.application.set_company(fixed_invoice_fee=39)
    value = company.get("/invoice/settings", fields="fixedInvoiceFee,nextInvoiceNumber").value
    assert value == {"fixedInvoiceFee": 39.0, "nextInvoiceNumber": 10201}


def test_closed_periods_can_be_read() -> None:
    company = Company()
    company.application.set_company(closed_through="2026-10-31")
    rows = company.get(
        "/ledger/accountingPeriod", startFrom="2026-10-01", startTo="2026-12-01"
    ).values
    assert [(row["start"], row["end"], row["isClosed"]) for row in rows] == [
        ("2026-10-01", "2026-11-01", True),
        ("2026-11-01", "2026-12-01", False),
    ]
    ending = company.get("/ledger/accountingPeriod", endFrom="2027-12-01", endTo="2027-12-31")
    assert [row["name"] for row in ending.values] == ["november 2027"]


def test_countries_and_currencies_are_found_by_code() -> None:
    company = Company()
    assert company.get("/country", code="NO").values[0]["id"] == 161
    sek = company.get("/currency", code="SEK").values[0]
    assert (sek["id"], sek["factor"], sek["description"]) == (2, 100, "Sverige")
    rate = company.get("/currency/2/rate", date="2026-11-23", fields="*,sourceCurrency(code)")
    assert rate.value["rate"] == 98.35
    assert rate.value["sourceCurrency"] == {"code": "SEK"}


def test_departments_have_unique_numbers() -> None:
    company = Company()
    assert company.get("/department").values[0]["name"] == "Avdeling"
    assert company.post("/department", {"name": "A", "departmentNumber": 1}).status == 201
    taken = company.post("/department", {"name": "B", "departmentNumber": "1"})
    assert taken.problems == [("departmentNumber", "Nummeret er i bruk.", None)]
    assert len(company.get("/department", departmentNumber="1").values) == 1


def test_modules_and_company_are_read() -> None:
    company = Company()
    names = {row["name"] for row in company.get("/company/salesmodules").values}
    assert {"KOMPLETT", "API_V2"} <= names
    value = company.get(f"/company/{company.application.company_id}").value
    assert (value["name"], value["organizationNumber"]) == ("Fjord Garn AS", "999888771")
    assert company.post("/company/salesmodules", {}).refusal == (403, 9000)


def test_voucher_types_are_found_by_name() -> None:
    rows = Company().get("/ledger/voucherType", name="faktura").values
    assert [row["name"] for row in rows] == ["Utgående faktura"]


def test_settings_go_through_json_and_back() -> None:
    settings = CompanySettings().changed(
        {"closed_through": "2026-10-31", "fixed_invoice_fee": 39.5, "project_numbers": ["1"]}
    )
    assert settings.fixed_invoice_fee == Decimal("39.5")
    assert settings.project_numbers == ("1",)
    assert CompanySettings().changed(settings.as_json()) == settings
    assert settings.changed({"closed_through": None}).closed_through is None


def test_an_unknown_setting_is_an_error() -> None:
    with pytest.raises(KeyError, match="bank"):
        Company().application.set_company(bank=False)


def test_numbers_start_where_they_are_set() -> None:
    company = Company()
    company.application.set_company(next_customer_number=100_000, next_invoice_number=6000)
    assert company.post("/customer", {"name": "X"}).value["customerNumber"] == 100_000
    assert company.invoice(company.order()).value["invoiceNumber"] == 6000
    assert company.application.company_settings()["next_invoice_number"] == 6001
