"""What the summary of a batch says and offers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.batch_room import Room, numbered, refused
from tests.gui.summary_read import Read, everything, saved_csv
from tests.gui.text_room import settled
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.orders.running.outcome_table import OutcomesDialog
from tripletex_wizard.gui.orders.work.batch import Batch
from tripletex_wizard.gui.theme import Theme


@pytest.fixture(autouse=True)
def _looks(theme: Theme, norwegian: None) -> None:
    """In Norwegian, in light colours."""


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
    assert "178,00 kr bokført · Mystore varslet 2 kunder · ingen dobbeltføringer" in read.texts
    assert {row["Varslet av Mystore"] for row in saved_csv(read)} == {"kari@example.no"}


def test_what_was_sent_as_ehf_is_counted_apart_and_has_its_receiver_in_the_table(
    qtbot: QtBot,
) -> None:
    room = Room(numbered(2))
    batch = all_well(room)
    rows = tuple(replace(row, ehf_to="313900215") for row in batch.outcomes)
    read = Read(qtbot, room, replace(batch, outcomes=rows))
    assert "178,00 kr bokført · 2 som EHF · ingen dobbeltføringer" in read.texts
    read.press("Vis alle")
    dialog = read.view.findChild(OutcomesDialog)
    assert isinstance(dialog, OutcomesDialog)
    assert not dialog.table.isColumnHidden(5)
    assert dialog.table.model().index(0, 5).data() == "EHF 313900215"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("invoice", "told"),
    [
        (10201, "10457 er allerede ført som faktura 10201: ingenting ble sendt"),
        (None, "10457 er allerede i Tripletex: ingenting ble sendt dit"),
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
    assert "1 uavklart og 1 stoppet prøves ikke på nytt" in read.texts
    assert read.buttons["Prøv 1 på nytt"].accessibleDescription() == (
        "1 uavklart og 1 stoppet prøves ikke på nytt"
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
