"""Test builds: the program without one of its guards, and a Tripletex without the matching one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from hypothesis.strategies import SearchStrategy

from tests.exactly_once.tape import Aim, Tape
from tests.exactly_once.tapes import tapes_of_transfers
from tests.exactly_once.wares import Ware
from tripletex_wizard.adapters.tripletex import bodies
from tripletex_wizard.domain import credit_orders
from tripletex_wizard.domain.ledger import LedgerInvoice
from tripletex_wizard.domain.plan import PlannedPayment
from tripletex_wizard.domain.transfer import NOT_BOOKED, Phase, Progress, Step, StepFacts
from tripletex_wizard.practice.tripletex import credit_notes as practice_credit_notes
from tripletex_wizard.practice.tripletex import orders
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.services import credit_notes, one_order, originals, refunds
from tripletex_wizard.services.claims import Claims
from tripletex_wizard.services.order_in_ledger import OrderInLedger
from tripletex_wizard.services.reconcile import QuietTime
from tripletex_wizard.services.refunds import Refunds
from tripletex_wizard.services.send_plan import PlanSender
from tripletex_wizard.services.steps import Steps

SECOND_INVOICE = (("second_invoice", "allowed"),)

Patch = tuple[Any, str, Any]


@dataclass(frozen=True)
class Guard:
    """`out` takes it out of the program, `allowing` the matching one out of the practice Tripletex.

    `tapes` are those that must then break a promise.
    """

    out: Sequence[Patch]
    tapes: SearchStrategy[Tape]
    allowing: Sequence[Patch] = ()

    @contextmanager
    def taken_out(self) -> Iterator[None]:
        with ExitStack() as patched:
            for owner, name, stand_in in (*self.out, *self.allowing):
                patched.enter_context(patch.object(owner, name, stand_in))
            yield

    @contextmanager
    def only_allowed(self) -> Iterator[None]:
        """The program is whole, and Tripletex refuses as little as without the guard."""
        with ExitStack() as patched:
            for owner, name, stand_in in self.allowing:
                patched.enter_context(patch.object(owner, name, stand_in))
            yield


def _without_number(*asked: Any) -> dict[str, object]:
    return {name: value for name, value in NEW_ORDER(*asked).items() if name != "number"}


def _any_number(books: Books, wanted: str | None, _order_id: int | None) -> str:
    return wanted or str(books.take_number("next_order_number"))


def _after_request_only(steps: Steps, step: Step, phase: Phase, facts: StepFacts) -> None:
    if phase is not Phase.INTENDED:
        RECORD(steps, step, phase, facts)


def _believed_lost(_ledger: object, steps: Steps, _quiet: QuietTime) -> Progress:
    """No answer is taken for no invoice."""
    lost = steps.progress().unproved(Step.INVOICE)
    if lost:
        steps.show_absent(lost, NOT_BOOKED)
    return steps.progress()


def _believed_unregistered(_ledger: object, steps: Steps, _quiet: QuietTime) -> Progress:
    """No answer is taken for no refund."""
    lost = steps.progress().unproved(Step.REFUND)
    if lost:
        steps.show_absent(lost, NOT_BOOKED)
    return steps.progress()


def _unread(asked: Refunds, note: StepFacts, _payment: PlannedPayment) -> Iterator[LedgerInvoice]:
    """The credit note, whatever is open on it."""
    assert note.invoice_id is not None
    found = asked.ledger.credit(note.invoice_id)
    assert found is not None
    yield found.invoice


def _nothing(*_asked: object, **_more: object) -> None:
    """Finds nothing, does nothing."""


NEW_ORDER = bodies.new_order
RECORD = Steps.record
PART, WHOLE = (Ware.SOLD, Ware.PART_BACK), (Ware.SOLD, Ware.ALL_BACK)


GUARDS: dict[str, Guard] = {
    "own number": Guard([(bodies, "new_order", _without_number)], tapes_of_transfers(Aim.ORDER)),
    "look-up before a POST": Guard(
        [(OrderInLedger, "_find", _nothing)],
        tapes_of_transfers(Aim.ORDER),
        allowing=[(orders, "_number", _any_number)],
    ),
    "journal before a request": Guard(
        [(Steps, "record", _after_request_only)],
        tapes_of_transfers(Aim.INVOICE, switches=SECOND_INVOICE),
    ),
    "claim with its lease": Guard(
        [(Claims, "_claim", _nothing), (Steps, "keep_claim", _nothing)],
        tapes_of_transfers(switches=SECOND_INVOICE, at_once=True),
    ),
    "read before a repeat": Guard(
        [
            (one_order, "settle_invoice", _believed_lost),
            (PlanSender, "_booked_by_somebody", _nothing),
        ],
        tapes_of_transfers(Aim.INVOICE, switches=SECOND_INVOICE),
    ),
    "quiet time before a look": Guard(
        [(QuietTime, "rest", lambda _quiet, _lost: 0.0)],
        tapes_of_transfers(Aim.INVOICE, switches=SECOND_INVOICE),
    ),
    "what is open is read before a refund": Guard(
        [
            (refunds, "settle_refund", _believed_unregistered),
            (credit_notes, "settle_refund", _believed_unregistered),
            (Refunds, "_places", _unread),
        ],
        tapes_of_transfers(Aim.REFUND, shop=PART),
    ),
    "quiet time before a refund": Guard(
        [(QuietTime, "rest", lambda _quiet, _lost: 0.0)],
        tapes_of_transfers(Aim.REFUND, shop=PART),
    ),
    "claim with its lease at a refund": Guard(
        [(Claims, "_claim", _nothing), (Steps, "keep_claim", _nothing)],
        tapes_of_transfers(Aim.REFUND, shop=PART, at_once=True),
    ),
    "read before a second full credit": Guard(
        [
            (one_order, "settle_invoice", _believed_lost),
            (originals, "_may_be_credited", lambda _credit, _plan: True),
            (credit_orders, "_too_much", lambda _plan, _original: ()),
        ],
        tapes_of_transfers(Aim.CREDIT, shop=WHOLE),
        allowing=[(practice_credit_notes, "_check_credit", _nothing)],
    ),
}
