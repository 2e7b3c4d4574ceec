"""A shop, a company, a keyring and files in memory, for a set-up that is under way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.ledger import FakeLedger
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import OSLO, an_order, company_facts
from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.errors import Code, InputError, KeyringUnavailable, StorageError
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.booking_check import UnwrittenAccounts
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.connect import ConnectionSaver
from tripletex_wizard.services.ports import AccountBook
from tripletex_wizard.services.setup import SetupService
from tripletex_wizard.services.setup_ports import OnLoaded
from tripletex_wizard.services.unfinished import UnfinishedSetups

T = TypeVar("T")

CONSUMER, EMPLOYEE, MYSTORE = Secret("c-1"), Secret("e-1"), Secret("m-1")


@dataclass
class Claims:
    expires: datetime | None = datetime(2027, 5, 1, 12, tzinfo=OSLO)
    missing: tuple[str, ...] = ()
    writing: tuple[str, ...] = ()

    def missing_permissions(self) -> tuple[str, ...]:
        return self.missing

    def missing_to_write(self) -> tuple[str, ...]:
        return self.writing


class MemoryKeyring:
    """While `locked`, every call is refused."""

    def __init__(self) -> None:
        self.stored: dict[tuple[str, str], str] = {}
        self.locked = False

    def read(self, profile: str, token: str) -> Secret | None:
        self._refuse_when_locked()
        text = self.stored.get((profile, token))
        return None if text is None else Secret(text)

    def store(self, profile: str, token: str, secret: Secret) -> None:
        self._refuse_when_locked()
        self.stored[profile, token] = secret.reveal()

    def forget(self, profile: str, token: str) -> None:
        self._refuse_when_locked()
        self.stored.pop((profile, token), None)

    def tokens(self, profile: str) -> dict[str, str]:
        return {token: text for (owner, token), text in self.stored.items() if owner == profile}

    def _refuse_when_locked(self) -> None:
        if self.locked:
            raise KeyringUnavailable(Code.KEYRING_LOCKED)


class MemorySettings:
    """While `full`, nothing can be saved."""

    def __init__(self) -> None:
        self.profiles: dict[str, Profile] = {}
        self.full = False

    def load(self, name: str) -> Profile:
        if name not in self.profiles:
            known = ", ".join(self.profiles)
            raise InputError(Code.PROFILE_UNKNOWN, profile=name, profiles=known)
        return self.profiles[name]

    def save(self, profile: Profile) -> None:
        if self.full:
            raise StorageError(Code.FILE_UNWRITABLE, path="settings.json")
        self.profiles[profile.name] = profile


class MemoryDrafts:
    """Keeps drafts without their tokens and their trial; `unreadable` ones cannot be loaded."""

    def __init__(self) -> None:
        self.kept: dict[str, SetupDraft] = {}
        self.unreadable = False
        self.full = False

    def latest(self) -> SetupDraft | None:
        self._refuse_unreadable()
        new = [draft for draft in self.kept.values() if not draft.profile_name]
        return new[-1] if new else None

    def load(self, draft_id: str) -> SetupDraft | None:
        self._refuse_unreadable()
        return self.kept.get(draft_id)

    def save(self, draft: SetupDraft) -> None:
        if self.full:
            raise StorageError(Code.FILE_UNWRITABLE, path="draft.json")
        self.kept.pop(draft.id, None)
        self.kept[draft.id] = without_what_is_not_kept(draft)

    def forget(self, draft_id: str) -> None:
        self.kept.pop(draft_id, None)

    def _refuse_unreadable(self) -> None:
        if self.unreadable:
            raise StorageError(Code.SETTINGS_UNREADABLE, path="draft.json", detail="board")


def without_what_is_not_kept(draft: SetupDraft) -> SetupDraft:
    return replace(draft, consumer=None, employee=None, mystore=None, trial=None)


class SetupWorld:
    """Implements `SetupAccess`; `client_ledgers` are what an accountant's token opens."""

    def __init__(self) -> None:
        self.own = FakeLedger(company_facts())
        self.client_ledgers: dict[int, FakeLedger] = {}
        self.shop = FakeWebshop(an_order())
        self.claims = Claims()
        self.clock = FakeClock()
        self.keyring = MemoryKeyring()
        self.settings = MemorySettings()
        self.drafts = MemoryDrafts()
        self.entries = MemoryJournal(self.clock)
        self.account_book = UnwrittenAccounts()
        self.journals: list[str] = []
        self.still_open = 0
        self._begun = 0
        self.unfinished = UnfinishedSetups(self.drafts, self.keyring, self.settings, self._new_id)
        self.saver = ConnectionSaver(self.keyring, self.settings, self.clock, lambda _profile: None)
        self.service = SetupService(self, self.saver, self.unfinished, "kari@pc1")

    def become_accountant(self, *clients: Company) -> None:
        """From now on the tokens open nothing but these companies."""
        self.own.settings.client_companies = clients
        for company in clients:
            facts = replace(company_facts(), company=company)
            self.client_ledgers[company.id] = FakeLedger(facts)

    # SetupAccess

    def ledger(
        self,
        environment: Environment,
        tokens: Mapping[str, Secret],
        client_company: int | None,
        cancel: CancelToken,
    ) -> AbstractContextManager[FakeLedger]:
        assert {"consumer", "employee"} <= tokens.keys()
        opened = self.own if client_company is None else self.client_ledgers[client_company]
        return self._open(opened)

    def webshop(
        self, environment: Environment, token: Secret, cancel: CancelToken, on_loaded: OnLoaded
    ) -> AbstractContextManager[FakeWebshop]:
        on_loaded(len(self.shop.orders), len(self.shop.orders))
        return self._open(self.shop)

    def shop_token(self, token: Secret) -> Claims:
        return self.claims

    def accounts(self, profile_name: str) -> AccountBook:
        return self.account_book

    def journal(self, profile: Profile) -> AbstractContextManager[MemoryJournal]:
        self.journals.append(profile.name)
        return self._open(self.entries)

    @contextmanager
    def _open(self, opened: T) -> Iterator[T]:
        self.still_open += 1
        try:
            yield opened
        finally:
            self.still_open -= 1

    def _new_id(self) -> str:
        self._begun += 1
        return f"draft {self._begun}"
