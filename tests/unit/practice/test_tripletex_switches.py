"""Each switch of the practice Tripletex, flipped alone."""

from collections.abc import Callable

import pytest

from tests.unit.practice.tripletex_calls import TODAY, Company, line
from tripletex_wizard.practice.switches import TRIPLETEX

PERIOD = {"orderDateFrom": "2000-01-01", "orderDateTo": "2100-01-01"}


def second_invoice(company: Company) -> object:
    order = company.order()
    company.invoice(order)
    return company.invoice(order).status


def vat_rounding(company: Company) -> object:
    lines = [line(9.99) for _ in range(3)]
    company.invoice(company.order(line(33.3333333333, count=3), *lines, line(129, count=1.35)))
    return company.balances()[2700, "3"]


def vat_codes_7_and_0(company: Company) -> object:
    return [company.post_order(line(vat=vat)).status for vat in (7, 0)]


def vat_conflict(company: Company) -> object:
    product = company.post("/product", {"name": "Bok", "vatType": {"id": 5}}).value["id"]
    order = company.order(line(vat=3, product={"id": product}))
    read = company.get(f"/order/{order}", fields="orderLines(vatType(number))").value
    return read["orderLines"][0]["vatType"]["number"]


def batch(company: Company) -> object:
    status = company.post("/customer/list", [{"name": "A"}, {"name": ""}, {}]).status
    return status, [row["name"] for row in company.held("customers")]


def client_login(company: Company) -> object:
    company.log_in(company.application.accountant_token)
    client = company.get("/company/>withLoginAccess").values[0]
    answers = []
    for name in ("id", "customerCompanyId"):
        company.user = str(client[name])
        answers.append(company.get("/currency").status)
    return answers


def credential_field(company: Company) -> object:
    tokens = {"consumerToken": "a", "employeeToken": "b", "expirationDate": "2026-12-31"}
    return company.post("/token/session/:create", tokens).fields


def order_number_filter(company: Company) -> object:
    company.order(number="110457")
    return len(company.get("/order", **PERIOD, number="10457").values)


def order_number_text(company: Company) -> object:
    return company.post_order(line(), number="MS-10457").status


def taken_order_number(company: Company) -> object:
    company.order(number="10457")
    return company.post_order(line(), number="10457").refusal


def taken_customer_number(company: Company) -> object:
    company.post("/customer", {"name": "A", "customerNumber": 3312})
    return company.post("/customer", {"name": "B", "customerNumber": 3312}).refusal


def card_send_method(company: Company) -> object:
    card = company.post("/customer", {"name": "A"}).value["id"]
    company.application.books.store.change("customer", card, {"invoiceSendMethod": "EHF"})
    return company.put(f"/customer/{card}", {"name": "B"}).status


def ehf_refusal(company: Company) -> object:
    refused = company.invoice(company.order(), sendToCustomer=True, sendType="EHF")
    return refused.status, [field for field, _, _ in refused.problems], company.held("invoices")


def sort_customer_number(company: Company) -> object:
    return company.get("/customer", sorting="-customerNumber", count=1).status


def product_sorting(company: Company) -> object:
    order = company.order(line(text="B"), line(text="A"), orderLineSorting="PRODUCT")
    read = company.get(f"/order/{order}", fields="orderLines(description)").value
    return "".join(row["description"] for row in read["orderLines"])


def negative_count(company: Company) -> object:
    return company.post_order(line(count=-1)).status


def invoice_answer(company: Company) -> object:
    answer = company.invoice(company.order()).value
    read = company.get(f"/invoice/{answer['id']}", fields="amount").value
    return answer.get("amount"), answer.get("amountOutstanding"), read["amount"]


def prepayment_date(company: Company) -> object:
    company.invoice(company.order(), invoiceDate="2026-10-31", **company.vipps(89))
    return [row["date"] for row in company.held("vouchers")]


def negative_payment(company: Company) -> object:
    path = f"/invoice/{company.invoice(company.order()).value['id']}/:payment"
    return company.put(path, paymentDate=TODAY, **company.vipps(-1)).status


def credit_by_order(company: Company) -> object:
    invoice = company.invoice(company.order()).value["id"]
    return company.invoice(company.order(line(count=-1)), invoiceIdIfIsCreditNote=invoice).status


def credit_comment(company: Company) -> object:
    invoice = company.invoice(company.order()).value["id"]
    asked = {"date": TODAY, "comment": "Retur"}
    note = company.put(f"/invoice/{invoice}/:createCreditNote", **asked).value["id"]
    return company.get(f"/invoice/{note}").value["comment"]


