"""Drives the order window from another process, as a screen reader does, and compares with books.

Runs in a session of `outside.py`. Arguments: the program's Python, and an empty folder. Exit status
0 when everything had a name, what was done was told, and the practice servers hold what was read.
"""

from __future__ import annotations

import json
import sys
import urllib.request
from collections.abc import Iterable
from typing import Any

from tests.e2e.practising import practising
from tests.e2e.screen_reader import Reader, keys

ORDERS = "Ordrer"
ORDER, STATUS, TRANSFER = 0, 5, 7
SOME = ("10435", "10444", "10448", "10457", "10459")
NEW_ORDER = {"service": "tripletex", "method": "POST", "path": "/v2/order"}
REFUSED = {**NEW_ORDER, "kind": "status", "status": 422, "skip": 2}
SLOW = {**NEW_ORDER, "kind": "delay", "seconds": 3, "skip": 1}  # the fifth: three are the other's


def main(python: str, folder: str) -> None:
    with practising(python, folder) as (program, control):
        reader = Reader(program)
        walk(reader, control)
        assert program.wait(20) == 0, "the program ended badly"
    assert not reader.clashes, f"pressed for two things: {sorted(reader.clashes)}"
    assert not reader.nameless, f"without a name: {sorted(reader.nameless)}"
    print(f"{len(reader.seen)} controls and cells, all with a name")  # noqa: T201


def walk(reader: Reader, control: str) -> None:
    read_window(reader)
    fail_once_and_try_again(reader, control)
    read_details(reader)
    booked = complete_an_order(reader)
    mark_and_take_back(reader)
    filter_and_search(reader)
    read_the_check(reader)
    agree(json.load(urllib.request.urlopen(f"{control}/state")), {*SOME, booked})
    switch_language(reader)
    reader.press("File")
    reader.press("Quit")


def read_window(reader: Reader) -> None:
    reader.find_text("Fjord Garn AS · Tripletex øvelse · oppdatert")
    reader.note("the window")
    texts = reader.texts()
    assert texts[0] == "ØVELSE – ingenting her er ekte"  # what it is comes before all else
    assert texts.index("Ordrer til overføring") < texts.index("Ordrestatus")
    orders = reader.rows(ORDERS)
    assert len(orders) == 31
    assert orders[0]["Sum"] == "969,00 kr"


def fail_once_and_try_again(reader: Reader, control: str) -> None:
    tell(control, "faults", [REFUSED, SLOW])
    select(reader, SOME)
    reader.press("Overfør 5 …")
    dialog = reader.window("Overfør 5 ordrer til Tripletex")
    reader.note("transfer dialog", dialog)
    told = reader.texts(dialog)
    assert "5 som faktura, etter betalingsmetode." in told, told
    assert any(each.startswith("Ingen e-post sendes.") for each in told), told
    reader.press("Overfør 5")
    follow(reader)
    summary = reader.window("4 av 5 ordrer er overført")
    reader.note("summary", summary)
    assert "Feilet" in reader.texts(summary), reader.texts(summary)
    reader.until_said("4 av 5 ordrer er overført")
    reader.press("Vis alle")
    assert [row["Tilstand"] for row in reader.rows("Alle ordrer i overføringen")].count("Feilet")
    keys("Escape")
    reader.until_closed("Alle ordrer")
    reader.press("Prøv 1 på nytt")
    reader.window("5 av 5 ordrer er overført")
    reader.press("Lukk")
    reader.until_closed("5 av 5")


def follow(reader: Reader) -> None:
    """The value of the bar goes up, as a screen reader tells it."""
    bar = reader.find("Ordrer som er ferdige").get_value_iface()
    assert bar.get_maximum_value() == 5
    reader.wait("the last order", lambda: bar.get_current_value() == 4)


def read_details(reader: Reader) -> None:
    reader.press("Overført 5")
    select(reader, ["10457"])
    reader.find_text("Ordre 10457")
    assert "Overført" in reader.texts()
    for start in ("Kontering", "1500 Kundefordringer", "Debet: 730,00", "Kredit: 730,00"):
        reader.find_text(start)
    reader.note("details")


