"""Compound JSON:API documents: pages, single resources, and what they include."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from werkzeug.wrappers import Request, Response

from tripletex_wizard.practice.mystore.document import RELATED, Resource
from tripletex_wizard.practice.mystore.present import Presentation
from tripletex_wizard.practice.mystore.query import Query, bad_request
from tripletex_wizard.practice.mystore.refusal import JSON_API, Refused, missing_scope
from tripletex_wizard.practice.mystore.shop import Shop
from tripletex_wizard.practice.mystore.token import Claims
from tripletex_wizard.practice.switches import Switches


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading request: what is asked for, and by whom."""

    request: Request
    query: Query
    claims: Claims


class Answers:
    """Makes the answers to reading requests."""

    def __init__(self, shop: Shop, presentation: Presentation, switches: Switches) -> None:
        self._shop = shop
        self._presentation = presentation
        self._switches = switches

    def page(self, reading: Reading, kind: str, chosen: list[Resource]) -> Response:
        """One page of a list, with `links` to the others."""
        query = reading.query
        self._check_fields(query)
        start = (query.page - 1) * query.size
        page = chosen[start : start + query.size]
        if not page and query.page > 1 and self._switches["past_end"] == "not_found":
            raise Refused(HTTPStatus.NOT_FOUND, "The page does not exist.")
        body: dict[str, Any] = {"data": [self._shown(each, reading) for each in page]}
        self._include(body, page, kind, reading)
        body["links"] = self._links(reading, total=len(chosen))
        body["meta"] = {}
        return json_api(body)

    def single(self, reading: Reading, resource: Resource) -> Response:
        """One resource."""
        self._check_fields(reading.query)
        body: dict[str, Any] = {"data": self._shown(resource, reading)}
        self._include(body, [resource], resource["type"], reading)
        body["links"] = body["data"]["links"]
        return json_api(body)

    def made(self, request: Request, resource: Resource) -> Response:
        """A resource that has just been created."""
        shown = self._presentation.resource(resource, self._base(request))
        return json_api({"data": shown}, HTTPStatus.CREATED)

    def _check_fields(self, query: Query) -> None:
        """400 when a sparse fieldset names an unknown field [V1, S5]."""
        for kind, names in query.fields.items():
            known = self._presentation.attribute_names(kind) | RELATED.get(kind, {}).keys()
            if unknown := names - known:
                raise bad_request("Unknown fields:", kind, *sorted(unknown))

    def _base(self, request: Request) -> str:
        return f"{request.host_url}shops/{self._shop.name}"

    def _shown(self, resource: Resource, reading: Reading) -> Resource:
        shown = self._presentation.resource(resource, self._base(reading.request))
        if (names := reading.query.fields.get(resource["type"])) is not None:
            for part in ("attributes", "relationships"):
                shown[part] = {k: value for k, value in shown[part].items() if k in names}
        return shown

    def _include(
        self, body: dict[str, Any], page: list[Resource], kind: str, reading: Reading
    ) -> None:
        if not reading.query.include or self._switches["include"] == "ignored":
            return
        if self._switches["include"] == "rejected":
            raise bad_request("The include parameter is not supported.")
        found: dict[tuple[str, str], Resource] = {}
        for path in reading.query.include:
            self._follow(path.split("."), kind, page, reading.claims, found)
        body["included"] = [self._shown(each, reading) for each in found.values()]

    def _follow(
        self,
        path: list[str],
        kind: str,
        resources: list[Resource],
        claims: Claims,
        found: dict[tuple[str, str], Resource],
    ) -> None:
        name, *rest = path
        target = RELATED.get(kind, {}).get(name)
        if target is None:
            raise bad_request("The include path is not supported:", f"{kind}.{name}")
        if not claims.may_read(target):
            if self._switches["missing_scope"] == "forbidden":
                raise missing_scope()
            return
        related = [one for each in resources for one in self._shop.related(each, name)]
        found.update({(one["type"], one["id"]): one for one in related})
        if rest:
            self._follow(rest, target, related, claims, found)

    def _links(self, reading: Reading, *, total: int) -> dict[str, str | None]:
        request, query = reading.request, reading.query
        last = max(1, -(-total // query.size))
        links: dict[str, str | None] = {
            "self": request.url,
            "first": _at_page(request, 1),
            "last": _at_page(request, last),
        }
        if query.page > 1:
            links["prev"] = _at_page(request, query.page - 1)
        if query.page < last:
            links["next"] = _at_page(request, query.page + 1)
        elif self._switches["last_next"] == "null":
            links["next"] = None
        return links


def json_api(body: object, status: int = HTTPStatus.OK) -> Response:
    """A JSON:API answer."""
    return Response(json.dumps(body, ensure_ascii=False), status, content_type=JSON_API)


def plain(body: object) -> Response:
    """An answer of one of the plain-JSON endpoints [V2]."""
    return Response(json.dumps(body, ensure_ascii=False), content_type="application/json")


def _at_page(request: Request, number: int) -> str:
    query = {**request.args.to_dict(), "page[number]": str(number)}
    return f"{request.base_url}?{urlencode(query)}"
