from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.orders.building import (
    ROUNDING,
    SOLD_GIFT_CARD,
    TODAY,
    UNTREATED,
    a_line,
    a_profile,
    an_order,
    company_facts,
)
from tripletex_wizard.adapters.http import Answer
from tripletex_wizard.adapters.tripletex import refusals
from tripletex_wizard.adapters.tripletex.refusals import Refusal
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    OrderRejected,
    OutcomeUnknown,
    PermissionMissing,
    Problem,
    Remedy,
    RequestRefused,
    SetupError,
)
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.lines import line_of
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting

VAT_FIELD = "orderGroups.orderLines.vatType.id,orderLines.vatType.id"
NUMBER_TEXT = "Dette nummeret er i bruk på en annen ordre, tilbud eller prosjekt."


def a_refusal(
    status: int, code: object = None, *messages: tuple[str | None, str], path: str | None = None
) -> Refusal:
    body: dict[str, Any] = {
        "status": status,
        "code": code,
        "message": "Validering feilet.",
        "developerMessage": "VALIDATION_ERROR",
        "validationMessages": [
            {"field": field, "message": text, "path": path, "rootId": 0} for field, text in messages
        ],
        "requestId": "r-1",
    }
    return Refusal(Answer(status, {}, json.dumps(body).encode(), "r-1", "/order"))


def a_plan(*rates: str) -> PostingPlan:
    lines = [a_line(rate=rate) for rate in rates or ("25",)]
    order = an_order(lines=lines, total=f"{89 * len(lines)}.00")
    return plan_posting(order, a_profile(), company_facts(), today=TODAY, choice=Choice())


def outcome(error: AppError) -> tuple[type[AppError], Code, dict[str, object]]:
    assert error.request_ids == ("r-1",)
    return type(error), error.problem.code, dict(error.problem.params)


@pytest.mark.parametrize(
    "refusal",
    [
        a_refusal(422, 18000, ("number", NUMBER_TEXT)),
        a_refusal(422, 18000, ("number", "This number is in use on another order.")),
        a_refusal(409, 14000),
        a_refusal(409, 7000),
    ],
)
def test_a_taken_order_number_is_told_from_other_refusals(refusal: Refusal) -> None:
    expected = (OrderRejected, Code.NUMBER_TAKEN_UNSEEN, {"number": "10457"})
    assert outcome(refusals.of_order(refusal, a_plan())) == expected


@pytest.mark.parametrize(
    "refusal",
    [
        a_refusal(422, 18000, ("number", "Teksten er i bruk."), path="null.number"),
        a_refusal(422, 18000, ("number", "Nummeret kan bare ha sifre.")),
    ],
)
def test_a_number_that_is_wrong_in_itself_is_not_taken(refusal: Refusal) -> None:
    assert outcome(refusals.of_order(refusal, a_plan()))[1] is Code.REJECTED


@pytest.mark.parametrize("text", ["Ugyldig mva-kode.", "Invalid VAT code."])
def test_an_inactive_vat_code_names_the_only_line_it_can_be(text: str) -> None:
    refusal = a_refusal(422, 18000, (VAT_FIELD, text))
    assert outcome(refusals.of_order(refusal, a_plan())) == (
        OrderRejected,
        Code.VAT_CODE_INACTIVE,
        {"line": "Saga 111", "rate": "25", "vat_code": "3"},
    )


def test_an_inactive_vat_code_of_several_names_the_codes() -> None:
    refusal = a_refusal(422, 18000, (VAT_FIELD, "Ugyldig mva-kode."), (None, "Finner ikke konto."))
    params = outcome(refusals.of_order(refusal, a_plan("25", "15")))[2]
    assert params == {"line": "", "rate": "25, 15", "vat_code": "3, 31"}


