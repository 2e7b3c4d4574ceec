"""«Marker som allerede bokført»: settled without being sent, and only while nothing of ours is."""

from __future__ import annotations

import pytest

from tests.fakes.lossy_line import Fault
from tests.fakes.webshop import FakeWebshop
from tests.orders.building import SENT, an_order
from tests.unit.services.desk import AS_ORDER, AS_SET_UP, NUMBER, Desk, booked_once, codes
from tests.unit.services.test_order_status import AND_TELL, IN_WORK, changes
from tripletex_wizard.domain.errors import Code, InputError, OrderRejected, Problem
from tripletex_wizard.domain.ledger import LedgerOrder
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import OrderStatus, UnreadableOrder
from tripletex_wizard.domain.transfer import Phase, Step, TransferState, exit_status
from tripletex_wizard.services.marking import MarkingService
from tripletex_wizard.services.orders import OrderService
from tripletex_wizard.services.steps import LEASE_SECONDS

COMMENT = "Mystore-ordre 10457 (fjord-garn)"


def marking(desk: Desk) -> MarkingService:
    return MarkingService(desk.service)


def marked(desk: Desk) -> Desk:
    marking(desk).mark(NUMBER, " 1042 ", " Ført for hånd ")
    return desk


def refusal(desk: Desk) -> Problem:
    """Why the order cannot be marked; nothing is written down then."""
    before = desk.journal.recorded.copy()
    with pytest.raises(InputError) as error:
        marked(desk)
    assert desk.journal.recorded == before
    assert desk.journal.claims == {}
    return error.value.problem


def test_a_marked_order_is_settled_and_nothing_is_sent(desk: Desk) -> None:
    outcome = marked(desk).transfer(an_order())
    assert outcome.state is TransferState.TRANSFERRED
    (said,) = outcome.problems
    assert said.code is Code.MARKED_AS_BOOKED
    assert (said.params["voucher"], said.params["remark"]) == ("1042", "Ført for hånd")
    assert said.params["at"] == desk.clock.now()
    assert not outcome.is_booked
    assert (desk.ledger.orders, desk.ledger.customers) == ({}, {})
    assert exit_status([outcome]) == 0


@pytest.mark.parametrize(
    ("write_back", "shown", "found"),
    [
        (True, IN_WORK, [Code.STATUS_LEFT, Code.MARKED_AS_BOOKED]),
        (True, SENT, [Code.MARKED_AS_BOOKED]),
        (False, IN_WORK, [Code.MARKED_AS_BOOKED]),
    ],
)
def test_a_marked_order_keeps_its_status_in_the_shop_and_that_is_told(
    desk: Desk, write_back: bool, shown: OrderStatus, found: list[Code]
) -> None:
    marked(desk.with_rules(write_back=write_back))
    outcome = desk.transfer(an_order(status=shown), AND_TELL)
    assert codes(outcome) == found
    is_left = Code.STATUS_LEFT in found
    assert (outcome.state is TransferState.TRANSFERRED_WITH_NOTE) is is_left
    assert (changes(desk), desk.webshop.notices) == (0, [])


def test_an_unreadable_marked_order_asked_for_a_status_is_told_of_too(desk: Desk) -> None:
    unreadable = UnreadableOrder(NUMBER, Problem(Code.ATTRIBUTE_MISSING, attribute="total"))
    (outcome,) = marked(desk.with_rules(write_back=True)).batch([unreadable], AND_TELL)
    assert codes(outcome) == [Code.STATUS_LEFT, Code.MARKED_AS_BOOKED]


def test_a_marked_order_is_not_pending(desk: Desk) -> None:
    marked(desk)
    orders = OrderService(FakeWebshop(an_order(), an_order("10458")), desk.journal, desk.profile)
    assert [order.number for order in orders.pending()] == ["10458"]


def test_the_mark_is_told_before_anything_that_is_wrong_with_the_order(desk: Desk) -> None:
    unreadable = UnreadableOrder(NUMBER, Problem(Code.ATTRIBUTE_MISSING, attribute="total"))
    marked(desk)
    (outcome,) = desk.batch([unreadable])
    assert codes(outcome) == [Code.MARKED_AS_BOOKED]
    assert codes(desk.service.preview(unreadable, AS_SET_UP)) == [Code.MARKED_AS_BOOKED]
    assert codes(desk.service.preview(an_order(), AS_SET_UP)) == [Code.MARKED_AS_BOOKED]


def test_a_mark_that_is_taken_back_leaves_the_order_to_be_transferred(desk: Desk) -> None:
    marking(marked(desk)).unmark(NUMBER)
    assert desk.steps() == [(Step.MARK, Phase.DONE), (Step.MARK, Phase.REVOKED)]
    assert desk.progress().state is TransferState.READY
    assert not desk.progress().is_settled
    assert desk.transfer(an_order()).state is TransferState.TRANSFERRED
    booked_once(desk)


