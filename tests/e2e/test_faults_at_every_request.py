"""At each request of a run, whatever it is for, something goes wrong; then the run is repeated."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.e2e.jumping_office import VIPPS, Offices
from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.transfer import GOOD

FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "drop_before", "count": 4},  # as often as a read is tried
    {"kind": "drop_after", "count": 1},
    {"kind": "server_error", "count": 4},
    {"kind": "server_error_html", "count": 1},
    {"kind": "truncated", "count": 1},
    {"kind": "rate_limited", "reset": False, "count": 6},
    {"kind": "unauthorized", "count": 2},
    {"kind": "forbidden", "count": 1},
    {"kind": "late", "seconds": 20, "count": 1},
)


def requests_of_a_run(offices: Offices) -> int:
    with offices.open(VIPPS) as office:
        before = len(office.state()["requests"])
        office.transfer()
        return len(office.state()["requests"]) - before


def doubled_or_lost(offices: Offices, skip: int, fault: dict[str, Any]) -> list[str]:
    """What is wrong after a fault at request number `skip` and one more run."""
    wanted = offices.books_without_faults(VIPPS)
    with offices.open(VIPPS) as office:
        office.strike(skip=skip, **fault)
        # a late request has been let in already: its session must live until its effect
        office.strike("drop_before", "DELETE", "/v2/token/session/*")
        first = office.try_transfer()
        office.forget_faults()
        again = office.try_transfer()
        if isinstance(again, Problem):
            return [f"the second run could not begin: {again}"]
        told = isinstance(first, Problem) or all(
            outcome.state in GOOD or outcome.problems for outcome in first.values()
        )
        found = office.doubles()
        found += [] if told else ["the first run did not say what went wrong"]
        found += [str(row) for row in again.values() if row.state not in GOOD]
        return found if office.books() == wanted else [*found, "the books differ"]


@pytest.mark.parametrize("turn", range(2))
def test_no_request_is_one_after_which_an_order_is_doubled_or_lost(
    offices: Offices, turn: int
) -> None:
    wrong: Counter[str] = Counter()
    for skip in range(requests_of_a_run(offices)):
        fault = FAULTS[(skip + turn * 4) % len(FAULTS)]
        for complaint in doubled_or_lost(offices, skip, fault):
            wrong[f"{fault['kind']} at request {skip}: {complaint}"] += 1
    assert wrong == Counter()
