"""The wizard's live checks: what the tokens open, and each thing that can be wrong by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.fakes.setup import CONSUMER, EMPLOYEE, MYSTORE, Claims, SetupWorld
from tests.orders.building import (
    CARD,
    COMPANY,
    GIFT_CARD,
    KLARNA,
    OSLO,
    SENT,
    SHOP,
    VIPPS,
    a_line,
    a_profile,
    a_row,
    an_order,
    transfer_rules,
)
from tripletex_wizard.domain.draft import SetupDraft, ShopFound, TripletexFound
from tripletex_wizard.domain.errors import (
    AppError,
    Code,
    CredentialsRejected,
    PermissionMissing,
    Problem,
    RemoteUnavailable,
    SetupError,
)
from tripletex_wizard.domain.found import MethodUse
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import OrderStatus, TotalKind, UnreadableOrder
from tripletex_wizard.domain.prerequisites import CheckStatus, Prerequisite
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.zero_rated import ZeroRated
from tripletex_wizard.services.cancel import CancelledError, CancelToken

TYPED = SetupDraft(
    id="d", environment=Environment.TEST, consumer=CONSUMER, employee=EMPLOYEE, mystore=MYSTORE
)
CONNECTED = replace(
    TYPED,
    tripletex=TripletexFound(COMPANY, (), (VIPPS,)),
    shop=ShopFound(SHOP, None, (SENT,)),
    rules=transfer_rules(),
)
CLIENT = Company(12, "Kunde AS", "271828182")
OTHER_CLIENT = Company(13, "Annen AS", "141421356")
GO_ON = CancelToken()


@pytest.fixture
def world() -> SetupWorld:
    return SetupWorld()


def cancelled() -> CancelToken:
    token = CancelToken()
    token.cancel()
    return token


# Tripletex


def test_tokens_open_their_own_company_with_its_payment_types(world: SetupWorld) -> None:
    found = world.service.check_tripletex(TYPED, GO_ON)
    assert found == TripletexFound(COMPANY, (), (VIPPS, KLARNA, CARD, GIFT_CARD))
    assert world.still_open == 0


def test_an_accountants_tokens_open_no_company_before_a_client_is_chosen(
    world: SetupWorld,
) -> None:
    world.become_accountant(CLIENT, OTHER_CLIENT)
    found = world.service.check_tripletex(TYPED, GO_ON)
    assert found == TripletexFound(None, (CLIENT, OTHER_CLIENT), ())
    assert set(world.own.line.requests) == {"client_companies"}


def test_the_chosen_client_is_opened(world: SetupWorld) -> None:
    world.become_accountant(CLIENT, OTHER_CLIENT)
    draft = replace(TYPED, client_company_id=CLIENT.id)
    found = world.service.check_tripletex(draft, GO_ON)
    assert (found.company, found.clients) == (CLIENT, (CLIENT, OTHER_CLIENT))
    assert found.payment_types == (VIPPS, KLARNA, CARD, GIFT_CARD)


def test_a_client_that_opens_another_company_is_refused(world: SetupWorld) -> None:
    world.become_accountant(CLIENT, OTHER_CLIENT)
    world.client_ledgers[CLIENT.id] = world.client_ledgers[OTHER_CLIENT.id]
    with pytest.raises(SetupError) as refused:
        world.service.check_tripletex(replace(TYPED, client_company_id=CLIENT.id), GO_ON)
    assert refused.value.problem == Problem(Code.CLIENT_COMPANY_UNKNOWN, company=CLIENT.id)


def test_a_token_that_may_not_ask_for_clients_opens_its_own_company(world: SetupWorld) -> None:
    world.own.line.fail("client_companies", PermissionMissing(Code.PERMISSION_MISSING, path="/"))
    assert world.service.check_tripletex(TYPED, GO_ON).company == COMPANY


@pytest.mark.parametrize(
    "error",
    [
        CredentialsRejected(Code.EMPLOYEE_TOKEN_REJECTED),
        CredentialsRejected(Code.WRONG_ENVIRONMENT, environment=Environment.TEST),
        PermissionMissing(Code.PERMISSION_MISSING, path="/company"),
        RemoteUnavailable(Code.NO_ANSWER, host="tripletex.no"),
    ],
)
def test_each_thing_that_is_wrong_with_tripletex_is_told_apart(
    world: SetupWorld, error: AppError
) -> None:
    world.own.line.fail("company", error)
    with pytest.raises(type(error)) as raised:
        world.service.check_tripletex(TYPED, GO_ON)
    assert raised.value.problem == error.problem
    assert world.still_open == 0


def test_a_new_token_must_open_the_company_of_the_profile_that_is_changed(
    world: SetupWorld,
) -> None:
    world.settings.save(replace(a_profile(), name="Garn", company_id=99))
    with pytest.raises(SetupError) as refused:
        world.service.check_tripletex(replace(TYPED, profile_name="Garn"), GO_ON)
    assert refused.value.problem.code is Code.WRONG_COMPANY


def test_a_new_token_of_the_same_company_is_accepted(world: SetupWorld) -> None:
    world.settings.save(replace(a_profile(), name="Garn"))
    draft = replace(TYPED, profile_name="Garn")
    assert world.service.check_tripletex(draft, GO_ON).company == COMPANY
    assert world.service.check_mystore(draft, GO_ON).shop == SHOP


# Mystore


def test_a_shop_tells_its_name_statuses_and_what_the_token_says(world: SetupWorld) -> None:
    missing, to_write = ("read:payment",), ("write:orders",)
    world.claims = Claims(datetime(2027, 5, 1, 12, tzinfo=OSLO), missing, to_write)
    found = world.service.check_mystore(TYPED, GO_ON)
    assert found == ShopFound(SHOP, date(2027, 5, 1), (SENT,), missing, to_write)
    assert world.still_open == 0


def test_a_token_may_never_expire(world: SetupWorld) -> None:
    world.claims = Claims(None)
    assert world.service.check_mystore(TYPED, GO_ON).expires is None


def test_a_refused_shop_token_is_told(world: SetupWorld) -> None:
    world.shop.failure = CredentialsRejected(Code.SHOP_TOKEN_REJECTED)
    with pytest.raises(CredentialsRejected):
        world.service.check_mystore(TYPED, GO_ON)


def test_a_new_token_must_open_the_shop_of_the_profile_that_is_changed(world: SetupWorld) -> None:
    world.settings.save(replace(a_profile(), name="Garn", shop="annen"))
    with pytest.raises(SetupError) as refused:
        world.service.check_mystore(replace(TYPED, profile_name="Garn"), GO_ON)
    assert refused.value.problem == Problem(Code.WRONG_SHOP, expected="annen", found=SHOP)


def test_a_profile_that_is_gone_locks_nothing(world: SetupWorld) -> None:
    draft = replace(TYPED, profile_name="Borte")
    assert world.service.check_mystore(draft, GO_ON).shop == SHOP


# the board


def test_every_row_of_the_board_is_checked_with_what_is_known_so_far(world: SetupWorld) -> None:
    rows = list(world.service.board_rows(CONNECTED, GO_ON))
    assert [row.prerequisite for row in rows] == list(Prerequisite)
    assert all(row.problem is None for row in rows)


def test_single_rows_can_be_checked_alone(world: SetupWorld) -> None:
    draft = replace(CONNECTED, customer_numbers_confirmed=True)
    (row,) = world.service.board_rows(draft, GO_ON, [Prerequisite.CUSTOMER_NUMBERS])
    assert row.status is CheckStatus.OK


def test_a_cancelled_board_stops_before_its_next_row(world: SetupWorld) -> None:
    with pytest.raises(CancelledError):
        list(world.service.board_rows(CONNECTED, cancelled()))
    assert world.still_open == 0


# methods


def test_methods_are_those_that_mystore_lists_and_those_in_recent_orders(
    world: SetupWorld,
) -> None:
    gift = a_row(TotalKind.GIFT_CARD, "-89.00")
    world.shop.orders = [
        an_order("1", method="vipps"),
        an_order("2", method="vipps"),
        an_order("3", method="klarna_checkout", currency="SEK"),
        an_order("4", method="gift_voucher", rows=[gift], total="0.00"),
        an_order("5", method="old", finished=datetime(2026, 8, 1, tzinfo=OSLO)),
        UnreadableOrder("6", Problem(Code.ORDER_WITHOUT_LINES)),
    ]
    seen: list[tuple[int, int | None]] = []
    found = world.service.methods_in_use(
        CONNECTED, GO_ON, lambda done, total: seen.append((done, total))
    )
    assert found.uses == (
        MethodUse("vipps", "Vipps", 2, Money(17800)),
        MethodUse("gift_voucher", "Gift_Voucher", 1, Money(8900)),
        MethodUse("old", "Old", 0, Money(0)),
        MethodUse("klarna_checkout", "Klarna_Checkout", 1, Money(0)),
    )
    assert seen == [(6, 6)]


def test_methods_of_the_same_name_are_told_apart_by_their_modules(world: SetupWorld) -> None:
    world.shop.orders = [
        replace(an_order("1", method="adyen"), payment_method="Kort"),
        replace(an_order("2", method="pos_card"), payment_method="Kort"),
        replace(an_order("3", method="pos_cash"), payment_method="Kontant"),
    ]
    uses = world.service.methods_in_use(CONNECTED, GO_ON).uses
    assert {use.method: use.label for use in uses} == {
        "adyen": "Kort (adyen)",
        "pos_card": "Kort (pos_card)",
        "pos_cash": "Kontant",
    }


def test_an_order_without_a_method_text_goes_by_its_module(world: SetupWorld) -> None:
    world.shop.orders = [replace(an_order(method="klarna_checkout"), payment_method="")]
    (use,) = world.service.methods_in_use(CONNECTED, GO_ON).uses
    assert (use.method, use.label) == ("klarna_checkout", "klarna_checkout")


def test_articles_with_0_per_cent_are_found_in_the_same_orders(world: SetupWorld) -> None:
    book = a_line("349.00", rate="0", sku="BOK-01")
    old = datetime(2026, 8, 1, tzinfo=OSLO)
    world.shop.orders = [
        an_order("1", lines=[book]),
        an_order("2"),
        an_order("3", lines=[book], finished=old),
        UnreadableOrder("6", Problem(Code.ORDER_WITHOUT_LINES)),
    ]
    found = world.service.methods_in_use(CONNECTED, GO_ON)
    assert found.zero_rated == (ZeroRated("vipps", ("BOK-01",), 1),)


def test_without_completed_statuses_orders_of_every_status_are_counted(world: SetupWorld) -> None:
    done = OrderStatus("9", "Klar")
    world.shop.orders = [an_order(status=done)]
    draft = replace(
        CONNECTED,
        shop=ShopFound(SHOP, None, (SENT, done)),
        rules=replace(transfer_rules(), completed_statuses=()),
    )
    (use,) = world.service.methods_in_use(draft, GO_ON).uses
    assert use.orders == 1
