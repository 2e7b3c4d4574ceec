"""A Tripletex of single answers: what the client makes of each, without a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import responses

from tests.fakes.clock import FakeClock
from tripletex_wizard.adapters.tripletex.client import TripletexClient
from tripletex_wizard.domain.secret import Secret

BASE = "https://tripletex.example/v2"
CREATE = f"{BASE}/token/session/:create"
CONSUMER = "consumer-canary-é/+="
EMPLOYEE = "employee-canary-é/+="
SESSION = "session-canary/+="
REQUEST_ID = {"x-tlx-request-id": "r-1"}


def a_client(clock: FakeClock | None = None, company_id: int | None = None) -> TripletexClient:
    return TripletexClient(
        BASE,
        consumer_token=Secret(CONSUMER),
        employee_token=Secret(EMPLOYEE),
        clock=clock or FakeClock(),
        company_id=company_id,
    )


@contextmanager
def a_service(*, session: bool = True) -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock() as service:
        if session:
            service.post(CREATE, json={"value": {"id": 1, "token": SESSION}}, status=201)
        yield service
