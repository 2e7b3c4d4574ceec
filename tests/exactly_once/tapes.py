"""Tapes as hypothesis draws them: the simplest first, so that a shrunk one reads as a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.exactly_once.tape import (
    DEADLY,
    LATE,
    Act,
    Aim,
    Both,
    Complete,
    Credit,
    Fault,
    Kind,
    Settle,
    Strike,
    Tape,
    Transfer,
    Wait,
    Work,
)
from tests.exactly_once.wares import RETURNS, Ware
from tripletex_wizard.practice.switches import TABLE

T = TypeVar("T")
Some = SearchStrategy[tuple[T, ...]]
Switches = tuple[tuple[str, str], ...]

UNGUARDED = ("second_invoice", "allowed")
AS_EXPECTED: SearchStrategy[Switches] = st.just(())

WRITES = (Aim.INVOICE, Aim.ORDER, Aim.CUSTOMER)
LATE_BY = (5, 30, 70)  # seconds; less than the program's quiet time
LAG_BY = (20, 100, 400)
TO_WAIT = (1, 60)
ASLEEP_FOR = 700
NINE_DAYS = 9 * 86_400  # into the next month
ALL, PENDING = tuple(Ware), ()
IN_RETURNS = {ware for shop in RETURNS for ware in shop}
ALONE = tuple(ware for ware in Ware if ware not in IN_RETURNS)
OF_MONEY = {"credit_of_paid", "credit_by_order", "negative_payment", "second_invoice"}
OF_RETURNS = (Aim.REFUND, Aim.CREDIT, Aim.INVOICE, Aim.ORDER, Aim.LOOK, Aim.ANY)
SAID = (True, True, False, None)
SKIPS = {
    Aim.INVOICE: (0, 0, 0, 1),
    Aim.ORDER: (0, 0, 0, 1),
    Aim.CUSTOMER: (0, 0, 1),
    Aim.CREDIT: (0, 0, 1),
    Aim.REFUND: (0, 0, 1),
    Aim.STATUS: (0, 0, 0, 1),
    Aim.LOOK: tuple(range(6)),
    Aim.SHOP: (0, 1),
    Aim.SESSION: (0,),
    Aim.ANY: tuple(range(0, 10, 2)),
}
"""How many requests of a kind may pass before a fault strikes one; more is more often."""


def _seconds(kind: Kind) -> Sequence[float]:
    if kind in LATE:
        return LATE_BY
    if kind is Kind.LAGGING:
        return LAG_BY
    if kind is Kind.LIMITED:
        return TO_WAIT
    return (ASLEEP_FOR,) if kind is Kind.ASLEEP else (0,)


FAULTS = tuple(
    Fault(kind, seconds, seen=seen)
    for kind in Kind
    for seconds in _seconds(kind)
    for seen in ((True, False) if kind in DEADLY else (True,))
)
LAGS = tuple(fault for fault in FAULTS if fault.kind is Kind.LAGGING)
OTHERS = tuple(fault for fault in FAULTS if fault.kind is not Kind.LAGGING)


def _strikes(*aims: Aim) -> SearchStrategy[Strike]:
    """Each kind of request about equally often; a list that is read mostly lags."""
    others, of_reads = st.sampled_from(OTHERS), st.sampled_from(OTHERS + LAGS * 4)
    return st.one_of(
        [
            st.builds(
                Strike,
                st.just(aim),
                of_reads if aim in (Aim.LOOK, Aim.ANY) else others,
                st.sampled_from(SKIPS[aim]),
            )
            for aim in aims
        ]
    )


def _some(each: SearchStrategy[T], most: int, least: int = 0) -> Some[T]:
    return st.lists(each, min_size=least, max_size=most).map(tuple)


def _shops(wares: Sequence[Ware]) -> Some[Ware]:
    """One or two orders, each once."""
    chosen = st.lists(st.sampled_from(wares), min_size=1, max_size=2, unique=True)
    return chosen.map(lambda found: tuple(sorted(found, key=lambda ware: ware.number)))


def _returns() -> Some[Ware]:
    """A sale with what comes back of it, and perhaps another order."""
    others = _some(st.sampled_from(ALONE), 1)
    return st.builds(lambda others, found: (*others, *found), others, st.sampled_from(RETURNS))


def _strikes_on(aims: Sequence[Aim]) -> Some[Strike]:
    struck = [_some(_strikes(*aims), 3, 1)] * 3 if aims else []
    return st.one_of([st.just(()), *struck])


def _strikes_on_returns() -> Some[Strike]:
    money = _strikes_on((Aim.REFUND, Aim.CREDIT))
    return st.one_of(money, money, _strikes_on(OF_RETURNS))


def _transfers(pc: int, *, returns: bool = False) -> SearchStrategy[Transfer]:
    return st.builds(
        Transfer,
        st.just(pc),
        st.sampled_from([ALL, ALL, PENDING]),
        st.sampled_from([False, False, False, True]),
        st.booleans(),
        is_refunded=st.sampled_from(SAID) if returns else st.none(),
        strikes=_strikes_on_returns() if returns else _strikes_on(tuple(SKIPS)),
    )


def _works(pc: int, *, returns: bool = False) -> SearchStrategy[Work]:
    transfer = _transfers(pc, returns=returns)
    settle = st.builds(Settle, st.just(pc), _strikes_on((Aim.LOOK, Aim.SHOP)))
    complete = st.builds(
        Complete, st.just(pc), st.just(Ware.UNDER_WAY), _strikes_on((Aim.STATUS, Aim.SHOP))
    )
    return st.one_of(transfer, transfer, transfer, settle, complete)


TURNS = _some(st.integers(1, 12), 4)


def tapes(
    *,
    two_programs: bool = False,
    credits_: bool = False,
    returns: bool = False,
    switches: SearchStrategy[Switches] = AS_EXPECTED,
) -> SearchStrategy[Tape]:
    """Whatever may happen: orders of every kind, faults at every kind of request.

    `returns` has a sale in the shop, and credit orders that take it back.
    """
    work, other = _works(0, returns=returns), _works(1, returns=returns)
    first: SearchStrategy[Act] = _transfers(0, returns=returns)
    acts: list[SearchStrategy[Act]] = [work, work]
    if two_programs:
        both = st.builds(Both, work, other, TURNS)
        first = st.one_of(both, first)
        acts += [both, both, other]
    if credits_:
        credit = st.builds(Credit, st.sampled_from(ALONE), st.booleans())
        acts += [credit, credit]
    acts.append(st.sampled_from([Wait(20), Wait(80), Wait(700), Wait(NINE_DAYS)]))
    return st.builds(
        _tape,
        _returns() if returns else _shops(ALONE),
        st.builds(_begun, first, _some(st.one_of(acts), 3)),
        switches,
        write_back=st.booleans(),
        pcs_share=st.booleans() if two_programs else st.just(value=True),
        reads_company=st.sampled_from([False] * 5 + [True]),
        is_sold=st.sampled_from([True, True, True, False]) if returns else st.just(value=False),
    )


def tapes_of_transfers(
    *aims: Aim,
    switches: Switches = (),
    at_once: bool = False,
    shop: tuple[Ware, ...] = (Ware.PAID,),
) -> SearchStrategy[Tape]:
    """One shop, transferred again and again; faults strike at `aims` alone.

    The money of credit orders was always paid back.
    """
    first, second = (
        st.builds(
            Transfer,
            st.just(pc),
            st.just(shop),
            is_refunded=st.just(True if shop in RETURNS else None),
            strikes=_strikes_on(aims),
        )
        for pc in (0, 1)
    )
    act: SearchStrategy[Act] = st.builds(Both, first, second, TURNS) if at_once else first
    return st.builds(Tape, st.just(shop), _some(act, 3, 1), st.just(switches))


def _begun(first: Act, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    return (first, *acts)


def _tape(
    shop: tuple[Ware, ...],
    acts: tuple[Act, ...],
    switches: Switches,
    *,
    pcs_share: bool,
    is_sold: bool,
    **more: bool,
) -> Tape:
    """Two journals know nothing of each other: then only Tripletex can refuse a second invoice.

    It refuses no refund, and two journals do not say the same of what a credit order credits.
    `is_sold` tells that what credit orders take back was booked before, and nothing went wrong.
    """
    acts = tuple(_in_shop(act, shop) for act in acts)
    if is_sold:
        acts = (Transfer(0, tuple(ware for ware in shop if ware.returns)), *acts)
    share = pcs_share or UNGUARDED in switches or not IN_RETURNS.isdisjoint(shop)
    return Tape(shop, acts, switches, pcs_share=share, **more)


def _in_shop(act: T, shop: tuple[Ware, ...]) -> T:
    """The act with the orders that there are."""
    match act:
        case Transfer(wares=wares) if wares:
            return replace(act, wares=shop)
        case Both(first=first, second=second):
            return replace(act, first=_in_shop(first, shop), second=_in_shop(second, shop))
        case Credit(ware=ware) | Complete(ware=ware) if ware not in shop:
            return replace(act, ware=shop[list(Ware).index(ware) % len(shop)])
        case _:
            return act


def flips(*, of_money: bool = False) -> SearchStrategy[Switches]:
    """Some facts are otherwise than expected; `of_money` about credit notes and refunds alone."""
    others = [
        (switch.name, value)
        for switch in TABLE
        for value in switch.values[1:]
        if switch.name in OF_MONEY or not of_money
    ]
    others += [UNGUARDED] * (0 if of_money else 12)
    flips = st.lists(st.sampled_from(others), max_size=3, unique_by=lambda flip: flip[0])
    return flips.map(lambda found: tuple(sorted(found)))
