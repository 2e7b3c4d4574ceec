"""A set-up that is imported once more: what it may change, and what it never loses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.office import Office, setup_document
from tests.e2e.shop_orders import an_order
from tripletex_wizard import app
from tripletex_wizard.adapters.mystore.client import MystoreClient

WRONG_USE = 2


def rules(office: Office) -> dict[str, str]:
    found: dict[str, str] = json.loads(office.run("setup", "export").out)
    return found


def test_a_file_without_a_start_date_keeps_the_profile_s(office: Office) -> None:
    before = rules(office)["start_date"]
    document = setup_document()
    del document["start_date"]
    assert before != date.today().isoformat()  # noqa: DTZ011 (either zone will do)
    assert office.run("setup", "import", office.file("igjen.json", document)).status == 0
    assert rules(office)["start_date"] == before


def test_a_lost_settings_file_does_not_free_the_number_prefix(office: Office) -> None:
    office.sell(an_order())
    assert office.run("transfer", "--pending").status == 0
    office.settings_path.unlink()
    ran = office.import_setup(number_prefix="NY-")
    assert (ran.status, office.settings_path.exists()) == (WRONG_USE, False)
    assert office.import_setup().status == 0
    assert office.run("transfer", "--pending", "--json").rows == []


@pytest.mark.parametrize(
    "words", [("transfer", "--pending"), ("setup", "check"), ("diagnose", "--out", "funn.json")]
)
def test_every_command_closes_its_connections_to_the_shop(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    opened: list[MystoreClient] = []
    closed: list[MystoreClient] = []

    class Noted(MystoreClient):
        def __init__(self, *given: Any, **more: Any) -> None:
            super().__init__(*given, **more)
            opened.append(self)

        def close(self) -> None:
            super().close()
            closed.append(self)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(app, "MystoreClient", Noted)
    assert office.run(*words).status == 0
    assert opened != []
    assert set(closed) == set(opened)
