"""Everything that a transfer needs, on fakes: a company, a journal, a clock and a profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.ledger import BookedInvoice, FakeLedger
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import a_profile, company_facts, transfer_rules
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.ledger import LedgerOrder
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.transfer import Outcome, Phase, Progress, Step, TransferEvent
from tripletex_wizard.services.booking_check import UnwrittenAccounts
from tripletex_wizard.services.order_desk import OrderDesk
from tripletex_wizard.services.transfer import TransferService

AS_SET_UP = Choice()
AS_ORDER = Choice(TransferAs.ORDER)
NUMBER = "10457"


@dataclass
class Desk:
    """`transfer` runs one batch; several desks may share a ledger and a journal."""

    profile: Profile = field(default_factory=a_profile)
    ledger: FakeLedger = field(default_factory=lambda: FakeLedger(company_facts()))
    clock: FakeClock = field(default_factory=FakeClock)
    owner: str = "kari@pc1"
    webshop: FakeWebshop = field(default_factory=FakeWebshop)
    accounts: UnwrittenAccounts = field(default_factory=UnwrittenAccounts)
    journal: MemoryJournal = field(init=False)
    _put: dict[str, Order | UnreadableOrder] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.journal = MemoryJournal(self.clock)

    def with_rules(self, **rules: object) -> Desk:
        """The same desk after a change of the set-up."""
        self.profile = replace(self.profile, rules=replace(self.profile.rules, **rules))  # type: ignore[arg-type]
        return self

    @property
    def service(self) -> TransferService:
        return TransferService(
            *(self.ledger, self.journal, self.clock, self.profile, self.owner, self.webshop),
            accounts=self.accounts,
        )

    @property
    def reader(self) -> OrderDesk:
        """How the order window would show the orders."""
        return OrderDesk(self.webshop, self.journal, self.service)

    def another(self, *, same_journal: bool) -> Desk:
        """Another program on the same company, on this computer or with a journal of its own."""
        other = Desk(ledger=self.ledger, clock=self.clock, owner="ola@pc2")
        if same_journal:
            other.journal = self.journal
        return other

    def batch(
        self, orders: Sequence[Order | UnreadableOrder], choice: Choice = AS_SET_UP
    ) -> list[Outcome]:
        """One outcome for each order, in their order; the shop has them as they are given here."""
        outcomes = [event for event in self.events(orders, choice) if isinstance(event, Outcome)]
        assert [row.order_number for row in outcomes] == [order.number for order in orders]
        return outcomes

    def _put_into_shop(self, orders: Sequence[Order | UnreadableOrder]) -> None:
        """What a test has put there itself stays, and what has happened to it since."""
        in_shop = {row.number: row for row in self.webshop.orders}
        for order in orders:
            if in_shop.get(order.number) is self._put.get(order.number):
                in_shop[order.number] = order
        self._put.update((order.number, in_shop[order.number]) for order in orders)
        self.webshop.orders = list(in_shop.values())

    def events(
        self, orders: Sequence[Order | UnreadableOrder], choice: Choice = AS_SET_UP
    ) -> Iterator[TransferEvent]:
        """What one batch tells, as it comes."""
        self._put_into_shop(orders)
        return self.service.transfer_batch(orders, choice)

    def transfer(self, order: Order, choice: Choice = AS_SET_UP) -> Outcome:
        (outcome,) = self.batch([order], choice)
        return outcome

    # what came of it

    def steps(self, number: str = NUMBER) -> list[tuple[Step, Phase]]:
        return [(entry.step, entry.phase) for entry in self.journal.entries(number)]

    def progress(self, number: str = NUMBER) -> Progress:
        return Progress(self.journal.entries(number))

    @property
    def only_order(self) -> LedgerOrder:
        (order,) = self.ledger.orders.values()
        return order

    @property
    def only_invoice(self) -> BookedInvoice:
        (booked,) = self.ledger.invoices.values()
        return booked

    def requests(self, call: str) -> int:
        return self.ledger.line.requests[call]


def codes(outcome: Outcome) -> list[Code]:
    return [problem.code for problem in outcome.problems]


def booked_once(desk: Desk) -> None:
    """One yarn order of 89,00 stands in the books, for one customer."""
    assert desk.only_order.is_closed
    assert desk.only_invoice.invoice.amount == Money(8900)
    assert len(desk.ledger.customers) == 1


def searching() -> Desk:
    return Desk(a_profile(replace(transfer_rules(), search_customer=True)))
