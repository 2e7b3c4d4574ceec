from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tripletex_wizard.domain.choices import (
    accept_suggestions,
    choose,
    confirm,
    may_confirm,
    send_invoice,
    suggested_rows,
    withdraw,
)
from tripletex_wizard.domain.draft import (
    MethodChoice,
    Posting,
    SetupDraft,
    ShopFound,
    TripletexFound,
)
from tripletex_wizard.domain.ledger import Company

AT = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
VIPPS = MethodChoice(
    "vipps", "Vipps", posting=Posting.PAYMENT_TYPE, payment_type_id=1, suggested="same_name"
)
INVOICE = MethodChoice("invoice", "Faktura", posting=Posting.NOT_PAID, send_invoice=True)
FREE = MethodChoice("free", "Gratis")
OPENED = SetupDraft(
    tripletex=TripletexFound(Company(7, "Fjord Garn AS", "999888771"), (), ()),
    shop=ShopFound("fjordgarn", None, ()),
)
READ = replace(OPENED, methods_for=OPENED.opened)
DRAFT = READ.with_methods((VIPPS, INVOICE, FREE))


def decided() -> SetupDraft:
    return choose(accept_suggestions(DRAFT), "free", Posting.LEFT_OUT)


def test_a_choice_changes_its_own_row_and_counts_as_a_yes() -> None:
    draft = choose(DRAFT, "free", Posting.PAYMENT_TYPE, 7)
    assert draft.methods == (
        VIPPS,
        INVOICE,
        MethodChoice(
            "free", "Gratis", posting=Posting.PAYMENT_TYPE, payment_type_id=7, accepted=True
        ),
    )


def test_what_is_left_out_is_not_sent() -> None:
    assert not choose(DRAFT, "invoice", Posting.LEFT_OUT).methods[1].send_invoice


def test_what_is_transferred_is_sent_as_before() -> None:
    assert choose(DRAFT, "invoice", Posting.PAYMENT_TYPE, 1).methods[1].send_invoice


def test_sending_can_be_switched_while_a_suggestion_still_waits() -> None:
    row = send_invoice(DRAFT, "vipps", send=True).methods[0]
    assert (row.send_invoice, row.accepted) == (True, False)


def test_suggestions_are_the_rows_that_nobody_has_accepted() -> None:
    assert suggested_rows(DRAFT) == (VIPPS, INVOICE)
    assert suggested_rows(accept_suggestions(DRAFT)) == ()


def test_a_table_may_be_confirmed_when_every_row_is_decided() -> None:
    assert not may_confirm(OPENED)
    assert may_confirm(READ)
    assert not may_confirm(accept_suggestions(DRAFT))
    assert may_confirm(decided())


def test_a_confirmation_holds_name_and_time_of_the_rows() -> None:
    draft = confirm(decided(), " Kari Nordmann ", AT)
    assert draft.is_confirmed
    assert draft.confirmation is not None
    assert (draft.confirmation.name, draft.confirmation.at) == ("Kari Nordmann", AT)
    assert not withdraw(draft).is_confirmed


@pytest.mark.parametrize("method", ["vipps", "invoice", "free"])
def test_a_change_withdraws_the_confirmation_even_when_it_is_changed_back(method: str) -> None:
    draft = confirm(decided(), "Kari", AT)
    there = send_invoice(draft, method, send=not INVOICE.send_invoice)
    there = choose(there, method, Posting.PAYMENT_TYPE, 9)
    row = next(row for row in draft.methods if row.method == method)
    back = choose(there, method, row.posting, row.payment_type_id)
    back = send_invoice(back, method, send=row.send_invoice)
    assert back.methods == draft.methods
    assert not back.is_confirmed


def test_choosing_what_is_chosen_keeps_the_confirmation() -> None:
    draft = confirm(decided(), "Kari", AT)
    assert choose(draft, "free", Posting.LEFT_OUT) is draft
