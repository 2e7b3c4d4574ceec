"""Query parameters, read as the real service reads them: unknown ones are ignored."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from werkzeug.datastructures import MultiDict

from tripletex_wizard.practice.tripletex.errors import RefusedError, bad_query, missing
from tripletex_wizard.practice.tripletex.texts import Language, text


class Query:
    """The query of one request; empty values count as left out."""

    def __init__(self, args: MultiDict[str, str], language: Language) -> None:
        self._args = args
        self._language = language

    def text(self, name: str) -> str | None:
        """A text, or None."""
        return self._args.get(name) or None

    def texts(self, name: str) -> list[str]:
        """All values of a repeated parameter."""
        return [value for value in self._args.getlist(name) if value]

    def flag(self, name: str, *, default: bool | None = None) -> bool | None:
        """True for `true` in any case, False for anything else."""
        value = self.text(name)
        return default if value is None else value.lower() == "true"

    def number(self, name: str) -> Decimal | None:
        """A finite number; 404/21000 if it is not one."""
        value = self.text(name)
        if value is None:
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            raise bad_query() from None
        if not number.is_finite():
            raise bad_query()
        return number

    def whole(self, name: str, default: int | None = None) -> int | None:
        """A whole number from 0; 404/21000 if it is not one."""
        value = self.text(name)
        if value is None:
            return default
        if not value.isascii() or not value.isdigit():
            raise bad_query()
        return int(value)

    def day(self, name: str) -> date | None:
        """A date; 422/21000 if it is not one."""
        value = self.text(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            message = f'Wrong data format! Expected date. For input string: "{value}"'
            raise RefusedError(422, 21000, message) from None

    def choice(self, name: str, choices: tuple[str, ...]) -> str | None:
        """One of a closed set, in its own case; 404/21000 otherwise [OBS]."""
        value = self.text(name)
        if value is not None and value not in choices:
            raise bad_query()
        return value

    def ids(self, name: str) -> set[int] | None:
        """A comma list of positive whole numbers; 422/12000 otherwise [OBS]."""
        value = self.text(name)
        if value is None:
            return None
        parts = [part.strip() for part in value.split(",")]
        if not all(part.isascii() and part.isdigit() for part in parts):
            message = f"'{value}': {text('id_list', self._language)}"
            raise RefusedError(422, 12000, message)
        return {int(part) for part in parts}

    def require(self, *names: str) -> None:
        """Raise 422/15000 naming every one that is left out [OBS]."""
        absent = [name for name in names if self.text(name) is None]
        if absent:
            raise missing(*absent)

    def period(self, name: str) -> tuple[date, date]:
        """`<name>From` and `<name>To`, To exclusive; both are required and From comes first."""
        self.require(f"{name}From", f"{name}To")
        start, end = self.day(f"{name}From"), self.day(f"{name}To")
        assert start is not None
        assert end is not None
        if start >= end:
            message = (
                f"'From and including' value ({start}) is greater than or equal "
                f"'To and excluding' value ({end}) in filter."
            )
            raise RefusedError(422, 15000, message)
        return start, end
