"""Signed calls to Tripletex: reads by id, whole lists, and writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tripletex_wizard.adapters.http import Answer, HttpClient, Params
from tripletex_wizard.adapters.tripletex import wire
from tripletex_wizard.adapters.tripletex.envelopes import value_of, values_of
from tripletex_wizard.adapters.tripletex.refusals import NOT_FOUND, REFUSED, UNAUTHORIZED, Refusal
from tripletex_wizard.adapters.tripletex.session import TripletexSession
from tripletex_wizard.domain.errors import Code, SetupError
from tripletex_wizard.domain.secret import Secret

W = TypeVar("W", bound=wire.Wire)

PAGE = 1000
OWN_COMPANY = "0"  # the user name of Basic auth, unless it is a client company [S, EX]
CLIENTS = "/company/%3EwithLoginAccess"

Login = tuple[str, Secret]


class Connection:
    """Calls within one company; `company_id` is that of an accountant's client.

    A call that is answered 401 did nothing: it is repeated once with a new session. Every read
    raises CredentialsRejected, PermissionMissing, RemoteUnavailable or AnswerNotUnderstood.
    """

    def __init__(self, http: HttpClient, session: TripletexSession, company_id: int | None) -> None:
        self._http = http
        self._session = session
        self._company_id = company_id
        self._user = OWN_COMPANY if company_id is None else str(company_id)

    def one(self, path: str, kind: type[W], *, fields: str = "") -> W:
        """One object, with just the fields of `kind` unless told otherwise."""
        answer = self._read(path, {"fields": fields or wire.fields_of(kind)})
        return value_of(_granted(answer), kind)

    def one_or_none(self, path: str, kind: type[W]) -> W | None:
        """One object, None when there is none with its id."""
        answer = self._read(path, {"fields": wire.fields_of(kind)})
        return None if answer.status == NOT_FOUND else value_of(_granted(answer), kind)

    def all(self, path: str, kind: type[W], **params: str | Sequence[str]) -> list[W]:
        """A whole list. Unknown filters are ignored by Tripletex [OBS]: check every hit."""
        found: list[W] = []
        while True:
            page = self.page(path, kind, start=len(found), count=PAGE, **params)
            found += page
            if len(page) < PAGE:  # fullResultSize is not exact [S, OBS]
                return found

    def page(
        self, path: str, kind: type[W], *, start: int, count: int, **params: str | Sequence[str]
    ) -> list[W]:
        """`count` objects of a list at most, from number `start` on."""
        bounds = {"from": str(start), "count": str(count), "fields": wire.fields_of(kind)}
        return values_of(_granted(self._read(path, {**params, **bounds})), kind)

    def clients(self) -> list[wire.Client]:
        """The companies that the token's owner keeps the books of, whoever the calls are for."""
        params = {"fields": wire.fields_of(wire.Client), "count": str(PAGE)}
        answer = self._signed(OWN_COMPANY, lambda login: self._get(CLIENTS, params, login))
        return values_of(_granted(answer), wire.Client)

    def write(
        self, method: str, path: str, *, params: Params | None = None, json: object = None
    ) -> Answer:
        """A write, whatever was answered below 500; raises as HttpClient.write does."""
        return self._call(
            lambda login: self._http.write(method, path, params=params, json=json, auth=login)
        )

    def close(self) -> None:
        """Delete the session and close the connections."""
        try:
            self._session.delete()
        finally:
            self._http.close()

    def _read(self, path: str, params: Params) -> Answer:
        return self._call(lambda login: self._get(path, params, login))

    def _get(self, path: str, params: Params, login: Login) -> Answer:
        return self._http.read(path, params=params, auth=login)

    def _call(self, call: Callable[[Login], Answer]) -> Answer:
        answer = self._signed(self._user, call)
        if answer.status != UNAUTHORIZED or self._company_id is None:
            return answer
        other = self._other_user_name(self._company_id)
        if other == self._user:
            return answer
        answer = self._signed(other, call)
        if answer.status != UNAUTHORIZED:
            self._user = other
        return answer

    def _signed(self, user: str, call: Callable[[Login], Answer]) -> Answer:
        token = self._session.token()
        answer = call((user, token))
        if answer.status == UNAUTHORIZED:
            answer = call((user, self._session.token(refused=token)))
        return answer

    def _other_user_name(self, company_id: int) -> str:
        """The client's other id: which of the two is the user name is not known [UNV]."""
        client = next((row for row in self.clients() if row.id == company_id), None)
        if client is None:
            raise SetupError(Code.CLIENT_COMPANY_UNKNOWN, company=company_id)
        return str(client.customer_company_id or company_id)


def _granted(answer: Answer) -> Answer:
    if answer.status in REFUSED:
        raise Refusal(answer).as_read()
    return answer
