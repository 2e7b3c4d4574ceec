"""Which date the invoices get: the last day of the month before where it may be used, or today."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from tripletex_wizard.domain.batch_preview import DateOffer
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.gui.amounts import day
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.theme import MUTED, STEP, Size, font_of
from tripletex_wizard.gui.vat_term_texts import dated_in


class DateChoice(QWidget):
    """Hidden as long as there is nothing to choose; the date in the month before is proposed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offer: DateOffer | None = None
        self._title, self._about = QLabel(), Label(role=MUTED)
        self._title.setFont(font_of(Size.LARGE, strong=True))
        self.radios = {Dating.LAST_MONTH: QRadioButton(), Dating.TODAY: QRadioButton()}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addWidget(self._title)
        for radio in self.radios.values():
            self._group.addButton(radio)
            layout.addWidget(radio)
        layout.addWidget(self._about)
        self._title.setBuddy(self.radios[Dating.LAST_MONTH])
        self.radios[Dating.LAST_MONTH].setChecked(True)
        self.radios[Dating.LAST_MONTH].toggled.connect(self._tell)
        self.hide()

    @property
    def dating(self) -> Dating | None:
        """What is chosen; None when there is nothing to choose."""
        if self._offer is None:
            return None
        return next(each for each, radio in self.radios.items() if radio.isChecked())

    def show_offer(self, offer: DateOffer | None) -> None:
        """Replace the texts; what a person chose stands."""
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is None:
            return
        self._title.setText(self.tr("Invoice &date"))
        proposed = dated_in(offer.earlier, offer.earlier_term)
        self._name(
            Dating.LAST_MONTH,
            self.tr("{date}, proposed").format(date=proposed),
            self.tr(
                "The last day of the month before, for what was delivered by then. Allowed until "
                "the 15th."
            ),
        )
        self._name(
            Dating.TODAY,
            dated_in(offer.issued, offer.issued_term),
            self.tr("The day on which the invoices are issued."),
        )
        self._about.setText(self._explained(offer))

    def _name(self, dating: Dating, text: str, meaning: str) -> None:
        self.radios[dating].setText(text)
        self.radios[dating].setToolTip(meaning)
        self.radios[dating].setAccessibleDescription(meaning)

    def _explained(self, offer: DateOffer) -> str:
        known = self.tr("%n order(s) delivered by {day}.", "", offer.count)
        said = [known.format(day=day(offer.earlier))]
        if offer.others:
            said.append(self.tr("%n order(s) cannot carry that date.", "", offer.others))
        if offer.crosses_year:
            said.append(self._years(offer))
        return " ".join(said)

    def _years(self, offer: DateOffer) -> str:
        text = self.tr(
            "Turn of the year: {earlier} belongs to the accounts of {before}, {issued} to those of "
            "{after}."
        )
        return text.format(
            earlier=day(offer.earlier),
            before=offer.earlier.year,
            issued=day(offer.issued),
            after=offer.issued.year,
        )

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
