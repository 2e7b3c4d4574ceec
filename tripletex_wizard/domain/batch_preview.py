"""What a batch would do with each of the chosen orders, and what it would come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from tripletex_wizard.domain.batch_sums import sum_by_currency
from tripletex_wizard.domain.errors import Code, Problem
from tripletex_wizard.domain.gift_card_debt import GiftCardsInTurn
from tripletex_wizard.domain.ledger import PaymentType, SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, OrderStatus, ShopCustomer, UnreadableOrder
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.posting import Choice, has_receipt, method_of, refund_type
from tripletex_wizard.domain.postings import postings_of, sums_of
from tripletex_wizard.domain.profile import Profile, TransferRules
from tripletex_wizard.domain.sending import send_type
from tripletex_wizard.domain.standing import Standing
from tripletex_wizard.domain.transfer import Outcome, TransferState
from tripletex_wizard.domain.vat_terms import VatTerm


class Deed(Enum):
    """What is done with an order when its turn comes.

    LOOK_UP: it may have been sent already, which is looked up before anything else. ANEW: its
    first invoice has been credited. PAY_BACK: its credit note is booked, and only the refund is
    registered. AFTER_STATUS: it can be worked out only once the shop has
    completed it. LEFT_OUT: it cannot be transferred in the chosen way.
    """

    SEND = "send"
    AFTER_STATUS = "after_status"
    ANEW = "anew"
    INVOICE_ORDER = "invoice_order"
    RESUME = "resume"
    LOOK_UP = "look_up"
    PAY_BACK = "pay_back"
    NOTHING = "nothing"
    LEFT_OUT = "left_out"


SENDS = {Deed.SEND, Deed.ANEW, Deed.INVOICE_ORDER, Deed.RESUME}
AGAIN = {
    Deed.ANEW,
    Deed.INVOICE_ORDER,
    Deed.RESUME,
    Deed.LOOK_UP,
    Deed.PAY_BACK,
    Deed.NOTHING,
}


class NotSent(Enum):
    """Why Tripletex sends the customer no invoice."""

    BY_SETUP = "by_setup"
    AS_ORDER = "as_order"
    NO_ADDRESS = "no_address"
    BY_RECEIPT = "by_receipt"
    BOOKED_BEFORE = "booked_before"
    LOOKED_UP_FIRST = "looked_up_first"


@dataclass(frozen=True, slots=True)
class Forecast:
    """One chosen order: what is done with it, what it becomes, and why when nothing is.

    `state` is how the order stands; `order` is None when what the shop sent cannot be read.
    `way` is how the set-up has Tripletex send it if it becomes an invoice; None sends nothing.
    `refund` is what is registered as paid back if the money was, and `is_refunded` whether it was,
    None before somebody has said so. Of PAY_BACK that is all: there is no plan.
    """

    number: str
    deed: Deed
    state: TransferState
    plan: PostingPlan | None
    order: Order | None
    reasons: tuple[Problem, ...] = ()
    not_sent: NotSent | None = None
    refund: PlannedPayment | None = None
    is_refunded: bool | None = None
    way: SendType | None = None

    @property
    def customer(self) -> ShopCustomer | None:
        """Who bought."""
        return self.order.customer if self.order else None

    @property
    def sale(self) -> Money | None:
        """What the shop says it comes to, None when that cannot be read."""
        return self.order.sale if self.order else None

    @property
    def email(self) -> str:
        """Where Tripletex is asked to e-mail the invoice; empty when it e-mails nothing."""
        return self.plan.customer.email if self.plan and self.send is SendType.EMAIL else ""

    @property
    def send(self) -> SendType | None:
        """How Tripletex is asked to send the invoice; None when it sends nothing."""
        return self.plan.send if self.plan and self.deed in SENDS else None

    @property
    def is_credit(self) -> bool:
        """Whether money goes back to the customer."""
        return self.order is not None and self.order.is_credit

    @property
    def paid_back(self) -> PlannedPayment | None:
        """The refund of a credit note that is booked already; None when none is registered."""
        return self.refund if self.deed is Deed.PAY_BACK and self.is_refunded else None

    @property
    def difference(self) -> Money | None:
        """What is to be booked less what the shop says."""
        if self.plan is None or self.sale is None:
            return None
        return self.plan.total - self.sale


@dataclass(frozen=True, slots=True)
class DateOffer:
    """The two dates that a person may choose between, each with its VAT term if it has one.

    `count` invoices may carry the `earlier` one; `others` are dated as usual in any case.
    """

    earlier: date
    earlier_term: VatTerm | None
    issued: date
    issued_term: VatTerm | None
    count: int
    others: int

    @property
    def crosses_year(self) -> bool:
        """Whether the two lie in the accounts of different years (accounting.md C7)."""
        return self.earlier.year != self.issued.year


@dataclass(frozen=True, slots=True)
class BatchPreview:
    """The chosen orders in the order that they were chosen in."""

    rows: tuple[Forecast, ...]

    def of(self, *deeds: Deed) -> tuple[Forecast, ...]:
        """The orders with which one of these is done."""
        return tuple(row for row in self.rows if row.deed in deeds)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The orders with which anything is done."""
        nothing = {Deed.NOTHING, Deed.LEFT_OUT}
        return tuple(row.number for row in self.rows if row.deed not in nothing)

    @property
    def plans(self) -> tuple[PostingPlan, ...]:
        """What is sent, as far as that is known before a look in Tripletex."""
        return tuple(row.plan for row in self.rows if row.plan and row.deed in SENDS)

    def plans_as(self, transfer_as: TransferAs) -> tuple[PostingPlan, ...]:
        """Those that become invoices, or orders."""
        return tuple(plan for plan in self.plans if plan.transfer_as is transfer_as)

    def sums_as(self, transfer_as: TransferAs) -> tuple[Money, ...]:
        """What is booked, or only entered as orders, by currency."""
        return sum_by_currency(plan.total for plan in self.plans_as(transfer_as))

    @property
    def totals(self) -> tuple[Money, ...]:
        """All that is sent, by currency."""
        return sum_by_currency(plan.total for plan in self.plans)

    @property
    def not_sent_totals(self) -> tuple[Money, ...]:
        """What the shop sold in the chosen orders that are not sent now, by currency."""
        return sum_by_currency(
            row.sale for row in self.rows if row.sale is not None and row.deed not in SENDS
        )

    @property
    def shop_totals(self) -> tuple[Money, ...]:
        """What the shop sold in all chosen orders, by currency."""
        return sum_by_currency(row.sale for row in self.rows if row.sale is not None)

    @property
    def differences(self) -> tuple[Forecast, ...]:
        """The orders whose sum is not the shop's."""
        return tuple(row for row in self.rows if row.deed in SENDS and row.difference)

    @property
    def emails(self) -> tuple[Forecast, ...]:
        """The orders whose invoice Tripletex is asked to e-mail."""
        return tuple(row for row in self.rows if row.email)

    @property
    def ehf(self) -> tuple[Forecast, ...]:
        """The orders whose invoice Tripletex is asked to send as EHF."""
        return tuple(row for row in self.rows if row.send is SendType.EHF)

    @property
    def unsent(self) -> dict[NotSent, int]:
        """How many invoices are not sent, by why."""
        found = [row.not_sent for row in self.rows if row.not_sent]
        return {reason: found.count(reason) for reason in NotSent if reason in found}

    @property
    def refunds(self) -> tuple[Forecast, ...]:
        """The credit orders of which somebody must say whether the money was paid back."""
        return tuple(row for row in self.rows if row.refund)

    @property
    def refund_totals(self) -> tuple[Money, ...]:
        """What those customers get, or have got, back: positive, by currency."""
        return sum_by_currency(-row.refund.amount for row in self.rows if row.refund)

    @property
    def paid_back(self) -> tuple[PlannedPayment, ...]:
        """The refunds of credit notes that are booked already, and not among the `plans`."""
        return tuple(row.paid_back for row in self.rows if row.paid_back)

    @property
    def posts(self) -> bool:
        """Whether anything is posted: invoices, credit notes, or refunds alone."""
        return bool(self.plans_as(TransferAs.INVOICE) or self.paid_back)

    @property
    def notes(self) -> tuple[tuple[str, Problem], ...]:
        """Order numbers with what should be known of them."""
        return tuple(
            (row.number, note)
            for row in self.rows
            if row.plan and row.deed in SENDS
            for note in row.plan.notes
        )

    @property
    def date_offer(self) -> DateOffer | None:
        """What may be chosen of invoice dates; None when every date follows from the rules."""
        invoices = [plan.dates for plan in self.plans_as(TransferAs.INVOICE)]
        for dates in invoices:
            if dates.earlier:
                count = sum(row.earlier is not None for row in invoices)
                return DateOffer(
                    dates.earlier,
                    dates.terms.of(dates.earlier),
                    dates.issued,
                    dates.terms.of(dates.issued),
                    count,
                    len(invoices) - count,
                )
        return None

    @property
    def withheld(self) -> Problem | None:
        """Why orders of the month before cannot be dated there though it is early in the month."""
        found = (plan.dates.withheld for plan in self.plans_as(TransferAs.INVOICE))
        period = {Code.LAST_MONTH_CLOSED, Code.LAST_MONTH_UNKNOWN}
        return next((each for each in found if each and each.code in period), None)

    def balances(self, types: Iterable[PaymentType]) -> bool:
        """Whether every order's sum is the shop's, and its postings have no difference."""
        known = tuple(types)
        return not self.differences and not any(
            sums_of(postings_of(plan, known), plan.currency).difference for plan in self.plans
        )


