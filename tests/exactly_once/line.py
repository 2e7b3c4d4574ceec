"""Between the program's real clients and the practice services: every request meets the tape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import requests
from requests.adapters import BaseAdapter
from urllib3 import HTTPHeaderDict, HTTPResponse
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

from tests.exactly_once.stage import KilledError, Stage
from tests.exactly_once.tape import DEADLY, Fault, Kind, Reel
from tripletex_wizard.practice import fault_answers, faults
from tripletex_wizard.practice.server import Dropped, Responder
from tripletex_wizard.practice.switches import Service

TRIP = 0.1  # seconds that a request and its answer take


class InProcess(BaseAdapter):
    """Carries requests to the practice services without a network; closes like a socket."""

    def __init__(self, responders: Mapping[str, Responder]) -> None:
        super().__init__()
        self._responders = responders

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        assert request.url is not None
        asked = Request(_environ(request))
        try:
            response = self._responders[_service(request.url)].respond(asked)
        except Dropped:
            raise requests.ConnectionError("dropped") from None
        except HTTPException as refusal:
            response = Response.force_type(refusal.get_response(), asked.environ)
        return answered(request, response)

    def close(self) -> None:
        """Nothing is open."""


def _service(url: str) -> Service:
    """By the path: Tripletex' begins with /v2."""
    return "tripletex" if urlsplit(url).path.startswith("/v2") else "mystore"


def _environ(request: requests.PreparedRequest) -> dict[str, Any]:
    address = urlsplit(str(request.url))
    body = request.body or b""
    content = body.encode() if isinstance(body, str) else bytes(body)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(address.path).decode("latin-1"),
        "QUERY_STRING": address.query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": request.headers.get("Content-Type", ""),
        "CONTENT_LENGTH": str(len(content)),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(content),
    }
    for name, value in request.headers.items():
        environ.setdefault("HTTP_" + name.upper().replace("-", "_"), value)
    return environ


def answered(
    request: requests.PreparedRequest, response: Response, *, sent: int | None = None
) -> requests.Response:
    """werkzeug's answer as requests gives it; of its body only the first `sent` bytes come."""
    content = response.get_data()
    headers = HTTPHeaderDict(response.headers)
    headers["Content-Length"] = str(len(content))
    found = requests.Response()
    found.status_code = response.status_code
    found.headers.update(headers)
    found.request, found.url = request, str(request.url)
    found.raw = HTTPResponse(
        BytesIO(content[:sent]), headers, response.status_code, preload_content=False
    )
    return found


@dataclass
class Line(BaseAdapter):
    """The line of one program. `inner` carries; `plan` is what the practice servers go by.

    `may_sleep` tells whether the computer may sleep at a request (see `play`); `after` runs when
    a request is over, `log` hears of each, and of what struck it.
    """

    inner: BaseAdapter
    plan: faults.FaultPlan
    stage: Stage
    reel: Reel
    may_sleep: Callable[[str], bool]
    after: Callable[[str], None]
    log: list[tuple[str, str, Fault | None]] = field(default_factory=list)
    killed_by: Fault | None = None

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        *rest: Any,
        **more: Any,
    ) -> requests.Response:
        """Raises KilledError when the program is killed here, and ever after."""
        self.stage.pause()
        self.require_alive()
        self.stage.clock.advance(TRIP)
        method, path = str(request.method), urlsplit(str(request.url)).path
        service = _service(str(request.url))
        fault = self.reel.next(service, method, path)
        if fault and fault.kind is Kind.ASLEEP and not self.may_sleep(path):
            fault = None
        self.log.append((method, path, fault))
        try:
            if fault is None:
                return self.inner.send(request, stream, timeout, *rest, **more)
            return self._struck(request, service, fault, float(timeout[1]))
        finally:
            self.plan.clear()
            self.after(method)

    def close(self) -> None:
        self.inner.close()

    def require_alive(self) -> None:
        """Raises KilledError when the program has been killed."""
        if self.killed_by:
            raise KilledError

    def _struck(
        self, request: requests.PreparedRequest, service: Service, fault: Fault, limit: float
    ) -> requests.Response:
        if fault.kind in DEADLY:
            self.killed_by = fault
        if fault.kind is Kind.ASLEEP:
            self.stage.wait(fault.seconds)
            return self.inner.send(request)
        planned = _planned(service, fault, limit)
        if planned:
            self.plan.add(planned)
        try:
            response = self.inner.send(request, stream=True, timeout=(5, 30))
        except requests.ConnectionError:
            response = None
        self.require_alive()
        return self._given(request, response, service, fault, limit)

    def _given(
        self,
        request: requests.PreparedRequest,
        response: requests.Response | None,
        service: Service,
        fault: Fault,
        limit: float,
    ) -> requests.Response:
        """What the program gets in the place of the services' own answer."""
        match fault.kind:
            case Kind.PAST_LIMIT_BEFORE | Kind.PAST_LIMIT_AFTER | Kind.PAST_LIMIT_LATE:
                self.stage.wait(limit)
                self.require_alive()
                raise requests.ReadTimeout("past the limit")
            case Kind.GATEWAY_BEFORE | Kind.GATEWAY_LATE:
                return answered(request, fault_answers.html_page(504))
            case Kind.ERROR_AFTER if response is not None:
                response.close()
                return answered(request, fault_answers.refusal(service, 500))
            case Kind.CUT_OFF if response is not None:
                whole = Response(response.content, response.status_code, dict(response.headers))
                return answered(request, whole, sent=len(response.content) // 2)
            case _ if response is None:
                raise requests.ConnectionError("dropped")
            case _:
                return response


PLANNED: dict[Kind, str | None] = {
    Kind.DROPPED_BEFORE: "drop_before",
    Kind.DROPPED_AFTER: "drop_after",
    Kind.LATE: "late",
    Kind.PAST_LIMIT_BEFORE: "drop_before",
    Kind.PAST_LIMIT_AFTER: "drop_after",
    Kind.PAST_LIMIT_LATE: "late",
    Kind.GATEWAY_BEFORE: "drop_before",
    Kind.GATEWAY_LATE: "late",
    Kind.LAGGING: "lag",
    Kind.ERROR_BEFORE: "server_error",
    Kind.ERROR_AFTER: None,
    Kind.LIMITED: "rate_limited",
    Kind.LIMITED_WITHOUT_RESET: "rate_limited",
    Kind.TRUNCATED: "truncated",
    Kind.CUT_OFF: None,
    Kind.UNAUTHORIZED: "unauthorized",
    Kind.FORBIDDEN: "forbidden",
    Kind.ASLEEP: None,
    Kind.DIES_BEFORE: "drop_before",
    Kind.DIES_AFTER: "drop_after",
    Kind.DIES_LATE: "late",
}
"""What the practice servers do with the request; None lets it through."""


def _planned(service: Service, fault: Fault, limit: float) -> faults.Fault | None:
    kind = PLANNED[fault.kind]
    if kind is None:
        return None
    waited = limit if fault.kind is Kind.PAST_LIMIT_LATE else 0
    reset = fault.kind is not Kind.LIMITED_WITHOUT_RESET
    return faults.Fault(service, kind, seconds=fault.seconds + waited, reset=reset)
