from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest

from tripletex_wizard.adapters.person import name_of_user, user_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no pwd")


def sign_in(monkeypatch: pytest.MonkeyPatch, full_name: str) -> None:
    account = SimpleNamespace(pw_gecos=full_name, pw_name="kari")
    monkeypatch.setattr("pwd.getpwuid", lambda _: account)
    monkeypatch.setenv("LOGNAME", "kari")


@pytest.mark.parametrize(
    ("gecos", "name"),
    [
        ("Kari Nordmann", "Kari Nordmann"),
        ("Kari Nordmann,Kontor 3,22 33 44 55,", "Kari Nordmann"),
        ("& Nordmann", "Kari Nordmann"),
        ("", "kari"),
        (",,,", "kari"),
    ],
)
def test_the_full_name_is_preferred_to_the_user_name(
    gecos: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(monkeypatch, gecos)
    assert name_of_user() == name


def test_an_account_that_is_not_registered_has_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.setattr("pwd.getpwuid", unknown)
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    assert name_of_user() == ""
    assert user_name() == str(os.getuid())
