"""Live checks with one answer each: tokens, methods, trial. A late answer counts for nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tripletex_wizard.domain.checks import CheckResult, inputs_of, is_passed, is_possible, without
from tripletex_wizard.domain.draft import LiveCheck, SetupDraft
from tripletex_wizard.domain.errors import AppError, Problem
from tripletex_wizard.domain.found import Found, with_found
from tripletex_wizard.gui.jobs import Job, JobRunner, Lane, Report
from tripletex_wizard.gui.wizard.draft_holder import DraftHolder
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.ports import TOKENS
from tripletex_wizard.services.setup import SetupService

CHECKED_TOKENS = {LiveCheck.TRIPLETEX: TOKENS[:2], LiveCheck.MYSTORE: TOKENS[2:]}


Ask = Callable[[SetupDraft, CancelToken, Report], Found]
"""Work for a thread of the runner."""


@dataclass(eq=False)
class _Run:
    """A check under way for inputs with this fingerprint; `orders_read` is how far it has come."""

    check: LiveCheck
    inputs: str
    job: Job[Found] | Job[None] | None = None
    orders_read: tuple[int, int | None] | None = None

    def cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()


class SingleChecks:
    """Starts checks, and puts what they found into the holder's draft.

    Tokens that were found good are kept in the keyring before their check counts as passed, so
    that nobody finds out at the end that they cannot be kept.
    """

    def __init__(
        self,
        holder: DraftHolder,
        service: SetupService,
        runner: JobRunner,
    ) -> None:
        self._holder = holder
        self._now = service.now
        self._asks = _asks(service)
        self._unfinished = service.unfinished
        self._runner = runner
        self._runs: dict[LiveCheck, _Run] = {}
        self._failures: dict[LiveCheck, tuple[str, Problem]] = {}

    def start(self, check: LiveCheck) -> None:
        """Run a check unless it has passed or is running, or lacks inputs."""
        draft = self._holder.draft
        if self.running(check) or is_passed(draft, check) or not is_possible(draft, check):
            return
        self._failures.pop(check, None)
        self._runs[check] = run = _Run(check, inputs_of(draft, check))
        ask = self._asks[check]
        run.job = self._runner.submit(
            lambda token, report: ask(draft, token, report),
            owner=self._holder,
            on_result=lambda found: self._found(run, found),
            on_error=lambda error: self._failed(run, error),
            on_progress=lambda step: self._progressed(run, step),
        )
        self._holder.tell()

    def start_again(self, check: LiveCheck) -> None:
        """Forget what a check found, and run it."""
        self._holder.put(without(self._holder.draft, check))
        self.start(check)

    def running(self, check: LiveCheck) -> bool:
        """Whether a check is under way for the present inputs."""
        return check in self._runs

    def orders_read(self, check: LiveCheck) -> tuple[int, int | None] | None:
        """How far a running check has read the orders."""
        run = self._runs.get(check)
        return run.orders_read if run else None

    def result(self, check: LiveCheck) -> CheckResult | None:
        """What the check gave for the present inputs, None when it has not been made."""
        if is_passed(self._holder.draft, check):
            return CheckResult(check)
        inputs, problem = self._failures.get(check, ("", None))
        if problem is None or not self._fits(check, inputs):
            return None
        return CheckResult(check, problem)

    def cancel_outdated(self) -> None:
        """Stop the checks whose inputs are no longer those of the draft."""
        for check, run in list(self._runs.items()):
            if not self._fits(check, run.inputs):
                run.cancel()
                del self._runs[check]

    def cancel_all(self) -> None:
        """Stop every check."""
        for run in self._runs.values():
            run.cancel()
        self._runs.clear()

    def _fits(self, check: LiveCheck, inputs: str) -> bool:
        return inputs == inputs_of(self._holder.draft, check)

    def _is_awaited(self, run: _Run) -> bool:
        return self._runs.get(run.check) is run

    def _found(self, run: _Run, found: Found) -> None:
        if not self._is_awaited(run):
            return
        names = CHECKED_TOKENS.get(run.check)
        if names is None:
            self._passed(run, found)
            return
        draft = self._holder.draft
        run.job = self._runner.submit(
            lambda _token, _report: self._unfinished.keep_tokens(draft, names),
            owner=self._holder,
            on_result=lambda _nothing: self._passed(run, found),
            on_error=lambda error: self._failed(run, error),
            lane=Lane.WRITE,
        )

    def _passed(self, run: _Run, found: Found) -> None:
        if self._is_awaited(run):
            del self._runs[run.check]
            today = self._now().date()
            self._holder.put(with_found(self._holder.draft, found, today=today))

    def _failed(self, run: _Run, error: AppError) -> None:
        if self._is_awaited(run):
            del self._runs[run.check]
            self._failures[run.check] = (run.inputs, error.problem)
            self._holder.tell()

    def _progressed(self, run: _Run, step: tuple[int, int | None]) -> None:
        if self._is_awaited(run):
            run.orders_read = step
            self._holder.tell()


def _asks(service: SetupService) -> dict[LiveCheck, Ask]:
    return {
        LiveCheck.TRIPLETEX: lambda draft, token, _: service.check_tripletex(draft, token),
        LiveCheck.MYSTORE: lambda draft, token, _: service.check_mystore(draft, token),
        LiveCheck.METHODS: lambda draft, token, report: service.methods_in_use(
            draft, token, lambda done, total: report((done, total))
        ),
        LiveCheck.TRIAL: lambda draft, token, report: service.trial(
            draft, token, lambda done, total: report((done, total))
        ),
    }
