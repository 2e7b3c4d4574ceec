"""Drives the program from another process, as a screen reader does: by names, roles and actions.

Runs in a session of `outside.py`. Arguments: the program's Python, and an empty folder. Exit status
0 when the wizard was finished, the order window opened and was quit, and everything had a name.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request

from tests.e2e.screen_reader import PATIENCE, Reader

COMPANY = "Fjord Garn AS"
MUST_FIX = 3


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
        assert not reader.clashes, f"pressed for two things: {sorted(reader.clashes)}"
        assert not reader.nameless, f"without a name: {sorted(reader.nameless)}"
        print(f"{len(reader.seen)} controls, all with a name")  # noqa: T201
    finally:
        for each in (program, practice):
            each.terminate()
            each.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
