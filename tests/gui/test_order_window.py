from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QScreen
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.order_office import CTRL, OrderDesk
from tests.gui.order_rows import PICTURE, in_state, ready, shop_order, transferred
from tests.gui.text_room import cut_texts
from tripletex_wizard.domain.errors import Code, Problem, RemoteUnavailable
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.gui.jobs import JobRunner
from tripletex_wizard.gui.orders.table.cells import heading
from tripletex_wizard.gui.orders.table.filters import Kind, OrderFilter, Period
from tripletex_wizard.gui.orders.table.rows import Column
from tripletex_wizard.gui.texts import install_language
from tripletex_wizard.gui.theme import Theme
from tripletex_wizard.gui.view_settings import ViewSettings

RARE = tuple(
    in_state(f"9{place}", state)
    for place, state in enumerate(
        (TransferState.NOT_COMPLETED, TransferState.SKIPPED, TransferState.CREDITED)
    )
)


class Maker:
    """Opens the window over these orders."""

    def __init__(self, qtbot: QtBot, runner: JobRunner, settings: ViewSettings) -> None:
        self._parts = qtbot, runner, settings

    def __call__(self, *standings: Standing) -> OrderDesk:
        return OrderDesk(*self._parts, standings)


@pytest.fixture
def open_window(
    qtbot: QtBot, runner: JobRunner, view_settings: ViewSettings, theme: Theme, norwegian: None
) -> Maker:
    return Maker(qtbot, runner, view_settings)


@pytest.fixture
def desk(open_window: Maker) -> OrderDesk:
    return open_window(*PICTURE)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def footer(desk: OrderDesk) -> tuple[str, ...]:
    return tuple(map(plain, desk.window.footer.texts))


# the chips


def test_the_chips_count_and_all_is_chosen_first(desk: OrderDesk) -> None:
    assert desk.chips() == [
        "Alle 7",
        "Klare 4",
        "Stoppede 1",
        "Uavklarte 1",
        "Feilede 1",
        "Overført 2",
    ]
    assert desk.checked_chip() == "Alle 7"


def test_rare_kinds_have_a_chip_only_when_there_are_some(open_window: Maker) -> None:
    desk = open_window(*PICTURE, *RARE)
    assert desk.chips()[6:] == ["Ikke fullført 1", "Hoppet over 1", "Kreditert 1"]


def test_a_click_on_a_chip_shows_its_orders(desk: OrderDesk) -> None:
    desk.click(desk.chip("Overført"))
    assert desk.numbers == ["10455", "10454"]
    assert desk.checked_chip() == "Overført 2"


def test_keys_choose_among_the_chips(desk: OrderDesk) -> None:
    desk.chip("Alle").setFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Space)
    assert desk.checked_chip() == "Klare 4"
    assert desk.numbers == ["10478", "10477", "10476", "10475"]


def test_the_counts_follow_the_search(desk: OrderDesk) -> None:
    desk.search("ola")
    assert desk.chips()[0] == "Alle 0"
    assert desk.chips()[5] == "Overført 1"


def test_method_and_period_are_chosen_by_keys(desk: OrderDesk) -> None:
    methods, periods = desk.window.filter_bar.findChildren(QComboBox)
    assert [methods.itemText(place) for place in range(methods.count())] == [
        "Alle betalingsmetoder",
        "Collect",
        "Invoice",
        "Klarna_Checkout",
        "Vipps",
    ]
    methods.setFocus()
    desk.press(Qt.Key.Key_End)
    assert desk.window.model.filter.method == "Vipps"
    periods.setFocus()
    desk.press(Qt.Key.Key_Home)
    assert desk.window.model.filter.period is Period.WEEK
    assert [periods.itemText(place) for place in range(4)] == [
        "Siste 7 dager",
        "Siste 30 dager",
        "Siste 90 dager",
        "Hele perioden",
    ]
    assert "10478" in desk.numbers
    assert "10476" not in desk.numbers


def test_a_chosen_method_stays_on_offer_when_its_last_order_is_gone(desk: OrderDesk) -> None:
    desk.window.search.show_only(OrderFilter(method="Klarna_Checkout"))
    desk.window.model.update_orders(("10476",), {}, desk.office.clock.now().date())
    methods = desk.window.filter_bar.findChildren(QComboBox)[0]
    assert methods.currentText() == "Klarna_Checkout"
    desk.click(desk.button("Vis alle"))
    assert methods.currentText() == "Alle betalingsmetoder"
    assert methods.findText("Klarna_Checkout") == -1


