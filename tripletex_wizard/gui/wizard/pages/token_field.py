"""A field for a token: typed or pasted and hidden, or kept in the keyring."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.parts import IconSign, Label
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone

_LINE_WIDTH = 36 * STEP


class TokenField(QWidget):
    """Holds only what is typed here; a token of the keyring is never put into a widget.

    `edited` comes with every change of the text, `entered` with the Enter key.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMinimumWidth(_LINE_WIDTH)
        self._show = QPushButton()
        self._show.setCheckable(True)
        self._sign, self._kept = IconSign(Tone.OK), Label()
        self._replace = QPushButton()
        self._is_replacing = False  # asked to, and nothing is typed yet
        self._arrange()
        self._show_kept(kept=False)
        self.line.textChanged.connect(self._note_edit)
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)
        self._show.toggled.connect(self._show_plainly)
        self._replace.clicked.connect(self._start_replacing)

    @property
    def secret(self) -> Secret | None:
        """What is typed or pasted, without the blanks and line breaks of a paste."""
        token = "".join(self.line.text().split())
        return Secret(token) if token else None

    def show_secret(self, secret: Secret | None, *, is_checked: bool) -> None:
        """Show `secret` as kept when it came from the keyring, or was checked and put there."""
        is_typed = self.secret is not None
        if secret is None or (is_typed and not is_checked) or self._is_replacing:
            self._show_kept(kept=False)
        else:
            self._forget_text()
            self._show_kept(kept=True)

    def paste(self, secret: Secret) -> None:
        """Take `secret` as if a person had pasted it."""
        self._show_kept(kept=False)
        self.line.setText(secret.reveal())

    def name(self, token: str) -> None:
        """Set the texts; `token` is what people call the token."""
        self.line.setAccessibleName(token)
        self.line.setPlaceholderText(self.tr("Paste it here"))
        self._kept.setText(self.tr("Stored in the keyring"))
        self._show.setText(self.tr("Show"))
        self._show.setAccessibleName(self.tr("Show {token}").format(token=token))
        self._replace.setText(self.tr("Replace"))
        self._replace.setAccessibleName(self.tr("Replace {token}").format(token=token))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._leave_line(event.reason())
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._show)
        layout.addWidget(self._sign)
        layout.addWidget(self._kept)
        layout.addWidget(self._replace)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or the label's letter leads nowhere

    def _show_kept(self, *, kept: bool) -> None:
        self._sign.setVisible(kept)
        self._kept.setVisible(kept)
        self._replace.setVisible(kept)
        self.line.setVisible(not kept)
        self._show.setVisible(not kept)
        self.setFocusProxy(self._replace if kept else self.line)

    def _forget_text(self) -> None:
        with QSignalBlocker(self.line):
            self.line.clear()
        self._show.setChecked(False)

    @Slot(bool)
    def _show_plainly(self, plainly: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if plainly else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)

    @Slot()
    def _note_edit(self) -> None:
        self._is_replacing = False
        self.edited.emit()

    @Slot()
    def _start_replacing(self) -> None:
        self._is_replacing = True
        self._show_kept(kept=False)
        self.line.setFocus()

    def _leave_line(self, why: Qt.FocusReason) -> None:
        """Without a new token the old one stays; a look into the browser is no answer yet."""
        if why in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            return
        if self._is_replacing:
            self._is_replacing = False
            self._show_kept(kept=True)
