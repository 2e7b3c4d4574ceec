"""An order as it would be booked, for programs: amounts are texts with two decimals and a point."""

from __future__ import annotations

from tripletex_wizard.domain.control import VatControl
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.mapping import TransferAs
from tripletex_wizard.domain.money import Money
from tripletex_wizard.domain.order_preview import OrderPreview, RefundPreview
from tripletex_wizard.domain.postings import LedgerPosting, sums_of
from tripletex_wizard.gui.control_texts import zero_reason
from tripletex_wizard.gui.posting_texts import account_source, bare_account_name

Json = dict[str, object]


def order_json(shown: OrderPreview) -> Json:
    """The parts of accounting.md F2; dates in ISO form."""
    plan, control = shown.plan, shown.control
    is_booked = plan.transfer_as is TransferAs.INVOICE
    return {
        "number": plan.number,
        "customer": plan.customer.name,
        "order_date": plan.order_date.isoformat(),
        "delivery_date": plan.delivery_date.isoformat(),
        "invoice_date": plan.invoice_date.isoformat() if is_booked else None,
        "due_date": shown.due_date.isoformat() if is_booked else None,
        "vat_term": plan.vat_term.number or None if is_booked and plan.vat_term else None,
        "transfer_as": plan.transfer_as.value,
        "department": plan.department.label if plan.department else None,
        "send": plan.send.value if plan.send else None,
        "currency": plan.currency,
        "lines": [_line(row) for row in plan.lines],
        "vat": [_vat(row) for row in shown.vat],
        "postings": [_posting(row) for row in shown.postings],
        "debit": _text(shown.sums.debit),
        "credit": _text(shown.sums.credit),
        "control": {
            "shop": _text(control.shop),
            "lines": _text(control.lines),
            "payments": [
                {"payment_type_id": row.payment_type_id, "amount": _text(row.amount)}
                for row in control.payments
            ],
            "outstanding": _text(control.outstanding),
            "difference": _text(control.difference),
        },
    }


def refund_json(shown: RefundPreview) -> Json:
    """A refund on a credit note that is booked already: it has postings alone."""
    currency = shown.refund.amount.currency
    sums = sums_of(shown.postings, currency)
    return {
        "number": shown.number,
        "customer": shown.customer.name,
        "transfer_as": "refund",
        "currency": currency,
        "lines": [],
        "vat": [],
        "postings": [_posting(row) for row in shown.postings],
        "debit": _text(sums.debit),
        "credit": _text(sums.credit),
    }


def _line(line: PlannedLine) -> Json:
    return {
        "sku": line.sku or None,
        "text": line.description,
        "count": f"{line.count:f}",
        "unit_price_including_vat": f"{line.unit_price:f}",
        "discount_percent": "0",
        "vat_code": line.vat.number,
        "vat_code_id": line.vat.id,
        "rate": f"{line.vat.percentage:f}",
        "net": _text(line.net),
        "vat": _text(line.vat_amount),
        "gross": _text(line.gross),
        "zero_reason": None if line.vat.percentage else zero_reason(line.vat),
    }


def _vat(row: VatControl) -> Json:
    return {
        "vat_code": row.code or None,
        "rate": None if row.rate is None else f"{row.rate:f}",
        "basis": _text(row.basis),
        "vat": _text(row.ours),
        "shop": _text(row.shop),
        "difference": _text(row.difference),
    }


def _posting(row: LedgerPosting) -> Json:
    return {
        "voucher": row.voucher.value,
        "account": row.account.number,
        "account_name": bare_account_name(row.account),
        "account_is": account_source(row.account) or None,
        "vat_code": row.vat_code or None,
        "debit": _text(row.debit),
        "credit": _text(row.credit),
    }


def _text(money: Money | None) -> str | None:
    return None if money is None else str(money.amount)
