"""The VAT code of a line, export, and the comparison with what the shop told its customer."""

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
    a_row,
    an_order,
    company_facts,
)
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.ledger import LedgerFacts, VatCode, VatRegistration
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Address, TotalKind
from tripletex_wizard.domain.profile import VatRules, ZeroReason
from tripletex_wizard.domain.vat import (
    StatedVat,
    VatChooser,
    is_export,
    net_of,
    stated_vat,
    vat_by_rate,
)

RULES = VatRules(zero_reasons=(ZeroReason("BOK-*", "5"), ZeroReason("LEIE-?", "6")))
H, M, Z = Decimal(25), Decimal(15), Decimal(0)


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
        ("NO", "N-9170", False),
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


def test_vat_is_rounded_per_line_and_summed_per_rate_above_nought() -> None:
    lines = [(H, Money(999)), (H, Money(999)), (H, Money(999)), (M, Money(3500)), (Z, Money(100))]
    assert vat_by_rate(lines, "NOK") == {H: Money(600), M: Money(457)}


def test_vat_keeps_the_currency_of_the_order() -> None:
    assert vat_by_rate([(H, Money(1000, "SEK"))], "SEK") == {H: Money(200, "SEK")}


def test_an_order_without_vat_rows_states_no_vat() -> None:
    assert stated_vat(an_order()) is None


def test_the_rates_of_the_vat_rows_are_read_from_their_titles() -> None:
    rows = [
        a_row(TotalKind.TAX, "69.20", "MVA 25%"),
        a_row(TotalKind.TAX, "0.80", "Herav 25 % på frakt"),
        a_row(TotalKind.TAX, "4.57", "MVA 11,11 %"),
    ]
    assert stated_vat(an_order(rows=rows)) == StatedVat(
        {H: Money(7000), Decimal("11.11"): Money(457)}, Money(7457), 3, rates_known=True
    )


def test_a_vat_row_without_a_rate_counts_in_the_total_alone() -> None:
    rows = [a_row(TotalKind.TAX, "69.20", "MVA 25%"), a_row(TotalKind.TAX, "4.57", "Moms")]
    assert stated_vat(an_order(rows=rows)) == StatedVat(
        {H: Money(6920)}, Money(7377), 2, rates_known=False
    )


@pytest.mark.parametrize(
    ("ours", "agrees"),
    [
        ({H: 6920, M: 457}, True),
        ({H: 6925, M: 457}, True),
        ({H: 6915, M: 457}, True),
        ({H: 6926, M: 457}, False),
        ({H: 6914, M: 457}, False),
        ({H: 6920 + 457}, False),
        ({H: 6920, M: 457, Decimal(12): 6}, False),
        ({H: 6920, M: 457, Decimal(12): 5}, True),
    ],
)
def test_vat_may_differ_from_the_shops_by_an_ore_for_each_rounding(
    ours: dict[Decimal, int], agrees: bool
) -> None:
    stated = StatedVat({H: Money(6920), M: Money(457)}, Money(7377), 2, rates_known=True)
    found = {rate: Money(ore) for rate, ore in ours.items()}
    assert stated.agrees_with(found, 3) is agrees


@pytest.mark.parametrize(("ours", "agrees"), [(1004, True), (996, True), (1005, False)])
def test_vat_without_rates_is_compared_in_total(ours: int, agrees: bool) -> None:
    stated = StatedVat({}, Money(1000, "SEK"), 1, rates_known=False)
    assert stated.agrees_with({H: Money(ours, "SEK")}, 3) is agrees


def test_a_rate_that_the_shop_does_not_state_is_compared_with_nothing_in_its_currency() -> None:
    stated = StatedVat({H: Money(1000, "SEK")}, Money(1000, "SEK"), 1, rates_known=True)
    assert stated.agrees_with({H: Money(1000, "SEK"), M: Money(2, "SEK")}, 1)
    assert not stated.agrees_with({H: Money(1000, "SEK"), M: Money(3, "SEK")}, 1)


def test_the_postal_code_counts_only_in_norway() -> None:
    assert is_export(Address(country="SE", postal_code="0170"))
    assert not is_export(TROMSO)
