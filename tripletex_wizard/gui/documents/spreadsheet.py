"""A table as Norwegian spreadsheets read it: semicolons, comma decimals, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.money import Money
from tripletex_wizard.gui.documents.paper import Origin, moment
from tripletex_wizard.gui.texts import environment_word

translate = QCoreApplication.translate

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The file's bytes, a line for each row; texts must have been through `as_text`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def decimal_comma(money: Money | None) -> str:
    """«-1249,50»: never grouped; empty when it is not known."""
    return "" if money is None else f"{money.amount}".replace(".", ",")


def plain_decimal(value: Decimal) -> str:
    """«-1» or «11,11»: as many decimals as it has, with the hyphen that spreadsheets count by."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def as_text(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def origin_headings() -> tuple[str, ...]:
    """Above `origin_cells`."""
    return (
        translate("documents", "Company"),
        translate("documents", "Organisation number"),
        translate("documents", "Shop"),
        translate("documents", "Environment"),
        translate("documents", "Set-up version"),
        translate("documents", "Made"),
        translate("documents", "Made by"),
    )


def origin_cells(origin: Origin) -> Iterator[str]:
    """The same in every row, so that each can be filtered and none is merged."""
    yield as_text(origin.company)
    yield origin.organization_number
    yield as_text(origin.shop)
    yield environment_word(origin.environment)
    yield str(origin.setup_version)
    yield moment(origin.made_at)
    yield as_text(f"{origin.maker.user}, {origin.maker.computer}")
