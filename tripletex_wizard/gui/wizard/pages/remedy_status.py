"""A check's problem under the field that it concerns, with a link to the one thing that helps."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal, Slot

from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.gui.parts import FieldStatus
from tripletex_wizard.gui.texts import sentence
from tripletex_wizard.gui.tones import Tone

TRIPLETEX_PAGES: Final = {
    Environment.PRODUCTION: "https://tripletex.no",
    Environment.TEST: "https://api-test.tripletex.tech",
}
MYSTORE_TOKENS: Final = "https://auth.mystore.no/login"

MENDED_IN_TRIPLETEX: Final = (
    Code.CONSUMER_TOKEN_REJECTED,
    Code.EMPLOYEE_TOKEN_REJECTED,
    Code.SESSION_REJECTED,
    Code.PERMISSION_MISSING,
    Code.CLIENT_COMPANY_UNKNOWN,
)
MENDED_IN_MYSTORE: Final = (
    Code.SHOP_TOKEN_REJECTED,
    Code.SHOP_TOKEN_EXPIRED,
    Code.SHOP_TOKEN_NOT_A_TOKEN,
    Code.SHOP_PERMISSION_MISSING,
)


class RemedyStatus(FieldStatus):
    """What mends a key is a page on the web, for anything else it is here.

    `environment_doubted` asks for step 1, `repeat_wanted` for another try.
    """

    environment_doubted = Signal()
    repeat_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code: Code | None = None
        self._leads_out = False
        self.link_clicked.connect(self._follow_link)

    def show_problem(self, problem: Problem, environment: Environment) -> None:
        """The reason, what helps, and the link there."""
        said = replace(sentence(problem), **self._remedy_here(problem.code))
        address = _address(problem.code, environment)
        self._code, self._leads_out = problem.code, bool(address)
        self.show_result(
            Tone.MUST_FIX,
            said.whole,
            link=self._words(address),
            address=address,
        )

    def _remedy_here(self, code: Code) -> dict[str, str]:
        """What helps, where it would lead to the very step that it stands in."""
        match code:
            case Code.CONSUMER_TOKEN_REJECTED:
                remedy = self.tr(
                    "Paste the consumer token again, and check that production or test is chosen "
                    "as it was made for."
                )
            case Code.EMPLOYEE_TOKEN_REJECTED:
                remedy = self.tr(
                    "Make a new key under Ansatt › API-tilgang › Ny nøkkel in Tripletex, and "
                    "paste it here."
                )
            case _:
                return {}
        return {"remedy": remedy}

    def _words(self, address: str) -> str:
        if address == MYSTORE_TOKENS:
            return self.tr("Open auth.mystore.no")
        if address:
            return self.tr("Open Tripletex")
        if self._code is Code.WRONG_ENVIRONMENT:
            return self.tr("Change the environment in step 1")
        return self.tr("Try again")

    @Slot()
    def _follow_link(self) -> None:
        if self._leads_out:
            return
        if self._code is Code.WRONG_ENVIRONMENT:
            self.environment_doubted.emit()
        else:
            self.repeat_wanted.emit()


def _address(code: Code, environment: Environment) -> str:
    """The web page where the key is made anew; a practice key is made nowhere."""
    if environment is Environment.PRACTICE:
        return ""
    if code in MENDED_IN_MYSTORE:
        return MYSTORE_TOKENS
    return TRIPLETEX_PAGES[environment] if code in MENDED_IN_TRIPLETEX else ""
