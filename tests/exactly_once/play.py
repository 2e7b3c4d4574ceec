"""Plays a tape to its end and one fault-free run after it; tells what does not hold then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import assert_never

from tests.exactly_once.promise import doubled, is_stopped, lost, unsaid
from tests.exactly_once.returns import (
    amiss_of_returns,
    is_paid_back,
    may_end_otherwise,
)
from tests.exactly_once.tape import (
    LATE,
    WITHOUT_A_WORD,
    Act,
    Both,
    Complete,
    Credit,
    Settle,
    Transfer,
    Wait,
    Work,
)
from tests.exactly_once.wares import Ware
from tests.exactly_once.world import COMPLETED, Program, World, standing
from tripletex_wizard.domain.errors import AppError, Code
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import GOOD, Outcome, TransferState
from tripletex_wizard.services.orders import oldest_first
from tripletex_wizard.services.steps import LEASE_SECONDS

LONG_AFTER = LEASE_SECONDS + 200.0  # seconds; no claim, no late effect and no lag lasts longer


def play(world: World) -> None:
    """Raises BrokenPromise at the first thing that does not hold."""
    Play(world).run()


class BrokenPromise(AssertionError):
    """Something happened twice, was lost, or was left unsaid; the text tells what, and how."""


class Doubled(BrokenPromise):
    """Something happened twice, or otherwise than it was asked for."""


@dataclass
class Play:
    """One tape in its world."""

    world: World
    credited: Counter[Ware] = field(default_factory=Counter)
    open_money: set[Ware] = field(default_factory=set)
    doubled: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.world.after_request = self._note_doubles

    def run(self) -> None:
        for act in self.world.tape.acts:
            self._act(act)
            self.broken += unsaid(self.world)
            self._require_nothing_broken()
        self.world.pass_time(LONG_AFTER)
        outcomes = self._last_run()
        self._require_nothing_broken()
        for ware in self.world.tape.wares:
            self.broken += self._of_order(ware, outcomes)
            if ware.returns and not is_stopped(self.world.tape, ware):
                self.broken += amiss_of_returns(self.world, ware, outcomes)
        self._require_nothing_broken()

    def _note_doubles(self, method: str) -> None:
        """After each request that may have changed something, or may have let in a late one."""
        may_be_late = any(fault and fault.kind in LATE for _, _, fault in self.world.log)
        if not self.doubled and (method != "GET" or may_be_late):
            self.doubled += doubled(self.world, self.credited)

    def _require_nothing_broken(self) -> None:
        if self.doubled:
            raise Doubled(self._story(self.doubled))
        if self.broken:
            raise BrokenPromise(self._story(self.broken))

    def _story(self, complaints: list[str]) -> str:
        return "\n".join(["", str(self.world.tape), *(f"=> {each}" for each in complaints)])

    # acts

    def _act(self, act: Act) -> None:
        match act:
            case Transfer() | Settle() | Complete():
                self._work(act)
            case Both(first=first, second=second, turns=turns):
                works: list[Callable[[], None]] = [
                    partial(self._work, first),
                    partial(self._work, second),
                ]
                self.world.stage.play(works, turns)
            case Credit():
                self._credit(act)
            case Wait(seconds=seconds):
                self.world.pass_time(seconds)
            case _:
                assert_never(act)

    def _work(self, work: Work) -> None:
        """What ends it is told by an AppError, which the program shows."""
        with self.world.program(work.pc, work.strikes) as program, suppress(AppError):
            match work:
                case Settle():
                    self.broken += without_reason(program.left_overs.settle())
                case Transfer():
                    self._transfer(program, work)
                case Complete(ware=ware):
                    program.status.change(ware.number, COMPLETED, notify=True)
                case _:
                    assert_never(work)

    def _transfer(self, program: Program, work: Transfer) -> None:
        orders = self._orders(program, work.wares)
        choice = Choice(
            TransferAs.ORDER if work.as_order else None,
            status=COMPLETED if work.completes else None,
            notify=work.completes,
            is_refunded=work.is_refunded,
        )
        outcomes = list(transferred(program, orders, choice))
        self.broken += without_reason(outcomes)
        told, asked = ([each.order_number for each in outcomes], [each.number for each in orders])
        if sorted(told) != sorted(asked):
            self.broken.append(f"of {asked} only {told} are told of")

    def _orders(self, program: Program, wares: Sequence[Ware]) -> list[Order | UnreadableOrder]:
        if not wares:
            return oldest_first(program.orders.pending())
        found = (program.orders.webshop.order(ware.number) for ware in wares)
        return [order for order in found if order is not None]

    def _credit(self, act: Credit) -> None:
        """What credit orders take back is theirs alone: nobody credits it by hand."""
        if act.ware.returns:
            return
        store = self.world.servers.tripletex.books.store
        for invoice in standing(store, act.ware):
            is_back = self.world.credit(invoice, paid_back=act.paid_back)
            self.credited[act.ware] += 1
            if not is_back:
                self.open_money.add(act.ware)

    # afterwards

    def _last_run(self) -> Mapping[str, Outcome]:
        """One program, nothing goes wrong: what is left over is settled, all is transferred."""
        wares = self.world.tape.wares
        with self.world.program(0) as program:
            list(program.left_overs.settle())
            under_way = [ware for ware in wares if self.world.is_under_way(ware)]
            for ware in under_way:
                program.left_overs.look(ware.number)
            rest = [ware for ware in wares if ware not in under_way]
            paid_back = [ware for ware in rest if is_paid_back(self.world.tape, ware)]
            kept = [ware for ware in rest if ware.sale and ware not in paid_back]
            outcomes = [
                *self._all_as_invoices(program, [ware for ware in rest if not ware.sale]),
                *self._all_as_invoices(program, kept),
                *self._all_as_invoices(program, paid_back, is_refunded=True),
                *self._all_as_invoices(program, under_way, completes=True),
            ]
        return {outcome.order_number: outcome for outcome in outcomes}

    def _all_as_invoices(
        self,
        program: Program,
        wares: Sequence[Ware],
        *,
        completes: bool = False,
        is_refunded: bool = False,
    ) -> Iterator[Outcome]:
        if not wares:
            return iter(())
        choice = Choice(
            TransferAs.INVOICE,
            status=COMPLETED if completes else None,
            notify=completes,
            is_refunded=is_refunded,
        )
        return transferred(program, self._orders(program, wares), choice)

    def _of_order(self, ware: Ware, outcomes: Mapping[str, Outcome]) -> list[str]:
        outcome = outcomes[ware.number]
        if is_stopped(self.world.tape, ware):
            told = outcome.state in {TransferState.STOPPED, TransferState.FAILED}
            return [] if told else [f"{ware.name} should be stopped: {outcome}"]
        if self._is_refused(ware) and outcome.state is TransferState.FAILED:
            return []
        if self._may_wait(ware, outcome):
            return []
        if outcome.state not in GOOD:
            return [f"{ware.name} is not transferred: {outcome}"]
        if not self.world.tape.pcs_share and _is_said_to_be_credited(outcome):
            return []
        is_paid = ware not in self.open_money
        return lost(self.world, ware, outcome, is_paid=is_paid)

    def _may_wait(self, ware: Ware, outcome: Outcome) -> bool:
        """Whether it is left to a person by right."""
        if ware.sale:
            return may_end_otherwise(self.world, ware, outcome)
        return ware.value.is_of_guest and self._waits_for_a_person(outcome)

    def _is_refused(self, ware: Ware) -> bool:
        """Whether Tripletex, or the shop, may refuse what is asked."""
        switches = self.world.servers.switches
        is_again = self.credited[ware] and switches["order_number_text"] == "digits_only"
        ways = (switches["history_create"], switches["patch_status"])
        return bool(is_again) or (ware is Ware.UNDER_WAY and "effective" not in ways)

    def _waits_for_a_person(self, outcome: Outcome) -> bool:
        """A guest's card is never posted again by itself, nor chosen among two journals'."""
        codes = {problem.code for problem in outcome.problems}
        if outcome.state is TransferState.UNCERTAIN:
            return Code.CUSTOMER_UNCERTAIN in codes and self._has_lost_a_card()
        is_between_two = Code.CUSTOMER_AMBIGUOUS in codes and not self.world.tape.pcs_share
        return outcome.state is TransferState.STOPPED and is_between_two

    def _has_lost_a_card(self) -> bool:
        """Whether a new card's request got no answer, and took no effect."""
        return any(
            method == "POST"
            and path.endswith("/customer")
            and fault
            and fault.kind in WITHOUT_A_WORD
            for method, path, fault in self.world.log
        )


def _is_said_to_be_credited(outcome: Outcome) -> bool:
    """Another PC's invoice was found only now; a person decides whether it is made again."""
    return any(problem.code is Code.INVOICE_CREDITED for problem in outcome.problems)


def transferred(
    program: Program, orders: Sequence[Order | UnreadableOrder], choice: Choice
) -> Iterator[Outcome]:
    events = program.transfer.transfer_batch(orders, choice)
    return (event for event in events if isinstance(event, Outcome))


def without_reason(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Those that do not say why an order is not transferred."""
    for outcome in outcomes:
        if outcome.state not in GOOD and not outcome.problems:
            yield f"{outcome.order_number} is {outcome.state} without a reason"
