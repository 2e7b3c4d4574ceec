"""Reasons are codes with parameters; errors say what helps."""

from __future__ import annotations

import pytest

from tests.orders.building import TODAY
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    CredentialsRejected,
    InputError,
    KeyringUnavailable,
    OrderRejected,
    OrderSkipped,
    OrderStopped,
    OrderUncertain,
    OutcomeUnknown,
    PermissionMissing,
    Problem,
    RateLimited,
    Remedy,
    RemoteUnavailable,
    SetupError,
    StorageError,
)
from tripletex_wizard.domain.money import Money

FIRST = Problem(Code.NOT_DELIVERED)
SECOND = Problem(Code.PERIOD_CLOSED, invoice_date=TODAY)


def test_problems_are_equal_when_code_and_parameters_are() -> None:
    same = Problem(Code.VAT_DIFFERS, ours=Money(1), shop=Money(2))
    assert same == Problem(Code.VAT_DIFFERS, shop=Money(2), ours=Money(1))
    assert hash(same) == hash(Problem(Code.VAT_DIFFERS, shop=Money(2), ours=Money(1)))


@pytest.mark.parametrize(
    "other",
    [Problem(Code.VAT_DIFFERS, ours=Money(2)), Problem(Code.NOT_DELIVERED, ours=Money(1)), "text"],
)
def test_problems_differ_when_code_or_parameters_do(other: object) -> None:
    assert Problem(Code.VAT_DIFFERS, ours=Money(1)) != other


def test_a_problem_shows_its_code_and_its_parameters_to_a_developer() -> None:
    assert repr(Problem(Code.NUMBER_TAKEN, number="10457")) == (
        "Problem(number_taken, {'number': '10457'})"
    )


@pytest.mark.parametrize("kind", [OrderStopped, OrderSkipped, OrderUncertain])
def test_a_stopped_order_tells_each_reason_once_in_its_order(kind: type[OrderStopped]) -> None:
    assert kind(SECOND, FIRST, SECOND).problems == (SECOND, FIRST)


def test_an_error_carries_its_problem_and_the_request_ids() -> None:
    error = OrderRejected(Code.REJECTED, request_ids=("r1",), status=422)
    assert error.problem == Problem(Code.REJECTED, status=422)
    assert error.request_ids == ("r1",)
    assert str(error) == "Problem(rejected, {'status': 422})"


def test_an_error_without_an_answer_has_no_request_ids() -> None:
    assert RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no").request_ids == ()


@pytest.mark.parametrize("answered", [True, False])
def test_a_lost_outcome_tells_whether_the_server_had_finished(answered: bool) -> None:
    lost = OutcomeUnknown(answered=answered, request_ids=("r1",))
    assert (lost.answered, lost.request_ids) == (answered, ("r1",))
    assert lost.problem == Problem(Code.OUTCOME_UNKNOWN)


@pytest.mark.parametrize(
    ("kind", "remedy"),
    [
        (InputError, Remedy.FIX_INPUT),
        (OrderRejected, Remedy.FIX_INPUT),
        (CredentialsRejected, Remedy.RECONNECT),
        (PermissionMissing, Remedy.RECONNECT),
        (KeyringUnavailable, Remedy.RECONNECT),
        (RemoteUnavailable, Remedy.RETRY_LATER),
        (RateLimited, Remedy.RETRY_LATER),
        (AnswerNotUnderstood, Remedy.REPORT),
        (StorageError, Remedy.REPORT),
    ],
)
def test_every_error_says_what_helps(kind: type[AppError], remedy: Remedy) -> None:
    assert kind(Code.REJECTED).remedy is remedy


def test_a_lost_outcome_is_reconciled() -> None:
    assert OutcomeUnknown(answered=False).remedy is Remedy.RECONCILE


def test_a_set_up_error_is_not_taken_for_an_answer_about_one_order() -> None:
    assert not issubclass(SetupError, OrderRejected)
    assert not issubclass(OrderRejected, SetupError | RemoteUnavailable)
