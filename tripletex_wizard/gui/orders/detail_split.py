"""How the order window is shared by the table and the detail pane."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.view_settings import ViewSettings

_DETAIL_PER_CENT = 29
_DETAIL_ENOUGH = 51 * STEP
"""The order's status, its list and its button stand beside each other; the table comes first."""

_KEPT = "order-split"


class DetailSplit(QSplitter):
    """The detail pane has its share of the window until a person moves the border."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._fits = True
        self.setChildrenCollapsible(False)
        self.setHandleWidth(2 * STEP)
        self.splitterMoved.connect(self._moved)

    def restore(self, settings: ViewSettings) -> None:
        """Share as it was left."""
        kept = settings.kept(_KEPT)
        self._fits = kept is None or not self.restoreState(kept)

    def keep(self, settings: ViewSettings) -> None:
        """Write down where the border is, if a person has moved it."""
        settings.keep(_KEPT, None if self._fits else self.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            room = self.width() - self.handleWidth()
            detail = max(room * _DETAIL_PER_CENT // 100, min(_DETAIL_ENOUGH, room // 3))
            self.setSizes([room - detail, detail])

    @Slot()
    def _moved(self) -> None:
        self._fits = False