class Completing(Enum):
    """Whether the orders are given a completed status first, and where."""

    NO = "no"
    OWN_COPY = "own_copy"
    IN_SHOP = "in_shop"


def completing_of(status: OrderStatus | None, rules: TransferRules) -> Completing:
    """What comes of giving the orders `status` first; None gives them none."""
    if status is None or not rules.is_completed(status):
        return Completing.NO
    return Completing.IN_SHOP if rules.write_back else Completing.OWN_COPY


def preview_of(
    standings: Sequence[Standing],
    choice: Choice,
    profile: Profile,
    completing: Completing = Completing.NO,
    gift_cards: GiftCardsInTurn | None = None,
) -> BatchPreview:
    """What a batch of `standings` would do, after those that `gift_cards` has seen.

    A credited order is transferred anew only when it is the only one that was chosen: most sales
    that are credited are over. So is money that was kept first and paid back later.
    """
    alone = len(standings) == 1
    rows = (_forecast(row, choice, profile, completing, alone=alone) for row in standings)
    return BatchPreview(_in_turn(rows, gift_cards or GiftCardsInTurn()))


def _in_turn(rows: Iterable[Forecast], gift_cards: GiftCardsInTurn) -> tuple[Forecast, ...]:
    return tuple(
        replace(row, plan=gift_cards.told(row.plan)) if row.plan and row.deed in SENDS else row
        for row in rows
    )


