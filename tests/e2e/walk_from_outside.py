"""Drives the program from another process, as a screen reader does: by names, roles and actions.

Runs on the system's Python, which has the bindings of AT-SPI, in a session of its own: X server,
window manager, session bus and an unlocked keyring. Arguments: the program's Python, and an empty
folder. Exit status 0 when the wizard was finished, the order window opened and was quit, and
everything had a name.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

PATIENCE = 30.0
A_MOMENT = 0.1
COMPANY = "Fjord Garn AS"
MUST_FIX = 3
NAMED = {
    *("push button", "button", "check box", "radio button", "toggle button", "combo box"),
    *("text", "password text", "spin button", "menu", "menu item"),
}


class Reader:
    """What can be reached of the program's windows through the accessibility bus."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.seen: set[tuple[str, str]] = set()
        self.nameless: set[str] = set()

    def shown(self) -> Iterator[Atspi.Accessible]:
        """Everything that is shown now."""
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(place)
            if program is not None and program.get_process_id() == self._process.pid:
                yield from self._under(program)

    def _under(self, outer: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
        try:
            inner = [outer.get_child_at_index(each) for each in range(outer.get_child_count())]
            shown = [each for each in inner if each is not None and self._is_shown(each)]
        except GLib.Error:  # it went away while it was looked at
            return
        for each in shown:
            yield each
            yield from self._under(each)

    def _is_shown(self, each: Atspi.Accessible) -> bool:
        shown: bool = each.get_state_set().contains(Atspi.StateType.SHOWING)
        return shown

    def find(self, name: str, *, enabled: bool = True) -> Atspi.Accessible:
        """The control with this name, once it is there and can be used."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = self._found(name, enabled=enabled)
            if found is not None:
                return found
            time.sleep(A_MOMENT)
        sys.exit(f"«{name}» never came; there is {sorted(self.names())}")

    def _found(self, name: str, *, enabled: bool) -> Atspi.Accessible | None:
        try:
            for each in self._controls():
                usable = each.get_state_set().contains(Atspi.StateType.ENABLED)
                if each.get_name().replace("&", "") == name and (usable or not enabled):
                    return each
        except GLib.Error:  # a window closed while it was looked at
            return None
        return None

    def names(self) -> set[str]:
        return {each.get_name() for each in self._controls()}

    def press(self, name: str) -> None:
        self.find(name).get_action_iface().do_action(0)

    def write(self, name: str, text: str) -> None:
        self.find(name).get_editable_text_iface().set_text_contents(text)

    def arrive(self, title: str) -> None:
        """Wait for a page, and note what on it has no name."""
        deadline = time.monotonic() + PATIENCE
        while not any(each.get_name() == title for each in self.shown()):
            if time.monotonic() > deadline:
                sys.exit(f"the page «{title}» never came; there is {sorted(self.names())}")
            time.sleep(A_MOMENT)
        self.note(title)

    def note(self, title: str) -> None:
        for each in self._controls():
            self.seen.add((title, each.get_name()))
            if not each.get_name().strip():
                self.nameless.add(f"{title}: {each.get_role_name()}")

    def _controls(self) -> list[Atspi.Accessible]:
        return [each for each in self.shown() if each.get_role_name() in NAMED]


def walk(reader: Reader, servers: dict[str, str]) -> None:
    """From the first page to the last."""
    reader.arrive("Før du starter")
    for name in ("Alt dette er på plass", "Mystores egen overføring er av", "Øvelse", "Neste"):
        reader.press(name)
    reader.arrive("Koble til")
    reader.write("consumer token til Tripletex", servers["consumer_token"])
    reader.write("employee token til Tripletex", servers["employee_token"])
    reader.write("token til Mystore", servers["mystore_token"])
    reader.press("Kontroller Tripletex")
    reader.press("Kontroller Mystore")
    reader.press("Neste")
    reader.arrive("Kontroll av Tripletex")
    activate_all_codes(servers["control_url"])
    reader.press("Kontroller alt på nytt")
    reader.press("Neste")
    reader.arrive("Koble betalingsmetoder")
    reader.press("Godta 8 forslag")
    reader.note("Koble betalingsmetoder")
    reader.write("Bekreftes av", "Rita Regnskap")
    reader.press("Jeg ønsker å føre betalingsmodulene på denne måten")
    for step in ("Overføring", "Prøveoverføring", "Oppsummering"):
        reader.press("Neste")
        reader.find(f"Trinn {STEPS[step]}, {step}, her er du", enabled=False)
        reader.note(step)
    reader.write("Bekreftet av", "Rita Regnskap")
    reader.press("Fullfør")
    reader.press("Fil")  # of the order window, which opens then
    reader.press("Avslutt")


STEPS = {"Overføring": 5, "Prøveoverføring": 6, "Oppsummering": 7}


def activate_all_codes(control: str) -> None:
    codes = ["3", "31", "32", "33", "5", "6", "52"]
    body = json.dumps({"active_vat_codes": codes}).encode()
    request = urllib.request.Request(f"{control}/company", body, method="PUT")
    urllib.request.urlopen(request).close()


def main(python: str, folder: str) -> None:
    practice = subprocess.Popen(
        [python, "-m", "tripletex_wizard.practice"], stdout=subprocess.PIPE, text=True
    )
    assert practice.stdout is not None
    servers = json.loads(practice.stdout.readline())
    env = {
        **os.environ,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "TRIPLETEX_WIZARD_TRIPLETEX_URL": servers["tripletex_url"],
        "TRIPLETEX_WIZARD_MYSTORE_URL": servers["mystore_url"],
    }
    options = ["--profile-dir", folder]
    program = subprocess.Popen([python, "-m", "tripletex_wizard", *options], env=env, text=True)
    try:
        reader = Reader(program)
        walk(reader, servers)
        assert program.wait(PATIENCE) == 0, "the program ended badly"
        check = [python, "-m", "tripletex_wizard", "setup", "check", "--profile", COMPANY, *options]
        assert subprocess.run(check, env=env, check=False).returncode in {0, MUST_FIX}
        assert not reader.nameless, f"without a name: {sorted(reader.nameless)}"
        print(f"{len(reader.seen)} controls, all with a name")  # noqa: T201
    finally:
        for each in (program, practice):
            each.terminate()
            each.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
