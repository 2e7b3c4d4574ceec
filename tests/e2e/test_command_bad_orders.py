"""Orders that must not be booked: each stopped with its reason, and nothing written."""

from __future__ import annotations

import pytest

from tests.e2e.office import Office
from tests.e2e.shop_orders import (
    BOOK,
    FREIGHT,
    YARN,
    Buyer,
    Document,
    Line,
    Total,
    an_order,
)

SOLD_GIFT_CARD = Line("", "Gavekort", "300.0000", "0.0000")
FISH = Line("FISK-1", "Tørrfisk", "90.0000", "11.1100")
RETURNED = Line("ULL-7", "Ullgarn, lyng", "79.2000", "25.0000", -1)
ABROAD = Buyer("7003", "Åsa Prov", "Storgatan 2", "111 22", "Stockholm", "Sweden")
LOST = Buyer("7004", "Tor Test", country="Atlantis")
NAMELESS = Buyer(None, "Gjest", street="", city="")

STOPPED = {
    "no lines": (an_order(lines=()), ("ingen ordrelinjer",)),
    "lines that do not sum": (an_order(total="199.0000"), ("199,00", "198,00")),
    "unmapped method": (an_order(method=("payson", "Payson")), ("ayson", "steg 4")),
    "rate without active code": (an_order(lines=(FISH,)), ("Tørrfisk", "11,11", "mva-kode 32")),
    "rate without code": (
        an_order(lines=(Line("X", "Rar vare", "10.0000", "24.0000"),)),
        ("Rar vare", "24"),
    ),
    "0 % without reason": (an_order(lines=(SOLD_GIFT_CARD,)), ("Gavekort", "0\xa0%", "hvorfor")),
    "credit order": (an_order(lines=(RETURNED,)), ("kreditordre",)),
    "25 % abroad": (an_order(buyer=ABROAD), ("SE", "Ullgarn", "25")),
    "unknown country": (an_order(buyer=LOST), ("Atlantis",)),
    "buyer without name and address": (an_order(buyer=NAMELESS), ("navn", "gateadresse")),
    "unknown total row": (
        an_order(extra=(Total("ot_wrapping", "Innpakking", "25.0000"),)),
        ("Innpakking", "ot_wrapping", "25,00"),
    ),
    "discount that adds": (
        an_order(extra=(Total("ot_coupon", "Rabatt", "25.0000"),)),
        ("Rabatt", "fortegn"),
    ),
    "VAT that is not that of the lines": (
        an_order(extra=(Total("ot_tax", "MVA 25%", "12.0000"),), total="198.0000"),
        ("12,00", "39,60"),
    ),
    "unknown currency": (an_order(currency="XTS"), ("XTS",)),
}


@pytest.mark.parametrize("case", STOPPED)
def test_an_order_that_cannot_be_booked_is_stopped(office: Office, case: str) -> None:
    document, words = STOPPED[case]
    office.sell(document)
    ran = office.run("transfer", "--orders", "20101")
    assert ran.status == 3
    assert "20101 · Stoppet · " in ran.out
    assert ran.says(*words), ran.out
    assert office.writes == []
    assert office.journal().entries("20101") == ()


def test_an_amount_that_is_no_number_names_its_attribute(office: Office) -> None:
    office.sell(with_attribute(an_order(), "order-products", "price", "79,2O"))
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.writes) == (3, [])
    assert ran.says("20101 · Stoppet", "79,2O", "order-products.price")


def with_attribute(document: Document, kind: str, name: str, value: object) -> Document:
    for resource in document["included"]:
        if resource["type"] == kind:
            resource["attributes"][name] = value
    return document


def test_an_order_that_is_not_sent(office: Office) -> None:
    office.sell(an_order(status="2", finished=None))
    ran = office.run("transfer", "--orders", "20101")
    assert (ran.status, office.writes) == (3, [])
    assert ran.says("Stoppet", "Under behandling", "ikke som fullført")


def test_an_order_number_that_the_shop_does_not_have(office: Office) -> None:
    ran = office.run("transfer", "--orders", "99999,../settings")
    assert (ran.status, office.writes) == (3, [])
    assert ran.says("ingen ordre med nummer 99999", "ingen ordre med nummer ../settings")


def test_an_order_number_that_a_project_has(office: Office) -> None:
    office.company(project_numbers=["20101"])
    office.sell(an_order())
    ran = office.run("transfer", "--pending")
    assert ran.status == 3
    assert ran.says("20101 · Feilet", "i bruk", "prosjekt", "Forespørsels-id hos Tripletex")
    assert not any(office.booked.values())
    again = office.run("transfer", "--pending")
    assert again.status == 3
    assert not any(office.booked.values())


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (an_order(lines=(BOOK,)), ("249,00", "ligger allerede i Tripletex", "slås av")),
        (an_order(), ("249,00", "198,00", "Lagt inn for hånd", "prefiks")),
    ],
)
def test_an_order_number_that_a_foreign_order_has(
    office: Office, document: Document, words: tuple[str, ...]
) -> None:
    office.sell(an_order(lines=(BOOK,)))
    office.run("transfer", "--pending", "--as", "order")
    office.journal_path.unlink()
    (order,) = office.state["orders"]
    store = office.servers.tripletex.books.store
    store.change("order", order["id"], {"internalComment": "Lagt inn for hånd"})
    office.sell(document)
    before, writes = office.booked, office.writes
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.booked, office.writes) == (3, before, writes)
    assert ran.says("20101 · Stoppet", *words), ran.out


def test_an_order_of_our_own_with_other_lines(office: Office) -> None:
    office.sell(an_order(lines=(BOOK,)))
    office.run("transfer", "--pending", "--as", "order")
    office.journal_path.unlink()
    office.sell(an_order(extra=(FREIGHT,)))
    before, writes = office.booked, office.writes
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.booked, office.writes) == (3, before, writes)
    assert ran.says("20101 · Stoppet", "249,00", "257,00")


def test_without_a_bank_account_nothing_is_sent_until_there_is_one(office: Office) -> None:
    office.company(has_bank_account=False)
    office.sell(an_order())
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.writes) == (3, [])
    assert ran.says("20101 · Stoppet", "bankkontonummer", "1920", "ikke fakturert")
    office.company(has_bank_account=True)
    assert office.run("transfer", "--pending").status == 0
    assert len(office.state["orders"]) == len(office.state["invoices"]) == 1


def test_an_order_can_go_over_without_a_bank_account(office: Office) -> None:
    office.company(has_bank_account=False)
    office.sell(an_order())
    assert office.run("transfer", "--pending", "--as", "order").status == 0
    assert len(office.state["orders"]) == 1


def test_a_closed_period(office: Office) -> None:
    office.company(closed_through="2099-12-31")
    office.sell(an_order())
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.writes) == (3, [])
    assert ran.says("Stoppet", "avsluttet", "regnskapsføreren")


def test_a_payment_type_that_is_no_longer_shown(office: Office) -> None:
    office.company(hidden_payment_types=["Vipps"])
    office.sell(an_order())
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.writes) == (3, [])
    assert ran.says("Vipps", "Vis på ordre")


def test_an_order_changed_after_it_was_sent(office: Office) -> None:
    office.sell(an_order())
    office.run("transfer", "--pending", "--as", "order")
    office.sell(an_order(lines=(YARN, BOOK)))
    before = office.booked
    ran = office.run("transfer", "--orders", "20101", "--as", "invoice")
    assert (ran.status, office.booked) == (3, before)
    assert ran.says("endret etter at", "198,00", "447,00")
