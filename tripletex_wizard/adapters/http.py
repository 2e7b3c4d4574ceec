"""HTTP to one service: timeouts, retry of reads, pacing, and errors without secrets."""

from __future__ import annotations

import http.client
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import tenacity
import urllib3

from tripletex_wizard.adapters import exact_json
from tripletex_wizard.adapters.connecting import (
    authorities,
    certificate_was_refused,
    never_connected,
    proxies,
    safe_host,
)
from tripletex_wizard.adapters.pacing import Pacing, seconds_in
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    Code,
    OutcomeUnknown,
    RateLimited,
    RemoteUnavailable,
)
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.ports import Clock

logger = logging.getLogger("tripletex_wizard.http")

Params = Mapping[str, str | Sequence[str]]

REQUEST_ID = "x-tlx-request-id"
CONNECT = 5  # seconds
READ = 30
READ_AFTER_WRITE = 60
READ_ATTEMPTS = 4  # one, and three repeats
LONGEST_WAIT = 90.0  # seconds; whoever asks for more gets the error at once
TOO_MANY = 429
REDIRECTS = range(300, 400)
SERVER_ERROR = 500
TOO_EARLY = 425
# the word of a server in front, which gave up: the one behind may still work
GATEWAY = frozenset({408, 460, 499, 502, 503, 504})
PASSING = GATEWAY | {TOO_EARLY, 500}
BAD_LINE = (OSError, http.client.HTTPException, urllib3.exceptions.HTTPError, ValueError)

# These write addresses, and the address of DELETE /token/session/{token} is a secret.
for _name in ("urllib3.connectionpool", "urllib3.connection", "urllib3.util.retry"):
    logging.getLogger(_name).addFilter(lambda _record: False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered. `request_id` is Tripletex' own, empty when there was none.

    `path` is where it came from, without secrets; headers and body have no text form here.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    request_id: str = ""
    path: str = ""

    def json(self) -> Any:
        """The body, numbers with a point as Decimal; raises AnswerNotUnderstood if not JSON."""
        try:
            return exact_json.load(self.body)
        except ValueError:
            pass
        raise AnswerNotUnderstood(
            Code.ANSWER_NOT_UNDERSTOOD, request_ids=self.request_ids, path=self.path
        )

    @property
    def request_ids(self) -> tuple[str, ...]:
        """The request id as errors and results carry it."""
        return _ids(self.request_id)


@dataclass(frozen=True, slots=True)
class _Silence:
    """No whole answer. `sent` is false when the service certainly got nothing."""

    sent: bool
    answered: bool = False
    request_ids: tuple[str, ...] = ()
    again: bool = True


Outcome = Answer | _Silence


@dataclass(frozen=True, slots=True)
class _Call:
    """One request; `shown` is its path without secrets."""

    method: str
    path: str = field(repr=False)
    shown: str
    params: Params | None = field(repr=False)
    headers: Mapping[str, str] | None = field(repr=False)
    auth: tuple[str, Secret] | None
    json: object = field(default=None, repr=False)

    def request(self, base_url: str) -> requests.Request:
        headers = dict(self.headers or {})
        body = None
        if self.json is not None:
            body = exact_json.dump(self.json).encode()
            headers.setdefault("Content-Type", "application/json; charset=utf-8")
        auth = (self.auth[0], self.auth[1].reveal()) if self.auth else None
        url = base_url + self.path
        return requests.Request(
            self.method, url, headers=headers, data=body, params=self.params, auth=auth
        )


class HttpClient:
    """Calls to one service at `base_url`, at most `calls` within `seconds`.

    HTTPS only, loopback excepted: else SetupError(INSECURE_ADDRESS). Redirects are not followed
    (they would carry the token elsewhere); certificates are always checked. Safe to call from
    several threads.
    """

    def __init__(
        self,
        base_url: str,
        *,
        clock: Clock,
        calls: int,
        seconds: float,
        reset_header: str,
        session: requests.Session | None = None,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self.host = safe_host(self._base_url)
        self._clock = clock
        self._pacing = Pacing(clock, calls=calls, seconds=seconds, reset_header=reset_header)
        self._reset_header = reset_header
        self._session = session or requests.Session()
        self._furnish()

    def read(
        self,
        path: str,
        *,
        params: Params | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, Secret] | None = None,
    ) -> Answer:
        """GET; repeated up to three times when the line, or the service for the moment, fails.

        Raises RemoteUnavailable, RateLimited among them; any other status is answered.
        """
        return self._read(_Call("GET", path, path, params, headers, auth))

    def write(
        self,
        method: str,
        path: str,
        *,
        params: Params | None = None,
        json: object = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, Secret] | None = None,
        shown: str | None = None,
        harmless: bool = False,
    ) -> Answer:
        """Any other method; never repeated: after 429 (RateLimited) nothing was done.

        `shown` stands for the path in logs and errors when the path itself holds a secret;
        `harmless` says that doing it twice does no harm, so that it is repeated like a read. Raises
        RemoteUnavailable when certainly nothing was done, OutcomeUnknown when something may have
        been; any other status is answered.
        """
        call = _Call(method, path, shown or path, params, headers, auth, json)
        if harmless:
            return self._read(call)
        outcome = self._exchange(call)
        if isinstance(outcome, _Silence):
            if outcome.sent:
                raise OutcomeUnknown(answered=outcome.answered, request_ids=outcome.request_ids)
            raise RemoteUnavailable(Code.NO_ANSWER, host=self.host)
        if _has_failed(outcome):
            answered = outcome.status not in GATEWAY
            raise OutcomeUnknown(answered=answered, request_ids=outcome.request_ids)
        return self._accepted(outcome)

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _furnish(self) -> None:
        """No netrc, which would replace our auth, and no cookies."""
        self._session.trust_env = False
        self._session.proxies.update(proxies(self._base_url))
        self._session.verify = authorities()
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.update(
            {"User-Agent": "tripletex-wizard", "Accept": "application/json"}
        )

    def _read(self, call: _Call) -> Answer:
        outcome = self._repeated(call, READ_ATTEMPTS, _is_worth_reading_again)
        if isinstance(outcome, _Silence):
            raise RemoteUnavailable(Code.NO_ANSWER, request_ids=outcome.request_ids, host=self.host)
        if _has_failed(outcome):
            raise _server_failed(outcome)
        return self._accepted(outcome)

    def _repeated(self, call: _Call, attempts: int, again: Callable[[Outcome], bool]) -> Outcome:
        repeated = tenacity.Retrying(
            sleep=self._clock.sleep,
            stop=tenacity.stop_after_attempt(attempts),
            retry=tenacity.retry_if_result(
                lambda outcome: again(outcome) and self._pause_asked_for(outcome) <= LONGEST_WAIT
            ),
            wait=self._pause,
            retry_error_callback=_last_outcome,
        )
        return repeated(self._exchange, call)

    def _exchange(self, call: _Call) -> Outcome:
        """One request and its answer. Nothing that requests raises, nor its text, leaves here."""
        self._pacing.wait()
        started = time.perf_counter()
        response = None
        sent = False
        unprepared = call.request(self._base_url)  # what it raises is a fault of our own
        try:
            request = self._session.prepare_request(unprepared)
            sent = True
            response = self._session.send(
                request,
                timeout=(CONNECT, READ if call.method == "GET" else READ_AFTER_WRITE),
                allow_redirects=False,
                stream=True,  # so that a cut-off body is told apart from no answer
            )
            with response:
                outcome: Outcome = _answer(response, call.shown)
        except BAD_LINE as error:
            outcome = _silence(error, response, sent=sent)
            result = type(error).__name__
        else:
            self._pacing.learn(response.headers)
            result = str(response.status_code)
        ms = (time.perf_counter() - started) * 1000
        ids = " ".join(outcome.request_ids)
        logger.debug("%s %s: %s %s, %.0f ms", call.method, call.shown, result, ids, ms)
        return outcome

    def _accepted(self, answer: Answer) -> Answer:
        if answer.status == TOO_MANY:
            seconds = round(self._pause_asked_for(answer))
            ids = answer.request_ids
            raise RateLimited(Code.RATE_LIMITED, request_ids=ids, seconds=seconds)
        if answer.status in REDIRECTS or answer.status == TOO_EARLY:
            raise _server_failed(answer)
        return answer

    def _pause(self, state: tenacity.RetryCallState) -> float:
        outcome = _last_outcome(state)
        shortest = 2.0 if _was_too_much(outcome) else 0.5
        growing: float = shortest * 2 ** (state.attempt_number - 1)
        return self._pause_asked_for(outcome) or growing

    def _pause_asked_for(self, outcome: Outcome) -> float:
        """Seconds until the limit is reset, 0 when the service does not say."""
        if not isinstance(outcome, Answer):
            return 0.0
        for name in (self._reset_header, "Retry-After"):
            seconds = seconds_in(outcome.headers, name)
            if _was_too_much(outcome) and seconds is not None:
                return max(seconds, 1.0)
        return 0.0


