from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from time import thread_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tests.fakes.lossy_line import Fault
from tests.gui.batch_room import Room, numbered, refused, wrong_rate
from tests.gui.text_room import buttons_of, cut_texts, said_by, settled
from tests.orders.building import an_order
from tripletex_wizard.domain.batch_sums import BatchSums
from tripletex_wizard.domain.errors import Code, Problem, RemoteUnavailable
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import Outcome, Started, TransferState
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.running.batch_dialog import BatchDialog
from tripletex_wizard.gui.orders.running.progress_texts import ProgressTexts
from tripletex_wizard.gui.orders.running.retry_clock import WAITS, RetryClock
from tripletex_wizard.gui.orders.work import batch_run
from tripletex_wizard.gui.orders.work.controller import OrderController
from tripletex_wizard.gui.theme import Theme

SILENT = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
SAVING = ("Lagre som PDF …", "Lagre som CSV …")
LETTER = re.compile("&([^&])")
LONGEST_ON_THE_GUI_THREAD = 0.1


@pytest.fixture(autouse=True)
def _looks(theme: Theme, norwegian: None) -> None:
    """In Norwegian, in light colours."""


class Followed:
    """A batch that is stepped through event by event, and the dialog that follows it."""

    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.room, self.dialog = room, room.begin()
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def texts(self) -> str:
        return said_by(self.dialog)

    @property
    def buttons(self) -> dict[str, QPushButton]:
        return buttons_of(self.dialog)

    @property
    def bar(self) -> QProgressBar:
        (found,) = self.dialog.findChildren(QProgressBar)
        return found

    def press(self, text: str) -> None:
        button = self.buttons[text]
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def happens(self, *events: object) -> None:
        """As if the running job had reported it."""
        for event in events:
            self.room.run._happened(event)  # type: ignore[arg-type]

    def finish(self) -> None:
        """Do all the work that waits."""
        self.room.runner.answer_all()

    def pauses(self) -> None:
        """The profile cannot be opened, for Tripletex does not answer."""
        self.room.open_failure = SILENT
        self.finish()


def transferred(number: str) -> Outcome:
    return Outcome(number, TransferState.TRANSFERRED, invoice_id=1)


def failed(number: str) -> Outcome:
    return Outcome(number, TransferState.FAILED, problems=(refused().problem,))


def test_the_batch_tells_where_it_is_and_with_whom(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(40)))
    followed.happens(Started("10457"), transferred("10457"), Started("10458"))
    assert followed.dialog.windowTitle() == "Overfører 2 av 40"
    assert "10458 · Kari Eksempel" in followed.texts
    assert "1 overført" in followed.texts
    assert followed.bar.value() == 1


def test_no_time_is_promised_before_three_orders_are_through(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_run, "monotonic", lambda: 100.0)
    followed = Followed(qtbot, Room(numbered(40)))
    followed.happens(transferred("10457"), transferred("10458"))
    assert "igjen" not in followed.texts
    monkeypatch.setattr(batch_run, "monotonic", lambda: 112.0)
    followed.happens(transferred("10459"))
    assert "3 overført · ca. 2 min igjen" in followed.texts
    followed.happens(12.0)
    assert "Venter 12 s …" in followed.texts


def test_failures_appear_as_they_come_the_newest_first(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(40)))
    followed.happens(failed("10457"))
    assert "1 ordre å se på\n10457 · Kari Eksempel · Feilet: Avvist:" in followed.texts
    followed.happens(failed("10458"))
    assert "2 ordrer å se på\n10458 · " in followed.texts
    assert "2 feilet" in followed.texts


def test_the_window_is_as_high_as_what_is_told_and_never_cuts_it(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(40)))
    followed.happens(Started("10457"))
    at_first = followed.dialog.height()
    followed.happens(*(failed(str(10457 + place)) for place in range(8)))
    qtbot.waitUntil(lambda: cut_texts(followed.dialog) == [])
    assert at_first < 240 < followed.dialog.height()


def test_failures_a_wait_and_the_end_are_said(qtbot: QtBot, heard: list[str]) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.happens(failed("10457"))
    assert heard.pop().startswith("10457 · Kari Eksempel · Feilet: Avvist:")
    followed.pauses()
    assert heard.pop().startswith("Tripletex svarer ikke")
    followed.room.open_failure = None
    followed.press("Prøv igjen nå")
    followed.finish()
    assert heard == [f"{followed.dialog.windowTitle()}. {followed.dialog.summary.figures}"]


