from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from tests.gui.frame import (
    Frame,
    board,
    done_with,
    draft_done_before,
    empty_pages,
    with_tokens,
)
from tripletex_wizard.domain.draft import Page, SetupDraft
from tripletex_wizard.domain.errors import Code, KeyringUnavailable, StorageError
from tripletex_wizard.domain.prerequisites import CheckStatus, Finding
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.parts.first_size import first_size
from tripletex_wizard.gui.theme import Theme, colours
from tripletex_wizard.gui.tones import DARK
from tripletex_wizard.gui.view_settings import ViewSettings
from tripletex_wizard.gui.wizard.side import SidePanel
from tripletex_wizard.gui.wizard.steps import StepButton, StepState
from tripletex_wizard.gui.wizard.view_choice import ViewChoice
from tripletex_wizard.gui.wizard.window import SetupWizard
from tripletex_wizard.services.unfinished import Begun

pytestmark = pytest.mark.usefixtures("norwegian")
Button = QWizard.WizardButton


@pytest.fixture
def frame(
    qtbot: QtBot,
    runner: JobRunner,
    view_settings: ViewSettings,
    theme: Theme,
    tmp_path: Path,
) -> Frame:
    return Frame(qtbot, runner, view_settings, theme, tmp_path)


def steps(frame: Frame) -> dict[Page, StepState]:
    return {button.page: button.state for button in frame.wizard.findChildren(StepButton)}


def step(frame: Frame, page: Page) -> StepButton:
    return next(each for each in frame.wizard.findChildren(StepButton) if each.page is page)


def labels(frame: Frame) -> list[str]:
    return [label.text() for label in frame.wizard.findChildren(Label) if label.isVisible()]


# what is shown


def test_at_first_the_window_is_as_large_as_the_pages_need_and_the_screen_has(
    frame: Frame,
) -> None:
    screen = frame.wizard.screen().availableSize()

    assert frame.wizard.size() == first_size(frame.wizard, QSize(1280, 800))
    assert frame.wizard.height() < screen.height()


def test_on_a_small_screen_the_buttons_are_in_sight(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame.wizard.close()
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(1366, 728))
    frame.open(draft_done_before(Page.PREREQUISITES))

    cancel = frame.wizard.button(QWizard.WizardButton.CancelButton)
    assert frame.wizard.height() == 728 - 40
    assert cancel.mapTo(frame.wizard, cancel.rect().bottomLeft()).y() < frame.wizard.height()


@pytest.mark.parametrize("page", Page)
def test_the_window_cannot_be_made_so_small_that_its_buttons_cannot_be_read(
    page: Page, frame: Frame
) -> None:
    frame.open(draft_done_before(page))
    frame.wizard.resize(490, 200)
    QApplication.processEvents()

    buttons = [each for each in frame.wizard.findChildren(QPushButton) if each.isVisible()]
    cut = [each.text() for each in buttons if each.width() < each.sizeHint().width()]
    lowest = max(each.mapTo(frame.wizard, each.rect().bottomLeft()).y() for each in buttons)
    assert cut == []
    assert lowest < frame.wizard.height()
    assert frame.wizard.minimumWidth() <= 1024
    assert frame.wizard.minimumHeight() <= 560 - 40


def test_the_side_names_company_and_environment_at_all_times(frame: Frame) -> None:
    assert {"Nytt oppsett", "Tripletex · Produksjon"} <= set(labels(frame))

    frame.open(draft_done_before(Page.PREREQUISITES))

    assert {"Fjord Garn AS", "Tripletex · Produksjon"} <= set(labels(frame))


def test_the_side_goes_down_past_the_buttons(frame: Frame) -> None:
    side = frame.wizard.findChildren(SidePanel)[0]

    assert (side.x(), side.y(), side.height()) == (0, 0, frame.wizard.height())


def test_the_side_says_that_everything_is_saved(frame: Frame) -> None:
    assert "Alt lagres underveis. Du kan lukke og fortsette senere." in labels(frame)


