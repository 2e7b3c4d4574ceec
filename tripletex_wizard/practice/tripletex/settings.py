"""What can be set about a practice company: what its owner would set in Tripletex' own menus."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from tripletex_wizard.practice.tripletex.texts import Language


@dataclass(frozen=True, slots=True)
class CompanySettings:
    """A practice company's state; the defaults are Fjord Garn AS as the worked orders have it."""

    has_bank_account: bool = True
    vat_registration_status: str = "VAT_REGISTERED"
    active_vat_codes: tuple[str, ...] = ("3", "31", "33", "5", "6", "52")
    vat_term: str = "TWO_MONTHS"
    rounds_invoices: bool = False
    fixed_invoice_fee: Decimal = Decimal(0)
    prices_include_vat: bool = False
    closed_through: date | None = None
    language: Language = "no"
    next_customer_number: int = 10001
    next_invoice_number: int = 10201
    next_order_number: int = 1
    invoices_due_in: int = 14
    default_send_method: str = "EMAIL"
    project_numbers: tuple[str, ...] = ()
    supplier_numbers: tuple[int, ...] = ()
    ehf_receivers: tuple[str, ...] = ("313900215",)
    efaktura_receivers: tuple[str, ...] = ()
    hidden_payment_types: tuple[str, ...] = ("Intern motregning",)
    accounts_requiring_department: tuple[int, ...] = ()
    departments: tuple[str, ...] = ("Avdeling",)
    inactive_departments: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    missing_entitlements: tuple[int, ...] = ()
    token_user_lacks: tuple[int, ...] = ()
    sales_modules: tuple[str, ...] = field(
        default=("KOMPLETT", "API_V2", "ELECTRONIC_VOUCHERS", "UP_TO_500_VOUCHERS")
    )

    def changed(self, values: Mapping[str, Any]) -> CompanySettings:
        """A copy with JSON-able `values`; KeyError for a name that does not exist.

        Dates are YYYY-MM-DD, money a number or its text. `forbidden` holds patterns such as
        `POST /order*` or `* /invoice/settings`, answered with 403/9000.
        """
        kinds = typing.get_type_hints(CompanySettings)
        unknown = set(values) - set(kinds)
        if unknown:
            raise KeyError(", ".join(sorted(unknown)))
        return replace(self, **{name: _read(kinds[name], values[name]) for name in values})

    def as_json(self) -> dict[str, Any]:
        """The settings as JSON-able values."""
        return {name: _plain(value) for name, value in asdict(self).items()}


def _read(kind: Any, value: Any) -> Any:
    if kind is Decimal:
        return Decimal(str(value))
    if typing.get_origin(kind) is types.UnionType:
        return date.fromisoformat(value) if isinstance(value, str) else value
    if typing.get_origin(kind) is tuple:
        return tuple(value)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
