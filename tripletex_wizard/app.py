"""Puts the rooms together: the only module that knows them all."""

from __future__ import annotations

import json
import os
import platform
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, assert_never
from uuid import uuid4

from tripletex_wizard.adapters import processes
from tripletex_wizard.adapters.addresses import (
    MYSTORE_VARIABLE,
    TRIPLETEX,
    TRIPLETEX_VARIABLE,
    is_practising,
    mystore_address,
    tripletex_address,
)
from tripletex_wizard.adapters.clock import SystemClock
from tripletex_wizard.adapters.folders import profile_folder, program_folder, replace_file
from tripletex_wizard.adapters.journal import SqlJournal
from tripletex_wizard.adapters.logs import log_file, logging_to, register
from tripletex_wizard.adapters.mystore.client import MystoreClient
from tripletex_wizard.adapters.mystore.token import read_claims
from tripletex_wizard.adapters.person import user_name
from tripletex_wizard.adapters.secrets import KeyringSecrets, MemorySecrets
from tripletex_wizard.adapters.settings import (
    AccountFile,
    DraftFiles,
    SettingsFile,
    read_setup_file,
    setup_file_text,
)
from tripletex_wizard.adapters.tripletex.client import TripletexClient
from tripletex_wizard.adapters.tripletex.session import is_for_tests
from tripletex_wizard.domain.errors import (
    Code,
    CredentialsRejected,
    SetupError,
    StorageError,
)
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.setup import SetupRequest
from tripletex_wizard.services.cancel import CancelToken
from tripletex_wizard.services.connect import (
    ConnectionSaver,
    connect,
    prefix_in_use,
    require_lock,
)
from tripletex_wizard.services.office import Connection, Office, Watcher
from tripletex_wizard.services.orders import OrderService
from tripletex_wizard.services.placed_orders import PlacedOrders
from tripletex_wizard.services.ports import TOKENS, AccountBook, Journal, Ledger, Secrets, Webshop
from tripletex_wizard.services.prerequisites import PrerequisiteBoard
from tripletex_wizard.services.setup import SetupService
from tripletex_wizard.services.setup_ports import OnLoaded, ShopToken
from tripletex_wizard.services.transfer import TransferService
from tripletex_wizard.services.unfinished import UnfinishedSetups

if TYPE_CHECKING:  # Qt is imported where windows are, werkzeug where practice is
    from tripletex_wizard.gui.documents.paper import Maker
    from tripletex_wizard.gui.jobs import JobRunner
    from tripletex_wizard.gui.wizard.controller import WizardController
    from tripletex_wizard.practice.launch import PracticeServers

TOKEN_REJECTED = {Code.CONSUMER_TOKEN_REJECTED, Code.EMPLOYEE_TOKEN_REJECTED}


