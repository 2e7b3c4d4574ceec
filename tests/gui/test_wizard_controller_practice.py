"""The whole set-up against the practice servers: from pasted tokens to a stored profile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tripletex_wizard.adapters.addresses import MYSTORE_VARIABLE, TRIPLETEX_VARIABLE
from tripletex_wizard.adapters.secrets import MemorySecrets
from tripletex_wizard.app import Program
from tripletex_wizard.domain.choices import accept_suggestions, choose, confirm
from tripletex_wizard.domain.draft import LiveCheck, Page, Posting, SetupDraft, missing
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.prerequisites import CheckStatus, Prerequisite
from tripletex_wizard.domain.profile import Environment, Profile, VatRules, ZeroReason
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.setup import payment_type_named
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.wizard.controller import WizardController
from tripletex_wizard.practice.launch import PracticeServers

PATIENCE = 30_000  # milliseconds


@pytest.fixture(scope="module")
def servers() -> Iterator[PracticeServers]:
    with PracticeServers() as running:
        yield running


@pytest.fixture
def program(servers: PracticeServers, tmp_path: Path) -> Program:
    environ = {
        **os.environ,
        TRIPLETEX_VARIABLE: servers.tripletex_url,
        MYSTORE_VARIABLE: servers.mystore_url,
    }
    return Program(tmp_path, secrets=MemorySecrets(), environ=environ)


class SetUp:
    """A controller whose checks are waited for."""

    def __init__(self, qtbot: QtBot, program: Program, runner: JobRunner) -> None:
        self.qtbot = qtbot
        self.controller = program.wizard_controller(runner)
        qtbot.waitSignal(self.controller.restored, timeout=PATIENCE).wait()

    @property
    def draft(self) -> SetupDraft:
        return self.controller.draft

    def edit(self, **change: object) -> None:
        self.controller.update(lambda draft: replace(draft, **change))  # type: ignore[arg-type]

    def check(self, check: LiveCheck) -> None:
        self.controller.start(check)
        self.qtbot.waitUntil(lambda: self.controller.result(check) is not None, timeout=PATIENCE)

    def must_be_mended(self) -> list[Prerequisite]:
        rows = self.draft.board
        return [row.prerequisite for row in rows if row.status is CheckStatus.MUST_FIX]

    def code(self, check: LiveCheck) -> Code | None:
        result = self.controller.result(check)
        return result.problem.code if result and result.problem else None


@pytest.fixture
def given(qtbot: QtBot, program: Program, runner: JobRunner) -> SetUp:
    return SetUp(qtbot, program, runner)


def tokens(servers: PracticeServers) -> dict[str, object]:
    return {
        "environment": Environment.PRACTICE,
        "prepared": True,
        "other_transfer_off": True,
        "consumer": Secret(servers.consumer_token),
        "employee": Secret(servers.employee_token),
        "mystore": Secret(servers.mystore_token),
    }


def test_a_whole_set_up_is_made_closed_resumed_and_stored(
    qtbot: QtBot, given: SetUp, program: Program, runner: JobRunner, servers: PracticeServers
) -> None:
    given.edit(**tokens(servers))
    for check in (LiveCheck.TRIPLETEX, LiveCheck.MYSTORE, LiveCheck.BOARD, LiveCheck.METHODS):
        given.check(check)
    assert given.must_be_mended() == [Prerequisite.VAT]
    servers.tripletex.set_company(active_vat_codes=("3", "31", "32", "33", "5", "6", "52"))
    given.controller.check_row(Prerequisite.VAT)
    qtbot.waitUntil(lambda: not missing(given.draft, Page.PREREQUISITES), timeout=PATIENCE)
    given.controller.update(decided)
    given.edit(signed_by="Kari Regnskap")
    given.controller.close()

    again = SetUp(qtbot, program, runner)
    assert again.draft == replace(given.draft, trial=None)
    again.check(LiveCheck.TRIAL)
    assert again.draft.trial is not None
    assert again.draft.trial.plan is not None, again.draft.trial.problems
    again.controller.book_trial()
    qtbot.waitUntil(lambda: booked(again.controller) is not None, timeout=PATIENCE)
    assert booked(again.controller) is TransferState.TRANSFERRED
    assert [page for page in Page if missing(again.draft, page)] == []
    with qtbot.waitSignal(again.controller.finished, timeout=PATIENCE) as finished:
        again.controller.finish()
    assert finished.args is not None
    (profile,) = finished.args
    assert isinstance(profile, Profile)
    with program.connect(profile.name) as connection:
        number = again.draft.trial.order.number if again.draft.trial.order else ""
        assert number not in {order.number for order in connection.orders.pending()}
    assert program.unfinished_setups().resume().draft.consumer is None


def decided(draft: SetupDraft) -> SetupDraft:
    draft = accept_suggestions(draft)
    for row in draft.methods:
        if not row.is_decided:
            draft = choose(draft, row.method, Posting.NOT_PAID)
    assert draft.rules is not None
    assert draft.tripletex is not None
    gift_card = payment_type_named("Gavekort", draft.tripletex.payment_types)
    vat = VatRules(zero_reasons=(ZeroReason("BOK-*", "5"),))
    rules = replace(draft.rules, gift_card_payment_type=gift_card, vat=vat)
    draft = replace(draft, rules=rules)
    return confirm(draft, "Kari Regnskap", draft.board_checked_at or pytest.fail("no board"))


def booked(controller: WizardController) -> TransferState | None:
    trial = controller.draft.trial
    return trial.booked.state if trial and trial.booked else None


@pytest.mark.parametrize(
    ("change", "check", "code"),
    [
        (
            {"consumer": Secret("nonsense")},
            LiveCheck.TRIPLETEX,
            Code.CONSUMER_TOKEN_REJECTED,
        ),
        (
            {"employee": Secret("nonsense")},
            LiveCheck.TRIPLETEX,
            Code.EMPLOYEE_TOKEN_REJECTED,
        ),
        ({"mystore": Secret("nonsense")}, LiveCheck.MYSTORE, Code.SHOP_TOKEN_NOT_A_TOKEN),
    ],
)
def test_a_wrong_token_is_told_apart(
    given: SetUp,
    servers: PracticeServers,
    change: dict[str, object],
    check: LiveCheck,
    code: Code,
) -> None:
    given.edit(**tokens(servers) | change)
    given.check(check)
    assert given.code(check) is code


def test_no_network_is_told_apart(
    qtbot: QtBot, tmp_path: Path, runner: JobRunner, servers: PracticeServers
) -> None:
    with PracticeServers() as gone:
        environ = {TRIPLETEX_VARIABLE: gone.tripletex_url, MYSTORE_VARIABLE: gone.mystore_url}
    given = SetUp(qtbot, Program(tmp_path, secrets=MemorySecrets(), environ=environ), runner)
    given.edit(**tokens(servers))
    given.check(LiveCheck.MYSTORE)
    assert given.code(LiveCheck.MYSTORE) is Code.NO_ANSWER
