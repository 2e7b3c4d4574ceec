"""A process of a user without special rights; its journal may be one that soon fails."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import partial

from tripletex_wizard import app
from tripletex_wizard.adapters.journal import SqlJournal, sqlite

CAPABILITY_VERSION = 0x20080522  # of linux/capability.h; two sets of three words follow it


def give_up_privileges() -> None:
    """Those by which root ignores permissions; who is not root has none."""
    if sys.platform != "linux" or os.getuid():
        return
    header, none = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.capset(header, none):
        raise OSError(ctypes.get_errno(), "capset")


def set_journal_up() -> None:
    """By JOURNAL_PAGES, the most that it may have, and JOURNAL_PATIENCE, in seconds."""
    if pages := os.environ.get("JOURNAL_PAGES"):
        vars(sqlite)["ON_CONNECT"] = (*sqlite.ON_CONNECT, f"PRAGMA max_page_count = {int(pages)}")
    patience = float(os.environ.get("JOURNAL_PATIENCE", "10"))
    vars(app)["SqlJournal"] = partial(SqlJournal, patience_seconds=patience)
