from __future__ import annotations

import json
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tripletex_wizard.adapters import exact_json
from tripletex_wizard.adapters.pacing import PATIENCE, Pacing
from tripletex_wizard.domain.secret import Secret

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | decimals,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(values)
def test_what_is_written_is_read_back_to_the_last_digit(value: object) -> None:
    assert exact_json.load(exact_json.dump(value).encode()) == value


@given(decimals)
def test_a_decimal_is_written_with_its_own_digits_and_no_exponent(value: Decimal) -> None:
    text = exact_json.dump({"price": value})
    assert text == f'{{"price": {value:f}}}'
    assert json.loads(text, parse_float=Decimal, parse_int=Decimal)["price"] == value


def test_ten_decimals_survive() -> None:
    assert exact_json.dump(Decimal("33.3333333333")) == "33.3333333333"


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_is_not_written(value: Decimal) -> None:
    with pytest.raises(ValueError, match="not a number"):
        exact_json.dump([value])


@pytest.mark.parametrize("value", [1.5, {1: 2}, {1, 2}, Secret("t")])
def test_what_json_cannot_hold_exactly_is_not_written(value: object) -> None:
    with pytest.raises(TypeError):
        exact_json.dump(value)


@pytest.mark.parametrize("text", [b"Infinity", b"[" * 100_000, b'{"a"', b""])
def test_what_is_no_json_is_a_value_error(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        exact_json.load(text)


def test_a_secret_shows_itself_only_when_asked() -> None:
    secret = Secret("canary")
    assert secret.reveal() == "canary"
    assert "canary" not in f"{secret} {secret!r} {[secret]}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)


def test_secrets_are_equal_when_their_tokens_are() -> None:
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a")}) == 1
    assert not Secret("")


def test_pacing_lets_a_call_go_when_the_clock_stands_still() -> None:
    clock = FakeClock()
    pacing = Pacing(clock, calls=1, seconds=10, reset_header="Reset")
    pacing.wait()
    naps: list[float] = []
    clock.sleep = naps.append  # type: ignore[method-assign, assignment]
    pacing.wait()
    assert len(naps) == PATIENCE
