from __future__ import annotations

import base64
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.contract.tripletex_calling import Bench, a_bench, worked_order
from tests.orders.building import a_guest, an_order
from tripletex_wizard.domain.errors import (
    AppError,
    Code,
    CredentialsRejected,
    OrderRejected,
    OutcomeUnknown,
    PermissionMissing,
    RateLimited,
    SetupError,
)
from tripletex_wizard.domain.ledger import SendType, VatRegistration
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.orders import Address, Order, ShopCustomer

BOOKED = ["T01", "T03", "T04", "T06", "T09", "T10"]


@pytest.fixture
def bench() -> Iterator[Bench]:
    with a_bench() as made:
        yield made


def refusal(error: pytest.ExceptionInfo[AppError]) -> Code:
    assert error.value.request_ids != ()
    return error.value.problem.code


# what is set in the company


def test_the_company_and_its_facts_are_read(bench: Bench) -> None:
    facts = bench.client.facts()
    assert (facts.company.name, facts.company.organization_number) == (
        "Fjord Garn AS",
        "999888771",
    )
    assert facts.registration is VatRegistration.REGISTERED
    assert {row.number: row.id for row in facts.vat_codes}["33"] == 32
    vipps = next(row for row in facts.payment_types if row.description == "Vipps")
    assert vipps.account is not None
    assert (vipps.account.number, vipps.currency) == (1902, "NOK")
    assert facts.currencies["SEK"] == 2
    assert facts.countries["NO"] == 161
    assert facts.rounding_product is not None
    assert facts.rounding_product.vat.number == "7"


@pytest.mark.parametrize("end", ["exclusive", "inclusive"])
def test_a_closed_month_is_closed_to_its_last_day_and_no_further(end: str) -> None:
    with a_bench(period_end=end) as bench:
        bench.servers.tripletex.set_company(closed_through="2026-10-31")
        facts = bench.client.facts()
    assert facts.is_closed(date(2026, 10, 1))
    assert facts.is_closed(date(2026, 10, 31))
    assert not facts.is_closed(date(2026, 11, 1))


def test_facts_do_without_periods_and_products_that_may_not_be_read(bench: Bench) -> None:
    closed = ("GET /ledger/accountingPeriod", "GET /product")
    bench.servers.tripletex.set_company(forbidden=closed)
    facts = bench.client.facts()
    assert facts.periods == ()
    assert facts.rounding_product is None


def test_the_bank_account_and_the_rights_are_read(bench: Bench) -> None:
    accounts = bench.client.bank_accounts()
    assert any(row.is_invoice_account and row.bank_account_number for row in accounts)
    assert {"AUTH_INVOICING", "AUTH_CREATE_ORDER"} <= bench.client.entitlements()
    assert "API_V2" in (bench.client.sales_modules() or ())


def test_a_right_counts_only_when_key_and_owner_have_it(bench: Bench) -> None:
    bench.servers.tripletex.set_company(token_user_lacks=(14,))
    assert "AUTH_INVOICING" not in bench.client.entitlements()


def test_closed_end_points_are_unknown_and_not_an_error(bench: Bench) -> None:
    closed = ("GET /invoice/settings", "GET /company/salesmodules")
    bench.servers.tripletex.set_company(forbidden=closed)
    assert bench.client.invoice_settings() is None
    assert bench.client.sales_modules() is None


@pytest.mark.parametrize(
    ("switch", "number"), [("full", 10201), ("bank_account_ready", None), ("missing", None)]
)
def test_invoice_settings_tell_as_much_as_they_hold(switch: str, number: int | None) -> None:
    with a_bench(invoice_settings=switch) as bench:
        settings = bench.client.invoice_settings()
    assert (settings.next_invoice_number if settings else None) == number
    assert (settings is None) == (switch == "missing")


@pytest.mark.parametrize(("switch", "expected"), [("supported", 100457), ("refused", None)])
def test_the_highest_customer_number_is_read_when_lists_can_be_sorted(
    switch: str, expected: int | None
) -> None:
    with a_bench(sort_customer_number=switch) as bench:
        bench.book(bench.plan())
        assert bench.client.highest_customer_number() == expected


