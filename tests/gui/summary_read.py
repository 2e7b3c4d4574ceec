"""The summary of a batch as a person reads and uses it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.batch_room import Room, refused, wrong_rate
from tests.gui.text_room import buttons_of, said_by
from tests.orders.building import a_guest, an_order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.gui.orders.running.summary import SummaryView
from tripletex_wizard.gui.orders.work.batch import Batch


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
        self.view = SummaryView(room.summary_desk, room.runner)
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
