"""When the board was last checked."""

from __future__ import annotations

from datetime import datetime

from tripletex_wizard.gui.amounts import clock_time, day
from tripletex_wizard.gui.parts import Label
from tripletex_wizard.gui.theme import MUTED


class LastChecked(Label):
    """Empty as long as nothing has been checked."""

    def __init__(self) -> None:
        super().__init__(role=MUTED)

    def show_time(self, at: datetime | None, now: datetime) -> None:
        """The clock alone when it was today."""
        if at is None:
            self.setText("")
        elif at.date() == now.date():
            self.setText(self.tr("Last checked today {time}").format(time=clock_time(at)))
        else:
            text = self.tr("Last checked {day} {time}")
            self.setText(text.format(day=day(at), time=clock_time(at)))
