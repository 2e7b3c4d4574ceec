"""The set-up as a JSON file that people write: `setup import` reads it, `setup export` writes it.

Everything but `payment_mapping` may be left out. Order statuses, payment types and the department
are given by name or by id. `company.id` is needed for a client company only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from tripletex_wizard.adapters.settings.faults import (
    first_fault,
    is_unknown_field,
    line_that_is_not_json,
)
from tripletex_wizard.domain.errors import Code, InputError
from tripletex_wizard.domain.known_accounts import StatedAccounts
from tripletex_wizard.domain.mapping import MethodMapping, TransferAs
from tripletex_wizard.domain.profile import (
    CompanyInvoices,
    Environment,
    GiftCardRules,
    ProductUse,
    Profile,
    SalesDocument,
    SoldAs,
    TransferRules,
    UnplacedSeries,
    VatRules,
    ZeroReason,
    ZeroTotal,
)
from tripletex_wizard.domain.setup import MethodRequest, SetupRequest

SENT = "Sendt"
UNDECIDED = ""

Name = Annotated[
    str,
    BeforeValidator(lambda given: str(given) if type(given) is int else given),
    StringConstraints(min_length=1),
]
AccountNumber = Annotated[int, Field(ge=1, lt=10**8)]
Percentage = Annotated[Decimal, Field(ge=0, lt=100)]


class Part(BaseModel):
    """A part of the file: nothing unknown, and no value in an error's text."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class CompanyPart(Part):
    """Which company the tokens must open."""

    id: int | None = None
    name: str = ""
    organization_number: str = ""


class ZeroReasonPart(Part):
    """A reason for 0 % VAT: `sku` may hold `*` and `?`."""

    sku: Name
    code: Literal["5", "6", "51", "52"]


class AccountsPart(Part):
    """What a VAT code (number) is posted on: account numbers; `vat` only where there is VAT."""

    code: Name
    sales: AccountNumber
    vat: AccountNumber | None = None


class VatPart(Part):
    """VAT code numbers; `codes` by rate in per cent."""

    codes: dict[Percentage, Name] = VatRules().codes
    export_code: Name = VatRules().export_code
    unregistered_code: Name = VatRules().unregistered_code
    zero_reasons: tuple[ZeroReasonPart, ...] = ()
    gift_card_skus: tuple[Name, ...] = VatRules().gift_card_skus
    accounts: tuple[AccountsPart, ...] = ()

    @field_validator("accounts")
    @classmethod
    def _one_row_a_code(cls, given: tuple[AccountsPart, ...]) -> tuple[AccountsPart, ...]:
        if len({row.code for row in given}) < len(given):
            raise ValueError("a code has two rows")
        return given

    def rules(self) -> VatRules:
        """The domain's form."""
        reasons = tuple(ZeroReason(row.sku, row.code) for row in self.zero_reasons)
        return VatRules(
            codes=dict(self.codes),
            export_code=self.export_code,
            unregistered_code=self.unregistered_code,
            zero_reasons=reasons,
            gift_card_skus=self.gift_card_skus,
            accounts=tuple(StatedAccounts(row.code, row.sales, row.vat) for row in self.accounts),
        )


class GiftCardsPart(Part):
    """How gift cards are sold and used.

    `product` is the number of a product in Tripletex; `discounts` and `payments` are titles.
    """

    product: Annotated[Name, StringConstraints(max_length=100)] = GiftCardRules().product
    sold_as: SoldAs = GiftCardRules().sold_as
    discounts: tuple[Name, ...] = ()
    payments: tuple[Name, ...] = ()
    unplaced: UnplacedSeries = GiftCardRules().unplaced

    def rules(self) -> GiftCardRules:
        """The domain's form."""
        return GiftCardRules(
            self.product, self.sold_as, self.discounts, self.payments, self.unplaced
        )


class MethodPart(Part):
    """A row of the mapping.

    `payment_type` null means «Ikke marker faktura som betalt», and must be written to be meant.
    """

    method: Name
    label: str = ""
    left_out: bool = False
    payment_type: Name | None = Field(default=UNDECIDED, validate_default=True)
    send_invoice: bool = False
    transfer_as: TransferAs = TransferAs.INVOICE

    @field_validator("payment_type", mode="before")
    @classmethod
    def _needs_no_type_when_left_out(cls, given: Any, info: ValidationInfo) -> Any:
        return None if given == UNDECIDED and info.data.get("left_out") else given

    def request(self) -> MethodRequest:
        """The domain's form."""
        return MethodRequest(
            method=self.method,
            label=self.label,
            payment_type=self.payment_type,
            send_invoice=self.send_invoice,
            transfer_as=self.transfer_as,
            left_out=self.left_out,
        )