def test_another_right_that_is_missing_names_the_path(bench: Bench) -> None:
    bench.servers.tripletex.set_company(forbidden=("POST /order",))
    with pytest.raises(PermissionMissing) as error:
        bench.client.create_order(bench.plan(), bench.client.facts(), 1)
    assert error.value.problem.params == {"path": "/order"}


# the worked orders


@pytest.mark.parametrize("case", BOOKED)
def test_a_paid_order_becomes_an_invoice_with_nothing_outstanding(case: str, bench: Bench) -> None:
    order = worked_order(case).order
    plan = bench.plan(order)
    invoice = bench.book(plan)
    assert invoice.number == 10201
    assert invoice.amount == plan.total
    assert invoice.outstanding == Money(0, "NOK")
    assert bench.state()["emails"] == []
    again = bench.client.order(invoice.order_ids[0])
    assert again is not None
    assert (again.is_closed, again.total, again.number) == (True, plan.total, order.number)
    assert bench.client.invoices_of_order(again.id, again.customer_id) == (invoice,)
    assert bench.client.invoice(invoice.id) == invoice


def test_a_gift_card_and_the_rest_are_two_payments(bench: Bench) -> None:
    bench.book(bench.plan(worked_order("T04").order))
    paid = {
        row["account"]["number"]: Decimal(str(row["amount"]))
        for row in bench.state()["postings"]
        if row["account"]["number"] in {2901, 1902}
    }
    assert paid == {2901: Decimal(500), 1902: Decimal(469)}


def test_an_open_invoice_in_another_currency_keeps_its_currency_and_is_mailed(
    bench: Bench,
) -> None:
    order = worked_order("T12").order
    mailed = replace(order, customer=replace(order.customer, email="ina@example.se"))
    invoice = bench.book(bench.plan(mailed))
    assert invoice.amount == invoice.outstanding == Money(225000, "SEK")
    emails = bench.state()["emails"]
    assert [(row["sendType"], row["address"]) for row in emails] == [("EMAIL", "ina@example.se")]
    assert bench.client.invoice(invoice.id) == invoice


def test_a_company_with_an_open_invoice_is_sent_as_ehf_when_planned_so(bench: Bench) -> None:
    plan = replace(bench.plan(worked_order("T13").order), send=SendType.EHF)
    invoice = bench.book(plan)
    assert invoice.outstanding == Money(209875, "NOK")
    (sent,) = bench.state()["emails"]
    assert (sent["sendType"], sent["address"]) == ("EHF", "313900215")
    (customer,) = bench.state()["customers"]
    assert customer["organizationNumber"] == "313900215"
    assert customer["isPrivateIndividual"] is False


def test_an_order_reaches_tripletex_with_every_figure_of_the_plan(bench: Bench) -> None:
    plan = bench.plan(worked_order("T09").order)
    bench.book(plan)
    (order,) = bench.state()["orders"]
    assert order["internalComment"] == plan.internal_comment
    assert order["orderLineSorting"] == "ID"
    assert order["isPrioritizeAmountsIncludingVat"] is True
    assert (order["invoicesDueIn"], order["invoicesDueInType"]) == (0, "DAYS")
    assert (order["orderDate"], order["deliveryDate"]) == ("2026-11-21", "2026-11-22")
    assert order["deliveryAddress"]["name"] == "Per Prøve"
    lines = bench.state()["orderLines"]
    prices = [Decimal(str(line["unitPriceIncludingVatCurrency"])) for line in lines]
    assert prices[0] == Decimal("33.3333333333")
    assert [line["description"] for line in lines] == [line.description for line in plan.lines]


def test_a_rounding_line_is_on_its_own_product(bench: Bench) -> None:
    bench.book(bench.plan(worked_order("T10").order))
    last = bench.state()["orderLines"][-1]
    assert last["product"]["number"] == "ØREAVRUNDING"


@pytest.mark.parametrize("answer", ["full", "amounts_missing"])
def test_amounts_that_the_answer_lacks_are_read(answer: str) -> None:
    with a_bench(invoice_answer=answer) as bench:
        invoice = bench.book(bench.plan())
        assert invoice.amount == Money(8900, "NOK")
        assert len(bench.requests("GET", f"/invoice/{invoice.id}")) == (answer != "full")


