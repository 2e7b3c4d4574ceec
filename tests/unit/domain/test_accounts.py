"""Accounts are assumed until they are stated, or seen on a voucher (accounting.md rule 14)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.orders.building import (
    EXEMPT,
    HIGH,
    MIDDLE,
    ROUNDING,
    TODAY,
    UNTREATED,
    a_line,
    a_profile,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.accounts import learned, with_learned
from tripletex_wizard.domain.booking import BookedPosting, Booking
from tripletex_wizard.domain.known_accounts import KnownAccounts, SeenAccounts, StatedAccounts
from tripletex_wizard.domain.ledger import Product, VatCode
from tripletex_wizard.domain.lines import PlannedLine, line_of
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.posting_sums import movements
from tripletex_wizard.domain.postings import PostedAccount, postings_of, vat_account
from tripletex_wizard.domain.profile import VatRules

SEEN = SeenAccounts("3", 3010, "Salg av garn", 2710, "Utgående mva", "1042")
STATED = StatedAccounts("3", 3020, 2720)


def sold(vat: VatCode, ore: int, product: Product | None = None) -> PlannedLine:
    return line_of("Garn", Decimal(1), Money(ore), vat, product)


def sale(account: int, vat: VatCode, net: int, tax: int = 0, name: str = "Salg") -> BookedPosting:
    return BookedPosting(account, name, vat.id, Money(-net), Money(-net - tax))


def tax(account: int, vat: VatCode, ore: int) -> BookedPosting:
    return BookedPosting(account, "Mva", vat.id, Money(-ore), Money(-ore))


def voucher(*rows: BookedPosting) -> Booking:
    return Booking("1042", rows, Money(0))


def test_a_voucher_tells_the_sales_and_vat_account_of_each_code() -> None:
    booking = voucher(
        *(sale(3010, HIGH, 7120, 1780), tax(2710, HIGH, 1780), sale(3110, EXEMPT, 34900)),
        BookedPosting(1902, "Vipps", None, Money(43800), Money(43800)),
    )
    assert learned(booking, [sold(HIGH, 8900), sold(EXEMPT, 34900)], ()) == (
        SeenAccounts("3", 3010, "Salg", 2710, "Mva", "1042"),
        SeenAccounts("5", 3110, "Salg", None, "", "1042"),
    )


def test_a_voucher_without_a_row_for_the_vat_tells_the_sales_account_alone() -> None:
    (row,) = learned(voucher(sale(3010, HIGH, 7120, 1780)), [sold(HIGH, 8900)], ())
    assert (row.sales, row.vat) == (3010, None)


def test_what_is_not_plain_is_not_learned() -> None:
    two = voucher(sale(3010, HIGH, 7120, 1780), sale(3011, HIGH, 7120, 1780))
    assert learned(two, [sold(HIGH, 8900), sold(HIGH, 8900)], ()) == ()
    two_taxes = voucher(sale(3010, HIGH, 7120, 1780), tax(2710, HIGH, 1000), tax(2711, HIGH, 780))
    assert learned(two_taxes, [sold(HIGH, 8900)], ()) == ()
    assert learned(voucher(), [sold(MIDDLE, 3500)], ()) == ()


def test_the_account_of_a_product_is_not_that_of_its_code() -> None:
    booking = voucher(sale(7740, UNTREATED, 10))
    assert learned(booking, [sold(UNTREATED, 10, ROUNDING)], ()) == ()


def test_only_what_is_new_is_learned_and_the_newest_voucher_counts() -> None:
    booking = voucher(sale(3010, HIGH, 7120, 1780), tax(2710, HIGH, 1780))
    (first,) = learned(booking, [sold(HIGH, 8900)], ())
    later = replace(booking, voucher="1043")
    assert learned(later, [sold(HIGH, 8900)], (first,)) == ()
    moved = replace(later, postings=(sale(3015, HIGH, 7120, 1780), tax(2710, HIGH, 1780)))
    (new,) = learned(moved, [sold(HIGH, 8900)], (first,))
    assert with_learned((first,), (new,)) == (new,)
    assert (new.sales, new.voucher) == (3015, "1043")


def planned(
    *, stated: tuple[StatedAccounts, ...] = (), seen: tuple[SeenAccounts, ...] = ()
) -> PostingPlan:
    profile = a_profile(transfer_rules(vat=VatRules(accounts=stated)))
    facts = replace(company_facts(), seen_accounts=seen)
    return plan_posting(an_order(), profile, facts, today=TODAY, choice=Choice())


def accounts(plan: PostingPlan) -> list[PostedAccount]:
    return [row.account for row in postings_of(plan, company_facts().payment_types)][1:3]


def test_seen_goes_before_stated_and_stated_before_assumed() -> None:
    assert accounts(planned()) == [
        PostedAccount(3000, is_assumed=True),
        PostedAccount(2700, is_assumed=True),
    ]
    assert accounts(planned(stated=(STATED,))) == [
        PostedAccount(3020, is_stated=True),
        PostedAccount(2720, is_stated=True),
    ]
    assert accounts(planned(stated=(STATED,), seen=(SEEN,))) == [
        PostedAccount(3010, "Salg av garn", voucher="1042"),
        PostedAccount(2710, "Utgående mva", voucher="1042"),
    ]


def test_what_is_known_of_another_code_says_nothing_of_this_one() -> None:
    other = replace(SEEN, code="31")
    plan = planned(stated=(replace(STATED, code="31"),), seen=(other,))
    assert all(account.is_assumed for account in accounts(plan))


def test_a_vat_account_that_is_not_told_is_assumed_still() -> None:
    known = KnownAccounts((StatedAccounts("3", 3020),), (replace(SEEN, vat=None),))
    assert vat_account("3", known) == PostedAccount(2700, is_assumed=True)


def test_an_account_that_two_codes_know_differently_stands_once_in_the_sums() -> None:
    same = SeenAccounts("31", 3010, "Salg av garn", 2710, "Utgående mva", "1043")
    lines = [a_line(), a_line("35.00", rate="15")]
    order = an_order(lines=lines, total="124.00")
    facts = replace(company_facts(), seen_accounts=(SEEN, same))
    plan = plan_posting(order, a_profile(), facts, today=TODAY, choice=Choice())
    rows = movements([plan], facts.payment_types)
    assert [(row.account.number, row.credit.ore) for row in rows] == [
        *((1500, 12400), (1902, 0)),
        *((2710, 1780 + 457), (3010, 7120 + 3043)),
    ]
