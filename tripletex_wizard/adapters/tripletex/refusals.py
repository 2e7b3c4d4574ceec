"""Tripletex' refusals as this program's errors: by status, code and field, once, here.

Texts come in the language of the token's user; they decide only where code and field do not.
"""

from __future__ import annotations

import re

from pydantic import ValidationError

from tripletex_wizard.adapters.http import Answer
from tripletex_wizard.adapters.logs import masked
from tripletex_wizard.adapters.tripletex.wire import ApiError, ValidationMessage
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    OrderRejected,
    OutcomeUnknown,
    PermissionMissing,
    RemoteUnavailable,
    RequestRefused,
    SetupError,
    Value,
)
from tripletex_wizard.domain.gift_cards import UNTREATED
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.products import NewProduct

REFUSED = range(400, 500)
UNAUTHORIZED = 401
FORBIDDEN = 403
NOT_FOUND = 404
CONFLICT = 409
EXCEPTIONS = frozenset({1000, 1002})  # 400/1000 was recorded too: nobody knows how far it came
NO_SUCH_OBJECT = (NOT_FOUND, 6000)
REVISION = (CONFLICT, 8000)
MAPPING = 16000
# the form of a request, whatever stands in it: address, filter, argument, JSON, sorting, size [S]
FORM = frozenset({4000, 11000, 12000, 15000, MAPPING, 17000, 21000, 22000, 23000})
TAKEN = frozenset({7000, 14000})
NULL_PATH = "null."  # stands before the field when the form, not the number, is wrong [OBS]
IN_USE = re.compile(r"i bruk|in use|finnes|exist|registre|used|taken", re.IGNORECASE)
NO_BANK_ACCOUNT = re.compile(r"bankkontonummer|bank account", re.IGNORECASE)  # field null [OBS]
INVOICED = re.compile(r"allerede er fakturert|already invoiced", re.IGNORECASE)  # field null [OBS]
NO_EHF = re.compile(r"\bEHF\b|eFaktura", re.IGNORECASE)  # [MY]; field unknown [UNV]
CUSTOMER_FIELD = "customerId"  # stands in words: «Internt felt (customerId)» [OBS]
WRONG_METHOD = (400, 4000, "HTTP 405 Method Not Allowed")  # as Tripletex answers for 405 [OBS]
OWN_COMPANY_ONLY = ">withLoginAccess"  # the one recorded mark of an accountant's token [DEV]


