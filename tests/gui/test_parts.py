from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tripletex_wizard.gui.parts import (
    Card,
    FieldStatus,
    IconSign,
    Label,
    LinkButton,
    Note,
    PageHeader,
    Spinner,
    StatusChip,
    main_button,
)
from tripletex_wizard.gui.theme import TEXT_WIDTH, Theme
from tripletex_wizard.gui.tones import DARK, LIGHT, Tone

LONG = "Høyeste kundenummer er 10412. Sett startverdien til 100000, så unngår du konflikt. " * 3


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def show(window: QWidget, *parts: QWidget, width: int = 480, qtbot: QtBot) -> None:
    layout = window.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
    window.resize(width, 600)
    window.show()
    qtbot.waitExposed(window)


def colours_in(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def is_whole(label: Label) -> bool:
    return label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize("width", [240, 480, 900])
def test_a_long_text_in_a_card_is_never_cut(window: QWidget, width: int, qtbot: QtBot) -> None:
    card, labels = Card(), [Label(LONG) for _ in range(3)]
    for label in labels:
        row = QHBoxLayout()
        row.addWidget(StatusChip(Tone.OK, "OK"))
        row.addWidget(label, 1)
        card.add_row(row)
    content = QWidget()
    QVBoxLayout(content).addWidget(card)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(content)

    show(window, area, width=width, qtbot=qtbot)

    qtbot.waitUntil(lambda: all(is_whole(label) for label in labels))
    assert labels[0].width() < width


def test_a_text_that_grows_takes_the_room_it_needs(window: QWidget, qtbot: QtBot) -> None:
    label = Label("short")
    show(window, label, qtbot=qtbot)

    label.setText(LONG)

    qtbot.waitUntil(lambda: label.height() > 2 * label.fontMetrics().height())
    assert is_whole(label)


def test_a_line_of_text_is_no_wider_than_can_be_read(qtbot: QtBot) -> None:
    label = Label(LONG)
    qtbot.addWidget(label)

    assert label.sizeHint().width() == TEXT_WIDTH


def test_what_a_server_answered_is_not_taken_for_markup(qtbot: QtBot) -> None:
    label = Label("<img src=x> & more")
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_page_header_without_a_why_is_the_title_alone(window: QWidget, qtbot: QtBot) -> None:
    header = PageHeader()
    show(window, header, qtbot=qtbot)
    header.show_texts("Koble til", "Lim inn nøklene.")
    title, why = header.findChildren(Label)
    assert (title.text(), why.isVisible()) == ("Koble til", True)

    header.show_texts("Koble til", "")

    assert not why.isVisible()


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chip_shows_its_tone_in_both_schemes(
    tone: Tone, scheme: object, window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    theme.choose(Qt.ColorScheme.Dark if scheme is DARK else Qt.ColorScheme.Light)
    chip = StatusChip(tone, "Må rettes")
    show(window, chip, qtbot=qtbot)
    pair = (DARK if scheme is DARK else LIGHT).tones[tone]

    assert {pair.text, pair.ground} <= colours_in(chip)


def test_a_chip_follows_its_status_and_is_as_wide_as_its_word(
    window: QWidget, qtbot: QtBot
) -> None:
    chip = StatusChip(Tone.OK, "OK")
    show(window, chip, qtbot=qtbot)
    narrow = chip.width()

    chip.show_status(Tone.SHOULD_CHECK, "Bør sjekkes")

    assert chip.tone is Tone.SHOULD_CHECK
    qtbot.waitUntil(lambda: chip.width() > narrow)
    assert LIGHT.tones[Tone.SHOULD_CHECK].ground in colours_in(chip)


def test_a_chip_is_read_out_as_its_word(qtbot: QtBot) -> None:
    chip = StatusChip(Tone.OK, "OK")
    qtbot.addWidget(chip)
    spoken = QAccessible.queryAccessibleInterface(chip)

    assert spoken.role() is QAccessible.Role.StaticText
    assert spoken.text(QAccessible.Text.Name) == "OK"


def test_a_card_grows_by_rows_and_can_be_emptied(window: QWidget, qtbot: QtBot) -> None:
    card = Card()
    show(window, card, qtbot=qtbot)
    rows = [card.add_row(Label(name)) for name in ("a", "b")]
    qtbot.waitUntil(lambda: rows[0].y() < rows[1].y())

    card.clear()

    qtbot.waitUntil(lambda: card.findChildren(Label) == [])


def test_a_row_can_be_hidden_with_its_line(window: QWidget, qtbot: QtBot) -> None:
    card = Card()
    first, second = card.add_row(Label("a")), card.add_row(Label("b"))
    show(window, card, qtbot=qtbot)
    high = card.sizeHint().height()

    second.hide()

    qtbot.waitUntil(lambda: card.sizeHint().height() < high)
    assert first.isVisible()


def test_a_note_stands_on_the_ground_of_its_tone(window: QWidget, qtbot: QtBot) -> None:
    note = Note(Tone.SHOULD_CHECK)
    note.show_text("Gjør det sammen med regnskapsføreren.", title="Husk")
    show(window, note, qtbot=qtbot)

    texts = [label.text() for label in note.findChildren(Label) if label.isVisible()]
    assert texts == ["Husk", "Gjør det sammen med regnskapsføreren."]
    assert LIGHT.tones[Tone.SHOULD_CHECK].ground in colours_in(note)


@pytest.fixture
def status(window: QWidget, qtbot: QtBot, norwegian: None) -> FieldStatus:
    made = FieldStatus()
    show(window, made, qtbot=qtbot)
    return made


def sign_of(status: FieldStatus) -> tuple[bool, bool]:
    return status.findChildren(Spinner)[0].isVisible(), status.findChildren(IconSign)[0].isVisible()


def test_a_field_that_nobody_checked_has_no_status(status: FieldStatus) -> None:
    assert (status.text, sign_of(status)) == ("", (False, False))


def test_a_check_under_way_has_a_spinner(status: FieldStatus) -> None:
    status.show_running()

    assert status.is_running
    assert (status.text, sign_of(status)) == ("Kontrollerer …", (True, False))


def test_the_spinner_turns_into_a_sign_when_the_answer_comes(status: FieldStatus) -> None:
    status.show_running()

    status.show_result(Tone.OK, "Koblet til Fjord Garn AS (999888771)")

    assert not status.is_running
    assert status.text == "Koblet til Fjord Garn AS (999888771)"
    assert sign_of(status) == (False, True)


def test_an_empty_status_is_as_high_as_one_of_a_line(status: FieldStatus, qtbot: QtBot) -> None:
    empty = status.minimumSizeHint().expandedTo(status.minimumSize()).height()

    status.show_running()

    assert status.minimumSizeHint().height() <= empty


def test_a_link_that_helps_is_shown_only_with_its_result(status: FieldStatus) -> None:
    link = status.findChildren(LinkButton)[0]
    status.show_result(Tone.MUST_FIX, "Avvist.", link="Åpne Tripletex", address="https://x.no")
    assert (link.isVisible(), link.text()) == (True, "Åpne Tripletex")

    status.show_running()

    assert not link.isVisible()


def test_a_link_without_an_address_tells_its_owner(status: FieldStatus, qtbot: QtBot) -> None:
    status.show_result(Tone.MUST_FIX, "Avvist.", link="Kopier")
    with qtbot.waitSignal(status.link_clicked):
        QTest.keyClick(status.findChildren(LinkButton)[0], Qt.Key.Key_Space)


class Browser(QObject):
    """What opens addresses on a user's machine."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser(qapp: object) -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")  # type: ignore[arg-type] # the stub says bytes
    yield made
    QDesktopServices.unsetUrlHandler("https")


def test_a_link_is_opened_by_the_keyboard(window: QWidget, browser: Browser, qtbot: QtBot) -> None:
    link = LinkButton("Les mer", "https://www.tripletex.no/")
    show(window, link, qtbot=qtbot)
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus

    QTest.keyClick(link, Qt.Key.Key_Space)

    assert browser.opened == ["https://www.tripletex.no/"]


def test_a_spinner_turns_only_while_it_is_seen(window: QWidget, qtbot: QtBot) -> None:
    spinner = Spinner()
    show(window, spinner, qtbot=qtbot)
    first = spinner.grab().toImage()
    qtbot.waitUntil(lambda: spinner.grab().toImage() != first)

    spinner.hide()

    assert not spinner.is_turning


def test_the_main_action_has_the_accent_colour(window: QWidget, qtbot: QtBot) -> None:
    button = main_button("Neste")
    show(window, button, qtbot=qtbot)
    button.clearFocus()

    assert LIGHT.accent in colours_in(button)
