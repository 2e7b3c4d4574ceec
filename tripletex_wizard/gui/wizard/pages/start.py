"""Page 1, «Før du starter»: what must be in place, and which environment is set up."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
)

from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.parts import Card, Label, LinkButton, Note
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.wizard.page import SetupPage

TRIPLETEX_TRIAL = "https://www.tripletex.no/"
MYSTORE_ORDER = "https://www.mystore.no/integrasjon-tripletex"


class StartPage(SetupPage):
    """Two ticks: everything is in place, and Mystore's own transfer is off."""

    page: ClassVar[Page] = Page.START

    def title_text(self) -> str:
        return self.tr("Before you start")

    def why_text(self) -> str:
        return self.tr("With this in place, the rest of the set-up takes about ten minutes.")

    def build(self, layout: QVBoxLayout) -> None:
        layout.addWidget(self._requirements())
        layout.addWidget(self._other_transfer())
        layout.addWidget(self._environments())
        self._accountant = Note(Tone.SUGGESTION)
        layout.addWidget(self._accountant)

    def retranslate(self) -> None:
        self._name_requirements()
        self._name_other_transfer()
        self._name_environments()
        self._accountant.show_text(
            self.tr(
                "Mystore gives no support on the set-up, and is not responsible for what is set "
                "up wrong here."
            ),
            title=self.tr("Do the set-up together with your accountant"),
        )

    def show_draft(self, draft: SetupDraft) -> None:
        self._prepared.setChecked(draft.prepared)
        self._other_off.setChecked(draft.other_transfer_off)
        self._choice_of[draft.environment].setChecked(True)

    # what must be in place

    def _requirements(self) -> Card:
        self._names = [Label(strong=True) for _ in range(4)]
        self._account, self._administrator = Label(), Label()
        self._access, self._ordered = Label(), Label()
        self._trial, self._order = LinkButton(), LinkButton()
        grid = _grid()
        for row, content in enumerate(
            (
                _with_link(self._account, self._trial),
                _alone(self._administrator),
                _alone(self._access),
                _with_link(self._ordered, self._order),
            )
        ):
            grid.addWidget(self._names[row], row, 0)
            grid.addLayout(content, row, 1)
        self._prepared = QCheckBox()
        self._prepared.clicked.connect(self._note_prepared)
        card = Card()
        card.add_row(grid)
        card.add_row(self._prepared)
        return card

    def _name_requirements(self) -> None:
        names = (
            self.tr("Account"),
            self.tr("Access"),
            self.tr("API access"),
            self.tr("Order"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        self._account.setText(self.tr("An active Tripletex account."))
        self._trial.leads_to(self.tr("Try Tripletex free for 14 days"), TRIPLETEX_TRIAL)
        self._administrator.setText(
            self.tr("You are an administrator both in Tripletex and in Mystore's control panel.")
        )
        self._access.setText(
            self.tr(
                "API access in Tripletex, which may need a larger licence. Not sure? Tripletex "
                "support can answer."
            )
        )
        self._ordered.setText(self.tr("The integration is ordered in Mystore."))
        self._order.leads_to(self.tr("www.mystore.no/integrasjon-tripletex"), MYSTORE_ORDER)
        self._prepared.setText(self.tr("All of this is in place (&1)"))

    # Mystore's own transfer

    def _other_transfer(self) -> Card:
        self._warning = Note(Tone.SHOULD_CHECK)
        self._other_off = QCheckBox()
        self._other_off.clicked.connect(self._note_other_transfer)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addWidget(self._warning)
        column.addWidget(self._other_off)
        card = Card()
        card.add_row(column)
        return card

    def _name_other_transfer(self) -> None:
        self._warning.show_text(
            self.tr(
                "While it is on, every order goes over twice. Turn it off in Mystore under "
                "Utvidelser › Dine utvidelser › Tripletex v2 – Integrasjon."
            ),
            title=self.tr("Mystore's own transfer to Tripletex must be off for this shop"),
        )
        self._other_off.setText(self.tr("M&ystore's own transfer is off"))
