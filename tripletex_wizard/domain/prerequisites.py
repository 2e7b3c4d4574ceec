"""The prerequisite board: what must be in place in Tripletex and Mystore, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tripletex_wizard.domain.errors import Problem, Value


class Prerequisite(StrEnum):
    """The rows of the board (specification steps 1 and 2, accounting.md rules 2, 11 and 15)."""

    COMPANY = "company"
    RIGHTS = "rights"
    MODULES = "modules"
    SHOP = "shop"
    PAYMENT_TYPES = "payment_types"
    VAT = "vat"
    BANK_ACCOUNT = "bank_account"
    DEPARTMENT = "department"
    CUSTOMER_NUMBERS = "customer_numbers"
    INVOICE_NUMBERS = "invoice_numbers"
    ORDER_NUMBERS = "order_numbers"
    OTHER_CONNECTOR = "other_connector"
    PERIODS = "periods"
    ROUNDING = "rounding"
    INVOICE_FEE = "invoice_fee"


class CheckStatus(StrEnum):
    """OK, «Må rettes», «Bør sjekkes», «Kunne ikke kontrolleres»."""

    OK = "ok"
    MUST_FIX = "must_fix"
    SHOULD_CHECK = "should_check"
    NOT_CHECKED = "not_checked"


class Finding(StrEnum):
    """What a check found; each has a sentence in gui/texts.py."""

    CONNECTED = "connected"  # company, organization_number
    RIGHTS_ENOUGH = "rights_enough"
    RIGHTS_MISSING = "rights_missing"  # rights
    MODULE_ACTIVE = "module_active"
    MODULE_NOT_SEEN = "module_not_seen"  # modules
    SHOP_CONNECTED = "shop_connected"  # shop
    SHOP_READ_ONLY = "shop_read_only"  # shop, permissions
    PAYMENT_TYPES_VISIBLE = "payment_types_visible"  # names
    PAYMENT_TYPES_NONE = "payment_types_none"
    PAYMENT_TYPE_NOT_VISIBLE = "payment_type_not_visible"  # methods
    GIFT_CARD_TYPE_NOT_VISIBLE = "gift_card_type_not_visible"  # payment_type
    VAT_CODES_ACTIVE = "vat_codes_active"  # rates
    VAT_CODES_MISSING = "vat_codes_missing"  # rates
    VAT_NOT_REGISTERED = "vat_not_registered"  # rates
    VAT_NOT_REGISTERED_FITS = "vat_not_registered_fits"
    VAT_UNREGISTERED_CODE_MISSING = "vat_unregistered_code_missing"  # vat_code
    BANK_ACCOUNT_READY = "bank_account_ready"  # account
    BANK_ACCOUNT_NONE = "bank_account_none"
    DEPARTMENT_NOT_NEEDED = "department_not_needed"
    DEPARTMENT_CHOSEN = "department_chosen"  # department
    DEPARTMENT_NOT_CHOSEN = "department_not_chosen"  # accounts
    DEPARTMENT_GONE = "department_gone"  # department
    DEPARTMENT_UNREAD = "department_unread"  # department
    CUSTOMER_NUMBERS_CONFIRMED = "customer_numbers_confirmed"  # highest
    CUSTOMER_NUMBERS_UNCONFIRMED = "customer_numbers_unconfirmed"  # highest
    TRIPLETEX_NUMBERS = "tripletex_numbers"
    ORDER_NUMBERS_FREE = "order_numbers_free"  # prefix
    ORDER_NUMBERS_TAKEN = "order_numbers_taken"  # count, example
    NO_OTHER_CONNECTOR = "no_other_connector"  # count
    OTHER_CONNECTOR_SEEN = "other_connector_seen"  # count, example
    PERIOD_OPEN = "period_open"
    PERIOD_CLOSED_NOW = "period_closed_now"
    ROUNDING_SEEN = "rounding_seen"
    ROUNDING_NOT_SEEN = "rounding_not_seen"
    ROUNDING_UNKNOWN = "rounding_unknown"
    INVOICE_FEE_NONE = "invoice_fee_none"
    INVOICE_FEE_SET = "invoice_fee_set"  # amount
    INVOICE_FEE_UNKNOWN = "invoice_fee_unknown"
    CHECK_FAILED = "check_failed"  # see `problem`


STOPS_SINGLE_ORDERS = frozenset(
    {
        Finding.PAYMENT_TYPE_NOT_VISIBLE,
        Finding.GIFT_CARD_TYPE_NOT_VISIBLE,
        Finding.VAT_CODES_MISSING,
        Finding.DEPARTMENT_GONE,
    }
)
"""What stops the orders concerned, each before anything of it is sent, and harms no other.

The rest either makes invoices wrong (accounting.md rules 11 and 15), holds back every order, or
leaves open whose books they are.
"""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One row of the board; `problem` is why a check could not be made."""

    prerequisite: Prerequisite
    status: CheckStatus
    finding: Finding
    params: dict[str, Value] = field(default_factory=dict)
    problem: Problem | None = None

    @property
    def must_be_mended(self) -> bool:
        """Whether it is «Må rettes»."""
        return self.status is CheckStatus.MUST_FIX

    @property
    def is_mended_later(self) -> bool:
        """Whether it is mended on a later page of the set-up, which is not left before."""
        return self.finding is Finding.DEPARTMENT_GONE

    @property
    def stops_single_orders(self) -> bool:
        """Whether nothing worse comes of it than that the orders concerned are stopped."""
        return self.finding in STOPS_SINGLE_ORDERS
