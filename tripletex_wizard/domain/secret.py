"""A token that shows itself only to the one who asks for it."""

from __future__ import annotations

from typing import NoReturn


class Secret:
    """A token without a text form: neither `str`, `repr`, formatting nor pickling gives it away.

    Two secrets are equal when their tokens are.
    """

    __slots__ = ("_token",)

    def __init__(self, token: str) -> None:
        self._token = token

    def reveal(self) -> str:
        """The token itself; ask for it only where it goes into a request or into the keyring."""
        return self._token

    def __bool__(self) -> bool:
        return bool(self._token)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._token == other._token

    def __hash__(self) -> int:
        return hash((Secret, self._token))

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere")
