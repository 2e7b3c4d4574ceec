"""What is read but rarely changed: payment types, VAT codes, accounts, currencies, countries."""

from __future__ import annotations

from stdnum.no import kontonr

from tripletex_wizard.practice.tripletex import chart
from tripletex_wizard.practice.tripletex.call import (
    Answer,
    Call,
    Handler,
    Routes,
    check_version,
    writable,
)
from tripletex_wizard.practice.tripletex.errors import rule
from tripletex_wizard.practice.tripletex.store import Ref

VAT_KINDS = ("OUTGOING", "INCOMING", "INCOMING_INVOICE", "PROJECT", "LEDGER")
LEDGERS = ("GENERAL", "CUSTOMER", "VENDOR", "EMPLOYEE", "ASSET")


def list_payment_types(call: Call) -> Answer:
    """GET /invoice/paymentType; most likely only those with «Vis på ordre» [UNV]."""
    query, books = call.query, call.books
    hidden = set(books.settings.hidden_payment_types)
    if books.switches["payment_types_listed"] == "all":
        hidden = set()
    ids = query.ids("id")
    words = [(query.text(name) or "").lower() for name in ("description", "query")]
    found = [
        row
        for row in call.listed("paymentType")
        if (ids is None or row["id"] in ids)
        and row["description"] not in hidden
        and all(word in row["description"].lower() for word in words)
    ]
    return call.page("paymentType", found)


def list_vat_types(call: Call) -> Answer:
    """GET /ledger/vatType: with OUTGOING only those that the company may use [CL 2.59.1]."""
    query, books = call.query, call.books
    kind = query.choice("typeOfVat", VAT_KINDS)
    codes = {"OUTGOING": books.outgoing_codes(), "INCOMING": chart.INCOMING_CODES}
    codes["INCOMING_INVOICE"] = codes["INCOMING"]
    allowed = codes.get(kind or "")
    ids, number = query.ids("id"), query.text("number")
    found = [
        row
        for row in call.listed("vatType")
        if (allowed is None or row["number"] in allowed)
        and (ids is None or row["id"] in ids)
        and (number is None or row["number"] in number.split(","))
    ]
    return call.page("vatType", found)


def list_accounts(call: Call) -> Answer:
    """GET /ledger/account."""
    query = call.query
    ids, numbers = query.ids("id"), query.ids("number")
    bank, inactive = query.flag("isBankAccount"), query.flag("isInactive")
    kind = query.choice("ledgerType", LEDGERS)
    found = [
        row
        for row in call.listed("account")
        if (ids is None or row["id"] in ids)
        and (numbers is None or row["number"] in numbers)
        and (bank is None or row["isBankAccount"] == bank)
        and (inactive is None or row["isInactive"] == inactive)
        and (kind is None or row["ledgerType"] == kind)
    ]
    return call.page("account", found)


def update_account(call: Call) -> Answer:
    """PUT /ledger/account/{id}; a bank account number must pass modulus 11 [OBS]."""
    account = call.books.store.get("account", call.path_id)
    body = call.body("account", creating=False)
    check_version(account, body)
    number = body.get("bankAccountNumber")
    if number and not kontonr.is_valid(number):
        raise rule("bank_account", "bankAccountNumber")
    changed = call.books.store.change("account", account["id"], writable("account", body))
    if account["number"] == chart.INVOICE_ACCOUNT and number is not None:
        call.books.set(has_bank_account=bool(number))
    return call.one("account", changed)


def list_currencies(call: Call) -> Answer:
    """GET /currency."""
    code = call.query.text("code")
    ids = call.query.ids("id")
    rows = call.listed("currency")
    found = [r for r in rows if code in {None, r["code"]} and (ids is None or r["id"] in ids)]
    return call.page("currency", found)


def read_rate(call: Call) -> Answer:
    """GET /currency/{id}/rate: the practice rate for `factor` units, the same every day."""
    call.query.require("date")
    currency = call.books.store.get("currency", call.path_id)
    day = call.query.day("date")
    assert day is not None
    rate = {
        "targetCurrency": Ref("currency", 1),
        "sourceCurrency": Ref("currency", currency["id"]),
        "rate": chart.RATES[currency["id"]] * currency["factor"],
        "source": "NORGES_BANK",
        "date": day.isoformat(),
    }
    return call.read("currencyExchangeRate", rate)


def list_countries(call: Call) -> Answer:
    """GET /country."""
    code = call.query.text("code")
    rows = call.listed("country")
    return call.page("country", [r for r in rows if code in {None, r["isoAlpha2Code"]}])


def list_departments(call: Call) -> Answer:
    """GET /department."""
    name, number = call.query.text("name") or "", call.query.text("departmentNumber")
    inactive = call.query.flag("isInactive")
    found = [
        row
        for row in call.listed("department")
        if name.lower() in row["name"].lower()
        and number in {None, row["departmentNumber"]}
        and inactive in {None, row["isInactive"]}
    ]
    return call.page("department", found)


def create_department(call: Call) -> Answer:
    """POST /department; the number is unique [OBS]."""
    body = call.body("department", creating=True)
    number = body.get("departmentNumber") or ""
    rows = call.books.store.all("department")
    if number and any(row["departmentNumber"] == number for row in rows):
        raise rule("number_in_use", "departmentNumber")
    made = {"name": body["name"], "departmentNumber": number, "displayName": body["name"]}
    department = call.books.store.add("department", {**made, "isInactive": False})
    return call.one("department", department, 201)


def list_voucher_types(call: Call) -> Answer:
    """GET /ledger/voucherType."""
    name = (call.query.text("name") or "").lower()
    rows = call.listed("voucherType")
    return call.page("voucherType", [row for row in rows if name in row["name"].lower()])


def reader(kind: str) -> Handler:
    """A handler for GET of one object of a kind."""

    def read(call: Call) -> Answer:
        return call.read(kind, call.books.store.get(kind, call.path_id))

    return read


ROUTES: Routes = {
    ("GET", "/invoice/paymentType"): list_payment_types,
    ("GET", "/invoice/paymentType/<id>"): reader("paymentType"),
    ("GET", "/ledger/vatType"): list_vat_types,
    ("GET", "/ledger/vatType/<id>"): reader("vatType"),
    ("GET", "/ledger/account"): list_accounts,
    ("GET", "/ledger/account/<id>"): reader("account"),
    ("PUT", "/ledger/account/<id>"): update_account,
    ("GET", "/ledger/voucherType"): list_voucher_types,
    ("GET", "/currency"): list_currencies,
    ("GET", "/currency/<id>"): reader("currency"),
    ("GET", "/currency/<id>/rate"): read_rate,
    ("GET", "/country"): list_countries,
    ("GET", "/country/<id>"): reader("country"),
    ("GET", "/department"): list_departments,
    ("POST", "/department"): create_department,
    ("GET", "/department/<id>"): reader("department"),
}
