"""Ctrl+C in the terminal that a window was opened from."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

_SIGNALS_AT_ONCE = 64


@contextmanager
def ctrl_c_closes_windows(application: QApplication) -> Iterator[None]:
    """Close the windows as a person does: an order that is under way is finished first.

    Qt's loop never gives Python its turn while nothing happens, so the signal itself wakes it.
    """
    ours, theirs = socket.socketpair()
    with closing(ours), closing(theirs):
        theirs.settimeout(0.0)
        woken = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
        woken.activated.connect(lambda *_: ours.recv(_SIGNALS_AT_ONCE))
        wakeup = signal.set_wakeup_fd(theirs.fileno())
        before = signal.signal(signal.SIGINT, lambda *_: application.closeAllWindows())
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
            signal.set_wakeup_fd(wakeup)
            woken.setEnabled(False)
