"""Takes hold of every error that nothing else has: it stops what writes, and tells."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from tripletex_wizard.gui.crash_dialog import CrashDialog
from tripletex_wizard.gui.crash_report import CrashDesk, crash_report

logger = logging.getLogger("tripletex_wizard.crash")

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Crashes(QObject):
    """`happened` may be called in any thread; the dialog opens in the GUI thread, and only one.

    `stop` is called for every crash, before the dialog is shown.
    """

    _came = Signal(str)

    def __init__(
        self, desk: CrashDesk, stop: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stop = stop
        self._dialog: CrashDialog | None = None
        # Queued, for a dialog cannot open in the middle of whatever failed, a painting maybe.
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog as long as it is open."""
        return self._dialog

    def happened(self, error: BaseException) -> None:
        """Write the error into the log, and show it soon."""
        report = crash_report(error, self._desk, datetime.now().astimezone())
        logger.error("not expected: %s", report)
        self._came.emit(report)

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Hear of every error that the interpreter would only have printed."""
        hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._hook_before(hooks[0])
        threading.excepthook = self._in_thread
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook = hooks

    def close(self) -> None:
        """Close the dialog, with the program."""
        if self._dialog is not None:
            self._dialog.close()

    def _hook_before(self, before: Hook) -> Hook:
        """Ctrl+C and the like are no crash."""

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            if isinstance(error, Exception):
                self.happened(error)
            else:
                before(kind, error, trace)

        return hook

    def _in_thread(self, told: threading.ExceptHookArgs) -> None:
        if isinstance(told.exc_value, Exception):
            self.happened(told.exc_value)

    @Slot(str)
    def _show(self, report: str) -> None:
        self._stop()
        if self._dialog is None:
            self._dialog = CrashDialog(self._desk)
            self._dialog.finished.connect(self._forget)
            self._dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._dialog.add_report(report)
        self._dialog.show()
        self._dialog.activateWindow()

    @Slot()
    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
