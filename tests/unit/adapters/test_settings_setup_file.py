"""Set-up files: what people may write, what it means, and what is refused."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from tests.unit.adapters.profiles import FJORD_GARN, profiles
from tripletex_wizard.adapters.settings import read_setup_file, setup_file_text
from tripletex_wizard.domain.errors import AppError, Code
from tripletex_wizard.domain.known_accounts import StatedAccounts
from tripletex_wizard.domain.ledger import Company, PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.profile import (
    CompanyInvoices,
    Environment,
    GiftCardRules,
    ProductUse,
    Profile,
    SalesDocument,
    SoldAs,
    TransferRules,
    UnplacedSeries,
    ZeroReason,
)
from tripletex_wizard.domain.setup import Connected, MethodRequest, SetupRequest, profile_of

TODAY = date(2026, 11, 9)
FULL = """{
  "version": 1,
  "environment": "practice",
  "company": {"id": 7100200, "name": "Fjord Garn AS", "organization_number": "912 345 678"},
  "shop": "fjordgarn",
  "client_company": true,
  "completed_statuses": ["Sendt", 5],
  "start_date": "2026-10-01",
  "number_prefix": "FG-",
  "search_customer": true,
  "keep_customer": true,
  "due_days": 30,
  "freight_rate": 15,
  "gift_card_payment_type": "Gavekort",
  "gift_cards": {"product": 900, "sold_as": "6", "discounts": ["Bonus*"], "payments": ["GK-*", 7],
    "unplaced": "stop"},
  "products": "found",
  "zero_total": "invoice",
  "write_back": true,
  "sales_document": "receipt",
  "department": "Nettbutikk",
  "company_invoices": "ehf",
  "vat": {
    "codes": {"25": "3", "11.11": 32},
    "export_code": "52",
    "unregistered_code": "6",
    "zero_reasons": [{"sku": "BOK-*", "code": "5"}],
    "gift_card_skus": ["GK-*", 500],
    "accounts": [{"code": 3, "sales": 3010, "vat": 2710}, {"code": "5", "sales": 3110}]
  },
  "customer_numbers_confirmed": true,
  "payment_mapping": [
    {"method": "vipps", "label": "Vipps", "payment_type": "Vipps", "transfer_as": "invoice"},
    {"method": "invoice", "payment_type": null, "send_invoice": true, "transfer_as": "order"},
    {"method": "klarna", "payment_type": 17},
    {"method": "cash", "left_out": true}
  ],
  "confirmed_by": "Kari Nordmann"
}"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "oppsett.json"


def written(path: Path, text: str) -> SetupRequest:
    path.write_text(text, encoding="utf-8")
    return read_setup_file(path, today=TODAY)


def refusal(path: Path) -> AppError:
    with pytest.raises(AppError) as caught:
        read_setup_file(path, today=TODAY)
    return caught.value


def changed(**fields: Any) -> str:
    return json.dumps({**json.loads(FULL), **fields})


def test_the_mapping_alone_is_a_setup_with_the_specifications_defaults(path: Path) -> None:
    request = written(path, '{"payment_mapping": [{"method": "vipps", "payment_type": "Vipps"}]}')
    assert request == SetupRequest(
        environment=Environment.PRODUCTION,
        methods=(MethodRequest("vipps", "", "Vipps"),),
        rules=TransferRules(completed_statuses=(), start_date=TODAY),
        keeps_start_date=True,
        completed_statuses=("Sendt",),
    )


