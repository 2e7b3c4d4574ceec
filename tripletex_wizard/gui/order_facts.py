"""What is said of one order before it is booked (accounting.md F2 «Per ordre», 1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.order_preview import OrderPreview
from tripletex_wizard.gui.amounts import day, number
from tripletex_wizard.gui.batch_texts import BETWEEN
from tripletex_wizard.gui.control_texts import payment_type_name
from tripletex_wizard.gui.posting_texts import sending
from tripletex_wizard.gui.texts import document_name
from tripletex_wizard.gui.vat_term_texts import vat_term_name

translate = QCoreApplication.translate

Facts = tuple[tuple[str, str], ...]


def order_facts(shown: OrderPreview, types: Sequence[PaymentType]) -> Facts:
    """Names and values, always the same names; empty of what an open order does not have yet."""
    plan = shown.plan
    booked = plan.transfer_as is TransferAs.INVOICE
    dated = vat_term_name(plan.vat_term) if plan.vat_term else ""
    paid = " + ".join(
        f"{payment_type_name(row.payment_type_id, types)} {number(row.amount)}"
        for row in plan.movements
    )
    entered = translate("facts", "Order, not booked")
    return (
        (translate("facts", "Order"), plan.shop_number),
        (translate("facts", "Customer"), plan.customer.name),
        (translate("facts", "Number in Tripletex"), plan.number),
        (translate("facts", "Order date"), day(plan.order_date)),
        (translate("facts", "Delivered"), day(plan.delivery_date)),
        (translate("facts", "Invoice date"), day(plan.invoice_date) if booked else ""),
        (translate("facts", "Due"), day(shown.due_date) if booked else ""),
        (translate("facts", "VAT term"), dated if booked else ""),
        (
            translate("facts", "Transferred as"),
            document_name(plan.transfer_as, plan.total) if booked else entered,
        ),
        (translate("facts", "Payment"), paid),
        (translate("facts", "Sending"), sending(plan)),
        (translate("facts", "Currency"), plan.currency),
    )


def facts_line(facts: Facts) -> str:
    """«Ordredato 20.11.2026 · Levert 21.11.2026 · …»; what is empty is left out."""
    return BETWEEN.join(f"{name} {value}" for name, value in facts if value)
