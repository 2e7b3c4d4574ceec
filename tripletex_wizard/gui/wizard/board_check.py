"""The prerequisite board: rows arrive one at a time, and can be asked for again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tripletex_wizard.domain.checks import (
    CheckResult,
    inputs_of,
    is_passed,
    is_possible,
    with_row,
    without_rows,
)
from tripletex_wizard.domain.draft import LiveCheck, SetupDraft
from tripletex_wizard.domain.errors import AppError, Problem
from tripletex_wizard.domain.prerequisites import BoardRow, Prerequisite
from tripletex_wizard.gui.jobs import Job, JobRunner, Report
from tripletex_wizard.gui.wizard.draft_holder import DraftHolder
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.setup import SetupService


@dataclass(eq=False)
class _Run:
    """Rows being checked for inputs with this fingerprint."""

    inputs: str
    job: Job[None] | None = None

    def cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()


class BoardCheck:
    """Checks rows of the board, and puts each into the holder's draft when its answer comes.

    A row that is being checked is not on the board, so that no page is left on an old answer.
    """

    def __init__(self, holder: DraftHolder, service: SetupService, runner: JobRunner) -> None:
        self._holder = holder
        self._service = service
        self._runner = runner
        self._runs: dict[Prerequisite, _Run] = {}
        self._failure: tuple[str, Problem] | None = None

    @property
    def is_running(self) -> bool:
        """Whether any row is being checked."""
        return bool(self._runs)

    def running_row(self, prerequisite: Prerequisite) -> bool:
        """Whether a row is being checked, or waits for its turn."""
        return prerequisite in self._runs

    def result(self, check: LiveCheck) -> CheckResult | None:
        """The board as a whole: complete, not connected, or not made."""
        if is_passed(self._holder.draft, check):
            return CheckResult(check)
        inputs, problem = self._failure or ("", None)
        if problem is None or not self._fits(inputs):
            return None
        return CheckResult(check, problem)

    def start(self) -> None:
        """Check the rows that are missing and not being checked."""
        there = {row.prerequisite for row in self._holder.draft.board} | self._runs.keys()
        self._check([row for row in Prerequisite if row not in there])

    def start_again(self) -> None:
        """Check every row anew."""
        self.cancel_all()
        self._check(list(Prerequisite))

    def check_row(self, prerequisite: Prerequisite) -> None:
        """Check one row anew, unless its answer is under way."""
        if not self.running_row(prerequisite):
            self._check([prerequisite])

    def cancel_outdated(self) -> None:
        """Stop when the board is no longer that of what the tokens open."""
        if any(not self._fits(run.inputs) for run in self._runs.values()):
            self.cancel_all()

    def cancel_all(self) -> None:
        """Stop every check."""
        for run in self._runs.values():
            run.cancel()
        self._runs.clear()

    def _check(self, prerequisites: Sequence[Prerequisite]) -> None:
        draft = self._holder.draft
        if not prerequisites or not is_possible(draft, LiveCheck.BOARD):
            return
        self._failure = None
        run = _Run(inputs_of(draft, LiveCheck.BOARD))
        run.job = self._runner.submit(
            lambda token, report: self._ask(draft, prerequisites, token, report),
            owner=self._holder,
            on_result=lambda _nothing: None,
            on_error=lambda error: self._failed(run, error),
            on_progress=lambda row: self._arrived(run, row),
        )
        self._runs.update(dict.fromkeys(prerequisites, run))
        self._holder.put(without_rows(draft, prerequisites))

    def _ask(
        self,
        draft: SetupDraft,
        prerequisites: Sequence[Prerequisite],
        token: CancelToken,
        report: Report,
    ) -> None:
        """In a thread of the runner."""
        for row in self._service.board_rows(draft, token, prerequisites):
            report(row)

    def _arrived(self, run: _Run, row: BoardRow) -> None:
        if self._runs.get(row.prerequisite) is run:
            del self._runs[row.prerequisite]
            at = self._service.now()
            self._holder.put(replace(with_row(self._holder.draft, row), board_checked_at=at))

    def _failed(self, run: _Run, error: AppError) -> None:
        awaited = [row for row, awaiting in self._runs.items() if awaiting is run]
        for prerequisite in awaited:
            del self._runs[prerequisite]
        if awaited:
            self._failure = (run.inputs, error.problem)
            self._holder.tell()

    def _fits(self, inputs: str) -> bool:
        return inputs == inputs_of(self._holder.draft, LiveCheck.BOARD)
