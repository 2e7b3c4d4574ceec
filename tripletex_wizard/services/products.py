"""Finds the products of a plan in Tripletex, or makes them there, and never one of them twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.ledger import LedgerFacts, Product
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.products import NewProduct, fitting_to, without_making
from tripletex_wizard.domain.transfer import NOT_MADE, Step, StepFacts
from tripletex_wizard.services.ports import Ledger
from tripletex_wizard.services.steps import Steps


@dataclass
class ProductBook:
    """The company's products: those that were read, and those that were found or made since."""

    ledger: Ledger
    _since: dict[str, Product] = field(default_factory=dict, init=False)

    def known(self, facts: LedgerFacts) -> LedgerFacts:
        """`facts` with the products that were found or made since they were read."""
        return replace(facts, products={**facts.products, **self._since})

    def refresh(self) -> None:
        """Forget what was made: the facts are read anew, and somebody may have deleted it."""
        self._since.clear()

    def on_products(self, plan: PostingPlan, steps: Steps) -> PostingPlan:
        """The plan with the products in place that it asks for.

        A line stays text, and says why, when its product turns out to be another than the one
        asked for. Raises OrderRejected, OutcomeUnknown and whatever ends a batch.
        """
        for new in plan.new_products:
            self._since[new.number] = self._found(new) or self._made(new, steps)
        return replace(plan, lines=tuple(map(self._on_product, plan.lines)))

    def _on_product(self, line: PlannedLine) -> PlannedLine:
        new = line.new_product
        if new is None:
            return line
        found = fitting_to(self._since[new.number], new.vat)
        notes = (*without_making(line.notes), *found.notes)
        return replace(line, product=found.product, new_product=None, notes=notes)

    def _found(self, new: NewProduct) -> Product | None:
        return self.ledger.product(new.number)

    def _made(self, new: NewProduct, steps: Steps) -> Product:
        """Another product may have the name, and another program may have been faster."""
        try:
            try:
                return self._send(new, steps)
            except OrderRejected as refused:
                if refused.problem.code is not Code.PRODUCT_NAME_TAKEN:
                    raise
                return self._send(new.with_number, steps)
        except OrderRejected as refused:
            found = self._found(new)
            if refused.problem.code is Code.PRODUCT_NUMBER_TAKEN and found:
                return found
            raise

    def _send(self, new: NewProduct, steps: Steps) -> Product:
        asked = StepFacts(product_number=new.number)
        return steps.send(
            Step.PRODUCT, asked, lambda: self.ledger.create_product(new), lambda _made: asked
        )


def settle_product(ledger: Ledger, steps: Steps) -> None:
    """Find out what became of a product whose answer was lost.

    One that is not there may come late, and hurts nothing: it would be found when it is needed.
    """
    lost = steps.progress().unproved(Step.PRODUCT)
    if lost is None:
        return
    if ledger.product(lost.facts.product_number):
        steps.settle(Step.PRODUCT, replace(lost.facts, answered=False))
    else:
        steps.show_absent(lost, NOT_MADE)
