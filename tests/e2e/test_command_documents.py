"""A file of order documents, served and transferred: booked right to the øre, or stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.office import (
    Ran,
    child_environment,
    posted,
    setup_document,
    start,
    start_hurried,
)
from tests.e2e.shop_orders import OSLO, Document
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.practice.mystore.orders_file import read_orders

FILE = Path(__file__).with_name("shop_file.json")
SOME_STOPPED = 3
GIFT_CARDS = {"method": "gift_voucher", "label": "Gavekort", "payment_type": "Gavekort"}


@dataclass(frozen=True)
class Handed:
    """What the program said of each order, and what Tripletex holds."""

    ran: Ran
    state: Document

    def row(self, number: str) -> Document:
        (row,) = (row for row in self.ran.rows if row["order"] == number)
        return row

    def invoice(self, number: str) -> Document | None:
        rows: list[Document] = self.state["invoices"]
        return next((row for row in rows if row["orders"][0]["number"] == number), None)


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Handed:
    """The whole file, transferred once by a program of its own."""
    folder = tmp_path_factory.mktemp("documents")
    rows = [*setup_document()["payment_mapping"], GIFT_CARDS]
    setup = folder / "oppsett.json"
    setup.write_text(json.dumps(setup_document(payment_mapping=rows)), encoding="utf-8")
    options = ("--profile", "Fjord Garn", "--profile-dir", folder / "program")
    orders = read_orders(FILE, now=datetime.now(OSLO))
    numbers = ",".join(order["data"]["id"] for order in orders)
    # no limit of calls: the program's clock runs ahead of the servers'
    with PracticeServers(orders=orders, tripletex_calls_per_10_seconds=10_000) as servers:
        env = child_environment(servers)
        imported = start("setup", "import", setup, *options, env=env)
        ran = start_hurried("transfer", "--orders", numbers, "--json", *options, env=env)
        state: Any = servers.tripletex.state()
    assert (imported.status, ran.status) == (0, SOME_STOPPED), imported.err + ran.err
    return Handed(ran, state)


INVOICED: dict[str, dict[int, str]] = {
    "30101": {
        1500: "551.00",
        3000: "-205.60",
        2700: "-51.40",
        3030: "-39.13",
        2701: "-5.87",
        3100: "-249.00",
    },
    "30102": {1500: "402.30", 3000: "-142.56", 2700: "-35.64", 3100: "-224.10"},
    "30103": {1500: "554.00", 3000: "-443.20", 2700: "-110.80"},
    "30104": {1500: "99.00", 3000: "-79.20", 2700: "-19.80"},
    "30105": {1500: "100.00", 3000: "-80.00", 2700: "-20.00"},
    "30106": {1500: "174.15", 3000: "-139.32", 2700: "-34.83"},
    "30108": {1500: "148.00", 3000: "-118.40", 2700: "-29.60"},
    "30109": {1500: "11.00", 3000: "-8.40", 2700: "-2.10", 7740: "-0.50"},
    "30110": {1500: "278.40", 3105: "-278.40"},
}
UNPAID = {"30108": "148.00"}
PAID = {1902: "817.55", 1903: "953.30", 2901: "399.00"}

NOT_BOOKED = {
    "30111": ("stopped", ("NO", "Ullgarn, lyng", "25")),
    "30112": ("stopped", ("Gavekort", "hvorfor")),
    "30113": ("stopped", ("Under behandling",)),
    "30114": ("stopped", ("kreditordre",)),
    "30115": ("skipped", ("Datakasse",)),
    "30116": ("stopped", ("Tørrfisk", "11,11", "mva-kode 32")),
    "30117": ("stopped", ("100,00", "99,00")),
    "30118": ("skipped", ("0,00",)),
    "30119": ("stopped", ("29,60", "39,60")),
}


@pytest.mark.parametrize("number", INVOICED)
def test_an_order_is_booked_to_the_ore(handed: Handed, number: str) -> None:
    invoice = handed.invoice(number)
    assert invoice is not None, handed.row(number)
    expected = {account: Decimal(text) for account, text in INVOICED[number].items()}
    assert posted(handed.state, invoice) == expected
    outstanding = Decimal(str(invoice["amountOutstanding"]))
    assert outstanding == Decimal(UNPAID.get(number, "0"))
    row = handed.row(number)
    assert (row["state"], Decimal(row["amount"])) == ("transferred", expected[1500])
    assert row["invoice_number"] == invoice["invoiceNumber"]


def test_the_payments_are_on_the_accounts_of_their_methods(handed: Handed) -> None:
    sums = dict.fromkeys(PAID, Decimal(0))
    for posting in handed.state["postings"]:
        account = posting["account"]["number"]
        if account in sums:
            sums[account] += Decimal(str(posting["amount"]))
    assert sums == {account: Decimal(text) for account, text in PAID.items()}


def test_debit_is_credit_on_every_voucher(handed: Handed) -> None:
    sums: dict[int, Decimal] = {}
    for posting in handed.state["postings"]:
        voucher = posting["voucher"]["id"]
        sums[voucher] = sums.get(voucher, Decimal(0)) + Decimal(str(posting["amount"]))
    assert sums
    assert not any(sums.values())


def test_a_company_that_is_invoiced_by_hand_gets_an_open_order(handed: Handed) -> None:
    (order,) = (row for row in handed.state["orders"] if row["number"] == "30107")
    assert not order["isClosed"]
    assert order["customer"]["name"] == "Strikk & Co AS"
    assert handed.invoice("30107") is None
    row = handed.row("30107")
    assert (row["transferred_as"], row["amount"]) == ("order", "1250.00")


@pytest.mark.parametrize("number", NOT_BOOKED)
def test_an_order_is_left_with_the_reason(handed: Handed, number: str) -> None:
    state, words = NOT_BOOKED[number]
    row = handed.row(number)
    assert row["state"] == state
    assert all(word in row["message"] for word in words), row["message"]
    assert number not in {order["number"] for order in handed.state["orders"]}


def test_every_order_of_the_file_is_spoken_of_once(handed: Handed) -> None:
    numbers = [row["order"] for row in handed.ran.rows]
    assert sorted(numbers) == sorted({*INVOICED, *NOT_BOOKED, "30107"})


def test_private_persons_are_private_and_get_no_email(handed: Handed) -> None:
    cards = {row["name"]: row["isPrivateIndividual"] for row in handed.state["customers"]}
    assert cards["Oda Prøvekunde"] is True
    assert cards["Strikk & Co AS"] is False
    assert handed.state["emails"] == []
