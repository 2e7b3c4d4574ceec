"""An unfinished set-up: what is typed, what is known, and which page may be left."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum, IntEnum, StrEnum

from tripletex_wizard.domain.ledger import Company, Department, PaymentType
from tripletex_wizard.domain.mapping import MethodMapping, PaymentMapping, TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.prerequisites import BoardRow, Prerequisite
from tripletex_wizard.domain.profile import Environment, Profile, TransferRules
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.domain.zero_rated import ZeroRated


class Page(IntEnum):
    """The pages, numbered as the specification's steps: payment mapping is step 4."""

    START = 1
    CONNECT = 2
    PREREQUISITES = 3
    MAPPING = 4
    TRANSFER = 5
    TRIAL = 6
    SUMMARY = 7


class LiveCheck(StrEnum):
    """A check by real calls, tied to what is typed when it starts."""

    TRIPLETEX = "tripletex"
    MYSTORE = "mystore"
    BOARD = "board"
    METHODS = "methods"
    TRIAL = "trial"


class Missing(Enum):
    """Why a page cannot be left yet; the sentence is the line at the foot of the page."""

    PREPARATIONS = "preparations"
    OTHER_TRANSFER = "other_transfer"
    TRIPLETEX_TOKENS = "tripletex_tokens"
    TRIPLETEX_CHECK = "tripletex_check"
    CLIENT_COMPANY = "client_company"
    SHOP_TOKEN = "shop_token"  # noqa: S105 - no token
    SHOP_CHECK = "shop_check"
    BOARD_CHECK = "board_check"
    BOARD_MUST_FIX = "board_must_fix"
    METHODS_READ = "methods_read"
    METHODS_UNDECIDED = "methods_undecided"
    MAPPING_CONFIRMED = "mapping_confirmed"
    STATUS_CHOSEN = "status_chosen"
    DEPARTMENT_CHOSEN = "department_chosen"
    TRIAL_SEEN = "trial_seen"
    TRIAL_WITHOUT_ORDER = "trial_without_order"
    SIGNED_BY = "signed_by"


class Posting(Enum):
    """What happens to a method's orders, apart from which payment type they get."""

    UNDECIDED = "undecided"
    PAYMENT_TYPE = "payment_type"
    NOT_PAID = "not_paid"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class MethodChoice:
    """One row of the three-column table while it is filled in.

    `orders` and `amount` are those of the last 90 days. A suggestion counts as chosen only when
    it is `accepted`.
    """

    method: str
    label: str
    orders: int = 0
    amount: Money = field(default_factory=lambda: Money(0))
    posting: Posting = Posting.UNDECIDED
    payment_type_id: int | None = None
    send_invoice: bool = False
    transfer_as: TransferAs = TransferAs.INVOICE
    suggested: str = ""
    accepted: bool = False

    @property
    def is_decided(self) -> bool:
        """Whether a person has chosen, or accepted, what happens."""
        return self.accepted and self.posting is not Posting.UNDECIDED

    def mapping(self) -> MethodMapping:
        """The row as it is confirmed."""
        return MethodMapping(
            self.method,
            self.label,
            self.payment_type_id if self.posting is Posting.PAYMENT_TYPE else None,
            self.send_invoice,
            self.transfer_as,
            left_out=self.posting is Posting.LEFT_OUT,
        )


@dataclass(frozen=True, slots=True)
class Confirmation:
    """«Jeg ønsker å føre betalingsmodulene på denne måten»: of which rows, by whom, when."""

    rows: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TripletexFound:
    """What the Tripletex tokens opened.

    `clients` are there for an accountant's token only, which opens no company of its own:
    `company` is None until one of them has been chosen and opened.
    """

    company: Company | None
    clients: tuple[Company, ...]
    payment_types: tuple[PaymentType, ...]
    departments: tuple[Department, ...] | None = ()


