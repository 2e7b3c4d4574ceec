"""Reads one attribute of a resource exactly, or says which one it could not read."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, NoReturn, TypeVar
from zoneinfo import ZoneInfo

from tripletex_wizard.adapters.exact_json import whole_text
from tripletex_wizard.adapters.logs import masked
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.errors import Code, Problem

SHOP_ZONE = ZoneInfo("Europe/Oslo")
"""Timestamps carry no zone; Norwegian time is inferred [INF]."""

LANGUAGES = ("no", "nb", "nn", "en")

_DECIMALS = 20
_NUMBER = re.compile(rf"-?[0-9]{{1,12}}(\.[0-9]{{1,{_DECIMALS}}})?")
_TIMESTAMP = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_NO_TIME = "0000-00-00 00:00:00"
_SHOWN = 40

Found = TypeVar("Found", str, Decimal)


class Unreadable(Exception):
    """Stops the reading of one order; carries the reason."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class Attributes:
    """The attributes of a resource; every name may be followed by aliases for the same thing.

    A null or blank value counts as none, as does an attribute that is hidden from the token
    (V1, S8). Two aliases that differ are Unreadable: which one counts is never guessed.
    """

    def __init__(self, resource: Resource) -> None:
        self._of = resource.type
        self._values: Mapping[str, Any] = resource.attributes

    def has(self, name: str) -> bool:
        """Whether the shop sent the attribute at all."""
        return name in self._values

    def text(self, *names: str) -> str:
        """The text in Norwegian, HTML entities decoded; blank when there is none."""
        found = {name: text for name in names if (text := self._text(name))}
        return self._agreed(found, found) or ""

    def first_text(self, *names: str) -> str:
        """The text of the first name that has one; the names need not mean the same."""
        return next((text for name in names if (text := self._text(name))), "")

    def needed_text(self, *names: str) -> str:
        """The text; Unreadable when there is none."""
        return self.text(*names) or self._missing(names[0])

    def number(self, *names: str) -> Decimal:
        """The number, from JSON text or number; Unreadable when there is none."""
        shown = {name: self._shown(name) for name in names if not self._is_blank(name)}
        found = self._agreed({name: self._number(name) for name in shown}, shown)
        return self._missing(names[0]) if found is None else found

    def moment(self, name: str) -> datetime | None:
        """The time in Europe/Oslo, None when there is none.

        Without an offset it is Norwegian time; in the hour that occurs twice, the first one.
        """
        given = self._values.get(name)
        if self._is_blank(name) or given == _NO_TIME:
            return None
        if not isinstance(given, str) or not _TIMESTAMP.fullmatch(given):
            raise self.unreadable(name)
        try:
            moment = datetime.fromisoformat(given)
            zoned = moment if moment.tzinfo else moment.replace(tzinfo=SHOP_ZONE)
            return zoned.astimezone(UTC).astimezone(SHOP_ZONE)
        except (ValueError, OverflowError):
            raise self.unreadable(name) from None

    def needed_moment(self, name: str) -> datetime:
        """The time; Unreadable when there is none."""
        return self.moment(name) or self._missing(name)

    def unreadable(self, name: str) -> Unreadable:
        """The reason to stop: what stands in the attribute makes no sense."""
        place = f"{self._of}.{name}"
        return Unreadable(
            Problem(Code.ATTRIBUTE_UNREADABLE, attribute=place, value=self._shown(name))
        )

    def _text(self, name: str) -> str:
        given = self._values.get(name)
        if isinstance(given, dict):
            translations = (given.get(language) for language in LANGUAGES)
            given = next((text for text in translations if text not in (None, "")), None)
        if given is None:
            return ""
        if isinstance(given, bool) or not isinstance(given, str | int) or _is_broken(str(given)):
            raise self.unreadable(name)
        return html.unescape(str(given)).strip()

    def _number(self, name: str) -> Decimal:
        given = self._values[name]
        text = f"{given:f}" if isinstance(given, Decimal) and _is_modest(given) else str(given)
        if isinstance(given, bool) or not _NUMBER.fullmatch(text.strip()):
            raise self.unreadable(name)
        return Decimal(text.strip())

    def _agreed(self, found: Mapping[str, Found], shown: Mapping[str, str]) -> Found | None:
        if len(set(found.values())) > 1:
            places = ", ".join(f"{self._of}.{name}" for name in found)
            values = ", ".join(shown.values())
            raise Unreadable(Problem(Code.ATTRIBUTE_UNREADABLE, attribute=places, value=values))
        return next(iter(found.values()), None)

    def _missing(self, name: str) -> NoReturn:
        raise Unreadable(Problem(Code.ATTRIBUTE_MISSING, attribute=f"{self._of}.{name}"))

    def _is_blank(self, name: str) -> bool:
        given = self._values.get(name)
        return given is None or (isinstance(given, str) and not given.strip())

    def _shown(self, name: str) -> str:
        given = self._values.get(name)
        if isinstance(given, str | int | Decimal):
            return masked(whole_text(str(given)))[:_SHOWN]
        return type(given).__name__


def _is_broken(text: str) -> bool:
    return whole_text(text) != text


def _is_modest(number: Decimal) -> bool:
    """Whether writing the number out in full is cheap: 1E+999999 would not be."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and abs(exponent) <= _DECIMALS
