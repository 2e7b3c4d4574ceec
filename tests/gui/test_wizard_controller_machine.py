"""Whatever is edited and answered in whatever order, no page stands on an undone one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.fakes.ledger import FakeLedger
from tests.fakes.runner import ManualRunner
from tests.fakes.setup import CONSUMER, EMPLOYEE, MYSTORE, SetupWorld
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import COMPANY, SHOP, company_facts
from tests.unit.domain.drafts import READY
from tripletex_wizard.domain.choices import accept_suggestions, choose, confirm, withdraw
from tripletex_wizard.domain.draft import (
    LiveCheck,
    Page,
    Posting,
    SetupDraft,
    missing,
    page_to_resume,
    profile_of_draft,
)
from tripletex_wizard.domain.errors import Code, RemoteUnavailable
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.prerequisites import (
    STOPS_SINGLE_ORDERS,
    CheckStatus,
    Prerequisite,
)
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.setup_ports import OnLoaded
from tripletex_wizard.services.unfinished import Begun, tokens_of

Edit = Callable[[SetupDraft], SetupDraft]
OTHER = Secret("other")
OTHER_COMPANY = Company(9, "Annen AS", "271828182")


def setting(**change: Any) -> Edit:
    return lambda draft: replace(draft, **change)


def no_statuses(draft: SetupDraft) -> SetupDraft:
    return replace(draft, rules=draft.rules and replace(draft.rules, completed_statuses=()))


def all_statuses(draft: SetupDraft) -> SetupDraft:
    statuses = draft.shop.statuses if draft.shop else ()
    return replace(draft, rules=draft.rules and replace(draft.rules, completed_statuses=statuses))


def confirmed(draft: SetupDraft) -> SetupDraft:
    return confirm(draft, "Kari", SetupWorld().clock.now())


NAME = "Fjord Garn AS"


def in_use() -> Profile:
    """The profile of a set-up that was finished before."""
    return replace(profile_of_draft(READY, version=3), name=NAME)


EDITS: dict[Page, list[Edit]] = {
    Page.START: [
        setting(prepared=True, other_transfer_off=True),
        setting(prepared=False),
        setting(environment=Environment.TEST),
        setting(environment=Environment.PRACTICE),
    ],
    Page.CONNECT: [
        setting(consumer=CONSUMER, employee=EMPLOYEE, mystore=MYSTORE),
        setting(consumer=CONSUMER, employee=OTHER, mystore=MYSTORE),
        setting(employee=OTHER),
        setting(employee=EMPLOYEE),
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
    Page.TRIAL: [
        setting(trial_order=""),
        setting(trial_order="10457"),
        setting(trial_order="404"),
        lambda draft: replace(draft, untried=draft.trial_inputs),
        setting(untried=""),
    ],
    Page.SUMMARY: [setting(signed_by="Kari"), setting(signed_by="")],
}
CHECKS: dict[Page, list[LiveCheck]] = {
    Page.CONNECT: [LiveCheck.TRIPLETEX, LiveCheck.MYSTORE],
    Page.PREREQUISITES: [LiveCheck.BOARD],
    Page.MAPPING: [LiveCheck.METHODS],
    Page.TRIAL: [LiveCheck.TRIAL],
}


class TwoOfEach(SetupWorld):
    """Other tokens open another company and another shop."""

    def ledger(
        self,
        environment: Environment,
        tokens: Mapping[str, Secret],
        client_company: int | None,
        cancel: CancelToken,
    ) -> AbstractContextManager[FakeLedger]:
        company = OTHER_COMPANY if tokens["employee"] == OTHER else COMPANY
        self.own.known = replace(self.own.known, company=company)
        return super().ledger(environment, tokens, client_company, cancel)

    def webshop(
        self, environment: Environment, token: Secret, cancel: CancelToken, on_loaded: OnLoaded
    ) -> AbstractContextManager[FakeWebshop]:
        self.shop.name = "annen" if token == OTHER else SHOP
        return super().webshop(environment, token, cancel, on_loaded)


class Wizard(RuleBasedStateMachine):
    """A window reduced to the page that it shows: Next and Back as QWizard calls them."""

    is_change = False

    def __init__(self) -> None:
        super().__init__()
        self.world = TwoOfEach()
        self.runner = ManualRunner()
        self.controller = WizardController(
            self.world.service, self.runner, self.world.unfinished.fresh()
        )
        self.page = self.furthest = Page.START
        self.wishes_from: Page | None = None
        if self.is_change:
            self.world.saver.keep(in_use(), tokens_of(READY))
            self.restore()
            self.furthest = Page.SUMMARY

    @initialize(done=st.sampled_from([*Page, *[Page.CONNECT] * 5, Page.PREREQUISITES]))
    def begin(self, done: Page) -> None:
        """Often far on, or the last pages would hardly ever be reached."""
        begun_on = self.page
        for page in (each for each in Page if begun_on <= each < done):
            self.runner.answer_all()
            self.controller.update(EDITS[page][0])
            self.press_next()
        self.runner.answer_all()
        assert self.page is max(done, begun_on)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        before = self.controller.draft
        self.controller.update(data.draw(st.sampled_from(EDITS[self.page])))
        if self.controller.draft != before:
            self.wishes_from = None

    @precondition(lambda self: self.page is not Page.SUMMARY)
    @rule()
    def press_next(self) -> None:
        self.wishes_from = self.page
        if self.controller.go_on_when_passed(self.page, self.go_on):
            self.go_on()

    def go_on(self) -> None:
        assert self.wishes_from is self.page
        self.enter(Page(self.page + 1))

    @precondition(lambda self: self.page is not Page.START)
    @rule()
    def go_back(self) -> None:
        self.enter(Page(self.page - 1))

    def enter(self, page: Page) -> None:
        self.page, self.wishes_from = page, None
        self.furthest = max(page, self.furthest)
        self.controller.entered(page)
        if page not in {Page.START, Page.CONNECT}:
            for check in CHECKS.get(page, []):
                self.controller.start(check)

    @precondition(lambda self: self.page in CHECKS)
    @rule(data=st.data())
    def check_again(self, data: st.DataObject) -> None:
        self.controller.start_again(data.draw(st.sampled_from(CHECKS[self.page])))

    @precondition(lambda self: self.page is Page.PREREQUISITES)
    @rule(row=st.sampled_from(Prerequisite))
    def check_row_again(self, row: Prerequisite) -> None:
        self.controller.check_row(row)

    @precondition(lambda self: self.runner.waiting)
    @rule(data=st.data(), rude=st.booleans(), fails=st.booleans(), codes=st.booleans())
    def answer(self, data: st.DataObject, rude: bool, fails: bool, codes: bool) -> None:
        self.activate(codes=codes)
        failure = RemoteUnavailable(Code.NO_ANSWER, host="h")
        self.world.shop.failure = failure if fails else None
        self.world.own.settings.bank_accounts = () if fails else self.bank_accounts
        place = data.draw(st.integers(0, len(self.runner.waiting) - 1))
        self.runner.answer(place, rude=rude)
        self.world.shop.failure = None

    @property
    def bank_accounts(self) -> Any:
        return SetupWorld().own.settings.bank_accounts

    def activate(self, *, codes: bool) -> None:
        """The VAT codes that the shop's orders need, or none."""
        vat_codes = company_facts().vat_codes if codes else ()
        self.world.own.known = replace(self.world.own.known, vat_codes=vat_codes)

    @precondition(lambda self: self.runner.waiting)
    @rule(codes=st.booleans())
    def answer_everything(self, codes: bool) -> None:
        self.activate(codes=codes)
        self.world.own.settings.bank_accounts = self.bank_accounts
        self.runner.answer_all()

    @rule(locked=st.sampled_from([False, False, True]))
    def lock_or_unlock_the_keyring(self, locked: bool) -> None:
        self.world.keyring.locked = locked

    @rule()
    def close_and_resume(self) -> None:
        self.controller.close()
        self.restore()

    def restore(self) -> None:
        self.controller.restore(self.begin_again)
        self.runner.answer_all()
        self.wishes_from = None
        self.page = page_to_resume(self.controller.draft)

    def begin_again(self) -> Begun:
        unfinished = self.world.unfinished
        return unfinished.change(NAME) if self.is_change else unfinished.resume()

    @invariant()
    def no_page_is_taken_for_seen_that_was_not(self) -> None:
        assert page_to_resume(self.controller.draft) <= self.furthest

    @invariant()
    def no_page_stands_on_an_undone_one(self) -> None:
        draft = self.controller.draft
        undone = {page: missing(draft, page) for page in Page if page < self.page}
        assert not any(undone.values()), (self.page, undone)

    @invariant()
    def only_what_stops_single_orders_of_a_set_up_in_use_waits_to_be_mended(self) -> None:
        rows = self.controller.draft.board
        left = {row.finding for row in rows if row.status is CheckStatus.MUST_FIX}
        if self.page > Page.PREREQUISITES:
            assert left <= (STOPS_SINGLE_ORDERS if self.is_change else set()), left

    @invariant()
    def what_was_opened_is_what_these_tokens_open(self) -> None:
        draft = self.controller.draft
        kept = self.world.keyring.tokens(f"unfinished {draft.id}")
        if draft.tripletex is not None:
            assert draft.company == (OTHER_COMPANY if draft.employee == OTHER else COMPANY)
            assert draft.employee == Secret(kept["employee"])
        if draft.shop is not None:
            assert draft.shop.shop == ("annen" if draft.mystore == OTHER else SHOP)
            assert draft.mystore == Secret(kept["mystore"])

    @invariant()
    def nothing_is_left_open(self) -> None:
        assert self.world.still_open == 0

    def teardown(self) -> None:
        self.runner.close()


class ChangingWizard(Wizard):
    """The same for a set-up that is in use."""

    is_change = True


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("machine", [Wizard, ChangingWizard])
def test_no_page_ever_stands_on_an_undone_one(machine: type[Wizard]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=60,
            stateful_step_count=40,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
