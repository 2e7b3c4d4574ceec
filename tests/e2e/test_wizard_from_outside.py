"""The wizard under a real X server with a real keyring, driven through the accessibility tree."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.outside import drive


def test_the_wizard_is_finished_by_a_program_that_only_sees_what_a_screen_reader_sees(
    tmp_path: Path,
) -> None:
    assert "all with a name" in drive("walk_from_outside", str(tmp_path / "program"))
