"""A tape of faults: what people do, and what goes wrong at which request; values that read well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from tests.exactly_once.wares import Ware


class Kind(Enum):
    """What becomes of a request; the value is how a story tells it."""

    DROPPED_BEFORE = "is lost on its way"
    DROPPED_AFTER = "takes effect, its answer is lost"
    LATE = "seems lost and takes effect {seconds:g} s later"
    PAST_LIMIT_BEFORE = "is past the time limit and never takes effect"
    PAST_LIMIT_AFTER = "takes effect and is past the time limit"
    PAST_LIMIT_LATE = "is past the time limit and takes effect {seconds:g} s later"
    GATEWAY_BEFORE = "never takes effect, a gateway answers 504"
    GATEWAY_LATE = "is answered 504 by a gateway and takes effect {seconds:g} s later"
    LAGGING = "is answered by a list as it was {seconds:g} s ago"
    ERROR_BEFORE = "is answered 500 and takes no effect"
    ERROR_AFTER = "takes effect and is answered 500"
    LIMITED = "is answered 429 with {seconds:g} s to wait"
    LIMITED_WITHOUT_RESET = "is answered 429 without a time"
    TRUNCATED = "takes effect, half of the answer comes"
    CUT_OFF = "takes effect, the line breaks within the answer"
    UNAUTHORIZED = "is answered 401"
    FORBIDDEN = "is answered 403"
    ASLEEP = "is sent after {seconds:g} s in which the computer sleeps"
    DIES_BEFORE = "is not sent: the program is killed"
    DIES_AFTER = "takes effect, the program is killed before the answer"
    DIES_LATE = "takes effect {seconds:g} s later, the program is killed"


DEADLY = {Kind.DIES_BEFORE, Kind.DIES_AFTER, Kind.DIES_LATE}
WITHOUT_A_WORD = {
    Kind.DROPPED_BEFORE,
    Kind.PAST_LIMIT_BEFORE,
    Kind.GATEWAY_BEFORE,
    Kind.ERROR_BEFORE,
    Kind.DIES_BEFORE,
}
LATE = {Kind.LATE, Kind.PAST_LIMIT_LATE, Kind.GATEWAY_LATE, Kind.DIES_LATE}


@dataclass(frozen=True)
class Fault:
    """`seen` tells for a killed program whether others can see that it is gone."""

    kind: Kind
    seconds: float = 0
    seen: bool = True

    def __repr__(self) -> str:
        more = [f"{self.seconds:g}"] * bool(self.seconds) + ["unseen"] * (not self.seen)
        return " ".join([self.kind.name, *more])

    def __str__(self) -> str:
        told = self.kind.value.format(seconds=self.seconds)
        unseen = self.kind in DEADLY and not self.seen
        return f"{told} (nobody can see that it is gone)" if unseen else told


class Aim(Enum):
    """Which requests a fault is meant for: service, methods, the end of the path."""

    CUSTOMER = ("tripletex", "POST PUT", "/customer")
    ORDER = ("tripletex", "POST", "/order")
    INVOICE = ("tripletex", "PUT", "/:invoice")
    CREDIT = ("tripletex", "PUT", "/:createCreditNote")
    REFUND = ("tripletex", "PUT", "/:payment")
    STATUS = ("mystore", "POST PATCH", "")
    SESSION = ("tripletex", "POST PUT", "/:create")
    LOOK = ("tripletex", "GET", "")
    SHOP = ("mystore", "GET", "")
    ANY = ("", "", "")

    def __repr__(self) -> str:
        return self.name

    def fits(self, service: str, method: str, path: str) -> bool:
        asked_service, methods, end = self.value
        if asked_service not in ("", service) or (methods and method not in methods.split()):
            return False
        return path.endswith(end) or (self is Aim.CUSTOMER and "/customer/" in path)


@dataclass(frozen=True)
class Strike:
    """`fault` strikes the request number `skip` + 1 of those that `aim` fits."""

    aim: Aim
    fault: Fault
    skip: int = 0

    def __str__(self) -> str:
        return f"request {self.aim.name} number {self.skip + 1} {self.fault}"


MONEY = {None: "", True: ", the money was paid back", False: ", the money was kept"}


@dataclass(frozen=True)
class Transfer:
    """One batch of a program on computer `pc`, begun anew; `wares` empty is all that is pending.

    `completes` also gives each order the completed status, with a notice to its customer;
    `is_refunded` is what is said of the money of credit orders, None when nothing is.
    """

    pc: int = 0
    wares: tuple[Ware, ...] = ()
    as_order: bool = False
    completes: bool = False
    is_refunded: bool | None = None
    strikes: tuple[Strike, ...] = ()

    def __str__(self) -> str:
        what = ", ".join(ware.name for ware in self.wares) or "what is pending"
        how = (" as order" if self.as_order else "") + (" and completes" if self.completes else "")
        how += MONEY[self.is_refunded]
        return f"PC {self.pc} transfers {what}{how}" + _told(self.strikes)


@dataclass(frozen=True)
class Settle:
    """A program on computer `pc` looks for what its last runs left over."""

    pc: int = 0
    strikes: tuple[Strike, ...] = ()

    def __str__(self) -> str:
        return f"PC {self.pc} settles its left-overs" + _told(self.strikes)


@dataclass(frozen=True)
class Complete:
    """A program on computer `pc` gives an order the completed status, with a notice, no more."""

    pc: int
    ware: Ware
    strikes: tuple[Strike, ...] = ()

    def __str__(self) -> str:
        return f"PC {self.pc} completes {self.ware.name} in the shop" + _told(self.strikes)


Work = Transfer | Settle | Complete


@dataclass(frozen=True)
class Both:
    """Two pieces of work at once: after each of `turns` requests the other one goes on."""

    first: Work
    second: Work
    turns: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"at once, by turns of {self.turns}: {self.first}; and {self.second}"


@dataclass(frozen=True)
class Credit:
    """Somebody credits the order's invoice in Tripletex, and perhaps pays the money back."""

    ware: Ware
    paid_back: bool = False

    def __str__(self) -> str:
        money = " and pays the money back" if self.paid_back else ""
        return f"somebody credits {self.ware.name} in Tripletex{money}"


