"""The names of kinds and periods."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.gui.orders.table.filters import Kind, Period

translate = QCoreApplication.translate


def kind_name(kind: Kind) -> str:  # noqa: PLR0911 - one return a kind
    """On the chip, of several orders: «Klare»."""
    match kind:
        case Kind.ALL:
            return translate("kinds", "All")
        case Kind.READY:
            return translate("kinds", "Ready")
        case Kind.STOPPED:
            return translate("kinds", "Stopped")
        case Kind.UNCERTAIN:
            return translate("kinds", "Unresolved")
        case Kind.FAILED:
            return translate("kinds", "Failed")
        case Kind.TRANSFERRED:
            return translate("kinds", "Transferred")
        case Kind.NOT_COMPLETED:
            return translate("kinds", "Not completed")
        case Kind.SKIPPED:
            return translate("kinds", "Skipped")
        case Kind.CREDITED:
            return translate("kinds", "Credited")
        case _:
            assert_never(kind)


def kind_explained(kind: Kind) -> str:
    """What a kind whose name does not say it all holds; else empty."""
    match kind:
        case Kind.STOPPED:
            return translate("kinds", "Something must be put right first. Nothing has been sent.")
        case Kind.UNCERTAIN:
            return translate(
                "kinds", "Tripletex did not answer. Checked there before anything else."
            )
        case Kind.NOT_COMPLETED:
            return translate("kinds", "Their status in Mystore does not count as completed yet.")
        case Kind.SKIPPED:
            return translate(
                "kinds", "The set-up leaves them out, or there is nothing to transfer."
            )
        case Kind.CREDITED:
            return translate("kinds", "Their invoice in Tripletex has a credit note.")
        case _:
            return ""


def none_of_kind(kind: Kind) -> str:  # noqa: PLR0911 - one return a kind
    """In place of the rows when there are none: «Ingen feilede ordrer»."""
    match kind:
        case Kind.ALL:
            return translate("kinds", "No orders are waiting to be transferred")
        case Kind.READY:
            return translate("kinds", "No orders are ready")
        case Kind.STOPPED:
            return translate("kinds", "No orders are stopped")
        case Kind.UNCERTAIN:
            return translate("kinds", "No orders are unresolved")
        case Kind.FAILED:
            return translate("kinds", "No orders have failed")
        case Kind.TRANSFERRED:
            return translate("kinds", "No orders have been transferred yet")
        case Kind.NOT_COMPLETED:
            return translate("kinds", "No orders wait for a completed status")
        case Kind.SKIPPED:
            return translate("kinds", "No orders were skipped")
        case Kind.CREDITED:
            return translate("kinds", "No orders have been credited")
        case _:
            assert_never(kind)


def period_name(period: Period) -> str:
    """In the list of periods."""
    match period:
        case Period.WEEK:
            return translate("kinds", "Last 7 days")
        case Period.MONTH:
            return translate("kinds", "Last 30 days")
        case Period.QUARTER:
            return translate("kinds", "Last 90 days")
        case Period.ALL:
            return translate("kinds", "All time")
        case _:
            assert_never(period)
