"""Sessions over HTTP: who may come in, as whom, and for which company."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from werkzeug.wrappers import Request

from tripletex_wizard.practice.switches import Switches
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.call import Answer, Call, read_body
from tripletex_wizard.practice.tripletex.errors import forbidden, missing, not_found, unauthorized
from tripletex_wizard.practice.tripletex.query import Query
from tripletex_wizard.practice.tripletex.routing import Route
from tripletex_wizard.practice.tripletex.sessions import Session, Sessions
from tripletex_wizard.practice.tripletex.store import Record, Ref

OWN_COMPANY_ONLY = (
    "Company owned users(employeeToken) can only access /token/session/>whoAmI & "
    "/company/>withLoginAccess in their own company."
)


class Client(NamedTuple):
    """A company that the accountant may enter; the two numbers differ."""

    books: Books
    customer_company_id: int


class SessionDesk:
    """Creates and deletes sessions and finds the books that a request is about."""

    def __init__(
        self, sessions: Sessions, own: Books, accountant: Books, clients: list[Client]
    ) -> None:
        self._sessions = sessions
        self._own = own
        self._accountant = accountant
        self._clients = clients

    def open(self, place: Route, call: Call, *, in_query: bool) -> Answer:
        """Create (POST 201, or PUT 200 with the tokens in the query) or delete a session."""
        if place.session == "delete":
            if not self._sessions.end(place.token):
                raise not_found()
            return Answer(204, None)
        sent = self._sent_in_query(call.query) if in_query else call.json()
        body = read_body("sessionTokenBody", sent, creating=True)
        argument = "arg:" if call.books.switches["credential_field"] == "arg" else ""
        session = self._sessions.create(
            body["consumerToken"],
            body["employeeToken"],
            date.fromisoformat(body["expirationDate"]),
            argument=argument,
        )
        return call.one("sessionToken", _session(session), 200 if in_query else 201)

    def _sent_in_query(self, query: Query) -> dict[str, str | None]:
        names = ("consumerToken", "employeeToken", "expirationDate")
        absent = [name for name in names if query.text(name) is None]
        if absent:
            raise missing(*absent)
        return {name: query.text(name) for name in names}

    def session(self, request: Request) -> tuple[Session, str]:
        """The session and the user name of a Basic header; 401/3000 otherwise [OBS]."""
        login = request.authorization
        session = self._sessions.find(login.password if login is not None else None)
        if login is None or session is None:
            raise unauthorized()
        return session, login.username or "0"

    def books(self, session: Session, user: str, switches: Switches) -> Books:
        """The books of user name 0 (own company) or of a company id."""
        if session.owner == "company":
            if user in {"0", str(self._own.company_id)}:
                return self._own
            raise unauthorized()
        if user in {"0", str(self._accountant.company_id)}:
            return self._accountant
        for client in self._clients:
            if user == str(_login(client, switches)):
                return client.books
        raise unauthorized()

    def answer(self, place: Route, call: Call, session: Session) -> Answer:
        """>whoAmI and >withLoginAccess; an ordinary token has an empty list [OBS]."""
        if place.session == "who_am_i":
            return call.read("loggedInUserInfo", _who_am_i(call.books))
        clients = self._clients if session.owner == "accountant" else []
        return call.page("client", [_client(client) for client in clients])

    def check_own_company(self, session: Session, books: Books) -> None:
        """Raise 403 when an accountant's token asks for more in its own company [DEV]."""
        if session.owner == "accountant" and books is self._accountant:
            raise forbidden(OWN_COMPANY_ONLY)


def _login(client: Client, switches: Switches) -> int:
    if switches["client_login"] == "customerCompanyId":
        return client.customer_company_id
    return client.books.company_id


def _client(client: Client) -> Record:
    company = client.books.store.get("company", client.books.company_id)
    return {**company, "customerCompanyId": client.customer_company_id}


def _session(session: Session) -> Record:
    return {
        "id": session.id,
        "version": 1,
        "url": None,
        "consumerToken": Ref("consumerToken", 1754),
        "employeeToken": Ref("employeeToken", 2913),
        "expirationDate": session.expires.isoformat(),
        "token": session.token,
    }


def _who_am_i(books: Books) -> Record:
    return {
        "employeeId": books.owner_id,
        "actualEmployeeId": books.token_user_id,
        "employee": Ref("employee", books.owner_id),
        "companyId": books.company_id,
        "company": Ref("company", books.company_id),
        "language": books.settings.language,
        "loggedInWithConnect": False,
        "employeeIsProxy": False,
    }
