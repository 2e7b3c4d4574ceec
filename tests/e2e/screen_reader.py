"""What a screen reader sees and does: names, roles, values and actions, from another process.

Runs on the system's Python, which has the bindings of AT-SPI, in a session of its own (see
`outside.py`). Everything here waits for what must come, and ends the run when it never does.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

PATIENCE = 30.0
A_MOMENT = 0.1
LISTS = "combo box"
NAMED = {
    *("push button", "button", "check box", "radio button", "toggle button", LISTS),
    *("text", "password text", "spin button", "menu", "menu item", "radio menu item"),
    *("check menu item", "progress bar", "table", "table cell", "table column header"),
}
ENABLED, SHOWING = Atspi.StateType.ENABLED, Atspi.StateType.SHOWING
FOCUSED, SELECTED = Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED

Found = TypeVar("Found")


class Reader:
    """What can be reached of the program's windows through the accessibility bus."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.seen: set[tuple[str, str]] = set()
        self.nameless: set[str] = set()

    def shown(self, within: Atspi.Accessible | None = None) -> Iterator[Atspi.Accessible]:
        """Everything that is shown now, in all windows or in one of them."""
        if within is not None:
            yield from self._under(within)
            return
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(place)
            if program is not None and program.get_process_id() == self._process.pid:
                yield from self._under(program)

    def _under(self, outer: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
        try:
            inner = [outer.get_child_at_index(each) for each in range(outer.get_child_count())]
            shown = [each for each in inner if each is not None and is_in(each, SHOWING)]
        except GLib.Error:  # it went away while it was looked at
            return
        for each in shown:
            yield each
            if each.get_role_name() != "table":  # its cells are read by row and column
                yield from self._under(each)

    def find(self, name: str, *, enabled: bool = True) -> Atspi.Accessible:
        """The control with this name, once it is there and can be used."""
        return self.wait(
            f"«{name}»",
            lambda: self._first(
                lambda each: plain(each) == name
                and each.get_role_name() in NAMED
                and (not enabled or is_in(each, ENABLED))
            ),
        )

    def find_like(self, start: str, role: str = "") -> Atspi.Accessible:
        """The first thing whose name begins so, once it is there."""
        return self.wait(
            f"«{start}»",
            lambda: self._first(
                lambda each: plain(each).startswith(start) and role in each.get_role_name()
            ),
        )

    def window(self, name: str) -> Atspi.Accessible:
        """The window whose title begins so, once it is there."""
        return self.wait(
            f"the window «{name}»",
            lambda: next((each for each in self.windows() if plain(each).startswith(name)), None),
        )

    def windows(self) -> list[Atspi.Accessible]:
        """The windows that are open."""
        return [each for each in self.shown() if each.get_role_name() in {"frame", "dialog"}]

    def until_closed(self, name: str) -> None:
        """Wait until no window has a title that begins so."""
        self.wait(
            f"the end of «{name}»",
            lambda: not any(plain(each).startswith(name) for each in self.windows()),
        )

    def wait(self, what: str, look: Callable[[], Found | None]) -> Found:
        """What `look` finds, once it finds something."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                found = look()
            except GLib.Error:  # a window closed while it was looked at
                found = None
            if found:
                return found
            time.sleep(A_MOMENT)
        sys.exit(f"{what} never came; there is {sorted(self.names())}, {sorted(self.texts())}")

    def _first(self, fits: Callable[[Atspi.Accessible], bool]) -> Atspi.Accessible | None:
        return next((each for each in self.shown() if fits(each)), None)

    def names(self) -> set[str]:
        """What the controls are called that are shown now."""
        return {plain(each) for each in self._controls()}

    def texts(self, within: Atspi.Accessible | None = None) -> list[str]:
        """What can be read that is no control, as it is read out."""
        labels = [each for each in self.shown(within) if each.get_role_name() == "label"]
        return [plain(each) for each in labels]

    def press(self, name: str) -> None:
        """Do what the control with this name is for."""
        self.find(name).get_action_iface().do_action(0)

    def write(self, name: str, text: str) -> None:
        """Replace what stands in a field."""
        self.find(name).get_editable_text_iface().set_text_contents(text)

    def arrive(self, title: str) -> None:
        """Wait for a page, and note what on it has no name."""
        self.find_like(title)
        self.note(title)

    def note(self, title: str, within: Atspi.Accessible | None = None) -> None:
        """Note what is called what, and what is called nothing."""
        for each in self._controls(within):
            self.seen.add((title, plain(each)))
            if not plain(each).strip():
                self.nameless.add(f"{title}: {each.get_role_name()}")

    def _controls(self, within: Atspi.Accessible | None = None) -> list[Atspi.Accessible]:
        return [each for each in self.shown(within) if each.get_role_name() in NAMED]


def is_in(each: Atspi.Accessible, state: Atspi.StateType) -> bool:
    """Whether it is enabled, showing, focused or the like."""
    found: bool = each.get_state_set().contains(state)
    return found


def plain(each: Atspi.Accessible) -> str:
    """Its name, without the marks of letters for Alt and of places where a line may break."""
    name: str = each.get_name() or ""
    return name.replace("&", "").replace("\N{ZERO WIDTH SPACE}", "").replace("\xa0", " ")
