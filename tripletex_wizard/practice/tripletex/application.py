"""The practice Tripletex: one request in, one answer out, no threads and no clock of its own."""

from __future__ import annotations

import json
import random
import re
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from typing import Any

from werkzeug.wrappers import Request, Response

from tripletex_wizard.practice.switches import Switches
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import Answer, Call
from tripletex_wizard.practice.tripletex.desk import Client, SessionDesk
from tripletex_wizard.practice.tripletex.errors import RefusedError, forbidden
from tripletex_wizard.practice.tripletex.founding import found
from tripletex_wizard.practice.tripletex.query import Query
from tripletex_wizard.practice.tripletex.render import Renderer
from tripletex_wizard.practice.tripletex.routing import BASE, Route, route
from tripletex_wizard.practice.tripletex.sessions import Sessions
from tripletex_wizard.practice.tripletex.state import state_of
from tripletex_wizard.practice.tripletex.store import Record

SECRET_PARAMETERS = {"consumerToken", "employeeToken", "token"}
SESSION_DELETED = re.compile("/token/session/[^:>][^/]*")
COMPANY_ID = 108_136_045
OTHER_CLIENT_ID = 108_146_304
ACCOUNTANT_ID = 107_000_311


class TripletexApplication:
    """Tripletex as far as this program uses it, faithful to the recorded facts.

    `now` gives aware times; `rate_limit` is the number of requests per session and 10 seconds.
    `list_lag` makes lists show what was there that long ago; reads by id are always current.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        switches: Switches,
        seed: int = 0,
        rate_limit: int = 100,
    ) -> None:
        draws = random.Random(seed)
        self._now = now
        self._draws = draws
        self.switches = switches
        self.list_lag = timedelta(0)
        self.sessions = Sessions(now, draws, rate_limit=rate_limit)
        self.books = self._found(COMPANY_ID, "Fjord Garn AS", "999888771")
        self._other = self._found(OTHER_CLIENT_ID, "Nabo Kafé AS", "987654325")
        accountant = self._found(ACCOUNTANT_ID, "Regnskap og Råd AS", "974760673")
        self._requests: list[Record] = []
        self._host = "api-test.tripletex.tech"
        clients = [Client(self.books, 8_734_501), Client(self._other, 8_734_502)]
        self._desk = SessionDesk(self.sessions, self.books, accountant, clients)

    @property
    def consumer_token(self) -> str:
        """The integrator's token."""
        return self.sessions.consumer_token

    @property
    def employee_token(self) -> str:
        """The token of Fjord Garn AS's own user."""
        return self.sessions.employee_token

    @property
    def accountant_token(self) -> str:
        """The token of an accountant with two client companies."""
        return self.sessions.accountant_token

    @property
    def company_id(self) -> int:
        """The id of Fjord Garn AS."""
        return self.books.company_id

    def company_settings(self) -> dict[str, Any]:
        """How Fjord Garn AS is set, as JSON-able values."""
        return self.books.settings.as_json()

    def set_company(self, **values: Any) -> None:
        """Change settings of Fjord Garn AS (names of CompanySettings); KeyError if unknown."""
        self.books.set(**values)

    def state(self) -> dict[str, object]:
        """All that Fjord Garn AS holds, all requests, and what the other client company holds."""
        base = self._host + BASE
        return {
            **state_of(self.books, base),
            "requests": list(self._requests),
            "otherCompanies": [state_of(self._other, base)],
        }

    def respond(self, request: Request) -> Response:
        """Answer one request and write it down, without secrets."""
        self._host = request.host
        request_id = str(uuid.UUID(int=self._draws.getrandbits(128), version=4))
        headers = {"x-tlx-request-id": request_id}
        try:
            answer = self._answer(request, headers)
        except RefusedError as refused:
            language = self.books.settings.language
            answer = Answer(refused.status, refused.wire(language, request_id))
        self._write_down(request, answer.status, request_id)
        return _response(answer, headers)

    def _answer(self, request: Request, headers: dict[str, str]) -> Answer:
        place = _place(request)
        if isinstance(place, Route) and place.session in {"create", "delete"}:
            call = self._call(request, self.books, place)
            return self._desk.open(place, call, in_query=request.method == "PUT")
        session, user = self._desk.session(request)
        headers.update(self.sessions.spend(session))
        if self.sessions.exceeded(session):
            raise RefusedError(429, 429, "Too many requests")
        if isinstance(place, RefusedError):
            raise place
        books = self._desk.books(session, user, self.switches)
        call = self._call(request, books, place)
        if place.handler is None:
            return self._desk.answer(place, call, session)
        self._desk.check_own_company(session, books)
        _check_rights(books, request)
        return place.handler(call)

    def _call(self, request: Request, books: Books, place: Route) -> Call:
        books.list_lag = self.list_lag
        renderer = Renderer(books.store, self._host + BASE)
        query = Query(request.args, books.settings.language)
        return Call(books, query, renderer, request.get_data(), place.path_id)

    def _write_down(self, request: Request, status: int, request_id: str) -> None:
        path = request.path.removeprefix(BASE)
        if SESSION_DELETED.fullmatch(path):
            path = "/token/session/***"
        query = {
            key: values[0] if len(values) == 1 else values
            for key, values in request.args.lists()
            if key not in SECRET_PARAMETERS
        }
        self._requests.append(
            {
                "method": request.method,
                "path": path,
                "query": query,
                "status": status,
                "requestId": request_id,
                "time": self._now().isoformat(),
            }
        )

    def _found(self, company_id: int, name: str, organization_number: str) -> Books:
        return found(
            company_id,
            name,
            organization_number,
            now=self._now,
            switches=self.switches,
            draws=self._draws,
        )


def _place(request: Request) -> Route | RefusedError:
    try:
        return route(request.method, request.path)
    except RefusedError as refused:
        return refused


def _check_rights(books: Books, request: Request) -> None:
    asked = f"{request.method} {request.path.removeprefix(BASE)}"
    if any(fnmatchcase(asked, pattern) for pattern in books.settings.forbidden):
        raise forbidden()


def _response(answer: Answer, headers: dict[str, str]) -> Response:
    if answer.body is None:
        return Response(status=answer.status, headers=headers)
    body = json.dumps(answer.body, ensure_ascii=False, separators=(",", ":"))
    content_type = "application/json;charset=UTF-8"
    return Response(body, answer.status, headers, content_type=content_type)
