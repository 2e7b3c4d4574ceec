"""Which invoice a credit order credits, and what may be credited of it.

The shop does not say which order a credit order belongs to (mystore-api.md §4.5: UNK). What ties
them together is the customer, the articles, and the order's number where somebody wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tripletex_wizard.domain.errors import Code, OrderStopped, Problem
from tripletex_wizard.domain.ledger import Credit, CreditedInvoice
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, ShopLine
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import method_name, method_of, with_invoice_date

Article = tuple[str, Decimal, Decimal]  # article number or name, price, VAT rate


@dataclass(frozen=True, slots=True)
class Original:
    """An invoice that a credit order may credit.

    `gross_by_vat` sums what stands of its order's lines per VAT id, and `products` are the numbers
    of the products that they are on; None where Tripletex does not show them. `sold` is the shop's
    order, with `order_number`; None when the invoice is not one of this program's, or the shop has
    no such order any more. `returned` are the credit orders that have been credited of it before.
    """

    credit: Credit
    customer_id: int
    order_number: str = ""
    sold: Order | None = None
    gross_by_vat: Mapping[int, Money] | None = None
    returned: tuple[Order, ...] = ()
    products: frozenset[str] | None = None

    @property
    def number(self) -> int:
        """Its number in Tripletex."""
        return self.credit.invoice.number

    @property
    def left(self) -> Money:
        """How much of it may still be credited."""
        return self.credit.left


def is_of(original: Original, credit: Order) -> bool:
    """Whether all that `credit` takes back was sold on the original, and not taken back before."""
    if original.sold is None or credit.currency != original.sold.currency:
        return False
    stands = _pieces(line for line in original.sold.lines if line.quantity > 0)
    returned = [_returned(order) for order in (*original.returned, credit)]
    for pieces in returned:
        for article, count in pieces.items():
            stands[article] = stands.get(article, Decimal(0)) + count
    return bool(returned[-1]) and all(stands[article] >= 0 for article in returned[-1])


def the_original(credit: Order, originals: Sequence[Original]) -> Original:
    """The one invoice that `credit` can only belong to.

    A number that somebody wrote on the credit order decides; else the one sale of the customer
    that had all the articles. Raises OrderStopped when there is none, or more than one.
    """
    named = [row for row in originals if _is_named(row, credit)]
    fitting = [row for row in named or originals if is_of(row, credit)]
    if len(fitting) == 1:
        return fitting[0]
    if not originals:
        raise OrderStopped(Problem(Code.ORIGINAL_NOT_FOUND))
    if not fitting:
        raise OrderStopped(Problem(Code.ORIGINAL_DOES_NOT_FIT))
    raise OrderStopped(Problem(Code.ORIGINAL_UNSURE, count=len(fitting)))


def in_likely_order(credit: Order, originals: Sequence[Original]) -> tuple[Original, ...]:
    """Those that fit first, the newest first among them, as a person is asked to choose."""
    newest_first = sorted(originals, key=lambda row: row.number, reverse=True)
    return tuple(sorted(newest_first, key=lambda row: not is_of(row, credit)))


def crediting(plan: PostingPlan, original: Original) -> PostingPlan:
    """The plan as the credit note of `original`.

    A date that was kept from an earlier attempt gives way to today where the invoice is younger.

    Raises OrderStopped when that has another currency, when more is taken back than stands of it,
    when it was sold with other VAT codes, or on other products, than the credit note would have
    (rule 4: the accounts of the original), or when it is dated later than today.
    """
    invoice = original.credit.invoice
    if plan.invoice_date < invoice.invoice_date:
        plan = with_invoice_date(plan, plan.dates.issued)
    if invoice.amount.currency != plan.currency:
        raise OrderStopped(
            Problem(
                Code.ORIGINAL_IN_ANOTHER_CURRENCY,
                invoice=invoice.number,
                currency=invoice.amount.currency,
                ours=plan.currency,
            )
        )
    checks = (_too_early, _too_much, _other_codes, _other_products)
    if problems := [problem for check in checks for problem in check(plan, original)]:
        raise OrderStopped(*problems)
    credited = CreditedInvoice(
        invoice.id,
        invoice.number,
        invoice.invoice_date,
        original.customer_id,
        original.order_number,
        is_whole=_is_whole(plan, original),
    )
    known = Problem(Code.CREDITS_INVOICE, invoice=invoice.number, order=original.order_number)
    others = (note for note in plan.notes if note.code is not Code.CREDIT_ORDER)
    return replace(plan, credits=credited, notes=(known, *others))


def what_stands(
    sold: Mapping[int, Money], notes: Iterable[Mapping[int, Money]]
) -> dict[int, Money]:
    """The gross per VAT id of an invoice less its credit notes, whose sums are negative."""
    stands = dict(sold)
    for note in notes:
        for vat_id, gross in note.items():
            stands[vat_id] = stands.get(vat_id, Money(0, gross.currency)) + gross
    return stands


def require_decided(plan: PostingPlan) -> None:
    """Raises OrderStopped when nobody has said whether the money was paid back (T07)."""
    if plan.refund is not None and plan.is_refunded is None:
        raise OrderStopped(Problem(Code.REFUND_UNDECIDED, amount=-plan.refund.amount))


def refund_notes(
    credit: Order, refund: PlannedPayment | None, original: Original
) -> tuple[Problem, ...]:
    """What should be known of money that goes back another way than it came (rule 3).

    Raises OrderStopped when more is said to be paid back than was paid otherwise than by gift
    card: the rest stands on the gift card again, or on a new one, and only a person knows which.
    """
    sold = original.sold
    if sold is None or refund is None:
        return ()
    others = (order for order in original.returned if order.number != credit.number)
    before = Money.sum((-order.total for order in others), refund.amount.currency)
    if sold.gift_cards and -refund.amount > sold.total - before:
        raise OrderStopped(
            Problem(
                Code.REFUND_OF_GIFT_CARD,
                invoice=original.number,
                amount=-refund.amount,
                gift_card=sold.gift_cards,
                paid=sold.total - before,
            )
        )
    if method_of(sold) == method_of(credit):
        return ()
    sold_by, paid_back_by = method_name(sold), method_name(credit)
    return (Problem(Code.REFUND_OTHERWISE, sold_by=sold_by, paid_back_by=paid_back_by),)


def _is_named(original: Original, credit: Order) -> bool:
    """Whether the credit order's reference has the original's number, or a text says «ordre …».

    A number alone in the name of an article may mean anything.
    """
    if not original.order_number:
        return False
    texts = " ".join(line.name for line in credit.lines)
    named = re.findall(r"(?:\bordre(?:nr\.?|nummer)?|\border|#)\s*#?([\w-]+)", texts, re.IGNORECASE)
    return original.order_number in {*re.findall(r"[\w-]+", credit.reference), *named}


def _returned(credit: Order) -> dict[Article, Decimal]:
    return _pieces(line for line in credit.lines if line.quantity < 0)


def _pieces(lines: Iterable[ShopLine]) -> dict[Article, Decimal]:
    pieces: dict[Article, Decimal] = {}
    for line in lines:
        article = (line.sku or line.name, line.price, line.vat_rate)
        pieces[article] = pieces.get(article, Decimal(0)) + line.quantity
    return pieces


def _too_early(plan: PostingPlan, original: Original) -> Iterator[Problem]:
    invoice = original.credit.invoice
    if plan.invoice_date < invoice.invoice_date:
        yield Problem(
            Code.CREDIT_BEFORE_INVOICE, invoice=invoice.number, invoice_date=invoice.invoice_date
        )


def _too_much(plan: PostingPlan, original: Original) -> Iterator[Problem]:
    if original.credit.is_whole:
        yield Problem(Code.ORIGINAL_IS_CREDITED, invoice=original.number)
    elif (original.left + plan.total).ore < 0:
        yield Problem(
            Code.CREDIT_TOO_LARGE,
            invoice=original.number,
            left=original.left,
            amount=-plan.total,
        )


def _other_codes(plan: PostingPlan, original: Original) -> Iterator[Problem]:
    """Codes of which more is taken back than stands of the original.

    What is charged for the return may have any code.
    """
    if original.gross_by_vat is None:
        return
    numbers = {line.vat.id: line.vat.number for line in plan.lines}
    for vat_id, gross in plan.gross_by_vat.items():
        sold = original.gross_by_vat.get(vat_id, Money(0, plan.currency))
        if (sold + gross).ore < 0:
            yield Problem(
                Code.CREDIT_VAT_DIFFERS,
                invoice=original.number,
                vat_code=numbers[vat_id],
                left=sold,
                amount=-gross,
            )


def _other_products(plan: PostingPlan, original: Original) -> Iterator[Problem]:
    """Articles that were sold on a product and would be taken back as text, or the other way round.

    Their accounts would not be the original's. Of all of an invoice Tripletex turns its own lines.
    """
    if original.products is None or _is_whole(plan, original):
        return
    for line in plan.lines:
        number = line.product.number if line.product else line.sku
        was_on_product = number in original.products
        if line.count < 0 and number and was_on_product is not (line.product is not None):
            yield Problem(Code.CREDIT_PRODUCT_DIFFERS, invoice=original.number, article=number)


def _is_whole(plan: PostingPlan, original: Original) -> bool:
    """Whether the credit note is the invoice with all signs turned, and the first one of it."""
    turned = {vat_id: -gross for vat_id, gross in plan.gross_by_vat.items()}
    is_untouched = not (original.credit.notes or original.credit.invoice.is_credited)
    is_all = plan.total == -original.credit.invoice.amount
    return is_untouched and is_all and original.gross_by_vat == turned
