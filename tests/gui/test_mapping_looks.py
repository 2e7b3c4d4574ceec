from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.mapping_desk import USES, MappingDesk, ShopService
from tests.gui.text_room import Stretched
from tripletex_wizard.domain.found import MethodUse
from tripletex_wizard.domain.money import Money
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.mapping.posting_cell import PostingCombo
from tripletex_wizard.gui.mapping.sending_dialog import SendingDialog
from tripletex_wizard.gui.parts import StatusChip
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme

LONG = MethodUse("long", "Delbetaling over tolv måneder med renter", 7, Money(1_234_567_00))
MNEMONIC = re.compile("&([^&])")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, english: None, runner: JobRunner) -> MappingDesk:
    return MappingDesk(qtbot, runner, ShopService((*USES, LONG)))


@pytest.fixture
def language(
    request: pytest.FixtureRequest, desk: MappingDesk, qapp: QApplication
) -> Iterator[str]:
    translator = Stretched()
    if request.param == "stretched":
        qapp.installTranslator(translator)
    else:
        install_language(request.param, qapp)
    yield request.param
    qapp.removeTranslator(translator)


def shown(desk: MappingDesk, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [each for each in desk.page.findChildren(kind) if each.isVisible()]


def is_cut(widget: QWidget) -> bool:
    match widget:
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height()
        case QLabel() | QAbstractButton() | StatusChip():
            needed = widget.sizeHint()
        case PostingCombo():
            needed = widget.minimumSizeHint()
        case _:
            return False
    return needed.width() > widget.width() or needed.height() > widget.height()


def cut_texts(desk: MappingDesk) -> list[object]:
    return [each.property("text") for each in shown(desk) if is_cut(each)]


@pytest.mark.parametrize("language", ["nb", "en", "stretched"], indirect=True)
@pytest.mark.parametrize("width", [848, 1048])
def test_no_text_is_cut_and_nothing_is_wider_than_the_page(
    desk: MappingDesk, language: str, width: int
) -> None:
    desk.wizard.resize(width, 800)
    desk.enter_and_read()
    desk.qtbot.waitUntil(lambda: cut_texts(desk) == [])
    (area,) = desk.page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_every_letter_leads_to_one_place(desk: MappingDesk, language: str) -> None:
    desk.enter_and_read()
    texts = [str(each.property("text")) for each in shown(desk)]
    letters = [found[1].upper() for text in texts if (found := MNEMONIC.search(text))]
    assert len(letters) == 4
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("language", ["nb", "en"], indirect=True)
def test_a_screen_reader_can_tell_every_control_from_the_others(
    desk: MappingDesk, language: str
) -> None:
    desk.enter_and_read()
    controls = [each for kind in (QComboBox, QCheckBox, QLineEdit) for each in shown(desk, kind)]
    names = [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in controls
    ]
    assert all(names)
    assert len(set(names)) == len(controls)


def test_a_screen_reader_is_told_how_much_goes_through_a_method_and_why_it_is_suggested(
    desk: MappingDesk,
) -> None:
    desk.enter_and_read()
    said = desk.combo("Vipps").accessibleDescription()
    assert said.startswith("412 orders · 318,240")
    assert said.endswith("Suggestion: same name")


def test_a_screen_reader_is_told_of_a_new_warning_only(
    desk: MappingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    desk.enter_and_read()
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    desk.press(desk.sending("Vipps"), Qt.Key.Key_Space)
    assert len(said) == 1
    assert said[0].startswith("Vipps is paid at once.")
    assert "Delbetaling" not in said[0]


def test_the_language_can_be_changed_while_the_table_is_open(
    desk: MappingDesk, qapp: QApplication
) -> None:
    desk.enter_and_read()
    install_language("nb", qapp)
    desk.qtbot.waitUntil(lambda: "Koble betalingsmetoder" in desk.shown_texts())
    texts = desk.shown_texts()
    for expected in (
        "Nettbutikk",
        "Betalingsmetoder fra Tripletex",
        "Automatisk utsendelse av faktura",
        "Send faktura",
        "Forslag: samme navn",
        "&Godta 4 forslag",
        "&Les mer",
        "&Jeg ønsker å føre betalingsmodulene på denne måten",
        "1\N{NO-BREAK SPACE}204 ordrer · 402\N{NO-BREAK SPACE}118\N{NO-BREAK SPACE}kr",
    ):
        assert expected in texts
    desk.enter_and_read()
    combos = [each for each in shown(desk, QComboBox) if isinstance(each, QComboBox)]
    assert "Ikke marker faktura som betalt" in [each.currentText() for each in combos]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_dialog_follows_the_language_too(desk: MappingDesk, qapp: QApplication) -> None:
    desk.enter()
    dialog = SendingDialog(desk.page)
    dialog.open()
    install_language("nb", qapp)
    desk.qtbot.waitUntil(lambda: dialog.windowTitle() == "Automatisk utsendelse av faktura")
    assert [each for each in dialog.findChildren(QLabel) if each.isVisible() and is_cut(each)] == []
    dialog.close()
