from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.domain.drafts import READY
from tripletex_wizard.domain.choices import confirm, withdraw
from tripletex_wizard.domain.draft import MethodChoice, Page, Posting, SetupDraft
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import OrderStatus
from tripletex_wizard.domain.profile import ZeroReason
from tripletex_wizard.domain.transfer_choices import (
    completed,
    transferred_as,
    with_gift_card_type,
    with_rules,
    with_zero_reasons,
)

STATUSES = tuple(OrderStatus(str(place), f"Status {place}") for place in range(3))


def with_statuses() -> SetupDraft:
    assert READY.shop is not None
    assert READY.rules is not None
    shop = replace(READY.shop, statuses=STATUSES)
    rules = replace(READY.rules, completed_statuses=STATUSES[2:])
    return replace(READY, shop=shop, rules=rules)


def chosen(draft: SetupDraft) -> tuple[OrderStatus, ...]:
    assert draft.rules is not None
    return draft.rules.completed_statuses


def test_statuses_that_count_as_completed_stand_in_the_order_of_the_shop() -> None:
    draft = completed(with_statuses(), STATUSES[0], counts=True)
    assert chosen(draft) == (STATUSES[0], STATUSES[2])


def test_a_status_can_cease_to_count() -> None:
    assert chosen(completed(with_statuses(), STATUSES[2], counts=False)) == ()


def test_the_other_rules_stay_when_one_is_replaced() -> None:
    assert READY.rules is not None
    later = replace(READY.rules, start_date=date(2026, 12, 1))
    assert with_rules(READY, later) == replace(READY, rules=later)


def test_order_or_invoice_is_chosen_for_one_method_and_the_confirmation_of_step_4_stands() -> None:
    assert READY.confirmation is not None
    method = READY.methods[0].method
    draft = transferred_as(READY, method, TransferAs.ORDER)
    ways = [row.transfer_as for row in draft.methods]
    assert ways == [TransferAs.ORDER] + [TransferAs.INVOICE] * (len(ways) - 1)
    assert draft.is_confirmed
    assert draft.confirmation is not None
    assert draft.confirmation.at == READY.confirmation.at
    assert draft.confirmation.name == READY.confirmation.name


def test_what_nobody_has_confirmed_is_not_confirmed_by_choosing_orders() -> None:
    draft = transferred_as(withdraw(READY), READY.methods[0].method, TransferAs.ORDER)
    assert draft.confirmation is None


def test_a_confirmation_of_other_rows_does_not_become_valid() -> None:
    assert READY.confirmation is not None
    confirmed = confirm(READY, "Kari", READY.confirmation.at)
    rows = tuple(replace(row, send_invoice=not row.send_invoice) for row in confirmed.methods)
    changed = confirmed.with_methods(rows)
    draft = transferred_as(changed, changed.methods[0].method, TransferAs.ORDER)
    assert not draft.is_confirmed


def test_reasons_for_0_per_cent_replace_those_that_were_there() -> None:
    reasons = (ZeroReason("BOK-*", "5"),)
    draft = with_zero_reasons(with_zero_reasons(READY, (ZeroReason("X", "6"),)), reasons)
    assert draft.rules is not None
    assert draft.rules.vat.zero_reasons == reasons


GIFT_CARDS = MethodChoice(
    "gift_voucher", "Gavekort", posting=Posting.PAYMENT_TYPE, payment_type_id=104, accepted=True
)


def without_gift_card_type(*methods: MethodChoice) -> SetupDraft:
    assert READY.rules is not None
    rules = replace(READY.rules, gift_card_payment_type=None)
    return replace(READY, rules=rules, methods=(*READY.methods, *methods))


def gift_card_type(draft: SetupDraft) -> int | None:
    rules = with_gift_card_type(draft).rules
    assert rules is not None
    return rules.gift_card_payment_type


def test_gift_cards_that_are_used_get_the_payment_type_of_the_gift_card_method() -> None:
    assert gift_card_type(without_gift_card_type(GIFT_CARDS)) == 104


@pytest.mark.parametrize(
    "methods",
    [
        (),
        (replace(GIFT_CARDS, posting=Posting.NOT_PAID, payment_type_id=None),),
        (GIFT_CARDS, replace(GIFT_CARDS, method="gavekort_2", payment_type_id=105)),
    ],
    ids=["none", "without a payment type", "two"],
)
def test_without_exactly_one_gift_card_method_nothing_is_chosen(
    methods: tuple[MethodChoice, ...],
) -> None:
    assert gift_card_type(without_gift_card_type(*methods)) is None


def test_a_choice_that_a_person_has_seen_is_left_alone() -> None:
    seen = replace(without_gift_card_type(GIFT_CARDS), reached=Page.TRIAL)
    assert with_gift_card_type(seen) == seen
    assert with_gift_card_type(READY) == READY
    assert with_gift_card_type(SetupDraft()) == SetupDraft()
