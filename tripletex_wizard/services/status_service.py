"""Changes an order's status in the shop, and nothing else («Oppdater ordre»)."""

from __future__ import annotations

from dataclasses import dataclass

from tripletex_wizard.domain.errors import (
    Code,
    InputError,
    OrderRejected,
    OrderStopped,
    OrderUncertain,
    RemoteUnavailable,
)
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.services.order_status import Given, StatusWriter
from tripletex_wizard.services.transfer import TransferService


@dataclass(frozen=True, slots=True)
class StatusService:
    """For a profile whose set-up allows writing to the shop."""

    transfer: TransferService

    def change(self, number: str, status: OrderStatus, *, notify: bool) -> Given:
        """The order as the shop has it afterwards; what was lost before is settled first.

        Raises AppError: InputError(WRITE_BACK_OFF), OrderRejected when the status is as it was,
        RemoteUnavailable when a later try will tell, besides SetupError and StorageError.
        """
        if not self.transfer.profile.rules.write_back:
            raise InputError(Code.WRITE_BACK_OFF)
        try:
            with self.transfer.claimed(number) as holder:
                if holder is not None:
                    raise OrderRejected(Code.CLAIMED_BY_OTHER, owner=holder)
                writer = self._writer(number)
                writer.settle()
                return writer.give(writer.read(), status, notify=notify)
        except OrderUncertain as uncertain:
            raise RemoteUnavailable.of(uncertain.problems[0]) from uncertain
        except OrderStopped as stopped:
            raise OrderRejected.of(stopped.problems[0]) from stopped

    def _writer(self, number: str) -> StatusWriter:
        """For an order whose claim is held."""
        transfer = self.transfer
        return StatusWriter(transfer.webshop, transfer.steps(number), transfer.quiet_time())
