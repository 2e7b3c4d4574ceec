"""One practice shop a module, put back after each test; a new practice Tripletex for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.contract.mystore_calling import Connect, a_client_of
from tests.contract.tripletex_calling import Bench, a_bench
from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import NOON
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.launch import PracticeServers


@pytest.fixture(scope="module")
def clock() -> FakeClock:
    return FakeClock(NOON)


@pytest.fixture(scope="module")
def running(clock: FakeClock) -> Iterator[PracticeServers]:
    with PracticeServers(now=clock.now) as servers:
        yield servers


@pytest.fixture
def servers(running: PracticeServers, clock: FakeClock) -> Iterator[PracticeServers]:
    """The shop with its switches as they were, and a new minute for its rate limit."""
    clock.sleep(61)
    usual = running.switches.values()
    yield running
    for name, value in usual.items():
        running.switches.set(name, value)
    running.faults.clear()


@pytest.fixture
def connect(servers: PracticeServers, clock: FakeClock) -> Iterator[Connect]:
    with ExitStack() as opened:

        def connect(token: Secret | None = None) -> MystoreClient:
            return opened.enter_context(a_client_of(servers, clock, token))

        yield connect


@pytest.fixture
def bench() -> Iterator[Bench]:
    with a_bench() as made:
        yield made
