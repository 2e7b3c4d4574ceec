from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from werkzeug.wrappers import Request, Response

from tests.unit.practice.calling import Clock, request_of
from tripletex_wizard.practice.fault_layer import FaultLayer
from tripletex_wizard.practice.faults import KINDS, Fault, FaultPlan
from tripletex_wizard.practice.server import Dropped


class Ledger:
    """An application that keeps what was posted to it."""

    def __init__(self) -> None:
        self.list_lag = timedelta()
        self.posted: list[object] = []
        self.lags: list[timedelta] = []

    def respond(self, request: Request) -> Response:
        self.lags.append(self.list_lag)
        if request.method == "POST":
            self.posted.append(request.get_json())
        return Response('{"value": 1}', content_type="application/json")

    def state(self) -> dict[str, object]:
        return {"posted": list(self.posted)}


class Bench:
    """A ledger behind a layer of faults."""

    def __init__(self, clock: Clock) -> None:
        self.plan = FaultPlan()
        self.ledger = Ledger()
        self.slept: list[float] = []
        self.layer = FaultLayer(
            self.ledger, self.plan, service="tripletex", now=clock, sleep=self.slept.append
        )

    def fault(self, kind: str, **more: Any) -> None:
        self.plan.add(Fault.of({"service": "tripletex", "kind": kind, **more}))

    def post(self, path: str = "/v2/order") -> Response:
        return self.layer.respond(request_of(path, "POST", body={"number": "10457"}))


@pytest.fixture
def bench(clock: Clock) -> Bench:
    return Bench(clock)


def test_without_faults_requests_pass(bench: Bench) -> None:
    assert bench.post().get_json() == {"value": 1}
    assert bench.ledger.posted == [{"number": "10457"}]


def test_a_delay_waits_and_answers(bench: Bench) -> None:
    bench.fault("delay", seconds=1.5)
    assert bench.post().status_code == 200
    assert bench.slept == [1.5]


def test_a_drop_before_has_no_effect_and_a_drop_after_has(bench: Bench) -> None:
    bench.fault("drop_before")
    with pytest.raises(Dropped):
        bench.post()
    assert bench.ledger.posted == []
    bench.fault("drop_after")
    with pytest.raises(Dropped):
        bench.post()
    assert bench.ledger.posted == [{"number": "10457"}]


def test_a_late_effect_comes_when_its_time_has_passed(bench: Bench, clock: Clock) -> None:
    bench.fault("late", seconds=60)
    with pytest.raises(Dropped):
        bench.post()
    clock.forward(59)
    assert bench.layer.state() == {"posted": []}
    clock.forward(1)
    assert bench.layer.state() == {"posted": [{"number": "10457"}]}
    assert bench.layer.state() == {"posted": [{"number": "10457"}]}


def test_a_late_effect_is_there_for_the_next_request(bench: Bench, clock: Clock) -> None:
    bench.fault("late", seconds=1)
    with pytest.raises(Dropped):
        bench.post()
    clock.forward(1)
    bench.post()
    assert len(bench.ledger.posted) == 2


def test_a_lag_holds_for_its_request_alone(bench: Bench) -> None:
    bench.fault("lag", seconds=5)
    bench.post()
    bench.post()
    assert bench.ledger.lags == [timedelta(seconds=5), timedelta()]


def test_what_failed_midway_had_its_effect_and_is_told_as_an_exception(bench: Bench) -> None:
    bench.fault("failed_midway")
    answer = bench.post()
    assert (answer.status_code, answer.get_json()["code"]) == (500, 1000)
    assert len(bench.ledger.posted) == 1


def test_a_truncated_answer_is_no_json_and_had_its_effect(bench: Bench) -> None:
    bench.fault("truncated")
    assert bench.post().get_data() == b'{"valu'
    assert len(bench.ledger.posted) == 1


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [("unauthorized", 401, 3000), ("forbidden", 403, 9000), ("server_error", 500, 1000)],
)
def test_refusals_have_the_shape_of_tripletex(
    bench: Bench, kind: str, status: int, code: int
) -> None:
    bench.fault(kind)
    answer = bench.post()
    assert answer.status_code == status
    assert (answer.get_json()["status"], answer.get_json()["code"]) == (status, code)
    assert bench.ledger.posted == []


