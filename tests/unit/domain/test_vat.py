"""The VAT code of a line, export, and what is left without VAT."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.orders.building import (
    EXEMPT,
    EXPORTED,
    FISH,
    HIGH,
    LOW,
    MIDDLE,
    OUTSIDE,
    TROMSO,
    a_line,
    an_order,
    company_facts,
)
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts, VatCode, VatRegistration
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Address
from tripletex_wizard.domain.profile import VatRules, ZeroReason
from tripletex_wizard.domain.vat import VatChooser, codes_in_use, is_export, net_of

RULES = VatRules(zero_reasons=(ZeroReason("BOK-*", "5"), ZeroReason("LEIE-?", "6")))
H, M = Decimal(25), Decimal(15)


def code_for(
    rate: str, sku: str = "SAGA", facts: LedgerFacts | None = None, *, export: bool = False
) -> VatCode | Problem:
    chooser = VatChooser(RULES, facts or company_facts(), export, "SE")
    return chooser.code_for(name="Garn", sku=sku, rate=Decimal(rate))


@pytest.mark.parametrize(
    ("rate", "code"),
    [("25", HIGH), ("25.0000", HIGH), ("15", MIDDLE), ("12", LOW), ("11.11", FISH)],
)
def test_a_rate_gets_the_code_of_the_table(rate: str, code: VatCode) -> None:
    assert code_for(rate) == code


def test_a_rate_that_norway_does_not_have_stops_the_line() -> None:
    assert code_for("24") == Problem(Code.VAT_RATE_UNKNOWN, line="Garn", rate=Decimal(24))


@pytest.mark.parametrize(("sku", "code"), [("BOK-01", EXEMPT), ("LEIE-2", OUTSIDE)])
def test_nought_per_cent_gets_the_code_of_its_reason(sku: str, code: VatCode) -> None:
    assert code_for("0", sku) == code


@pytest.mark.parametrize("sku", ["SAGA", "", "bok-01", "LEIE-22"])
def test_nought_per_cent_without_a_reason_stops_the_line(sku: str) -> None:
    assert code_for("0", sku) == Problem(Code.ZERO_RATE_WITHOUT_REASON, line="Garn", sku=sku)


def test_an_article_number_in_brackets_means_itself() -> None:
    rules = VatRules(
        zero_reasons=(ZeroReason("SETT [3]", "5"), ZeroReason("[B]-*", "6")),
        gift_card_skus=("GK[500]",),
    )
    assert [rules.zero_code(sku) for sku in ("SETT [3]", "[B]-1")] == ["5", "6"]
    assert [rules.zero_code(sku) for sku in ("SETT 3", "B-1")] == [None, None]
    assert rules.is_gift_card("gk[500]")
    assert not rules.is_gift_card("GK5")


def test_an_article_without_a_number_has_no_reason_even_when_every_number_has() -> None:
    assert VatRules(zero_reasons=(ZeroReason("*", "6"),)).zero_code("") is None


def test_a_code_that_is_off_in_tripletex_stops_the_line() -> None:
    off = company_facts(vat_codes=(HIGH,))
    assert code_for("15", facts=off) == Problem(
        Code.VAT_CODE_INACTIVE, line="Garn", rate=M, vat_code="31"
    )


def test_a_code_that_has_another_rate_in_tripletex_stops_the_line() -> None:
    changed = company_facts(vat_codes=(VatCode(31, "31", Decimal(16), "Middels sats"),))
    assert code_for("15", facts=changed) == Problem(
        Code.VAT_CODE_INACTIVE, line="Garn", rate=M, vat_code="31"
    )


@pytest.mark.parametrize(
    ("sku", "is_gift_card"),
    [("gk-500", True), ("KORT-1", True), ("KORT-22", False), ("", False)],
)
def test_the_profile_may_name_the_articles_that_are_gift_cards(
    sku: str, is_gift_card: bool
) -> None:
    rules = VatRules(gift_card_skus=("GK-*", "Kort-?"))
    assert rules.is_gift_card(sku) is is_gift_card
    assert VatRules(gift_card_skus=("*",)).is_gift_card(sku) is bool(sku)


def test_goods_that_leave_the_country_get_the_code_of_export() -> None:
    assert code_for("0", "BOK-01", export=True) == EXPORTED


def test_norwegian_vat_on_goods_that_leave_the_country_stops_the_line() -> None:
    assert code_for("25", export=True) == Problem(
        Code.VAT_ON_EXPORT, line="Garn", rate=H, country="SE"
    )


def test_vat_charged_by_a_company_that_is_not_registered_stops_the_line() -> None:
    facts = company_facts(registration=VatRegistration.NOT_REGISTERED)
    assert code_for("25", facts=facts) == Problem(
        Code.VAT_WITHOUT_REGISTRATION, line="Garn", rate=H
    )


@pytest.mark.parametrize("export", [False, True])
def test_a_company_that_is_not_registered_sells_outside_the_act(export: bool) -> None:
    facts = company_facts(registration=VatRegistration.NOT_REGISTERED)
    assert code_for("0", facts=facts, export=export) == OUTSIDE


@pytest.mark.parametrize("status", [VatRegistration.APPLICANT, VatRegistration.COMPENSATION])
def test_only_the_status_not_registered_counts_as_not_registered(status: VatRegistration) -> None:
    assert code_for("25", facts=company_facts(registration=status)) == HIGH


@pytest.mark.parametrize(
    ("country", "postal_code", "export"),
    [
        ("NO", "9008", False),
        ("NO", "9169", False),
        ("NO", "9170", True),
        ("NO", " 9178 ", True),
        ("NO", "9179", False),
        ("NO", "8099", True),
        ("NO", "8100", False),
        ("NO", "", False),
        ("NO", "N-9170", True),
        ("NO", "NO-9170", True),
        ("NO", "no 9178", True),
        ("NO", "N-9008", False),
        ("NO", "Longyearbyen", False),
        ("SE", "852 30", True),
        ("SJ", "0000", True),
    ],
)
def test_abroad_svalbard_and_jan_mayen_are_export(
    country: str, postal_code: str, export: bool
) -> None:
    address = Address("Kari", "", "Gata 1", postal_code, "Stedet", country)
    assert is_export(address) is export


@pytest.mark.parametrize(
    ("gross", "rate", "net"),
    [(3500, "15", 3043), (999, "25", 799), (-2669, "25", -2135), (10000, "0", 10000)],
)
def test_the_net_is_rounded_to_the_ore(gross: int, rate: str, net: int) -> None:
    assert net_of(Money(gross, "SEK"), Decimal(rate)) == Money(net, "SEK")


def test_the_postal_code_counts_only_in_norway() -> None:
    assert is_export(Address(country="SE", postal_code="0170"))
    assert not is_export(TROMSO)


def test_the_codes_in_use_are_those_of_the_lines_and_of_every_reason_for_nought() -> None:
    orders = [
        an_order(lines=[a_line(), a_line(rate="15"), a_line(rate="20"), a_line(rate="0")]),
        an_order(lines=[a_line(rate="25.0000")]),
    ]
    assert codes_in_use(orders, RULES) == {
        (H, "3"),
        (M, "31"),
        (Decimal(20), None),
        (Decimal(0), "5"),
        (Decimal(0), "6"),
    }


def test_the_code_of_export_is_in_use_only_when_goods_leave_the_country() -> None:
    abroad = an_order(
        lines=[a_line(rate="0")], delivery=Address(country="SE", postal_code="852 30")
    )
    assert codes_in_use([abroad], VatRules()) == {(Decimal(0), "52")}
    assert codes_in_use([an_order(lines=[a_line(rate="0")])], VatRules()) == set()
