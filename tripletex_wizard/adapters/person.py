"""Who is signed in to this computer, by the name that the operating system shows."""

from __future__ import annotations

import getpass
import os
import sys

_NAME_DISPLAY = 3  # Windows: EXTENDED_NAME_FORMAT.NameDisplay


def name_of_user() -> str:
    """The full name where the operating system has one, else the user name, else nothing."""
    return _full_name().strip() or _account_name()


def user_name() -> str:
    """The short name of the account, or its number when it has no name."""
    return _account_name() or (str(os.getuid()) if hasattr(os, "getuid") else "")


def _account_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account with this id, as in some containers
        return ""


if sys.platform == "win32":

    def _full_name() -> str:
        import ctypes

        size = ctypes.pointer(ctypes.c_ulong(0))
        get_name = ctypes.windll.secur32.GetUserNameExW
        get_name(_NAME_DISPLAY, None, size)
        name = ctypes.create_unicode_buffer(size.contents.value)
        return name.value if get_name(_NAME_DISPLAY, name, size) else ""

else:

    def _full_name() -> str:
        import pwd

        try:
            account = pwd.getpwuid(os.getuid())
        except KeyError:
            return ""
        # GECOS: the full name is the first part, and «&» in it stands for the user name.
        return account.pw_gecos.split(",")[0].replace("&", account.pw_name.capitalize())
