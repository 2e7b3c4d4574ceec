"""What the wizard asks of Tripletex and Mystore, and how its draft becomes a profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from tripletex_wizard.domain.draft import (
    SetupDraft,
    ShopFound,
    TripletexFound,
    profile_of_draft,
)
from tripletex_wizard.domain.errors import Code, PermissionMissing, SetupError
from tripletex_wizard.domain.found import MethodsFound
from tripletex_wizard.domain.known_accounts import SeenAccounts
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.prerequisites import BoardRow, Prerequisite
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.transfer import Outcome, Progress
from tripletex_wizard.domain.trial import Trial, as_it_stands
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.connect import (
    ConnectionSaver,
    require_company,
    require_lock,
    require_shop,
)
from tripletex_wizard.services.methods import methods_in_use
from tripletex_wizard.services.placed_orders import PlacedOrders
from tripletex_wizard.services.ports import Ledger, Webshop
from tripletex_wizard.services.prerequisites import PrerequisiteBoard
from tripletex_wizard.services.setup_ports import OnLoaded, SetupAccess
from tripletex_wizard.services.transfer import TransferService
from tripletex_wizard.services.trial import book, order_to_try, try_out
from tripletex_wizard.services.unfinished import UnfinishedSetups, tokens_of


def _unheard(_done: int, _total: int | None) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class SetupService:
    """Every call opens what the draft's tokens lead to, and closes it again.

    Each may raise SetupError (a wrong token, a wrong environment, a missing right) or RemoteError
    (no answer). `owner` names this program and PC in claims.
    """

    access: SetupAccess
    saver: ConnectionSaver
    unfinished: UnfinishedSetups
    owner: str

    def now(self) -> datetime:
        """The present moment in Norway."""
        return self.saver.clock.now()

    # live checks

    def check_tripletex(self, draft: SetupDraft, cancel: CancelToken) -> TripletexFound:
        """The company that the tokens open, or the clients that an accountant may choose from.

        An accountant's token may not read a company of its own [DEV], so the clients come first.
        Raises SetupError(WRONG_COMPANY) when the profile that is changed has another one.
        """
        with self._ledger(draft, cancel, client=None) as ledger:
            clients = _clients(ledger)
            if not clients:
                return self._found(draft, ledger, ())
        if draft.client_company_id not in {row.id for row in clients}:
            return TripletexFound(None, clients, ())
        with self._ledger(draft, cancel, client=draft.client_company_id) as ledger:
            return self._found(draft, ledger, clients)

    def check_mystore(self, draft: SetupDraft, cancel: CancelToken) -> ShopFound:
        """The shop that the token opens, what it says about itself, and a real call.

        Raises SetupError(WRONG_SHOP) when the profile that is changed has another one.
        """
        assert draft.mystore is not None
        claims = self.access.shop_token(draft.mystore)
        with self._webshop(draft, cancel) as webshop:
            shop, statuses = webshop.shop(), webshop.statuses()
        if profile := self._changed(draft):
            require_shop(profile, shop)
        expires = claims.expires.date() if claims.expires else None
        missing, missing_to_write = claims.missing_permissions(), claims.missing_to_write()
        return ShopFound(shop, expires, statuses, missing, missing_to_write)

    def board_rows(
        self,
        draft: SetupDraft,
        cancel: CancelToken,
        prerequisites: Sequence[Prerequisite] = tuple(Prerequisite),
    ) -> Iterator[BoardRow]:
        """Rows of the board as each is checked; a check that cannot be made says why."""
        profile = profile_of_draft(draft, version=1)
        with self._opened(draft, cancel) as (ledger, webshop):
            board = PrerequisiteBoard(ledger, webshop, self.saver.clock, profile)
            for prerequisite in prerequisites:
                cancel.checkpoint()
                yield board.check(prerequisite)

    def methods_in_use(
        self, draft: SetupDraft, cancel: CancelToken, on_loaded: OnLoaded = _unheard
    ) -> MethodsFound:
        """The shop's methods, with their orders of the last 90 days."""
        assert draft.rules is not None
        assert draft.shop is not None
        with self._webshop(draft, cancel, on_loaded) as webshop:
            statuses = draft.rules.completed_statuses or draft.shop.statuses
            return methods_in_use(webshop, statuses, self.now().date())

    # the trial

    def trial(
        self, draft: SetupDraft, cancel: CancelToken, on_loaded: OnLoaded = _unheard
    ) -> Trial:
        """The chosen order, or the newest completed one, as it would be posted; reads only.

        When a profile is changed, its journal tells of an order that was transferred already.
        Raises InputError(ORDER_NOT_FOUND) for a number that the shop does not know.
        """
        profile, today = self._profile(draft), self.now().date()
        with self._opened(draft, cancel, on_loaded) as (ledger, webshop):
            shop = PlacedOrders(webshop, profile.rules.gift_cards)
            order = order_to_try(shop, profile, draft.trial_order, today)
            tried = try_out(order, profile, ledger, today)
        if order is None or self._changed(draft) is None:
            return tried
        with self.access.journal(profile) as journal:
            return as_it_stands(tried, Progress(journal.entries(order.number)))

    def book_trial(self, draft: SetupDraft) -> Outcome:
        """Transfer the trial's order as the set-up says, without an e-mail to the customer.

        Only in a test company: ValueError otherwise, or without a plan.
        """
        trial = draft.trial
        if draft.environment is Environment.PRODUCTION or trial is None or trial.plan is None:
            raise ValueError("a trial is booked in a test company, once it has been shown")
        profile = self.saver.versioned(self._profile(draft))
        with (
            self._opened(draft, CancelToken()) as (ledger, webshop),
            self.access.journal(profile) as journal,
        ):
            clock, owner = self.saver.clock, self.owner
            shop = PlacedOrders(webshop, profile.rules.gift_cards)
            transfer = TransferService(
                *(ledger, journal, clock, profile, owner, shop),
                accounts=self.access.accounts(profile.name),
            )
            return book(trial, transfer)

    # the end

    def finish(self, draft: SetupDraft) -> Profile:
        """Store tokens and settings, wholly or not at all; the draft is then forgotten.

        Once more it is made sure that the tokens open what the pages showed. A change of the
        mapping becomes a new numbered version.
        """
        return self._keep(self._profile(draft), draft)

    def version_of(self, draft: SetupDraft) -> int:
        """The number that the draft's mapping has, or gets when it is stored."""
        return self.saver.versioned(self._profile(draft)).mapping.version

    def seen_accounts(self, draft: SetupDraft) -> tuple[SeenAccounts, ...]:
        """What vouchers have told of the accounts of the draft's company."""
        return self.access.accounts(self._profile(draft).name).seen()

    def replace_tokens(self, draft: SetupDraft) -> Profile:
        """Store the tokens of the profile that is changed, and nothing else of the draft."""
        return self._keep(self.saver.settings.load(draft.profile_name), draft)

    def _keep(self, profile: Profile, draft: SetupDraft) -> Profile:
        with self._opened(draft, CancelToken()) as (ledger, webshop):
            require_lock(profile, ledger, webshop)
        stored = self.saver.keep(profile, tokens_of(draft))
        self.unfinished.forget_finished(draft)
        return stored

    # what several of them need

    def _profile(self, draft: SetupDraft) -> Profile:
        """The draft's profile; a new one gets a name that no other company or shop has."""
        profile = profile_of_draft(draft, version=1)
        if draft.profile_name:
            return profile
        company, shop = profile.name, profile.shop
        names = (company, f"{company} ({shop})", f"{company} ({shop}, {profile.environment})")
        named = (replace(profile, name=name) for name in names)
        return next(filter(self._is_free_or_the_same, named), profile)

    def _is_free_or_the_same(self, profile: Profile) -> bool:
        before = self.saver.existing(profile.name)
        return before is None or before.secret_name == profile.secret_name

    def _found(
        self, draft: SetupDraft, ledger: Ledger, clients: tuple[Company, ...]
    ) -> TripletexFound:
        company = ledger.company()
        if clients and company.id != draft.client_company_id:
            raise SetupError(Code.CLIENT_COMPANY_UNKNOWN, company=draft.client_company_id)
        if profile := self._changed(draft):
            require_company(profile, company)
        facts = ledger.facts()
        return TripletexFound(company, clients, facts.payment_types, facts.departments)

    def _changed(self, draft: SetupDraft) -> Profile | None:
        return self.saver.existing(draft.profile_name) if draft.profile_name else None

    @contextmanager
    def _opened(
        self, draft: SetupDraft, cancel: CancelToken, on_loaded: OnLoaded = _unheard
    ) -> Iterator[tuple[Ledger, Webshop]]:
        with (
            self._ledger(draft, cancel, client=_client_of(draft)) as ledger,
            self._webshop(draft, cancel, on_loaded) as webshop,
        ):
            yield ledger, webshop

    def _ledger(
        self, draft: SetupDraft, cancel: CancelToken, *, client: int | None
    ) -> AbstractContextManager[Ledger]:
        return self.access.ledger(draft.environment, tokens_of(draft), client, cancel)

    def _webshop(
        self, draft: SetupDraft, cancel: CancelToken, on_loaded: OnLoaded = _unheard
    ) -> AbstractContextManager[Webshop]:
        token = tokens_of(draft)["mystore"]
        return self.access.webshop(draft.environment, token, cancel, on_loaded)


def _client_of(draft: SetupDraft) -> int | None:
    """The user name of an accountant's token; an ordinary token opens its own company."""
    is_client = draft.tripletex is not None and draft.tripletex.clients
    return draft.client_company_id if is_client else None


def _clients(ledger: Ledger) -> tuple[Company, ...]:
    """None for a token that may not ask: then it opens its own company."""
    try:
        return ledger.client_companies()
    except PermissionMissing:
        return ()