def test_in_practice_the_side_says_that_nothing_is_left_of_it(
    frame: Frame, view_settings: ViewSettings, theme: Theme, qtbot: QtBot
) -> None:
    pages = empty_pages(frame.controller)
    passing = SetupWizard(frame.controller, pages, view_settings, theme, is_passing=True)
    qtbot.addWidget(passing)

    texts = [label.text() for label in passing.findChildren(Label)]
    assert "Dette er øvelse: ingenting er igjen når programmet lukkes." in texts


def test_the_side_says_when_nothing_can_be_saved(
    frame: Frame, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "unfinished").write_text("a file where the folder should be")
    frame.fill_in(Page.START).wizard.next()

    assert frame.controller.save_problem is not None
    assert not any(text.startswith("Alt lagres") for text in labels(frame))


def test_the_page_has_its_title_and_its_why(frame: Frame) -> None:
    assert {"Page 1", "Because."} <= set(labels(frame))
    assert frame.wizard.windowTitle() == "Oppsett: Page 1"


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    before, large = qapp.font(), qapp.font()
    large.setPointSizeF(before.pointSizeF() * 1.5)
    qapp.setFont(large)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("large_letters")
def test_every_step_is_readable_with_large_letters(frame: Frame, qtbot: QtBot) -> None:
    buttons = frame.wizard.findChildren(StepButton)

    qtbot.waitUntil(lambda: not any(each.width() < each.sizeHint().width() for each in buttons))


def test_a_closed_next_says_why(frame: Frame) -> None:
    assert not frame.button(Button.NextButton).isEnabled()
    assert frame.wizard.reason == "Du kan gå videre når alt er på plass."

    frame.controller.update(lambda draft: replace(draft, prepared=True))
    assert frame.wizard.reason == "Du kan gå videre når Mystores egen overføring er av."

    described = frame.button(Button.NextButton).accessibleDescription()
    assert described == frame.wizard.reason

    frame.fill_in(Page.START)
    assert frame.wizard.reason == ""
    assert frame.button(Button.NextButton).isEnabled()


@pytest.mark.parametrize("page", Page)
def test_every_page_has_a_reason_that_closes_it(page: Page, frame: Frame) -> None:
    frame.open(draft_done_before(page))

    assert frame.stands_on(page)
    assert frame.wizard.reason.startswith("Du kan ")


def test_the_reason_stands_between_help_and_cancel(frame: Frame) -> None:
    reason = next(
        label for label in frame.wizard.findChildren(Label) if label.text() == frame.wizard.reason
    )

    help_, cancel = frame.button(Button.HelpButton), frame.button(Button.CancelButton)
    assert help_.geometry().right() < reason.x()
    assert reason.geometry().right() < cancel.x()
    assert reason.height() >= reason.heightForWidth(reason.width())


def test_a_page_shows_the_draft_on_entering_and_on_every_change(frame: Frame) -> None:
    frame.fill_in(Page.START).wizard.next()
    page = frame.empty_page
    before = len(page.shown)
    assert before > 0

    frame.controller.update(with_tokens)

    assert page.shown[-1] is frame.controller.draft
    assert len(page.shown) > before


def test_a_page_that_is_not_seen_does_not_follow_the_draft(frame: Frame) -> None:
    start = frame.empty_page
    frame.fill_in(Page.START).wizard.next()
    before = len(start.shown)

    frame.controller.update(with_tokens)

    assert len(start.shown) == before


def test_a_page_come_back_to_shows_the_draft_of_now(frame: Frame) -> None:
    frame.fill_in(Page.START).wizard.next()
    frame.controller.update(with_tokens)

    frame.wizard.back()

    assert frame.empty_page.shown[-1] is frame.controller.draft


# moving


