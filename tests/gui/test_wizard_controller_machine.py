"""Whatever is edited and answered in whatever order, no page stands on an undone one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.fakes.runner import ManualRunner
from tests.fakes.setup import CONSUMER, EMPLOYEE, MYSTORE, SetupWorld
from tripletex_wizard.domain.choices import accept_suggestions, choose, confirm, withdraw
from tripletex_wizard.domain.draft import LiveCheck, Page, Posting, SetupDraft, missing
from tripletex_wizard.domain.errors import Code, RemoteUnavailable
from tripletex_wizard.domain.prerequisites import Prerequisite
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.wizard.controller import WizardController

Edit = Callable[[SetupDraft], SetupDraft]
OTHER = Secret("other")


def setting(**change: Any) -> Edit:
    return lambda draft: replace(draft, **change)


def no_statuses(draft: SetupDraft) -> SetupDraft:
    return replace(draft, rules=draft.rules and replace(draft.rules, completed_statuses=()))


def all_statuses(draft: SetupDraft) -> SetupDraft:
    statuses = draft.shop.statuses if draft.shop else ()
    return replace(draft, rules=draft.rules and replace(draft.rules, completed_statuses=statuses))


def confirmed(draft: SetupDraft) -> SetupDraft:
    return confirm(draft, "Kari", SetupWorld().clock.now())


EDITS: dict[Page, list[Edit]] = {
    Page.START: [
        setting(prepared=True, other_transfer_off=True),
        setting(prepared=False),
        setting(environment=Environment.TEST),
        setting(environment=Environment.PRACTICE),
    ],
    Page.CONNECT: [
        setting(consumer=CONSUMER, employee=EMPLOYEE, mystore=MYSTORE),
        setting(employee=OTHER),
        setting(employee=None),
        setting(mystore=OTHER),
        setting(client_company_id=5),
    ],
    Page.PREREQUISITES: [
        setting(customer_numbers_confirmed=True),
        setting(customer_numbers_confirmed=False),
    ],
    Page.MAPPING: [
        lambda draft: confirmed(accept_suggestions(draft)),
        lambda draft: choose(draft, "vipps", Posting.LEFT_OUT),
        lambda draft: choose(draft, "vipps", Posting.NOT_PAID),
        confirmed,
        withdraw,
    ],
    Page.TRANSFER: [all_statuses, no_statuses],
    Page.TRIAL: [setting(trial_order=""), setting(trial_order="10457"), setting(trial_order="404")],
    Page.SUMMARY: [setting(signed_by="Kari"), setting(signed_by="")],
}
CHECKS: dict[Page, list[LiveCheck]] = {
    Page.CONNECT: [LiveCheck.TRIPLETEX, LiveCheck.MYSTORE],
    Page.PREREQUISITES: [LiveCheck.BOARD],
    Page.MAPPING: [LiveCheck.METHODS],
    Page.TRIAL: [LiveCheck.TRIAL],
}


class Wizard(RuleBasedStateMachine):
    """A window reduced to the page that it shows: Next and Back as QWizard calls them."""

    def __init__(self) -> None:
        super().__init__()
        self.world = SetupWorld()
        self.runner = ManualRunner()
        self.controller = WizardController(
            self.world.service, self.runner, self.world.unfinished.fresh()
        )
        self.page = Page.START

    @initialize(done=st.sampled_from(Page))
    def begin(self, done: Page) -> None:
        """Often far on, or the last pages would hardly ever be reached."""
        for page in (each for each in Page if each < done):
            self.runner.answer_all()
            self.controller.update(EDITS[page][0])
            self.go_on()
        self.runner.answer_all()
        assert self.page is done

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        self.controller.update(data.draw(st.sampled_from(EDITS[self.page])))

    @rule()
    def go_on(self) -> None:
        page = self.page
        if page is not Page.SUMMARY and self.controller.go_on_when_passed(page, self.go_on):
            self.enter(Page(page + 1))

    @rule()
    def go_back(self) -> None:
        if self.page is not Page.START:
            self.enter(Page(self.page - 1))

    def enter(self, page: Page) -> None:
        self.page = page
        self.controller.left()
        for check in CHECKS.get(page, []):
            if check not in {LiveCheck.TRIPLETEX, LiveCheck.MYSTORE}:
                self.controller.start(check)

    @rule(data=st.data())
    def check_again(self, data: st.DataObject) -> None:
        if checks := CHECKS.get(self.page):
            self.controller.start_again(data.draw(st.sampled_from(checks)))

    @rule(row=st.sampled_from(Prerequisite))
    def check_row_again(self, row: Prerequisite) -> None:
        if self.page is Page.PREREQUISITES:
            self.controller.check_row(row)

    @rule(data=st.data(), rude=st.booleans(), fails=st.booleans())
    def answer(self, data: st.DataObject, rude: bool, fails: bool) -> None:
        if not self.runner.waiting:
            return
        failure = RemoteUnavailable(Code.NO_ANSWER, host="h")
        self.world.shop.failure = failure if fails else None
        self.world.own.settings.bank_accounts = () if fails else self.bank_accounts
        place = data.draw(st.integers(0, len(self.runner.waiting) - 1))
        self.runner.answer(place, rude=rude)
        self.world.shop.failure = None

    @property
    def bank_accounts(self) -> Any:
        return SetupWorld().own.settings.bank_accounts

    @rule()
    def answer_everything(self) -> None:
        self.world.own.settings.bank_accounts = self.bank_accounts
        self.runner.answer_all()

    @rule()
    def lock_or_unlock_the_keyring(self) -> None:
        self.world.keyring.locked = not self.world.keyring.locked

    @rule()
    def close_and_resume(self) -> None:
        self.controller.close()
        self.controller.restore(self.world.unfinished.resume)
        self.runner.answer_all()
        while any(missing(self.controller.draft, page) for page in Page if page < self.page):
            self.page = Page(self.page - 1)

    @invariant()
    def no_page_stands_on_an_undone_one(self) -> None:
        draft = self.controller.draft
        undone = {page: missing(draft, page) for page in Page if page < self.page}
        assert not any(undone.values()), (self.page, undone)

    @invariant()
    def nothing_is_left_open(self) -> None:
        assert self.world.still_open == 0

    def teardown(self) -> None:
        self.runner.close()


@pytest.mark.usefixtures("qapp")
def test_no_page_ever_stands_on_an_undone_one() -> None:
    run_state_machine_as_test(
        Wizard,
        settings=settings(
            max_examples=60,
            stateful_step_count=40,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