def test_a_line_without_vat_treatment_is_at_fault_before_any_other() -> None:
    plan = a_plan("25", "25")
    rounding = line_of("Øreavrunding", Decimal(1), Money(10), UNTREATED, ROUNDING)
    plan = replace(plan, lines=(*plan.lines, rounding))
    error = refusals.of_order(a_refusal(422, 18000, (VAT_FIELD, "Ugyldig mva-kode.")), plan)
    assert error.problem == Problem(
        Code.VAT_CODE_INACTIVE, line="Øreavrunding", rate="0", vat_code="7"
    )
    card = line_of("Gavekort", Decimal(1), Money(50000), UNTREATED, SOLD_GIFT_CARD)
    plan = replace(plan, lines=(*plan.lines, replace(card, is_gift_card=True)))
    error = refusals.of_order(a_refusal(422, 18000, (VAT_FIELD, "Ugyldig mva-kode.")), plan)
    assert error.problem == Problem(
        Code.GIFT_CARD_CODE_REFUSED, line="Gavekort", product="GAVEKORT", vat_code="7"
    )


@pytest.mark.parametrize(
    "refusal",
    [
        a_refusal(422, 18000, ("customerNumber", "Nummeret er i bruk.")),
        a_refusal(409, 14000),
        a_refusal(409, 7000),
    ],
)
def test_a_taken_customer_number_is_told_when_one_was_asked_for(refusal: Refusal) -> None:
    plan = a_plan()
    taken = refusals.of_customer(refusal, plan, 100457)
    assert outcome(taken)[1:] == (
        Code.CUSTOMER_NUMBER_TAKEN,
        {"number": 100457, "theirs": "", "ours": "Kari Eksempel"},
    )
    assert outcome(refusals.of_customer(refusal, plan, None))[1] is Code.REJECTED


@pytest.mark.parametrize(
    "text",
    [
        "Faktura kan ikke opprettes før selskapet har registrert et bankkontonummer.",
        "Invoices cannot be created until the company has registered a bank account number.",
    ],
)
def test_a_missing_bank_account_is_known_by_its_words_in_both_languages(text: str) -> None:
    refusal = a_refusal(422, 18000, (None, text))
    assert outcome(refusals.of_invoice(refusal, a_plan()))[:2] == (
        OrderRejected,
        Code.BANK_ACCOUNT_MISSING,
    )


@pytest.mark.parametrize(
    ("status", "code", "field", "text"),
    [
        (422, 18000, None, "Fakturaen inneholder ingen ordrelinjer."),
        (422, 18000, "deliveryDate", "Kan ikke være null."),
        (409, 10000, None, "Locked"),
    ],
)
def test_any_other_refusal_keeps_tripletex_own_words(
    status: int, code: int, field: str | None, text: str
) -> None:
    refusal = a_refusal(status, code, (field, text))
    params = {"status": status, "code": code, "field": field or "", "text": text}
    error = refusals.of_invoice(refusal, a_plan())
    assert outcome(error) == (OrderRejected, Code.REJECTED, params)


@pytest.mark.parametrize(
    ("status", "code", "field"),
    [
        (422, 16000, "customerNumber"),
        (400, 4000, None),
        (422, 12000, "id"),
        (422, 15000, "request body"),
        (422, 16000, "vatType"),
        (422, 16000, "customerId"),
        (422, 16000, "number"),
        (404, 21000, None),
        (422, 22000, None),
    ],
)
def test_a_request_in_a_form_that_is_not_known_is_for_the_maker_of_the_program(
    status: int, code: int, field: str | None
) -> None:
    refusal = a_refusal(status, code, (field, "The field does not exist in the object."))
    plan = a_plan()
    for error in (
        refusals.of_order(refusal, plan),
        refusals.of_customer(refusal, plan, 100457),
        refusals.of_invoice(refusal, plan),
    ):
        assert outcome(error)[:2] == (RequestRefused, Code.REQUEST_REFUSED)
        assert isinstance(error, OrderRejected)  # nothing was done, and the batch goes on
        assert error.remedy is Remedy.REPORT


@pytest.mark.parametrize(
    ("status", "code", "field", "text"),
    [
        (404, 6000, None, "Object not found"),
        (409, 8000, None, "RevisionException"),
    ],
)
def test_what_is_gone_or_changed_since_it_was_read_is_stale_in_every_write(
    status: int, code: int, field: str | None, text: str
) -> None:
    refusal, plan = a_refusal(status, code, (field, text)), a_plan()
    stale = (OrderRejected, Code.STALE_IN_LEDGER, {"text": text})
    assert outcome(refusals.of_order(refusal, plan)) == stale
    assert outcome(refusals.of_customer(refusal, plan, None)) == stale
    assert outcome(refusals.of_invoice(refusal, plan)) == stale


