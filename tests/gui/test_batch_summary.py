from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.batch_room import NOW, Room, numbered, refused, wrong_rate
from tests.gui.text_room import buttons_of, said_by, settled
from tests.orders.building import a_guest, an_order
from tripletex_wizard.domain.batch_sums import BatchSums
from tripletex_wizard.domain.errors import Code, Problem, StorageError
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, UnreadableOrder
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.documents.batch_report import (
    BatchReport,
    as_text,
    decimal_comma,
    origin_of,
)
from tripletex_wizard.gui.documents.paper import Maker
from tripletex_wizard.gui.documents.pdf import pdf_of
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.running.outcome_table import OutcomesDialog
from tripletex_wizard.gui.orders.running.summary import SummaryView
from tripletex_wizard.gui.orders.work.batch import Batch
from tripletex_wizard.gui.theme import Theme

MAKER = Maker("Kari", "KONTOR-PC", "0.1.0")


@pytest.fixture(autouse=True)
def _looks(theme: Theme, norwegian: None) -> None:
    """In Norwegian, in light colours."""


def everything() -> Room:
    """One order of each outcome: refused, stopped, lost, sent by e-mail, and an open order."""
    return Room(
        [
            an_order("10465", customer=a_guest("Hobbyhuset AS")),
            an_order("10470", customer=a_guest("Tråd & Nål AS")),
            an_order("10471"),
            an_order("10472", method="invoice"),
            an_order("10473", method="collect"),
            wrong_rate("10474"),
        ]
    )


def done(room: Room) -> Batch:
    """The batch of all orders after its last event."""
    line = room.desk.ledger.line
    line.fail("create_order", refused())
    line.fail("invoice_order", Fault.LOST_BEFORE)
    room.controller.transfer(room.controller.standings, Choice())
    room.runner.answer_all()
    batch = room.controller.batch
    assert batch is not None
    return replace(batch, seconds=130.0)


class Read:
    """A summary as a person reads and uses it."""

    def __init__(self, qtbot: QtBot, room: Room, batch: Batch | None = None) -> None:
        self.room = room
        self.view = SummaryView(room.profile, room.summary_desk, room.runner)
        qtbot.addWidget(self.view)
        self.view.resize(760, 560)
        self.view.show_batch(batch or done(room))
        self.view.show()
        qtbot.waitExposed(self.view)

    @property
    def texts(self) -> str:
        return said_by(self.view)

    @property
    def buttons(self) -> dict[str, QPushButton]:
        return buttons_of(self.view)

    def press(self, text: str) -> None:
        QTest.mouseClick(self.buttons[text], Qt.MouseButton.LeftButton)


@pytest.fixture
def read(qtbot: QtBot) -> Read:
    return Read(qtbot, everything())


def test_booked_and_entered_as_orders_are_sums_of_their_own_with_time_and_emails(
    read: Read,
) -> None:
    assert read.texts.startswith(
        "3 av 6 ordrer er overført\n"
        "2 min 10 s · 178,00 kr bokført, 89,00 kr lagt inn som ordre, ikke bokført · 1 e-post"
    )
    assert "ingen dobbeltføringer" not in read.texts


def test_customers_whom_the_shop_has_told_are_counted_apart(qtbot: QtBot) -> None:
    room = Room(numbered(2))
    batch = all_well(room)
    rows = tuple(replace(row, notified_to="kari@example.no") for row in batch.outcomes)
    read = Read(qtbot, room, replace(batch, outcomes=rows))
    assert "178,00 kr bokført · 2 varslet av Mystore · ingen dobbeltføringer" in read.texts
    assert {row["Varslet av Mystore"] for row in saved_csv(read)} == {"kari@example.no"}


@pytest.mark.parametrize(
    ("invoice", "told"),
    [
        (10201, "10457 er allerede ført som 10201: ingenting ble sendt"),
        (None, "10457 er allerede i Tripletex, og ble ikke sendt dit igjen"),
    ],
)
def test_one_order_that_was_there_before_is_told_so(
    qtbot: QtBot, invoice: int | None, told: str
) -> None:
    room = Room(numbered(1))
    batch = all_well(room)
    known = Problem(Code.ALREADY_BOOKED, invoice=10201)
    rows = [replace(row, invoice_number=invoice, problems=(known,)) for row in batch.outcomes]
    assert told in Read(qtbot, room, replace(batch, outcomes=tuple(rows))).texts


def test_without_an_uncertain_order_nothing_is_booked_twice(qtbot: QtBot) -> None:
    room = Room(numbered(2))
    read = Read(qtbot, room, replace(all_well(room), seconds=45))
    assert "45 s · 178,00 kr bokført · ingen dobbeltføringer" in read.texts
    assert "2 overført\n2 fakturaer (10201–10202)" in read.texts


def all_well(room: Room) -> Batch:
    room.controller.transfer(room.controller.standings, Choice())
    room.runner.answer_all()
    assert room.controller.batch is not None
    return room.controller.batch


def test_failures_come_first_each_with_what_why_and_one_thing_to_do(read: Read) -> None:
    failed = read.texts.index("Feilet\n10465 · Hobbyhuset AS\nAvvist: «Organisasjonsnummeret er")
    stopped = read.texts.index("Stoppet\n10474 · Åse Prøvesen\nLinjen «Saga 111» har 17 % mva")
    lost = read.texts.index("Uavklart\n10470 · Tråd & Nål AS\nFikk ikke et sikkert svar")
    assert failed < stopped < lost < read.texts.index("3 overført\n2 fakturaer")
    assert {"Prøv igjen", "Vis hvor", "Sjekk i Tripletex"} < set(read.buttons)


