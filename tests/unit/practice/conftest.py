"""The practice shop under a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import pytest

from tests.unit.practice.calling import Clock, Shop, a_sale
from tripletex_wizard.practice.mystore import MystoreApplication
from tripletex_wizard.practice.mystore.document import Document
from tripletex_wizard.practice.mystore.sale import document
from tripletex_wizard.practice.switches import Switches

ShopMaker = Callable[..., Shop]


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))


@pytest.fixture
def make_shop(clock: Clock) -> ShopMaker:
    def make(
        documents: Iterable[Document] | None = None, calls_per_minute: int = 10_000, **values: str
    ) -> Shop:
        switches = Switches(values)
        application = MystoreApplication(
            now=clock,
            switches=switches,
            documents=[document(a_sale())] if documents is None else documents,
            calls_per_minute=calls_per_minute,
        )
        return Shop(application, switches)

    return make


@pytest.fixture
def shop(make_shop: ShopMaker) -> Shop:
    return make_shop()
