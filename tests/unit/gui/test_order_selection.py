from __future__ import annotations

from dataclasses import replace

from tests.gui.order_rows import (
    PICTURE,
    in_state,
    owing,
    ready,
    shop_order,
    taken_back,
    transferred,
    unreadable,
)
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.gui.orders.selection import Selection, selection_of


def test_ehf_is_counted_apart_from_emails() -> None:
    mailed = next(row for row in PICTURE if row.plan and row.plan.send)
    assert mailed.plan is not None
    as_ehf = replace(mailed, plans=(replace(mailed.plan, send=SendType.EHF),))
    selection = selection_of([mailed, as_ehf])
    assert (selection.emails, selection.ehf) == (1, 1)


def test_the_picture_is_four_orders_three_invoices_and_one_email() -> None:
    selection = selection_of(PICTURE[:4])
    assert selection.count == 4
    assert selection.sums == (Money(2422050),)
    assert (selection.invoices, selection.orders, selection.emails) == (3, 1, 1)
    assert selection.transferable == ("10478", "10477", "10476", "10475")
    assert selection.as_order == selection.transferable
    assert selection.left_out == selection.looked_up == 0


def test_nothing_selected_comes_to_nothing() -> None:
    assert selection_of([]) == Selection()


def test_what_a_batch_can_do_nothing_with_is_left_out() -> None:
    selection = selection_of(
        [
            ready("1"),
            in_state("2", TransferState.STOPPED),
            transferred("3"),
            in_state("4", TransferState.CREDITED),
            unreadable("5"),
        ]
    )
    assert selection.transferable == ("1",)
    assert selection.there == ("3", "4")
    assert selection.left_out == 4
    assert selection.sums == (Money(8900),)


def test_where_nothing_would_be_transferred_all_that_is_selected_is_summed() -> None:
    assert selection_of([transferred("3"), transferred("4")]).sums == (Money(17800),)


def test_an_uncertain_order_without_a_plan_is_only_looked_up() -> None:
    lost = replace(in_state("2", TransferState.UNCERTAIN), plans=())
    selection = selection_of([ready("1"), lost])
    assert selection.transferable == ("1", "2")
    assert selection.as_order == ("1",)
    assert selection.looked_up == 1


def test_an_uncertain_order_is_looked_up_and_not_summed() -> None:
    selection = selection_of([ready("1"), in_state("2", TransferState.UNCERTAIN)])
    assert (selection.invoices, selection.looked_up) == (1, 1)
    assert selection.sums == (Money(8900),)
    only_lost = selection_of([in_state("2", TransferState.UNCERTAIN), transferred("3")])
    assert only_lost.sums == ()
    assert selection.is_summed_in_part
    assert not selection_of([ready("1"), ready("2")]).is_summed_in_part


def test_each_currency_has_its_own_sum() -> None:
    def in_sek(number: str) -> Standing:
        return replace(ready(number), order=shop_order(number, currency="SEK"))

    selection = selection_of([ready("1"), in_sek("2"), ready("3"), in_sek("4")])
    assert selection.sums == (Money(17800), Money(17800, "SEK"))


def test_of_a_booked_credit_note_only_the_refund_is_counted() -> None:
    both = selection_of([owing("2"), ready("1")])
    assert both.transferable == ("2", "1")
    assert both.as_order == ("1",)
    assert (both.invoices, both.emails, both.looked_up, both.left_out) == (1, 0, 0, 0)
    assert (both.refunds, both.paid_back) == (1, (Money(8900),))
    assert both.sums == (Money(8900),)
    assert both.is_summed_in_part
    assert selection_of([owing("2")]).sums == ()


def test_a_sale_that_was_taken_back_cannot_be_transferred_again() -> None:
    selection = selection_of([transferred("3"), taken_back("4")])
    assert selection.there == ("3",)
    assert selection.left_out == 2