def test_next_and_back_move_one_page(frame: Frame) -> None:
    frame.fill_in(Page.START)

    frame.button(Button.NextButton).click()
    assert frame.stands_on(Page.CONNECT)

    frame.button(Button.BackButton).click()
    assert frame.stands_on(Page.START)


def test_steps_are_marked_done_here_and_open(frame: Frame) -> None:
    frame.open(draft_done_before(Page.PREREQUISITES))

    done, here, remains = StepState.DONE, StepState.CURRENT, StepState.OPEN
    assert list(steps(frame).values()) == [done, done, here, remains, remains, remains, remains]


def test_a_done_step_is_jumped_back_to_and_the_way_forward_stays_open(
    frame: Frame, qtbot: QtBot
) -> None:
    frame.open(draft_done_before(Page.TRANSFER))
    QTest.mouseClick(step(frame, Page.CONNECT), Qt.MouseButton.LeftButton)
    assert frame.stands_on(Page.CONNECT)
    assert steps(frame)[Page.MAPPING] is StepState.DONE

    frame.wizard.next()
    assert frame.stands_on(Page.PREREQUISITES)
    frame.wizard.back()
    assert frame.stands_on(Page.CONNECT)

    QTest.mouseClick(step(frame, Page.MAPPING), Qt.MouseButton.LeftButton)
    assert frame.stands_on(Page.MAPPING)


def test_a_step_that_remains_cannot_be_jumped_to(frame: Frame, qtbot: QtBot) -> None:
    QTest.mouseClick(step(frame, Page.MAPPING), Qt.MouseButton.LeftButton)

    assert frame.stands_on(Page.START)


def test_a_step_ahead_opens_only_when_all_before_it_is_done_again(
    frame: Frame, qtbot: QtBot
) -> None:
    frame.open(draft_done_before(Page.TRANSFER)).wizard.go_to(Page.START)

    frame.controller.update(lambda draft: replace(draft, prepared=False))
    assert steps(frame)[Page.MAPPING] is StepState.OPEN

    frame.wizard.go_to(Page.MAPPING)
    assert frame.stands_on(Page.START)


def test_a_late_answer_that_takes_something_away_leads_back_to_it(frame: Frame) -> None:
    frame.open(draft_done_before(Page.TRANSFER))

    frame.controller.put(replace(frame.controller.draft, board=board(CheckStatus.MUST_FIX)))

    assert frame.stands_on(Page.PREREQUISITES)
    assert frame.wizard.reason == "Du kan gå videre når «Må rettes» er rettet."


def test_a_set_up_in_use_is_changed_while_a_vat_code_is_missing_and_says_so_at_the_foot(
    frame: Frame,
) -> None:
    draft = replace(draft_done_before(Page.TRANSFER), profile_name="Fjord Garn AS")
    first, *others = board(CheckStatus.MUST_FIX)
    missing_code = replace(first, finding=Finding.VAT_CODES_MISSING)
    frame.open(replace(draft, board=(missing_code, *others)))
    assert frame.stands_on(Page.TRANSFER)
    assert "Må rettes" not in frame.wizard.reason

    frame.wizard.go_to(Page.PREREQUISITES)
    assert frame.wizard.reason == (
        "Rett det som er merket «Må rettes». Til da stoppes ordrene det gjelder."
    )
    assert frame.button(Button.NextButton).isEnabled()

    frame.controller.put(replace(frame.controller.draft, board=(first, *others)))
    assert frame.wizard.reason == "Du kan gå videre når «Må rettes» er rettet."
    assert not frame.button(Button.NextButton).isEnabled()


def test_next_starts_a_check_that_is_missing_and_goes_on_when_it_has_passed(
    frame: Frame, qtbot: QtBot
) -> None:
    frame.open(draft_done_before(Page.CONNECT)).controller.update(with_tokens)
    frame.service.may_answer.clear()

    frame.button(Button.NextButton).click()
    assert frame.stands_on(Page.CONNECT)

    frame.service.may_answer.set()
    qtbot.waitUntil(lambda: frame.stands_on(Page.PREREQUISITES))


