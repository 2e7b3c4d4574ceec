"""The order window under a real X server, without a mouse: by the accessibility tree, by keys."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.outside import drive


def test_orders_are_transferred_by_a_program_that_only_sees_what_a_screen_reader_sees(
    tmp_path: Path,
) -> None:
    assert "all with a name" in drive("orders_from_outside", str(tmp_path))


def test_orders_are_transferred_with_nothing_but_a_keyboard(tmp_path: Path) -> None:
    drive("keys_from_outside", str(tmp_path))
