"""What kind of payment a name speaks of, whether the shop or Tripletex wrote it."""

from __future__ import annotations

import re
from enum import Enum

NOT_A_WORD = re.compile(r"[\W_]+")


class PaymentKind(Enum):
    """The kinds that the program treats differently, or knows under several names."""

    CASH_REGISTER = "cash_register"
    GIFT_CARD = "gift_card"
    KLARNA = "klarna"
    VIPPS = "vipps"
    CARD = "card"
    ENCLOSED_INVOICE = "enclosed_invoice"
    MANUAL_INVOICE = "manual_invoice"


_REGISTER = "pos_"
_IN_THE_SHOP = re.compile(
    r"\b(i butikk(en)?|in (the )?(shop|store)|(ved|på) henting|(on|at) pick ?up)\b"
)
_BRANDS = {
    "gavekort": PaymentKind.GIFT_CARD,
    "giftcard": PaymentKind.GIFT_CARD,
    "giftvoucher": PaymentKind.GIFT_CARD,
    "klarna": PaymentKind.KLARNA,
    "kustom": PaymentKind.KLARNA,
    "vipps": PaymentKind.VIPPS,
    "mobilepay": PaymentKind.VIPPS,
    "adyen": PaymentKind.CARD,
}
_CARDS = {"kort", "card", "bankkort", "betalingskort", "kredittkort", "visa", "mastercard"}
_ENCLOSED = {"vedlagt", "enclosed"}
_INVOICE = {"faktura", "invoice"}
# With any other word in it, a name may be the invoice of a financing company, which sends its own.
_OWN_INVOICE = _INVOICE | _ENCLOSED | {"manuell", "manual", "mot", "på", "for", "bedrift", "b2b"}


def kind_of(method: str, label: str) -> PaymentKind | None:
    """The kind of a module code and its name, None for one that is not known.

    Modules of Mystore's cash register begin with `pos_` (facts §11, INF). What is paid when it is
    fetched belongs in the register too (accounting.md rule 17).
    """
    named = (NOT_A_WORD.sub(" ", name.casefold()) for name in (method, label))
    if method.casefold().startswith(_REGISTER) or any(map(_IN_THE_SHOP.search, named)):
        return PaymentKind.CASH_REGISTER
    squeezed = f"{squeezed_name(method)} {squeezed_name(label)}"
    for brand, kind in _BRANDS.items():
        if brand in squeezed:
            return kind
    return _by_words(words_of(method) | words_of(label))


def _by_words(words: set[str]) -> PaymentKind | None:
    if words & _CARDS:
        return PaymentKind.CARD
    if words & _INVOICE and words <= _OWN_INVOICE:
        return PaymentKind.ENCLOSED_INVOICE if words & _ENCLOSED else PaymentKind.MANUAL_INVOICE
    return None


def words_of(name: str) -> set[str]:
    """The words of a name in lower case: «Klarna Checkout» and klarna_checkout are alike."""
    return set(NOT_A_WORD.sub(" ", name.casefold()).split())


def squeezed_name(name: str) -> str:
    """A name without case, spaces and signs, to be compared."""
    return NOT_A_WORD.sub("", name.casefold())
