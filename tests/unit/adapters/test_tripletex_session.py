from __future__ import annotations

import base64
import json
import logging
from datetime import datetime
from threading import Barrier, Thread
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
import requests
import responses
from responses import matchers

from tests.fakes.clock import FakeClock
from tests.unit.adapters.tripletex_service import (
    BASE,
    CONSUMER,
    CREATE,
    EMPLOYEE,
    SESSION,
    a_client,
    a_service,
)
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    RemoteUnavailable,
    SetupError,
)

LATE = datetime(2026, 11, 23, 23, 59, tzinfo=ZoneInfo("Europe/Oslo"))
VAT = f"{BASE}/ledger/vatSettings"
CLIENTS = f"{BASE}/company/%3EwithLoginAccess"
DELETE = f"{BASE}/token/session/{quote(SESSION, safe='')}"
REGISTERED = {"value": {"vatRegistrationStatus": "VAT_REGISTERED"}}


def basic(user: str, token: str = SESSION) -> str:
    return "Basic " + base64.b64encode(f"{user}:{token}".encode()).decode()


def token_answer(token: str) -> dict[str, object]:
    return {"value": {"token": token}}


def test_a_session_is_made_when_first_needed_and_lasts_beyond_tomorrow() -> None:
    with a_service() as service:
        service.get(VAT, json=REGISTERED)
        client = a_client(FakeClock(LATE))
        assert len(service.calls) == 0
        client.vat_registration()
        client.vat_registration()
        assert len(service.calls) == 3
        assert json.loads(service.calls[0].request.body or "") == {
            "consumerToken": CONSUMER,
            "employeeToken": EMPLOYEE,
            "expirationDate": "2026-11-25",
        }
        assert "Authorization" not in service.calls[0].request.headers
        assert service.calls[1].request.headers["Authorization"] == basic("0")


@pytest.mark.parametrize("token", ["Ā", "to\nlinjer", "med mellomrom", ""])
def test_a_session_that_no_header_can_hold_is_not_taken_for_a_missing_answer(token: str) -> None:
    with a_service(session=False) as service:
        service.post(CREATE, json=token_answer(token), status=201)
        with pytest.raises(AnswerNotUnderstood) as error:
            a_client().vat_registration()
    assert error.value.problem.params["path"] == "/token/session/:create: value.token"


NOT_ALLOWED = {"status": 400, "code": 4000, "message": "HTTP 405 Method Not Allowed"}


@pytest.mark.parametrize(("status", "body"), [(404, {}), (405, {}), (400, NOT_ALLOWED)])
def test_the_legacy_form_is_used_where_post_is_not_known(
    status: int, body: dict[str, object]
) -> None:
    with a_service(session=False) as service:
        service.post(CREATE, status=status, json=body)
        query = {"consumerToken": CONSUMER, "employeeToken": EMPLOYEE}
        query["expirationDate"] = "2026-11-25"
        service.put(CREATE, json=token_answer(SESSION), match=[matchers.query_param_matcher(query)])
        service.get(VAT, json=REGISTERED)
        a_client().vat_registration()
        assert service.calls[2].request.headers["Authorization"] == basic("0")


@pytest.mark.parametrize("body", [{}, {**NOT_ALLOWED, "message": "Bad Request"}])
def test_any_other_refusal_never_puts_the_tokens_into_an_address(body: dict[str, object]) -> None:
    with a_service(session=False) as service:
        service.post(CREATE, status=400, json=body)
        with pytest.raises(AnswerNotUnderstood):
            a_client().vat_registration()
        assert [call.request.method for call in service.calls] == ["POST"]


def test_a_session_that_is_refused_is_made_again_once_and_the_call_repeated() -> None:
    with a_service() as service:
        service.post(CREATE, json=token_answer("second"), status=201)
        service.get(VAT, status=401)
        service.get(VAT, json=REGISTERED)
        a_client().vat_registration()
        assert service.calls[3].request.headers["Authorization"] == basic("0", "second")


def test_a_second_refusal_is_a_matter_of_credentials() -> None:
    with a_service() as service:
        service.get(VAT, status=401)
        with pytest.raises(CredentialsRejected) as error:
            a_client().vat_registration()
        assert error.value.problem.code is Code.SESSION_REJECTED
        assert len(service.calls) == 4


