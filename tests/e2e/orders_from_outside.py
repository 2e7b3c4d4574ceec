"""Drives the order window from another process, as a screen reader does.

Runs in a session of `outside.py`. Argument: the program's Python. Exit status 0 when everything had
a name and the books agree with what was read out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from typing import Any

from tests.e2e.screen_reader import PATIENCE, Reader, plain, is_in, SELECTED, Atspi


def rows_of(table):
    iface = table.get_table_iface()
    n, m = iface.get_n_rows(), iface.get_n_columns()
    heads = [plain(iface.get_column_header(c)) for c in range(m)]
    out = []
    for r in range(n):
        row = {}
        for c in range(m):
            cell = iface.get_accessible_at(r, c)
            name = plain(cell)
            assert cell.get_role_name() == "table cell"
            head, _, value = name.partition(": ")
            assert head == heads[c] and value, (name, heads[c])
            row[head] = value
        out.append(row)
    return out


def keys(*names):
    subprocess.run(["xdotool", "key", *names], check=True)


def select(table, rows):
    iface = table.get_table_iface()
    for r in rows:
        iface.add_row_selection(r)

T0 = time.monotonic()
def said(*what):
    print(f"{time.monotonic()-T0:5.1f}", *what, flush=True)

def walk(reader, control):
    reader.find("Hent nye ordrer")
    reader.find_like("Fjord Garn AS · Tripletex øvelse · oppdatert")
    said("open")
    table = reader.find("Ordrer")
    reader.note("orders")
    orders = rows_of(table)
    said(len(orders), orders[0])
    names=[o["Ordre"] for o in orders]
    select(table, [names.index(n) for n in ("10459","10435","10457")])
    time.sleep(.5)
    said(reader.texts()[-8:], reader.names())
    reader.press("Overfør 3 …")
    d = reader.window("Overfør 3")
    reader.note("dialog", d)
    said(plain(d), reader.texts(d), [(plain(c), c.get_description()) for c in reader._controls(d)])
    keys("Escape")
    reader.until_closed("Overfør 3")
    said("closed; focus")
    table.grab_focus()
    keys("ctrl+a")
    b = reader.find_like("Overfør 28", "button")
    b.get_action_iface().do_action(0)
    d = reader.window("Overfør 28")
    said(reader.texts(d), [(plain(c), c.get_description()) for c in reader._controls(d)])
    reader.wait("button", lambda: next((c for c in reader._controls(d) if plain(c)=="Overfør 28"),None)).get_action_iface().do_action(0)
    bar = reader.find("Ordrer som er ferdige")
    d = bar.get_application()
    values=[]
    while True:
        try:
            v=bar.get_value_iface(); values.append((v.get_current_value(), v.get_maximum_value()))
            if not is_in(bar, Atspi.StateType.SHOWING): break
        except Exception as e:
            said(e); break
        time.sleep(.1)
    said(values)
    said([plain(w) for w in reader.windows()])
    w=reader.windows()[-1]
    said(reader.texts(w), [(plain(c), c.get_description()) for c in reader._controls(w)])


def main(python: str) -> None:
    env = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(
        [python, "-m", "tests.e2e.practising_program"], env=env, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    control = program.stdout.readline().strip()
    try:
        reader = Reader(program)
        walk(reader, control)
        print(reader.nameless)
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
