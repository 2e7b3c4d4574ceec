"""Every text can be found, is translated, and the generated files hold the latest of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.translations import messages, unliteral, untranslated
from tests.architecture.tree import I18N, QRC, RESOURCES_RC, ROOT, gui_sources

TOOLS = Path(sys.executable).parent
LUPDATE = (
    *("pyside6-lupdate", "-silent", "-locations", "none", "-no-obsolete"),
    *("-source-language", "en"),
)
NB = (I18N / "tripletex_wizard_nb.ts", "-target-language", "nb_NO")
EN = (I18N / "tripletex_wizard_en.ts", "-target-language", "en_GB", "-pluralonly")
RCC = ("pyside6-rcc", "--format-version", "1", "--compress-algo", "zlib")


def run(tool: str, *arguments: str | Path) -> None:
    subprocess.run([TOOLS / tool, *arguments], check=True, cwd=ROOT)


def code_of(generated: Path) -> list[str]:
    """The lines that count: the comments name the tool's version."""
    return [line for line in generated.read_text().splitlines() if not line.startswith("#")]


def test_every_text_to_be_translated_is_a_literal() -> None:
    lines = [(path.name, line) for path in gui_sources() for line in unliteral(path.read_text())]
    assert lines == []


@pytest.mark.parametrize(
    "call", ['self.tr(f"{n} sent")', "tr(text)", 'translate("Texts", a + b)', "self.tr()"]
)
def test_a_text_that_is_not_a_literal_is_found(call: str) -> None:
    assert unliteral(f"def sentence(self): return {call}") == [1]


def test_a_literal_text_is_let_through() -> None:
    assert unliteral('self.tr("%n sent", "", n); translate("Texts", "Sent {n}")') == []


@pytest.mark.parametrize("ts", sorted(I18N.glob("*.ts")), ids=lambda path: path.name)
def test_every_text_is_translated(ts: Path) -> None:
    assert untranslated(ts.read_text()) == []


def test_steps_are_named_as_they_stand_in_the_same_language() -> None:
    """«step 5 “Transfer”» in English and «steg 5 «Overføring»» in Norwegian."""
    names = dict(messages(NB[0].read_text(), context="StepList"))
    named = [
        (step, title, nb_step, names.get(title) == nb_title)
        for source, translation in messages(NB[0].read_text())
        for (step, title), (nb_step, nb_title) in zip(
            re.findall(r"step (\d) “(.+?)”", source),
            re.findall(r"steg (\d) «(.+?)»", translation),
            strict=True,
        )
    ]
    assert len(named) >= 10
    assert [row for row in named if row[0] != row[2] or not row[3]] == []


def ts_of(source: str, translation: str, *, numerus: str = "no") -> str:
    return (
        f"<TS><context><message numerus='{numerus}'><source>{source}</source>"
        f"{translation}</message></context></TS>"
    )


@pytest.mark.parametrize(
    "ts",
    [
        ts_of("Sent", "<translation type='unfinished'>Sendt</translation>"),
        ts_of("Sent", "<translation></translation>"),
        ts_of("Sent {n}", "<translation>Sendt {antall}</translation>"),
        ts_of("&amp;Next", "<translation>Neste</translation>"),
        ts_of(
            "%n sent",
            "<translation><numerusform>%n sendt</numerusform><numerusform/></translation>",
            numerus="yes",
        ),
    ],
)
def test_a_missing_or_unfit_translation_is_found(ts: str) -> None:
    assert len(untranslated(ts)) == 1


def test_a_fit_translation_is_let_through() -> None:
    assert untranslated(ts_of("Sent {n}", "<translation>Sendte {n}</translation>")) == []


@pytest.mark.parametrize(("ts", "options"), [(ts, options) for ts, *options in (NB, EN)])
def test_the_translation_file_holds_the_texts_of_the_sources(
    ts: Path, options: list[str], tmp_path: Path
) -> None:
    updated = tmp_path / ts.name
    updated.write_text(ts.read_text())
    run(*LUPDATE, *options, *gui_sources(), "-ts", updated)
    assert updated.read_text() == ts.read_text(), "run make translations"


@pytest.mark.parametrize("ts", sorted(I18N.glob("*.ts")), ids=lambda path: path.name)
def test_the_compiled_translation_is_current(ts: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    run("pyside6-lrelease", "-silent", ts, "-qm", compiled)
    assert compiled.read_bytes() == ts.with_suffix(".qm").read_bytes(), "run make translations"


def test_the_bundled_resources_are_current(tmp_path: Path) -> None:
    bundled = tmp_path / "resources_rc.py"
    run(*RCC, QRC, "-o", bundled)
    assert code_of(bundled) == code_of(RESOURCES_RC), "run make translations"
