"""One draft, replaced as a whole."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tripletex_wizard.domain.checks import kept
from tripletex_wizard.domain.draft import SetupDraft


class DraftHolder(QObject):
    """Signals: `draft_changed` after every change of the draft or of what is running for it."""

    draft_changed = Signal()

    def __init__(self, draft: SetupDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft

    @property
    def draft(self) -> SetupDraft:
        """The draft as it stands."""
        return self._draft

    def put(self, draft: SetupDraft) -> None:
        """Replace the draft; what was found for other inputs is dropped."""
        self._draft = kept(self._draft, draft)
        self.tell()

    def tell(self) -> None:
        """Say that something changed."""
        self.draft_changed.emit()
