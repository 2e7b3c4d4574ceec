"""The wizard's controller: edits, live checks, late answers, the wish to go on, and keeping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.runner import ManualRunner
from tests.fakes.setup import CONSUMER, EMPLOYEE, MYSTORE, SetupWorld
from tests.orders.building import COMPANY, SHOP, a_profile
from tests.unit.domain.drafts import CLIENT, OTHER_CLIENT, READY
from tripletex_wizard.domain.checks import CheckResult
from tripletex_wizard.domain.choices import accept_suggestions, choose, confirm
from tripletex_wizard.domain.draft import (
    LiveCheck,
    Missing,
    Page,
    Posting,
    SetupDraft,
    missing,
    page_to_resume,
)
from tripletex_wizard.domain.errors import (
    AppError,
    Code,
    CredentialsRejected,
    PermissionMissing,
    Problem,
    RemoteUnavailable,
)
from tripletex_wizard.domain.prerequisites import CheckStatus, Prerequisite
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.jobs import JobRunner, Lane
from tripletex_wizard.gui.wizard.controller import WizardController

NEW = Secret("new")


class Desk:
    """A controller over a world in memory; answers come when a test asks for them."""

    def __init__(self) -> None:
        self.world = SetupWorld()
        self.runner = ManualRunner()
        draft = replace(self.world.unfinished.fresh(), environment=Environment.TEST)
        self.controller = WizardController(self.world.service, self.runner, draft)
        self.changes = 0
        self.controller.draft_changed.connect(self._count)

    @property
    def draft(self) -> SetupDraft:
        return self.controller.draft

    def edit(self, **change: object) -> None:
        self.controller.update(lambda draft: replace(draft, **change))  # type: ignore[arg-type]

    def paste_tokens(self) -> None:
        self.edit(consumer=CONSUMER, employee=EMPLOYEE, mystore=MYSTORE)

    def connect(self) -> None:
        self.edit(prepared=True, other_transfer_off=True)
        self.paste_tokens()
        self.check(LiveCheck.TRIPLETEX, LiveCheck.MYSTORE)

    def check(self, *checks: LiveCheck) -> None:
        for check in checks:
            self.controller.start(check)
            self.runner.answer_all()

    def set_up(self) -> None:
        """Every page done but the last one."""
        self.connect()
        self.check(LiveCheck.BOARD, LiveCheck.METHODS)
        self.controller.update(accept_suggestions)
        self.controller.update(lambda draft: confirm(draft, "Kari", self.controller.now()))
        self.check(LiveCheck.TRIAL)

    def do_all_before(self, page: Page) -> None:
        """Nothing is missing before `page`, and something is on it."""
        if page > Page.TRANSFER:
            self.set_up()
        elif page > Page.CONNECT:
            self.connect()
        self.edit(prepared=True, other_transfer_off=page > Page.START)
        if page in {Page.MAPPING, Page.TRANSFER}:
            self.check(LiveCheck.BOARD)
        if page is Page.TRANSFER:
            self.set_up()
            rules = self.draft.rules
            assert rules is not None
            self.edit(rules=replace(rules, completed_statuses=()))
        if page is Page.TRIAL:
            self.edit(trial_seen="")

    def problem(self, check: LiveCheck) -> Problem | None:
        result = self.controller.result(check)
        return result.problem if result else None

    def _count(self) -> None:
        self.changes += 1


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.runner.close()


@pytest.fixture
def wishes() -> list[str]:
    return []


def going_on(wishes: list[str]) -> Callable[[], None]:
    return lambda: wishes.append("on")


# edits


def test_an_edit_is_told_and_one_that_changes_nothing_is_not(desk: Desk) -> None:
    desk.edit(prepared=True)
    desk.edit(prepared=True)
    assert (desk.draft.prepared, desk.changes) == (True, 1)


def test_an_edited_token_counts_as_unchecked(desk: Desk) -> None:
    desk.connect()
    desk.edit(employee=NEW)
    assert (desk.draft.tripletex, desk.draft.shop is None) == (None, False)
    assert desk.controller.result(LiveCheck.TRIPLETEX) is None


# live checks


def test_a_check_runs_off_the_gui_thread_and_puts_what_it_found_into_the_draft(
    desk: Desk,
) -> None:
    desk.paste_tokens()
    desk.controller.start(LiveCheck.TRIPLETEX)
    assert desk.controller.running(LiveCheck.TRIPLETEX)
    assert desk.controller.result(LiveCheck.TRIPLETEX) is None
    desk.runner.answer_all()
    assert not desk.controller.running(LiveCheck.TRIPLETEX)
    assert desk.controller.result(LiveCheck.TRIPLETEX) == CheckResult(LiveCheck.TRIPLETEX)
    assert desk.draft.company == COMPANY


def test_tokens_are_in_the_keyring_as_soon_as_they_were_checked(desk: Desk) -> None:
    desk.paste_tokens()
    desk.check(LiveCheck.TRIPLETEX)
    assert desk.world.keyring.tokens("unfinished draft 1") == {"consumer": "c-1", "employee": "e-1"}
    desk.check(LiveCheck.MYSTORE)
    assert desk.world.keyring.tokens("unfinished draft 1")["mystore"] == "m-1"
    assert desk.runner.lanes == [Lane.READ, Lane.WRITE, Lane.READ, Lane.WRITE]


@pytest.mark.parametrize("check", LiveCheck)
def test_a_check_without_its_inputs_is_not_started(desk: Desk, check: LiveCheck) -> None:
    desk.controller.start(check)
    assert desk.runner.waiting == []
    assert not desk.controller.running(check)


@pytest.mark.parametrize("check", LiveCheck)
def test_a_passed_check_is_not_repeated_with_the_same_inputs(desk: Desk, check: LiveCheck) -> None:
    desk.set_up()
    desk.controller.start(check)
    assert desk.runner.waiting == []
    assert desk.controller.result(check) == CheckResult(check)


def test_a_running_check_is_not_started_twice(desk: Desk) -> None:
    desk.paste_tokens()
    desk.controller.start(LiveCheck.MYSTORE)
    desk.controller.start(LiveCheck.MYSTORE)
    assert len(desk.runner.waiting) == 1


def test_a_passed_check_can_be_asked_for_again(desk: Desk) -> None:
    desk.connect()
    desk.controller.start_again(LiveCheck.MYSTORE)
    assert desk.draft.shop is None
    desk.runner.answer_all()
    assert desk.draft.shop is not None


@pytest.mark.parametrize(
    "error",
    [
        CredentialsRejected(Code.CONSUMER_TOKEN_REJECTED),
        CredentialsRejected(Code.WRONG_ENVIRONMENT, environment=Environment.TEST),
        PermissionMissing(Code.PERMISSION_MISSING, path="/company"),
        RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"),
    ],
)
def test_a_failed_check_says_why_until_its_inputs_change(desk: Desk, error: AppError) -> None:
    desk.paste_tokens()
    desk.world.own.line.fail("company", error)
    desk.check(LiveCheck.TRIPLETEX)
    assert desk.problem(LiveCheck.TRIPLETEX) == error.problem
    desk.edit(employee=NEW)
    assert desk.controller.result(LiveCheck.TRIPLETEX) is None
    desk.edit(employee=EMPLOYEE)
    assert desk.problem(LiveCheck.TRIPLETEX) == error.problem
    desk.check(LiveCheck.TRIPLETEX)
    assert desk.controller.result(LiveCheck.TRIPLETEX) == CheckResult(LiveCheck.TRIPLETEX)


def test_a_locked_keyring_is_told_apart_and_can_be_tried_again(desk: Desk) -> None:
    desk.paste_tokens()
    desk.world.keyring.locked = True
    desk.check(LiveCheck.MYSTORE)
    assert desk.problem(LiveCheck.MYSTORE) == Problem(Code.KEYRING_LOCKED)
    assert desk.draft.shop is None
    desk.world.keyring.locked = False
    desk.check(LiveCheck.MYSTORE)
    assert desk.draft.shop is not None


@pytest.mark.parametrize("rude", [False, True])
@pytest.mark.parametrize("failing", [False, True])
def test_a_late_answer_is_dropped(desk: Desk, rude: bool, failing: bool) -> None:
    desk.paste_tokens()
    desk.controller.start(LiveCheck.TRIPLETEX)
    if failing:
        desk.world.own.line.fail("company", RemoteUnavailable(Code.NO_ANSWER, host="h"))
    desk.edit(employee=NEW)
    assert not desk.controller.running(LiveCheck.TRIPLETEX)
    desk.runner.answer(rude=rude)
    assert desk.runner.waiting == []
    assert (desk.draft.tripletex, desk.controller.result(LiveCheck.TRIPLETEX)) == (None, None)
    assert desk.world.keyring.stored == {}


@pytest.mark.parametrize("rude", [False, True])
def test_tokens_that_are_being_kept_while_they_are_edited_count_for_nothing(
    desk: Desk, rude: bool
) -> None:
    desk.paste_tokens()
    desk.controller.start(LiveCheck.TRIPLETEX)
    desk.runner.answer()
    desk.edit(employee=NEW)
    desk.runner.answer(rude=rude)
    assert desk.draft.tripletex is None


def test_a_check_that_is_running_for_old_inputs_makes_room_for_a_new_one(desk: Desk) -> None:
    desk.paste_tokens()
    desk.controller.start(LiveCheck.TRIPLETEX)
    desk.edit(employee=NEW)
    desk.controller.start(LiveCheck.TRIPLETEX)
    desk.runner.answer(1)
    desk.runner.answer(1)
    assert desk.draft.tripletex is not None
    desk.runner.answer(rude=True)
    assert desk.world.keyring.tokens("unfinished draft 1")["employee"] == "new"


def test_an_accountant_chooses_a_client_and_that_one_is_opened(desk: Desk) -> None:
    desk.world.become_accountant(CLIENT, OTHER_CLIENT)
    desk.paste_tokens()
    desk.check(LiveCheck.TRIPLETEX, LiveCheck.MYSTORE)
    assert desk.controller.problems(Page.CONNECT) == (Missing.CLIENT_COMPANY,)
    desk.edit(client_company_id=OTHER_CLIENT.id)
    desk.check(LiveCheck.TRIPLETEX)
    assert desk.draft.company == OTHER_CLIENT
    assert desk.controller.problems(Page.CONNECT) == ()


def test_reading_orders_tells_how_far_it_has_come(desk: Desk) -> None:
    desk.connect()
    seen: list[tuple[int, int | None] | None] = []
    desk.controller.draft_changed.connect(
        lambda: seen.append(desk.controller.orders_read(LiveCheck.METHODS))
    )
    desk.check(LiveCheck.METHODS)
    assert seen == [None, (1, 1), None]


def test_progress_of_a_check_that_nobody_waits_for_is_dropped(desk: Desk) -> None:
    desk.connect()
    desk.controller.start(LiveCheck.METHODS)
    desk.edit(employee=NEW)
    desk.runner.answer(rude=True)
    assert desk.controller.orders_read(LiveCheck.METHODS) is None
    assert desk.draft.methods == ()


# the board


def test_the_rows_of_the_board_arrive_one_at_a_time(desk: Desk) -> None:
    desk.connect()
    lengths: list[int] = []
    desk.controller.draft_changed.connect(lambda: lengths.append(len(desk.draft.board)))
    desk.check(LiveCheck.BOARD)
    assert lengths == list(range(len(Prerequisite) + 1))
    assert desk.draft.board_checked_at == desk.world.clock.now()
    assert desk.controller.result(LiveCheck.BOARD) == CheckResult(LiveCheck.BOARD)


def test_a_row_that_is_checked_again_closes_the_page_until_it_answers(desk: Desk) -> None:
    desk.connect()
    desk.check(LiveCheck.BOARD)
    desk.controller.check_row(Prerequisite.BANK_ACCOUNT)
    desk.controller.check_row(Prerequisite.BANK_ACCOUNT)
    assert desk.controller.running_row(Prerequisite.BANK_ACCOUNT)
    assert desk.controller.running(LiveCheck.BOARD)
    assert desk.controller.problems(Page.PREREQUISITES) == (Missing.BOARD_CHECK,)
    desk.world.own.settings.bank_accounts = ()
    desk.runner.answer_all()
    assert not desk.controller.running_row(Prerequisite.BANK_ACCOUNT)
    assert desk.controller.problems(Page.PREREQUISITES) == (Missing.BOARD_MUST_FIX,)


def test_the_whole_board_can_be_checked_again(desk: Desk) -> None:
    desk.connect()
    desk.check(LiveCheck.BOARD)
    desk.controller.check_row(Prerequisite.VAT)
    desk.controller.check_board()
    assert desk.draft.board == ()
    desk.runner.answer_all()
    assert len(desk.draft.board) == len(Prerequisite)


def test_only_rows_that_are_missing_are_checked_when_the_page_is_entered(desk: Desk) -> None:
    desk.connect()
    desk.check(LiveCheck.BOARD)
    desk.controller.check_row(Prerequisite.VAT)
    desk.controller.start(LiveCheck.BOARD)
    assert len(desk.runner.waiting) == 1


@pytest.mark.parametrize("rude", [False, True])
def test_rows_for_other_tokens_are_dropped(desk: Desk, rude: bool) -> None:
    desk.connect()
    desk.controller.start(LiveCheck.BOARD)
    desk.edit(mystore=NEW)
    assert not desk.controller.running(LiveCheck.BOARD)
    desk.runner.answer(rude=rude)
    assert desk.draft.board == ()


def test_a_board_that_cannot_be_made_at_all_says_why(desk: Desk) -> None:
    desk.connect()
    locked = CredentialsRejected(Code.PRACTICE_NOT_RUNNING)

    def refuse(*_given: object) -> None:
        raise locked

    desk.world.ledger = refuse  # type: ignore[method-assign, assignment]
    desk.check(LiveCheck.BOARD)
    assert desk.problem(LiveCheck.BOARD) == locked.problem
    assert not desk.controller.running(LiveCheck.BOARD)
    desk.edit(mystore=NEW)
    assert desk.controller.result(LiveCheck.BOARD) is None


def test_a_board_that_could_not_be_made_for_other_tokens_says_nothing(desk: Desk) -> None:
    desk.connect()

    def refuse(*_given: object) -> None:
        raise CredentialsRejected(Code.PRACTICE_NOT_RUNNING)

    desk.controller.start(LiveCheck.BOARD)
    desk.edit(mystore=NEW)
    desk.world.ledger = refuse  # type: ignore[method-assign, assignment]
    desk.runner.answer(rude=True)
    assert desk.controller.result(LiveCheck.BOARD) is None


def test_the_word_on_customer_numbers_settles_its_row_at_once(desk: Desk) -> None:
    desk.connect()
    desk.check(LiveCheck.BOARD)
    desk.edit(customer_numbers_confirmed=True)
    (row,) = (r for r in desk.draft.board if r.prerequisite is Prerequisite.CUSTOMER_NUMBERS)
    assert row.status is CheckStatus.OK
    assert desk.runner.waiting == []


# the wish to go on


def test_a_page_without_problems_can_be_left_at_once(desk: Desk, wishes: list[str]) -> None:
    desk.edit(prepared=True, other_transfer_off=True)
    assert desk.controller.go_on_when_passed(Page.START, going_on(wishes))
    assert wishes == []


def test_a_page_that_needs_a_person_is_not_left(desk: Desk, wishes: list[str]) -> None:
    assert desk.controller.problems(Page.CONNECT) == (Missing.TRIPLETEX_TOKENS, Missing.SHOP_TOKEN)
    assert not desk.controller.go_on_when_passed(Page.CONNECT, going_on(wishes))
    assert desk.runner.waiting == []


def test_unchecked_tokens_leave_next_open_and_it_starts_the_checks(
    desk: Desk, wishes: list[str]
) -> None:
    desk.paste_tokens()
    assert desk.controller.problems(Page.CONNECT) == ()
    assert not desk.controller.go_on_when_passed(Page.CONNECT, going_on(wishes))
    assert desk.controller.running(LiveCheck.TRIPLETEX)
    assert desk.controller.running(LiveCheck.MYSTORE)
    desk.runner.answer_all()
    assert wishes == ["on"]
    desk.edit(signed_by="Kari")
    assert wishes == ["on"]


def test_a_failed_check_ends_the_wish_and_closes_next(desk: Desk, wishes: list[str]) -> None:
    desk.paste_tokens()
    desk.world.shop.failure = CredentialsRejected(Code.SHOP_TOKEN_REJECTED)
    desk.controller.go_on_when_passed(Page.CONNECT, going_on(wishes))
    desk.runner.answer_all()
    assert desk.controller.problems(Page.CONNECT) == (Missing.SHOP_CHECK,)
    desk.world.shop.failure = None
    desk.check(LiveCheck.MYSTORE)
    assert (desk.controller.problems(Page.CONNECT), wishes) == ((), [])


@pytest.mark.parametrize(
    "forget", [Desk.paste_tokens, lambda desk: desk.controller.entered(Page.START)]
)
def test_an_edit_or_another_page_ends_the_wish(
    desk: Desk, wishes: list[str], forget: Callable[[Desk], None]
) -> None:
    desk.edit(consumer=CONSUMER, employee=EMPLOYEE, mystore=NEW)
    desk.controller.go_on_when_passed(Page.CONNECT, going_on(wishes))
    forget(desk)
    desk.check(LiveCheck.MYSTORE)
    assert missing(desk.draft, Page.CONNECT) == ()
    assert wishes == []


# booking, storing, giving up


def test_a_trial_can_be_booked_in_a_test_company(desk: Desk) -> None:
    desk.set_up()
    desk.controller.book_trial()
    desk.controller.book_trial()
    assert len(desk.runner.waiting) == 1
    desk.runner.answer_all()
    trial = desk.draft.trial
    assert trial is not None
    assert trial.booked is not None
    assert trial.booked.state is TransferState.TRANSFERRED
    assert not desk.controller.is_writing
    assert desk.draft.is_trial_seen


def test_a_booking_that_failed_says_why(desk: Desk) -> None:
    desk.set_up()
    desk.world.own.line.fail("facts", RemoteUnavailable(Code.NO_ANSWER, host="h"))
    desk.controller.book_trial()
    desk.runner.answer_all()
    assert desk.controller.write_problem == Problem(Code.NO_ANSWER, host="h")
    assert not desk.controller.is_writing


def test_a_bug_while_something_is_written_does_not_close_the_wizard_for_ever(desk: Desk) -> None:
    desk.set_up()
    facts = desk.world.own.facts
    desk.world.own.facts = lambda *_: facts((), 1)  # type: ignore[call-arg, method-assign]
    desk.controller.book_trial()
    with pytest.raises(TypeError):
        desk.runner.answer_all()
    assert desk.controller.write_problem == Problem(Code.BROKEN_OFF)
    assert not desk.controller.is_writing


def test_what_came_of_an_order_is_not_shown_for_another_set_up(desk: Desk) -> None:
    desk.set_up()
    desk.controller.book_trial()
    desk.edit(trial_order="7")
    desk.runner.answer_all()
    assert desk.draft.trial is None


def finished_with(desk: Desk) -> list[Profile]:
    profiles: list[Profile] = []
    desk.controller.finished.connect(profiles.append)
    return profiles


def test_a_finished_set_up_is_stored_and_nothing_is_left_of_the_draft(desk: Desk) -> None:
    profiles = finished_with(desk)
    desk.set_up()
    desk.controller.save()
    desk.edit(signed_by="Kari Regnskap")
    desk.controller.finish()
    assert desk.controller.is_writing
    desk.runner.answer_all()
    assert [profile.name for profile in profiles] == [COMPANY.name]
    desk.controller.close()
    assert desk.world.drafts.kept == {}
    assert {owner for owner, _ in desk.world.keyring.stored} == {profiles[0].secret_name}


def test_nothing_is_stored_while_a_page_has_problems(desk: Desk) -> None:
    desk.set_up()
    desk.controller.finish()
    assert desk.runner.waiting == []
    assert desk.world.settings.profiles == {}


def test_when_storing_fails_the_draft_stays(desk: Desk) -> None:
    profiles = finished_with(desk)
    desk.set_up()
    desk.edit(signed_by="Kari")
    desk.world.settings.full = True
    desk.controller.finish()
    desk.runner.answer_all()
    assert desk.controller.write_problem == Problem(Code.FILE_UNWRITABLE, path="settings.json")
    assert profiles == []
    desk.controller.close()
    assert list(desk.world.drafts.kept) == ["draft 1"]


def test_giving_up_leaves_nothing(desk: Desk) -> None:
    ends: list[str] = []
    desk.controller.given_up.connect(lambda: ends.append("end"))
    desk.connect()
    desk.controller.entered(Page.START)
    desk.controller.start(LiveCheck.BOARD)
    desk.controller.give_up()
    desk.runner.answer_all()
    desk.controller.close()
    assert (desk.world.drafts.kept, desk.world.keyring.stored, ends) == ({}, {}, ["end"])


# keeping and resuming


def test_a_page_that_is_left_is_saved_without_tokens(desk: Desk) -> None:
    desk.connect()
    desk.controller.entered(Page.START)
    kept = desk.world.drafts.kept["draft 1"]
    assert (kept.prepared, kept.consumer, kept.mystore) == (True, None, None)
    assert kept.tripletex == desk.draft.tripletex


def test_a_set_up_in_which_nothing_was_done_is_not_kept(desk: Desk) -> None:
    desk.controller.entered(Page.START)
    desk.controller.close()
    assert desk.world.drafts.kept == {}


def test_a_full_disk_is_told_until_saving_works_again(desk: Desk) -> None:
    desk.edit(prepared=True)
    desk.world.drafts.full = True
    desk.controller.entered(Page.START)
    problems = [desk.controller.save_problem]
    desk.world.drafts.full = False
    desk.controller.entered(Page.START)
    problems.append(desk.controller.save_problem)
    assert problems == [Problem(Code.FILE_UNWRITABLE, path="draft.json"), None]
    assert desk.world.drafts.kept["draft 1"].prepared


def test_closing_stops_every_check_and_saves(desk: Desk) -> None:
    desk.connect()
    desk.controller.start(LiveCheck.BOARD)
    desk.controller.start(LiveCheck.METHODS)
    desk.controller.close()
    assert not any(job.is_wanted for job in desk.runner.waiting)
    assert desk.world.drafts.kept["draft 1"].prepared


@pytest.mark.parametrize("page", Page)
def test_a_closed_wizard_goes_on_where_it_was(desk: Desk, page: Page) -> None:
    desk.do_all_before(page)
    desk.controller.entered(page)
    desk.controller.close()
    desk.runner.waiting.clear()
    again = WizardController(desk.world.service, desk.runner, desk.world.unfinished.fresh())
    restored: list[str] = []
    again.restored.connect(lambda: restored.append("restored"))
    again.restore(desk.world.unfinished.resume)
    desk.runner.answer_all()
    assert restored == ["restored"]
    assert page_to_resume(again.draft) is page
    assert replace(again.draft, trial=None) == replace(desk.draft, trial=None)


def test_a_note_on_what_could_not_be_brought_back_is_kept_for_the_window(desk: Desk) -> None:
    desk.world.drafts.unreadable = True
    desk.controller.restore(desk.world.unfinished.resume)
    desk.runner.answer_all()
    assert desk.controller.note is not None
    assert desk.controller.note.code is Code.SETTINGS_UNREADABLE
    assert desk.draft == SetupDraft(id="draft 2")


def test_what_was_ticked_while_the_keyring_was_asked_for_nothing_stays(desk: Desk) -> None:
    desk.world.keyring.locked = True
    begun = WizardController(desk.world.service, desk.runner, desk.world.unfinished.fresh())
    begun.restore(desk.world.unfinished.resume)
    begun.update(lambda draft: replace(draft, prepared=True))
    desk.runner.answer_all()
    assert begun.draft.prepared
    assert begun.note == Problem(Code.KEYRING_LOCKED)


def test_a_profile_that_is_gone_is_told(desk: Desk) -> None:
    problems: list[Problem] = []
    desk.controller.not_restored.connect(problems.append)
    desk.controller.restore(lambda: desk.world.unfinished.change("Borte"))
    desk.runner.answer_all()
    assert problems == [Problem(Code.PROFILE_UNKNOWN, profile="Borte", profiles="")]


# a profile is changed


def changing(desk: Desk) -> Profile:
    profile = replace(a_profile(), name="Garn", environment=Environment.TEST)
    desk.world.settings.save(profile)
    for name, secret in (("consumer", CONSUMER), ("employee", EMPLOYEE), ("mystore", MYSTORE)):
        desk.world.keyring.store(profile.secret_name, name, secret)
    desk.controller.restore(lambda: desk.world.unfinished.change("Garn"))
    desk.runner.answer_all()
    return profile


def test_one_token_is_replaced_without_redoing_the_rest(desk: Desk) -> None:
    profile = changing(desk)
    profiles = finished_with(desk)
    desk.edit(employee=NEW)
    desk.controller.replace_tokens()
    assert desk.runner.waiting == []
    desk.check(LiveCheck.TRIPLETEX, LiveCheck.MYSTORE)
    desk.controller.replace_tokens()
    desk.runner.answer_all()
    assert profiles == [profile]
    assert desk.world.keyring.tokens(profile.secret_name)["employee"] == "new"


def test_the_tokens_of_a_new_set_up_are_not_stored_alone(desk: Desk) -> None:
    desk.connect()
    desk.controller.replace_tokens()
    assert desk.runner.waiting == []


def test_a_new_token_must_open_the_company_of_the_profile(desk: Desk) -> None:
    changing(desk)
    desk.world.own.known = replace(desk.world.own.known, company=CLIENT)
    desk.edit(employee=NEW)
    desk.check(LiveCheck.TRIPLETEX)
    problem = desk.problem(LiveCheck.TRIPLETEX)
    assert problem is not None
    assert problem.code is Code.WRONG_COMPANY


def test_a_changed_mapping_is_a_new_numbered_version(desk: Desk) -> None:
    profile = changing(desk)
    profiles = finished_with(desk)
    desk.check(LiveCheck.TRIPLETEX, LiveCheck.MYSTORE, LiveCheck.BOARD, LiveCheck.METHODS)
    desk.controller.update(lambda draft: choose(draft, "vipps", Posting.NOT_PAID))
    desk.controller.update(lambda draft: confirm(draft, "Ola", desk.controller.now()))
    desk.check(LiveCheck.TRIAL)
    desk.edit(signed_by="Ola")
    desk.controller.finish()
    desk.runner.answer_all()
    assert [row.mapping.version for row in profiles] == [profile.mapping.version + 1]


# with real threads


def test_everything_works_with_real_threads(qtbot: QtBot) -> None:
    world, runner = SetupWorld(), JobRunner()
    draft = replace(READY, tripletex=None, shop=None, board=(), methods_for="")
    controller = WizardController(world.service, runner, draft)
    wishes: list[str] = []
    try:
        controller.go_on_when_passed(Page.CONNECT, going_on(wishes))
        qtbot.waitUntil(lambda: wishes == ["on"])
        controller.start(LiveCheck.BOARD)
        controller.start(LiveCheck.METHODS)
        qtbot.waitUntil(lambda: controller.result(LiveCheck.BOARD) is not None)
        qtbot.waitUntil(lambda: controller.draft.methods_read)
        assert controller.draft.opened == f"test {COMPANY.id} {SHOP}"
    finally:
        runner.close()
