"""What Tripletex is sent: a plan's customer, order and invoice as JSON and query parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tripletex_wizard.domain.ledger import LedgerCustomer, LedgerFacts, SendType
from tripletex_wizard.domain.lines import PlannedLine
from tripletex_wizard.domain.orders import Address, ShopCustomer
from tripletex_wizard.domain.organization_number import NORWEGIAN, norwegian
from tripletex_wizard.domain.plan import PlannedPayment, PostingPlan
from tripletex_wizard.domain.products import NewProduct

Json = dict[str, object]

# the longest texts that Tripletex takes [S-old]
NAME = 255
DELIVERY_NAME = 100
REFERENCE = 255
STREET = 255
POSTAL_CODE = 100
CITY = 100
PHONE = 100
ORGANIZATION_NUMBER = 100

NORDIC = frozenset({"NO", "SJ", "SE", "DK"})  # they read Norwegian; Tripletex knows NO and EN


def new_customer(plan: PostingPlan, facts: LedgerFacts, number: int | None) -> Json:
    """POST /customer. A card without a number of ours carries the order as our own mark."""
    customer = plan.customer
    email = customer.usable_email
    mark = [plan.card_comment] if number is None else []
    description = "\n".join([*mark, *_cut_from_card(plan)])
    numbered: Json = {} if number is None else {"customerNumber": number}
    return {
        **_card(plan, facts),
        **numbered,
        **_given(
            organizationNumber=_organization_number(customer),
            phoneNumber=customer.phone[:PHONE],
            description=description,
        ),
        "isPrivateIndividual": not customer.is_company,
        "invoiceSendMethod": "EMAIL" if email else "MANUAL",
        "language": "NO" if customer.address.country in NORDIC else "EN",
    }


def changed_customer(card: LedgerCustomer, plan: PostingPlan, facts: LedgerFacts) -> Json:
    """PUT /customer/{id}: name, e-mail and address; what else stands on the card stays."""
    cut = [text for text in _cut_from_card(plan) if text not in card.description]
    description = "\n".join([card.description, *cut]) if cut else ""
    return {
        "id": card.id,
        "version": card.version,
        **_card(plan, facts),
        **_given(description=description),
    }


def new_order(plan: PostingPlan, facts: LedgerFacts, customer_id: int) -> Json:
    """POST /order with its lines, prices with VAT (accounting.md, the worked orders)."""
    comment = "\n".join([plan.order_comment, *_cut_from_order(plan)])
    return {
        "number": plan.number,
        "orderDate": plan.order_date.isoformat(),
        "deliveryDate": plan.delivery_date.isoformat(),
        "customer": {"id": customer_id},
        "currency": {"id": facts.currencies[plan.currency]},
        **({"department": {"id": plan.department.id}} if plan.department else {}),
        "isPrioritizeAmountsIncludingVat": True,
        "orderLineSorting": "ID",
        "invoicesDueIn": plan.due_days,
        "invoicesDueInType": "DAYS",
        "reference": plan.reference[:REFERENCE],
        "internalComment": comment,
        **_receiver(plan),
        **_delivery(plan, facts),
        **_given(invoiceComment=plan.invoice_comment),
        "orderLines": [_line(plan, line) for line in plan.lines],
    }


def new_product(new: NewProduct) -> Json:
    """POST /product: without a price, which every line brings with it."""
    return {"number": new.number, "name": new.name, "vatType": {"id": new.vat.id}}


def invoice_params(plan: PostingPlan) -> Mapping[str, str]:
    """The query of PUT /order/{id}/:invoice. `sendToCustomer` is true unless it is sent [S]."""
    params = {
        "invoiceDate": plan.invoice_date.isoformat(),
        "sendToCustomer": "true" if plan.send else "false",
    }
    if plan.send:
        params["sendType"] = plan.send.value
    if plan.payments:
        first = plan.payments[0]
        params["paymentTypeId"] = str(first.payment_type_id)
        params["paidAmount"] = f"{first.amount.amount:f}"
    if len(plan.payments) > 1:
        params["paymentTypeIdRestAmount"] = str(plan.payments[1].payment_type_id)
    if plan.credits:
        params["invoiceIdIfIsCreditNote"] = str(plan.credits.id)
    return params


def credit_params(plan: PostingPlan) -> Mapping[str, str]:
    """The query of PUT /invoice/{id}/:createCreditNote; it too sends unless it is told not to."""
    params = {
        "date": plan.invoice_date.isoformat(),
        "comment": plan.credit_comment,
        "sendToCustomer": "true" if plan.send else "false",
    }
    if plan.send:
        params["sendType"] = plan.send.value
    if plan.send is SendType.EMAIL:
        params["creditNoteEmail"] = plan.customer.usable_email
    return params


def payment_params(payment: PlannedPayment, day: date) -> Mapping[str, str]:
    """The query of PUT /invoice/{id}/:payment.

    The payment type's account has the invoice's currency, so that one amount is both [S].
    """
    return {
        "paymentDate": day.isoformat(),
        "paymentTypeId": str(payment.payment_type_id),
        "paidAmount": f"{payment.amount.amount:f}",
    }


def _card(plan: PostingPlan, facts: LedgerFacts) -> Json:
    address = _address(plan.customer.address, facts)
    return {
        "name": plan.customer.name[:NAME],
        **_given(email=plan.customer.usable_email),
        "postalAddress": address,
        "physicalAddress": address,
    }


def _line(plan: PostingPlan, line: PlannedLine) -> Json:
    product: Json = {} if line.product_id is None else {"product": {"id": line.product_id}}
    return {
        **product,
        "description": plan.text_of(line),
        "count": line.count,
        "unitPriceIncludingVatCurrency": line.unit_price,
        "discount": 0,  # a customer's own discountPercentage would change the total
        "vatType": {"id": line.vat.id},
    }


def _receiver(plan: PostingPlan) -> Json:
    """The invoice goes where this order's customer wants it, whatever stands on the card."""
    return _given(receiverEmail=plan.customer.usable_email) if plan.send else {}


