"""The company, the profile and the shop orders that rules are tested on (Fjord Garn AS)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from tripletex_wizard.domain.ledger import (
    Company,
    Department,
    LedgerAccount,
    LedgerFacts,
    PaymentType,
    Product,
    VatCode,
    VatRegistration,
)
from tripletex_wizard.domain.mapping import MethodMapping, PaymentMapping, TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import (
    Address,
    Order,
    OrderStatus,
    ShopCustomer,
    ShopLine,
    TotalKind,
    TotalRow,
)
from tripletex_wizard.domain.profile import (
    Environment,
    Profile,
    TransferRules,
    VatRules,
    ZeroReason,
)
from tripletex_wizard.domain.vat_terms import VatTermSetting, VatTermSize

TWO_MONTHS = VatTermSetting("GENERAL_INDUSTRY", date(2019, 1, 1), VatTermSize.TWO_MONTHS)

OSLO = ZoneInfo("Europe/Oslo")
TODAY = date(2026, 11, 23)
SHOP = "fjord-garn"
SENT = OrderStatus("5", "Sendt")
COMPANY = Company(4711, "Fjord Garn AS", "314159268")

HIGH = VatCode(3, "3", Decimal(25), "Utgående avgift, høy sats")
MIDDLE = VatCode(31, "31", Decimal(15), "Utgående avgift, middels sats")
LOW = VatCode(32, "33", Decimal(12), "Utgående avgift, lav sats")
FISH = VatCode(311, "32", Decimal("11.11"), "Utgående avgift, råfisk")
EXEMPT = VatCode(5, "5", Decimal(0), "Ingen utgående avgift (innenfor mva-loven)")
OUTSIDE = VatCode(6, "6", Decimal(0), "Ingen utgående avgift (utenfor mva-loven)")
UNTREATED = VatCode(7, "7", Decimal(0), "Ingen avgiftsbehandling")
EXPORTED = VatCode(52, "52", Decimal(0), "Utførsel av varer og tjenester, 0 %")
VAT_CODES = (HIGH, MIDDLE, LOW, FISH, EXEMPT, OUTSIDE, UNTREATED, EXPORTED)


def payment_type(number: int, name: str, account: int, currency: str = "NOK") -> PaymentType:
    return PaymentType(number, name, LedgerAccount(account, account, name), currency)


VIPPS = payment_type(101, "Vipps", 1902)
KLARNA = payment_type(102, "Klarna", 1903)
CARD = payment_type(103, "Kort", 1904)
GIFT_CARD = payment_type(104, "Gavekort", 2901)
ROUNDING = Product(
    9, "ØREAVRUNDING", "Øreavrunding", UNTREATED, LedgerAccount(7740, 7740, "Øreavrunding")
)
WEBSHOP = Department(21, "Nettbutikk", "10")
SOLD_GIFT_CARD = Product(
    8, "GAVEKORT", "Gavekort", UNTREATED, LedgerAccount(2901, 2901, "Gavekort")
)

METHODS = (
    MethodMapping("vipps", "Vipps", VIPPS.id),
    MethodMapping("klarna_checkout", "Klarna", KLARNA.id),
    MethodMapping("card", "Kort", CARD.id, send_invoice=True),
    MethodMapping("gift_voucher", "Gavekort", None),
    MethodMapping("free", "Gratis", None),
    MethodMapping("invoice", "Faktura", None, send_invoice=True),
    MethodMapping("collect", "Samlefaktura", None, transfer_as=TransferAs.ORDER),
    MethodMapping("pos_cash", "Kontant i kassen", None, left_out=True),
)


def company_facts(
    *,
    registration: VatRegistration = VatRegistration.REGISTERED,
    vat_codes: tuple[VatCode, ...] = VAT_CODES,
    payment_types: tuple[PaymentType, ...] = (VIPPS, KLARNA, CARD, GIFT_CARD),
    rounding_product: Product | None = ROUNDING,
    products: tuple[Product, ...] = (SOLD_GIFT_CARD,),
) -> LedgerFacts:
    return LedgerFacts(
        COMPANY,
        registration,
        vat_codes,
        payment_types,
        currencies={"NOK": 1, "SEK": 2},
        countries={"NO": 161, "SE": 190, "SJ": 208},
        rounding_product=rounding_product,
        products={row.number: row for row in products},
        vat_term_settings=(TWO_MONTHS,),
    )


def transfer_rules(
    *,
    vat: VatRules | None = None,
    gift_card_payment_type: int | None = GIFT_CARD.id,
) -> TransferRules:
    books_are_exempt = VatRules(zero_reasons=(ZeroReason("BOK-*", "5"),))
    return TransferRules(
        completed_statuses=(SENT,),
        start_date=date(2026, 11, 1),
        gift_card_payment_type=gift_card_payment_type,
        vat=vat or books_are_exempt,
    )


def a_profile(
    rules: TransferRules | None = None, methods: tuple[MethodMapping, ...] = METHODS
) -> Profile:
    return Profile(
        name="Fjord Garn",
        environment=Environment.PRACTICE,
        company_id=COMPANY.id,
        company_name=COMPANY.name,
        organization_number=COMPANY.organization_number,
        shop=SHOP,
        rules=rules or transfer_rules(),
        mapping=PaymentMapping(3, methods),
    )


TROMSO = Address("Kari Eksempel", "", "Testveien 12", "9008", "Tromsø", "NO")
KARI = ShopCustomer(100457, TROMSO, "kari@example.no", "90000000")

GREIER = ShopCustomer(
    100469,
    Address("Gro Greier", "Garn og Greier AS", "Industriveien 20", "3414", "Lierstranda"),
    "post@garnoggreier.example.no",
    organization_number="313900215",
)


def a_guest(name: str = "Gjert Gjest", email: str = "gjert@example.no") -> ShopCustomer:
    return ShopCustomer(None, Address(name, "", "Gata 1", "0170", "Oslo", "NO"), email)


def a_line(
    gross: str = "89.00", quantity: str = "1", rate: str = "25", *, sku: str = "SAGA-111"
) -> ShopLine:
    """An article line with its price stated with VAT."""
    return ShopLine(sku, "Saga 111", Decimal(quantity), Decimal(gross), Decimal(rate))


def a_row(kind: TotalKind, amount: str, title: str = "", currency: str = "NOK") -> TotalRow:
    shop_class = kind.value
    money = Money.rounded(Decimal(amount), currency)
    return TotalRow(kind, title or shop_class, money, shop_class)


def an_order(
    number: str = "10457",
    *,
    lines: Sequence[ShopLine] | None = None,
    rows: Sequence[TotalRow] = (),
    total: str = "89.00",
    method: str = "vipps",
    customer: ShopCustomer = KARI,
    delivery: Address | None = None,
    finished: datetime | None = datetime(2026, 11, 21, 9, 12, 5, tzinfo=OSLO),
    status: OrderStatus = SENT,
    currency: str = "NOK",
    reference: str = "",
) -> Order:
    """One ball of yarn, paid by Vipps; `total` is the shop's total row."""
    return Order(
        number=number,
        created_at=datetime(2026, 11, 20, 14, 3, 27, tzinfo=OSLO),
        finished_at=finished,
        updated_at=None,
        status=status,
        payment_module=method,
        payment_method=method.title(),
        currency=currency,
        customer=customer,
        delivery=delivery or customer.address,
        lines=(a_line(),) if lines is None else tuple(lines),
        totals=(*rows, a_row(TotalKind.TOTAL, total, currency=currency)),
        reference=reference,
    )