class Refusal:
    """An answer with a status of 400 to 499, as far as its body can be read."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.error = _api_error(answer)
        self.messages = self.error.validation_messages

    @property
    def fields(self) -> str:
        """The fields that are at fault, joined by commas; empty when none is named."""
        return masked(",".join(row.field for row in self.messages if row.field))

    @property
    def text(self) -> str:
        """Tripletex' own words, and no secret of ours among them."""
        said = " ".join(row.message for row in self.messages if row.message)
        return masked(said or self.error.developer_message or self.error.message or "")

    def names(self, field: str) -> bool:
        """Whether a wrong token, or another argument, is named `field`, with or without prefix."""
        places = [f"{row.field} {row.path}" for row in self.messages]
        return any(field.lower() in place.lower() for place in places)

    @property
    def is_about_form(self) -> bool:
        """Whether the request itself is wrong, so that nobody but its maker can mend it."""
        return self.error.code in FORM

    @property
    def is_about_content(self) -> bool:
        """Whether its fields and words say what is wrong with what was sent."""
        is_denied = self.answer.status in {UNAUTHORIZED, FORBIDDEN}
        return not (is_denied or self.is_about_form or self.error.code in EXCEPTIONS)

    @property
    def is_stale(self) -> bool:
        """Whether what the request refers to is gone or changed since it was read."""
        return (self.answer.status, self.error.code) in {NO_SUCH_OBJECT, REVISION}

    @property
    def is_wrong_method(self) -> bool:
        """Whether the path is there, but not for this method."""
        return (self.answer.status, self.error.code, self.error.message) == WRONG_METHOD

    def says_taken(self, field: str) -> bool:
        """Whether the number in `field` belongs to somebody else."""
        if self.answer.status == CONFLICT:
            return self.error.code in TAKEN
        return self.is_about_content and any(_says_taken(row, field) for row in self.messages)

    def as_read(self) -> AppError:
        """The error of a read, or of a request that concerns no order."""
        ids, status = self.answer.request_ids, self.answer.status
        if found := self._about_access():
            return found
        if self.error.code in EXCEPTIONS:
            return RemoteUnavailable(Code.SERVER_FAILED, request_ids=ids, status=status)
        return AnswerNotUnderstood(Code.REQUEST_REFUSED, request_ids=ids, **self.params())

    def as_write(self) -> AppError:
        """The error of a write whose refusal has no meaning of its own."""
        if self.error.code in EXCEPTIONS:
            return OutcomeUnknown(answered=True, request_ids=self.answer.request_ids)
        if found := self._about_access():
            return found
        if self.is_stale:
            return self.stale()
        if self.is_about_form:
            ids = self.answer.request_ids
            return RequestRefused(Code.REQUEST_REFUSED, request_ids=ids, **self.params())
        return self.rejected(Code.REJECTED, **self.params())

    def stale(self) -> OrderRejected:
        """Refused for what was deleted, changed or done since it was read: look again."""
        return self.rejected(Code.STALE_IN_LEDGER, text=self.text)

    def rejected(self, code: Code, /, **params: Value) -> OrderRejected:
        """Understood and refused, with Tripletex' request id."""
        return OrderRejected(code, request_ids=self.answer.request_ids, **params)

    def params(self) -> dict[str, Value]:
        """What a message without a meaning of its own is shown with."""
        return {
            "status": self.answer.status,
            "code": self.error.code,
            "field": self.fields,
            "text": self.text,
        }

    def _about_access(self) -> AppError | None:
        ids = self.answer.request_ids
        if self.answer.status == UNAUTHORIZED:
            return CredentialsRejected(Code.SESSION_REJECTED, request_ids=ids)
        if self.answer.status != FORBIDDEN:
            return None
        if OWN_COMPANY_ONLY in self.text:
            return SetupError(Code.CLIENT_COMPANY_UNKNOWN, request_ids=ids, company="")
        return PermissionMissing(Code.PERMISSION_MISSING, request_ids=ids, path=self.answer.path)


def of_session(refusal: Refusal) -> AppError:
    """A refused :create. Tripletex' own words are left out, lest they repeat a token."""
    ids = refusal.answer.request_ids
    if refusal.names("consumerToken"):
        return CredentialsRejected(Code.CONSUMER_TOKEN_REJECTED, request_ids=ids)
    if refusal.names("employeeToken"):
        return CredentialsRejected(Code.EMPLOYEE_TOKEN_REJECTED, request_ids=ids)
    if refusal.answer.status in {UNAUTHORIZED, FORBIDDEN}:
        return CredentialsRejected(Code.SESSION_REJECTED, request_ids=ids)
    params = {**refusal.params(), "text": ""}
    return AnswerNotUnderstood(Code.REQUEST_REFUSED, request_ids=ids, **params)


def of_customer(refusal: Refusal, plan: PostingPlan, number: int | None) -> AppError:
    """A refused POST or PUT of a customer."""
    if number is not None and refusal.says_taken("customerNumber"):
        return refusal.rejected(
            Code.CUSTOMER_NUMBER_TAKEN, number=number, theirs="", ours=plan.customer.name
        )
    return _about_sending(refusal, plan) or refusal.as_write()


