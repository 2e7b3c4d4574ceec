"""Each guard is needed: without it the property of `test_tapes.py` does not hold."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, find, settings

from tests.exactly_once.guards import GUARDS
from tests.exactly_once.play import BrokenPromise, Doubled, play
from tests.exactly_once.tape import Tape
from tests.exactly_once.world import world_in_process

SEARCH = settings(
    max_examples=500,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def doubled(tape: Tape) -> str:
    """What a tape leads to twice, as a story; empty when nothing."""
    try:
        play(world_in_process(tape))
    except Doubled as broken:
        return str(broken)
    except BrokenPromise:  # something is lost: not what is looked for
        return ""
    return ""


@pytest.mark.parametrize("name", GUARDS)
def test_without_a_guard_something_happens_twice(name: str) -> None:
    guard = GUARDS[name]
    with guard.taken_out():
        shrunk = find(guard.tapes, lambda tape: bool(doubled(tape)), settings=SEARCH)
        story = doubled(shrunk)
    print(f"\n--- Without {name}:{story}")  # noqa: T201 -- for `make exactly-once`
    with guard.only_allowed():
        play(world_in_process(shrunk))
