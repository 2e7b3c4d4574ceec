"""Makes the prerequisite board by real calls, one row at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from tripletex_wizard.domain.errors import AppError, SetupError
from tripletex_wizard.domain.ledger import LedgerOrder, VatRegistration
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import is_ours
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.services.ports import Clock, Ledger, Webshop

RECENT = timedelta(days=30)
ADMINISTRATOR = "ROLE_ADMINISTRATOR"
# What each end point needs is not documented [UNV]; these are the rights named for the task.
NEEDED_RIGHTS = frozenset({"AUTH_CREATE_ORDER", "AUTH_CREATE_CUSTOMER", "AUTH_INVOICING"})
API_MODULE = "API_V2"

OK = CheckStatus.OK
MUST_FIX = CheckStatus.MUST_FIX
SHOULD_CHECK = CheckStatus.SHOULD_CHECK
NOT_CHECKED = CheckStatus.NOT_CHECKED


@dataclass
class PrerequisiteBoard:
    """The board of one profile. What several rows need is read once, until `forget`."""

    ledger: Ledger
    webshop: Webshop
    clock: Clock
    profile: Profile
    _recent: list[Order] | None = field(default=None, init=False)
    _foreign: list[LedgerOrder] | None = field(default=None, init=False)

    def rows(self) -> Iterator[BoardRow]:
        """Every row, in the board's order, as each is checked."""
        return (self.check(prerequisite) for prerequisite in Prerequisite)

    def check(self, prerequisite: Prerequisite) -> BoardRow:
        """One row («Kontroller igjen»). A check that cannot be made says why, and never raises."""
        try:
            return self._check(prerequisite)()
        except SetupError as error:
            return BoardRow(prerequisite, MUST_FIX, Finding.CHECK_FAILED, problem=error.problem)
        except AppError as error:
            return BoardRow(prerequisite, NOT_CHECKED, Finding.CHECK_FAILED, problem=error.problem)

    def forget(self) -> None:
        """Read everything anew at the next check."""
        self._recent = self._foreign = None

    def _check(self, prerequisite: Prerequisite) -> Callable[[], BoardRow]:
        return {
            Prerequisite.COMPANY: self._company,
            Prerequisite.RIGHTS: self._rights,
            Prerequisite.MODULES: self._modules,
            Prerequisite.SHOP: self._shop,
            Prerequisite.PAYMENT_TYPES: self._payment_types,
            Prerequisite.VAT: self._vat,
            Prerequisite.BANK_ACCOUNT: self._bank_account,
            Prerequisite.CUSTOMER_NUMBERS: self._customer_numbers,
            Prerequisite.INVOICE_NUMBERS: self._invoice_numbers,
            Prerequisite.ORDER_NUMBERS: self._order_numbers,
            Prerequisite.OTHER_CONNECTOR: self._other_connector,
            Prerequisite.PERIODS: self._periods,
            Prerequisite.ROUNDING: self._rounding,
            Prerequisite.INVOICE_FEE: self._invoice_fee,
        }[prerequisite]

    # connection

    def _company(self) -> BoardRow:
        company = self.ledger.company()
        return BoardRow(
            Prerequisite.COMPANY,
            OK,
            Finding.CONNECTED,
            {"company": company.name, "organization_number": company.organization_number},
        )

    def _rights(self) -> BoardRow:
        rights = self.ledger.entitlements()
        missing = frozenset() if ADMINISTRATOR in rights else NEEDED_RIGHTS - rights
        if not missing:
            return BoardRow(Prerequisite.RIGHTS, OK, Finding.RIGHTS_ENOUGH)
        return BoardRow(
            Prerequisite.RIGHTS,
            SHOULD_CHECK,
            Finding.RIGHTS_MISSING,
            {"rights": ", ".join(sorted(missing))},
        )

    def _modules(self) -> BoardRow:
        modules = self.ledger.sales_modules() or frozenset()
        if API_MODULE in modules:
            return BoardRow(Prerequisite.MODULES, OK, Finding.MODULE_ACTIVE)
        status = SHOULD_CHECK if modules else NOT_CHECKED
        return BoardRow(
            Prerequisite.MODULES,
            status,
            Finding.MODULE_NOT_SEEN,
            {"modules": ", ".join(sorted(modules))},
        )

    def _shop(self) -> BoardRow:
        self.webshop.statuses()
        return BoardRow(
            Prerequisite.SHOP, OK, Finding.SHOP_CONNECTED, {"shop": self.webshop.shop()}
        )

    # set-up in Tripletex

    def _payment_types(self) -> BoardRow:
        types = self.ledger.facts().payment_types
        if not types:
            return BoardRow(Prerequisite.PAYMENT_TYPES, MUST_FIX, Finding.PAYMENT_TYPES_NONE)
        visible = {row.id for row in types}
        gone = [
            row.label
            for row in self.profile.mapping.rows
            if row.payment_type_id is not None and row.payment_type_id not in visible
        ]
        if gone:
            return BoardRow(
                Prerequisite.PAYMENT_TYPES,
                MUST_FIX,
                Finding.PAYMENT_TYPE_NOT_VISIBLE,
                {"methods": ", ".join(gone)},
            )
        names = ", ".join(row.description for row in types)
        return BoardRow(
            Prerequisite.PAYMENT_TYPES, OK, Finding.PAYMENT_TYPES_VISIBLE, {"names": names}
        )

    def _vat(self) -> BoardRow:
        used = {line.vat_rate for order in self._recent_orders() for line in order.lines}
        if self.ledger.vat_registration() is VatRegistration.NOT_REGISTERED:
            charged = {rate for rate in used if rate}
            if charged:
                return self._vat_row(MUST_FIX, Finding.VAT_NOT_REGISTERED, charged)
            return BoardRow(Prerequisite.VAT, OK, Finding.VAT_NOT_REGISTERED_FITS)
        codes = self.profile.rules.vat.codes
        active = {(code.number, code.percentage) for code in self.ledger.vat_codes()}
        missing = {rate for rate in used if rate and (codes.get(rate), rate) not in active}
        if missing:
            return self._vat_row(MUST_FIX, Finding.VAT_CODES_MISSING, missing)
        return self._vat_row(OK, Finding.VAT_CODES_ACTIVE, used)

    def _vat_row(self, status: CheckStatus, finding: Finding, rates: set[Decimal]) -> BoardRow:
        text = ", ".join(f"{rate.normalize():f}" for rate in sorted(rates, reverse=True))
        return BoardRow(Prerequisite.VAT, status, finding, {"rates": text.replace(".", ",") or "-"})

    def _bank_account(self) -> BoardRow:
        """Without a registered number Tripletex refuses every invoice [OBS, 26x]."""
        settings = self.ledger.invoice_settings()
        ready = [
            account
            for account in self.ledger.bank_accounts()
            if account.is_invoice_account and account.bank_account_number
        ]
        if not ready or (settings and settings.bank_account_ready is False):
            return BoardRow(Prerequisite.BANK_ACCOUNT, MUST_FIX, Finding.BANK_ACCOUNT_NONE)
        account = f"{ready[0].number} {ready[0].name}"
        return BoardRow(
            Prerequisite.BANK_ACCOUNT, OK, Finding.BANK_ACCOUNT_READY, {"account": account}
        )

    # numbers

    def _customer_numbers(self) -> BoardRow:
        """The start value cannot be read, so the user confirms 100000 (specification step 2)."""
        highest = self.ledger.highest_customer_number()
        confirmed = self.profile.customer_numbers_confirmed
        return BoardRow(
            Prerequisite.CUSTOMER_NUMBERS,
            OK if confirmed else SHOULD_CHECK,
            Finding.CUSTOMER_NUMBERS_CONFIRMED
            if confirmed
            else Finding.CUSTOMER_NUMBERS_UNCONFIRMED,
            {"highest": "-" if highest is None else str(highest)},
        )

    def _invoice_numbers(self) -> BoardRow:
        return BoardRow(Prerequisite.INVOICE_NUMBERS, OK, Finding.TRIPLETEX_NUMBERS)

    def _order_numbers(self) -> BoardRow:
        prefix = self.profile.rules.number_prefix
        ours = {prefix + order.number for order in self._recent_orders()}
        taken = [order for order in self._foreign_orders() if order.number in ours]
        if taken:
            return BoardRow(
                Prerequisite.ORDER_NUMBERS,
                MUST_FIX,
                Finding.ORDER_NUMBERS_TAKEN,
                {"count": len(taken), "example": taken[0].number},
            )
        return BoardRow(
            Prerequisite.ORDER_NUMBERS, OK, Finding.ORDER_NUMBERS_FREE, {"prefix": prefix or "-"}
        )

    def _other_connector(self) -> BoardRow:
        """Orders in Tripletex that carry the shop's numbers and are not ours."""
        shop = {order.number for order in self._recent_orders()}
        found = [
            order
            for order in self._foreign_orders()
            if any(order.number.endswith(number) for number in shop)
        ]
        if found:
            return BoardRow(
                Prerequisite.OTHER_CONNECTOR,
                SHOULD_CHECK,
                Finding.OTHER_CONNECTOR_SEEN,
                {"count": len(found), "example": found[0].number},
            )
        return BoardRow(
            Prerequisite.OTHER_CONNECTOR, OK, Finding.NO_OTHER_CONNECTOR, {"count": len(shop)}
        )

    # settings that change dates and totals

    def _periods(self) -> BoardRow:
        if self.ledger.facts().is_closed(self._today()):
            return BoardRow(Prerequisite.PERIODS, MUST_FIX, Finding.PERIOD_CLOSED_NOW)
        return BoardRow(Prerequisite.PERIODS, OK, Finding.PERIOD_OPEN)

    def _rounding(self) -> BoardRow:
        """Not readable as a setting [§18]; seen on invoices that were rounded (rule 11)."""
        rounds = self.ledger.rounds_invoices(self._today() - 12 * RECENT)
        if rounds is None:
            return BoardRow(Prerequisite.ROUNDING, NOT_CHECKED, Finding.ROUNDING_UNKNOWN)
        if rounds:
            return BoardRow(Prerequisite.ROUNDING, MUST_FIX, Finding.ROUNDING_SEEN)
        return BoardRow(Prerequisite.ROUNDING, OK, Finding.ROUNDING_NOT_SEEN)

    def _invoice_fee(self) -> BoardRow:
        settings = self.ledger.invoice_settings()
        fee = settings.fixed_invoice_fee if settings else None
        if fee is None:
            return BoardRow(Prerequisite.INVOICE_FEE, NOT_CHECKED, Finding.INVOICE_FEE_UNKNOWN)
        if fee:
            return BoardRow(
                Prerequisite.INVOICE_FEE, MUST_FIX, Finding.INVOICE_FEE_SET, {"amount": fee}
            )
        return BoardRow(Prerequisite.INVOICE_FEE, OK, Finding.INVOICE_FEE_NONE)

    # what several rows need

    def _today(self) -> date:
        return self.clock.now().date()

    def _recent_orders(self) -> list[Order]:
        if self._recent is None:
            statuses = [status.id for status in self.profile.rules.completed_statuses]
            found = self.webshop.finished_orders(self._today() - RECENT, statuses)
            self._recent = [order for order in found if isinstance(order, Order)]
        return self._recent

    def _foreign_orders(self) -> list[LedgerOrder]:
        if self._foreign is None:
            shop = self.profile.shop
            self._foreign = [
                order
                for order in self.ledger.recent_orders(self._today() - 2 * RECENT)
                if not is_ours(order.internal_comment, shop)
            ]
        return self._foreign
