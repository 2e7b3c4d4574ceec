"""A set-up without the wizard: import, export, check, diagnose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.displays import DISPLAYS
from tests.e2e.office import PROFILE, Office, setup_document
from tests.e2e.shop_orders import TEA, YARN, Line, an_order
from tripletex_wizard.adapters.logs import log_file

FISH = Line("FISK-1", "Tørrfisk", "90.0000", "11.1100")
ROWS = 15


def test_an_import_tells_what_the_profile_joins(empty_office: Office) -> None:
    ran = empty_office.import_setup()
    assert ran.status == 0
    assert ran.says(PROFILE, "fjordgarn", "Fjord Garn AS (999888771)", "øvelse")
    assert empty_office.writes == []


def test_tokens_are_in_the_keyring_and_in_no_file(office: Office) -> None:
    described = office.servers.description()
    tokens = [str(described[f"{name}_token"]) for name in ("consumer", "employee", "mystore")]
    office.run("transfer", "--pending", "--verbose")
    files = [path for path in office.folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"settings.json", log_file(office.folder).name}
    for path in files:
        assert not any(token.encode() in path.read_bytes() for token in tokens)


def test_what_is_exported_can_be_imported_and_is_the_same(office: Office) -> None:
    exported = office.run("setup", "export")
    assert exported.status == 0
    path = office.file("eksport.json", exported.out)
    assert office.run("setup", "import", path, profile="Kopi").status == 0
    assert office.run("setup", "export", profile="Kopi").out == exported.out


@pytest.mark.parametrize(
    "words",
    [
        ("transfer", "--pending"),
        ("setup", "change"),
        ("setup", "check"),
        ("setup", "export"),
        ("diagnose",),
    ],
)
def test_an_unknown_profile_is_answered_with_those_that_there_are(
    office: Office, words: tuple[str, ...]
) -> None:
    office.run("setup", "import", office.file("to.json", setup_document()), profile="Ull og tråd")
    ran = office.run(*words, profile="Borte")
    assert (ran.status, ran.out) == (2, "")
    assert ran.says("«Borte»", "Profilene som finnes: Fjord Garn, Ull og tråd.")


def test_where_there_is_no_profile_yet_an_unknown_one_says_so(empty_office: Office) -> None:
    ran = empty_office.run("transfer", "--pending", profile="Borte")
    assert (ran.status, ran.says("«Borte»", "Profilene som finnes: ingen.")) == (2, True)


def test_a_change_of_a_profile_that_cannot_be_read_says_why(office: Office) -> None:
    office.settings_path.write_text("{", encoding="utf-8")
    ran = office.run("setup", "change")
    assert (ran.status, ran.says(str(office.settings_path))) == (2, True)


def test_a_change_needs_a_display(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    ran = office.run("setup", "change")
    assert (ran.status, ran.says("ingen skjerm")) == (2, True)


def test_an_export_to_a_file_says_where_it_is(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "eksport.json"
    ran = office.run("setup", "export", "--out", path)
    assert ran.status == 0
    assert ran.says(str(path), "uten token")
    assert json.loads(path.read_text(encoding="utf-8"))["shop"] == "fjordgarn"


def test_an_export_names_no_tokens(office: Office) -> None:
    text = office.run("setup", "export").out
    described = office.servers.description()
    assert not any(str(described[name]) in text for name in described if name.endswith("_token"))
    assert json.loads(text)["confirmed_by"] == "Rita Regnskap"


def test_a_changed_mapping_is_a_new_version(office: Office) -> None:
    assert mapping_version(office) == 1
    office.set_up()
    assert mapping_version(office) == 1
    rows = [*setup_document()["payment_mapping"], {"method": "kontant", "payment_type": "Kontant"}]
    office.set_up(payment_mapping=rows)
    assert mapping_version(office) == 2


def mapping_version(office: Office) -> Any:
    return json.loads(office.settings_path.read_text("utf-8"))["profile"]["mapping"]["version"]


def test_a_set_up_without_a_start_date_offers_no_old_orders(empty_office: Office) -> None:
    empty_office.set_up(start_date=None)
    empty_office.sell(an_order())
    ran = empty_office.run("transfer", "--pending", "--json")
    assert (ran.status, ran.rows, empty_office.writes) == (0, [], [])


def test_the_board_of_a_good_company_has_nothing_to_mend(office: Office) -> None:
    office.sell(an_order(lines=(YARN, TEA)))
    ran = office.run("setup", "check")
    assert ran.status == 0
    rows = [line.split(" · ") for line in ran.out.splitlines()]
    assert len(rows) == ROWS
    assert {row[0] for row in rows} <= {"OK", "Bør sjekkes", "Kunne ikke kontrolleres"}
    assert rows[0][:2] == ["OK", "Nøkkel og selskap"]
    assert all(word in rows[0][2] for word in ("Koblet til Fjord Garn AS", "999888771"))
    assert office.writes == []


@pytest.mark.parametrize(
    ("settings", "title", "words"),
    [
        ({"has_bank_account": False}, "Bankkonto for faktura", ("1920",)),
        ({"hidden_payment_types": ["Vipps"]}, "Betalingstyper", ("Vipps", "Vis på ordre")),
        ({"closed_through": "2099-12-31"}, "Regnskapsperiode", ("avsluttet",)),
        ({"fixed_invoice_fee": "49"}, "Fakturagebyr", ("49,00",)),
        ({"vat_registration_status": "VAT_NOT_REGISTERED"}, "Merverdiavgift", ("25", "15")),
        ({"active_vat_codes": ["3", "5", "6", "52"]}, "Merverdiavgift", ("15",)),
    ],
)
def test_the_board_names_what_must_be_mended(
    office: Office, settings: dict[str, object], title: str, words: tuple[str, ...]
) -> None:
    office.sell(an_order(lines=(YARN, TEA)))
    office.company(**settings)
    ran = office.run("setup", "check")
    assert ran.status == 3
    (line,) = (line for line in ran.out.splitlines() if line.startswith("Må rettes"))
    assert title in line
    assert all(word in line for word in words), line


def test_the_board_names_a_rate_without_an_active_code(office: Office) -> None:
    office.sell(an_order(lines=(FISH,)))
    ran = office.run("setup", "check")
    assert ran.status == 3
    assert ran.says("Må rettes · Merverdiavgift", "11,11", "Mva-innstillinger")


def test_a_row_that_may_not_be_read_is_told_and_the_others_are_checked(office: Office) -> None:
    office.company(forbidden=["GET /ledger/account"])
    ran = office.run("setup", "check")
    assert ran.status == 3
    assert len(ran.out.splitlines()) == ROWS
    assert ran.says("Må rettes · Bankkonto for faktura", "/ledger/account")


def test_a_diagnosis_names_fields_and_nobody(office: Office, tmp_path: Path) -> None:
    office.sell(an_order())
    path = tmp_path / "diagnose.json"
    ran = office.run("diagnose", "--out", path)
    assert ran.status == 0
    assert ran.says(str(path), "maskert")
    text = path.read_text(encoding="utf-8")
    assert "payment_module" in text
    for somebody in ("Oda", "oda@", "Allé", "5052", "90000001", office.servers.mystore_token):
        assert somebody not in text
    asked = office.servers.mystore.state()["requests"]
    assert isinstance(asked, list)
    assert {row["method"] for row in asked} == {"GET"}
    assert office.writes == []
