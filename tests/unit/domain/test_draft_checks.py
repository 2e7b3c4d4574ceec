"""Live checks: what was found counts only for the inputs that it was found with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import an_order
from tests.unit.domain.drafts import (
    CLIENT,
    CONFIRMED_AT,
    CONNECTED,
    DRAFT,
    OTHER_CLIENT,
    READY,
    TOKENS,
    board,
)
from tripletex_wizard.domain.checks import (
    inputs_of,
    is_passed,
    is_possible,
    kept,
    with_row,
    without,
    without_rows,
)
from tripletex_wizard.domain.draft import LiveCheck, SetupDraft, TripletexFound
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.prerequisites import BoardRow, CheckStatus, Finding, Prerequisite
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.trial import Trial

TRIED = replace(READY, trial=Trial(an_order()))
NEW = Secret("new")


@pytest.mark.parametrize(
    ("change", "outdated"),
    [
        ({"consumer": NEW}, {LiveCheck.TRIPLETEX, LiveCheck.BOARD}),
        ({"employee": NEW}, {LiveCheck.TRIPLETEX, LiveCheck.BOARD}),
        ({"mystore": NEW}, {LiveCheck.MYSTORE, LiveCheck.BOARD}),
        ({"client_company_id": 7}, {LiveCheck.TRIPLETEX, LiveCheck.BOARD}),
        ({"tripletex": None}, {LiveCheck.METHODS, LiveCheck.TRIAL}),
        ({"environment": Environment.PRACTICE}, set(LiveCheck)),
        ({"trial_order": "7"}, {LiveCheck.TRIAL}),
        ({"methods": ()}, {LiveCheck.TRIAL}),
        ({"signed_by": "Ola", "prepared": False}, set()),
    ],
)
def test_each_check_depends_on_its_own_inputs(
    change: dict[str, object], outdated: set[LiveCheck]
) -> None:
    changed = replace(TRIED, **change)  # type: ignore[arg-type]
    assert {
        check for check in LiveCheck if inputs_of(TRIED, check) != inputs_of(changed, check)
    } == outdated


@pytest.mark.parametrize(
    ("draft", "possible"),
    [
        (DRAFT, set()),
        (replace(DRAFT, consumer=NEW), set()),
        (TOKENS, {LiveCheck.TRIPLETEX, LiveCheck.MYSTORE}),
        (CONNECTED, set(LiveCheck) - {LiveCheck.TRIAL}),
        (READY, set(LiveCheck)),
    ],
)
def test_a_check_can_be_made_once_its_inputs_are_given(
    draft: SetupDraft, possible: set[LiveCheck]
) -> None:
    assert {check for check in LiveCheck if is_possible(draft, check)} == possible


@pytest.mark.parametrize(
    ("draft", "passed"),
    [
        (TOKENS, set()),
        (CONNECTED, {LiveCheck.TRIPLETEX, LiveCheck.MYSTORE}),
        (replace(READY, board=board()[1:]), {*LiveCheck} - {LiveCheck.BOARD, LiveCheck.TRIAL}),
        (READY, set(LiveCheck) - {LiveCheck.TRIAL}),
        (TRIED, set(LiveCheck)),
        (replace(TRIED, trial=Trial(None), trial_seen=""), set(LiveCheck)),
    ],
)
def test_a_check_has_passed_while_the_draft_holds_what_it_found(
    draft: SetupDraft, passed: set[LiveCheck]
) -> None:
    assert {check for check in LiveCheck if is_passed(draft, check)} == passed


def test_for_an_accountant_the_check_has_passed_until_a_client_is_chosen() -> None:
    clients = (CLIENT, OTHER_CLIENT)
    asked = replace(CONNECTED, tripletex=TripletexFound(None, clients, ()))
    assert is_passed(asked, LiveCheck.TRIPLETEX)
    chosen = replace(asked, client_company_id=CLIENT.id)
    assert not is_passed(chosen, LiveCheck.TRIPLETEX)
    opened = replace(chosen, tripletex=TripletexFound(CLIENT, clients, ()))
    assert is_passed(opened, LiveCheck.TRIPLETEX)


# what an edit drops


def edited(**change: object) -> SetupDraft:
    return kept(TRIED, replace(TRIED, **change))  # type: ignore[arg-type]


def test_a_new_tripletex_token_drops_what_the_old_one_opened() -> None:
    draft = edited(employee=NEW)
    assert (draft.tripletex, draft.board, draft.board_checked_at, draft.trial) == (
        None,
        (),
        None,
        None,
    )
    assert draft.shop == TRIED.shop


def test_a_new_shop_token_drops_the_shop_and_keeps_the_company() -> None:
    draft = edited(mystore=NEW)
    assert (draft.shop, draft.board, draft.trial) == (None, (), None)
    assert draft.tripletex == TRIED.tripletex


def test_choices_survive_a_token_and_count_again_when_it_opens_the_same() -> None:
    draft = edited(employee=NEW)
    assert (draft.methods, draft.is_confirmed) == (TRIED.methods, True)
    assert not draft.methods_read
    opened_again = replace(draft, tripletex=TRIED.tripletex)
    assert opened_again.methods_read
    assert opened_again.is_trial_seen


def test_another_environment_drops_both_connections() -> None:
    draft = edited(environment=Environment.PRODUCTION)
    assert (draft.tripletex, draft.shop, draft.board) == (None, None, ())


def test_a_changed_mapping_drops_the_trial_alone() -> None:
    draft = edited(methods=TRIED.methods[:1])
    assert (draft.trial, draft.board, draft.tripletex) == (None, TRIED.board, TRIED.tripletex)


def test_what_no_check_depends_on_drops_nothing() -> None:
    assert edited(signed_by="Ola") == replace(TRIED, signed_by="Ola")


def test_the_word_of_the_user_settles_the_customer_numbers_without_a_call() -> None:
    unconfirmed = replace(TRIED, customer_numbers_confirmed=False)
    confirmed = kept(unconfirmed, TRIED)
    assert row_of(confirmed).status is CheckStatus.OK
    assert row_of(confirmed).finding is Finding.CUSTOMER_NUMBERS_CONFIRMED
    taken_back = kept(confirmed, replace(confirmed, customer_numbers_confirmed=False))
    assert row_of(taken_back).status is CheckStatus.SHOULD_CHECK
    assert row_of(taken_back).finding is Finding.CUSTOMER_NUMBERS_UNCONFIRMED


def test_customer_numbers_that_could_not_be_read_stay_unchecked() -> None:
    failed = BoardRow(
        Prerequisite.CUSTOMER_NUMBERS,
        CheckStatus.NOT_CHECKED,
        Finding.CHECK_FAILED,
        problem=Problem(Code.NO_ANSWER, host="h"),
    )
    draft = with_row(TRIED, failed)
    assert row_of(kept(draft, replace(draft, customer_numbers_confirmed=False))) == failed


def row_of(draft: SetupDraft) -> BoardRow:
    (row,) = (row for row in draft.board if row.prerequisite is Prerequisite.CUSTOMER_NUMBERS)
    return row


# asking again


@pytest.mark.parametrize("check", LiveCheck)
def test_what_a_check_found_can_be_forgotten_and_choices_stay(check: LiveCheck) -> None:
    draft = without(TRIED, check)
    assert not is_passed(draft, check)
    assert (draft.methods, draft.confirmation, draft.rules) == (
        TRIED.methods,
        TRIED.confirmation,
        TRIED.rules,
    )


def test_rows_come_into_the_boards_order_whenever_they_arrive() -> None:
    draft = DRAFT
    for row in reversed(board()):
        draft = with_row(draft, row)
    assert draft.board == board()


def test_a_new_row_takes_the_place_of_the_old_one() -> None:
    new = replace(board()[3], status=CheckStatus.MUST_FIX)
    draft = with_row(READY, new)
    assert draft.board == (*board()[:3], new, *board()[4:])


def test_a_row_that_is_checked_again_leaves_the_board() -> None:
    draft = without_rows(READY, [Prerequisite.COMPANY, Prerequisite.VAT])
    assert len(draft.board) == len(Prerequisite) - 2
    assert draft.board_checked_at == CONFIRMED_AT