def test_a_page_is_saved_when_it_is_left(frame: Frame) -> None:
    frame.fill_in(Page.START).wizard.next()

    saved = frame.service.drafts.load("1")
    assert saved is not None
    assert saved.prepared


@pytest.mark.parametrize("page", Page)
def test_a_wizard_opens_where_it_was_closed(page: Page, frame: Frame) -> None:
    assert frame.open(draft_done_before(page)).stands_on(page)


@pytest.mark.parametrize("page", Page)
def test_a_page_that_nobody_has_left_is_not_skipped_for_being_done(
    page: Page, frame: Frame
) -> None:
    done = done_with(draft_done_before(Page.SUMMARY), Page.SUMMARY)

    frame.open(replace(done, reached=page))

    assert frame.stands_on(page)
    assert all(steps(frame)[each] is StepState.OPEN for each in Page if each > page)


def test_how_far_a_person_has_come_is_kept(frame: Frame) -> None:
    frame.fill_in(Page.START).wizard.next()
    frame.wizard.back()

    saved = frame.service.drafts.load("1")
    assert saved is not None
    assert saved.reached is Page.CONNECT


def test_a_draft_that_is_brought_back_opens_on_its_page(frame: Frame, qtbot: QtBot) -> None:
    frame.service.drafts.save(replace(draft_done_before(Page.CONNECT), id="1"))

    frame.controller.restore(frame.service.unfinished.resume)

    qtbot.waitUntil(lambda: frame.stands_on(Page.CONNECT))


def test_a_set_up_that_cannot_be_brought_back_says_why(frame: Frame, qtbot: QtBot) -> None:
    def begin() -> Begun:
        raise StorageError(Code.SETTINGS_UNREADABLE, path="oppsett.json", detail="")

    frame.controller.restore(begin)

    qtbot.waitUntil(lambda: bool(frame.wizard.findChildren(QMessageBox)))
    assert "oppsett.json" in frame.wizard.findChildren(QMessageBox)[0].text()


# the end


@pytest.fixture
def last_page(frame: Frame) -> Frame:
    return frame.open(done_with(draft_done_before(Page.SUMMARY), Page.SUMMARY))


def test_finish_closes_the_window_when_all_is_stored(last_page: Frame, qtbot: QtBot) -> None:
    last_page.service.may_answer.clear()
    last_page.button(Button.FinishButton).click()
    assert last_page.wizard.isVisible()
    assert not last_page.button(Button.FinishButton).isEnabled()

    with qtbot.waitSignal(last_page.wizard.accepted):
        last_page.service.may_answer.set()

    assert not last_page.wizard.isVisible()


def test_finish_that_fails_keeps_the_window(last_page: Frame, qtbot: QtBot) -> None:
    last_page.service.failure = KeyringUnavailable(Code.KEYRING_LOCKED)

    last_page.button(Button.FinishButton).click()

    qtbot.waitUntil(lambda: last_page.controller.write_problem is not None)
    assert last_page.wizard.isVisible()
    assert last_page.button(Button.FinishButton).isEnabled()


@pytest.mark.parametrize(
    "leave",
    [
        lambda frame: frame.press(Qt.Key.Key_Escape),
        lambda frame: frame.button(Button.CancelButton).click(),
        lambda frame: frame.wizard.close(),
    ],
    ids=["Escape", "Cancel", "close"],
)
def test_leaving_keeps_what_is_typed(leave: Callable[[Frame], None], frame: Frame) -> None:
    frame.fill_in(Page.START)

    leave(frame)

    assert not frame.wizard.isVisible()
    saved = frame.service.drafts.load("1")
    assert saved is not None
    assert saved.prepared


