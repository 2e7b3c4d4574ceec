"""What can be wrong with a text that people read, before anybody reads it."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

TRANSLATING = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1, "QT_TR_NOOP": 0}
PLACES = re.compile(r"\{[^{}]*\}|%n|%L?\d+")
MNEMONIC = re.compile(r"&(?!&)\w")


def unliteral(source: str) -> list[int]:
    """Lines where a text to be translated is not a literal: it would never be found."""
    return sorted(
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        if (place := _place_of_text(call.func)) is not None
        if not _is_literal(call.args[place : place + 1])
    )


def _place_of_text(function: ast.expr) -> int | None:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return TRANSLATING.get(name)
    return None


def _is_literal(text: list[ast.expr]) -> bool:
    match text:
        case [ast.Constant(value=str())]:
            return True
    return False


def untranslated(ts: str) -> list[str]:
    """Source texts whose translation is missing, unfinished, or has other places in it."""
    return [
        source
        for message in ET.fromstring(ts).iter("message")
        for source in [message.findtext("source", "")]
        if not all(_fits(source, text) for text in _translations(message))
    ]


def messages(ts: str, *, context: str = "") -> list[tuple[str, str]]:
    """Source texts with what they are in the other language; those of one context, or all."""
    return [
        (message.findtext("source", ""), text)
        for group in ET.fromstring(ts).iter("context")
        if context in {"", group.findtext("name")}
        for message in group.iter("message")
        for text in _translations(message)
    ]


def _translations(message: ET.Element) -> Iterator[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        yield ""
    elif message.get("numerus") == "yes":
        yield from ((form.text or "") for form in translation.iter("numerusform"))
    else:
        yield translation.text or ""


def _fits(source: str, text: str) -> bool:
    return (
        bool(text.strip())
        and sorted(PLACES.findall(source)) == sorted(PLACES.findall(text))
        and len(MNEMONIC.findall(source)) == len(MNEMONIC.findall(text))
    )