# customers


def a_company(organization_number: str, country: str = "NO") -> ShopCustomer:
    address = Address("Ina", "Garn AS", "Gata 1", "0170", "Oslo", country)
    return ShopCustomer(None, address, "post@garn.example", "22 00 00 00", organization_number)


def make(bench: Bench, customer: ShopCustomer) -> None:
    plan = replace(bench.plan(an_order()), customer=customer)
    bench.client.create_customer(plan, bench.client.facts(), number=None)


def test_a_person_s_card_holds_what_the_shop_knows(bench: Bench) -> None:
    bench.book(bench.plan())
    (card,) = bench.state()["customers"]
    assert card["customerNumber"] == 100457
    assert card["isPrivateIndividual"] is True
    assert card["isSupplier"] is False
    assert card["invoiceSendMethod"] == "EMAIL"
    assert (card["email"], card["phoneNumber"]) == ("kari@example.no", "90000000")
    assert card["description"] == ""
    for address in (card["postalAddress"], card["physicalAddress"]):
        place = (address["addressLine1"], address["postalCode"], address["city"])
        assert place == ("Testveien 12", "9008", "Tromsø")
        assert address["country"]["id"] == 161


def test_a_guest_s_card_is_numbered_by_tripletex_and_marked_with_the_order(bench: Bench) -> None:
    plan = bench.plan(an_order(customer=a_guest()))
    made = bench.client.create_customer(plan, bench.client.facts(), number=None).value
    assert made.number == 10001
    assert made.description == "Mystore-ordre 10457 (fjord-garn)"
    assert bench.client.customers_with_email("GJERT@example.no") == (made,)


@pytest.mark.parametrize("email", ["bjørg@example.no", "nothing", "a b@example.no", ""])
def test_an_address_that_tripletex_refuses_is_left_out(email: str, bench: Bench) -> None:
    make(bench, a_guest(email=email))
    (card,) = bench.state()["customers"]
    assert (card["email"], card["invoiceSendMethod"]) == ("", "MANUAL")


def test_texts_that_are_too_long_are_cut_and_kept_whole_in_a_comment(bench: Bench) -> None:
    name, street, phone = "Åse " * 80, "Vei " * 90, "9" * 120
    address = Address(name, "", street, "0170", "Oslo", "NO")
    customer = ShopCustomer(100460, address, "ase@example.no", phone)
    order = replace(an_order(customer=customer), reference="Ref " * 70)
    bench.book(bench.plan(order))
    (card,) = bench.state()["customers"]
    assert card["name"] == name[:255]
    assert card["description"] == f"{name}\n{phone}\n{street}"
    (made,) = bench.state()["orders"]
    assert made["reference"] == order.reference[:255]
    assert made["internalComment"].split("\n")[1:] == [order.reference, name, street]


def test_a_company_is_found_by_its_number(bench: Bench) -> None:
    make(bench, a_company("313900215"))
    make(bench, a_company("974760673"))
    for written in ("313900215", "313 900 215"):
        (found,) = bench.client.customers_with_organization_number(written)
        assert found.organization_number == "313900215"
    assert bench.client.customers_with_organization_number("") == ()


def test_a_foreign_company_keeps_its_letters_and_is_no_norwegian_one(bench: Bench) -> None:
    make(bench, a_company("313900215"))
    assert bench.client.customers_with_organization_number("DE313900215") == ()
    make(bench, a_company("DE313900215", "DE"))
    (found,) = bench.client.customers_with_organization_number("DE 313 900 215")
    assert found.organization_number == "DE313900215"


@pytest.mark.parametrize("number", ["DE313900215", "313900216"])
def test_a_number_that_no_norwegian_company_has_stands_in_the_description(
    number: str, bench: Bench
) -> None:
    make(bench, a_company(number))
    (card,) = bench.state()["customers"]
    assert card["organizationNumber"] == ""
    assert number in card["description"].split("\n")
    assert card["isPrivateIndividual"] is False


