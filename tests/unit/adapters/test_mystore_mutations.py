from __future__ import annotations

import json
import re
from contextlib import suppress
from copy import deepcopy
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import responses
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.unit.adapters.mystore_orders import (
    NOON,
    URL,
    Json,
    order_document,
    token_of,
)
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.domain.errors import AnswerNotUnderstood
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.prices import gross_lines

TOKEN = token_of()
START = date(2026, 11, 1)
NO = "7001"
GONE = object()

odd_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(["NaN", "1e9", "63,20", "-0", "0000-00-00 00:00:00", "9999-12-31 23:59:59"]),
    st.sampled_from([[], {}, [[]], {"no": {}}, {"data": []}, {"data": {"type": "x", "id": ""}}]),
    st.just(GONE),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON tree."""
    children: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        children = list(value.items())
    if isinstance(value, list):
        children = list(enumerate(value))
    return [path, *(place for key, each in children for place in places(each, (*path, key)))]


def changed(document: Json, path: tuple[Any, ...], value: object) -> Json:
    """A copy with something else at one place; a place that is gone by now stays as it is."""
    copy = deepcopy(document)
    parent: Any = copy
    try:
        for key in path[:-1]:
            parent = parent[key]
        if value is GONE:
            del parent[path[-1]]
        else:
            parent[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        return document
    return copy


PLACES = [path for path in places(order_document()) if path]


@st.composite
def mutated(draw: st.DrawFn) -> Json:
    document = order_document()
    for path in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4)):
        document = changed(document, path, draw(odd_values))
    return document


def answers(document: Json) -> responses.RequestsMock:
    """A shop that says the document for the order, as a list and alone, and no to all else."""
    listed = {**document, "data": [document["data"]]} if "data" in document else document
    bodies = {"orders": listed, "orders/7001": document, "order-status": {"data": []}}

    def answer(request: Any) -> tuple[int, dict[str, str], str]:
        path = urlsplit(request.url).path.removeprefix("/shops/garnboden/")
        return (200, {}, json.dumps(bodies[path])) if path in bodies else (404, {}, "")

    http = responses.RequestsMock(assert_all_requests_are_fired=False)
    http.add_callback(responses.GET, re.compile(".*"), answer)
    return http


@settings(max_examples=300)
@given(mutated())
def test_whatever_a_shop_sends_gives_an_order_or_names_what_is_wrong(document: Json) -> None:
    client = MystoreClient(URL, token=TOKEN, clock=FakeClock(NOON))
    with answers(document):
        for read in (
            lambda: list(client.finished_orders(START, ["3"])),
            lambda: [client.order(NO)],
        ):
            with suppress(AnswerNotUnderstood):
                for order in read():
                    assert order is None or isinstance(order, Order | UnreadableOrder)
                    assert not isinstance(order, Order) or gross_lines(order)