def test_every_field_is_read(path: Path) -> None:
    request = written(path, FULL)
    assert (request.environment, request.shop) == (Environment.PRACTICE, "fjordgarn")
    assert (request.client_company_id, request.organization_number) == (7_100_200, "912 345 678")
    assert request.completed_statuses == ("Sendt", "5")
    assert request.gift_card_payment_type == "Gavekort"
    assert request.department == "Nettbutikk"
    assert request.rules.gift_cards == GiftCardRules(
        "900", SoldAs.OUTSIDE, ("Bonus*",), ("GK-*", "7"), UnplacedSeries.STOP
    )
    assert (request.customer_numbers_confirmed, request.confirmed_by) == (True, "Kari Nordmann")
    rules = request.rules
    assert (rules.start_date, rules.number_prefix) == (date(2026, 10, 1), "FG-")
    assert not request.keeps_start_date
    assert (rules.search_customer, rules.keep_customer, rules.due_days) == (True, True, 30)
    assert (rules.freight_rate, rules.zero_total) == (Decimal(15), "invoice")
    assert rules.products is ProductUse.FOUND
    assert rules.write_back
    assert rules.sales_document is SalesDocument.RECEIPT
    assert rules.company_invoices is CompanyInvoices.EHF
    assert rules.vat.codes == {Decimal(25): "3", Decimal("11.11"): "32"}
    assert rules.vat.zero_reasons == (ZeroReason("BOK-*", "5"),)
    assert rules.vat.gift_card_skus == ("GK-*", "500")
    assert rules.vat.accounts == (StatedAccounts("3", 3010, 2710), StatedAccounts("5", 3110))


def test_every_row_of_the_mapping_is_read(path: Path) -> None:
    assert written(path, FULL).methods == (
        MethodRequest("vipps", "Vipps", "Vipps"),
        MethodRequest("invoice", "", None, send_invoice=True, transfer_as=TransferAs.ORDER),
        MethodRequest("klarna", "", "17"),
        MethodRequest("cash", "", None, left_out=True),
    )


def test_the_company_id_opens_only_a_client_company(path: Path) -> None:
    assert written(path, changed(client_company=False)).client_company_id is None


def test_the_mark_that_windows_puts_in_front_is_passed_over(path: Path) -> None:
    assert written(path, "\N{BOM}" + FULL) == written(path, FULL)


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({"version": 2}, "version"),
        ({"environment": "staging"}, "environment"),
        ({"company": {"id": "7"}}, "company.id"),
        ({"company": {"name": "Fjord Garn AS"}}, "client_company"),
        ({"completed_statuses": []}, "completed_statuses"),
        ({"completed_statuses": [""]}, "completed_statuses.0"),
        ({"completed_statuses": [True]}, "completed_statuses.0"),
        ({"start_date": "9.11.2026"}, "start_date"),
        ({"due_days": -1}, "due_days"),
        ({"freight_rate": "25 %"}, "freight_rate"),
        ({"freight_rate": 100}, "freight_rate"),
        ({"vat": {"codes": {"high": "3"}}}, "vat.codes.high.[key]"),
        ({"vat": {"zero_reasons": [{"sku": "A", "code": "7"}]}}, "vat.zero_reasons.0.code"),
        ({"vat": {"gift_card_skus": [""]}}, "vat.gift_card_skus.0"),
        ({"vat": {"accounts": [{"code": "3", "sales": "3000"}]}}, "vat.accounts.0.sales"),
        ({"vat": {"accounts": [{"code": "3", "sales": 0}]}}, "vat.accounts.0.sales"),
        ({"vat": {"accounts": [{"code": "3", "sales": 3000}] * 2}}, "vat.accounts"),
        ({"products": "all"}, "products"),
        ({"gift_cards": {"sold_as": "7"}}, "gift_cards.sold_as"),
        ({"gift_cards": {"product": ""}}, "gift_cards.product"),
        ({"gift_cards": {"product": 101 * "9"}}, "gift_cards.product"),
        ({"payment_mapping": [{"method": "vipps"}]}, "payment_mapping.0.payment_type"),
        ({"payment_mapping": [{"payment_type": 7}]}, "payment_mapping.0.method"),
        (
            {"payment_mapping": [{"method": "a", "payment_type": 7}] * 2},
            "payment_mapping",
        ),
    ],
)
def test_a_field_that_is_wrong_is_named(path: Path, fields: dict[str, Any], detail: str) -> None:
    path.write_text(changed(**fields))
    problem = refusal(path).problem
    assert problem.code is Code.SETUP_FILE_INVALID
    assert problem.params == {"path": str(path), "detail": detail}


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({"write_bak": True}, "write_bak"),
        ({"tokens": {"consumer": "abc"}}, "tokens"),
        ({"vat": {"gift_cards": []}}, "vat.gift_cards"),
    ],
)
def test_a_field_that_is_not_known_is_named(
    path: Path, fields: dict[str, Any], detail: str
) -> None:
    path.write_text(changed(**fields))
    problem = refusal(path).problem
    assert problem.code is Code.SETUP_FILE_UNKNOWN_FIELD
    assert problem.params == {"path": str(path), "detail": detail}