def credit_of_paid(company: Company) -> object:
    invoice = company.invoice(company.order(), **company.vipps(89)).value["id"]
    note = company.put(f"/invoice/{invoice}/:createCreditNote", date=TODAY).value["id"]
    return [company.get(f"/invoice/{id_}").value["amountOutstanding"] for id_ in (invoice, note)]


def invoice_settings(company: Company) -> object:
    answer = company.get("/invoice/settings")
    return sorted(answer.value)[:1] if answer.status == 200 else answer.status


def payment_types_listed(company: Company) -> object:
    rows = company.get("/invoice/paymentType", description="Intern").values
    return len(rows)


def period_end(company: Company) -> object:
    rows = company.get("/ledger/accountingPeriod", startFrom="2026-11-01", count=1).values
    return rows[0]["end"]


PROBES: dict[Callable[[Company], object], dict[str, object]] = {
    second_invoice: {"refused": 422, "allowed": 200},
    vat_rounding: {"line": -60.83, "rate": -60.82},
    vat_codes_7_and_0: {"allowed": [201, 201], "only_0": [422, 201], "refused": [422, 422]},
    vat_conflict: {"line": "3", "product": "5"},
    batch: {
        "all_or_nothing": (422, []),
        "partial": (422, ["A", ""]),
        "forbidden": (403, []),
    },
    client_login: {"id": [200, 401], "customerCompanyId": [401, 200]},
    credential_field: {"arg": ["arg:consumerToken"], "plain": ["consumerToken"]},
    order_number_filter: {"exact": 0, "contains": 1},
    order_number_text: {"any": 201, "digits_only": 422},
    taken_order_number: {"validation": (422, 18000), "duplicate": (409, 14000)},
    taken_customer_number: {
        "validation": (422, 18000),
        "duplicate": (409, 14000),
        "exists": (409, 7000),
    },
    card_send_method: {"when_sent": 200, "always": 422},
    ehf_refusal: {
        "cannot_send": (422, ["sendType"], []),
        "cannot_receive": (422, [None], []),
    },
    sort_customer_number: {"supported": 200, "refused": 422},
    product_sorting: {"sorted": "AB", "kept": "BA"},
    negative_count: {"accepted": 201, "refused": 422},
    invoice_answer: {"full": (89.0, 89.0, 89.0), "amounts_missing": (None, None, 89.0)},
    prepayment_date: {
        "invoice_date": ["2026-10-31", "2026-10-31"],
        "today": ["2026-10-31", TODAY],
    },
    negative_payment: {"accepted": 200, "refused": 422},
    credit_by_order: {"accepted": 200, "refused": 422},
    credit_comment: {"kept": "Retur", "dropped": ""},
    credit_of_paid: {"credit_note": [0.0, -89.0], "invoice": [-89.0, 0.0]},
    invoice_settings: {
        "full": ["bankAccountReady"],
        "bank_account_ready": ["bankAccountReady"],
        "missing": 404,
    },
    payment_types_listed: {"shown_on_order": 0, "all": 1},
    period_end: {"exclusive": "2026-12-01", "inclusive": "2026-11-30"},
}
CASES = [
    (probe, value, expected)
    for probe, values in PROBES.items()
    for value, expected in values.items()
]


def test_every_switch_has_a_probe_for_every_value() -> None:
    probed = {probe.__name__: tuple(values) for probe, values in PROBES.items()}
    assert probed == {switch.name: switch.values for switch in TRIPLETEX}


@pytest.mark.parametrize(("probe", "value", "expected"), CASES)
def test_a_switch_flipped_alone_changes_the_answer(
    probe: Callable[[Company], object], value: str, expected: object
) -> None:
    assert probe(Company(rate_limit=100, **{probe.__name__: value})) == expected


def test_a_refused_batch_gives_numbers_back() -> None:
    company = Company()
    company.post("/customer/list", [{"name": "A"}, {}])
    assert company.post("/customer", {"name": "B"}).value["customerNumber"] == 10001


def test_a_refused_batch_sends_nothing() -> None:
    company = Company()
    order = {"id": company.order()}
    dates = {"invoiceDate": TODAY, "invoiceDueDate": TODAY}
    answer = company.post("/invoice/list", [{**dates, "orders": [order]}] * 2)
    assert answer.refusal == (422, 18000)
    assert company.held("emails") == company.held("invoices") == company.held("postings") == []
    assert company.get(f"/order/{order['id']}").value["preliminaryInvoice"] is not None
