from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.adapters.mystore_orders import (
    OSLO,
    Json,
    address,
    included,
    line,
    order_document,
    parts_of,
    resource,
)
from tripletex_wizard.adapters.mystore.convert import OrderParts, to_order, to_status
from tripletex_wizard.adapters.mystore.wire import Resource
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Address, Order, OrderStatus, ShopLine, TotalKind
from tripletex_wizard.domain.orders import UnreadableOrder as Unreadable
from tripletex_wizard.domain.prices import gross_lines


@pytest.fixture
def document() -> Json:
    return order_document()


def read(document: Json) -> Order:
    order = to_order(parts_of(document))
    assert isinstance(order, Order), order
    return order


def reason(document: Json) -> Problem:
    order = to_order(parts_of(document))
    assert isinstance(order, Unreadable), order
    assert order.number == "7001"
    return order.problem


def unreadable(attribute: str, value: str) -> Problem:
    return Problem(Code.ATTRIBUTE_UNREADABLE, attribute=attribute, value=value)


def missing(attribute: str) -> Problem:
    return Problem(Code.ATTRIBUTE_MISSING, attribute=attribute)


def attributes(document: Json) -> Json:
    found: Json = document["data"]["attributes"]
    return found


def test_an_order_is_read_whole(document: Json) -> None:
    order = read(document)
    at_home = Address("Åse Prøve", "", "Fjellgata 4", "6002", "Ålesund", "NO")
    assert order.number == "7001"
    assert order.finished_at == datetime(2026, 11, 20, 10, 30, tzinfo=OSLO)
    assert order.status == OrderStatus("3", "Sendt")
    assert (order.payment_module, order.payment_method) == ("vipps", "Vipps")
    assert order.customer.number == 212
    assert (order.customer.email, order.customer.phone) == ("ase@example.com", "40000000")
    assert order.customer.address == order.delivery == at_home
    assert order.lines[0] == ShopLine(
        "ALP-9", "Alpakka, mose", Decimal(2), Decimal("63.2"), Decimal(25)
    )
    assert [row.kind for row in order.totals] == [
        TotalKind.SUBTOTAL,
        TotalKind.SHIPPING,
        TotalKind.TOTAL,
    ]
    assert order.total == Money(40600)
    assert gross_lines(order) == (Money(15800), Money(19900))


@pytest.mark.parametrize(
    ("name", "alias"),
    [
        ("sku", "model"),
        ("sku", "product_sku"),
        ("price", "final_price"),
        ("price", "unit_price"),
        ("tax", "tax_rate"),
        ("tax", "vat"),
        ("tax", "tax_percent"),
        ("quantity", "qty"),
    ],
)
def test_an_alias_counts_as_the_attribute(document: Json, name: str, alias: str) -> None:
    expected = read(document).lines
    line(document)[alias] = line(document).pop(name)
    assert read(document).lines == expected


def test_aliases_that_agree_are_read(document: Json) -> None:
    line(document)["final_price"] = 63.2
    assert read(document).lines[0].price == Decimal("63.2")


def test_a_blank_alias_says_nothing(document: Json) -> None:
    line(document).update({"final_price": "", "model": None})
    assert read(document).lines[0].price == Decimal("63.2")


def test_aliases_that_differ_stop_the_order_and_are_both_named(document: Json) -> None:
    line(document)["final_price"] = "80.0000"
    assert reason(document) == unreadable(
        "order-products.price, order-products.final_price", "63.2000, 80.0000"
    )


@pytest.mark.parametrize("name", ["price", "tax", "quantity"])
def test_a_hidden_number_stops_the_order(document: Json, name: str) -> None:
    del line(document)[name]
    assert reason(document) == missing(f"order-products.{name}")


@pytest.mark.parametrize(
    "value",
    ["63,20", "1 063.20", "1,063.20", "6e1", "NaN", "Infinity", "٦٣", "63.", ".5", "+63", "0x3f"],
)
def test_a_number_in_another_form_is_never_guessed(document: Json, value: str) -> None:
    line(document)["price"] = value
    assert reason(document) == unreadable("order-products.price", value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(True, "True"), ([], "list"), ({"amount": 1}, "dict"), (10**13, str(10**13))],
)
def test_what_is_no_number_is_not_read_as_one(document: Json, value: object, shown: str) -> None:
    line(document)["price"] = value
    assert reason(document) == unreadable("order-products.price", shown)


@pytest.mark.parametrize("given", ["1e400", "1E-30", "1e999999"])
def test_a_number_beyond_measure_is_unreadable_and_costs_nothing(given: str) -> None:
    text = json.dumps(resource("order-products", 1, price="?", tax=0, quantity=1, sku="A"))
    exact = json.loads(text.replace('"?"', given), parse_float=Decimal)
    line = Resource.model_validate(exact)
    parts = parts_of(order_document())
    order = to_order(OrderParts(parts.order, (line,), parts.totals, None, parts.status))
    assert isinstance(order, Unreadable)
    assert order.problem.params["attribute"] == "order-products.price"