def test_stopping_ends_the_batch_after_the_order_that_is_being_sent(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.happens(Started("10457"))
    followed.press("Stopp etter denne ordren")
    assert "Stopper etter 10457." in followed.texts
    assert not followed.buttons["Stopp etter denne ordren"].isEnabled()
    followed.finish()
    assert "0 av 3 ordrer er overført" in followed.texts
    assert "3 ordrer ble ikke forsøkt\nDu stoppet overføringen." in followed.texts


@pytest.mark.parametrize("by_key", [True, False])
def test_closing_during_a_batch_stops_it_and_says_so(qtbot: QtBot, by_key: bool) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.happens(Started("10457"))
    if by_key:
        QTest.keyClick(followed.dialog, Qt.Key.Key_Escape)
    else:
        followed.dialog.close()
    assert followed.dialog.isVisible()
    assert "Stopper etter 10457." in followed.texts
    followed.finish()
    with qtbot.waitSignal(followed.dialog.destroyed):
        QTest.keyClick(followed.dialog, Qt.Key.Key_Escape)


def test_the_dialog_can_be_put_aside(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    flags = followed.dialog.windowFlags()
    assert not followed.dialog.isModal()
    assert flags & Qt.WindowType.WindowMinimizeButtonHint
    followed.dialog.showMinimized()
    followed.finish()
    assert followed.dialog.windowTitle() == "3 av 3 ordrer er overført"


def test_a_batch_of_one_has_a_short_form(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(1)))
    assert followed.dialog.windowTitle() == "Overfører 10457"
    assert followed.buttons == {}
    assert followed.bar.maximum() == 0
    followed.finish()
    assert "10457 er overført som faktura 10201" in followed.texts
    assert set(followed.buttons) == {*SAVING, "Lukk"}


def test_one_order_that_was_not_transferred_says_why(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room([wrong_rate()]))
    followed.finish()
    assert "10474 er ikke overført" in followed.texts
    assert "10474 · Åse Prøvesen" in followed.texts
    assert set(followed.buttons) == {"Vis hvor", *SAVING, "Lukk"}


def test_the_summary_of_one_order_is_closed_by_enter(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(1)))
    followed.finish()
    assert followed.dialog.focusWidget() is followed.buttons["Lukk"]
    with qtbot.waitSignal(followed.dialog.destroyed):
        QTest.keyClick(followed.dialog, Qt.Key.Key_Return)


ONE: dict[str, Callable[[Room], None]] = {
    "transferred": lambda _room: None,
    "refused": lambda room: room.desk.ledger.line.fail("create_order", refused()),
    "uncertain": lambda room: room.desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE),
}


@pytest.mark.usefixtures("each_language")
@pytest.mark.parametrize("what", ONE)
def test_no_text_of_one_order_is_cut_and_each_letter_leads_to_one_place(
    what: str, qtbot: QtBot
) -> None:
    room = Room(numbered(1))
    ONE[what](room)
    followed = Followed(qtbot, room)
    followed.finish()
    assert settled(qtbot, followed.dialog) == []
    buttons = [each for each in followed.dialog.findChildren(QPushButton) if each.isVisible()]
    letters = [found[1].upper() for each in buttons if (found := LETTER.search(each.text()))]
    assert len(letters) == len(set(letters)) >= len(SAVING), letters


def test_one_order_that_became_an_order_says_so(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room([an_order(method="collect")]))
    followed.finish()
    assert "10457 er overført som ordre" in followed.texts


@pytest.mark.parametrize(
    ("known", "invoice", "said"),
    [
        (
            Problem(Code.ALREADY_BOOKED, invoice=10201),
            10201,
            "er allerede ført som faktura 10201: ingenting ble sendt til Tripletex",
        ),
        (
            Problem(Code.ALREADY_ORDER, number="10457"),
            None,
            "er allerede i Tripletex: ingenting ble sendt dit",
        ),
        (
            Problem(Code.ADOPTED, invoice=10201),
            10201,
            "var fakturert, og er knyttet til faktura 10201",
        ),
    ],
)
def test_one_order_that_was_there_before_says_that_tripletex_was_sent_nothing(
    known: Problem, invoice: int | None, said: str
) -> None:
    there = Outcome(
        "10457", TransferState.TRANSFERRED, problems=(known,), invoice_number=invoice, order_id=1
    )
    there = replace(there, notified_to="kari@example.no")  # the shop was written to all the same
    headline = ProgressTexts().headline_of_one(BatchSums((there,)))
    assert headline == f"10457 {said}"


