"""HTTP/1.1 on loopback around an application: keep-alive, and connections that can be dropped."""

from __future__ import annotations

import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from typing import Any, Protocol, Self
from urllib.parse import unquote_to_bytes, urlsplit

from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

LOOPBACK = "127.0.0.1"


class Responder(Protocol):
    """Anything that answers a request; safe to call from several threads at once."""

    def respond(self, request: Request) -> Response:
        """Answer the request, or raise `Dropped`."""
        ...


class Dropped(Exception):
    """The connection is to be shut down without an answer."""


class PracticeServer(ThreadingHTTPServer):
    """One application on a port of 127.0.0.1; port 0 takes a free one."""

    daemon_threads = False
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, responder: Responder, port: int = 0) -> None:
        self.responder = responder
        self._connections: set[socket.socket] = set()
        self._thread: Thread | None = None
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as problem:
            raise OSError(problem.errno, problem.strerror, f"port {port}") from problem

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """The address that clients call, without a path and without a trailing slash."""
        return f"http://{LOOPBACK}:{self.port}"

    def start(self) -> Self:
        """Serve in a thread of its own until `stop`."""
        self._thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        return self

    def stop(self) -> None:
        """Close the port and every open connection; returns when all threads have ended."""
        if self._thread is not None:
            self.shutdown()
            self._thread.join()
        for connection in tuple(self._connections):
            _shut(connection)
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, so that `stop` can close it."""
        self._connections.add(request)
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing about a client that went away; anything else is shown on stderr."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget a connection that is closed."""
        self._connections.discard(request)
        super().shutdown_request(request)


class _Handler(BaseHTTPRequestHandler):
    """Turns a raw request into werkzeug's, and werkzeug's answer into bytes."""

    protocol_version = "HTTP/1.1"
    server_version = "Practice"
    wbufsize = -1  # with the next line: without both, each answer waits for 40 ms
    disable_nagle_algorithm = True
    server: PracticeServer

    def _serve(self) -> None:
        # the body is read before anything can go wrong, or it would be taken for the next request
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        request = Request(self._environ(body))
        try:
            response = self.server.responder.respond(request)
        except Dropped:
            self.close_connection = True
            _shut(self.connection)
            return
        except HTTPException as refusal:
            response = Response.force_type(refusal.get_response(), request.environ)
        self._send(response)

    def _environ(self, body: bytes) -> dict[str, Any]:
        address = urlsplit(self.path)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(address.path).decode("latin-1"),  # as WSGI wants it
            "QUERY_STRING": address.query,
            "SERVER_NAME": LOOPBACK,
            "SERVER_PORT": str(self.server.port),
            "SERVER_PROTOCOL": self.request_version,
            "REMOTE_ADDR": self.client_address[0],
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
        }
        for name, value in self.headers.items():
            environ.setdefault("HTTP_" + name.upper().replace("-", "_"), value)
        return environ

    def _send(self, response: Response) -> None:
        content = response.get_data()
        self.send_response_only(response.status_code)
        for name, value in response.headers:
            if name.lower() != "content-length":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Date", self.date_time_string())
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _serve  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the base's name
        """Write nothing: the application records its requests itself."""


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the client was faster
