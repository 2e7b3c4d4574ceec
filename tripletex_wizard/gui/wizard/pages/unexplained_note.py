"""A warning of orders that will be stopped: nobody has said why an article has 0 % VAT."""

from __future__ import annotations

from collections.abc import Sequence

from tripletex_wizard.domain.unexplained import Unexplained
from tripletex_wizard.gui.parts import Note
from tripletex_wizard.gui.tones import Tone

_NAMED = 4


class UnexplainedNote(Note):
    """Hidden while every article has its reason."""

    def __init__(self) -> None:
        super().__init__(Tone.SHOULD_CHECK)
        self.hide()

    def show_articles(self, found: Unexplained) -> None:
        """Say how many orders it is, and their article numbers."""
        text = self.tr(
            "%n order(s) of the last 90 days hold articles with 0 % VAT whose reason has not been "
            "given: {articles}. Such orders are stopped.",
            "",
            found.orders,
        ).format(articles=self._named(found.articles))
        self.show_text(f"{text} {self._remedy(found.articles)}")
        self.setVisible(bool(found.orders))

    def _remedy(self, articles: Sequence[str]) -> str:
        if any(articles):
            return self.tr("Press “More choices …” and choose why.")
        return self.tr("Give such articles a number in Mystore.")

    def _named(self, articles: Sequence[str]) -> str:
        names = [sku or self.tr("without an article number") for sku in articles]
        more = len(names) - _NAMED
        if more <= 0:
            return ", ".join(names)
        return self.tr("{articles} and %n more", "", more).format(
            articles=", ".join(names[:_NAMED])
        )
