from __future__ import annotations

import http.client
import socket
import struct
import threading
from collections.abc import Iterator

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Request, Response

from tripletex_wizard.practice.server import LOOPBACK, Dropped, PracticeServer


class Echo:
    """Answers with what it was asked."""

    def __init__(self) -> None:
        self.waiting = threading.Barrier(2, timeout=5)

    def respond(self, request: Request) -> Response:
        if request.path == "/drop":
            raise Dropped
        if request.path == "/missing":
            raise NotFound
        if request.path == "/mistake":
            raise ZeroDivisionError
        if request.path == "/together":
            self.waiting.wait()
        body = f"{request.method} {request.path}?{request.query_string.decode()} "
        return Response(body.encode() + request.get_data(), 201, {"X-Asked": request.host_url})


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    running = PracticeServer(Echo()).start()
    yield running
    running.stop()


@pytest.fixture
def connection(server: PracticeServer) -> Iterator[http.client.HTTPConnection]:
    opened = http.client.HTTPConnection(LOOPBACK, server.port, timeout=5)
    yield opened
    opened.close()


def ask(
    connection: http.client.HTTPConnection, method: str, path: str, body: str | None = None
) -> tuple[int, str]:
    connection.request(method, path, body and body.encode())
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_it_listens_on_loopback_alone(server: PracticeServer) -> None:
    assert server.url == f"http://127.0.0.1:{server.port}"
    assert server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_methods_bodies_and_queries_arrive(
    connection: http.client.HTTPConnection, method: str
) -> None:
    assert ask(connection, method, "/a?b=c%20d", "æ") == (201, f"{method} /a?b=c%20d æ")


def test_head_has_no_body(connection: http.client.HTTPConnection) -> None:
    assert ask(connection, "HEAD", "/a") == (201, "")
    assert ask(connection, "GET", "/a") == (201, "GET /a? ")


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("/order/7/:invoice", "/order/7/:invoice"),
        ("/order/7/%3Ainvoice", "/order/7/:invoice"),
        ("/company/>withLoginAccess", "/company/>withLoginAccess"),
        ("/company/%3EwithLoginAccess", "/company/>withLoginAccess"),
        ("/%C3%A6", "/æ"),
    ],
)
def test_paths_arrive_decoded(
    connection: http.client.HTTPConnection, asked: str, read: str
) -> None:
    assert ask(connection, "GET", asked) == (201, f"GET {read}? ")


def test_a_connection_is_kept_for_more_requests(connection: http.client.HTTPConnection) -> None:
    ask(connection, "POST", "/a", "x")
    kept = connection.sock
    ask(connection, "POST", "/missing", "x")
    ask(connection, "GET", "/b")
    assert connection.sock is kept


def test_a_refusal_of_werkzeug_is_an_answer(connection: http.client.HTTPConnection) -> None:
    assert ask(connection, "GET", "/missing")[0] == 404


def test_a_drop_shuts_the_connection_without_an_answer(
    connection: http.client.HTTPConnection,
) -> None:
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        ask(connection, "POST", "/drop", "x" * 10_000)
    connection.close()
    assert ask(connection, "GET", "/a")[0] == 201


def test_the_client_address_is_the_host_that_it_asked(
    server: PracticeServer, connection: http.client.HTTPConnection
) -> None:
    connection.request("GET", "/a")
    answer = connection.getresponse()
    answer.read()
    assert answer.headers["X-Asked"] == f"{server.url}/"


def test_two_clients_are_answered_side_by_side(server: PracticeServer) -> None:
    statuses: list[int] = []

    def client() -> None:
        opened = http.client.HTTPConnection(LOOPBACK, server.port, timeout=5)
        statuses.append(ask(opened, "GET", "/together")[0])
        opened.close()

    clients = [threading.Thread(target=client) for _ in range(2)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    assert statuses == [201, 201]


def begun(server: PracticeServer, path: str) -> socket.socket:
    opened = socket.create_connection((LOOPBACK, server.port), timeout=5)
    opened.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
    return opened


def test_a_client_that_goes_away_leaves_no_noise(capsys: pytest.CaptureFixture[str]) -> None:
    server = PracticeServer(Echo()).start()
    gone = begun(server, "/together")
    gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    gone.close()
    with begun(server, "/together") as other:
        assert other.recv(4096).startswith(b"HTTP/1.1 201")
    server.stop()
    assert capsys.readouterr().err == ""


def test_a_mistake_in_an_application_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    server = PracticeServer(Echo()).start()
    with begun(server, "/mistake") as opened:
        assert opened.recv(4096) == b""
    server.stop()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_stopping_closes_idle_connections_and_the_port() -> None:
    server = PracticeServer(Echo()).start()
    opened = begun(server, "/a")
    assert opened.recv(4096).startswith(b"HTTP/1.1 201")
    server.stop()
    assert opened.recv(4096) == b""
    opened.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((LOOPBACK, server.port), timeout=5)
    assert not [thread for thread in threading.enumerate() if "process_request" in thread.name]
