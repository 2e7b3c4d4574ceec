"""What the set-up needs of the outside before there is a profile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.ports import AccountBook, Journal, Ledger, Webshop

OnLoaded = Callable[[int, int | None], None]
"""Called with how many orders have been read, and how many there are once that is known."""


class ShopToken(Protocol):
    """What a Mystore token says about itself."""

    @property
    def expires(self) -> datetime | None:
        """When it runs out, None when it never does."""
        ...

    def missing_permissions(self) -> tuple[str, ...]:
        """The permissions to tick that it lacks, as far as it tells."""
        ...

    def missing_to_write(self) -> tuple[str, ...]:
        """Those that a change of an order's status needs besides."""
        ...


class SetupAccess(Protocol):
    """Opens what tokens that are not stored yet lead to; everything is closed at the end.

    Waiting ends with CancelledError when `cancel` is cancelled.
    """

    def ledger(
        self,
        environment: Environment,
        tokens: Mapping[str, Secret],
        client_company: int | None,
        cancel: CancelToken,
    ) -> AbstractContextManager[Ledger]:
        """Tripletex; refused tokens that belong elsewhere raise WRONG_ENVIRONMENT."""
        ...

    def webshop(
        self, environment: Environment, token: Secret, cancel: CancelToken, on_loaded: OnLoaded
    ) -> AbstractContextManager[Webshop]:
        """Mystore. Raises CredentialsRejected for what is no token in form."""
        ...

    def shop_token(self, token: Secret) -> ShopToken:
        """The claims of a Mystore token. Raises CredentialsRejected when it has none."""
        ...

    def journal(self, profile: Profile) -> AbstractContextManager[Journal]:
        """The journal that the profile has, or will have."""
        ...

    def accounts(self, profile_name: str) -> AccountBook:
        """What vouchers told of the accounts of the profile's company."""
        ...


class Drafts(Protocol):
    """Unfinished set-ups without their tokens. Every call may raise StorageError."""

    def latest(self) -> SetupDraft | None:
        """The new set-up that was saved last, None when there is none; not a profile's change."""
        ...

    def load(self, draft_id: str) -> SetupDraft | None:
        """The draft, None when there is none. StorageError also when it cannot be understood."""
        ...

    def save(self, draft: SetupDraft) -> None:
        """Keep the draft under its id, wholly or not at all."""
        ...

    def forget(self, draft_id: str) -> None:
        """Delete a draft; nothing happens when there is none."""
        ...
