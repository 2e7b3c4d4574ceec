from __future__ import annotations

import os

import pytest

from tripletex_wizard.adapters.tripletex import session


@pytest.fixture(scope="session")
def tapes_in_all() -> int:
    """How many tapes are played in memory; `make exactly-once` plays more."""
    return int(os.environ.get("TAPES", "2000"))


@pytest.fixture(autouse=True)
def _unmasked_logs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of programs in one: each would make the mask of the log longer, and slower."""
    monkeypatch.setattr(session, "register", lambda _secret: None)
