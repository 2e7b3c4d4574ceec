from __future__ import annotations

import pytest

from tripletex_wizard.domain.draft import MethodChoice, Posting
from tripletex_wizard.domain.ledger import LedgerAccount, PaymentType
from tripletex_wizard.domain.suggest import (
    Doubt,
    MappingWarning,
    Reason,
    Suggestion,
    suggest,
    warnings,
    with_suggestion,
)


def payment_type(
    id_: int,
    description: str,
    number: int | None,
    account: str = "",
    *,
    currency: str = "NOK",
    customer: int | None = None,
) -> PaymentType:
    on = LedgerAccount(number, number, account or description) if number else None
    return PaymentType(id_, description, on, currency, customer)


VIPPS = payment_type(1, "Vipps", 1902)
KLARNA = payment_type(2, "Klarna", 1903)
CARD = payment_type(3, "Kort", 1904)
GIFT_CARD = payment_type(4, "Gavekort", 2901)
BANK = payment_type(5, "Betalt til bank", 1920, "Bankinnskudd")
CASH = payment_type(6, "Kontant", 1900)
ALL = (CASH, BANK, VIPPS, KLARNA, CARD, GIFT_CARD)
NOTHING = Suggestion(Posting.UNDECIDED, Reason.NONE)


def paid(by: PaymentType, reason: Reason) -> Suggestion:
    return Suggestion(Posting.PAYMENT_TYPE, reason, by.id)


@pytest.mark.parametrize(
    ("method", "label", "expected"),
    [
        ("vipps", "Vipps", paid(VIPPS, Reason.SAME_NAME)),
        ("vipps_epay", "VIPPS", paid(VIPPS, Reason.SAME_NAME)),
        ("mobilepay", "MobilePay", paid(VIPPS, Reason.KNOWN_ALIAS)),
        ("vippsmobilepay", "Vipps MobilePay", paid(VIPPS, Reason.SAME_NAME)),
        ("klarna_checkout", "Klarna Checkout", paid(KLARNA, Reason.SAME_NAME)),
        ("klarna_checkout", "Klarna", paid(KLARNA, Reason.SAME_NAME)),
        ("kustom", "Kustom", paid(KLARNA, Reason.KNOWN_ALIAS)),
        ("klarna_invoice", "Klarna faktura", paid(KLARNA, Reason.SAME_NAME)),
        ("adyen", "Kort", paid(CARD, Reason.SAME_NAME)),
        ("adyen", "Adyen", paid(CARD, Reason.KNOWN_ALIAS)),
        ("card", "Visa/Mastercard", paid(CARD, Reason.KNOWN_ALIAS)),
        ("", "Kontant", paid(CASH, Reason.SAME_NAME)),
        ("bank", "Bankinnskudd", paid(BANK, Reason.SAME_ACCOUNT)),
        ("gift_voucher", "Gavekort", paid(GIFT_CARD, Reason.LIABILITY_ACCOUNT)),
        ("giftcard", "Gift card", paid(GIFT_CARD, Reason.LIABILITY_ACCOUNT)),
        ("invoice", "Faktura", Suggestion(Posting.NOT_PAID, Reason.PAID_LATER, send_invoice=True)),
        (
            "manual",
            "Manuell faktura",
            Suggestion(Posting.NOT_PAID, Reason.PAID_LATER, send_invoice=True),
        ),
        ("invoice_enclosed", "Faktura vedlagt", Suggestion(Posting.NOT_PAID, Reason.PAID_LATER)),
        ("svea_invoice", "Svea faktura", NOTHING),
        ("pos_cash", "Kontant", Suggestion(Posting.LEFT_OUT, Reason.Z_REPORT)),
        ("pos_card", "Kort", Suggestion(Posting.LEFT_OUT, Reason.Z_REPORT)),
        ("free", "Gratis", NOTHING),
        ("", "", NOTHING),
    ],
)
def test_a_method_is_suggested_by_name_and_account(
    method: str, label: str, expected: Suggestion
) -> None:
    assert suggest(method, label, ALL) == expected


@pytest.mark.parametrize(
    "types",
    [
        pytest.param((), id="none"),
        pytest.param((payment_type(1, "Vipps", 1902, currency="SEK"),), id="in another currency"),
        pytest.param((VIPPS, payment_type(9, "VIPPS", 1905)), id="two of the same name"),
        pytest.param((payment_type(8, "Kort", None),), id="another without account"),
    ],
)
def test_nothing_is_suggested_when_nothing_or_more_than_one_fits(
    types: tuple[PaymentType, ...],
) -> None:
    assert suggest("vipps", "Vipps", types) == NOTHING


def test_the_closest_name_wins_over_another_of_the_same_kind() -> None:
    types = (payment_type(8, "Klarna avbetaling", 1906), KLARNA)
    assert suggest("klarna_checkout", "Klarna Checkout", types) == paid(KLARNA, Reason.SAME_NAME)


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        pytest.param((payment_type(8, "Gavekort", 1920),), NOTHING, id="named, but no debt"),
        pytest.param((payment_type(8, "Gavekort", None),), NOTHING, id="without account"),
        pytest.param(
            (VIPPS, payment_type(8, "Annen gjeld", 2990)),
            Suggestion(Posting.PAYMENT_TYPE, Reason.LIABILITY_ACCOUNT, 8),
            id="the only debt",
        ),
        pytest.param(
            (payment_type(7, "Depositum", 2980), payment_type(8, "Annen gjeld", 2990)),
            NOTHING,
            id="two debts",
        ),
    ],
)
def test_a_gift_card_is_suggested_on_a_short_term_debt_only(
    types: tuple[PaymentType, ...], expected: Suggestion
) -> None:
    assert suggest("gift_voucher", "Gavekort", types) == expected


