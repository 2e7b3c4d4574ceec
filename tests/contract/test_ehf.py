"""Invoices as EHF on the practice Tripletex over HTTP (accounting.md T13)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, worked_order
from tests.fakes.journal import MemoryJournal
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import TODAY
from tests.orders.worked import WorkedOrder
from tripletex_wizard.domain.errors import Code, OrderRejected
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import CompanyInvoices
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.services.transfer import TransferService

CANNOT = worked_order("T13c")
NUMBER = CANNOT.order.customer.organization_number
REFUSALS = ["cannot_send", "cannot_receive"]


def transfer(bench: Bench, order: Order) -> Outcome:
    """By a program whose set-up has chosen EHF."""
    webshop = FakeWebshop()
    webshop.orders = [order]
    profile = bench.profile(ways=CompanyInvoices.EHF)
    journal = MemoryJournal(bench.clock)
    service = TransferService(bench.client, journal, bench.clock, profile, "kari@pc1", webshop)
    events = service.transfer_batch([order], Choice())
    (outcome,) = (event for event in events if isinstance(event, Outcome))
    return outcome


def asked(bench: Bench) -> list[str | None]:
    """The ways of sending that :invoice was asked for, in turn."""
    rows = [row for row in bench.state()["requests"] if row["path"].endswith("/:invoice")]
    return [row["query"].get("sendType") for row in rows]


def sent(bench: Bench) -> list[tuple[str, str]]:
    return [(row["sendType"], row["address"]) for row in bench.state()["emails"]]


def test_t13_a_company_with_an_open_invoice_is_sent_ehf(bench: Bench) -> None:
    outcome = transfer(bench, worked_order("T13").order)
    assert (outcome.state, outcome.problems) == (TransferState.TRANSFERRED, ())
    assert (outcome.ehf_to, outcome.emailed_to) == ("313900215", "")
    assert outcome.amount == Money(209875, "NOK")
    assert sent(bench) == [("EHF", "313900215")]
    (customer,) = bench.state()["customers"]
    assert customer["organizationNumber"] == "313900215"
    assert customer["isPrivateIndividual"] is False


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("email", [CANNOT.order.customer.email, ""])
def test_t13c_a_company_that_cannot_receive_it_gets_one_invoice_another_way(
    refusal: str, email: str
) -> None:
    with a_bench(ehf_refusal=refusal) as bench:
        customer = replace(CANNOT.order.customer, email=email)
        outcome = transfer(bench, replace(CANNOT.order, customer=customer))
        code = Code.EHF_SENT_AS_EMAIL if email else Code.EHF_NOT_SENT
        assert [problem.code for problem in outcome.problems] == [code]
        assert (outcome.ehf_to, outcome.emailed_to) == ("", email)
        assert sent(bench) == ([("EMAIL", email)] if email else [])
        assert asked(bench) == ["EHF", "EMAIL" if email else None]
        assert len(bench.state()["invoices"]) == 1


@pytest.mark.parametrize("refusal", REFUSALS)
def test_tripletex_refuses_before_it_books(refusal: str) -> None:
    with a_bench(ehf_refusal=refusal) as bench:
        facts = bench.client.facts()
        profile = bench.profile(facts, CompanyInvoices.EHF)
        plan = plan_posting(CANNOT.order, profile, facts, today=TODAY, choice=Choice())
        assert plan.send is SendType.EHF
        with pytest.raises(OrderRejected) as refused:
            bench.book(plan)
        assert refused.value.problem.code is Code.EHF_REFUSED
        state = bench.state()
        assert (state["invoices"], state["postings"], state["emails"]) == ([], [], [])
        assert [row["isClosed"] for row in state["orders"]] == [False]


@pytest.mark.parametrize("worked", [CANNOT], ids=["T13c"])
def test_an_answer_to_the_second_request_that_is_lost_is_settled(worked: WorkedOrder) -> None:
    with a_bench() as bench:
        webshop = FakeWebshop()
        webshop.orders = [worked.order]
        journal = MemoryJournal(bench.clock)
        profile = bench.profile(ways=CompanyInvoices.EHF)
        service = TransferService(bench.client, journal, bench.clock, profile, "kari@pc1", webshop)

        def outcome() -> Outcome:
            events = service.transfer_batch([worked.order], Choice())
            (found,) = (event for event in events if isinstance(event, Outcome))
            return found

        bench.strike("drop_after", "/order/*/:invoice", method="PUT", skip=1)
        assert outcome().state is TransferState.UNCERTAIN
        settled = outcome()
        assert [problem.code for problem in settled.problems] == [
            *(Code.EHF_SENT_AS_EMAIL, Code.EMAILED_BEFORE, Code.SETTLED)
        ]
        assert asked(bench) == ["EHF", "EMAIL"]
        assert len(sent(bench)) == len(bench.state()["invoices"]) == 1