def test_money_as_json_numbers_is_exact(document: Json) -> None:
    expected = read(document)
    line(document)["price"] = 63.2
    for row in included(document, "order-totals"):
        row["attributes"]["value"] = float(row["attributes"]["value"])
    assert read(document) == expected


def test_totals_of_four_decimals_are_rounded_half_up(document: Json) -> None:
    included(document, "order-totals")[1]["attributes"]["value"] = "-4.5650"
    assert read(document).totals[1].amount == Money(-457)


@pytest.mark.parametrize("rate", ["-25.0000", "100.0001"])
def test_a_rate_that_cannot_be_one_stops_the_order(document: Json, rate: str) -> None:
    line(document)["tax"] = rate
    assert reason(document) == unreadable("order-products.tax", rate)


def test_credited_goods_have_a_negative_quantity(document: Json) -> None:
    line(document)["quantity"] = "-1"
    assert read(document).lines[0].quantity == -1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ull &amp; silke", "Ull & silke"),
        ("Gr&oslash;nn t&aring;t", "Grønn tåt"),
        ({"no": "Votter", "en": "Mittens"}, "Votter"),
        ({"en": "Mittens"}, "Mittens"),
        ({"no": "", "en": "Mittens"}, "Mittens"),
        (404, "404"),
        (None, ""),
    ],
)
def test_names_come_in_several_forms(document: Json, name: object, expected: str) -> None:
    line(document)["name"] = name
    assert read(document).lines[0].name == expected


@pytest.mark.parametrize("name", [True, ["Votter"], {"no": ["Votter"]}])
def test_a_name_that_is_no_text_stops_the_order(document: Json, name: object) -> None:
    line(document)["name"] = name
    assert reason(document).params["attribute"] == "order-products.name"


def test_a_line_needs_an_article_number_or_a_name(document: Json) -> None:
    line(document).update({"name": "", "sku": ""})
    assert reason(document) == missing("order-products.name")


def test_an_order_without_lines_is_told_as_such(document: Json) -> None:
    document["data"]["relationships"]["order-products"]["data"] = []
    assert reason(document) == Problem(Code.ORDER_WITHOUT_LINES)


@pytest.mark.parametrize("kind", ["order-products", "order-totals"])
def test_lines_or_totals_that_the_shop_keeps_back_are_named(document: Json, kind: str) -> None:
    document["included"] = [each for each in document["included"] if each["type"] != kind]
    assert reason(document) == missing(kind)


def test_an_order_without_status_is_unreadable(document: Json) -> None:
    del document["data"]["relationships"]["order-status"]
    assert reason(document) == missing("order-status")


def test_a_status_that_did_not_come_along_keeps_its_id(document: Json) -> None:
    document["included"] = [each for each in document["included"] if each["type"] != "order-status"]
    assert read(document).status == OrderStatus("3", "")


@pytest.mark.parametrize(
    ("shop_class", "kind"),
    [
        ("ot_tax", TotalKind.TAX),
        ("ot_coupon", TotalKind.DISCOUNT),
        ("ot_discount", TotalKind.DISCOUNT),
        ("ot_discount_coupon", TotalKind.DISCOUNT),
        ("ot_gv", TotalKind.GIFT_CARD),
        ("ot_giftcard", TotalKind.GIFT_CARD),
        ("ot_payment_fee", TotalKind.PAYMENT_FEE),
        ("ot_klarna_fee", TotalKind.PAYMENT_FEE),
        ("ot_loworderfee", TotalKind.PAYMENT_FEE),
        ("ot_rounding", TotalKind.ROUNDING),
        ("OT_Shipping", TotalKind.SHIPPING),
        ("ot_bonus", TotalKind.UNKNOWN),
    ],
)
def test_a_total_means_what_its_class_says(
    document: Json, shop_class: str, kind: TotalKind
) -> None:
    included(document, "order-totals")[1]["attributes"]["class"] = shop_class
    row = read(document).totals[1]
    assert (row.kind, row.shop_class, row.title) == (kind, shop_class, "Posten")


@pytest.mark.parametrize(
    ("shop_class", "problem"),
    [
        ("ot_tax", missing("order-totals.ot_total")),
        (None, missing("order-totals.class")),
    ],
)
def test_an_order_needs_its_total(document: Json, shop_class: str | None, problem: Problem) -> None:
    included(document, "order-totals")[2]["attributes"]["class"] = shop_class
    assert reason(document) == problem