def test_a_customer_that_was_made_inactive_is_found_too(bench: Bench) -> None:
    bench.book(bench.plan())
    books = bench.servers.tripletex.books
    books.store.change("customer", books.store.all("customer")[0]["id"], {"isInactive": True})
    (found,) = bench.client.customers_with_number(100457)
    assert found.name == "Kari Eksempel"
    assert bench.client.customers_with_number(100458) == ()


@pytest.mark.parametrize("switch", ["validation", "duplicate", "exists"])
def test_a_taken_customer_number_is_refused(switch: str) -> None:
    with a_bench(taken_customer_number=switch) as bench:
        bench.servers.tripletex.set_company(supplier_numbers=(100457,))
        with pytest.raises(OrderRejected) as error:
            bench.book(bench.plan())
        assert refusal(error) is Code.CUSTOMER_NUMBER_TAKEN
        assert error.value.problem.params["number"] == 100457


def test_a_card_is_brought_up_to_date_without_losing_what_else_stands_on_it(bench: Bench) -> None:
    plan = bench.plan(an_order(customer=a_guest()))
    facts = bench.client.facts()
    made = bench.client.create_customer(plan, facts, number=None).value
    moved = Address("Gjert Gjest", "", "Ny vei 2" + "x" * 300, "5003", "Bergen", "NO")
    later = bench.plan(an_order(customer=ShopCustomer(None, moved, "ny@example.no")))
    changed = bench.client.update_customer(made, later, facts).value
    assert (changed.id, changed.email, changed.number) == (made.id, "ny@example.no", made.number)
    assert changed.description == f"{made.description}\n{moved.street}"
    assert changed.version > made.version
    (card,) = bench.state()["customers"]
    assert card["postalAddress"]["city"] == "Bergen"
    once_more = bench.client.update_customer(changed, later, facts).value
    assert once_more.description == changed.description


def test_a_card_that_somebody_changed_meanwhile_is_not_overwritten(bench: Bench) -> None:
    plan = bench.plan(an_order(customer=a_guest()))
    facts = bench.client.facts()
    made = bench.client.create_customer(plan, facts, number=None).value
    bench.client.update_customer(made, plan, facts)
    with pytest.raises(OrderRejected) as error:
        bench.client.update_customer(replace(made, version=made.version - 1), plan, facts)
    assert error.value.problem.params["code"] == 8000


# orders


def make_order(bench: Bench, order: Order) -> int:
    plan = bench.plan(order)
    facts = bench.client.facts()
    cards = bench.client.customers_with_number(100457)
    card = cards[0] if cards else bench.client.create_customer(plan, facts, number=100457).value
    return bench.client.create_order(plan, facts, card.id).value


@pytest.mark.parametrize("switch", ["exact", "contains"])
def test_an_order_is_found_by_its_number_and_by_no_longer_one(switch: str) -> None:
    with a_bench(order_number_filter=switch) as bench:
        wanted = make_order(bench, an_order("1045"))
        make_order(bench, an_order("10457"))
        (found,) = bench.client.orders_with_number("1045")
        assert (found.id, found.is_closed) == (wanted, False)
        assert found.internal_comment == "Mystore-ordre 1045 (fjord-garn)"


def test_recent_orders_are_those_from_the_day_on(bench: Bench) -> None:
    make_order(bench, an_order())
    assert len(bench.client.recent_orders(date(2026, 11, 20))) == 1
    assert bench.client.recent_orders(date(2026, 11, 21)) == ()


def test_an_order_that_is_gone_is_none(bench: Bench) -> None:
    assert bench.client.order(404) is None


@pytest.mark.parametrize("switch", ["validation", "duplicate"])
def test_a_taken_order_number_is_refused(switch: str) -> None:
    with a_bench(taken_order_number=switch) as bench:
        make_order(bench, an_order())
        with pytest.raises(OrderRejected) as error:
            make_order(bench, an_order())
        assert refusal(error) is Code.NUMBER_TAKEN_UNSEEN


