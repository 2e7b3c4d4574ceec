"""JSON:API as Mystore speaks it: exact numbers, filters, compound documents, next pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit

from pydantic import BaseModel, ValidationError

from tripletex_wizard.adapters import exact_json
from tripletex_wizard.adapters.exact_json import whole_text
from tripletex_wizard.adapters.logs import masked
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.errors import AnswerNotUnderstood, Code

Model = TypeVar("Model", bound=BaseModel)


class ParameterRefused(AnswerNotUnderstood):
    """400: an include, a filter, a sort key or a page size that this shop does not know."""


class ResourceAbsent(AnswerNotUnderstood):
    """404: no such resource, or a page past the end."""


def not_understood(path: str) -> AnswerNotUnderstood:
    """The error for an answer of unknown form; `path` names the place, never a value."""
    return AnswerNotUnderstood(Code.ANSWER_NOT_UNDERSTOOD, path=path)


def decoded(body: bytes, path: str) -> Any:
    """The JSON value of a body, numbers with decimals as Decimal.

    AnswerNotUnderstood when it is no JSON, or holds a number beyond every measure.
    """
    try:
        return exact_json.load(body)
    except (ValueError, ArithmeticError):
        raise not_understood(path) from None  # the cause quotes the body, with customers in it


def parsed(model: type[Model], value: object, path: str) -> Model:
    """`value` as a wire model; AnswerNotUnderstood names the first place that does not fit."""
    try:
        return model.model_validate(value)
    except ValidationError as problem:
        place = problem.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join((path, *(str(part) for part in place["loc"])))
        raise not_understood(masked(whole_text(where))) from None  # the cause quotes the input


def condition(name: str, path: str, operator: str, value: str) -> dict[str, str]:
    """A named condition group on one attribute [V1]."""
    return {
        f"filter[{name}][path]": path,
        f"filter[{name}][operator]": operator,
        f"filter[{name}][value]": value,
    }


def next_page(address: str, base_url: str, root: str) -> tuple[str, dict[str, str]]:
    """The path (from `base_url`) and parameters of `links.next`.

    The token goes along, so an address outside `root` (`/shops/<shop>/`) on our own host raises
    AnswerNotUnderstood. The scheme is not compared, since ours is used: a server behind a proxy
    may write http.
    """
    ours, theirs = urlsplit(base_url), _split(base_url, address)
    prefix = ours.path.rstrip("/")
    if (
        theirs.hostname != ours.hostname
        or theirs.port not in {ours.port, None}
        or theirs.username is not None
        or not theirs.path.startswith(prefix + root)
        or ".." in theirs.path
        or "%" in theirs.path
    ):
        raise not_understood("links.next")
    path = theirs.path.removeprefix(prefix)
    return path, dict(parse_qsl(theirs.query, keep_blank_values=True))


class Included:
    """The included resources of a document, by type and id and by the order they belong to."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        self._by_id: dict[tuple[str, str], Resource] = {}
        self._by_order: Mapping[tuple[str, str], list[Resource]] = defaultdict(list)
        for resource in resources:
            if (resource.type, resource.id) in self._by_id:
                continue
            self._by_id[resource.type, resource.id] = resource
            if owner := resource.one("order"):
                self._by_order[resource.type, owner.id].append(resource)

    def one(self, order: Resource, relationship: str) -> Resource | None:
        """The resource that a to-one relationship points at, when it is included."""
        found = order.one(relationship)
        return self._by_id.get((found.type, found.id)) if found else None

    def parts(self, order: Resource, kind: str) -> tuple[Resource, ...] | None:
        """The order's lines or totals; None unless all of them are known to be included.

        An order that does not list them gets those that point back at it, when there are any.
        """
        listed = order.many(kind)
        if listed is None:
            return tuple(self._by_order.get((kind, order.id), ())) or None
        found = [self._by_id.get((ref.type, ref.id)) for ref in listed]
        known = tuple(resource for resource in found if resource is not None)
        return known if len(known) == len(listed) else None

    def all_listed(self, order: Resource, kind: str) -> tuple[Resource, ...] | None:
        """Every resource of the kind; None when one is lacking that the order lists."""
        found = tuple(each for each in self._by_id.values() if each.type == kind)
        listed = {ref.id for ref in order.many(kind) or ()}
        return found if listed <= {each.id for each in found} else None


def _split(base_url: str, address: str) -> SplitResult:
    try:
        parts = urlsplit(urljoin(base_url, address))
        parts.port  # noqa: B018 -- raises ValueError here and not later
    except ValueError:
        raise not_understood("links.next") from None
    return parts
