from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from tests.gui.text_room import cut_texts
from tripletex_wizard.gui.help_dialog import HelpDialog
from tripletex_wizard.gui.help_pages import HelpPage, how_to, never_twice
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.services.reconcile import QUIET_SECONDS

pytestmark = pytest.mark.usefixtures("norwegian", "theme")

Page = Callable[[], HelpPage]


def opened(qtbot: QtBot, page: Page) -> HelpDialog:
    dialog = HelpDialog(page)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitActive(dialog)
    return dialog


def read(dialog: HelpDialog) -> str:
    return dialog.findChildren(QTextBrowser)[0].toPlainText()


def texts_of(page: HelpPage) -> list[str]:
    return [
        *(page.title, page.lead),
        *(text for part in page.sections for text in (part.heading, part.text)),
        *(text for part in page.sections for text in (*part.steps, *part.points)),
        *(
            text
            for part in page.sections
            for guard in part.guards
            for text in (guard.happens, guard.prevents, guard.holder)
        ),
    ]


@pytest.mark.parametrize("page", [how_to, never_twice])
def test_every_text_of_a_page_is_shown_in_both_languages(qtbot: QtBot, page: Page) -> None:
    dialog = opened(qtbot, page)
    norwegian = page()
    assert all(text in read(dialog) for text in texts_of(norwegian))

    install_language("en")

    qtbot.waitUntil(lambda: dialog.windowTitle() == page().title)
    assert page().title != norwegian.title
    assert all(text in read(dialog) for text in texts_of(page()))
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])


def test_the_steps_of_transferring_again_are_those_of_the_specification() -> None:
    again = next(each for each in how_to().sections if each.heading == "Overføre en ordre på nytt")

    assert [step.split()[0] for step in again.steps] == ["Endre", "Endre", "Fjern", "Oppdater"]
    assert "Under behandling" in again.steps[0]
    assert "Sendt" in again.steps[1]


def test_the_seconds_that_are_told_are_those_that_are_waited() -> None:
    told = " ".join(texts_of(never_twice()))

    assert f"{QUIET_SECONDS:.0f} sekunder, eller {2 * QUIET_SECONDS:.0f}" in told


def test_a_failed_order_is_not_booked_or_lacks_its_refund_alone() -> None:
    failed = (
        "Feilet: Det er trygt å prøve igjen. Ingenting er bokført, eller bare tilbakebetalingen "
        "på en kreditnota mangler; meldingen sier hvilket."
    )

    assert failed in texts_of(how_to())


def test_what_is_not_guarded_against_is_told() -> None:
    tried, last = never_twice().sections[-2:]

    assert last.heading == "Dette beskytter det ikke mot"
    assert "Mystores egen" in last.points[0]
    assert "ville det blitt to" in last.points[-1]
    assert "blitt registrert to ganger" in last.points[-2]
    assert "Mot deres egne tjenester er det ikke prøvd" in tried.points[-1]


def test_the_page_is_read_with_keys_and_closed_with_escape(qtbot: QtBot) -> None:
    dialog = opened(qtbot, never_twice)
    browser = dialog.findChildren(QTextBrowser)[0]
    assert dialog.focusWidget() is browser

    qtbot.keyClick(browser, Qt.Key.Key_PageDown)

    assert browser.verticalScrollBar().value() > 0
    assert browser.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(browser, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_way_out_is_told_by_the_buttons_as_they_are_called() -> None:
    told = texts_of(how_to())
    (unresolved,) = (text for text in told if text.startswith("Uavklart:"))
    assert unresolved.index("«Sjekk i Tripletex»") < unresolved.index("«Overfør på nytt»")
    (last,) = (text for text in told if "den grønne knappen" in text)
    assert "«Overfør»" in last
    assert "«Endre status»" in last
