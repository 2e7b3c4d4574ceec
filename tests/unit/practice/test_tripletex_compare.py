"""The comparison of the practice Tripletex with recordings."""

import json
from pathlib import Path

import pytest

from tripletex_wizard.practice.tripletex.compare import Comparison, main
from tripletex_wizard.practice.tripletex.recordings import read_recordings
from tripletex_wizard.practice.tripletex.texts import TEXTS


def refusal(**changes: object) -> dict[str, object]:
    body = {
        "status": 422,
        "code": 16000,
        "message": "Request mapping failed",
        "validationMessages": [
            {"field": "ordre", "message": "Feltet eksisterer ikke i objektet.", "path": None}
        ],
    }
    return {
        "method": "POST",
        "path": "/invoice",
        "http_status": 422,
        "example_body": body,
        "example_request": {"body": None, "query": None},
        **changes,
    }


def compared(tmp_path: Path, data: object) -> Comparison:
    file = tmp_path / "recordings.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    comparison = Comparison()
    for recording in read_recordings(file):
        comparison.of(recording)
    return comparison


def test_a_refusal_that_is_played_alike_matches_wholly(tmp_path: Path) -> None:
    figures = compared(tmp_path, [refusal()]).paths["POST /invoice"]
    assert figures.matched == figures.total
    assert figures.total == {"keys": 8, "types": 8, "codes": 2, "fields": 1}


def test_a_refusal_that_is_played_otherwise_is_shown(tmp_path: Path) -> None:
    body = {"status": 400, "code": 4000, "message": "A", "extra": 1}
    wrong = refusal(path="/customer", http_status=400, example_body=body)
    figures = compared(tmp_path, [wrong]).paths["POST /customer"]
    assert (figures.matched["keys"], figures.total["keys"]) == (3, 4)
    assert figures.matched["codes"] == 0
    assert "keys: extra" in figures.differing


def test_what_the_program_does_not_use_is_left_out_with_a_reason(tmp_path: Path) -> None:
    comparison = compared(tmp_path, [refusal(path="/travelExpense/rate")])
    assert comparison.paths == {}
    reason = "POST /travelExpense/rate: a path or method that the program does not use"
    assert comparison.left_out == {reason: 1}


def test_answers_are_compared_by_key_and_type(tmp_path: Path) -> None:
    exchange = {
        "path": "/v2/customer",
        "method": "post",
        "request": {"data": {"name": "X"}},
        "response": {"value": {"id": 93640847, "name": 7, "shoeSize": 42}},
    }
    comparison = compared(tmp_path, {"_provenance": {"a": "b"}, "session": {"one": exchange}})
    figures = comparison.paths["POST /customer"]
    assert figures.differing == {"keys: value.shoeSize", "types: value.name number not text"}


def test_registers_are_compared_by_their_first_row(tmp_path: Path) -> None:
    data = {"currencies_first12": [{"id": 1, "code": "NOK"}], "entitlement_names": [[1, "A"]]}
    figures = compared(tmp_path, data).paths["GET /currency"]
    assert figures.matched["keys"] == figures.total["keys"] == 4


INVOICE = {"invoiceDate": "2026-01-15", "invoiceDueDate": "2026-01-29", "orders": [{"id": 402}]}
PRODUCT = {"name": "Garn", "number": "9068", "vatType": {"id": 3}}
PAID = "paymentDate=2026-01-19&paymentTypeId=36731842&paidAmount=12562.5"
SITUATIONS = [
    ("POST", "/invoice", INVOICE, "no_bank_account", None),
    ("PUT", "/order/{id}/:invoice", None, "no_bank_account", None),
    ("PUT", "/order/{id}/:invoice", None, "no_lines", {"invoiceDate": "2026-03-21"}),
    ("POST", "/invoice", json.dumps(INVOICE), "already_invoiced", None),
    ("PUT", "/invoice/{id}/:createCreditNote", None, "credited", None),
    (
        "PUT",
        "/invoice/{id}/:payment",
        None,
        "invoice_number_unknown",
        "paymentDate=2026-01-19&paymentTypeId=36731842&paidAmount=12562.5",
    ),
    ("PUT", "/invoice/{id}/:send", None, "not_real_invoice", {"sendType": "EMAIL"}),
    ("POST", "/product", {"name": "Garn", "vatType": {"id": 1}}, "vat_code", None),
    ("POST", "/product", PRODUCT, "product_number", None),
    ("POST", "/customer", None, "email", None),
    ("POST", "/customer", None, "organization_number", None),
    ("PUT", "/token/session/:create", None, "consumer_token", None),
]