# the header


def test_company_environment_and_time_are_always_told(desk: OrderDesk) -> None:
    assert desk.window.header.about == "Fjord Garn AS · Tripletex øvelse · oppdatert 09:00"
    assert desk.window.windowTitle() == "Fjord Garn AS – ordrer til overføring"


def test_the_search_has_the_keys_first_and_ctrl_f_leads_back(desk: OrderDesk) -> None:
    search = desk.window.header.search
    assert search.hasFocus()
    desk.go_to_rows()
    desk.press(Qt.Key.Key_F, CTRL)
    assert search.hasFocus()


def test_enter_in_the_search_leads_to_the_rows(desk: OrderDesk) -> None:
    desk.search("greier")
    desk.press(Qt.Key.Key_Return)
    assert desk.numbers == ["10475"]
    assert desk.window.table.view.hasFocus()


def test_escape_clears_the_search_and_down_leaves_it(desk: OrderDesk) -> None:
    desk.search("greier")
    desk.press(Qt.Key.Key_Escape)
    assert len(desk.numbers) == 7
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.isVisible()
    desk.press(Qt.Key.Key_Down)
    assert desk.window.table.view.hasFocus()


def test_a_screen_reader_hears_the_cells_of_the_table(desk: OrderDesk) -> None:
    table = QAccessible.queryAccessibleInterface(desk.window.table.view)
    said = [table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())]
    assert said[1:11] == [*map(heading, Column), "10478", "Ordre: 10478"]
    assert "Kunde: Kari Eksempel" in said
    assert any(each.startswith("Overføring: Stoppet. ") for each in said)


def test_tab_goes_as_the_eye_reads(desk: OrderDesk) -> None:
    desk.click_row("10478")
    window, view = desk.window, desk.window.table.view
    methods, periods = window.filter_bar.findChildren(QComboBox)
    stops = [
        *(window.header.search, window.header.load, desk.chip("Alle"), methods, periods),
        *(
            view.horizontalHeader(),
            view,
            desk.detail.control,
            window.footer.as_order,
            window.footer.main,
        ),
    ]
    window.header.search.setFocus()
    for stop in [*stops[1:], stops[0]]:
        desk.press(Qt.Key.Key_Tab)
        assert window.focusWidget() is stop


# what stands in place of rows


def test_no_orders_say_since_when_and_how_to_fetch(open_window: Maker) -> None:
    desk = open_window()
    assert desk.empty_title == "Ingen ordrer venter på overføring"
    texts = [each.text() for each in desk.window.table.empty.findChildren(QLabel)]
    assert any("01.11.2026" in text for text in texts)
    assert desk.window.table.empty.findChildren(QPushButton)[0].text() == "Hent nye ordrer"
    desk.shop.orders.append(shop_order("10500"))
    desk.click(desk.window.table.empty.findChildren(QPushButton)[0])
    desk.qtbot.waitUntil(lambda: desk.numbers == ["10500"])
    assert desk.empty_title == ""


def test_a_search_without_a_hit_can_be_taken_back(desk: OrderDesk) -> None:
    desk.window.search.show_only(OrderFilter(Kind.FAILED, period=Period.WEEK))
    desk.search("finnes ikke")
    assert desk.empty_title == "Ingen treff"
    desk.click(desk.button("Vis alle"))
    assert len(desk.numbers) == 7
    assert desk.window.header.search.text() == ""
    assert desk.checked_chip() == "Alle 7"
    assert desk.window.table.view.hasFocus()


def test_a_hit_among_other_orders_is_offered(desk: OrderDesk) -> None:
    desk.search("10455")
    assert desk.empty_title == "Ingen treff"
    desk.press(Qt.Key.Key_Return)
    assert desk.button("Vis under «Overført»").hasFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.numbers == ["10455"]
    assert desk.window.header.search.text() == "10455"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (Kind.ALL, "Ingen ordrer venter på overføring"),
        (Kind.READY, "Ingen ordrer er klare"),
        (Kind.STOPPED, "Ingen ordrer er stoppet"),
        (Kind.UNCERTAIN, "Ingen ordrer er uavklarte"),
        (Kind.FAILED, "Ingen ordrer har feilet"),
        (Kind.NOT_COMPLETED, "Ingen ordrer venter på fullført-status"),
        (Kind.SKIPPED, "Ingen ordrer er hoppet over"),
        (Kind.CREDITED, "Ingen ordrer er kreditert"),
    ],
)
def test_a_kind_without_orders_says_so(open_window: Maker, kind: Kind, title: str) -> None:
    desk = open_window(transferred("10455"))
    desk.window.search.show_only(OrderFilter(kind))
    assert desk.empty_title == title


