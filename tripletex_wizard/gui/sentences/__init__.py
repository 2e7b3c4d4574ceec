"""What the program says about each reason, in groups of a page each; gui/texts.py joins them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """What happened and why, with the figures, and the one thing to do about it."""

    what: str
    remedy: str

    @property
    def whole(self) -> str:
        """Both in one line of text; either may be empty."""
        return f"{self.what} {self.remedy}".strip()
