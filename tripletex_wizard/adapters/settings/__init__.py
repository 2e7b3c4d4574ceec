"""Profiles as the program keeps them, and set-ups as people write them."""

from tripletex_wizard.adapters.settings.account_file import AccountFile
from tripletex_wizard.adapters.settings.drafts import DraftFiles
from tripletex_wizard.adapters.settings.profiles import SettingsFile
from tripletex_wizard.adapters.settings.setup_file import read_setup_file, setup_file_text

__all__ = ["AccountFile", "DraftFiles", "SettingsFile", "read_setup_file", "setup_file_text"]
