"""Work stops at safe places only, and no error handling swallows it."""

from __future__ import annotations

import threading

import pytest

from tripletex_wizard.services.cancel import CancelledError, CancelToken, until_cancelled


def test_work_that_nobody_cancelled_goes_on() -> None:
    token = CancelToken()
    token.checkpoint()
    token.sleep(0)
    token.sleep(-1)
    assert not token.is_cancelled


def test_cancelled_work_stops_at_the_next_checkpoint() -> None:
    token = CancelToken()
    token.cancel()
    token.cancel()
    assert token.is_cancelled
    with pytest.raises(CancelledError):
        token.checkpoint()


def test_a_wait_ends_as_soon_as_the_work_is_cancelled() -> None:
    token = CancelToken()
    threading.Timer(0.01, token.cancel).start()
    with pytest.raises(CancelledError):
        token.sleep(60)


def test_being_cancelled_is_not_an_error_like_others() -> None:
    assert not issubclass(CancelledError, Exception)


def test_a_joined_token_is_cancelled_with_the_other_and_alone() -> None:
    closing, stopping, another = CancelToken(), CancelToken(), CancelToken()
    assert closing.joined(stopping) is stopping
    closing.joined(another)
    stopping.cancel()
    assert (stopping.is_cancelled, closing.is_cancelled) == (True, False)
    closing.cancel()
    assert another.is_cancelled


def test_a_token_that_is_joined_too_late_is_cancelled_at_once() -> None:
    closing = CancelToken()
    closing.cancel()
    assert closing.joined(CancelToken()).is_cancelled


def test_items_are_given_until_somebody_cancels() -> None:
    token, seen = CancelToken(), []
    for item in until_cancelled("abc", token):
        seen.append(item)
        if item == "b":
            token.cancel()
    assert seen == ["a", "b"]
    assert list(until_cancelled("abc", CancelToken())) == ["a", "b", "c"]
