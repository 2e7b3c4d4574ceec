"""«Bekreftelse av oppsett»: what the accountant signs off (accounting.md F1, in its order)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.draft import SetupDraft
from tripletex_wizard.domain.known_accounts import SeenAccounts
from tripletex_wizard.domain.prerequisites import Prerequisite
from tripletex_wizard.gui.amounts import day
from tripletex_wizard.gui.board_texts import finding_sentence
from tripletex_wizard.gui.documents.check_sections import checks_section, trial_section
from tripletex_wizard.gui.documents.mapping_section import mapping_section
from tripletex_wizard.gui.documents.paper import Maker, Origin, Paper, Section, facts, moment
from tripletex_wizard.gui.documents.rule_sections import (
    customers_section,
    dates_section,
    numbers_section,
    rules_section,
    vat_section,
)
from tripletex_wizard.gui.texts import environment_name

translate = QCoreApplication.translate


def setup_confirmation(
    draft: SetupDraft,
    maker: Maker,
    *,
    version: int,
    made_at: datetime,
    seen: tuple[SeenAccounts, ...] = (),
) -> Paper:
    """What the program knows of a draft whose connections and rules are there.

    `version` is the number that the set-up has, or gets when it is stored; `made_at` is the
    moment of the confirmation too, when somebody has signed it. `seen` is what vouchers have told
    of the company's accounts.
    """
    company, shop, rules = draft.company, draft.shop, draft.rules
    assert company is not None
    assert shop is not None
    assert rules is not None
    origin = Origin(
        company=company.name,
        organization_number=company.organization_number,
        shop=shop.shop,
        environment=draft.environment,
        setup_version=version,
        made_at=made_at,
        maker=maker,
    )
    sections = (
        _validity(draft, origin),
        _parties(draft, origin),
        mapping_section(draft),
        vat_section(rules.vat, seen),
        rules_section(rules, draft.tripletex),
        dates_section(draft, rules),
        numbers_section(draft, rules),
        customers_section(rules),
        checks_section(draft, origin),
        trial_section(draft),
        _changes(version),
        _not_covered(),
        _signing(draft, origin),
    )
    return Paper(_title(version), origin, sections, _lines_to_sign())


def _title(version: int) -> str:
    if version == 1:
        return translate("documents", "Confirmation of set-up, version 1")
    text = translate("documents", "Confirmation of set-up, version {version} (replaces {before})")
    return text.format(version=version, before=version - 1)


def _validity(draft: SetupDraft, origin: Origin) -> Section:
    assert draft.rules is not None
    confirmed = (
        moment(origin.made_at)
        if draft.signed_by.strip()
        else translate("documents", "Not confirmed in the program")
    )
    rows = (
        (translate("documents", "Confirmed"), confirmed),
        (
            translate("documents", "Applies to orders completed from"),
            day(draft.rules.start_date),
        ),
        (translate("documents", "Environment"), environment_name(origin.environment.value)),
    )
    return facts(translate("documents", "Validity"), rows)


def _parties(draft: SetupDraft, origin: Origin) -> Section:
    assert draft.company is not None
    rows = [
        (translate("documents", "Company"), origin.company),
        (translate("documents", "Organisation number"), origin.organization_number),
        (translate("documents", "Tripletex company id"), str(draft.company.id)),
        *_vat_status(draft),
        (translate("documents", "Shop"), origin.shop),
        (translate("documents", "Tripletex key"), _key(draft)),
        (translate("documents", "Set up by"), origin.maker.user),
    ]
    return facts(translate("documents", "Parties"), tuple(rows))


def _vat_status(draft: SetupDraft) -> list[tuple[str, str]]:
    name = translate("documents", "VAT, as Tripletex states it")
    found = (row for row in draft.board if row.prerequisite is Prerequisite.VAT)
    return [(name, finding_sentence(row).what) for row in found]


def _key(draft: SetupDraft) -> str:
    if draft.tripletex and draft.tripletex.clients:
        return translate("documents", "An accountant's, opened for this client company")
    return translate("documents", "The company's own")


def _changes(version: int) -> Section:
    said = (
        translate("documents", "This is the first version.")
        if version == 1
        else translate(
            "documents",
            "What differs from version {before} is not listed by this version of the program.",
        ).format(before=version - 1)
    )
    return Section(translate("documents", "Changed since the previous version"), (said,))


def _not_covered() -> Section:
    said = translate(
        "documents",
        "Z-reports of the cash register, fees and payouts of payment providers, VAT on goods "
        "given away, export documents, and stock.",
    )
    return Section(translate("documents", "Not covered"), (said,))


def _signing(draft: SetupDraft, origin: Origin) -> Section:
    assert draft.rules is not None
    statement = translate(
        "documents",
        "I have gone through the set-up above. It is the basis of the bookkeeping from {day}.",
    ).format(day=day(draft.rules.start_date))
    by = translate("documents", "Confirmed in the program by {name}, {moment}.")
    said = [statement]
    if draft.signed_by.strip():
        said.append(by.format(name=draft.signed_by.strip(), moment=moment(origin.made_at)))
    if draft.confirmation:
        mapping = translate(
            "documents", "Payment methods confirmed in the program by {name}, {moment}."
        )
        at = draft.confirmation.at.astimezone(origin.made_at.tzinfo)
        said.append(mapping.format(name=draft.confirmation.name, moment=moment(at)))
    return Section(translate("documents", "Confirmation"), tuple(said))


def _lines_to_sign() -> tuple[str, ...]:
    return (
        translate("documents", "The company: name, role, date, signature"),
        translate("documents", "Accountant: name, firm, date, signature"),
    )
