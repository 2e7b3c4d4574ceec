"""A company whose sales account requires a department, by command (accounting.md D11)."""

from __future__ import annotations

import json

import pytest

from tests.e2e.office import Office
from tests.e2e.shop_orders import YARN, an_order


@pytest.fixture
def company(office: Office) -> Office:
    """3000 requires a department; there are two active ones, and one that is not used any more."""
    office.company(
        accounts_requiring_department=[3000],
        departments=["Nettbutikk", "Lager", "Torget"],
        inactive_departments=["Torget"],
    )
    office.sell(an_order())
    return office


def departments_of(office: Office) -> list[str]:
    names = {row["id"]: row["name"] for row in office.state["departments"]}
    return [names[row["department"]["id"]] for row in office.state["orders"]]


def test_without_a_department_the_order_is_stopped_and_told_where_to_choose_one(
    company: Office,
) -> None:
    ran = company.run("transfer", "--pending")
    assert (ran.status, company.writes) == (3, [])
    assert ran.says("3000", "krever avdeling", "steg 5 «Overføring»", "«Flere valg …»")
    board = company.run("setup", "check")
    assert board.says("Bør sjekkes · Avdeling", "3000", "steg 5 «Overføring»")


@pytest.mark.parametrize("transfer_as", ["invoice", "order"])
def test_the_department_of_the_set_up_stands_on_the_order(
    company: Office, transfer_as: str
) -> None:
    company.set_up(department="Nettbutikk")
    assert company.run("setup", "check").says("OK · Avdeling", "«Nettbutikk»")
    assert company.run("transfer", "--pending", "--as", transfer_as).status == 0
    assert departments_of(company) == ["Nettbutikk"]
    assert len(company.state["invoices"]) == (transfer_as == "invoice")


def test_what_comes_back_in_part_is_credited_on_the_department_and_all_of_it_too(
    company: Office,
) -> None:
    company.set_up(department="Lager")
    back = [YARN._replace(quantity=quantity) for quantity in (-1, -2)]
    company.sell(an_order(), an_order("20105", (back[0],)))
    assert company.run("transfer", "--orders", "20101").status == 0
    assert company.run("transfer", "--orders", "20105", "--refunded").status == 0
    assert departments_of(company) == ["Lager", "Lager"]
    company.sell(an_order("20102"), an_order("20106", (back[1],)))
    assert company.run("transfer", "--orders", "20102").status == 0
    ran = company.run("transfer", "--orders", "20106", "--refunded", "--credits", "10203")
    assert ran.status == 0, ran.err
    assert len([row for row in company.state["invoices"] if row["isCreditNote"]]) == 2
    assert len(company.state["orders"]) == 3


def test_a_department_that_is_no_longer_used_is_refused_by_the_import(company: Office) -> None:
    for name in ("Torget", "Butikken"):
        ran = company.import_setup(department=name)
        assert ran.status != 0
        assert ran.says(f"«{name}»: 0", "nøyaktig én")


@pytest.mark.parametrize(
    "change",
    [{"inactive_departments": ["Nettbutikk"]}, {"departments": ["Lager"]}],
    ids=["inactive", "deleted"],
)
def test_a_department_that_is_gone_is_never_sent(
    company: Office, change: dict[str, object]
) -> None:
    company.set_up(department="Nettbutikk")
    company.company(**change)
    ran = company.run("transfer", "--pending")
    assert (ran.status, company.writes) == (3, [])
    assert ran.says("«Nettbutikk»", "aktive", "steg 5 «Overføring»")
    board = company.run("setup", "check")
    assert board.status == 3
    assert board.says("Må rettes · Avdeling", "«Nettbutikk»")


def test_a_department_that_the_key_may_not_look_for_is_sent_all_the_same(company: Office) -> None:
    company.set_up(department="Nettbutikk")
    company.company(forbidden=["GET /department"])
    assert company.run("transfer", "--pending").status == 0
    assert departments_of(company) == ["Nettbutikk"]
    board = company.run("setup", "check")
    assert board.says("Kunne ikke kontrolleres · Avdeling", "«Nettbutikk»"), board.out


def test_an_exported_set_up_brings_its_department_back(company: Office) -> None:
    company.set_up(department="Nettbutikk")
    exported = company.folder.parent / "ut.json"
    assert company.run("setup", "export", "--out", exported).status == 0
    (wanted,) = (row for row in company.state["departments"] if row["name"] == "Nettbutikk")
    assert json.loads(exported.read_text("utf-8"))["department"] == str(wanted["id"])
    assert company.run("setup", "import", exported).status == 0
    assert company.run("transfer", "--pending").status == 0
    assert departments_of(company) == ["Nettbutikk"]