# no answer


def test_without_an_answer_the_batch_waits_and_counts_down(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.pauses()
    assert "Tripletex svarer ikke" in followed.texts
    assert "3 ordrer venter. Ingenting mer sendes imens." in followed.texts
    assert "Prøver igjen om 30 s." in followed.texts
    assert followed.dialog.focusWidget() is followed.buttons["Prøv igjen nå"]
    seen: list[str] = []
    followed.dialog.progress.clock.ticked.connect(lambda: seen.append(followed.texts))
    qtbot.waitUntil(lambda: len(seen) >= 3)
    assert "Prøver igjen om 27 s." in seen[2]


def test_it_tries_again_by_itself_and_waits_longer_each_time(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.pauses()
    qtbot.waitUntil(lambda: followed.room.controller.is_transferring)
    followed.finish()
    assert "Prøver igjen om 60 s." in followed.texts
    followed.room.open_failure = None
    followed.press("Prøv igjen nå")
    followed.finish()
    assert "3 av 3 ordrer er overført" in followed.texts


def test_trying_by_itself_can_be_stopped(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.pauses()
    followed.press("Ikke prøv automatisk")
    assert "Prøver igjen" not in followed.texts
    assert not followed.dialog.progress.clock.is_running
    assert "Prøv igjen nå" in followed.buttons


def test_a_paused_batch_can_end_here(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.pauses()
    followed.press("Stopp her")
    assert "0 av 3 ordrer er overført" in followed.texts
    assert "Prøv 3 på nytt" in followed.buttons
    assert not followed.dialog.progress.clock.is_running


def test_closing_a_paused_batch_shows_what_was_left(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.pauses()
    followed.dialog.close()
    assert followed.dialog.isVisible()
    assert "3 ordrer ble ikke forsøkt" in followed.texts


def test_what_else_makes_it_wait_is_said(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.room.run._pause(Problem(Code.SERVER_FAILED, status=503))
    assert "503" in followed.dialog.windowTitle()
    followed.room.run._pause(Problem(Code.NO_ANSWER, host="api.mystore.no"))
    assert "Mystore svarer ikke" in followed.texts


def test_the_clock_grows_to_its_longest_wait_and_begins_anew_after_an_answer(
    qtbot: QtBot,
) -> None:
    clock = RetryClock(second_ms=1)
    waits = []
    for _ in range(5):
        clock.start()
        waits.append(clock.seconds_left)
    assert waits == [*WAITS, WAITS[-1]]
    clock.reset()
    clock.start()
    assert clock.seconds_left == WAITS[0]
    with qtbot.waitSignal(clock.due):
        pass
    assert not clock.is_running


def test_an_answer_makes_the_next_wait_short_again(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    followed.pauses()
    followed.room.open_failure = None
    followed.room.controller.go_on()
    followed.happens(Started("10457"), transferred("10457"))
    followed.room.run._pause(SILENT.problem)
    assert "Prøver igjen om 30 s." in followed.texts


# trying again


def test_what_was_tried_again_joins_the_summary_of_the_whole_batch(qtbot: QtBot) -> None:
    room = Room([*numbered(3), wrong_rate()])
    room.desk.ledger.line.fail("create_order", refused())
    followed = Followed(qtbot, room)
    followed.finish()
    assert "2 av 4 ordrer er overført" in followed.texts
    assert "1 stoppet prøves ikke på nytt" in followed.texts
    followed.press("Prøv 1 på nytt")
    assert followed.dialog.windowTitle() == "Overfører 10457"
    followed.finish()
    assert "3 av 4 ordrer er overført" in followed.texts
    assert "3 fakturaer (10201–10203)" in followed.texts
    assert "Prøv 1 på nytt" not in followed.buttons


def test_an_uncertain_order_is_looked_up_and_joins_the_summary(qtbot: QtBot) -> None:
    room = Room(numbered(2))
    room.desk.ledger.line.fail("invoice_order", Fault.FAILED_AFTER)
    followed = Followed(qtbot, room)
    followed.finish()
    assert "1 av 2 ordrer er overført" in followed.texts
    followed.press("Sjekk i Tripletex")
    followed.finish()
    assert "2 av 2 ordrer er overført" in followed.texts
    assert len(room.desk.ledger.invoices) == 2


def test_what_is_pressed_while_an_order_is_looked_up_is_done_afterwards(qtbot: QtBot) -> None:
    room = Room(numbered(3))
    room.desk.ledger.line.fail("invoice_order", Fault.FAILED_AFTER, Fault.FAILED_AFTER)
    followed = Followed(qtbot, room)
    followed.finish()
    batch = room.controller.batch
    assert batch is not None
    uncertain = [each.order_number for each in batch.outcomes if not each.is_booked]
    assert len(uncertain) == 2
    for number in uncertain:
        followed.dialog.summary.check_asked.emit(number)
    followed.dialog.summary.retry_asked.emit(tuple(uncertain))
    assert not room.controller.is_transferring
    followed.finish()
    assert "3 av 3 ordrer er overført" in followed.texts
    assert len(room.desk.ledger.invoices) == 3


def test_an_order_that_the_window_has_lost_is_not_tried_again(qtbot: QtBot) -> None:
    room = Room(numbered(2))
    room.desk.ledger.line.fail("create_order", refused())
    followed = Followed(qtbot, room)
    followed.finish()
    room.controller.standings = {}
    followed.press("Prøv 1 på nytt")
    assert not room.controller.is_transferring


def test_show_where_asks_for_the_order(qtbot: QtBot) -> None:
    followed = Followed(qtbot, Room([wrong_rate(), *numbered(1)]))
    followed.finish()
    with qtbot.waitSignal(followed.dialog.where_asked) as asked:
        followed.press("Vis hvor")
    assert asked.args == ["10474"]


def test_the_language_can_change_meanwhile(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    followed = Followed(qtbot, Room(numbered(3)))
    request.getfixturevalue("english")
    qtbot.waitUntil(lambda: followed.dialog.windowTitle() == "Transferring 1 of 3")
    assert "Stop after this order" in followed.buttons
    followed.finish()
    assert followed.dialog.windowTitle() == "3 of 3 orders transferred"


# in threads


def test_a_batch_in_threads_ends_in_its_summary_and_is_saved(
    runner: JobRunner, qtbot: QtBot
) -> None:
    room = Room([*numbered(30), wrong_rate("10500")])
    controller = OrderController(room, room.profile, runner)
    controller.load()
    qtbot.waitUntil(lambda: controller.loaded_at is not None)
    controller.transfer(controller.standings, Choice())
    dialog = BatchDialog(controller, room.summary_desk, runner)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.windowTitle() == "30 av 31 ordrer er overført")
    dialog.summary.files.write_pdf("/somewhere/batch.pdf")
    qtbot.waitUntil(lambda: bool(room.written), timeout=30_000)
    assert len(room.desk.ledger.invoices) == 30


# large


def slowest(dialog: BatchDialog, followed: Followed, outcomes: list[Outcome]) -> float:
    """The longest time that this thread was busy with one event and its layout."""
    longest = 0.0
    for outcome in outcomes:
        began = thread_time()
        followed.happens(Started(outcome.order_number), outcome)
        QCoreApplication.processEvents()
        longest = max(longest, thread_time() - began)
    began = thread_time()
    followed.room.run._end(Problem(Code.STOPPED_BY_USER))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.processEvents()
    dialog.repaint()
    return max(longest, thread_time() - began)


def test_three_hundred_outcomes_never_hold_the_window_up(qtbot: QtBot) -> None:
    orders = numbered(300)
    followed = Followed(qtbot, Room(orders))
    outcomes = [
        failed(order.number) if place % 2 else transferred(order.number)
        for place, order in enumerate(orders)
    ]
    assert slowest(followed.dialog, followed, outcomes) < LONGEST_ON_THE_GUI_THREAD
    assert "Vis 140 til" in followed.buttons
