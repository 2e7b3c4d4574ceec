"""Unfinished set-ups in files: all but the tokens comes back, and nothing odd is swallowed."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.orders.building import an_order
from tests.unit.domain.drafts import CLIENT, CONNECTED, DRAFT, OTHER_CLIENT, READY
from tripletex_wizard.adapters.settings import DraftFiles
from tripletex_wizard.domain.draft import SetupDraft, TripletexFound
from tripletex_wizard.domain.errors import Code, Problem, StorageError, Value
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.domain.vat_terms import VatTerm
from tripletex_wizard.domain.zero_rated import ZeroRated


@pytest.fixture
def files(tmp_path: Path) -> DraftFiles:
    return DraftFiles(tmp_path)


def only_file(folder: Path) -> Path:
    (path,) = (folder / "unfinished").iterdir()
    return path


def without_tokens(draft: SetupDraft) -> SetupDraft:
    return replace(draft, consumer=None, employee=None, mystore=None, trial=None)


def refused(files: DraftFiles) -> Problem:
    with pytest.raises(StorageError) as error:
        files.load(READY.id)
    return error.value.problem


# what comes back


@pytest.mark.parametrize(
    "draft",
    [
        DRAFT,
        CONNECTED,
        READY,
        replace(READY, trial=Trial(an_order())),
        replace(READY, zero_rated=(ZeroRated("vipps", ("BOK-01", "KURS"), 3),)),
        replace(CONNECTED, tripletex=TripletexFound(None, (CLIENT, OTHER_CLIENT), ())),
        replace(READY, profile_name="Garn / test", client_company_id=12, signed_by="Åse Ødegård"),
    ],
)
def test_a_draft_comes_back_without_its_tokens_and_its_trial(
    files: DraftFiles, draft: SetupDraft
) -> None:
    files.save(draft)
    assert files.load(draft.id) == without_tokens(draft)


@pytest.mark.parametrize(
    "value",
    [
        "12",
        "",
        12,
        True,
        False,
        Decimal("25.0"),
        date(2026, 11, 23),
        datetime(2026, 11, 23, 9, tzinfo=UTC),
        Money(-5000, "SEK"),
        VatTerm(2026, 5, 2),
        None,
    ],
)
def test_what_a_check_found_comes_back_as_the_type_that_it_had(
    files: DraftFiles, value: Value
) -> None:
    row = BoardRow(
        Prerequisite.INVOICE_FEE,
        CheckStatus.NOT_CHECKED,
        Finding.CHECK_FAILED,
        {"amount": value},
        Problem(Code.SHOP_TOKEN_EXPIRED, expired=value),
    )
    files.save(replace(DRAFT, board=(row,)))
    loaded = files.load(DRAFT.id)
    assert loaded is not None
    assert loaded.board == (row,)
    assert type(loaded.board[0].params["amount"]) is type(value)


def test_a_draft_from_before_statuses_could_be_written_means_no(
    files: DraftFiles, tmp_path: Path
) -> None:
    files.save(READY)
    path = only_file(tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    del document["rules"]["write_back"]
    del document["shop"]["missing_to_write"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert files.load(READY.id) == without_tokens(READY)


def test_a_draft_from_before_articles_with_0_per_cent_were_read_has_none(
    files: DraftFiles, tmp_path: Path
) -> None:
    files.save(READY)
    path = only_file(tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    del document["zero_rated"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert files.load(READY.id) == without_tokens(READY)


def test_no_token_stands_in_the_file(files: DraftFiles, tmp_path: Path) -> None:
    files.save(replace(READY, consumer=Secret("hemmelig-1"), mystore=Secret("hemmelig-2")))
    text = only_file(tmp_path).read_text(encoding="utf-8")
    assert "hemmelig" not in text
    assert not {"consumer", "employee", "mystore"} & json.loads(text).keys()


def test_a_draft_that_was_never_saved_is_not_there(files: DraftFiles) -> None:
    assert files.load("d") is None
    assert files.latest() is None


def test_a_draft_is_replaced_by_a_later_one_of_the_same_id(
    files: DraftFiles, tmp_path: Path
) -> None:
    files.save(DRAFT)
    files.save(replace(DRAFT, prepared=True))
    assert files.load("d") == replace(DRAFT, prepared=True)
    assert only_file(tmp_path).name.startswith("d-")


def test_the_new_set_up_that_was_saved_last_is_the_latest(
    files: DraftFiles, tmp_path: Path
) -> None:
    for age, draft in enumerate(
        (replace(DRAFT, id="change", profile_name="Garn"), replace(DRAFT, id="b"), DRAFT)
    ):
        before = set(tmp_path.glob("unfinished/*"))
        files.save(draft)
        (path,) = set(tmp_path.glob("unfinished/*")) - before
        os.utime(path, ns=(0, 10**9 * (10 - age)))
    latest = files.latest()
    assert latest is not None
    assert latest.id == "b"


def test_a_forgotten_draft_is_gone_and_may_be_forgotten_twice(files: DraftFiles) -> None:
    files.save(DRAFT)
    files.forget("d")
    files.forget("d")
    assert files.load("d") is None


# what cannot be read or written


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ('"prepared": true', '"prepared": 1', "prepared"),
        ('"prepared": true', '"prepares": true', "prepared"),
        ('"prerequisite": "vat"', '"prerequisite": "moms"', "board.5.prerequisite"),
        ("{", "", "JSON"),
        ('"params": {}', '"params": {"amount": ["money", "kr"]}', "JSON"),
        ('"params": {}', '"params": {"amount": ["decimal", "kr"]}', "JSON"),
        ('"params": {}', '"params": {"amount": ["date", "kr"]}', "JSON"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_with_the_place(
    files: DraftFiles, tmp_path: Path, before: str, after: str, place: str
) -> None:
    files.save(READY)
    path = only_file(tmp_path)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert refused(files) == Problem(Code.SETTINGS_UNREADABLE, path=str(path), detail=place)


def test_a_file_of_a_later_version_is_left_alone(files: DraftFiles, tmp_path: Path) -> None:
    files.save(READY)
    path = only_file(tmp_path)
    path.write_text('{"version": 2}', encoding="utf-8")
    assert refused(files) == Problem(Code.SETTINGS_TOO_NEW, path=str(path), version=2)
    with pytest.raises(StorageError):
        files.latest()


def test_a_file_that_cannot_be_opened_is_told(files: DraftFiles, tmp_path: Path) -> None:
    files.save(READY)
    path = only_file(tmp_path)
    path.unlink()
    path.mkdir()
    assert refused(files) == Problem(Code.FILE_UNREADABLE, path=str(path))


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "unfinished").write_text("", encoding="utf-8")
    with pytest.raises(StorageError) as error:
        DraftFiles(tmp_path).save(DRAFT)
    assert error.value.problem.code is Code.FILE_UNWRITABLE


def test_a_draft_that_cannot_be_deleted_is_told(files: DraftFiles, tmp_path: Path) -> None:
    files.save(DRAFT)
    path = only_file(tmp_path)
    path.unlink()
    path.mkdir()
    with pytest.raises(StorageError) as error:
        files.forget(DRAFT.id)
    assert error.value.problem == Problem(Code.FILE_UNWRITABLE, path=str(path))
