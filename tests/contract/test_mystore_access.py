"""Tokens, permissions and shops that do not fit, on the practice Mystore."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from tests.contract.mystore_calling import Connect, calls, finished
from tests.unit.adapters.mystore_orders import token_of
from tripletex_wizard.domain.errors import Code, CredentialsRejected, PermissionMissing, SetupError
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.mystore.token import ALL_SCOPES


@pytest.mark.parametrize("answer", ["forbidden", "not_found", "empty"])
@pytest.mark.parametrize(
    "resource", ["orders", "order-products", "order-totals", "order-status", "customers"]
)
def test_a_missing_permission_is_named(
    servers: PracticeServers,
    connect: Connect,
    answer: str,
    resource: str,
) -> None:
    servers.switches.set("missing_scope", answer)
    scopes = [scope for scope in ALL_SCOPES if scope != f"read:{resource}"]
    client = connect(Secret(servers.mystore.make_token(scopes)))
    assert client.claims.missing_permissions() == (f"read:{resource}",)
    with pytest.raises(PermissionMissing) as caught:
        finished(client)
    assert caught.value.problem.params == {"permission": f"read:{resource}"}


@pytest.mark.parametrize("answer", ["forbidden", "not_found", "empty"])
def test_a_missing_permission_for_the_plain_end_points_is_named(
    servers: PracticeServers, connect: Connect, answer: str
) -> None:
    servers.switches.set("missing_scope", answer)
    client = connect(Secret(servers.mystore.make_token(["read:orders"])))
    for resource, call in (
        ("payment", client.payment_methods),
        ("order-status", client.statuses),
    ):
        with pytest.raises(PermissionMissing) as caught:
            call()
        assert caught.value.problem.params == {"permission": f"read:{resource}"}


@pytest.mark.parametrize("status", ["403", "401"])
def test_a_token_of_nobody_is_refused(
    servers: PracticeServers, connect: Connect, status: str
) -> None:
    servers.switches.set("expired_status", status)
    with pytest.raises(CredentialsRejected) as caught:
        connect(token_of(no_mystore_hosts=[servers.shop])).statuses()
    assert caught.value.problem.code is Code.SHOP_TOKEN_REJECTED


def test_an_expired_token_makes_no_call(servers: PracticeServers, connect: Connect) -> None:
    before = len(calls(servers))
    expired = servers.mystore.make_token(lifetime=timedelta(days=-2))
    with pytest.raises(CredentialsRejected) as caught:
        connect(Secret(expired)).statuses()
    assert caught.value.problem.code is Code.SHOP_TOKEN_EXPIRED
    assert len(calls(servers)) == before


def test_a_token_for_a_shop_that_is_not_here_is_told(
    connect: Connect,
) -> None:
    with pytest.raises(SetupError) as caught:
        connect(token_of(no_mystore_hosts=["annet-garn"])).statuses()
    assert caught.value.problem.code is Code.WRONG_SHOP


def test_nothing_that_is_logged_holds_the_token(
    servers: PracticeServers,
    connect: Connect,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    finished(connect())
    assert "/orders" in caplog.text
    assert servers.mystore_token.split(".")[2] not in caplog.text