def test_no_transferred_orders_say_so(open_window: Maker) -> None:
    desk = open_window(ready("10478"))
    desk.click(desk.chip("Overført"))
    assert desk.empty_title == "Ingen ordrer er overført ennå"
    desk.click(desk.button("Vis alle"))
    assert desk.numbers == ["10478"]


# fetching


def test_f5_fetches_and_tells_how_far_it_is(desk: OrderDesk) -> None:
    go_on = Event()
    desk.shop.orders = [shop_order(str(number)) for number in range(11000, 11060)]
    desk.shop.before_each = lambda place: place != 45 or bool(go_on.wait(20))
    desk.press(Qt.Key.Key_F5)
    desk.qtbot.waitUntil(lambda: "Hentet 40 av 60 ordrer …" in desk.window.header.about)
    assert desk.window.header.about.startswith("Fjord Garn AS · Tripletex øvelse · ")
    assert not desk.window.header.load.isVisible()
    go_on.set()
    desk.qtbot.waitUntil(desk.window.header.load.isVisible)
    assert len(desk.numbers) == 60
    assert desk.window.header.about.endswith("oppdatert 09:00")


def test_fetching_can_be_stopped_and_what_came_stays(desk: OrderDesk) -> None:
    go_on = Event()
    desk.shop.orders = [shop_order(str(number)) for number in range(11000, 11060)]
    desk.shop.before_each = lambda place: place != 45 or bool(go_on.wait(20))
    desk.click(desk.window.header.load)
    desk.qtbot.waitUntil(lambda: "11024" in desk.numbers)
    desk.window.header.stop.setFocus()
    desk.press(Qt.Key.Key_Space)
    go_on.set()
    desk.qtbot.waitUntil(lambda: not desk.runner.is_busy)
    assert desk.controller.loading is None
    assert desk.window.header.load.hasFocus()
    assert len(desk.numbers) == 7 + 25


def test_the_first_fetching_is_told_in_place_of_the_rows(open_window: Maker) -> None:
    desk = open_window()
    go_on = Event()
    desk.shop.orders = [shop_order("11000")]
    desk.shop.before_each = lambda _place: bool(go_on.wait(20))
    desk.controller.load()
    assert desk.empty_title == "Henter ordrer fra Mystore"
    go_on.set()
    desk.qtbot.waitUntil(lambda: desk.numbers == ["11000"])


def test_while_left_overs_are_settled_nobody_is_told_that_no_orders_wait(
    open_window: Maker,
) -> None:
    desk = open_window()
    desk.shop.orders = [shop_order("11000")]
    desk.controller.loaded_at = None
    desk.controller.start()
    assert (desk.controller.is_settling, desk.controller.loading) == (True, None)
    assert desk.empty_title == "Henter ordrer fra Mystore"
    desk.qtbot.waitUntil(lambda: desk.numbers == ["11000"])


def test_on_a_small_screen_all_of_the_window_is_seen(
    open_window: Maker, view_settings: ViewSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(1366, 728))
    window = open_window().opened()

    assert (window.width(), window.height()) == (1280, 728 - 40)

    window.resize(2000, 1200)
    window.close()
    again = open_window().opened()
    assert again.height() <= 728 - 40


def test_a_shop_that_does_not_answer_says_why_and_can_be_asked_again(open_window: Maker) -> None:
    desk = open_window()
    desk.office.failure = RemoteUnavailable(Code.NO_ANSWER, host="api.mystore.no")
    desk.controller.load()
    desk.qtbot.waitUntil(lambda: desk.empty_title == "Ordrene kunne ikke hentes")
    assert any(
        "api.mystore.no" in each.text() for each in desk.window.table.empty.findChildren(QLabel)
    )
    desk.office.failure = None
    desk.shop.orders = [shop_order("11000")]
    desk.click(desk.button("Prøv igjen"))
    desk.qtbot.waitUntil(lambda: desk.numbers == ["11000"])
    assert desk.window.told == ""


