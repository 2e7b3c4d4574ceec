"""Page 2, «Koble til»: the tokens of Tripletex and Mystore, and what they open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from tripletex_wizard.domain.draft import Page, SetupDraft, missing
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.parts import Note
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.theme import STEP
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.page import SetupPage
from tripletex_wizard.gui.wizard.pages.mystore_card import MystoreCard
from tripletex_wizard.gui.wizard.pages.remedy_status import RemedyStatus
from tripletex_wizard.gui.wizard.pages.tripletex_card import TripletexCard


class ConnectPage(SetupPage):
    """A card for each service: paste, «Kontroller», and what answered under the field.

    When a profile is changed, its tokens alone can be replaced and the wizard left. In practice
    the tokens are given, and one button pastes them.
    """

    page: ClassVar[Page] = Page.CONNECT

    def __init__(
        self, controller: WizardController, practice_tokens: Mapping[str, Secret] | None = None
    ) -> None:
        super().__init__(controller)
        self._practice_tokens = practice_tokens or {}

    def title_text(self) -> str:
        return self.tr("Connect")

    def why_text(self) -> str:
        return self.tr("The keys are stored in this computer's keyring, and nowhere else.")

    def help_text(self) -> str:
        return self.tr(
            "Tripletex asks for two tokens: one names the integration, the other opens your "
            "company. Mystore asks for one. A token is shown only once, so copy it and paste it "
            "here at once. With an accountant's token you choose the client company afterwards. "
            "The set-up is then locked to this company and this shop. A token that runs out can "
            "be replaced later, without doing the rest again."
        )

    def build(self, layout: QVBoxLayout) -> None:
        self._note = Note(Tone.SHOULD_CHECK)
        self._note.hide()
        self._practice, self._paste = Note(Tone.SUGGESTION), QPushButton()
        self._practice.add_button(self._paste)
        self._paste.clicked.connect(self._paste_practice_tokens)
        self._tripletex = TripletexCard(self.controller)
        self._mystore = MystoreCard(self.controller)
        for card in (self._tripletex, self._mystore):
            card.environment_doubted.connect(self._go_back)
        self._only_tokens, self._written = QPushButton(), RemedyStatus()
        self._only_tokens.clicked.connect(self._replace_tokens)
        self._written.repeat_wanted.connect(self._replace_tokens)
        self._written.environment_doubted.connect(self._go_back)
        end = QHBoxLayout()
        end.setSpacing(2 * STEP)
        end.addWidget(self._only_tokens)
        end.addWidget(self._written, 1)
        layout.addWidget(self._note)
        layout.addWidget(self._practice)
        layout.addWidget(self._tripletex)
        layout.addWidget(self._mystore)
        layout.addLayout(end)

    def retranslate(self) -> None:
        cards = (self._tripletex, self._mystore)
        for card in cards:
            card.retranslate()
        for card in cards:
            card.align(max(each.label_width() for each in cards))
        self._practice.show_text(
            self.tr("The made-up shop and company have keys that work on this computer alone."),
            title=self.tr("Practice"),
        )
        self._paste.setText(self.tr("&Use the practice keys"))
        self._only_tokens.setText(self.tr("Sa&ve only the keys"))

    def show_draft(self, draft: SetupDraft) -> None:
        note = self.controller.note if missing(draft, Page.CONNECT) else None
        self._note.setVisible(note is not None)
        if note is not None:
            said = sentence(note)
            self._note.show_text(said.remedy, title=said.what)
        is_given = draft.consumer and draft.employee and draft.mystore
        self._practice.setVisible(bool(self._practice_tokens) and not is_given)
        self._tripletex.show_draft(draft)
        self._mystore.show_draft(draft)
        self._show_writing(draft)

    def begin(self) -> None:
        first = self._paste if self._practice.isVisibleTo(self) else self._tripletex.first
        first.setFocus()  # not on a link out of the program

    def _show_writing(self, draft: SetupDraft) -> None:
        is_connected = not missing(draft, Page.CONNECT)
        for widget in (self._only_tokens, self._written):
            widget.setVisible(bool(draft.profile_name))
        self._only_tokens.setEnabled(is_connected and not self.controller.is_writing)
        if self.controller.is_writing:
            self._written.show_running()
        elif self.controller.write_problem is not None:
            self._written.show_problem(self.controller.write_problem, draft.environment)
        else:
            self._written.clear()

    @Slot()
    def _paste_practice_tokens(self) -> None:
        tokens = self._practice_tokens
        self._tripletex.paste(tokens["consumer"], tokens["employee"])
        self._mystore.paste(tokens["mystore"])
        self._tripletex.check.setFocus()  # the button, now hidden, cannot keep the focus

    @Slot()
    def _replace_tokens(self) -> None:
        self.controller.replace_tokens()

    @Slot()
    def _go_back(self) -> None:
        self.wizard().back()
