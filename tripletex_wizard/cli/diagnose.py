"""`tripletex-wizard diagnose`: what the services answer, without anybody's data."""

from __future__ import annotations

import argparse
from pathlib import Path

from tripletex_wizard.app import Program
from tripletex_wizard.cli.output import Output
from tripletex_wizard.gui.command_texts import diagnosed


def run(program: Program, given: argparse.Namespace, output: Output) -> int:
    """About a dozen reads; key names with masked values go to a file that can be sent."""
    path: Path = given.out or Path(f"diagnose-{given.profile}.json")
    program.save_diagnosis(given.profile, path)
    output.line(diagnosed(path))
    return 0
