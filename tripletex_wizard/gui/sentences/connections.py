"""What is wrong with the connection to Tripletex or Mystore."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.errors import Code
from tripletex_wizard.gui.sentences import Sentence

translate = QCoreApplication.translate

TRIPLETEX_ACCESS: Final = (
    Code.CONSUMER_TOKEN_REJECTED,
    Code.EMPLOYEE_TOKEN_REJECTED,
    Code.SESSION_REJECTED,
    Code.PERMISSION_MISSING,
    Code.CLIENT_COMPANY_UNKNOWN,
)
SHOP_ACCESS: Final = (
    Code.SHOP_TOKEN_REJECTED,
    Code.SHOP_TOKEN_EXPIRED,
    Code.SHOP_TOKEN_NOT_A_TOKEN,
    Code.SHOP_PERMISSION_MISSING,
)
PLACES: Final = (
    Code.WRONG_ENVIRONMENT,
    Code.WRONG_COMPANY,
    Code.WRONG_SHOP,
    Code.SERVICES_ELSEWHERE,
    Code.INSECURE_ADDRESS,
)
ANSWERS: Final = (
    Code.NO_ANSWER,
    Code.SERVER_FAILED,
    Code.RATE_LIMITED,
    Code.ANSWER_NOT_UNDERSTOOD,
)
REFUSALS: Final = (
    Code.REJECTED,
    Code.REQUEST_REFUSED,
    Code.BANK_ACCOUNT_MISSING,
    Code.EHF_REFUSED,
    Code.STALE_IN_LEDGER,
)

# A case is a reason and a remedy, each as near to one line as it can be.
# fmt: off


def tripletex_access(code: Code) -> Sentence:
    """A Tripletex token that does not open what it should."""
    assert code in TRIPLETEX_ACCESS
    match code:
        case Code.CONSUMER_TOKEN_REJECTED:
            return Sentence(
                translate("texts", "Tripletex rejected the consumer token. It is wrong, or "
                                   "belongs to another environment."),
                translate("texts", "Paste the consumer token again in step 2 “Connect”, and "
                                   "check that production or test is chosen as it was made for."),
            )
        case Code.EMPLOYEE_TOKEN_REJECTED:
            return Sentence(
                translate("texts", "Tripletex rejected the employee token. It is wrong, deleted, "
                                   "or belongs to another environment."),
                translate("texts", "Make a new key under Ansatt › API-tilgang › Ny nøkkel in "
                                   "Tripletex, and paste it in step 2 “Connect”."),
            )
        case Code.SESSION_REJECTED:
            return Sentence(
                translate("texts", "Tripletex rejected the login, even with a new session."),
                translate("texts", "Check under Ansatt › API-tilgang in Tripletex that the key "
                                   "still exists, and make a new one if not."),
            )
        case Code.PERMISSION_MISSING:
            return Sentence(
                translate("texts", "The key may not use {path} in Tripletex. A key never has "
                                   "more access than its owner."),
                translate("texts", "Make a key with “Alle tilganger” under Ansatt › API-tilgang, "
                                   "by an administrator, and check that “Integrasjoner” is "
                                   "active under Selskap › Mitt abonnement."),
            )
        case Code.CLIENT_COMPANY_UNKNOWN:
            return Sentence(
                translate("texts", "The accountant's key does not give access to the client "
                                   "company ({company})."),
                translate("texts", "Choose the client company in the set-up, and give the key "
                                   "access to the client in Tripletex."),
            )
        case _:
            assert_never(code)


def shop_access(code: Code) -> Sentence:
    """A Mystore token that does not open what it should."""
    assert code in SHOP_ACCESS
    match code:
        case Code.SHOP_TOKEN_REJECTED:
            return Sentence(
                translate("texts", "Mystore rejected the token. It is wrong, deleted or expired."),
                translate("texts", "Make a new token at auth.mystore.no, under Personal Access "
                                   "Tokens › Create New Token."),
            )
        case Code.SHOP_TOKEN_EXPIRED:
            return Sentence(
                translate("texts", "The Mystore token expired on {expired}."),
                translate("texts", "Make a new token at auth.mystore.no, under Personal Access "
                                   "Tokens › Create New Token."),
            )
        case Code.SHOP_TOKEN_NOT_A_TOKEN:
            return Sentence(
                translate("texts", "What was given is not a Mystore token."),
                translate("texts", "Copy the whole token from auth.mystore.no, under Personal "
                                   "Access Tokens. It is shown only once."),
            )
        case Code.SHOP_PERMISSION_MISSING:
            return Sentence(
                translate("texts", "The Mystore token lacks the permission {permission}."),
                translate("texts", "Make a new token at auth.mystore.no, and tick {permission}."),
            )
        case _:
            assert_never(code)


def places(code: Code) -> Sentence:
    """A token or an address that leads to another place than the profile is for."""
    assert code in PLACES
    match code:
        case Code.WRONG_ENVIRONMENT:
            return Sentence(
                translate("texts", "The tokens do not belong to the chosen Tripletex environment "
                                   "({environment})."),
                translate("texts", "Choose the environment that the tokens were made in, or make "
                                   "new tokens."),
            )
        case Code.WRONG_COMPANY:
            return Sentence(
                translate("texts", "The tokens open {found}, but the set-up is for {expected}. "
                                   "Nothing was sent."),
                translate("texts", "Use the tokens of {expected}, or make a profile of its own "
                                   "for {found}."),
            )
        case Code.WRONG_SHOP:
            return Sentence(
                translate("texts", "The Mystore token belongs to the shop {found}, but the "
                                   "set-up is for {expected}. Nothing was sent."),
                translate("texts", "Use the token of {expected}, or make a profile of its own "
                                   "for {found}."),
            )
        case Code.SERVICES_ELSEWHERE:
            return Sentence(
                translate("texts", "A set-up for {environment} uses {tripletex} and {mystore} "
                                   "alone, but another address is set in {variables}. Nothing "
                                   "was sent."),
                translate("texts", "Remove {variables} from the environment variables, or use a "
                                   "set-up for practice."),
            )
        case Code.INSECURE_ADDRESS:
            return Sentence(
                translate("texts", "The address of {host} is not encrypted (https), so no token "
                                   "is sent there."),
                translate("texts", "Use an address that starts with https://."),
            )
        case _:
            assert_never(code)


def answers(code: Code) -> Sentence:
    """What came back, or did not."""
    assert code in ANSWERS
    match code:
        case Code.NO_ANSWER:
            return Sentence(
                translate("texts", "Got no answer from {host}."),
                translate("texts", "Check the internet connection, and try again."),
            )
        case Code.SERVER_FAILED:
            return Sentence(
                translate("texts", "The service has a fault right now (HTTP {status})."),
                translate("texts", "Try again in a few minutes. A transfer goes on where it "
                                   "stopped."),
            )
        case Code.RATE_LIMITED:
            return Sentence(
                translate("texts", "The service has received too many requests, and asks for a "
                                   "pause of {seconds} s."),
                translate("texts", "Wait, and try again. A transfer goes on where it stopped."),
            )
        case Code.ANSWER_NOT_UNDERSTOOD:
            return Sentence(
                translate("texts", "The service answered in a form that the program does not "
                                   "know (at {path})."),
                translate("texts", "Make a report with “tripletex-wizard diagnose”, and send it "
                                   "to those who look after the program."),
            )
        case _:
            assert_never(code)


def refusals(code: Code) -> Sentence:
    """Tripletex understood, and did nothing."""
    assert code in REFUSALS
    match code:
        case Code.REJECTED:
            return Sentence(
                translate("texts", "Refused: “{text}” Nothing was booked (field {field}, code "
                                   "{code}, HTTP {status})."),
                translate("texts", "Correct what the message is about in Mystore or Tripletex, "
                                   "and try again."),
            )
        case Code.REQUEST_REFUSED:
            return Sentence(
                translate("texts", "The service does not accept what the program asked: “{text}” "
                                   "Nothing was booked (field {field}, code {code}, HTTP "
                                   "{status})."),
                translate("texts", "Nothing is wrong with the order. Make a report with "
                                   "“tripletex-wizard diagnose”, and send it to those who look "
                                   "after the program."),
            )
        case Code.BANK_ACCOUNT_MISSING:
            return Sentence(
                translate("texts", "Tripletex creates no invoices until the company has "
                                   "registered a bank account number. The order has not been "
                                   "invoiced."),
                translate("texts", "Register the bank account number for invoices in Tripletex, "
                                   "usually on account 1920 in the chart of accounts, and "
                                   "transfer the order again."),
            )
        case Code.EHF_REFUSED:
            return Sentence(
                translate("texts", "The customer card of “{name}” in Tripletex sends invoices as "
                                   "EHF or eFaktura, which the customer cannot receive "
                                   "(“{text}”). Nothing was booked."),
                translate("texts", "Open the customer in Tripletex, choose e-mail under “Send "
                                   "faktura via”, and transfer the order again."),
            )
        case Code.STALE_IN_LEDGER:
            return Sentence(
                translate("texts", "Something that the order needs has been deleted or changed in "
                                   "Tripletex (“{text}”). The program looked everything up anew "
                                   "and tried once more, to no avail. It has booked nothing."),
                translate("texts", "Check that the customer, the payment type and the order are "
                                   "still in Tripletex, and transfer the order again. Nothing "
                                   "must be deleted there."),
            )
        case _:
            assert_never(code)
