"""What is wrong with the keyring, the set-up or the files on this computer."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

KEYRING: Final = (
    Code.KEYRING_ABSENT,
    Code.KEYRING_LOCKED,
    Code.KEYRING_FORGETFUL,
    Code.KEYRING_PLAINTEXT,
    Code.TOKEN_NOT_STORED,
    Code.TOKEN_NOT_GIVEN,
)
SETUP: Final = (
    Code.PROFILE_UNKNOWN,
    Code.PROFILE_ENVIRONMENT,
    Code.SETTINGS_UNREADABLE,
    Code.SETTINGS_TOO_NEW,
    Code.PAYMENT_TYPE_UNKNOWN,
    Code.DEPARTMENT_UNKNOWN,
    Code.STATUS_UNKNOWN,
    Code.RECEIPT_UNCONFIRMED,
    Code.PREFIX_FROZEN,
)
SETUP_FILE: Final = (
    Code.SETUP_FILE_INVALID,
    Code.SETUP_FILE_UNKNOWN_FIELD,
    Code.SETUP_FILE_NOT_JSON,
)
FILES: Final = (
    Code.NO_ORDER_NUMBERS,
    Code.FILE_UNREADABLE,
    Code.FILE_UNWRITABLE,
    Code.JOURNAL_NOT_WRITABLE,
    Code.PRACTICE_NOT_RUNNING,
)
JOURNAL: Final = (
    Code.JOURNAL_UNREADABLE,
    Code.JOURNAL_TOO_NEW,
    Code.JOURNAL_LOCKED,
    Code.JOURNAL_FULL,
    Code.JOURNAL_NOT_LOCAL,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def keyring(code: Code) -> Sentence:
    """The tokens cannot be stored or read."""
    assert code in KEYRING
    match code:
        case Code.KEYRING_ABSENT:
            return Sentence(
                translate("texts", "This computer has no keyring where tokens can be stored "
                                   "safely."),
                translate("texts", "Install a keyring (on Linux gnome-keyring or KWallet), and "
                                   "log in again. Tokens are never stored in a file."),
            )
        case Code.KEYRING_LOCKED:
            return Sentence(
                translate("texts", "The keyring is locked, so the tokens cannot be read."),
                translate("texts", "Unlock the keyring, and try again."),
            )
        case Code.KEYRING_FORGETFUL:
            return Sentence(
                translate("texts", "The keyring ({backend}) did not keep what was stored in it."),
                translate("texts", "Choose another keyring on this computer, and save the tokens "
                                   "again."),
            )
        case Code.KEYRING_PLAINTEXT:
            return Sentence(
                translate("texts", "The keyring ({backend}) stores tokens in a file that can be "
                                   "read by others."),
                translate("texts", "Choose a keyring of the operating system instead (on Linux "
                                   "gnome-keyring or KWallet), and save the tokens again."),
            )
        case Code.TOKEN_NOT_STORED:
            return Sentence(
                translate("texts", "The {token} is not in the keyring."),
                translate("texts", "Give it again in step 2 “Connect”, or with "
                                   "“tripletex-wizard setup import”."),
            )
        case Code.TOKEN_NOT_GIVEN:
            return Sentence(
                translate("texts", "The {token} was not given."),
                translate("texts", "Type it when the program asks, or set the environment "
                                   "variable for it (see README)."),
            )
        case _:
            assert_never(code)


def setup(code: Code) -> Sentence:  # noqa: PLR0911 - one return a code
    """A profile that cannot be used, or what a set-up names is not there."""
    assert code in SETUP
    match code:
        case Code.PROFILE_UNKNOWN:
            return Sentence(
                translate("texts", "There is no profile called “{profile}”."),
                translate("texts", "The profiles that exist: {profiles}. Check the spelling, or "
                                   "make it with “tripletex-wizard setup import”."),
            )
        case Code.PROFILE_ENVIRONMENT:
            return Sentence(
                translate("texts", "The profile “{profile}” is for {environment}, but the file "
                                   "says {asked}. Nothing was saved."),
                translate("texts", "Correct “environment” in the file, or give the new set-up a "
                                   "name of its own with --profile."),
            )
        case Code.SETTINGS_UNREADABLE:
            return Sentence(
                translate("texts", "The settings in {path} cannot be read: {detail}."),
                translate("texts", "Restore the file from a backup, or import the set-up again."),
            )
        case Code.SETTINGS_TOO_NEW:
            return Sentence(
                translate("texts", "The settings in {path} were made by a newer version of the "
                                   "program (format {version})."),
                translate("texts", "Install the newest version of the program."),
            )
        case Code.PAYMENT_TYPE_UNKNOWN:
            return Sentence(
                translate("texts", "Visible payment types in Tripletex that are called "
                                   "“{payment_type}”: {count}. It must be exactly one."),
                translate("texts", "Use the name from Faktura › Innstillinger › Betalingstyper "
                                   "in Tripletex, and check that “Vis på ordre” is ticked."),
            )
        case Code.DEPARTMENT_UNKNOWN:
            return Sentence(
                translate("texts", "Active departments in Tripletex that are called "
                                   "“{department}”: {count}. It must be exactly one."),
                translate("texts", "Use the name or the id of an active department in Tripletex."),
            )
        case Code.STATUS_UNKNOWN:
            return Sentence(
                translate("texts", "Mystore has no order status called “{status}”."),
                translate("texts", "Use a name from Konfigurasjon › Innstillinger › Ordrestatus "
                                   "in Mystore."),
            )
        case Code.RECEIPT_UNCONFIRMED:
            return Sentence(
                translate("texts", "Mystore's receipt can be the sales document only when the "
                                   "accountant has confirmed it."),
                translate("texts", "Fill in confirmed_by in the set-up file, or leave out "
                                   "sales_document."),
            )
        case Code.PREFIX_FROZEN:
            return Sentence(
                translate("texts", "Orders have been transferred with the number prefix "
                                   "“{prefix}”, so it can no longer be changed."),
                translate("texts", "Set number_prefix to that again in the set-up file."),
            )
        case _:
            assert_never(code)


def setup_file(code: Code) -> Sentence:
    """A set-up file that cannot be used."""
    assert code in SETUP_FILE
    match code:
        case Code.SETUP_FILE_INVALID:
            return Sentence(
                translate("texts", "The set-up file {path} cannot be used: “{detail}” is missing, "
                                   "or has a value that does not fit."),
                translate("texts", "README says what can stand there. Correct the file, and import "
                                   "it again. Nothing was saved."),
            )
        case Code.SETUP_FILE_UNKNOWN_FIELD:
            return Sentence(
                translate("texts", "The set-up file {path} has a field that is not known: "
                                   "“{detail}”."),
                translate("texts", "Look for a misspelling: README names the fields. Correct the "
                                   "file, and import it again. Nothing was saved."),
            )
        case Code.SETUP_FILE_NOT_JSON:
            return Sentence(
                translate("texts", "The set-up file {path} is not valid JSON (line {line})."),
                translate("texts", "Look for a comma, a quotation mark or a bracket that is "
                                   "missing or too many, and import the file again."),
            )
        case _:
            assert_never(code)


def files(code: Code) -> Sentence:
    """Another file, or the practice servers, cannot be reached; or a file or list is empty."""
    assert code in FILES
    match code:
        case Code.NO_ORDER_NUMBERS:
            return Sentence(
                translate("texts", "No order number was given."),
                translate("texts", "Give the numbers with commas between them, such as "
                                   "--orders 10457,10458, or in a file with --file."),
            )
        case Code.FILE_UNREADABLE:
            return Sentence(
                translate("texts", "The file {path} cannot be read as text."),
                translate("texts", "Check that the path is right, and that you have access to it."),
            )
        case Code.FILE_UNWRITABLE:
            return Sentence(
                translate("texts", "The file {path} cannot be written."),
                translate("texts", "Check that the folder exists, and that you may write in it."),
            )
        case Code.JOURNAL_NOT_WRITABLE:
            return Sentence(
                translate("texts", "The program cannot write to {path}. Without the journal "
                                   "nothing is sent."),
                translate("texts", "Check that you may write in the folder, and that the disk "
                                   "works."),
            )
        case Code.PRACTICE_NOT_RUNNING:
            return Sentence(
                translate("texts", "This is a practice profile, and the practice servers are not "
                                   "running."),
                translate("texts", "Start them with “python -m tripletex_wizard.practice”, and "
                                   "set TRIPLETEX_WIZARD_TRIPLETEX_URL and "
                                   "TRIPLETEX_WIZARD_MYSTORE_URL to their addresses."),
            )
        case _:
            assert_never(code)


def journal(code: Code) -> Sentence:
    """The journal cannot be used; without it nothing is sent."""
    assert code in JOURNAL
    match code:
        case Code.JOURNAL_UNREADABLE:
            return Sentence(
                translate("texts", "The journal {path} is not a journal, or is damaged. Without "
                                   "the journal nothing is sent."),
                translate("texts", "Restore the file from a backup. Do not delete it: it is part "
                                   "of the accounting records."),
            )
        case Code.JOURNAL_TOO_NEW:
            return Sentence(
                translate("texts", "The journal {path} was made by a newer version of the "
                                   "program."),
                translate("texts", "Install the newest version of the program."),
            )
        case Code.JOURNAL_LOCKED:
            return Sentence(
                translate("texts", "The journal {path} is in use by another program."),
                translate("texts", "Close the other program, and try again."),
            )
        case Code.JOURNAL_FULL:
            return Sentence(
                translate("texts", "The journal {path} could not be written: the disk is full or "
                                   "write-protected."),
                translate("texts", "Free some space on the disk, and transfer the order again. "
                                   "It is looked up in Tripletex first."),
            )
        case Code.JOURNAL_NOT_LOCAL:
            return Sentence(
                translate("texts", "The journal {path} would be on a network disk, where two "
                                   "computers can damage it. Without the journal nothing is sent."),
                translate("texts", "Choose a folder on this computer's own disk with "
                                   "--profile-dir, and move what is in the old one there."),
            )
        case _:
            assert_never(code)
