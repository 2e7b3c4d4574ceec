"""Founding a practice company: what every company has, and what the accountant has set up."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from tripletex_wizard.practice.switches import Switches
from tripletex_wizard.practice.tripletex import chart
from tripletex_wizard.practice.tripletex.blanks import NO_VAT, NOK, new_address, new_product
from tripletex_wizard.practice.tripletex.books import BANK_ACCOUNT_NUMBER, Books
from tripletex_wizard.practice.tripletex.store import Record, Ref


def found(
    company_id: int,
    name: str,
    organization_number: str,
    *,
    now: Callable[[], datetime],
    switches: Switches,
    draws: random.Random,
) -> Books:
    """A company with accounts, VAT codes, payment types, products and two employees."""
    books = Books(company_id, name, organization_number, now, switches, draws)
    _found_registers(books)
    _found_accounts(books)
    _found_sales(books)
    books.store.add("company", _company(books), id_=company_id, version=1)
    _found_employees(books)
    books.store.backdate()
    return books


def _found_registers(books: Books) -> None:
    store = books.store
    for id_, code, percentage, name in chart.VAT_TYPES:
        store.add("vatType", _vat_type(code, percentage, name), id_=id_)
    for id_, code, area, factor, _rate in chart.CURRENCIES:
        currency = {"code": code, "description": area, "factor": factor}
        store.add("currency", {**currency, "displayName": code, "isDisabled": False}, id_=id_)
    for id_, alpha2, alpha3, numeric, name in chart.COUNTRIES:
        codes = {"isoAlpha2Code": alpha2, "isoAlpha3Code": alpha3, "isoNumericCode": numeric}
        store.add("country", {"name": name, "displayName": name, **codes}, id_=id_, version=2)
    for name in chart.VOUCHER_TYPES:
        store.add("voucherType", {"name": name, "displayName": name})
    department = {"name": "Avdeling", "departmentNumber": "", "displayName": "Avdeling"}
    store.add("department", {**department, "isInactive": False})


def _vat_type(code: str, percentage: str, name: str) -> Record:
    shown = percentage.lstrip("-").replace(".", ",")
    return {
        "name": name,
        "number": code,
        "displayName": f"{code}: ({shown}%) {name}",
        "percentage": Decimal(percentage),
        "deductionPercentage": Decimal(100),
        "parentType": NO_VAT,
    }


def _found_accounts(books: Books) -> None:
    for number, name, type_, codes in chart.ACCOUNTS:
        legal = [Ref("vatType", books.vat_type(code)["id"]) for code in codes]
        books.store.add("account", _account(number, name, type_, legal))


def _account(number: int, name: str, type_: str, legal: list[Ref]) -> Record:
    bank = number in {chart.INVOICE_ACCOUNT, chart.TAX_ACCOUNT}
    return {
        "number": number,
        "numberPretty": str(number),
        "name": name,
        "description": "",
        "type": type_,
        "legalVatTypes": legal,
        "ledgerType": "CUSTOMER" if number == chart.CUSTOMER_ACCOUNT else "GENERAL",
        "balanceGroup": "Ikke i en saldogruppe.",
        "vatType": legal[0],
        "vatLocked": len(legal) == 1,
        "currency": NOK,
        "isCloseable": number == chart.CUSTOMER_ACCOUNT,
        "isApplicableForSupplierInvoice": False,
        "requireReconciliation": number == chart.INVOICE_ACCOUNT,
        "isInactive": False,
        "isBankAccount": bank,
        "isInvoiceAccount": number == chart.INVOICE_ACCOUNT,
        "bankAccountNumber": BANK_ACCOUNT_NUMBER if number == chart.INVOICE_ACCOUNT else "",
        "bankAccountCountry": Ref("country", chart.NORWAY) if bank else None,
        "bankName": "",
        "bankAccountIBAN": "",
        "bankAccountSWIFT": "",
        "saftCode": str(number)[:2],
        "groupingCode": str(number),
        "displayName": f"{number} {name}",
        "requiresDepartment": False,
        "requiresProject": False,
        "invoicingDepartment": None,
        "isPostingsExist": False,
        "quantityType1": None,
        "quantityType2": None,
        "department": None,
    }


def _found_sales(books: Books) -> None:
    store = books.store
    for sequence, (description, account) in enumerate(chart.PAYMENT_TYPES, 1):
        store.add("paymentType", _payment_type(books, description, account, sequence))
    for number, name, account in chart.PRODUCTS:
        product = new_product(name=name, number=number, vat_type=Ref("vatType", 7))
        product["account"] = Ref("account", books.account(account)["id"])
        store.add("product", product)


def _payment_type(books: Books, description: str, account: int, sequence: int) -> Record:
    return {
        "description": description,
        "displayName": description,
        "debitAccount": Ref("account", books.account(account)["id"]),
        "creditAccount": None,
        "vatType": NO_VAT,
        "sequence": sequence,
        "customer": None,
        "supplier": None,
        "currencyId": NOK.id,
        "currencyCode": "NOK",
    }


def _company(books: Books) -> Record:
    address = books.store.add("address", new_address(addressLine1="Storgata 1", city="Bergen"))
    return {
        "name": books.name,
        "displayName": books.name,
        "startDate": "2019-01-01",
        "endDate": None,
        "organizationNumber": books.organization_number,
        "email": "post@fjordgarn.example",
        "phoneNumber": "",
        "phoneNumberMobile": "",
        "faxNumber": "",
        "address": Ref("address", address["id"]),
        "type": "AS",
        "currency": NOK,
        "accountantOrSimilar": False,
        "companyMigration": "NONE",
        "invoiceShowDeliveryDate": True,
    }


def _found_employees(books: Books) -> None:
    books.owner_id = _employee(books, "Eva", "Eier")
    books.token_user_id = _employee(books, "Mystore", "Integrasjon")
    for employee in (books.owner_id, books.token_user_id):
        for entitlement_id, name in chart.ENTITLEMENTS:
            entitlement = {
                "employee": Ref("employee", employee),
                "name": name,
                "entitlementId": entitlement_id,
                "customer": Ref("company", books.company_id),
            }
            books.store.add("entitlement", entitlement)


def _employee(books: Books, first: str, last: str) -> int:
    person = {"firstName": first, "lastName": last, "displayName": f"{first} {last}", "email": ""}
    id_: int = books.store.add("employee", person)["id"]
    return id_
