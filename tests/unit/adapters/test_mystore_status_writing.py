"""The requests that change a status, byte for byte, and what each answer to them means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import responses

from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import NOON, ROOT, SCOPES, URL, Json, token_of
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.domain.errors import (
    AppError,
    Code,
    CredentialsRejected,
    OrderRejected,
    OutcomeUnknown,
    PermissionMissing,
    Problem,
    RateLimited,
    RemoteUnavailable,
)
from tripletex_wizard.domain.ledger import Written
from tripletex_wizard.domain.orders import OrderStatus

SENT = OrderStatus("3", "Sendt")
HISTORY, ORDER = f"{ROOT}/order-status-history", f"{ROOT}/orders/10457"
READ_ONLY = {"errors": [{"title": "Unprocessable", "detail": "The status is read only."}]}
NO_SCOPE = {"errors": [{"detail": "Invalid scope(s) provided."}]}
REFUSED = Problem(Code.STATUS_REFUSED, status="Sendt", text="The status is read only.")
NOT_CHANGED = Problem(Code.STATUS_NOT_CHANGED, status="Sendt")
TO_SENT = {"order-status": {"data": {"type": "order-status", "id": "3"}}}


@pytest.fixture
def http() -> Iterator[responses.RequestsMock]:
    registry = responses.registries.OrderedRegistry
    with responses.RequestsMock(registry=registry) as mock:
        yield mock


@pytest.fixture
def client() -> MystoreClient:
    token = token_of(scopes=[*SCOPES, "write:orders", "write:order-status-history"])
    return MystoreClient(URL, token=token, clock=FakeClock(NOON))


def order_with(status: str | int | None, kind: str = "order-status") -> Json:
    relationships: Json = {}
    if status is not None:
        relationships = {"order-status": {"data": {"type": kind, "id": status}}}
    return {"data": {"type": "orders", "id": "10457", "relationships": relationships}}


def change(client: MystoreClient, *, notify: bool = True) -> Written[bool]:
    return client.change_status("10457", SENT, notify=notify)


def failed(client: MystoreClient) -> AppError:
    with pytest.raises(AppError) as error:
        change(client)
    return error.value


def taken(http: responses.RequestsMock, method: str, url: str) -> None:
    http.add(method, url, json={"data": {"type": "any", "id": "9"}}, status=201)


def shows(http: responses.RequestsMock, status: str | None) -> None:
    http.get(ORDER, json=order_with(status))


def bodies(http: responses.RequestsMock) -> list[tuple[str, Any]]:
    return [
        (str(call.request.method), json.loads(call.request.body))
        for call in http.calls
        if call.request.body
    ]


# what is sent


@pytest.mark.parametrize("notify", [True, False])
def test_a_new_entry_of_the_history_names_order_status_and_whether_to_tell_the_customer(
    http: responses.RequestsMock, client: MystoreClient, notify: bool
) -> None:
    taken(http, "POST", HISTORY)
    shows(http, "3")
    assert change(client, notify=notify) == Written(notify, ())
    wanted = {
        "data": {
            "type": "order-status-history",
            "attributes": {"comment": "", "customer_notified": notify},
            "relationships": {"order": {"data": {"type": "orders", "id": "10457"}}, **TO_SENT},
        }
    }
    assert bodies(http) == [("POST", wanted)]
    headers = http.calls[0].request.headers
    assert headers["Content-Type"] == headers["Accept"] == "application/vnd.api+json"
    assert headers["Authorization"].startswith("Bearer ey")
    assert headers["User-Agent"] == "tripletex-wizard"


def test_an_order_that_keeps_its_status_is_changed_itself_without_a_second_notice(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    taken(http, "POST", HISTORY)
    shows(http, "2")
    taken(http, "PATCH", ORDER)
    shows(http, "3")
    assert change(client).value is True
    document = {"data": {"type": "orders", "id": "10457", "relationships": TO_SENT}}
    assert bodies(http)[1] == ("PATCH", document)


@pytest.mark.parametrize("status", [400, 404, 405, 409, 422])
def test_where_the_history_cannot_be_added_to_the_order_is_changed_and_nobody_told(
    http: responses.RequestsMock, client: MystoreClient, status: int
) -> None:
    http.post(HISTORY, json=READ_ONLY, status=status)
    taken(http, "PATCH", ORDER)
    shows(http, "3")
    assert change(client).value is False


def test_orders_are_never_completed(http: responses.RequestsMock, client: MystoreClient) -> None:
    taken(http, "POST", HISTORY)
    shows(http, "2")
    http.patch(ORDER, json=READ_ONLY, status=422)
    failed(client)
    assert not any(str(call.request.url).endswith("/complete") for call in http.calls)


# what is refused


def test_what_is_refused_both_ways_is_refused_in_the_shop_s_words(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.post(HISTORY, json={"errors": []}, status=422)
    http.patch(ORDER, json=READ_ONLY, status=422)
    error = failed(client)
    assert (type(error), error.problem) == (OrderRejected, REFUSED)


def test_a_refused_entry_and_a_change_without_effect_are_a_refusal(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.post(HISTORY, json=READ_ONLY, status=422)
    taken(http, "PATCH", ORDER)
    shows(http, "2")
    assert failed(client).problem == REFUSED


def test_a_note_that_was_taken_and_a_change_without_effect_are_no_plain_refusal(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    taken(http, "POST", HISTORY)
    shows(http, "2")
    taken(http, "PATCH", ORDER)
    shows(http, "2")
    error = failed(client)
    assert (type(error), error.problem) == (OrderRejected, NOT_CHANGED)


@pytest.mark.parametrize(
    "answer",
    [
        {"json": READ_ONLY, "status": 422},
        {"json": NO_SCOPE, "status": 403},
        {"status": 401},
        {"status": 429},
        {"body": requests.exceptions.ConnectTimeout()},
    ],
)
def test_after_a_note_that_was_taken_no_refusal_is_a_plain_one(
    http: responses.RequestsMock, client: MystoreClient, answer: dict[str, Any]
) -> None:
    taken(http, "POST", HISTORY)
    shows(http, "2")
    http.patch(ORDER, **answer)
    assert failed(client).problem == NOT_CHANGED


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('{"errors": [{"title": "Nei"}]}', "Nei"),
        ('{"errors": [{"detail": 7}, {"detail": "Ja"}]}', "Ja"),
        ('{"message": "Unauthenticated."}', "Unauthenticated."),
        ('{"message": "' + "x" * 400 + '"}', "x" * 300),
        ('{"errors": "odd"}', "HTTP 422"),
        ("<html>", "HTTP 422"),
        ("{}", "HTTP 422"),
    ],
)
def test_the_shop_s_words_are_found_wherever_it_puts_them(
    http: responses.RequestsMock, client: MystoreClient, body: str, text: str
) -> None:
    http.post(HISTORY, body=body, status=422)
    http.patch(ORDER, body=body, status=422)
    assert failed(client).problem.params["text"] == text


def test_a_missing_permission_is_named(http: responses.RequestsMock, client: MystoreClient) -> None:
    http.post(HISTORY, json=NO_SCOPE, status=403)
    error = failed(client)
    assert isinstance(error, PermissionMissing)
    assert error.problem.params == {"permission": "write:order-status-history"}


def test_a_missing_permission_for_orders_is_named_when_the_history_was_no_way(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.post(HISTORY, json=READ_ONLY, status=422)
    http.patch(ORDER, json=NO_SCOPE, status=403)
    assert failed(client).problem.params == {"permission": "write:orders"}


def test_a_refused_token_is_told(http: responses.RequestsMock, client: MystoreClient) -> None:
    http.post(HISTORY, status=401)
    assert isinstance(failed(client), CredentialsRejected)


def test_an_expired_token_sends_nothing(http: responses.RequestsMock) -> None:
    token = token_of(exp=int(NOON.timestamp()) - 1)
    error = failed(MystoreClient(URL, token=token, clock=FakeClock(NOON)))
    assert error.problem.code is Code.SHOP_TOKEN_EXPIRED
    assert len(http.calls) == 0


def test_a_rate_limit_before_anything_was_done_is_told_with_its_seconds(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.post(HISTORY, status=429, headers={"Retry-After": "7"})
    error = failed(client)
    assert isinstance(error, RateLimited)
    assert error.seconds == 7


def test_a_request_that_never_left_is_not_unknown(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.post(HISTORY, body=requests.exceptions.ConnectTimeout())
    assert isinstance(failed(client), RemoteUnavailable)


# what nobody can know


@pytest.mark.parametrize(
    ("answer", "answered"),
    [
        ({"body": requests.exceptions.ReadTimeout()}, False),
        ({"status": 500}, True),
        ({"status": 504}, False),
    ],
)
def test_a_lost_answer_is_unknown_and_nothing_more_is_sent(
    http: responses.RequestsMock, client: MystoreClient, answer: dict[str, Any], answered: bool
) -> None:
    http.post(HISTORY, **answer)
    error = failed(client)
    assert isinstance(error, OutcomeUnknown)
    assert error.answered is answered
    assert len(http.calls) == 1


def test_a_lost_answer_to_the_change_of_the_order_is_unknown_too(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    taken(http, "POST", HISTORY)
    shows(http, "2")
    http.patch(ORDER, body=requests.exceptions.ReadTimeout())
    assert isinstance(failed(client), OutcomeUnknown)


@pytest.mark.parametrize(
    "answer", [{"status": 403}, {"status": 404}, {"body": "<html>"}, {"json": order_with(None)}]
)
def test_what_cannot_be_read_back_is_unknown(
    http: responses.RequestsMock, client: MystoreClient, answer: dict[str, Any]
) -> None:
    taken(http, "POST", HISTORY)
    http.get(ORDER, **answer)
    error = failed(client)
    assert isinstance(error, OutcomeUnknown)
    assert error.answered


@pytest.mark.parametrize(
    "answer",
    [
        *(order_with(value) for value in (0, "0", -1, "", "03", "Sendt", "order-status", "9" * 40)),
        order_with("2", "order-statuses"),
        order_with("3", "customers"),
    ],
)
def test_what_cannot_be_a_status_s_id_does_not_prove_that_nothing_was_changed(
    http: responses.RequestsMock, client: MystoreClient, answer: Json
) -> None:
    taken(http, "POST", HISTORY)
    http.get(ORDER, json=answer)
    error = failed(client)
    assert isinstance(error, OutcomeUnknown)
    assert error.answered
    assert len(http.calls) == 2


@pytest.mark.parametrize("status", [3, "3"])
def test_a_status_s_id_may_be_a_number_or_text(
    http: responses.RequestsMock, client: MystoreClient, status: int | str
) -> None:
    taken(http, "POST", HISTORY)
    http.get(ORDER, json=order_with(status))
    assert change(client).value is True


def test_an_order_without_data_is_unknown(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    taken(http, "POST", HISTORY)
    http.get(ORDER, json={"data": None})
    assert isinstance(failed(client), OutcomeUnknown)