@pytest.mark.parametrize("language", [0, 1])
@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation[3])
def test_the_company_is_brought_into_the_situation_of_a_refusal(
    tmp_path: Path, situation: tuple[str, str, object, str, object], language: int
) -> None:
    method, path, body, sentence, query = situation
    message = TEXTS[sentence][language].format(number="9068", name="Garn")
    problems = {"field": None, "message": message, "path": None}
    answer = {"status": 422, "code": 18000, "message": "", "validationMessages": problems}
    request = {"params": query, "body": body}
    recorded = refusal(method=method, path=path, example_body=answer, example_request=request)
    figures = compared(tmp_path, [recorded]).paths[f"{method} {path}"]
    assert (figures.matched["codes"], figures.total["codes"]) == (2, 2)


@pytest.mark.parametrize(
    ("status", "code", "message"),
    [
        (401, 3000, "Unauthorized"),
        (403, 9000, "You do not have permission to access this feature."),
        (404, 6000, "Object not found"),
        (400, 11000, "Illegal field in fields filter: isSent. isSent does not match a field"),
    ],
)
def test_refusals_without_messages_are_arranged_too(
    tmp_path: Path, status: int, code: int, message: str
) -> None:
    body = {"status": status, "code": code, "message": message, "validationMessages": None}
    recorded = refusal(method="GET", path="/invoice/{id}", http_status=status, example_body=body)
    figures = compared(tmp_path, [recorded]).paths["GET /invoice/{id}"]
    assert figures.differing == set()


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/order/orderline/1607577619", "product"),
        ("/order/210311950", "customer"),
        ("/ledger/account/466498657", "number"),
    ],
)
def test_own_objects_stand_in_for_recorded_ones(tmp_path: Path, path: str, key: str) -> None:
    exchange = {
        "method": "GET",
        "p": path,
        "request_params": {"sendToCustomer": False},
        "request_body": None,
        "status": 200,
        "response_body": {"value": {"id": 1, key: 1}},
    }
    comparison = compared(tmp_path, {"sandbox": {"one": exchange}})
    (figures,) = comparison.paths.values()
    assert figures.matched["codes"] == 1
    assert figures.matched["keys"] == 3


def test_a_wrong_type_is_made_up_from_the_field_it_names(tmp_path: Path) -> None:
    sentence = TEXTS["wrong_type"][0]
    problem = {"field": "customer.id", "message": sentence, "path": "customer.id"}
    body = {"status": 422, "code": 16000, "message": "", "validationMessages": [problem]}
    figures = compared(tmp_path, [refusal(path="/order", example_body=body)]).paths["POST /order"]
    assert figures.differing == set()


def test_an_unknown_customer_stays_unknown(tmp_path: Path) -> None:
    sentence = TEXTS["customer_unknown"][0].format(id=107922150)
    problem = {"field": "Internt felt (customerId)", "message": sentence, "path": None}
    body = {"status": 422, "code": 18000, "message": "", "validationMessages": [problem]}
    order = {"customer": {"id": 107922150}, "orderDate": "2026-03-21", "deliveryDate": "2026-03-21"}
    request = {"params": None, "body": order}
    recorded = refusal(path="/order", example_body=body, example_request=request)
    assert compared(tmp_path, [recorded]).paths["POST /order"].differing == set()


def test_crashes_are_left_to_the_fault_layer(tmp_path: Path) -> None:
    comparison = compared(tmp_path, [refusal(http_status=500)])
    assert comparison.left_out == {"POST /invoice: a crash, played by the fault layer": 1}


def test_the_command_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "recordings.json"
    file.write_text(json.dumps([refusal()]), encoding="utf-8")
    assert main([str(file)]) == 0
    shown = capsys.readouterr().out
    assert "POST /invoice" in shown
    assert "total" in shown


def test_the_command_asks_for_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().out
