"""The orders that tapes are about, and by hand what each is to become in Tripletex."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum

from tests.e2e.shop_orders import (
    CARD,
    FREIGHT,
    INVOICE,
    MAILED_INVOICE,
    SENT,
    VIPPS,
    YARN,
    Buyer,
    Document,
    Line,
    Total,
    an_order,
)
from tests.fakes.clock import NINE

UNDER_WAY = "2"
REFUSED_NUMBER = "20109"
SHOP = "fjordgarn"

ODA = Buyer("7001", "Oda Prøvekunde", email="oda@example.com")
PER = Buyer("7002", "Per Prøvekunde", email="per@example.com")
KIM = Buyer("7003", "Kim Prøvekunde", email="kim@example.com")
RITA = Buyer("7004", "Rita Prøvekunde", email="rita@example.com")
GJERT = Buyer(None, "Gjert Gjest", email="gjert@example.com")
NOBODYS = Buyer(None, "Stille Gjest", street="Bakveien 2", email="")

TORA = Buyer("7005", "Tora Prøvekunde", email="tora@example.com")
ULF = Buyer("7006", "Ulf Prøvekunde", email="ulf@example.com")

GIFT = (FREIGHT, Total("ot_gv", "Gavekort", "-57.0000"))
REFUND = Line("ULL-7", "Ullgarn, lyng", "-79.2000", "25.0000", 2)
RETURN_FREIGHT = Line("RETUR", "Returfrakt", "39.2000", "25.0000", 1)  # 49.00


@dataclass(frozen=True)
class Promise:
    """What one order becomes: `paid` as (account, amount) in the order of their registration.

    `credits` is the number of the sale that a credit order takes back, wholly or in part; its
    `paid` is what is registered as paid back once somebody has said that it was.
    `may_be_order` tells of one that is never booked, and may stand as an open order.
    """

    number: str
    buyer: Buyer
    total: str
    paid: tuple[tuple[int, str], ...] = ()
    is_mailed: bool = False
    is_stopped: bool = False
    may_be_order: bool = False
    credits: str = ""

    @property
    def amount(self) -> Decimal:
        return Decimal(self.total)

    @property
    def is_of_guest(self) -> bool:
        return self.buyer.id is None


class Ware(Enum):
    """An order of the shop; the name says what is particular about it."""

    PAID = Promise("20101", ODA, "198.00", ((1902, "198.00"),))
    MAILED = Promise("20102", PER, "257.00", is_mailed=True)
    PAID_AND_MAILED = Promise("20103", KIM, "198.00", ((1904, "198.00"),), is_mailed=True)
    SAME_CUSTOMER = Promise("20104", ODA, "396.00", ((1902, "396.00"),))
    GIFT_CARD = Promise("20105", KIM, "257.00", ((2901, "57.00"), (1902, "200.00")))
    SET_UP_AS_ORDER = Promise("20106", PER, "198.00")
    GUEST = Promise("20107", GJERT, "198.00", ((1902, "198.00"),))
    SAME_GUEST = Promise("20108", GJERT, "257.00", is_mailed=True)
    REFUSED = Promise(REFUSED_NUMBER, PER, "198.00", is_stopped=True)
    UNDER_WAY = Promise("20110", ODA, "198.00", ((1902, "198.00"),))
    WITHOUT_ORIGINAL = Promise("20111", KIM, "-198.00", is_stopped=True, may_be_order=True)
    GUEST_WITHOUT_EMAIL = Promise("20112", NOBODYS, "198.00", ((1902, "198.00"),))
    RENAMED = Promise("20113", RITA, "198.00", ((1902, "198.00"),))
    SOLD = Promise("20120", TORA, "198.00", ((1902, "198.00"),))
    PART_BACK = Promise("20121", TORA, "-99.00", ((1902, "-99.00"),), credits="20120")
    REST_BACK = Promise("20122", TORA, "-99.00", ((1902, "-99.00"),), credits="20120")
    ALL_BACK = Promise("20123", TORA, "-198.00", ((1902, "-198.00"),), credits="20120")
    LESS_FREIGHT = Promise("20124", TORA, "-50.00", ((1902, "-50.00"),), credits="20120")
    SOLD_UNPAID = Promise("20130", ULF, "257.00", is_mailed=True)
    UNPAID_BACK = Promise("20131", ULF, "-99.00", is_mailed=True, credits="20130")

    def __repr__(self) -> str:
        return self.name

    @property
    def number(self) -> str:
        return self.value.number

    @property
    def sale(self) -> Ware | None:
        """What a credit order takes back, wholly or in part."""
        return next((ware for ware in Ware if ware.number == self.value.credits), None)

    @property
    def returns(self) -> tuple[Ware, ...]:
        """The credit orders that take this sale back."""
        return tuple(ware for ware in Ware if ware.value.credits == self.number)

    def document(self) -> Document:
        """The order as the shop has it before anything happens."""
        lines, extra, method = _SOLD.get(self.name, ((YARN,), (), VIPPS))
        document = an_order(
            self.number,
            lines,
            extra,
            method=method,
            buyer=self.value.buyer,
            finished=None if self is Ware.UNDER_WAY else _at(2),
            status=UNDER_WAY if self is Ware.UNDER_WAY else SENT,
        )
        document["data"]["attributes"] |= {"created_at": _at(3), "updated_at": _at(2)}
        return document


TWICE = YARN._replace(quantity=4)
ONE_BACK, ALL_OF_IT = YARN._replace(quantity=-1), YARN._replace(quantity=-2)

RETURNS = (
    (Ware.SOLD, Ware.PART_BACK),
    (Ware.SOLD, Ware.ALL_BACK),
    (Ware.SOLD_UNPAID, Ware.UNPAID_BACK),
    (Ware.SOLD, Ware.LESS_FREIGHT),
    (Ware.SOLD, Ware.PART_BACK, Ware.REST_BACK),
)
"""A sale and what comes back of it."""
_SOLD: dict[str, tuple[tuple[Line, ...], tuple[Total, ...], tuple[str, str]]] = {
    "MAILED": ((YARN,), (FREIGHT,), MAILED_INVOICE),
    "PAID_AND_MAILED": ((YARN,), (), CARD),
    "SAME_CUSTOMER": ((TWICE,), (), VIPPS),
    "GIFT_CARD": ((YARN,), GIFT, VIPPS),
    "SET_UP_AS_ORDER": ((YARN,), (), INVOICE),
    "SAME_GUEST": ((YARN,), (FREIGHT,), MAILED_INVOICE),
    "REFUSED": ((YARN,), (), INVOICE),
    "WITHOUT_ORIGINAL": ((REFUND,), (), VIPPS),
    "PART_BACK": ((ONE_BACK,), (), VIPPS),
    "REST_BACK": ((ONE_BACK,), (), VIPPS),
    "ALL_BACK": ((ALL_OF_IT,), (), VIPPS),
    "LESS_FREIGHT": ((ONE_BACK, RETURN_FREIGHT), (), VIPPS),
    "SOLD_UNPAID": ((YARN,), (FREIGHT,), MAILED_INVOICE),
    "UNPAID_BACK": ((ONE_BACK,), (), MAILED_INVOICE),
}


def _at(days: float) -> str:
    """A time of the shop, so many days before the tape begins."""
    return f"{NINE - timedelta(days=days):%Y-%m-%d %H:%M:%S}"


def expected_payments(ware: Ware) -> tuple[tuple[int, Decimal], ...]:
    return tuple((account, Decimal(amount)) for account, amount in ware.value.paid)
