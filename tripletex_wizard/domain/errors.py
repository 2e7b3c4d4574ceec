"""What can go wrong, by remedy; words for people are in gui/texts.py."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Self

from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.vat_terms import VatTerm

Value = str | int | bool | Decimal | date | datetime | Money | VatTerm | None


class Remedy(Enum):
    """What helps: the one thing that a message asks for."""

    FIX_INPUT = "fix_input"
    RECONNECT = "reconnect"
    RETRY_LATER = "retry_later"
    RECONCILE = "reconcile"
    REPORT = "report"


class Code(StrEnum):
    """Every reason that the program gives; each has a sentence in gui/texts.py."""

    # An order is stopped before anything is sent
    ATTRIBUTE_UNREADABLE = "attribute_unreadable"  # attribute, value
    ATTRIBUTE_MISSING = "attribute_missing"  # attribute
    ORDER_WITHOUT_LINES = "order_without_lines"
    LINES_DO_NOT_SUM = "lines_do_not_sum"  # amount, without_vat, with_vat
    PRICE_BASIS_AMBIGUOUS = "price_basis_ambiguous"  # amount
    TOTAL_ROW_UNKNOWN = "total_row_unknown"  # title, shop_class, amount
    TOTAL_ROW_SIGN = "total_row_sign"  # title, amount
    CHARGE_WITHOUT_VAT = "charge_without_vat"  # title, amount
    METHOD_UNMAPPED = "method_unmapped"  # method
    CASH_SALE = "cash_sale"  # method
    METHOD_LEFT_OUT = "method_left_out"  # method
    PAYMENT_TYPE_GONE = "payment_type_gone"  # method, payment_type
    PAYMENT_TYPE_CURRENCY = "payment_type_currency"  # payment_type, currency, order_currency
    GIFT_CARD_UNMAPPED = "gift_card_unmapped"  # title
    GIFT_CARD_SERIES_UNPLACED = "gift_card_series_unplaced"  # title, amount
    GIFT_CARD_EXCEEDS_SALE = "gift_card_exceeds_sale"  # gift_card, sale
    GIFT_CARD_TYPE_MISSING = "gift_card_type_missing"  # line
    GIFT_CARD_TYPE_UNUSABLE = "gift_card_type_unusable"  # line, payment_type
    GIFT_CARD_PRODUCT_MISSING = "gift_card_product_missing"  # line, product, account
    GIFT_CARD_ACCOUNT_DIFFERS = "gift_card_account_differs"  # line, product, own, account
    GIFT_CARD_PRODUCT_CODE = "gift_card_product_code"  # line, product, vat_code
    GIFT_CARD_CHOSEN_CODE = "gift_card_chosen_code"  # line, product, vat_code, chosen
    GIFT_CARD_CODE_REFUSED = "gift_card_code_refused"  # line, product, vat_code
    GIFT_CARD_WITH_VAT = "gift_card_with_vat"  # line, rate
    GIFT_CARD_DISCOUNTED = "gift_card_discounted"  # title, amount
    CURRENCY_UNKNOWN = "currency_unknown"  # currency
    COUNTRY_UNKNOWN = "country_unknown"  # country
    VAT_CODE_INACTIVE = "vat_code_inactive"  # line, rate, vat_code
    VAT_RATE_UNKNOWN = "vat_rate_unknown"  # line, rate
    VAT_ON_EXPORT = "vat_on_export"  # line, rate, country
    VAT_WITHOUT_REGISTRATION = "vat_without_registration"  # line, rate
    VAT_DIFFERS = "vat_differs"  # ours, shop
    VAT_DIFFERS_AT_RATE = "vat_differs_at_rate"  # rate, ours, shop
    ZERO_RATE_WITHOUT_REASON = "zero_rate_without_reason"  # line, sku
    NOT_DELIVERED = "not_delivered"
    FINISHED_IN_FUTURE = "finished_in_future"  # delivered
    CREDIT_WITH_GIFT_CARD = "credit_with_gift_card"  # gift_card
    ORIGINAL_NOT_FOUND = "original_not_found"
    ORIGINAL_DOES_NOT_FIT = "original_does_not_fit"
    ORIGINAL_UNSURE = "original_unsure"  # count
    ORIGINAL_UNKNOWN = "original_unknown"  # invoice
    ORIGINAL_OF_ANOTHER = "original_of_another"  # invoice, theirs, ours
    ORIGINAL_IS_CREDITED = "original_is_credited"  # invoice
    ORIGINAL_IN_ANOTHER_CURRENCY = "original_in_another_currency"  # invoice, currency, ours
    CREDIT_TOO_LARGE = "credit_too_large"  # invoice, left, amount
    CREDIT_VAT_DIFFERS = "credit_vat_differs"  # invoice, vat_code, left, amount
    CREDIT_PRODUCT_DIFFERS = "credit_product_differs"  # invoice, article
    CREDIT_BEFORE_INVOICE = "credit_before_invoice"  # invoice, invoice_date
    CREDIT_BEGUN_OTHERWISE = "credit_begun_otherwise"  # invoice
    CREDIT_WITHOUT_REFERENCE = "credit_without_reference"  # number, comment
    REFUND_OF_GIFT_CARD = "refund_of_gift_card"  # invoice, amount, gift_card, paid
    REFUND_UNDECIDED = "refund_undecided"  # amount
    CUSTOMER_WITHOUT_NAME = "customer_without_name"
    NOTHING_TO_INVOICE = "nothing_to_invoice"
    ZERO_TOTAL_WITH_VAT = "zero_total_with_vat"  # rate, amount
    ROUNDING_PRODUCT_MISSING = "rounding_product_missing"  # amount
    ROUNDING_PRODUCT_WITH_VAT = "rounding_product_with_vat"  # amount, rate
    DEPARTMENT_REQUIRED = "department_required"  # line, account
    DEPARTMENT_GONE = "department_gone"  # department
    ROUNDING_TOO_LARGE = "rounding_too_large"  # amount
    PERIOD_CLOSED = "period_closed"  # invoice_date
    RECEIPT_PERIOD_CLOSED = "receipt_period_closed"  # invoice_date
    LAST_MONTH_NOT_DELIVERED = "last_month_not_delivered"  # invoice_date, delivered
    LAST_MONTH_TOO_LATE = "last_month_too_late"  # invoice_date
    LAST_MONTH_CLOSED = "last_month_closed"  # invoice_date
    LAST_MONTH_UNKNOWN = "last_month_unknown"  # invoice_date
    STATUS_NOT_COMPLETED = "status_not_completed"  # status
    STATUS_CALLED_OFF = "status_called_off"  # status
    ORDER_NOT_FOUND = "order_not_found"  # order
    CHANGED_SINCE_READ = "changed_since_read"  # before, after
    STATUS_CHANGED_SINCE = "status_changed_since"  # before, after

    # Writing an order's status to the shop
    WRITE_BACK_OFF = "write_back_off"
    STATUS_REFUSED = "status_refused"  # status, text
    STATUS_NOT_CHANGED = "status_not_changed"  # status
    STATUS_UNANSWERED = "status_unanswered"  # status
    STATUS_FOUND_SET = "status_found_set"  # status
    STATUS_SET_BEFORE = "status_set_before"  # status
    STATUS_LEFT = "status_left"  # status
    NOTICE_NOT_SENT = "notice_not_sent"  # status
    NOTICE_SENT_BEFORE = "notice_sent_before"  # status
    NOTICE_UNCERTAIN = "notice_uncertain"  # status

    # Found in Tripletex
    NUMBER_TAKEN = "number_taken"  # number, ours, theirs, comment
    NUMBER_TAKEN_UNSEEN = "number_taken_unseen"  # number
    CUSTOMER_NUMBER_TAKEN = "customer_number_taken"  # number, theirs, ours
    CUSTOMER_AMBIGUOUS = "customer_ambiguous"  # name, count
    EHF_REFUSED = "ehf_refused"  # name, text
    STALE_IN_LEDGER = "stale_in_ledger"  # text
    CUSTOMER_FACTORING = "customer_factoring"  # name
    CUSTOMER_IN_LEDGER_DIFFERS = "customer_in_ledger_differs"  # number
    LINES_IN_LEDGER_DIFFER = "lines_in_ledger_differ"  # ours, theirs
    ORDER_EDITED = "order_edited"  # before, after
    ALREADY_BOOKED = "already_booked"  # invoice
    ALREADY_ORDER = "already_order"  # number
    EDITED_SINCE = "edited_since"  # before, after, difference
    TRANSFER_UNFINISHED = "transfer_unfinished"
    CREDITED_IN_PART = "credited_in_part"  # invoice, amount, credited
    CREDIT_CHANGED = "credit_changed"  # invoice
    INVOICE_GONE = "invoice_gone"  # invoice
    MARKED_AS_BOOKED = "marked_as_booked"  # voucher, remark, by, at
    ALREADY_MARKED = "already_marked"  # voucher
    NOT_MARKED = "not_marked"  # order
    VOUCHER_NOT_GIVEN = "voucher_not_given"

    # Notes on an order that was or will be transferred
    FREIGHT_ON_MIXED_RATES = "freight_on_mixed_rates"  # amount, rate
    FREIGHT_RATE_ASSUMED = "freight_rate_assumed"  # amount, rate
    ROUNDING_LINE = "rounding_line"  # amount
    PAYMENT_ON_CUSTOMER = "payment_on_customer"  # amount, payment_type, customer
    GIFT_CARDS_IN_DEBIT = "gift_cards_in_debit"  # account, stands, amount, debit
    MIXED_PACK = "mixed_pack"  # line
    GIFT_CARD_TAKEN_BACK = "gift_card_taken_back"  # line, amount, account
    PRODUCT_VAT_DIFFERS = "product_vat_differs"  # product, vat_code, theirs
    PRODUCT_INACTIVE = "product_inactive"  # product
    PRODUCT_TO_BE_MADE = "product_to_be_made"  # product
    PRODUCT_NUMBER_TAKEN = "product_number_taken"  # product
    PRODUCT_NAME_TAKEN = "product_name_taken"  # product, name
    COUNT_IN_TEXT = "count_in_text"  # count
    MORE_THAN_A_MONTH = "more_than_a_month"  # delivered
    OTHER_VAT_TERM = "other_vat_term"  # delivered_term, invoice_term
    VAT_ROUNDING = "vat_rounding"  # ours, shop
    EMAIL_LEFT_OUT = "email_left_out"  # email
    NO_EMAIL_ADDRESS = "no_email_address"
    ADOPTED = "adopted"  # invoice
    SETTLED = "settled"  # invoice
    EMAILED_BEFORE = "emailed_before"
    SENT_AS_EHF_BEFORE = "sent_as_ehf_before"
    EHF_SENT_AS_EMAIL = "ehf_sent_as_email"
    EHF_NOT_SENT = "ehf_not_sent"
    AMOUNT_DIFFERS = "amount_differs"  # ours, theirs
    OUTSTANDING_DIFFERS = "outstanding_differs"  # ours, theirs
    PAYMENT_DIFFERS = "payment_differs"  # payment_type, ours, theirs
    PAYMENTS_UNREAD = "payments_unread"  # invoice
    VAT_DIFFERS_IN_LEDGER = "vat_differs_in_ledger"  # vat_code, ours, theirs
    VAT_ROUNDED_IN_LEDGER = "vat_rounded_in_ledger"  # vat_code, ours, theirs
    VAT_UNREAD = "vat_unread"  # invoice
    VOUCHERS_UNREAD = "vouchers_unread"  # invoice
    INVOICE_ROUNDED = "invoice_rounded"  # amount
    TRANSFERRED_AGAIN = "transferred_again"  # invoice, number
    CREDIT_LEFT_OPEN = "credit_left_open"  # invoice, amount
    CREDIT_ORDER = "credit_order"
    CREDITS_INVOICE = "credits_invoice"  # invoice, order
    CREDIT_NOTE_BOOKED = "credit_note_booked"  # invoice
    CREDIT_NOTE_ADOPTED = "credit_note_adopted"  # invoice
    CREDIT_NOTE_SETTLED = "credit_note_settled"  # invoice
    REFUND_OTHERWISE = "refund_otherwise"  # sold_by, paid_back_by
    REFUND_BOOKED = "refund_booked"  # invoice, amount
    REFUND_NOT_OPEN = "refund_not_open"  # invoice, amount, open
    NOT_PAID_BACK = "not_paid_back"  # amount

    # Uncertain
    NOT_TRIED = "not_tried"
    STOPPED_BY_USER = "stopped_by_user"
    BROKEN_OFF = "broken_off"
    SETUP_CHANGED = "setup_changed"
    DAY_CHANGED = "day_changed"
    ORDER_GONE = "order_gone"  # number
    JUST_FOUND = "just_found"  # number
    CLOSED_WITHOUT_INVOICE = "closed_without_invoice"  # number
    INVOICE_CREDITED = "invoice_credited"  # invoice
    TAKEN_BACK = "taken_back"  # invoice, order
    TRANSFERRED_BY_ANOTHER = "transferred_by_another"  # number, amount
    OUTCOME_UNKNOWN = "outcome_unknown"
    CUSTOMER_UNCERTAIN = "customer_uncertain"  # name
    REFUND_UNFINISHED = "refund_unfinished"  # invoice, amount
    REFUND_UNCLEAR = "refund_unclear"  # invoice, before, now
    REFUND_SHARED = "refund_shared"  # invoice
    CLAIMED_BY_OTHER = "claimed_by_other"  # owner
    LEASE_LOST = "lease_lost"
    NO_ANSWER_YET = "no_answer_yet"  # until
    FOUND_AS_ORDER = "found_as_order"  # number
    NOT_IN_LEDGER = "not_in_ledger"
    CARD_UNPROVED = "card_unproved"

    # Connections
    CONSUMER_TOKEN_REJECTED = "consumer_token_rejected"
    EMPLOYEE_TOKEN_REJECTED = "employee_token_rejected"
    SESSION_REJECTED = "session_rejected"
    SHOP_TOKEN_REJECTED = "shop_token_rejected"
    SHOP_TOKEN_EXPIRED = "shop_token_expired"  # expired
    SHOP_TOKEN_NOT_A_TOKEN = "shop_token_not_a_token"
    SHOP_PERMISSION_MISSING = "shop_permission_missing"  # permission
    PERMISSION_MISSING = "permission_missing"  # path
    WRONG_ENVIRONMENT = "wrong_environment"  # environment
    WRONG_COMPANY = "wrong_company"  # expected, found
    WRONG_SHOP = "wrong_shop"  # expected, found
    CLIENT_COMPANY_UNKNOWN = "client_company_unknown"  # company
    SERVICES_ELSEWHERE = "services_elsewhere"  # environment, tripletex, mystore, variables
    INSECURE_ADDRESS = "insecure_address"  # host
    NO_ANSWER = "no_answer"  # host
    SERVER_FAILED = "server_failed"  # status
    RATE_LIMITED = "rate_limited"  # seconds
    REJECTED = "rejected"  # status, code, field, text
    REQUEST_REFUSED = "request_refused"  # status, code, field, text
    BANK_ACCOUNT_MISSING = "bank_account_missing"
    CREDIT_REFUSED = "credit_refused"  # invoice, number, text
    REFUND_REFUSED = "refund_refused"  # amount, text
    ANSWER_NOT_UNDERSTOOD = "answer_not_understood"  # path
    KEYRING_ABSENT = "keyring_absent"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_FORGETFUL = "keyring_forgetful"  # backend
    KEYRING_PLAINTEXT = "keyring_plaintext"  # backend
    TOKEN_NOT_STORED = "token_not_stored"  # token

    # Files of this program
    PROFILE_UNKNOWN = "profile_unknown"  # profile, profiles
    PROFILE_ENVIRONMENT = "profile_environment"  # profile, environment, asked
    SETTINGS_UNREADABLE = "settings_unreadable"  # path, detail
    SETTINGS_TOO_NEW = "settings_too_new"  # path, version
    PAYMENT_TYPE_UNKNOWN = "payment_type_unknown"  # payment_type, count
    DEPARTMENT_UNKNOWN = "department_unknown"  # department, count
    STATUS_UNKNOWN = "status_unknown"  # status
    RECEIPT_UNCONFIRMED = "receipt_unconfirmed"
    PREFIX_FROZEN = "prefix_frozen"  # prefix
    TOKEN_NOT_GIVEN = "token_not_given"  # token
    NO_ORDER_NUMBERS = "no_order_numbers"
    ONE_ORDER_TO_CREDIT = "one_order_to_credit"
    SETUP_FILE_INVALID = "setup_file_invalid"  # path, detail
    SETUP_FILE_UNKNOWN_FIELD = "setup_file_unknown_field"  # path, detail
    SETUP_FILE_NOT_JSON = "setup_file_not_json"  # path, line
    FILE_UNWRITABLE = "file_unwritable"  # path
    PRACTICE_NOT_RUNNING = "practice_not_running"
    FILE_UNREADABLE = "file_unreadable"  # path
    JOURNAL_NOT_WRITABLE = "journal_not_writable"  # path
    JOURNAL_UNREADABLE = "journal_unreadable"  # path
    JOURNAL_TOO_NEW = "journal_too_new"  # path
    JOURNAL_LOCKED = "journal_locked"  # path
    JOURNAL_FULL = "journal_full"  # path
    JOURNAL_NOT_LOCAL = "journal_not_local"  # path


class Problem:
    """A code with its parameters: a reason without words. Equal when both are."""

    __slots__ = ("code", "params")

    def __init__(self, code: Code, /, **params: Value) -> None:
        self.code = code
        self.params: Mapping[str, Value] = params

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and (self.code, dict(self.params)) == (
            other.code,
            dict(other.params),
        )

    def __hash__(self) -> int:
        return hash((self.code, tuple(sorted((k, str(v)) for k, v in self.params.items()))))

    def __repr__(self) -> str:
        return f"Problem({self.code.value}, {dict(self.params)})"


class OrderStopped(Exception):
    """The order is not sent: `problems` says why, at least one."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__(*self.problems)


