"""Articles with 0 % VAT whose orders will be stopped, as far as the wizard has read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import TROMSO, a_line, an_order
from tests.unit.domain.drafts import READY
from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.found import MethodsFound, with_found
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.prerequisites import Finding, Prerequisite
from tripletex_wizard.domain.profile import VatRules, ZeroReason
from tripletex_wizard.domain.unexplained import Unexplained, unexplained
from tripletex_wizard.domain.zero_rated import ZeroRated, zero_rated

BOOK = ZeroRated("vipps", ("BOK-01",), 2)
COURSE = ZeroRated("vipps", ("BOK-01", "KURS"), 3)


def sold(number: str, *skus: str, method: str = "vipps", country: str = "NO") -> Order:
    """An order of articles with 0 % VAT and a ball of yarn."""
    lines = [a_line(), *(a_line(rate="0", sku=sku) for sku in skus)]
    delivery = replace(TROMSO, country=country)
    return an_order(number, lines=lines, method=method, delivery=delivery)


def draft_with(*rows: ZeroRated, reasons: tuple[ZeroReason, ...] = ()) -> SetupDraft:
    assert READY.rules is not None
    rules = replace(READY.rules, vat=VatRules(zero_reasons=reasons))
    return replace(READY, rules=rules, zero_rated=rows)


# reading


def test_orders_with_the_same_articles_are_counted_together() -> None:
    orders = [
        sold("1", "KURS"),
        sold("2", "BOK-01", "BOK-02"),
        sold("3", "BOK-02", "BOK-01", "BOK-01"),
    ]
    assert zero_rated(orders) == (
        ZeroRated("vipps", ("BOK-01", "BOK-02"), 2),
        ZeroRated("vipps", ("KURS",), 1),
    )


def test_each_method_has_its_own_count() -> None:
    orders = [sold("1", "KURS"), sold("2", "KURS", method="invoice")]
    assert {row.method: row.orders for row in zero_rated(orders)} == {"vipps": 1, "invoice": 1}


def test_what_has_vat_or_goes_abroad_needs_no_reason() -> None:
    assert zero_rated([sold("1"), sold("2", "BOK-01", country="SE")]) == ()


def test_what_was_read_with_the_methods_comes_into_the_draft() -> None:
    found = MethodsFound((), (BOOK,))
    draft = with_found(READY, found, today=an_order().created_at.date())
    assert draft.zero_rated == (BOOK,)


# what is lacking


def test_orders_are_counted_once_and_articles_named_from_the_most_frequent() -> None:
    rare = ZeroRated("invoice", ("", "A"), 1)
    found = unexplained(draft_with(BOOK, COURSE, rare))
    assert found == Unexplained(6, ("BOK-01", "KURS", "A", ""))


def test_a_reason_for_every_article_lets_an_order_go() -> None:
    reasons = (ZeroReason("BOK-*", "5"),)
    assert unexplained(draft_with(BOOK, reasons=reasons)) == Unexplained()
    assert unexplained(draft_with(BOOK, COURSE, reasons=reasons)) == Unexplained(3, ("KURS",))


def test_gift_cards_are_stopped_for_another_reason() -> None:
    assert unexplained(draft_with(ZeroRated("vipps", ("GAVEKORT",), 4))) == Unexplained()


def test_what_is_left_out_is_not_counted() -> None:
    assert unexplained(draft_with(replace(BOOK, method="pos_cash"))) == Unexplained()


def test_what_was_read_of_another_shop_does_not_count() -> None:
    assert unexplained(replace(draft_with(BOOK), methods_for="")) == Unexplained()
    assert unexplained(replace(draft_with(BOOK), rules=None)) == Unexplained()


def with_vat(finding: Finding) -> SetupDraft:
    """A draft whose board found this of VAT."""
    draft = draft_with(BOOK)
    rows = tuple(
        replace(row, finding=finding) if row.prerequisite is Prerequisite.VAT else row
        for row in draft.board
    )
    return replace(draft, board=rows)


@pytest.mark.parametrize("finding", [Finding.VAT_CODES_ACTIVE, Finding.VAT_CODES_MISSING])
def test_a_company_that_is_registered_for_vat_needs_reasons(finding: Finding) -> None:
    assert unexplained(with_vat(finding)) == Unexplained(2, ("BOK-01",))


@pytest.mark.parametrize(
    "finding",
    [
        Finding.VAT_NOT_REGISTERED,
        Finding.VAT_NOT_REGISTERED_FITS,
        Finding.VAT_UNREGISTERED_CODE_MISSING,
    ],
)
def test_without_registration_for_vat_nothing_needs_a_reason(finding: Finding) -> None:
    assert unexplained(with_vat(finding)) == Unexplained()


def test_while_nobody_knows_of_the_registration_nothing_is_said() -> None:
    assert unexplained(with_vat(Finding.CHECK_FAILED)) == Unexplained()
    assert unexplained(replace(draft_with(BOOK), board=())) == Unexplained()
