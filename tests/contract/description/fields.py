"""What Tripletex lets be read of each path: the names that may stand in `fields`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

TOKEN = re.compile(r"[A-Za-z0-9]+|[(),*]")


class Readable:
    """`paths` names the model of each path, `models` the fields: null, or an inner model's name."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._paths: Mapping[str, str] = document["paths"]
        self._models: Mapping[str, Mapping[str, str | None]] = document["models"]

    def faults(self, path: str, text: str) -> Iterator[str]:
        """What is wrong with a `fields` filter: names that the model has not, and its grammar."""
        model = self._paths.get(path)
        if model is None:
            yield f"fields: nothing is described as readable at {path}"
        elif "".join(TOKEN.findall(text)) != text:
            yield f"fields: {text!r} cannot be read"
        else:
            yield from self._list_faults(iter(TOKEN.findall(text)), model, text, depth=0)

    def _list_faults(
        self, tokens: Iterator[str], model: str, text: str, *, depth: int
    ) -> Iterator[str]:
        known = self._models[model]
        name = ""
        for token in tokens:
            if token == "(":
                inner = known.get(name)
                if inner is None:
                    yield f"fields: {name!r} of {model} has no fields"
                    return
                yield from self._list_faults(tokens, inner, text, depth=depth + 1)
            elif token == ")":
                if not depth:
                    yield f"fields: {text!r} closes too often"
                return
            elif token not in {",", "*"}:
                name = token
                if name not in known:
                    yield f"fields: {model} has no field {name!r}"
        if depth:
            yield f"fields: {text!r} is not closed"