def test_two_totals_are_one_too_many(document: Json) -> None:
    included(document, "order-totals")[1]["attributes"]["class"] = "ot_total"
    assert reason(document) == unreadable("order-totals.ot_total", "2 x")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("NO", "NO"),
        ("no", "NO"),
        ("Norge", "NO"),
        ("Norway", "NO"),
        ("NORGE", "NO"),
        ("Sverige", "SE"),
        ("Sweden", "SE"),
        ("Danmark", "DK"),
        ("Tyskland", "DE"),
        ("Svalbard and Jan Mayen", "SJ"),
        ("Svalbard og Jan Mayen", "SJ"),
        ("Atlantis", "Atlantis"),
        ("", ""),
        (None, ""),
    ],
)
def test_countries_are_known_by_code_and_name(document: Json, given: str | None, code: str) -> None:
    attributes(document)["shipping_address_country"] = given
    assert read(document).delivery.country == code


def test_the_name_on_the_invoice_is_the_billing_address_s(document: Json) -> None:
    attributes(document).update(address("billing", "", company="Garn AS", city="Molde"))
    assert read(document).customer.address.company == "Garn AS"
    assert read(document).customer.address.city == "Molde"


def test_without_a_billing_name_the_customer_s_own_address_counts(document: Json) -> None:
    attributes(document).update(address("billing", "", city="Molde"))
    assert read(document).customer.address.name == "Åse Prøve"
    assert read(document).customer.address.city == "Ålesund"


def test_an_order_that_is_sent_nowhere_goes_to_the_customer(document: Json) -> None:
    attributes(document).update(
        address("shipping", "", address="", zipcode="", city="", country="")
    )
    assert read(document).delivery.city == "Ålesund"


def test_a_last_name_of_its_own_is_joined(document: Json) -> None:
    attributes(document).update(
        {"billing_address_name": "Åse", "billing_address_lastname": "Prøve"}
    )
    assert read(document).customer.address.name == "Åse Prøve"


def test_null_parts_of_an_address_are_blank(document: Json) -> None:
    for name in list(attributes(document)):
        if attributes(document)[name] == "":
            attributes(document)[name] = None
    assert read(document) == read(order_document())


@pytest.mark.parametrize("relationship", [{"data": None}, {}, {"data": {"type": "x", "id": "0"}}])
def test_a_guest_has_no_customer_number(document: Json, relationship: Json) -> None:
    document["data"]["relationships"]["customer"] = relationship
    customer = read(document).customer
    assert customer.number is None
    assert customer.email == "ase@example.com"


def test_an_order_without_the_relationship_is_a_guest_s(document: Json) -> None:
    del document["data"]["relationships"]["customer"]
    assert read(document).customer.number is None


def test_an_email_that_the_order_lacks_is_the_customer_s(document: Json) -> None:
    attributes(document)["customer_address_email"] = ""
    assert read(document).customer.email == "butikk@example.com"


@pytest.mark.parametrize(
    "name", ["organization_number", "org_number", "orgnr", "company_number", "vat_number"]
)
def test_the_organisation_number_has_many_names(document: Json, name: str) -> None:
    included(document, "customers")[0]["attributes"][name] = 999888771
    assert read(document).customer.organization_number == "999888771"


@pytest.mark.parametrize(("half", "shown"), [("\ud83d", "?"), ("Garn \ude00 Tråd", "Garn ? Tråd")])
def test_half_a_character_stops_the_order_and_is_named(
    document: Json, half: str, shown: str
) -> None:
    line(document)["name"] = half
    assert reason(document) == unreadable("order-products.name", shown)
    line(document)["name"] = "Alpakka"
    attributes(document)["billing_address_name"] = half
    assert reason(document) == unreadable("orders.billing_address_name", shown)


def test_a_character_in_two_halves_is_read_whole(document: Json) -> None:
    line(document)["name"] = "Garn \N{BALL OF YARN}"
    assert r"\ud83e\uddf6" in json.dumps(document)
    assert read(document).lines[0].name == "Garn \N{BALL OF YARN}"


def organization_number(document: Json, given: str, country: str) -> str:
    attributes(document)["billing_address_country"] = country
    included(document, "customers")[0]["attributes"]["vat_number"] = given
    return read(document).customer.organization_number


@pytest.mark.parametrize(
    "given",
    ["999888771", "999 888 771", "NO999888771MVA", "no 999.888.771 mva", "Org.nr. 999 888 771"],
)
@pytest.mark.parametrize("country", ["Norge", "NO", "Svalbard og Jan Mayen"])
def test_a_norwegian_organisation_number_is_its_nine_digits(
    document: Json, given: str, country: str
) -> None:
    assert organization_number(document, given, country) == "999888771"


