from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

import pytest
import responses
from responses.matchers import query_param_matcher

from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import (
    NOON,
    ROOT,
    SCOPES,
    SHOP,
    URL,
    Json,
    included,
    order_document,
    resource,
    token_of,
)
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    PermissionMissing,
    RateLimited,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder

SINCE = date(2026, 11, 19)
EXPIRED = {"errors": [{"status": "403", "detail": "Token has expired or is invalid"}]}
NO_SCOPE = {"errors": [{"status": "403", "detail": "Invalid scope(s) provided."}]}


@pytest.fixture
def http() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        yield mock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOON)


@pytest.fixture
def client(clock: FakeClock) -> MystoreClient:
    return MystoreClient(URL, token=token_of(), clock=clock)


def page(*documents: Json, following: Any = "absent", bare: bool = False) -> Json:
    body: Json = {"data": [each["data"] for each in documents], "links": {"self": ROOT}}
    if not bare:
        body["included"] = [one for each in documents for one in each["included"]]
    if following != "absent":
        body["links"]["next"] = following
    return body


def finished(client: MystoreClient) -> list[Order | UnreadableOrder]:
    return list(client.finished_orders(SINCE, ["3"]))


def numbers(client: MystoreClient) -> list[str]:
    return [order.number for order in finished(client)]


def asked(http: responses.RequestsMock) -> list[SplitResult]:
    return [urlsplit(str(call.request.url)) for call in http.calls]


def queries(http: responses.RequestsMock) -> list[dict[str, str]]:
    return [dict(parse_qsl(address.query)) for address in asked(http)]


def is_first_page(request: Any) -> tuple[bool, str]:
    return "page%5Bnumber%5D" not in request.url, "another page"


def paths(http: responses.RequestsMock) -> list[str]:
    return [address.path.split(f"/{SHOP}/")[1] for address in asked(http)]


