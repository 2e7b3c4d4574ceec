from __future__ import annotations

import pytest

from tests.gui.mapping_desk import TYPES
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.suggest import Doubt, MappingWarning, Reason
from tripletex_wizard.gui.mapping.sentences import reason_name, warning_sentence

IN_SEK = PaymentType(8, "Swish", TYPES[1].account, "SEK")


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_names_the_method_it_is_about(doubt: Doubt, norwegian: None) -> None:
    said = warning_sentence(MappingWarning(doubt, ("Swish", "Vipps"), IN_SEK))
    assert "Swish" in said
    assert "{" not in said


def test_a_shared_account_is_told_with_all_who_share_it(norwegian: None) -> None:
    warning = MappingWarning(Doubt.SHARED_ACCOUNT, ("Vipps", "Kort", "Klarna"), TYPES[1])
    assert warning_sentence(warning).startswith(
        "Vipps, Kort og Klarna føres på samme konto: Vipps (1902)."
    )


def test_another_currency_is_named(norwegian: None) -> None:
    said = warning_sentence(MappingWarning(Doubt.OTHER_CURRENCY, ("Swish",), IN_SEK))
    assert "Swish (1902, SEK) er i SEK" in said


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_but_none_is_named(reason: Reason, norwegian: None) -> None:
    assert reason_name(reason).startswith("Forslag: ") is (reason is not Reason.NONE)
