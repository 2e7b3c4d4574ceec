"""The exit statuses of `transfer`, each provoked, and what is left in the books."""

from __future__ import annotations

import getpass
import platform

from tests.e2e.office import Office
from tests.e2e.shop_orders import MAILED_INVOICE, Buyer, an_order
from tripletex_wizard.domain.transfer import Phase, Progress

EVA = Buyer("7002", "Eva Prøvekunde", email="eva@example.com")
LEASE = 600


def test_0_when_all_is_done(office: Office) -> None:
    office.sell(an_order())
    assert office.run("transfer", "--pending").status == 0


def test_0_when_there_is_nothing_to_do(office: Office) -> None:
    assert office.run("transfer", "--pending").status == 0


def test_2_for_wrong_use(office: Office) -> None:
    for words in (
        ("transfer",),
        ("transfer", "--pending", "--orders", "20101"),
        ("transfer", "--pending", "--as", "credit"),
        ("transfer", "--file", "finnes-ikke.txt"),
    ):
        ran = office.run(*words)
        assert (ran.status, ran.out, bool(ran.err)) == (2, "", True)
    assert office.writes == []


def test_3_when_one_is_stopped_and_the_others_go_over(office: Office) -> None:
    office.sell(an_order("20101", lines=()), an_order("20102"), an_order("20103"))
    ran = office.run("transfer", "--pending", "--json")
    assert ran.status == 3
    assert {row["order"]: row["state"] for row in ran.rows} == {
        "20101": "stopped",
        "20102": "transferred",
        "20103": "transferred",
    }
    assert len(office.state["invoices"]) == 2


def test_4_when_an_answer_is_lost_and_the_next_run_settles_it(office: Office) -> None:
    office.sell(an_order(method=MAILED_INVOICE), an_order("20102", buyer=EVA))
    office.fail("drop_after", "PUT", "/order/*/:invoice")
    lost = office.run("transfer", "--orders", "20101,20102", "--json")
    assert lost.status == 4
    assert [row["state"] for row in lost.rows] == ["uncertain", "transferred"]
    assert lost.says("Uavklart", "Fikk ikke et sikkert svar")
    assert "ingen dobbeltføringer" not in lost.err
    settled = office.run("transfer", "--pending", "--json")
    assert (settled.status, settled.row["state"]) == (0, "transferred")
    numbers = [row["orders"][0]["number"] for row in office.state["invoices"]]
    assert sorted(numbers) == ["20101", "20102"]
    assert settled.row["invoice_number"] in {10201, 10202}
    assert [row["orderNumber"] for row in office.state["emails"]] == ["20101"]


def test_a_payment_whose_answer_was_lost_is_registered_once(office: Office) -> None:
    office.sell(an_order())
    office.fail("drop_after", "PUT", "/order/*/:invoice")
    assert office.run("transfer", "--pending").status == 4
    assert office.run("transfer", "--pending").status == 0
    assert office.run("transfer", "--orders", "20101").status == 0
    (invoice,) = office.state["invoices"]
    paid = [row for row in office.state["postings"] if row["account"]["number"] == 1902]
    assert [row["amount"] for row in paid] == [198]
    assert invoice["amountOutstanding"] == 0


def test_a_lost_order_is_found_again_and_not_made_twice(office: Office) -> None:
    office.sell(an_order())
    office.fail("drop_after", "POST", "/order")
    assert office.run("transfer", "--pending").status == 4
    assert office.state["invoices"] == []
    assert office.run("transfer", "--pending").status == 0
    assert len(office.state["orders"]) == len(office.state["invoices"]) == 1


def test_a_lost_customer_is_found_again_and_not_made_twice(office: Office) -> None:
    office.sell(an_order())
    office.fail("drop_after", "POST", "/customer")
    assert office.run("transfer", "--pending").status == 4
    assert office.run("transfer", "--pending").status == 0
    assert len(office.state["customers"]) == len(office.state["invoices"]) == 1


def test_5_when_another_program_has_all_of_them(office: Office) -> None:
    office.sell(an_order("20101"), an_order("20102"))
    others = office.journal()
    assert others.claim("20101", "anne@kontoret (41)", LEASE) is None
    assert others.claim("20102", "anne@kontoret (41)", LEASE) is None
    ran = office.run("transfer", "--pending", "--json")
    assert (ran.status, office.writes) == (5, [])
    assert all("anne@kontoret (41) overfører" in row["message"] for row in ran.rows)


def test_3_when_another_program_has_one_of_them(office: Office) -> None:
    office.sell(an_order("20101"), an_order("20102"))
    office.journal().claim("20101", "anne@kontoret (41)", LEASE)
    ran = office.run("transfer", "--pending", "--json")
    assert ran.status == 3
    assert [row["state"] for row in ran.rows] == ["sending", "transferred"]
    assert [row["number"] for row in office.state["orders"]] == ["20102"]


def test_every_write_stands_in_the_journal_before_and_after(office: Office) -> None:
    office.sell(an_order())
    office.run("transfer", "--pending")
    progress = Progress(office.journal().entries("20101"))
    phases = [entry.phase for entry in progress.entries]
    assert phases == [Phase.INTENDED, Phase.DONE] * 3
    assert [path.split("/")[1] for _, path in office.writes] == ["customer", "order", "order"]


def test_the_journal_says_who_sent_it_and_from_which_computer(office: Office) -> None:
    office.sell(an_order())
    office.run("transfer", "--pending")
    signed = {(entry.user, entry.host) for entry in office.journal().entries("20101")}
    assert signed == {(getpass.getuser(), platform.node())}
