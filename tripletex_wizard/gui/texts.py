"""Sentences for people: reasons, states and names, in Norwegian or English. Needs QtCore alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, assert_never

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from tripletex_wizard.domain.errors import Code, Problem, Value
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.domain.vat_terms import VatTerm
from tripletex_wizard.gui import resources_rc  # noqa: F401 - registers the bundled translation
from tripletex_wizard.gui.amounts import (
    amount,
    clock_time_from,
    day,
    moment,
    per_cent,
    plain_number,
)
from tripletex_wizard.gui.sentences import (
    Sentence,
    bookkeeping,
    connections,
    credit_orders,
    files,
    gift_cards,
    ledger,
    lines,
    notes,
    rounds,
    shop_orders,
    vouchers,
)
from tripletex_wizard.gui.vat_term_texts import vat_term_name

translate = QCoreApplication.translate

Language = Literal["nb", "en"]
LOCALES = {"nb": QLocale("nb_NO"), "en": QLocale("en_GB")}
BUNDLED = {
    "nb": (":/i18n/qtbase_nb.qm", ":/i18n/tripletex_wizard_nb.qm"),
    "en": (":/i18n/tripletex_wizard_en.qm",),
}
"""English is the source: bundled for it is how its counts are said, in singular and plural."""
NOTHING = "-"
_translator = "translator"
_alive: list[QCoreApplication] = []


def install_language(language: Language, application: QCoreApplication | None = None) -> None:
    """Make every text and figure of the program `language`; may be called again to change it.

    Without `application` the running one is used, or one without windows is made.
    """
    application = application or QCoreApplication.instance() or _without_windows()
    for before in application.findChildren(QTranslator, _translator):
        application.removeTranslator(before)
        before.setParent(None)
    QLocale.setDefault(LOCALES[language])
    for file in BUNDLED[language]:
        translator = QTranslator(application)
        translator.setObjectName(_translator)
        found = translator.load(file)
        assert found, file
        application.installTranslator(translator)


def _without_windows() -> QCoreApplication:
    _alive.append(QCoreApplication([]))
    return _alive[0]


def sentence(problem: Problem) -> Sentence:
    """What `problem` means and what helps, with its figures filled in.

    Complete by type: a code outside every group makes `assert_never` here a type error, and a
    code of a group without a case makes the one in its group's function so.
    """
    return fill(_source(problem.code), problem.params)


def fill(source: Sentence, params: Mapping[str, Value]) -> Sentence:
    """`source` with its named places filled; each value as people write it."""
    places = {name: _shown(name, value) for name, value in params.items()}
    return Sentence(source.what.format(**places), source.remedy.format(**places))


def _source(code: Code) -> Sentence:  # noqa: C901, PLR0911, PLR0912 - one branch a group
    if code in shop_orders.READING:
        return shop_orders.reading(code)
    if code in shop_orders.TOTAL_ROWS:
        return shop_orders.total_rows(code)
    if code in shop_orders.WHOLE_ORDER:
        return shop_orders.whole_order(code)
    if code in shop_orders.WRITING:
        return shop_orders.writing(code)
    if code in shop_orders.DELIVERY:
        return shop_orders.delivery(code)
    if code in shop_orders.LAST_MONTH:
        return shop_orders.last_month(code)
    if code in bookkeeping.PAYMENT:
        return bookkeeping.payment(code)
    if code in bookkeeping.VAT:
        return bookkeeping.vat(code)
    if code in bookkeeping.STATED_VAT:
        return bookkeeping.stated_vat(code)
    if code in gift_cards.USED:
        return gift_cards.used(code)
    if code in gift_cards.SOLD:
        return gift_cards.sold(code)
    if code in gift_cards.CODES:
        return gift_cards.codes(code)
    if code in ledger.FOUND:
        return ledger.found(code)
    if code in ledger.OTHERS:
        return ledger.others(code)
    if code in ledger.CUSTOMERS:
        return ledger.customers(code)
    if code in ledger.UNCERTAIN:
        return ledger.uncertain(code)
    if code in notes.PLANNED:
        return notes.planned(code)
    if code in notes.BALANCES:
        return notes.balances(code)
    if code in lines.LINES:
        return lines.lines(code)
    if code in lines.PRODUCTS:
        return lines.products(code)
    if code in notes.EMAILS:
        return notes.emails(code)
    if code in notes.NOTICES:
        return notes.notices(code)
    if code in notes.BOOKED:
        return notes.booked(code)
    if code in vouchers.POSTED:
        return vouchers.posted(code)
    if code in rounds.CREDITED:
        return rounds.credited(code)
    if code in rounds.MARKED:
        return rounds.marked(code)
    if code in rounds.LOOKED_UP:
        return rounds.looked_up(code)
    if code in credit_orders.WHICH:
        return credit_orders.which(code)
    if code in credit_orders.NOT_NOW:
        return credit_orders.not_now(code)
    if code in credit_orders.HOW_MUCH:
        return credit_orders.how_much(code)
    if code in credit_orders.BOOKED:
        return credit_orders.booked(code)
    if code in credit_orders.OWED:
        return credit_orders.owed(code)
    if code in credit_orders.MONEY:
        return credit_orders.money(code)
    if code in connections.TRIPLETEX_ACCESS:
        return connections.tripletex_access(code)
    if code in connections.SHOP_ACCESS:
        return connections.shop_access(code)
    if code in connections.PLACES:
        return connections.places(code)
    if code in connections.ANSWERS:
        return connections.answers(code)
    if code in connections.REFUSALS:
        return connections.refusals(code)
    if code in files.KEYRING:
        return files.keyring(code)
    if code in files.SETUP:
        return files.setup(code)
    if code in files.SETUP_FILE:
        return files.setup_file(code)
    if code in files.FILES:
        return files.files(code)
    if code in files.JOURNAL:
        return files.journal(code)
    assert_never(code)


def _shown(name: str, value: Value) -> str:  # noqa: PLR0911 - one return a type
    match value:
        case Money():
            return amount(value)
        case datetime():
            return _time(name, value)
        case date():
            return day(value)
        case Decimal():
            return per_cent(value) if name == "rate" else plain_number(value)
        case VatTerm():
            return vat_term_name(value)
        case None | "":
            return translate("texts", "none") if name == "profiles" else NOTHING
        case _:
            return _word(name, str(value))  # numbers that identify are never grouped


def _time(name: str, value: datetime) -> str:
    match name:
        case "until":
            return clock_time_from(value)
        case "at":
            return moment(value)
        case _:
            return day(value)


def _word(name: str, value: str) -> str:
    match name:
        case "token":
            return token_name(value)
        case "environment" | "asked":
            return environment_name(value)
        case "highest" if value == "0":
            return translate("texts", "none yet")
        case "prefix" if value == NOTHING:
            return translate("texts", "none")
        case _:
            return value


def token_name(token: str) -> str:
    """What people call one of services.ports.TOKENS."""
    names = {
        "consumer": translate("texts", "consumer token for Tripletex"),
        "employee": translate("texts", "employee token for Tripletex"),
        "mystore": translate("texts", "token for Mystore"),
    }
    return names.get(token, token)


def environment_name(environment: str) -> str:
    """What people call one of domain.profile.Environment."""
    names = {
        "production": translate("texts", "production"),
        "test": translate("texts", "test environment"),
        "practice": translate("texts", "practice"),
    }
    return names.get(environment, environment)


def environment_word(environment: Environment) -> str:
    """PRODUKSJON, TEST or ØVELSE: so short and loud that it is seen on a page or beside a total."""
    if environment is Environment.TEST:
        return translate("texts", "TEST")
    return environment_name(environment.value).upper()


def state_name(state: TransferState) -> str:  # noqa: C901, PLR0911 - one return a state
    """The word for a state, beside its icon."""
    match state:
        case TransferState.READY:
            return translate("texts", "Ready")
        case TransferState.STOPPED:
            return translate("texts", "Stopped")
        case TransferState.SENDING:
            return translate("texts", "Sending")
        case TransferState.TRANSFERRED:
            return translate("texts", "Transferred")
        case TransferState.TRANSFERRED_WITH_NOTE:
            return translate("texts", "Transferred with a note")
        case TransferState.FAILED:
            return translate("texts", "Failed")
        case TransferState.UNCERTAIN:
            return translate("texts", "Unresolved")
        case TransferState.SKIPPED:
            return translate("texts", "Skipped")
        case TransferState.CREDITED:
            return translate("texts", "Credited")
        case TransferState.NOT_COMPLETED:
            return translate("texts", "Not completed")
        case _:
            assert_never(state)


def document_name(transfer_as: TransferAs, amount: Money | None) -> str:
    """The same, but «Kreditnota» where more comes back than is sold."""
    if transfer_as is TransferAs.INVOICE and amount is not None and amount.ore < 0:
        return translate("texts", "Credit note")
    return transfer_as_name(transfer_as)


def transfer_as_name(transfer_as: TransferAs) -> str:
    """What an order becomes in Tripletex."""
    match transfer_as:
        case TransferAs.ORDER:
            return translate("texts", "Order")
        case TransferAs.INVOICE:
            return translate("texts", "Invoice")
        case _:
            assert_never(transfer_as)
