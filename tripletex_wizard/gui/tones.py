"""The colours of the light and the dark scheme. No Qt: a test reads their contrasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """What a status means; shown by an icon, a word and a colour together."""

    OK = "ok"
    MUST_FIX = "must_fix"
    SHOULD_CHECK = "should_check"
    UNKNOWN = "unknown"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class TonePair:
    """A status colour for text and icon, and the ground of its chip."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme. Every text colour holds 4.5:1 on every ground of the scheme (WCAG AA).

    `disabled` alone is exempt, as in WCAG. `accent` is for the one main action and for links.
    `bands` are the grounds of `on_accent` by the environment's name; production has none.
    """

    page: str
    side: str
    card: str
    line: str
    field_line: str
    text: str
    muted: str
    disabled: str
    disabled_ground: str
    accent: str
    accent_pressed: str
    on_accent: str
    selection: str
    hover: str
    tones: Mapping[Tone, TonePair]
    bands: Mapping[str, str]


LIGHT = Colours(
    page="#f6f8f6",
    side="#ecf1ee",
    card="#ffffff",
    line="#d9dfdb",
    field_line="#c3cac6",
    text="#1d2421",
    muted="#5d6963",
    disabled="#7e8983",
    disabled_ground="#dfe5e1",
    accent="#1b6e53",
    accent_pressed="#155843",
    on_accent="#ffffff",
    selection="#d6ebe2",
    hover="#f2f9f6",
    tones={
        Tone.OK: TonePair("#1b6e53", "#e3f2ec"),
        Tone.MUST_FIX: TonePair("#a3341f", "#fbe9e5"),
        Tone.SHOULD_CHECK: TonePair("#8a5a00", "#fdf3dc"),
        Tone.UNKNOWN: TonePair("#5d6963", "#ecefed"),
        Tone.SUGGESTION: TonePair("#245a8d", "#e5eff8"),
    },
    bands={
        "test": "#7a4f00",
        "practice": "#245a8d",
    },
)

DARK = Colours(
    page="#1a1f1d",
    side="#141917",
    card="#222826",
    line="#363f3b",
    field_line="#4b5651",
    text="#e7ece9",
    muted="#a5b0aa",
    disabled="#76817b",
    disabled_ground="#2c3330",
    accent="#62c49f",
    accent_pressed="#82d3b4",
    on_accent="#0c1d16",
    selection="#254438",
    hover="#29312e",
    tones={
        Tone.OK: TonePair("#7fd3b2", "#1d382e"),
        Tone.MUST_FIX: TonePair("#f3a493", "#452620"),
        Tone.SHOULD_CHECK: TonePair("#e6be66", "#3c3119"),
        Tone.UNKNOWN: TonePair("#b3beb8", "#303835"),
        Tone.SUGGESTION: TonePair("#93c2ee", "#1e344a"),
    },
    bands={
        "test": "#e6be66",
        "practice": "#93c2ee",
    },
)
