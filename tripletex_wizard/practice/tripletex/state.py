"""All that a company holds, as one JSON-able value with Tripletex' own field names."""

from __future__ import annotations

from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.render import Renderer, selection
from tripletex_wizard.practice.tripletex.store import Record

ADDRESSES = "postalAddress(*),physicalAddress(*),deliveryAddress(*)"
COLLECTIONS = {
    "customers": ("customer", f"*,currency(id,code),{ADDRESSES}"),
    "products": ("product", "*,vatType(id,number),account(id,number,name)"),
    "orders": ("order", "*,customer(id,name,customerNumber),currency(id,code),deliveryAddress(*)"),
    "orderLines": ("orderLine", "*,vatType(id,number,percentage),product(id,number)"),
    "invoices": ("invoice", "*,orders(id,number),currency(id,code)"),
    "postings": (
        "posting",
        "*,account(id,number,name),vatType(id,number,percentage),voucher(id,number,year)",
    ),
    "vouchers": ("voucher", "*,voucherType(id,name)"),
    "paymentTypes": ("paymentType", "*,debitAccount(id,number,name)"),
    "projects": ("project", "*"),
    "departments": ("department", "*"),
}


def state_of(books: Books, base: str) -> Record:
    """Customers, orders, lines, charged invoices, postings and the rest; e-mails as written."""
    renderer = Renderer(books.store, base)
    found: Record = {"company": {"id": books.company_id, "name": books.name}}
    for name, (kind, fields) in COLLECTIONS.items():
        chosen = selection(fields, kind)
        records = books.store.all(kind)
        if kind == "invoice":
            records = [record for record in records if record["isCharged"]]
        found[name] = [renderer.object(kind, record, chosen) for record in records]
    return {**found, "emails": list(books.emails), "settings": books.settings.as_json()}
