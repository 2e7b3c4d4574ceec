from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from stdnum.no import orgnr

from tripletex_wizard.practice.mystore.document import Document
from tripletex_wizard.practice.seed import yarn_shop

TODAY = date(2026, 11, 23)
ORE = Decimal("0.01")


@pytest.fixture(scope="module", params=[1, 2, 77])
def documents(request: pytest.FixtureRequest) -> list[Document]:
    return yarn_shop(request.param, today=TODAY)


def parts(given: Document, kind: str) -> list[dict[str, Any]]:
    return [part["attributes"] for part in given["included"] if part["type"] == kind]


def order(documents: list[Document], number: str) -> Document:
    return next(each for each in documents if each["data"]["id"] == number)


def attributes(given: Document) -> dict[str, Any]:
    found: dict[str, Any] = given["data"]["attributes"]
    return found


def status(given: Document) -> str:
    found: str = given["data"]["relationships"]["order-status"]["data"]["id"]
    return found


def total(given: Document, kind: str = "ot_total") -> Decimal:
    return sum(
        (Decimal(row["value"]) for row in parts(given, "order-totals") if row["class"] == kind),
        Decimal(0),
    )


def gross(line: dict[str, Any]) -> Decimal:
    unit = Decimal(line["price"]) * (1 + Decimal(line["tax"]) / 100)
    return (unit * Decimal(str(line["quantity"]))).quantize(ORE, ROUND_HALF_UP)


def test_the_same_seed_and_day_give_the_same_data() -> None:
    assert yarn_shop(5, today=TODAY) == yarn_shop(5, today=TODAY)
    assert yarn_shop(5, today=TODAY) != yarn_shop(6, today=TODAY)


def test_more_orders_leave_the_first_sixty_as_they_are_numbered() -> None:
    many = yarn_shop(1, today=TODAY, count=200)
    assert [each["data"]["id"] for each in many] == [str(10401 + n) for n in range(200)]
    assert total(order(many, "10457")) == 730


def test_sixty_orders_lie_in_the_three_weeks_before_today(documents: list[Document]) -> None:
    assert [each["data"]["id"] for each in documents] == [str(10401 + n) for n in range(60)]
    created = [attributes(each)["created_at"] for each in documents]
    assert created == sorted(created)
    assert created[0] >= "2026-11-02"
    for each in documents:
        finished = attributes(each)["finished_at"]
        assert finished is None or attributes(each)["created_at"] < finished < "2026-11-23"
        assert attributes(each)["updated_at"] < "2026-11-23"


def test_every_order_sums_to_the_ore(documents: list[Document]) -> None:
    for each in documents:
        goods = sum(map(gross, parts(each, "order-products")))
        rows = [row for row in parts(each, "order-totals") if row["class"] != "ot_tax"]
        assert goods == total(each, "ot_subtotal")
        assert sum(Decimal(row["value"]) for row in rows[:-1]) == total(each)
        assert rows[-1]["class"] == "ot_total"


def test_two_thirds_are_sent_and_about_thirty_of_the_last_fortnight_await_transfer(
    documents: list[Document],
) -> None:
    sent = [each for each in documents if status(each) == "3"]
    assert Counter(map(status, documents)) == {"3": 43, "1": 6, "2": 6, "4": 4, "5": 1}
    assert all(attributes(each)["finished_at"] for each in sent)
    pending = [
        each
        for each in sent
        if attributes(each)["finished_at"] >= "2026-11-09"
        and not attributes(each)["payment_module"].startswith("pos_")
    ]
    assert 28 <= len(pending) <= 34


def test_every_way_to_pay_is_there(documents: list[Document]) -> None:
    ways = Counter(attributes(each)["payment_module"] for each in documents)
    assert ways == {
        "vipps": 23,
        "klarna_checkout": 16,
        "adyen": 7,
        "invoice": 5,
        "invoice_enclosed": 3,
        "pos_card": 3,
        "pos_cash": 2,
        "gift_voucher": 1,
    }


def test_every_rate_is_there(documents: list[Document]) -> None:
    rates = {line["tax"] for each in documents for line in parts(each, "order-products")}
    assert rates == {"25.0000", "15.0000", "12.0000", "11.1100", "0.0000"}


def test_the_special_orders_are_there(documents: list[Document]) -> None:
    guests = [e for e in documents if e["data"]["relationships"]["customer"]["data"] is None]
    assert [each["data"]["id"] for each in guests] == ["10413"]
    assert [e["data"]["id"] for e in documents if attributes(e)["currency"] == "SEK"] == ["10423"]
    assert total(order(documents, "10421")) == 0
    assert total(order(documents, "10421"), "ot_gv") == -412
    edited = attributes(order(documents, "10425"))
    assert edited["updated_at"] > edited["finished_at"]
    assert len(attributes(order(documents, "10427"))["customer_address_name"]) > 80
    assert attributes(order(documents, "10429"))["shipping_address_country"] == "Sweden"
    assert attributes(order(documents, "10420"))["shipping_address_zipcode"] == "9170"
    credit = parts(order(documents, "10442"), "order-products")
    assert [line["quantity"] for line in credit] == [-1]
    assert parts(order(documents, "10432"), "order-products")[1]["quantity"] == "1.35"


def test_abroad_and_on_svalbard_nothing_is_charged_vat(documents: list[Document]) -> None:
    for number in ("10420", "10423", "10429"):
        lines = parts(order(documents, number), "order-products")
        assert {line["tax"] for line in lines} == {"0.0000"}


def test_the_worked_orders_are_among_them(documents: list[Document]) -> None:
    three_rates = order(documents, "10457")
    vat = [row["value"] for row in parts(three_rates, "order-totals") if row["class"] == "ot_tax"]
    assert total(three_rates) == 730
    assert vat == ["69.2000", "4.5652"]
    discount, gift_card = order(documents, "10459"), order(documents, "10460")
    assert total(discount) == 567
    assert total(discount, "ot_coupon") == -100
    assert total(gift_card) == 469
    assert total(gift_card, "ot_gv") == -500


def test_nobody_in_the_shop_is_real(documents: list[Document]) -> None:
    for each in documents:
        email = attributes(each)["customer_address_email"]
        assert email == "" or email.endswith("@example.com")
        for customer in parts(each, "customers"):
            number = customer["organization_number"]
            norwegian = customer["address_country"] == "Norway"
            assert number == "" or not norwegian or orgnr.is_valid(number)
