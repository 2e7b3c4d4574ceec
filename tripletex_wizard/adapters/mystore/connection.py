"""Sends requests to one shop's API and turns every refusal into the program's errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from tripletex_wizard.adapters.http import Answer, HttpClient
from tripletex_wizard.adapters.mystore.jsonapi import (
    ParameterRefused,
    ResourceAbsent,
    decoded,
    next_page,
    not_understood,
    parsed,
)
from tripletex_wizard.adapters.mystore.token import TokenClaims, bare_token, check_expiry
from tripletex_wizard.adapters.mystore.wire import ListDocument, SingleDocument
from tripletex_wizard.domain.errors import (
    Code,
    CredentialsRejected,
    PermissionMissing,
    SetupError,
)
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.ports import Clock

USER_AGENT = "tripletex-wizard"
JSON_API = "application/vnd.api+json"
PLAIN_JSON = "application/json"
NO_QUERY: Mapping[str, str] = {}

ALWAYS_THERE = ("orders", "order-status", "settings")
"""Every shop has these, so that 404 for one of them means that the shop itself is not there."""


class ShopConnection:
    """Requests to the shop that the token belongs to; only `status_writing` changes anything.

    Every read may raise CredentialsRejected (expired before the call, or refused by the shop),
    PermissionMissing, SetupError(WRONG_SHOP), RemoteUnavailable, ParameterRefused (400),
    ResourceAbsent (404) or AnswerNotUnderstood.
    """

    def __init__(
        self, http: HttpClient, base_url: str, token: Secret, claims: TokenClaims, clock: Clock
    ) -> None:
        self.claims = claims
        self.root = f"/shops/{claims.shop}/"
        self._http = http
        self._base_url = base_url
        self._token = token
        self._clock = clock

    def single(self, path: str, query: Mapping[str, str] = NO_QUERY) -> SingleDocument:
        """One JSON:API resource."""
        return parsed(SingleDocument, self._json(self.root + path, query, JSON_API), path)

    def pages(
        self, path: str, query: Mapping[str, str] = NO_QUERY
    ) -> Iterator[tuple[ListDocument, bool]]:
        """The pages of a list, each with whether it is the last one.

        A page past the end, an empty page and a missing `links.next` end the list [V1].
        """
        place = self.root + path
        seen: set[str] = set()
        while True:
            try:
                page = parsed(ListDocument, self._json(place, query, JSON_API), path)
            except ResourceAbsent:
                if seen:
                    return
                self._check_shop(path)
                raise
            if not page.data and not seen:
                self._check_permission(path)
            following = page.links.next if page.data else None
            yield page, following is None
            if following is None:
                return
            if following in seen:
                raise not_understood("links.next")
            seen.add(following)
            place, query = next_page(following, self._base_url, self.root)

    def plain(self, path: str) -> Any:
        """The value of a plain-JSON end point (settings, payment, shipping) [V2]."""
        try:
            value = self._json(self.root + path, NO_QUERY, PLAIN_JSON)
        except ResourceAbsent:
            self._check_shop(path)
            raise
        if not value:
            self._check_permission(path)
        return value

    def answer(
        self, path: str, query: Mapping[str, str] = NO_QUERY, accept: str = JSON_API
    ) -> Answer:
        """The answer as it is, whatever its status, except when the token is refused."""
        return self._read(self.root + path, query, accept)

    def change(self, method: str, path: str, body: object) -> Answer:
        """Send a change, once; the answer as it is, whatever its status.

        Raises PermissionMissing and CredentialsRejected (refused, so nothing was done), and as
        `HttpClient.write` does.
        """
        headers = self._headers(JSON_API)
        answer = self._http.write(method, self.root + path, json=body, headers=headers)
        self._check_token(answer)
        if answer.status == HTTPStatus.FORBIDDEN:
            raise permission_missing(path, "write")
        return answer

    def _check_permission(self, path: str) -> None:
        """Nothing at all may mean that the token does not open this; its claims tell."""
        if not self.claims.may_read(resource_of(path)):
            raise permission_missing(path)

    def _check_shop(self, path: str) -> None:
        if path in ALWAYS_THERE:
            raise SetupError(Code.WRONG_SHOP, expected=self.claims.shop, found="")

    def _json(self, place: str, query: Mapping[str, str], accept: str) -> Any:
        answer = self._read(place, query, accept)
        path = place.removeprefix(self.root)
        match answer.status:
            case HTTPStatus.OK:
                return decoded(answer.body, path)
            case HTTPStatus.BAD_REQUEST:
                raise ParameterRefused(Code.ANSWER_NOT_UNDERSTOOD, path=_status(path, answer))
            case HTTPStatus.FORBIDDEN:
                raise permission_missing(path)
            case HTTPStatus.NOT_FOUND:
                self._check_permission(path)
                raise ResourceAbsent(Code.ANSWER_NOT_UNDERSTOOD, path=_status(path, answer))
        raise not_understood(_status(path, answer))

    def _read(self, place: str, query: Mapping[str, str], accept: str) -> Answer:
        answer = self._http.read(place, params=query, headers=self._headers(accept))
        self._check_token(answer)
        return answer

    def _headers(self, kind: str) -> dict[str, str]:
        check_expiry(self.claims, self._clock.now())
        return {
            "Accept": kind,
            "Content-Type": kind,
            "User-Agent": USER_AGENT,
            "Authorization": f"Bearer {bare_token(self._token)}",
        }

    @staticmethod
    def _check_token(answer: Answer) -> None:
        if answer.status == HTTPStatus.UNAUTHORIZED or _is_token_refusal(answer):
            raise CredentialsRejected(Code.SHOP_TOKEN_REJECTED)


def permission_missing(path: str, use: str = "read") -> PermissionMissing:
    """The permission to tick for a path: that of its last kind, as in `orders/7/order-totals`."""
    permission = f"{use}:{resource_of(path)}"
    return PermissionMissing(Code.SHOP_PERMISSION_MISSING, permission=permission)


def resource_of(path: str) -> str:
    """The kind of resource that a path leads to: `customers` for `customers/3312`."""
    words = path.split("/")
    nested = 3  # orders/7/order-totals
    return words[-1] if len(words) == nested else words[0]


def _is_token_refusal(answer: Answer) -> bool:
    """403 with «Token has expired or is invalid», as in 2017 [V1]; other 403s are permissions."""
    if answer.status != HTTPStatus.FORBIDDEN:
        return False
    said = answer.body.decode("utf-8", "replace").lower()
    return "token" in said and ("expired" in said or "invalid" in said) and "scope" not in said


def _status(path: str, answer: Answer) -> str:
    return f"{path} ({answer.status})"
