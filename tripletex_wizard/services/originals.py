"""Finds the invoice that a credit order credits: among the customer's, or by its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tripletex_wizard.domain.credit_orders import (
    Original,
    in_likely_order,
    the_original,
    what_stands,
)
from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.ledger import Credit, LedgerInvoice, LedgerOrder
from tripletex_wizard.domain.order_numbers import shop_number_in
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.services.customers import CustomerBook, is_same_customer
from tripletex_wizard.services.ports import Ledger, Webshop


@dataclass(frozen=True, slots=True)
class Originals:
    """Reads only: the customer's invoices in Tripletex, and the shop's orders behind them."""

    ledger: Ledger
    webshop: Webshop
    customers: CustomerBook
    profile: Profile

    def of(self, order: Order, plan: PostingPlan) -> tuple[Original, ...]:
        """The customer's invoices of which so much may still be credited, the likeliest first.

        Raises OrderStopped when the customer's card cannot be told for sure.
        """
        card = self.customers.known_card(plan)
        found = self.ledger.credits_of_customer(card.id) if card else ()
        may_be = (row for row in found if _may_be_credited(row, plan))
        return in_likely_order(order, tuple(map(self._original, may_be)))

    def the_one(self, order: Order, plan: PostingPlan, wanted: int | None) -> Original:
        """The invoice with the `wanted` number, else the only one that it can be.

        Raises OrderStopped when it is not known, is another customer's, or can be several.
        """
        if wanted is None:
            return the_original(order, self.of(order, plan))
        return self._original(self._chosen(wanted, plan))

    def note_of(self, plan: PostingPlan, wanted: int | None) -> LedgerInvoice | None:
        """The credit note without an order that was made for just this credit order, by its mark.

        Another program, with a journal of its own, may have made it. `wanted` is as in `the_one`.
        """
        if wanted is None:
            card = self.customers.known_card(plan)
            customer_id = card.id if card else None
        else:
            customer_id = self._chosen(wanted, plan).customer_id
        found = self.ledger.credits_of_customer(customer_id) if customer_id else ()
        notes = (note for credit in found for note in credit.notes)
        return next((note for note in notes if plan.internal_comment in note.comment), None)

    def with_id(self, invoice_id: int) -> Original:
        """The invoice that a credit note was begun for. Raises OrderStopped when it is gone."""
        found = self.known(invoice_id)
        if found is None:
            raise OrderStopped(Problem(Code.ORIGINAL_NOT_FOUND))
        return found

    def known(self, invoice_id: int) -> Original | None:
        """The invoice that a credit note is said to credit; None when it is gone."""
        credit = self.ledger.credit(invoice_id)
        return self._original(credit) if credit else None

    def _chosen(self, wanted: int, plan: PostingPlan) -> Credit:
        credit = self.ledger.credit_of_number(wanted)
        if credit is None or credit.customer_id is None:
            raise OrderStopped(Problem(Code.ORIGINAL_UNKNOWN, invoice=wanted))
        self._require_same_customer(credit, credit.customer_id, plan)
        return credit

    def _require_same_customer(self, credit: Credit, customer_id: int, plan: PostingPlan) -> None:
        card = self.ledger.customer(customer_id)
        numbers = {plan.customer.number} - {None}
        if card and (card.number in numbers or is_same_customer(card, plan)):
            return
        raise OrderStopped(
            Problem(
                Code.ORIGINAL_OF_ANOTHER,
                invoice=credit.invoice.number,
                theirs=card.name if card else "",
                ours=plan.customer.name,
            )
        )

    def _original(self, credit: Credit) -> Original:
        assert credit.customer_id is not None
        order = next(self._orders_of(credit.invoice), None)
        if order is None:
            return Original(credit, credit.customer_id)
        number, sold = self._in_shop(order)
        notes = [row for note in credit.notes for row in self._orders_of(note) if row != order]
        return Original(
            credit,
            credit.customer_id,
            number,
            sold,
            what_stands(order.gross_by_vat, [note.gross_by_vat for note in notes]),
            tuple(back for note in notes if (back := self._in_shop(note)[1])),
            order.products,
        )

    def _in_shop(self, order: LedgerOrder) -> tuple[str, Order | None]:
        """The shop's number of an order of ours, and the shop's order where it is readable."""
        number = shop_number_in(order.internal_comment, self.profile.shop)
        found = self.webshop.order(number) if number else None
        return number, found if isinstance(found, Order) else None

    def _orders_of(self, document: LedgerInvoice) -> Iterator[LedgerOrder]:
        for order_id in document.order_ids:
            order = self.ledger.order(order_id)
            if order is not None:
                yield order


def _may_be_credited(credit: Credit, plan: PostingPlan) -> bool:
    is_sale = credit.invoice.amount.ore > 0 and not credit.invoice.is_credit_note
    same = credit.invoice.amount.currency == plan.currency
    return is_sale and same and (credit.left + plan.total).ore >= 0
