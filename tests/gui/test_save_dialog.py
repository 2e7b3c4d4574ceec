"""Where a file is asked for: the folder it begins in, and the words of Qt's own dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QLabel, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.file_dialog import save_as
from tripletex_wizard.gui.parts.save_dialog import SaveDialog

pytestmark = [
    pytest.mark.usefixtures("norwegian", "theme"),
    pytest.mark.qt_log_ignore("^This plugin does not support"),
]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder of documents, before any file has been saved."""
    folder = tmp_path / "Dokumenter"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    monkeypatch.setattr(SaveDialog, "_last_folder", "")
    return folder


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(window: QWidget) -> SaveDialog:
    dialog = SaveDialog(window, "Lagre som PDF", "PDF (*.pdf)", "Overføring 1:2.pdf")
    dialog.open()
    return dialog


def test_the_first_file_goes_to_the_documents_and_the_next_where_that_one_went(
    qtbot: QtBot, window: QWidget, documents: Path, tmp_path: Path
) -> None:
    first = opened(window)
    assert Path(first.directory().path()) == documents
    assert Path(first.selectedFiles()[0]) == documents / "Overføring 1-2.pdf"

    with qtbot.waitSignal(first.destroyed):
        save_as(qtbot, window, tmp_path / "a.pdf")
    assert Path(opened(window).directory().path()) == tmp_path


def test_without_a_folder_of_documents_it_begins_at_home(window: QWidget, documents: Path) -> None:
    documents.rmdir()
    assert Path(opened(window).directory().path()) == Path.home()


def test_the_dialog_of_qt_speaks_bokmal(window: QWidget, documents: Path, qtbot: QtBot) -> None:
    (documents / "Regnskap").mkdir()
    dialog = opened(window)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert labels >= {"Mappe:", "Filnavn:", "Filtype:"}

    rows = dialog.findChildren(QTreeView)[0].model()
    root = dialog.findChildren(QTreeView)[0].rootIndex()
    qtbot.waitUntil(lambda: rows.rowCount(root) == 1)
    heads = [rows.headerData(each, Qt.Orientation.Horizontal) for each in range(4)]
    assert heads == ["Navn", "Størrelse", "Type", "Endret"]
    assert rows.index(0, 2, root).data() == "Mappe"
