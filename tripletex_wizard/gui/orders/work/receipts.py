"""What has been done with one order at a person's request, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Done(Enum):
    """What a person asked for beside the batches."""

    STATUS_SET = "status_set"
    MARKED = "marked"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Receipt:
    """`what` is the name of the status, or the voucher that holds a marked order."""

    number: str
    done: Done
    what: str = ""


def receipt_text(receipt: Receipt) -> str:
    """What has been done, as it stands above the table."""
    match receipt.done:
        case Done.STATUS_SET:
            text = translate(
                "receipts", "Status “{what}” has been set in Mystore for order {number}."
            )
        case Done.MARKED:
            text = translate(
                "receipts",
                "Order {number} is marked as booked with {what}, and is not transferred.",
            )
        case Done.UNMARKED:
            text = translate("receipts", "The mark on order {number} has been taken back.")
        case _:
            assert_never(receipt.done)
    return text.format(number=receipt.number, what=receipt.what)