def as_foretold(row: Forecast, outcome: Outcome) -> Forecast:
    """The forecast as a preview that has looked in Tripletex has it.

    It may have stopped the order; and where nobody says that kept money was paid back, nothing is
    done.
    """
    if outcome.state is TransferState.STOPPED:
        reasons = outcome.problems
        left = replace(row, deed=Deed.LEFT_OUT, state=outcome.state, reasons=reasons)
        return replace(left, refund=None, not_sent=None)
    if row.deed is Deed.PAY_BACK and outcome.state is not TransferState.READY:
        return replace(row, deed=Deed.NOTHING, refund=None)
    return row


def _forecast(
    standing: Standing, choice: Choice, profile: Profile, completing: Completing, *, alone: bool
) -> Forecast:
    order = standing.order if isinstance(standing.order, Order) else None
    plan = standing.plan_for(choice)
    deed = _deed(standing, plan, choice, completing, alone=alone)
    if deed is Deed.PAY_BACK:
        plan = None
    becomes = plan.transfer_as if plan else choice.transfer_as
    can_tell = plan is not None or deed in {Deed.NOTHING, Deed.PAY_BACK, Deed.AFTER_STATUS}
    return Forecast(
        standing.number,
        deed,
        standing.state,
        plan,
        order,
        _reasons(standing, choice, deed),
        _not_sent(order, becomes, deed, profile) if order and can_tell else None,
        _refund(standing, plan, deed, choice, profile),
        _is_refunded(standing, choice),
        _way(order, profile) if order else None,
    )


def _deed(
    standing: Standing,
    plan: PostingPlan | None,
    choice: Choice,
    completing: Completing,
    *,
    alone: bool,
) -> Deed:
    match standing.state:
        case TransferState.UNCERTAIN:
            return Deed.LOOK_UP
        case TransferState.CREDITED:
            return _deed_of_credited(standing, plan, alone=alone)
        case TransferState.NOT_COMPLETED if completing is not Completing.NO:
            waits = Deed.AFTER_STATUS if completing is Completing.IN_SHOP else Deed.LEFT_OUT
            return Deed.SEND if plan else waits
        case TransferState.READY | TransferState.FAILED:
            return _deed_to_come(standing, plan)
        case TransferState.TRANSFERRED | TransferState.TRANSFERRED_WITH_NOTE:
            return _deed_in_tripletex(standing, plan, choice, completing, alone=alone)
        case _:
            return Deed.LEFT_OUT