class OrderSkipped(OrderStopped):
    """The order is not to be sent, and nothing is wrong with it."""


class OrderUncertain(OrderStopped):
    """Something was sent and nobody can tell yet what came of it; nothing is sent again.

    After `again_after` seconds a look will tell; None when only a person can.
    """

    def __init__(self, *problems: Problem, again_after: float | None = None) -> None:
        super().__init__(*problems)
        self.again_after = again_after


class AppError(Exception):
    """Anything that the program expects to go wrong. `request_ids` are Tripletex' own."""

    remedy = Remedy.REPORT

    def __init__(
        self, code: Code, /, *, request_ids: tuple[str, ...] = (), **params: Value
    ) -> None:
        self.problem = Problem(code, **params)
        self.request_ids = request_ids
        super().__init__(repr(self.problem))

    @classmethod
    def of(cls, problem: Problem) -> Self:
        """The error for a reason that has been found already."""
        error = cls(problem.code)
        error.problem, error.args = problem, (repr(problem),)
        return error


class InputError(AppError):
    """What the user gave cannot be used; shown beside the field or on the command line."""

    remedy = Remedy.FIX_INPUT


class SetupError(AppError):
    """The connection must be mended before anything else works."""

    remedy = Remedy.RECONNECT


class NotAsAgreed(AppError):
    """What a person was shown and agreed to no longer holds; nothing was sent by anything else."""

    remedy = Remedy.FIX_INPUT


