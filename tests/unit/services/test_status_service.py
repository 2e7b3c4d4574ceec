"""«Oppdater ordre»: the status alone, within the order's claim, and written down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.fakes.office import MemoryOffice
from tests.orders.building import SENT, an_order
from tests.unit.services.desk import NUMBER, Desk
from tests.unit.services.test_order_status import (
    DONE,
    IN_WORK,
    INTENDED,
    STATUS,
    TOLD,
    changes,
    in_work,
    problem,
    writing,
)
from tripletex_wizard.domain.errors import (
    AppError,
    Code,
    InputError,
    OrderRejected,
    Problem,
    RemoteUnavailable,
)
from tripletex_wizard.domain.orders import UnreadableOrder
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.services.office import Watcher
from tripletex_wizard.services.order_status import Given
from tripletex_wizard.services.status_service import StatusService


def change(desk: Desk, *, notify: bool = False) -> Given:
    return StatusService(desk.service).change(NUMBER, SENT, notify=notify)


def refused(desk: Desk) -> AppError:
    with pytest.raises(AppError) as error:
        change(desk, notify=True)
    assert NUMBER not in desk.journal.claims or desk.journal.claims[NUMBER][0] != desk.owner
    return error.value


def test_the_status_is_changed_and_nothing_booked() -> None:
    desk = writing()
    given = change(desk, notify=True)
    assert (given.order.status, given.notes) == (SENT, ())
    assert desk.steps() == [(STATUS, INTENDED), (STATUS, DONE)]
    assert (desk.webshop.notices, desk.ledger.orders) == (TOLD, {})
    assert desk.journal.claims == {}


def test_an_order_whose_status_alone_was_changed_is_ready_as_before() -> None:
    desk = writing()
    change(desk)
    assert desk.progress().state is TransferState.READY
    assert desk.reader.standing(NUMBER).state is TransferState.READY


def test_without_write_back_nothing_is_sent() -> None:
    error = refused(Desk())
    assert (type(error), error.problem) == (InputError, Problem(Code.WRITE_BACK_OFF))


def test_an_order_that_another_program_works_on_is_left_alone() -> None:
    desk = writing()
    desk.journal.claim(NUMBER, "ola@pc2", 600)
    error = refused(desk)
    assert (type(error), error.problem) == (
        OrderRejected,
        Problem(Code.CLAIMED_BY_OTHER, owner="ola@pc2"),
    )
    assert str(error) == repr(error.problem)
    assert changes(desk) == 0


def test_an_order_that_the_shop_does_not_know_is_told() -> None:
    desk = writing(in_work(number="1"))
    assert refused(desk).problem == Problem(Code.ORDER_NOT_FOUND, order=NUMBER)


def test_an_order_that_cannot_be_read_is_not_changed() -> None:
    desk = writing(UnreadableOrder(NUMBER, Problem(Code.ORDER_WITHOUT_LINES)))
    assert refused(desk).problem == Problem(Code.ORDER_WITHOUT_LINES)
    assert changes(desk) == 0


def test_a_lost_answer_is_to_be_tried_again_later_and_then_looked_up() -> None:
    desk = writing()
    desk.webshop.line.fail("change_status", Fault.LATE)
    error = refused(desk)
    assert (type(error), error.problem) == (RemoteUnavailable, problem(Code.STATUS_UNANSWERED))
    assert desk.reader.standing(NUMBER).problems == (problem(Code.STATUS_UNANSWERED),)
    desk.webshop.line.let_late_requests_arrive()
    assert change(desk, notify=True).notes == (problem(Code.NOTICE_UNCERTAIN),)
    assert (changes(desk), desk.webshop.notices) == (1, TOLD)


# what the order window shows afterwards


def shown(desk: Desk) -> Standing:
    return desk.reader.standing(NUMBER)


def test_an_order_that_got_another_status_is_read_anew_after_the_transfer() -> None:
    desk = writing()
    before = shown(desk)
    assert before.state is TransferState.NOT_COMPLETED
    change(desk)
    assert desk.reader.after_event(before).state is TransferState.READY


def test_the_shop_is_not_asked_when_no_status_was_changed() -> None:
    desk = writing(an_order())
    before = shown(desk)
    desk.transfer(an_order())
    desk.webshop.orders = []
    assert desk.reader.after_event(before).state is TransferState.TRANSFERRED


def test_an_order_that_cannot_be_read_is_shown_as_it_was_until_all_are_read_again() -> None:
    desk = writing()
    before = shown(desk)
    change(desk)
    desk.webshop.failure = RemoteUnavailable(Code.NO_ANSWER, host="mystore")
    assert desk.reader.after_event(before).order == in_work()


def test_an_unreadable_order_stays_what_it_is() -> None:
    desk = writing(UnreadableOrder(NUMBER, Problem(Code.ORDER_WITHOUT_LINES)))
    assert desk.reader.after_event(shown(desk)).state is TransferState.STOPPED


def test_an_order_that_the_shop_has_changed_back_is_read_anew_too() -> None:
    desk = writing()
    change(desk)
    desk.webshop.orders = [replace(in_work(), status=IN_WORK)]
    assert desk.reader.after_event(shown(desk)).state is TransferState.NOT_COMPLETED


def test_an_opened_profile_changes_statuses() -> None:
    office = MemoryOffice(in_work())
    rules = replace(office.profile.rules, write_back=True)
    office.profile = replace(office.profile, rules=rules)
    with office.open(Watcher()) as connection:
        given = connection.status.change(NUMBER, SENT, notify=False)
    assert given.order.status == SENT
    assert office.still_open == 0
