"""What is set in a company: codes, accounts, payment types, rights; read, never changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from decimal import Decimal
from typing import TypeVar

from tripletex_wizard.adapters.tripletex import convert, wire
from tripletex_wizard.adapters.tripletex.connection import Connection
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    Code,
    PermissionMissing,
    RemoteError,
)
from tripletex_wizard.domain.ledger import (
    Company,
    Department,
    InvoiceSettings,
    LedgerAccount,
    LedgerFacts,
    Product,
    VatCode,
    VatRegistration,
)
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.sales_accounts import SALES
from tripletex_wizard.domain.vat_terms import VatTermSetting

T = TypeVar("T")

# a range of dates is required, with an exclusive end [S]; nothing is older, or from later
FIRST_DAY = "2000-01-01"
LAST_DAY = "2100-01-01"

DEBTS = range(2000, 3000)
ROUNDING_PRODUCT = "ØREAVRUNDING"  # accounting.md §0 «Produkter»
SAMPLE = 10  # customers; enough to see whether they came sorted


class CompanyReader:
    """The part of the Ledger port that reads how the company is set up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def company(self) -> Company:
        """The company that the session works in."""
        return convert.company(
            self._connection.one(f"/company/{self._who_am_i().company_id}", wire.Company)
        )

    def client_companies(self) -> tuple[Company, ...]:
        """The companies that an accountant's token may work in; none for an ordinary token."""
        return tuple(convert.company(row) for row in self._connection.clients())

    def facts(self, products: Collection[str] | None = ()) -> LedgerFacts:
        """What a batch needs, read once, with the products of these numbers; None for all.

        Periods and products that may not be read count as none. A date in a period that nobody may
        read is refused by Tripletex itself.
        """
        read = self._connection.all
        payment_types = read("/invoice/paymentType", wire.PaymentType)
        countries = read("/country", wire.Country)
        accounts = _if_granted(self.bank_accounts)
        periods = _if_granted(lambda: read("/ledger/accountingPeriod", wire.AccountingPeriod))
        numbers = None if products is None else (ROUNDING_PRODUCT, *products)
        found = _if_granted(lambda: self.products(numbers)) or {}
        rounding = found.get(ROUNDING_PRODUCT)
        return LedgerFacts(
            self.company(),
            self.vat_registration(),
            self.vat_codes(),
            tuple(convert.payment_type(row) for row in payment_types),
            {row.code: row.id for row in read("/currency", wire.Currency)},
            {row.iso_alpha2_code: row.id for row in countries if row.iso_alpha2_code},
            tuple(convert.accounting_period(row) for row in periods or ()),
            None if rounding is None or rounding.is_inactive else rounding,
            accounts is None or any(account.takes_payments for account in accounts),
            found,
            {row.number: row for row in _if_granted(self._sales_accounts) or ()},
            self._vat_terms(),
            departments=self._departments(),
            balances=self._balances(payment_types),
        )

    def vat_registration(self) -> VatRegistration:
        """The company's VAT status."""
        path = "/ledger/vatSettings"
        status = self._connection.one(path, wire.VatSettings).vat_registration_status
        if status not in set(VatRegistration):
            place = f"{path}: value.vatRegistrationStatus"
            raise AnswerNotUnderstood(Code.ANSWER_NOT_UNDERSTOOD, path=place)
        return VatRegistration(status)

    def vat_codes(self) -> tuple[VatCode, ...]:
        """The codes that the company may use on sales; the filter is case-sensitive [OBS]."""
        rows = self._connection.all("/ledger/vatType", wire.VatType, typeOfVat="OUTGOING")
        return tuple(convert.vat_code(row) for row in rows)

    def invoice_settings(self) -> InvoiceSettings | None:
        """What the undocumented end point tells; None when it does not answer, however it fails."""
        try:
            row = self._connection.one("/invoice/settings", wire.InvoiceSettings, fields="*")
        except (RemoteError, PermissionMissing):
            return None
        return convert.invoice_settings(row)

    def bank_accounts(self) -> tuple[LedgerAccount, ...]:
        """The active accounts marked as bank accounts."""
        rows = self._connection.all("/ledger/account", wire.Account, isBankAccount="true")
        return tuple(
            convert.account(row) for row in rows if row.is_bank_account and not row.is_inactive
        )

    def entitlements(self) -> frozenset[str]:
        """Names of the rights that both the key and its owner have [DEV]."""
        who = self._who_am_i()
        owner = self._entitlements_of(who.employee_id, who.company_id)
        return owner & self._entitlements_of(who.actual_employee_id, who.company_id)

    def sales_modules(self) -> frozenset[str] | None:
        """Names of the active modules; None when the end point is closed."""
        try:
            rows = self._connection.all("/company/salesmodules", wire.SalesModule)
        except (AnswerNotUnderstood, PermissionMissing):
            return None
        return frozenset(row.name for row in rows)

    def highest_customer_number(self) -> int | None:
        """The highest customer number in use, 0 without customers.

        None when it cannot be read: whether the list can be sorted by number is not known [UNV].
        """
        try:
            numbers = [self._highest_numbers(inactive=each) for each in ("false", "true")]
        except AnswerNotUnderstood:
            return None
        if any(row != sorted(row, reverse=True) for row in numbers):
            return None
        return max(number for row in numbers for number in (*row, 0))

    def product(self, number: str) -> Product | None:
        """The product with exactly this number."""
        return self.products([number]).get(number)

    def products(self, numbers: Collection[str] | None) -> dict[str, Product]:
        """The products, active or not, with exactly one of these numbers; None for all numbers.

        Compared here: the server's filter may say «contains».
        """
        if numbers is None:
            found = self._connection.all("/product", wire.Product, sorting="id")
            return {row.number: convert.product(row) for row in found if row.number}
        wanted = list(dict.fromkeys(filter(None, numbers)))
        if not wanted:  # no filter would be every product
            return {}
        rows = self._connection.all("/product", wire.Product, productNumber=wanted)
        return {row.number: convert.product(row) for row in rows if row.number in wanted}

    def _sales_accounts(self) -> tuple[LedgerAccount, ...]:
        numbers = ",".join(str(number) for number in SALES.values())
        rows = self._connection.all("/ledger/account", wire.Account, number=numbers)
        return tuple(convert.account(row) for row in rows if row.number in SALES.values())

    def _departments(self) -> tuple[Department, ...] | None:
        """The active ones; None when they cannot be read, however that fails.

        Compared here: that the server's filter is heeded has not been seen.
        """
        try:
            rows = self._connection.all("/department", wire.Department, isInactive="false")
        except (RemoteError, PermissionMissing):
            return None
        return tuple(convert.department(row) for row in rows if not row.is_inactive)

    def _balances(self, payment_types: Iterable[wire.PaymentType]) -> dict[int, Money]:
        """What stands on the accounts of debts that customers pay by, such as gift cards.

        None when that cannot be read: it is only told of. An account that is not listed has no
        movements, and nothing stands on it.
        """
        accounts = [row.debit_account for row in payment_types if row.debit_account]
        numbers = sorted({row.number for row in accounts if row.number in DEBTS})
        if not numbers:
            return {}
        try:
            rows = self._connection.all(
                "/balanceSheet",
                wire.AccountBalance,
                dateFrom=FIRST_DAY,
                dateTo=LAST_DAY,
                accountNumberFrom=str(numbers[0]),
                accountNumberTo=str(numbers[-1]),
            )
        except (RemoteError, PermissionMissing):
            return {}
        found = {row.account.number: row.balance_out for row in rows}
        return {number: convert.in_books(found.get(number, Decimal(0))) for number in numbers}

    def _vat_terms(self) -> tuple[VatTermSetting, ...]:
        """None when they cannot be read: they name the term of a date, and decide nothing."""
        try:
            rows = self._connection.all("/vatTermSizeSettings", wire.VatTermSize)
        except (RemoteError, PermissionMissing):
            return ()
        return tuple(convert.vat_term_setting(row) for row in rows)

    def _who_am_i(self) -> wire.WhoAmI:
        return self._connection.one("/token/session/%3EwhoAmI", wire.WhoAmI)

    def _entitlements_of(self, employee_id: int, company_id: int) -> frozenset[str]:
        rows = self._connection.all(
            "/employee/entitlement", wire.Entitlement, employeeId=str(employee_id)
        )
        return frozenset(
            row.name
            for row in rows
            if (row.employee is None or row.employee.id == employee_id)
            and (row.customer is None or row.customer.id == company_id)
        )

    def _highest_numbers(self, *, inactive: str) -> list[int]:
        rows = self._connection.page(
            "/customer",
            wire.Customer,
            start=0,
            count=SAMPLE,
            isInactive=inactive,
            sorting="-customerNumber",
        )
        return [row.customer_number or 0 for row in rows]


def _if_granted(read: Callable[[], T]) -> T | None:
    """What `read` gives, None when the right to read it is missing."""
    try:
        return read()
    except PermissionMissing:
        return None
