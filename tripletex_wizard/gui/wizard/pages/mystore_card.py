"""The Mystore half of page 2: one token, and what it says about itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from tripletex_wizard.domain.draft import LiveCheck, SetupDraft, ShopFound
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.amounts import day
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.pages.remedy_status import MYSTORE_TOKENS
from tripletex_wizard.gui.wizard.pages.service_form import ServiceForm
from tripletex_wizard.gui.wizard.pages.token_field import TokenField


class MystoreCard(ServiceForm):
    """Hands what is typed to the controller, and shows the shop, the expiry and what lacks."""

    environment_doubted = Signal()

    def __init__(self, controller: WizardController) -> None:
        super().__init__()
        self._controller = controller
        self._token = TokenField()
        self._label = self.add_field(self._token)
        self.add_check()
        self._token.edited.connect(self._take_token)
        self._token.entered.connect(self._check_once)
        self.check.clicked.connect(self._check)
        self.status.repeat_wanted.connect(self._check)
        self.status.environment_doubted.connect(self.environment_doubted)

    def retranslate(self) -> None:
        """Set every text."""
        self.name.setText(self.tr("Mystore"))
        self.help.setText(
            self.tr(
                "Make the token at auth.mystore.no under Personal Access Tokens › Create New "
                "Token. It is shown only once."
            )
        )
        self.link.leads_to(self.tr("Open auth.mystore.no"), MYSTORE_TOKENS)
        self._label.setText(self.tr("&Mystore token"))
        self._token.name(self.tr("token for Mystore"))
        self.check.setText(self.tr("Check M&ystore"))

    def paste(self, token: Secret) -> None:
        """Take the token as if a person had pasted it, and check it."""
        self._token.paste(token)
        self._check()

    def show_draft(self, draft: SetupDraft) -> None:
        """Show what is given, and how the check of it stands."""
        self._token.show_secret(draft.mystore, is_checked=draft.shop is not None)
        self.check.setEnabled(bool(draft.mystore))
        self.check.setToolTip("" if draft.mystore else self.tr("Paste the token first."))
        result = self._controller.result(LiveCheck.MYSTORE)
        if self._controller.running(LiveCheck.MYSTORE):
            self.status.show_running()
        elif result is not None and result.problem is not None:
            self.status.show_problem(result.problem, draft.environment)
        elif draft.shop is not None:
            self._show_shop(draft.shop)
        else:
            self.status.clear()

    def _show_shop(self, found: ShopFound) -> None:
        texts = [self.tr("Connected to {shop}.").format(shop=found.shop)]
        if found.expires is not None:
            texts.append(self.tr("The token expires on {day}.").format(day=day(found.expires)))
        if not found.missing:
            self.status.show_result(Tone.OK, " ".join(texts))
            return
        texts.append(
            self.tr("It lacks permissions: {missing}. Make a new token, and tick them.").format(
                missing=", ".join(found.missing)
            )
        )
        self.status.show_result(
            Tone.SHOULD_CHECK,
            " ".join(texts),
            link=self.tr("Open auth.mystore.no"),
            address=MYSTORE_TOKENS,
        )

    @Slot()
    def _take_token(self) -> None:
        self._controller.update(lambda draft: replace(draft, mystore=self._token.secret))

    @Slot()
    def _check_once(self) -> None:
        self._controller.start(LiveCheck.MYSTORE)

    @Slot()
    def _check(self) -> None:
        self._controller.start_again(LiveCheck.MYSTORE)
