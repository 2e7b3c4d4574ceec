"""The control service: what the practice servers hold, their switches, and faults to come.

All bodies are JSON; a body that cannot be taken gives 400 with `{"error": "..."}`.

- `GET /state`: what Tripletex holds, by its own names, and under `mystore` what Mystore holds.
- `GET /switches`: `{"include": "supported", ...}`, all that are in force.
- `PUT /switches` with `{"include": "rejected"}`: puts these, all or none; answers all.
- `GET /faults`: `{"faults": [{"id": 1, "seen": 0, "struck": 0, ...the fault}]}`.
- `POST /faults` with one fault or a list (see `faults.py`): 201 with `{"ids": [1]}`.
- `DELETE /faults`, `DELETE /faults/1`: 204.
- `PUT /company` with settings of the Tripletex company: answers all of its settings.
- `POST /mystore/orders` with one document or a list, or sales in short: adds orders, or edits those
  with the same id; a document without `included` leaves lines and totals as they are; 201 with
  `{"orders": ["10457"]}`.
- `POST /mystore/tokens` with `{"scopes": ["read:orders"], "days": 30}`, both optional: 201 with
  `{"token": "..."}`; negative days make an expired one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound
from werkzeug.wrappers import Request, Response

from tripletex_wizard.practice.fault_layer import FaultLayer
from tripletex_wizard.practice.faults import Fault, FaultPlan
from tripletex_wizard.practice.mystore import MystoreApplication
from tripletex_wizard.practice.mystore.orders_file import order_document
from tripletex_wizard.practice.mystore.present import SHOP_ZONE
from tripletex_wizard.practice.mystore.token import ALL_SCOPES, LIFETIME
from tripletex_wizard.practice.switches import Switches


class ControlApplication:
    """Answers at `control_url`."""

    def __init__(
        self,
        *,
        tripletex: FaultLayer,
        mystore: FaultLayer,
        change_company: Callable[[dict[str, Any]], dict[str, Any]],
        shop: MystoreApplication,
        switches: Switches,
        plan: FaultPlan,
        now: Callable[[], datetime],
    ) -> None:
        self._tripletex = tripletex
        self._mystore = mystore
        self._change_company = change_company
        self._shop = shop
        self._switches = switches
        self._plan = plan
        self._now = now

    def respond(self, request: Request) -> Response:
        """Answer one request; bad bodies give 400, unknown paths 404."""
        try:
            return self._answer(request)
        except HTTPException as refusal:
            return _json({"error": refusal.name}, refusal.code or HTTPStatus.BAD_REQUEST)
        except (ValueError, TypeError) as problem:
            return _json({"error": str(problem)}, HTTPStatus.BAD_REQUEST)
        except KeyError as problem:
            return _json({"error": f"unknown: {problem.args[0]}"}, HTTPStatus.BAD_REQUEST)

    def _answer(self, request: Request) -> Response:
        match [request.method, *request.path.strip("/").split("/")]:
            case ["GET", "state"]:
                return _json({**self._tripletex.state(), "mystore": self._mystore.state()})
            case ["PUT", "company"]:
                with self._tripletex.alone():
                    return _json(self._change_company(_object(request)))
            case [method, "switches"]:
                return self._answer_switches(method, request)
            case [method, "faults", *number]:
                return self._answer_faults(method, request, number)
            case ["POST", "mystore", "orders"]:
                return self._put_orders(_list(request))
            case ["POST", "mystore", "tokens"]:
                return self._make_token(_object(request))
            case _:
                raise NotFound

    def _answer_switches(self, method: str, request: Request) -> Response:
        match method:
            case "GET":
                return _json(self._switches.values())
            case "PUT":
                return self._put_switches(_object(request))
            case _:
                raise MethodNotAllowed

    def _answer_faults(self, method: str, request: Request, number: list[str]) -> Response:
        match method, number:
            case "GET", []:
                return _json({"faults": self._plan.rows()})
            case "POST", []:
                faults = [Fault.of(given) for given in _list(request)]
                ids = [self._plan.add(fault) for fault in faults]
                return _json({"ids": ids}, HTTPStatus.CREATED)
            case "DELETE", []:
                self._plan.clear()
            case "DELETE", [one]:
                self._plan.clear(int(one))
            case _:
                raise MethodNotAllowed
        return Response(status=HTTPStatus.NO_CONTENT)

    def _put_switches(self, values: dict[str, Any]) -> Response:
        Switches(values)  # all or none: a wrong one is found before any is put
        for name, value in values.items():
            self._switches.set(name, value)
        return _json(self._switches.values())

    def _put_orders(self, given: list[object]) -> Response:
        now = self._now().astimezone(SHOP_ZONE)
        documents = [order_document(each, now=now) for each in given]
        with self._mystore.alone():
            for document in documents:
                self._shop.put_order(document)
        ids = [str(document["data"]["id"]) for document in documents]
        return _json({"orders": ids}, HTTPStatus.CREATED)

    def _make_token(self, wish: dict[str, Any]) -> Response:
        days = wish.get("days")
        lifetime = LIFETIME if days is None else timedelta(days=days)
        token = self._shop.make_token(wish.get("scopes", ALL_SCOPES), lifetime)
        return _json({"token": token}, HTTPStatus.CREATED)


def _json(body: object, status: int = HTTPStatus.OK) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status, content_type="application/json")


def _body(request: Request) -> Any:
    try:
        return request.get_json(force=True)
    except HTTPException as refusal:
        raise ValueError("the body is not JSON") from refusal


def _object(request: Request) -> dict[str, Any]:
    body = _body(request)
    if not isinstance(body, dict):
        raise TypeError("the body is not an object")
    return body


def _list(request: Request) -> list[object]:
    body = _body(request)
    return body if isinstance(body, list) else [body]
