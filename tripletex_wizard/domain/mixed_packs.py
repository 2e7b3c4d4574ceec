"""Zero-rated articles whose name says that a book is not all that is in them."""

from __future__ import annotations

import re

BOOK = re.compile(r"b[oø]k(?!s)|hefte|book", re.IGNORECASE)  # a box is no book
PACK = re.compile(r"(pakke|pakken|sett|settet|kit|boks|eske)$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")


def is_mixed_pack(name: str) -> bool:
    """Whether `name` tells of a pack of other things with a book: «Garnpakke med strikkebok».

    Such a pack is one article with the full rate (accounting.md D6, mval. § 6-4 second
    paragraph). Two words tell: one of a pack of something, not of books («Bokpakke»), and
    another of a book.
    """
    words = WORD.findall(name)
    has_pack = any(_is_pack_of_something(word) for word in words if not BOOK.search(word))
    return has_pack and any(BOOK.search(word) for word in words)


def _is_pack_of_something(word: str) -> bool:
    found = PACK.search(word)
    return found is not None and found.start() > 1
