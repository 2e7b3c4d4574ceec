"""Connecting a profile: what its tokens open must be what it is locked to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tripletex_wizard.domain.errors import AppError, Code, InputError, SetupError
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.order_numbers import numbered
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.setup import Connected, SetupRequest, profile_of
from tripletex_wizard.domain.transfer import Step
from tripletex_wizard.services.ports import Clock, Journal, Ledger, Secrets, SettingsStore, Webshop


def require_lock(profile: Profile, ledger: Ledger, webshop: Webshop) -> None:
    """Raise SetupError unless the tokens open the company and the shop of the profile.

    One company's orders can then never end in another's books, whatever token is pasted.
    """
    require_company(profile, ledger.company())
    require_shop(profile, webshop.shop())


def require_company(profile: Profile, company: Company) -> None:
    """Raise SetupError unless this is the company that the profile is locked to."""
    if (company.id, company.organization_number) != (
        profile.company_id,
        profile.organization_number,
    ):
        raise SetupError(
            Code.WRONG_COMPANY,
            expected=f"{profile.company_name} ({profile.organization_number})",
            found=f"{company.name} ({company.organization_number})",
        )


def require_shop(profile: Profile, shop: str) -> None:
    """Raise SetupError unless this is the shop that the profile is locked to."""
    if shop != profile.shop:
        raise SetupError(Code.WRONG_SHOP, expected=profile.shop, found=shop)


def connect(ledger: Ledger, webshop: Webshop) -> Connected:
    """What the tokens open, by real calls. Raises SetupError or RemoteError."""
    facts = ledger.facts()
    return Connected(
        ledger.company(),
        facts.payment_types,
        webshop.shop(),
        webshop.statuses(),
        facts.departments,
    )


def prefix_in_use(journal: Journal) -> str | None:
    """The number prefix that orders were sent with, None when none was sent."""
    sent = [
        entry
        for entries in journal.all_entries().values()
        for entry in entries
        if entry.step is Step.ORDER and not entry.facts.adopted
    ]
    newest = max(sent, key=lambda entry: entry.at, default=None)
    if newest is None:
        return None
    own_number = numbered(newest.order_number, newest.facts.round)
    return newest.facts.order_number.removesuffix(own_number)


@dataclass(frozen=True, slots=True)
class ConnectionSaver:
    """Stores a checked connection: the tokens first, read back, then the settings.

    `prefix_in_use` tells what the journal of a profile knows (see there).
    """

    secrets: Secrets
    settings: SettingsStore
    clock: Clock
    prefix_in_use: Callable[[Profile], str | None]

    def save(
        self, name: str, request: SetupRequest, connected: Connected, tokens: Mapping[str, Secret]
    ) -> Profile:
        """The stored profile. A changed mapping becomes a new numbered version.

        When anything fails, the tokens are as they were before, and the error goes on.
        """
        now = self.clock.now()
        profile = profile_of(name, request, connected, version=1, now=now)
        before = self.existing(name) if request.keeps_start_date else None
        if before:
            rules = replace(profile.rules, start_date=before.rules.start_date)
            profile = replace(profile, rules=rules)
        return self.keep(profile, tokens)

    def keep(self, profile: Profile, tokens: Mapping[str, Secret]) -> Profile:
        """Store a profile as `save` does; gives it with the version of its mapping."""
        profile = self.versioned(profile)
        self._store(profile, tokens)
        return profile

    def versioned(self, profile: Profile) -> Profile:
        """The profile with the version that its mapping has, or will have once it is stored.

        Raises SetupError or InputError when the stored profile of this name cannot become it.
        """
        version = 1
        before = self.existing(profile.name)
        if before:
            _require_same(before, profile)
            version = before.mapping.version + (before.mapping.rows != profile.mapping.rows)
        if before is None or before.rules.number_prefix != profile.rules.number_prefix:
            self._require_prefix(profile)
        return replace(profile, mapping=replace(profile.mapping, version=version))

    def existing(self, name: str) -> Profile | None:
        """The stored profile of this name, None when there is none."""
        try:
            return self.settings.load(name)
        except InputError:
            return None

    def _require_prefix(self, profile: Profile) -> None:
        """From the first transfer on the prefix stands, also when the settings are lost."""
        prefix = self.prefix_in_use(profile)
        if prefix not in {None, profile.rules.number_prefix}:
            raise InputError(Code.PREFIX_FROZEN, prefix=prefix)

    def _store(self, profile: Profile, tokens: Mapping[str, Secret]) -> None:
        before = {token: self.secrets.read(profile.secret_name, token) for token in tokens}
        try:
            for token, secret in tokens.items():
                self.secrets.store(profile.secret_name, token, secret)
            self.settings.save(profile)
        except AppError:
            self._restore(profile.secret_name, before)
            raise

    def _restore(self, name: str, before: Mapping[str, Secret | None]) -> None:
        for token, secret in before.items():
            if secret is None:
                self.secrets.forget(name, token)
            else:
                self.secrets.store(name, token, secret)


def _require_same(before: Profile, profile: Profile) -> None:
    """A profile keeps its environment, its company and its shop."""
    if before.environment is not profile.environment:
        raise SetupError(
            Code.PROFILE_ENVIRONMENT,
            profile=profile.name,
            environment=before.environment.value,
            asked=profile.environment.value,
        )
    if before.company_id != profile.company_id:
        raise SetupError(
            Code.WRONG_COMPANY, expected=_company_of(before), found=_company_of(profile)
        )
    require_shop(before, profile.shop)


def _company_of(profile: Profile) -> str:
    """Two companies may have one name and one organisation number, but not one id."""
    return f"{profile.company_name} ({profile.organization_number}, id {profile.company_id})"
