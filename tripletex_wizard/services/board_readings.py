"""What several rows of the prerequisite board need, each read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tripletex_wizard.domain.ledger import InvoiceSettings, LedgerFacts, LedgerOrder
from tripletex_wizard.domain.order_numbers import is_ours
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.services.ports import Clock, Ledger, Webshop

RECENT = timedelta(days=30)


@dataclass
class BoardReadings:
    """Each is read when it is first asked for; what could not be read, is read again."""

    ledger: Ledger
    webshop: Webshop
    clock: Clock
    profile: Profile

    @property
    def today(self) -> date:
        """The day in Norway."""
        return self.clock.now().date()

    @cached_property
    def facts(self) -> LedgerFacts:
        """What Tripletex holds of payment types and periods."""
        return self.ledger.facts()

    @cached_property
    def invoice_settings(self) -> InvoiceSettings | None:
        """What Tripletex tells of its invoice settings, if anything."""
        return self.ledger.invoice_settings()

    @cached_property
    def orders(self) -> list[Order]:
        """The shop's orders finished in the last 30 days; unreadable ones left out."""
        statuses = [status.id for status in self.profile.rules.completed_statuses]
        found = self.webshop.finished_orders(self.today - RECENT, statuses)
        return [order for order in found if isinstance(order, Order)]

    @cached_property
    def foreign_orders(self) -> list[LedgerOrder]:
        """Orders in Tripletex of the last 60 days that this program did not make."""
        return [
            order
            for order in self.ledger.recent_orders(self.today - 2 * RECENT)
            if not is_ours(order.internal_comment, self.profile.shop)
        ]
