"""Organisation numbers as people write them: Norwegian ones bare, all others with their letters."""

from __future__ import annotations

import re

from stdnum.no import fodselsnummer, orgnr

NORWEGIAN = frozenset({"NO", "SJ"})  # companies on Svalbard stand in the Norwegian register

_WRITTEN = re.compile(r"(?:ORGNR)?(?:NO)?([0-9]{9})(?:MVA)?")
_ELEVEN_DIGITS = re.compile(r"(?:NO)?([0-9]{11})")


def compact(number: str) -> str:
    """Letters and digits alone, in capitals: two ways to write a number are then the same."""
    return "".join(filter(str.isalnum, number)).upper()


def norwegian(number: str) -> str | None:
    """The nine digits of a Norwegian organisation or VAT number, None when it is not one."""
    written = _WRITTEN.fullmatch(compact(number))
    return written[1] if written and orgnr.is_valid(written[1]) else None


def is_personal(number: str, country: str) -> bool:
    """Whether it is, or in Norway can only be, a person's national identity number."""
    written = _ELEVEN_DIGITS.fullmatch(compact(number))
    if written is None:
        return False
    return country in NORWEGIAN or bool(fodselsnummer.is_valid(written[1]))


def as_kept(number: str, country: str) -> str:
    """The number that stands for a customer from `country` (ISO 3166 alpha-2).

    Nine digits for a Norwegian one. A foreign one stays whole; digits that could be taken for a
    Norwegian one get their country in front, as in a VAT number.
    """
    digits = norwegian(number)
    if country in NORWEGIAN:
        return digits or number
    return country + digits if digits == compact(number) else number