def test_a_list_is_asked_for_all_that_saves_calls(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/orders", json=page(order_document()))
    assert all(isinstance(order, Order) for order in finished(client))
    assert queries(http) == [
        {
            "page[size]": "100",
            "filter[since][path]": path,
            "filter[since][operator]": "gte",
            "filter[since][value]": "2026-11-18 00:00:00",
            "sort": "id",
            "include": "order-products,order-totals,customer,order-status",
        }
        for path in ("updated_at", "created_at")
    ]


def test_every_request_says_who_asks_and_for_what(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/orders", json=page(order_document()))
    http.get(f"{ROOT}/payment", json=[])
    finished(client)
    client.payment_methods()
    listed, _, plain = (call.request.headers for call in http.calls)
    assert listed["Accept"] == listed["Content-Type"] == "application/vnd.api+json"
    assert plain["Accept"] == plain["Content-Type"] == "application/json"
    assert listed["User-Agent"] == plain["User-Agent"] == "tripletex-wizard"
    assert listed["Authorization"].startswith("Bearer ey")


@pytest.mark.parametrize("last", ["absent", None, {"href": None}])
def test_pages_are_followed_to_the_last(
    http: responses.RequestsMock, client: MystoreClient, last: Any
) -> None:
    second = f"{ROOT}/orders?page%5Bnumber%5D=2&include=customer"
    http.get(
        f"{ROOT}/orders",
        json=page(order_document(7003), following=last),
        match=[query_param_matcher({"page[number]": "2", "include": "customer"})],
    )
    http.get(
        f"{ROOT}/orders", json=page(order_document(7001), following=second), match=[is_first_page]
    )
    assert numbers(client) == ["7001", "7003"]


@pytest.mark.parametrize(
    ("status", "body"), [(404, {"errors": []}), (200, {"data": [], "links": {"next": "/x"}})]
)
def test_a_page_past_the_end_ends_the_list(
    http: responses.RequestsMock, client: MystoreClient, status: int, body: Json
) -> None:
    second = f"{ROOT}/orders?page[number]=2"
    http.get(
        f"{ROOT}/orders",
        json=body,
        status=status,
        match=[query_param_matcher({"page[number]": "2"})],
    )
    http.get(f"{ROOT}/orders", json=page(order_document(), following=second), match=[is_first_page])
    assert numbers(client) == ["7001"]


@pytest.mark.parametrize(
    "following",
    [
        "https://api.mystore.example/shops/garnboden/orders?page[number]=2",
        "https://api.mystore.no/shops/other/orders?page[number]=2",
        "https://api.mystore.no:8443/shops/garnboden/orders",
        "https://api.mystore.no@evil.example/shops/garnboden/orders",
        "https://user@api.mystore.no/shops/garnboden/orders",
        "https://api.mystore.no/shops/garnboden/../other/orders",
        "https://api.mystore.no/shops/garnboden/%2e%2e/other/orders",
        "//evil.example/shops/garnboden/orders",
        "https://[broken/shops/garnboden/orders",
    ],
)
def test_the_token_goes_nowhere_else(
    http: responses.RequestsMock, client: MystoreClient, following: str
) -> None:
    http.get(f"{ROOT}/orders", json=page(order_document(), following=following))
    with pytest.raises(AnswerNotUnderstood) as caught:
        finished(client)
    assert caught.value.problem.params == {"path": "links.next"}
    assert len(http.calls) == 1


def test_a_next_page_written_with_http_or_without_host_is_read_from_our_own_address(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    bodies = [
        page(
            order_document(1), following=f"http://api.mystore.no/shops/{SHOP}/orders?page[number]=2"
        ),
        page(order_document(2), following=f"/shops/{SHOP}/orders?page[number]=3"),
        page(order_document(3)),
    ]
    for body in bodies:
        http.get(f"{ROOT}/orders", json=body)
    assert numbers(client) == ["1", "2", "3"]
    assert {address.scheme for address in asked(http)} == {"https"}


def test_pages_that_go_in_a_ring_are_not_followed_for_ever(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(
        f"{ROOT}/orders", json=page(order_document(), following=f"{ROOT}/orders?page[number]=2")
    )
    with pytest.raises(AnswerNotUnderstood):
        finished(client)
    assert len(http.calls) == 2


def test_an_order_that_moves_to_the_next_page_comes_once(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    first = page(order_document(1), order_document(2), following=f"{ROOT}/orders?page[number]=2")
    http.get(f"{ROOT}/orders", json=first)
    http.get(f"{ROOT}/orders", json=page(order_document(2), order_document(3)))
    assert numbers(client) == ["1", "2", "3"]


def test_what_the_server_lets_through_is_checked_again(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    documents = [order_document(number) for number in range(1, 6)]
    documents[0]["data"]["attributes"]["finished_at"] = "2026-11-18 23:59:59"
    documents[1]["data"]["relationships"]["order-status"]["data"]["id"] = "2"
    documents[2]["data"]["attributes"]["finished_at"] = "2026-11-19 00:00:00"
    documents[3]["data"]["attributes"]["finished_at"] = "2026-11-18T23:00:00Z"
    documents[4]["data"]["attributes"]["finished_at"] = "2026-11-18T22:59:59Z"
    http.get(f"{ROOT}/orders", json=page(*documents))
    assert numbers(client) == ["3", "4"]


@pytest.mark.parametrize("finished_at", [None, "en gang"])
def test_a_completed_order_without_a_day_is_shown_as_unreadable(
    http: responses.RequestsMock, client: MystoreClient, finished_at: str | None
) -> None:
    new, old = order_document(1), order_document(2)
    for each in (new, old):
        each["data"]["attributes"]["finished_at"] = finished_at
    old["data"]["attributes"]["updated_at"] = "2026-11-18 12:00:00"
    http.get(f"{ROOT}/orders", json=page(new, old))
    (order,) = finished(client)
    assert isinstance(order, UnreadableOrder)
    assert (order.number, order.problem.params["attribute"]) == ("1", "orders.finished_at")


def test_an_order_that_is_not_finished_can_be_asked_for(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    document = order_document()
    document["data"]["attributes"]["finished_at"] = None
    http.get(f"{ROOT}/orders/7001", json=document)
    order = client.order("7001")
    assert isinstance(order, Order)
    assert order.finished_on is None


def refusing(*words: str) -> Any:
    """A shop that answers 400 when the query holds one of the words."""

    def answer(request: Any) -> tuple[int, dict[str, str], str]:
        if any(word in request.url for word in words):
            return 400, {}, json.dumps({"errors": [{"status": "400", "detail": "?"}]})
        query = dict(parse_qsl(urlsplit(request.url).query))
        document = order_document()
        if "order-totals" not in query.get("include", ""):
            rest = [each for each in document["included"] if each["type"] != "order-totals"]
            document["included"] = rest
        return 200, {}, json.dumps(page(document, bare="include" not in query))

    return answer


def nested(http: responses.RequestsMock, document: Json) -> None:
    """The nested lists of one order, and its customer."""
    order = f"{ROOT}/orders/{document['data']['id']}"
    for kind in ("order-products", "order-totals"):
        http.get(f"{order}/{kind}", json={"data": included(document, kind)})
    http.get(f"{ROOT}/customers/212", json={"data": included(document, "customers")[0]})
    http.get(f"{ROOT}/order-status", json={"data": included(document, "order-status")})


@pytest.mark.parametrize(
    ("refused", "kept", "filters"),
    [
        ("sort=", {"page[size]": "100"}, ["updated_at", "created_at"]),
        ("updated_at", {"page[size]": "100", "sort": "id"}, ["created_at", "finished_at"]),
        ("created_at", {"page[size]": "100", "sort": "id"}, ["updated_at", "finished_at"]),
        ("_at", {"page[size]": "100", "sort": "id"}, [None]),
        ("=100", {"page[size]": "50", "sort": "id"}, ["updated_at", "created_at"]),
        (
            "order-totals",
            {"include": "order-products,customer,order-status", "sort": "id"},
            ["updated_at", "created_at"],
        ),
        ("include", {"page[size]": "100", "sort": "id"}, ["updated_at", "created_at"]),
    ],
)
def test_what_the_shop_refuses_is_left_out_and_not_asked_for_again(
    http: responses.RequestsMock,
    client: MystoreClient,
    refused: str,
    kept: dict[str, str],
    filters: list[str | None],
) -> None:
    nested(http, order_document())
    http.add_callback(responses.GET, f"{ROOT}/orders", refusing(refused))
    assert all(isinstance(order, Order) for order in finished(client))
    before = len(http.calls)
    assert all(isinstance(order, Order) for order in finished(client))
    lists = [
        query
        for path, query in list(zip(paths(http), queries(http), strict=True))[before:]
        if path == "orders"
    ]
    assert [query.get("filter[since][path]") for query in lists] == filters
    for query in lists:
        assert kept.items() <= query.items()
        assert not any(refused in f"{name}={value}" for name, value in query.items())


def test_an_order_made_long_before_it_is_finished_is_found_by_the_last_filter(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.add_callback(responses.GET, f"{ROOT}/orders", refusing("updated_at", "finished_at"))
    assert numbers(client) == ["7001"]
    assert queries(http)[-1]["filter[since][value]"] == "2025-11-19 00:00:00"


@pytest.mark.parametrize("status", [400, 403])
def test_a_shop_that_refuses_even_the_bare_list_is_told(
    http: responses.RequestsMock, client: MystoreClient, status: int
) -> None:
    http.get(f"{ROOT}/orders", json=NO_SCOPE, status=status)
    with pytest.raises((AnswerNotUnderstood, PermissionMissing)):
        finished(client)
    assert len(http.calls) == 2


def test_a_shop_that_changes_its_mind_after_that_is_told(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.add_callback(responses.GET, f"{ROOT}/orders", refusing("sort="))
    finished(client)
    http.remove(responses.GET, f"{ROOT}/orders")
    http.get(f"{ROOT}/orders", status=400)
    with pytest.raises(AnswerNotUnderstood) as caught:
        finished(client)
    assert caught.value.problem.params == {"path": "orders (400)"}


def test_a_shop_without_payment_modules_has_none(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/payment", json=[])
    assert client.payment_methods() == {}


def test_an_end_point_that_is_not_there_is_not_understood(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/payment", status=404)
    with pytest.raises(AnswerNotUnderstood) as caught:
        client.payment_methods()
    assert caught.value.problem.params == {"path": "payment (404)"}


def test_without_include_the_parts_are_asked_for_one_by_one(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    documents = [order_document(1), order_document(2)]
    for document in documents:
        nested(http, document)
    http.get(f"{ROOT}/orders", json=page(*documents, bare=True))
    with_include = [order_document(1), order_document(2)]
    assert finished(client) == finished_elsewhere(with_include)
    assert paths(http) == [
        "orders",
        "orders/1/order-products",
        "orders/1/order-totals",
        "customers/212",
        "order-status",
        "orders/2/order-products",
        "orders/2/order-totals",
        "orders",
    ]


def finished_elsewhere(documents: list[Json]) -> list[Order | UnreadableOrder]:
    client = MystoreClient(URL, token=token_of(), clock=FakeClock(NOON))
    with responses.RequestsMock() as http:
        http.get(f"{ROOT}/orders", json=page(*documents))
        return finished(client)


def test_nested_calls_keep_to_120_a_minute(
    http: responses.RequestsMock, client: MystoreClient, clock: FakeClock
) -> None:
    documents = [order_document(number) for number in range(1, 82)]
    for document in documents:
        nested(http, document)
    http.get(f"{ROOT}/orders", json=page(*documents, bare=True))
    assert len(finished(client)) == 81
    assert len(http.calls) == 166
    assert clock.now() - NOON >= timedelta(minutes=1)


def test_progress_is_told_order_by_order_and_the_whole_once_it_is_known(
    http: responses.RequestsMock, clock: FakeClock
) -> None:
    told: list[tuple[int, int | None]] = []
    client = MystoreClient(
        URL,
        token=token_of(),
        clock=clock,
        on_progress=lambda done, total: told.append((done, total)),
    )
    http.get(
        f"{ROOT}/orders", json=page(order_document(1), following=f"{ROOT}/orders?page[number]=2")
    )
    http.get(f"{ROOT}/orders", json=page(order_document(2), order_document(3)))
    finished(client)
    assert told == [(1, None), (2, None), (3, None), (3, 3)]


def test_lines_that_only_point_back_at_their_order_are_enough(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    documents = [order_document(1), order_document(2)]
    for document in documents:
        for kind in ("order-products", "order-totals"):
            document["data"]["relationships"][kind] = {"links": {"related": "..."}}
            for part in included(document, kind):
                number = document["data"]["id"]
                part["relationships"] = {"order": {"data": {"type": "orders", "id": number}}}
    http.get(f"{ROOT}/orders", json=page(*documents))
    assert finished(client) == finished_elsewhere([order_document(1), order_document(2)])
    assert paths(http) == ["orders", "orders"]


def test_an_include_that_lacks_one_line_is_completed(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    document = order_document()
    whole = {"data": included(document, "order-products")}
    document["included"].remove(whole["data"][1])
    http.get(f"{ROOT}/orders", json=page(document))
    http.get(f"{ROOT}/orders/7001/order-products", json=whole)
    assert finished(client) == finished_elsewhere([order_document()])


@pytest.mark.parametrize("answer", ["one line fewer", "not found"])
def test_lines_that_never_come_stop_the_order(
    http: responses.RequestsMock, client: MystoreClient, answer: str
) -> None:
    document = order_document()
    lines = included(document, "order-products")
    document["included"].remove(lines[1])
    http.get(f"{ROOT}/orders", json=page(document))
    http.get(
        f"{ROOT}/orders/7001/order-products",
        json={"data": lines[:1]},
        status=404 if answer == "not found" else 200,
    )
    (order,) = finished(client)
    assert isinstance(order, UnreadableOrder)
    assert order.problem.code is Code.ATTRIBUTE_MISSING
    assert order.problem.params == {"attribute": "order-products"}


def test_a_customer_who_is_deleted_does_not_stop_the_order(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    document = order_document()
    document["included"].remove(included(document, "customers")[0])
    http.get(f"{ROOT}/orders", json=page(document))
    http.get(f"{ROOT}/customers/212", status=404)
    (order,) = finished(client)
    assert isinstance(order, Order)
    assert order.customer.number == 212


def test_a_part_that_the_token_may_not_read_is_named(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    document = order_document()
    http.get(f"{ROOT}/orders", json=page(document, bare=True))
    http.get(f"{ROOT}/orders/7001/order-products", json=NO_SCOPE, status=403)
    with pytest.raises(PermissionMissing) as caught:
        finished(client)
    assert caught.value.problem.code is Code.SHOP_PERMISSION_MISSING
    assert caught.value.problem.params == {"permission": "read:order-products"}


@pytest.mark.parametrize(("status", "body"), [(403, NO_SCOPE), (404, {}), (200, {"data": []})])
def test_a_permission_that_the_token_does_not_claim_is_named_however_the_shop_answers(
    http: responses.RequestsMock, clock: FakeClock, status: int, body: Json
) -> None:
    token = token_of(scopes=[scope for scope in SCOPES if scope != "read:order-status"])
    http.get(f"{ROOT}/order-status", json=body, status=status)
    with pytest.raises(PermissionMissing) as caught:
        MystoreClient(URL, token=token, clock=clock).statuses()
    assert caught.value.problem.params == {"permission": "read:order-status"}


@pytest.mark.parametrize(("status", "body"), [(403, EXPIRED), (401, {}), (401, EXPIRED)])
def test_a_token_that_the_shop_refuses_is_told_as_that(
    http: responses.RequestsMock, client: MystoreClient, status: int, body: Json
) -> None:
    http.get(f"{ROOT}/order-status", json=body, status=status)
    with pytest.raises(CredentialsRejected) as caught:
        client.statuses()
    assert caught.value.problem.code is Code.SHOP_TOKEN_REJECTED


def test_an_expired_token_is_told_before_any_call(
    http: responses.RequestsMock, clock: FakeClock
) -> None:
    token = token_of(exp=int((NOON - timedelta(days=1)).timestamp()))
    with pytest.raises(CredentialsRejected) as caught:
        MystoreClient(URL, token=token, clock=clock).statuses()
    assert caught.value.problem.code is Code.SHOP_TOKEN_EXPIRED
    assert caught.value.problem.params == {"expired": date(2026, 11, 22)}
    assert len(http.calls) == 0


def test_a_shop_that_is_not_there_is_the_wrong_shop(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/order-status", status=404)
    with pytest.raises(SetupError) as caught:
        client.statuses()
    assert caught.value.problem.code is Code.WRONG_SHOP
    assert caught.value.problem.params == {"expected": SHOP, "found": ""}


def test_over_the_limit_the_shop_s_own_wait_is_kept(
    http: responses.RequestsMock, client: MystoreClient, clock: FakeClock
) -> None:
    http.get(f"{ROOT}/order-status", status=429, headers={"Retry-After": "7"})
    http.get(f"{ROOT}/order-status", json={"data": [resource("order-status", 3, name="Sendt")]})
    assert client.statuses() == (OrderStatus("3", "Sendt"),)
    assert clock.slept == [7]


def test_a_shop_that_stays_over_its_limit_is_told(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/order-status", status=429)
    with pytest.raises(RateLimited):
        client.statuses()


def test_a_gateway_that_gives_up_is_tried_again(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/order-status", status=504)
    http.get(f"{ROOT}/order-status", json={"data": []})
    assert client.statuses() == ()


def test_a_server_that_fails_is_not_the_order_s_fault(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/orders", status=500)
    with pytest.raises(RemoteUnavailable):
        finished(client)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"[]",
        b"{}",
        b'{"data": 7}',
        b'{"data": [{"id": "1"}]}',
        b'{"data": [{"type": "orders", "id": "../7"}]}',
        b'{"data": [{"type": "customers", "id": "1"}]}',
        b'{"data": [{"type": "orders", "id": "1", "attributes": "x"}]}',
        b'{"data": [], "x": NaN}',
        b'{"data": [], "x": 1e99999999999999999999}',
        b"[" * 100_000,
        b'{"data": [], "links": {"next": 7}}',
    ],
)
def test_an_answer_in_another_form_is_not_understood(
    http: responses.RequestsMock, client: MystoreClient, body: bytes
) -> None:
    http.get(f"{ROOT}/orders", body=body)
    with pytest.raises(AnswerNotUnderstood):
        finished(client)


def test_what_could_not_be_read_is_named_without_the_customer(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    document = order_document()
    document["data"]["attributes"] = "Åse Prøve, Fjellgata 4"
    http.get(f"{ROOT}/orders", json=page(document))
    with pytest.raises(AnswerNotUnderstood) as caught:
        finished(client)
    assert caught.value.problem.params == {"path": "orders.data.0.attributes"}
    shown = "".join(traceback.format_exception(caught.value))
    assert "Fjellgata" not in shown


def test_php_s_empty_lists_are_empty_objects(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    document = order_document()
    included(document, "customers")[0] |= {"attributes": [], "relationships": []}
    http.get(f"{ROOT}/orders", json=page(document) | {"links": []})
    assert numbers(client) == ["7001"]


def test_one_order_is_one_call(http: responses.RequestsMock, client: MystoreClient) -> None:
    http.get(f"{ROOT}/orders/7001", json=order_document())
    order = client.order("7001")
    assert isinstance(order, Order)
    assert (order.number, len(http.calls)) == ("7001", 1)


@pytest.mark.parametrize("status", [400, 403])
def test_one_order_without_include_takes_nested_calls_and_is_remembered(
    http: responses.RequestsMock, client: MystoreClient, status: int
) -> None:
    document = order_document()
    nested(http, document)
    bare = {"data": document["data"]}
    http.get(f"{ROOT}/orders/7001", json=bare, match=[query_param_matcher({})])
    included_parts = {"include": "order-products,order-totals,customer,order-status"}
    http.get(
        f"{ROOT}/orders/7001",
        status=status,
        json=NO_SCOPE,
        match=[query_param_matcher(included_parts)],
    )
    assert isinstance(client.order("7001"), Order)
    assert isinstance(client.order("7001"), Order)
    assert sum("include" in query for query in queries(http)) == 1


@pytest.mark.parametrize("number", ["", ".", "..", "7001/order-totals", "7001?x=1", "Ørn"])
def test_a_number_that_cannot_be_one_is_not_asked_for(
    http: responses.RequestsMock, client: MystoreClient, number: str
) -> None:
    assert client.order(number) is None
    assert len(http.calls) == 0


def test_an_order_that_the_shop_does_not_have_is_none(
    http: responses.RequestsMock, client: MystoreClient
) -> None:
    http.get(f"{ROOT}/orders/7009", status=404)
    assert client.order("7009") is None


@pytest.mark.parametrize("body", [order_document(), {"data": None}])
def test_another_order_than_the_one_asked_for_is_none(
    http: responses.RequestsMock, client: MystoreClient, body: Json
) -> None:
    http.get(f"{ROOT}/orders/07001", json=body)
    assert client.order("07001") is None


@pytest.mark.parametrize(
    "body",
    [
        [{"name": "Vipps &amp; kort", "method": "vipps"}, {"name": "", "method": "invoice"}],
        [{"name": "vipps", "method": "Vipps & kort"}, {"name": "invoice", "method": None}],
        {"vipps": {"name": "Vipps & kort", "method": "vipps"}, "invoice": {"name": "invoice"}},
        {"vipps": {"name": "vipps", "method": "Vipps & kort"}, "invoice": {}},
        {"vipps": "Vipps & kort", "invoice": ""},
        {"data": [{"name": "Vipps & kort", "method": "vipps"}, {"method": "invoice"}]},
    ],
)
def test_payment_methods_are_understood_in_either_form(
    http: responses.RequestsMock, client: MystoreClient, body: Any
) -> None:
    http.get(f"{ROOT}/payment", json=body)
    assert client.payment_methods() == {"vipps": "Vipps & kort", "invoice": "invoice"}


@pytest.mark.parametrize(
    "body", [[{"name": "Kort \ud83d", "method": "card"}], {"card": "Kort \ud83d"}]
)
def test_half_a_character_in_a_payment_method_s_name_can_be_written(
    http: responses.RequestsMock, client: MystoreClient, body: Any
) -> None:
    http.get(f"{ROOT}/payment", json=body)
    assert client.payment_methods() == {"card": "Kort ?"}


@pytest.mark.parametrize("body", ["vipps", ["vipps"], [{"method": 7}], {"vipps": 7}])
def test_payment_methods_in_another_form_are_not_guessed(
    http: responses.RequestsMock, client: MystoreClient, body: Any
) -> None:
    http.get(f"{ROOT}/payment", json=body)
    with pytest.raises(AnswerNotUnderstood):
        client.payment_methods()


def test_the_shop_is_the_token_s(client: MystoreClient) -> None:
    assert client.shop() == SHOP


def test_only_a_safe_address_is_used(clock: FakeClock) -> None:
    with pytest.raises(SetupError) as caught:
        MystoreClient("http://api.mystore.no", token=token_of(), clock=clock)
    assert caught.value.problem.code is Code.INSECURE_ADDRESS


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 418, 500])
def test_no_failure_shows_the_token(
    http: responses.RequestsMock,
    clock: FakeClock,
    caplog: pytest.LogCaptureFixture,
    status: int,
) -> None:
    caplog.set_level(logging.DEBUG)
    token = token_of()
    client = MystoreClient(URL, token=token, clock=clock)
    http.get(f"{ROOT}/orders", body="<html>", status=status)
    with pytest.raises(AppError) as caught:
        finished(client)
    shown = "".join(traceback.format_exception(caught.value)) + caplog.text + repr(vars(client))
    assert token.reveal().split(".")[2] not in shown
