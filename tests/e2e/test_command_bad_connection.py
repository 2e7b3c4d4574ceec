"""Wrong tokens, missing rights and dead lines: said in Norwegian, and nothing written."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import keyring
import pytest

from tests.e2e.office import PROFILE, Office, Ran
from tests.e2e.shop_orders import Buyer, an_order
from tests.fakes.memory_keyring import MemoryKeyring
from tripletex_wizard.adapters import addresses
from tripletex_wizard.adapters.secrets import KeyringSecrets
from tripletex_wizard.adapters.settings import SettingsFile
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.mystore.token import ALL_SCOPES
from tripletex_wizard.services.ports import TOKENS

EVA = Buyer("7002", "Eva Prøvekunde", email="eva@example.com")


def a_token(inside: str) -> str:
    """A Tripletex token in the form of the real ones."""
    return base64.b64encode(json.dumps({"tokenId": 7, "token": inside}).encode()).decode()


def refused(office: Office, ran: Ran, *words: str) -> None:
    """Wrong use or set-up: one line on stderr, no profile, nothing in Tripletex."""
    assert ran.status == 2
    assert ran.out == ""
    assert all(word in ran.err for word in words), ran.err
    assert len(ran.err.splitlines()) == 1
    assert office.writes == []


def not_saved(office: Office) -> bool:
    backend = keyring.get_keyring()
    assert isinstance(backend, MemoryKeyring)
    return not office.settings_path.exists() and not backend.entries


@pytest.mark.parametrize(
    ("variable", "words"),
    [
        ("CONSUMER_TOKEN", ("avviste", "consumer token")),
        ("EMPLOYEE_TOKEN", ("avviste", "employee token", "API-tilgang")),
    ],
)
def test_a_wrong_tripletex_token(
    empty_office: Office, variable: str, words: tuple[str, ...]
) -> None:
    empty_office.variable(variable, a_token("b3254589-not-known"))
    refused(empty_office, empty_office.import_setup(), *words)
    assert not_saved(empty_office)


@pytest.fixture
def real_office(empty_office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office whose practice servers stand where the real services are."""
    described = empty_office.servers.description()
    for environment in addresses.TRIPLETEX:
        monkeypatch.setitem(addresses.TRIPLETEX, environment, described["tripletex_url"])
    monkeypatch.setattr(addresses, "MYSTORE", described["mystore_url"])
    return empty_office


@pytest.mark.parametrize("variable", ["CONSUMER_TOKEN", "EMPLOYEE_TOKEN"])
def test_a_test_token_against_production(real_office: Office, variable: str) -> None:
    real_office.variable(variable, a_token("test-b3254589-of-the-test-environment"))
    ran = real_office.import_setup(environment="production")
    refused(real_office, ran, "miljø", "(produksjon)")
    assert not_saved(real_office)


def test_a_production_token_against_the_test_environment(real_office: Office) -> None:
    real_office.variable("CONSUMER_TOKEN", a_token("b3254589-of-production"))
    ran = real_office.import_setup(environment="test")
    refused(real_office, ran, "(testmiljø)")


def test_a_token_of_another_kind_may_be_of_another_environment(real_office: Office) -> None:
    for name in ("CONSUMER_TOKEN", "EMPLOYEE_TOKEN"):
        real_office.variable(name, "not-in-the-form-of-a-token")
    ran = real_office.import_setup(environment="production")
    refused(real_office, ran, "consumer token", "annet miljø")


def test_a_mystore_token_that_has_expired(empty_office: Office) -> None:
    expired = empty_office.servers.mystore.make_token(lifetime=timedelta(days=-1))
    empty_office.variable("MYSTORE_TOKEN", expired)
    refused(empty_office, empty_office.import_setup(), "utløp", "auth.mystore.no")
    assert not_saved(empty_office)


def test_something_else_than_a_mystore_token(empty_office: Office) -> None:
    empty_office.variable("MYSTORE_TOKEN", "garn")
    refused(empty_office, empty_office.import_setup(), "ikke et", "Mystore")
    assert not_saved(empty_office)


def test_a_mystore_token_that_expires_after_the_set_up(office: Office) -> None:
    office.sell(an_order())
    store_shop_token(office.servers.mystore.make_token(lifetime=timedelta(days=-1)))
    refused(office, office.run("transfer", "--pending"), "utløp", "auth.mystore.no")


@pytest.mark.parametrize("lacking", ["orders", "order-products", "order-totals"])
def test_a_missing_mystore_permission(office: Office, lacking: str) -> None:
    office.sell(an_order())
    scopes = set(ALL_SCOPES) - {f"read:{lacking}"}
    store_shop_token(office.servers.mystore.make_token(scopes))
    ran = office.run("transfer", "--pending")
    assert ran.status in {2, 3}
    assert ran.says("Mystore", lacking)
    assert office.writes == []


def store_shop_token(token: str) -> None:
    backend = keyring.get_keyring()
    assert isinstance(backend, MemoryKeyring)
    (place,) = (name for name in backend.entries if name[1] == "mystore")
    backend.entries[place] = token


