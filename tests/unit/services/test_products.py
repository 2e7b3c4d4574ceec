"""Products are made before the order that needs them, and never one of them twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lossy_line import Fault
from tests.orders.building import HIGH, MIDDLE, a_line, a_profile, an_order, transfer_rules
from tests.unit.services.desk import Desk, booked_once, codes
from tripletex_wizard.domain.errors import Code, OrderRejected, Problem
from tripletex_wizard.domain.ledger import LedgerFacts, Product, Written
from tripletex_wizard.domain.plan import PostingPlan
from tripletex_wizard.domain.profile import ProductUse
from tripletex_wizard.domain.transfer import Phase, Step, TransferState
from tripletex_wizard.services.left_overs import LeftOvers

ORDER = an_order()
INTENDED, DONE, REFUSED, UNANSWERED = (
    Phase.INTENDED,
    Phase.DONE,
    Phase.REFUSED,
    Phase.UNANSWERED,
)


class Making(Desk):
    """A set-up that makes products; `sent` and `notes` keep what the lines are sent with."""

    def __init__(self, *products: Product, use: ProductUse = ProductUse.CREATE) -> None:
        super().__init__(a_profile(replace(transfer_rules(), products=use)))
        self.ledger.settings.products = products
        self.sent: list[list[str | None]] = []
        self.notes: list[tuple[Problem, ...]] = []
        own = self.ledger.create_order

        def create_order(plan: PostingPlan, facts: LedgerFacts, customer_id: int) -> Written[int]:
            numbers = [line.product.number if line.product else None for line in plan.lines]
            self.sent.append(numbers)
            self.notes += [line.notes for line in plan.lines]
            return own(plan, facts, customer_id)

        self.ledger.create_order = create_order  # type: ignore[method-assign]

    @property
    def products(self) -> list[tuple[str, str]]:
        return [(row.number, row.name) for row in self.ledger.settings.products]

    @property
    def product_phases(self) -> list[Phase]:
        return [phase for step, phase in self.steps() if step is Step.PRODUCT]


def test_a_missing_product_is_written_down_and_made_before_the_order() -> None:
    desk = Making()
    assert desk.transfer(ORDER).state is TransferState.TRANSFERRED
    assert desk.notes == [()]
    assert desk.products == [("SAGA-111", "Saga 111")]
    assert desk.ledger.settings.products[0].vat == HIGH
    assert desk.sent == [["SAGA-111"]]
    steps = [step for step, phase in desk.steps() if phase is INTENDED]
    assert steps == [Step.CUSTOMER, Step.PRODUCT, Step.ORDER, Step.INVOICE]
    assert desk.journal.entries("10457")[3].facts.product_number == "SAGA-111"
    booked_once(desk)


def test_a_product_is_made_once_for_a_batch_and_known_to_the_next_order() -> None:
    desk = Making()
    orders = [ORDER, an_order("10458"), an_order("10459")]
    desk.batch(orders)
    assert desk.requests("create_product") == 1
    assert desk.requests("product") == 1
    assert desk.sent == 3 * [["SAGA-111"]]


def test_a_product_that_somebody_deleted_meanwhile_is_made_anew() -> None:
    desk = Making()
    stale = OrderRejected(Code.STALE_IN_LEDGER, text="Object not found")
    events = desk.events([ORDER, an_order("10458")])
    _started, first = next(events), next(events)
    assert getattr(first, "state", None) is TransferState.TRANSFERRED
    desk.ledger.settings.products = ()
    desk.ledger.line.fail("create_order", stale)
    second = list(events)[-1]
    assert getattr(second, "state", None) is TransferState.TRANSFERRED
    assert desk.products == [("SAGA-111", "Saga 111")]
    assert desk.sent == [["SAGA-111"], ["SAGA-111"], ["SAGA-111"]]


def test_two_products_of_an_order_are_made_one_after_the_other() -> None:
    desk = Making()
    desk.transfer(an_order(lines=[a_line("50.00"), a_line("39.00", sku="B")]))
    assert [number for number, _ in desk.products] == ["SAGA-111", "B"]
    assert desk.sent == [["SAGA-111", "B"]]


def test_a_product_that_came_since_the_list_was_read_is_found_and_not_made() -> None:
    desk = Making(Product(5, "SAGA-111", "Vårt garn", HIGH))
    desk.transfer(ORDER)
    assert (desk.requests("create_product"), desk.sent) == (0, [["SAGA-111"]])


@pytest.mark.parametrize(
    ("product", "why"),
    [
        (
            Product(5, "SAGA-111", "Vårt garn", MIDDLE),
            Problem(Code.PRODUCT_VAT_DIFFERS, product="SAGA-111", vat_code="3", theirs="31"),
        ),
        (
            Product(5, "SAGA-111", "Vårt garn", HIGH, is_inactive=True),
            Problem(Code.PRODUCT_INACTIVE, product="SAGA-111"),
        ),
    ],
    ids=["another code", "inactive"],
)
def test_one_that_came_since_and_does_not_fit_leaves_the_line_text_and_says_why(
    product: Product, why: Problem
) -> None:
    desk = Making(product)
    desk.transfer(ORDER)
    assert (desk.requests("create_product"), desk.sent) == (0, [[None]])
    assert desk.notes == [(why,)]
    booked_once(desk)


@pytest.mark.parametrize("use", [ProductUse.TEXT, ProductUse.FOUND])
def test_no_other_set_up_makes_products(use: ProductUse) -> None:
    desk = Making(use=use)
    desk.transfer(ORDER)
    assert (desk.products, desk.sent) == ([], [[None]])


def test_a_name_that_another_product_has_gets_the_number_with_it() -> None:
    desk = Making(Product(5, "SAGA-999", "Saga 111", HIGH))
    assert desk.transfer(ORDER).state is TransferState.TRANSFERRED
    assert desk.products[1:] == [("SAGA-111", "Saga 111 (SAGA-111)")]
    assert desk.product_phases == [INTENDED, REFUSED, INTENDED, DONE]


def test_a_product_that_another_program_made_meanwhile_is_found_behind_the_refusal() -> None:
    desk = Making()
    other = Product(5, "SAGA-111", "Saga 111", HIGH)

    def make_first(call: str) -> None:
        if call == "create_product":
            desk.ledger.settings.products = (other,)

    desk.ledger.line.on_write = make_first
    assert desk.transfer(ORDER).state is TransferState.TRANSFERRED
    assert (desk.products, desk.sent) == ([("SAGA-111", "Saga 111")], [["SAGA-111"]])


@pytest.mark.parametrize(
    ("code", "times"),
    [(Code.PRODUCT_NUMBER_TAKEN, 1), (Code.PRODUCT_NAME_TAKEN, 2), (Code.REJECTED, 1)],
)
def test_a_refusal_that_cannot_be_got_round_sends_no_order_and_is_tried_again(
    code: Code, times: int
) -> None:
    desk = Making()
    desk.ledger.line.fail("create_product", *(OrderRejected(code) for _ in range(times)))
    outcome = desk.transfer(ORDER)
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [code])
    assert desk.ledger.orders == {}
    assert desk.transfer(ORDER).state is TransferState.TRANSFERRED
    booked_once(desk)


@pytest.mark.parametrize("fault", list(Fault))
def test_a_lost_answer_is_looked_up_and_one_product_and_one_order_come_of_it(fault: Fault) -> None:
    desk = Making()
    desk.ledger.line.fail("create_product", fault)
    assert desk.transfer(ORDER).state is TransferState.UNCERTAIN
    assert desk.ledger.orders == {}
    assert desk.transfer(ORDER).state is TransferState.TRANSFERRED
    desk.ledger.line.let_late_requests_arrive()
    assert desk.products == [("SAGA-111", "Saga 111")]
    assert desk.sent == [["SAGA-111"]]
    assert desk.progress().open_step is None
    booked_once(desk)


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.LOST_BEFORE])
def test_a_lost_product_holds_nothing_up_once_the_set_up_makes_none(fault: Fault) -> None:
    desk = Making()
    desk.ledger.line.fail("create_product", fault)
    desk.transfer(ORDER)
    desk.with_rules(products=ProductUse.TEXT)
    assert desk.transfer(ORDER).state is TransferState.TRANSFERRED
    assert (desk.progress().open_step, desk.sent) == (None, [[None]])


@pytest.mark.parametrize(
    ("fault", "phase"), [(Fault.LOST_AFTER, DONE), (Fault.LOST_BEFORE, REFUSED)]
)
def test_what_was_left_over_is_settled_by_a_look_alone(fault: Fault, phase: Phase) -> None:
    desk = Making()
    desk.ledger.line.fail("create_product", fault)
    desk.transfer(ORDER)
    (outcome,) = LeftOvers(desk.service).settle()
    assert (outcome.state, codes(outcome)) == (TransferState.FAILED, [Code.NOT_IN_LEDGER])
    assert desk.product_phases == [INTENDED, UNANSWERED, phase]
    assert desk.requests("create_product") == 1
