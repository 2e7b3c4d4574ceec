"""Drafts of a set-up at every stage, for Fjord Garn AS."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.orders.building import CARD, COMPANY, KLARNA, SENT, SHOP, VIPPS, transfer_rules
from tripletex_wizard.domain.choices import confirm
from tripletex_wizard.domain.draft import (
    MethodChoice,
    Posting,
    SetupDraft,
    ShopFound,
    TripletexFound,
)
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.secret import Secret

CONFIRMED_AT = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
CLIENT = Company(12, "Kunde AS", "271828182")
OTHER_CLIENT = Company(13, "Annen AS", "141421356")

_FOUND = {
    Prerequisite.VAT: Finding.VAT_CODES_ACTIVE,
    Prerequisite.CUSTOMER_NUMBERS: Finding.CUSTOMER_NUMBERS_UNCONFIRMED,
}


def board(status: CheckStatus = CheckStatus.OK) -> tuple[BoardRow, ...]:
    """Every row; `status` is that of the VAT row."""
    return tuple(
        BoardRow(
            row,
            status if row is Prerequisite.VAT else CheckStatus.OK,
            _FOUND.get(row, Finding.CONNECTED),
        )
        for row in Prerequisite
    )


def _seen(draft: SetupDraft) -> SetupDraft:
    return replace(draft, methods_for=draft.opened, trial_seen=draft.trial_inputs)


DRAFT = SetupDraft(id="d", environment=Environment.TEST)
TOKENS = replace(
    DRAFT,
    prepared=True,
    other_transfer_off=True,
    consumer=Secret("c-1"),
    employee=Secret("e-1"),
    mystore=Secret("m-1"),
)
CONNECTED = replace(
    TOKENS,
    tripletex=TripletexFound(COMPANY, (), (VIPPS, KLARNA, CARD)),
    shop=ShopFound(SHOP, date(2027, 5, 1), (SENT,)),
    rules=transfer_rules(),
)
READY = _seen(
    confirm(
        replace(
            CONNECTED,
            board=board(),
            board_checked_at=CONFIRMED_AT,
            customer_numbers_confirmed=True,
            methods=(
                MethodChoice(
                    "vipps",
                    "Vipps",
                    412,
                    Money(31_824_000),
                    Posting.PAYMENT_TYPE,
                    VIPPS.id,
                    suggested="same_name",
                    accepted=True,
                ),
                MethodChoice("invoice", "Faktura", posting=Posting.NOT_PAID, accepted=True),
                MethodChoice("pos_cash", "Kontant", posting=Posting.LEFT_OUT, accepted=True),
            ),
            signed_by="Kari Regnskap",
        ),
        "Kari Regnskap",
        CONFIRMED_AT,
    )
)