@pytest.mark.parametrize(
    "leave",
    [
        lambda frame: frame.press(Qt.Key.Key_Escape),
        lambda frame: frame.button(Button.CancelButton).click(),
    ],
    ids=["Escape", "Cancel"],
)
def test_in_practice_leaving_asks_first_for_nothing_is_left_of_it(
    leave: Callable[[Frame], None], frame: Frame
) -> None:
    frame.open(draft_done_before(Page.MAPPING), is_passing=True)
    for answer, is_left in (("Fortsett", False), ("Lukk", True)):
        leave(frame)
        (box,) = (each for each in frame.wizard.findChildren(QMessageBox) if each.isVisible())
        assert box.text() == "Vil du lukke øvelsesoppsettet?"
        (button,) = (each for each in box.buttons() if each.text().replace("&", "") == answer)
        button.click()
        assert frame.wizard.isVisible() is not is_left


@pytest.mark.parametrize(
    "draft",
    [SetupDraft(id="1"), replace(draft_done_before(Page.MAPPING), profile_name="Fjord Garn AS")],
    ids=["nothing done", "change of a profile"],
)
def test_in_practice_leaving_does_not_ask_when_nothing_is_lost(
    draft: SetupDraft, frame: Frame
) -> None:
    frame.open(draft, is_passing=True)
    frame.press(Qt.Key.Key_Escape)
    assert not frame.wizard.isVisible()


def test_a_practice_window_that_is_closed_does_not_ask(frame: Frame) -> None:
    frame.open(draft_done_before(Page.MAPPING), is_passing=True)
    frame.wizard.close()
    assert not frame.wizard.isVisible()


def test_a_set_up_that_is_given_up_closes_the_window(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.wizard.rejected):
        frame.controller.give_up()

    assert not frame.wizard.isVisible()


# keyboard


def test_enter_in_a_field_goes_on_when_next_is_open(frame: Frame) -> None:
    frame.empty_page.edit.setFocus()
    frame.press(Qt.Key.Key_Return)
    assert frame.stands_on(Page.START)

    frame.fill_in(Page.START)
    frame.press(Qt.Key.Key_Return)
    assert frame.stands_on(Page.CONNECT)


def test_next_and_back_have_letters_of_their_own(frame: Frame, qtbot: QtBot) -> None:
    frame.fill_in(Page.START)

    frame.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: frame.stands_on(Page.CONNECT))

    frame.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: frame.stands_on(Page.START))


def test_entering_a_page_puts_the_keys_into_its_first_field(frame: Frame) -> None:
    frame.fill_in(Page.START).wizard.next()

    assert frame.empty_page.edit.hasFocus()


def test_tab_goes_through_page_buttons_and_side_and_round(frame: Frame) -> None:
    frame.open(draft_done_before(Page.CONNECT)).controller.update(with_tokens)
    frame.empty_page.edit.setFocus()
    seen: list[QWidget] = []
    while (focused := frame.wizard.focusWidget()) not in seen:
        seen.append(focused)
        frame.press(Qt.Key.Key_Tab)

    names = [each.accessibleName() or getattr(each, "text", str)() for each in seen]
    assert names == [
        "Field",
        *("&Hjelp", "Avbryt", "&Tilbake", "&Neste"),
        *("Trinn 1, Før du starter, ferdig", "Språk og farger"),
    ]


def test_a_done_step_is_chosen_by_the_keyboard(frame: Frame) -> None:
    frame.open(draft_done_before(Page.MAPPING))
    step(frame, Page.CONNECT).setFocus()

    frame.press(Qt.Key.Key_Space)

    assert frame.stands_on(Page.CONNECT)


def test_help_says_why_without_stopping_anything(frame: Frame, qtbot: QtBot) -> None:
    frame.button(Button.HelpButton).click()

    box = frame.wizard.findChild(QMessageBox)
    assert box is not None
    assert (box.text(), box.informativeText()) == ("Page 1", "Because.")
    with qtbot.waitSignal(box.destroyed):
        QTest.keyClick(box, Qt.Key.Key_Escape)


