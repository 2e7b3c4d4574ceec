"""The answers that a planned fault puts in the place of an application's own."""

from __future__ import annotations

import json
from http import HTTPStatus
from uuid import uuid4

from werkzeug.wrappers import Response

from tripletex_wizard.practice.switches import Service

TRIPLETEX_CODES = {401: 3000, 403: 9000, 404: 6000, 409: 7000, 422: 18000, 429: 429, 500: 1000}
TRIPLETEX_TEXTS = {
    401: "Unauthorized",
    403: "You do not have permission to access this feature.",
    404: "Object not found",
    422: "Validering feilet.",
    500: None,
}
ON_PURPOSE = {
    "field": None,
    "message": "Øvelse: avvist med vilje. Prøv igjen.",
    "path": None,
    "rootId": None,
}
"""A refusal names its reason in Tripletex; nothing is wrong with what a planned fault refuses."""
EXPIRED = "Token has expired or is invalid"


def refusal(service: Service, status: int) -> Response:
    """An error in the service's own shape."""
    return _tripletex(status) if service == "tripletex" else _mystore(status)


def rate_limited(service: Service, seconds: int | None) -> Response:
    """429; the header with the seconds until the limit is lifted is left out for None."""
    response = refusal(service, 429)
    if seconds is not None:
        header = "X-Rate-Limit-Reset" if service == "tripletex" else "Retry-After"
        response.headers[header] = str(seconds)
    return response


def html_page(status: int) -> Response:
    """An error page as a proxy in front of the service sends it."""
    title = f"{status} {HTTPStatus(status).phrase}"
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
    return Response(page, status=status, content_type="text/html; charset=utf-8")


def _tripletex(status: int) -> Response:
    body = {
        "status": status,
        "code": TRIPLETEX_CODES.get(status, 1000),
        "message": TRIPLETEX_TEXTS.get(status, _phrase(status)),
        "link": "https://tripletex.no/v2-docs/",
        "developerMessage": "Could not log in. Check login info in Authorization header."
        if status == HTTPStatus.UNAUTHORIZED
        else None,
        "validationMessages": [ON_PURPOSE] if status == HTTPStatus.UNPROCESSABLE_ENTITY else None,
        "requestId": str(uuid4()),
    }
    return Response(json.dumps(body), status=status, content_type="application/json")


def _mystore(status: int) -> Response:
    detail = EXPIRED if status in (401, 403) else _phrase(status)
    error = {"title": _phrase(status), "status": str(status), "detail": detail}
    return Response(
        json.dumps({"errors": [error]}), status=status, content_type="application/vnd.api+json"
    )


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase
