"""What Qt says of a display that is drawn in memory, and nobody looks at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_OF_NO_DISPLAY = "This plugin does not support"


@contextmanager
def without_display_warnings() -> Iterator[None]:
    """Every other message of Qt goes to the standard error output."""
    before = qInstallMessageHandler(_pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    if not text.startswith(_OF_NO_DISPLAY):
        print(text, file=sys.stderr)  # noqa: T201 - as Qt does by itself