@pytest.mark.parametrize(
    ("button", "signal", "asked"),
    [
        ("Vis hvor", "where_asked", ["10474"]),
        ("Sjekk i Tripletex", "check_asked", ["10470"]),
        ("Prøv igjen", "retry_asked", [("10465",)]),
        ("Prøv 1 på nytt", "retry_asked", [("10465",)]),
        ("Lukk", "close_asked", []),
    ],
)
def test_each_button_asks_for_its_order(
    button: str, signal: str, asked: list[object], read: Read, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(getattr(read.view, signal)) as heard:
        read.press(button)
    assert heard.args == asked


def test_what_trying_again_leaves_is_said(read: Read) -> None:
    assert "Lar 1 uavklart og 1 stoppet ligge" in read.texts
    assert read.buttons["Prøv 1 på nytt"].accessibleDescription() == (
        "Lar 1 uavklart og 1 stoppet ligge"
    )


def test_orders_that_were_not_tried_are_one_row_and_can_be_tried(qtbot: QtBot) -> None:
    room = Room(numbered(12))
    room.controller.transfer(room.controller.standings, Choice())
    room.run._end(Problem(Code.STOPPED_BY_USER))
    read = Read(qtbot, room, room.controller.batch)
    assert "Ikke forsøkt\n12 ordrer ble ikke forsøkt\nDu stoppet overføringen." in read.texts
    assert "Prøv 12 på nytt" in read.buttons


def test_what_another_program_sends_is_told_without_a_button(qtbot: QtBot) -> None:
    room = Room(numbered(2))
    claimed = Problem(Code.CLAIMED_BY_OTHER, owner="per@pc2")
    outcomes = [Outcome("10457", TransferState.SENDING, problems=(claimed,))]
    outcomes += [Outcome("10458", TransferState.SKIPPED)]
    orders = tuple(room.orders)
    read = Read(qtbot, room, Batch(orders, room.terms, tuple(outcomes), is_over=True))
    assert "Sender\n10457 · Kari Eksempel\nper@pc2 overfører denne ordren akkurat nå." in (
        read.texts
    )
    assert set(read.buttons) == {"Vis alle", "Lagre som PDF …", "Lagre som CSV …", "Lukk"}


def test_many_failures_are_laid_out_some_at_a_time(qtbot: QtBot) -> None:
    room = Room(numbered(25))
    rows = tuple(Outcome(o.number, TransferState.FAILED) for o in room.orders)
    read = Read(qtbot, room, Batch(tuple(room.orders), room.terms, rows, is_over=True))
    assert "10467 · " not in read.texts
    read.press("Vis 15 til")
    qtbot.waitUntil(lambda: "10467 · " in read.texts)
    read.press("Vis 5 til")
    qtbot.waitUntil(lambda: "10481 · " in read.texts)


def test_an_hour_is_told_in_hours(qtbot: QtBot) -> None:
    room = Room(numbered(2))
    assert "\n1 t 5 min · " in Read(qtbot, room, replace(all_well(room), seconds=3900)).texts


def test_all_outcomes_can_be_read_in_a_table(read: Read, qtbot: QtBot) -> None:
    read.press("Vis alle")
    dialog = read.view.findChild(OutcomesDialog)
    assert isinstance(dialog, OutcomesDialog)
    model = dialog.table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert [row[:5] for row in cells(model)][:3] == [
        ["10465", "Hobbyhuset AS", "Feilet", "", ""],
        ["10470", "Tråd & Nål AS", "Uavklart", "", ""],
        ["10471", "Kari Eksempel", "Overført", "Faktura 10201", "89,00\xa0kr"],
    ]
    assert headings(model)[-1] == "Årsak eller merknad"
    spoken = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (1, 4)]
    assert spoken == ["Kunde: Hobbyhuset AS", "Beløp: ingenting"]
    reason = model.index(0, 6)
    assert "Organisasjonsnummeret" in reason.data(Qt.ItemDataRole.ToolTipRole)
    assert not model.index(0, 2).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert not dialog.table.isColumnHidden(5)


def test_the_table_has_no_column_for_receivers_when_nobody_was_sent_anything(
    qtbot: QtBot,
) -> None:
    read = Read(qtbot, Room(numbered(2)))
    read.press("Vis alle")
    dialog = read.view.findChild(OutcomesDialog)
    assert isinstance(dialog, OutcomesDialog)
    assert dialog.table.isColumnHidden(5)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def cells(model: QAbstractItemModel) -> list[list[str]]:
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(6)]


def headings(model: QAbstractItemModel) -> list[str]:
    horizontal = Qt.Orientation.Horizontal
    return [model.headerData(place, horizontal) for place in range(model.columnCount())]


# files


def saved_csv(read: Read) -> list[dict[str, str]]:
    read.view.files.write_csv("/somewhere/batch.csv")
    read.room.runner.answer_all()
    (content,) = read.room.written.values()
    return rows_of(content)


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert "\r\n" in text
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


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


# looks


@pytest.mark.usefixtures("each_language")
def test_no_text_of_the_dialog_is_cut(qtbot: QtBot) -> None:
    room = everything()
    dialog = room.begin()
    qtbot.addWidget(dialog)
    dialog.show()
    line = room.desk.ledger.line
    line.fail("create_order", refused())
    line.fail("invoice_order", Fault.LOST_BEFORE)
    assert settled(qtbot, dialog) == []
    room.run._pause(Problem(Code.NO_ANSWER, host="tripletex.no"))
    assert settled(qtbot, dialog) == []
    room.runner.answer_all()
    assert settled(qtbot, dialog) == []
