"""Who is signed in to this computer."""

from __future__ import annotations

import getpass
import os


def user_name() -> str:
    """The short name of the account, or its number when it has no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account with this id, as in some containers
        return str(os.getuid()) if hasattr(os, "getuid") else ""
