"""Connecting a profile: what its tokens open must be what it is locked to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tripletex_wizard.domain.errors import AppError, Code, InputError, SetupError
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.setup import Connected, SetupRequest, profile_of
from tripletex_wizard.services.ports import Clock, Ledger, Secrets, SettingsStore, Webshop


def require_lock(profile: Profile, ledger: Ledger, webshop: Webshop) -> None:
    """Raise SetupError unless the tokens open the company and the shop of the profile.

    One company's orders can then never end in another's books, whatever token is pasted.
    """
    company = ledger.company()
    if (company.id, company.organization_number) != (
        profile.company_id,
        profile.organization_number,
    ):
        raise SetupError(
            Code.WRONG_COMPANY,
            expected=f"{profile.company_name} ({profile.organization_number})",
            found=f"{company.name} ({company.organization_number})",
        )
    if webshop.shop() != profile.shop:
        raise SetupError(Code.WRONG_SHOP, expected=profile.shop, found=webshop.shop())


def connect(ledger: Ledger, webshop: Webshop) -> Connected:
    """What the tokens open, by real calls. Raises SetupError or RemoteError."""
    return Connected(
        ledger.company(), ledger.facts().payment_types, webshop.shop(), webshop.statuses()
    )


@dataclass(frozen=True, slots=True)
class ConnectionSaver:
    """Stores a checked connection: the tokens first, read back, then the settings.

    `has_transferred` tells whether the profile's journal holds anything.
    """

    secrets: Secrets
    settings: SettingsStore
    clock: Clock
    has_transferred: Callable[[Profile], bool]

    def save(
        self, name: str, request: SetupRequest, connected: Connected, tokens: Mapping[str, Secret]
    ) -> Profile:
        """The stored profile. A changed mapping becomes a new numbered version.

        When anything fails, the tokens are as they were before, and the error goes on.
        """
        before = self._existing(name)
        now = self.clock.now()
        profile = profile_of(name, request, connected, version=1, now=now)
        if before:
            self._require_fit(before, profile)
            changed = before.mapping.rows != profile.mapping.rows
            version = before.mapping.version + changed
            profile = profile_of(name, request, connected, version=version, now=now)
        self._store(profile, tokens)
        return profile

    def _require_fit(self, before: Profile, profile: Profile) -> None:
        """A profile keeps its company and shop, and its number prefix from the first transfer."""
        if before.secret_name != profile.secret_name:
            raise SetupError(
                Code.WRONG_COMPANY,
                expected=f"{before.company_name} ({before.shop})",
                found=f"{profile.company_name} ({profile.shop})",
            )
        prefix = before.rules.number_prefix
        if prefix != profile.rules.number_prefix and self.has_transferred(before):
            raise InputError(Code.PREFIX_FROZEN, prefix=prefix)

    def _existing(self, name: str) -> Profile | None:
        try:
            return self.settings.load(name)
        except InputError:
            return None

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
