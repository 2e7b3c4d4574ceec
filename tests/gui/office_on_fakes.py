"""An office in memory, for what surrounds the orders."""

from __future__ import annotations

from threading import Event

from tests.fakes.office import MemoryOffice
from tests.orders.building import an_order
from tripletex_wizard.domain.prerequisites import BoardRow, Prerequisite
from tripletex_wizard.services.prerequisites import PrerequisiteBoard

PATIENCE_S = 10


class HeldBoard(PrerequisiteBoard):
    """Answers for VAT only when `held` is set; notes in `asked` what it is asked."""

    held: Event
    asked: list[Prerequisite]

    def check(self, prerequisite: Prerequisite) -> BoardRow:
        self.asked.append(prerequisite)
        if prerequisite is Prerequisite.VAT:
            assert self.held.wait(PATIENCE_S)
        return super().check(prerequisite)


class OfficeOnFakes(MemoryOffice):
    """The VAT row is answered only while `vat` is set; `asked` are the rows that were checked."""

    def __init__(self) -> None:
        super().__init__(an_order("10457"))
        self.asked: list[Prerequisite] = []
        self.vat = Event()
        self.vat.set()

    @property
    def board(self) -> PrerequisiteBoard:
        board = HeldBoard(self.ledger, self.shop, self.clock, self.profile)
        board.held, board.asked = self.vat, self.asked
        return board
