"""The right side of the order window: the order that is chosen, or what several come to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.gui.orders.detail.order_sheet import OrderSheet
from tripletex_wizard.gui.orders.detail.selection_sheet import SelectionSheet
from tripletex_wizard.gui.orders.detail.status_box import StatusBox
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.parts import Card, Label
from tripletex_wizard.gui.theme import MUTED, STEP

_NARROWEST = 45 * STEP


class OrderDetail(Card):
    """Scrolls when an order needs more room; the status stays at the foot.

    Signals of one order carry its number, and are those of `OrderSheet` and `StatusBox`.
    """

    transfer_again_asked = Signal(str)
    check_asked = Signal(str)
    mark_asked = Signal(str)
    unmark_asked = Signal(str)
    original_asked = Signal(str)
    completed_chosen = Signal(str, object)
    update_asked = Signal(str, object)
    possible_changed = Signal()

    def __init__(self, controller: OrderController) -> None:
        super().__init__()
        self._controller = controller
        self._read_at = controller.loaded_at
        self._standing: Standing | None = None
        self._chosen: tuple[Standing, ...] = ()
        self._empty = Label(role=MUTED)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet, self._several = OrderSheet(), SelectionSheet()
        self._status = StatusBox(controller.profile.rules)
        self._area = QScrollArea()
        self._arrange()
        self._connect()
        self._show()
        self.retranslate()

    def show_standing(self, standing: Standing | None) -> None:
        """Show one order, or that none is chosen; what is shown already is not worked out anew."""
        before = self._standing
        if standing is before and not self._chosen:
            return
        self._standing, self._chosen = standing, ()
        self._show()
        if (standing and standing.number) != (before and before.number):
            self._area.verticalScrollBar().setValue(0)

    def show_several(self, standings: Sequence[Standing]) -> None:
        """Show what several chosen orders come to; not worked out anew when they are the same."""
        chosen = tuple(standings)
        if chosen != self._chosen:
            self._standing, self._chosen = None, chosen
            self._show()

    @property
    def can_mark(self) -> bool:
        """Whether the order that is shown can be marked as already booked."""
        return self._standing is not None and self._sheet.can_mark

    @property
    def can_choose_original(self) -> bool:
        """Whether the order that is shown is a credit order whose invoice may be chosen."""
        return self._standing is not None and self._sheet.can_choose_original

    @property
    def can_unmark(self) -> bool:
        """Whether the order that is shown has a mark that can be taken back."""
        return self._standing is not None and self._sheet.can_unmark

    @property
    def can_update(self) -> bool:
        """Whether «Oppdater ordre» of the order that is shown is open."""
        return self._status_row.isVisibleTo(self) and self._status.can_update

    @Slot()
    def press_update(self) -> None:
        """As a press of «Oppdater ordre»."""
        if self.can_update:
            self._status.press()

    def retranslate(self) -> None:
        """All texts in the language that is installed now."""
        self._empty.setText(self.tr("Choose an order to see its lines and postings."))
        self._area.setAccessibleName(self.tr("The chosen order"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _follow_loading(self) -> None:
        """When all is read anew, copies no longer count; names and statuses come last."""
        if self._read_at == self._controller.loaded_at:
            return
        self._read_at = self._controller.loaded_at
        self._status.begin_anew(self._controller.profile.rules)
        self._show()

    def _show(self) -> None:
        standing, types = self._standing, self._controller.payment_types
        self._status_row.setVisible(standing is not None and isinstance(standing.order, Order))
        if self._chosen:
            self._show_only(self._several)
            self._several.show_standings(self._chosen, types)
        elif standing is None:
            self._show_only(self._empty)
        else:
            self._show_only(self._sheet)
            self._sheet.show_standing(standing, types)
            self._show_status()

    def _show_status(self) -> None:
        standing = self._standing
        if standing is not None and isinstance(standing.order, Order):
            self._status.show_order(
                standing.number, standing.order.status, self._controller.statuses
            )

    def _show_only(self, shown: QWidget) -> None:
        for part in (self._empty, self._sheet, self._several):
            part.setVisible(part is shown)

    def _arrange(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(_NARROWEST)
        content = QWidget()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.add_filling(self._area)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)  # the card shows through
        inner = QVBoxLayout(content)
        self._inner = inner
        self._leave_room_for_bar()
        for part in (self._empty, self._sheet, self._several):
            inner.addWidget(part)
        self._status_row = self.add_row(self._status)

    @Slot()
    def _leave_room_for_bar(self) -> None:
        """What is shown is as wide with the scroll bar as without, in line with the status."""
        bar = self._area.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        self._inner.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP - beside, STEP)

    def _connect(self) -> None:
        self._area.verticalScrollBar().rangeChanged.connect(self._leave_room_for_bar)
        self._sheet.transfer_again_asked.connect(self.transfer_again_asked)
        self._sheet.check_asked.connect(self.check_asked)
        self._sheet.original_asked.connect(self.original_asked)
        self._sheet.mark_asked.connect(self.mark_asked)
        self._sheet.unmark_asked.connect(self.unmark_asked)
        self._status.completed_chosen.connect(self.completed_chosen)
        self._status.update_asked.connect(self.update_asked)
        self._status.possible_changed.connect(self.possible_changed)
        self._controller.loading_changed.connect(self._follow_loading)
