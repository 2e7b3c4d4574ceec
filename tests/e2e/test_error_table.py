"""The errors that users of Mystore's own integration meet today, and what this program says.

One test a row of the table in product.md, each on the practice servers with the command line as a
user runs it: our words, why it happened, and the one thing to do.
"""

from __future__ import annotations

import pytest

from tests.e2e.books import doubles
from tests.e2e.office import Office, Ran
from tests.e2e.shop_orders import (
    BOOK,
    FREIGHT,
    MAILED_INVOICE,
    ODA,
    TEA,
    YARN,
    Buyer,
    Document,
    Total,
    an_order,
)

NUMBER = "20101"
FIRM = Buyer(
    "7005",
    "Ida Innkjøper",
    company="Garn og Greier AS",
    organization_number="313900215",
    email="post@garnoggreier.example.no",
)
ALL_CODES = ["3", "31", "33", "5", "6", "52"]
INVOICING = ("PUT", "/order/*/:invoice")


def transferred(office: Office, *numbers: str) -> None:
    """Each of the orders is invoiced and paid, once, and nothing else is."""
    invoiced = sorted(
        order["number"] for row in office.state["invoices"] for order in row["orders"]
    )
    assert invoiced == sorted(numbers)
    assert doubles(office.state) == []
    assert {row["amountCurrencyOutstanding"] for row in office.state["invoices"]} == {0}


def said_in_full(ran: Ran, state: str, *words: str) -> None:
    """The order's own line holds what happened, why, and what to do."""
    (line,) = {line for line in ran.out.splitlines() if line.startswith(f"{NUMBER} · ")}
    assert line.startswith(f"{NUMBER} · {state} · "), line
    assert [word for word in words if word not in line] == []
    for alarming in ("exception", "None", "{", "HTTP"):
        assert alarming not in line


def freight_with_vat() -> Document:
    """A book for 249,00, and freight of which the shop says that 25 % are in it."""
    vat = Total("ot_tax", "MVA 25%", "11.8000")
    return an_order(NUMBER, (BOOK,), (FREIGHT, vat), total="308.0000")


@pytest.mark.parametrize(
    ("document", "off", "words"),
    [
        (an_order(NUMBER, (YARN, TEA)), "31", ("«Urtete»", "15\xa0%", "mva-kode 31")),
        (freight_with_vat(), "3", ("«Hentested»", "25\xa0%", "mva-kode 3 ")),
    ],
    ids=["a line", "the freight"],
)
def test_overforing_feilet_is_stopped_before_with_line_rate_code_and_menu_path(
    office: Office, document: Document, off: str, words: tuple[str, ...]
) -> None:
    office.company(active_vat_codes=[code for code in ALL_CODES if code != off])
    office.sell(document)
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.writes) == (3, [])
    path = "Regnskap › Innstillinger › Mva-innstillinger"
    said_in_full(ran, "Stoppet", *words, "ikke aktivert i Tripletex", path)
    office.company(active_vat_codes=ALL_CODES)
    assert office.run("transfer", "--pending").status == 0
    transferred(office, NUMBER)


def test_nobody_is_made_a_company_or_sent_ehf_whatever_the_company_has_as_default(
    office: Office,
) -> None:
    office.company(default_send_method="EHF")
    office.sell(
        an_order(NUMBER, method=MAILED_INVOICE),
        an_order("20102", method=MAILED_INVOICE, buyer=FIRM),
    )
    assert office.run("transfer", "--pending").status == 0
    cards = {row["customerNumber"]: row for row in office.state["customers"]}
    ways = {
        number: (card["isPrivateIndividual"], card["invoiceSendMethod"])
        for number, card in cards.items()
    }
    assert ways == {7001: (True, "EMAIL"), 7005: (False, "EMAIL")}
    sent = {(row["address"], row["sendType"]) for row in office.state["emails"]}
    assert sent == {(ODA.email, "EMAIL"), (FIRM.email, "EMAIL")}


@pytest.mark.parametrize(
    ("method", "theirs"),
    [
        ("EHF", "Kunden kan ikke motta EHF-dokumenter."),
        ("EFAKTURA", "Kunden finnes ikke i eFaktura-registeret. eFaktura kan ikke velges."),
    ],
)
def test_a_card_that_another_integration_left_with_ehf_is_named_with_what_to_change(
    office: Office, method: str, theirs: str
) -> None:
    office.servers.switches.set("card_send_method", "always")
    office.sell(an_order("20100"))
    office.run("transfer", "--pending")
    store = office.servers.tripletex.books.store
    (card,) = store.all("customer")
    left = {"invoiceSendMethod": method, "isPrivateIndividual": False, "name": "Oda Gammel"}
    store.change("customer", card["id"], left)
    office.sell(an_order(NUMBER))
    ran = office.run("transfer", "--pending")
    assert ran.status == 3
    said_in_full(
        ran,
        "Feilet",
        "Kundekortet til «Oda Prøvekunde»",
        f"«{theirs}»",
        "Ingenting ble bokført",
        "«Send faktura via»",
        "e-post",
    )
    transferred(office, "20100")
    store.change("customer", card["id"], {"invoiceSendMethod": "EMAIL"})
    assert office.run("transfer", "--pending").status == 0
    transferred(office, "20100", NUMBER)