def test_a_right_that_is_missing_at_set_up(empty_office: Office) -> None:
    empty_office.company(forbidden=["GET /invoice/paymentType*"])
    ran = empty_office.import_setup()
    refused(empty_office, ran, "/invoice/paymentType", "Alle tilganger")
    assert not_saved(empty_office)


def test_a_right_that_is_missing_at_transfer_leaves_the_rest_untried(office: Office) -> None:
    office.sell(an_order("20101"), an_order("20102", buyer=EVA))
    office.company(forbidden=["POST /customer"])
    ran = office.run("transfer", "--pending")
    assert ran.status == 3
    assert ran.says("20101 · Feilet", "/customer", "Alle tilganger", "20102 · Klar", "ikke forsøkt")
    assert office.state["customers"] == office.state["orders"] == []


def test_tokens_of_another_company_than_the_set_up_names(empty_office: Office) -> None:
    ran = empty_office.import_setup(company={"organization_number": "987654325"})
    refused(empty_office, ran, "999888771", "987654325")
    assert not_saved(empty_office)


def test_a_profile_stays_with_its_shop(empty_office: Office) -> None:
    refused(empty_office, empty_office.import_setup(shop="ullbua"), "fjordgarn", "ullbua")
    assert not_saved(empty_office)


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port that nothing listens on."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


def test_no_network(office: Office, closed_port: int) -> None:
    office.sell(an_order())
    office.variable("TRIPLETEX_URL", f"http://127.0.0.1:{closed_port}/v2")
    ran = office.run("transfer", "--pending")
    assert (ran.status, ran.out, office.writes) == (3, "", [])
    assert ran.says("Fikk ikke svar fra 127.0.0.1", "internett")


def test_tripletex_goes_down_in_the_middle_of_a_batch(office: Office) -> None:
    office.sell(*(an_order(number) for number in ("20101", "20102", "20103", "20104")))
    office.fail("status", "GET", "/order", status=503, count=None, skip=1)
    ran = office.run("transfer", "--pending", "--json")
    assert ran.status == 3
    assert [row["state"] for row in ran.rows] == ["transferred", "failed", "ready", "ready"]
    assert ran.says("2 ordrer ble ikke forsøkt", "HTTP 503")
    assert all("ikke forsøkt" in row["message"] for row in ran.rows[2:])
    assert [row["number"] for row in office.state["orders"]] == ["20101"]
    office.servers.faults.clear()
    assert office.run("transfer", "--pending").status == 0
    assert len(office.state["invoices"]) == 4


@pytest.mark.parametrize("variable", ["TRIPLETEX_URL", "MYSTORE_URL"])
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://127.0.0.1/v2", ("kryptert", "https://")),
        ("https://tripletex.example/v2", ("øvelsestjenerne kjører ikke",)),
        ("tull", ("øvelsestjenerne kjører ikke",)),
    ],
)
def test_an_address_that_practice_never_calls(
    office: Office, variable: str, address: str, words: tuple[str, ...]
) -> None:
    office.variable(variable, address)
    refused(office, office.run("transfer", "--pending"), *words)


def test_a_practice_profile_without_its_servers(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRIPLETEX_WIZARD_TRIPLETEX_URL")
    refused(office, office.run("transfer", "--pending"), "øvelsestjenerne kjører ikke")


SERVICES = ("TRIPLETEX_WIZARD_TRIPLETEX_URL", "TRIPLETEX_WIZARD_MYSTORE_URL")


def in_production(office: Office) -> None:
    """The profile as if it had been made for production, with the same tokens."""
    settings = SettingsFile(office.folder)
    profile = replace(settings.load(PROFILE), environment=Environment.PRODUCTION)
    settings.save(profile)
    described = office.servers.description()
    for token in TOKENS:
        secret = Secret(str(described[f"{token}_token"]))
        KeyringSecrets().store(profile.secret_name, token, secret)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ("production", "for produksjon bruker bare tripletex.no"),
        ("test", "api-test.tripletex.tech"),
    ],
)
def test_practice_servers_are_never_set_up_as_something_else(
    empty_office: Office, environment: str, words: str
) -> None:
    ran = empty_office.import_setup(environment=environment)
    refused(empty_office, ran, words, *SERVICES, "øvelse")
    assert not_saved(empty_office)
    assert empty_office.state["requests"] == []


@pytest.mark.parametrize("words", [("transfer", "--pending"), ("setup", "check"), ("diagnose",)])
def test_a_production_profile_never_works_with_practice_servers(
    office: Office, words: tuple[str, ...]
) -> None:
    office.sell(an_order())
    in_production(office)
    before = office.state["requests"]
    refused(office, office.run(*words), "produksjon", *SERVICES)
    assert office.state["requests"] == before


def test_a_practice_set_up_does_not_replace_one_of_production(office: Office) -> None:
    in_production(office)
    ran = office.import_setup()
    refused(office, ran, f"Profilen «{PROFILE}» er for produksjon, men filen sier øvelse")


def test_a_token_that_was_not_given(empty_office: Office) -> None:
    empty_office.variable("EMPLOYEE_TOKEN", " ")
    ran = empty_office.import_setup()
    refused(empty_office, ran, "ikke fått oppgitt employee token")
    assert empty_office.state["requests"] == []
