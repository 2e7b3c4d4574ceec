"""The controller of the order window over a profile in memory; answers come when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from tests.fakes.lossy_line import Fault
from tests.fakes.office import MemoryOffice
from tests.fakes.runner import ManualRunner
from tests.orders.building import an_order
from tripletex_wizard.domain.errors import AppError, Code, Problem, RemoteUnavailable
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.orders.work.batch import Batch
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.services.office import Watcher

AS_SET_UP = Choice()
NO_ANSWER = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")


class OrderWindowDesk:
    """`changed`, `failures` and `settled` list what the signals told."""

    def __init__(self, *orders: Order) -> None:
        self.office = MemoryOffice(*orders)
        self.runner = ManualRunner()
        self.controller = OrderController(self.office, self.office.profile, self.runner)
        self.changed: list[tuple[str, ...]] = []
        self.failures: list[Problem] = []
        self.settled: list[tuple[Outcome, ...]] = []
        self.batches: list[Batch] = []
        self.controller.standings_changed.connect(self.changed.append)
        self.controller.failed.connect(self.failures.append)
        self.controller.settled.connect(self.settled.append)
        self.controller.batch_changed.connect(self._note)

    def load(self) -> None:
        self.controller.load()
        self.runner.answer_all()

    def transfer(self, *numbers: str) -> None:
        self.controller.transfer(numbers, AS_SET_UP)
        self.runner.answer_all()

    def lose(self, number: str = "1", fault: Fault = Fault.LOST_AFTER) -> None:
        """An earlier run sent the order's invoice, and got no answer."""
        self.office.ledger.line.fail("invoice_order", fault)
        list(self.office.transfer.transfer_batch([an_order(number)], AS_SET_UP))

    def pause(self) -> None:
        """Transfer three orders, of which the second gets no answer."""
        line = self.office.ledger.line

        def fail_second(call: str) -> None:
            if call == "invoice_order":
                line.on_write = lambda _call: None
                line.fail("create_order", NO_ANSWER)

        line.on_write = fail_second
        self.transfer("1", "2", "3")

    def fail_at_opening(self, error: AppError) -> None:
        """The profile cannot be opened once."""

        def fail(_watcher: Watcher) -> None:
            self.office.on_open = lambda _watcher: None
            raise error

        self.office.on_open = fail

    @property
    def batch(self) -> Batch:
        assert self.controller.batch is not None
        return self.controller.batch

    def state(self, number: str) -> TransferState:
        return self.controller.standings[number].state

    def outcomes(self) -> list[tuple[str, TransferState]]:
        return [(row.order_number, row.state) for row in self.batch.outcomes]

    def codes(self, place: int) -> list[Code]:
        return [problem.code for problem in self.batch.outcomes[place].problems]

    def _note(self) -> None:
        self.batches.append(self.batch)


def orders(numbers: Sequence[str] = ("1", "2", "3")) -> list[Order]:
    return [an_order(number) for number in numbers]


def three_read() -> OrderWindowDesk:
    """Three orders have been read."""
    made = OrderWindowDesk(*orders())
    made.load()
    made.changed.clear()
    return made
