"""What live checks found comes into the draft, with suggestions and defaults."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.orders.building import CARD, COMPANY, KLARNA, SENT, VIPPS, an_order, transfer_rules
from tests.unit.domain.drafts import CONNECTED, READY, TOKENS
from tripletex_wizard.domain.draft import (
    MethodChoice,
    Posting,
    SetupDraft,
    ShopFound,
    TripletexFound,
)
from tripletex_wizard.domain.found import Found, MethodsFound, MethodUse, rules_for, with_found
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import Environment, TransferRules
from tripletex_wizard.domain.trial import Trial

TODAY = date(2026, 11, 23)
WAITING = OrderStatus("3", "Under behandling")
VIPPS_USE = MethodUse("vipps", "Vipps", 5, Money(500))


def found(draft: SetupDraft, what: Found) -> SetupDraft:
    return with_found(draft, what, today=TODAY)


def test_what_was_opened_comes_into_the_draft() -> None:
    company = TripletexFound(COMPANY, (), (VIPPS,))
    shop = ShopFound("fjord-garn", None, (SENT,))
    assert found(TOKENS, company).tripletex == company
    assert found(TOKENS, shop).shop == shop


def test_a_trial_counts_as_seen_for_the_set_up_as_it_stands() -> None:
    trial = Trial(an_order())
    draft = found(replace(READY, trial_seen=""), trial)
    assert draft.trial == trial
    assert draft.is_trial_seen


def test_without_an_order_no_trial_was_seen() -> None:
    draft = found(replace(READY, trial_seen=""), Trial(None))
    assert draft.trial == Trial(None)
    assert not draft.is_trial_seen


def test_a_trial_that_was_seen_counts_also_when_its_order_has_grown_too_old() -> None:
    assert found(READY, Trial(None)).is_trial_seen


# rules


@pytest.mark.parametrize(
    "name", ["Sendt", "sendt med Bring", "Fullført", "Ferdig", "Levert", "Completed", "SHIPPED"]
)
def test_statuses_that_say_that_an_order_is_done_are_preselected(name: str) -> None:
    done = OrderStatus("9", name)
    assert rules_for(None, (WAITING, done), TODAY) == TransferRules((done,), TODAY)


@pytest.mark.parametrize(
    ("environment", "days"),
    [(Environment.PRODUCTION, 0), (Environment.TEST, 0), (Environment.PRACTICE, 30)],
)
def test_orders_count_from_today_but_in_practice_there_are_some_to_transfer(
    environment: Environment, days: int
) -> None:
    draft = found(replace(TOKENS, environment=environment), ShopFound("s", None, (SENT,)))
    assert draft.rules is not None
    assert draft.rules.start_date == TODAY - timedelta(days=days)


def test_a_shop_without_such_a_status_leaves_the_choice_to_the_user() -> None:
    assert rules_for(None, (WAITING,), TODAY).completed_statuses == ()


def test_chosen_statuses_stand_while_the_shop_has_them() -> None:
    rules = replace(transfer_rules(), completed_statuses=(WAITING,))
    assert rules_for(rules, (WAITING, SENT), TODAY) == rules


def test_statuses_that_another_shop_does_not_have_are_preselected_anew() -> None:
    rules = replace(transfer_rules(), completed_statuses=(WAITING, OrderStatus("9", "Borte")))
    assert rules_for(rules, (WAITING, SENT), TODAY) == replace(rules, completed_statuses=(SENT,))


def test_rules_without_a_status_get_the_preselected_ones() -> None:
    rules = replace(transfer_rules(), completed_statuses=())
    assert rules_for(rules, (SENT,), TODAY) == transfer_rules()


def test_a_checked_shop_gives_the_draft_its_rules() -> None:
    draft = found(replace(TOKENS, rules=None), ShopFound("fjord-garn", None, (WAITING, SENT)))
    assert draft.rules == TransferRules((SENT,), TODAY)


# methods


def test_new_methods_come_with_a_suggestion_the_most_used_first() -> None:
    uses = (
        MethodUse("free", "gratis", 0, Money(0)),
        MethodUse("adyen", "Kort", 2, Money(200)),
        VIPPS_USE,
        MethodUse("barter", "Bytte", 0, Money(0)),
    )
    draft = found(CONNECTED, MethodsFound(uses))
    assert [row.method for row in draft.methods] == ["vipps", "adyen", "barter", "free"]
    assert [(row.posting, row.payment_type_id) for row in draft.methods[:2]] == [
        (Posting.PAYMENT_TYPE, VIPPS.id),
        (Posting.PAYMENT_TYPE, CARD.id),
    ]
    assert not any(row.accepted for row in draft.methods)
    assert draft.methods_read


def test_decided_rows_keep_their_place_and_choice_and_get_new_counts() -> None:
    draft = found(READY, MethodsFound((VIPPS_USE,)))
    vipps, invoice, cash = READY.methods
    assert draft.methods == (
        replace(vipps, orders=5, amount=Money(500)),
        replace(invoice, orders=0, amount=Money(0)),
        replace(cash, orders=0, amount=Money(0)),
    )
    assert draft.confirmation == READY.confirmation


def test_a_new_method_comes_last_and_asks_for_a_new_confirmation() -> None:
    draft = found(READY, MethodsFound((VIPPS_USE, MethodUse("svea", "Svea", 9, Money(900)))))
    assert [row.method for row in draft.methods] == ["vipps", "invoice", "pos_cash", "svea"]
    assert draft.confirmation is None


def test_a_payment_type_that_is_gone_has_to_be_chosen_again() -> None:
    other = TripletexFound(COMPANY, (), (KLARNA,))
    (row, *_) = found(replace(READY, tripletex=other), MethodsFound((VIPPS_USE,))).methods
    assert (row.posting, row.payment_type_id, row.accepted) == (Posting.UNDECIDED, None, False)


def test_a_method_named_twice_has_one_row() -> None:
    draft = found(CONNECTED, MethodsFound((VIPPS_USE, VIPPS_USE)))
    assert [row.method for row in draft.methods] == ["vipps"]


def test_without_a_company_nothing_is_suggested() -> None:
    draft = found(replace(CONNECTED, tripletex=None), MethodsFound((VIPPS_USE,)))
    assert draft.methods == (MethodChoice("vipps", "Vipps", 5, Money(500)),)
    assert not draft.methods_read