def test_a_setup_without_a_mapping_is_refused(path: Path) -> None:
    path.write_text("{}")
    assert refusal(path).problem.params["detail"] == "payment_mapping"


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"", "1"), (b"{", "1"), (b"PK\x03\x04", "1"), (b'{\n  "version": 1,\n}\n', "3")],
)
def test_a_file_that_is_not_json_is_refused_with_the_line(
    path: Path, content: bytes, line: str
) -> None:
    path.write_bytes(content)
    problem = refusal(path).problem
    assert problem.code is Code.SETUP_FILE_NOT_JSON
    assert problem.params == {"path": str(path), "line": line}


def test_a_file_that_is_not_text_cannot_be_read(path: Path) -> None:
    path.write_bytes(b"\xff\xfe{\x00")
    problem = refusal(path).problem
    assert (problem.code, problem.params) == (Code.FILE_UNREADABLE, {"path": str(path)})


def test_a_file_that_is_not_there_cannot_be_read(path: Path) -> None:
    assert refusal(path).problem.code is Code.FILE_UNREADABLE


def test_a_token_written_into_the_file_is_in_no_error(path: Path) -> None:
    path.write_text(changed(payment_mapping=[{"method": "vipps", "payment_type": ["canary"]}]))
    error: BaseException | None = refusal(path)
    while error:
        assert "canary" not in f"{error!s} {error!r}"
        error = error.__cause__ or error.__context__


def connected_as(profile: Profile) -> Connected:
    """Tokens that open the profile's company and shop, with all that it names."""
    used = {
        profile.rules.gift_card_payment_type,
        *(r.payment_type_id for r in profile.mapping.rows),
    }
    company = Company(profile.company_id, profile.company_name, profile.organization_number)
    types = tuple(PaymentType(row, f"type {row}", None, "NOK") for row in used if row is not None)
    chosen = profile.rules.department
    departments = () if chosen is None else (chosen,)
    statuses = profile.rules.completed_statuses
    return Connected(company, types, profile.shop, statuses, departments)


@given(profile=profiles)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_exported_profile_imported_again_is_the_same(path: Path, profile: Profile) -> None:
    by_receipt = profile.rules.sales_document is SalesDocument.RECEIPT
    assume(profile.mapping.confirmed_by or not by_receipt)
    request = written(path, setup_file_text(profile))
    moment = profile.mapping.confirmed_at or datetime(2026, 11, 9, tzinfo=UTC)
    again = profile_of(
        profile.name, request, connected_as(profile), version=profile.mapping.version, now=moment
    )
    assert setup_file_text(again) == setup_file_text(profile)
    assert again.rules == profile.rules
    assert again.mapping.rows == profile.mapping.rows


def test_an_export_can_be_read_by_people() -> None:
    exported = json.loads(setup_file_text(FJORD_GARN))
    assert exported["completed_statuses"] == ["Sendt"]
    assert exported["payment_mapping"][1]["payment_type"] is None
    assert exported["freight_rate"] == "25"