def _delivery(plan: PostingPlan, facts: LedgerFacts) -> Json:
    """Where the goods went; Tripletex wants a name with it [OBS]."""
    delivery = plan.delivery
    name = delivery.company or delivery.name or plan.customer.name
    if not (delivery.street or delivery.city):
        return {}
    return {"deliveryAddress": {"name": name[:DELIVERY_NAME], **_address(delivery, facts)}}


def _address(address: Address, facts: LedgerFacts) -> Json:
    country = facts.countries.get(address.country)
    return {
        "addressLine1": address.street[:STREET],
        "postalCode": address.postal_code[:POSTAL_CODE],
        "city": address.city[:CITY],
        **({} if country is None else {"country": {"id": country}}),
    }


def _organization_number(customer: ShopCustomer) -> str:
    """The number if it fits: a Norwegian customer's must be nine digits [ISS#13, ISS#51]."""
    number = customer.organization_number
    if customer.address.country in NORWEGIAN:
        return norwegian(number) or ""
    return number if len(number) <= ORGANIZATION_NUMBER else ""


def _given(**texts: str) -> Json:
    return {name: text for name, text in texts.items() if text}


def _cut_from_card(plan: PostingPlan) -> list[str]:
    """The texts that do not fit on a customer card, whole."""
    customer = plan.customer
    number = customer.organization_number
    left_out = [number] if number and not _organization_number(customer) else []
    texts = [(customer.name, NAME), (customer.phone, PHONE), *_limits(customer.address)]
    return [*left_out, *_longer(texts)]


def _cut_from_order(plan: PostingPlan) -> list[str]:
    """The texts that do not fit on an order, whole."""
    delivery = plan.delivery
    name = delivery.company or delivery.name
    return _longer([(plan.reference, REFERENCE), (name, DELIVERY_NAME), *_limits(delivery)])


def _limits(address: Address) -> list[tuple[str, int]]:
    return [(address.street, STREET), (address.postal_code, POSTAL_CODE), (address.city, CITY)]


def _longer(limits: Iterable[tuple[str, int]]) -> list[str]:
    return [text for text, longest in limits if len(text) > longest]
