"""Unfinished set-ups: resumed with their tokens, or begun anew with a note; never a crash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.setup import CONSUMER, EMPLOYEE, MYSTORE, SetupWorld
from tests.orders.building import CARD, VIPPS, a_profile
from tests.unit.services.test_setup_trial import DRAFT
from tripletex_wizard.domain.draft import Posting, SetupDraft
from tripletex_wizard.domain.errors import Code, InputError, Problem
from tripletex_wizard.domain.mapping import MethodMapping
from tripletex_wizard.domain.profile import Environment
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.unfinished import Begun, draft_of

PROFILE = replace(a_profile(), name="Garn", environment=Environment.TEST)
UNREADABLE = Problem(Code.SETTINGS_UNREADABLE, path="draft.json", detail="board")


@pytest.fixture
def world() -> SetupWorld:
    world = SetupWorld()
    world.settings.save(PROFILE)
    for name, secret in zip(("consumer", "employee", "mystore"), TOKENS, strict=True):
        world.keyring.store(PROFILE.secret_name, name, secret)
    return world


TOKENS = (CONSUMER, EMPLOYEE, MYSTORE)
NAMES = ("consumer", "employee", "mystore")


def test_without_anything_kept_a_set_up_begins_anew(world: SetupWorld) -> None:
    assert world.unfinished.resume() == Begun(SetupDraft(id="draft 1"))
    assert world.unfinished.resume() == Begun(SetupDraft(id="draft 2"))


def test_a_set_up_begins_in_the_environment_that_can_be_set_up(world: SetupWorld) -> None:
    practising = replace(world.unfinished, environment=Environment.PRACTICE)
    assert practising.fresh().environment is Environment.PRACTICE


def test_a_kept_set_up_is_resumed_with_its_tokens(world: SetupWorld) -> None:
    world.unfinished.save(DRAFT)
    world.unfinished.keep_tokens(DRAFT, NAMES)
    assert world.unfinished.resume() == Begun(DRAFT)


def test_the_one_that_was_saved_last_is_resumed(world: SetupWorld) -> None:
    world.unfinished.save(replace(DRAFT, id="first"))
    world.unfinished.save(replace(DRAFT, id="second"))
    world.unfinished.save(draft_of(PROFILE))
    assert world.unfinished.resume().draft.id == "second"


def test_what_tokens_opened_counts_only_while_they_are_there(world: SetupWorld) -> None:
    world.unfinished.save(DRAFT)
    world.unfinished.keep_tokens(DRAFT, ("employee", "mystore"))
    draft = world.unfinished.resume().draft
    assert (draft.consumer, draft.employee, draft.tripletex) == (None, EMPLOYEE, None)
    assert draft.shop == DRAFT.shop


def test_a_shop_without_its_token_has_to_be_checked_again(world: SetupWorld) -> None:
    world.unfinished.save(DRAFT)
    world.unfinished.keep_tokens(DRAFT, ("consumer", "employee"))
    draft = world.unfinished.resume().draft
    assert (draft.shop, draft.tripletex) == (None, DRAFT.tripletex)


def test_a_fresh_set_up_is_told_at_once_of_a_keyring_that_cannot_be_used(
    world: SetupWorld,
) -> None:
    world.keyring.locked = True
    locked = Problem(Code.KEYRING_LOCKED)
    assert world.unfinished.resume() == Begun(SetupDraft(id="draft 1"), locked)


def test_a_locked_keyring_is_told_and_nothing_else_is_lost(world: SetupWorld) -> None:
    world.unfinished.save(DRAFT)
    world.keyring.locked = True
    begun = world.unfinished.resume()
    assert begun.note == Problem(Code.KEYRING_LOCKED)
    assert (begun.draft.tripletex, begun.draft.shop) == (None, None)
    assert begun.draft.methods == DRAFT.methods


def test_a_draft_that_cannot_be_read_means_a_new_one_with_a_note(world: SetupWorld) -> None:
    world.unfinished.save(DRAFT)
    world.drafts.unreadable = True
    assert world.unfinished.resume() == Begun(SetupDraft(id="draft 1"), UNREADABLE)


# changing a profile


def test_a_profile_can_be_changed_with_its_own_tokens(world: SetupWorld) -> None:
    draft = world.unfinished.change("Garn").draft
    assert (draft.consumer, draft.employee, draft.mystore) == TOKENS
    assert (draft.profile_name, draft.environment) == ("Garn", Environment.TEST)
    assert (draft.rules, draft.is_confirmed) == (PROFILE.rules, False)


def test_the_rows_of_a_profile_stand_as_they_were_decided() -> None:
    rows = draft_of(PROFILE).methods
    assert all(row.is_decided for row in rows)
    assert [row.mapping() for row in rows] == list(PROFILE.mapping.rows)
    assert {row.posting for row in rows} == set(Posting) - {Posting.UNDECIDED}


def test_a_left_out_method_has_no_payment_type() -> None:
    left_out = MethodMapping("pos_cash", "Kasse", CARD.id, left_out=True)
    mapping = replace(PROFILE.mapping, rows=(left_out, MethodMapping("v", "Vipps", VIPPS.id)))
    rows = draft_of(replace(PROFILE, mapping=mapping)).methods
    assert [row.payment_type_id for row in rows] == [None, VIPPS.id]


def test_a_confirmed_mapping_stays_confirmed(world: SetupWorld) -> None:
    confirmed = replace(
        PROFILE.mapping, confirmed_by="Kari Regnskap", confirmed_at=world.clock.now()
    )
    draft = draft_of(replace(PROFILE, mapping=confirmed))
    assert draft.is_confirmed
    assert draft.signed_by == "Kari Regnskap"


def test_the_client_of_an_accountant_stays_chosen() -> None:
    assert draft_of(replace(PROFILE, client_company=True)).client_company_id == PROFILE.company_id
    assert draft_of(PROFILE).client_company_id is None


def test_an_unfinished_change_is_resumed_with_the_tokens_that_are_new(world: SetupWorld) -> None:
    changed = replace(draft_of(PROFILE), employee=Secret("e-2"), trial_order="7")
    world.unfinished.save(changed)
    world.unfinished.keep_tokens(changed, ["employee"])
    draft = world.unfinished.change("Garn").draft
    assert (draft.consumer, draft.employee) == (CONSUMER, Secret("e-2"))
    assert draft.trial_order == "7"


def test_an_unreadable_change_begins_anew_from_the_profile(world: SetupWorld) -> None:
    world.drafts.unreadable = True
    begun = world.unfinished.change("Garn")
    assert (begun.draft.methods, begun.note) == (draft_of(PROFILE).methods, UNREADABLE)
    assert begun.draft.mystore == MYSTORE


def test_a_locked_keyring_is_the_reason_that_is_told_first(world: SetupWorld) -> None:
    world.drafts.unreadable = True
    world.keyring.locked = True
    assert world.unfinished.change("Garn").note == Problem(Code.KEYRING_LOCKED)


def test_a_profile_that_does_not_exist_cannot_be_changed(world: SetupWorld) -> None:
    with pytest.raises(InputError):
        world.unfinished.change("Borte")


# giving up


def test_giving_up_forgets_the_draft_and_its_tokens(world: SetupWorld) -> None:
    world.unfinished.save(DRAFT)
    world.unfinished.keep_tokens(DRAFT, NAMES)
    world.unfinished.give_up(DRAFT)
    assert world.drafts.kept == {}
    assert {owner for owner, _ in world.keyring.stored} == {PROFILE.secret_name}


def test_giving_up_a_change_leaves_the_profile_as_it_is(world: SetupWorld) -> None:
    draft = world.unfinished.change("Garn").draft
    world.unfinished.give_up(draft)
    assert world.settings.profiles == {"Garn": PROFILE}
    assert len(world.keyring.tokens(PROFILE.secret_name)) == 3
