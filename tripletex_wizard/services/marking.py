"""«Marker som allerede bokført»: an order that a person booked without the program (rule 23)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tripletex_wizard.domain.errors import Code, InputError, OrderUncertain
from tripletex_wizard.domain.order_numbers import internal_comment
from tripletex_wizard.domain.transfer import Phase, Progress, Step, StepFacts
from tripletex_wizard.services.steps import Steps
from tripletex_wizard.services.transfer import TransferService


@dataclass(frozen=True, slots=True)
class MarkingService:
    """Marks orders within their claims. The journal keeps who did it and when; nothing is sent.

    Both calls raise InputError with the reason when it cannot be done, and may raise SetupError,
    RemoteError or StorageError.
    """

    transfer: TransferService

    def mark(self, number: str, voucher: str, remark: str) -> None:
        """Say that the order is booked already, as `voucher` (a voucher or an invoice number).

        Only when nothing of ours is in Tripletex. A marked order counts as settled.
        """
        if not voucher.strip():
            raise InputError(Code.VOUCHER_NOT_GIVEN)
        with self._claimed(number) as steps:
            _require_nothing_known(steps.progress())
            self._require_nothing_in_ledger(number)
            steps.keep_claim()
            facts = StepFacts(voucher=voucher.strip(), remark=remark.strip())
            steps.record(Step.MARK, Phase.DONE, facts)

    def unmark(self, number: str) -> None:
        """Take the mark back: the order is to be transferred after all."""
        with self._claimed(number) as steps:
            mark = steps.progress().mark
            if mark is None:
                raise InputError(Code.NOT_MARKED, order=number)
            steps.keep_claim()
            steps.record(Step.MARK, Phase.REVOKED, mark.facts)

    @contextmanager
    def _claimed(self, number: str) -> Iterator[Steps]:
        with self.transfer.claimed(number) as holder:
            if holder is not None:
                raise InputError(Code.CLAIMED_BY_OTHER, owner=holder)
            try:
                yield self.transfer.steps(number)
            except OrderUncertain as lost:
                raise InputError(Code.LEASE_LOST) from lost

    def _require_nothing_in_ledger(self, number: str) -> None:
        """Another PC may have transferred it, of which this journal knows nothing."""
        profile = self.transfer.profile
        ours = internal_comment(number, profile.shop)
        for wanted in dict.fromkeys((profile.rules.number_prefix + number, number)):
            for order in self.transfer.ledger.orders_with_number(wanted):
                if order.internal_comment.startswith(ours):
                    raise InputError(Code.ALREADY_ORDER, number=order.number)


def _require_nothing_known(progress: Progress) -> None:
    """By the journal: nothing that was sent stands in Tripletex, or may stand there."""
    if progress.open_step:
        raise InputError(Code.OUTCOME_UNKNOWN)
    if progress.mark:
        raise InputError(Code.ALREADY_MARKED, voucher=progress.mark.facts.voucher)
    of_rounds = [progress]
    while of_rounds[-1].before:
        of_rounds.append(of_rounds[-1].before)
    for known in of_rounds:
        if known.invoice:
            raise InputError(Code.ALREADY_BOOKED, invoice=known.invoice.invoice_number)
        if known.order:
            raise InputError(Code.ALREADY_ORDER, number=known.order.order_number)
