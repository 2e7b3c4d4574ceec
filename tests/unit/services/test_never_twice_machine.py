"""Whatever two PCs and the books go through, one order has at most one invoice that stands."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.fakes.clock import FakeClock
from tests.fakes.ledger import FakeLedger
from tests.fakes.lossy_line import Fault
from tests.orders.building import GREIER, KARI, OSLO, a_guest, an_order, company_facts
from tests.unit.services.desk import NUMBER, Desk
from tripletex_wizard.domain.errors import Code, InputError, OrderRejected, RemoteUnavailable
from tripletex_wizard.domain.invoice_dates import Dating
from tripletex_wizard.domain.ledger import AccountingPeriod, LedgerInvoice, SendType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.orders import ShopCustomer
from tripletex_wizard.domain.posting import Choice
from tripletex_wizard.domain.profile import CompanyInvoices
from tripletex_wizard.domain.transfer import Phase, Step
from tripletex_wizard.services.left_overs import LeftOvers
from tripletex_wizard.services.marking import MarkingService

THIRD = datetime(2026, 11, 3, 9, tzinfo=OSLO)
END_OF_OCTOBER = date(2026, 10, 31)
PCS = st.sampled_from([0, 1, 2])
CALLS = st.sampled_from(["create_customer", "create_order", "invoice_order"])
DATINGS = st.sampled_from([None, *Dating])
FAULTS = st.sampled_from(
    [*Fault, OrderRejected(Code.REJECTED), RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")]
)


class OneOrder(RuleBasedStateMachine):
    """PC 0 and 1 share a journal, PC 2 has its own; a late request arrives within a minute."""

    @initialize(guarded=st.booleans(), buyer=st.sampled_from([KARI, a_guest(), GREIER]))
    def open(self, guarded: bool, buyer: ShopCustomer) -> None:
        october = AccountingPeriod(date(2026, 10, 1), date(2026, 11, 1), is_closed=False)
        facts = replace(company_facts(), periods=(october,))
        first = Desk(ledger=FakeLedger(facts), clock=FakeClock(THIRD))
        self.pcs = [first, first.another(same_journal=True), first.another(same_journal=False)]
        for pc in self.pcs:
            pc.with_rules(company_invoices=CompanyInvoices.EHF)
        self.ledger, self.clock = first.ledger, first.clock
        self.ledger.settings.second_invoice_refused = guarded
        self.clock.while_sleeping = self.ledger.line.let_late_requests_arrive
        delivered = THIRD - timedelta(days=4)
        self.order = an_order(customer=buyer, finished=delivered, method="card")

    def standing(self) -> list[LedgerInvoice]:
        credited = set(self.ledger.credited.values())
        rows = (row.invoice for row in self.ledger.invoices.values())
        return [row for row in rows if not row.is_credit_note and row.id not in credited]

    @rule(pc=PCS, as_order=st.booleans(), dating=DATINGS)
    def transfer(self, pc: int, as_order: bool, dating: Dating | None) -> None:
        way = TransferAs.ORDER if as_order else None
        self.pcs[pc].transfer(self.order, Choice(way, dating=dating))

    @rule(pc=PCS, call=CALLS, fault=FAULTS, dating=DATINGS)
    def transfer_badly(self, pc: int, call: str, fault: Fault, dating: Dating | None) -> None:
        self.ledger.line.fail(call, fault)
        self.pcs[pc].transfer(self.order, Choice(dating=dating))

    @rule(receives=st.booleans())
    def register(self, receives: bool) -> None:
        """The customer comes into the register of EHF receivers, or leaves it."""
        numbers = {GREIER.organization_number} if receives else set()
        self.ledger.settings.ehf_receivers = frozenset(numbers)

    @rule(pc=PCS)
    def settle(self, pc: int) -> None:
        list(LeftOvers(self.pcs[pc].service).settle())

    @rule(pc=PCS)
    def look(self, pc: int) -> None:
        LeftOvers(self.pcs[pc].service).look(NUMBER)

    @rule(pc=PCS)
    def mark(self, pc: int) -> None:
        with suppress(InputError):
            MarkingService(self.pcs[pc].service).mark(NUMBER, "1042", "Ført for hånd")
            assert not self.pcs[pc].progress().open_step

    @rule(pc=PCS)
    def unmark(self, pc: int) -> None:
        with suppress(InputError):
            MarkingService(self.pcs[pc].service).unmark(NUMBER)

    @rule(paid_back=st.booleans())
    def credit(self, paid_back: bool) -> None:
        for invoice in self.standing():
            self.ledger.credit_invoice(invoice, paid_back=paid_back)

    @rule(pc=PCS)
    def die(self, pc: int) -> None:
        """The program is killed before it has written down what came of its last request."""
        recorded = self.pcs[pc].journal.recorded
        if len(recorded) > 1 and recorded[-2].phase is Phase.INTENDED:
            recorded.pop()

    @rule()
    def wait(self) -> None:
        self.ledger.line.let_late_requests_arrive()
        self.clock.advance(80)

    @rule(days=st.sampled_from([1, 13]))
    def days_pass(self, days: int) -> None:
        """Thirteen lead from the 3rd past the 15th."""
        self.ledger.line.let_late_requests_arrive()
        self.clock.advance(days * 24 * 3600)

    @rule(lags=st.booleans())
    def lists_lag(self, lags: bool) -> None:
        if lags:
            self.ledger.lagging = True
        else:
            self.ledger.catch_up()

    @invariant()
    def one_invoice_stands_at_most(self) -> None:
        if hasattr(self, "ledger"):
            assert len(self.standing()) <= 1

    @invariant()
    def every_order_is_invoiced_once_at_most(self) -> None:
        if hasattr(self, "ledger"):
            rows = [row.invoice for row in self.ledger.invoices.values()]
            made = [row.order_ids for row in rows if not row.is_credit_note]
            assert len(made) == len(set(made))

    @invariant()
    def nobody_is_told_of_another_way_of_sending(self) -> None:
        for pc in getattr(self, "pcs", []):
            for entry in pc.journal.entries(NUMBER):
                if (entry.step, entry.phase) == (Step.INVOICE, Phase.DONE) and entry.facts.send:
                    booked = self.ledger.invoices[entry.facts.invoice_id]
                    assert entry.facts.as_ehf is (booked.send is SendType.EHF)

    @invariant()
    def every_date_is_a_day_of_issue_or_the_end_of_october(self) -> None:
        if hasattr(self, "ledger"):
            days = {row.invoice.invoice_date for row in self.ledger.invoices.values()}
            of_issue = days - {END_OF_OCTOBER}
            assert all(THIRD.date() <= day <= self.clock.now().date() for day in of_issue)

    @invariant()
    def a_marked_order_sends_nothing(self) -> None:
        for pc in getattr(self, "pcs", []):
            if pc.progress().mark:
                before = sum(pc.ledger.line.requests.values())
                pc.transfer(self.order)
                after = sum(pc.ledger.line.requests.values())
                assert after - before == 1  # the facts


OneOrder.TestCase.settings = settings(max_examples=150, stateful_step_count=20, deadline=None)
TestOneOrder = OneOrder.TestCase
