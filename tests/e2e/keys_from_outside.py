"""Works in the order window with nothing but a keyboard, under a real window manager.

Runs in a session of `outside.py`. Arguments: the program's Python, and an empty folder. Exit status
0 when every key did what it is for, and the books hold what was sent.
"""

from __future__ import annotations

import json
import sys
import urllib.request
from itertools import count

from tests.e2e.practising import practising
from tests.e2e.screen_reader import ACTIVE, FOCUSED, Reader, is_in, keys, write

ORDERS = "Ordrer"
LOOKS_BETWEEN = 60
ORDER_WINDOW = "Fjord Garn AS – "
READ = "Fjord Garn AS · Tripletex øvelse · oppdatert"


def main(python: str, folder: str) -> None:
    with practising(python, folder) as (program, control):
        reader = Reader(program)
        reader.find_text(READ)
        transfer_what_was_searched_for(reader)
        transfer_by_menu_key(reader)
        read_anew(reader)
        go_through_menus(reader)
        state = json.load(urllib.request.urlopen(f"{control}/state"))
        assert len(state["invoices"]) == 3
        assert state["invoices"][0]["orders"][0]["number"] == "10457"
        keys("ctrl+q")
        assert program.wait(20) == 0, "the program ended badly"


def transfer_what_was_searched_for(reader: Reader) -> None:
    """From Ctrl+F to the summary and back; no Tab is needed."""
    keys("ctrl+f")
    write("10457")
    reader.until_said("Alle 1")
    keys("ctrl+a")  # in the field it means the text
    assert chosen(reader) == []
    keys("Return", "Return")
    in_front(reader, "Overfør 1 ordre til Tripletex")
    keys("Return")
    reader.until_said("10457 er overført som faktura")
    in_front(reader, "10457 er overført")
    keys("Return")
    closed(reader, "10457 er overført")
    keys("ctrl+f", "Escape")
    reader.wait("the other orders", lambda: len(reader.column(ORDERS, 0)) == 30)


def transfer_by_menu_key(reader: Reader) -> None:
    """Home, Space and Shift with Down choose; Escape does not send, Ctrl+T asks again."""
    keys("Down", "Home", "space", "shift+Down")
    reader.wait("two chosen rows", lambda: chosen(reader) == [0, 1])
    keys("Return")
    in_front(reader, "Overfør 2 ordrer til Tripletex")
    keys("Escape")
    closed(reader, "Overfør 2 ordrer")
    keys("ctrl+t")
    in_front(reader, "Overfør 2 ordrer til Tripletex")
    keys("Return")
    reader.until_said("2 av 2 ordrer er overført")
    in_front(reader, "2 av 2 ordrer")
    keys("Escape")
    closed(reader, "2 av 2 ordrer")


def read_anew(reader: Reader) -> None:
    reader.heard.clear()
    keys("F5")
    reader.until_said(READ)


def go_through_menus(reader: Reader) -> None:
    """Each opens by its own letter, and Escape leads back to the rows."""
    keys("ctrl+a")
    reader.wait("all rows chosen", lambda: chosen(reader) == list(range(28)))
    keys("Escape")
    reader.wait("no row chosen", lambda: chosen(reader) == [])
    for letter, entry in {
        "f": "Avslutt",
        "o": "Merk alle",
        "v": "English",
        "h": "Diagnose …",
    }.items():
        look_into(reader, letter, entry)
    open_menu(reader, "p", "Kontroll av oppsettet …")
    keys("k")
    in_front(reader, "Kontroll av oppsettet")
    keys("Escape")
    closed(reader, "Kontroll av oppsettet")


def look_into(reader: Reader, letter: str, entry: str) -> None:
    open_menu(reader, letter, entry)
    keys("Escape")  # the menu closes, and the menu bar still has the keys
    reader.wait(f"the end of «{entry}»", lambda: entry not in reader.names())
    keys("Escape")
    reader.wait("the keys on the rows", lambda: is_in(reader.find(ORDERS), FOCUSED))


def open_menu(reader: Reader, letter: str, entry: str) -> None:
    """Once more from the start where it does not come: a window that came to rest may close it."""
    looks = count()

    def is_open() -> bool:
        if entry in reader.names():
            return True
        look = next(looks)
        if look % LOOKS_BETWEEN == 0:
            closing = ("Escape", "Escape") if look else ()
            keys(*closing, f"alt+{letter}")
        return False

    reader.wait(f"«{entry}»", is_open)


def in_front(reader: Reader, window: str) -> None:
    """Wait until the keys reach this window: it may be shown for a while before they do."""
    reader.wait(f"the keys in «{window}»", lambda: is_in(reader.window(window), ACTIVE))


def closed(reader: Reader, window: str) -> None:
    """Wait until the window is gone and the orders have the keys again."""
    reader.until_closed(window)
    in_front(reader, ORDER_WINDOW)


def chosen(reader: Reader) -> list[int]:
    return sorted(reader.find(ORDERS).get_table_iface().get_selected_rows())


if __name__ == "__main__":
    main(*sys.argv[1:])