def test_a_number_with_letters_where_only_digits_may_stand_is_not_called_taken() -> None:
    with a_bench(order_number_text="digits_only") as bench:
        plan = replace(bench.plan(), number="MS-1")
        facts = bench.client.facts()
        card = bench.client.create_customer(plan, facts, number=100457).value
        with pytest.raises(OrderRejected) as error:
            bench.client.create_order(plan, facts, card.id)
        assert refusal(error) is Code.REJECTED


def test_a_code_that_was_switched_off_meanwhile_is_refused_by_name(bench: Bench) -> None:
    plan = bench.plan()
    facts = bench.client.facts()
    card = bench.client.create_customer(plan, facts, number=100457).value
    bench.servers.tripletex.set_company(active_vat_codes=("5", "6"))
    with pytest.raises(OrderRejected) as error:
        bench.client.create_order(plan, facts, card.id)
    assert refusal(error) is Code.VAT_CODE_INACTIVE
    assert error.value.problem.params == {"line": "Saga 111", "rate": "25", "vat_code": "3"}


# invoices


def test_no_bank_account_is_told_by_name(bench: Bench) -> None:
    plan = bench.plan()
    bench.servers.tripletex.set_company(has_bank_account=False)
    with pytest.raises(OrderRejected) as error:
        bench.book(plan)
    assert refusal(error) is Code.BANK_ACCOUNT_MISSING


@pytest.mark.parametrize("language", ["no", "en"])
def test_a_second_invoice_of_an_order_is_refused_in_tripletex_own_words(
    language: str, bench: Bench
) -> None:
    bench.servers.tripletex.set_company(language=language)
    plan = bench.plan()
    invoice = bench.book(plan)
    with pytest.raises(OrderRejected) as error:
        bench.client.invoice_order(invoice.order_ids[0], plan)
    assert refusal(error) is Code.REJECTED
    assert error.value.problem.params["text"]


def test_rounding_is_seen_on_an_invoice(bench: Bench) -> None:
    since = date(2026, 11, 1)
    assert bench.client.rounds_invoices(since) is None
    bench.book(bench.plan())
    assert bench.client.rounds_invoices(since) is False
    bench.servers.tripletex.set_company(rounds_invoices=True)
    plan = bench.plan(worked_order("T09").order)
    bench.book(plan)
    assert bench.client.rounds_invoices(since) is True
    assert bench.client.rounds_invoices(date(2026, 12, 1)) is None


# faults on the line


@pytest.mark.parametrize(
    ("kind", "answered"),
    [
        ("drop_before", False),
        ("drop_after", False),
        ("late", False),
        ("server_error", True),
        ("server_error_html", True),
        ("truncated", True),
    ],
)
def test_an_invoice_whose_answer_is_lost_is_unknown_and_is_asked_for_once(
    kind: str, answered: bool, bench: Bench
) -> None:
    bench.strike(kind, "/order/*/:invoice", method="PUT", seconds=5)
    with pytest.raises(OutcomeUnknown) as unknown:
        bench.book(bench.plan())
    assert unknown.value.answered is answered
    sent = [row for row in bench.state()["requests"] if row["path"].endswith(":invoice")]
    assert len(sent) <= 1


@pytest.mark.parametrize("kind", ["drop_before", "server_error_html", "truncated", "forbidden"])
def test_an_invoice_that_stands_but_cannot_be_read_is_unknown_and_answered(kind: str) -> None:
    with a_bench(invoice_answer="amounts_missing") as bench:
        bench.strike(kind, "/invoice/*", method="GET", path_regex=r"/v2/invoice/\d+", count=None)
        with pytest.raises(OutcomeUnknown) as unknown:
            bench.book(bench.plan())
        assert unknown.value.answered is True
        assert unknown.value.request_ids != ()
        assert len(bench.state()["invoices"]) == 1


def test_an_order_whose_answer_is_cut_off_is_unknown_and_found_again(bench: Bench) -> None:
    bench.strike("truncated", "/order", method="POST")
    with pytest.raises(OutcomeUnknown):
        bench.book(bench.plan())
    assert len(bench.client.orders_with_number("10457")) == 1


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "server_error", "server_error_html"])
def test_a_read_gets_over_a_fault(kind: str, bench: Bench) -> None:
    bench.strike(kind, "/ledger/vatSettings", count=3)
    assert bench.client.vat_registration() is VatRegistration.REGISTERED


