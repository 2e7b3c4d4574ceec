"""How an order of the shop stands: how far its transfer has come, and what it would become."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from tripletex_wizard.domain.errors import Code, OrderSkipped, OrderStopped, Problem
from tripletex_wizard.domain.gate import as_journalled
from tripletex_wizard.domain.history import history_of
from tripletex_wizard.domain.ledger import LedgerFacts
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder, not_completed
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice, dated, plan_posting, refund_type
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.rounds import in_round, said_of_taken_back, upcoming
from tripletex_wizard.domain.transfer import (
    JournalEntry,
    Phase,
    Progress,
    Step,
    TransferState,
)

TRANSFERABLE = {TransferState.READY, TransferState.FAILED, TransferState.UNCERTAIN}
THERE = {
    TransferState.TRANSFERRED,
    TransferState.TRANSFERRED_WITH_NOTE,
    TransferState.CREDITED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One order of the order window.

    `plans` is what it would become, by the set-up first; none when it is stopped. `not_otherwise`
    is why the way that is not the set-up's cannot be chosen where it is not there. `problems` are
    the reasons when it is not to be transferred, else notes. `edited` tells that the shop's order
    is no longer the one that was transferred. `refund` is what may still be registered as paid back
    on its booked credit note, and `taken_back` tells of a sale that its credit order took back.
    """

    order: Order | UnreadableOrder
    state: TransferState
    progress: Progress = field(default_factory=Progress)
    plans: tuple[PostingPlan, ...] = ()
    not_otherwise: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    edited: Problem | None = None
    refund: PlannedPayment | None = None
    taken_back: Problem | None = None

    @property
    def number(self) -> str:
        """The shop's order number."""
        return self.order.number

    @property
    def history(self) -> tuple[JournalEntry, ...]:
        """What has happened to it in every round, oldest first."""
        return history_of(self.progress.entries)

    @property
    def plan(self) -> PostingPlan | None:
        """What it becomes by the set-up."""
        return self.plans[0] if self.plans else None

    @property
    def is_transferable(self) -> bool:
        """Whether a batch would do something with it, be it only a look in Tripletex."""
        return self.state in TRANSFERABLE

    @property
    def plan_to_send(self) -> PostingPlan | None:
        """What a batch would send of it by the set-up.

        None when it sends nothing, or looks first: what it finds decides then. Of a credit note
        that is booked only the refund is registered.
        """
        looks_first = self.state is TransferState.UNCERTAIN
        is_sent = self.is_transferable and not looks_first and not self.owes_refund
        return self.plan if is_sent else None

    @property
    def owes_refund(self) -> bool:
        """Whether nothing is missing but that money is registered as paid back."""
        return self.state is TransferState.FAILED and self.progress.is_refund_owed

    @property
    def is_there(self) -> bool:
        """Whether all that was asked for is in Tripletex, be it credited since.

        Not one that a person marked: that is in the books, but not by this program.
        """
        return self.state in THERE and self.progress.mark is None

    @property
    def may_go_again(self) -> bool:
        """Whether a batch may look whether what is there has been credited, to begin anew."""
        return self.is_there and self.taken_back is None

    @property
    def was_told_of(self) -> bool:
        """Whether the shop may have told the customer that it was sent: we asked, or it was sent.

        An order that has been finished or booked was once sent, whoever set it back since.
        """
        was_finished = isinstance(self.order, Order) and self.order.finished_at is not None
        progress = self.progress
        return was_finished or progress.was_notified or progress.invoice is not None

    def has_status(self, status: OrderStatus) -> bool:
        """Whether the shop shows it with this status."""
        return isinstance(self.order, Order) and self.order.status.id == status.id

    def plan_for(self, choice: Choice) -> PostingPlan | None:
        """What it becomes when the user chooses so; None when that cannot be done."""
        wanted = choice.transfer_as
        fitting = (row for row in self.plans if wanted in {None, row.transfer_as})
        plan = next(fitting, None)
        if plan is None:
            return None
        if choice.dating:
            plan = dated(plan, choice.dating)
        if plan.refund is not None:
            plan = replace(plan, is_refunded=choice.is_refunded)
        return plan if choice.email else replace(plan, send=None)


def standing_of(
    order: Order | UnreadableOrder,
    progress: Progress,
    profile: Profile,
    facts: LedgerFacts,
    today: date,
    *,
    taken_back: Problem | None = None,
) -> Standing:
    """How `order` stands on `today` (a day in Norway), by what the journal knows of it.

    `taken_back` is what the journal knows of a credit order that took the sale back.
    """
    next_round = progress if taken_back else upcoming(progress)
    planned = _planned(order, profile, facts, today, next_round.unbooked_date)
    planned = _in_its_round(planned, next_round)
    if isinstance(order, Order) and not profile.rules.is_completed(order.status):
        reasons = (not_completed(order.status),)
        planned = replace(planned, state=TransferState.NOT_COMPLETED, problems=reasons)
    refund = refund_of_note(order, progress, profile)
    return _with_progress(replace(planned, progress=progress, refund=refund, taken_back=taken_back))


