"""Page 1, «Før du starter»: what must be in place, and which environment is set up."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.parts import Card, IconSign, Label, LinkButton, Note, show_ticked
from tripletex_wizard.gui.theme import MUTED, STEP
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.page import SetupPage

TRIPLETEX_TRIAL = "https://www.tripletex.no/"
MYSTORE_ORDER = "https://www.mystore.no/integrasjon-tripletex"


class StartPage(SetupPage):
    """Two ticks: everything is in place, and Mystore's own transfer is off.

    Only the environments `offered` can be chosen. `begin_practice` opens the program anew where
    practice can.
    """

    page: ClassVar[Page] = Page.START

    def __init__(
        self,
        controller: WizardController,
        offered: Collection[Environment] = tuple(Environment),
        begin_practice: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(controller)
        self._begin_practice = begin_practice
        self._offer(offered, can_practise=begin_practice is not None)

    def title_text(self) -> str:
        return self.tr("Before you start")

    def why_text(self) -> str:
        return self.tr("With this in place, the rest of the set-up takes about ten minutes.")

    def help_text(self) -> str:
        return self.tr(
            "You need an active Tripletex account, an administrator's access to both systems, and "
            "API access in Tripletex. Tripletex support can tell whether you have it. Mystore's "
            "own transfer must be off before the first order is transferred from here. Everything "
            "but practice is saved as you go: close the program, and continue where you left off."
        )

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
                "up wrong."
            ),
            title=self.tr("Do the set-up together with your accountant"),
        )

    def show_draft(self, draft: SetupDraft) -> None:
        show_ticked(self._prepared, draft.prepared)
        show_ticked(self._other_off, draft.other_transfer_off)
        show_ticked(self._choices[draft.environment], ticked=True)

    def begin(self) -> None:
        self._prepared.setFocus()  # not on a link out of the program

    # what must be in place

    def _requirements(self) -> Card:
        self._names = [Label(strong=True) for _ in range(4)]
        self._account, self._administrator, self._access, self._order = (
            Label() for _ in self._names
        )
        self._trial_link, self._order_link = LinkButton(), LinkButton()
        self._prepared = QCheckBox()
        self._prepared.toggled.connect(self._note_prepared)
        grid = _grid()
        for row, content in enumerate(
            (
                _beside(self._account, self._trial_link),
                _beside(self._administrator),
                _beside(self._access),
                _beside(self._order, self._order_link),
            )
        ):
            grid.addWidget(self._names[row], row, 0)
            grid.addLayout(content, row, 1)
            grid.setRowMinimumHeight(row, self._trial_link.sizeHint().height())
        card = Card()
        card.add_row(grid)
        card.add_row(_beside(self._prepared))
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
        self._account.setText(self.tr("An active Tripletex account with the access you need."))
        self._trial_link.leads_to(self.tr("Try Tripletex free for 14 days"), TRIPLETEX_TRIAL)
        self._administrator.setText(
            self.tr("You are an administrator both in Tripletex and in Mystore's control panel.")
        )
        self._access.setText(
            self.tr(
                "API access in Tripletex, which may need a larger licence. Not sure? Tripletex "
                "support can answer."
            )
        )
        self._order.setText(self.tr("The integration has been ordered in Mystore."))
        self._order_link.leads_to("www.mystore.no/integrasjon-tripletex", MYSTORE_ORDER)
        self._prepared.setText(self.tr("A&ll of this is in place"))

    # Mystore's own transfer

    def _other_transfer(self) -> Card:
        self._other_title, self._other_text = Label(strong=True), Label()
        self._other_off = QCheckBox()
        self._other_off.toggled.connect(self._note_other_transfer)
        texts = QVBoxLayout()
        texts.setSpacing(STEP // 2)
        texts.addWidget(self._other_title)
        texts.addWidget(self._other_text)
        warning = QHBoxLayout()
        warning.setSpacing(STEP)
        warning.addWidget(IconSign(Tone.SHOULD_CHECK), alignment=Qt.AlignmentFlag.AlignTop)
        warning.addLayout(texts, 1)
        card = Card()
        card.add_row(warning)
        card.add_row(_beside(self._other_off))
        return card

    def _name_other_transfer(self) -> None:
        self._other_title.setText(
            self.tr("Mystore's own transfer to Tripletex must be off for this shop")
        )
        self._other_text.setText(
            self.tr(
                "Otherwise every order goes over twice. Turn it off in Mystore under Utvidelser › "
                "Dine utvidelser › Tripletex v2 – Integrasjon."
            )
        )
        self._other_off.setText(self.tr("M&ystore's own transfer is off"))

    # environment

    def _environments(self) -> Card:
        self._is_practice = False
        self._environment_title = Label(strong=True)
        self._choices = {environment: QRadioButton() for environment in Environment}
        self._meanings = {environment: Label(role=MUTED) for environment in Environment}
        self._practice_link = LinkButton()
        self._practice_link.clicked.connect(self._open_practice)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._choose_environment)
        grid = _grid()
        for row, (environment, choice) in enumerate(self._choices.items()):
            self._group.addButton(choice)
            grid.addWidget(choice, row, 0)
            link = (self._practice_link,) if environment is Environment.PRACTICE else ()
            grid.addLayout(_beside(self._meanings[environment], *link), row, 1)
        column = QVBoxLayout()
        column.setSpacing(STEP // 2)
        column.addWidget(self._environment_title)
        column.addLayout(grid)
        card = Card()
        card.add_row(column)
        return card

    def _name_environments(self) -> None:
        self._environment_title.setText(self.tr("What do you want to set up?"))
        names = {
            Environment.PRODUCTION: self.tr("&Production"),
            Environment.TEST: self.tr("Test &environment"),
            Environment.PRACTICE: self.tr("P&ractice"),
        }
        meanings = {
            Environment.PRODUCTION: self.tr("The company's own books."),
            Environment.TEST: self.tr("Tripletex' test environment, with keys of its own."),
            Environment.PRACTICE: self.tr(
                "A made-up shop and company on this computer. Nothing is sent anywhere."
            ),
        }
        if self._is_practice:
            elsewhere = self.tr("Close the practice, and start the program as usual.")
            meanings[Environment.PRODUCTION] = meanings[Environment.TEST] = elsewhere
        self._practice_link.leads_to(self.tr("Open the practice"))
        for environment, choice in self._choices.items():
            choice.setText(names[environment])
            choice.setAccessibleDescription(meanings[environment])
            self._meanings[environment].setText(meanings[environment])

    def _offer(self, offered: Collection[Environment], *, can_practise: bool) -> None:
        for environment, choice in self._choices.items():
            choice.setEnabled(environment in offered)
        self._is_practice = Environment.PRODUCTION not in offered
        self._practice_link.setVisible(can_practise)
        self._name_environments()

    # edits

    @Slot(bool)
    def _note_prepared(self, ticked: bool) -> None:
        self.controller.update(lambda draft: replace(draft, prepared=ticked))

    @Slot(bool)
    def _note_other_transfer(self, ticked: bool) -> None:
        self.controller.update(lambda draft: replace(draft, other_transfer_off=ticked))

    @Slot()
    def _open_practice(self) -> None:
        if self._begin_practice is not None:
            self._begin_practice()

    @Slot(QAbstractButton, bool)
    def _choose_environment(self, choice: QAbstractButton, chosen: bool) -> None:
        if not chosen:
            return
        environment = next(row for row, each in self._choices.items() if each is choice)
        self.controller.update(lambda draft: replace(draft, environment=environment))


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(STEP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * STEP)
    grid.setVerticalSpacing(STEP // 2)
    grid.setColumnStretch(1, 1)
    return grid