def test_object_not_found_is_looked_up_anew_and_tried_once_more_without_a_word(
    office: Office,
) -> None:
    office.sell(an_order(NUMBER))
    office.fail("status", "POST", "/order", status=404)
    set_up = len(office.state["requests"])
    ran = office.run("transfer", "--pending")
    assert ran.status == 0
    transferred(office, NUMBER)
    asked = [(row["method"], row["path"]) for row in office.state["requests"][set_up:]]
    assert asked.count(("GET", "/invoice/paymentType")) == 2  # what is kept was read anew


def test_object_not_found_that_stays_so_is_explained_and_nothing_is_to_be_deleted(
    office: Office,
) -> None:
    office.sell(an_order(NUMBER))
    office.fail("status", "POST", "/order", status=404, count=None)
    ran = office.run("transfer", "--pending")
    assert ran.status == 3
    said_in_full(
        ran,
        "Feilet",
        "slettet eller endret i Tripletex («Object not found»)",
        "prøvd én gang til",
        "Det har ikke bokført noe",
        "Sjekk at kunden, betalingstypen og ordren fortsatt finnes i Tripletex",
        "trenger ikke slette noe",
    )
    assert office.writes.count(("POST", "/order")) == 0  # a planned fault stands before the books
    office.servers.faults.clear()
    assert office.run("transfer", "--pending").status == 0
    transferred(office, NUMBER)


@pytest.mark.parametrize("kind", ["server_error", "failed_midway", "server_error_html"])
@pytest.mark.parametrize("step", [("POST", "/order"), INVOICING], ids=["order", "invoice"])
def test_application_exception_is_uncertain_until_it_is_looked_up_and_goes_on_from_there(
    office: Office, step: tuple[str, str], kind: str
) -> None:
    office.sell(an_order(NUMBER))
    office.fail(kind, *step)
    ran = office.run("transfer", "--pending")
    assert ran.status == 4
    said_in_full(
        ran,
        "Uavklart",
        "Fikk ikke et sikkert svar fra Tripletex",
        "kan være utført",
        "slås opp i Tripletex før noe sendes igjen",
    )
    assert "slett" not in ran.out
    assert office.run("transfer", "--pending").status == 0
    transferred(office, NUMBER)
    assert len(office.state["orders"]) == 1


def test_an_order_that_exists_already_is_adopted_with_its_figures(office: Office) -> None:
    office.sell(an_order(NUMBER))
    office.run("transfer", "--pending")
    office.journal_path.unlink()  # as a new PC, which knows of nothing
    before, writes = office.booked, office.writes
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.booked, office.writes) == (0, before, writes)
    said_in_full(
        ran,
        "Overført",
        "198,00",
        "Ordren var allerede fakturert i Tripletex",
        "Faktura 10201 ble knyttet til den",
        "ingenting ble sendt på nytt",
    )


def test_an_order_that_exists_already_is_not_adopted_when_its_amount_is_another(
    office: Office,
) -> None:
    office.sell(an_order(NUMBER, (BOOK,)))
    office.run("transfer", "--pending", "--as", "order")
    office.journal_path.unlink()
    office.sell(an_order(NUMBER))
    before, writes = office.booked, office.writes
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.booked, office.writes) == (3, before, writes)
    said_in_full(ran, "Stoppet", "249,00", "198,00", "Åpne ordren i Tripletex, rett linjene")


def test_no_answer_in_time_is_uncertain_until_it_is_looked_up(office: Office) -> None:
    office.sell(an_order(NUMBER))
    office.fail("drop_after", *INVOICING)
    ran = office.run("transfer", "--pending")
    assert ran.status == 4
    said_in_full(ran, "Uavklart", "Fikk ikke et sikkert svar", "før noe sendes igjen")
    again = office.run("transfer", "--pending")
    assert again.status == 0
    said_in_full(
        again,
        "Overført",
        "Fikk ikke svar fra Tripletex sist, men faktura 10201 ble laget",
        "Ingenting er sendt på nytt",
    )
    transferred(office, NUMBER)


def test_no_connection_says_whom_it_asked_and_what_to_check(office: Office) -> None:
    office.sell(an_order(NUMBER))
    office.fail("drop_before", "*", "*", count=None)
    ran = office.run("transfer", "--pending")
    assert (ran.status, office.writes) == (3, [])
    assert ran.says("Fikk ikke svar fra 127.0.0.1", "Sjekk internettforbindelsen", "prøv igjen")
