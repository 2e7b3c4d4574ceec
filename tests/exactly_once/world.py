"""One shop, one company, two computers: everything that a tape is played with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from typing import Any

import requests
from requests.adapters import BaseAdapter
from werkzeug.wrappers import Request

from tests.exactly_once.line import InProcess, Line
from tests.exactly_once.stage import KilledError, Stage, StageClock
from tests.exactly_once.tape import Fault, Reel, Strike, Tape
from tests.exactly_once.wares import RITA, SHOP, UNDER_WAY, Ware
from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.adapters.tripletex.client import TripletexClient
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.mapping import MethodMapping, PaymentMapping, TransferAs
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import Environment, Profile, TransferRules
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.transfer import JournalEntry
from tripletex_wizard.practice.fault_layer import FaultLayer
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.mystore.document import referred
from tripletex_wizard.practice.tripletex.customers import make_customer
from tripletex_wizard.services.left_overs import LeftOvers
from tripletex_wizard.services.orders import OrderService
from tripletex_wizard.services.ports import Journal
from tripletex_wizard.services.status_service import StatusService
from tripletex_wizard.services.transfer import TransferService

EARLIER_CARD = {
    "name": "Rita Gammelnavn",
    "email": RITA.email,
    "customerNumber": int(str(RITA.id)),
}
COMPLETED = OrderStatus("3", "Sendt")
LATEST = 150.0  # seconds after which no request is on its way any more
OF_FACTS = {"payment_types_listed", "period_end"}
"""The switches that change what a program reads of the company."""
ADDRESS = "http://127.0.0.1"


class MortalJournal:
    """A program's way to its journal: a killed program gets no further."""

    def __init__(self, journal: Journal, require_alive: Callable[[], None]) -> None:
        self._journal = journal
        self._require_alive = require_alive

    def record(self, entry: JournalEntry) -> None:
        self._require_alive()
        self._journal.record(entry)

    def entries(self, order_number: str) -> tuple[JournalEntry, ...]:
        self._require_alive()
        return self._journal.entries(order_number)

    def all_entries(self) -> Mapping[str, tuple[JournalEntry, ...]]:
        self._require_alive()
        return self._journal.all_entries()

    def claim(self, order_number: str, owner: str, lease_seconds: int) -> str | None:
        self._require_alive()
        return self._journal.claim(order_number, owner, lease_seconds)

    def renew(self, order_number: str, owner: str, lease_seconds: int) -> bool:
        self._require_alive()
        return self._journal.renew(order_number, owner, lease_seconds)

    def release(self, order_number: str, owner: str) -> None:
        self._require_alive()
        self._journal.release(order_number, owner)


@dataclass
class Program:
    """One run of the program on a computer, from its start to its end."""

    line: Line
    transfer: TransferService
    orders: OrderService

    @property
    def left_overs(self) -> LeftOvers:
        return LeftOvers(self.transfer)

    @property
    def status(self) -> StatusService:
        return StatusService(self.transfer)


