"""Starts the program: `tripletex-wizard`, or `python -m tripletex_wizard`."""

from __future__ import annotations

import sys

from tripletex_wizard.cli import main

if __name__ == "__main__":
    sys.exit(main())