@pytest.mark.parametrize(
    "text", ["Ugyldig kundenummer: 107000001", "Invalid customer number: 107000001"]
)
def test_a_customer_that_is_gone_is_stale(text: str) -> None:
    refusal = a_refusal(422, 18000, ("Internt felt (customerId)", text))
    error = refusals.of_order(refusal, a_plan())
    assert outcome(error) == (OrderRejected, Code.STALE_IN_LEDGER, {"text": text})


@pytest.mark.parametrize(
    "text",
    [
        "Faktura kan ikke opprettes fordi gjeldende ordre allerede er fakturert.",
        "The invoice cannot be created because the order is already invoiced.",
    ],
)
def test_an_order_that_somebody_has_invoiced_is_stale(text: str) -> None:
    error = refusals.of_invoice(a_refusal(422, 18000, (None, text)), a_plan())
    assert outcome(error) == (OrderRejected, Code.STALE_IN_LEDGER, {"text": text})


@pytest.mark.parametrize(
    "text",
    [
        "Kunden kan ikke motta EHF-dokumenter.",
        "Kunden finnes ikke i eFaktura-registeret. eFaktura kan ikke velges.",
        "Faktura kan ikke sendes via EHF",
    ],
)
def test_a_card_that_sends_what_the_customer_cannot_receive_is_named(text: str) -> None:
    refusal, plan = a_refusal(422, 18000, ("invoiceSendMethod", text)), a_plan()
    named = (OrderRejected, Code.EHF_REFUSED, {"name": "Kari Eksempel", "text": text})
    assert outcome(refusals.of_customer(refusal, plan, None)) == named
    assert outcome(refusals.of_invoice(refusal, plan)) == named


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (None, "Kunden kan ikke motta EHF-dokumenter."),
        ("sendType", "Faktura kan ikke sendes via EHF"),
        ("sendType", "Ugyldig verdi."),
    ],
)
def test_ehf_that_was_asked_for_is_refused_in_whatever_words(field: str | None, text: str) -> None:
    plan = replace(a_plan(), send=SendType.EHF)
    refusal = a_refusal(422, 18000, (field, text))
    named = (OrderRejected, Code.EHF_REFUSED, {"name": "Kari Eksempel", "text": text})
    assert outcome(refusals.of_invoice(refusal, plan)) == named


def test_another_way_of_sending_that_is_refused_is_no_refusal_of_ehf() -> None:
    plan = replace(a_plan(), send=SendType.EMAIL)
    refusal = a_refusal(422, 18000, ("sendType", "Ugyldig verdi."))
    assert refusals.of_invoice(refusal, plan).problem.code is Code.REJECTED


WORDS = (
    ("number", NUMBER_TEXT),
    ("customerNumber", "Nummeret er i bruk."),
    (VAT_FIELD, "Ugyldig mva-kode."),
    ("Internt felt (customerId)", "Ugyldig kundenummer: 107000001"),
    (None, "Faktura kan ikke opprettes før selskapet har registrert et bankkontonummer."),
    (None, "Faktura kan ikke opprettes fordi gjeldende ordre allerede er fakturert."),
    (None, "Kunden kan ikke motta EHF-dokumenter."),
)


@pytest.mark.parametrize("words", WORDS)
def test_words_never_outweigh_a_denied_login_or_an_exception(words: tuple[str | None, str]) -> None:
    plan = a_plan()
    for status, code, kind in (
        (401, 3000, CredentialsRejected),
        (403, 9000, PermissionMissing),
        (400, 1000, OutcomeUnknown),
        (422, 1002, OutcomeUnknown),
    ):
        refusal = a_refusal(status, code, words)
        for error in (
            refusals.of_order(refusal, plan),
            refusals.of_customer(refusal, plan, 100457),
            refusals.of_invoice(refusal, plan),
        ):
            assert type(error) is kind


def test_several_reasons_are_all_told() -> None:
    refusal = a_refusal(422, 18000, ("email", "Feil."), ("invoiceEmail", "Også feil."))
    assert refusal.fields == "email,invoiceEmail"
    assert refusal.text == "Feil. Også feil."


