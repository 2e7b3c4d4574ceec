"""`tripletex-wizard` without the rights by which root ignores permissions; its clock is in a hurry.

Two settings are for tests alone, from the environment: JOURNAL_PAGES is the most that a journal may
have (`PRAGMA max_page_count`), JOURNAL_PATIENCE the seconds that it waits for another's lock.
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import partial

from tests.e2e.hurried_program import HurriedClock
from tripletex_wizard import app
from tripletex_wizard.adapters.journal import SqlJournal, sqlite
from tripletex_wizard.cli import main

CAPABILITY_VERSION = 0x20080522  # of linux/capability.h; two sets of three words follow it


def give_up_privileges() -> None:
    """Every capability of this process; a user without root's rights has none to give up."""
    if sys.platform != "linux" or os.getuid():
        return
    header, none = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.capset(header, none):
        raise OSError(ctypes.get_errno(), "capset")


def set_journal_up() -> None:
    if pages := os.environ.get("JOURNAL_PAGES"):
        vars(sqlite)["ON_CONNECT"] = (*sqlite.ON_CONNECT, f"PRAGMA max_page_count = {int(pages)}")
    patience = float(os.environ.get("JOURNAL_PATIENCE", "10"))
    vars(app)["SqlJournal"] = partial(SqlJournal, patience_seconds=patience)


if __name__ == "__main__":
    give_up_privileges()
    set_journal_up()
    vars(app)["SystemClock"] = HurriedClock
    sys.exit(main())
