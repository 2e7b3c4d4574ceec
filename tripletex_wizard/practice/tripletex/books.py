"""One company in the practice Tripletex: what it holds, how it is set, what day it is."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tripletex_wizard.practice.switches import Switches
from tripletex_wizard.practice.tripletex import chart
from tripletex_wizard.practice.tripletex.errors import Problem, invalid
from tripletex_wizard.practice.tripletex.settings import CompanySettings
from tripletex_wizard.practice.tripletex.store import Record, Store

OSLO = ZoneInfo("Europe/Oslo")
BANK_ACCOUNT_NUMBER = "12345678903"


@dataclass
class Books:
    """One company's books and settings."""

    company_id: int
    name: str
    organization_number: str
    now: Callable[[], datetime]
    switches: Switches
    draws: random.Random
    settings: CompanySettings = field(default_factory=CompanySettings)
    emails: list[Record] = field(default_factory=list)
    list_lag: timedelta = timedelta(0)
    store: Store = field(init=False)
    owner_id: int = 0
    token_user_id: int = 0
    voucher_numbers: dict[int, int] = field(default_factory=dict)
    _settled_departments: tuple[str, ...] = ("Avdeling",)

    def __post_init__(self) -> None:
        self.store = Store(self.now, self.draws)

    def today(self) -> date:
        """The day in Norway."""
        return self.now().astimezone(OSLO).date()

    def set(self, **values: Any) -> None:
        """Change the company's settings; what they imply follows (bank account, projects)."""
        self.settings = self.settings.changed(values)
        self._settle_bank_account()
        self._settle_projects()
        self._settle_departments()

    def account(self, number: int) -> Record:
        """The account with a number."""
        return next(row for row in self.store.all("account") if row["number"] == number)

    def vat_type(self, code: str) -> Record:
        """The VAT type with a code."""
        return next(row for row in self.store.all("vatType") if row["number"] == code)

    def outgoing_codes(self) -> tuple[str, ...]:
        """The outgoing VAT codes that the company's VAT settings allow."""
        if self.settings.vat_registration_status != "VAT_REGISTERED":
            return ("6",)
        return tuple(c for c in self.settings.active_vat_codes if c in chart.OUTGOING_CODES)

    def check_line_vat(self, vat_type: Record, on: str, root: int | None = None) -> None:
        """Raise 422/18000 «Ugyldig mva-kode.» for a code that a sale may not have [OBS]."""
        code = vat_type["number"]
        if code in self.outgoing_codes():
            return
        allowed = {"allowed": ("7", "0"), "only_0": ("0",), "refused": ()}
        if code in allowed[self.switches["vat_codes_7_and_0"]]:
            return
        problems = [Problem(on, "vat_code", root=root)]
        if code in chart.INCOMING_CODES and root is not None:
            places: dict[str, object] = {"code": code, "name": vat_type["name"]}
            problems.append(Problem(None, "vat_account", places=places))
        raise invalid(*problems)

    def is_closed(self, day: date) -> bool:
        """Whether the accounting period of a day is closed."""
        closed = self.settings.closed_through
        return closed is not None and day <= closed

    def take_number(self, setting: str, taken: Callable[[int], bool] = lambda _: False) -> int:
        """The next number of a series kept in the settings, past those that are taken."""
        number: int = getattr(self.settings, setting)
        while taken(number):
            number += 1
        self.settings = replace(self.settings, **{setting: number + 1})  # type: ignore[arg-type]
        return number

    def _settle_bank_account(self) -> None:
        number = BANK_ACCOUNT_NUMBER if self.settings.has_bank_account else ""
        account = self.account(1920)
        if bool(account["bankAccountNumber"]) != self.settings.has_bank_account:
            self.store.change("account", account["id"], {"bankAccountNumber": number})

    def _settle_projects(self) -> None:
        wanted = set(self.settings.project_numbers)
        known = {project["number"]: project["id"] for project in self.store.all("project")}
        for number in known.keys() - wanted:
            self.store.remove("project", known[number])
        for number in self.settings.project_numbers:
            if number not in known:
                self.store.add("project", {"name": f"Prosjekt {number}", "number": number})

    def _settle_departments(self) -> None:
        """By name; those that a caller made over the API stay as they are."""
        known = {row["name"]: row for row in self.store.all("department")}
        for name in set(self._settled_departments) - set(self.settings.departments):
            self.store.remove("department", known[name]["id"])
        for name in self.settings.departments:
            if name not in known:
                made = {"name": name, "departmentNumber": "", "displayName": name}
                self.store.add("department", {**made, "isInactive": False})
        self._settled_departments = self.settings.departments
        for row in self.store.all("department"):
            inactive = row["name"] in self.settings.inactive_departments
            if row["isInactive"] != inactive:
                self.store.change("department", row["id"], {"isInactive": inactive})
        for account in self.store.all("account"):
            wanted = account["number"] in self.settings.accounts_requiring_department
            if account["requiresDepartment"] != wanted:
                self.store.change("account", account["id"], {"requiresDepartment": wanted})
