"""What a Mystore token says about itself, read on this computer before any call (V1)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

import jwt
from pydantic import BaseModel, ConfigDict

from tripletex_wizard.domain.errors import Code, CredentialsRejected
from tripletex_wizard.domain.secret import Secret

NEEDED = (
    *("orders", "order-products", "order-totals", "order-status"),
    *("customers", "settings", "payment"),
)
WRITTEN = ("orders", "order-status-history")
"""Changed when an order is given a status."""

_THREE_PARTS = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_SHOP_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_NOT_READING = {"write", "hide", "create", "update", "delete"}
_NOT_WRITING = {"read", "hide", "delete"}


@dataclass(frozen=True, slots=True)
class TokenClaims:
    """What a token claims; `scopes` is None when it carries none.

    `expires` is aware, None for a token that never runs out.
    """

    shop: str
    expires: datetime | None
    scopes: frozenset[str] | None

    def is_expired(self, now: datetime) -> bool:
        """Whether the token has run out at `now` (aware)."""
        return self.expires is not None and self.expires <= now

    def missing_permissions(self) -> tuple[str, ...]:
        """The permissions to tick that this program needs and the token has not."""
        return () if self.scopes is None else missing_permissions(self.scopes)

    def missing_to_write(self) -> tuple[str, ...]:
        """The permissions to tick that a change of an order's status needs besides."""
        scopes = {"*"} if self.scopes is None else self.scopes
        return tuple(f"write:{name}" for name in WRITTEN if not _changes(scopes, name))

    def may_read(self, resource: str) -> bool:
        """Whether the token opens a resource, as far as its claims tell."""
        return self.scopes is None or _opens(self.scopes, resource)


class _Claims(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    no_mystore_hosts: tuple[str, ...] = ()
    sub: str = ""
    exp: float | None = None
    scopes: tuple[str, ...] | str | None = None


def bare_token(token: Secret) -> str:
    """The token without blanks around it and without a pasted «Bearer».

    CredentialsRejected(SHOP_TOKEN_NOT_A_TOKEN) when it is no JWT in form, so that nothing that
    cannot stand in a header is ever put into one.
    """
    text = token.reveal().strip().removeprefix("Bearer").strip()
    if not _THREE_PARTS.fullmatch(text):
        raise CredentialsRejected(Code.SHOP_TOKEN_NOT_A_TOKEN)
    return text


def read_claims(token: Secret) -> TokenClaims:
    """The claims, unverified: only Mystore can check the signature.

    Raises CredentialsRejected(SHOP_TOKEN_NOT_A_TOKEN) when it is no JWT or names no shop.
    """
    try:
        given = jwt.decode(bare_token(token), options={"verify_signature": False})
        claims = _Claims.model_validate(given)
        expires = None if claims.exp is None else datetime.fromtimestamp(claims.exp, UTC)
        return TokenClaims(_shop(claims), expires, _scopes(claims))
    except (jwt.InvalidTokenError, ValueError, OverflowError, OSError, RecursionError):
        # PyJWT's texts quote parts of the token, so the cause is not kept
        raise CredentialsRejected(Code.SHOP_TOKEN_NOT_A_TOKEN) from None


def check_expiry(claims: TokenClaims, now: datetime) -> None:
    """Raise CredentialsRejected(SHOP_TOKEN_EXPIRED) with the day, when the token has run out."""
    if claims.expires and claims.is_expired(now):
        raise CredentialsRejected(Code.SHOP_TOKEN_EXPIRED, expired=claims.expires.date())


def missing_permissions(scopes: Collection[str]) -> tuple[str, ...]:
    """Which of the needed permissions are not among `scopes`, as `read:<resource>`.

    Names are matched loosely, since only some are proved (mystore-api.md §2); `*` opens all.
    """
    return tuple(f"read:{name}" for name in NEEDED if not _opens(scopes, name))


def _opens(scopes: Collection[str], resource: str) -> bool:
    return any(scope == "*" or _names(scope, resource, _NOT_READING) for scope in scopes)


def _changes(scopes: Collection[str], resource: str) -> bool:
    """No source shows the name of a permission to write [INF]."""
    return any(scope == "*" or _names(scope, resource, _NOT_WRITING) for scope in scopes)


def _names(scope: str, resource: str, other_uses: set[str]) -> bool:
    words = set(re.split(r"[:./\s]+", scope.lower().replace("_", "-")))
    return bool(words & {resource, "*"}) and not words & other_uses


def _shop(claims: _Claims) -> str:
    shop = claims.no_mystore_hosts[0] if claims.no_mystore_hosts else claims.sub.rpartition("_")[0]
    if not _SHOP_NAME.fullmatch(shop):
        raise ValueError("the claims name no shop")
    return shop


def _scopes(claims: _Claims) -> frozenset[str] | None:
    if claims.scopes is None:
        return None
    return frozenset(claims.scopes.split() if isinstance(claims.scopes, str) else claims.scopes)
