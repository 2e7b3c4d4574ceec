"""Answers that say no, in Mystore's own shape."""

from __future__ import annotations

import json
from http import HTTPStatus

from werkzeug.wrappers import Response

JSON_API = "application/vnd.api+json"


class Refused(Exception):
    """The request is answered with an error status."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        pointer: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail
        self.pointer = pointer
        self.headers = headers or {}

    def response(self) -> Response:
        """`{"errors": [{"title", "status", "detail"}]}` [V1, S6], with `source` for a write."""
        error: dict[str, object] = {
            "title": HTTPStatus(self.status).phrase,
            "status": str(self.status),
            "detail": self.detail,
        }
        if self.pointer is not None:
            error["source"] = {"pointer": self.pointer}
        body = json.dumps({"errors": [error]}, ensure_ascii=False)
        return Response(body, self.status, self.headers, content_type=JSON_API)


def not_found() -> Refused:
    """404 for an unknown id or path [V1, S5]."""
    return Refused(HTTPStatus.NOT_FOUND, "The resource does not exist.")


def missing_scope() -> Refused:
    """403 for a resource outside the token's permissions [INF]."""
    return Refused(HTTPStatus.FORBIDDEN, "Invalid scope(s) provided.")
