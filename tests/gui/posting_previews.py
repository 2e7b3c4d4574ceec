"""Batches that have not begun, as documents."""

from __future__ import annotations

from tests.gui.batch_room import NOW
from tests.orders.building import TODAY, a_profile, company_facts
from tripletex_wizard.domain.batch_preview import preview_of
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.standing import standing_of
from tripletex_wizard.domain.transfer import Progress
from tripletex_wizard.gui.documents.batch_report import origin_of
from tripletex_wizard.gui.documents.paper import Maker
from tripletex_wizard.gui.documents.posting_preview import PostingPreview

PROFILE, FACTS = a_profile(), company_facts()
MAKER = Maker("Kari", "KONTOR-PC", "0.1.0")


def document(*orders: Order) -> PostingPreview:
    standings = [standing_of(row, Progress(), PROFILE, FACTS, TODAY) for row in orders]
    preview = preview_of(standings, Choice(), PROFILE)
    return PostingPreview(preview, FACTS.payment_types, origin_of(PROFILE, MAKER, NOW))
