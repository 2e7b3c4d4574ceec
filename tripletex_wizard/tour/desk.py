"""The program on practice servers, as a person has it before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWizard

from tripletex_wizard.domain.draft import LiveCheck, Page, SetupDraft
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.menus import OrderMenus
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.surroundings import Surroundings
from tripletex_wizard.gui.orders.table.filters import Kind, kind_of
from tripletex_wizard.gui.orders.table.kinds import kind_name
from tripletex_wizard.gui.orders.window import OrderWindow
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.wizard.window import SetupWizard
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.services.orders import oldest_first
from tripletex_wizard.tour.books import Books
from tripletex_wizard.tour.hands import Hands, UnexpectedError, pause, windows_in_front
from tripletex_wizard.windows import Windows

_SETTLING_MS = 10


class NothingFitsError(Exception):
    """No order is as the step needs one, so that it is left out."""


class Desk(Hands):
    """The wizard and the order window, whichever is open.

    `cast` holds the numbers of the orders that play a part in several steps, by their part.
    """

    def __init__(self, windows: Windows, servers: PracticeServers, size: tuple[int, int]) -> None:
        self.servers = servers
        self.cast: dict[str, tuple[str, ...]] = {}
        self._windows = windows
        self._size = size
        self.open()

    def open(self) -> None:
        """Start the program: what opens is as large as the tour's screen."""
        self._windows.desktop.begin()
        self._take_size()

    def open_again(self) -> None:
        """Close the wizard as a person does, and start it anew: it goes on where it was."""
        windows_in_front()[0].close()
        self.until(lambda: not windows_in_front(), "the wizard closes")
        self.until_idle()
        self.open()
        self.until_idle()

    def leave(self) -> None:
        """Close what is open, and let all work end; the set-up is kept."""
        self.servers.faults.clear()
        while shown := windows_in_front():
            for each in shown:
                each.close()
            self.until_idle()
        pause(_SETTLING_MS)

    def until_idle(self) -> None:
        """Let all work come to its end."""
        self.until(lambda: not self._windows.runner.is_busy, "the work comes to an end")
        pause(_SETTLING_MS)  # what came is shown in the next turn

    def books(self) -> Books:
        """What the practice servers hold now."""
        return Books.of(self.servers)

    def need(self, found: object, what: str) -> None:
        """Leave the step out unless `found` is true."""
        if not found:
            raise NothingFitsError(what)

    def _take_size(self) -> None:
        window = self.front
        window.resize(*self._size)
        window.activateWindow()
        self.until(window.isActiveWindow, "the window comes to the front")

    # the wizard

    @property
    def wizard(self) -> SetupWizard:
        """The wizard, which must be open."""
        found = next((each for each in windows_in_front() if isinstance(each, SetupWizard)), None)
        if found is None:
            raise UnexpectedError("the wizard must be open", self.texts())
        return found

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.wizard.current.page

    @property
    def draft(self) -> SetupDraft:
        """What the wizard holds."""
        return self.wizard.current.controller.draft

    @property
    def profile_names(self) -> tuple[str, ...]:
        """The set-ups that are stored."""
        return self._windows.program.profile_names()

    @property
    def is_next_open(self) -> bool:
        """Whether the page can be left forwards, by Next or, the last one, by Finish."""
        which = QWizard.WizardButton
        buttons = [self.wizard.button(each) for each in (which.NextButton, which.FinishButton)]
        return any(button.isVisible() and button.isEnabled() for button in buttons)

    def is_running(self, check: LiveCheck) -> bool:
        """Whether a check is under way."""
        return self.wizard.current.controller.running(check)

    def press_next(self) -> None:
        """Alt+N, and wait for the next page."""
        before = self.page
        self.expect(self.is_next_open, "Next is closed")
        self.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        self.until(lambda: self.page != before, "the next page comes")

    # the order window

    @property
    def orders(self) -> Surroundings:
        """The order window's surroundings; the window must have been opened."""
        opened = self._windows.desktop.orders
        if opened is None:
            raise UnexpectedError("the order window must be open", self.texts())
        return opened

    @property
    def window(self) -> OrderWindow:
        """The order window."""
        window = self.orders.window
        assert isinstance(window, OrderWindow)
        return window

    @property
    def menus(self) -> OrderMenus:
        """Its menu bar."""
        return self.orders.menus

    @property
    def controller(self) -> OrderController:
        """What it holds."""
        return self.orders.controller

    def until_orders_open(self) -> None:
        """Wait for the order window, and make it as large as the tour's screen."""
        self.until(lambda: isinstance(self.front, OrderWindow), "the order window opens")
        self._take_size()

    def standing(self, number: str) -> Standing:
        """How an order stands."""
        return self.controller.standings[number]

    def state(self, number: str) -> TransferState:
        """The state that an order is shown with."""
        return self.standing(number).state

    def of_state(
        self,
        state: TransferState,
        fits: Callable[[Standing], object] = bool,
        *,
        free: bool = True,
    ) -> tuple[str, ...]:
        """The orders in this state that fit, the first finished first.

        Without `free` also those that play a part already.
        """
        taken = {number for numbers in self.cast.values() for number in numbers if free}
        rows = [
            row
            for row in self.controller.standings.values()
            if row.state is state and row.number not in taken and fits(row)
        ]
        return tuple(order.number for order in oldest_first(row.order for row in rows))

    def actors(self, part: str) -> tuple[str, ...]:
        """The orders that play `part`; the step is left out when there are none."""
        found = self.cast.get(part, ())
        self.need(found, f"no order is «{part}»")
        return found

    def actor(self, part: str) -> str:
        """The first of them."""
        return self.actors(part)[0]

    def show_kind(self, kind: Kind) -> None:
        """Click a chip above the table."""
        count = QLocale().toString(self.window.model.counts()[kind])
        self.click(f"{kind_name(kind)} {count}")

    def choose_orders(self, numbers: Iterable[str], kind: Kind | None = None) -> None:
        """Click the orders' rows, with Ctrl from the second on, under the chip they stand under."""
        wanted = tuple(numbers)
        self.show_kind(kind or kind_of(self.state(wanted[0])))
        for place, number in enumerate(wanted):
            held = Qt.KeyboardModifier.ControlModifier if place else None
            self._click_row(number, held or Qt.KeyboardModifier.NoModifier)
        self.expect(set(self.window.selected) == set(wanted), f"{wanted} must be chosen")

    def _click_row(self, number: str, held: Qt.KeyboardModifier) -> None:
        view, model = self.window.table.view, self.window.model
        place = model.place_of(number)
        self.expect(place is not None, f"{number} is not in the table")
        index = model.index(place, 0) if place is not None else QModelIndex()
        view.scrollTo(index)
        where = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, where)
        QApplication.processEvents()

    def close_batch(self) -> None:
        """Put away the summary of the last batch, if it is still there."""
        if isinstance(self.front, BatchDialog):
            self.close_dialog()

    def until_batch_is_over(self) -> None:
        """Let every order of the newest batch come to its outcome, and all work to its end."""
        self.until(self._batch_is_over, "every order has its outcome")
        self.until_idle()

    def _batch_is_over(self) -> bool:
        return self.controller.batch is not None and self.controller.batch.is_over