@dataclass
class World:
    """What there is before the first act of `tape`, and what becomes of it.

    `carrier` gives what carries requests to the practice services; `journals` one for each PC.
    """

    tape: Tape
    clock: FakeClock
    servers: PracticeServers
    carrier: Callable[[], BaseAdapter]
    journals: Sequence[Journal]
    addresses: tuple[str, str] = (f"{ADDRESS}/v2", ADDRESS)
    after_request: Callable[[str], None] = lambda _method: None
    stage: Stage = field(init=False)
    log: list[tuple[str, str, Fault | None]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    _programs: int = 0

    def __post_init__(self) -> None:
        self.stage = Stage(self.clock)

    @contextmanager
    def program(self, pc: int, strikes: tuple[Strike, ...] = ()) -> Iterator[Program]:
        """A program that starts now; it ends with the block, or is killed in it."""
        self._programs += 1
        owner = f"anne@pc{pc} ({self._programs})"
        line = Line(
            self.carrier(),
            self.servers.faults,
            self.stage,
            Reel(strikes),
            self._may_sleep,
            self.after_request,
            self.log,
        )
        program = self._program(pc, owner, line)
        try:
            yield program
        except KilledError:
            if line.killed_by and line.killed_by.seen:
                self.gone.add(owner)
        finally:
            line.close()

    def _program(self, pc: int, owner: str, line: Line) -> Program:
        clock = StageClock(self.stage)
        session = requests.Session()
        session.mount("http://", line)
        servers, profile = self.servers, self.profile
        journal = MortalJournal(self.journals[pc], line.require_alive)
        shop = MystoreClient(
            self.addresses[1], token=Secret(servers.mystore_token), clock=clock, session=session
        )
        ledger = TripletexClient(
            self.addresses[0],
            consumer_token=Secret(servers.consumer_token),
            employee_token=Secret(servers.employee_token),
            clock=clock,
            session=session,
        )
        service = TransferService(
            ledger, journal, clock, profile, owner, shop, is_gone=self.gone.__contains__
        )
        if not self.tape.reads_company:
            service._facts = company_facts(self.tape)
        return Program(line, service, OrderService(shop, journal, profile))

    def _may_sleep(self, path: str) -> bool:
        """Not between a claim's renewal and what Tripletex would take a second time.

        It takes each :payment, and may take each :invoice.
        """
        is_guarded = self.servers.switches["second_invoice"] == "refused"
        return not path.endswith(("/:payment",) if is_guarded else ("/:payment", "/:invoice"))

    @property
    def profile(self) -> Profile:
        """What the accountant has set up; the ids are the practice company's own."""
        books = self.servers.tripletex.books
        types = {row["description"]: row["id"] for row in books.store.all("paymentType")}
        rows = (
            MethodMapping("vipps", "Vipps", types["Vipps"]),
            MethodMapping("adyen", "Kort", types["Kort"], send_invoice=True),
            MethodMapping("invoice_mailed", "Faktura på e-post", None, send_invoice=True),
            MethodMapping("invoice", "Faktura", None, transfer_as=TransferAs.ORDER),
        )
        rules = TransferRules(
            completed_statuses=(COMPLETED,),
            start_date=date(2026, 11, 1),
            gift_card_payment_type=types["Gavekort"],
            write_back=self.tape.write_back,
        )
        return Profile(
            name="Fjord Garn",
            environment=Environment.PRACTICE,
            company_id=books.company_id,
            company_name=books.name,
            organization_number=books.organization_number,
            shop=SHOP,
            rules=rules,
            mapping=PaymentMapping(1, rows),
        )

    def pass_time(self, seconds: float) -> None:
        """Wait; what is on its way arrives meanwhile, and not with the next request."""
        soon = min(seconds, LATEST)
        self.clock.advance(soon)
        for layer in self.servers._responders:
            if isinstance(layer, FaultLayer):
                layer.state()
        self.clock.advance(seconds - soon)

    # what people do

    def by_hand(self, method: str, path: str, **query: str) -> int:
        """One request of a person's in Tripletex, whatever the tape says; its status."""
        application = self.servers.tripletex
        sessions = application.sessions
        tomorrow = self.clock.now().date() + timedelta(days=1)
        session = sessions.create(
            sessions.consumer_token, sessions.employee_token, tomorrow, argument=""
        )
        signed = requests.Request(
            method, f"{ADDRESS}/v2{path}", params=query, auth=("0", session.token)
        ).prepare()
        address = str(signed.url).partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": f"/v2{path}",
            "QUERY_STRING": address[2],
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            "HTTP_AUTHORIZATION": signed.headers["Authorization"],
        }
        layer = self.servers._responders[0]
        return layer.respond(Request(environ)).status_code

    def credit(self, invoice: Mapping[str, Any], *, paid_back: bool) -> bool:
        """Credit an invoice that stands; whether the customer's money went back."""
        store, id_ = self.servers.tripletex.books.store, invoice["id"]
        day = self.clock.now().date().isoformat()
        asked = {"date": day, "sendToCustomer": "false"}
        assert self.by_hand("PUT", f"/invoice/{id_}/:createCreditNote", **asked) == 200
        touched = [
            row for row in store.all("invoice") if id_ in (row["id"], row["creditedInvoice"])
        ]
        return paid_back and all(self._pay_back(row, day) for row in touched)

    def _pay_back(self, row: Mapping[str, Any], day: str) -> bool:
        """Whether nothing is open on the invoice or credit note any more."""
        left = row["amountCurrencyOutstanding"]
        bank = next(iter(self.servers.tripletex.books.store.all("paymentType")))["id"]
        asked = {"paymentDate": day, "paymentTypeId": str(bank), "paidAmount": str(left)}
        path = f"/invoice/{row['id']}/:payment"
        return not left or self.by_hand("PUT", path, **asked) == 200

    def is_under_way(self, ware: Ware) -> bool:
        """Whether the order has no completed status in the shop."""
        order = self.servers.mystore._shop.get("orders", ware.number)
        return bool(order and referred(order, "order-status")[0]["id"] == UNDER_WAY)


