"""Settles what earlier runs left without a known outcome: looks in Tripletex, sends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    Code,
    OrderUncertain,
    Problem,
)
from tripletex_wizard.domain.gate import already_booked, as_journalled, marked
from tripletex_wizard.domain.held_back import claimed_by
from tripletex_wizard.domain.ledger import LedgerOrder
from tripletex_wizard.domain.order_numbers import internal_comment, number_taken, numbered
from tripletex_wizard.domain.transfer import (
    NOT_MADE,
    JournalEntry,
    Outcome,
    Phase,
    Progress,
    Step,
    TransferState,
)
from tripletex_wizard.services.order_status import settle_status
from tripletex_wizard.services.products import settle_product
from tripletex_wizard.services.reconcile import current_orders, require_quiet, settle_invoice
from tripletex_wizard.services.refunds import settle_refund
from tripletex_wizard.services.rounds import look_at
from tripletex_wizard.services.steps import Steps
from tripletex_wizard.services.transfer import TransferService


@dataclass(frozen=True, slots=True)
class LeftOvers:
    """Orders with a step whose answer was lost; the shop need not list them any more.

    Nothing is ever sent, and nothing is waited for. What Tripletex proves is journalled.
    """

    transfer: TransferService

    def numbers(self) -> tuple[str, ...]:
        """The orders that something was sent of without a known outcome. May raise StorageError."""
        entries = self.transfer.journal.all_entries().items()
        return tuple(number for number, rows in entries if Progress(rows).open_step)

    def settle(self) -> Iterator[Outcome]:
        """Look for each of them; one Outcome for each.

        Raises SetupError, RemoteUnavailable or StorageError when no further look can help.
        """
        for number in self.numbers():
            yield self.look(number)

    def look(self, number: str) -> Outcome:
        """What became of one order, by a look within its claim; raises as `settle` does.

        Of an order that is booked it learns whether the invoice has been credited since.
        An order that another program is at work with is left to it.
        """
        with self.transfer.claimed(number) as holder:
            if holder is not None:
                return claimed_by(number, holder)
            try:
                return self._look(self.transfer.steps(number))
            except OrderUncertain as uncertain:
                return self._uncertain(number, uncertain)
            except AnswerNotUnderstood as error:
                return self.transfer.broken_off(number, error)

    def _look(self, steps: Steps) -> Outcome:
        """The last write first: an order that has its invoice was made, for a customer."""
        settle_status(self.transfer.webshop, steps, self.transfer.quiet_time())
        settle_product(self.transfer.ledger, steps)
        known = steps.progress()
        if known.mark:
            return marked(steps.order_number, known.mark)
        if known.invoice and known.invoice.credits is not None:
            return self._look_at_credit_note(steps)
        if known.invoice:
            look_at(self.transfer.ledger, steps, known.invoice)
            return already_booked(steps.progress(), now=False)
        progress = settle_invoice(self.transfer.ledger, steps, self.transfer.quiet_time())
        if progress.invoice:
            self.transfer.booking_check().check(steps)
            return already_booked(steps.progress(), now=True)
        lost_order = progress.unproved(Step.ORDER)
        if lost_order:
            self._settle_order(steps, lost_order)
        lost_card = steps.progress().unproved(Step.CUSTOMER)
        if lost_card:
            self._settle_card(steps, lost_card)
        return _found(steps.order_number, steps.progress())

    def _look_at_credit_note(self, steps: Steps) -> Outcome:
        """Whether the money was registered as paid back; if it is still to be, that is told."""
        progress = settle_refund(self.transfer.ledger, steps, self.transfer.quiet_time())
        return as_journalled(steps.order_number, progress)

    def _settle_order(self, steps: Steps, lost: JournalEntry) -> None:
        """Raises OrderUncertain unless the order is there, or certainly is not."""
        rest = self.transfer.quiet_time().rest(lost)
        order = self._order_of_ours(lost)
        if order:
            facts = replace(lost.facts, order_id=order.id, adopted=True, answered=False)
            steps.record(Step.ORDER, Phase.DONE, facts)
            return
        require_quiet(lost, rest)
        steps.show_absent(lost, NOT_MADE)

    def _order_of_ours(self, lost: JournalEntry) -> LedgerOrder | None:
        """Raises OrderUncertain when the number is another order's, or ours has been moved."""
        number = lost.facts.order_number
        own_number = numbered(lost.order_number, lost.facts.round)
        comment = internal_comment(own_number, self.transfer.profile.shop)
        for order in current_orders(self.transfer.ledger, number):
            if not order.internal_comment.startswith(comment):
                raise OrderUncertain(number_taken(order, lost.facts.amount))
            if order.customer_id != lost.facts.customer_id:
                raise OrderUncertain(Problem(Code.CUSTOMER_IN_LEDGER_DIFFERS, number=number))
            return order
        return None

    def _settle_card(self, steps: Steps, lost: JournalEntry) -> None:
        """Only that a card is not there can be proved: another's card may carry the number.

        Raises OrderUncertain otherwise: the transfer knows the customer, and compares. A card that
        was only brought up to date was there before.
        """
        if lost.facts.customer_id is not None:
            steps.settle(Step.CUSTOMER, replace(lost.facts, answered=False))
            return
        rest = self.transfer.quiet_time().rest(lost)
        number = lost.facts.customer_number
        if number is None or self.transfer.ledger.customers_with_number(number):
            raise OrderUncertain(Problem(Code.CARD_UNPROVED))
        require_quiet(lost, rest)
        steps.show_absent(lost, NOT_MADE)

    def _uncertain(self, number: str, uncertain: OrderUncertain) -> Outcome:
        """As it was before, with the time when a look will tell, or what a person must do."""
        problems, rest = uncertain.problems, uncertain.again_after
        if rest:
            until = self.transfer.clock.now() + timedelta(seconds=rest)
            problems = (Problem(Code.NO_ANSWER_YET, until=until),)
        return Outcome(number, TransferState.UNCERTAIN, problems=problems)


def _found(number: str, progress: Progress) -> Outcome:
    """Nothing is open any more, and nothing is booked."""
    status, order = progress.last(Step.STATUS), progress.order
    if status and not progress.has_begun:
        return _status_found(status)
    if order is None:
        problems = (Problem(Code.NOT_IN_LEDGER),)
        return Outcome(number, TransferState.FAILED, problems=problems)
    problems = (Problem(Code.FOUND_AS_ORDER, number=order.order_number),)
    state = TransferState.TRANSFERRED if progress.is_settled else TransferState.FAILED
    return Outcome(
        number, state, progress.asked_as, problems, order_id=order.order_id, amount=order.amount
    )


def _status_found(known: JournalEntry) -> Outcome:
    """Only the shop was asked for something: the order's status is set, or it is not."""
    is_set = known.phase is Phase.DONE
    code = Code.STATUS_FOUND_SET if is_set else Code.STATUS_NOT_CHANGED
    found = Problem(code, status=known.facts.status_name)
    return Outcome(known.order_number, TransferState.READY, problems=(found,))
