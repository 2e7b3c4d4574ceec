"""Whatever goes wrong, and whenever: nothing is booked twice, nothing is lost or left unsaid.

A tape says what people do and what goes wrong at which request (`tape.py`); it is played with the
program's own clients and services on the practice services, in memory and on a clock that nobody
waits for (`play.py`). No doubles after any request; and after one more run in which nothing goes
wrong all that was asked for is there, but for what a server refused (`promise.py`).

Beyond the tapes, since no client can prove it:

- an `:invoice` that takes effect later than the quiet time (75 s after its answer was lost, twice
  that for a program that was killed), or that is sent by a computer which slept on its way past
  its claim, where Tripletex would not refuse a second one (`second_invoice`);
- two PCs with journals of their own where Tripletex would not refuse a second invoice: neither
  knows of what the other has on its way; a guest's card may be made by each, after which a person
  must choose between them, and the shop may be asked by each to tell the customer of a status;
- the same of a refund, whatever the switches: Tripletex takes each `:payment`;
- two PCs with journals of their own at one credit order: the other waits twice the quiet time
  before it pays back on a credit note that it has found, and looks; of what the first one sends
  after that it knows nothing, nor that a sale was taken back that the first one has credited;
- a refund whose answer was lost, on an invoice that has several credit notes, where the money stays
  open on the invoice (`credit_of_paid`): nothing is repeated, and a person must look.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis.strategies import SearchStrategy

from tests.exactly_once.play import play
from tests.exactly_once.tape import Tape
from tests.exactly_once.tapes import flips, tapes
from tests.exactly_once.world import world_in_process

THEMES: dict[str, SearchStrategy[Tape]] = {
    "one program": tapes(),
    "two programs": tapes(two_programs=True),
    "credited invoices": tapes(credits_=True),
    "other facts": tapes(two_programs=True, credits_=True, switches=flips()),
    "credit orders": tapes(returns=True, switches=flips(of_money=True)),
    "credit orders, two programs": tapes(
        two_programs=True, credits_=True, returns=True, switches=flips(of_money=True)
    ),
    "credit orders, other facts": tapes(two_programs=True, returns=True, switches=flips()),
}


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_booked_twice_and_nothing_is_lost(theme: str, tapes_in_all: int) -> None:
    @settings(
        max_examples=tapes_in_all // len(THEMES),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(THEMES[theme])
    def each(tape: Tape) -> None:
        world = world_in_process(tape)
        play(world)
        for _method, _path, fault in world.log:
            if fault:
                event(fault.kind.name)  # for --hypothesis-show-statistics

    each()