# language and colours


def choice(frame: Frame, text: str) -> QAction:
    menu = frame.wizard.findChildren(ViewChoice)[0].menu()
    return next(each for each in menu.actions() if each.text().replace("&", "") == text)


def button_texts(frame: Frame) -> list[str]:
    shown = (Button.HelpButton, Button.CancelButton, Button.BackButton, Button.NextButton)
    return [frame.button(which).text() for which in (*shown, Button.FinishButton)]


def test_the_language_is_changed_while_the_wizard_is_open_and_kept(
    frame: Frame, view_settings: ViewSettings, qtbot: QtBot
) -> None:
    assert button_texts(frame) == ["&Hjelp", "Avbryt", "&Tilbake", "&Neste", "&Fullfør"]

    choice(frame, "English").trigger()

    english = ["&Help", "Cancel", "&Back", "&Next", "&Finish"]
    qtbot.waitUntil(lambda: button_texts(frame) == english)
    assert frame.wizard.reason == "You can go on when everything is in place."
    assert frame.wizard.windowTitle() == "Set-up: Page 1"
    assert step(frame, Page.CONNECT).text() == "Connect"
    assert str(view_settings.language) == "en"

    choice(frame, "Norsk").trigger()

    norsk = "Du kan gå videre når alt er på plass."
    qtbot.waitUntil(lambda: frame.wizard.reason == norsk)
    assert view_settings.language == "nb"


def test_the_colours_are_changed_while_the_wizard_is_open_and_kept(
    frame: Frame, view_settings: ViewSettings
) -> None:
    choice(frame, "Mørke farger").trigger()

    assert colours() is DARK
    assert view_settings.scheme is Qt.ColorScheme.Dark
    side = frame.wizard.findChildren(SidePanel)[0]
    assert side.grab().toImage().pixelColor(2, 2).name() == DARK.side


def test_the_frame_keeps_its_margins_when_the_colours_change(frame: Frame) -> None:
    before = frame.button(Button.NextButton).geometry()

    choice(frame, "Mørke farger").trigger()

    assert frame.button(Button.NextButton).geometry() == before


def test_the_size_of_the_window_is_kept(frame: Frame, view_settings: ViewSettings) -> None:
    frame.wizard.resize(790, 640)
    frame.press(Qt.Key.Key_Escape)

    assert frame.open(SetupDraft(id="2")).wizard.size() == QSize(790, 640)


@pytest.mark.parametrize("text", ["", "language=xx\nscheme=7\n[geometry]\nsetup=5\n"])
def test_looks_that_cannot_be_read_are_the_usual_ones(text: str, tmp_path: Path) -> None:
    file = tmp_path / "other.ini"
    file.write_text(text)

    settings = ViewSettings(file)

    assert (settings.language, settings.scheme) == ("nb", Qt.ColorScheme.Unknown)


# Qt's own words


def test_qts_own_wizard_speaks_norwegian(qtbot: QtBot) -> None:
    wizard = QWizard()
    qtbot.addWidget(wizard)
    wizard.setWizardStyle(QWizard.WizardStyle.ClassicStyle)

    shown = {
        which: wizard.buttonText(which).replace("&", "")
        for which in (
            Button.NextButton,
            Button.BackButton,
            Button.CancelButton,
            Button.FinishButton,
            Button.HelpButton,
        )
    }

    assert list(shown.values()) == ["Neste", "Tilbake", "Avbryt", "Fullfør", "Hjelp"]


def test_qts_own_dialog_buttons_speak_norwegian(qtbot: QtBot) -> None:
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Yes | standard.No | standard.Cancel | standard.Save)
    qtbot.addWidget(box)

    assert {button.text().replace("&", "") for button in box.buttons()} == {
        *("Ja", "Nei", "Avbryt", "Lagre"),
    }


def test_english_is_qts_own_again(english: None, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert [button.text() for button in box.buttons()] == ["Cancel"]
