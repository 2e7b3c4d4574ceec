"""The refusals of Tripletex, in the shapes that were recorded."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tripletex_wizard.practice.tripletex.texts import Language, text

LINK = "https://tripletex.no/v2-docs/"


@dataclass(frozen=True, slots=True)
class Problem:
    """One entry of `validationMessages`; `sentence` is a key of `texts.TEXTS`."""

    field: str | None
    sentence: str
    path: str | None = None
    root: int | None = None
    places: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def wire(self, language: Language) -> dict[str, object]:
        """The entry as JSON."""
        message = text(self.sentence, language, **self.places)
        return {"field": self.field, "message": message, "path": self.path, "rootId": self.root}


class RefusedError(Exception):
    """An answer other than success; `message` None with code 18000 means the usual sentence."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str | None,
        *,
        developer: str | None = None,
        problems: Sequence[Problem] | None = None,
    ) -> None:
        super().__init__(f"{status}/{code} {message}")
        self.status = status
        self.code = code
        self.message = message
        self.developer = developer
        self.problems = problems

    def wire(self, language: Language, request_id: str) -> dict[str, object]:
        """The body (ApiError)."""
        message = self.message
        if self.code == VALIDATION and message is None:
            message = text("validation", language)
        problems = None
        if self.problems is not None:
            problems = [problem.wire(language) for problem in self.problems]
        return {
            "status": self.status,
            "code": self.code,
            "message": message,
            "link": LINK,
            "developerMessage": self.developer,
            "validationMessages": problems,
            "requestId": request_id,
        }


VALUE_VALIDATION = 15000
MAPPING = 16000
VALIDATION = 18000


def invalid(*problems: Problem) -> RefusedError:
    """A broken business rule [OBS]: 422/18000, developerMessage VALIDATION_ERROR."""
    return RefusedError(
        422, VALIDATION, None, developer="VALIDATION_ERROR", problems=list(problems)
    )


def rule(sentence: str, on: str | None = None, **places: object) -> RefusedError:
    """A broken business rule with one sentence, on a field or on none."""
    return invalid(Problem(on, sentence, places=places))


def malformed(problems: Sequence[Problem]) -> RefusedError:
    """A body field missing, too long or out of range [OBS]: 422/18000, path `null.x`."""
    return RefusedError(422, VALIDATION, None, problems=problems)


def unmapped(sentence: str, on: str) -> RefusedError:
    """An unknown body key or a wrong JSON type [OBS]: 422/16000."""
    path = on if sentence == "wrong_type" else None
    return RefusedError(
        422, MAPPING, "Request mapping failed", problems=[Problem(on, sentence, path)]
    )


def missing(*names: str) -> RefusedError:
    """Required query parameters, or the body, left out [OBS]: 422/15000."""
    problems = [Problem(name, "null") for name in names]
    return RefusedError(422, VALUE_VALIDATION, "Validation failed", problems=problems)


def not_found() -> RefusedError:
    """An id that this company does not have [OBS]: 404/6000."""
    return RefusedError(404, 6000, "Object not found")


def forbidden(message: str = "You do not have permission to access this feature.") -> RefusedError:
    """A right that the token lacks [OBS]: 403/9000."""
    return RefusedError(403, 9000, message)


def unauthorized() -> RefusedError:
    """A session that is wrong, expired or unknown [OBS]: 401/3000."""
    return RefusedError(
        401,
        3000,
        "Unauthorized",
        developer="Could not log in. Check login info in Authorization header.",
    )


def not_allowed() -> RefusedError:
    """A method that the path does not have [OBS]: 400/4000."""
    return RefusedError(400, 4000, "HTTP 405 Method Not Allowed")


def bad_query() -> RefusedError:
    """A query value outside its enum or type [OBS]: 404/21000."""
    return RefusedError(404, 21000, "HTTP 404 Not Found")


def duplicate() -> RefusedError:
    """A row that exists already [OBS]: 409/14000."""
    return RefusedError(409, 14000, "Duplicate entry", developer="An entry already exist")


def stale() -> RefusedError:
    """A `version` that is not the newest [OBS]: 409/8000."""
    return RefusedError(409, 8000, "RevisionException")
