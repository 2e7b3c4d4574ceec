"""Credit notes on the practice Tripletex, and transferring again after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, credit_wholly
from tests.fakes.journal import MemoryJournal
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import TODAY, an_order
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.ledger import LedgerInvoice
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.services.transfer import TransferService

SUM = Money(8900)


def credit_one(bench: Bench, invoice: LedgerInvoice) -> None:
    """A person credits one of two balls of yarn, by an order with a negative count."""
    plan = bench.plan(an_order(number="90001"))
    line = replace(plan.lines[0], count=Decimal(-1))
    negative = replace(plan, lines=(line,), payments=(), internal_comment="Retur")
    facts = bench.client.facts()
    customer = bench.client.order(invoice.order_ids[0])
    assert customer is not None
    order = bench.client.create_order(negative, facts, customer.customer_id).value
    params = {
        "invoiceDate": TODAY.isoformat(),
        "sendToCustomer": "false",
        "invoiceIdIfIsCreditNote": str(invoice.id),
    }
    answer = bench.client._connection.write("PUT", f"/order/{order}/:invoice", params=params)
    assert answer.status == 200


@dataclass
class Transfers:
    bench: Bench
    journal: MemoryJournal

    def run(self, order: Order | None = None) -> Outcome:
        bench, asked = self.bench, order or an_order()
        shop = FakeWebshop(asked)
        service = TransferService(
            bench.client, self.journal, bench.clock, bench.profile(), "kari@pc1", shop
        )
        events = service.transfer_batch([asked], Choice())
        (outcome,) = (event for event in events if isinstance(event, Outcome))
        return outcome

    def booked(self) -> Outcome:
        outcome = self.run()
        assert outcome.state is TransferState.TRANSFERRED
        return outcome


@pytest.fixture(params=["credit_note", "invoice"])
def transfers(request: pytest.FixtureRequest) -> Iterator[Transfers]:
    """On a Tripletex that leaves the one or the other open when a paid invoice is credited."""
    with a_bench(credit_of_paid=request.param) as bench:
        yield Transfers(bench, MemoryJournal(bench.clock))


def codes(outcome: Outcome) -> list[Code]:
    return [problem.code for problem in outcome.problems]


def numbers(bench: Bench) -> list[str]:
    return [row["number"] for row in bench.state()["orders"]]


def test_an_invoice_that_stands_has_no_credit_notes(transfers: Transfers) -> None:
    bench = transfers.bench
    invoice = bench.book(bench.plan())
    credit = bench.client.credit(invoice.id)
    assert credit is not None
    assert (credit.invoice, credit.notes, credit.is_partial) == (invoice, (), False)


def test_an_unknown_invoice_is_none(transfers: Transfers) -> None:
    assert transfers.bench.client.credit(987654) is None


def test_a_credited_invoice_is_whole_and_its_money_is_open_wherever_it_shows(
    transfers: Transfers,
) -> None:
    bench = transfers.bench
    invoice = bench.book(bench.plan())
    other = bench.book(
        bench.plan(an_order("10458", customer=replace(an_order().customer, number=100458)))
    )
    credit_wholly(bench.client, invoice.id)
    credit = bench.client.credit(invoice.id)
    assert credit is not None
    assert (credit.is_whole, credit.amount, credit.open_amount) == (True, SUM, -SUM)
    assert [note.is_credit_note for note in credit.notes] == [True]
    untouched = bench.client.credit(other.id)
    assert untouched is not None
    assert untouched.notes == ()


def test_a_part_credited_by_an_order_is_seen_with_its_figure(transfers: Transfers) -> None:
    bench = transfers.bench
    two = an_order(lines=[replace(an_order().lines[0], quantity=Decimal(2))], total="178.00")
    first = transfers.run(two)
    assert first.invoice_id is not None
    credit_one(bench, bench.client.invoice(first.invoice_id))
    credit = bench.client.credit(first.invoice_id)
    assert credit is not None
    assert (credit.is_partial, credit.amount, credit.invoice.amount) == (True, SUM, Money(17800))
    again = transfers.run(two)
    assert (again.state, codes(again)) == (TransferState.STOPPED, [Code.CREDITED_IN_PART])
    assert "10457-2" not in numbers(bench)


def test_a_credited_order_is_transferred_again_and_paid_once(transfers: Transfers) -> None:
    first = transfers.booked()
    assert first.invoice_id is not None
    credit_wholly(transfers.bench.client, first.invoice_id)
    second = transfers.booked()
    assert numbers(transfers.bench) == ["10457", "10457-2"]
    assert codes(second) == [Code.TRANSFERRED_AGAIN, Code.CREDIT_LEFT_OPEN]
    paid = [
        Decimal(str(row["amount"]))
        for row in transfers.bench.state()["postings"]
        if row["account"]["number"] == 1902
    ]
    assert paid == [Decimal(89)]
    assert codes(transfers.run()) == [Code.ALREADY_BOOKED]
    comment = transfers.bench.state()["orders"][1]["internalComment"]
    assert comment == "Mystore-ordre 10457-2 (fjord-garn), erstatter kreditert faktura 10201"


def test_an_unpaid_order_is_transferred_again_as_before(transfers: Transfers) -> None:
    order = an_order(method="invoice", customer=replace(an_order().customer, email=""))
    first = transfers.run(order)
    assert first.invoice_id is not None
    credit_wholly(transfers.bench.client, first.invoice_id)
    second = transfers.run(order)
    assert Code.CREDIT_LEFT_OPEN not in codes(second)
    assert second.amount == SUM
    assert numbers(transfers.bench) == ["10457", "10457-2"]


@pytest.mark.parametrize("taken", ["validation", "duplicate"])
@pytest.mark.parametrize("number_filter", ["exact", "contains"])
@pytest.mark.parametrize("second_invoice", ["refused", "allowed"])
def test_a_second_pc_without_the_journal_finds_every_round(
    taken: str, number_filter: str, second_invoice: str
) -> None:
    with a_bench(
        taken_order_number=taken,
        order_number_filter=number_filter,
        second_invoice=second_invoice,
    ) as bench:
        first_pc = Transfers(bench, MemoryJournal(bench.clock))
        second_pc = Transfers(bench, MemoryJournal(bench.clock))
        first = first_pc.booked()
        assert first.invoice_id is not None
        credit_wholly(bench.client, first.invoice_id)
        first_pc.booked()
        said = [codes(second_pc.run()) for _ in range(3)]
        assert said == [
            [Code.INVOICE_CREDITED, Code.ADOPTED],
            [Code.ADOPTED],
            [Code.ALREADY_BOOKED],
        ]
        assert numbers(bench) == ["10457", "10457-2"]
        assert len(bench.state()["invoices"]) == 3


def test_a_company_that_takes_digits_only_refuses_the_new_number_and_nothing_is_booked() -> None:
    with a_bench(order_number_text="digits_only") as bench:
        transfers = Transfers(bench, MemoryJournal(bench.clock))
        first = transfers.booked()
        assert first.invoice_id is not None
        credit_wholly(bench.client, first.invoice_id)
        assert transfers.run().state is TransferState.FAILED
        assert numbers(bench) == ["10457"]
        assert len(bench.state()["invoices"]) == 2
