"""Which window opens when, on the practice servers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tripletex_wizard.adapters.folders import profile_folder
from tripletex_wizard.app import Program
from tripletex_wizard.cli.practice import PROFILE, set_up
from tripletex_wizard.domain.draft import Page
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.board.dialog import BoardDialog
from tripletex_wizard.gui.diagnosis_dialog import DiagnosisDialog
from tripletex_wizard.gui.help_dialog import HelpDialog
from tripletex_wizard.gui.orders.surroundings import Surroundings
from tripletex_wizard.gui.wizard.window import SetupWizard
from tripletex_wizard.windows import Windows, windows

OTHER = "Garn & Greier"
PATIENCE_MS = 20_000

pytestmark = [
    pytest.mark.usefixtures("norwegian"),
    pytest.mark.qt_log_ignore("^This plugin does not support"),
]


@pytest.fixture
def desk(program: Program, qtbot: QtBot) -> Iterator[Windows]:
    with windows(program) as opened:
        yield opened
        for each in QApplication.topLevelWidgets():
            each.close()
        QApplication.processEvents()


@pytest.fixture
def set_up_once(program: Program) -> None:
    set_up(program)


@pytest.fixture
def set_up_twice(set_up_once: None, program: Program) -> None:
    """A second client, of the same shop: enough to be switched to."""
    profile = replace(program.profile(PROFILE), name=OTHER)
    program._settings.save(profile)
    for name in ("consumer", "employee", "mystore"):
        token = program.secrets.read(program.profile(PROFILE).secret_name, name)
        assert token is not None
        program.secrets.store(profile.secret_name, name, token)


def until_idle(qtbot: QtBot, desk: Windows) -> None:
    qtbot.waitUntil(lambda: not desk.runner.is_busy, timeout=PATIENCE_MS)
    QApplication.processEvents()


def shown(kind: type[QWidget]) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]


def visible(kind: type[QWidget]) -> list[QWidget]:
    return [each for each in shown(kind) if each.isVisible()]


def orders(desk: Windows) -> Surroundings:
    assert desk.desktop.orders is not None
    return desk.desktop.orders


def wizard_of(desk: Windows) -> SetupWizard:
    (found,) = visible(SetupWizard)
    assert isinstance(found, SetupWizard)
    return found


def begin(qtbot: QtBot, desk: Windows) -> Surroundings:
    desk.desktop.begin()
    until_idle(qtbot, desk)
    return orders(desk)


def test_without_a_set_up_the_wizard_opens(qtbot: QtBot, desk: Windows) -> None:
    desk.desktop.begin()
    until_idle(qtbot, desk)

    assert wizard_of(desk).current.page is Page.START
    assert desk.desktop.orders is None


def test_with_a_set_up_its_orders_open_and_are_read(
    qtbot: QtBot, set_up_once: None, desk: Windows
) -> None:
    opened = begin(qtbot, desk)

    assert opened.window.isVisible()
    assert "Fjord Garn AS" in opened.window.windowTitle()
    assert len(opened.controller.standings) > 20
    assert visible(SetupWizard) == []


def test_the_orders_used_last_open(
    qtbot: QtBot, set_up_twice: None, desk: Windows, program: Program
) -> None:
    assert begin(qtbot, desk).controller.profile.name == OTHER  # the alphabet's first
    desk.desktop.open_orders(PROFILE)
    until_idle(qtbot, desk)

    with windows(program) as later:
        assert begin(qtbot, later).controller.profile.name == PROFILE
        orders(later).window.close()


def entry(opened: Surroundings, name: str) -> QAction:
    text = name.replace("&", "&&")
    return next(each for each in opened.menus.clients.actions() if each.text() == text)


def test_switching_the_client_opens_its_window_and_closes_the_other(
    qtbot: QtBot, set_up_twice: None, desk: Windows
) -> None:
    before = begin(qtbot, desk)
    window = before.window

    entry(before, PROFILE).trigger()
    assert not window.isVisible()
    with qtbot.waitSignal(window.destroyed):
        QApplication.processEvents()
    until_idle(qtbot, desk)

    after = orders(desk)
    assert after.window.isVisible()
    assert after.controller.profile.name == PROFILE
    assert entry(after, PROFILE).isChecked()
    assert len(after.controller.standings) > 20


def test_a_client_whose_set_up_cannot_be_read_is_told_and_the_other_stays(
    qtbot: QtBot,
    set_up_twice: None,
    desk: Windows,
    tmp_path: Path,
    expected_warnings: list[str],
) -> None:
    opened = begin(qtbot, desk)
    expected_warnings.append("is left out")
    (profile_folder(tmp_path, PROFILE) / "settings.json").write_text("{", encoding="utf-8")

    entry(opened, PROFILE).trigger()

    (box,) = visible(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "settings.json" in box.text()
    assert orders(desk) is opened
    assert opened.window.isVisible()
    box.close()


def test_a_finished_set_up_is_gone_on_with_in_its_orders(
    qtbot: QtBot, set_up_once: None, desk: Windows, program: Program
) -> None:
    desk.desktop.open_wizard()
    until_idle(qtbot, desk)
    wizard = wizard_of(desk)

    wizard.stored.emit(program.profile(PROFILE))
    wizard.close()
    until_idle(qtbot, desk)

    assert orders(desk).window.isVisible()
    assert visible(SetupWizard) == []


def test_a_changed_set_up_is_taken_over_by_the_orders_that_are_shown(
    qtbot: QtBot, set_up_once: None, desk: Windows, program: Program
) -> None:
    opened = begin(qtbot, desk)
    opened.menus.change_setup.trigger()
    until_idle(qtbot, desk)
    before = program.profile(PROFILE)
    changed = replace(before, rules=replace(before.rules, due_days=30))
    program._settings.save(changed)

    wizard_of(desk).stored.emit(changed)
    assert opened.controller.loading is not None
    until_idle(qtbot, desk)

    assert orders(desk) is opened
    assert opened.controller.profile == changed
    assert len(opened.controller.standings) > 20


def test_a_changed_set_up_waits_for_a_batch_that_runs(
    qtbot: QtBot, set_up_once: None, desk: Windows, program: Program
) -> None:
    opened = begin(qtbot, desk)
    controller = opened.controller
    ready = [n for n, row in controller.standings.items() if row.state is TransferState.READY]
    controller.transfer(ready[:2], Choice())
    assert not entry(opened, PROFILE).isEnabled()
    changed = replace(program.profile(PROFILE), customer_numbers_confirmed=False)

    program._settings.save(changed)
    opened.take_over(changed)
    assert controller.profile != changed
    until_idle(qtbot, desk)

    assert controller.batch is not None
    assert controller.batch.is_over
    assert controller.profile == changed
    assert entry(opened, PROFILE).isEnabled()


def test_the_keys_are_replaced_on_the_page_of_the_connection(
    qtbot: QtBot, set_up_once: None, desk: Windows
) -> None:
    begin(qtbot, desk).menus.replace_keys.trigger()
    until_idle(qtbot, desk)

    assert wizard_of(desk).current.page is Page.CONNECT


def test_a_wizard_that_is_open_is_brought_forward_and_not_opened_twice(
    qtbot: QtBot, set_up_once: None, desk: Windows
) -> None:
    opened = begin(qtbot, desk)
    opened.menus.change_setup.trigger()
    until_idle(qtbot, desk)
    opened.menus.change_setup.trigger()
    opened.menus.replace_keys.trigger()
    until_idle(qtbot, desk)

    assert wizard_of(desk).current.page is Page.CONNECT


def test_a_new_connection_is_a_wizard_beside_the_orders(
    qtbot: QtBot, set_up_once: None, desk: Windows
) -> None:
    opened = begin(qtbot, desk)
    qtbot.keyClick(opened.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    until_idle(qtbot, desk)

    assert wizard_of(desk).current.page is Page.START
    assert opened.window.isVisible()
    qtbot.keyClick(wizard_of(desk), Qt.Key.Key_Escape)
    until_idle(qtbot, desk)
    assert visible(SetupWizard) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("check_setup", BoardDialog),
        ("diagnose", DiagnosisDialog),
        ("how_to", HelpDialog),
        ("never_twice", HelpDialog),
        ("about", QMessageBox),
    ],
)
def test_an_entry_opens_its_dialog_and_escape_closes_it(
    qtbot: QtBot, set_up_once: None, desk: Windows, name: str, kind: type[QDialog]
) -> None:
    opened = begin(qtbot, desk)
    getattr(opened.menus, name).trigger()

    (dialog,) = visible(kind)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    until_idle(qtbot, desk)
    assert opened.window.isVisible()


def test_about_names_the_versions(qtbot: QtBot, set_up_once: None, desk: Windows) -> None:
    begin(qtbot, desk).menus.about.trigger()

    (box,) = visible(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "tripletex-wizard 0." in box.informativeText()
    assert "Qt 6." in box.informativeText()


def test_the_folder_of_the_logs_is_shown(
    qtbot: QtBot,
    set_up_once: None,
    desk: Windows,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown_folders: list[QUrl] = []

    def show(folder: QUrl) -> bool:
        shown_folders.append(folder)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)

    begin(qtbot, desk).menus.show_logs.trigger()

    assert shown_folders == [QUrl.fromLocalFile(str(tmp_path / "logs"))]
    assert visible(QMessageBox) == []


def test_where_no_program_shows_the_folder_of_the_logs_its_place_is_told(
    qtbot: QtBot,
    set_up_once: None,
    desk: Windows,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _folder: False)
    begin(qtbot, desk).menus.show_logs.trigger()

    (box,) = visible(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.informativeText() == str(tmp_path / "logs")
    copy = next(each for each in box.buttons() if each.text() == "&Kopier")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == str(tmp_path / "logs")
    assert (box.isVisible(), copy.text()) == (True, "Kopiert")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert visible(QMessageBox) == []


def test_new_orders_are_fetched_with_f5_and_not_while_they_are(
    qtbot: QtBot, set_up_once: None, desk: Windows
) -> None:
    opened = begin(qtbot, desk)
    assert opened.menus.fetch.isEnabled()
    opened.controller.failed.emit(Problem(Code.NO_ANSWER, host="tripletex.no"))

    qtbot.keyClick(opened.window, Qt.Key.Key_F5)

    assert opened.window.told == ""
    assert opened.controller.loading is not None
    assert not opened.menus.fetch.isEnabled()
    until_idle(qtbot, desk)
    assert opened.menus.fetch.isEnabled()


def test_the_diagnosis_of_the_shop_is_saved(
    qtbot: QtBot, set_up_once: None, desk: Windows, tmp_path: Path
) -> None:
    begin(qtbot, desk).menus.diagnose.trigger()
    (dialog,) = visible(DiagnosisDialog)
    assert isinstance(dialog, DiagnosisDialog)

    dialog._read(str(tmp_path / "diagnose.json"))
    until_idle(qtbot, desk)

    assert "list(" in (tmp_path / "diagnose.json").read_text(encoding="utf-8")


def test_quitting_closes_the_window(qtbot: QtBot, set_up_once: None, desk: Windows) -> None:
    opened = begin(qtbot, desk)

    qtbot.keyClick(opened.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)

    assert not opened.window.isVisible()
