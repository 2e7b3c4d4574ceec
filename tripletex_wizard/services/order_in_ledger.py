"""Finds the order of a transfer in Tripletex, or makes it there, and never a second one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tripletex_wizard.domain.errors import (
    Code,
    OrderRejected,
    OrderStopped,
    OrderUncertain,
    Problem,
)
from tripletex_wizard.domain.ledger import LedgerFacts, LedgerOrder
from tripletex_wizard.domain.order_numbers import number_taken
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.transfer import (
    GONE,
    NOT_MADE,
    JournalEntry,
    Phase,
    Progress,
    Step,
    StepFacts,
)
from tripletex_wizard.services.customers import CustomerBook
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.products import ProductBook
from tripletex_wizard.services.reconcile import QuietTime, current_orders
from tripletex_wizard.services.steps import Steps


@dataclass(frozen=True, slots=True)
class OrderInLedger:
    """The order that `plan` asks for, within its claim.

    Raises OrderStopped when the number, or the bare number with the same sum, belongs to an order
    that is not ours, or ours has another customer; OrderUncertain when a later look will tell.
    """

    plan: PostingPlan
    facts: LedgerFacts
    ledger: Ledger
    customers: CustomerBook
    products: ProductBook
    steps: Steps
    quiet: QuietTime

    def found(self, progress: Progress) -> LedgerOrder | None:
        """The order as Tripletex has it: the known one, or one found; None when there is none."""
        lost = progress.unproved(Step.ORDER)
        may_be_late = lost and self.quiet.rest(lost)
        order = self._known(progress) or self._find(progress)
        if order is None and lost and not may_be_late:
            self.steps.show_absent(lost, NOT_MADE)
        return order

    def _known(self, progress: Progress) -> LedgerOrder | None:
        """The order of the journal, None when there is none or somebody has deleted it."""
        if progress.order is None or progress.order.order_id is None:
            return None
        order = self.ledger.order(progress.order.order_id)
        if order is None:
            self.steps.keep_claim()
            self.steps.record(Step.ORDER, Phase.REFUSED, replace(progress.order, reason=GONE))
        return order

    def _find(self, progress: Progress) -> LedgerOrder | None:
        """Our own order from an earlier attempt, whatever number prefix it was made with."""
        newest = progress.last(Step.ORDER)
        journalled = newest.facts.order_number if newest else ""
        numbers = (self.plan.number, self.plan.number_without_prefix, journalled)
        for number in dict.fromkeys(filter(None, numbers)):
            for order in current_orders(self.ledger, number):
                if self._is_ours(order):
                    self._adopt(order, progress.unproved(Step.ORDER))
                    return order
        return None

    def _is_ours(self, order: LedgerOrder) -> bool:
        plan = self.plan
        if order.internal_comment.startswith(plan.internal_comment):
            return True
        if order.total == plan.total:
            code = Code.TRANSFERRED_BY_ANOTHER
            raise OrderStopped(Problem(code, number=order.number, amount=order.total))
        if order.number != plan.number:
            return False
        raise OrderStopped(number_taken(order, plan.total))

    def _adopt(self, order: LedgerOrder, lost: JournalEntry | None) -> None:
        """Take over our order, which can be the one this journal `lost`."""
        if not self._may_be_of(order.customer_id):
            raise OrderStopped(Problem(Code.CUSTOMER_IN_LEDGER_DIFFERS, number=order.number))
        self.steps.settle(Step.CUSTOMER, StepFacts(customer_id=order.customer_id))
        adopted = replace(
            self._asked(order.customer_id),
            order_id=order.id,
            order_number=order.number,
            credits=lost.facts.credits if lost else None,
            adopted=lost is None,
        )
        self.steps.record(Step.ORDER, Phase.DONE, adopted)

    def _may_be_of(self, customer_id: int) -> bool:
        """A credit note is to the credited invoice's card, which is compared when it is known."""
        return self.plan.is_credit_note or self.customers.may_be(customer_id, self.plan)

    def made(self) -> tuple[LedgerOrder, bool]:
        """A new order, read back with its lines, and whether it was made now.

        Its number may turn out to be taken by an order of ours that no list showed.
        """
        customer_id = self._customer_id()
        plan = self.products.on_products(self.plan, self.steps)
        asked = self._asked(customer_id)
        try:
            order_id = self.steps.send(
                Step.ORDER,
                asked,
                lambda: self.ledger.create_order(plan, self.facts, customer_id),
                lambda order_id: replace(asked, order_id=order_id),
            )
        except OrderRejected as refused:
            if refused.problem.code is not Code.NUMBER_TAKEN_UNSEEN:
                raise
            return self._behind_refusal(refused), False
        order = self.ledger.order(order_id)
        if order is None:
            raise OrderUncertain(Problem(Code.ORDER_GONE, number=plan.number))
        return order, True

    def _customer_id(self) -> int:
        """A credit note is the credited invoice's customer's, whatever the shop says now."""
        if self.plan.credits is not None:
            return self.plan.credits.customer_id
        return self.customers.customer_for(self.plan, self.steps).id

    def _behind_refusal(self, refused: OrderRejected) -> LedgerOrder:
        """The number is taken although a look-up showed nothing: by ourselves, or by a project."""
        found = self._find(self.steps.progress())
        if found:
            return found
        if self.steps.progress().unproved(Step.ORDER):
            raise OrderUncertain(Problem(Code.NUMBER_TAKEN_UNSEEN, number=self.plan.number))
        raise refused

    def _asked(self, customer_id: int) -> StepFacts:
        plan = self.plan
        return StepFacts(
            customer_id=customer_id,
            order_number=plan.number,
            transfer_as=plan.transfer_as,
            amount=plan.total,
            fingerprint=plan.fingerprint,
            mapping_version=plan.mapping_version,
            credits=plan.credits.id if plan.credits else None,
        )
