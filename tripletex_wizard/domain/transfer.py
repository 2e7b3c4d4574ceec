"""The journal's entries of an order, folded to how far its transfer has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from tripletex_wizard.domain.errors import Code, Problem, Remedy
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import GiftCardDebt


class TransferState(StrEnum):
    """How a transfer stands, as users see it (product.md «States»).

    NOT_COMPLETED is not among those: the order has no completed status in the shop yet, so that
    nothing is wrong with it, and nothing is to be done before its status is changed.
    """

    READY = "ready"
    STOPPED = "stopped"
    SENDING = "sending"
    TRANSFERRED = "transferred"
    TRANSFERRED_WITH_NOTE = "transferred_with_note"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    SKIPPED = "skipped"
    CREDITED = "credited"
    NOT_COMPLETED = "not_completed"


class Step(StrEnum):
    """The writes of a transfer, strictly in this order, and why none happens twice.

    STATUS: goes to the shop, the others to Tripletex. A status is not given to an order that has
    it, so the order is read before a lost request is repeated, after a quiet time. A status that
    came twice would be the same status; its notice to the customer is no state, and cannot be
    looked up. So once a request for it has gone out that was not plainly refused, none is made
    again for that order and status.
    CUSTOMER: the card carries the shop's customer number, which is unique in Tripletex. A card
    without a number of ours is never posted again by itself.
    PRODUCT: the product carries the article number, which is unique in Tripletex; it is looked up
    before it is made, and a repeated POST is refused and the first one is found. No money hangs on
    it: a lost one that is not there holds nothing up.
    ORDER: the order carries our number, which is unique in Tripletex; a repeated POST is refused
    and the first one is found.
    INVOICE: payment and e-mail ride in the same request. Whether Tripletex refuses a second
    one is not recorded, so the order is read by id before it is repeated, and only after an
    answer, or after a quiet time in which a late request would have shown itself.
    A document that is refused as EHF is asked for once more in another way, after the same look.
    Of a credit order the INVOICE is its credit note: by the order's lines, or, when all of the
    invoice is credited, without an order. Tripletex takes no more credit notes than the invoice
    comes to [OBS-L].
    REFUND: money paid back, registered on the credit note. Tripletex would take it a second time,
    so what is open is read before it and after it; it is repeated only when what is open proves,
    after the same quiet time, that nothing came of it (accounting.md rule 3).
    MARK: nothing is sent; a person says that the order is booked already (accounting.md rule 23).
    """

    STATUS = "status"
    CUSTOMER = "customer"
    PRODUCT = "product"
    ORDER = "order"
    INVOICE = "invoice"
    REFUND = "refund"
    MARK = "mark"


class Phase(StrEnum):
    """Where a step stands.

    INTENDED is recorded before its request; DONE after an answer or a look-up that proves it;
    REFUSED when the service did nothing; UNANSWERED when the answer was lost; REVOKED when a
    person took a MARK back.
    """

    INTENDED = "intended"
    DONE = "done"
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    REVOKED = "revoked"


OPEN = {Phase.INTENDED, Phase.UNANSWERED}

# Reasons of a REFUSED that settle earlier attempts too: a look-up has shown their absence.
NOT_BOOKED = "not_booked"
NOT_MADE = "not_made"
GONE = "gone"
NOT_CHANGED = Code.STATUS_NOT_CHANGED.value
NO_EHF = Code.EHF_REFUSED.value
SHOWN_ABSENT = {NOT_BOOKED, NOT_MADE, GONE, NOT_CHANGED}


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What an entry knows; ids are Tripletex' own, but `status_id`, which is the shop's.

    `notify` tells that the shop was asked to tell the customer of the status.
    `send` tells that Tripletex was asked to send the document to the customer, by e-mail unless
    `as_ehf`; `instead_of_ehf` that it had refused EHF before.
    `payments` are (payment type id, øre); `answered` tells for an UNANSWERED step that the server
    had finished with the request; `fingerprint` identifies the planned lines; `reason` is the
    code of a refusal. `round` is 2 when the order is transferred again after its first invoice was
    credited, and so on; `voucher` and `remark` are what a MARK says.

    Of a booked invoice `credited` tells that nothing of it stands, `credited_part` how much of it
    does not, `credit_open` what the newest look found open after a credit note (negative when the
    customer has money to good), and `missing` that Tripletex did not show it any more.

    `taken_back` is the number of the credit order of ours that the credit note of a booked invoice
    was made for, whichever program made it.

    `credits` is the id of the invoice that a credit note credits, 0 where Tripletex names none,
    and `refund` the payment (type id, negative øre) that is to be registered on it. Of a REFUND
    `invoice_id` is where it is registered, `amount` is negative, and `outstanding` is what was
    open there: before while it is INTENDED, after once it is DONE.

    What differs on its vouchers, in øre: `payment_differences` are (payment types, asked, posted),
    `vat_differences` (VAT code, ours, posted, lines); `rounding` is by how much Tripletex rounded
    the invoice. `unread` tells that the payments could not be read, `vat_unread` that the VAT.
    """

    customer_id: int | None = None
    customer_number: int | None = None
    order_id: int | None = None
    order_number: str = ""
    product_number: str = ""
    transfer_as: TransferAs | None = None
    invoice_id: int | None = None
    invoice_number: int | None = None
    invoice_date: date | None = None
    amount: Money | None = None
    outstanding: Money | None = None
    payments: tuple[tuple[int, int], ...] = ()
    send: bool = False
    as_ehf: bool = False
    instead_of_ehf: bool = False
    fingerprint: str = ""
    mapping_version: int = 0
    answered: bool = False
    adopted: bool = False
    credited: bool = False
    credited_part: Money | None = None
    credit_open: Money | None = None
    missing: bool = False
    taken_back: str = ""
    credits: int | None = None
    refund: tuple[int, int] | None = None
    payment_differences: tuple[tuple[str, int, int], ...] = ()
    vat_differences: tuple[tuple[str, int, int, int], ...] = ()
    rounding: Money | None = None
    unread: bool = False
    vat_unread: bool = False
    reason: str = ""
    request_ids: tuple[str, ...] = ()
    round: int = 1
    voucher: str = ""
    remark: str = ""
    status_id: str = ""
    status_name: str = ""
    notify: bool = False

    @property
    def unsent(self) -> StepFacts:
        """The same of a document that Tripletex was not asked to send."""
        return replace(self, send=False, as_ehf=False, instead_of_ehf=False)


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal, never changed or deleted (accounting.md rule 24)."""

    order_number: str
    step: Step
    phase: Phase
    at: datetime
    facts: StepFacts = field(default_factory=StepFacts)
    user: str = ""
    host: str = ""

    @property
    def uncertainty(self) -> Problem:
        """What is not known while this attempt has no outcome."""
        if self.step is Step.STATUS:
            return Problem(Code.STATUS_UNANSWERED, status=self.facts.status_name)
        return Problem(Code.OUTCOME_UNKNOWN)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an order's transfer has come, by its journal entries (oldest first).

    All but `entries` tells of one round: the newest that was begun, or `of_round`.
    """

    entries: tuple[JournalEntry, ...] = ()
    of_round: int = 0

    @property
    def round(self) -> int:
        """1, and one more each time the order was transferred again after a credit note."""
        return self.of_round or max((entry.facts.round for entry in self.entries), default=1)

    @property
    def present(self) -> tuple[JournalEntry, ...]:
        """The entries of the round."""
        round_ = self.round
        return tuple(entry for entry in self.entries if entry.facts.round == round_)

    @property
    def before(self) -> Progress | None:
        """The round before this one; None in the first."""
        return Progress(self.entries, self.round - 1) if self.round > 1 else None

    @property
    def after(self) -> Progress:
        """The round after this one, whether or not it was begun."""
        return Progress(self.entries, self.round + 1)

    def last(self, step: Step, *phases: Phase) -> JournalEntry | None:
        """The newest entry of a step, in one of `phases` if any are given."""
        return next(
            (
                entry
                for entry in reversed(self.present)
                if entry.step is step and (not phases or entry.phase in phases)
            ),
            None,
        )

    def done(self, step: Step) -> JournalEntry | None:
        """The entry that proves the step done, unless a later look-up has shown its absence."""
        for entry in reversed(self.present):
            if entry.step is step and entry.facts.reason in SHOWN_ABSENT:
                return None
            if entry.step is step and entry.phase is Phase.DONE:
                return entry
        return None

    def unproved(self, step: Step) -> JournalEntry | None:
        """The newest attempt of a step that was sent, or perhaps sent, without a known outcome.

        A later attempt that was refused says nothing of an earlier one; only DONE, or a look-up
        that shows its absence, settles it.
        """
        found: JournalEntry | None = None
        dangling: JournalEntry | None = None
        for entry in self.present:
            if entry.step is not step:
                continue
            match entry.phase:
                case Phase.INTENDED:
                    found, dangling = dangling or found, entry
                case Phase.UNANSWERED:
                    found, dangling = entry, None
                case Phase.REFUSED:
                    dangling = None
                    found = None if entry.facts.reason in SHOWN_ABSENT else found
                case _:
                    found = dangling = None
        return dangling or found

    @property
    def order(self) -> StepFacts | None:
        """The order in Tripletex, when it is known to be there."""
        done = self.done(Step.ORDER)
        return done.facts if done else None

    @property
    def invoice(self) -> StepFacts | None:
        """The invoice, when it is known to be booked."""
        done = self.done(Step.INVOICE)
        return done.facts if done else None

    @property
    def is_refund_owed(self) -> bool:
        """Whether money is to be registered as paid back, and has not been."""
        invoice = self.invoice
        return bool(invoice and invoice.refund) and self.done(Step.REFUND) is None

    @property
    def unbooked_date(self) -> date | None:
        """The invoice date of the newest :invoice if a look-up has shown that it had no effect."""
        newest = self.last(Step.INVOICE)
        if newest is None or newest.facts.reason != NOT_BOOKED:
            return None
        return newest.facts.invoice_date

    @property
    def is_ehf_refused(self) -> bool:
        """Whether the newest request was for a document as EHF, and was refused for that."""
        newest = self.present[-1] if self.present else None
        return newest is not None and newest.facts.as_ehf and newest.facts.reason == NO_EHF

    @property
    def open_step(self) -> JournalEntry | None:
        """The first step with an attempt whose outcome is not known."""
        return next(filter(None, map(self.unproved, Step)), None)

    @property
    def was_notified(self) -> bool:
        """Whether the shop has told the customer of any status for us, or may have."""
        statuses = {entry.facts.status_id for entry in self.entries if entry.step is Step.STATUS}
        return any(map(self.notified_of, statuses))

    def notified_of(self, status_id: str) -> bool:
        """Whether the shop has told the customer of this status for us, or may have.

        A refusal tells that it has not, but for one that came after the shop had taken the request.
        """
        told = asked = False
        for entry in self.entries:
            if entry.step is not Step.STATUS or entry.facts.status_id != status_id:
                continue
            match entry.phase:
                case Phase.INTENDED:
                    told, asked = told or asked, entry.facts.notify
                case Phase.REFUSED if entry.facts.reason != NOT_CHANGED:
                    asked = False
                case _:
                    told, asked = told or entry.facts.notify, False
        return told or asked

    def surely_notified_of(self, status_id: str) -> bool:
        """Whether an answer proves that the shop took over telling the customer of this status."""
        return any(
            entry.facts.notify and entry.facts.status_id == status_id
            for entry in self.entries
            if entry.step is Step.STATUS
            if entry.phase is Phase.DONE and not entry.facts.adopted
        )

    @property
    def asked_as(self) -> TransferAs | None:
        """What was last asked for: an order, or an invoice. None when nothing was sent."""
        asked = (entry.facts.transfer_as for entry in reversed(self.present))
        return next((transfer_as for transfer_as in asked if transfer_as), None)

    @property
    def request_ids(self) -> tuple[str, ...]:
        """Tripletex' request ids of all steps, each once."""
        return tuple(dict.fromkeys(i for entry in self.present for i in entry.facts.request_ids))

    @property
    def mark(self) -> JournalEntry | None:
        """The entry by which a person says that the order is booked already, unless taken back."""
        newest = self.last(Step.MARK)
        return newest if newest and newest.phase is Phase.DONE else None

    @property
    def has_begun(self) -> bool:
        """Whether Tripletex was sent anything, or was about to be, in this round."""
        return any(entry.step not in {Step.STATUS, Step.MARK} for entry in self.present)

    @property
    def is_settled(self) -> bool:
        """Whether all that was asked for is in Tripletex, or a person says that it is booked."""
        if self.open_step:
            return False
        if self.invoice or self.mark:
            return self.mark is not None or not self.is_refund_owed
        return self.order is not None and self.asked_as is TransferAs.ORDER

    @property
    def state(self) -> TransferState:
        """The state that the journal alone gives; READY when Tripletex was never sent anything."""
        if self.open_step:
            return TransferState.UNCERTAIN
        if self.is_settled:
            return TransferState.TRANSFERRED
        return TransferState.FAILED if self.has_begun else TransferState.READY