@pytest.mark.parametrize(("reset", "seconds"), [(True, 3), (False, 0)])
def test_a_write_over_the_limit_does_nothing_and_tells_how_long_to_wait(
    reset: bool, seconds: int, bench: Bench
) -> None:
    bench.strike("rate_limited", "/order/*/:invoice", method="PUT", seconds=3, reset=reset)
    with pytest.raises(RateLimited) as limited:
        bench.book(bench.plan())
    assert limited.value.problem.params == {"seconds": seconds}
    assert bench.state()["invoices"] == []


def test_a_long_batch_never_meets_the_rate_limit(bench: Bench) -> None:
    for _ in range(250):
        bench.client.order(404)
    assert {row["status"] for row in bench.state()["requests"]} == {201, 404}


# sessions


def test_a_session_that_ran_out_is_made_again_also_within_a_write(bench: Bench) -> None:
    plan = bench.plan()
    bench.servers.tripletex.sessions.end_all()
    bench.client.create_customer(plan, bench.client.facts(), number=None)
    bench.strike("unauthorized", "/order", method="POST")
    bench.book(bench.plan(an_order(customer=a_guest())))
    assert len(bench.state()["orders"]) == 1


def test_the_session_is_deleted_at_the_end(bench: Bench) -> None:
    bench.client.company()
    bench.client.close()
    last = bench.state()["requests"][-1]
    assert (last["method"], last["path"], last["status"]) == ("DELETE", "/token/session/***", 204)


@pytest.mark.parametrize("field", ["arg", "plain"])
def test_a_wrong_token_is_told_by_name(field: str) -> None:
    with a_bench(credential_field=field) as bench:
        wrong = bench.another_client(consumer_token="wrong")
        with pytest.raises(CredentialsRejected) as consumer:
            wrong.company()
        wrong = bench.another_client(employee_token="wrong")
        with pytest.raises(CredentialsRejected) as employee:
            wrong.company()
    assert refusal(consumer) is Code.CONSUMER_TOKEN_REJECTED
    assert refusal(employee) is Code.EMPLOYEE_TOKEN_REJECTED


def test_an_ordinary_token_has_no_clients(bench: Bench) -> None:
    assert bench.client.client_companies() == ()


@pytest.mark.parametrize("login", ["id", "customerCompanyId"])
def test_an_accountant_works_in_the_client_s_company_whichever_id_is_the_user_name(
    login: str,
) -> None:
    with a_bench(client_login=login) as bench:
        token = bench.servers.tripletex.accountant_token
        office = bench.another_client(employee_token=token)
        company = next(row for row in office.client_companies() if row.name == "Fjord Garn AS")
        assert company.id == bench.servers.company_id
        client = bench.another_client(employee_token=token, company_id=company.id)
        assert client.company() == company
        client.close()
        office.close()


def test_an_accountant_without_a_client_is_told_to_choose_one(bench: Bench) -> None:
    office = bench.another_client(employee_token=bench.servers.tripletex.accountant_token)
    with pytest.raises(SetupError) as error:
        office.facts()
    assert refusal(error) is Code.CLIENT_COMPANY_UNKNOWN
    office.close()


def test_a_company_that_is_not_a_client_is_named(bench: Bench) -> None:
    token = bench.servers.tripletex.accountant_token
    client = bench.another_client(employee_token=token, company_id=4711)
    with pytest.raises(SetupError) as error:
        client.company()
    assert error.value.problem.params == {"company": 4711}
    client.close()


def test_no_token_stands_in_the_log_of_any_library(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    bench.client.company()
    connection = vars(bench.client)["_connection"]
    session = vars(vars(connection)["_session"])["_token"].reveal()
    bench.client.close()
    assert "DELETE /token/session/{token}: 204" in caplog.text
    for token in (session, bench.servers.consumer_token, bench.servers.employee_token):
        coded = base64.b64encode(f"0:{token}".encode()).decode()
        assert token not in caplog.text
        assert coded not in caplog.text
