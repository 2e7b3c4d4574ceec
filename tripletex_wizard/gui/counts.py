"""Texts with a count in them, in singular and plural."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counts(QObject):
    """Only `tr` in a QObject is read as a text with two forms by pyside6-lupdate, so these are."""

    def transferred(self, done: int, total: int) -> str:
        """«39 av 42 ordrer er overført»."""
        return self.tr("{done} of %n order(s) transferred", "", total).format(done=done)

    def ready(self, done: int, total: int) -> str:
        """«38 av 42 ordrer er klare til overføring», of a dry run."""
        text = self.tr(
            "{done} of %n order(s) ready to be transferred. Nothing was sent.", "", total
        )
        return text.format(done=done)

    def invoices(self, count: int) -> str:
        """«31 fakturaer»."""
        return self.tr("%n invoice(s)", "", count)

    def credit_notes(self, count: int) -> str:
        """«2 kreditnotaer»."""
        return self.tr("%n credit note(s)", "", count)

    def orders(self, count: int) -> str:
        """«8 ordrer»."""
        return self.tr("%n order(s)", "", count)

    def emails(self, count: int) -> str:
        """«6 e-poster»."""
        return self.tr("%n e-mail(s)", "", count)

    def sent(self, emails: int, ehf: int) -> str:
        """«6 e-poster», «6 e-poster, 1 som EHF», «1 som EHF»."""
        by_email = [self.emails(emails)] if emails or not ehf else []
        as_ehf = [self.tr("%n as EHF", "", ehf)] if ehf else []
        return ", ".join((*by_email, *as_ehf))

    def skipped(self, count: int) -> str:
        """«3 hoppet over»."""
        return self.tr("%n skipped", "", count)

    def already_there(self, count: int) -> str:
        """«2 ordrer var overført fra før»."""
        return self.tr("%n order(s) had been transferred before", "", count)

    def not_tried(self, count: int) -> str:
        """«5 ordrer ble ikke forsøkt»."""
        return self.tr("%n order(s) were not tried", "", count)