@dataclass(frozen=True, slots=True)
class Started:
    """An order of a batch is being worked on; its Outcome follows."""

    order_number: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one order in a batch.

    `problems` are reasons when it was not transferred, else notes; amounts as Tripletex answered.
    `emailed_to` is whom Tripletex was asked to send the invoice, now or by the lost attempt that
    was settled now, `ehf_to` the organisation number that it was asked to send it to as EHF, and
    `notified_to` whom the shop was asked to tell of the order's status.
    `gift_cards` is what was moved now on the account of gift cards, where its balance is known.
    """

    order_number: str
    state: TransferState
    transfer_as: TransferAs | None = None
    problems: tuple[Problem, ...] = ()
    order_id: int | None = None
    invoice_id: int | None = None
    invoice_number: int | None = None
    amount: Money | None = None
    request_ids: tuple[str, ...] = ()
    claimed_by_other: bool = False
    emailed_to: str = ""
    ehf_to: str = ""
    notified_to: str = ""
    gift_cards: GiftCardDebt | None = field(default=None, compare=False)

    @property
    def is_booked(self) -> bool:
        """Whether it stands in the books; an open order does not (accounting.md T13b)."""
        return self.invoice_id is not None

    @property
    def is_credit_note(self) -> bool:
        """Whether what stands in the books is a credit note."""
        return self.is_booked and self.amount is not None and self.amount.ore < 0


@dataclass(frozen=True, slots=True)
class BatchEnded:
    """No order after this can be tried before `problem` is solved; their outcomes follow."""

    problem: Problem
    remedy: Remedy


def exit_status(outcomes: Iterable[Outcome]) -> int:
    """0 all done, 5 all claimed by others, 4 some uncertain, 3 some failed, stopped or untried."""
    rows = list(outcomes)
    if rows and all(row.claimed_by_other for row in rows):
        return 5
    if any(row.state is TransferState.UNCERTAIN for row in rows):
        return 4
    return 0 if all(row.state in GOOD for row in rows) else 3


GOOD = {
    TransferState.TRANSFERRED,
    TransferState.TRANSFERRED_WITH_NOTE,
    TransferState.SKIPPED,
}

TransferEvent = Started | Outcome | BatchEnded
