"""Settings files: written whole, read back, and refused with the reason."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.adapters.profiles import FJORD_GARN, profiles
from tripletex_wizard.adapters.folders import (
    open_private,
    private_folder,
    profile_folder,
    program_folder,
    replace_file,
    safe_name,
)
from tripletex_wizard.adapters.settings import SettingsFile
from tripletex_wizard.domain.errors import AppError, Code, InputError, StorageError
from tripletex_wizard.domain.profile import CompanyInvoices, Profile, SalesDocument

FIRST_VERSION = """{
  "version": 1,
  "profile": {
    "name": "Fjord Garn / test",
    "environment": "practice",
    "company_id": 7100200,
    "company_name": "Fjord Garn AS",
    "organization_number": "912345678",
    "shop": "fjordgarn",
    "rules": {
      "completed_statuses": [{"id": "3", "name": "Sendt"}],
      "start_date": "2026-11-09",
      "number_prefix": "",
      "search_customer": false,
      "keep_customer": false,
      "due_days": 14,
      "freight_rate": "25",
      "gift_card_payment_type": 12,
      "gift_cards": {"product": "GAVEKORT", "sold_as": "debt", "discounts": [], "payments": [],
        "unplaced": "payment"},
      "products": "text",
      "zero_total": "skip",
      "vat": {
        "codes": {"25": "3", "15": "31", "12": "33", "11.11": "32"},
        "export_code": "52",
        "unregistered_code": "6",
        "zero_reasons": [{"sku": "BOK-*", "code": "5"}],
        "gift_card_skus": ["GAVEKORT"],
        "accounts": []
      },
      "write_back": false,
      "sales_document": "invoice",
      "department": null,
      "company_invoices": "email"
    },
    "mapping": {
      "version": 2,
      "rows": [
        {"method": "vipps", "label": "Vipps", "payment_type_id": 7, "send_invoice": false,
         "transfer_as": "invoice", "left_out": false},
        {"method": "invoice", "label": "Faktura vedlagt", "payment_type_id": null,
         "send_invoice": true, "transfer_as": "order", "left_out": false}
      ],
      "confirmed_by": "Kari Nordmann",
      "confirmed_at": "2026-11-09T12:00:00Z"
    },
    "client_company": false,
    "customer_numbers_confirmed": false
  }
}"""


@pytest.fixture
def store(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = profile_folder(tmp_path, FJORD_GARN.name) / "settings.json"
    private_folder(path.parent)
    return path


def refusal(store: SettingsFile) -> AppError:
    with pytest.raises(AppError) as caught:
        store.load(FJORD_GARN.name)
    return caught.value


@given(profile=profiles)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_profile_comes_back_as_it_was(store: SettingsFile, profile: Profile) -> None:
    store.save(profile)
    assert store.load(profile.name) == profile


def test_settings_of_the_first_version_are_read_for_ever(store: SettingsFile, path: Path) -> None:
    path.write_text(FIRST_VERSION, encoding="utf-8")
    assert store.load(FJORD_GARN.name) == FJORD_GARN


def test_settings_that_name_no_gift_cards_mean_the_usual_article(
    store: SettingsFile, path: Path
) -> None:
    document = json.loads(FIRST_VERSION)
    del document["profile"]["rules"]["vat"]["gift_card_skus"]
    del document["profile"]["rules"]["vat"]["accounts"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert store.load(FJORD_GARN.name) == FJORD_GARN


def test_settings_from_before_gift_cards_were_sold_mean_a_debt_on_the_usual_product(
    store: SettingsFile, path: Path
) -> None:
    document = json.loads(FIRST_VERSION)
    del document["profile"]["rules"]["gift_cards"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert store.load(FJORD_GARN.name) == FJORD_GARN


def test_settings_that_do_not_tell_whether_to_write_to_mystore_mean_no(
    store: SettingsFile, path: Path
) -> None:
    document = json.loads(FIRST_VERSION)
    del document["profile"]["rules"]["write_back"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert not store.load(FJORD_GARN.name).rules.write_back


def test_settings_that_do_not_name_the_sales_document_mean_the_invoice(
    store: SettingsFile, path: Path
) -> None:
    document = json.loads(FIRST_VERSION)
    del document["profile"]["rules"]["sales_document"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert store.load(FJORD_GARN.name).rules.sales_document is SalesDocument.INVOICE


def test_settings_that_do_not_name_a_department_have_none(store: SettingsFile, path: Path) -> None:
    document = json.loads(FIRST_VERSION)
    del document["profile"]["rules"]["department"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert store.load(FJORD_GARN.name).rules.department is None


def test_settings_that_do_not_name_ehf_mean_email(store: SettingsFile, path: Path) -> None:
    document = json.loads(FIRST_VERSION)
    del document["profile"]["rules"]["company_invoices"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert store.load(FJORD_GARN.name).rules.company_invoices is CompanyInvoices.EMAIL


def test_settings_are_written_as_the_first_version_says(store: SettingsFile, path: Path) -> None:
    store.save(FJORD_GARN)
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(FIRST_VERSION)


def test_all_names_are_listed_and_other_folders_passed_over(
    store: SettingsFile, tmp_path: Path
) -> None:
    (tmp_path / "profiles" / "empty").mkdir(parents=True)
    for name in ("con", "Årdal", "Fjord", "fjord"):
        store.save(replace(FJORD_GARN, name=name))
    assert sorted(store.names()) == ["Fjord", "con", "fjord", "Årdal"]


def test_settings_that_cannot_be_read_hide_no_other_profile(
    store: SettingsFile, path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("settings.json is left out: settings_unreadable")
    path.write_text("{}", encoding="utf-8")
    store.save(replace(FJORD_GARN, name="Nabo"))
    assert store.names() == ("Nabo",)


def test_there_are_no_names_before_the_first_profile(store: SettingsFile) -> None:
    assert store.names() == ()


def test_a_profile_that_was_never_saved_is_unknown(store: SettingsFile) -> None:
    for name in ("Årdal", "Fjord"):
        store.save(replace(FJORD_GARN, name=name))
    error = refusal(store)
    assert isinstance(error, InputError)
    assert error.problem.params == {"profile": FJORD_GARN.name, "profiles": "Fjord, Årdal"}


def test_a_newer_version_is_refused_whatever_else_it_holds(store: SettingsFile, path: Path) -> None:
    path.write_text('{"version": 2, "connections": []}')
    problem = refusal(store).problem
    assert problem.code is Code.SETTINGS_TOO_NEW
    assert problem.params == {"path": str(path), "version": 2}


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        ("[]", "JSON"),
        ('"text"', "JSON"),
        ("null", "JSON"),
        ("\xff", "JSON"),
        ('{"version": "2"}', "version"),
    ],
)
def test_a_file_that_is_no_settings_is_refused(
    store: SettingsFile, path: Path, text: str, detail: str
) -> None:
    path.write_text(text, encoding="latin-1")
    error = refusal(store)
    assert isinstance(error, StorageError)
    assert error.problem.code is Code.SETTINGS_UNREADABLE
    assert error.problem.params["detail"] == detail


def test_settings_that_cannot_be_opened_are_told_of(store: SettingsFile, path: Path) -> None:
    path.mkdir()
    assert refusal(store).problem.code is Code.FILE_UNREADABLE


def changed(place: str, value: Any) -> str:
    document = json.loads(FIRST_VERSION)
    part = document
    *folders, last = place.split(".")
    for name in folders:
        part = part[int(name)] if name.isdigit() else part[name]
    part[last] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("profile.rules.due_days", "14"),
        ("profile.rules.freight_rate", "much"),
        ("profile.rules.vat.later", 1),
        ("profile.environment", "staging"),
        ("profile.mapping.rows.1.transfer_as", None),
        ("later", 1),
    ],
)
def test_a_field_that_is_wrong_is_named(
    store: SettingsFile, path: Path, place: str, value: object
) -> None:
    path.write_text(changed(place, value))
    problem = refusal(store).problem
    assert problem.code is Code.SETTINGS_UNREADABLE
    assert problem.params == {"path": str(path), "detail": place}


def test_a_token_written_into_the_file_is_in_no_error(store: SettingsFile, path: Path) -> None:
    path.write_text(changed("profile.consumer_token", "canary"))
    error: BaseException | None = refusal(store)
    while error:
        assert "canary" not in f"{error!s} {error!r}"
        error = error.__cause__ or error.__context__


def test_a_write_that_fails_keeps_the_old_settings(
    store: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(FJORD_GARN)

    def full(_descriptor: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError) as caught:
        store.save(replace(FJORD_GARN, shop="other"))
    assert caught.value.problem.code is Code.FILE_UNWRITABLE
    assert store.load(FJORD_GARN.name) == FJORD_GARN
    assert list(path.parent.iterdir()) == [path]


def test_only_the_owner_may_read_the_settings(store: SettingsFile, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "deeper"
    SettingsFile(folder).save(FJORD_GARN)
    path = profile_folder(folder, FJORD_GARN.name) / "settings.json"
    modes = [file.stat().st_mode & 0o777 for file in (path, path.parent, folder, folder.parent)]
    assert modes == [0o600, 0o700, 0o700, 0o700]


def test_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    with open(tmp_path / "log", "w", opener=open_private) as file:
        assert os.fstat(file.fileno()).st_mode & 0o777 == 0o600


def test_a_file_is_replaced_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    replace_file(tmp_path / "new" / "file", "æøå\n")
    assert (tmp_path / "new" / "file").read_bytes() == "æøå\n".encode()


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("Fjord Garn / test", "fjord-garn-test"),
        ("Årdal Sokk & Strømpe", "årdal-sokk-strømpe"),
        ("CON", "con"),
        ("../..", "profile"),
        ("", "profile"),
        ("x" * 300, "x" * 40),
    ],
)
def test_a_folder_name_can_be_read(name: str, readable: str) -> None:
    assert safe_name(name)[:-9] == readable


def test_names_that_differ_in_case_or_signs_get_folders_of_their_own() -> None:
    names = ("Fjord Garn", "fjord garn", "fjord-garn", "fjord  garn", "fjord garn.")
    assert len({safe_name(name).casefold() for name in names}) == len(names)


def test_the_same_name_typed_on_a_mac_is_the_same_profile() -> None:
    assert safe_name("Årdal") == safe_name("A\N{COMBINING RING ABOVE}rdal")


def test_a_chosen_folder_is_used_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert program_folder(Path("here")) == tmp_path / "here"


def test_the_folder_is_the_users_local_one() -> None:
    assert str(program_folder()).startswith(os.environ["HOME"])
    assert program_folder().name == "tripletex-wizard"
