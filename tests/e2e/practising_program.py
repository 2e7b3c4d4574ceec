"""`tripletex-wizard practice`, which first prints the address of its servers' control service."""

from __future__ import annotations

import sys
from typing import Self

from tripletex_wizard.cli import main, practice_window
from tripletex_wizard.practice.launch import PracticeServers


class ToldServers(PracticeServers):
    def start(self) -> Self:
        started = super().start()
        print(self.control_url, flush=True)  # noqa: T201
        return started


if __name__ == "__main__":
    vars(practice_window)["PracticeServers"] = ToldServers
    sys.exit(main(["practice", *sys.argv[1:]]))
