"""A job runner whose answers come when the test says so, in any order, even too late."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from tripletex_wizard.domain.errors import AppError, Code
from tripletex_wizard.gui.jobs import Job, JobRunner, Lane, Report, Work
from tripletex_wizard.services.cancel import CancelledError

T = TypeVar("T")


class ManualRunner(JobRunner):
    """Work is done when it is answered. `lanes` lists where each job was put."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Job[Any]] = []
        self.lanes: list[Lane] = []

    def submit(
        self,
        work: Work[T],
        *,
        owner: QObject,
        on_result: Callable[[T], None],
        on_error: Callable[[AppError], None] | None = None,
        on_progress: Report | None = None,
        lane: Lane = Lane.READ,
    ) -> Job[T]:
        job = Job(work, owner, on_result, on_error, on_progress)
        self.waiting.append(job)
        self.lanes.append(lane)
        return job

    def answer(self, place: int = 0, *, rude: bool = False) -> None:
        """Do a job's work and deliver; to a job nobody wants only when `rude`."""
        job = self.waiting.pop(place)
        steps: list[Any] = []
        try:
            result = job.work(job.token, steps.append)
        except CancelledError:
            self._fail(job, AppError(Code.BROKEN_OFF), steps, rude=False)
            return
        except AppError as error:
            self._fail(job, error, steps, rude=rude)
            return
        except Exception:
            self._fail(job, AppError(Code.BROKEN_OFF), steps, rude=False)
            raise
        self._deliver_steps(job, steps, rude=rude)
        if job.is_wanted or rude:
            job.on_result(result)

    def answer_all(self) -> None:
        """Answer in the order of asking, and what is asked because of the answers."""
        while self.waiting:
            self.answer()

    def _fail(self, job: Job[Any], error: AppError, steps: list[Any], *, rude: bool) -> None:
        self._deliver_steps(job, steps, rude=rude)
        if job.is_wanted or rude:
            assert job.on_error is not None
            job.on_error(error)

    def _deliver_steps(self, job: Job[Any], steps: list[Any], *, rude: bool) -> None:
        for step in steps:
            if job.on_progress and (job.is_wanted or rude):
                job.on_progress(step)
