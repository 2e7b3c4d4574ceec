"""The values of a set-up and of a company: the mapping, the rules, the facts of Tripletex."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.orders.building import (
    CARD,
    COMPANY,
    GIFT_CARD,
    METHODS,
    OSLO,
    SENT,
    VIPPS,
    WEBSHOP,
    company_facts,
    payment_type,
    transfer_rules,
)
from tripletex_wizard.domain.errors import Code, InputError, Problem
from tripletex_wizard.domain.ledger import AccountingPeriod, Department
from tripletex_wizard.domain.mapping import MethodMapping, PaymentMapping, TransferAs
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import (
    Environment,
    Profile,
    SalesDocument,
    VatRules,
    ZeroReason,
)
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.setup import (
    Connected,
    MethodRequest,
    SetupRequest,
    department_named,
    payment_type_named,
    profile_of,
    status_named,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=OSLO)
TYPES = (VIPPS, CARD, GIFT_CARD)
STATUSES = (OrderStatus("3", "Under behandling"), SENT)
CONNECTED = Connected(COMPANY, TYPES, "fjord-garn", STATUSES)
REQUEST = SetupRequest(
    Environment.TEST,
    (
        MethodRequest("vipps", "Vipps på nett", "vipps", send_invoice=True),
        MethodRequest("invoice", "", None, transfer_as=TransferAs.ORDER),
        MethodRequest("pos_cash", "Kasse", 103, left_out=True),
    ),
    transfer_rules(gift_card_payment_type=None),
)


def set_up(request: SetupRequest, version: int = 1) -> Profile:
    return profile_of("Garn", request, CONNECTED, version=version, now=NOW)


def refused(request: SetupRequest) -> Problem:
    with pytest.raises(InputError) as error:
        set_up(request)
    return error.value.problem


# the mapping and the rules


def test_a_method_is_looked_up_in_the_mapping() -> None:
    mapping = PaymentMapping(1, METHODS)
    assert mapping.row("card") == METHODS[2]
    assert mapping.row("svea") is None


def test_a_mapping_row_is_an_unsent_invoice_unless_it_says_otherwise() -> None:
    row = MethodMapping("svea", "Svea", None)
    assert row == MethodMapping(
        "svea", "Svea", None, send_invoice=False, transfer_as=TransferAs.INVOICE, left_out=False
    )


def test_only_the_chosen_statuses_count_as_completed() -> None:
    rules = transfer_rules()
    assert rules.is_completed(OrderStatus("5", "Levert"))
    assert not rules.is_completed(OrderStatus("3", "Sendt"))


def test_the_first_reason_that_fits_an_article_counts() -> None:
    rules = VatRules(zero_reasons=(ZeroReason("BOK-*", "5"), ZeroReason("*", "6")))
    assert (rules.zero_code("BOK-01"), rules.zero_code("KURS")) == ("5", "6")


# the company's facts


def test_a_payment_type_is_found_by_its_id() -> None:
    assert company_facts().payment_type(CARD.id) == CARD
    assert company_facts().payment_type(1) is None


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 9, 30), False),
        (date(2026, 10, 1), True),
        (date(2026, 10, 31), True),
        (date(2026, 11, 1), False),
    ],
)
def test_a_period_ends_before_its_end_date(day: date, closed: bool) -> None:
    months = (
        AccountingPeriod(date(2026, 9, 1), date(2026, 10, 1), is_closed=False),
        AccountingPeriod(date(2026, 10, 1), date(2026, 11, 1), is_closed=True),
    )
    assert replace(company_facts(), periods=months).is_closed(day) is closed


# names become ids


@pytest.mark.parametrize("wanted", ["Vipps", " vipps ", "101", 101])
def test_a_payment_type_is_known_by_name_or_id(wanted: str | int) -> None:
    assert payment_type_named(wanted, TYPES) == VIPPS.id


def test_a_payment_type_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InputError) as error:
        payment_type_named("Svea", TYPES)
    assert error.value.problem == Problem(Code.PAYMENT_TYPE_UNKNOWN, payment_type="Svea", count=0)


def test_a_name_that_two_payment_types_have_is_refused() -> None:
    with pytest.raises(InputError) as error:
        payment_type_named("Vipps", (*TYPES, payment_type(109, "VIPPS", 1909)))
    assert error.value.problem == Problem(Code.PAYMENT_TYPE_UNKNOWN, payment_type="Vipps", count=2)


@pytest.mark.parametrize("wanted", ["Nettbutikk", " nettbutikk ", "10 Nettbutikk", "21"])
def test_a_department_is_known_by_name_or_id(wanted: str) -> None:
    assert department_named(wanted, (Department(1, "Lager"), WEBSHOP)) == WEBSHOP


def test_a_department_that_is_not_active_or_is_named_twice_is_refused() -> None:
    for others, count in (((), 0), ((WEBSHOP, Department(22, "NETTBUTIKK")), 2)):
        with pytest.raises(InputError) as error:
            department_named("Nettbutikk", others)
        refused = Problem(Code.DEPARTMENT_UNKNOWN, department="Nettbutikk", count=count)
        assert error.value.problem == refused


def test_the_name_of_a_department_becomes_the_department() -> None:
    connected = Connected(COMPANY, TYPES, "fjord-garn", STATUSES, (WEBSHOP,))
    request = replace(REQUEST, department="nettbutikk")
    rules = profile_of("Garn", request, connected, version=1, now=NOW).rules
    assert rules.department == WEBSHOP


@pytest.mark.parametrize("wanted", ["Sendt", " SENDT ", "5"])
def test_a_status_is_known_by_name_or_id(wanted: str) -> None:
    assert status_named(wanted, STATUSES) == SENT


def test_a_status_that_the_shop_does_not_have_is_refused() -> None:
    with pytest.raises(InputError) as error:
        status_named("Levert", STATUSES)
    assert error.value.problem == Problem(Code.STATUS_UNKNOWN, status="Levert")


# a set-up becomes a profile


def test_a_set_up_becomes_a_profile_locked_to_company_and_shop() -> None:
    profile = set_up(REQUEST, version=4)
    assert profile == Profile(
        name="Garn",
        environment=Environment.TEST,
        company_id=COMPANY.id,
        company_name=COMPANY.name,
        organization_number=COMPANY.organization_number,
        shop="fjord-garn",
        rules=transfer_rules(gift_card_payment_type=None),
        mapping=PaymentMapping(
            4,
            (
                MethodMapping("vipps", "Vipps på nett", VIPPS.id, send_invoice=True),
                MethodMapping("invoice", "invoice", None, transfer_as=TransferAs.ORDER),
                MethodMapping("pos_cash", "Kasse", CARD.id, left_out=True),
            ),
        ),
        client_company=False,
        customer_numbers_confirmed=False,
    )


def test_names_of_statuses_and_of_the_gift_card_type_become_ids() -> None:
    request = replace(
        REQUEST, completed_statuses=("under behandling", "5"), gift_card_payment_type="Gavekort"
    )
    rules = set_up(request).rules
    assert rules.completed_statuses == STATUSES
    assert rules.gift_card_payment_type == GIFT_CARD.id


def test_a_confirmation_has_a_name_and_a_time() -> None:
    mapping = set_up(replace(REQUEST, confirmed_by="Kari Regnskap")).mapping
    assert (mapping.confirmed_by, mapping.confirmed_at) == ("Kari Regnskap", NOW)


def test_a_client_of_an_accountant_and_confirmed_numbers_are_kept() -> None:
    request = replace(REQUEST, client_company_id=4711, customer_numbers_confirmed=True)
    profile = set_up(request)
    assert (profile.client_company, profile.customer_numbers_confirmed) == (True, True)


def test_another_company_than_the_one_asked_for_is_refused() -> None:
    assert refused(replace(REQUEST, organization_number="271 828 182")) == Problem(
        Code.WRONG_COMPANY, expected="271828182", found=COMPANY.organization_number
    )


def test_the_shops_receipt_is_the_sales_document_only_when_somebody_has_confirmed_it() -> None:
    rules = replace(REQUEST.rules, sales_document=SalesDocument.RECEIPT)
    by_receipt = replace(REQUEST, rules=rules)
    assert refused(by_receipt) == Problem(Code.RECEIPT_UNCONFIRMED)
    confirmed = set_up(replace(by_receipt, confirmed_by="Rita Regnskap"))
    assert confirmed.rules.sales_document is SalesDocument.RECEIPT


def test_another_shop_than_the_one_asked_for_is_refused() -> None:
    assert refused(replace(REQUEST, shop="annen-butikk")) == Problem(
        Code.WRONG_SHOP, expected="annen-butikk", found="fjord-garn"
    )


def test_the_company_and_shop_asked_for_are_accepted_with_spaces_in_the_number() -> None:
    request = replace(REQUEST, organization_number="314 159 268", shop="fjord-garn")
    assert set_up(request).company_id == COMPANY.id


# tokens


@pytest.mark.parametrize("text", [str, repr, "{}".format, "%s".__mod__])
def test_a_secret_has_no_text_form(text: Any) -> None:
    assert text(Secret("hemmelig")) == "Secret(…)"


@pytest.mark.parametrize("write", [pickle.dumps, copy.copy])
def test_a_secret_is_not_written_anywhere(write: Any) -> None:
    with pytest.raises(TypeError, match=r"^a secret is not written anywhere$"):
        write(Secret("hemmelig"))


def test_a_secret_is_revealed_to_the_one_who_asks() -> None:
    assert Secret("hemmelig").reveal() == "hemmelig"


def test_secrets_are_equal_when_their_tokens_are() -> None:
    assert Secret("a") == Secret("a")
    assert hash(Secret("a")) == hash(Secret("a"))
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"


def test_an_empty_secret_is_false() -> None:
    assert Secret("a")
    assert not Secret("")


def test_the_rates_of_the_specification_have_their_codes() -> None:
    assert VatRules().codes == {
        Decimal(25): "3",
        Decimal(15): "31",
        Decimal(12): "33",
        Decimal("11.11"): "32",
    }