def _in_its_round(planned: Standing, round_: Progress) -> Standing:
    """With the plans that the round allows; stopped where it does not allow the set-up's."""
    try:
        plans = [in_round(plan, round_) for plan in planned.plans[:1]]
    except OrderStopped as stopped:
        return Standing(planned.order, TransferState.STOPPED, problems=stopped.problems)
    reasons = planned.not_otherwise
    for plan in planned.plans[1:]:
        try:
            plans.append(in_round(plan, round_))
        except OrderStopped as stopped:
            reasons = stopped.problems
    return replace(planned, plans=tuple(plans), not_otherwise=reasons)


def refund_of_note(
    order: Order | UnreadableOrder, progress: Progress, profile: Profile
) -> PlannedPayment | None:
    """What may still be registered as paid back on the credit note that the order is booked as.

    All of the note, whatever the shop says of the order by now; by the payment type that was
    decided on, else by that of its method.
    """
    note = progress.invoice
    if note is None or note.credits is None or progress.done(Step.REFUND):
        return None
    assert note.amount is not None
    if note.refund:
        return PlannedPayment(note.refund[0], note.amount)
    by_method = refund_type(order, profile) if isinstance(order, Order) else None
    return PlannedPayment(by_method, note.amount) if by_method is not None else None


def _with_progress(planned: Standing) -> Standing:
    progress = planned.progress
    if progress.open_step:
        lost = (progress.open_step.uncertainty,)
        return replace(planned, state=TransferState.UNCERTAIN, problems=lost)
    if progress.is_settled or progress.is_refund_owed:
        known = as_journalled(planned.number, progress)
        problems = known.problems
        if planned.taken_back:
            problems = said_of_taken_back(problems, planned.taken_back)
        edited = _edited(planned)
        return replace(planned, state=known.state, problems=problems, edited=edited)
    if progress.has_begun and planned.state is TransferState.READY:
        unfinished = (Problem(Code.TRANSFER_UNFINISHED),)
        return replace(planned, state=TransferState.FAILED, problems=unfinished)
    return planned


def _planned(
    order: Order | UnreadableOrder,
    profile: Profile,
    facts: LedgerFacts,
    today: date,
    kept: date | None,
) -> Standing:
    """As if nothing of it had ever been sent."""
    if isinstance(order, UnreadableOrder):
        return Standing(order, TransferState.STOPPED, problems=(order.problem,))
    try:
        plans, otherwise = _plans(order, profile, facts, today, kept)
    except OrderSkipped as skipped:
        return Standing(order, TransferState.SKIPPED, problems=skipped.problems)
    except OrderStopped as stopped:
        return Standing(order, TransferState.STOPPED, problems=stopped.problems)
    notes = plans[0].notes
    return Standing(
        order, TransferState.READY, plans=plans, not_otherwise=otherwise, problems=notes
    )


def _plans(
    order: Order, profile: Profile, facts: LedgerFacts, today: date, kept: date | None
) -> tuple[tuple[PostingPlan, ...], tuple[Problem, ...]]:
    """By the set-up, and the other way where that can be done too, else why it cannot.

    Raises OrderStopped where the set-up's way cannot be done.
    """

    def planned(choice: Choice) -> PostingPlan:
        return plan_posting(order, profile, facts, today=today, choice=choice, kept=kept)

    by_setup = planned(Choice())
    (other,) = set(TransferAs) - {by_setup.transfer_as}
    try:
        return (by_setup, planned(Choice(other))), ()
    except OrderStopped as stopped:
        return (by_setup,), stopped.problems


def _edited(standing: Standing) -> Problem | None:
    """How the shop's order differs from what was transferred; None when it does not.

    What was sent is identified by its fingerprint. A changed set-up gives another one too, so an
    order that the shop has not touched since counts as it was; so does one of the same sum when
    nobody knows when the shop touched it.
    """
    order, sent = standing.order, _sent(standing.progress)
    if sent is None or sent.facts.amount is None or isinstance(order, UnreadableOrder):
        return None
    if order.updated_at is not None and order.updated_at <= sent.at:
        return None
    before, plan = sent.facts.amount, standing.plan
    after = plan.total if plan else order.sale
    lines = plan.fingerprint if plan and order.updated_at else sent.facts.fingerprint
    if after == before and lines == sent.facts.fingerprint:
        return None
    difference = after - before if after.currency == before.currency else None
    return Problem(Code.EDITED_SINCE, before=before, after=after, difference=difference)


def _sent(progress: Progress) -> JournalEntry | None:
    """When the lines were sent, and which: with the order, or with a credit note of an invoice.

    Of a credit note without an order the first entry counts: those after it tell of the refund.
    """
    note = progress.invoice
    if note is None or note.credits is None or note.order_id is not None:
        return progress.done(Step.ORDER)
    return next(
        entry
        for entry in progress.present
        if entry.step is Step.INVOICE
        and entry.phase is Phase.DONE
        and entry.facts.invoice_id == note.invoice_id
    )
