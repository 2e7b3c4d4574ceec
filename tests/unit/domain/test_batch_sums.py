from __future__ import annotations

from dataclasses import replace

import pytest

from tripletex_wizard.domain.batch_sums import (
    BatchSums,
    is_untried,
    joined,
    sum_by_currency,
    was_adopted,
    was_there,
)
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import Outcome, TransferState

TRANSFERRED, READY = TransferState.TRANSFERRED, TransferState.READY
STOPPED_BY_USER = (Problem(Code.NOT_TRIED), Problem(Code.STOPPED_BY_USER))


def invoiced(
    number: int, ore: int = 100, *problems: Problem, currency: str = "NOK", email: str = ""
) -> Outcome:
    return Outcome(
        str(number + 256),
        TRANSFERRED,
        TransferAs.INVOICE,
        problems,
        invoice_id=number,
        invoice_number=number,
        amount=Money(ore, currency),
        emailed_to=email,
    )


def ordered(number: str, ore: int) -> Outcome:
    return Outcome(number, TRANSFERRED, TransferAs.ORDER, order_id=7, amount=Money(ore))


def untried(number: str, state: TransferState = READY) -> Outcome:
    return Outcome(number, state, problems=STOPPED_BY_USER)


def sums(*outcomes: Outcome) -> BatchSums:
    return BatchSums(outcomes)


BEFORE = invoiced(10201, 73000, Problem(Code.ALREADY_BOOKED, invoice=10201))
FAILED = Outcome("1", TransferState.FAILED)
STOPPED = Outcome("2", TransferState.STOPPED)
UNCERTAIN = Outcome("3", TransferState.UNCERTAIN)


def test_an_invoice_that_somebody_made_by_hand_was_adopted() -> None:
    by_hand = invoiced(10201, 73000, Problem(Code.ADOPTED, invoice=10201))
    assert was_adopted(by_hand)
    assert was_there(by_hand)
    assert not was_adopted(BEFORE)


def test_booked_and_entered_as_orders_are_sums_of_their_own() -> None:
    both = sums(invoiced(1, 100), invoiced(2, 200), ordered("9", 300), FAILED)
    assert both.booked == (Money(300),)
    assert both.entered == (Money(300),)
    assert both.total == 4
    assert len(both.done) == 3


def test_each_currency_has_a_sum_of_its_own() -> None:
    both = sums(invoiced(1, 100), invoiced(2, 200, currency="SEK"), invoiced(3, 300))
    assert both.booked == (Money(400), Money(200, "SEK"))
    assert sum_by_currency(()) == ()


def test_what_was_there_before_is_done_and_not_summed() -> None:
    both = sums(BEFORE, invoiced(1, 100))
    assert was_there(BEFORE)
    assert both.from_before == 1
    assert len(both.done) == 2
    assert both.booked == (Money(100),)


def test_an_invoice_without_a_known_amount_adds_nothing() -> None:
    unknown = Outcome("1", TRANSFERRED, TransferAs.INVOICE, invoice_id=1)
    assert sums(unknown).booked == ()
    assert sums(unknown).invoice_numbers is None


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [((), None), ((7,), (7, 7)), ((3, 1, 2), (1, 3)), ((1, 3), None)],
)
def test_invoice_numbers_are_a_range_only_without_gaps(
    numbers: tuple[int, ...], expected: tuple[int, int] | None
) -> None:
    assert sums(*map(invoiced, numbers)).invoice_numbers == expected


def test_emails_are_those_that_tripletex_was_asked_to_send() -> None:
    assert sums(invoiced(1, email="per@example.com"), invoiced(2)).emails == 1


def test_ehf_is_counted_apart_from_emails() -> None:
    as_ehf = replace(invoiced(3), ehf_to="313900215")
    counted = sums(invoiced(1, email="per@example.com"), invoiced(2), as_ehf)
    assert (counted.emails, counted.ehf) == (1, 1)


def test_notices_are_those_that_the_shop_was_asked_to_send() -> None:
    told = replace(invoiced(1), notified_to="per@example.com")
    assert sums(told, invoiced(2)).notices == 1


def test_nothing_is_certain_while_one_order_is_not() -> None:
    assert sums(FAILED, STOPPED).is_certain
    assert not sums(FAILED, UNCERTAIN).is_certain


def test_the_worst_is_followed_up_first_and_the_untried_are_told_together() -> None:
    note = Outcome("5", TransferState.TRANSFERRED_WITH_NOTE)
    claimed = Outcome("6", TransferState.SENDING, claimed_by_other=True)
    both = sums(
        note, claimed, UNCERTAIN, STOPPED, FAILED, invoiced(1), untried("7", TransferState.FAILED)
    )
    assert both.to_follow_up == (note, FAILED, STOPPED, UNCERTAIN, claimed)
    assert [row.order_number for row in both.untried] == ["7"]


def test_only_what_did_nothing_is_safe_to_retry() -> None:
    both = sums(
        FAILED,
        STOPPED,
        UNCERTAIN,
        invoiced(1),
        untried("7"),
        untried("8", TransferState.UNCERTAIN),
        untried("9", TransferState.STOPPED),
        untried("10", TRANSFERRED),
    )
    assert both.safe_to_retry == ("1", "7")
    assert [row.order_number for row in both.to_follow_up] == ["1", "2", "3", "8"]
    assert both.count(TransferState.STOPPED, TransferState.UNCERTAIN) == 4


def test_an_order_that_was_not_tried_is_not_done_whatever_it_was_before() -> None:
    assert is_untried(untried("10", TRANSFERRED))
    assert sums(untried("10", TRANSFERRED)).done == ()


def test_what_was_tried_again_takes_the_place_of_what_it_was() -> None:
    again = ordered("1", 5)
    assert joined((FAILED, STOPPED), (again, UNCERTAIN)) == (again, STOPPED, UNCERTAIN)
