from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tripletex_wizard.gui.texts import install_language


@pytest.fixture
def _own_language(qapp: QApplication) -> Iterator[None]:
    """Whatever language a test installs, the next one starts without."""
    before = QLocale()
    yield
    install_language("en", qapp)
    QLocale.setDefault(before)


@pytest.fixture
def norwegian(_own_language: None, qapp: QApplication) -> None:
    install_language("nb", qapp)


@pytest.fixture
def english(_own_language: None, qapp: QApplication) -> None:
    install_language("en", qapp)
