"""Holds every request of the program to our descriptions of the two services, in every test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests

from tests.contract.description.check import check_request, service_of
from tripletex_wizard.adapters.http import HttpClient


def complaints_about(request: requests.PreparedRequest) -> list[str]:
    """What is wrong with a request to one of the services; others are nobody's business here."""
    url = request.url or ""
    if service_of(url) is None:
        return []
    body = request.body.encode() if isinstance(request.body, str) else request.body
    content_type = request.headers.get("Content-Type", "")
    found = check_request(request.method or "", url, body, content_type)
    return [f"{request.method} {url}: {each}" for each in found]


@contextmanager
def every_request_checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Gives the complaints about what the program's own HTTP client sends meanwhile."""
    found: list[str] = []
    furnish = HttpClient._furnish

    def furnished(client: HttpClient) -> None:
        furnish(client)
        session = client._session
        send = session.send

        def checked(request: requests.PreparedRequest, **more: object) -> requests.Response:
            found.extend(complaints_about(request))
            return send(request, **more)  # type: ignore[arg-type]

        session.send = checked  # type: ignore[method-assign]

    with monkeypatch.context() as patch:
        patch.setattr(HttpClient, "_furnish", furnished)
        yield found
