"""What can be chosen for a payment method: Tripletex' payment types, and two ways without one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from tripletex_wizard.domain.draft import MethodChoice, Posting
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.gui.mapping.sentences import payment_type_name

translate = QCoreApplication.translate

NOTHING_CHOSEN = -1


@dataclass(frozen=True, slots=True)
class PostingOption:
    """One of the choices; `payment_type` when its posting is one."""

    posting: Posting
    payment_type: PaymentType | None = None

    @property
    def payment_type_id(self) -> int | None:
        """As a mapping row holds it."""
        return self.payment_type.id if self.payment_type else None


class PostingOptions(QAbstractListModel):
    """The choices, the same for every method; `option` and `place_of` lead from row to choice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[PostingOption, ...] = ()
        self.show_payment_types(())

    def show_payment_types(self, payment_types: tuple[PaymentType, ...]) -> None:
        """Offer these payment types from now on, in Tripletex' own order."""
        options = (
            *(PostingOption(Posting.PAYMENT_TYPE, each) for each in payment_types),
            PostingOption(Posting.NOT_PAID),
            PostingOption(Posting.LEFT_OUT),
        )
        if options == self._options:
            return
        self.beginResetModel()
        self._options = options
        self.endResetModel()

    def retranslate(self) -> None:
        """Have the choices read again in the language that is installed now."""
        last = self.index(self.rowCount() - 1)
        self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.DisplayRole])

    def option(self, place: int) -> PostingOption:
        """The choice at a place of the list."""
        return self._options[place]

    def place_of(self, row: MethodChoice) -> int:
        """Where the row's choice stands; NOTHING_CHOSEN when undecided or no longer offered."""
        places = (
            place
            for place, option in enumerate(self._options)
            if option.posting is row.posting
            if row.posting is not Posting.PAYMENT_TYPE
            or option.payment_type_id == row.payment_type_id
        )
        return next(places, NOTHING_CHOSEN)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._options)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return option_name(self._options[index.row()])


def option_name(option: PostingOption) -> str:
    """The choice as the list shows it."""
    if option.payment_type is not None:
        return payment_type_name(option.payment_type)
    if option.posting is Posting.LEFT_OUT:
        return translate("mapping", "Not transferred")
    return translate("mapping", "Do not mark invoice as paid")
