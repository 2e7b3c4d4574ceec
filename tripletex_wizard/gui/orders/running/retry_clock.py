"""When a batch that got no answer is tried again by itself: 30 s, then longer and longer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

WAITS: Final = (30, 60, 120, 300)
SECOND_MS: Final = 1000


class RetryClock(QObject):
    """Counts down whole seconds; `due` is told once, unless it was stopped before."""

    ticked = Signal()
    due = Signal()

    def __init__(self, parent: QObject | None = None, *, second_ms: int = SECOND_MS) -> None:
        super().__init__(parent)
        self.seconds_left = 0
        self._waits = 0
        self._timer = QTimer(self)
        self._timer.setInterval(second_ms)
        self._timer.timeout.connect(self._tick)

    @property
    def is_running(self) -> bool:
        """Whether it will be due by itself."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin the next wait, longer than the one before until `reset`."""
        self.seconds_left = WAITS[min(self._waits, len(WAITS) - 1)]
        self._waits += 1
        self._timer.start()
        self.ticked.emit()

    def stop(self) -> None:
        """Nothing is due any more."""
        self._timer.stop()
        self.ticked.emit()

    def reset(self) -> None:
        """The service has answered: the next wait is the shortest again."""
        self._waits = 0

    @Slot()
    def _tick(self) -> None:
        self.seconds_left -= 1
        if self.seconds_left > 0:
            self.ticked.emit()
        else:
            self.stop()
            self.due.emit()
