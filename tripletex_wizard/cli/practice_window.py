"""`tripletex-wizard practice` in the window: a profile is ready, and its orders are shown."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tripletex_wizard import tour
from tripletex_wizard.app import practice_program
from tripletex_wizard.cli.output import Output
from tripletex_wizard.cli.practice import set_up, tell_tokens
from tripletex_wizard.cli.wizard import show, without_display
from tripletex_wizard.gui.command_texts import imported, practice_opens, tour_instead
from tripletex_wizard.practice.faults import Fault
from tripletex_wizard.practice.launch import PracticeServers
from tripletex_wizard.windows import has_display

FAULTS = (
    Fault("tripletex", "status", "POST", "/v2/order", skip=1, status=422),
    Fault("tripletex", "drop_after", "PUT", "/v2/order/*/:invoice", skip=1),
)
"""What goes wrong in practice when it is asked for: the second order, and the second invoice."""


def run(given: argparse.Namespace, output: Output) -> int:
    """Open the practice orders; without a display walk the tour and keep its pictures.

    0 when the window was closed, or when the tour led to what was expected. Faults are there to
    be mended by a person, so that without a display they are refused.
    """
    if not has_display():
        return without_display(output) if given.faults else _walk_instead(given, output)
    with (
        PracticeServers(seed=given.seed, faults=FAULTS if given.faults else ()) as servers,
        practice_program(servers, given.profile_dir) as practice,
    ):
        output.line(imported(set_up(practice)))
        output.line(practice_opens())
        tell_tokens(practice, output)
        return show(practice)


def _walk_instead(given: argparse.Namespace, output: Output) -> int:
    folder = Path(tempfile.mkdtemp(prefix="tripletex-veiviseren-"))
    output.line(tour_instead(folder))
    walked = {**vars(given), "tour": folder, "profile_dir": None}
    return tour.run(argparse.Namespace(**walked), output.line)
