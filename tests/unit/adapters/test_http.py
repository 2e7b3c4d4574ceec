from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
import requests
import responses
import urllib3

from tests.fakes.clock import FakeClock
from tripletex_wizard.adapters.http import CONNECT, READ, READ_AFTER_WRITE, Answer, HttpClient
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    OutcomeUnknown,
    Problem,
    RateLimited,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.secret import Secret

BASE = "https://service.example/api"
URL = f"{BASE}/thing"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def client(clock: FakeClock) -> HttpClient:
    return a_client(clock)


@pytest.fixture
def service() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock() as mock:
        yield mock


def a_client(
    clock: FakeClock,
    base: str = BASE,
    calls: int = 100,
    session: requests.Session | None = None,
) -> HttpClient:
    return HttpClient(
        base,
        clock=clock,
        calls=calls,
        seconds=10,
        reset_header="X-Rate-Limit-Reset",
        session=session,
    )


def refused(error: Exception) -> requests.ConnectionError:
    return requests.ConnectionError(urllib3.exceptions.MaxRetryError(None, URL, error))  # type: ignore[arg-type]


# addresses


@pytest.mark.parametrize(
    "address",
    [
        "http://tripletex.no/v2",
        "http://10.0.0.1/v2",
        "ftp://tripletex.no",
        "tripletex.no/v2",
        "https://",
        "http://[::1",
        "",
    ],
)
def test_an_address_without_tls_is_refused_before_anything_is_sent(
    address: str, clock: FakeClock
) -> None:
    with pytest.raises(SetupError) as error:
        a_client(clock, address)
    assert error.value.problem.code is Code.INSECURE_ADDRESS


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_loopback_may_go_without_tls_and_passes_by_every_proxy(
    host: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    session = requests.Session()
    a_client(clock, f"http://{host}:8801/v2", session=session)
    assert session.proxies == {}


def test_an_office_network_s_proxy_and_authority_are_used_and_nothing_else_of_the_computer(
    clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/etc/office.pem")
    session = requests.Session()
    a_client(clock, session=session)
    assert session.proxies["https"] == "http://proxy.example:3128"
    assert session.verify == "/etc/office.pem"
    assert session.trust_env is False


def test_certificates_are_always_checked(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "")
    session = requests.Session()
    session.verify = False
    a_client(clock, session=session)
    assert session.verify is True


# reads


def test_an_answer_keeps_its_request_id_and_shows_neither_headers_nor_body(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    headers = {"x-tlx-request-id": "r-1", "Set-Cookie": "sid=canary"}
    service.get(URL, body='{"price": 33.3333333333}', headers=headers)
    answer = client.read("/thing")
    assert str(answer.json()["price"]) == "33.3333333333"
    assert answer.request_ids == ("r-1",)
    assert repr(answer) == "Answer(status=200, request_id='r-1', path='/thing')"


@pytest.mark.parametrize("body", [b"<html>", b"", b'{"a": 1', b'{"a": NaN}', b"\xff\xfe\xff"])
def test_a_body_that_is_not_json_is_not_understood(body: bytes) -> None:
    with pytest.raises(AnswerNotUnderstood) as error:
        Answer(200, {}, body, "r-1", "/thing").json()
    assert error.value.problem.params == {"path": "/thing"}
    assert error.value.request_ids == ("r-1",)
    assert error.value.__context__ is None


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_read_is_repeated_three_times_while_the_service_fails(
    status: int, client: HttpClient, clock: FakeClock, service: responses.RequestsMock
) -> None:
    for _ in range(4):
        service.get(URL, status=status, headers={"x-tlx-request-id": "r-9"})
    with pytest.raises(RemoteUnavailable) as error:
        client.read("/thing")
    assert error.value.problem.code is Code.SERVER_FAILED
    assert error.value.problem.params == {"status": status}
    assert error.value.request_ids == ("r-9",)
    assert clock.slept == [0.5, 1.0, 2.0]


def test_a_read_succeeds_once_the_service_is_back(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    service.get(URL, body=requests.ReadTimeout("slow"))
    service.get(URL, body=requests.ConnectionError("reset"))
    service.get(URL, json={})
    assert client.read("/thing").status == 200


def test_a_read_without_any_answer_is_unavailable(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    for _ in range(4):
        service.get(URL, body=requests.ConnectTimeout("no"))
    with pytest.raises(RemoteUnavailable) as error:
        client.read("/thing")
    assert error.value.problem.params == {"host": "service.example"}


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_a_refusal_is_answered_and_not_repeated(
    status: int, client: HttpClient, service: responses.RequestsMock
) -> None:
    service.get(URL, status=status)
    assert client.read("/thing").status == status


def test_a_redirect_is_not_followed(client: HttpClient, service: responses.RequestsMock) -> None:
    service.get(URL, status=302, headers={"Location": "https://elsewhere.example/"})
    with pytest.raises(RemoteUnavailable) as error:
        client.read("/thing", auth=("0", Secret("canary")))
    assert error.value.problem.params == {"status": 302}


def test_a_certificate_that_is_not_trusted_is_not_tried_again(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    cause = urllib3.exceptions.SSLError(ssl.SSLCertVerificationError("self-signed"))
    service.get(URL, body=requests.exceptions.SSLError(refused(cause).args[0]))
    with pytest.raises(RemoteUnavailable):
        client.read("/thing")


# rate limits


def test_too_many_waits_as_long_as_the_service_says(
    client: HttpClient, clock: FakeClock, service: responses.RequestsMock
) -> None:
    service.get(URL, status=429, headers={"X-Rate-Limit-Reset": "7"})
    service.get(URL, status=429, headers={"Retry-After": "3"})
    service.get(URL, json={})
    client.read("/thing")
    assert clock.slept == [7, 3]


@pytest.mark.parametrize("header", ["", "soon", "Mon, 23 Nov 2026 10:00:00 GMT", "-4"])
def test_too_many_without_a_time_waits_ever_longer(
    header: str, client: HttpClient, clock: FakeClock, service: responses.RequestsMock
) -> None:
    for _ in range(4):
        service.get(URL, status=429, headers={"Retry-After": header})
    with pytest.raises(RateLimited) as error:
        client.read("/thing")
    assert clock.slept == [2, 4, 8]
    assert error.value.problem.code is Code.RATE_LIMITED


def test_a_wait_of_hours_is_not_waited(
    client: HttpClient, clock: FakeClock, service: responses.RequestsMock
) -> None:
    service.get(URL, status=429, headers={"X-Rate-Limit-Reset": "3600"})
    with pytest.raises(RateLimited) as error:
        client.read("/thing")
    assert clock.slept == []
    assert error.value.problem.params == {"seconds": 3600}


def test_a_time_that_no_number_holds_is_no_time(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    service.post(URL, status=429, headers={"X-Rate-Limit-Reset": "9" * 400})
    with pytest.raises(RateLimited) as error:
        client.write("POST", "/thing", json={})
    assert error.value.seconds == 0


def test_a_write_that_was_too_much_tells_when_it_may_be_repeated(
    client: HttpClient, clock: FakeClock, service: responses.RequestsMock
) -> None:
    service.post(URL, status=429, headers={"X-Rate-Limit-Reset": "7"})
    with pytest.raises(RateLimited) as error:
        client.write("POST", "/thing", json={})
    assert error.value.problem.params == {"seconds": 7}
    assert clock.slept == []


def test_no_more_calls_start_than_the_limit_allows(
    clock: FakeClock, service: responses.RequestsMock
) -> None:
    service.get(URL, json={})
    client = a_client(clock, calls=3)
    for _ in range(7):
        client.read("/thing")
    assert sum(clock.slept) >= 20
    assert sum(clock.slept) < 21


def test_setting_the_computer_s_clock_back_holds_no_call_up(
    clock: FakeClock, service: responses.RequestsMock
) -> None:
    service.get(URL, json={}, headers={"X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Reset": "4"})
    client = a_client(clock, calls=3)
    for _ in range(4):
        client.read("/thing")
        clock.set_to(clock.now() - timedelta(hours=1))
    assert sum(clock.slept) <= 12


def test_the_next_call_waits_when_an_answer_says_that_little_remains(
    client: HttpClient, clock: FakeClock, service: responses.RequestsMock
) -> None:
    headers = {"X-Rate-Limit-Remaining": "1", "X-Rate-Limit-Reset": "4"}
    service.get(URL, json={}, headers=headers)
    client.read("/thing")
    assert clock.slept == []
    client.read("/thing")
    assert clock.slept == [4]


def test_little_remaining_without_a_reset_waits_two_seconds(
    client: HttpClient, clock: FakeClock, service: responses.RequestsMock
) -> None:
    service.get(URL, json={}, headers={"X-Rate-Limit-Remaining": "0"})
    client.read("/thing")
    client.read("/thing")
    assert clock.slept == [2]


# writes


def test_a_write_is_sent_as_json_with_basic_auth_and_without_cookies(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    service.post(URL, headers={"Set-Cookie": "sid=1; Path=/"}, status=201)
    for _ in range(2):
        client.write("POST", "/thing", json={"æ": [1]}, auth=("0", Secret("t")))
    request = service.calls[1].request
    assert request.body == '{"æ": [1]}'.encode()
    assert request.headers["Content-Type"] == "application/json; charset=utf-8"
    assert request.headers["Authorization"] == "Basic MDp0"
    assert "Cookie" not in request.headers


def test_a_write_that_was_never_sent_is_unavailable(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    cause = urllib3.exceptions.NewConnectionError(None, "refused")  # type: ignore[arg-type]
    for error in (refused(cause), requests.ConnectTimeout("no"), requests.exceptions.ProxyError()):
        service.post(URL, body=error)
        with pytest.raises(RemoteUnavailable):
            client.write("POST", "/thing", json={})


@pytest.mark.parametrize(
    "error",
    [
        requests.ReadTimeout("slow"),
        requests.ConnectionError(
            urllib3.exceptions.ProtocolError("aborted", ConnectionResetError())
        ),
        requests.exceptions.SSLError("bad record"),
        requests.exceptions.InvalidHeader("two lengths"),
        OSError("?"),
    ],
)
def test_a_write_whose_answer_was_lost_has_an_unknown_outcome_and_is_not_repeated(
    error: Exception, client: HttpClient, service: responses.RequestsMock
) -> None:
    service.post(URL, body=error)
    with pytest.raises(OutcomeUnknown) as unknown:
        client.write("POST", "/thing", json={})
    assert unknown.value.answered is False


@pytest.mark.parametrize(
    ("status", "answered"),
    [
        *((500, True), (501, True), (502, False), (503, False), (504, False)),
        *((408, False), (460, False), (499, False)),  # a proxy gave up; the service may go on
    ],
)
def test_only_the_service_itself_can_say_that_a_failed_write_is_over(
    status: int, answered: bool, client: HttpClient, service: responses.RequestsMock
) -> None:
    service.post(URL, status=status, body="<html>", headers={"x-tlx-request-id": "r-5"})
    with pytest.raises(OutcomeUnknown) as unknown:
        client.write("POST", "/thing", json={})
    assert unknown.value.answered is answered
    assert unknown.value.request_ids == ("r-5",)


def test_a_write_that_the_service_would_not_even_begin_is_unavailable(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    service.post(URL, status=425)
    with pytest.raises(RemoteUnavailable) as error:
        client.write("POST", "/thing", json={})
    assert error.value.problem == Problem(Code.SERVER_FAILED, status=425)


@pytest.mark.parametrize("status", [408, 425, 460, 499])
def test_a_read_that_a_proxy_gave_up_is_repeated(
    status: int, client: HttpClient, service: responses.RequestsMock
) -> None:
    service.get(URL, status=status)
    service.get(URL, json={})
    assert client.read("/thing").status == 200


@pytest.mark.parametrize("status", [408, 425, 460, 499])
def test_a_read_that_proxies_keep_giving_up_is_unavailable(
    status: int, client: HttpClient, service: responses.RequestsMock
) -> None:
    for _ in range(4):
        service.get(URL, status=status)
    with pytest.raises(RemoteUnavailable) as error:
        client.read("/thing")
    assert error.value.problem == Problem(Code.SERVER_FAILED, status=status)


def test_a_body_that_cannot_be_written_is_no_lost_answer(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    with pytest.raises(UnicodeEncodeError):
        client.write("POST", "/thing", json={"name": "\ud83d"})
    assert len(service.calls) == 0


def test_a_write_that_does_no_harm_is_repeated_like_a_read(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    service.post(URL, status=500)
    service.post(URL, status=201)
    assert client.write("POST", "/thing", json={}, harmless=True).status == 201


def test_a_header_that_cannot_be_sent_is_not_sent(
    client: HttpClient, service: responses.RequestsMock
) -> None:
    with pytest.raises(RemoteUnavailable):
        client.write("POST", "/thing", headers={"Authorization": "Bearer a\nb"})
    assert len(service.calls) == 0


def test_reads_and_writes_have_their_own_patience(
    clock: FakeClock, service: responses.RequestsMock
) -> None:
    service.get(URL)
    service.post(URL)
    client = a_client(clock)
    client.read("/thing")
    client.write("POST", "/thing")
    timeouts = [call.request.req_kwargs["timeout"] for call in service.calls]  # type: ignore[attr-defined]
    assert timeouts == [(CONNECT, READ), (CONNECT, READ_AFTER_WRITE)]


# secrets

CANARY = "canary-7f3a/+="


def test_no_secret_stands_in_errors_or_log(
    client: HttpClient, caplog: pytest.LogCaptureFixture, service: responses.RequestsMock
) -> None:
    caplog.set_level("DEBUG")
    path = f"/token/session/{CANARY}"
    body = requests.ReadTimeout(f"{BASE}{path}")
    for method in ("DELETE", "PUT"):
        service.add(method, f"{BASE}{path}", body=body)
    shown = "/token/session/{token}"
    errors = []
    for method in ("DELETE", "PUT"):
        with pytest.raises(AppError) as error:
            client.write(
                method,
                path,
                params={"token": CANARY},
                json={"token": CANARY},
                auth=("0", Secret(CANARY)),
                shown=shown,
            )
        errors.append(error.value)
    assert all(error.__cause__ is None and error.__context__ is None for error in errors)
    assert "canary" not in "".join(map(repr, errors)) + caplog.text
    assert f"DELETE {shown}: ReadTimeout" in caplog.text


# a real line


class DroppingServer:
    """Reads one request on each connection, answers with `answer`, and shuts the connection."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.requests = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                if not connection.recv(65536):
                    return
                self.requests += 1
                connection.sendall(self.answer)

    def stop(self) -> None:
        socket.create_connection(self._listener.getsockname()).close()
        self._thread.join()
        self._listener.close()


@pytest.fixture
def dropping(request: pytest.FixtureRequest) -> Iterator[DroppingServer]:
    server = DroppingServer(request.param)
    yield server
    server.stop()


HALF = b"HTTP/1.1 200 OK\r\nx-tlx-request-id: r-3\r\nContent-Length: 100\r\n\r\n{"
TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}"


@pytest.mark.parametrize("dropping", [b""], indirect=True)
def test_a_connection_shut_without_an_answer_leaves_a_write_open(
    dropping: DroppingServer, clock: FakeClock
) -> None:
    with pytest.raises(OutcomeUnknown) as unknown:
        a_client(clock, dropping.url).write("POST", "/thing", json={})
    assert unknown.value.answered is False
    assert dropping.requests == 1


@pytest.mark.parametrize("dropping", [HALF], indirect=True)
def test_a_connection_shut_within_the_answer_means_that_a_write_was_answered(
    dropping: DroppingServer, clock: FakeClock
) -> None:
    with pytest.raises(OutcomeUnknown) as unknown:
        a_client(clock, dropping.url).write("POST", "/thing", json={})
    assert unknown.value.answered is True
    assert unknown.value.request_ids == ("r-3",)
    assert dropping.requests == 1


@pytest.mark.parametrize("dropping", [HALF], indirect=True)
def test_a_connection_shut_within_the_answer_makes_a_read_unavailable_after_three_repeats(
    dropping: DroppingServer, clock: FakeClock
) -> None:
    with pytest.raises(RemoteUnavailable) as error:
        a_client(clock, dropping.url).read("/thing")
    assert error.value.request_ids == ("r-3",)
    assert dropping.requests == 4


@pytest.mark.parametrize("dropping", [TWO_LENGTHS, b"nonsense\r\n\r\n"], indirect=True)
def test_an_answer_that_is_no_http_leaves_a_write_open(
    dropping: DroppingServer, clock: FakeClock
) -> None:
    with pytest.raises(OutcomeUnknown):
        a_client(clock, dropping.url).write("POST", "/thing", json={})
    assert dropping.requests == 1


def test_a_closed_port_means_that_a_write_was_not_sent(clock: FakeClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(RemoteUnavailable) as error:
        a_client(clock, f"http://127.0.0.1:{port}").write("POST", "/thing", json={})
    assert error.value.problem.params == {"host": "127.0.0.1"}


def test_a_netrc_file_never_replaces_our_own_login(
    clock: FakeClock, service: responses.RequestsMock
) -> None:
    netrc = Path(os.environ["HOME"], ".netrc")
    netrc.write_text("machine service.example login other password other\n", "ascii")
    service.get(URL)
    a_client(clock).read("/thing")
    assert "Authorization" not in service.calls[0].request.headers


class ClosingAdapter(requests.adapters.HTTPAdapter):
    def __init__(self, closed: list[str]) -> None:
        super().__init__()
        self.closed = closed

    def close(self) -> None:
        self.closed.append("closed")
        super().close()


def test_closing_closes_the_connections(clock: FakeClock) -> None:
    session = requests.Session()
    closed: list[str] = []
    session.mount("https://", ClosingAdapter(closed))
    a_client(clock, session=session).close()
    assert closed == ["closed"]