def test_orders_from_before_stay_when_the_shop_does_not_answer(desk: OrderDesk) -> None:
    desk.office.failure = RemoteUnavailable(Code.NO_ANSWER, host="api.mystore.no")
    desk.controller.load()
    desk.qtbot.waitUntil(lambda: "api.mystore.no" in desk.window.told)
    assert len(desk.numbers) == 7
    desk.office.failure = None
    desk.controller.load()
    assert desk.window.told == ""
    desk.qtbot.waitUntil(lambda: desk.controller.loading is None)


def test_an_order_that_is_not_in_the_list_is_fetched_by_its_number(desk: OrderDesk) -> None:
    desk.window.search.show_only(OrderFilter(Kind.FAILED, period=Period.WEEK))
    old = replace(shop_order("10398"), status=replace(shop_order("1").status, id="2", name="Ny"))
    desk.shop.orders.append(old)
    desk.search("10398")
    desk.click(desk.button("Hent ordre 10398 fra Mystore"))
    assert desk.empty_title == "Henter ordre 10398 fra Mystore …"
    desk.qtbot.waitUntil(lambda: desk.numbers == ["10398"])
    assert desk.checked_chip() == "Ikke fullført 1"
    assert desk.window.selected == ("10398",)
    assert desk.detail.number == "10398"


def test_a_number_that_the_shop_does_not_know_is_no_order(desk: OrderDesk) -> None:
    desk.search("10399")
    desk.click(desk.button("Hent ordre 10399 fra Mystore"))
    desk.qtbot.waitUntil(lambda: "10399" in desk.window.told)
    assert desk.empty_title == "Ingen treff"
    assert desk.window.model.total == len(PICTURE)


def test_that_the_shop_does_not_know_a_number_is_told_until_another_search(
    desk: OrderDesk,
) -> None:
    ways: tuple[Callable[[], None], ...] = (
        lambda: desk.search("10478"),
        lambda: desk.search(""),
        lambda: desk.click(desk.button("Skjul")),
    )
    for leaves in ways:
        desk.search("10399")
        desk.click(desk.button("Hent ordre 10399 fra Mystore"))
        desk.qtbot.waitUntil(lambda: "10399" in desk.window.told)
        leaves()
        assert desk.window.told == ""


def test_another_trouble_outlives_a_search(desk: OrderDesk) -> None:
    desk.controller.failed.emit(Problem(Code.NO_ANSWER, host="tripletex.no"))
    desk.search("10478")
    assert "tripletex.no" in desk.window.told
    desk.click(desk.button("Skjul"))
    assert desk.window.told == ""


def test_a_number_that_only_others_hold_can_be_fetched_all_the_same(desk: OrderDesk) -> None:
    """10201 is an invoice's number, too."""
    desk.search("10201")
    assert desk.button("Vis under «Overført»").isEnabled()
    assert desk.button("Hent ordre 10201 fra Mystore").isEnabled()
    desk.shop.orders.append(shop_order("10201"))
    desk.click(desk.button("Hent ordre 10201 fra Mystore"))
    desk.qtbot.waitUntil(lambda: desk.numbers == ["10201"])
    assert desk.checked_chip() == "Klare 1"


def test_a_failed_fetching_by_number_says_why(desk: OrderDesk) -> None:
    desk.search("10398")
    desk.office.failure = RemoteUnavailable(Code.NO_ANSWER, host="api.mystore.no")
    desk.click(desk.button("Hent ordre 10398 fra Mystore"))
    desk.qtbot.waitUntil(lambda: "api.mystore.no" in desk.window.told)
    assert desk.empty_title == "Ingen treff"


# the footer


def test_nothing_selected_says_what_to_do(desk: OrderDesk) -> None:
    assert footer(desk)[1] == "Velg ordrene som skal overføres"
    assert not desk.window.footer.main.isEnabled()
    assert not desk.window.footer.as_order.isEnabled()
    assert not desk.window.footer.again.isVisible()


def test_the_picture_s_selection_is_summed_and_told(desk: OrderDesk) -> None:
    desk.click_row("10478")
    for number in ("10477", "10476", "10475"):
        desk.click_row(number, CTRL)
    assert footer(desk) == (
        "4 valgt · 24 220,50 kr",
        "3 som faktura, 1 som ordre · 1 e-post vil bli sendt",
    )
    desk.click(desk.button("Overfør 4 …"))
    desk.click(desk.button("Overfør 4 som ordre …"))
    numbers = ("10478", "10477", "10476", "10475")
    assert desk.asked == [(numbers, None), (numbers, TransferAs.ORDER)]


