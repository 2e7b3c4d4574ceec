"""The layer between server and application where planned faults strike."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from threading import RLock
from typing import Protocol

from werkzeug.wrappers import Request, Response

from tripletex_wizard.practice import fault_answers
from tripletex_wizard.practice.faults import Fault, FaultPlan
from tripletex_wizard.practice.server import Dropped
from tripletex_wizard.practice.switches import Service


class Application(Protocol):
    """A practice service; called by one thread at a time."""

    list_lag: timedelta
    """How old the lists that it answers are."""

    def respond(self, request: Request) -> Response:
        """Answer the request and take its effect."""
        ...

    def state(self) -> dict[str, object]:
        """All that the service holds, ready for JSON."""
        ...


class FaultLayer:
    """An application with its faults; callable from several threads.

    A `late` effect is taken when `now` has passed its time, at the next request or look at the
    state.
    """

    def __init__(
        self,
        application: Application,
        plan: FaultPlan,
        *,
        service: Service,
        now: Callable[[], datetime],
        sleep: Callable[[float], object],
    ) -> None:
        self._application = application
        self._plan = plan
        self._service = service
        self._now = now
        self._sleep = sleep
        self._lock = RLock()
        self._late: list[tuple[datetime, Request]] = []

    def respond(self, request: Request) -> Response:
        """Answer as the application does, or as the plan has it; may raise `Dropped`."""
        request.get_data()  # kept by the request: a late effect reads it when the socket is gone
        fault = self._plan.strike(self._service, request.method, request.path)
        if fault is None:
            return self._pass_on(request)
        match fault.kind:
            case "delay":
                self._sleep(fault.seconds)
                return self._pass_on(request)
            case "drop_before":
                raise Dropped
            case "drop_after":
                self._pass_on(request)
                raise Dropped
            case "late":
                with self._lock:
                    self._late.append((self._now() + timedelta(seconds=fault.seconds), request))
                raise Dropped
            case "lag":
                return self._lagging(request, timedelta(seconds=fault.seconds))
            case "failed_midway":
                self._pass_on(request)
                return fault_answers.refusal(self._service, 500)
            case "truncated":
                response = self._pass_on(request)
                response.set_data(response.get_data()[: len(response.get_data()) // 2])
                return response
            case _:
                return self._refusal(fault)

    def state(self) -> dict[str, object]:
        """What the application holds, late effects that are due included."""
        with self._lock:
            self._settle()
            return self._application.state()

    def alone(self) -> AbstractContextManager[object]:
        """Keeps requests away from the application while something else is done to it."""
        return self._lock

    def _pass_on(self, request: Request) -> Response:
        with self._lock:
            self._settle()
            return self._application.respond(request)

    def _settle(self) -> None:
        due = [late for late in self._late if late[0] <= self._now()]
        self._late = [late for late in self._late if late not in due]
        for _, request in due:
            self._application.respond(request)

    def _lagging(self, request: Request, lag: timedelta) -> Response:
        with self._lock:
            self._settle()
            usual, self._application.list_lag = self._application.list_lag, lag
            try:
                return self._application.respond(request)
            finally:
                self._application.list_lag = usual

    def _refusal(self, fault: Fault) -> Response:
        seconds = int(fault.seconds) if fault.reset else None
        match fault.kind:
            case "unauthorized":
                return fault_answers.refusal(self._service, 401)
            case "forbidden":
                return fault_answers.refusal(self._service, 403)
            case "rate_limited":
                return fault_answers.rate_limited(self._service, seconds)
            case "server_error_html":
                return fault_answers.html_page(500)
            case "server_error":
                return fault_answers.refusal(self._service, 500)
            case _:
                return fault_answers.refusal(self._service, fault.status)
