"""What a batch would do in each way that it can be transferred in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tripletex_wizard.domain.batch_preview import (
    AGAIN,
    BatchPreview,
    Completing,
    Deed,
    Forecast,
    preview_of,
)
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.standing import Standing

WAYS = (None, TransferAs.INVOICE, TransferAs.ORDER)
"""By the set-up, all as invoices, all as orders."""


class TransferWays:
    """Worked out once, so that choosing between the ways is quick."""

    def __init__(
        self, standings: Sequence[Standing], profile: Profile, completing: Completing
    ) -> None:
        self._standings, self._profile, self._completing = standings, profile, completing
        self._previews: dict[Choice, BatchPreview] = {}

    def preview(
        self,
        way: TransferAs | None,
        dating: Dating | None = None,
        *,
        is_refunded: bool | None = None,
    ) -> BatchPreview:
        """What would be done in this way, with the invoices dated so.

        `is_refunded` is what the user says of money that credit orders give back.
        """
        choice = Choice(way, dating=dating, is_refunded=is_refunded)
        if choice not in self._previews:
            self._previews[choice] = preview_of(
                self._standings, choice, self._profile, self._completing
            )
        return self._previews[choice]

    @property
    def is_again(self) -> bool:
        """Whether some way sends an order for which something was sent before."""
        return any(self.preview(way).of(*AGAIN) for way in WAYS)

    @cached_property
    def impossible(self) -> tuple[Forecast, ...]:
        """What no way can transfer."""
        of_each = [{row.number for row in self.preview(way).of(Deed.LEFT_OUT)} for way in WAYS]
        always = set.intersection(*of_each)
        return tuple(row for row in self.preview(None).rows if row.number in always)

    def only_here(self, way: TransferAs | None) -> tuple[Forecast, ...]:
        """What this way leaves out and another does not."""
        always = {row.number for row in self.impossible}
        left_out = self.preview(way).of(Deed.LEFT_OUT)
        return tuple(row for row in left_out if row.number not in always)
