"""Where Tripletex and Mystore are: fixed in production and test, and as variables say in practice.

Were a variable followed in production too, practice servers could pass for the real services.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tripletex_wizard.adapters.connecting import host_of, is_loopback
from tripletex_wizard.domain.errors import Code, InputError, SetupError
from tripletex_wizard.domain.profile import Environment

TRIPLETEX: Final = {
    Environment.PRODUCTION: "https://tripletex.no/v2",
    Environment.TEST: "https://api-test.tripletex.tech/v2",
}
MYSTORE: Final = "https://api.mystore.no"
TRIPLETEX_VARIABLE: Final = "TRIPLETEX_WIZARD_TRIPLETEX_URL"
MYSTORE_VARIABLE: Final = "TRIPLETEX_WIZARD_MYSTORE_URL"


def tripletex_address(environ: Mapping[str, str], environment: Environment) -> str:
    """Tripletex for a profile of this environment.

    Raises SetupError when a variable leads away from the environment's own services, InputError
    when practice has no address on this computer.
    """
    return _address(environ, environment, TRIPLETEX_VARIABLE)


def mystore_address(environ: Mapping[str, str], environment: Environment) -> str:
    """Mystore for a profile of this environment; raises as `tripletex_address` does."""
    return _address(environ, environment, MYSTORE_VARIABLE)


def _address(environ: Mapping[str, str], environment: Environment, variable: str) -> str:
    given = environ.get(variable)
    if environment is not Environment.PRACTICE:
        own = {TRIPLETEX_VARIABLE: TRIPLETEX[environment], MYSTORE_VARIABLE: MYSTORE}
        _require_own(environ, environment, own)
        return own[variable]
    if not given or not is_loopback(host_of(given)):
        raise InputError(Code.PRACTICE_NOT_RUNNING)
    return given


def is_practising(environ: Mapping[str, str]) -> bool:
    """Whether the variables lead to practice servers, which are on this computer."""
    return is_loopback(host_of(environ.get(TRIPLETEX_VARIABLE, "")))


def _require_own(
    environ: Mapping[str, str], environment: Environment, own: Mapping[str, str]
) -> None:
    """Both variables are looked at, whichever service is asked for: half a practice is none."""
    hosts = {variable: host_of(address) for variable, address in own.items()}
    away = [name for name in own if environ.get(name) and host_of(environ[name]) != hosts[name]]
    if away:
        raise SetupError(
            Code.SERVICES_ELSEWHERE,
            environment=environment.value,
            tripletex=hosts[TRIPLETEX_VARIABLE],
            mystore=hosts[MYSTORE_VARIABLE],
            variables=", ".join(away),
        )
