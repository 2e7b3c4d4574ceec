"""Where windows would show themselves, and an environment in which none can."""

from __future__ import annotations

import os

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def without_display() -> dict[str, str]:
    """The environment of a program that has no screen."""
    return {name: value for name, value in os.environ.items() if name not in DISPLAYS}
