"""Unfinished set-ups: begun, kept from page to page, resumed, given up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from tripletex_wizard.domain.draft import Confirmation, MethodChoice, Page, Posting, SetupDraft
from tripletex_wizard.domain.errors import AppError, KeyringUnavailable, Problem, StorageError
from tripletex_wizard.domain.mapping import MethodMapping
from tripletex_wizard.domain.profile import Environment, Profile
from tripletex_wizard.domain.secret import Secret
from tripletex_wizard.services.ports import TOKENS, Secrets, SettingsStore
from tripletex_wizard.services.setup_ports import Drafts


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft to work on; `note` is why something kept could not be brought back."""

    draft: SetupDraft
    note: Problem | None = None


@dataclass(frozen=True, slots=True)
class UnfinishedSetups:
    """Drafts in files, their tokens in the keyring. `new_id` gives an id not used before.

    `environment` is what a new set-up begins with.
    """

    drafts: Drafts
    secrets: Secrets
    settings: SettingsStore
    new_id: Callable[[], str]
    environment: Environment = Environment.PRODUCTION

    def fresh(self) -> SetupDraft:
        """A new set-up, kept nowhere yet."""
        return SetupDraft(id=self.new_id(), environment=self.environment)

    def resume(self) -> Begun:
        """The new set-up that was worked on last, else a fresh one; with a note, never an error.

        Its tokens come from the keyring; what they had opened is kept only if they are there. A
        fresh one has none, but is told of a keyring that could not keep them.
        """
        try:
            draft = self.drafts.latest()
        except StorageError as error:
            return Begun(self.fresh(), error.problem)
        draft = draft or self.fresh()
        return self._with_tokens(draft, _keyring_name(draft))

    def change(self, profile_name: str) -> Begun:
        """The set-up of a profile, or the unfinished change of it.

        Raises InputError when there is no such profile, StorageError when it cannot be read.
        """
        profile = self.settings.load(profile_name)
        try:
            draft = self.drafts.load(_id_of_change(profile_name))
        except StorageError as error:
            begun = self._with_tokens(draft_of(profile), profile.secret_name)
            return replace(begun, note=begun.note or error.problem)
        if draft is None:
            return self._with_tokens(draft_of(profile), profile.secret_name)
        return self._with_tokens(draft, _keyring_name(draft), profile.secret_name)

    def save(self, draft: SetupDraft) -> None:
        """Keep the draft without its tokens. Raises StorageError."""
        self.drafts.save(draft)

    def keep_tokens(self, draft: SetupDraft, names: Iterable[str]) -> None:
        """Put tokens that have been checked into the keyring. Raises KeyringUnavailable."""
        tokens = tokens_of(draft)
        for name in names:
            self.secrets.store(_keyring_name(draft), name, tokens[name])

    def give_up(self, draft: SetupDraft) -> None:
        """Forget the draft and its tokens; a profile that it was to change stays as it is."""
        self.drafts.forget(draft.id)
        for name in TOKENS:
            self.secrets.forget(_keyring_name(draft), name)

    def forget_finished(self, draft: SetupDraft) -> None:
        """Forget a draft whose profile is stored; what cannot be forgotten now does no harm."""
        with suppress(AppError):
            self.give_up(draft)

    def _with_tokens(self, draft: SetupDraft, *places: str) -> Begun:
        try:
            consumer, employee, mystore = (self._token(places, name) for name in TOKENS)
        except KeyringUnavailable as error:
            return Begun(replace(draft, tripletex=None, shop=None), error.problem)
        return Begun(
            replace(
                draft,
                consumer=consumer,
                employee=employee,
                mystore=mystore,
                tripletex=draft.tripletex if consumer and employee else None,
                shop=draft.shop if mystore else None,
            )
        )

    def _token(self, places: Iterable[str], name: str) -> Secret | None:
        kept = (self.secrets.read(place, name) for place in places)
        return next(filter(None, kept), None)


def tokens_of(draft: SetupDraft) -> dict[str, Secret]:
    """The tokens that have been given, by their names in `TOKENS`."""
    given = {"consumer": draft.consumer, "employee": draft.employee, "mystore": draft.mystore}
    return {name: token for name, token in given.items() if token}


def draft_of(profile: Profile) -> SetupDraft:
    """The draft that changes a profile: everything decided, nothing checked."""
    mapping = profile.mapping
    draft = SetupDraft(
        id=_id_of_change(profile.name),
        profile_name=profile.name,
        environment=profile.environment,
        prepared=True,
        other_transfer_off=True,
        client_company_id=profile.company_id if profile.client_company else None,
        customer_numbers_confirmed=profile.customer_numbers_confirmed,
        methods=tuple(_choice(row) for row in mapping.rows),
        rules=profile.rules,
        signed_by=mapping.confirmed_by,
        reached=Page.SUMMARY,
    )
    if mapping.confirmed_at is None:
        return draft
    confirmed = Confirmation(draft.rows_fingerprint, mapping.confirmed_by, mapping.confirmed_at)
    return replace(draft, confirmation=confirmed)


def _choice(row: MethodMapping) -> MethodChoice:
    posting = Posting.PAYMENT_TYPE
    if row.left_out:
        posting = Posting.LEFT_OUT
    elif row.payment_type_id is None:
        posting = Posting.NOT_PAID
    return MethodChoice(
        row.method,
        row.label,
        posting=posting,
        payment_type_id=None if row.left_out else row.payment_type_id,
        send_invoice=row.send_invoice,
        transfer_as=row.transfer_as,
        accepted=True,
    )


def _id_of_change(profile_name: str) -> str:
    return f"change of {profile_name}"


def _keyring_name(draft: SetupDraft) -> str:
    return f"unfinished {draft.id}"