def of_product(refusal: Refusal, new: NewProduct) -> AppError:
    """A refused POST /product; both errors may come in one answer [OBS]."""
    if refusal.says_taken("number"):
        return refusal.rejected(Code.PRODUCT_NUMBER_TAKEN, product=new.number)
    if refusal.says_taken("name"):
        return refusal.rejected(Code.PRODUCT_NAME_TAKEN, product=new.number, name=new.name)
    return refusal.as_write()


def of_order(refusal: Refusal, plan: PostingPlan) -> AppError:
    """A refused POST /order."""
    if refusal.says_taken("number"):
        return refusal.rejected(Code.NUMBER_TAKEN_UNSEEN, number=plan.number)
    if not refusal.is_about_content:
        return refusal.as_write()
    if refusal.names("vatType"):
        return _refused_code(refusal, plan)
    return refusal.stale() if refusal.names(CUSTOMER_FIELD) else refusal.as_write()


def of_invoice(refusal: Refusal, plan: PostingPlan) -> AppError:
    """A refused :invoice."""
    if not refusal.is_about_content:
        return refusal.as_write()
    if NO_BANK_ACCOUNT.search(refusal.text):
        return refusal.rejected(Code.BANK_ACCOUNT_MISSING)
    if INVOICED.search(refusal.text):
        return refusal.stale()
    return _about_sending(refusal, plan) or refusal.as_write()


def _about_sending(refusal: Refusal, plan: PostingPlan) -> AppError | None:
    """EHF that was asked for, or a card on which Mystore's own integration left EHF or eFaktura.

    Nobody has recorded in which words or on which field Tripletex refuses the first [UNV].
    """
    names_it = plan.send is SendType.EHF and refusal.names("sendType")
    if not (refusal.is_about_content and (names_it or NO_EHF.search(refusal.text))):
        return None
    return refusal.rejected(Code.EHF_REFUSED, name=plan.customer.name, text=refusal.text)


def of_credit(refusal: Refusal, plan: PostingPlan) -> AppError:
    """A refused credit note; whether Tripletex takes one by an order's lines is not known [UNV]."""
    assert plan.credits is not None
    error = of_invoice(refusal, plan)
    if error.problem.code is not Code.REJECTED:
        return error
    return refusal.rejected(
        Code.CREDIT_REFUSED, invoice=plan.credits.number, number=plan.number, text=refusal.text
    )


def of_payment(refusal: Refusal, payment: PlannedPayment) -> AppError:
    """A refused payment; that a negative one is taken was seen once [OBS-H]."""
    error = refusal.as_write()
    if error.problem.code is not Code.REJECTED:
        return error
    return refusal.rejected(Code.REFUND_REFUSED, amount=-payment.amount, text=refusal.text)


def _refused_code(refusal: Refusal, plan: PostingPlan) -> AppError:
    """Tripletex does not say which line.

    The codes without VAT treatment stand on no list of codes for sales, and the others do: a line
    with one of them is at fault before any other [T]. Else the line is named when there is only
    one code.
    """
    untreated = [line for line in plan.lines if line.vat.number in UNTREATED]
    for sold in untreated:
        if sold.is_gift_card and sold.product:
            return refusal.rejected(
                Code.GIFT_CARD_CODE_REFUSED,
                line=sold.description,
                product=sold.product.number,
                vat_code=sold.vat.number,
            )
    lines = untreated or plan.lines
    codes = {line.vat.number: line for line in lines}
    line = lines[0].description if len(codes) == 1 else ""
    return refusal.rejected(
        Code.VAT_CODE_INACTIVE,
        line=line,
        rate=", ".join(f"{each.vat.percentage.normalize():f}" for each in codes.values()),
        vat_code=", ".join(codes),
    )


def _says_taken(row: ValidationMessage, field: str) -> bool:
    malformed = (row.path or "").startswith(NULL_PATH)
    return row.field == field and not malformed and bool(IN_USE.search(row.message or ""))


def _api_error(answer: Answer) -> ApiError:
    try:
        return ApiError.model_validate(answer.json())
    except (ValidationError, AnswerNotUnderstood):
        return ApiError()
