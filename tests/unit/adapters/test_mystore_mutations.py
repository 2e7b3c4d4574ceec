"""Whatever Mystore answers: a value, or the error that the status asks for, without the token."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
import responses
from hypothesis import event, given
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.unit.adapters.mutations import Said, Told, share, told
from tests.unit.adapters.mystore_orders import (
    NOON,
    SCOPES,
    URL,
    Json,
    included,
    order_document,
    reference,
    resource,
    token_of,
)
from tests.unit.adapters.sound_values import flaws, outcome_of, unsound
from tripletex_wizard.adapters import logs
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    CredentialsRejected,
    OrderRejected,
    OutcomeUnknown,
    PermissionMissing,
    RateLimited,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.orders import Order, OrderStatus
from tripletex_wizard.domain.prices import gross_lines

TOKEN = token_of(scopes=[*SCOPES, "write:orders", "write:order-status-history"])
SECRETS = (TOKEN.reveal(),)
START = date(2026, 11, 1)
NO = "7001"
SENT = OrderStatus("3", "Sendt")
ROOT = "/shops/garnboden/"

Answers = dict[str, Said]


def listed(*resources: Json, **more: object) -> Said:
    return 200, {"data": list(resources), **more}


def bare(document: Json) -> Json:
    """The order without what belongs to it, and without what says where that is."""
    data = document["data"]
    relationships = {
        name: found
        for name, found in data["relationships"].items()
        if name not in {"order-products", "order-totals"}
    }
    return {"data": {**data, "relationships": relationships}}


DOCUMENT = order_document()
STATUS = resource("order-status", 3, name={"no": "Sendt", "en": "Sent"})
TAX_CLASS = resource("tax-classes", 1, title="Varer 25 %")
ORDER: Json = DOCUMENT["data"]
TAKEN: Said = (201, {"data": resource("order-status-history", 9)})
UNDER_WAY = {
    "data": {
        **ORDER,
        "relationships": {"order-status": {"data": reference("order-status", 2)}},
    }
}
PLAIN = [{"name": "Vipps", "method": "vipps"}, {"name": "Klarna", "method": "klarna"}]
RIGHT: Answers = {
    "GET orders": listed(ORDER, included=DOCUMENT["included"], links={"next": None}),
    "GET orders/7001": (200, DOCUMENT),
    "GET orders/7001/order-products": listed(*included(DOCUMENT, "order-products")),
    "GET orders/7001/order-totals": listed(*included(DOCUMENT, "order-totals")),
    "GET orders/7001/order-status-history": listed(),
    "GET orders/7001/order-tags": listed(),
    "GET customers/212": (200, {"data": included(DOCUMENT, "customers")[0]}),
    "GET order-status": listed(STATUS, links={}),
    "GET tax-classes": listed(TAX_CLASS),
    "GET payment": (200, PLAIN),
    "GET shipping": (200, {"bring": {"name": "Bring"}}),
    "GET settings": (200, {"STORE_NAME": "Garnboden"}),
    "POST order-status-history": TAKEN,
    "PATCH orders/7001": (200, {"data": ORDER}),
}
APART: Answers = {
    "GET orders": listed(bare(DOCUMENT)["data"], links={"next": None}),
    "GET orders/7001": (200, bare(DOCUMENT)),
}
NO_HISTORY: Answers = {
    "POST order-status-history": (422, {"errors": [{"detail": "Creating is not allowed."}]})
}
ONLY_A_NOTE: Answers = {"GET orders/7001": (200, UNDER_WAY)}
REFUSALS: tuple[Said, ...] = (
    (400, {"errors": [{"title": "Bad Request", "status": "400", "detail": "Unknown include."}]}),
    (401, {"message": "Unauthenticated."}),
    (403, {"errors": [{"detail": "Invalid scope(s) provided."}]}),
    (403, {"errors": [{"detail": "Token has expired or is invalid"}]}),
    (404, {"errors": [{"title": "Not Found", "status": "404"}]}),
    (422, {"errors": [{"title": "Unprocessable", "detail": "The status is read only."}]}),
    (429, {"message": "Too Many Attempts."}),
    (500, {"message": "Server Error"}),
)


class Call(NamedTuple):
    """A method of the client, the answers that it rests on, and the writes among them.

    `after` are reads that come after a write; `right` are right answers of this call alone.
    """

    run: Callable[[MystoreClient], object]
    answers: tuple[str, ...]
    writes: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    right: Mapping[str, Said] = MappingProxyType({})


PARTS = ("GET orders/7001/order-products", "GET orders/7001/order-totals", "GET customers/212")
HISTORY, PATCH = "POST order-status-history", "PATCH orders/7001"


def change(client: MystoreClient) -> object:
    return client.change_status(NO, SENT, notify=True)


CALLS: dict[str, Call] = {
    "statuses": Call(lambda c: c.statuses(), ("GET order-status",)),
    "payment_methods": Call(lambda c: c.payment_methods(), ("GET payment",)),
    "finished_orders": Call(lambda c: list(c.finished_orders(START, ["3"])), ("GET orders",)),
    "finished_orders, apart": Call(
        lambda c: list(c.finished_orders(START, ["3"])),
        ("GET orders", "GET order-status", *PARTS),
        right=APART,
    ),
    "orders_since": Call(lambda c: list(c.orders_since(START)), ("GET orders",)),
    "order": Call(lambda c: c.order(NO), ("GET orders/7001",)),
    "order, apart": Call(
        lambda c: c.order(NO), ("GET orders/7001", "GET order-status", *PARTS), right=APART
    ),
    "change_status": Call(change, (HISTORY,), writes=(HISTORY,)),
    "change_status, read afterwards": Call(
        change, ("GET orders/7001",), after=("GET orders/7001",)
    ),
    "change_status, without history": Call(change, (PATCH,), writes=(PATCH,), right=NO_HISTORY),
    "change_status, only a note": Call(
        change, (HISTORY, PATCH), writes=(HISTORY, PATCH), right=ONLY_A_NOTE
    ),
    "diagnosis": Call(
        lambda c: c.diagnosis(),
        tuple(address for address in RIGHT if address.startswith("GET")),
        right=APART,
    ),
    "missing_to_write": Call(lambda c: c.missing_to_write(), ("GET orders",)),
    "shop": Call(lambda c: c.shop(), ("GET orders",)),
}

GATEWAY = {408, 460, 499, 502, 503, 504}
Errors = tuple[type[AppError], ...]


def demanded(call: Call, address: str, said: Told) -> Errors:
    """What may be raised when `address` answers so; of the body only a status read back counts."""
    status = said.status
    if address in call.after:
        not_changed = (OrderRejected,) if _tells_of_other_status(said) else ()
        return (OutcomeUnknown, *not_changed)
    if address in call.writes:
        # once the note has been taken, the customer perhaps told, no refusal is a plain one
        not_changed = (OrderRejected,) if call.right == ONLY_A_NOTE else ()
        return (*_demanded_of_write(status), *not_changed)
    if status in {401, 403, 429}:
        return _denied(status)
    if status >= 500 or status in GATEWAY or status == 425 or 300 <= status < 400:
        return (RemoteUnavailable,)
    return (AnswerNotUnderstood, SetupError) if status == 404 else (AnswerNotUnderstood,)


def _tells_of_other_status(said: Told) -> bool:
    """Whether the order is told to have a status that the shop might have, and not the new one."""
    if said.status not in range(200, 300):
        return False
    try:
        found = json.loads(said.body)["data"]["relationships"]["order-status"]["data"]["id"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
    return bool(re.fullmatch("[1-9][0-9]{0,18}", str(found))) and str(found) != SENT.id


def _demanded_of_write(status: int) -> Errors:
    if status in {401, 403, 429}:
        return _denied(status)
    if status == 425 or 300 <= status < 400:
        return (RemoteUnavailable,)
    if status >= 500 or status in GATEWAY:
        return (OutcomeUnknown,)
    return (OrderRejected,) if status >= 400 else ()


def _denied(status: int) -> Errors:
    if status == 429:
        return (RateLimited,)
    return (CredentialsRejected, PermissionMissing) if status == 403 else (CredentialsRejected,)


@pytest.fixture(autouse=True)
def _every_request_is_described() -> None:
    """Not here: whoever is told a nonsensical id asks for it."""


@pytest.fixture(autouse=True)
def _known_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    mask = logs.SecretMask()
    mask.register(TOKEN)
    monkeypatch.setattr(logs, "MASK_OF_ALL_LOGS", mask)


@pytest.fixture
def service() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as service:
        yield service


def answer(service: responses.RequestsMock, spoilt: dict[str, Told], call: Call) -> None:
    """Make the shop answer rightly but at the `spoilt` addresses, and 404 to all else."""
    right = {**RIGHT, **call.right}

    def say(request: Any) -> tuple[int, dict[str, str], bytes]:
        address = f"{request.method} {urlsplit(request.url).path.removeprefix(ROOT)}"
        if address in spoilt:
            said = spoilt[address]
            return said.status, dict(said.headers), said.body
        status, document = right.get(address, (404, {}))
        return status, {}, json.dumps(document).encode()

    service.reset()
    for method in ("GET", "POST", "PATCH"):
        service.add_callback(method, re.compile(".*"), say)


def a_client() -> MystoreClient:
    return MystoreClient(URL, token=TOKEN, clock=FakeClock(NOON))


def test_every_method_of_the_client_is_tried() -> None:
    public = {name for name in vars(MystoreClient) if not name.startswith("_")} - {"close"}
    assert public <= {name.partition(",")[0] for name in CALLS}


@pytest.mark.parametrize("name", [name for name in CALLS if "only a note" not in name])
def test_the_right_answers_give_a_value(name: str, service: responses.RequestsMock) -> None:
    call = CALLS[name]
    answer(service, {}, call)
    value = call.run(a_client())
    assert value is not None
    assert unsound(value) == []
    if isinstance(value, list):
        assert [type(order) for order in value] == [Order]


@pytest.mark.parametrize("name", CALLS)
def test_any_answer_gives_a_value_or_the_error_that_its_status_asks_for(
    name: str, service: responses.RequestsMock
) -> None:
    call = CALLS[name]
    right = {**RIGHT, **call.right}

    @share(len(CALLS))
    @given(st.data())
    def each(data: st.DataObject) -> None:
        address = data.draw(st.sampled_from(call.answers))
        said = data.draw(told(right[address], or_else=REFUSALS, secrets=SECRETS))
        answer(service, {address: said}, call)
        outcome = outcome_of(lambda: call.run(a_client()))
        event(type(outcome).__name__)
        if isinstance(outcome, AppError):
            assert isinstance(outcome, demanded(call, address, said)), said.status
        assert flaws(outcome, SECRETS) == []
        for order in outcome if isinstance(outcome, list) else [outcome]:
            assert not isinstance(order, Order) or gross_lines(order)

    each()