@pytest.mark.parametrize(
    ("given", "country"),
    [
        ("DE313900215", "DE"),
        ("559999-1235", "SE"),
        ("IT12345678901", "IT"),
        ("DE313900215", "NO"),
        ("999888777", "NO"),  # the last digit is wrong
    ],
)
def test_any_other_number_stays_whole(document: Json, given: str, country: str) -> None:
    assert organization_number(document, given, country) == given


def test_foreign_digits_that_could_be_norwegian_carry_their_country(document: Json) -> None:
    assert organization_number(document, "313 900 215", "DE") == "DE313900215"


@pytest.mark.parametrize(
    ("given", "country"),
    [("15108695088", "NO"), ("151086 95088", "NO"), ("15108695088", "SE"), ("01020312345", "NO")],
)
def test_a_person_s_identity_number_is_left_out(document: Json, given: str, country: str) -> None:
    assert organization_number(document, given, country) == ""
    assert not read(document).customer.is_company


def test_a_person_s_identity_number_does_not_stop_a_company_s_order(document: Json) -> None:
    included(document, "customers")[0]["attributes"]["orgnr"] = "15108695088"
    assert organization_number(document, "999888771", "NO") == "999888771"


def test_a_vat_number_of_the_same_company_agrees(document: Json) -> None:
    included(document, "customers")[0]["attributes"] |= {
        "organization_number": "999 888 771",
        "vat_number": "NO999888771MVA",
    }
    assert read(document).customer.organization_number == "999888771"


def test_a_foreign_number_with_and_without_letters_agrees(document: Json) -> None:
    included(document, "customers")[0]["attributes"]["orgnr"] = "559999-1235"
    assert organization_number(document, "SE559999123501", "SE") == "559999-1235"


def test_two_organisation_numbers_stop_the_order(document: Json) -> None:
    included(document, "customers")[0]["attributes"] |= {
        "orgnr": "999888771",
        "vat_number": "NO974760673MVA",
    }
    assert reason(document).params["attribute"] == "customers.orgnr, customers.vat_number"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-07-01 12:00:00", "2026-07-01T12:00:00+02:00"),
        ("2026-11-20T23:30:00Z", "2026-11-21T00:30:00+01:00"),
        ("2026-11-20T10:30:00+01:00", "2026-11-20T10:30:00+01:00"),
        ("2026-11-20T10:30:00.250+0100", "2026-11-20T10:30:00.250000+01:00"),
        ("2026-10-25 02:30:00", "2026-10-25T02:30:00+02:00"),  # the hour that comes twice
        ("2026-03-29 02:30:00", "2026-03-29T03:30:00+02:00"),  # the hour that never comes
    ],
)
def test_times_are_norwegian_unless_they_say_otherwise(
    document: Json, given: str, expected: str
) -> None:
    attributes(document)["finished_at"] = given
    finished = read(document).finished_at
    assert finished is not None
    assert finished.isoformat() == expected


@pytest.mark.parametrize("given", [None, "", "0000-00-00 00:00:00"])
def test_an_order_may_be_unfinished(document: Json, given: str | None) -> None:
    attributes(document)["finished_at"] = given
    assert read(document).finished_on is None


@pytest.mark.parametrize(
    "given", ["20.11.2026 10:30", "2026-11-20", "2026-13-01 00:00:00", "1764000000", "i går"]
)
def test_a_time_in_another_form_stops_the_order(document: Json, given: str) -> None:
    attributes(document)["finished_at"] = given
    assert reason(document) == unreadable("orders.finished_at", given)


@pytest.mark.parametrize("given", [1764000000, "0001-01-01T00:00:00+12:00"])
def test_a_time_that_no_calendar_has_stops_the_order(document: Json, given: Any) -> None:
    attributes(document)["created_at"] = given
    assert reason(document) == unreadable("orders.created_at", str(given))


@pytest.mark.parametrize("name", ["created_at", "currency", "payment_module"])
def test_an_attribute_that_everything_hangs_on_is_needed(document: Json, name: str) -> None:
    del attributes(document)[name]
    assert reason(document) == missing(f"orders.{name}")


def test_a_blank_payment_module_is_a_fact(document: Json) -> None:
    attributes(document)["payment_module"] = None
    assert read(document).payment_module == ""


def test_a_currency_is_a_code(document: Json) -> None:
    attributes(document)["currency"] = "kroner"
    assert reason(document) == unreadable("orders.currency", "kroner")


@pytest.mark.parametrize("name", ["customer_reference", "reference", "purchase_order"])
def test_the_customer_s_reference_is_taken_over(document: Json, name: str) -> None:
    attributes(document)[name] = "PO-88"
    assert read(document).reference == "PO-88"


def test_a_status_whose_name_is_unreadable_keeps_its_id() -> None:
    status = Resource.model_validate(resource("order-status", 9, name=[1]))
    assert to_status(status) == OrderStatus("9", "")
