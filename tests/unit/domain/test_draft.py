"""The wizard's draft: which page may be left, what it is locked to, and the profile it becomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.orders.building import COMPANY, SHOP, WEBSHOP, transfer_rules
from tests.unit.domain.drafts import (
    CLIENT,
    CONFIRMED_AT,
    CONNECTED,
    DRAFT,
    OTHER_CLIENT,
    READY,
    TOKENS,
    board,
)
from tripletex_wizard.domain.checks import with_row
from tripletex_wizard.domain.draft import (
    MethodChoice,
    Missing,
    Page,
    Posting,
    SetupDraft,
    TripletexFound,
    first_open_page,
    is_waiting_to_be_mended,
    missing,
    page_to_resume,
    profile_of_draft,
)
from tripletex_wizard.domain.ledger import Department
from tripletex_wizard.domain.mapping import MethodMapping, TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.prerequisites import (
    STOPS_SINGLE_ORDERS,
    BoardRow,
    CheckStatus,
    Finding,
    Prerequisite,
)
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.domain.trial import Trial

# pages


@pytest.mark.parametrize(
    ("page", "draft", "reasons"),
    [
        (Page.START, DRAFT, [Missing.PREPARATIONS, Missing.OTHER_TRANSFER]),
        (Page.START, replace(DRAFT, prepared=True), [Missing.OTHER_TRANSFER]),
        (Page.CONNECT, DRAFT, [Missing.TRIPLETEX_TOKENS, Missing.SHOP_TOKEN]),
        (
            Page.CONNECT,
            replace(DRAFT, consumer=Secret("c")),
            [Missing.TRIPLETEX_TOKENS, Missing.SHOP_TOKEN],
        ),
        (Page.CONNECT, TOKENS, [Missing.TRIPLETEX_CHECK, Missing.SHOP_CHECK]),
        (Page.PREREQUISITES, CONNECTED, [Missing.BOARD_CHECK]),
        (
            Page.PREREQUISITES,
            replace(CONNECTED, board=board()[:-1]),
            [Missing.BOARD_CHECK],
        ),
        (
            Page.PREREQUISITES,
            replace(CONNECTED, board=board(CheckStatus.MUST_FIX)),
            [Missing.BOARD_MUST_FIX],
        ),
        (
            Page.MAPPING,
            CONNECTED,
            [Missing.METHODS_READ, Missing.MAPPING_CONFIRMED],
        ),
        (
            Page.MAPPING,
            replace(READY, methods=(MethodChoice("vipps", "Vipps"),)),
            [Missing.METHODS_UNDECIDED, Missing.MAPPING_CONFIRMED],
        ),
        (Page.TRANSFER, DRAFT, [Missing.STATUS_CHOSEN]),
        (
            Page.TRANSFER,
            replace(READY, rules=replace(transfer_rules(), completed_statuses=())),
            [Missing.STATUS_CHOSEN],
        ),
        (Page.TRIAL, replace(READY, trial_seen=""), [Missing.TRIAL_SEEN]),
        (
            Page.TRIAL,
            replace(READY, trial_seen="", trial=Trial(None)),
            [Missing.TRIAL_WITHOUT_ORDER],
        ),
        (Page.SUMMARY, replace(READY, signed_by="  "), [Missing.SIGNED_BY]),
    ],
)
def test_a_page_says_what_it_still_needs(
    page: Page, draft: SetupDraft, reasons: list[Missing]
) -> None:
    assert missing(draft, page) == tuple(reasons)


@pytest.mark.parametrize("page", Page)
def test_every_page_of_a_finished_draft_can_be_left(page: Page) -> None:
    assert missing(READY, page) == ()


@pytest.mark.parametrize("status", [CheckStatus.SHOULD_CHECK, CheckStatus.NOT_CHECKED])
def test_only_what_must_be_mended_closes_the_board(status: CheckStatus) -> None:
    draft = replace(CONNECTED, board=board(status))
    assert missing(draft, Page.PREREQUISITES) == ()


def found_on_board(finding: Finding, *, row: Prerequisite = Prerequisite.VAT) -> SetupDraft:
    """A set-up in use, where one row of the board must be mended."""
    rows = tuple(
        BoardRow(row, CheckStatus.MUST_FIX, finding) if each.prerequisite is row else each
        for each in board()
    )
    return replace(READY, profile_name="Fjord Garn AS", board=rows)


@pytest.mark.parametrize("finding", sorted(STOPS_SINGLE_ORDERS))
def test_what_stops_single_orders_stops_no_change_of_a_set_up_in_use(finding: Finding) -> None:
    draft = found_on_board(finding)
    assert missing(draft, Page.PREREQUISITES) == ()
    assert is_waiting_to_be_mended(draft)


def test_a_new_set_up_goes_on_to_where_another_department_is_chosen() -> None:
    draft = replace(found_on_board(Finding.DEPARTMENT_GONE), profile_name="")
    assert missing(draft, Page.PREREQUISITES) == ()
    assert is_waiting_to_be_mended(draft)


def with_department(*active: Department) -> SetupDraft:
    rules = replace(transfer_rules(), department=WEBSHOP)
    found = TripletexFound(COMPANY, (), (), active)
    return replace(READY, rules=rules, tripletex=found)


def test_step_5_is_not_left_with_a_department_that_is_no_longer_active() -> None:
    assert missing(with_department(WEBSHOP), Page.TRANSFER) == ()
    other = Department(22, "Lager")
    assert missing(with_department(other), Page.TRANSFER) == (Missing.DEPARTMENT_CHOSEN,)
    unread = replace(with_department(WEBSHOP), tripletex=None)
    assert missing(unread, Page.TRANSFER) == (Missing.DEPARTMENT_CHOSEN,)


def test_step_5_is_left_with_a_department_that_nobody_may_look_for() -> None:
    unread = TripletexFound(COMPANY, (), (), None)
    assert missing(replace(with_department(), tripletex=unread), Page.TRANSFER) == ()


@pytest.mark.parametrize("finding", sorted(STOPS_SINGLE_ORDERS - {Finding.DEPARTMENT_GONE}))
def test_a_new_set_up_waits_until_it_is_mended(finding: Finding) -> None:
    draft = replace(found_on_board(finding), profile_name="")
    assert missing(draft, Page.PREREQUISITES) == (Missing.BOARD_MUST_FIX,)
    assert not is_waiting_to_be_mended(draft)


@pytest.mark.parametrize("finding", sorted(set(Finding) - STOPS_SINGLE_ORDERS))
def test_whatever_else_must_be_mended_closes_the_board_of_a_set_up_in_use_too(
    finding: Finding,
) -> None:
    draft = found_on_board(finding)
    assert missing(draft, Page.PREREQUISITES) == (Missing.BOARD_MUST_FIX,)
    assert not is_waiting_to_be_mended(draft)


def test_a_missing_vat_code_does_not_let_something_worse_through() -> None:
    worse = BoardRow(Prerequisite.BANK_ACCOUNT, CheckStatus.MUST_FIX, Finding.BANK_ACCOUNT_NONE)
    draft = with_row(found_on_board(Finding.VAT_CODES_MISSING), worse)
    assert missing(draft, Page.PREREQUISITES) == (Missing.BOARD_MUST_FIX,)


def test_nothing_waits_while_the_board_is_not_whole_or_in_order() -> None:
    draft = found_on_board(Finding.VAT_CODES_MISSING)
    assert not is_waiting_to_be_mended(replace(draft, board=draft.board[:-1]))
    assert not is_waiting_to_be_mended(replace(draft, board=board()))


def test_without_an_order_to_try_a_person_may_go_on() -> None:
    draft = replace(READY, trial_seen="", untried=READY.trial_inputs)
    assert missing(draft, Page.TRIAL) == ()
    assert missing(replace(draft, trial=Trial(None)), Page.TRIAL) == ()
    assert missing(replace(draft, trial_order="7"), Page.TRIAL) == (Missing.TRIAL_SEEN,)


def test_the_first_open_page_is_one_that_cannot_be_left() -> None:
    assert first_open_page(SetupDraft()) is Page.START
    assert first_open_page(replace(READY, signed_by="")) is Page.SUMMARY
    assert first_open_page(replace(READY, confirmation=None)) is Page.MAPPING
    assert first_open_page(READY) is Page.SUMMARY


@pytest.mark.parametrize("page", Page)
def test_a_closed_wizard_goes_on_at_the_page_that_was_not_left_forwards(page: Page) -> None:
    assert page_to_resume(replace(READY, reached=page)) is page


def test_a_closed_wizard_goes_back_to_a_page_that_is_no_longer_done() -> None:
    assert page_to_resume(replace(READY, reached=Page.TRIAL, confirmation=None)) is Page.MAPPING


# what the tokens open


def test_an_accountant_must_choose_a_client_that_then_is_opened() -> None:
    clients = (CLIENT, OTHER_CLIENT)
    draft = replace(CONNECTED, tripletex=TripletexFound(None, clients, ()))
    assert missing(draft, Page.CONNECT) == (Missing.CLIENT_COMPANY,)
    draft = replace(draft, client_company_id=CLIENT.id)
    assert missing(draft, Page.CONNECT) == (Missing.TRIPLETEX_CHECK,)
    assert (draft.company, draft.opened) == (None, "")
    opened = replace(draft, tripletex=TripletexFound(CLIENT, clients, ()))
    assert missing(opened, Page.CONNECT) == ()
    assert opened.company == CLIENT
    other = replace(opened, client_company_id=OTHER_CLIENT.id)
    assert (other.company, missing(other, Page.CONNECT)) == (None, (Missing.TRIPLETEX_CHECK,))


def test_an_ordinary_token_opens_its_own_company_whatever_was_chosen_before() -> None:
    draft = replace(CONNECTED, client_company_id=CLIENT.id)
    assert (draft.company, missing(draft, Page.CONNECT)) == (COMPANY, ())
    assert not profile_of_draft(
        replace(READY, client_company_id=CLIENT.id), version=1
    ).client_company


def test_methods_count_only_for_the_company_and_shop_that_they_were_read_for() -> None:
    assert READY.methods_read
    assert not replace(READY, tripletex=TripletexFound(CLIENT, (), ())).methods_read
    assert not replace(READY, shop=None).methods_read
    assert not SetupDraft().methods_read


@pytest.mark.parametrize(
    "change",
    [
        {"methods": ()},
        {"rules": transfer_rules(gift_card_payment_type=None)},
        {"trial_order": "10458"},
        {"environment": Environment.PRODUCTION},
    ],
)
def test_a_trial_counts_only_for_the_set_up_that_it_was_made_with(
    change: dict[str, object],
) -> None:
    assert READY.is_trial_seen
    assert not replace(READY, **change).is_trial_seen  # type: ignore[arg-type]


# secrets


def test_a_draft_and_its_fingerprints_show_no_token() -> None:
    draft = replace(
        DRAFT,
        consumer=Secret("hemmelig-c"),
        employee=Secret("hemmelig-e"),
        mystore=Secret("hemmelig-m"),
    )
    assert "hemmelig" not in repr(draft) + draft.tripletex_inputs + draft.shop_inputs


def test_fingerprints_differ_with_each_token_and_with_the_environment() -> None:
    one, two = Secret("1"), Secret("2")
    drafts = [
        DRAFT,
        replace(DRAFT, consumer=one),
        replace(DRAFT, employee=one),
        replace(DRAFT, consumer=one, employee=two),
        replace(DRAFT, consumer=two, employee=one),
        replace(DRAFT, environment=Environment.PRODUCTION),
    ]
    assert len({draft.tripletex_inputs for draft in drafts}) == len(drafts)
    assert replace(DRAFT, mystore=one).shop_inputs != DRAFT.shop_inputs
    assert drafts[-1].shop_inputs != DRAFT.shop_inputs


# rows and their confirmation


@pytest.mark.parametrize(
    ("choice", "mapping"),
    [
        (
            MethodChoice(
                "vipps", "Vipps", posting=Posting.PAYMENT_TYPE, payment_type_id=7, send_invoice=True
            ),
            MethodMapping("vipps", "Vipps", 7, send_invoice=True),
        ),
        (
            MethodChoice(
                "invoice",
                "Faktura",
                posting=Posting.NOT_PAID,
                payment_type_id=7,
                transfer_as=TransferAs.ORDER,
            ),
            MethodMapping("invoice", "Faktura", None, transfer_as=TransferAs.ORDER),
        ),
        (
            MethodChoice("pos", "Kasse", 3, Money(100), Posting.LEFT_OUT),
            MethodMapping("pos", "Kasse", None, left_out=True),
        ),
    ],
)
def test_a_row_becomes_a_mapping_row(choice: MethodChoice, mapping: MethodMapping) -> None:
    assert choice.mapping() == mapping


def test_a_suggestion_is_no_decision_before_it_is_accepted() -> None:
    suggested = MethodChoice("vipps", "Vipps", posting=Posting.NOT_PAID)
    assert not suggested.is_decided
    assert replace(suggested, accepted=True).is_decided
    assert not MethodChoice("vipps", "Vipps", accepted=True).is_decided


def test_a_confirmation_holds_for_the_rows_that_were_confirmed_and_not_for_their_counts() -> None:
    (row, *rest) = READY.methods
    assert READY.with_methods((replace(row, orders=99), *rest)).is_confirmed
    assert not READY.with_methods((replace(row, send_invoice=True), *rest)).is_confirmed
    assert not READY.with_methods(()).is_confirmed


# the profile


def test_a_finished_draft_becomes_a_profile() -> None:
    profile = profile_of_draft(READY, version=4)
    assert (profile.name, profile.company_name) == (COMPANY.name, COMPANY.name)
    assert (profile.company_id, profile.organization_number) == (
        COMPANY.id,
        COMPANY.organization_number,
    )
    assert (profile.environment, profile.shop) == (Environment.TEST, SHOP)
    assert profile.rules == READY.rules
    assert profile.mapping.version == 4
    assert profile.mapping.rows == tuple(row.mapping() for row in READY.methods)
    assert (profile.mapping.confirmed_by, profile.mapping.confirmed_at) == (
        "Kari Regnskap",
        CONFIRMED_AT,
    )
    assert profile.customer_numbers_confirmed


def test_a_profile_that_is_changed_keeps_its_name() -> None:
    assert profile_of_draft(replace(READY, profile_name="Garn"), version=1).name == "Garn"


def test_an_unfinished_draft_becomes_a_profile_of_what_is_decided() -> None:
    draft = replace(READY, methods=(*READY.methods, MethodChoice("svea", "Svea")))
    mapping = profile_of_draft(draft, version=1).mapping
    assert mapping.row("svea") is None
    assert (mapping.confirmed_by, mapping.confirmed_at) == ("", None)
