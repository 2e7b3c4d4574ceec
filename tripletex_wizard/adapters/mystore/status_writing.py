"""Writes the status of an order to the shop and reads it back: all that is ever changed there."""

from __future__ import annotations

import re

from tripletex_wizard.adapters.exact_json import whole_text
from tripletex_wizard.adapters.http import Answer
from tripletex_wizard.adapters.logs import masked
from tripletex_wizard.adapters.mystore.connection import ShopConnection
from tripletex_wizard.adapters.mystore.jsonapi import decoded, not_understood, parsed
from tripletex_wizard.adapters.mystore.wire import ErrorDocument, Reference
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    OrderRejected,
    OutcomeUnknown,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.ledger import Written
from tripletex_wizard.domain.orders import OrderStatus

HISTORY = "order-status-history"
NOT_DONE = (OrderRejected, RemoteUnavailable, SetupError)
LONGEST_TEXT = 300
SUCCESS = range(200, 300)
STATUS_ID = re.compile("[1-9][0-9]{0,18}")  # [INF]: a row's number in the shop's database
NO_IDS: tuple[str, ...] = ()  # Mystore gives its requests none


class StatusWriting:
    """How a status is changed is not proved [INF], so both known ways are tried.

    A new entry in the order's history comes first, since that alone can have the customer told.
    When the order then has another status still, the order itself is changed, without a word to
    the customer. `orders/{id}/complete` is never called.
    """

    def __init__(self, connection: ShopConnection) -> None:
        self._connection = connection

    def change(self, number: str, status: OrderStatus, *, notify: bool) -> Written[bool]:
        """Implements `services.ports.Webshop.change_status`."""
        try:
            self._add_to_history(number, status, notify=notify)
        except OrderRejected as refused:
            self._patch(number, status)
            if self._has(number, status):
                return Written(value=False, request_ids=NO_IDS)
            raise refused from None
        if not self._has(number, status):
            self._patch_after_note(number, status)
        return Written(value=notify, request_ids=NO_IDS)

    def _patch_after_note(self, number: str, status: OrderStatus) -> None:
        """The note has been taken and the customer perhaps told, so no refusal is a plain one."""
        not_changed = OrderRejected(Code.STATUS_NOT_CHANGED, status=status.name)
        try:
            self._patch(number, status)
        except NOT_DONE as refused:
            raise not_changed from refused
        if not self._has(number, status):
            raise not_changed

    def _add_to_history(self, number: str, status: OrderStatus, *, notify: bool) -> None:
        document = {
            "data": {
                "type": HISTORY,
                "attributes": {"comment": "", "customer_notified": notify},
                "relationships": {"order": _to("orders", number), **_to_status(status)},
            }
        }
        _require_taken(self._connection.change("POST", HISTORY, document), status)

    def _patch(self, number: str, status: OrderStatus) -> None:
        document = {
            "data": {"type": "orders", "id": number, "relationships": _to_status(status)},
        }
        _require_taken(self._connection.change("PATCH", f"orders/{number}", document), status)

    def _has(self, number: str, status: OrderStatus) -> bool:
        """Whether the order has the status; what cannot be read after a change is not known."""
        try:
            order = self._connection.single(f"orders/{number}").data
            found = order.one("order-status") if order else None
            if found is None or not _is_of_status(found):
                raise not_understood("orders: order-status")
        except AppError as error:
            raise OutcomeUnknown(answered=True) from error
        return found.id == status.id


def _is_of_status(found: Reference) -> bool:
    """Whether it can be a status of the shop; 0 or a word is none that the order was left with."""
    return found.type == "order-status" and STATUS_ID.fullmatch(found.id) is not None


def _to_status(status: OrderStatus) -> dict[str, object]:
    return {"order-status": _to("order-status", status.id)}


def _to(kind: str, resource_id: str) -> dict[str, object]:
    return {"data": {"type": kind, "id": resource_id}}


def _require_taken(answer: Answer, status: OrderStatus) -> None:
    """Raise OrderRejected with the shop's words unless the change was taken."""
    if answer.status not in SUCCESS:
        raise OrderRejected(Code.STATUS_REFUSED, status=status.name, text=_said(answer))


def _said(answer: Answer) -> str:
    try:
        document = parsed(ErrorDocument, decoded(answer.body, answer.path), answer.path)
    except AnswerNotUnderstood:
        return f"HTTP {answer.status}"
    return masked(whole_text(document.text))[:LONGEST_TEXT] or f"HTTP {answer.status}"
