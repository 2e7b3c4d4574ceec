"""What the commands print: sentences for people, JSON lines for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import TextIO

from tripletex_wizard.domain.errors import Problem
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.batch_texts import outcome_line, summary_lines
from tripletex_wizard.gui.texts import sentence


class Output:
    """Prints to the two streams. Never fails on a character that the terminal lacks.

    A program without a console has no streams; what is printed is then heard by nobody.
    """

    def __init__(self, out: TextIO | None, err: TextIO | None) -> None:
        self._out, self._err = out or StringIO(), err or StringIO()
        for stream in (self._out, self._err):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                reconfigure(errors="backslashreplace")

    def line(self, text: str) -> None:
        """One line of result."""
        self._out.write(text + "\n")
        self._out.flush()

    def lines(self, texts: Iterable[str]) -> None:
        """Several lines of result."""
        for text in texts:
            self.line(text)

    def progress(self, text: str) -> None:
        """One line about how far the work is; not part of the result."""
        self._err.write(text + "\n")
        self._err.flush()

    def error(self, problem: Problem) -> None:
        """What went wrong, and one thing to do."""
        self._err.write(sentence(problem).whole + "\n")
        self._err.flush()

    def outcome(
        self, outcome: Outcome, *, as_json: bool, more: Mapping[str, object] | None = None
    ) -> None:
        """One order's outcome; its JSON has `more` keys."""
        self.line(outcome_json(outcome, more) if as_json else outcome_line(outcome))

    def summary(self, outcomes: Iterable[Outcome], *, as_json: bool) -> None:
        """The end of a batch: failures first. Not part of the JSON lines."""
        for line in summary_lines(list(outcomes)):
            if as_json:
                self.progress(line)
            else:
                self.line(line)


def outcome_json(outcome: Outcome, more: Mapping[str, object] | None = None) -> str:
    """The outcome as one line of JSON, with `more` keys.

    `amount` is text with two decimals, None when unknown.
    """
    amount = outcome.amount
    message = " ".join(sentence(problem).what for problem in outcome.problems)
    return json.dumps(
        {
            "order": outcome.order_number,
            "state": outcome.state.value,
            "transferred_as": outcome.transfer_as.value if outcome.transfer_as else None,
            "tripletex_order_id": outcome.order_id,
            "tripletex_invoice_id": outcome.invoice_id,
            "invoice_number": outcome.invoice_number,
            "amount": str(amount.amount) if amount is not None else None,
            "currency": amount.currency if amount is not None else None,
            "message": message,
            "codes": [problem.code.value for problem in outcome.problems],
            "emailed_to": outcome.emailed_to or None,
            "ehf_to": outcome.ehf_to or None,
            "request_ids": list(outcome.request_ids),
            **(more or {}),
        },
        ensure_ascii=False,
    )
