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
ACTIVE = Atspi.StateType.ACTIVE
FOCUSED, SELECTED = Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED

Found = TypeVar("Found")


class Reader:
    """What can be reached of the program's windows through the accessibility bus."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.seen: set[tuple[str, str]] = set()
        self.nameless: set[str] = set()
        self.clashes: set[str] = set()
        self.heard: list[str] = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:announcement")

    def shown(self, within: Atspi.Accessible | None = None) -> Iterator[Atspi.Accessible]:
        """Everything that is shown now, in all windows or in one of them."""
        if within is not None:
            yield from self._under(within)
            return
        for window in self.windows():
            yield window
            yield from self._under(window)

    def _under(self, outer: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
        for each in self._inside(outer):
            yield each
            if each.get_role_name() not in {"table", LISTS}:  # read by row, or when it is opened
                yield from self._under(each)

    def _inside(self, outer: Atspi.Accessible) -> list[Atspi.Accessible]:
        try:
            inner = [outer.get_child_at_index(each) for each in range(outer.get_child_count())]
            return [each for each in inner if each is not None and is_in(each, SHOWING)]
        except GLib.Error:  # it went away while it was looked at
            return []

    def find(self, name: str, *, enabled: bool = True) -> Atspi.Accessible:
        """The control with this name, once it is there and can be used."""
        return self.wait(
            f"«{name}»",
            lambda: self._first(
                lambda each: (
                    plain(each) == name
                    and each.get_role_name() in NAMED
                    and (not enabled or is_in(each, ENABLED))
                )
            ),
        )

    def named(self, start: str) -> str:
        """The whole name of the first control whose name begins so, once it is there."""
        return self.wait(
            f"«{start}»",
            lambda: next((each for each in self.names() if each.startswith(start)), None),
        )

    def find_text(self, start: str) -> str:
        """The first text that begins so, once it is there."""
        return plain(self.wait(f"«{start}»", lambda: self._first_text(start)))

    def _first_text(self, start: str) -> Atspi.Accessible | None:
        return self._first(
            lambda each: each.get_role_name() == "label" and plain(each).startswith(start)
        )

    def window(self, name: str) -> Atspi.Accessible:
        """The window whose title begins so, once it is there."""
        return self.wait(
            f"the window «{name}»",
            lambda: next((each for each in self.windows() if plain(each).startswith(name)), None),
        )

    def windows(self) -> list[Atspi.Accessible]:
        """The windows that are open, the newest first."""
        desktop = Atspi.get_desktop(0)
        programs = [desktop.get_child_at_index(each) for each in range(desktop.get_child_count())]
        ours = [each for each in programs if each and each.get_process_id() == self._process.pid]
        return [window for each in ours for window in reversed(self._inside(each))]

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
            self._listen()
        sys.exit(
            f"{what} never came; there is {self.names()}, {self.texts()}; it was said {self.heard}"
        )

    def until_said(self, start: str) -> str:
        """The announcement that begins so, once it has been made."""
        return self.wait(
            f"the announcement «{start}»",
            lambda: next((each for each in self.heard if each.startswith(start)), None),
        )

    def _hear(self, event: Atspi.Event) -> None:
        self.heard.append(str(event.any_data).replace("\xa0", " "))

    def _listen(self) -> None:
        time.sleep(A_MOMENT)
        while GLib.MainContext.default().iteration(may_block=False):
            pass

    def _first(self, fits: Callable[[Atspi.Accessible], bool]) -> Atspi.Accessible | None:
        return next((each for each in self.shown() if fits(each)), None)

    def names(self) -> list[str]:
        """What the controls are called that are shown now, in their order."""
        return [plain(each) for each in self._controls()]

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
        self.find_text(title)
        self.note(title)

    def note(self, title: str, within: Atspi.Accessible | None = None) -> None:
        """Note what is called what, what is called nothing, and keys that are no one's own."""
        for each in self._controls(within):
            self.seen.add((title, plain(each)))
            if not plain(each).strip():
                self.nameless.add(f"{title}: {each.get_role_name()}")
        self._note_clashes(title, self._controls(within or self.windows()[0]))

    def _note_clashes(self, title: str, controls: list[Atspi.Accessible]) -> None:
        """Letters of an open menu are its own: they hide those of the window."""
        reached: dict[tuple[str, str], list[str]] = {}
        for each in controls:
            outer = each.get_parent()
            menu = plain(outer) if outer.get_role_name() in {"menu", "popup menu"} else ""
            for key in alt(each):
                reached.setdefault((menu, key), []).append(plain(each))
        self.clashes |= {f"{title}: {key}, {two}" for key, two in reached.items() if len(two) > 1}

    def _controls(self, within: Atspi.Accessible | None = None) -> list[Atspi.Accessible]:
        return [each for each in self.shown(within) if each.get_role_name() in NAMED]

    def column(self, name: str, place: int) -> list[str]:
        """One column of a table, without its heading."""
        table = self.find(name).get_table_iface()
        cells = [table.get_accessible_at(row, place) for row in range(table.get_n_rows())]
        return [plain(cell).partition(": ")[2] for cell in cells]

    def rows(self, name: str) -> list[dict[str, str]]:
        """All cells of a table by their headings; each says both, also what is scrolled away."""
        table = self.find(name).get_table_iface()
        columns = range(table.get_n_columns())
        headings = [plain(table.get_column_header(column)) for column in columns]
        return [
            dict(
                self._cell(name, headings[column], table.get_accessible_at(row, column))
                for column in columns
            )
            for row in range(table.get_n_rows())
        ]

    def _cell(self, name: str, heading: str, cell: Atspi.Accessible) -> tuple[str, str]:
        said, _, value = plain(cell).partition(": ")
        self.seen.add((name, plain(cell)))
        if said != heading or not value:
            self.nameless.add(f"{name}: «{plain(cell)}» under «{heading}»")
        return heading, value

    def select(self, name: str, rows: list[int]) -> None:
        """Have these rows of a table selected, and no others."""
        table = self.find(name).get_table_iface()
        for row in table.get_selected_rows():
            table.remove_row_selection(row)
        for row in rows:
            table.add_row_selection(row)

    def choose(self, name: str, wanted: str) -> None:
        """Open the list that shows `name`, and choose from it by its first letters."""
        shown = self.find(name)
        shown.get_action_iface().do_action(0)
        self.wait("the open list", lambda: is_in(shown.get_child_at_index(0), SHOWING))
        keys(*wanted)
        keys("Return")
        self.wait(f"«{wanted}» in its place", lambda: plain(shown).startswith(wanted))

    def go_to(self, name: str) -> None:
        """Put the keys on the control with this name."""
        control = self.find(name)
        control.get_component_iface().grab_focus()
        self.wait(f"the keys on «{name}»", lambda: is_in(control, FOCUSED))


def keys(*pressed: str) -> None:
    """Press keys, one combination after the other, where the keys are now."""
    subprocess.run(["xdotool", "key", *pressed], check=True)


def write(text: str) -> None:
    """Type a text where the keys are now."""
    subprocess.run(["xdotool", "type", text], check=True)


def alt(each: Atspi.Accessible) -> list[str]:
    """The keys with Alt that it is reached by; once, for all of its actions."""
    actions = each.get_action_iface()
    if actions is None:
        return []
    keys = {actions.get_key_binding(place) for place in range(actions.get_n_actions())}
    return [key for key in keys if key.startswith("Alt+")]


def is_in(each: Atspi.Accessible, state: Atspi.StateType) -> bool:
    """Whether it is enabled, showing, focused or the like."""
    found: bool = each.get_state_set().contains(state)
    return found


def plain(each: Atspi.Accessible) -> str:
    """Its name, without the marks of letters for Alt and of places where a line may break."""
    name: str = each.get_name() or ""
    return name.replace("&", "").replace("\N{ZERO WIDTH SPACE}", "").replace("\xa0", " ")