@dataclass(frozen=True, slots=True)
class ShopFound:
    """What the Mystore token opened; `missing` are permissions to tick.

    `missing_to_write` are those that only a change of status needs.
    """

    shop: str
    expires: date | None
    statuses: tuple[OrderStatus, ...]
    missing: tuple[str, ...] = ()
    missing_to_write: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetupDraft:
    """Everything that the wizard's pages hold. Replaced, never changed; secrets have no text.

    `id` is what an unfinished set-up is kept under; `profile_name` is given when an existing
    profile is changed. `methods_for` and `trial_seen` say for what the methods were read and the
    trial was made, `untried` for what a person went on without one; `zero_rated` was read with
    the methods. `trial_order` is a chosen order number, empty for the newest pending order.
    `reached` is the page that nobody has left forwards yet; those before it have been looked at.
    """

    id: str = ""
    profile_name: str = ""
    environment: Environment = Environment.PRODUCTION
    prepared: bool = False
    other_transfer_off: bool = False
    consumer: Secret | None = field(default=None, repr=False)
    employee: Secret | None = field(default=None, repr=False)
    mystore: Secret | None = field(default=None, repr=False)
    client_company_id: int | None = None
    tripletex: TripletexFound | None = None
    shop: ShopFound | None = None
    board: tuple[BoardRow, ...] = ()
    board_checked_at: datetime | None = None
    customer_numbers_confirmed: bool = False
    methods: tuple[MethodChoice, ...] = ()
    methods_for: str = ""
    zero_rated: tuple[ZeroRated, ...] = ()
    confirmation: Confirmation | None = None
    rules: TransferRules | None = None
    trial_order: str = ""
    trial: Trial | None = None
    trial_seen: str = ""
    untried: str = ""
    signed_by: str = ""
    reached: Page = Page.START

    @property
    def tripletex_inputs(self) -> str:
        """A fingerprint of the Tripletex tokens and their environment; shows nothing of them."""
        return _fingerprint(
            self.environment.value,
            self.consumer.reveal() if self.consumer else "",
            self.employee.reveal() if self.employee else "",
        )

    @property
    def shop_inputs(self) -> str:
        """A fingerprint of what the Mystore check depends on."""
        return _fingerprint(self.environment.value, self.mystore.reveal() if self.mystore else "")

    @property
    def trial_inputs(self) -> str:
        """A fingerprint of what decides how an order would be posted."""
        return _fingerprint(self.opened, self.rows_fingerprint, repr(self.rules), self.trial_order)

    @property
    def rows_fingerprint(self) -> str:
        """The same as long as the mapping rows are those that were confirmed."""
        return _fingerprint(*(repr(row.mapping()) for row in self.methods))

    @property
    def company(self) -> Company | None:
        """The company that the profile will be locked to, when it has been opened."""
        found = self.tripletex
        if found is None or found.company is None:
            return None
        is_chosen = not found.clients or found.company.id == self.client_company_id
        return found.company if is_chosen else None

    @property
    def opened(self) -> str:
        """Which company and shop the tokens open; empty until both have answered."""
        if self.company is None or self.shop is None:
            return ""
        return f"{self.environment.value} {self.company.id} {self.shop.shop}"

    @property
    def methods_read(self) -> bool:
        """Whether the methods are those of the company and shop that are opened now."""
        return bool(self.opened) and self.methods_for == self.opened

    @property
    def is_trial_seen(self) -> bool:
        """Whether an order was shown as it would be posted by the set-up as it stands now."""
        return self.trial_seen == self.trial_inputs

    @property
    def is_untried(self) -> bool:
        """Whether a person went on without a trial, and nothing has changed since."""
        return self.untried == self.trial_inputs

    @property
    def is_confirmed(self) -> bool:
        """Whether the rows as they stand now have been confirmed."""
        return self.confirmation is not None and self.confirmation.rows == self.rows_fingerprint

    def with_methods(self, methods: tuple[MethodChoice, ...]) -> SetupDraft:
        """The draft with other rows; a confirmation of the old ones no longer counts."""
        return replace(self, methods=methods)


def missing(draft: SetupDraft, page: Page) -> tuple[Missing, ...]:
    """Why `page` cannot be left, in the order of its controls; empty when it can."""
    return tuple(reason for reason, is_missing in _DEMANDS[page](draft) if is_missing)


def is_waiting_to_be_mended(draft: SetupDraft) -> bool:
    """Whether step 3 can be left although a point on it is «Må rettes».

    Of a set-up that is in use: it stops the orders concerned already, and nothing else could be
    changed meanwhile. A new set-up waits only for what is mended on a later page.
    """
    is_there = any(row.must_be_mended for row in draft.board)
    return is_there and not missing(draft, Page.PREREQUISITES)


def first_open_page(draft: SetupDraft) -> Page:
    """The first page that cannot be left yet."""
    return next((page for page in Page if missing(draft, page)), Page.SUMMARY)


