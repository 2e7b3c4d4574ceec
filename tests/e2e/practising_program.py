"""`tripletex-wizard practice`, with a set-up that writes statuses to the shop.

Its first line is the address of its servers' control service. Argument: an empty folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Self

from tripletex_wizard.cli import main, practice, practice_window
from tripletex_wizard.practice.launch import PracticeServers


class ToldServers(PracticeServers):
    def start(self) -> Self:
        started = super().start()
        print(self.control_url, flush=True)  # noqa: T201
        return started


def writing(folder: Path) -> Path:
    """The practice set-up, with the switch of step 5 on."""
    setup = json.loads(practice.SETUP_FILE.read_text("utf-8"))
    written = folder / "setup.json"
    written.write_text(json.dumps({**setup, "write_back": True}), "utf-8")
    return written


if __name__ == "__main__":
    vars(practice)["SETUP_FILE"] = writing(Path(sys.argv[1]))
    vars(practice_window)["PracticeServers"] = ToldServers
    sys.exit(main(["practice"]))
