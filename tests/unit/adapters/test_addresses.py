"""Production and test have their own services alone; practice is where its variables say."""

from __future__ import annotations

import pytest

from tripletex_wizard.adapters.addresses import (
    MYSTORE_VARIABLE,
    TRIPLETEX_VARIABLE,
    is_practising,
    mystore_address,
    tripletex_address,
)
from tripletex_wizard.domain.errors import Code, InputError, Problem, SetupError
from tripletex_wizard.domain.profile import Environment

PRODUCTION, TEST, PRACTICE = Environment.PRODUCTION, Environment.TEST, Environment.PRACTICE
LOCAL = "http://127.0.0.1:8701"
ELSEWHERE = [LOCAL, "https://tripletex.no.example/v2", "https://example.com", "tull", "http://[::1"]


@pytest.mark.parametrize(
    ("environment", "tripletex"),
    [(PRODUCTION, "https://tripletex.no/v2"), (TEST, "https://api-test.tripletex.tech/v2")],
)
def test_without_variables_the_real_services_are_called(
    environment: Environment, tripletex: str
) -> None:
    for unset in ({}, {TRIPLETEX_VARIABLE: "", MYSTORE_VARIABLE: ""}):
        assert tripletex_address(unset, environment) == tripletex
        assert mystore_address(unset, environment) == "https://api.mystore.no"


@pytest.mark.parametrize("address", ELSEWHERE)
@pytest.mark.parametrize("variable", [TRIPLETEX_VARIABLE, MYSTORE_VARIABLE])
@pytest.mark.parametrize(
    ("environment", "host"), [(PRODUCTION, "tripletex.no"), (TEST, "api-test.tripletex.tech")]
)
def test_a_variable_that_leads_elsewhere_closes_both_services(
    environment: Environment, host: str, variable: str, address: str
) -> None:
    for address_of in (tripletex_address, mystore_address):
        with pytest.raises(SetupError) as refused:
            address_of({variable: address}, environment)
        assert refused.value.problem == Problem(
            Code.SERVICES_ELSEWHERE,
            environment=environment.value,
            tripletex=host,
            mystore="api.mystore.no",
            variables=variable,
        )


def test_both_variables_are_named_at_once() -> None:
    both = {TRIPLETEX_VARIABLE: LOCAL, MYSTORE_VARIABLE: LOCAL}
    with pytest.raises(SetupError) as refused:
        mystore_address(both, PRODUCTION)
    named = refused.value.problem.params["variables"]
    assert named == f"{TRIPLETEX_VARIABLE}, {MYSTORE_VARIABLE}"


def test_the_test_environment_is_elsewhere_for_production() -> None:
    with pytest.raises(SetupError):
        tripletex_address({TRIPLETEX_VARIABLE: "https://api-test.tripletex.tech/v2"}, PRODUCTION)


def test_a_variable_may_name_the_environment_s_own_service() -> None:
    own = {
        TRIPLETEX_VARIABLE: "https://Tripletex.no/v2/",
        MYSTORE_VARIABLE: "https://api.mystore.no/",
    }
    assert tripletex_address(own, PRODUCTION) == "https://tripletex.no/v2"
    assert mystore_address(own, PRODUCTION) == "https://api.mystore.no"


@pytest.mark.parametrize("address", [LOCAL, "http://localhost:8701", "http://[::1]:8701"])
def test_practice_is_where_its_variables_say_on_this_computer(address: str) -> None:
    told = {TRIPLETEX_VARIABLE: address, MYSTORE_VARIABLE: address}
    assert tripletex_address(told, PRACTICE) == address
    assert mystore_address(told, PRACTICE) == address


def test_practice_without_its_variables_is_not_running() -> None:
    for address_of in (tripletex_address, mystore_address):
        with pytest.raises(InputError) as refused:
            address_of({}, PRACTICE)
        assert refused.value.problem == Problem(Code.PRACTICE_NOT_RUNNING)


@pytest.mark.parametrize(
    "away",
    [
        *("https://tripletex.no/v2", "https://tripletex.no./v2", "https://www.tripletex.no/v2"),
        *("https://api-test.tripletex.tech", "https://api.mystore.no", "https://127.0.0.1.no"),
        *(address for address in ELSEWHERE if address != LOCAL),
    ],
)
def test_practice_never_calls_another_computer(away: str) -> None:
    for address_of in (tripletex_address, mystore_address):
        with pytest.raises(InputError) as refused:
            address_of({TRIPLETEX_VARIABLE: away, MYSTORE_VARIABLE: away}, PRACTICE)
        assert refused.value.problem.code is Code.PRACTICE_NOT_RUNNING


def test_only_variables_that_lead_to_this_computer_are_practice() -> None:
    assert is_practising({TRIPLETEX_VARIABLE: LOCAL})
    assert not is_practising({})
    assert not is_practising({TRIPLETEX_VARIABLE: "https://tripletex.no/v2"})


def test_no_variable_takes_the_lock_off_a_real_address() -> None:
    assert tripletex_address({TRIPLETEX_VARIABLE: "http://tripletex.no/v2"}, PRODUCTION) == (
        "https://tripletex.no/v2"
    )
