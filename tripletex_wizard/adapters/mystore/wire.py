"""JSON:API documents as Mystore sends them, checked for form only (mystore-api.md §7)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _object(given: object) -> object:
    return {} if given == [] or given is None else given  # PHP writes an empty object as []


def _text(given: object) -> object:
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else given


def _address(given: object) -> object:
    return given.get("href") if isinstance(given, dict) else given  # both are valid JSON:API


def _words(given: object) -> object:
    return given if isinstance(given, str) else ""  # what is no text says nothing to people


Id = Annotated[str, BeforeValidator(_text), Field(pattern=r"^[A-Za-z0-9_:-]+$")]
"""Ids go into paths, so they hold nothing that means something there."""


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Reference(_Wire):
    """Points at a resource."""

    type: str
    id: Id

    @property
    def is_nobody(self) -> bool:
        """Whether it points at customer 0, as osCommerce writes for a guest [INF]."""
        return self.id.strip("0") == ""


class Relationship(_Wire):
    """One, many or none; `data` may be left out, and then says nothing about how many."""

    data: Reference | tuple[Reference, ...] | None = None


class Resource(_Wire):
    """An order, a line, a total, a customer, a status: attributes as they came."""

    type: str
    id: Id
    attributes: Annotated[dict[str, Any], BeforeValidator(_object)] = {}
    relationships: Annotated[dict[str, Relationship], BeforeValidator(_object)] = {}

    def one(self, relationship: str) -> Reference | None:
        """What a to-one relationship points at."""
        found = self.relationships.get(relationship)
        return found.data if found and isinstance(found.data, Reference) else None

    def many(self, relationship: str) -> tuple[Reference, ...] | None:
        """What a to-many relationship points at; None when the resource does not say."""
        found = self.relationships.get(relationship)
        return found.data if found and isinstance(found.data, tuple) else None


class Links(_Wire):
    """Where the next page is: absent or null on the last one [V1]."""

    next: Annotated[str | None, BeforeValidator(_address)] = None


class ListDocument(_Wire):
    """One page of a list."""

    data: tuple[Resource, ...]
    included: tuple[Resource, ...] | None = None
    links: Annotated[Links, BeforeValidator(_object)] = Links()


class Complaint(_Wire):
    """Why a request was refused [V1]."""

    title: Annotated[str, BeforeValidator(_words)] = ""
    detail: Annotated[str, BeforeValidator(_words)] = ""


class ErrorDocument(_Wire):
    """An answer that says what is wrong; some say it in one `message` [V2]."""

    errors: tuple[Complaint, ...] = ()
    message: Annotated[str, BeforeValidator(_words)] = ""

    @property
    def text(self) -> str:
        """The shop's own words, empty when there are none."""
        said = (each.detail or each.title for each in self.errors)
        return next(filter(None, said), self.message)


class SingleDocument(_Wire):
    """One resource with what it includes."""

    data: Resource | None
    included: tuple[Resource, ...] | None = None
