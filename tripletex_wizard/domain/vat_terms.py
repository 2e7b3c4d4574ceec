"""Which VAT term a day lies in, by how often the company reports its VAT."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class VatTermSize(StrEnum):
    """Tripletex' `termSize` [S]."""

    ONE_MONTH = "ONE_MONTH"
    TWO_MONTHS = "TWO_MONTHS"
    THREE_MONTHS = "THREE_MONTHS"
    FOUR_MONTHS = "FOUR_MONTHS"
    SIX_MONTHS = "SIX_MONTHS"
    YEAR = "YEAR"
    NOT_REGISTERED = "NOT_REGISTERED"


MONTHS = {
    VatTermSize.ONE_MONTH: 1,
    VatTermSize.TWO_MONTHS: 2,
    VatTermSize.THREE_MONTHS: 3,
    VatTermSize.FOUR_MONTHS: 4,
    VatTermSize.SIX_MONTHS: 6,
    VatTermSize.YEAR: 12,
}


@dataclass(frozen=True, slots=True)
class VatTermSetting:
    """From which day one kind of VAT report has terms of one size; None is a size not known here.

    `report` is Tripletex' `reportType`: ordinary trade, or farming and the like.
    """

    report: str
    from_date: date
    size: VatTermSize | None


@dataclass(frozen=True, slots=True)
class VatTerm:
    """A term of the year, counted from 1. `months` and `number` are 0 where its size is unknown."""

    year: int
    number: int
    months: int


@dataclass(frozen=True, slots=True)
class VatTerms:
    """The terms of a company; without `settings` their size is not known."""

    settings: tuple[VatTermSetting, ...] = ()
    is_registered: bool = True

    def of(self, day: date) -> VatTerm | None:
        """The term that `day` lies in; None where the company reports no VAT.

        Where two kinds of report have terms of different sizes, nobody can tell by which one the
        sale is reported: the term is unknown then.
        """
        sizes = self._sizes(day)
        if not self.is_registered or sizes == {VatTermSize.NOT_REGISTERED}:
            return None
        sizes.discard(VatTermSize.NOT_REGISTERED)
        size = sizes.pop() if len(sizes) == 1 else None
        if size is None:
            return VatTerm(day.year, 0, 0)
        months = MONTHS[size]
        return VatTerm(day.year, (day.month - 1) // months + 1, months)

    def _sizes(self, day: date) -> set[VatTermSize | None]:
        """What each kind of report has on `day`: the newest setting that had come into force."""
        newest: dict[str, VatTermSetting] = {}
        for row in sorted(self.settings, key=lambda row: row.from_date):
            if row.from_date <= day:
                newest[row.report] = row
        return {row.size for row in newest.values()}
