"""What build.spec asks PyInstaller for, as JSON; nothing is built.

`python -m tests.architecture.recorded_build PLATFORM`, in a process of its own: PyInstaller makes
the process it is imported in its own. `files` on standard input, one a line, are what its hooks
would collect.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path
from typing import Any

from PyInstaller.building import api, build_main, osx
from PyInstaller.utils.hooks.qt import pyside6_library_info

from tests.architecture.tree import ROOT

Entry = tuple[str, str, str]


class Recorder:
    """Stands for PyInstaller's Analysis, PYZ, EXE, COLLECT and BUNDLE."""

    def __init__(self, collected: list[str]) -> None:
        self.asked: dict[str, Any] = {"programs": [], "bundle": None}
        self.pure: list[Entry] = []
        self.scripts: list[Entry] = []
        self.binaries: list[Entry] = []
        self.datas = [(file, file, "DATA") for file in collected]

    def analysis(self, scripts: list[str], **asked: Any) -> Recorder:
        self.asked |= {"scripts": scripts, **asked}
        return self

    def exe(self, *_parts: object, name: str, console: bool, **_more: object) -> None:
        self.asked["programs"].append({"name": name, "console": console})

    def collect(self, *parts: Any, name: str, **_more: object) -> None:
        entries = [entry for part in parts if part for entry in part]
        self.asked |= {"name": name, "kept": [entry[0] for entry in entries]}

    def bundle(self, *_parts: object, name: str, **_more: object) -> None:
        self.asked["bundle"] = name


def record(platform: str, collected: list[str]) -> dict[str, Any]:
    """Run build.spec as on `platform`."""
    recorder = Recorder(collected)
    build_main.Analysis = recorder.analysis
    api.PYZ = lambda pure: pure
    api.EXE, api.COLLECT, osx.BUNDLE = recorder.exe, recorder.collect, recorder.bundle
    os.chdir(ROOT)
    sys.platform = platform
    runpy.run_path(str(ROOT / "build.spec"))
    kinds = Path(pyside6_library_info.location["PluginsPath"]).iterdir()
    plugins = [
        file for kind in kinds for file, _ in pyside6_library_info.collect_plugins(kind.name)
    ]
    return recorder.asked | {"plugins": ["/".join(Path(file).parts[-2:]) for file in plugins]}


if __name__ == "__main__":
    json.dump(record(sys.argv[1], sys.stdin.read().splitlines()), sys.stdout)