class Program:
    """The program over one folder of profiles: the user's own, or that of `--profile-dir`."""

    def __init__(
        self,
        profile_dir: Path | None = None,
        *,
        secrets: Secrets | None = None,
        environ: Mapping[str, str] = os.environ,
        practice_tokens: Mapping[str, Secret] | None = None,
    ) -> None:
        self.practice_tokens = practice_tokens or {}
        self.folder = program_folder(profile_dir)
        self._environ = environ
        self._secrets = secrets
        self._settings = SettingsFile(self.folder)

    @property
    def secrets(self) -> Secrets:
        """The keyring; looked for only when a token is needed."""
        if self._secrets is None:
            self._secrets = KeyringSecrets()
        return self._secrets

    @property
    def log_folder(self) -> Path:
        """Where the logs are."""
        return log_file(self.folder).parent

    def logging(self, *, verbose: bool) -> AbstractContextManager[None]:
        """Log to a rotating file under the program's folder, secrets masked."""
        return logging_to(self.folder, verbose=verbose)

    # set-up

    @property
    def environments(self) -> tuple[Environment, ...]:
        """What can be set up: with practice servers practice alone, else all but it."""
        if is_practising(self._environ):
            return (Environment.PRACTICE,)
        return tuple(TRIPLETEX)

    def profile_names(self) -> tuple[str, ...]:
        """The set-ups that are finished, in the order of the alphabet. May raise StorageError."""
        return self._settings.names()

    def read_setup_file(self, path: Path) -> SetupRequest:
        """A set-up file's request. Raises InputError naming the field that is wrong."""
        return read_setup_file(path, today=SystemClock().now().date())

    def save_setup(self, name: str, request: SetupRequest, tokens: Mapping[str, Secret]) -> Profile:
        """Try the tokens, then store them and the profile."""
        for secret in tokens.values():
            register(secret)
        clock = SystemClock()
        user = request.client_company_id
        with (
            closing(self._webshop(request.environment, tokens["mystore"], clock)) as webshop,
            self._ledger(request.environment, tokens, user, clock) as ledger,
        ):
            connected = connect(ledger, webshop)
        saver = ConnectionSaver(self.secrets, self._settings, clock, self._prefix_in_use)
        return saver.save(name, request, connected, tokens)

    def setup_service(self) -> SetupService:
        """The live checks of the wizard, and the storing of what it made."""
        saver = ConnectionSaver(self.secrets, self._settings, SystemClock(), self._prefix_in_use)
        access = _SetupAccess(self._ledger, self._webshop, self._journal, self.accounts)
        return SetupService(access, saver, self.unfinished_setups(), processes.this_program())

    def unfinished_setups(self) -> UnfinishedSetups:
        """Set-ups that somebody began and has not finished."""
        drafts = DraftFiles(self.folder)
        first, *_ = self.environments
        return UnfinishedSetups(
            drafts, self.secrets, self._settings, lambda: uuid4().hex, environment=first
        )

    def wizard_controller(
        self, runner: JobRunner, profile_name: str | None = None
    ) -> WizardController:
        """The wizard's controller, which soon is `restored`: to the set-up of `profile_name`.

        Without one it goes on with the new set-up that was worked on last, or begins one.
        """
        from tripletex_wizard.gui.wizard.controller import WizardController

        service = self.setup_service()
        unfinished = service.unfinished
        controller = WizardController(service, runner, unfinished.fresh())
        controller.restore(
            unfinished.resume if profile_name is None else partial(unfinished.change, profile_name)
        )
        return controller

    def export_setup(self, name: str) -> str:
        """The profile as a set-up file's text."""
        return setup_file_text(self._settings.load(name))

    def write_file(self, path: Path, content: str | bytes) -> None:
        """Write a file for the user. Raises StorageError."""
        try:
            replace_file(path, content)
        except OSError as error:
            raise StorageError(Code.FILE_UNWRITABLE, path=str(path)) from error

    # connection

    @contextmanager
    def connect(self, profile_name: str, watcher: Watcher | None = None) -> Iterator[Connection]:
        """The profile with its services, locked to its company and shop; closed at the end.

        Waiting outside an order ends when the watcher cancels; inside an order nothing does.
        """
        watcher = watcher or Watcher()
        profile = self._settings.load(profile_name)
        tokens = {name: self._stored_token(profile, name) for name in TOKENS}
        clock = SystemClock(watcher.token, watcher.on_wait)
        user = profile.company_id if profile.client_company else None
        # Not the watcher's clock: between the requests of one order nothing is cancelled.
        patient = SystemClock(on_wait=watcher.on_wait)
        shop = partial(self._webshop, profile.environment, tokens["mystore"])
        with (
            closing(shop(clock, watcher.on_loaded)) as reader,
            closing(shop(patient)) as patient_reader,
            self._ledger(profile.environment, tokens, user, patient) as ledger,
            self._journal(profile) as journal,
        ):
            require_lock(profile, ledger, reader)
            webshop = PlacedOrders(reader, profile.rules.gift_cards)
            patient_shop = PlacedOrders(patient_reader, profile.rules.gift_cards)
            yield Connection(
                profile,
                OrderService(webshop, journal, profile),
                TransferService(
                    ledger,
                    journal,
                    clock,
                    profile,
                    processes.this_program(),
                    patient_shop,
                    patient=patient,
                    is_gone=processes.is_gone,
                    accounts=self.accounts(profile.name),
                ),
                PrerequisiteBoard(ledger, webshop, clock, profile),
            )

    def office(self, profile_name: str) -> Office:
        """What the order window of a profile works with."""
        return _ProfileOffice(self, profile_name)

    def profile(self, profile_name: str) -> Profile:
        """A finished set-up. Raises InputError when there is none, StorageError."""
        return self._settings.load(profile_name)

    def save_diagnosis(
        self, profile_name: str, path: Path, cancel: CancelToken | None = None
    ) -> None:
        """Write what the shop answers, as key names and masked values; Tripletex is not called.

        Waiting ends when `cancel` is cancelled. May raise AppError.
        """
        profile = self._settings.load(profile_name)
        token, clock = self._stored_token(profile, "mystore"), SystemClock(cancel)
        with closing(self._webshop(profile.environment, token, clock)) as webshop:
            report = webshop.diagnosis()
        self.write_file(path, json.dumps(report, ensure_ascii=False, indent=2) + "\n")

    def accounts(self, profile_name: str) -> AccountBook:
        """What vouchers told of the accounts of a profile's company."""
        return AccountFile(self.folder, profile_name)

    def _journal(self, profile: Profile) -> SqlJournal:
        return SqlJournal(
            self._journal_path(profile),
            profile=profile.name,
            user=user_name(),
            host=platform.node(),
        )

    def _journal_path(self, profile: Profile) -> Path:
        return profile_folder(self.folder, profile.name) / "journal.sqlite"

    def _stored_token(self, profile: Profile, name: str) -> Secret:
        secret = self.secrets.read(profile.secret_name, name)
        if secret is None:
            raise SetupError(Code.TOKEN_NOT_STORED, token=name)
        return secret

    def _prefix_in_use(self, profile: Profile) -> str | None:
        if not self._journal_path(profile).exists():
            return None
        with self._journal(profile) as journal:
            return prefix_in_use(journal)

    @contextmanager
    def _ledger(
        self,
        environment: Environment,
        tokens: Mapping[str, Secret],
        client_company: int | None,
        clock: SystemClock,
    ) -> Iterator[TripletexClient]:
        ledger = TripletexClient(
            tripletex_address(self._environ, environment),
            consumer_token=tokens["consumer"],
            employee_token=tokens["employee"],
            clock=clock,
            company_id=client_company,
        )
        try:
            yield ledger
        except CredentialsRejected as refused:
            if refused.problem.code in TOKEN_REJECTED and any(
                _is_of_another_environment(token, environment) for token in tokens.values()
            ):
                wrong = Code.WRONG_ENVIRONMENT
                raise CredentialsRejected(wrong, environment=environment) from refused
            raise
        finally:
            ledger.close()

    def _webshop(
        self,
        environment: Environment,
        token: Secret,
        clock: SystemClock,
        on_loaded: OnLoaded | None = None,
    ) -> MystoreClient:
        address = mystore_address(self._environ, environment)
        return MystoreClient(address, token=token, clock=clock, on_progress=on_loaded)


