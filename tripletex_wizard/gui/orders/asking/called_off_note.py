"""A warning above everything else: the shop says that there is no sale any more."""

from __future__ import annotations

from collections.abc import Iterable

from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.parts.listed_note import ListedNote
from tripletex_wizard.gui.tones import Tone


class CalledOffNote(ListedNote):
    """Hidden when none of the orders was cancelled, returned or refunded in the shop."""

    def __init__(self, standings: Iterable[Standing]) -> None:
        super().__init__(Tone.SHOULD_CHECK)
        orders = [row.order for row in standings if isinstance(row.order, Order)]
        self._called_off = [order for order in orders if order.status.is_called_off]

    @property
    def warns(self) -> bool:
        """Whether there is anything to warn of."""
        return bool(self._called_off)

    def retranslate(self) -> None:
        """All texts in the language that is installed now."""
        line = self.tr(
            "{order} has the status “{status}”. Transfer it only if the customer is to pay all "
            "the same."
        )
        self.show_lines(
            self.tr("%n order(s) cancelled or returned in Mystore", "", len(self._called_off)),
            [line.format(order=each.number, status=each.status.name) for each in self._called_off],
        )
