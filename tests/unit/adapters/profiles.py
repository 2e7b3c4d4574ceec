"""Profiles to write and read: one believable, and any that the domain allows."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from tripletex_wizard.domain.ledger import Department
from tripletex_wizard.domain.mapping import MethodMapping, PaymentMapping, TransferAs
from tripletex_wizard.domain.orders import OrderStatus
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

FJORD_GARN = Profile(
    name="Fjord Garn / test",
    environment=Environment.PRACTICE,
    company_id=7_100_200,
    company_name="Fjord Garn AS",
    organization_number="912345678",
    shop="fjordgarn",
    rules=TransferRules(
        completed_statuses=(OrderStatus("3", "Sendt"),),
        start_date=date(2026, 11, 9),
        gift_card_payment_type=12,
        vat=VatRules(zero_reasons=(ZeroReason("BOK-*", "5"),)),
    ),
    mapping=PaymentMapping(
        version=2,
        rows=(
            MethodMapping("vipps", "Vipps", 7),
            MethodMapping(
                "invoice",
                "Faktura vedlagt",
                None,
                send_invoice=True,
                transfer_as=TransferAs.ORDER,
            ),
        ),
        confirmed_by="Kari Nordmann",
        confirmed_at=datetime(2026, 11, 9, 12, tzinfo=UTC),
    ),
)

ids = st.integers(1, 2**53)
names = st.text("abcæøå ABC#«»😀", min_size=1).map(lambda text: f"n{text}n")
percentages = st.decimals(0, "99.99", places=2)
statuses = st.lists(
    st.builds(OrderStatus, st.integers(1, 99).map(str), names),
    min_size=1,
    max_size=3,
    unique_by=(lambda row: row.id, lambda row: row.name.strip().casefold()),
).map(tuple)
zero_reasons = st.builds(ZeroReason, names, st.sampled_from(["5", "6", "51", "52"]))
vat_rules = st.builds(
    VatRules,
    codes=st.dictionaries(percentages, names),
    export_code=names,
    unregistered_code=names,
    zero_reasons=st.lists(zero_reasons).map(tuple),
    gift_card_skus=st.lists(names).map(tuple),
)
rules = st.builds(
    TransferRules,
    completed_statuses=statuses,
    start_date=st.dates(),
    due_days=st.integers(0, 10_000),
    freight_rate=percentages,
    gift_card_payment_type=st.none() | ids,
    gift_cards=st.builds(
        GiftCardRules,
        product=names,
        sold_as=st.sampled_from(SoldAs),
        discounts=st.lists(names).map(tuple),
        payments=st.lists(names).map(tuple),
        unplaced=st.sampled_from(UnplacedSeries),
    ),
    products=st.sampled_from(ProductUse),
    zero_total=st.sampled_from(ZeroTotal),
    sales_document=st.sampled_from(SalesDocument),
    company_invoices=st.sampled_from(CompanyInvoices),
    department=st.none() | st.builds(Department, ids, names, names),
    vat=vat_rules,
)
methods = st.builds(MethodMapping, method=names, label=names, payment_type_id=st.none() | ids)
mappings = st.builds(
    PaymentMapping,
    version=st.integers(1),
    rows=st.lists(methods, unique_by=lambda row: row.method, max_size=4).map(tuple),
    confirmed_at=st.none() | st.datetimes(timezones=st.just(UTC)),
)
profiles = st.builds(
    Profile,
    company_id=ids,
    organization_number=st.just("912345678"),
    shop=names,
    rules=rules,
    mapping=mappings,
)