def standing(store: Any, ware: Ware) -> list[Mapping[str, Any]]:
    """The order's invoices in Tripletex that have not been credited wholly."""
    left = Counter[int]()
    for row in store.all("invoice"):
        left[row["creditedInvoice"]] += row["amountCurrency"]
    return [row for row in sold(store, ware) if row["amountCurrency"] + left[row["id"]] > 0]


def sold(store: Any, ware: Ware) -> list[Mapping[str, Any]]:
    """The order's invoices in Tripletex, credited or not."""
    return [row for row in _of_ware(store, ware) if not row["isCreditNote"]]


def notes_of(store: Any, ware: Ware) -> list[Mapping[str, Any]]:
    """The credit notes of a credit order: by its lines, or of all of its sale without an order."""
    sale = ware.sale
    whole = _of_ware(store, sale) if sale else []
    return [
        row
        for row in (*_of_ware(store, ware), *whole)
        if row["isCreditNote"] and row["amountCurrency"] == ware.value.amount
    ]


def _of_ware(store: Any, ware: Ware) -> list[Mapping[str, Any]]:
    ours = {row["id"] for row in store.all("order") if is_of(row, ware)}
    invoices = [row for row in store.all("invoice") if row["isCharged"]]
    return [row for row in invoices if row["orders"][0].id in ours]


def is_of(order: Mapping[str, Any], ware: Ware) -> bool:
    """Whether an order in Tripletex says that it is this one, in any round."""
    comment = str(order["internalComment"])
    return comment.startswith((f"Mystore-ordre {ware.number} ", f"Mystore-ordre {ware.number}-"))


def practice_of(tape: Tape, clock: FakeClock) -> PracticeServers:
    """The shop and the company of a tape, without a network until they are started."""
    servers = PracticeServers(
        orders=[ware.document() for ware in tape.wares],
        switches=dict(tape.switches),
        now=clock.now,
    )
    servers.tripletex.set_company(project_numbers=[Ware.REFUSED.number])
    if Ware.RENAMED in tape.wares:
        make_customer(servers.tripletex.books, EARLIER_CARD)
    return servers


def world_in_process(tape: Tape) -> World:
    """Everything in memory."""
    clock = FakeClock()
    servers = practice_of(tape, clock)
    tripletex, mystore, _control = servers._responders
    carrier = InProcess({"tripletex": tripletex, "mystore": mystore})
    first = MemoryJournal(clock)
    second = first if tape.pcs_share else MemoryJournal(clock)
    return World(tape, clock, servers, lambda: carrier, (first, second))


def company_facts(tape: Tape) -> LedgerFacts:
    """How the company is set up: always the same under these switches, and dear to read."""
    return _facts(tuple(flip for flip in tape.switches if flip[0] in OF_FACTS))


@cache
def _facts(switches: tuple[tuple[str, str], ...]) -> LedgerFacts:
    world = world_in_process(Tape((), (), switches, reads_company=True))
    with world.program(0) as program:
        return program.transfer.facts()
    raise AssertionError
