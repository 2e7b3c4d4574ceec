"""The end of a set-up: tokens first, then settings; undone when the second fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.setup import CONSUMER, EMPLOYEE, MYSTORE, SetupWorld
from tests.orders.building import COMPANY, SENT, SHOP, VIPPS, transfer_rules
from tests.unit.services.test_setup_trial import DRAFT as ALMOST
from tripletex_wizard.domain.choices import confirm
from tripletex_wizard.domain.draft import Page, SetupDraft, ShopFound, TripletexFound
from tripletex_wizard.domain.errors import Code, KeyringUnavailable, SetupError, StorageError
from tripletex_wizard.domain.ledger import Company
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret

TOKENS = {"consumer": "c-1", "employee": "e-1", "mystore": "m-1"}


@pytest.fixture
def world() -> SetupWorld:
    return SetupWorld()


def ready(world: SetupWorld) -> SetupDraft:
    draft = confirm(ALMOST, "Kari Regnskap", world.clock.now())
    world.unfinished.save(draft)
    world.unfinished.keep_tokens(draft, TOKENS)
    return draft


def test_a_finished_set_up_is_a_locked_profile_with_its_tokens(world: SetupWorld) -> None:
    profile = world.service.finish(ready(world))
    assert world.settings.profiles == {COMPANY.name: profile}
    assert (profile.company_id, profile.shop) == (COMPANY.id, SHOP)
    assert (profile.mapping.version, profile.mapping.confirmed_by) == (1, "Kari Regnskap")
    assert world.keyring.tokens(profile.secret_name) == TOKENS
    assert world.still_open == 0


def test_nothing_is_left_of_the_draft_of_a_finished_set_up(world: SetupWorld) -> None:
    profile = world.service.finish(ready(world))
    assert world.drafts.kept == {}
    assert {owner for owner, _ in world.keyring.stored} == {profile.secret_name}


def test_a_draft_that_cannot_be_forgotten_does_not_undo_the_set_up(world: SetupWorld) -> None:
    draft = ready(world)

    def lock(profile: Profile) -> None:
        world.settings.profiles[profile.name] = profile
        world.keyring.locked = True

    world.settings.save = lock  # type: ignore[method-assign]
    assert world.service.finish(draft).name == COMPANY.name


def test_when_the_settings_cannot_be_stored_the_tokens_are_taken_back(world: SetupWorld) -> None:
    draft = ready(world)
    world.settings.full = True
    with pytest.raises(StorageError):
        world.service.finish(draft)
    assert {owner for owner, _ in world.keyring.stored} == {"unfinished d"}
    assert list(world.drafts.kept) == ["d"]


def test_a_locked_keyring_stores_nothing(world: SetupWorld) -> None:
    draft = ready(world)
    world.keyring.locked = True
    with pytest.raises(KeyringUnavailable):
        world.service.finish(draft)
    assert world.settings.profiles == {}


def test_tokens_that_open_another_company_by_now_are_not_stored(world: SetupWorld) -> None:
    draft = ready(world)
    world.own.known = replace(world.own.known, company=Company(1, "Annen AS", "141421356"))
    with pytest.raises(SetupError) as refused:
        world.service.finish(draft)
    assert refused.value.problem.code is Code.WRONG_COMPANY
    assert world.settings.profiles == {}


# names


def test_another_shop_of_the_same_company_gets_a_name_of_its_own(world: SetupWorld) -> None:
    first = world.service.finish(ready(world))
    world.shop.name = "garnutsalg"
    shop = ShopFound("garnutsalg", None, (SENT,))
    second = world.service.finish(replace(ready(world), shop=shop))
    practice = replace(ready(world), shop=shop, environment=Environment.PRACTICE)
    third = world.service.finish(practice)
    assert [first.name, second.name, third.name] == [
        "Fjord Garn AS",
        "Fjord Garn AS (garnutsalg)",
        "Fjord Garn AS (garnutsalg, practice)",
    ]


def test_the_same_company_and_shop_again_is_a_change_of_their_profile(world: SetupWorld) -> None:
    first = world.service.finish(ready(world))
    draft = ready(world)
    rows = (replace(draft.methods[0], send_invoice=False), *draft.methods[1:])
    second = world.service.finish(confirm(draft.with_methods(rows), "Ola", world.clock.now()))
    assert second.name == first.name
    assert (second.mapping.version, second.mapping.confirmed_by) == (2, "Ola")


def test_a_name_taken_in_every_form_is_refused(world: SetupWorld) -> None:
    first = world.service.finish(ready(world))
    for name in ("Fjord Garn AS", "Fjord Garn AS (fjord-garn)", "Fjord Garn AS (fjord-garn, test)"):
        world.settings.profiles[name] = replace(first, name=name, company_id=1)
    with pytest.raises(SetupError) as refused:
        world.service.finish(ready(world))
    assert refused.value.problem.code is Code.WRONG_COMPANY


# changing a profile


def test_a_changed_profile_keeps_its_version_while_the_rows_stand(world: SetupWorld) -> None:
    profile = world.service.finish(ready(world))
    begun = world.unfinished.change(profile.name)
    draft = reconnected(replace(begun.draft, rules=replace(transfer_rules(), due_days=30)))
    again = world.service.finish(draft)
    assert (again.name, again.mapping) == (profile.name, profile.mapping)
    assert again.rules.due_days == 30


def test_the_version_is_known_before_the_set_up_is_stored(world: SetupWorld) -> None:
    draft = ready(world)
    assert world.service.version_of(draft) == 1
    stored = world.service.finish(draft)
    assert world.service.version_of(draft) == stored.mapping.version
    other = replace(draft, methods=draft.methods[:-1])
    assert world.service.version_of(other) == stored.mapping.version + 1


def test_one_token_can_be_replaced_without_anything_else(world: SetupWorld) -> None:
    profile = world.service.finish(ready(world))
    draft = reconnected(world.unfinished.change(profile.name).draft)
    unsaved = replace(draft, employee=Secret("e-2"), rules=None, methods=())
    assert world.service.replace_tokens(unsaved) == profile
    assert world.keyring.tokens(profile.secret_name) == {**TOKENS, "employee": "e-2"}


def test_an_accountants_set_up_is_locked_to_the_client(world: SetupWorld) -> None:
    client = Company(12, "Kunde AS", "271828182")
    world.become_accountant(client)
    found = TripletexFound(client, (client,), (VIPPS,))
    profile = world.service.finish(
        replace(ready(world), tripletex=found, client_company_id=client.id)
    )
    assert (profile.company_id, profile.client_company) == (client.id, True)


def reconnected(draft: SetupDraft) -> SetupDraft:
    assert (draft.consumer, draft.employee, draft.mystore) == (CONSUMER, EMPLOYEE, MYSTORE)
    return replace(draft, tripletex=ALMOST.tripletex, shop=ALMOST.shop)


def test_a_profile_that_is_changed_has_its_first_pages_done(world: SetupWorld) -> None:
    from tripletex_wizard.domain.draft import first_open_page

    profile = world.service.finish(ready(world))
    assert first_open_page(world.unfinished.change(profile.name).draft) is Page.CONNECT
