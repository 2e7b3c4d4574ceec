"""What must be so in the company before a recorded refusal can happen again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tripletex_wizard.practice.tripletex.recordings import Recording
from tripletex_wizard.practice.tripletex.replay import UNKNOWN_ID, Replay
from tripletex_wizard.practice.tripletex.texts import TEXTS

UNAUTHORIZED, FORBIDDEN = 401, 403
ILLEGAL_FIELD = re.compile(r"Illegal field in fields filter: (\w+)\.")
INVOICE_DATES = {"invoiceDateFrom": "2026-01-01", "invoiceDateTo": "2027-01-01"}
Scene = Callable[[Replay], None]


def prepare(replay: Replay) -> None:
    """Bring the company into the situation in which the recorded answer was given."""
    recording = replay.recording
    found = sentences(recording)
    if any(found.values()):
        replay.application.set_company(language="en")
    if recording.status == UNAUTHORIZED:
        replay.token = "wrong"  # noqa: S105
    if recording.status == FORBIDDEN:
        replay.application.set_company(forbidden=["*"])
    illegal = ILLEGAL_FIELD.match(recording.answer.get("message") or "")
    if illegal:
        replay.query = {**INVOICE_DATES, "fields": illegal[1]}
    for sentence in found:
        SCENES.get(sentence, _nothing)(replay)


def sentences(recording: Recording) -> dict[str, bool]:
    """Which of our sentences the recorded messages are; True for the English ones."""
    messages = recording.answer.get("validationMessages") or []
    found = {}
    for message in messages:
        for key, (norwegian, english) in TEXTS.items():
            if _is(message["message"], norwegian):
                found[key] = False
            elif _is(message["message"], english):
                found[key] = key not in {"consumer_token", "employee_token"}
    return found


def _is(message: str, sentence: str) -> bool:
    pattern = re.sub(r"\\{\w+\\}", ".*", re.escape(sentence))
    return re.fullmatch(pattern, message) is not None


def _nothing(_replay: Replay) -> None:
    """A refusal that needs no preparation."""


def _unknown_customer(replay: Replay) -> None:
    replay.unknown_kinds = {"customer"}


def _no_bank_account(replay: Replay) -> None:
    replay.query.setdefault("invoiceDate", "2026-11-23")
    replay.application.set_company(has_bank_account=False)


def _no_vat(replay: Replay) -> None:
    replay.application.set_company(vat_registration_status="VAT_NOT_REGISTERED")


def _invoiced(replay: Replay) -> None:
    replay.id_of("invoice")


def _credited(replay: Replay) -> None:
    replay.query = {"date": "2026-11-23", "sendToCustomer": "false"}
    replay.ask("PUT", f"/invoice/{replay.id_of('invoice')}/:createCreditNote", replay.query)


def _no_lines(replay: Replay) -> None:
    replay.ids["order"] = replay.make_order([])


def _draft(replay: Replay) -> None:
    order = replay.application.books.store.get("order", replay.id_of("order"))
    replay.ids["invoice"] = order["preliminaryInvoice"].id


def _twice(replay: Replay) -> None:
    replay.ask("POST", replay.path, None, _without_vat(replay.body))


def _without_vat(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key != "vatType"}


def _unknown_field(replay: Replay) -> None:
    if replay.body is None:
        replay.body = {replay.first_field(): {"id": UNKNOWN_ID}}


def _wrong_type(replay: Replay) -> None:
    if replay.body is None:
        body: Any = None
        for name in reversed(replay.first_field().split(".")):
            body = {name: body}
        replay.body = body


def _bad_email(replay: Replay) -> None:
    fields = ("email", "invoiceEmail", "overdueNoticeEmail")
    replay.body = {"name": "Kunde", **dict.fromkeys(fields, "nei")}


def _bad_organization_number(replay: Replay) -> None:
    replay.body = {"name": "Kunde AS", "organizationNumber": "999 888 771"}


def _bad_consumer(replay: Replay) -> None:
    tokens = {"consumerToken": "feil", "employeeToken": replay.application.employee_token}
    replay.query = {**tokens, "expirationDate": "2026-12-31"}


SCENES: dict[str, Scene] = {
    "customer_unknown": _unknown_customer,
    "no_bank_account": _no_bank_account,
    "vat_code": _no_vat,
    "already_invoiced": _invoiced,
    "credited": _credited,
    "no_lines": _no_lines,
    "invoice_number_unknown": _draft,
    "not_real_invoice": _draft,
    "unknown_field": _unknown_field,
    "wrong_type": _wrong_type,
    "product_number": _twice,
    "product_name": _twice,
    "number_in_use": _twice,
    "email": _bad_email,
    "organization_number": _bad_organization_number,
    "consumer_token": _bad_consumer,
}
