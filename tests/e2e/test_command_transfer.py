"""`tripletex-wizard transfer`: which orders go over, as what, and never twice."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

from tests.e2e.office import Office, posted
from tests.e2e.shop_orders import (
    BOOK,
    FREIGHT,
    INVOICE,
    MAILED_INVOICE,
    TEA,
    YARN,
    Buyer,
    an_order,
    days_ago,
)

POS = ("pos_card", "Kort")
EVA = Buyer("7002", "Eva Prøvekunde", email="eva@example.com")


def test_pending_orders_are_booked_as_the_set_up_says(office: Office) -> None:
    office.sell(
        an_order("20101", (YARN, TEA, BOOK), (FREIGHT,)),
        an_order("20102", method=INVOICE, buyer=EVA),
    )
    ran = office.run("transfer", "--pending")
    assert ran.status == 0
    (invoice,) = office.state["invoices"]
    assert invoice["orders"][0]["number"] == "20101"
    assert (invoice["amountCurrency"], invoice["amountOutstanding"]) == (551, 0)
    assert {row["number"]: row["isClosed"] for row in office.state["orders"]} == {
        "20101": True,
        "20102": False,
    }
    assert "20101 · Overført · Faktura 10201 · 551,00\xa0kr" in ran.out
    assert "20102 · Overført · Ordre · 198,00\xa0kr" in ran.out
    assert ran.says("2 av 2 ordrer er overført", "ingen dobbeltføringer")


def test_the_voucher_is_right_to_the_ore(office: Office) -> None:
    office.sell(an_order(lines=(YARN, TEA, BOOK)))
    office.run("transfer", "--pending")
    (invoice,) = office.state["invoices"]
    assert posted(office.state, invoice) == {
        1500: Decimal(492),
        3000: Decimal("-158.40"),
        2700: Decimal("-39.60"),
        3030: Decimal("-39.13"),
        2701: Decimal("-5.87"),
        3100: Decimal(-249),
    }


def test_pending_leaves_out_what_is_old_unfinished_or_of_the_cash_register(office: Office) -> None:
    office.sell(
        an_order("20101", finished=days_ago(20)),
        an_order("20102", status="2", finished=None),
        an_order("20103", method=POS),
    )
    ran = office.run("transfer", "--pending", "--json")
    assert (ran.status, ran.rows, office.writes) == (0, [], [])
    assert ran.says("Ingen ordrer venter")


def test_named_orders_go_over_in_the_order_given(office: Office) -> None:
    office.sell(an_order("20101"), an_order("20102", buyer=EVA), an_order("20103"))
    ran = office.run("transfer", "--orders", "20103, 20101,20103", "--json")
    assert ran.status == 0
    assert [(row["order"], row["invoice_number"]) for row in ran.rows] == [
        ("20103", 10201),
        ("20101", 10202),
    ]
    assert [row["number"] for row in office.state["orders"]] == ["20103", "20101"]


def test_order_numbers_are_read_from_a_file(office: Office) -> None:
    office.sell(an_order("20101"), an_order("20102"), an_order("20103"))
    ids = office.file("ordrer.txt", "\ufeff20102\n20101, 20102\n")
    ran = office.run("transfer", "--file", ids, "--json")
    assert ran.status == 0
    assert [row["order"] for row in ran.rows] == ["20102", "20101"]


def test_an_order_is_invoiced_later_on_the_same_order(office: Office) -> None:
    office.sell(an_order())
    first = office.run("transfer", "--orders", "20101", "--as", "order", "--json")
    assert (first.row["transferred_as"], first.row["invoice_number"]) == ("order", None)
    assert office.state["invoices"] == []
    second = office.run("transfer", "--orders", "20101", "--as", "invoice", "--json")
    assert (first.status, second.status) == (0, 0)
    assert second.row["tripletex_order_id"] == first.row["tripletex_order_id"]
    (order,) = office.state["orders"]
    (invoice,) = office.state["invoices"]
    assert order["isClosed"]
    assert (invoice["amountCurrency"], invoice["amountOutstanding"]) == (198, 0)
    assert len(office.state["customers"]) == 1


def test_a_second_run_sends_nothing(office: Office) -> None:
    office.sell(an_order("20101"), an_order("20102", method=INVOICE))
    office.run("transfer", "--pending")
    before, writes = office.booked, office.writes
    pending = office.run("transfer", "--pending", "--json")
    named = office.run("transfer", "--orders", "20101,20102")
    assert (pending.status, pending.rows, named.status) == (0, [], 0)
    assert (office.booked, office.writes) == (before, writes)
    assert named.says("allerede bokført som faktura 10201", "ligger allerede i Tripletex")
    assert named.says("2 ordrer var overført fra før")


def test_customers_get_their_invoice_unless_no_email_is_asked_for(office: Office) -> None:
    office.sell(an_order("20101", method=MAILED_INVOICE), an_order("20102", method=MAILED_INVOICE))
    office.run("transfer", "--orders", "20101", "--no-email")
    assert office.state["emails"] == []
    office.run("transfer", "--orders", "20102")
    (email,) = office.state["emails"]
    assert email["address"] == "oda@example.com"
    outstanding = [row["amountOutstanding"] for row in office.state["invoices"]]
    assert outstanding == [198, 198]


def test_json_gives_one_line_an_order_and_nothing_else(office: Office) -> None:
    office.sell(an_order("20101"), an_order("20102", method=("payson", "Payson")))
    ran = office.run("transfer", "--pending", "--json")
    booked, stopped = ran.rows
    (order,) = office.state["orders"]
    (invoice,) = office.state["invoices"]
    assert booked["order"] == "20101"
    assert booked["state"] == "transferred"
    assert booked["tripletex_order_id"] == order["id"]
    assert booked["tripletex_invoice_id"] == invoice["id"]
    assert booked["invoice_number"] == invoice["invoiceNumber"]
    assert booked["amount"] == "198.00"
    asked = {row["requestId"] for row in office.state["requests"]}
    assert booked["request_ids"]
    assert set(booked["request_ids"]) <= asked
    assert (stopped["order"], stopped["state"]) == ("20102", "stopped")
    assert "Payson" in stopped["message"] or "payson" in stopped["message"]
    assert stopped["tripletex_order_id"] is stopped["amount"] is None
    assert "1 av 2 ordrer er overført" in ran.err


def test_a_dry_run_shows_the_posting_and_writes_nothing(office: Office) -> None:
    office.sell(an_order("20101", (YARN, BOOK), (FREIGHT,)), an_order("20102", lines=()))
    before = office.booked
    ran = office.run("transfer", "--pending", "--dry-run")
    assert ran.status == 3
    assert "20101 · Klar · Faktura · 506,00\xa0kr" in ran.out
    assert ran.says("2 × Ullgarn, lyng: 198,00, mva-kode 3 (25", "Mønsterbok: 249,00, mva-kode 5")
    assert ran.says("Hentested: 59,00", "utestående 0,00", "Tripletex sender ikke noe til kunden")
    assert ran.says("20102 · Stoppet", "1 av 2 ordrer er klare til overføring")
    assert (office.booked, office.writes) == (before, [])
    assert office.journal().all_entries() == {}


def test_a_dry_run_of_good_orders_ends_well(office: Office) -> None:
    office.sell(an_order())
    ran = office.run("transfer", "--pending", "--dry-run", "--json")
    assert (ran.status, ran.row["state"], ran.row["amount"]) == (0, "ready", "198.00")
    assert office.writes == []


def test_a_dry_run_is_saved_as_csv_and_pdf(office: Office, tmp_path: Path) -> None:
    office.sell(an_order("20101", (YARN, BOOK), (FREIGHT,)), an_order("20102", lines=()))
    table, paper = tmp_path / "kontering.csv", tmp_path / "kontering.pdf"
    asked = ("transfer", "--pending", "--dry-run", "--csv", str(table), "--pdf", str(paper))
    ran = office.run(*asked)
    text = io.StringIO(table.read_bytes().decode("utf-8-sig"))
    rows = list(csv.DictReader(text, delimiter=";"))
    debit = sum(Decimal(row["Debet"].replace(",", ".")) for row in rows if row["Debet"])
    assert debit == Decimal("1012.00")  # 506,00 is sold, and paid
    assert {row["Ordre"] for row in rows} == {"20101", "20102"}
    assert paper.read_bytes().startswith(b"%PDF-")
    assert f"Lagret i {paper}." in ran.err
    assert office.writes == []


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(
    office: Office, tmp_path: Path
) -> None:
    office.sell(an_order())
    taken = tmp_path / "folder" / "taken.csv"
    taken.mkdir(parents=True)
    ran = office.run("transfer", "--pending", "--dry-run", "--csv", str(taken))
    assert ran.status == 2
    assert str(taken) in ran.err
    assert [path.name for path in taken.parent.iterdir()] == ["taken.csv"]


def test_files_belong_to_a_dry_run(office: Office, tmp_path: Path) -> None:
    office.sell(an_order())
    ran = office.run("transfer", "--pending", "--csv", str(tmp_path / "kontering.csv"))
    assert ran.status == 2
    assert "--csv og --pdf hører sammen med --dry-run" in ran.err
    assert office.writes == []


def test_the_json_of_a_dry_run_holds_the_whole_preview(office: Office) -> None:
    office.sell(an_order("20101", (YARN, BOOK), (FREIGHT,)), an_order("20102", lines=()))
    shown, stopped = office.run("transfer", "--pending", "--dry-run", "--json").rows
    assert stopped["preview"] == []
    (preview,) = shown["preview"]
    assert [row["gross"] for row in preview["lines"]] == ["198.00", "249.00", "59.00"]
    assert preview["lines"][1]["zero_reason"] == "0 %: fritatt for mva"
    assert preview["vat"][0]["basis"] == "205.60"  # 158,40 + 47,20
    assert (preview["debit"], preview["credit"]) == ("1012.00", "1012.00")
    assert preview["postings"][1]["account_is"] == "antatt"
    assert preview["control"]["difference"] == "0.00"


def test_accounts_are_assumed_then_stated_and_then_seen_on_a_voucher(
    empty_office: Office,
) -> None:
    stated = [{"code": "3", "sales": 3005}]
    empty_office.set_up(vat={"zero_reasons": [{"sku": "BOK-*", "code": "5"}], "accounts": stated})
    empty_office.sell(an_order("20101", (YARN, BOOK)))
    before = empty_office.run("transfer", "--pending", "--dry-run")
    assert before.says("3005 (oppgitt)", "2700 Utgående mva, høy sats (antatt)")
    assert before.says("3100 Salgsinntekt, avgiftsfri, innenlands (antatt)")
    empty_office.run("transfer", "--pending")
    (number,) = {
        row["number"] for row in empty_office.state["vouchers"] if "Faktura" in row["description"]
    }
    empty_office.sell(an_order("20102", (YARN, BOOK)))
    after = empty_office.run("transfer", "--pending", "--dry-run")
    for account in ("3000", "2700", "3100"):
        line = next(row for row in after.out.splitlines() if f": {account} " in row)
        assert f"(sett på bilag {number})" in line
    assert not after.says("antatt")


def test_a_dry_run_of_what_is_booked_says_so(office: Office) -> None:
    office.sell(an_order())
    office.run("transfer", "--pending")
    writes = office.writes
    ran = office.run("transfer", "--orders", "20101", "--dry-run", "--json")
    assert (ran.status, ran.row["state"], office.writes) == (0, "transferred", writes)


def test_the_prefix_of_the_set_up_stands_before_the_number(empty_office: Office) -> None:
    empty_office.set_up(number_prefix="N-")
    empty_office.sell(an_order())
    assert empty_office.run("transfer", "--pending").status == 0
    assert [row["number"] for row in empty_office.state["orders"]] == ["N-20101"]
