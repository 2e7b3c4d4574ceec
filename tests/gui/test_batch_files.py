"""A batch as a table for other programs and as a paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.batch_room import NOW, Room, numbered
from tests.gui.summary_read import Read, everything, rows_of, saved_csv
from tests.orders.building import a_guest, an_order
from tripletex_wizard.domain.batch_sums import BatchSums
from tripletex_wizard.domain.errors import Code, Problem, StorageError
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.documents.batch_report import BatchReport, origin_of
from tripletex_wizard.gui.documents.paper import Maker
from tripletex_wizard.gui.documents.pdf import pdf_of
from tripletex_wizard.gui.documents.spreadsheet import as_text, decimal_comma
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.theme import Theme

MAKER = Maker("Kari", "KONTOR-PC", "0.1.0")


@pytest.fixture(autouse=True)
def _looks(theme: Theme, norwegian: None) -> None:
    """In Norwegian, in light colours."""


@pytest.fixture
def read(qtbot: QtBot) -> Read:
    return Read(qtbot, everything())


def test_the_csv_has_a_row_for_each_order_with_comma_decimals(read: Read) -> None:
    rows = {row["Ordre"]: row for row in saved_csv(read)}
    assert list(rows) == ["10465", "10470", "10471", "10472", "10473", "10474"]
    sent = rows["10472"]
    assert sent["Ordredato"] == "20.11.2026"
    assert sent["Kunde"] == "Kari Eksempel"
    assert sent["Tilstand"] == "Overført"
    assert sent["Overført som"] == "Faktura"
    assert sent["Fakturanummer"] == "10202"
    assert sent["Beløp i butikken"] == sent["Beløp i Tripletex"] == "89,00"
    assert sent["Valuta"] == "NOK"
    assert sent["Bokført"] == "ja"
    assert sent["Sendt til"] == "kari@example.no"
    assert rows["10473"]["Bokført"] == "nei"
    assert rows["10465"]["Beløp i Tripletex"] == ""
    assert rows["10465"]["Årsak eller merknad"].startswith("Avvist: «Organisasjonsnummeret")


def test_each_row_of_the_csv_says_where_it_comes_from(read: Read) -> None:
    for row in saved_csv(read):
        assert row["Selskap"] == "Fjord Garn AS"
        assert row["Organisasjonsnummer"] == "314159268"
        assert row["Miljø"] == "ØVELSE"
        assert row["Oppsettsversjon"] == "3"
        assert row["Laget"] == "23.11.2026 kl. 10:42"
        assert row["Laget av"] == "Kari, KONTOR-PC"


def test_the_summary_of_one_order_is_saved_as_that_of_several_is(qtbot: QtBot) -> None:
    read = Read(qtbot, Room(numbered(1)))
    for button in ("Lagre som PDF …", "Lagre som CSV …"):
        read.press(button)
        dialog = read.view.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(dialog.selectedFiles()[0])
        dialog.close()
        read.room.runner.answer_all()
    pdf, csv = (read.room.written[place] for place in sorted(read.room.written, reverse=True))
    assert pdf.startswith(b"%PDF-")
    (row,) = rows_of(csv)
    assert row["Ordre"] == "10457"
    assert read.texts.endswith(".csv")


def report(*outcomes: Outcome, orders: tuple[Order | UnreadableOrder, ...] = ()) -> BatchReport:
    origin = origin_of(Room([]).profile, MAKER, NOW)
    return BatchReport(BatchSums(outcomes), {row.number: row for row in orders}, "1 s", origin)


def test_no_text_of_the_csv_is_taken_for_a_formula() -> None:
    order = an_order(customer=a_guest('=HYPERLINK("x";"y")'))
    failed = Outcome("10457", TransferState.FAILED)
    (row,) = rows_of(report(failed, orders=(order,)).csv())
    assert row["Kunde"] == '\'=HYPERLINK("x";"y")'
    assert as_text("-1") == "'-1"
    assert as_text("10457") == "10457"


def test_amounts_of_the_csv_are_exact_and_never_grouped() -> None:
    assert decimal_comma(Money(-124950)) == "-1249,50"
    assert decimal_comma(Money(18643050)) == "186430,50"
    assert decimal_comma(None) == ""


def test_an_order_that_could_not_be_read_has_its_row_too() -> None:
    unreadable = UnreadableOrder("1", Problem(Code.ATTRIBUTE_MISSING, attribute="totals"))
    stopped = Outcome("1", TransferState.STOPPED, problems=(unreadable.problem,))
    (row,) = rows_of(report(stopped, orders=(unreadable,)).csv())
    assert (row["Ordre"], row["Kunde"], row["Valuta"]) == ("1", "", "")
    assert report(stopped, orders=(unreadable,)).paper().html


def test_the_paper_has_the_sums_what_to_follow_up_and_every_order(read: Read) -> None:
    paper = read.view._report().paper()
    assert paper.title == "Overføring til Tripletex 23.11.2026 kl. 10:42"
    assert [section.title for section in paper.sections] == [
        "Kort sagt",
        "Til oppfølging",
        "Alle ordrer",
    ]
    facts = dict(paper.sections[0].table.rows)  # type: ignore[union-attr,arg-type]
    assert facts["Bokført"] == "178,00\xa0kr"
    assert facts["Lagt inn som ordre, ikke bokført"] == "89,00\xa0kr"
    assert facts["Dobbeltføringer"] == "ikke avklart: det finnes uavklarte ordrer"
    assert facts["Tid"] == "2 min 10 s"
    every = paper.sections[2].table
    assert every is not None
    assert every.sums == ("Sum", "", "", "", "534,00\xa0kr", "267,00\xa0kr", "")
    assert paper.origin.setup_version == 3


def test_a_batch_that_sent_nothing_says_so_on_paper() -> None:
    skipped = Outcome("1", TransferState.SKIPPED)
    paper = report(skipped).paper()
    assert [section.title for section in paper.sections] == ["Kort sagt", "Alle ordrer"]
    assert "ingenting ble bokført nå" in paper.html
    assert "E-poster fra Mystore" not in paper.html


def test_the_paper_counts_whom_the_shop_told() -> None:
    known = Problem(Code.ALREADY_BOOKED, invoice=10201)
    told = Outcome("1", TransferState.TRANSFERRED, problems=(known,), notified_to="k@example.no")
    facts = dict(report(told).paper().sections[0].table.rows)  # type: ignore[union-attr,arg-type]
    assert facts["E-poster fra Mystore"] == "1 e-post"
    assert facts["Dobbeltføringer"] == "ingenting ble bokført nå"


def test_ehf_is_counted_apart_on_paper_and_stands_in_the_csv() -> None:
    sent = Outcome("1", TransferState.TRANSFERRED, invoice_id=1, ehf_to="313900215")
    written = report(sent)
    facts = dict(written.paper().sections[0].table.rows)  # type: ignore[union-attr,arg-type]
    assert facts["E-poster fra Tripletex"] == "0 e-poster"
    assert facts["Som EHF fra Tripletex"] == "1"
    assert "EHF 313900215" in written.csv().decode("utf-8-sig")


def test_the_pdf_is_written_where_the_user_wants_it(read: Read, qtbot: QtBot) -> None:
    read.press("Lagre som PDF …")
    dialog = read.view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Overføring Fjord Garn AS 2026-11-23 1042.pdf")
    dialog.fileSelected.emit("/somewhere/batch.pdf")
    dialog.close()
    read.room.runner.answer_all()
    assert read.room.written[Path("/somewhere/batch.pdf")].startswith(b"%PDF-")
    assert "Lagret som batch.pdf" in read.texts


def test_a_file_that_cannot_be_written_is_told(read: Read) -> None:
    read.room.write_failure = StorageError(Code.FILE_UNWRITABLE, path="/full/batch.csv")
    read.press("Lagre som CSV …")
    dialog = read.view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit("/full/batch.csv")
    dialog.close()
    read.room.runner.answer_all()
    assert "/full/batch.csv" in read.texts


def test_the_pdf_of_a_large_batch_can_be_made_in_a_thread(runner: JobRunner, qtbot: QtBot) -> None:
    rows = [Outcome(str(number), TransferState.SKIPPED) for number in range(300)]
    made: list[bytes] = []
    runner.submit(
        lambda _token, _report: pdf_of(report(*rows).paper()),
        owner=runner,
        on_result=made.append,
    )
    qtbot.waitUntil(lambda: bool(made), timeout=30_000)
    assert made[0].startswith(b"%PDF-")
