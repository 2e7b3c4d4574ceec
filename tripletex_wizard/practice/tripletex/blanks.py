"""New objects with every field that the service answers, as recorded."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tripletex_wizard.practice.tripletex import chart
from tripletex_wizard.practice.tripletex.books import Books
from tripletex_wizard.practice.tripletex.store import Record, Ref
from tripletex_wizard.practice.tripletex.texts import text

NOK = Ref("currency", 1)
NO_VAT = Ref("vatType", 0)
ZERO = Decimal(0)

_CUSTOMER_EMPTY = dict.fromkeys(
    [
        "organizationNumber",
        "email",
        "invoiceEmail",
        "overdueNoticeEmail",
        "phoneNumber",
        "phoneNumberMobile",
        "description",
        "invoiceSMSNotificationNumber",
        "website",
    ],
    "",
)
_CUSTOMER_NO = dict.fromkeys(
    [
        "isSupplier",
        "isInactive",
        "isPrivateIndividual",
        "singleCustomerInvoice",
        "isFactoring",
        "invoiceSendSMSNotification",
        "isAutomaticSoftReminderEnabled",
        "isAutomaticReminderEnabled",
        "isAutomaticNoticeOfDebtCollectionEnabled",
    ],
    False,
)
_CUSTOMER_NONE = dict.fromkeys(
    ("accountManager", "department", "deliveryAddress", "category1", "category2", "category3")
)
_ORDER_EMPTY = dict.fromkeys(
    [
        "receiverEmail",
        "overdueNoticeEmail",
        "reference",
        "contractReference",
        "invoiceComment",
        "internalComment",
        "deliveryComment",
        "projectManagerNameAndNumber",
        "invoiceSMSNotificationNumber",
    ],
    "",
)
_ORDER_NO = dict.fromkeys(
    [
        "isShowOpenPostsOnInvoices",
        "isClosed",
        "isSubscription",
        "invoiceOnAccountVatHigh",
        "isSubscriptionAutoInvoicing",
        "invoiceSendSMSNotification",
    ],
    False,
)
_ORDER_NONE = dict.fromkeys(
    ("contact", "attn", "department", "project", "deliveryAddress", "preliminaryInvoice")
)


def new_product(*, name: str, number: str, vat_type: Ref) -> Record:
    """A product as the service makes it of a name, with the fields that are answered [OBS]."""
    return {
        "name": name,
        "number": number,
        "displayNumber": number,
        "description": "",
        "orderLineDescription": "",
        "costExcludingVatCurrency": ZERO,
        "costPrice": ZERO,
        "priceExcludingVatCurrency": ZERO,
        "priceIncludingVatCurrency": ZERO,
        "isInactive": False,
        "productUnit": None,
        "incomingStock": ZERO,
        "outgoingStock": ZERO,
        "vatType": vat_type,
        "currency": NOK,
        "department": None,
        "account": None,
        "supplier": None,
        "resaleProduct": None,
        "isDeletable": False,
        "hasSupplierProductConnected": False,
        "image": None,
        "displayName": f"{number} {name}".strip(),
        "mainSupplierProduct": None,
        "isRoundPriceIncVat": False,
        "disableDiscount": False,
        "priceInTargetCurrency": ZERO,
        "purchasePriceCurrency": ZERO,
    }


def new_address(**fields: Any) -> Record:
    """An address with empty texts for what is not given; country Norway by default."""
    place = {"addressLine1": "", "addressLine2": "", "postalCode": "", "city": ""}
    given = {key: value for key, value in fields.items() if value is not None}
    country = given.pop("country", None) or {"id": chart.NORWAY}
    address: Record = {**place, **given, "country": Ref("country", country["id"])}
    town = f"{address['postalCode']} {address['city']}".strip()
    lines = [address["addressLine1"], address["addressLine2"], town]
    shown = ", ".join(line for line in lines if line)
    names = dict.fromkeys(("displayName", "addressAsString", "displayNameInklMatrikkel"), shown)
    return {**address, **names, "knr": 0, "gnr": 0, "bnr": 0, "fnr": 0, "snr": 0, "unitNumber": ""}


def blank_customer(books: Books) -> Record:
    """A customer with the defaults that were recorded; the name is to come."""
    settings = books.settings
    return {
        "name": "",
        **_CUSTOMER_EMPTY,
        **_CUSTOMER_NO,
        **_CUSTOMER_NONE,
        "globalLocationNumber": 0,
        "supplierNumber": 0,
        "customerNumber": 0,
        "isCustomer": True,
        "language": "NO",
        "displayName": "",
        "invoiceSendMethod": settings.default_send_method,
        "emailAttachmentType": "ATTACHMENT",
        "invoicesDueIn": settings.invoices_due_in,
        "invoicesDueInType": "DAYS",
        "currency": NOK,
        "bankAccountPresentation": [],
        "ledgerAccount": Ref("account", books.account(chart.CUSTOMER_ACCOUNT)["id"]),
        "discountPercentage": ZERO,
    }


def blank_order(books: Books, customer: Record) -> Record:
    """An order for a customer with the defaults that were recorded."""
    return {
        "customer": None,
        **_ORDER_EMPTY,
        **_ORDER_NO,
        **_ORDER_NONE,
        "invoicesDueIn": customer["invoicesDueIn"],
        "invoicesDueInType": customer["invoicesDueInType"],
        "orderLineSorting": "PRODUCT",
        "orderGroups": [],
        "orderLines": [],
        **_subscription(),
        "attachment": [],
        "attachmentRelation": [],
        "sendMethodDescription": text(
            "email_send" if customer["email"] else "manual_send", books.settings.language
        ),
        "backorderParentId": 0,
        "totalInvoicedOnAccountAmountAbsoluteCurrency": ZERO,
        "markUpOrderLines": ZERO,
        "discountPercentage": ZERO,
        "customerName": customer["name"],
        "travelReports": [],
        "accountingDimensionValues": [],
        "_invoiced": 0,
    }


def _subscription() -> Record:
    months = dict.fromkeys(
        [
            "subscriptionDurationType",
            "subscriptionPeriodsOnInvoiceType",
            "subscriptionInvoicingTimeType",
        ],
        "MONTHS",
    )
    none = dict.fromkeys(
        ("subscriptionDuration", "subscriptionPeriodsOnInvoice", "subscriptionInvoicingTime"), 0
    )
    return {**months, **none, "subscriptionInvoicingTimeInAdvanceOrArrears": "ADVANCE"}
