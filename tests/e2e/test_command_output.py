"""What the command line prints and refuses at its edges."""

from __future__ import annotations

import json

import pytest

from tests.e2e.office import Office
from tripletex_wizard.cli.output import outcome_json
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.transfer import Outcome, TransferState


@pytest.mark.parametrize("numbers", [",", " , ,", ""])
def test_a_list_without_order_numbers_is_wrong_use(office: Office, numbers: str) -> None:
    ran = office.run("transfer", "--orders", numbers)
    assert (ran.status, ran.out) == (2, "")
    assert ran.says("Ingen ordrenumre er oppgitt", "--orders 10457,10458")


def test_a_file_without_order_numbers_is_wrong_use(office: Office) -> None:
    ran = office.run("transfer", "--file", office.file("numre.txt", "\n , \n"))
    assert (ran.status, ran.out) == (2, "")
    assert ran.says("Ingen ordrenumre er oppgitt")


def test_an_amount_of_nothing_is_an_amount(own_language: None) -> None:
    free = Outcome("20101", TransferState.TRANSFERRED, amount=Money(0, "SEK"))
    row = json.loads(outcome_json(free))
    assert (row["amount"], row["currency"]) == ("0.00", "SEK")
    row = json.loads(outcome_json(Outcome("20101", TransferState.STOPPED)))
    assert (row["amount"], row["currency"]) == (None, None)
