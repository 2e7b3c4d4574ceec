"""ISO codes for countries, however the shop names them (UNK: code, Norwegian or English name)."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

LANGUAGES = ("nb", "en", "sv")


def country_code(given: str) -> str:
    """The ISO 3166 alpha-2 code; words that are no country's name are given back as they are."""
    names = _codes()
    return names.get(_folded(given), given)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():  # the others are continents  # noqa: PLR2004
                found.setdefault(_folded(name), code)
                found[code.casefold()] = code
    return found


def _folded(name: str) -> str:
    return " ".join(name.replace("&", " and ").casefold().split())
