from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import GREIER, TODAY, a_profile, an_order, company_facts
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.posting import Choice, plan_posting
from tripletex_wizard.domain.postings import PostedAccount
from tripletex_wizard.gui.posting_texts import account_name, balance, plan_in_short, source_notes

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
        (
            PostedAccount(3050, is_stated=True),
            "3050 Salgsinntekt, avgiftspliktig, lav sats (oppgitt)",
        ),
        (
            PostedAccount(3010, "Salg av garn", voucher="1042"),
            "3010 Salg av garn (sett på bilag 1042)",
        ),
        (PostedAccount(1500, customer_id=77), "1500 Kundefordringer (kunde 77 i Tripletex)"),
        (PostedAccount(4300), "4300"),
    ],
)
def test_an_account_has_its_number_ungrouped_and_says_what_is_assumed(
    account: PostedAccount, name: str
) -> None:
    assert account_name(account) == name


def test_a_narrow_place_tells_how_each_account_is_known_below() -> None:
    seen = [PostedAccount(number, "", voucher="1042") for number in (3010, 2710, 3010)]
    accounts = [PostedAccount(1500), PostedAccount(3000, is_assumed=True), *seen]
    accounts.append(PostedAccount(3050, is_stated=True))
    assert list(source_notes(accounts)) == [
        "* Antatt: den vanlige kontoen for mva-koden.",
        "3010, 2710: sett på bilag 1042",
        "3050: oppgitt",
    ]
    assert list(source_notes(accounts[:1])) == []


def test_a_difference_is_never_called_balanced() -> None:
    assert balance(Money(0)) == "Stemmer, differanse 0,00"
    assert balance(Money(-1)) == "Stemmer ikke, differanse \N{MINUS SIGN}0,01"


@pytest.mark.parametrize(
    ("send", "said"),
    [
        (None, "Tripletex sender ikke noe til kunden"),
        (SendType.EMAIL, "Tripletex sender fakturaen til kari@example.no"),
        (SendType.EHF, "Tripletex sender fakturaen som EHF, ellers til kari@example.no"),
    ],
)
def test_it_is_told_who_sends_what_to_the_customer(send: SendType | None, said: str) -> None:
    plan = plan_posting(an_order(), a_profile(), company_facts(), today=TODAY, choice=Choice())
    assert plan_in_short(replace(plan, send=send)).endswith(said)


def test_ehf_to_a_company_without_email_promises_no_email() -> None:
    customer = replace(GREIER, email="")
    order = an_order(customer=customer)
    plan = plan_posting(order, a_profile(), company_facts(), today=TODAY, choice=Choice())
    said = plan_in_short(replace(plan, send=SendType.EHF))
    assert said.endswith("Tripletex sender fakturaen som EHF")
