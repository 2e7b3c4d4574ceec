"""Every request that reaches the practice Tripletex, held against our own API description."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote

from werkzeug.wrappers import Request, Response

from tests.contract.description.check import BASE, HOST, TRIPLETEX, check_request
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.server import Responder

Covered = tuple[str, str, tuple[str, ...]]
"""Method, path as described, and the query keys in alphabetic order."""


@dataclass
class RequestCheck:
    """A responder before another: notes what the description has against each request."""

    behind: Responder
    complaints: list[str] = field(default_factory=list)
    covered: set[Covered] = field(default_factory=set)

    def respond(self, request: Request) -> Response:
        asked = request.path.removeprefix(BASE)
        url = f"{HOST}{quote(request.path)}?{request.query_string.decode('ascii')}"
        body = request.get_data() or None
        found = check_request(request.method, url, body, request.content_type or "")
        described = described_path(request.method, asked)
        self.complaints += [f"{request.method} {described}: {each}" for each in found]
        self.covered.add((request.method, described, tuple(sorted(request.args))))
        return self.behind.respond(request)


def described_path(method: str, path: str) -> str:
    """The path of the description that has this method, variables last; else the path itself."""
    found = TRIPLETEX.find(method, path)
    return found[0] if found else path


@contextmanager
def checking(servers: PracticeServers) -> Iterator[RequestCheck]:
    """Check what running servers are sent; AssertionError at the end if anything was wrong."""
    server = servers._servers[0]
    check = RequestCheck(server.responder)
    server.responder = check
    yield check
    if check.complaints:
        raise AssertionError("\n".join(check.complaints))
