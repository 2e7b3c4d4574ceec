"""The session token: made when first needed, made again when refused, deleted at the end."""

from __future__ import annotations

import base64
import json
import logging
from datetime import timedelta
from threading import Lock
from urllib.parse import quote

from pydantic import ValidationError

from tripletex_wizard.adapters.http import Answer, HttpClient
from tripletex_wizard.adapters.logs import register
from tripletex_wizard.adapters.tripletex import wire
from tripletex_wizard.adapters.tripletex.refusals import REFUSED, Refusal, of_session
from tripletex_wizard.domain.errors import AnswerNotUnderstood, AppError, Code
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.ports import Clock

logger = logging.getLogger("tripletex_wizard.tripletex")

CREATE = "/token/session/:create"
# An installation that knows only the legacy PUT, which shows the tokens to every proxy's log.
WITHOUT_POST = frozenset({404, 405})
# It dies at midnight CET of its expiration date, which must be later than today [DEV]; one more
# day bears a computer whose clock is behind.
LIFETIME = timedelta(days=2)


class TripletexSession:
    """One session for all threads, made with a consumer token and an employee token."""

    def __init__(self, http: HttpClient, consumer: Secret, employee: Secret, clock: Clock) -> None:
        self._http = http
        self._consumer = consumer
        self._employee = employee
        self._clock = clock
        self._token: Secret | None = None
        self._lock = Lock()

    def token(self, refused: Secret | None = None) -> Secret:
        """The session token; a new one when there is none yet, or when `refused` is the one.

        Raises CredentialsRejected when Tripletex does not accept the tokens, RemoteUnavailable.
        """
        with self._lock:
            if self._token is None or self._token == refused:
                self._token = None
                self._token = self._create()
            return self._token

    def delete(self) -> None:
        """Delete the session, if there is one; a failure is logged and the session runs out."""
        with self._lock:
            token, self._token = self._token, None
        if token is None:
            return
        path = f"/token/session/{quote(token.reveal(), safe='')}"
        try:
            self._http.write("DELETE", path, auth=("0", token), shown="/token/session/{token}")
        except AppError as error:
            logger.info("the session was not deleted: %s", error.problem.code)

    def _create(self) -> Secret:
        body = {
            "consumerToken": self._consumer.reveal(),
            "employeeToken": self._employee.reveal(),
            "expirationDate": (self._clock.now().date() + LIFETIME).isoformat(),
        }
        answer = self._http.write("POST", CREATE, json=body, harmless=True)
        if answer.status in WITHOUT_POST or Refusal(answer).is_wrong_method:
            answer = self._http.write("PUT", CREATE, params=body, harmless=True)
        if answer.status in REFUSED:
            raise of_session(Refusal(answer))
        token = _token_of(answer)
        register(token)
        return token


def is_for_tests(token: Secret) -> bool | None:
    """Whether a token is of the test environment: «test-» stands in it [CL 2020-03-17].

    None when it does not tell. Only a hint after a refusal: a token's form is Tripletex' own.
    """
    try:
        inside = json.loads(base64.b64decode(token.reveal(), validate=True))["token"]
        return str(inside).startswith("test-")
    except (ValueError, TypeError, KeyError):
        return None


def _token_of(answer: Answer) -> Secret:
    body = answer.json()
    try:
        value = body["value"] if isinstance(body, dict) and "value" in body else None
        return Secret(wire.SessionToken.model_validate(value).token)
    except ValidationError:
        pass  # its text would hold the answer, and so perhaps the token
    raise AnswerNotUnderstood(
        Code.ANSWER_NOT_UNDERSTOOD, request_ids=answer.request_ids, path=f"{CREATE}: value.token"
    )