class CredentialsRejected(SetupError):
    """A token is wrong, expired, or of another environment."""


class PermissionMissing(SetupError):
    """The token is good but may not do this."""


class KeyringUnavailable(SetupError):
    """The operating system's keyring is absent, locked, or stores nothing."""


class RemoteError(AppError):
    """Tripletex or Mystore did not do what was asked."""


class RemoteUnavailable(RemoteError):
    """No answer to a read, or a write that certainly was not sent."""

    remedy = Remedy.RETRY_LATER


class RateLimited(RemoteUnavailable):
    """Over the limit; nothing was done. `seconds` until it is reset, 0 when nobody said."""

    @property
    def seconds(self) -> float:
        """How long the service asks to wait."""
        asked = self.problem.params.get("seconds")
        return float(asked) if isinstance(asked, int) else 0.0


class OrderRejected(RemoteError):
    """The service understood and refused: nothing was done."""

    remedy = Remedy.FIX_INPUT


class RequestRefused(OrderRejected):
    """The service does not know what the program asked: no change of the order helps."""

    remedy = Remedy.REPORT


class AnswerNotUnderstood(RemoteError):
    """An answer in a form that the program does not know; `path` names the place."""

    remedy = Remedy.REPORT


class OutcomeUnknown(RemoteError):
    """A write whose answer was lost or unreadable: it may have taken effect.

    `answered` tells that the server had finished with the request (a 500, a cut-off answer), so
    that nothing can take effect later; without an answer it still may.
    """

    remedy = Remedy.RECONCILE

    def __init__(self, *, answered: bool, request_ids: tuple[str, ...] = ()) -> None:
        super().__init__(Code.OUTCOME_UNKNOWN, request_ids=request_ids)
        self.answered = answered


class StorageError(AppError):
    """A file of the program cannot be read or written; nothing is sent without the journal."""
