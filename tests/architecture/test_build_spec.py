"""build.spec names what PyInstaller cannot find by itself, and leaves out what nobody needs."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from babel.core import get_global

from tests.architecture.tree import PROGRAM, ROOT
from tripletex_wizard.adapters.journal.schema import MIGRATIONS
from tripletex_wizard.adapters.mystore.countries import LANGUAGES
from tripletex_wizard.cli.practice import SETUP_FILE

COLLECTED = (
    *(f"babel/locale-data/{name}.dat" for name in ("root", "no", "nb", "en", "sv", "de", "nn")),
    "babel/global.dat",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/opengl32sw.dll",
    "PySide6/Qt6Core.dll",
    "stdnum/oui.dat",
    "certifi/cacert.pem",
    "tripletex_wizard-0.1.0.dist-info/METADATA",
    "tripletex_wizard-0.1.0.dist-info/direct_url.json",
)

Asked = dict[str, Any]


@cache
def asked(platform: str = "linux") -> Asked:
    """What the spec asks PyInstaller for."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.architecture.recorded_build", platform],
        cwd=ROOT,
        input="\n".join(COLLECTED),
        capture_output=True,
        text=True,
        check=True,
    )
    answer: Asked = json.loads(done.stdout)
    return answer


def delivered(data: list[list[str]]) -> set[tuple[Path, Path]]:
    """Each file that comes along as data: where it lies, and where the program will find it."""
    return {
        (file, Path(destination) / file.relative_to(source if source.is_dir() else source.parent))
        for source, destination in ((ROOT / source, destination) for source, destination in data)
        for file in (source.rglob("*") if source.is_dir() else [source])
        if file.is_file()
    }


def imports_of(file: Path) -> Iterator[str]:
    """The modules that a file imports; `from alembic import op` is alembic.op."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{each.name}" for each in node.names)


def languages_needed() -> set[str]:
    """The languages of country names, each with those that it builds on."""
    needed, parents = {"root"}, get_global("parent_exceptions")
    for language in LANGUAGES:
        while language not in needed:
            needed.add(language)
            language = parents.get(language, "root")  # noqa: PLW2901 - one up
    return needed


def test_what_is_read_from_files_lies_where_the_program_looks_for_it() -> None:
    needed = [SETUP_FILE, *MIGRATIONS.rglob("*.py")]
    pairs = {(file, file.relative_to(ROOT)) for file in needed}
    assert len(pairs) > 3
    assert pairs <= delivered(asked()["datas"])


def test_no_file_beside_the_modules_is_forgotten() -> None:
    unread = {"py.typed", "README.md"}
    beside = {each for each in PROGRAM.rglob("*") if each.suffix not in {".py", ".pyc"}}
    files = {each for each in beside if each.is_file() and each.name not in unread}
    assert files <= {file for file, _ in delivered(asked()["datas"])}


def test_what_migrations_import_comes_along() -> None:
    imported = {name for file in MIGRATIONS.rglob("*.py") for name in imports_of(file)}
    assert imported >= {"alembic.op", "alembic.context"}
    assert imported <= set(asked()["hiddenimports"])


def test_every_back_end_of_the_keyring_comes_along() -> None:
    named = {each.value for each in entry_points(group="keyring.backends")}
    own = {name for name in named if name.startswith("keyring.backends.")}
    wanted = {*own, "keyring.backends.fail", "keyring.backends.null"}
    assert wanted <= set(asked()["hiddenimports"])
    assert any("keyring-" in source for source, _ in asked()["datas"])


def test_every_hidden_import_is_there() -> None:
    assert [name for name in asked()["hiddenimports"] if find_spec(name) is None] == []


def test_the_program_comes_with_its_name_and_version() -> None:
    assert any(to.startswith("tripletex_wizard-") for _, to in asked()["datas"])
    assert asked()["scripts"] == ["tripletex_wizard/__main__.py"]


def test_only_the_languages_that_countries_are_read_in_come_along() -> None:
    locales = {Path(file).stem for file in asked()["kept"] if "locale-data" in file}
    assert locales == languages_needed()


@pytest.mark.parametrize(
    ("file", "comes"),
    [
        ("babel/global.dat", True),
        ("certifi/cacert.pem", True),
        ("tripletex_wizard-0.1.0.dist-info/METADATA", True),
        ("tripletex_wizard-0.1.0.dist-info/direct_url.json", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/opengl32sw.dll", False),
        ("stdnum/oui.dat", False),
    ],
)
def test_what_comes_along_of_what_hooks_collect(file: str, *, comes: bool) -> None:
    assert (file in asked()["kept"]) is comes


@pytest.mark.skipif(sys.platform != "linux", reason="the plugins of PySide6 for Linux")
def test_plugins_for_desktops_come_along_and_gtk_does_not() -> None:
    assert set(asked()["plugins"]) == {
        "iconengines/libqsvgicon.so",
        "imageformats/libqsvg.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platforms/libqoffscreen.so",
        "platforms/libqwayland.so",
        "platforms/libqxcb.so",
        "platformthemes/libqxdgdesktopportal.so",
        "wayland-decoration-client/libadwaita.so",
        "wayland-decoration-client/libbradient.so",
        "wayland-shell-integration/libxdg-shell.so",
    }


PRINTS = {"name": "tripletex-wizard", "console": True}
OPENS_NO_CONSOLE = {"name": "Tripletex-veiviseren", "console": False}


@pytest.mark.parametrize(
    ("platform", "programs", "bundle"),
    [
        ("linux", [PRINTS], None),
        ("win32", [PRINTS, OPENS_NO_CONSOLE], None),
        ("darwin", [{**PRINTS, "console": False}], "Tripletex-veiviseren.app"),
    ],
)
def test_a_double_click_opens_no_console_and_commands_print(
    platform: str, programs: list[object], bundle: str | None
) -> None:
    build = asked(platform)
    assert (build["programs"], build["bundle"]) == (programs, bundle)
    assert build["name"] == "tripletex-wizard"
