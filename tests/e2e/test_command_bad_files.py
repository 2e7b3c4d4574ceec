"""Files that cannot be used: said in Norwegian, and nothing written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.office import Office, Ran, python, setup_document
from tests.e2e.shop_orders import an_order


def refused(office: Office, ran: Ran, *words: str) -> None:
    assert ran.status == 2
    assert ran.out == ""
    assert all(word in ran.err for word in words), ran.err
    assert office.writes == []


def test_a_set_up_file_that_is_not_there(empty_office: Office) -> None:
    ran = empty_office.run("setup", "import", "finnes-ikke.json")
    refused(empty_office, ran, "finnes-ikke.json", "kan ikke leses")
    assert empty_office.state["requests"] == []


def test_a_set_up_file_that_is_not_json(empty_office: Office) -> None:
    path = empty_office.file("oppsett.json", "{payment_mapping: vipps}")
    ran = empty_office.run("setup", "import", path)
    refused(empty_office, ran, "oppsett.json", "ikke gyldig JSON", "linje 1")
    assert empty_office.state["requests"] == []


MAPPING = [{"method": "vipps", "payment_type": "Vipps"}]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"due_days": "fjorten"}, "due_days"),
        ({"start_date": "9.11.2026"}, "start_date"),
        ({"environment": "prod"}, "environment"),
        ({"betalingstyper": []}, "betalingstyper"),
        ({"payment_mapping": [*MAPPING, {"method": "kort"}]}, "payment_mapping.1.payment_type"),
        ({"payment_mapping": [*MAPPING, *MAPPING]}, "payment_mapping"),
        ({"vat": {"zero_reasons": [{"sku": "*", "code": "3"}]}}, "vat.zero_reasons.0.code"),
        ({"version": 2}, "version"),
    ],
)
def test_a_set_up_file_with_a_wrong_field_names_it(
    empty_office: Office, changes: dict[str, object], place: str
) -> None:
    ran = empty_office.import_setup(**changes)
    refused(empty_office, ran, "oppsett.json", place, "Ingenting ble lagret")
    assert not empty_office.settings_path.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"payment_mapping": [{"method": "vipps", "payment_type": "Vips"}]}, ("«Vips»",)),
        ({"gift_card_payment_type": "Kupong"}, ("«Kupong»", "Vis på ordre")),
        ({"completed_statuses": ["Avsendt"]}, ("«Avsendt»", "Ordrestatus")),
    ],
)
def test_a_name_that_does_not_exist(
    empty_office: Office, changes: dict[str, object], words: tuple[str, ...]
) -> None:
    refused(empty_office, empty_office.import_setup(**changes), *words)
    assert not empty_office.settings_path.exists()


def test_settings_of_a_newer_version_are_left_as_they_are(office: Office) -> None:
    office.sell(an_order())
    settings = json.loads(office.settings_path.read_text(encoding="utf-8"))
    newer = json.dumps({**settings, "version": 2, "colour": "red"})
    office.settings_path.write_text(newer, encoding="utf-8")
    for ran in (
        office.run("transfer", "--pending"),
        office.run("setup", "export"),
        office.import_setup(),
    ):
        refused(office, ran, "nyere versjon", "settings.json")
    assert office.settings_path.read_text(encoding="utf-8") == newer


def test_settings_that_are_damaged_name_the_place(office: Office) -> None:
    text = office.settings_path.read_text(encoding="utf-8")
    office.settings_path.write_text(text.replace('"due_days": 14', '"due_days": "x"'), "utf-8")
    refused(office, office.run("transfer", "--pending"), "settings.json", "due_days")
    office.settings_path.write_text(text[:100], encoding="utf-8")
    ran = office.run("transfer", "--pending")
    refused(office, ran, "settings.json", "kan ikke leses")
    assert ": ." not in ran.err


def test_a_journal_that_is_no_database_is_left_as_it_is(office: Office) -> None:
    office.sell(an_order())
    office.journal_path.write_bytes(b"en handleliste, ikke en journal\n" * 50)
    refused(office, office.run("transfer", "--pending"), "journal.sqlite", "sikkerhetskopi")
    assert office.journal_path.read_bytes().startswith(b"en handleliste")


def test_a_profile_that_does_not_exist(office: Office) -> None:
    for words in (("transfer", "--pending"), ("setup", "check"), ("setup", "export")):
        ran = office.run(*words, profile="Ullbua")
        refused(office, ran, "«Ullbua»", "setup import")


def test_a_file_of_order_numbers_that_is_no_text(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "ordrer.xlsx"
    path.write_bytes(b"PK\x03\x04\xff\xfe")
    ran = office.run("transfer", "--file", path)
    refused(office, ran, "ordrer.xlsx", "kan ikke leses")
    assert "JSON" not in ran.err


def test_an_export_into_a_folder_that_is_a_file(office: Office) -> None:
    ran = office.run("setup", "export", "--out", office.settings_path / "oppsett.json")
    refused(office, ran, "oppsett.json", "kan ikke skrives")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [("ordre 20101", "is not JSON"), ("[7]", "order 1"), ("{}", "has no data")],
)
def test_practice_servers_refuse_an_orders_file_that_is_none(
    tmp_path: Path, content: str, complaint: str
) -> None:
    path = tmp_path / "ordrer.json"
    path.write_text(content, encoding="utf-8")
    ran = python("-m", "tripletex_wizard.practice", "--orders", path)
    assert (ran.status, ran.out) == (2, "")
    assert "ordrer.json" in ran.err
    assert complaint in ran.err


def test_a_set_up_file_as_windows_editor_saves_it(empty_office: Office) -> None:
    text = json.dumps(setup_document())
    path = empty_office.file("oppsett.json", "\ufeff" + text)
    assert empty_office.run("setup", "import", path).status == 0