class SetupFile(Part):
    """The whole file; the defaults are the specification's.

    `start_date` null means today, or the date that the profile has already.
    """

    version: Literal[1] = 1
    environment: Environment = Environment.PRODUCTION
    company: CompanyPart = CompanyPart()
    client_company: bool = False
    shop: str = ""
    completed_statuses: Annotated[tuple[Name, ...], Field(min_length=1)] = (SENT,)
    start_date: date | None = None
    number_prefix: str = ""
    search_customer: bool = False
    keep_customer: bool = False
    due_days: int = Field(default=14, ge=0)
    freight_rate: Percentage = Decimal(25)
    gift_card_payment_type: Name | None = None
    gift_cards: GiftCardsPart = GiftCardsPart()
    products: ProductUse = ProductUse.TEXT
    zero_total: ZeroTotal = ZeroTotal.SKIP
    write_back: bool = False
    sales_document: SalesDocument = SalesDocument.INVOICE
    department: Name | None = None
    company_invoices: CompanyInvoices = CompanyInvoices.EMAIL
    vat: VatPart = VatPart()
    customer_numbers_confirmed: bool = False
    payment_mapping: tuple[MethodPart, ...]
    confirmed_by: str = ""

    @field_validator("client_company")
    @classmethod
    def _client_has_an_id(cls, given: bool, info: ValidationInfo) -> bool:
        company = info.data.get("company")
        if given and company and company.id is None:
            raise ValueError("a client company is opened by its id")
        return given

    @field_validator("payment_mapping")
    @classmethod
    def _one_row_a_method(cls, given: tuple[MethodPart, ...]) -> tuple[MethodPart, ...]:
        if len({row.method for row in given}) < len(given):
            raise ValueError("a method has two rows")
        return given

    def request(self, today: date) -> SetupRequest:
        """The domain's form; names are not looked up yet."""
        return SetupRequest(
            environment=self.environment,
            methods=tuple(row.request() for row in self.payment_mapping),
            rules=self._rules(today),
            keeps_start_date=self.start_date is None,
            completed_statuses=self.completed_statuses,
            gift_card_payment_type=self.gift_card_payment_type,
            department=self.department,
            organization_number=self.company.organization_number,
            shop=self.shop,
            client_company_id=self.company.id if self.client_company else None,
            customer_numbers_confirmed=self.customer_numbers_confirmed,
            confirmed_by=self.confirmed_by,
        )

    def _rules(self, today: date) -> TransferRules:
        return TransferRules(
            completed_statuses=(),
            start_date=self.start_date or today,
            number_prefix=self.number_prefix,
            search_customer=self.search_customer,
            keep_customer=self.keep_customer,
            due_days=self.due_days,
            freight_rate=self.freight_rate,
            gift_cards=self.gift_cards.rules(),
            products=self.products,
            zero_total=self.zero_total,
            write_back=self.write_back,
            sales_document=self.sales_document,
            company_invoices=self.company_invoices,
            vat=self.vat.rules(),
        )


def read_setup_file(path: Path, *, today: date) -> SetupRequest:
    """What the file asks for; a new profile's orders count from `today` unless it says when.

    Raises InputError: FILE_UNREADABLE when it is not there or not text, SETUP_FILE_NOT_JSON with
    the line, SETUP_FILE_INVALID or SETUP_FILE_UNKNOWN_FIELD with the path of the first wrong field.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")  # Windows' editor puts a mark in front
        return SetupFile.model_validate_json(text).request(today)
    except ValidationError as error:
        if line := line_that_is_not_json(error):
            raise InputError(Code.SETUP_FILE_NOT_JSON, path=str(path), line=line) from error
        is_unknown = is_unknown_field(error)
        code = Code.SETUP_FILE_UNKNOWN_FIELD if is_unknown else Code.SETUP_FILE_INVALID
        raise InputError(code, path=str(path), detail=first_fault(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(Code.FILE_UNREADABLE, path=str(path)) from error


def setup_file_text(profile: Profile) -> str:
    """The profile as such a file: statuses by name, payment types by id, no secrets."""
    file = SetupFile.model_validate(
        {
            "environment": profile.environment,
            "company": CompanyPart(
                id=profile.company_id,
                name=profile.company_name,
                organization_number=profile.organization_number,
            ),
            "shop": profile.shop,
            "client_company": profile.client_company,
            "customer_numbers_confirmed": profile.customer_numbers_confirmed,
            "payment_mapping": tuple(map(_method_part, profile.mapping.rows)),
            "confirmed_by": profile.mapping.confirmed_by,
            **_rule_parts(profile.rules),
        }
    )
    return file.model_dump_json(indent=2) + "\n"


def _rule_parts(rules: TransferRules) -> Mapping[str, Any]:
    return {
        "completed_statuses": tuple(row.name or row.id for row in rules.completed_statuses),
        "start_date": rules.start_date,
        "number_prefix": rules.number_prefix,
        "search_customer": rules.search_customer,
        "keep_customer": rules.keep_customer,
        "due_days": rules.due_days,
        "freight_rate": rules.freight_rate,
        "gift_card_payment_type": rules.gift_card_payment_type,
        "gift_cards": GiftCardsPart.model_validate(asdict(rules.gift_cards)),
        "products": rules.products,
        "zero_total": rules.zero_total,
        "write_back": rules.write_back,
        "sales_document": rules.sales_document,
        "department": rules.department.id if rules.department else None,
        "company_invoices": rules.company_invoices,
        "vat": VatPart(
            codes=rules.vat.codes,
            export_code=rules.vat.export_code,
            unregistered_code=rules.vat.unregistered_code,
            zero_reasons=tuple(
                ZeroReasonPart.model_validate({"sku": row.sku, "code": row.code})
                for row in rules.vat.zero_reasons
            ),
            gift_card_skus=rules.vat.gift_card_skus,
            accounts=tuple(
                AccountsPart(code=row.code, sales=row.sales, vat=row.vat)
                for row in rules.vat.accounts
            ),
        ),
    }


def _method_part(row: MethodMapping) -> MethodPart:
    return MethodPart.model_validate(
        {
            "method": row.method,
            "label": row.label,
            "left_out": row.left_out,
            "payment_type": row.payment_type_id,
            "send_invoice": row.send_invoice,
            "transfer_as": row.transfer_as,
        }
    )
