from __future__ import annotations

import base64
import json
import logging
import traceback
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.unit.adapters.mystore_orders import NOON, SCOPES, token_of
from tripletex_wizard.adapters.mystore.token import check_expiry, missing_permissions, read_claims
from tripletex_wizard.domain.errors import Code, CredentialsRejected
from tripletex_wizard.domain.secret import Secret

TRIPLETEX_TOKEN = base64.b64encode(json.dumps({"tokenId": 7, "token": "abc"}).encode()).decode()


def test_the_shop_is_the_first_host() -> None:
    assert read_claims(token_of(no_mystore_hosts=["strikk", "garn"])).shop == "strikk"


def test_without_hosts_the_shop_is_the_subject_up_to_its_last_underscore() -> None:
    claims = read_claims(token_of(no_mystore_hosts=None, sub="garn_og_sa_41"))
    assert claims.shop == "garn_og_sa"


def test_blanks_and_a_pasted_bearer_do_not_matter() -> None:
    token = Secret(f"  Bearer {token_of().reveal()}\n")
    assert read_claims(token).shop == "garnboden"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a token",
        TRIPLETEX_TOKEN,
        "a.b.c",
        "eyJhbGciOiJub25lIn0.W10.",  # the claims are a list
        token_of().reveal().replace(".", ".\n", 1),
        token_of(no_mystore_hosts=None, sub=None).reveal(),
        token_of(no_mystore_hosts=["../other"]).reveal(),
        token_of(no_mystore_hosts="garnboden").reveal(),
        token_of(scopes=7).reveal(),
        token_of(exp=1e300).reveal(),
    ],
)
def test_what_is_no_shop_token_is_refused_without_showing_it(text: str) -> None:
    with pytest.raises(CredentialsRejected) as caught:
        read_claims(Secret(text))
    assert caught.value.problem.code is Code.SHOP_TOKEN_NOT_A_TOKEN
    shown = "".join(traceback.format_exception(caught.value, chain=True))
    assert not text.strip() or text.strip() not in shown


def test_an_expired_token_is_told_with_its_day() -> None:
    expired = datetime(2026, 11, 1, tzinfo=UTC)
    claims = read_claims(token_of(exp=int(expired.timestamp())))
    with pytest.raises(CredentialsRejected) as caught:
        check_expiry(claims, NOON)
    assert caught.value.problem.code is Code.SHOP_TOKEN_EXPIRED
    assert caught.value.problem.params == {"expired": date(2026, 11, 1)}


def test_a_token_runs_out_when_it_says() -> None:
    end = NOON + timedelta(days=30)
    claims = read_claims(token_of(exp=int(end.timestamp())))
    assert claims.expires == end
    assert not claims.is_expired(end - timedelta(seconds=1))
    assert claims.is_expired(end)


def test_a_token_without_expiry_never_runs_out() -> None:
    claims = read_claims(token_of(exp=None))
    check_expiry(claims, NOON)
    assert claims.expires is None


def test_each_needed_permission_that_lacks_is_named() -> None:
    missing = missing_permissions(set(SCOPES) - {"read:order-totals", "read:payment"})
    assert missing == ("read:order-totals", "read:payment")


@pytest.mark.parametrize("scopes", [["*"], ["read:*"]])
def test_a_star_opens_everything(scopes: list[str]) -> None:
    assert missing_permissions(scopes) == ()


def test_permissions_are_matched_loosely_but_writing_and_hiding_are_not_reading() -> None:
    found = missing_permissions({"orders:read", "order_products", "write:customers", "hide:orders"})
    assert "read:orders" not in found
    assert "read:order-products" not in found
    assert "read:customers" in found


@pytest.mark.parametrize(
    ("scopes", "missing"),
    [
        (["*"], ()),
        (None, ()),
        (["write:*"], ()),
        (["write:orders", "write:order-status-history"], ()),
        (["shop:orders", "create:order_status_history"], ()),
        (SCOPES, ("write:orders", "write:order-status-history")),
        (
            ["read:*", "hide:orders", "delete:orders"],
            ("write:orders", "write:order-status-history"),
        ),
        (["write:orders", "write:customers"], ("write:order-status-history",)),
    ],
)
def test_what_a_change_of_status_needs_is_told_apart_from_reading(
    scopes: list[str] | None, missing: tuple[str, ...]
) -> None:
    assert read_claims(token_of(scopes=scopes)).missing_to_write() == missing


def test_scopes_may_be_one_text() -> None:
    claims = read_claims(token_of(scopes="read:orders read:settings"))
    assert claims.scopes == frozenset({"read:orders", "read:settings"})


def test_a_token_that_lists_no_scopes_is_not_said_to_lack_any() -> None:
    claims = read_claims(token_of(scopes=None))
    assert claims.missing_permissions() == ()
    assert claims.may_read("orders")


def test_claims_read_at_debug_leave_no_token_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    token = token_of()
    claims = read_claims(token)
    assert token.reveal() not in caplog.text + repr(claims) + repr(token)
