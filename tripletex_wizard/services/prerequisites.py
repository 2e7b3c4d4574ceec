"""Makes the prerequisite board by real calls, one row at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from tripletex_wizard.domain.errors import AppError, SetupError
from tripletex_wizard.domain.ledger import VatRegistration
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.vat import codes_in_use
from tripletex_wizard.services.board_readings import BoardReadings
from tripletex_wizard.services.ports import Clock, Ledger, Webshop

NEWEST_INVOICES = timedelta(days=14)
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
    _read: BoardReadings = field(init=False)

    def __post_init__(self) -> None:
        self.forget()

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
        self._read = BoardReadings(self.ledger, self.webshop, self.clock, self.profile)

    def _check(self, prerequisite: Prerequisite) -> Callable[[], BoardRow]:
        return {
            Prerequisite.COMPANY: self._company,
            Prerequisite.RIGHTS: self._rights,
            Prerequisite.MODULES: self._modules,
            Prerequisite.SHOP: self._shop,
            Prerequisite.PAYMENT_TYPES: self._payment_types,
            Prerequisite.VAT: self._vat,
            Prerequisite.BANK_ACCOUNT: self._bank_account,
            Prerequisite.DEPARTMENT: self._department,
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
        missing = self.webshop.missing_to_write() if self.profile.rules.write_back else ()
        if missing:
            return BoardRow(
                Prerequisite.SHOP,
                SHOULD_CHECK,
                Finding.SHOP_READ_ONLY,
                {"shop": self.webshop.shop(), "permissions": ", ".join(missing)},
            )
        return BoardRow(
            Prerequisite.SHOP, OK, Finding.SHOP_CONNECTED, {"shop": self.webshop.shop()}
        )

    # set-up in Tripletex

    def _payment_types(self) -> BoardRow:
        types = self._read.facts.payment_types
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
        gift_cards = self.profile.rules.gift_card_payment_type
        if gift_cards is not None and gift_cards not in visible:
            return BoardRow(
                Prerequisite.PAYMENT_TYPES,
                MUST_FIX,
                Finding.GIFT_CARD_TYPE_NOT_VISIBLE,
                {"payment_type": gift_cards},
            )
        names = ", ".join(row.description for row in types)
        return BoardRow(
            Prerequisite.PAYMENT_TYPES, OK, Finding.PAYMENT_TYPES_VISIBLE, {"names": names}
        )

    def _vat(self) -> BoardRow:
        rules = self.profile.rules.vat
        used = {line.vat_rate for order in self._read.orders for line in order.lines}
        if self.ledger.vat_registration() is VatRegistration.NOT_REGISTERED:
            return self._vat_of_unregistered({rate for rate in used if rate})
        missing = self._missing_codes(codes_in_use(self._read.orders, rules))
        if not missing:
            return _vat_row(OK, Finding.VAT_CODES_ACTIVE, map(_rate, _highest(used)))
        missing.sort(key=lambda code: (-code[0], len(code[1]), code[1]))
        texts = (f"{_rate(rate)} ({number})" for rate, number in missing)
        return _vat_row(MUST_FIX, Finding.VAT_CODES_MISSING, texts)

    def _vat_of_unregistered(self, charged: set[Decimal]) -> BoardRow:
        """All that such a company sells has one code: without that every order is stopped."""
        if charged:
            return _vat_row(MUST_FIX, Finding.VAT_NOT_REGISTERED, map(_rate, _highest(charged)))
        number = self.profile.rules.vat.unregistered_code
        if self._missing_codes([(Decimal(0), number)]):
            return BoardRow(
                Prerequisite.VAT,
                MUST_FIX,
                Finding.VAT_UNREGISTERED_CODE_MISSING,
                {"vat_code": number},
            )
        return BoardRow(Prerequisite.VAT, OK, Finding.VAT_NOT_REGISTERED_FITS)

    def _missing_codes(
        self, needed: Iterable[tuple[Decimal, str | None]]
    ) -> list[tuple[Decimal, str]]:
        active = {(code.percentage, code.number) for code in self.ledger.vat_codes()}
        return [(rate, number or "-") for rate, number in needed if (rate, number) not in active]

    def _bank_account(self) -> BoardRow:
        """Without a registered number Tripletex refuses every invoice [OBS, 26x]."""
        settings = self._read.invoice_settings
        ready = [account for account in self.ledger.bank_accounts() if account.takes_payments]
        if not ready or (settings and settings.bank_account_ready is False):
            return BoardRow(Prerequisite.BANK_ACCOUNT, MUST_FIX, Finding.BANK_ACCOUNT_NONE)
        account = f"{ready[0].number} {ready[0].name}"
        return BoardRow(
            Prerequisite.BANK_ACCOUNT, OK, Finding.BANK_ACCOUNT_READY, {"account": account}
        )

    def _department(self) -> BoardRow:
        """Chosen in step 5; only the usual sales accounts are looked at, not the products' own."""
        chosen, facts = self.profile.rules.department, self._read.facts
        if chosen and facts.departments is None:
            return BoardRow(
                Prerequisite.DEPARTMENT,
                NOT_CHECKED,
                Finding.DEPARTMENT_UNREAD,
                {"department": chosen.label},
            )
        if chosen:
            is_there = chosen.id in {row.id for row in facts.departments or ()}
            return BoardRow(
                Prerequisite.DEPARTMENT,
                OK if is_there else MUST_FIX,
                Finding.DEPARTMENT_CHOSEN if is_there else Finding.DEPARTMENT_GONE,
                {"department": chosen.label},
            )
        requiring = [row for row in facts.sales_accounts.values() if row.requires_department]
        if not requiring:
            return BoardRow(Prerequisite.DEPARTMENT, OK, Finding.DEPARTMENT_NOT_NEEDED)
        return BoardRow(
            Prerequisite.DEPARTMENT,
            SHOULD_CHECK,
            Finding.DEPARTMENT_NOT_CHOSEN,
            {"accounts": ", ".join(str(row.number) for row in requiring)},
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
        ours = {prefix + order.number for order in self._read.orders}
        taken = [order for order in self._read.foreign_orders if order.number in ours]
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
        shop = {order.number for order in self._read.orders}
        found = [
            order
            for order in self._read.foreign_orders
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
        if self._read.facts.is_closed(self._read.today):
            return BoardRow(Prerequisite.PERIODS, MUST_FIX, Finding.PERIOD_CLOSED_NOW)
        return BoardRow(Prerequisite.PERIODS, OK, Finding.PERIOD_OPEN)

    def _rounding(self) -> BoardRow:
        """Not readable as a setting [§18]; seen on invoices that were rounded (rule 11).

        The last 14 days count: a company that has switched it off is not to be blamed for long,
        and Tripletex lists no more than ten thousand invoices.
        """
        rounds = self.ledger.rounds_invoices(self._read.today - NEWEST_INVOICES)
        if rounds is None:
            return BoardRow(Prerequisite.ROUNDING, NOT_CHECKED, Finding.ROUNDING_UNKNOWN)
        if rounds:
            return BoardRow(Prerequisite.ROUNDING, MUST_FIX, Finding.ROUNDING_SEEN)
        return BoardRow(Prerequisite.ROUNDING, OK, Finding.ROUNDING_NOT_SEEN)

    def _invoice_fee(self) -> BoardRow:
        settings = self._read.invoice_settings
        fee = settings.fixed_invoice_fee if settings else None
        if fee is None:
            return BoardRow(Prerequisite.INVOICE_FEE, NOT_CHECKED, Finding.INVOICE_FEE_UNKNOWN)
        if fee:
            return BoardRow(
                Prerequisite.INVOICE_FEE, MUST_FIX, Finding.INVOICE_FEE_SET, {"amount": fee}
            )
        return BoardRow(Prerequisite.INVOICE_FEE, OK, Finding.INVOICE_FEE_NONE)


def _vat_row(status: CheckStatus, finding: Finding, rates: Iterable[str]) -> BoardRow:
    return BoardRow(Prerequisite.VAT, status, finding, {"rates": "; ".join(rates) or "-"})


def _highest(rates: Iterable[Decimal]) -> list[Decimal]:
    return sorted(rates, reverse=True)


def _rate(rate: Decimal) -> str:
    return f"{rate.normalize():f}".replace(".", ",")
