"""Run in a session of its own: `python -m ... TASK`; prints the token read, or why it was not."""

from __future__ import annotations

import sys
from contextlib import closing

import secretstorage

from tripletex_wizard.adapters.secrets import KeyringSecrets
from tripletex_wizard.domain.errors import KeyringUnavailable
from tripletex_wizard.domain.secret import Secret


def use(secrets: KeyringSecrets) -> str:
    secrets.store("Fjord Garn / test", "mystore", Secret("æøå" + "x" * 2000))
    kept = secrets.read("Fjord Garn / test", "mystore")
    secrets.forget("Fjord Garn / test", "mystore")
    return f"{len(kept.reveal()) if kept else 0} {secrets.read('Fjord Garn / test', 'mystore')}"


def lock_and_use(secrets: KeyringSecrets) -> str:
    secrets.store("p", "mystore", Secret("abc"))
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()
    return str(secrets.read("p", "mystore"))


if __name__ == "__main__":
    try:
        tasks = {"use": use, "lock": lock_and_use}
        sys.stdout.write(tasks[sys.argv[1]](KeyringSecrets()))
    except KeyringUnavailable as error:
        sys.stdout.write(error.problem.code)
