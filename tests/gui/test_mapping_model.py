from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.mapping_desk import TYPES
from tripletex_wizard.domain.draft import MethodChoice, Posting
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.gui.mapping.model import NOTHING_CHOSEN, PostingOption, PostingOptions


def names(options: PostingOptions) -> list[str | None]:
    return [options.data(options.index(place)) for place in range(options.rowCount())]


def test_it_is_a_model_as_qt_wants_it(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    options = PostingOptions()
    qtmodeltester.check(options)
    options.show_payment_types(TYPES)
    qtmodeltester.check(options)


def test_the_payment_types_come_first_then_the_ways_without_one(english: None) -> None:
    options = PostingOptions()
    options.show_payment_types(
        (
            *TYPES[:1],
            PaymentType(8, "Swish", TYPES[1].account, "SEK"),
            PaymentType(9, "X", None, "NOK"),
        )
    )
    assert names(options) == [
        "Kontant (1900)",
        "Swish (1902, SEK)",
        "X",
        "Do not mark invoice as paid",
        "Not transferred",
    ]


def test_a_choice_has_only_a_name_and_nothing_below_it(qtbot: QtBot) -> None:
    options = PostingOptions()
    first = options.index(0)
    assert options.data(first, Qt.ItemDataRole.DecorationRole) is None
    assert options.data(QModelIndex()) is None
    assert options.rowCount(first) == 0


def test_every_row_finds_its_place(qtbot: QtBot) -> None:
    options = PostingOptions()
    options.show_payment_types(TYPES)
    rows = {
        MethodChoice("a", "A"): NOTHING_CHOSEN,
        MethodChoice("a", "A", posting=Posting.PAYMENT_TYPE, payment_type_id=3): 2,
        MethodChoice("a", "A", posting=Posting.PAYMENT_TYPE, payment_type_id=99): NOTHING_CHOSEN,
        MethodChoice("a", "A", posting=Posting.NOT_PAID): 5,
        MethodChoice("a", "A", posting=Posting.LEFT_OUT): 6,
    }
    assert [options.place_of(row) for row in rows] == list(rows.values())
    assert options.option(2) == PostingOption(Posting.PAYMENT_TYPE, TYPES[2])
    assert options.option(6).payment_type_id is None


def test_the_same_payment_types_reset_nothing(qtbot: QtBot) -> None:
    options = PostingOptions()
    options.show_payment_types(TYPES)
    with qtbot.assertNotEmitted(options.modelReset):
        options.show_payment_types(TYPES)
