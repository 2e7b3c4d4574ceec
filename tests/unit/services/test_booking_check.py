"""What was posted is read once the invoice is journalled, and compared; nothing is sent again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import HIGH, a_line, a_row, an_order
from tests.unit.services.desk import AS_ORDER, NUMBER, Desk, booked_once, codes
from tripletex_wizard.domain.errors import (
    AnswerNotUnderstood,
    AppError,
    Code,
    PermissionMissing,
    Problem,
    RemoteUnavailable,
    StorageError,
)
from tripletex_wizard.domain.known_accounts import SeenAccounts
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order, TotalKind
from tripletex_wizard.domain.transfer import Phase, Step, TransferState
from tripletex_wizard.services.booking_check import UnwrittenAccounts
from tripletex_wizard.services.left_overs import LeftOvers

NOTE, WELL = TransferState.TRANSFERRED_WITH_NOTE, TransferState.TRANSFERRED
STEPS = [
    (Step.CUSTOMER, Phase.INTENDED),
    (Step.CUSTOMER, Phase.DONE),
    (Step.ORDER, Phase.INTENDED),
    (Step.ORDER, Phase.DONE),
    (Step.INVOICE, Phase.INTENDED),
    (Step.INVOICE, Phase.DONE),
]
FAILURES = [
    RemoteUnavailable(Code.NO_ANSWER),
    PermissionMissing(Code.PERMISSION_MISSING),
    AnswerNotUnderstood(Code.ANSWER_NOT_UNDERSTOOD),
]


def gift_card_and_vipps() -> Order:
    """89,00, of which a gift card paid 50,00."""
    return an_order(rows=[a_row(TotalKind.GIFT_CARD, "-50.00")], total="39.00")


def shown_later(desk: Desk, order: Order) -> tuple[TransferState, list[Code]]:
    """As the order window has it, by the journal alone."""
    standing = desk.reader.as_read(order)
    return standing.state, [problem.code for problem in standing.problems]


def test_what_is_posted_as_asked_costs_one_read_and_no_entry(desk: Desk) -> None:
    outcome = desk.transfer(gift_card_and_vipps())
    assert (outcome.state, outcome.problems) == (WELL, ())
    assert desk.steps() == STEPS
    assert desk.requests("booking") == 1
    desk.transfer(gift_card_and_vipps())
    assert desk.requests("booking") == 1


def test_an_open_order_has_no_vouchers_to_read(desk: Desk) -> None:
    desk.transfer(an_order(), AS_ORDER)
    assert desk.requests("booking") == 0


def test_vat_that_is_an_ore_off_is_shown_as_rounding_and_no_more(desk: Desk) -> None:
    desk.ledger.settings.vat_error = Money(1)
    outcome = desk.transfer(an_order())
    rounded = Problem(
        Code.VAT_ROUNDED_IN_LEDGER, vat_code=HIGH.number, ours=Money(1780), theirs=Money(1781)
    )
    assert (outcome.state, outcome.problems) == (WELL, (rounded,))
    assert shown_later(desk, an_order()) == (
        WELL,
        [Code.VAT_ROUNDED_IN_LEDGER, Code.ALREADY_BOOKED],
    )


def test_an_ore_for_each_line_is_rounding_still(desk: Desk) -> None:
    desk.ledger.settings.vat_error = Money(-1)  # on each of the two
    two = an_order(lines=[a_line(), a_line()], total="178.00")
    assert codes(desk.transfer(two)) == [Code.VAT_ROUNDED_IN_LEDGER]


def test_vat_that_is_further_off_is_a_note_with_both_figures(desk: Desk) -> None:
    desk.ledger.settings.vat_error = Money(-2)
    outcome = desk.transfer(an_order())
    differs = Problem(
        Code.VAT_DIFFERS_IN_LEDGER, vat_code=HIGH.number, ours=Money(1780), theirs=Money(1778)
    )
    assert (outcome.state, outcome.problems) == (NOTE, (differs,))
    assert shown_later(desk, an_order()) == (
        NOTE,
        [Code.VAT_DIFFERS_IN_LEDGER, Code.ALREADY_BOOKED],
    )


def test_rounding_to_whole_kroner_is_explained(desk: Desk) -> None:
    """T10b: 89,90 was paid, and the invoice is 90,00."""
    desk.ledger.settings.invoice_fee = desk.ledger.settings.rounding = Money(10)
    outcome = desk.transfer(an_order(lines=[a_line("89.90")], total="89.90"))
    assert outcome.state is NOTE
    assert outcome.problems == (
        Problem(Code.AMOUNT_DIFFERS, ours=Money(8990), theirs=Money(9000)),
        Problem(Code.OUTSTANDING_DIFFERS, ours=Money(0), theirs=Money(10)),
        Problem(Code.INVOICE_ROUNDED, amount=Money(10)),
    )


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failed_look_makes_nothing_uncertain_and_sends_nothing_again(
    desk: Desk, failure: AppError
) -> None:
    desk.ledger.line.fail("booking", failure)
    outcome = desk.transfer(an_order())
    unread = Problem(Code.VOUCHERS_UNREAD, invoice=10201)
    assert (outcome.state, outcome.problems) == (WELL, (unread,))
    assert desk.steps() == [*STEPS, (Step.INVOICE, Phase.DONE)]
    again = desk.transfer(an_order())
    assert codes(again) == [Code.VOUCHERS_UNREAD, Code.ALREADY_BOOKED]
    assert desk.requests("invoice_order") == 1
    booked_once(desk)


def test_two_payments_that_could_not_be_read_are_not_said_to_agree(desk: Desk) -> None:
    desk.ledger.settings.shows_vouchers = False
    outcome = desk.transfer(gift_card_and_vipps())
    assert (outcome.state, codes(outcome)) == (NOTE, [Code.PAYMENTS_UNREAD])
    later = shown_later(desk, gift_card_and_vipps())
    assert later == (NOTE, [Code.PAYMENTS_UNREAD, Code.ALREADY_BOOKED])


def test_a_payment_type_whose_account_is_not_known_cannot_be_checked(desk: Desk) -> None:
    first, *rest = desk.ledger.known.payment_types
    types = (replace(first, account=None), *rest)
    desk.ledger.known = replace(desk.ledger.known, payment_types=types)
    assert codes(desk.transfer(gift_card_and_vipps())) == [Code.PAYMENTS_UNREAD]


def test_payment_types_with_one_account_are_compared_together(desk: Desk) -> None:
    types = desk.ledger.known.payment_types
    account = types[0].account
    alike = tuple(replace(row, account=account) for row in types)
    desk.ledger.known = replace(desk.ledger.known, payment_types=alike)
    desk.ledger.settings.invoice_fee = Money(1)
    outcome = desk.transfer(gift_card_and_vipps())
    assert outcome.problems[-1] == Problem(
        Code.PAYMENT_DIFFERS, payment_type="Gavekort + Vipps", ours=Money(8900), theirs=Money(8901)
    )


def test_what_a_full_disk_keeps_from_the_journal_is_told_all_the_same(desk: Desk) -> None:
    desk.ledger.settings.vat_error = Money(-2)

    def fill(call: str) -> None:
        if call == "booking":
            desk.journal.unwritable = StorageError(Code.JOURNAL_FULL)

    desk.ledger.line.on_read = fill
    outcome = desk.transfer(an_order())
    assert (outcome.state, codes(outcome)) == (NOTE, [Code.VAT_DIFFERS_IN_LEDGER])
    assert desk.steps() == STEPS


def test_an_invoice_whose_answer_was_lost_is_compared_when_it_is_found(desk: Desk) -> None:
    desk.ledger.settings.invoice_fee = Money(1)
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(gift_card_and_vipps())
    outcome = desk.transfer(gift_card_and_vipps())
    assert (outcome.state, codes(outcome)) == (
        NOTE,
        [Code.AMOUNT_DIFFERS, Code.PAYMENT_DIFFERS, Code.SETTLED],
    )
    assert desk.requests("invoice_order") == 1


def test_an_invoice_that_a_look_finds_is_compared_too(desk: Desk) -> None:
    desk.ledger.settings.shows_vouchers = False
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(gift_card_and_vipps())
    outcome = LeftOvers(desk.service).look(NUMBER)
    assert (outcome.state, codes(outcome)) == (NOTE, [Code.PAYMENTS_UNREAD, Code.SETTLED])


def test_vat_on_a_code_that_the_order_does_not_have_is_told(desk: Desk) -> None:
    desk.ledger.settings.fee_vat = (31, Money(2600), Money(390))
    outcome = desk.transfer(an_order())
    assert outcome.problems == (
        Problem(Code.VAT_DIFFERS_IN_LEDGER, vat_code="31", ours=Money(0), theirs=Money(390)),
    )


def test_vouchers_that_show_no_payment_are_not_said_to_differ(desk: Desk) -> None:
    """What is outstanding tells that it was paid; with two payments that proves too little."""
    desk.ledger.settings.shows_payments = False
    assert codes(desk.transfer(an_order())) == [Code.VOUCHERS_UNREAD]
    two = replace(gift_card_and_vipps(), number="10458")
    outcome = desk.transfer(two)
    assert (outcome.state, codes(outcome)) == (NOTE, [Code.PAYMENTS_UNREAD])


def test_an_open_invoice_has_no_payment_to_show(desk: Desk) -> None:
    desk.ledger.settings.shows_payments = False
    assert desk.transfer(an_order(method="invoice")).state is WELL
    assert codes(desk.transfer(an_order(method="invoice"))) == [Code.ALREADY_BOOKED]


def test_rows_that_do_not_tell_their_vat_are_not_said_to_differ(desk: Desk) -> None:
    desk.ledger.settings.shows_vat = False
    outcome = desk.transfer(gift_card_and_vipps())
    assert (outcome.state, codes(outcome)) == (WELL, [Code.VAT_UNREAD])


# accounts are learned


def test_the_accounts_of_a_booked_order_are_seen_in_the_next_preview(desk: Desk) -> None:
    desk.transfer(an_order())
    (seen,) = desk.accounts.seen()
    assert (seen.code, seen.sales, seen.voucher) == ("3", 3000, "10201")
    plan = desk.reader.as_read(an_order("10458")).plan
    assert plan is not None
    assert plan.accounts.seen_of("3") == seen


def test_accounts_that_cannot_be_written_down_cost_nothing_but_themselves(desk: Desk) -> None:
    class FullBook(UnwrittenAccounts):
        def remember(self, rows: tuple[SeenAccounts, ...]) -> None:
            raise StorageError(Code.FILE_UNWRITABLE, path="/full")

    desk.accounts = FullBook()
    outcome = desk.transfer(an_order())
    assert (outcome.state, outcome.problems) == (WELL, ())
    assert desk.accounts.seen() == ()
