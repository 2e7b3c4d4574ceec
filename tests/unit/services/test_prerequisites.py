"""The prerequisite board: each row by a real call, with what was found and what must be mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.ledger import FakeLedger
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import (
    CARD,
    EXEMPT,
    GIFT_CARD,
    HIGH,
    KLARNA,
    METHODS,
    MIDDLE,
    OSLO,
    TROMSO,
    VIPPS,
    WEBSHOP,
    a_line,
    a_profile,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.errors import (
    Code,
    CredentialsRejected,
    PermissionMissing,
    Problem,
    RemoteUnavailable,
)
from tripletex_wizard.domain.ledger import (
    AccountingPeriod,
    Department,
    InvoiceSettings,
    LedgerAccount,
    VatRegistration,
)
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.profile import Profile, VatRules, ZeroReason
from tripletex_wizard.services.prerequisites import PrerequisiteBoard

OK, MUST_FIX = CheckStatus.OK, CheckStatus.MUST_FIX
SHOULD_CHECK, NOT_CHECKED = CheckStatus.SHOULD_CHECK, CheckStatus.NOT_CHECKED
BANK = LedgerAccount(1, 1920, "Drift", is_invoice_account=True, bank_account_number="12345678903")
NOT_REGISTERED = company_facts(registration=VatRegistration.NOT_REGISTERED)
YARN = an_order("10457")
CHOCOLATE = an_order("10458", lines=[a_line(rate="15"), a_line(rate="0")])


class RoundedLedger(FakeLedger):
    """A company whose last rounded invoice is of `rounded_on`."""

    rounded_on = date.min

    def rounds_invoices(self, since: date) -> bool | None:
        return self.rounded_on >= since


class Office:
    """A company and a shop whose board is looked at."""

    def __init__(self, *orders: Order | UnreadableOrder) -> None:
        self.ledger = FakeLedger(company_facts())
        self.webshop = FakeWebshop(*orders)
        self.of(a_profile())

    def of(self, profile: Profile) -> Office:
        self.board = PrerequisiteBoard(self.ledger, self.webshop, FakeClock(), profile)
        return self

    def check(self, prerequisite: Prerequisite) -> tuple[CheckStatus, Finding, dict[str, object]]:
        row = self.board.check(prerequisite)
        assert (row.prerequisite, row.problem) == (prerequisite, None)
        return row.status, row.finding, dict(row.params)


@pytest.fixture
def office() -> Office:
    return Office(YARN, CHOCOLATE)


# the board as a whole


def test_the_board_has_every_row_in_its_order(office: Office) -> None:
    office.ledger.settings.invoice_settings = InvoiceSettings(
        bank_account_ready=True, fixed_invoice_fee=Money(0)
    )
    office.of(replace(a_profile(), customer_numbers_confirmed=True))
    rows = list(office.board.rows())
    assert [row.prerequisite for row in rows] == list(Prerequisite)
    assert {row.status for row in rows} == {OK}


def test_a_refused_token_must_be_mended(office: Office) -> None:
    refused = CredentialsRejected(Code.SESSION_REJECTED)
    office.ledger.line.fail("company", refused)
    assert office.board.check(Prerequisite.COMPANY) == BoardRow(
        Prerequisite.COMPANY, MUST_FIX, Finding.CHECK_FAILED, problem=refused.problem
    )


def test_a_missing_permission_in_the_shop_must_be_mended(office: Office) -> None:
    office.webshop.failure = PermissionMissing(Code.SHOP_PERMISSION_MISSING, permission="orders")
    row = office.board.check(Prerequisite.SHOP)
    assert (row.status, row.problem) == (MUST_FIX, office.webshop.failure.problem)


def test_a_check_that_got_no_answer_could_not_be_made(office: Office) -> None:
    office.ledger.line.fail("facts", RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"))
    row = office.board.check(Prerequisite.PERIODS)
    assert (row.status, row.finding) == (NOT_CHECKED, Finding.CHECK_FAILED)
    assert row.problem == Problem(Code.NO_ANSWER, host="tripletex.no")


def test_one_failed_check_does_not_hinder_the_others(office: Office) -> None:
    office.ledger.line.fail("company", CredentialsRejected(Code.SESSION_REJECTED))
    rows = list(office.board.rows())
    assert [row.finding for row in rows].count(Finding.CHECK_FAILED) == 1


def test_what_several_rows_need_is_read_once_until_it_is_forgotten(office: Office) -> None:
    list(office.board.rows())
    list(office.board.rows())
    shared = ("recent_orders", "facts", "invoice_settings")
    assert [office.ledger.line.requests[name] for name in shared] == [1, 1, 1]
    office.board.forget()
    office.webshop.orders.clear()
    list(office.board.rows())
    assert [office.ledger.line.requests[name] for name in shared] == [2, 2, 2]
    assert office.check(Prerequisite.VAT)[2] == {"rates": "-"}


def test_what_could_not_be_read_is_read_again_at_the_next_check(office: Office) -> None:
    office.ledger.line.fail("facts", RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"))
    assert office.board.check(Prerequisite.PERIODS).finding is Finding.CHECK_FAILED
    assert office.check(Prerequisite.PERIODS) == (OK, Finding.PERIOD_OPEN, {})


# the connection


def test_the_company_is_named(office: Office) -> None:
    params = {"company": "Fjord Garn AS", "organization_number": "314159268"}
    assert office.check(Prerequisite.COMPANY) == (OK, Finding.CONNECTED, params)


def test_the_shop_is_named(office: Office) -> None:
    assert office.check(Prerequisite.SHOP) == (OK, Finding.SHOP_CONNECTED, {"shop": "fjord-garn"})


def test_a_token_that_may_not_change_statuses_is_told_of_where_they_are_to_be_written(
    office: Office,
) -> None:
    office.webshop.lacks = ("write:orders", "write:order-status-history")
    assert office.check(Prerequisite.SHOP)[1] is Finding.SHOP_CONNECTED
    office.of(a_profile(replace(transfer_rules(), write_back=True)))
    permissions = "write:orders, write:order-status-history"
    params = {"shop": "fjord-garn", "permissions": permissions}
    assert office.check(Prerequisite.SHOP) == (SHOULD_CHECK, Finding.SHOP_READ_ONLY, params)
    office.webshop.lacks = ()
    assert office.check(Prerequisite.SHOP)[1] is Finding.SHOP_CONNECTED


@pytest.mark.parametrize(
    "rights",
    [
        {"ROLE_ADMINISTRATOR"},
        {"AUTH_CREATE_ORDER", "AUTH_CREATE_CUSTOMER", "AUTH_INVOICING", "AUTH_OTHER"},
    ],
)
def test_an_administrator_or_the_needed_rights_are_enough(office: Office, rights: set[str]) -> None:
    office.ledger.settings.entitlements = frozenset(rights)
    assert office.check(Prerequisite.RIGHTS) == (OK, Finding.RIGHTS_ENOUGH, {})


def test_missing_rights_are_named(office: Office) -> None:
    office.ledger.settings.entitlements = frozenset({"AUTH_CREATE_ORDER"})
    missing = {"rights": "AUTH_CREATE_CUSTOMER, AUTH_INVOICING"}
    assert office.check(Prerequisite.RIGHTS) == (SHOULD_CHECK, Finding.RIGHTS_MISSING, missing)


@pytest.mark.parametrize(
    ("modules", "status", "named"),
    [
        (frozenset({"SMART", "BASIS"}), SHOULD_CHECK, "BASIS, SMART"),
        (frozenset(), NOT_CHECKED, ""),
        (None, NOT_CHECKED, ""),
    ],
)
def test_a_module_that_is_not_seen_is_told(
    office: Office, modules: frozenset[str] | None, status: CheckStatus, named: str
) -> None:
    office.ledger.settings.sales_modules = modules
    found = (status, Finding.MODULE_NOT_SEEN, {"modules": named})
    assert office.check(Prerequisite.MODULES) == found


def test_the_api_module_is_enough(office: Office) -> None:
    office.ledger.settings.sales_modules = frozenset({"API_V2", "BASIS"})
    assert office.check(Prerequisite.MODULES) == (OK, Finding.MODULE_ACTIVE, {})


# payment types


def test_payment_types_that_are_shown_are_named(office: Office) -> None:
    office.ledger.known = company_facts(payment_types=(VIPPS, CARD, GIFT_CARD))
    office.of(a_profile(methods=(METHODS[0], METHODS[5])))
    found = (OK, Finding.PAYMENT_TYPES_VISIBLE, {"names": "Vipps, Kort, Gavekort"})
    assert office.check(Prerequisite.PAYMENT_TYPES) == found


def test_no_payment_types_at_all_must_be_mended(office: Office) -> None:
    office.ledger.known = company_facts(payment_types=())
    found = office.check(Prerequisite.PAYMENT_TYPES)
    assert found == (MUST_FIX, Finding.PAYMENT_TYPES_NONE, {})


def test_mapped_payment_types_that_are_not_shown_must_be_mended(office: Office) -> None:
    office.ledger.known = company_facts(payment_types=(VIPPS,))
    found = (MUST_FIX, Finding.PAYMENT_TYPE_NOT_VISIBLE, {"methods": "Klarna, Kort"})
    assert office.check(Prerequisite.PAYMENT_TYPES) == found


def test_a_payment_type_for_gift_cards_that_is_not_shown_must_be_mended(office: Office) -> None:
    office.ledger.known = company_facts(payment_types=(VIPPS, KLARNA, CARD))
    found = (MUST_FIX, Finding.GIFT_CARD_TYPE_NOT_VISIBLE, {"payment_type": GIFT_CARD.id})
    assert office.check(Prerequisite.PAYMENT_TYPES) == found


def test_a_set_up_without_a_payment_type_for_gift_cards_needs_none(office: Office) -> None:
    office.of(a_profile(transfer_rules(gift_card_payment_type=None)))
    office.ledger.known = company_facts(payment_types=(VIPPS, KLARNA, CARD))
    assert office.check(Prerequisite.PAYMENT_TYPES)[0] is OK


# the department


def in_company(office: Office, *departments: Department, requires: bool) -> Office:
    """A company with these active departments, where 3000 may require one."""
    account = LedgerAccount(3000, 3000, "Salg", requires_department=requires)
    free = LedgerAccount(3030, 3030, "Salg")
    accounts = {row.number: row for row in (account, free)}
    office.ledger.known = replace(company_facts(), departments=departments, sales_accounts=accounts)
    return office


def test_no_department_is_needed_where_no_sales_account_requires_one(office: Office) -> None:
    in_company(office, WEBSHOP, requires=False)
    assert office.check(Prerequisite.DEPARTMENT) == (OK, Finding.DEPARTMENT_NOT_NEEDED, {})


def test_accounts_that_require_a_department_are_named_until_one_is_chosen(office: Office) -> None:
    in_company(office, WEBSHOP, requires=True)
    found = (SHOULD_CHECK, Finding.DEPARTMENT_NOT_CHOSEN, {"accounts": "3000"})
    assert office.check(Prerequisite.DEPARTMENT) == found
    office.of(a_profile(replace(transfer_rules(), department=WEBSHOP)))
    chosen = (OK, Finding.DEPARTMENT_CHOSEN, {"department": "10 Nettbutikk"})
    assert office.check(Prerequisite.DEPARTMENT) == chosen


@pytest.mark.parametrize("requires", [True, False])
def test_a_chosen_department_that_is_no_longer_active_must_be_mended(
    office: Office, requires: bool
) -> None:
    in_company(office, Department(22, "Lager"), requires=requires)
    office.of(a_profile(replace(transfer_rules(), department=WEBSHOP)))
    gone = (MUST_FIX, Finding.DEPARTMENT_GONE, {"department": "10 Nettbutikk"})
    assert office.check(Prerequisite.DEPARTMENT) == gone


def test_a_chosen_department_that_nobody_may_look_for_could_not_be_checked(office: Office) -> None:
    office.ledger.known = replace(company_facts(), departments=None)
    office.of(a_profile(replace(transfer_rules(), department=WEBSHOP)))
    unread = (NOT_CHECKED, Finding.DEPARTMENT_UNREAD, {"department": "10 Nettbutikk"})
    assert office.check(Prerequisite.DEPARTMENT) == unread
    office.of(a_profile())
    assert office.check(Prerequisite.DEPARTMENT)[1] is Finding.DEPARTMENT_NOT_NEEDED


# VAT


def test_the_rates_of_the_last_orders_have_active_codes(office: Office) -> None:
    found = (OK, Finding.VAT_CODES_ACTIVE, {"rates": "25; 15; 0"})
    assert office.check(Prerequisite.VAT) == found


def test_a_rate_whose_code_is_off_must_be_mended(office: Office) -> None:
    changed = replace(MIDDLE, percentage=Decimal(16))
    office.ledger.known = company_facts(vat_codes=(HIGH, changed, EXEMPT))
    found = (MUST_FIX, Finding.VAT_CODES_MISSING, {"rates": "15 (31)"})
    assert office.check(Prerequisite.VAT) == found


def test_a_rate_without_a_code_must_be_mended_and_is_written_with_a_comma() -> None:
    office = Office(an_order(lines=[a_line(rate="11.50"), a_line(rate="20.00")]))
    found = (MUST_FIX, Finding.VAT_CODES_MISSING, {"rates": "20 (-); 11,5 (-)"})
    assert office.check(Prerequisite.VAT) == found


def test_codes_of_nought_per_cent_that_are_off_must_be_mended() -> None:
    sweden = replace(TROMSO, country="SE", postal_code="852 30")
    books = transfer_rules(vat=VatRules(zero_reasons=(ZeroReason("A", "6"), ZeroReason("B", "5"))))
    office = Office(YARN, an_order(lines=[a_line(rate="0")], delivery=sweden)).of(a_profile(books))
    office.ledger.known = company_facts(vat_codes=(HIGH,))
    found = (MUST_FIX, Finding.VAT_CODES_MISSING, {"rates": "0 (5); 0 (6); 0 (52)"})
    assert office.check(Prerequisite.VAT) == found


def test_the_code_of_export_may_be_off_in_a_shop_that_sends_nothing_abroad(office: Office) -> None:
    office.ledger.known = company_facts(vat_codes=(HIGH, MIDDLE, EXEMPT))
    assert office.check(Prerequisite.VAT)[0] is OK


def test_a_company_without_registration_needs_the_code_outside_the_act() -> None:
    office = Office(an_order(lines=[a_line(rate="0")]))
    office.ledger.known = replace(NOT_REGISTERED, vat_codes=(EXEMPT,))
    found = (MUST_FIX, Finding.VAT_UNREGISTERED_CODE_MISSING, {"vat_code": "6"})
    assert office.check(Prerequisite.VAT) == found


def test_vat_charged_without_registration_must_be_mended(office: Office) -> None:
    office.ledger.known = NOT_REGISTERED
    found = (MUST_FIX, Finding.VAT_NOT_REGISTERED, {"rates": "25; 15"})
    assert office.check(Prerequisite.VAT) == found


def test_a_company_without_registration_that_charges_no_vat_is_in_order() -> None:
    office = Office(an_order(lines=[a_line(rate="0")]))
    office.ledger.known = NOT_REGISTERED
    assert office.check(Prerequisite.VAT) == (OK, Finding.VAT_NOT_REGISTERED_FITS, {})


def test_orders_that_are_old_unreadable_or_not_completed_do_not_count() -> None:
    old = datetime(2026, 10, 23, tzinfo=OSLO)
    strange = [a_line(rate="20")]
    office = Office(
        UnreadableOrder("1", Problem(Code.ATTRIBUTE_MISSING, attribute="total")),
        an_order("2", lines=strange, finished=old),
        an_order("3", lines=strange, status=OrderStatus("3", "Under behandling")),
        an_order("4", finished=datetime(2026, 10, 24, tzinfo=OSLO)),
    )
    assert office.check(Prerequisite.VAT) == (OK, Finding.VAT_CODES_ACTIVE, {"rates": "25"})


# the bank account


@pytest.mark.parametrize(
    "settings", [None, InvoiceSettings(), InvoiceSettings(bank_account_ready=True)]
)
def test_an_invoice_account_with_a_number_is_ready(
    office: Office, settings: InvoiceSettings | None
) -> None:
    office.ledger.settings.invoice_settings = settings
    office.ledger.settings.bank_accounts = (replace(BANK, is_invoice_account=False), BANK)
    found = (OK, Finding.BANK_ACCOUNT_READY, {"account": "1920 Drift"})
    assert office.check(Prerequisite.BANK_ACCOUNT) == found


@pytest.mark.parametrize(
    "accounts",
    [(), (replace(BANK, bank_account_number=""),), (replace(BANK, is_invoice_account=False),)],
)
def test_without_an_invoice_account_nothing_can_be_invoiced(
    office: Office, accounts: tuple[LedgerAccount, ...]
) -> None:
    office.ledger.settings.bank_accounts = accounts
    assert office.check(Prerequisite.BANK_ACCOUNT) == (MUST_FIX, Finding.BANK_ACCOUNT_NONE, {})


def test_an_account_that_tripletex_says_is_not_ready_must_be_mended(office: Office) -> None:
    office.ledger.settings.invoice_settings = InvoiceSettings(bank_account_ready=False)
    assert office.check(Prerequisite.BANK_ACCOUNT) == (MUST_FIX, Finding.BANK_ACCOUNT_NONE, {})


# numbers


@pytest.mark.parametrize(("highest", "shown"), [(12, "12"), (None, "-")])
def test_the_start_value_of_customer_numbers_is_to_be_confirmed(
    office: Office, highest: int | None, shown: str
) -> None:
    office.ledger.settings.highest_customer_number = highest
    found = (SHOULD_CHECK, Finding.CUSTOMER_NUMBERS_UNCONFIRMED, {"highest": shown})
    assert office.check(Prerequisite.CUSTOMER_NUMBERS) == found


def test_a_start_value_that_the_user_confirmed_is_in_order(office: Office) -> None:
    office.of(replace(a_profile(), customer_numbers_confirmed=True))
    found = (OK, Finding.CUSTOMER_NUMBERS_CONFIRMED, {"highest": "10000"})
    assert office.check(Prerequisite.CUSTOMER_NUMBERS) == found


def test_tripletex_numbers_the_invoices(office: Office) -> None:
    assert office.check(Prerequisite.INVOICE_NUMBERS) == (OK, Finding.TRIPLETEX_NUMBERS, {})


def test_our_own_orders_do_not_take_numbers(office: Office) -> None:
    office.ledger.add_order("10457", Money(8900), comment="Mystore-ordre 10457 (fjord-garn)")
    free = (OK, Finding.ORDER_NUMBERS_FREE, {"prefix": "-"})
    assert office.check(Prerequisite.ORDER_NUMBERS) == free
    alone = (OK, Finding.NO_OTHER_CONNECTOR, {"count": 2})
    assert office.check(Prerequisite.OTHER_CONNECTOR) == alone


def test_numbers_that_other_orders_have_must_be_mended(office: Office) -> None:
    for number in ("10457", "10458", "1"):
        office.ledger.add_order(number, Money(1), comment="Prosjekt")
    taken = (MUST_FIX, Finding.ORDER_NUMBERS_TAKEN, {"count": 2, "example": "10457"})
    assert office.check(Prerequisite.ORDER_NUMBERS) == taken


def test_a_prefix_keeps_numbers_apart(office: Office) -> None:
    office.of(a_profile(replace(transfer_rules(), number_prefix="N-")))
    office.ledger.add_order("10457", Money(1), comment="Prosjekt")
    free = (OK, Finding.ORDER_NUMBERS_FREE, {"prefix": "N-"})
    assert office.check(Prerequisite.ORDER_NUMBERS) == free
    office.board.forget()
    office.ledger.add_order("N-10458", Money(1), comment="Prosjekt")
    taken = (MUST_FIX, Finding.ORDER_NUMBERS_TAKEN, {"count": 1, "example": "N-10458"})
    assert office.check(Prerequisite.ORDER_NUMBERS) == taken


def test_orders_with_the_shops_numbers_that_are_not_ours_come_from_another_connector(
    office: Office,
) -> None:
    office.ledger.add_order("MS10458", Money(1), comment="")
    office.ledger.add_order("77", Money(1), comment="")
    seen = (SHOULD_CHECK, Finding.OTHER_CONNECTOR_SEEN, {"count": 1, "example": "MS10458"})
    assert office.check(Prerequisite.OTHER_CONNECTOR) == seen


# settings that change dates and totals


@pytest.mark.parametrize(
    ("closed", "found"),
    [
        (True, (MUST_FIX, Finding.PERIOD_CLOSED_NOW, {})),
        (False, (OK, Finding.PERIOD_OPEN, {})),
    ],
)
def test_todays_period_must_be_open(
    office: Office, closed: bool, found: tuple[CheckStatus, Finding, dict[str, object]]
) -> None:
    november = AccountingPeriod(date(2026, 11, 1), date(2026, 12, 1), is_closed=closed)
    office.ledger.known = replace(company_facts(), periods=(november,))
    assert office.check(Prerequisite.PERIODS) == found


@pytest.mark.parametrize(
    ("rounds", "found"),
    [
        (True, (MUST_FIX, Finding.ROUNDING_SEEN, {})),
        (False, (OK, Finding.ROUNDING_NOT_SEEN, {})),
        (None, (NOT_CHECKED, Finding.ROUNDING_UNKNOWN, {})),
    ],
)
def test_invoices_must_not_be_rounded_to_whole_kroner(
    office: Office, rounds: bool | None, found: tuple[CheckStatus, Finding, dict[str, object]]
) -> None:
    office.ledger.settings.rounds_invoices = rounds
    assert office.check(Prerequisite.ROUNDING) == found


@pytest.mark.parametrize(
    ("rounded_on", "finding"),
    [
        (date(2026, 11, 9), Finding.ROUNDING_SEEN),
        (date(2026, 11, 8), Finding.ROUNDING_NOT_SEEN),
    ],
)
def test_an_invoice_that_was_rounded_over_two_weeks_ago_tells_nothing_of_today(
    office: Office, rounded_on: date, finding: Finding
) -> None:
    office.ledger = RoundedLedger(company_facts())
    office.ledger.rounded_on = rounded_on
    assert office.of(a_profile()).check(Prerequisite.ROUNDING)[1] is finding


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        (None, (NOT_CHECKED, Finding.INVOICE_FEE_UNKNOWN, {})),
        (InvoiceSettings(), (NOT_CHECKED, Finding.INVOICE_FEE_UNKNOWN, {})),
        (InvoiceSettings(fixed_invoice_fee=Money(0)), (OK, Finding.INVOICE_FEE_NONE, {})),
        (
            InvoiceSettings(fixed_invoice_fee=Money(3900)),
            (MUST_FIX, Finding.INVOICE_FEE_SET, {"amount": Money(3900)}),
        ),
    ],
)
def test_d9_a_fixed_invoice_fee_must_be_mended(
    office: Office,
    settings: InvoiceSettings | None,
    found: tuple[CheckStatus, Finding, dict[str, object]],
) -> None:
    office.ledger.settings.invoice_settings = settings
    assert office.check(Prerequisite.INVOICE_FEE) == found
