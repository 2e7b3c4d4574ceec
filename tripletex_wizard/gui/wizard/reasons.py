"""The line at the foot of a page: what is missing before Next opens."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.draft import Missing

translate = QCoreApplication.translate


def mend_meanwhile() -> str:
    """Why Next is open although something is «Må rettes»."""
    return translate(
        "reasons",
        "Correct what is marked “Must be corrected”. Until then the orders concerned are stopped.",
    )


def reason_closed(missing: Missing) -> str:  # noqa: C901, PLR0911, PLR0912 - one return a reason
    """Why Next is closed, as the condition that opens it."""
    match missing:
        case Missing.PREPARATIONS:
            return translate("reasons", "You can go on when everything is in place.")
        case Missing.OTHER_TRANSFER:
            return translate("reasons", "You can go on when Mystore's own transfer is off.")
        case Missing.TRIPLETEX_TOKENS:
            return translate("reasons", "You can go on when both Tripletex tokens are pasted.")
        case Missing.TRIPLETEX_CHECK:
            return translate("reasons", "You can go on when Tripletex has accepted the tokens.")
        case Missing.CLIENT_COMPANY:
            return translate("reasons", "You can go on when a client company is chosen.")
        case Missing.SHOP_TOKEN:
            return translate("reasons", "You can go on when the Mystore token is pasted.")
        case Missing.SHOP_CHECK:
            return translate("reasons", "You can go on when Mystore has accepted the token.")
        case Missing.BOARD_CHECK:
            return translate("reasons", "You can go on when Tripletex has been checked.")
        case Missing.BOARD_MUST_FIX:
            return translate("reasons", "You can go on when “Must be corrected” is corrected.")
        case Missing.METHODS_READ:
            return translate("reasons", "You can go on when the payment methods have been read.")
        case Missing.METHODS_UNDECIDED:
            return translate("reasons", "You can go on when every method has been decided.")
        case Missing.MAPPING_CONFIRMED:
            return translate("reasons", "You can go on when you have confirmed.")
        case Missing.STATUS_CHOSEN:
            return translate("reasons", "You can go on when a status is chosen.")
        case Missing.DEPARTMENT_CHOSEN:
            return translate("reasons", "You can go on when an active department is chosen.")
        case Missing.TRIAL_SEEN:
            return translate("reasons", "You can go on when an order has been tried.")
        case Missing.TRIAL_WITHOUT_ORDER:
            return translate("reasons", "You can go on when you have ticked to do so without.")
        case Missing.SIGNED_BY:
            return translate("reasons", "You can finish when the name is filled in.")
        case _:
            assert_never(missing)
