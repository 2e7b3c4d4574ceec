from __future__ import annotations

import os
import sys

import pytest

from tripletex_wizard.adapters.person import user_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no pwd")


def test_the_account_tells_its_short_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "kari")
    assert user_name() == "kari"


def test_an_account_that_is_not_registered_has_its_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.setattr("pwd.getpwuid", unknown)
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    assert user_name() == str(os.getuid())