def page_to_resume(draft: SetupDraft) -> Page:
    """Where a closed wizard goes on: choices made beforehand are not skipped unseen."""
    return min(draft.reached, first_open_page(draft))


Demands = list[tuple[Missing, bool]]


def _of_start(draft: SetupDraft) -> Demands:
    return [
        (Missing.PREPARATIONS, not draft.prepared),
        (Missing.OTHER_TRANSFER, not draft.other_transfer_off),
    ]


def _of_connection(draft: SetupDraft) -> Demands:
    tokens = bool(draft.consumer and draft.employee)
    found = draft.tripletex
    clients = {row.id for row in found.clients} if found else set()
    is_chosen = not clients or draft.client_company_id in clients
    return [
        (Missing.TRIPLETEX_TOKENS, not tokens),
        (Missing.TRIPLETEX_CHECK, tokens and is_chosen and draft.company is None),
        (Missing.CLIENT_COMPANY, not is_chosen),
        (Missing.SHOP_TOKEN, not draft.mystore),
        (Missing.SHOP_CHECK, bool(draft.mystore) and draft.shop is None),
    ]


def _of_board(draft: SetupDraft) -> Demands:
    is_in_use = bool(draft.profile_name)
    must_fix = any(
        row.must_be_mended
        and not row.is_mended_later
        and not (is_in_use and row.stops_single_orders)
        for row in draft.board
    )
    return [
        (Missing.BOARD_CHECK, len(draft.board) < len(Prerequisite)),
        (Missing.BOARD_MUST_FIX, must_fix),
    ]


def _of_mapping(draft: SetupDraft) -> Demands:
    return [
        (Missing.METHODS_READ, not draft.methods_read),
        (Missing.METHODS_UNDECIDED, not all(row.is_decided for row in draft.methods)),
        (Missing.MAPPING_CONFIRMED, not draft.is_confirmed),
    ]


def _of_rules(draft: SetupDraft) -> Demands:
    rules = draft.rules
    return [
        (Missing.STATUS_CHOSEN, rules is None or not rules.completed_statuses),
        (Missing.DEPARTMENT_CHOSEN, is_department_gone(draft)),
    ]


def is_department_gone(draft: SetupDraft) -> bool:
    """Whether the chosen department is none of the company's active ones any more.

    One that nobody could look for is kept.
    """
    chosen = draft.rules.department if draft.rules else None
    found = draft.tripletex.departments if draft.tripletex else ()
    if chosen is None or found is None:
        return False
    return chosen.id not in {row.id for row in found}


def _of_trial(draft: SetupDraft) -> Demands:
    is_to_be_seen = not draft.is_trial_seen and not draft.is_untried
    is_without_order = draft.trial is not None and draft.trial.order is None
    return [
        (Missing.TRIAL_SEEN, is_to_be_seen and not is_without_order),
        (Missing.TRIAL_WITHOUT_ORDER, is_to_be_seen and is_without_order),
    ]


def _of_summary(draft: SetupDraft) -> Demands:
    return [(Missing.SIGNED_BY, not draft.signed_by.strip())]


_DEMANDS: dict[Page, Callable[[SetupDraft], Demands]] = {
    Page.START: _of_start,
    Page.CONNECT: _of_connection,
    Page.PREREQUISITES: _of_board,
    Page.MAPPING: _of_mapping,
    Page.TRANSFER: _of_rules,
    Page.TRIAL: _of_trial,
    Page.SUMMARY: _of_summary,
}


def profile_of_draft(draft: SetupDraft, *, version: int) -> Profile:
    """The profile of a draft whose tokens have been checked.

    As it stands: undecided methods have no row, and without a confirmation none is recorded.
    """
    company, shop, rules, found = draft.company, draft.shop, draft.rules, draft.tripletex
    assert company is not None
    assert shop is not None
    assert rules is not None
    assert found is not None
    confirmation = draft.confirmation if draft.is_confirmed else None
    return Profile(
        name=draft.profile_name or company.name,
        environment=draft.environment,
        company_id=company.id,
        company_name=company.name,
        organization_number=company.organization_number,
        shop=shop.shop,
        rules=rules,
        mapping=PaymentMapping(
            version,
            tuple(row.mapping() for row in draft.methods if row.is_decided),
            confirmation.name if confirmation else "",
            confirmation.at if confirmation else None,
        ),
        client_company=bool(found.clients),
        customer_numbers_confirmed=draft.customer_numbers_confirmed,
    )


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
