"""What Fusion and the palette alone do not give: rounded fields, buttons and tables."""

from __future__ import annotations

from string import Template

from tripletex_wizard.gui.tones import DARK, Colours

_SHEET = Template("""
QPushButton {
    background: $card; border: 1px solid $line; border-radius: 6px; padding: 6px 14px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $disabled; background: transparent; }
QPushButton[main="true"] {
    background: $accent; border-color: $accent; color: $on_accent; font-weight: 600;
}
QPushButton[main="true"]:hover, QPushButton[main="true"]:pressed { background: $accent_pressed; }
QPushButton[main="true"]:focus { border: 2px solid $text; }
QPushButton[main="true"]:disabled {
    background: $disabled_ground; border-color: $disabled_ground; color: $disabled;
}
QPushButton[link="true"] {
    background: transparent; border: 1px solid transparent; border-radius: 3px;
    padding: 1px 0px; color: $accent; text-decoration: underline; text-align: left;
}
QPushButton[link="true"]:hover { color: $text; }
QPushButton[link="true"]:focus { border-color: $accent; }
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px;
    color: $muted;
}
QToolButton:hover, QToolButton:pressed { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 13px; height: 13px; border: 1px solid $muted; border-radius: 3px; background: $card;
}
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked { image: url(:/icons/ticked-$ticked.svg); }
QRadioButton::indicator:checked {
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 $text, stop: 0.5 $text, stop: 0.6 $card, stop: 1 $card);
}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
    width: 11px; height: 11px; border: 2px solid $accent;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QLineEdit, QComboBox, QDateEdit, QSpinBox {
    background: $card; border: 1px solid $field_line; border-radius: 6px; padding: 6px 8px;
    selection-background-color: $selection; selection-color: $text;
}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 5px 7px;
}
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled {
    background: $page; color: $disabled;
}
SearchField, SearchField:focus { padding-left: 0px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url(:/icons/chevron-down.svg); width: 16px; height: 16px;
}
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $line; outline: none;
    selection-background-color: $selection; selection-color: $text;
}
Card, OrderTable { background: $card; border: 1px solid $line; border-radius: 8px; }
QTableView, QTreeView, QPlainTextEdit, QTextBrowser {
    background: $card; border: 1px solid $line; border-radius: 8px; gridline-color: $line;
    selection-background-color: $selection; selection-color: $text;
}
QTableView:focus, QTreeView:focus, QPlainTextEdit:focus, QTextBrowser:focus {
    border: 1px solid $accent;
}
QHeaderView { background: transparent; }
QHeaderView::section {
    background: $card; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 8px 8px; font-weight: 600;
}
OrderTableView { border: none; }
OrderTableView:focus { border: none; }
OrderTableView::item { padding: 0px 5px; border: none; }
QPushButton[chip="true"] { border-radius: 15px; padding: 7px 12px; }
QPushButton[chip="true"]:focus { padding: 6px 11px; }
QPushButton[chip="true"]:checked {
    background: $selection; border-color: $accent; color: $text;
}
QHeaderView::down-arrow { image: url(:/icons/chevron-down.svg); width: 14px; height: 14px; }
QHeaderView::up-arrow { image: url(:/icons/chevron-up.svg); width: 14px; height: 14px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QScrollArea { background: transparent; border: none; }
OrderDetail > QScrollArea { border: 1px solid transparent; border-radius: 7px; }
OrderDetail > QScrollArea:focus { border-color: $accent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $field_line; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    background: $line; border: none; border-radius: 4px; min-height: 8px; max-height: 8px;
}
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QDialogButtonBox { button-layout: 3; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px; border-radius: 4px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::item:selected { background: $selection; color: $text; }
""")


def style_sheet(colours: Colours) -> str:
    """The application's style sheet in a scheme."""
    return _SHEET.substitute(
        {
            name: value
            for name in colours.__slots__
            if isinstance(value := getattr(colours, name), str)
        },
        ticked="dark" if colours is DARK else "light",
    )
