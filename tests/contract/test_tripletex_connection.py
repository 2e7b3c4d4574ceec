"""Faults on the line to the practice Tripletex, its sessions and tokens."""

from __future__ import annotations

import base64
import logging

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, refusal
from tests.orders.building import a_guest, an_order
from tripletex_wizard.domain.errors import (
    Code,
    CredentialsRejected,
    OutcomeUnknown,
    RateLimited,
    SetupError,
)
from tripletex_wizard.domain.ledger import VatRegistration

# faults on the line


@pytest.mark.parametrize(
    ("kind", "answered"),
    [
        ("drop_before", False),
        ("drop_after", False),
        ("late", False),
        ("server_error", True),
        ("server_error_html", True),
        ("truncated", True),
    ],
)
def test_an_invoice_whose_answer_is_lost_is_unknown_and_is_asked_for_once(
    kind: str, answered: bool, bench: Bench
) -> None:
    bench.strike(kind, "/order/*/:invoice", method="PUT", seconds=5)
    with pytest.raises(OutcomeUnknown) as unknown:
        bench.book(bench.plan())
    assert unknown.value.answered is answered
    sent = [row for row in bench.state()["requests"] if row["path"].endswith(":invoice")]
    assert len(sent) <= 1


@pytest.mark.parametrize("kind", ["drop_before", "server_error_html", "truncated", "forbidden"])
def test_an_invoice_that_stands_but_cannot_be_read_is_unknown_and_answered(kind: str) -> None:
    with a_bench(invoice_answer="amounts_missing") as bench:
        bench.strike(kind, "/invoice/*", method="GET", path_regex=r"/v2/invoice/\d+", count=None)
        with pytest.raises(OutcomeUnknown) as unknown:
            bench.book(bench.plan())
        assert unknown.value.answered is True
        assert unknown.value.request_ids != ()
        assert len(bench.state()["invoices"]) == 1


def test_an_order_whose_answer_is_cut_off_is_unknown_and_found_again(bench: Bench) -> None:
    bench.strike("truncated", "/order", method="POST")
    with pytest.raises(OutcomeUnknown):
        bench.book(bench.plan())
    assert len(bench.client.orders_with_number("10457")) == 1


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "server_error", "server_error_html"])
def test_a_read_gets_over_a_fault(kind: str, bench: Bench) -> None:
    bench.strike(kind, "/ledger/vatSettings", count=3)
    assert bench.client.vat_registration() is VatRegistration.REGISTERED


@pytest.mark.parametrize(("reset", "seconds"), [(True, 3), (False, 0)])
def test_a_write_over_the_limit_does_nothing_and_tells_how_long_to_wait(
    reset: bool, seconds: int, bench: Bench
) -> None:
    bench.strike("rate_limited", "/order/*/:invoice", method="PUT", seconds=3, reset=reset)
    with pytest.raises(RateLimited) as limited:
        bench.book(bench.plan())
    assert limited.value.problem.params == {"seconds": seconds}
    assert bench.state()["invoices"] == []


def test_a_long_batch_never_meets_the_rate_limit(bench: Bench) -> None:
    for _ in range(250):
        bench.client.order(404)
    assert {row["status"] for row in bench.state()["requests"]} == {201, 404}


# sessions


def test_a_session_that_ran_out_is_made_again_also_within_a_write(bench: Bench) -> None:
    plan = bench.plan()
    bench.servers.tripletex.sessions.end_all()
    bench.client.create_customer(plan, bench.client.facts(), number=None)
    bench.strike("unauthorized", "/order", method="POST")
    bench.book(bench.plan(an_order(customer=a_guest())))
    assert len(bench.state()["orders"]) == 1


def test_the_session_is_deleted_at_the_end(bench: Bench) -> None:
    bench.client.company()
    bench.client.close()
    last = bench.state()["requests"][-1]
    assert (last["method"], last["path"], last["status"]) == ("DELETE", "/token/session/***", 204)


@pytest.mark.parametrize("field", ["arg", "plain"])
def test_a_wrong_token_is_told_by_name(field: str) -> None:
    with a_bench(credential_field=field) as bench:
        wrong = bench.another_client(consumer_token="wrong")
        with pytest.raises(CredentialsRejected) as consumer:
            wrong.company()
        wrong = bench.another_client(employee_token="wrong")
        with pytest.raises(CredentialsRejected) as employee:
            wrong.company()
    assert refusal(consumer) is Code.CONSUMER_TOKEN_REJECTED
    assert refusal(employee) is Code.EMPLOYEE_TOKEN_REJECTED


def test_an_ordinary_token_has_no_clients(bench: Bench) -> None:
    assert bench.client.client_companies() == ()


@pytest.mark.parametrize("login", ["id", "customerCompanyId"])
def test_an_accountant_works_in_the_client_s_company_whichever_id_is_the_user_name(
    login: str,
) -> None:
    with a_bench(client_login=login) as bench:
        token = bench.servers.tripletex.accountant_token
        office = bench.another_client(employee_token=token)
        company = next(row for row in office.client_companies() if row.name == "Fjord Garn AS")
        assert company.id == bench.servers.company_id
        client = bench.another_client(employee_token=token, company_id=company.id)
        assert client.company() == company
        client.close()
        office.close()


def test_an_accountant_without_a_client_is_told_to_choose_one(bench: Bench) -> None:
    office = bench.another_client(employee_token=bench.servers.tripletex.accountant_token)
    with pytest.raises(SetupError) as error:
        office.facts()
    assert refusal(error) is Code.CLIENT_COMPANY_UNKNOWN
    office.close()


def test_a_company_that_is_not_a_client_is_named(bench: Bench) -> None:
    token = bench.servers.tripletex.accountant_token
    client = bench.another_client(employee_token=token, company_id=4711)
    with pytest.raises(SetupError) as error:
        client.company()
    assert error.value.problem.params == {"company": 4711}
    client.close()


def test_no_token_stands_in_the_log_of_any_library(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    bench.client.company()
    connection = vars(bench.client)["_connection"]
    session = vars(vars(connection)["_session"])["_token"].reveal()
    bench.client.close()
    assert "DELETE /token/session/{token}: 204" in caplog.text
    for token in (session, bench.servers.consumer_token, bench.servers.employee_token):
        coded = base64.b64encode(f"0:{token}".encode()).decode()
        assert token not in caplog.text
        assert coded not in caplog.text
