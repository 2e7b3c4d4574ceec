"""Every unproved fact of Tripletex the other way round: the same books, or a reason why not."""

from __future__ import annotations

import pytest

from tests.e2e.books import Books
from tests.e2e.jumping_office import (
    DISCOUNT,
    GIFT_CARD_IN_PART,
    GUEST,
    OPEN_ORDER,
    VIPPS,
    Offices,
)
from tripletex_wizard.domain.transfer import GOOD
from tripletex_wizard.practice.switches import TRIPLETEX

BATCH = (GUEST, OPEN_ORDER, VIPPS, DISCOUNT, GIFT_CARD_IN_PART)
FLIPPED = [(switch.name, value) for switch in TRIPLETEX for value in switch.values[1:]]


def of_order(books: Books, number: str) -> tuple[object, ...]:
    """An order with its invoices and e-mails."""
    return (
        [row for row in books.orders if row[0] == number],
        [row for row in books.invoices if row[0] == (number,)],
        [row for row in books.emails if row[0] == number],
    )


@pytest.mark.parametrize(("name", "value"), FLIPPED)
def test_a_fact_that_is_otherwise_gives_the_same_books_or_a_reason(
    offices: Offices, name: str, value: str
) -> None:
    wanted = offices.books_without_faults(*BATCH)
    with offices.open(*BATCH, switches={name: value}) as office:
        outcomes = office.transfer()
        again = office.transfer()
        books = office.books()
        assert office.doubles() == []
    assert len(outcomes) == len(BATCH)
    for number, outcome in outcomes.items():
        if outcome.state in GOOD:
            assert of_order(books, number) == of_order(wanted, number) or outcome.problems
            assert number not in again
        else:
            assert outcome.problems
            assert of_order(books, number)[1:] == ([], [])
    if all(outcome.state in GOOD for outcome in outcomes.values()):
        assert books == wanted


@pytest.mark.parametrize(("name", "value"), FLIPPED)
def test_a_lost_answer_doubles_nothing_whatever_the_fact(
    offices: Offices, name: str, value: str
) -> None:
    with offices.open(VIPPS, switches={name: value}) as office:
        for method, path in (("POST", "*/customer"), ("POST", "*/order"), ("PUT", "*/:invoice")):
            office.strike("drop_after", method, path)
        for _run in range(5):
            office.transfer()
        books = office.books()
        assert office.doubles() == []
    assert (books.customers, books.orders, books.invoices) == _one_of_each(offices)


def _one_of_each(offices: Offices) -> tuple[object, ...]:
    wanted = offices.books_without_faults(VIPPS)
    return wanted.customers, wanted.orders, wanted.invoices
