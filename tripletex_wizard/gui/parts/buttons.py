"""The one main action of a page, and links."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QPushButton, QSizePolicy

from tripletex_wizard.gui.theme import STEP


def main_button(text: str = "") -> QPushButton:
    """The page's main action, in the accent colour; every other button is a plain QPushButton."""
    button = QPushButton(text)
    make_main(button)
    return button


def make_main(button: QAbstractButton) -> None:
    """Give a button that exists already, as those of QWizard do, the accent colour."""
    button.setProperty("main", "true")
    style = button.style()
    style.unpolish(button)
    style.polish(button)


def way_out(buttons: QDialogButtonBox) -> QPushButton:
    """A dialog's Close or Cancel, to be named by the dialog; its buttons stand well apart.

    Qt's own standard buttons lose their letter for Alt at every change of language.
    """
    if row := buttons.layout():
        row.setSpacing(2 * STEP)
    return buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)


def show_ticked(button: QAbstractButton, ticked: object) -> None:
    """Show what the draft says without its coming back as an edit.

    Edits are told by `toggled`: a screen reader ticks without a click, so `clicked` never comes.
    """
    with QSignalBlocker(button):
        button.setChecked(bool(ticked))


class LinkButton(QPushButton):
    """A link: reached by Tab, pressed by Space. Opens its address, or is `clicked` without one."""

    def __init__(self, text: str = "", address: str = "") -> None:
        super().__init__(text)
        self._address = address
        self.setProperty("link", "true")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def leads_to(self, text: str, address: str = "") -> None:
        """Replace the text and the address."""
        self.setText(text)
        self._address = address

    @Slot()
    def _open(self) -> None:
        if self._address:
            QDesktopServices.openUrl(QUrl(self._address))
