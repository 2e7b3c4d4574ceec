"""Starts the practice servers on loopback, all with one clock, one set of switches and faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from threading import Event
from types import TracebackType
from typing import Any, Self

from tripletex_wizard.practice.control import ControlApplication
from tripletex_wizard.practice.fault_layer import Application, FaultLayer
from tripletex_wizard.practice.faults import Fault, FaultPlan
from tripletex_wizard.practice.mystore import CALLS_PER_MINUTE, MystoreApplication
from tripletex_wizard.practice.mystore.document import Document
from tripletex_wizard.practice.mystore.present import SHOP_ZONE
from tripletex_wizard.practice.seed import yarn_shop
from tripletex_wizard.practice.server import PracticeServer, Responder
from tripletex_wizard.practice.switches import Service, Switches
from tripletex_wizard.practice.tripletex import TripletexApplication


def clock() -> datetime:
    """The time now, aware."""
    return datetime.now(UTC)


class PracticeServers:
    """Tripletex, Mystore and the control service; a context manager that stops them again.

    Without `orders` the yarn shop's own orders of `seed` are served, up to the day before `now`.
    A port of 0 takes a free one; OSError when a given port is taken.
    """

    def __init__(
        self,
        *,
        seed: int = 1,
        orders: Iterable[Document] | None = None,
        switches: Mapping[str, str] | None = None,
        faults: Iterable[Fault] = (),
        now: Callable[[], datetime] = clock,
        tripletex_port: int = 0,
        mystore_port: int = 0,
        control_port: int = 0,
        tripletex_calls_per_10_seconds: int = 100,
        mystore_calls_per_minute: int = CALLS_PER_MINUTE,
    ) -> None:
        self.switches = Switches(switches)
        self.faults = FaultPlan(faults)
        self.tripletex = TripletexApplication(
            now=now, switches=self.switches, seed=seed, rate_limit=tripletex_calls_per_10_seconds
        )
        if orders is None:
            orders = yarn_shop(seed, today=now().astimezone(SHOP_ZONE).date())
        self.mystore = MystoreApplication(
            now=now,
            switches=self.switches,
            documents=orders,
            calls_per_minute=mystore_calls_per_minute,
        )
        self._stopping = Event()
        self._ports = (tripletex_port, mystore_port, control_port)
        self._responders = self._layers(now)
        self._servers: list[PracticeServer] = []

    def _layers(self, now: Callable[[], datetime]) -> tuple[Responder, ...]:
        def layer(service: Service, application: Application) -> FaultLayer:
            return FaultLayer(
                application, self.faults, service=service, now=now, sleep=self._stopping.wait
            )

        tripletex, mystore = layer("tripletex", self.tripletex), layer("mystore", self.mystore)
        control = ControlApplication(
            tripletex=tripletex,
            mystore=mystore,
            change_company=self._change_company,
            shop=self.mystore,
            switches=self.switches,
            plan=self.faults,
            now=now,
        )
        return (tripletex, mystore, control)

    def _change_company(self, settings: dict[str, Any]) -> dict[str, Any]:
        self.tripletex.set_company(**settings)
        return self.tripletex.company_settings()

    def start(self) -> Self:
        """Start all three; none is left running when one cannot start."""
        try:
            for responder, port in zip(self._responders, self._ports, strict=True):
                self._servers.append(PracticeServer(responder, port).start())
        except OSError:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """Stop all that were started; waiting answers are cut short."""
        self._stopping.set()
        while self._servers:
            self._servers.pop().stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def tripletex_url(self) -> str:
        """The base address of Tripletex, ending in /v2."""
        return f"{self._servers[0].url}/v2"

    @property
    def mystore_url(self) -> str:
        """The base address of Mystore; a client appends /shops/<shop>/."""
        return self._servers[1].url

    @property
    def control_url(self) -> str:
        """The base address of the control service."""
        return self._servers[2].url

    @property
    def consumer_token(self) -> str:
        """The consumer token that Tripletex accepts."""
        return self.tripletex.consumer_token

    @property
    def employee_token(self) -> str:
        """The employee token that Tripletex accepts."""
        return self.tripletex.employee_token

    @property
    def mystore_token(self) -> str:
        """A Mystore token with every permission."""
        return self.mystore.token

    @property
    def shop(self) -> str:
        """The shop's internal name."""
        return self.mystore.shop

    @property
    def company_id(self) -> int:
        """The id of the Tripletex company."""
        return self.tripletex.company_id

    def description(self) -> dict[str, str | int]:
        """What a program needs to use the servers, for one line of JSON."""
        return {
            "tripletex_url": self.tripletex_url,
            "mystore_url": self.mystore_url,
            "consumer_token": self.consumer_token,
            "employee_token": self.employee_token,
            "mystore_token": self.mystore_token,
            "shop": self.shop,
            "company_id": self.company_id,
            "control_url": self.control_url,
        }
