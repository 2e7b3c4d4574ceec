"""Personal access tokens: a JWT with the claims of the real ones, signed for practice only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import jwt

PRACTICE_KEY = "practice-tokens-open-no-real-shop"
LIFETIME = timedelta(days=3653)  # [V1, S5] ten years
EXPIRED = "Token has expired or is invalid"  # [V1, S6]
READABLE = (
    "currencies",
    "customer-groups",
    "customers",
    "discounts",
    "languages",
    "order-product-attributes",
    "order-products",
    "order-status",
    "order-status-history",
    "order-tags",
    "order-totals",
    "orders",
    "payment",
    "product-variants",
    "products",
    "settings",
    "shipping",
    "tax-classes",
    "z-reports",
)
WRITABLE = ("orders", "order-status-history", "order-tags")
ALL_SCOPES = (
    *(f"read:{name}" for name in READABLE),
    *(f"write:{name}" for name in WRITABLE),
)


@dataclass(frozen=True, slots=True)
class Claims:
    """What a valid token lets its bearer do."""

    jti: str
    shop: str
    scopes: frozenset[str]

    def may_read(self, resource: str) -> bool:
        """Whether `read:<resource>` or `*` is among the scopes."""
        return bool(self.scopes & {"*", f"read:{resource}"})

    def may_write(self, resource: str) -> bool:
        """Any scope of the resource that is neither reading nor hiding: the name is INF."""
        return "*" in self.scopes or any(
            scope.endswith(f":{resource}") and not scope.startswith(("read:", "hide:"))
            for scope in self.scopes
        )


def make_token(
    shop: str,
    *,
    now: datetime,
    scopes: Iterable[str] = ALL_SCOPES,
    lifetime: timedelta = LIFETIME,
) -> str:
    """A token for the shop; a negative lifetime makes one that has expired."""
    issued = int(now.timestamp())
    expires = int((now + lifetime).timestamp())
    claims = {
        "aud": "1",
        "jti": f"practice-{shop}-{issued}-{expires}",
        "iat": issued,
        "nbf": issued,
        "exp": expires,
        "sub": f"{shop}_7",
        "scopes": list(scopes),
        "no_mystore_hosts": [shop],
    }
    return jwt.encode(claims, PRACTICE_KEY, algorithm="HS256")


def read_token(authorization: str, *, now: datetime) -> Claims | None:
    """The claims behind an Authorization header; None when it is no valid token."""
    scheme, _, token = authorization.partition(" ")
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            PRACTICE_KEY,
            algorithms=["HS256"],
            options={
                "verify_exp": False,  # the practice clock decides, not the computer's
                "verify_nbf": False,
                "verify_iat": False,
                "verify_aud": False,
                "require": ["exp", "scopes", "no_mystore_hosts"],
            },
        )
    except jwt.InvalidTokenError:
        return None
    if scheme != "Bearer" or claims["exp"] <= now.timestamp():
        return None
    return Claims(
        jti=str(claims.get("jti")),
        shop=str(claims["no_mystore_hosts"][0]),
        scopes=frozenset(claims["scopes"]),
    )
