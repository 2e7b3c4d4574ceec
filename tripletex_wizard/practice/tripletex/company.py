"""The company itself: its rights, modules, periods, VAT terms and invoice settings."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import Answer, Call, Routes
from tripletex_wizard.practice.tripletex.errors import forbidden, not_found
from tripletex_wizard.practice.tripletex.store import Record

MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


def read_company(call: Call) -> Answer:
    """GET /company/{id}."""
    return call.read("company", call.books.store.get("company", call.path_id))


def refuse(_call: Call) -> Answer:
    """An endpoint that answers 403 [OBS]."""
    raise forbidden()


def list_sales_modules(call: Call) -> Answer:
    """GET /company/salesmodules."""
    names = call.books.settings.sales_modules
    modules: list[Record] = [{"name": name, "costStartDate": None} for name in names]
    return call.page("salesModule", modules)


def list_entitlements(call: Call) -> Answer:
    """GET /employee/entitlement; the token's owner by default [S]."""
    books = call.books
    employee = call.query.whole("employeeId", books.owner_id)
    lacking = set(books.settings.missing_entitlements)
    if employee == books.token_user_id:
        lacking |= set(books.settings.token_user_lacks)
    found = [
        row
        for row in call.listed("entitlement")
        if row["employee"].id == employee and row["entitlementId"] not in lacking
    ]
    return call.page("entitlement", found)


def read_vat_settings(call: Call) -> Answer:
    """GET /ledger/vatSettings."""
    status = call.books.settings.vat_registration_status
    id_ = call.books.company_id
    return call.read(
        "vatSettings", {"id": id_, "version": 1, "url": None, "vatRegistrationStatus": status}
    )


def list_vat_terms(call: Call) -> Answer:
    """GET /vatTermSizeSettings."""
    settings = call.books.settings
    term = settings.vat_term
    if settings.vat_registration_status == "VAT_NOT_REGISTERED":
        term = "NOT_REGISTERED"
    row = {"id": 27_115, "version": 0, "url": None, "reportType": "GENERAL_INDUSTRY"}
    return call.page("vatTermSizeSettings", [{**row, "fromDate": "2019-01-01", "termSize": term}])


def list_periods(call: Call) -> Answer:
    """GET /ledger/accountingPeriod: the months of last year, this year and the next."""
    query = call.query
    limits = {name: query.day(name) for name in ("startFrom", "startTo", "endFrom", "endTo")}
    found = [row for row in _periods(call.books) if _within(row, limits)]
    return call.page("accountingPeriod", found)


def _within(period: Record, limits: dict[str, date | None]) -> bool:
    for name, limit in limits.items():
        if limit is None:
            continue
        value = date.fromisoformat(period["start" if name.startswith("start") else "end"])
        if value < limit if name.endswith("From") else value >= limit:
            return False
    return True


def _periods(books: Books) -> list[Record]:
    this_year = books.today().year
    years = range(this_year - 1, this_year + 2)
    return [_period(books, year, month) for year in years for month in range(1, 13)]


def _period(books: Books, year: int, month: int) -> Record:
    last = date(year, month, calendar.monthrange(year, month)[1])
    exclusive = books.switches["period_end"] == "exclusive"
    return {
        "id": 27_114_000 + (year - 2000) * 12 + month,
        "version": 0,
        "url": None,
        "name": f"{MONTHS[month - 1]} {year}",
        "number": month,
        "start": date(year, month, 1).isoformat(),
        "end": (last + timedelta(days=exclusive)).isoformat(),
        "isClosed": books.is_closed(last),
        "checkLedgerLogEmployeeName": "",
        "checkLedgerLogEmployeePictureId": 0,
        "checkLedgerLogTime": None,
        "checkWageLogEmployeeName": "",
        "checkWageLogEmployeePictureId": 0,
        "checkWageLogTime": None,
    }


def read_invoice_settings(call: Call) -> Answer:
    """GET /invoice/settings: undocumented; only `bankAccountReady` was seen [OBS, UNV]."""
    books = call.books
    ready = {"bankAccountReady": books.settings.has_bank_account}
    match books.switches["invoice_settings"]:
        case "missing":
            raise not_found()
        case "bank_account_ready":
            return call.read("invoiceSettings", ready)
        case _:
            return call.read("invoiceSettings", {**ready, **_all_invoice_settings(books)})


def _all_invoice_settings(books: Books) -> Record:
    settings = books.settings
    charged = any(row["isCharged"] for row in books.store.all("invoice"))
    return {
        "id": books.company_id,
        "version": 1,
        "url": None,
        "hasFirstInvoiceNumber": True,
        "nextInvoiceNumber": settings.next_invoice_number,
        "defaultSendTypeB2B": settings.default_send_method,
        "defaultSendTypeB2C": settings.default_send_method,
        "invoicesDueIn": settings.invoices_due_in,
        "invoicesDueInType": "DAYS",
        "fixedInvoiceFee": settings.fixed_invoice_fee,
        "externalInvoiceNumber": 0,
        "hasSentFirstInvoice": charged,
        "invoiceShowOrderNumber": True,
        "defaultOrderInvoiceComment": "",
        "sendTypes": ["EMAIL", "EHF", "EFAKTURA", "PAPER", "MANUAL"],
    }


ROUTES: Routes = {
    ("GET", "/company/<id>"): read_company,
    ("PUT", "/company"): refuse,
    ("GET", "/company/salesmodules"): list_sales_modules,
    ("POST", "/company/salesmodules"): refuse,
    ("GET", "/employee/entitlement"): list_entitlements,
    ("GET", "/invoice/settings"): read_invoice_settings,
    ("GET", "/ledger/vatSettings"): read_vat_settings,
    ("GET", "/vatTermSizeSettings"): list_vat_terms,
    ("GET", "/ledger/accountingPeriod"): list_periods,
}
