"""Connecting: the tokens open the right company and shop, and are stored wholly or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.ledger import FakeLedger
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import COMPANY, VIPPS, a_profile, company_facts, transfer_rules
from tripletex_wizard.domain.errors import (
    Code,
    InputError,
    KeyringUnavailable,
    Problem,
    SetupError,
    StorageError,
)
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.setup import Connected, MethodRequest, SetupRequest
from tripletex_wizard.domain.transfer import JournalEntry, Phase, Step, StepFacts
from tripletex_wizard.services.connect import (
    ConnectionSaver,
    connect,
    prefix_in_use,
    require_lock,
)

VIPPS_ROW = MethodRequest("vipps", "Vipps", "Vipps")
REQUEST = SetupRequest(Environment.PRACTICE, (VIPPS_ROW,), transfer_rules())
TOKENS = {"consumer": Secret("c-1"), "employee": Secret("e-1")}
NEW_TOKENS = {"consumer": Secret("c-2"), "employee": Secret("e-2")}


class Keyring:
    """`refuse` names a token that it does not store."""

    def __init__(self) -> None:
        self.stored: dict[tuple[str, str], Secret] = {}
        self.refuse = ""

    def read(self, profile: str, token: str) -> Secret | None:
        return self.stored.get((profile, token))

    def store(self, profile: str, token: str, secret: Secret) -> None:
        if token == self.refuse:
            raise KeyringUnavailable(Code.KEYRING_LOCKED)
        self.stored[profile, token] = secret

    def forget(self, profile: str, token: str) -> None:
        self.stored.pop((profile, token), None)


class SettingsFolder:
    """Profiles by name; `full` refuses to store one."""

    def __init__(self) -> None:
        self.profiles: dict[str, Profile] = {}
        self.full = False

    def load(self, name: str) -> Profile:
        if name not in self.profiles:
            known = ", ".join(self.profiles)
            raise InputError(Code.PROFILE_UNKNOWN, profile=name, profiles=known)
        return self.profiles[name]

    def save(self, profile: Profile) -> None:
        if self.full:
            raise StorageError(Code.JOURNAL_FULL, path="settings.json")
        self.profiles[profile.name] = profile


class Office:
    """A saver with its keyring and its settings."""

    def __init__(self) -> None:
        self.keyring = Keyring()
        self.settings = SettingsFolder()
        self.clock = FakeClock()
        self.journal = MemoryJournal(self.clock)
        self.saver = ConnectionSaver(
            self.keyring, self.settings, self.clock, lambda _profile: prefix_in_use(self.journal)
        )

    def save(
        self,
        request: SetupRequest = REQUEST,
        tokens: dict[str, Secret] = TOKENS,
        connected: Connected | None = None,
    ) -> Profile:
        return self.saver.save("Garn", request, connected or opened(), tokens)

    def transferred(self, number: str, sent_as: str, *, adopted: bool = False) -> None:
        facts = StepFacts(order_number=sent_as, adopted=adopted)
        self.clock.advance(1)
        for step, known in ((Step.CUSTOMER, StepFacts(customer_id=7)), (Step.ORDER, facts)):
            self.journal.record(JournalEntry(number, step, Phase.DONE, self.clock.now(), known))

    def tokens(self) -> list[str]:
        return [secret.reveal() for secret in self.keyring.stored.values()]


@pytest.fixture
def office() -> Office:
    return Office()


def opened() -> Connected:
    return connect(FakeLedger(company_facts()), FakeWebshop())


# the lock


def test_tokens_of_the_profiles_own_company_and_shop_are_let_in() -> None:
    ledger = FakeLedger(company_facts())
    require_lock(a_profile(), ledger, FakeWebshop())
    assert ledger.line.requests == {"company": 1}


@pytest.mark.parametrize("other", [{"id": 1}, {"organization_number": "271828182"}])
def test_tokens_of_another_company_are_kept_out(other: dict[str, object]) -> None:
    stranger = replace(COMPANY, name="Annet AS", **other)  # type: ignore[arg-type]
    ledger = FakeLedger(replace(company_facts(), company=stranger))
    with pytest.raises(SetupError) as kept_out:
        require_lock(a_profile(), ledger, FakeWebshop())
    assert kept_out.value.problem == Problem(
        Code.WRONG_COMPANY,
        expected="Fjord Garn AS (314159268)",
        found=f"Annet AS ({stranger.organization_number})",
    )


def test_a_token_of_another_shop_is_kept_out() -> None:
    with pytest.raises(SetupError) as kept_out:
        require_lock(a_profile(), FakeLedger(company_facts()), FakeWebshop(name="annen"))
    assert kept_out.value.problem == Problem(Code.WRONG_SHOP, expected="fjord-garn", found="annen")


def test_a_connection_is_what_the_tokens_open() -> None:
    connected = opened()
    assert (connected.company, connected.shop) == (COMPANY, "fjord-garn")
    assert VIPPS in connected.payment_types
    assert [status.name for status in connected.statuses] == ["Sendt"]


# storing


def test_a_first_set_up_is_version_one(office: Office) -> None:
    profile = office.save()
    assert office.settings.profiles == {"Garn": profile}
    assert profile.mapping.version == 1
    assert {key[0] for key in office.keyring.stored} == {profile.secret_name}
    assert office.tokens() == ["c-1", "e-1"]


def test_a_changed_mapping_is_a_new_version_and_an_unchanged_one_is_not(office: Office) -> None:
    office.save()
    assert office.save().mapping.version == 1
    changed = replace(REQUEST, methods=(replace(VIPPS_ROW, send_invoice=True),))
    assert office.save(changed).mapping.version == 2
    assert office.settings.profiles["Garn"].mapping.version == 2


def test_a_confirmed_mapping_has_the_time_of_the_confirmation(office: Office) -> None:
    confirmed = replace(REQUEST, confirmed_by="Kari Regnskap")
    for _ in range(2):
        office.clock.advance(60)
        assert office.save(confirmed).mapping.confirmed_at == office.clock.now()


@pytest.mark.parametrize(
    ("changes", "other", "problem"),
    [
        (
            {},
            replace(opened(), shop="annen"),
            Problem(Code.WRONG_SHOP, expected="fjord-garn", found="annen"),
        ),
        (
            {},
            replace(opened(), company=replace(COMPANY, id=1)),
            Problem(
                Code.WRONG_COMPANY,
                expected=f"Fjord Garn AS ({COMPANY.organization_number}, id {COMPANY.id})",
                found=f"Fjord Garn AS ({COMPANY.organization_number}, id 1)",
            ),
        ),
        (
            {"environment": Environment.PRODUCTION},
            opened(),
            Problem(
                Code.PROFILE_ENVIRONMENT, profile="Garn", environment="practice", asked="production"
            ),
        ),
        (
            {"environment": Environment.TEST},
            replace(opened(), company=replace(COMPANY, id=1), shop="annen"),
            Problem(Code.PROFILE_ENVIRONMENT, profile="Garn", environment="practice", asked="test"),
        ),
    ],
)
def test_a_profile_never_moves_to_another_place_and_what_differs_is_named(
    office: Office, changes: dict[str, Environment], other: Connected, problem: Problem
) -> None:
    office.save()
    with pytest.raises(SetupError) as refused:
        office.save(replace(REQUEST, **changes), tokens=NEW_TOKENS, connected=other)  # type: ignore[arg-type]
    assert refused.value.problem == problem
    assert office.tokens() == ["c-1", "e-1"]


def prefixed(prefix: str) -> SetupRequest:
    return replace(REQUEST, rules=replace(REQUEST.rules, number_prefix=prefix))


def test_the_number_prefix_may_change_until_the_first_transfer(office: Office) -> None:
    office.save(prefixed("N-"))
    assert office.save(prefixed("M-")).rules.number_prefix == "M-"


def test_the_number_prefix_is_frozen_from_the_first_transfer(office: Office) -> None:
    before = office.save(prefixed("N-"))
    office.transferred("10457", "N-10457")
    with pytest.raises(InputError) as refused:
        office.save(prefixed("M-"), tokens=NEW_TOKENS)
    assert refused.value.problem == Problem(Code.PREFIX_FROZEN, prefix="N-")
    assert office.settings.profiles == {"Garn": before}
    assert office.tokens() == ["c-1", "e-1"]
    assert office.save(prefixed("N-"), tokens=NEW_TOKENS) == before


def test_the_number_prefix_stays_frozen_when_the_settings_are_lost(office: Office) -> None:
    office.transferred("10457", "N-10457")
    with pytest.raises(InputError) as refused:
        office.save(prefixed(""))
    assert refused.value.problem == Problem(Code.PREFIX_FROZEN, prefix="N-")
    assert office.save(prefixed("N-")).rules.number_prefix == "N-"


def test_the_absence_of_a_number_prefix_is_frozen_too(office: Office) -> None:
    office.transferred("10457", "10457")
    with pytest.raises(InputError) as refused:
        office.save(prefixed("N-"))
    assert refused.value.problem == Problem(Code.PREFIX_FROZEN, prefix="")


def test_an_order_that_was_only_found_tells_nothing_of_the_prefix(office: Office) -> None:
    office.transferred("10457", "N-10457")
    office.transferred("10456", "10456", adopted=True)
    assert office.save(prefixed("N-")).rules.number_prefix == "N-"


def test_a_set_up_without_a_start_date_keeps_the_profile_s(office: Office) -> None:
    today = office.clock.now().date()
    rules = replace(REQUEST.rules, start_date=today)
    undated = replace(REQUEST, rules=rules, keeps_start_date=True)
    assert office.save(undated).rules.start_date == today
    rules = replace(REQUEST.rules, start_date=date(2026, 10, 1))
    office.save(replace(REQUEST, rules=rules))
    assert office.save(undated).rules.start_date == date(2026, 10, 1)
    assert office.save(replace(undated, keeps_start_date=False)).rules.start_date == today


def test_when_the_settings_cannot_be_stored_the_keyring_is_as_before(office: Office) -> None:
    office.settings.full = True
    with pytest.raises(StorageError):
        office.save()
    assert office.tokens() == []


def test_when_a_token_cannot_be_stored_the_earlier_ones_are_put_back(office: Office) -> None:
    before = office.save()
    office.settings.full = True
    with pytest.raises(StorageError):
        office.save(tokens=NEW_TOKENS)
    assert office.tokens() == ["c-1", "e-1"]
    assert office.settings.profiles == {"Garn": before}


def test_a_locked_keyring_stores_no_settings(office: Office) -> None:
    office.keyring.refuse = "employee"
    with pytest.raises(KeyringUnavailable):
        office.save()
    assert office.settings.profiles == {}
    assert office.tokens() == []
