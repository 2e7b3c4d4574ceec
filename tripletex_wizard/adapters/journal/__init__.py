"""The journal: an SQLite file, written before anything is sent."""

from tripletex_wizard.adapters.journal.sql_journal import SqlJournal

__all__ = ["SqlJournal"]