def test_the_footer_tells_ehf_apart_from_emails(open_window: Maker) -> None:
    mailed = next(row for row in PICTURE if row.plan and row.plan.send)
    assert mailed.plan is not None
    as_ehf = replace(mailed, plans=(replace(mailed.plan, send=SendType.EHF),))
    desk = open_window(as_ehf)
    desk.click_row(mailed.number)
    assert footer(desk)[1] == "1 som faktura · 1 vil bli sendt som EHF"


def test_what_cannot_be_transferred_is_counted_apart(desk: OrderDesk) -> None:
    desk.go_to_rows()
    desk.press(Qt.Key.Key_A, CTRL)
    summed, told = footer(desk)
    assert summed.startswith("7 valgt · ")
    assert summed.endswith(" kr kan overføres")
    assert "1 kan ikke overføres" in told
    assert desk.button("Overfør 6 …").isEnabled()


def test_an_order_that_nobody_knows_the_end_of_is_looked_up(open_window: Maker) -> None:
    lost = replace(in_state("1", TransferState.UNCERTAIN), plans=())
    desk = open_window(lost)
    desk.click_row("1")
    assert footer(desk)[1] == "1 sjekkes i Tripletex"
    assert desk.button("Overfør 1 …").isEnabled()


def test_only_stopped_orders_close_the_buttons_with_the_reason(desk: OrderDesk) -> None:
    desk.click_row("10474")
    assert footer(desk)[1] == "Ingen av de valgte ordrene kan overføres nå"
    assert not desk.button("Overfør …").isEnabled()


def test_transferred_orders_can_be_transferred_again(desk: OrderDesk) -> None:
    desk.click(desk.chip("Overført"))
    desk.click_row("10455")
    assert footer(desk)[1] == "Allerede overført"
    assert not desk.button("Overfør …").isEnabled()
    desk.click(desk.button("Overfør 1 på nytt …"))
    assert desk.asked == [(("10455",), None)]


# the detail pane


def test_the_detail_pane_follows_and_is_told_of_changes(desk: OrderDesk) -> None:
    seen: list[str] = []
    desk.window.current_changed.connect(seen.append)
    desk.click_row("10475")
    assert (desk.window.current, desk.detail.number, seen) == ("10475", "10475", ["10475"])
    changed = replace(desk.controller.standings["10475"], problems=())
    desk.controller.standings = {**desk.controller.standings, "10475": changed}
    desk.controller.standings_changed.emit(("10475",))
    assert desk.detail.shown[-1] is changed


def test_without_rows_the_detail_pane_shows_nothing(desk: OrderDesk) -> None:
    desk.search("finnes ikke")
    assert desk.detail.shown[-1] is None
    assert desk.window.current == ""


def test_a_band_stands_above_everything(desk: OrderDesk) -> None:
    band = QLabel("ØVELSE")
    desk.window.set_band(band)
    desk.qtbot.waitUntil(lambda: band.width() == desk.window.width())
    assert band.mapTo(desk.window, band.rect().topLeft()).y() == 0


# a batch


def held_by(go_on: Event) -> Callable[[str], None]:
    def wait(_call: str) -> None:
        go_on.wait(20)

    return wait


def running(desk: OrderDesk) -> Event:
    """A batch of three that stands still inside its first order until the event is set."""
    go_on = Event()
    desk.shop.orders = [row.order for row in PICTURE[:3]]
    desk.office.ledger.line.on_write = held_by(go_on)
    desk.controller.transfer(("10478", "10477", "10476"), Choice())
    desk.qtbot.waitUntil(lambda: bool(desk.controller.batch and desk.controller.batch.current))
    return go_on


def test_a_running_batch_closes_the_buttons(desk: OrderDesk) -> None:
    desk.click_row("10478")
    go_on = running(desk)
    assert footer(desk)[1] == "En overføring pågår"
    assert not desk.window.footer.main.isEnabled()
    go_on.set()
    desk.qtbot.waitUntil(lambda: not desk.controller.is_transferring)
    assert desk.numbers == ["10475", "10474", "10470", "10465"]


