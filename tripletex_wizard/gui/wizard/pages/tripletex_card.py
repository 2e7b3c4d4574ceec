"""The Tripletex half of page 2: two tokens, and the client company of an accountant's token."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from tripletex_wizard.domain.draft import LiveCheck, SetupDraft
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.tones import Tone
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.gui.wizard.pages.remedy_status import RemedyStatus
from tripletex_wizard.gui.wizard.pages.service_form import ServiceForm
from tripletex_wizard.gui.wizard.pages.token_field import TokenField

KEY_HELP: Final = "https://support.mystore.no/docs/en/creating-api-key"

OF_CONSUMER: Final = (Code.CONSUMER_TOKEN_REJECTED,)
OF_EMPLOYEE: Final = (
    Code.EMPLOYEE_TOKEN_REJECTED,
    Code.SESSION_REJECTED,
    Code.PERMISSION_MISSING,
)
OF_CLIENT: Final = (Code.CLIENT_COMPANY_UNKNOWN,)


class TripletexCard(ServiceForm):
    """Hands what is typed to the controller, and shows what Tripletex answered to it."""

    environment_doubted = Signal()

    def __init__(self, controller: WizardController) -> None:
        super().__init__()
        self._controller = controller
        self._consumer, self._employee = TokenField(), TokenField()
        self._client = QComboBox()
        self._of_consumer, self._of_employee, self._of_client = (RemedyStatus() for _ in range(3))
        self._shown_clients: tuple[Company, ...] = ()
        self._consumer_label = self.add_field(self._consumer, self._of_consumer)
        self._employee_label = self.add_field(self._employee, self._of_employee)
        self._client_label = self.add_field(self._client, self._of_client)
        self.add_check()
        self._connect()

    def retranslate(self) -> None:
        """Set every text."""
        self.name.setText(self.tr("Tripletex"))
        self.help.setText(
            self.tr(
                "You get the consumer token from Tripletex when the integration is registered. "
                "Make the employee token as an administrator under Ansatt › API-tilgang › Ny "
                "nøkkel; it is shown only once."
            )
        )
        self.link.leads_to(self.tr("How to make the key"), KEY_HELP)
        self._consumer_label.setText(self.tr("C&onsumer token"))
        self._employee_label.setText(self.tr("&Employee token"))
        self._client_label.setText(self.tr("C&lient company"))
        self._consumer.name(self.tr("consumer token for Tripletex"))
        self._employee.name(self.tr("employee token for Tripletex"))
        self._client.setAccessibleName(self.tr("Client company"))
        self._client.setPlaceholderText(self.tr("Choose the client company"))
        self.check.setText(self.tr("Check &Tripletex"))

    @property
    def first(self) -> QWidget:
        """Where to begin."""
        return self._consumer

    def paste(self, consumer: Secret, employee: Secret) -> None:
        """Take both tokens as if a person had pasted them, and check them."""
        self._consumer.paste(consumer)
        self._employee.paste(employee)
        self._check()

    def show_draft(self, draft: SetupDraft) -> None:
        """Show what is given, and how the check of it stands."""
        is_checked = draft.tripletex is not None
        self._consumer.show_secret(draft.consumer, is_checked=is_checked)
        self._employee.show_secret(draft.employee, is_checked=is_checked)
        self._show_clients(draft)
        can_check = bool(draft.consumer and draft.employee)
        self.check.setEnabled(can_check)
        self.check.setToolTip("" if can_check else self.tr("Paste both tokens first."))
        self._show_outcome(draft)

    def _show_clients(self, draft: SetupDraft) -> None:
        clients = draft.tripletex.clients if draft.tripletex else ()
        for widget in (self._client_label, self._client):
            widget.setVisible(bool(clients))
        with QSignalBlocker(self._client):
            if clients != self._shown_clients:
                self._shown_clients = clients
                self._client.clear()
                for company in clients:
                    self._client.addItem(_called(company), company.id)
            self._client.setCurrentIndex(self._client.findData(draft.client_company_id))

    def _show_outcome(self, draft: SetupDraft) -> None:
        for status in (self.status, self._of_consumer, self._of_employee, self._of_client):
            status.clear()
        result = self._controller.result(LiveCheck.TRIPLETEX)
        if self._controller.running(LiveCheck.TRIPLETEX):
            self.status.show_running()
        elif result is not None and result.problem is not None:
            self._status_of(result.problem).show_problem(result.problem, draft.environment)
        elif draft.company is not None:
            self.status.show_result(
                Tone.OK, self.tr("Connected to {company}").format(company=_called(draft.company))
            )
        elif draft.tripletex is not None:
            self.status.show_result(
                Tone.SHOULD_CHECK,
                self.tr("The accountant's key is accepted. Choose the client company."),
            )
        for status in (self._of_consumer, self._of_employee, self._of_client):
            status.setVisible(bool(status.text))

    def _status_of(self, problem: Problem) -> RemedyStatus:
        if problem.code in OF_CONSUMER:
            return self._of_consumer
        if problem.code in OF_EMPLOYEE:
            return self._of_employee
        is_of_client = problem.code in OF_CLIENT and self._client.isVisibleTo(self)
        return self._of_client if is_of_client else self.status

    def _connect(self) -> None:
        self._consumer.edited.connect(self._take_consumer)
        self._employee.edited.connect(self._take_employee)
        self._client.activated.connect(self._choose_client)
        self.check.clicked.connect(self._check)
        for field in (self._consumer, self._employee):
            field.entered.connect(self._check_once)
        for status in (self.status, self._of_consumer, self._of_employee, self._of_client):
            status.environment_doubted.connect(self.environment_doubted)
            status.repeat_wanted.connect(self._check)

    @Slot()
    def _take_consumer(self) -> None:
        self._controller.update(lambda draft: replace(draft, consumer=self._consumer.secret))

    @Slot()
    def _take_employee(self) -> None:
        self._controller.update(lambda draft: replace(draft, employee=self._employee.secret))

    @Slot(int)
    def _choose_client(self, index: int) -> None:
        company_id = self._client.itemData(index)
        self._controller.update(lambda draft: replace(draft, client_company_id=company_id))
        self._controller.start(LiveCheck.TRIPLETEX)

    @Slot()
    def _check_once(self) -> None:
        self._controller.start(LiveCheck.TRIPLETEX)

    @Slot()
    def _check(self) -> None:
        self._controller.start_again(LiveCheck.TRIPLETEX)


def _called(company: Company) -> str:
    return f"{company.name} ({company.organization_number})"
