"""The Tripletex client on the practice Tripletex over HTTP, every request checked on its way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.contract.description.check import check_request
from tests.fakes.clock import FakeClock
from tests.orders import worked
from tests.orders.building import METHODS, TODAY, a_profile, an_order, transfer_rules
from tripletex_wizard.adapters.tripletex.client import TripletexClient
from tripletex_wizard.domain.errors import AppError, Code
from tripletex_wizard.domain.ledger import Department, LedgerFacts, LedgerInvoice
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import CompanyInvoices, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers


class CheckedSession(requests.Session):
    """Sends what it is given and remembers what the API description has against it."""

    def __init__(self) -> None:
        super().__init__()
        self.complaints: list[str] = []

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        body = request.body.encode() if isinstance(request.body, str) else request.body
        content_type = request.headers.get("Content-Type", "")
        found = check_request(request.method or "", request.url or "", body, content_type)
        self.complaints += [f"{request.method} {request.url}: {each}" for each in found]
        return super().send(request, **kwargs)


@dataclass
class Bench:
    """A client, the servers behind it, and what a plan needs to be made."""

    servers: PracticeServers
    client: TripletexClient
    clock: FakeClock
    session: CheckedSession

    def state(self) -> dict[str, Any]:
        return self.servers.tripletex.state()

    def another_client(self, **changes: Any) -> TripletexClient:
        return a_client_of(self.servers, self.clock, requests.Session(), **changes)

    def strike(self, kind: str, path: str, **more: Any) -> None:
        self.servers.faults.add(Fault("tripletex", kind, path=f"/v2{path}", **more))

    def profile(
        self,
        facts: LedgerFacts | None = None,
        ways: CompanyInvoices = CompanyInvoices.EMAIL,
    ) -> Profile:
        facts = facts or self.client.facts()
        ids = {row.description: row.id for row in facts.payment_types}
        rules = transfer_rules(gift_card_payment_type=ids["Gavekort"])
        rules = replace(rules, company_invoices=ways)
        methods = tuple(
            replace(row, payment_type_id=row.payment_type_id and ids[row.label]) for row in METHODS
        )
        return a_profile(rules, methods)

    def plan(self, order: Order | None = None, facts: LedgerFacts | None = None) -> PostingPlan:
        facts = facts or self.client.facts()
        return plan_posting(
            order or an_order(),
            self.profile(facts),
            facts,
            today=TODAY,
            choice=Choice(),
        )

    def plan_on(self, department: Department | None, *, number: str = "10457") -> PostingPlan:
        """A plan whose order has this department, whatever its accounts require."""
        free = replace(self.client.facts(), sales_accounts={})
        profile = self.profile(free)
        profile = replace(profile, rules=replace(profile.rules, department=department))
        order = an_order(number)
        return plan_posting(order, profile, free, today=TODAY, choice=Choice())

    def book(self, plan: PostingPlan) -> LedgerInvoice:
        facts = self.client.facts()
        card = self.client.create_customer(plan, facts, number=plan.customer.number).value
        order_id = self.client.create_order(plan, facts, card.id).value
        return self.client.invoice_order(order_id, plan).value

    def requests(self, method: str, path: str) -> list[Mapping[str, Any]]:
        return [
            row
            for row in self.state()["requests"]
            if (row["method"], row["path"]) == (method, path)
        ]


def worked_order(start: str) -> worked.WorkedOrder:
    return worked.read(next(Path(worked.FOLDER).glob(f"{start}_*.json")))


def a_client_of(
    servers: PracticeServers,
    clock: FakeClock,
    session: requests.Session,
    *,
    consumer_token: str | None = None,
    employee_token: str | None = None,
    company_id: int | None = None,
) -> TripletexClient:
    return TripletexClient(
        servers.tripletex_url,
        consumer_token=Secret(consumer_token or servers.consumer_token),
        employee_token=Secret(employee_token or servers.employee_token),
        clock=clock,
        company_id=company_id,
        session=session,
    )


def credit_wholly(client: TripletexClient, invoice_id: int, day: date = TODAY) -> None:
    """What a person does in Tripletex: «Krediter»."""
    params = {"date": day.isoformat(), "sendToCustomer": "false"}
    path = f"/invoice/{invoice_id}/:createCreditNote"
    answer = client._connection.write("PUT", path, params=params)
    assert answer.status == 200


@contextmanager
def a_bench(**switches: str) -> Iterator[Bench]:
    clock = FakeClock()
    session = CheckedSession()
    with PracticeServers(now=clock.now, switches=switches, orders=[]) as servers:
        client = a_client_of(servers, clock, session)
        yield Bench(servers, client, clock, session)
        client.close()
    assert session.complaints == []


def refusal(error: pytest.ExceptionInfo[AppError]) -> Code:
    """Why a request was refused; the ids by which Tripletex finds it are kept."""
    assert error.value.request_ids != ()
    return error.value.problem.code