def test_closing_waits_for_the_order_under_way_and_then_closes(desk: OrderDesk) -> None:
    go_on = running(desk)
    assert desk.controller.batch is not None
    number = desk.controller.batch.current
    desk.window.close()
    assert desk.window.isVisible()
    assert desk.window.told == f"Avslutter etter ordre {number} …"
    go_on.set()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert len(desk.office.ledger.invoices) == 1


def test_closing_ends_a_fetching(desk: OrderDesk) -> None:
    go_on = Event()
    desk.shop.orders = [shop_order("11000")]
    desk.shop.before_each = lambda _place: bool(go_on.wait(20))
    desk.controller.load()
    desk.window.close()
    go_on.set()
    assert desk.controller.loading is None
    assert not desk.window.isVisible()


# language, room, screen readers


@pytest.fixture(params=[(1280, 800), (1024, 640)])
def full_desk(open_window: Maker, request: pytest.FixtureRequest) -> OrderDesk:
    """Orders in every state, all of them selected."""
    desk = open_window(*PICTURE, *RARE)
    desk.window.resize(*request.param)
    desk.go_to_rows()
    desk.press(Qt.Key.Key_A, CTRL)
    return desk


def test_no_text_is_cut(full_desk: OrderDesk, each_language: None) -> None:
    full_desk.qtbot.waitUntil(lambda: cut_texts(full_desk.window) == [])


def test_the_language_can_be_changed_while_the_window_is_open(
    desk: OrderDesk, qapp: QApplication
) -> None:
    desk.click_row("10478")
    install_language("en", qapp)
    desk.qtbot.waitUntil(lambda: desk.chips()[0] == "All 7")
    assert desk.window.header.about == "Fjord Garn AS · Tripletex practice · updated 09:00"
    assert footer(desk)[0] == "1 selected · 1,249.50 kr"
    assert desk.window.model.data(desk.index("10478").siblingAtColumn(7)) == "Ready"
    desk.search("finnes ikke")
    assert desk.empty_title == "Nothing found"


def test_a_screen_reader_can_tell_every_control(desk: OrderDesk) -> None:
    bar = desk.window.filter_bar
    controls = [*bar.controls, desk.window.header.search, desk.window.table.view]
    names = [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in controls
    ]
    assert all(names)
    assert len(set(names)) == len(names)


def test_trouble_of_another_kind_is_told_above_the_table_until_a_person_fetches(
    desk: OrderDesk,
) -> None:
    desk.controller.failed.emit(Problem(Code.NO_ANSWER, host="tripletex.no"))
    assert "tripletex.no" in desk.window.told
    desk.controller.load()
    desk.qtbot.waitUntil(lambda: desk.controller.loading is None)
    assert "tripletex.no" in desk.window.told
    desk.press(Qt.Key.Key_F5)
    assert desk.window.told == ""
    desk.qtbot.waitUntil(lambda: desk.controller.loading is None)


def test_what_was_told_is_told_in_the_language_of_now(desk: OrderDesk, qapp: QApplication) -> None:
    desk.window.tell_found([Outcome("10478", TransferState.TRANSFERRED)])
    assert "Sjekket i Tripletex" in desk.window.told
    assert "Overført" in desk.window.told
    install_language("en", qapp)
    desk.qtbot.waitUntil(lambda: "Looked up in Tripletex" in desk.window.told)
    assert "Transferred" in desk.window.told
    desk.controller.failed.emit(Problem(Code.NO_ANSWER, host="tripletex.no"))
    install_language("nb", qapp)
    desk.qtbot.waitUntil(lambda: "Fikk ikke svar fra tripletex.no." in desk.window.told)


def test_an_order_that_was_found_credited_is_told_as_its_row_is(open_window: Maker) -> None:
    desk = open_window(*RARE)
    (number,) = (row.number for row in RARE if row.state is TransferState.CREDITED)
    desk.window.tell_found([Outcome(number, TransferState.TRANSFERRED_WITH_NOTE)])
    assert "Kreditert" in desk.window.told
    assert "merknad" not in desk.window.told


def test_a_kind_whose_name_does_not_say_it_all_is_explained(desk: OrderDesk) -> None:
    assert desk.chip("Uavklarte").toolTip().startswith("Fikk ikke svar fra Tripletex.")
    assert desk.chip("Uavklarte").accessibleDescription() == desk.chip("Uavklarte").toolTip()
    assert desk.chip("Klare").toolTip() == ""