def test_a_refusal_without_reasons_has_the_developer_s_message() -> None:
    assert a_refusal(422, 18000).text == "VALIDATION_ERROR"


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Not found</html>",
        b"",
        b'{"code": "(none)"}',
        b"[]",
        b'{"code": true, "message": 5, "validationMessages": ["x", 5, null]}',
    ],
)
def test_a_refusal_that_cannot_be_read_is_still_a_refusal(body: bytes) -> None:
    refusal = Refusal(Answer(404, {}, body, "r-1", "/order/1/:invoice"))
    params = {"status": 404, "code": None, "field": "", "text": ""}
    error = refusals.of_invoice(refusal, a_plan())
    assert outcome(error) == (OrderRejected, Code.REJECTED, params)


def test_one_strange_part_of_a_refusal_hides_none_of_the_others() -> None:
    body = {
        "code": 1000,
        "message": ["strange"],
        "developerMessage": 7,
        "validationMessages": {"field": "name", "message": "Kan ikke være null.", "path": 1},
    }
    answer = Answer(400, {}, json.dumps(body).encode(), "r-1", "/order")
    refusal = Refusal(answer)
    assert (refusal.fields, refusal.text) == ("name", "Kan ikke være null.")
    assert isinstance(refusals.of_order(refusal, a_plan()), OutcomeUnknown)


@pytest.mark.parametrize("code", [1000, 1002])
def test_an_exception_inside_tripletex_leaves_a_write_open_whatever_its_status(code: int) -> None:
    error = refusals.of_order(a_refusal(400, code), a_plan())
    assert isinstance(error, OutcomeUnknown)
    assert error.answered is True


def test_a_missing_right_names_the_path() -> None:
    expected = (PermissionMissing, Code.PERMISSION_MISSING, {"path": "/order"})
    assert outcome(a_refusal(403, 9000).as_read()) == expected
    assert outcome(a_refusal(403, 9000).as_write()) == expected


def test_an_accountant_s_token_without_a_client_says_so() -> None:
    text = "... can only access /token/session/>whoAmI & /company/>withLoginAccess ..."
    error = a_refusal(403, 9000, (None, text)).as_read()
    assert outcome(error) == (SetupError, Code.CLIENT_COMPANY_UNKNOWN, {"company": ""})


def test_a_second_refused_login_is_about_the_session() -> None:
    error = a_refusal(401, 3000).as_write()
    assert outcome(error)[:2] == (CredentialsRejected, Code.SESSION_REJECTED)


def test_a_refused_read_is_for_the_maker_of_the_program() -> None:
    kind, code, params = outcome(a_refusal(400, 11000, ("fields", "Illegal field")).as_read())
    assert (kind, code, params["code"]) == (AnswerNotUnderstood, Code.REQUEST_REFUSED, 11000)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("arg:consumerToken", Code.CONSUMER_TOKEN_REJECTED),
        ("consumerToken", Code.CONSUMER_TOKEN_REJECTED),
        ("arg:employeeToken", Code.EMPLOYEE_TOKEN_REJECTED),
        ("employeeToken", Code.EMPLOYEE_TOKEN_REJECTED),
    ],
)
def test_the_wrong_token_is_named(field: str, code: Code) -> None:
    error = refusals.of_session(a_refusal(422, 18000, (field, "invalid canary")))
    assert outcome(error) == (CredentialsRejected, code, {})


@pytest.mark.parametrize("status", [401, 403])
def test_a_session_that_nobody_may_make_is_rejected(status: int) -> None:
    error = refusals.of_session(a_refusal(status))
    assert outcome(error) == (CredentialsRejected, Code.SESSION_REJECTED, {})


def test_an_unknown_refusal_of_a_session_does_not_repeat_its_words() -> None:
    refusal = a_refusal(422, 18000, ("expirationDate", "canary"))
    params = {"status": 422, "code": 18000, "field": "expirationDate", "text": ""}
    told = (AnswerNotUnderstood, Code.REQUEST_REFUSED, params)
    assert outcome(refusals.of_session(refusal)) == told


def test_a_plan_with_one_code_on_several_lines_still_names_the_first() -> None:
    plan = a_plan("25", "25")
    first = replace(plan.lines[0], description="Garn")
    plan = replace(plan, lines=(first, plan.lines[1]))
    error = refusals.of_order(a_refusal(422, 18000, (VAT_FIELD, "Ugyldig mva-kode.")), plan)
    assert error.problem.params["line"] == "Garn"