@dataclass(frozen=True)
class Wait:
    seconds: float

    def __str__(self) -> str:
        return f"{self.seconds:g} s pass"


Act = Transfer | Settle | Complete | Both | Credit | Wait


@dataclass(frozen=True)
class Tape:
    """`switches` are those that are not at their default; `pcs_share` tells of the journal.

    `reads_company` has each program read how the company is set up, as it does in earnest; else
    it knows, so that the faults strike what matters.
    """

    wares: tuple[Ware, ...]
    acts: tuple[Act, ...]
    switches: tuple[tuple[str, str], ...] = ()
    write_back: bool = True
    pcs_share: bool = True
    reads_company: bool = False

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"The shop has {', '.join(ware.name for ware in self.wares)}."
        if self.switches:
            yield "Switches: " + ", ".join(f"{name}={value}" for name, value in self.switches)
        if not self.write_back:
            yield "The program may not write to the shop."
        if not self.pcs_share:
            yield "Each PC has its own journal."
        for number, act in enumerate(self.acts, start=1):
            yield f"{number}. {act}"


def _told(strikes: tuple[Strike, ...]) -> str:
    return "".join(f"; {strike}" for strike in strikes)


@dataclass
class Reel:
    """The strikes of one piece of work, each used up once it has struck."""

    strikes: tuple[Strike, ...]
    _seen: list[int] = field(default_factory=list)
    _spent: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._seen = [0] * len(self.strikes)

    def next(self, service: str, method: str, path: str) -> Fault | None:
        """The fault that strikes this request, None when it passes."""
        found: Fault | None = None
        for place, strike in enumerate(self.strikes):
            if place in self._spent or not strike.aim.fits(service, method, path):
                continue
            self._seen[place] += 1
            if found is None and self._seen[place] > strike.skip:
                self._spent.add(place)
                found = strike.fault
        return found
