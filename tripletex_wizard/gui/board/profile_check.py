"""Checks the board of a finished profile by real calls; belongs to the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from tripletex_wizard.domain.errors import AppError, Problem
from tripletex_wizard.domain.prerequisites import BoardRow, Prerequisite
from tripletex_wizard.gui.jobs import Job, JobRunner, Report
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.office import Office, Watcher


@dataclass(frozen=True, slots=True)
class _Arrived:
    row: BoardRow
    at: datetime


class ProfileCheck(QObject):
    """`changed` comes when a check began, a row arrived, or nothing could be checked.

    `board` holds what is known, `running` what is being checked or waits for its turn, `problem`
    why the profile could not be opened. A row that is asked for again keeps its last answer.
    """

    changed = Signal()

    def __init__(self, office: Office, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem: Problem | None = None
        self.checked_at: datetime | None = None
        self._office = office
        self._runner = runner
        self._rows: dict[Prerequisite, BoardRow] = {}
        self._jobs: dict[Prerequisite, Job[None]] = {}

    @property
    def board(self) -> tuple[BoardRow, ...]:
        """The rows that are known, in the board's order."""
        return tuple(self._rows[each] for each in Prerequisite if each in self._rows)

    @property
    def running(self) -> frozenset[Prerequisite]:
        """The rows whose answers are under way."""
        return frozenset(self._jobs)

    def check(self, prerequisites: Sequence[Prerequisite] = tuple(Prerequisite)) -> None:
        """Check these rows anew, all without a choice; those under way are not asked twice."""
        wanted = [each for each in prerequisites if each not in self._jobs]
        if not wanted:
            return
        self.problem = None
        job: Job[None] = self._runner.submit(
            lambda token, report: self._ask(wanted, token, report),
            owner=self,
            on_result=lambda _nothing: None,
            on_error=lambda error: self._not_opened(wanted, error),
            on_progress=self._arrived,
        )
        self._jobs.update(dict.fromkeys(wanted, job))
        self.changed.emit()

    def stop(self) -> None:
        """Ask nothing more; nothing that is under way arrives."""
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()

    def _ask(
        self, prerequisites: Sequence[Prerequisite], token: CancelToken, report: Report
    ) -> None:
        """In a thread of the runner."""
        with self._office.open(Watcher(token)) as connection:
            for prerequisite in prerequisites:
                token.checkpoint()
                row = connection.board.check(prerequisite)
                report(_Arrived(row, connection.board.clock.now()))

    def _arrived(self, arrived: _Arrived) -> None:
        self._jobs.pop(arrived.row.prerequisite, None)
        self._rows[arrived.row.prerequisite] = arrived.row
        self.checked_at = arrived.at
        self.changed.emit()

    def _not_opened(self, awaited: Sequence[Prerequisite], error: AppError) -> None:
        for prerequisite in awaited:
            self._jobs.pop(prerequisite, None)
        self.problem = error.problem
        self.changed.emit()
