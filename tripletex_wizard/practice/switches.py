"""Every fact that is not proved, as a switch of the practice servers: one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Service = Literal["tripletex", "mystore"]


@dataclass(frozen=True, slots=True)
class Switch:
    """One unproved fact and the answers that a client must live with.

    `grade` is the fact's grade (INF, UNK, UNV); `values[0]` is the default.
    """

    name: str
    service: Service
    values: tuple[str, ...]
    grade: str
    about: str


TRIPLETEX: tuple[Switch, ...] = (
    Switch(
        "second_invoice",
        "tripletex",
        ("refused", "allowed"),
        "UNV",
        "Whether PUT /order/{id}/:invoice on an order that is already invoiced is refused.",
    ),
    Switch(
        "vat_rounding",
        "tripletex",
        ("line", "rate"),
        "UNK",
        "Whether VAT is rounded per line or per rate.",
    ),
    Switch(
        "vat_codes_7_and_0",
        "tripletex",
        ("allowed", "only_0", "refused"),
        "UNV",
        "Whether VAT codes 7 and 0 may stand on an order line or a product.",
    ),
    Switch(
        "vat_conflict",
        "tripletex",
        ("line", "product"),
        "UNV",
        "Whose VAT code counts when a line and its product have different ones.",
    ),
    Switch(
        "batch",
        "tripletex",
        ("all_or_nothing", "partial", "forbidden"),
        "UNV",
        "POST .../list: all or nothing, stored up to the first bad item, or 403.",
    ),
    Switch(
        "client_login",
        "tripletex",
        ("id", "customerCompanyId"),
        "UNV",
        "Which field of >withLoginAccess is the user name for a client company.",
    ),
    Switch(
        "credential_field",
        "tripletex",
        ("arg", "plain"),
        "UNV",
        "POST :create names the wrong token arg:consumerToken or consumerToken.",
    ),
    Switch(
        "order_number_filter",
        "tripletex",
        ("exact", "contains"),
        "UNV",
        "Whether GET /order?number= matches exactly or anywhere in the number.",
    ),
    Switch(
        "order_number_text",
        "tripletex",
        ("any", "digits_only"),
        "UNV",
        "Whether an order number may hold letters, as a prefix would.",
    ),
    Switch(
        "taken_order_number",
        "tripletex",
        ("validation", "duplicate"),
        "UNV",
        "A taken order number: 422/18000 on the field number, or 409/14000.",
    ),
    Switch(
        "taken_customer_number",
        "tripletex",
        ("validation", "duplicate", "exists"),
        "UNV",
        "A taken customerNumber: 422/18000 on the field, 409/14000 or 409/7000.",
    ),
    Switch(
        "card_send_method",
        "tripletex",
        ("when_sent", "always"),
        "UNV",
        "Whether a card that says EHF to somebody who cannot receive it refuses any change, or "
        "only the change that says so.",
    ),
    Switch(
        "ehf_refusal",
        "tripletex",
        ("cannot_send", "cannot_receive"),
        "UNV",
        "An invoice as EHF to who cannot receive it: «kan ikke sendes via EHF» on sendType, or "
        "«kan ikke motta EHF-dokumenter» on no field.",
    ),
    Switch(
        "sort_customer_number",
        "tripletex",
        ("supported", "refused"),
        "UNV",
        "Whether customers can be sorted on customerNumber, or 422/17000.",
    ),
    Switch(
        "product_sorting",
        "tripletex",
        ("sorted", "kept"),
        "UNV",
        "Whether orderLineSorting PRODUCT re-sorts the lines of an order.",
    ),
    Switch(
        "negative_count",
        "tripletex",
        ("accepted", "refused"),
        "UNV",
        "Whether a line may have a negative count.",
    ),
    Switch(
        "invoice_answer",
        "tripletex",
        ("full", "amounts_missing"),
        "UNV",
        "Whether the answer of :invoice holds the amounts, or they must be read.",
    ),
    Switch(
        "prepayment_date",
        "tripletex",
        ("invoice_date", "today"),
        "UNV",
        "Whether a payment given in :invoice is booked on the invoice date or today.",
    ),
    Switch(
        "negative_payment",
        "tripletex",
        ("accepted", "refused"),
        "UNV",
        "Whether :payment takes a negative paidAmount, as for money paid back.",
    ),
    Switch(
        "credit_by_order",
        "tripletex",
        ("accepted", "refused"),
        "UNV",
        "Whether :invoice makes a credit note with invoiceIdIfIsCreditNote.",
    ),
    Switch(
        "credit_comment",
        "tripletex",
        ("kept", "dropped"),
        "INF",
        "Whether the comment of :createCreditNote is given back on the credit note.",
    ),
    Switch(
        "credit_of_paid",
        "tripletex",
        ("credit_note", "invoice"),
        "UNV",
        "Which of the two stays open when a paid invoice is credited.",
    ),
    Switch(
        "invoice_settings",
        "tripletex",
        ("full", "bank_account_ready", "missing"),
        "UNV",
        "What the undocumented GET /invoice/settings answers.",
    ),
    Switch(
        "payment_types_listed",
        "tripletex",
        ("shown_on_order", "all"),
        "UNV",
        "Whether paymentType lists only types with «Vis på ordre», or all.",
    ),
    Switch(
        "period_end",
        "tripletex",
        ("exclusive", "inclusive"),
        "UNV",
        "Whether an accounting period ends on its last day or the day after.",
    ),
)

MYSTORE: tuple[Switch, ...] = (
    Switch(
        "include",
        "mystore",
        ("supported", "rejected", "ignored"),
        "INF",
        "Whether include= works on orders, gives 400, or is silently ignored.",
    ),
    Switch(
        "line_price",
        "mystore",
        ("ex_vat", "inc_vat"),
        "UNK",
        "Whether the price of an order line is without or with VAT.",
    ),
    Switch(
        "totals_basis",
        "mystore",
        ("inc_vat", "ex_vat"),
        "INF",
        "Whether subtotal, freight and fee rows in order-totals are with VAT, or without "
        "it and the VAT rows added.",
    ),
    Switch(
        "money",
        "mystore",
        ("text", "number"),
        "INF",
        "Whether money and per cent are text with four decimals or JSON numbers.",
    ),
    Switch(
        "quantity",
        "mystore",
        ("number", "text"),
        "INF",
        "Whether a line's quantity is a JSON number or text.",
    ),
    Switch(
        "line_attributes",
        "mystore",
        ("standard", "alternative"),
        "INF",
        "Names on a line: sku, price, tax, quantity, or model, final_price, tax_rate, qty.",
    ),
    Switch(
        "total_attributes",
        "mystore",
        ("standard", "alternative"),
        "INF",
        "Names on a total: class and value, or code and amount, which the facts do not know.",
    ),
    Switch(
        "line_name",
        "mystore",
        ("text", "object"),
        "INF",
        "Whether the name of a line is text or an object per language.",
    ),
    Switch(
        "status_name",
        "mystore",
        ("object", "text"),
        "INF",
        "Whether the name of an order status is an object per language or text.",
    ),
    Switch(
        "name_entities",
        "mystore",
        ("plain", "html"),
        "INF",
        "Whether names and titles come with HTML entities.",
    ),
    Switch(
        "hidden_quantity",
        "mystore",
        ("shown", "hidden"),
        "INF",
        "Whether a hiding permission takes the quantity away from order lines too.",
    ),
    Switch(
        "guest_customer",
        "mystore",
        ("null", "missing"),
        "INF",
        "Whether a guest's order has customer.data null or no such relationship.",
    ),
    Switch(
        "to_many",
        "mystore",
        ("listed", "unlisted"),
        "INF",
        "Whether an order lists its lines, totals, history and tags, or only links to them.",
    ),
    Switch(
        "country",
        "mystore",
        ("english", "norwegian", "code"),
        "UNK",
        "Countries as English names, Norwegian names or ISO codes.",
    ),
    Switch(
        "address_name",
        "mystore",
        ("whole", "split"),
        "INF",
        "Whether an order's addresses have one name, or name and lastname.",
    ),
    Switch(
        "empty_address",
        "mystore",
        ("text", "null"),
        "INF",
        "Whether an empty part of an address is an empty text or null.",
    ),
    Switch(
        "organisation_number",
        "mystore",
        ("organization_number", "org_number", "orgnr", "company_number", "vat_number", "absent"),
        "UNK",
        "The customer attribute that holds the organisation number.",
    ),
    Switch(
        "finished_at",
        "mystore",
        ("set_when_completed", "never_set"),
        "INF",
        "Whether finished_at is set when an order gets a completed status.",
    ),
    Switch(
        "timestamps",
        "mystore",
        ("oslo", "utc", "iso"),
        "INF",
        "Time zone and format of timestamps: Oslo time, UTC, or ISO 8601 with an offset.",
    ),
    Switch(
        "tax_class_name",
        "mystore",
        ("title", "name"),
        "UNK",
        "The tax-class attribute that holds its name.",
    ),
    Switch(
        "date_filter",
        "mystore",
        ("supported", "rejected"),
        "INF",
        "Whether orders can be filtered on updated_at and finished_at, or this gives 400.",
    ),
    Switch(
        "two_conditions",
        "mystore",
        ("both", "last"),
        "INF",
        "Whether two conditions on one path both count, or only the last.",
    ),
    Switch(
        "status_filter",
        "mystore",
        ("rejected", "supported"),
        "UNK",
        "Whether orders can be filtered on the path order-status, or this gives 400.",
    ),
    Switch(
        "status_orders",
        "mystore",
        ("supported", "not_found"),
        "INF",
        "Whether order-status/{id}/orders lists the orders with a status, or gives 404.",
    ),
    Switch(
        "sort",
        "mystore",
        ("supported", "rejected", "ignored"),
        "INF",
        "Whether sort= works on orders, gives 400, or is silently ignored.",
    ),
    Switch(
        "page_size",
        "mystore",
        ("100", "50"),
        "UNK",
        "The largest page; a larger page[size] is silently cut to it.",
    ),
    Switch(
        "past_end",
        "mystore",
        ("not_found", "empty"),
        "INF",
        "Whether a page past the end gives 404 or an empty list.",
    ),
    Switch(
        "last_next",
        "mystore",
        ("absent", "null"),
        "INF",
        "Whether links.next is absent or null on the last page.",
    ),
    Switch(
        "retry_after",
        "mystore",
        ("sent", "left_out"),
        "INF",
        "Whether 429 carries Retry-After.",
    ),
    Switch(
        "expired_status",
        "mystore",
        ("403", "401"),
        "INF",
        "Whether an expired or wrong token gives 403 (code of 2017) or 401.",
    ),
    Switch(
        "missing_scope",
        "mystore",
        ("forbidden", "not_found", "empty"),
        "INF",
        "Whether a resource outside the token's permissions gives 403, 404 or nothing.",
    ),
    Switch(
        "payment_list",
        "mystore",
        ("list", "keyed"),
        "UNK",
        "Whether payment and shipping answer a list or an object keyed by module.",
    ),
    Switch(
        "payment_code",
        "mystore",
        ("method", "name"),
        "INF",
        "Which attribute of an installed payment module holds its code.",
    ),
    Switch(
        "patch_status",
        "mystore",
        ("effective", "ignored", "rejected"),
        "INF",
        "Whether PATCH orders/{id} changes the status, is answered without effect, or gives 422.",
    ),
    Switch(
        "history_create",
        "mystore",
        ("effective", "comment_only", "rejected"),
        "INF",
        "Whether creating order-status-history changes the status, only adds the note, or "
        "gives 422.",
    ),
    Switch(
        "order_tags",
        "mystore",
        ("supported", "rejected"),
        "INF",
        "Whether order-tags can be created, or this gives 422.",
    ),
)

TABLE: tuple[Switch, ...] = TRIPLETEX + MYSTORE


class Switches:
    """The values in force; a name or value outside the table raises KeyError or ValueError."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = {switch.name: switch.values[0] for switch in TABLE}
        for name, value in (values or {}).items():
            self.set(name, value)

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def set(self, name: str, value: str) -> None:
        """Put one switch to one of its values."""
        switch = next(row for row in TABLE if row.name == name) if name in self._values else None
        if switch is None:
            raise KeyError(name)
        if value not in switch.values:
            msg = f"{name} takes {', '.join(switch.values)}, not {value}"
            raise ValueError(msg)
        self._values[name] = value

    def values(self) -> dict[str, str]:
        """All values in force, by name."""
        return dict(self._values)
