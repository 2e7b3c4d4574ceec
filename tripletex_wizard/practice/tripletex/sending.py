"""Sending invoices: what would go out is written down, nothing leaves the practice server."""

from __future__ import annotations

from typing import NamedTuple

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.errors import RefusedError, rule
from tripletex_wizard.practice.tripletex.query import Query
from tripletex_wizard.practice.tripletex.store import Record

SEND_TYPES = ("EMAIL", "EHF", "AVTALEGIRO", "EFAKTURA", "VIPPS", "PAPER", "MANUAL")


class Sending(NamedTuple):
    """How a caller wants an invoice sent; None means as the customer has it."""

    type: str | None
    address: str | None

    @classmethod
    def of(
        cls, query: Query, *, default_send: bool = True, address: str = "overrideEmailAddress"
    ) -> Sending | None:
        """The wish in a query; `sendToCustomer` is true when it is left out [S]."""
        if not query.flag("sendToCustomer", default=default_send):
            return None
        return cls(query.choice("sendType", SEND_TYPES), query.text(address))


def check_sending(books: Books, order: Record, sending: Sending | None) -> None:
    """Raise when the customer cannot get an invoice that way."""
    if sending is None or sending.type is None:
        return
    if sending.type == "MANUAL":
        raise RefusedError(500, 1000, None)  # [NOTE] the service fails on it
    customer = books.store.get("customer", order["customer"].id)
    receives = customer["organizationNumber"] in books.settings.ehf_receivers
    if sending.type == "PAPER" or (sending.type == "EHF" and not receives):
        if sending.type == "EHF" and books.switches["ehf_refusal"] == "cannot_receive":
            raise rule("ehf")
        raise rule("cannot_send", "sendType", type=sending.type)


def send(books: Books, invoice: Record, order: Record, sending: Sending) -> None:
    """Write down what is sent to the customer; nothing when there is no address or way."""
    customer = books.store.get("customer", order["customer"].id)
    way = sending.type or customer["invoiceSendMethod"]
    address = _address(customer, order, sending) if way == "EMAIL" else ""
    if way in {"MANUAL", "PAPER"} or (way == "EMAIL" and not address):
        return
    books.emails.append(
        {
            "kind": "creditNote" if invoice["isCreditNote"] else "invoice",
            "sendType": way,
            "invoiceId": invoice["id"],
            "invoiceNumber": invoice["invoiceNumber"],
            "orderNumber": order["number"],
            "address": address or customer["organizationNumber"],
            "sentAt": books.now().isoformat(),
        }
    )


def _address(customer: Record, order: Record, sending: Sending) -> str:
    known = (sending.address, order["receiverEmail"], customer["invoiceEmail"], customer["email"])
    return next((address for address in known if address), "")
