"""The sentences that Tripletex answers, in Norwegian and English.

Sentences marked OBS were recorded. The others stand where only the rule is known, so a client
must go by code and field, never by these words.
"""

from typing import Literal

Language = Literal["no", "en"]

TEXTS: dict[str, tuple[str, str]] = {
    # OBS
    "validation": ("Validering feilet.", "Validation failed."),
    "null": ("Kan ikke være null.", "Cannot be null."),
    "fill_in": ("Feltet må fylles ut.", "The field must be filled in."),
    "unknown_field": (
        "Feltet eksisterer ikke i objektet.",
        "The field does not exist in the object.",
    ),
    "wrong_type": (
        "Verdien er ikke av korrekt type for dette feltet.",
        "The value is not of the correct type for this field.",
    ),
    "id_list": (
        "Listen med ID-er må være en kommaseparert liste med positive heltall.",
        "The list of IDs must be a comma separated list of positive integers.",
    ),
    "id_set": (
        "ID kan ikke settes når man oppretter et objekt.",
        "ID cannot be set when creating an object.",
    ),
    "email": ("E-postadressen må være gyldig.", "The email address must be valid."),
    "organization_number": (
        "Organisasjonsnummeret må bestå av 9 siffer og kan ikke ha mellomrom.",
        "The organization number must consist of 9 numbers and cannot have any spaces.",
    ),
    "vat_code": ("Ugyldig mva-kode.", "Invalid VAT code."),
    "vat_account": (
        "Finner ikke en gyldig regnskapskonto for mva-koden {code}: {name}.",
        "Could not find a valid account for the VAT code {code}: {name}.",
    ),
    "customer_unknown": ("Ugyldig kundenummer: {id}", "Invalid customer number: {id}"),
    "product_name": (
        'Produktnavnet "{name}" er allerede registrert.',
        'The product name "{name}" is already registered.',
    ),
    "product_number": (
        "Produktnummeret {number} er i bruk.",
        "The product number {number} is in use.",
    ),
    "order_number": (
        "Dette nummeret er i bruk på en annen ordre, tilbud eller prosjekt.",
        "This number is in use on another order, offer or project.",
    ),
    "number_in_use": ("Nummeret er i bruk.", "The number is in use."),
    "consumer_token": (
        "The consumer token is invalid or does not exist.",
        "The consumer token is invalid or does not exist.",
    ),
    "no_bank_account": (
        "Faktura kan ikke opprettes før selskapet har registrert et bankkontonummer.",
        "Invoices cannot be created until the company has registered a bank account number.",
    ),
    "already_invoiced": (
        (
            "Faktura kan ikke opprettes fordi gjeldende ordre allerede er fakturert. "
            "Fakturaen må være relatert til en ordre som ikke er fakturert."
        ),
        (
            "The invoice cannot be created because the order is already invoiced. "
            "The invoice must be related to an order that is not invoiced."
        ),
    ),
    "no_lines": (
        "Fakturaen inneholder ingen ordrelinjer.",
        "The invoice contains no order lines.",
    ),
    "invoice_number_unknown": ("Ugyldig fakturanummer.", "Invalid invoice number."),
    "not_real_invoice": (
        (
            "Dette er ikke en reell faktura. ID-en kan f.eks. referere til forhåndsvisningen av en "
            "ordre/faktura."
        ),
        "This is not a real invoice. The ID may refer to the preview of an order/invoice.",
    ),
    "credited": (
        (
            "Hele eller deler av fakturaen er kreditert. Summen av kreditnotaene kan ikke være "
            "høyere enn fakturabeløpet."
        ),
        (
            "The invoice is wholly or partly credited. The sum of the credit notes cannot exceed "
            "the invoice amount."
        ),
    ),
    "price_with_vat": (
        "Enhetspris må være med mva siden enhetspris på ordre er med mva.",
        "The unit price must be inclusive VAT since the unit price on the order is inclusive VAT.",
    ),
    "price_without_vat": (
        "Enhetspris må være uten mva siden enhetspris på ordre er uten mva.",
        "The unit price must be exclusive VAT since the unit price on the order is exclusive VAT.",
    ),
    "delivery_name": (
        "Navn eller firma må være angitt.",
        "Name or company must be given.",
    ),
    "ehf": ("Kunden kan ikke motta EHF-dokumenter.", "The customer cannot receive EHF documents."),
    "efaktura": (
        "Kunden finnes ikke i eFaktura-registeret. eFaktura kan ikke velges.",
        "The customer is not in the eFaktura register. eFaktura cannot be chosen.",
    ),
    "cannot_send": ("Faktura kan ikke sendes via {type}", "The invoice cannot be sent by {type}"),
    "manual_send": ("Faktura må sendes manuelt.", "The invoice must be sent manually."),
    # only the rule is known
    "email_send": ("Faktura sendes på e-post.", "The invoice is sent by email."),
    "employee_token": (
        "The employee token is invalid or does not exist.",
        "The employee token is invalid or does not exist.",
    ),
    "too_long": (
        "Teksten kan ikke være lengre enn {longest} tegn.",
        "The text cannot be longer than {longest} characters.",
    ),
    "out_of_range": (
        "Tallet må være fra {least} til {most}.",
        "The number must be from {least} to {most}.",
    ),
    "expiration": ("Datoen må være etter i dag.", "The date must be after today."),
    "period_closed": (
        "Perioden er avsluttet for føring.",
        "The period is closed for postings.",
    ),
    "prepaid_pair": (
        "Betalingstype og beløp må angis sammen.",
        "Payment type and amount must be given together.",
    ),
    "negative_amount": ("Beløpet kan ikke være negativt.", "The amount cannot be negative."),
    "negative_count": ("Antallet kan ikke være negativt.", "The count cannot be negative."),
    "payment_currency": (
        "Betalingstypen må ha en konto i samme valuta som fakturaen.",
        "The payment type must be related to an account with the same currency as the invoice.",
    ),
    "one_order": (
        "En faktura må ha nøyaktig én ordre.",
        "An invoice must have exactly one order.",
    ),
    "order_invoiced_locked": (
        "Ordren er fakturert og kan ikke endres.",
        "The order is invoiced and cannot be changed.",
    ),
    "credit_by_order": (
        "Ordren kan ikke faktureres som kreditnota.",
        "The order cannot be invoiced as a credit note.",
    ),
    "digits_only": ("Nummeret kan bare ha sifre.", "The number can only have digits."),
    "batch_size": ("Listen kan ha høyst {limit} elementer.", "The list is limited to {limit}."),
    "bank_account": ("Ugyldig kontonummer.", "Invalid bank account number."),
    "department_missing": (
        "Konto {account} krever avdeling.",
        "Account {account} requires a department.",
    ),
    "customer_used": ("Kunden er i bruk.", "The customer is in use."),
    "invoiced_not_deletable": (
        "Ordren er fakturert og kan ikke slettes.",
        "The order is invoiced and cannot be deleted.",
    ),
}


def text(key: str, language: Language, **places: object) -> str:
    """The sentence for `key` in the language of the token's user."""
    norwegian, english = TEXTS[key]
    return (english if language == "en" else norwegian).format(**places)