def test_threads_that_are_refused_together_make_one_new_session() -> None:
    made = iter(("first", "second", "third"))
    both = Barrier(2)

    def create(_request: object) -> tuple[int, dict[str, str], str]:
        return 201, {}, json.dumps(token_answer(next(made)))

    def answer(request: requests.PreparedRequest) -> tuple[int, dict[str, str], str]:
        if request.headers["Authorization"] == basic("0", "first"):
            both.wait(timeout=10)
            return 401, {}, ""
        return 200, {}, json.dumps(REGISTERED)

    with responses.RequestsMock() as service:
        service.add_callback("POST", CREATE, create)
        service.add_callback("GET", VAT, answer)
        client = a_client()
        threads = [Thread(target=client.vat_registration) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert next(made) == "third"


@pytest.mark.parametrize(
    "body", [{}, {"value": None}, {"value": {"token": ""}}, {"value": {"token": 5}}, []]
)
def test_a_session_answer_without_a_token_is_not_understood(body: object) -> None:
    with a_service(session=False) as service:
        service.post(CREATE, json=body, status=201)
        with pytest.raises(AnswerNotUnderstood) as error:
            a_client().company()
    assert error.value.problem.params == {"path": "/token/session/:create: value.token"}
    assert error.value.__context__ is None


def test_making_a_session_is_repeated_while_the_service_fails() -> None:
    clock = FakeClock()
    with a_service(session=False) as service:
        service.post(CREATE, status=500)
        service.post(CREATE, body=requests.ReadTimeout())
        service.post(CREATE, json=token_answer(SESSION), status=201)
        service.get(VAT, json=REGISTERED)
        a_client(clock).vat_registration()
    assert clock.slept == [0.5, 1]


def test_a_call_without_a_session_is_not_sent() -> None:
    with a_service(session=False) as service:
        for _ in range(4):
            service.post(CREATE, body=requests.ReadTimeout())
        with pytest.raises(RemoteUnavailable):
            a_client().vat_registration()


def test_closing_deletes_the_session() -> None:
    with a_service() as service:
        service.get(VAT, json=REGISTERED)
        service.delete(DELETE, status=204)
        client = a_client()
        client.vat_registration()
        client.close()
        client.close()
        assert [call.request.method for call in service.calls] == ["POST", "GET", "DELETE"]


def test_closing_without_a_session_calls_nothing() -> None:
    with responses.RequestsMock() as service:
        a_client().close()
        assert len(service.calls) == 0


def test_a_session_that_cannot_be_deleted_runs_out(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with a_service() as service:
        service.get(VAT, json=REGISTERED)
        service.delete(DELETE, body=requests.ReadTimeout(DELETE))
        client = a_client()
        client.vat_registration()
        client.close()
    assert "the session was not deleted" in caplog.text


# an accountant's token


def a_client_row(company_id: int) -> dict[str, object]:
    return {"id": company_id, "name": "Garn AS", "customerCompanyId": company_id + 1000}


def test_a_client_company_s_id_is_the_user_name() -> None:
    with a_service() as service:
        service.get(VAT, json=REGISTERED)
        a_client(company_id=77).vat_registration()
        assert service.calls[1].request.headers["Authorization"] == basic("77")


def test_the_other_id_of_a_client_is_tried_when_the_first_is_no_user_name() -> None:
    with a_service() as service:
        header = matchers.header_matcher
        service.get(CLIENTS, json={"values": [a_client_row(77)]})
        service.get(VAT, json=REGISTERED, match=[header({"Authorization": basic("1077")})])
        service.get(VAT, status=401, match=[header({"Authorization": basic("77")})])
        client = a_client(company_id=77)
        client.vat_registration()
        before = len(service.calls)
        client.vat_registration()
        assert len(service.calls) == before + 1


def test_a_company_that_is_no_client_is_named() -> None:
    with a_service() as service:
        service.get(CLIENTS, json={"values": [a_client_row(5)]})
        service.get(VAT, status=401)
        with pytest.raises(SetupError) as error:
            a_client(company_id=77).vat_registration()
    assert error.value.problem.code is Code.CLIENT_COMPANY_UNKNOWN
    assert error.value.problem.params == {"company": 77}


@pytest.mark.parametrize("other", [None, 77, 1077])
def test_a_client_that_lets_nobody_in_is_a_matter_of_credentials(other: int | None) -> None:
    with a_service() as service:
        row = {**a_client_row(77), "customerCompanyId": other}
        service.get(CLIENTS, json={"values": [row]})
        service.get(VAT, status=401)
        with pytest.raises(CredentialsRejected):
            a_client(company_id=77).vat_registration()


# no token anywhere


def forms_of(token: str) -> list[str]:
    return [
        token,
        quote(token, safe=""),
        quote(token),
        json.dumps(token)[1:-1],
        base64.b64encode(token.encode()).decode(),
        basic("0", token),
        token[:14],
    ]


def test_no_token_stands_in_errors_logs_or_representations(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    client = a_client()
    errors: list[AppError] = []
    with a_service(session=False) as service:
        message = f"invalid {CONSUMER} {EMPLOYEE}"
        refusal = {"code": 18000, "validationMessages": [{"field": "date", "message": message}]}
        service.post(CREATE, body=requests.ConnectionError(f"{CREATE}?consumerToken={CONSUMER}"))
        service.post(CREATE, json=refusal, status=422)
        service.post(CREATE, status=404)
        service.put(CREATE, body="{" + f'"value": {{"token": "{SESSION}"', status=200)
        service.post(CREATE, json=token_answer(SESSION), status=201)
        service.get(VAT, status=401)
        service.delete(DELETE, body=requests.ReadTimeout(DELETE))
        for _ in range(3):
            with pytest.raises(AppError) as error:
                client.vat_registration()
            errors.append(error.value)
        client.close()
    chains = [
        repr(each) for error in errors for each in (error, error.__cause__, error.__context__)
    ]
    connection = vars(client)["_connection"]
    shown = [repr(vars(each)) for each in (client, connection, vars(connection)["_session"])]
    text = "\n".join([caplog.text, *chains, *shown, *(repr(vars(error)) for error in errors)])
    for token in (CONSUMER, EMPLOYEE, SESSION):
        assert [form for form in forms_of(token) if form in text] == []