def complete_an_order(reader: Reader) -> str:
    """With a status that counts as completed the dialog opens; afterwards it is booked."""
    reader.press("Ikke fullført 15")
    number = first(reader, STATUS, "Under behandling")
    select(reader, [number])
    reader.find_text(f"Ordre {number}")
    reader.choose("Under behandling", "Send")
    dialog = reader.window("Overfør 1 ordre til Tripletex")
    reader.note("transfer dialog of one", dialog)
    reader.press("Overfør 1")
    reader.until_said(f"{number} er overført som faktura")
    reader.press("Lukk")
    reader.until_closed(f"{number} er overført")
    return number


def mark_and_take_back(reader: Reader) -> None:
    reader.press(reader.named("Klare"))
    number = first(reader, TRANSFER, "Klar")
    select(reader, [number])
    reader.press("Ordre")
    reader.press("Marker som allerede bokført …")
    reader.note("mark dialog", reader.window("Marker som allerede bokført"))
    reader.write("Bilags- eller fakturanummer", "4711")
    reader.write("Grunn", "fakturert for hånd")
    reader.press("Marker som bokført")
    reader.until_said(f"Ordre {number}: ")
    reader.press(reader.named("Overført"))
    select(reader, [number])
    reader.press("Ta tilbake merkingen")
    reader.until_said(f"Ordre {number}: Klar")


def filter_and_search(reader: Reader) -> None:
    reader.press(reader.named("Alle"))
    reader.write("Søk", "Kari Eksempel")
    found = int(reader.until_said("Alle ").removeprefix("Alle "))
    rows = reader.rows(ORDERS)
    assert len(rows) == found
    assert {row["Kunde"] for row in rows} == {"Kari Eksempel"}
    reader.note("search")
    reader.press("Tøm søket")
    reader.wait("all orders", lambda: len(reader.rows(ORDERS)) > found)


def read_the_check(reader: Reader) -> None:
    reader.press("Oppsett")
    reader.press("Kontroll av oppsettet …")
    board = reader.window("Kontroll av oppsettet")
    reader.until_said("Sist kontrollert")
    reader.note("check of the set-up", board)
    told = reader.texts(board)
    again = [name for name in reader.names() if name.startswith("Kontroller igjen: ")]
    assert again
    for name in again:
        assert name.removeprefix("Kontroller igjen: ") in told
    keys("Escape")
    reader.until_closed("Kontroll av oppsettet")


def switch_language(reader: Reader) -> None:
    reader.press("Vis")
    reader.press("English")
    reader.window("Fjord Garn AS – orders to transfer")
    reader.note("the window in English")
    assert reader.column("Orders", STATUS)


def agree(state: dict[str, Any], booked: set[str]) -> None:
    invoiced = [row["orders"][0]["number"] for row in state["invoices"]]
    assert sorted(invoiced) == sorted(booked), (invoiced, booked)
    assert len(state["mystore"]["emails"]) == 1  # with the status; the set-up sends no invoices


def select(reader: Reader, numbers: Iterable[str]) -> None:
    """Once they are all shown: a press takes a moment to be felt."""
    shown = reader.wait(f"orders {numbers}", lambda: shown_with(reader, numbers))
    reader.select(ORDERS, [shown.index(number) for number in numbers])


def shown_with(reader: Reader, numbers: Iterable[str]) -> list[str] | None:
    shown = reader.column(ORDERS, ORDER)
    return shown if set(numbers) <= set(shown) else None


def first(reader: Reader, column: int, value: str) -> str:
    """The number of the first order that has this in a column, once one is shown."""
    found = reader.wait(
        f"an order with {value}",
        lambda: [n for n, cell in enumerate(reader.column(ORDERS, column)) if cell == value],
    )
    return reader.column(ORDERS, ORDER)[found[0]]


def tell(control: str, what: str, body: list[dict[str, Any]]) -> None:
    request = urllib.request.Request(f"{control}/{what}", json.dumps(body).encode(), method="POST")
    urllib.request.urlopen(request).close()


if __name__ == "__main__":
    main(*sys.argv[1:])
