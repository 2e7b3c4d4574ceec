"""The chips above the table, each with its count, and the choice of payment method and period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from tripletex_wizard.gui.orders.table.filters import RARE, Kind, OrderFilter, Period
from tripletex_wizard.gui.orders.table.kinds import kind_explained, kind_name, period_name
from tripletex_wizard.gui.parts.flow import FlowLayout
from tripletex_wizard.gui.theme import STEP

_PERIODS = (Period.WEEK, Period.MONTH, Period.QUARTER, Period.ALL)


class FilterBar(QWidget):
    """Shows the filter and says what a person chooses. One chip is always checked.

    Tab comes to the checked chip; arrows choose among them.
    """

    kind_chosen = Signal(Kind)
    method_chosen = Signal(str)
    period_chosen = Signal(Period)

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Kind, int] = dict.fromkeys(Kind, 0)
        self._group = QButtonGroup(self)
        self._chips = {kind: self._chip() for kind in Kind}
        self._methods, self._periods = QComboBox(), QComboBox()
        self._methods.addItem("", "")
        for period in _PERIODS:
            self._periods.addItem("", period)
        for combo in (self._methods, self._periods):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # A screen reader ticks without a click.
        self._group.buttonToggled.connect(self._chip_toggled)
        self._methods.activated.connect(self._method_activated)
        self._periods.activated.connect(self._period_activated)
        self._arrange()
        self._retranslate()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What Tab shall go through, in this order."""
        return (*self._chips.values(), self._methods, self._periods)

    @property
    def shown(self) -> str:
        """The checked chip, with how many orders the rest of the filter leaves it."""
        button = self._group.checkedButton()
        return button.text() if button else ""

    def show_filter(
        self,
        shown: OrderFilter,
        counts: Mapping[Kind, int],
        totals: Mapping[Kind, int],
        methods: Sequence[str],
    ) -> None:
        """`counts` are by the rest of the filter, `totals` of all orders."""
        self._counts = counts
        with QSignalBlocker(self._group):
            self._chips[shown.kind].setChecked(True)
        for kind, chip in self._chips.items():
            chip.setVisible(kind not in RARE or bool(totals[kind]) or kind is shown.kind)
        self._count()
        self._offer_methods(methods, shown.method)
        self._periods.setCurrentIndex(_PERIODS.index(shown.period))

    def _chip(self) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("chip", "true")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.addButton(chip)
        return chip

    def _arrange(self) -> None:
        chips = QWidget()
        flow = FlowLayout(STEP - 2)
        for chip in self._chips.values():
            flow.addWidget(chip)
        chips.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(chips, 1)
        layout.addWidget(self._methods, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._periods, alignment=Qt.AlignmentFlag.AlignTop)

    def _count(self) -> None:
        for kind, chip in self._chips.items():
            chip.setText(f"{kind_name(kind)} {QLocale().toString(self._counts[kind])}")

    def _offer_methods(self, methods: Sequence[str], chosen: str) -> None:
        """The chosen one stays on offer though no order has it any more."""
        offered = ["", *methods]
        if chosen not in offered:
            offered.append(chosen)
        with QSignalBlocker(self._methods):
            if offered != [self._methods.itemData(place) for place in range(self._methods.count())]:
                self._methods.clear()
                for method in offered:
                    self._methods.addItem(method or self.tr("All payment methods"), method)
            self._methods.setCurrentIndex(offered.index(chosen))

    @Slot(QAbstractButton, bool)
    def _chip_toggled(self, chip: QAbstractButton, checked: bool) -> None:
        if checked:
            self.kind_chosen.emit(next(kind for kind, each in self._chips.items() if each is chip))

    @Slot(int)
    def _method_activated(self, place: int) -> None:
        self.method_chosen.emit(self._methods.itemData(place))

    @Slot(int)
    def _period_activated(self, place: int) -> None:
        self.period_chosen.emit(_PERIODS[place])

    def _retranslate(self) -> None:
        self._methods.setItemText(0, self.tr("All payment methods"))
        for place, period in enumerate(_PERIODS):
            self._periods.setItemText(place, period_name(period))
        # On Linux and macOS a list is called what is chosen: the description says of what.
        for combo, name in (
            (self._methods, self.tr("Payment method")),
            (self._periods, self.tr("Period")),
        ):
            combo.setAccessibleName(name)
            combo.setAccessibleDescription(name)
        for kind, chip in self._chips.items():
            chip.setToolTip(kind_explained(kind))
            chip.setAccessibleDescription(chip.toolTip())
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
