"""Credit orders on the practice Tripletex over HTTP: the notes, the refunds and the vouchers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from tests.contract.tripletex_calling import Bench, a_bench
from tests.fakes.journal import MemoryJournal
from tests.fakes.webshop import FakeWebshop
from tests.orders.worked import worked_orders
from tripletex_wizard.domain.errors import Code
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.services.transfer import TransferService

WORKED = {worked.case.split("_")[0]: worked for worked in worked_orders()}
SALE, RETURN = WORKED["T01"].order, WORKED["T07"].order
REFUNDED, KEPT = Choice(is_refunded=True), Choice(is_refunded=False)
OPEN_ON = ("credit_note", "invoice")


@dataclass
class Shop:
    """A shop, its books, and one program on them."""

    bench: Bench
    webshop: FakeWebshop = field(default_factory=FakeWebshop)
    journal: MemoryJournal = field(init=False)

    def __post_init__(self) -> None:
        self.journal = MemoryJournal(self.bench.clock)

    def transfer(self, order: Order, choice: Choice = REFUNDED) -> Outcome:
        others = [row for row in self.webshop.orders if row.number != order.number]
        self.webshop.orders = [*others, order]
        bench = self.bench
        service = TransferService(
            bench.client, self.journal, bench.clock, bench.profile(), "kari@pc1", self.webshop
        )
        events = service.transfer_batch([order], choice)
        (outcome,) = (event for event in events if isinstance(event, Outcome))
        return outcome

    @property
    def another_program(self) -> Shop:
        """With a journal of its own."""
        return Shop(self.bench, self.webshop)

    def sold(self) -> Outcome:
        outcome = self.transfer(SALE)
        assert outcome.state is TransferState.TRANSFERRED
        return outcome

    @property
    def invoices(self) -> list[dict[str, Any]]:
        return list(self.bench.state()["invoices"])

    @property
    def notes(self) -> list[dict[str, Any]]:
        return [row for row in self.invoices if row["isCreditNote"]]

    def balance(self, number: int) -> Decimal:
        """Debit less credit of all postings of an account."""
        state = self.bench.state()
        rows = [row for row in state["postings"] if row["account"]["number"] == number]
        return sum((Decimal(str(row["amount"])) for row in rows), Decimal(0))


@pytest.fixture(params=OPEN_ON)
def shop(request: pytest.FixtureRequest) -> Iterator[Shop]:
    """Whichever of the two stays open when a paid invoice is credited."""
    with a_bench(credit_of_paid=request.param) as bench:
        yield Shop(bench)
        assert bench.session.complaints == []


def codes(outcome: Outcome) -> list[Code]:
    return [problem.code for problem in outcome.problems]


def whole(sale: Order, number: str) -> Order:
    """All of a sale comes back, freight too."""
    lines = tuple(replace(line, quantity=-line.quantity) for line in sale.lines)
    totals = tuple(replace(row, amount=-row.amount) for row in sale.totals)
    return replace(sale, number=number, lines=lines, totals=totals)


def test_t07_becomes_a_credit_note_with_its_reference_and_the_money_back(shop: Shop) -> None:
    sold = shop.sold()
    outcome = shop.transfer(RETURN)
    assert outcome.state is TransferState.TRANSFERRED
    (note,) = shop.notes
    assert note["creditedInvoice"] == sold.invoice_id
    assert Decimal(str(note["amountCurrency"])) == Decimal("-89.00")
    assert Decimal(str(note["amountExcludingVatCurrency"])) == Decimal("-71.20")
    assert [Decimal(str(row["amountCurrencyOutstanding"])) for row in shop.invoices] == [0, 0]
    order = next(row for row in shop.bench.state()["orders"] if row["number"] == "10463")
    day = f"{shop.bench.clock.now():%d.%m.%Y}"
    comment = f"Kreditnota til faktura {sold.invoice_number} av {day}, ordre 10457"
    assert order["invoiceComment"] == comment


def test_after_t01_and_t07_the_accounts_stand_as_the_accountant_worked_out(shop: Shop) -> None:
    """T01 and T07 together: 1902 +730,00 -89,00; 3000 -276,80 +71,20; 2700 -69,20 +17,80."""
    shop.sold()
    shop.transfer(RETURN)
    balances = {number: shop.balance(number) for number in (1500, 1902, 3000, 2700, 3100)}
    assert balances == {
        1500: Decimal(0),
        1902: Decimal("641.00"),
        3000: Decimal("-205.60"),
        2700: Decimal("-51.40"),
        3100: Decimal("-349.00"),
    }


def test_all_of_an_invoice_is_credited_and_every_account_is_back_at_nothing(shop: Shop) -> None:
    shop.sold()
    outcome = shop.transfer(whole(SALE, "10490"))
    assert outcome.state is TransferState.TRANSFERRED
    assert codes(outcome)[:2] == [Code.REFUND_BOOKED, Code.CREDITS_INVOICE]
    assert len(shop.bench.state()["orders"]) == 1
    assert {shop.balance(number) for number in (1500, 1902, 3000, 2700, 3100, 3030)} == {0}


def test_money_that_was_kept_stays_open_on_the_customer(shop: Shop) -> None:
    shop.sold()
    assert shop.transfer(RETURN, KEPT).state is TransferState.TRANSFERRED
    assert shop.balance(1500) == Decimal("-89.00")
    assert shop.balance(1902) == Decimal("730.00")


def test_a_second_transfer_of_the_same_credit_order_adds_nothing(shop: Shop) -> None:
    shop.sold()
    shop.transfer(RETURN)
    before = len(shop.bench.state()["postings"])
    again = shop.transfer(RETURN)
    assert codes(again) == [Code.REFUND_BOOKED, Code.CREDIT_NOTE_BOOKED]
    assert len(shop.bench.state()["postings"]) == before


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_credit_note_of_another_program_is_known_and_not_made_again(
    shop: Shop, is_whole: bool
) -> None:
    """Two equal sales: without the mark on the note, the other sale would be credited too."""
    shop.sold()
    shop.transfer(replace(SALE, number="10458"))
    order = whole(SALE, "10490") if is_whole else RETURN
    first = shop.transfer(order, replace(REFUNDED, original=shop.invoices[0]["invoiceNumber"]))
    assert first.state is TransferState.TRANSFERRED
    before = len(shop.bench.state()["postings"])
    again = shop.another_program.transfer(order)
    assert codes(again)[-1] is Code.CREDIT_NOTE_BOOKED
    assert len(shop.bench.state()["postings"]) == before


def test_a_sale_that_another_program_took_back_is_not_invoiced_again(shop: Shop) -> None:
    shop.sold()
    shop.another_program.transfer(whole(SALE, "10490"))
    assert codes(shop.transfer(SALE)) == [Code.TAKEN_BACK, Code.ALREADY_BOOKED]
    assert len(shop.invoices) == 2


def test_no_more_is_credited_than_was_invoiced(shop: Shop) -> None:
    """Three balls of yarn were sold: the fourth that comes back is another matter."""
    shop.sold()
    for number in ("10463", "10464", "10465"):
        assert shop.transfer(replace(RETURN, number=number)).state is TransferState.TRANSFERRED
    fourth = shop.transfer(replace(RETURN, number="10466"))
    assert fourth.state is TransferState.STOPPED
    assert codes(fourth) == [Code.ORIGINAL_DOES_NOT_FIT]
    sold_as = shop.invoices[0]["invoiceNumber"]
    chosen = shop.transfer(replace(RETURN, number="10466"), replace(REFUNDED, original=sold_as))
    assert codes(chosen) == [Code.CREDIT_VAT_DIFFERS]
    assert chosen.problems[0].params["left"] == Money(7900)  # the freight alone
    assert len(shop.notes) == 3


def test_the_customer_is_sent_the_credit_note_where_the_set_up_sends(shop: Shop) -> None:
    kari = replace(SALE.customer, email="kari@example.no")
    by_card = replace(SALE, payment_module="card", customer=kari)
    shop.transfer(by_card)
    part = replace(RETURN, payment_module="card", customer=kari)
    shop.transfer(part)
    another = replace(by_card, number="10458")
    shop.transfer(another)
    all_of_it = whole(another, "10491")
    assert shop.transfer(replace(all_of_it, reference="10458")).emailed_to == "kari@example.no"
    assert len(shop.bench.state()["emails"]) == 4
    silent = shop.transfer(replace(part, number="10464"), replace(REFUNDED, email=False))
    assert silent.state is TransferState.TRANSFERRED
    assert len(shop.bench.state()["emails"]) == 4


@pytest.mark.parametrize("open_on", OPEN_ON)
def test_a_tripletex_that_takes_no_credit_by_lines_leaves_an_open_order(open_on: str) -> None:
    with a_bench(credit_of_paid=open_on, credit_by_order="refused") as bench:
        shop = Shop(bench)
        shop.sold()
        outcome = shop.transfer(RETURN)
        assert outcome.state is TransferState.FAILED
        assert codes(outcome) == [Code.CREDIT_REFUSED]
        assert shop.notes == []
        assert shop.transfer(whole(SALE, "10490")).state is TransferState.TRANSFERRED


@pytest.mark.parametrize(("open_on", "is_whole"), list(product(OPEN_ON, (False, True))))
def test_a_tripletex_that_takes_no_negative_payment_has_the_note_without_the_refund(
    open_on: str, is_whole: bool
) -> None:
    with a_bench(credit_of_paid=open_on, negative_payment="refused") as bench:
        shop = Shop(bench)
        shop.sold()
        order = whole(SALE, "10490") if is_whole else RETURN
        outcome = shop.transfer(order)
        assert outcome.state is TransferState.FAILED
        assert codes(outcome) == [Code.REFUND_REFUSED]
        assert len(shop.notes) == 1
        assert shop.balance(1902) == Decimal("730.00")
        given_up = shop.transfer(order, KEPT)
        assert given_up.state is TransferState.TRANSFERRED
        assert len(shop.notes) == 1


@pytest.mark.parametrize("open_on", OPEN_ON)
def test_an_answer_without_amounts_is_read_anew(open_on: str) -> None:
    with a_bench(credit_of_paid=open_on, invoice_answer="amounts_missing") as bench:
        shop = Shop(bench)
        shop.sold()
        assert shop.transfer(RETURN).state is TransferState.TRANSFERRED
        assert shop.balance(1902) == Decimal("641.00")


def test_an_invoice_of_another_program_is_credited_by_its_number(shop: Shop) -> None:
    """As in a shop's first months: the sale went over with Mystore's own transfer."""
    sold = shop.sold()
    shop.journal = MemoryJournal(shop.bench.clock)
    shop.webshop.orders = []
    unsure = shop.transfer(RETURN)
    assert codes(unsure) == [Code.ORIGINAL_DOES_NOT_FIT]
    outcome = shop.transfer(RETURN, replace(REFUNDED, original=sold.invoice_number))
    assert outcome.state is TransferState.TRANSFERRED
    unknown = shop.transfer(replace(RETURN, number="10467"), replace(REFUNDED, original=9999))
    assert codes(unknown) == [Code.ORIGINAL_UNKNOWN]


def test_a_payment_back_is_registered_once_though_its_answer_is_lost(shop: Shop) -> None:
    shop.sold()
    shop.bench.strike("drop_after", "/invoice/*/:payment", method="PUT")
    shop.transfer(RETURN)
    shop.bench.clock.sleep(200)
    outcome = shop.transfer(RETURN)
    assert outcome.state is TransferState.TRANSFERRED
    assert shop.balance(1902) == Decimal("641.00")
    assert Money(-8900) == outcome.amount
