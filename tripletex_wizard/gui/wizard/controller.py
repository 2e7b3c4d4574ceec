"""The draft's only writer: edits, what live checks found, saving, and the wish to go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tripletex_wizard.domain.checks import CLEARED_BY, CheckResult, inputs_of
from tripletex_wizard.domain.draft import LiveCheck, Missing, Page, SetupDraft, missing
from tripletex_wizard.domain.errors import AppError, Problem, StorageError
from tripletex_wizard.domain.prerequisites import Prerequisite
from tripletex_wizard.domain.profile import Profile
from tripletex_wizard.domain.transfer import Outcome
from tripletex_wizard.gui.jobs import JobRunner, Lane
from tripletex_wizard.gui.wizard.board_check import BoardCheck
from tripletex_wizard.gui.wizard.draft_holder import DraftHolder
from tripletex_wizard.gui.wizard.single_checks import SingleChecks
from tripletex_wizard.services.setup import SetupService
from tripletex_wizard.services.unfinished import Begun

T = TypeVar("T")

GoOn = Callable[[], object]


class WizardController(DraftHolder):
    """Holds one draft. Everything here belongs to the GUI thread; what is slow runs in jobs.

    Signals besides `draft_changed`: `restored` when `restore` has put a draft in place,
    `not_restored(Problem)` when it could not; `finished(Profile)` when the set-up, or its new
    tokens, are stored; `given_up` when nothing of the draft is left.

    `note` is why something kept could not be brought back, `save_problem` why the draft could not
    be saved, `write_problem` why the last booking or storing failed.
    """

    restored = Signal()
    not_restored = Signal(object)
    finished = Signal(object)
    given_up = Signal()

    def __init__(
        self,
        service: SetupService,
        runner: JobRunner,
        draft: SetupDraft,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(draft, parent)
        self.note: Problem | None = None
        self.save_problem: Problem | None = None
        self.write_problem: Problem | None = None
        self._service = service
        self._unfinished = service.unfinished
        self._runner = runner
        self._saved = self._first = draft
        self._is_over = False
        self._is_writing = False
        self._wish: tuple[Page, GoOn] | None = None
        self._singles = SingleChecks(self, service, runner)
        self._board = BoardCheck(self, service, runner)

    # the draft

    def update(self, change: Callable[[SetupDraft], SetupDraft]) -> None:
        """Replace the draft by `change` of it: an edit by a person.

        What was found for other inputs is dropped, checks under way for them are cancelled, and
        a wish to go on is forgotten. A change that changes nothing is not told to anybody.
        """
        changed = change(self._draft)
        if changed != self._draft:
            self._wish = None
            self.put(changed)

    def tell(self) -> None:
        """Say that something changed, and go on if somebody waits for just that."""
        self._singles.cancel_outdated()
        self._board.cancel_outdated()
        super().tell()
        if self._wish is None:
            return
        page, go_on = self._wish
        if not missing(self._draft, page):
            self._wish = None
            go_on()
        elif self.problems(page):
            self._wish = None

    # pages

    def problems(self, page: Page) -> tuple[Missing, ...]:
        """Why Next is closed, in the order of the page's controls; empty when it is open.

        A connection that has not been tried yet does not close it: Next then starts the check.
        """
        return tuple(row for row in missing(self._draft, page) if not self._is_untried(row))

    def go_on_when_passed(self, page: Page, go_on: GoOn) -> bool:
        """Whether `page` can be left now. If only checks are missing, they are started.

        `go_on` is then called once when they have passed, unless something is edited, the page is
        left, or a check finds something that needs a person.
        """
        lacking = missing(self._draft, page)
        if not lacking:
            return True
        if not self.problems(page):
            self._wish = (page, go_on)
            for row in lacking:
                self.start(CLEARED_BY[row])
        return False

    def entered(self, page: Page) -> None:
        """Another page is left for `page`: the wish to go on is gone, the draft saved."""
        self._wish = None
        reached = max(page, self._draft.reached)
        if reached != self._draft.reached:
            self.put(replace(self._draft, reached=reached))
        self.save()

    # live checks

    def start(self, check: LiveCheck) -> None:
        """Run a check with the draft's present inputs, off the GUI thread.

        Nothing happens when it has passed or is running with them, or when inputs are missing.
        """
        if check is LiveCheck.BOARD:
            self._board.start()
        else:
            self._singles.start(check)

    def start_again(self, check: LiveCheck) -> None:
        """Forget what a check found, and run it («Kontroller igjen»)."""
        if check is LiveCheck.BOARD:
            self._board.start_again()
        else:
            self._singles.start_again(check)

    def check_board(self) -> None:
        """Every row of the board anew; they arrive one at a time in `draft.board`."""
        self.start_again(LiveCheck.BOARD)

    def check_row(self, prerequisite: Prerequisite) -> None:
        """One row anew. It leaves the board until its answer comes."""
        self._board.check_row(prerequisite)

    def running(self, check: LiveCheck) -> bool:
        """Whether a check is under way for the present inputs."""
        if check is LiveCheck.BOARD:
            return self._board.is_running
        return self._singles.running(check)

    def running_row(self, prerequisite: Prerequisite) -> bool:
        """Whether a row of the board is being checked, or waits for its turn."""
        return self._board.running_row(prerequisite)

    def result(self, check: LiveCheck) -> CheckResult | None:
        """What a check gave for the present inputs; None before, and while it runs.

        What it found is in the draft. A passed board may hold rows that must be mended.
        """
        if self.running(check):
            return None
        checks = self._board if check is LiveCheck.BOARD else self._singles
        return checks.result(check)

    def orders_read(self, check: LiveCheck) -> tuple[int, int | None] | None:
        """How many orders a running check has read, and of how many when that is known."""
        return self._singles.orders_read(check)

    def now(self) -> datetime:
        """The present moment, for a confirmation."""
        return self._service.now()

    # what is written outside

    @property
    def is_writing(self) -> bool:
        """Whether a trial is being booked, or the set-up stored or given up."""
        return self._is_writing

    def book_trial(self) -> None:
        """Book the trial's order in a test company; what came of it is in `draft.trial.booked`."""
        draft, inputs = self._draft, inputs_of(self._draft, LiveCheck.TRIAL)

        def show(outcome: Outcome) -> None:
            trial = self._draft.trial
            if trial is not None and inputs == inputs_of(self._draft, LiveCheck.TRIAL):
                self.put(replace(self._draft, trial=replace(trial, booked=outcome)))

        self._write(lambda: self._service.book_trial(draft), show)

    def finish(self) -> None:
        """Store tokens and settings; nothing happens while something is missing on a page."""
        draft = self._draft
        if not any(missing(draft, page) for page in Page):
            self._write(lambda: self._service.finish(draft), self._stored)

    def replace_tokens(self) -> None:
        """Store just the checked tokens of the profile that is being changed."""
        draft = self._draft
        if draft.profile_name and not missing(draft, Page.CONNECT):
            self._write(lambda: self._service.replace_tokens(draft), self._stored)

    def give_up(self) -> None:
        """Forget the draft and its tokens; a profile that it was to change stays as it is."""
        draft = self._draft

        def end(_nothing: None) -> None:
            self._is_over = True
            self.given_up.emit()

        self._cancel_checks()
        self._write(lambda: self._unfinished.give_up(draft), end)

    # keeping

    def restore(self, begin: Callable[[], Begun]) -> None:
        """Put the draft in place that `begin` brings back; it may ask the keyring.

        When nothing was kept, what has been done meanwhile stays.
        """
        self._runner.submit(
            lambda _token, _report: begin(),
            owner=self,
            on_result=self._begin,
            on_error=lambda error: self.not_restored.emit(error.problem),
        )

    def save(self) -> None:
        """Keep the draft, without tokens, if it has changed since; see `save_problem`."""
        if self._is_over or self._draft == self._saved:
            return
        try:
            self._unfinished.save(self._draft)
        except StorageError as error:
            self.save_problem = error.problem
        else:
            self.save_problem = None
            self._saved = self._draft
        self.tell()

    def close(self) -> None:
        """Stop every check and save; the set-up can be gone on with later."""
        self._wish = None
        self._cancel_checks()
        self.save()

    def _is_untried(self, reason: Missing) -> bool:
        check = CLEARED_BY.get(reason)
        return check is not None and self.result(check) is None

    def _cancel_checks(self) -> None:
        self._singles.cancel_all()
        self._board.cancel_all()

    def _begin(self, begun: Begun) -> None:
        self.note = begun.note
        is_fresh = replace(begun.draft, id=self._first.id) == self._first
        if is_fresh and self._draft != self._first:
            self.tell()
            return
        self._draft = self._saved = begun.draft
        self.tell()
        self.restored.emit()

    def _stored(self, profile: Profile) -> None:
        self._is_over = True
        self.finished.emit(profile)

    def _write(self, work: Callable[[], T], on_result: Callable[[T], None]) -> None:
        """One thing at a time is written outside."""
        if self._is_writing:
            return
        self._is_writing, self.write_problem = True, None

        def done(result: T) -> None:
            self._is_writing = False
            on_result(result)
            self.tell()

        def failed(error: AppError) -> None:
            self._is_writing, self.write_problem = False, error.problem
            self.tell()

        self._runner.submit(
            lambda _token, _report: work(),
            owner=self,
            on_result=done,
            on_error=failed,
            lane=Lane.WRITE,
        )
        self.tell()
