"""An invoice as EHF that Tripletex refuses goes by e-mail, or is not sent: one invoice, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import GREIER, a_profile, an_order, transfer_rules
from tests.unit.services.desk import AS_ORDER, NUMBER, Desk, booked_once, codes
from tests.unit.services.returns import CREDIT, KEPT, credit_order, notes_of, sale
from tripletex_wizard.domain.errors import Code, OrderRejected, Problem, RemoteUnavailable
from tripletex_wizard.domain.ledger import SendType
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Order
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import CompanyInvoices
from tripletex_wizard.domain.transfer import Outcome, Phase, Step, TransferState

INVOICE = Step.INVOICE
INTENDED, DONE, REFUSED, UNANSWERED = Phase.INTENDED, Phase.DONE, Phase.REFUSED, Phase.UNANSWERED
ASKED_TWICE = [(INVOICE, INTENDED), (INVOICE, REFUSED), (INVOICE, INTENDED), (INVOICE, DONE)]


@pytest.fixture
def desk() -> Desk:
    """Companies are sent EHF; Garn og Greier AS receives it until a test says otherwise."""
    return Desk(a_profile(replace(transfer_rules(), company_invoices=CompanyInvoices.EHF)))


@pytest.fixture
def without_ehf(desk: Desk) -> Desk:
    """Nobody can receive EHF."""
    desk.ledger.settings.ehf_receivers = frozenset()
    return desk


def company_order(email: str = GREIER.email, **more: object) -> Order:
    return an_order(customer=replace(GREIER, email=email), method="invoice", **more)  # type: ignore[arg-type]


def told(outcome: Outcome) -> tuple[list[Code], str, str]:
    return codes(outcome), outcome.emailed_to, outcome.ehf_to


def invoice_steps(desk: Desk, number: str = NUMBER) -> list[tuple[Step, Phase]]:
    return [row for row in desk.steps(number) if row[0] is INVOICE]


def test_a_company_that_receives_ehf_gets_the_invoice_so_and_no_email(desk: Desk) -> None:
    outcome = desk.transfer(company_order())
    assert told(outcome) == ([], "", GREIER.organization_number)
    assert outcome.state is TransferState.TRANSFERRED
    assert desk.only_invoice.send is SendType.EHF
    facts = desk.journal.entries(NUMBER)[-1].facts
    assert (facts.send, facts.as_ehf, facts.instead_of_ehf) == (True, True, False)
    assert invoice_steps(desk) == ASKED_TWICE[2:]


def test_ehf_needs_no_email_address(desk: Desk) -> None:
    assert told(desk.transfer(company_order(email=""))) == ([], "", GREIER.organization_number)


def test_who_wants_nothing_sent_gets_no_ehf_either(desk: Desk) -> None:
    outcome = desk.transfer(company_order(), Choice(email=False))
    assert told(outcome) == ([], "", "")
    assert desk.only_invoice.send is None


def test_a_company_that_cannot_receive_ehf_gets_the_invoice_by_email(without_ehf: Desk) -> None:
    desk = without_ehf
    outcome = desk.transfer(company_order())
    assert told(outcome) == ([Code.EHF_SENT_AS_EMAIL], GREIER.email, "")
    assert outcome.state is TransferState.TRANSFERRED
    assert desk.only_invoice.send is SendType.EMAIL
    assert invoice_steps(desk) == ASKED_TWICE
    refused = desk.journal.entries(NUMBER)[-3].facts
    assert (refused.reason, refused.as_ehf) == (Code.EHF_REFUSED.value, True)
    booked_once(desk)


def test_without_an_email_address_it_is_invoiced_and_told_to_be_unsent(without_ehf: Desk) -> None:
    desk = without_ehf
    outcome = desk.transfer(company_order(email=""))
    assert told(outcome) == ([Code.EHF_NOT_SENT], "", "")
    assert outcome.state is TransferState.TRANSFERRED_WITH_NOTE
    assert desk.only_invoice.send is None
    booked_once(desk)


def test_the_order_is_looked_at_before_it_is_asked_for_again(without_ehf: Desk) -> None:
    desk = without_ehf
    seen: list[tuple[int, int]] = []

    def on_write(call: str) -> None:
        if call == "invoice_order":
            seen.append((desk.requests("order"), desk.requests("invoices_of_order")))

    desk.ledger.line.on_write = on_write
    desk.transfer(company_order())
    (before, again) = seen
    assert again == (before[0] + 1, before[1] + 1)


def test_what_somebody_invoiced_meanwhile_is_taken_over_and_not_sent(without_ehf: Desk) -> None:
    desk = without_ehf

    def by_hand(call: str) -> None:
        if call == "order" and desk.requests("invoice_order") == 1 and not desk.ledger.invoices:
            desk.ledger.add_invoice(desk.only_order, Money(8900), paid=Money(0))

    desk.ledger.line.on_read = by_hand
    outcome = desk.transfer(company_order())
    assert told(outcome) == ([Code.ADOPTED], "", "")
    assert desk.requests("invoice_order") == 1
    facts = desk.journal.entries(NUMBER)[-1].facts
    assert (facts.send, facts.as_ehf, facts.instead_of_ehf) == (False, False, False)


def test_the_order_window_goes_on_telling_how_it_was_sent(without_ehf: Desk) -> None:
    desk = without_ehf
    order = company_order()
    desk.transfer(order)
    assert [row.code for row in desk.reader.standing(NUMBER).problems] == [
        Code.EHF_SENT_AS_EMAIL,
        Code.ALREADY_BOOKED,
    ]
    again = desk.transfer(order)
    assert told(again) == ([Code.EHF_SENT_AS_EMAIL, Code.ALREADY_BOOKED], "", "")
    assert desk.requests("invoice_order") == 2


# lost answers


def test_a_lost_answer_to_ehf_is_settled_as_sent_as_ehf(desk: Desk) -> None:
    desk.ledger.line.fail("invoice_order", Fault.LOST_AFTER)
    desk.transfer(company_order())
    outcome = desk.transfer(company_order())
    number = GREIER.organization_number
    assert told(outcome) == ([Code.SENT_AS_EHF_BEFORE, Code.SETTLED], "", number)
    assert desk.requests("invoice_order") == 1
    booked_once(desk)


def test_a_lost_request_for_ehf_that_did_nothing_is_repeated_and_may_then_be_refused(
    without_ehf: Desk,
) -> None:
    desk = without_ehf
    desk.ledger.line.fail("invoice_order", Fault.LOST_BEFORE)
    assert desk.transfer(company_order()).state is TransferState.UNCERTAIN
    outcome = desk.transfer(company_order())
    assert told(outcome) == ([Code.EHF_SENT_AS_EMAIL], GREIER.email, "")
    assert invoice_steps(desk) == [
        *((INVOICE, INTENDED), (INVOICE, UNANSWERED), (INVOICE, REFUSED)),
        *ASKED_TWICE,
    ]
    booked_once(desk)


@pytest.mark.parametrize(
    ("email", "codes_", "state"),
    [
        (
            GREIER.email,
            [Code.EHF_SENT_AS_EMAIL, Code.EMAILED_BEFORE, Code.SETTLED],
            TransferState.TRANSFERRED,
        ),
        ("", [Code.EHF_NOT_SENT, Code.SETTLED], TransferState.TRANSFERRED_WITH_NOTE),
    ],
)
def test_a_lost_answer_to_the_second_request_is_settled_with_what_it_asked_for(
    without_ehf: Desk, email: str, codes_: list[Code], state: TransferState
) -> None:
    desk = without_ehf
    refused = OrderRejected(Code.EHF_REFUSED, name="Garn og Greier AS", text="EHF")
    desk.ledger.line.fail("invoice_order", refused, Fault.LOST_AFTER)
    assert desk.transfer(company_order(email=email)).state is TransferState.UNCERTAIN
    outcome = desk.transfer(company_order(email=email))
    assert told(outcome) == (codes_, email, "")
    assert outcome.state is state
    assert desk.requests("invoice_order") == 2
    booked_once(desk)


def test_a_second_request_that_did_nothing_begins_with_ehf_again(without_ehf: Desk) -> None:
    desk = without_ehf
    refused = OrderRejected(Code.EHF_REFUSED, name="Garn og Greier AS", text="EHF")
    desk.ledger.line.fail("invoice_order", refused, Fault.LOST_BEFORE)
    assert desk.transfer(company_order()).state is TransferState.UNCERTAIN
    desk.ledger.settings.ehf_receivers = frozenset({GREIER.organization_number})
    assert told(desk.transfer(company_order())) == ([], "", GREIER.organization_number)
    booked_once(desk)


def test_a_program_that_ended_between_the_two_requests_goes_on(without_ehf: Desk) -> None:
    desk = without_ehf
    refused = OrderRejected(Code.EHF_REFUSED, name="Garn og Greier AS", text="EHF")
    gone = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    desk.ledger.line.fail("invoice_order", refused, gone)
    assert desk.transfer(company_order()).state is TransferState.FAILED
    assert told(desk.transfer(company_order())) == ([Code.EHF_SENT_AS_EMAIL], GREIER.email, "")
    booked_once(desk)


# other refusals


def test_a_refusal_of_the_second_request_is_told_and_nothing_is_repeated(
    without_ehf: Desk,
) -> None:
    desk = without_ehf
    refused = OrderRejected(Code.EHF_REFUSED, name="Garn og Greier AS", text="EHF")
    desk.ledger.line.fail("invoice_order", refused, refused)
    outcome = desk.transfer(company_order())
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [Code.EHF_REFUSED])
    assert desk.requests("invoice_order") == 2
    assert desk.ledger.invoices == {}


def test_an_invoice_by_email_that_is_refused_for_ehf_is_not_asked_for_again(desk: Desk) -> None:
    refused = OrderRejected(Code.EHF_REFUSED, name="Kari Eksempel", text="EHF")
    desk.ledger.line.fail("invoice_order", refused)
    outcome = desk.transfer(an_order(method="card"))
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [Code.EHF_REFUSED])
    assert desk.requests("invoice_order") == 1


def test_a_card_that_is_refused_for_ehf_stays_refused(desk: Desk) -> None:
    refused = OrderRejected(Code.EHF_REFUSED, name="Garn og Greier AS", text="EHF")
    desk.ledger.line.fail("create_customer", refused)
    outcome = desk.transfer(company_order())
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [Code.EHF_REFUSED])
    assert (desk.requests("create_customer"), desk.requests("create_order")) == (1, 0)


def test_a_stale_refusal_before_or_after_leads_to_the_same_invoice(without_ehf: Desk) -> None:
    desk = without_ehf
    stale = OrderRejected(Code.STALE_IN_LEDGER, text="Object not found")
    ehf = OrderRejected(Code.EHF_REFUSED, name="Garn og Greier AS", text="EHF")
    desk.ledger.line.fail("invoice_order", stale)
    assert told(desk.transfer(company_order()))[0] == [Code.EHF_SENT_AS_EMAIL]
    desk.ledger.line.fail("invoice_order", ehf, stale)
    assert told(desk.transfer(company_order(number="10458")))[0] == [Code.EHF_SENT_AS_EMAIL]
    assert [row.send for row in desk.ledger.invoices.values()] == [SendType.EMAIL] * 2


def test_an_open_order_that_is_invoiced_later_is_sent_as_ehf(desk: Desk) -> None:
    assert told(desk.transfer(company_order(), AS_ORDER)) == ([], "", "")
    assert told(desk.transfer(company_order())) == ([], "", GREIER.organization_number)


# credit notes


def returned(quantity: str) -> Order:
    return replace(credit_order(quantity), customer=GREIER, payment_module="invoice")


@pytest.mark.parametrize("quantity", ["-1", "-3"])
@pytest.mark.parametrize("receives", [True, False])
def test_a_credit_note_goes_the_same_ways(desk: Desk, quantity: str, receives: bool) -> None:
    desk.transfer(replace(sale(), customer=GREIER, payment_module="invoice"))
    desk.ledger.settings.ehf_receivers = frozenset({"313900215"} if receives else set())
    outcome = desk.transfer(returned(quantity), KEPT)
    assert outcome.is_credit_note
    assert (outcome.ehf_to, outcome.emailed_to) == (
        ("313900215", "") if receives else ("", GREIER.email)
    )
    assert (Code.EHF_SENT_AS_EMAIL in codes(outcome)) is not receives
    assert len(notes_of(desk)) == 1
    assert invoice_steps(desk, CREDIT) == ASKED_TWICE[2 if receives else 0 :]


def test_a_credit_note_that_somebody_made_meanwhile_is_taken_over(without_ehf: Desk) -> None:
    desk = without_ehf
    desk.transfer(replace(sale(), customer=GREIER, payment_module="invoice"))
    (invoice,) = (row.invoice for row in desk.ledger.invoices.values())

    def by_another(call: str) -> None:
        if call == "credit_wholly" and desk.requests(call) == 1:
            note = desk.ledger.credit_invoice(invoice, paid_back=False)
            booked = desk.ledger.invoices[note.id]
            marked = replace(note, comment=f"Mystore-ordre {CREDIT} (fjord-garn)")
            desk.ledger.invoices[note.id] = replace(booked, invoice=marked)

    desk.ledger.line.on_write = by_another
    outcome = desk.transfer(returned("-3"), KEPT)
    assert Problem(Code.CREDIT_NOTE_ADOPTED, invoice=10202) in outcome.problems
    assert (outcome.emailed_to, outcome.ehf_to) == ("", "")
    assert desk.requests("credit_wholly") == 1
    assert len(notes_of(desk)) == 1
