"""Amounts, rates, dates and counts as people write them, in the language that is installed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QLocale

from tripletex_wizard.domain.money import Money

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
NORWEGIAN_KRONER = "NOK"


def number(money: Money) -> str:
    """The amount with two decimals and grouped thousands, without currency; exact."""
    locale = QLocale()
    whole, ore = divmod(abs(money.ore), 100)
    sign = locale.negativeSign() if money.ore < 0 else ""
    return f"{sign}{locale.toString(whole)}{locale.decimalPoint()}{ore:02d}"


def amount(money: Money) -> str:
    """The amount with its currency, «kr» for Norwegian kroner, on one line: 1 249,50 kr."""
    currency = "kr" if money.currency == NORWEGIAN_KRONER else money.currency
    return f"{number(money)}{NO_BREAK_SPACE}{currency}"


def figure(money: Money) -> str:
    """Kroner without their name; an amount of another currency tells which."""
    return number(money) if money.currency == NORWEGIAN_KRONER else amount(money)


def plain_number(value: Decimal) -> str:
    """A number with the decimals that it has, never grouped: 1,35."""
    locale = QLocale()
    whole, _, decimals = f"{abs(value):f}".partition(".")
    decimals = decimals.rstrip("0")
    sign = locale.negativeSign() if value < 0 else ""
    return f"{sign}{whole}{locale.decimalPoint()}{decimals}" if decimals else f"{sign}{whole}"


def per_cent(rate: Decimal) -> str:
    """A rate in per cent: 25 %, 11,11 %."""
    return f"{plain_number(rate)}{NO_BREAK_SPACE}%"


def day(when: date) -> str:
    """A day as Norwegian documents have it: 23.11.2026."""
    return f"{when:%d.%m.%Y}"


def clock_time(when: datetime) -> str:
    """16:20."""
    return f"{when:%H:%M}"


def clock_time_from(when: datetime) -> str:
    """The first whole minute that is not before `when`: 16:21 for 16:20:01."""
    begun = when.replace(second=0, microsecond=0)
    return clock_time(begun if begun == when else begun + timedelta(minutes=1))


def moment(when: datetime) -> str:
    """22.11.2026 16:20."""
    return f"{day(when)} {clock_time(when)}"
