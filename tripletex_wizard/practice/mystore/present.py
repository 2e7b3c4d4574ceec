"""How the shop's resources look in an answer, with the switches in force."""

from __future__ import annotations

import html
from copy import deepcopy
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from html.entities import codepoint2name
from typing import Any
from zoneinfo import ZoneInfo

from tripletex_wizard.practice.mystore import totals
from tripletex_wizard.practice.mystore.countries import country_as
from tripletex_wizard.practice.mystore.document import PARTS, Resource, referred
from tripletex_wizard.practice.mystore.shop import Shop
from tripletex_wizard.practice.switches import Switches

Attributes = dict[str, Any]

SHOP_ZONE = ZoneInfo("Europe/Oslo")
TIME_FORMAT = "%Y-%m-%d %H:%M:%S"
FOUR_DECIMALS = Decimal("0.0001")
ADDRESSES = ("customer_address", "shipping_address", "billing_address")
LINE_ALIASES = {"sku": "model", "price": "final_price", "tax": "tax_rate", "quantity": "qty"}
TOTAL_ALIASES = {"class": "code", "value": "amount"}
MONEY = ("price", "tax", "value", "rate")


class Presentation:
    """Gives copies of resources as the switches have them; the shop's own stay untouched."""

    def __init__(self, shop: Shop, switches: Switches) -> None:
        self._shop = shop
        self._switches = switches

    def resource(self, resource: Resource, base: str) -> Resource:
        """A whole resource with its relationships and its address under `base`."""
        return {
            "type": resource["type"],
            "id": resource["id"],
            "attributes": self.attributes(resource),
            "relationships": self._relationships(resource, base),
            "links": {"self": f"{base}/{resource['type']}/{resource['id']}"},
        }

    def attributes(self, resource: Resource) -> Attributes:
        """The attributes alone."""
        shown: Attributes = deepcopy(resource["attributes"])
        match resource["type"]:
            case "orders":
                self._order(shown)
            case "customers":
                self._customer(shown)
            case "order-products":
                return self._line(shown)
            case "order-totals":
                return self._total(shown, resource)
            case "order-status" if self._switches["status_name"] == "text":
                shown["name"] = _in_norwegian(shown["name"])
            case "tax-classes":
                self._money(shown)
                if self._switches["tax_class_name"] == "name":
                    shown = _renamed(shown, {"title": "name"})
            case _:
                self._times(shown)
        return shown

    def attribute_names(self, kind: str) -> frozenset[str]:
        """All attributes that the type can have, by the names they are shown with."""
        given = self._shop.attribute_names(kind)
        probe: Resource = {"type": kind, "id": "", "attributes": dict.fromkeys(given, "")}
        return frozenset(self.attributes(probe))

    def timestamp(self, value: Any) -> Any:
        """A timestamp of the shop (Oslo time) as the switch has it; anything else as it is."""
        form = self._switches["timestamps"]
        if form == "oslo" or not isinstance(value, str) or not value:
            return value
        moment = datetime.strptime(value, TIME_FORMAT).replace(tzinfo=SHOP_ZONE)
        return moment.isoformat() if form == "iso" else moment.astimezone(UTC).strftime(TIME_FORMAT)

    def stored_time(self, value: Any) -> Any:
        """A timestamp as filters compare it: ISO 8601 is a matter of the answer alone."""
        return value if self._switches["timestamps"] == "iso" else self.timestamp(value)

    def _order(self, shown: Attributes) -> None:
        if self._switches["finished_at"] == "never_set" and "finished_at" in shown:
            shown["finished_at"] = None
        self._times(shown)
        for prefix in ADDRESSES:
            self._country(shown, f"{prefix}_country")
            if self._switches["address_name"] == "split" and f"{prefix}_name" in shown:
                first, _, last = (shown[f"{prefix}_name"] or "").rpartition(" ")
                shown[f"{prefix}_name"], shown[f"{prefix}_lastname"] = (
                    (first, last) if first else (last, "")
                )
        self._names(shown, (f"{prefix}_{part}" for prefix in ADDRESSES for part in _NAMES))
        if self._switches["empty_address"] == "null":
            for name, value in shown.items():
                if value == "" and name.startswith(ADDRESSES):
                    shown[name] = None

    def _customer(self, shown: Attributes) -> None:
        for name in ("address_country", "billing_address_country"):
            self._country(shown, name)
        number = shown.pop("organization_number", None)
        attribute = self._switches["organisation_number"]
        if number is not None and attribute != "absent":
            shown[attribute] = number
        self._names(shown, [name for name in shown if name.endswith(_NAMES)])

    def _line(self, shown: Attributes) -> Attributes:
        if self._switches["line_price"] == "inc_vat" and shown.get("price"):
            rate = 1 + Decimal(str(shown.get("tax") or 0)) / 100
            price = Decimal(str(shown["price"])) * rate
            shown["price"] = str(price.quantize(FOUR_DECIMALS, ROUND_HALF_UP))
        self._money(shown)
        if self._switches["quantity"] == "text" and "quantity" in shown:
            shown["quantity"] = str(shown["quantity"])
        if self._switches["hidden_quantity"] == "hidden":
            shown.pop("quantity", None)
        self._names(shown, ("name",))
        if self._switches["line_name"] == "object" and isinstance(shown.get("name"), str):
            shown["name"] = {"no": shown["name"], "en": shown["name"]}
        alternative = self._switches["line_attributes"] == "alternative"
        return _renamed(shown, LINE_ALIASES) if alternative else shown

    def _total(self, shown: Attributes, resource: Resource) -> Attributes:
        if self._switches["totals_basis"] == "ex_vat":
            orders = self._shop.related(resource, "order")
            shown["value"] = totals.without_vat(resource, orders[0], self._shop) if orders else ""
        self._money(shown)
        self._names(shown, ("title",))
        alternative = self._switches["total_attributes"] == "alternative"
        return _renamed(shown, TOTAL_ALIASES) if alternative else shown

    def _relationships(self, resource: Resource, base: str) -> dict[str, Any]:
        shown: dict[str, Any] = deepcopy(resource.get("relationships", {}))
        if resource["type"] != "orders":
            return shown
        for name in PARTS if self._switches["to_many"] == "unlisted" else ():
            shown[name] = {"links": {"related": f"{base}/orders/{resource['id']}/{name}"}}
        if self._switches["guest_customer"] == "missing" and not referred(resource, "customer"):
            shown.pop("customer", None)
        return shown

    def _times(self, shown: Attributes) -> None:
        for name in shown:
            if name.endswith("_at"):
                shown[name] = self.timestamp(shown[name])

    def _country(self, shown: Attributes, name: str) -> None:
        if name in shown:
            shown[name] = country_as(shown[name], self._switches["country"])

    def _money(self, shown: Attributes) -> None:
        for name in MONEY if self._switches["money"] == "number" else ():
            if shown.get(name) not in (None, ""):
                shown[name] = float(Decimal(str(shown[name])))  # a JSON number: no exact form

    def _names(self, shown: Attributes, names: Any) -> None:
        for name in names if self._switches["name_entities"] == "html" else ():
            if isinstance(shown.get(name), str):
                shown[name] = _with_entities(shown[name])


_NAMES = ("name", "lastname", "company")


def _renamed(shown: Attributes, aliases: dict[str, str]) -> Attributes:
    return {aliases.get(name, name): value for name, value in shown.items()}


def _in_norwegian(name: object) -> object:
    return name.get("no", "") if isinstance(name, dict) else name


def _with_entities(text: str) -> str:
    return "".join(
        f"&{codepoint2name[ord(sign)]};" if ord(sign) in codepoint2name else sign
        for sign in html.unescape(text)
    )
