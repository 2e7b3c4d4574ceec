"""A pack of a book and other goods is one article with the full rate (accounting.md D6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import TODAY, a_line, a_profile, an_order, company_facts, transfer_rules
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mixed_packs import is_mixed_pack
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.profile import VatRules, ZeroReason


@pytest.mark.parametrize(
    "name",
    ["Garnpakke med strikkebok", "GARNPAKKEN + bøker", "Babysett, garn og hefte"],
)
def test_the_name_tells_of_a_pack_with_a_book(name: str) -> None:
    assert is_mixed_pack(name)


@pytest.mark.parametrize(
    "name",
    [
        "Strikkebok",
        "Bokpakke: tre strikkebøker",
        "Sett med bøker",
        "Pakke med strikkebok",
        "Garnpakke",
        "Garnpakke i boks",
        "Strikkepakke med oppskrift",
        "Heftesett og bok",
        "",
    ],
)
def test_other_names_tell_nothing(name: str) -> None:
    assert not is_mixed_pack(name)


@pytest.mark.parametrize(("code", "is_told"), [("5", True), ("6", False)])
def test_it_is_told_of_a_line_that_is_exempt_as_books_are(code: str, is_told: bool) -> None:
    name = "Garnpakke med strikkebok"
    line = replace(a_line("499.00", rate="0", sku="PK-1"), name=name)
    rules = transfer_rules(vat=VatRules(zero_reasons=(ZeroReason("PK-*", code),)))
    plan = plan_posting(
        an_order(lines=[line], total="499.00"),
        a_profile(rules),
        company_facts(),
        today=TODAY,
        choice=Choice(),
    )
    assert plan.notes == ((Problem(Code.MIXED_PACK, line=name),) if is_told else ())