@contextmanager
def passing_program() -> Iterator[Program]:
    """A program that keeps its tokens in memory, and its folder until the end of the context."""
    with _passing_folder() as folder:
        yield Program(Path(folder), secrets=MemorySecrets())


@contextmanager
def practice_program(servers: PracticeServers, profile_dir: Path | None) -> Iterator[Program]:
    """A program that talks to `servers` and keeps its tokens in memory: they guard nothing."""
    environ = {
        **os.environ,
        TRIPLETEX_VARIABLE: servers.tripletex_url,
        MYSTORE_VARIABLE: servers.mystore_url,
    }
    tokens = {
        "consumer": Secret(servers.consumer_token),
        "employee": Secret(servers.employee_token),
        "mystore": Secret(servers.mystore_token),
    }
    made = partial(Program, secrets=MemorySecrets(), environ=environ, practice_tokens=tokens)
    if profile_dir is not None:
        yield made(profile_dir)
        return
    with _passing_folder() as folder:
        yield made(Path(folder))


def _passing_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="tripletex-wizard-")


@dataclass(frozen=True, slots=True)
class _ProfileOffice:
    """Implements `services.office.Office`."""

    program: Program
    name: str

    @property
    def profile(self) -> Profile:
        return self.program.profile(self.name)

    def open(self, watcher: Watcher) -> AbstractContextManager[Connection]:
        return self.program.connect(self.name, watcher)


@dataclass(frozen=True, slots=True)
class _SetupAccess:
    """Implements `services.setup_ports.SetupAccess`; tokens are kept out of the logs at once."""

    open_ledger: Callable[..., AbstractContextManager[TripletexClient]]
    open_webshop: Callable[..., MystoreClient]
    open_journal: Callable[[Profile], SqlJournal]
    open_accounts: Callable[[str], AccountBook]

    def ledger(
        self,
        environment: Environment,
        tokens: Mapping[str, Secret],
        client_company: int | None,
        cancel: CancelToken,
    ) -> AbstractContextManager[Ledger]:
        for secret in tokens.values():
            register(secret)
        return self.open_ledger(environment, tokens, client_company, SystemClock(cancel))

    def webshop(
        self, environment: Environment, token: Secret, cancel: CancelToken, on_loaded: OnLoaded
    ) -> AbstractContextManager[Webshop]:
        register(token)
        return closing(self.open_webshop(environment, token, SystemClock(cancel), on_loaded))

    def shop_token(self, token: Secret) -> ShopToken:
        register(token)
        return read_claims(token)

    def journal(self, profile: Profile) -> AbstractContextManager[Journal]:
        return self.open_journal(profile)

    def accounts(self, profile_name: str) -> AccountBook:
        return self.open_accounts(profile_name)


def maker() -> Maker:
    """Who makes documents on this PC now."""
    from tripletex_wizard.gui.documents.paper import Maker

    return Maker(user_name(), platform.node(), version("tripletex-wizard"))


def _is_of_another_environment(token: Secret, environment: Environment) -> bool:
    match environment:
        case Environment.PRODUCTION:
            return is_for_tests(token) is True
        case Environment.TEST:
            return is_for_tests(token) is False
        case Environment.PRACTICE:
            return False
        case _:
            assert_never(environment)