def test_a_rate_limit_comes_with_and_without_its_header(bench: Bench) -> None:
    bench.fault("rate_limited", seconds=7)
    bench.fault("rate_limited", seconds=7, reset=False)
    with_header, without = bench.post(), bench.post()
    assert (with_header.status_code, with_header.headers["X-Rate-Limit-Reset"]) == (429, "7")
    assert without.status_code == 429
    assert "X-Rate-Limit-Reset" not in without.headers


def test_a_server_error_can_be_a_page(bench: Bench) -> None:
    bench.fault("server_error_html")
    answer = bench.post()
    assert (answer.status_code, answer.mimetype) == (500, "text/html")


def test_any_status_can_be_planned(bench: Bench) -> None:
    bench.fault("status", status=504)
    assert bench.post().status_code == 504


def test_mystore_refuses_in_its_own_shape(clock: Clock) -> None:
    plan = FaultPlan(
        [Fault("mystore", "unauthorized"), Fault("mystore", "rate_limited", seconds=3)]
    )
    layer = FaultLayer(Ledger(), plan, service="mystore", now=clock, sleep=lambda _: None)
    error = layer.respond(request_of("/shops/a/orders")).get_json()["errors"][0]
    assert error["detail"] == "Token has expired or is invalid"
    assert layer.respond(request_of("/shops/a/orders")).headers["Retry-After"] == "3"


def test_skip_and_count_pick_the_requests_that_are_struck(bench: Bench) -> None:
    bench.fault("forbidden", skip=1, count=2)
    assert [bench.post().status_code for _ in range(4)] == [200, 403, 403, 200]


def test_without_a_count_every_request_is_struck(bench: Bench) -> None:
    bench.fault("forbidden", count=None)
    assert [bench.post().status_code for _ in range(3)] == [403] * 3


@pytest.mark.parametrize(
    ("pattern", "path", "method", "struck"),
    [
        ({"path": "/v2/order/*/:invoice"}, "/v2/order/7/:invoice", "PUT", True),
        ({"path": "/v2/order/*/:invoice"}, "/v2/order/%37/%3Ainvoice", "PUT", True),
        ({"path": "/v2/order"}, "/v2/order/7", "GET", False),
        ({"path_regex": r"/v2/order/\d+"}, "/v2/order/7", "GET", True),
        ({"path_regex": r"/v2/order/\d+"}, "/v2/order/7/:invoice", "PUT", False),
        ({"method": "POST"}, "/v2/order", "GET", False),
        ({"method": "POST"}, "/v2/order", "POST", True),
    ],
)
def test_faults_strike_by_method_and_path(
    bench: Bench, pattern: dict[str, str], path: str, method: str, *, struck: bool
) -> None:
    bench.fault("forbidden", **pattern)
    assert (bench.layer.respond(request_of(path, method)).status_code == 403) is struck


def test_the_first_fault_that_matches_strikes_alone(bench: Bench) -> None:
    bench.fault("forbidden")
    bench.fault("unauthorized")
    assert [bench.post().status_code for _ in range(3)] == [403, 401, 200]
    assert [(row["id"], row["seen"], row["struck"]) for row in bench.plan.rows()] == [
        (1, 1, 1),
        (2, 1, 1),
    ]


def test_faults_for_the_other_service_do_not_strike(bench: Bench) -> None:
    bench.plan.add(Fault("mystore", "forbidden"))
    assert bench.post().status_code == 200


def test_a_plan_is_cleared_by_number_or_as_a_whole(bench: Bench) -> None:
    for kind in ("forbidden", "unauthorized", "truncated"):
        bench.fault(kind)
    bench.plan.clear(2)
    assert [row["id"] for row in bench.plan.rows()] == [1, 3]
    with pytest.raises(KeyError):
        bench.plan.clear(2)
    bench.plan.clear()
    assert bench.plan.rows() == []


@pytest.mark.parametrize(
    "given",
    [
        [],
        {},
        {"service": "fiken", "kind": "delay"},
        {"service": "mystore", "kind": "explode"},
        {"service": "mystore", "kind": "delay", "colour": "red"},
        {"service": "mystore", "kind": "delay", "seconds": "1"},
        {"service": "mystore", "kind": "delay", "count": "all"},
        {"service": "mystore", "kind": "delay", "path_regex": "("},
    ],
)
def test_a_fault_that_is_not_well_formed_is_refused(given: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Fault.of(given)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_fault_changes_something(bench: Bench, kind: str) -> None:
    bench.fault(kind, seconds=1)
    try:
        plain = bench.post().get_data() == b'{"value": 1}'
    except Dropped:
        plain = False
    assert not plain or bench.slept or bench.ledger.lags != [timedelta()]