def _deed_of_credited(standing: Standing, plan: PostingPlan | None, *, alone: bool) -> Deed:
    if standing.taken_back:
        return Deed.NOTHING
    return Deed.ANEW if plan and alone else Deed.LEFT_OUT


def _deed_to_come(standing: Standing, plan: PostingPlan | None) -> Deed:
    if standing.owes_refund:
        return Deed.PAY_BACK if isinstance(standing.order, Order) else Deed.LEFT_OUT
    if plan is None:
        return Deed.LEFT_OUT
    return Deed.SEND if standing.state is TransferState.READY else Deed.RESUME


def _deed_in_tripletex(
    standing: Standing,
    plan: PostingPlan | None,
    choice: Choice,
    completing: Completing,
    *,
    alone: bool,
) -> Deed:
    """Of what was transferred: an open order can come further, and kept money be paid back.

    What a person has marked is left alone wholly: the shop is not written to either.
    """
    progress = standing.progress
    if progress.mark:
        return Deed.LEFT_OUT if completing is Completing.IN_SHOP else Deed.NOTHING
    if standing.refund and isinstance(standing.order, Order):
        is_kept = choice.is_refunded is False or not alone
        return Deed.NOTHING if is_kept else Deed.PAY_BACK
    is_open = progress.order is not None and progress.invoice is None
    as_invoice = plan is not None and plan.transfer_as is TransferAs.INVOICE
    return Deed.INVOICE_ORDER if is_open and as_invoice else Deed.NOTHING


def _refund(
    standing: Standing, plan: PostingPlan | None, deed: Deed, choice: Choice, profile: Profile
) -> PlannedPayment | None:
    """What is registered as paid back if the money was; None where nobody needs to say."""
    if deed is Deed.PAY_BACK:
        return standing.refund
    if deed is Deed.AFTER_STATUS:
        return _refund_to_come(standing.order, choice, profile)
    return plan.refund if plan and deed in SENDS else None


def _refund_to_come(
    order: Order | UnreadableOrder, choice: Choice, profile: Profile
) -> PlannedPayment | None:
    """Of an order that is planned only once the shop has completed it."""
    if not isinstance(order, Order) or not order.is_credit:
        return None
    row, by_method = profile.mapping.row(method_of(order)), refund_type(order, profile)
    if row is None or by_method is None:
        return None
    is_note = (choice.transfer_as or row.transfer_as) is TransferAs.INVOICE
    return PlannedPayment(by_method, order.total) if is_note else None


def _is_refunded(standing: Standing, choice: Choice) -> bool | None:
    """What was decided counts until something else is said."""
    is_decided = standing.owes_refund and choice.is_refunded is None
    return True if is_decided else choice.is_refunded


def _reasons(standing: Standing, choice: Choice, deed: Deed) -> tuple[Problem, ...]:
    """An order that can be done by the set-up alone says why it cannot be done as chosen."""
    if deed is not Deed.LEFT_OUT:
        return (standing.taken_back,) if standing.taken_back else ()
    is_marked = standing.progress.mark is not None
    if standing.plans and standing.plan_for(choice) is None and not is_marked:
        return standing.not_otherwise
    credited = tuple(row for row in standing.problems if row.code is Code.INVOICE_CREDITED)
    return credited or standing.problems


def _way(order: Order, profile: Profile) -> SendType | None:
    mapping = profile.mapping.row(method_of(order))
    if mapping is None or not mapping.send_invoice:
        return None
    return send_type(order.customer, profile.rules.company_invoices)


def _not_sent(  # noqa: PLR0911 - one return a reason
    order: Order, becomes: TransferAs | None, deed: Deed, profile: Profile
) -> NotSent | None:
    """Why no invoice goes to the customer though the order is taken along; None when one does.

    `becomes` None is by the set-up. That the user has switched it off is no reason here: the
    switch says so itself.
    """
    if deed in {Deed.NOTHING, Deed.PAY_BACK}:
        return NotSent.BOOKED_BEFORE
    if deed is Deed.LEFT_OUT:
        return None
    mapping = profile.mapping.row(method_of(order))
    if mapping is None or not mapping.send_invoice:
        return NotSent.BY_SETUP
    becomes = becomes or mapping.transfer_as
    if becomes is TransferAs.ORDER:
        return NotSent.AS_ORDER
    if has_receipt(order, profile, becomes):
        return NotSent.BY_RECEIPT
    if send_type(order.customer, profile.rules.company_invoices) is None:
        return NotSent.NO_ADDRESS
    return NotSent.LOOKED_UP_FIRST if deed is Deed.LOOK_UP else None
