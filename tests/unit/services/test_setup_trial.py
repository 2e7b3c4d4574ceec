"""The trial: a real order shown as it would be posted, and booked in a test company only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.fakes.setup import CONSUMER, EMPLOYEE, MYSTORE, SetupWorld
from tests.orders.building import (
    COMPANY,
    OSLO,
    SENT,
    SHOP,
    VIPPS,
    a_line,
    a_profile,
    an_order,
    company_facts,
    transfer_rules,
)
from tripletex_wizard.domain.draft import (
    MethodChoice,
    Posting,
    SetupDraft,
    ShopFound,
    TripletexFound,
)
from tripletex_wizard.domain.errors import Code, InputError, Problem, RemoteUnavailable
from tripletex_wizard.domain.ledger import AccountingPeriod
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_numbers import internal_comment
from tripletex_wizard.domain.orders import Order, OrderStatus, UnreadableOrder
from tripletex_wizard.domain.profile import Environment, SalesDocument
from tripletex_wizard.domain.transfer import TransferState
from tripletex_wizard.domain.trial import Trial
from tripletex_wizard.services.cancel import CancelToken

DRAFT = SetupDraft(
    id="d",
    environment=Environment.TEST,
    consumer=CONSUMER,
    employee=EMPLOYEE,
    mystore=MYSTORE,
    tripletex=TripletexFound(COMPANY, (), (VIPPS,)),
    shop=ShopFound(SHOP, None, (SENT,)),
    methods=(
        MethodChoice(
            "vipps",
            "Vipps",
            posting=Posting.PAYMENT_TYPE,
            payment_type_id=VIPPS.id,
            send_invoice=True,
            accepted=True,
        ),
        MethodChoice("pos_cash", "Kasse", posting=Posting.LEFT_OUT, accepted=True),
    ),
    rules=replace(transfer_rules(), start_date=date(2026, 11, 23)),
)
UNREADABLE = UnreadableOrder("7", Problem(Code.ORDER_WITHOUT_LINES))


@pytest.fixture
def world() -> SetupWorld:
    return SetupWorld()


def tried(world: SetupWorld, draft: SetupDraft = DRAFT) -> Trial:
    trial = world.service.trial(draft, CancelToken())
    assert world.still_open == 0
    return trial


def finished(number: str, day: int, method: str = "vipps") -> Order:
    return an_order(number, method=method, finished=datetime(2026, 11, day, 9, tzinfo=OSLO))


def credit_order(number: str, day: int) -> Order:
    back = an_order(number, lines=[a_line(quantity="-1")], total="-89.00")
    return replace(back, finished_at=datetime(2026, 11, day, 9, tzinfo=OSLO))


# which order


def test_the_order_that_was_finished_last_is_tried(world: SetupWorld) -> None:
    world.shop.orders = [finished("1", 20), finished("2", 22), finished("3", 21), UNREADABLE]
    assert tried(world).order == world.shop.orders[1]


def test_a_sale_is_tried_before_a_credit_order(world: SetupWorld) -> None:
    """Nobody is asked during the trial whether the money was paid back."""
    sale, back = finished("1", 20), credit_order("2", 22)
    world.shop.orders = [sale, back]
    assert tried(world).order == sale
    world.shop.orders = [back]
    undecided = Problem(Code.REFUND_UNDECIDED, amount=Money(8900))
    assert tried(world) == Trial(back, problems=(undecided,))


def test_orders_of_a_method_that_is_left_out_are_not_tried(world: SetupWorld) -> None:
    world.shop.orders = [finished("1", 20), finished("2", 22, "pos_cash")]
    assert tried(world).order == world.shop.orders[0]


def test_an_order_of_an_unmapped_method_is_tried_with_the_reason(world: SetupWorld) -> None:
    world.shop.orders = [finished("1", 20, "svea")]
    assert tried(world) == Trial(
        world.shop.orders[0], problems=(Problem(Code.METHOD_UNMAPPED, method="Svea"),)
    )


def test_when_no_order_can_be_read_the_reason_is_shown(world: SetupWorld) -> None:
    world.shop.orders = [UNREADABLE]
    assert tried(world) == Trial(UNREADABLE, problems=(UNREADABLE.problem,))


def test_a_shop_without_completed_orders_has_nothing_to_try(world: SetupWorld) -> None:
    world.shop.orders = []
    assert tried(world) == Trial(None)


def test_a_start_date_long_ago_is_looked_back_to(world: SetupWorld) -> None:
    world.shop.orders = [an_order(finished=datetime(2026, 9, 1, tzinfo=OSLO))]
    assert tried(world) == Trial(None)
    early = replace(transfer_rules(), start_date=date(2026, 8, 1))
    assert tried(world, replace(DRAFT, rules=early)).plan is not None


def test_a_chosen_order_is_tried(world: SetupWorld) -> None:
    world.shop.orders = [finished("1", 20), finished("2", 22)]
    assert tried(world, replace(DRAFT, trial_order="1")).order == world.shop.orders[0]


def test_a_number_that_the_shop_does_not_know_is_told(world: SetupWorld) -> None:
    with pytest.raises(InputError) as unknown:
        tried(world, replace(DRAFT, trial_order="404"))
    assert unknown.value.problem == Problem(Code.ORDER_NOT_FOUND, order="404")


# what it would become


def test_a_receipt_of_a_closed_period_stops_the_trial(world: SetupWorld) -> None:
    october = AccountingPeriod(date(2026, 10, 1), date(2026, 11, 1), is_closed=True)
    world.own.known = replace(company_facts(), periods=(october,))
    world.shop.orders = [an_order(finished=datetime(2026, 10, 30, 9, tzinfo=OSLO))]
    rules = replace(
        transfer_rules(), sales_document=SalesDocument.RECEIPT, start_date=date(2026, 10, 1)
    )
    trial = tried(world, replace(DRAFT, rules=rules))
    assert [row.code for row in trial.problems] == [Code.RECEIPT_PERIOD_CLOSED]
    assert trial.plan is None


def test_a_trial_shows_the_plan_and_writes_nothing(world: SetupWorld) -> None:
    plan = tried(world).plan
    assert plan is not None
    assert (plan.total, plan.payments[0].payment_type_id) == (Money(8900), VIPPS.id)
    assert world.own.orders == {}
    assert world.journals == []


def test_a_chosen_order_that_is_not_completed_says_so(world: SetupWorld) -> None:
    waiting = an_order("1", status=OrderStatus("3", "Under behandling"))
    world.shop.orders = [waiting]
    assert tried(world, replace(DRAFT, trial_order="1")) == Trial(
        waiting, problems=(Problem(Code.STATUS_NOT_COMPLETED, status="Under behandling"),)
    )


def test_a_number_that_another_order_in_tripletex_has_stops_the_trial(world: SetupWorld) -> None:
    world.own.add_order("10457", Money(500), comment="Prosjekt 4")
    trial = tried(world)
    assert trial.plan is None
    assert trial.problems == (
        Problem(
            Code.NUMBER_TAKEN,
            number="10457",
            ours=Money(8900),
            theirs=Money(500),
            comment="Prosjekt 4",
        ),
    )


def test_our_own_order_in_tripletex_stops_nothing(world: SetupWorld) -> None:
    world.own.add_order("10457", Money(8900), comment=internal_comment("10457", SHOP))
    assert tried(world).plan is not None


# how it stands, when a profile is changed


def test_an_order_that_was_booked_is_told_by_the_journal(world: SetupWorld) -> None:
    world.settings.save(replace(a_profile(), name="Garn", environment=Environment.TEST))
    draft = replace(DRAFT, profile_name="Garn")
    booked = world.service.book_trial(replace(draft, trial=tried(world, draft)))
    again = tried(world, draft)
    assert again.is_from_before
    assert again.booked is not None
    assert again.booked.invoice_number == booked.invoice_number
    assert again.plan is not None


def test_an_order_that_was_not_booked_is_shown_as_it_would_be(world: SetupWorld) -> None:
    world.settings.save(replace(a_profile(), name="Garn", environment=Environment.TEST))
    assert tried(world, replace(DRAFT, profile_name="Garn")).booked is None


# booking it


def test_in_a_test_company_the_trial_can_be_booked_without_an_email(world: SetupWorld) -> None:
    outcome = world.service.book_trial(replace(DRAFT, trial=tried(world)))
    assert outcome.state is TransferState.TRANSFERRED
    (booked,) = world.own.invoices.values()
    assert (booked.invoice.amount, booked.send) == (Money(8900), None)
    assert world.journals == [COMPANY.name]
    assert world.still_open == 0


def test_the_voucher_of_the_trial_tells_the_accounts(world: SetupWorld) -> None:
    assert world.service.seen_accounts(DRAFT) == ()
    world.service.book_trial(replace(DRAFT, trial=tried(world)))
    (seen,) = world.service.seen_accounts(DRAFT)
    assert (seen.code, seen.sales, seen.voucher) == ("3", 3000, "10201")


def test_what_came_of_the_trial_is_told_when_tripletex_falls_silent(world: SetupWorld) -> None:
    shown = tried(world)
    silent = RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no")
    world.own.line.fail("create_order", silent)
    outcome = world.service.book_trial(replace(DRAFT, trial=shown))
    assert (outcome.state, outcome.problems) == (TransferState.FAILED, (silent.problem,))


def test_a_booked_trial_carries_the_version_that_the_mapping_will_have(world: SetupWorld) -> None:
    before = replace(a_profile(), name="Garn", environment=Environment.TEST)
    world.settings.save(before)
    draft = replace(DRAFT, profile_name="Garn")
    world.service.book_trial(replace(draft, trial=tried(world, draft)))
    assert {entry.facts.mapping_version for entry in world.entries.recorded} >= {4}


@pytest.mark.parametrize(
    ("environment", "trial"),
    [
        (Environment.PRODUCTION, None),
        (Environment.TEST, None),
        (Environment.TEST, Trial(UNREADABLE)),
    ],
)
def test_nothing_else_is_booked(
    world: SetupWorld, environment: Environment, trial: Trial | None
) -> None:
    shown = tried(world) if environment is Environment.PRODUCTION else trial
    with pytest.raises(ValueError, match="test company"):
        world.service.book_trial(replace(DRAFT, environment=environment, trial=shown))
    assert world.own.orders == {}
