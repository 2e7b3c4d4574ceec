"""Log lines at WARNING or above that a test provokes, told apart from those that it does not."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable


class WarningRecorder(logging.Handler):
    """Keeps the text of every line at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def complaints(lines: Iterable[str], expected: Iterable[str]) -> list[str]:
    """Lines that no expected pattern finds, and patterns that found no line."""
    lines, expected = list(lines), list(expected)
    unexpected = [line for line in lines if not any(re.search(each, line) for each in expected)]
    absent = [each for each in expected if not any(re.search(each, line) for line in lines)]
    return [
        *(f"unexpected log line: {line}" for line in unexpected),
        *(f"expected log line did not come: {each}" for each in absent),
    ]
