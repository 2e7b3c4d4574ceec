from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import TODAY, a_profile, an_order, company_facts
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.postings import PostedAccount
from tripletex_wizard.gui.posting_texts import account_name, balance, plan_in_short

pytestmark = pytest.mark.usefixtures("norwegian")


@pytest.mark.parametrize(
    ("account", "name"),
    [
        (PostedAccount(None), "Konto ikke kjent ennå"),
        (PostedAccount(1500), "1500 Kundefordringer"),
        (PostedAccount(1902, "Vipps, oppgjør"), "1902 Vipps, oppgjør"),
        (
            PostedAccount(2703, is_assumed=True),
            "2703 Utgående mva, lav sats (antatt)",
        ),
        (PostedAccount(1500, customer_id=77), "1500 Kundefordringer (kunde 77 i Tripletex)"),
        (PostedAccount(4300), "4300"),
    ],
)
def test_an_account_has_its_number_ungrouped_and_says_what_is_assumed(
    account: PostedAccount, name: str
) -> None:
    assert account_name(account) == name


def test_a_difference_is_never_called_balanced() -> None:
    assert balance(Money(0)) == "Stemmer, differanse 0,00"
    assert balance(Money(-1)) == "Stemmer ikke, differanse \N{MINUS SIGN}0,01"


@pytest.mark.parametrize(
    ("send", "said"),
    [
        (None, "Tripletex sender ikke noe til kunden"),
        (SendType.EMAIL, "Tripletex sender fakturaen til kari@example.no"),
        (SendType.EHF, "Tripletex sender fakturaen som EHF"),
    ],
)
def test_it_is_told_who_sends_what_to_the_customer(send: SendType | None, said: str) -> None:
    plan = plan_posting(an_order(), a_profile(), company_facts(), today=TODAY, choice=Choice())
    assert plan_in_short(replace(plan, send=send)).endswith(said)