def test_a_suggestion_fills_the_row_and_waits_for_a_yes() -> None:
    row = with_suggestion(MethodChoice("invoice", "Faktura", orders=31), ALL)
    assert row == MethodChoice(
        "invoice",
        "Faktura",
        31,
        posting=Posting.NOT_PAID,
        send_invoice=True,
        suggested="paid_later",
    )
    assert not row.is_decided


def test_a_decided_row_is_not_suggested_over() -> None:
    row = MethodChoice("vipps", "Vipps", posting=Posting.NOT_PAID, accepted=True)
    assert with_suggestion(row, ALL) is row


def on(method: str, label: str, by: PaymentType, *, send: bool = False) -> MethodChoice:
    return MethodChoice(
        method, label, 5, posting=Posting.PAYMENT_TYPE, payment_type_id=by.id, send_invoice=send
    )


SETTLED = payment_type(21, "Klarna", 1500, customer=7)
IN_SEK = payment_type(22, "Swish", 1930, currency="SEK")
NOWHERE = payment_type(23, "Vipps", None)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (MethodChoice("vipps", "Vipps", 5), [(Doubt.UNDECIDED_IN_USE, None)]),
        (MethodChoice("vipps", "Vipps"), []),
        (on("vipps", "Vipps", VIPPS), []),
        (
            MethodChoice("vipps", "Vipps", 5, posting=Posting.LEFT_OUT),
            [(Doubt.LEFT_OUT_IN_USE, None)],
        ),
        (MethodChoice("vipps", "Vipps", posting=Posting.LEFT_OUT), []),
        (MethodChoice("pos_cash", "Kontant", 5, posting=Posting.LEFT_OUT), []),
        (on("pos_cash", "Kontant", CASH), [(Doubt.REGISTER_TRANSFERRED, CASH)]),
        (
            MethodChoice("pos_cash", "Kontant", 5, posting=Posting.NOT_PAID),
            [(Doubt.REGISTER_TRANSFERRED, None)],
        ),
        (on("klarna_checkout", "Klarna", KLARNA, send=True), [(Doubt.INVOICES_ITSELF, KLARNA)]),
        (on("vipps", "Vipps", VIPPS, send=True), [(Doubt.TAKES_PAYMENT, VIPPS)]),
        (on("adyen", "Kort", CARD, send=True), [(Doubt.TAKES_PAYMENT, CARD)]),
        (
            MethodChoice(
                "invoice_enclosed",
                "Faktura vedlagt",
                posting=Posting.NOT_PAID,
                send_invoice=True,
            ),
            [(Doubt.ENCLOSED_AND_SENT, None)],
        ),
        (
            MethodChoice("invoice", "Faktura", posting=Posting.NOT_PAID, send_invoice=True),
            [],
        ),
        (on("gift_voucher", "Gavekort", GIFT_CARD), []),
        (on("gift_voucher", "Gavekort", BANK), [(Doubt.GIFT_CARD_ACCOUNT, BANK)]),
        (on("gift_voucher", "Gavekort", NOWHERE), [(Doubt.GIFT_CARD_ACCOUNT, NOWHERE)]),
        (
            MethodChoice("gift_voucher", "Gavekort", posting=Posting.NOT_PAID),
            [(Doubt.GIFT_CARD_ACCOUNT, None)],
        ),
        (on("klarna_checkout", "Klarna", SETTLED), [(Doubt.CUSTOMER_LEDGER, SETTLED)]),
        (on("swish", "Swish", IN_SEK), [(Doubt.OTHER_CURRENCY, IN_SEK)]),
        (on("vipps", "Vipps", payment_type(99, "Borte", 1999)), [(Doubt.NOT_VISIBLE, None)]),
        (
            MethodChoice("vipps", "Vipps", 5, posting=Posting.PAYMENT_TYPE),
            [(Doubt.NOT_VISIBLE, None)],
        ),
    ],
)
def test_a_doubtful_row_is_warned_of(
    row: MethodChoice, expected: list[tuple[Doubt, PaymentType | None]]
) -> None:
    found = warnings([row], (*ALL, SETTLED, IN_SEK, NOWHERE))
    assert found == tuple(MappingWarning(doubt, (row.label,), by) for doubt, by in expected)


def test_methods_that_share_an_account_are_named_together() -> None:
    other_on_1902 = payment_type(31, "MobilePay", 1902)
    rows = [
        on("vipps", "Vipps", VIPPS),
        on("klarna_checkout", "Klarna", KLARNA),
        on("mobilepay", "MobilePay", other_on_1902),
        MethodChoice("invoice", "Faktura", posting=Posting.NOT_PAID),
    ]
    assert warnings(rows, (*ALL, other_on_1902)) == (
        MappingWarning(Doubt.SHARED_ACCOUNT, ("Vipps", "MobilePay"), VIPPS),
    )


def test_payment_types_without_account_are_shared_only_when_they_are_the_same() -> None:
    other = payment_type(32, "Swish", None)
    rows = [on("a", "A", NOWHERE), on("b", "B", other), on("c", "C", NOWHERE)]
    assert warnings(rows, (NOWHERE, other)) == (
        MappingWarning(Doubt.SHARED_ACCOUNT, ("A", "C"), NOWHERE),
    )