def test_an_order_may_be_marked_again(desk: Desk) -> None:
    marking(marked(desk)).unmark(NUMBER)
    marked(desk)
    assert desk.progress().is_settled


def test_a_mark_needs_a_voucher(desk: Desk) -> None:
    with pytest.raises(InputError) as error:
        marking(desk).mark(NUMBER, "  ", "Ført for hånd")
    assert error.value.problem == Problem(Code.VOUCHER_NOT_GIVEN)


def test_only_a_mark_can_be_taken_back(desk: Desk) -> None:
    with pytest.raises(InputError) as error:
        marking(desk).unmark(NUMBER)
    assert error.value.problem == Problem(Code.NOT_MARKED, order=NUMBER)
    assert desk.journal.claims == {}


def test_a_marked_order_is_not_marked_over(desk: Desk) -> None:
    marked(desk)
    assert refusal(desk) == Problem(Code.ALREADY_MARKED, voucher="1042")


def test_a_booked_order_cannot_be_marked(desk: Desk) -> None:
    desk.transfer(an_order())
    assert refusal(desk) == Problem(Code.ALREADY_BOOKED, invoice=10201)


def test_an_order_of_ours_in_tripletex_cannot_be_marked(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    assert refusal(desk) == Problem(Code.ALREADY_ORDER, number=NUMBER)


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("call", ["create_order", "invoice_order"])
def test_an_order_whose_outcome_is_not_known_cannot_be_marked(
    desk: Desk, call: str, fault: Fault
) -> None:
    desk.ledger.line.fail(call, fault)
    desk.transfer(an_order())
    assert refusal(desk) == Problem(Code.OUTCOME_UNKNOWN)


def test_a_credited_order_cannot_be_marked_in_any_round(desk: Desk) -> None:
    desk.transfer(an_order())
    desk.ledger.credit_invoice(desk.only_invoice.invoice)
    desk.ledger.line.fail("create_order", OrderRejected(Code.REJECTED))
    desk.transfer(an_order())
    assert desk.progress().round == 2
    assert refusal(desk) == Problem(Code.ALREADY_BOOKED, invoice=10201)


def test_an_order_that_tripletex_refused_may_be_marked(desk: Desk) -> None:
    desk.ledger.line.fail("create_order", OrderRejected(Code.REJECTED))
    desk.transfer(an_order())
    assert marked(desk).progress().is_settled


@pytest.mark.parametrize("number", ["NETT-10457", NUMBER])
def test_an_order_that_another_pc_has_sent_cannot_be_marked(desk: Desk, number: str) -> None:
    desk.with_rules(number_prefix="NETT-")
    desk.ledger.add_order(number, Money(8900), comment=COMMENT)
    assert refusal(desk) == Problem(Code.ALREADY_ORDER, number=number)


def test_an_order_of_somebody_else_with_the_number_may_be_what_booked_it(desk: Desk) -> None:
    desk.ledger.add_order(NUMBER, Money(8900), comment="Fra kassen")
    assert marked(desk).progress().is_settled


def test_an_order_that_another_program_is_at_work_with_cannot_be_marked(desk: Desk) -> None:
    desk.journal.claim(NUMBER, "ola@pc2", LEASE_SECONDS)
    with pytest.raises(InputError) as error:
        marked(desk)
    assert error.value.problem == Problem(Code.CLAIMED_BY_OTHER, owner="ola@pc2")
    assert desk.steps() == []


def test_nobody_transfers_an_order_while_it_is_being_marked(desk: Desk) -> None:
    other = desk.another(same_journal=True)
    desk.ledger.line.on_write = lambda _: pytest.fail("sent")
    seen = []
    read = desk.ledger.line.read

    def look(call: str) -> None:
        desk.ledger.line.read = read  # type: ignore[method-assign]
        seen.append(other.transfer(an_order()))
        read(call)

    desk.ledger.line.read = look  # type: ignore[method-assign]
    marked(desk)
    assert seen[0].claimed_by_other
    assert codes(other.transfer(an_order())) == [Code.MARKED_AS_BOOKED]


def test_a_program_that_slept_while_it_marked_does_not_mark_what_was_booked_meanwhile(
    desk: Desk,
) -> None:
    other = desk.another(same_journal=True)
    look = desk.ledger.orders_with_number

    def sleep(number: str) -> tuple[LedgerOrder, ...]:
        desk.ledger.orders_with_number = look  # type: ignore[method-assign]
        found = look(number)
        desk.clock.advance(LEASE_SECONDS + 1)
        other.transfer(an_order())
        return found

    desk.ledger.orders_with_number = sleep  # type: ignore[method-assign]
    with pytest.raises(InputError) as error:
        marked(desk)
    assert error.value.problem == Problem(Code.LEASE_LOST)
    assert desk.progress().mark is None
    booked_once(desk)