def _ids(request_id: str) -> tuple[str, ...]:
    return (request_id,) if request_id else ()


def _answer(response: requests.Response, shown: str) -> Answer:
    request_id = response.headers.get(REQUEST_ID, "")
    return Answer(response.status_code, response.headers, response.content, request_id, shown)


def _silence(error: Exception, response: requests.Response | None, *, sent: bool) -> _Silence:
    if response is not None:
        return _Silence(
            sent=True, answered=True, request_ids=_ids(response.headers.get(REQUEST_ID, ""))
        )
    hopeless = not sent or certificate_was_refused(error)
    return _Silence(sent=not (hopeless or never_connected(error)), again=not hopeless)


def _is_worth_reading_again(outcome: Outcome) -> bool:
    if isinstance(outcome, _Silence):
        return outcome.again
    return outcome.status == TOO_MANY or outcome.status in PASSING


def _was_too_much(outcome: Outcome) -> bool:
    return isinstance(outcome, Answer) and outcome.status == TOO_MANY


def _has_failed(answer: Answer) -> bool:
    return answer.status >= SERVER_ERROR or answer.status in GATEWAY


def _last_outcome(state: tenacity.RetryCallState) -> Outcome:
    assert state.outcome is not None
    outcome: Outcome = state.outcome.result()
    return outcome


def _server_failed(answer: Answer) -> RemoteUnavailable:
    return RemoteUnavailable(
        Code.SERVER_FAILED, request_ids=answer.request_ids, status=answer.status
    )
