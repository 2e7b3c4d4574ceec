"""Invoices, payments, credit notes and postings in the practice Tripletex."""

import pytest

from tests.unit.practice.tripletex_calls import TODAY, Answer, Company, line

DATES = {"invoiceDate": TODAY, "invoiceDueDate": "2026-12-07"}


def post_invoice(company: Company, *orders: object, **fields: object) -> Answer:
    body = {**DATES, "orders": list(orders), **fields}
    return company.post("/invoice", body, sendToCustomer=False)


def test_invoicing_an_order_closes_it_and_books_each_account_once() -> None:
    company = Company()
    order = company.order(line(count=3), line(349, 5), line(35, 31), line(79), number="10457")
    answer = company.invoice(order, **company.vipps(730))
    assert answer.status == 200
    invoice = answer.value
    assert (invoice["invoiceNumber"], invoice["amount"]) == (10201, 730.0)
    assert (invoice["amountOutstanding"], invoice["amountExcludingVat"]) == (0.0, 656.23)
    assert (invoice["isCharged"], invoice["isApproved"]) == (True, True)
    assert company.get(f"/order/{order}").value["isClosed"] is True
    assert company.balances() == {
        (1500, "0"): 0.0,
        (3000, "3"): -276.8,
        (2700, "3"): -69.2,
        (3100, "5"): -349.0,
        (3030, "31"): -30.43,
        (2701, "31"): -4.57,
        (1902, "0"): 730.0,
    }


def test_every_voucher_balances_and_names_the_customer_on_1500() -> None:
    company = Company()
    order = company.order(line(), line(35, 31), number="10457")
    company.invoice(order, **company.vipps(124))
    for voucher in company.held("vouchers"):
        ids = {each["id"] for each in voucher["postings"]}
        postings = [row for row in company.held("postings") if row["id"] in ids]
        assert round(sum(row["amount"] for row in postings), 2) == 0
        assert round(sum(row["amountGross"] for row in postings if row["row"]), 2) == 0
    receivable = [row for row in company.held("postings") if row["account"]["number"] == 1500]
    assert {row["customer"]["id"] for row in receivable} == {company.customer}
    invoice = company.held("invoices")[0]
    assert [each["id"] for each in invoice["postings"]] == [row["id"] for row in receivable]


def test_a_gift_card_and_vipps_pay_together() -> None:
    company = Company()
    order = company.order(line(count=10), line(79))
    invoice = company.invoice(
        order,
        paymentTypeId=company.payment_type("Gavekort"),
        paidAmount=500,
        paymentTypeIdRestAmount=company.payment_type("Vipps"),
    ).value
    assert (invoice["amount"], invoice["amountOutstanding"]) == (969.0, 0.0)
    balances = company.balances()
    assert (balances[2901, "0"], balances[1902, "0"]) == (500.0, 469.0)


def test_rounding_ore_on_a_product_goes_to_its_own_account() -> None:
    company = Company()
    products = company.get("/product", productNumber="ØREAVRUNDING").values
    rounding = line(0.1, 7, text="Øreavrunding", product={"id": products[0]["id"]})
    invoice = company.invoice(company.order(line(44.95, count=2), rounding)).value
    assert invoice["amount"] == 90.0
    assert company.balances()[7740, "7"] == -0.1


def test_an_invoice_of_nothing_posts_nothing_net() -> None:
    company = Company()
    order = company.order(line(count=2), line(178, count=-1, text="PILOT100"))
    invoice = company.invoice(order).value
    assert (invoice["amount"], len(invoice["postings"])) == (0.0, 1)
    assert company.balances() == {(1500, "0"): 0.0}


def test_an_order_in_swedish_crowns_is_booked_in_both_currencies() -> None:
    company = Company()
    order = company.order(
        line(420, 52, count=5), line(150, 52), currency={"id": 2}, invoicesDueIn=14
    )
    invoice = company.invoice(order).value
    assert (invoice["amountCurrency"], invoice["amount"]) == (2250.0, 2212.88)
    assert invoice["amountCurrencyOutstanding"] == 2250.0
    assert invoice["invoiceDueDate"] == "2026-12-07"
    assert company.balances() == {(1500, "0"): 2212.88, (3105, "52"): -2212.88}
    sale = company.held("postings")[1]
    assert (sale["amountCurrency"], sale["currency"]["id"]) == (-2250.0, 2)


def test_a_payment_type_in_another_currency_is_refused() -> None:
    company = Company()
    order = company.order(line(420, 52), currency={"id": 2})
    assert company.invoice(order, **company.vipps(420)).fields == ["paymentTypeId"]
    assert company.held("invoices") == []


@pytest.mark.parametrize(
    ("due", "kind", "expected"),
    [
        (0, "DAYS", "2026-11-23"),
        (3, "MONTHS", "2027-02-23"),
        (15, "RECURRING_DAY_OF_MONTH", "2026-12-15"),
        (30, "RECURRING_DAY_OF_MONTH", "2026-11-30"),
    ],
)
def test_the_due_date_follows_the_orders_terms(due: int, kind: str, expected: str) -> None:
    company = Company()
    order = company.order(line(), invoicesDueIn=due, invoicesDueInType=kind)
    assert company.invoice(order).value["invoiceDueDate"] == expected


def test_invoice_date_is_required() -> None:
    company = Company()
    answer = company.put(f"/order/{company.order()}/:invoice")
    assert answer.refusal == (422, 15000)
    assert answer.fields == ["invoiceDate"]


@pytest.mark.parametrize("given", ["paymentTypeId", "paidAmount", "paymentTypeIdRestAmount"])
def test_payment_type_and_amount_come_together_or_not_at_all(given: str) -> None:
    company = Company()
    paid = {**company.vipps(89), "paymentTypeIdRestAmount": company.payment_type("Kort")}
    answer = company.invoice(company.order(), **{given: paid[given]})
    assert answer.refusal == (422, 18000)
    assert company.held("invoices") == []


def test_a_negative_amount_cannot_be_paid_in_advance() -> None:
    company = Company()
    assert company.invoice(company.order(), **company.vipps(-1)).fields == ["paidAmount"]


def test_an_unknown_payment_type_is_not_found() -> None:
    company = Company()
    answer = company.invoice(company.order(), paymentTypeId=1, paidAmount=89)
    assert answer.refusal == (404, 6000)


def test_an_order_without_lines_is_not_invoiced_by_the_order() -> None:
    company = Company()
    answer = company.invoice(company.order(orderLines=[]))
    assert answer.problems == [(None, "Fakturaen inneholder ingen ordrelinjer.", None)]


def test_a_company_without_bank_account_gets_no_invoice() -> None:
    company = Company()
    order = company.order()
    company.application.set_company(has_bank_account=False)
    for answer in (company.invoice(order), post_invoice(company, {"id": order})):
        assert answer.refusal == (422, 18000)
        assert "registrert et bankkontonummer" in answer.problems[0][1]


def test_a_closed_period_takes_no_invoice_payment_or_credit_note() -> None:
    company = Company()
    invoice = company.invoice(company.order()).value["id"]
    order = company.order()
    company.application.set_company(closed_through="2026-11-30")
    assert company.invoice(order).fields == ["invoiceDate"]
    path = f"/invoice/{invoice}"
    paid = company.put(f"{path}/:payment", paymentDate=TODAY, **company.vipps(89))
    assert paid.fields == ["paymentDate"]
    assert company.put(f"{path}/:createCreditNote", date=TODAY).fields == ["date"]


def test_an_account_that_requires_a_department_refuses_orders_without_one() -> None:
    company = Company()
    company.application.set_company(accounts_requiring_department=[3000])
    answer = company.invoice(company.order())
    assert answer.problems == [("department.id", "Konto 3000 krever avdeling.", None)]
    assert company.invoice(company.order(line(349, 5))).status == 200
    department = company.get("/department").values[0]["id"]
    assert company.invoice(company.order(department={"id": department})).status == 200
    account = company.get("/ledger/account", number=3000).values[0]
    assert account["requiresDepartment"] is True


def test_a_company_that_rounds_and_takes_a_fee_asks_for_more() -> None:
    company = Company()
    company.application.set_company(rounds_invoices=True, fixed_invoice_fee="39")
    invoice = company.invoice(company.order(line(44.95, count=2))).value
    assert (invoice["amount"], invoice["amountRoundoff"]) == (129.0, 0.1)
    assert company.balances()[7740, "0"] == -0.1


def test_a_posted_invoice_leaves_the_order_open_and_is_made_once() -> None:
    company = Company()
    order = company.order()
    made = post_invoice(company, {"id": order}, comment="Takk", kid="1234567")
    assert made.status == 201
    assert (made.value["comment"], made.value["kid"]) == ("Takk", "1234567")
    assert made.value["isApproved"] is False
    stored = company.get(f"/order/{order}").value
    assert (stored["isClosed"], stored["preliminaryInvoice"]) == (False, None)
    again = post_invoice(company, {"id": order})
    assert again.refusal == (422, 18000)
    assert again.problems[0][1].startswith("Faktura kan ikke opprettes fordi gjeldende ordre")


def test_a_posted_invoice_may_bring_its_order_and_its_payment() -> None:
    company = Company()
    order = {
        "customer": {"id": company.customer},
        "orderDate": TODAY,
        "deliveryDate": TODAY,
        "isPrioritizeAmountsIncludingVat": True,
        "orderLines": [line(8375)],
    }
    made = post_invoice(company, order, **company.vipps(8000)).value
    assert (made["amount"], made["amountOutstanding"]) == (8375.0, 375.0)
    assert post_invoice(company, {"orderDate": TODAY}).fields == ["orders.customer"]


def test_a_posted_invoice_has_exactly_one_order() -> None:
    company = Company()
    two = post_invoice(company, {"id": company.order()}, {"id": company.order()})
    assert two.fields == ["orders"]
    missing = company.post("/invoice", {"orders": []})
    assert missing.fields == ["invoiceDate", "invoiceDueDate"]


def test_a_posted_invoice_without_lines_comes_to_nothing() -> None:
    company = Company()
    made = post_invoice(company, {"id": company.order(orderLines=[])})
    assert (made.status, made.value["amount"]) == (201, 0.0)


def test_an_own_invoice_number_is_kept_and_not_given_twice() -> None:
    company = Company()
    own = post_invoice(company, {"id": company.order()}, invoiceNumber=10201)
    assert own.value["invoiceNumber"] == 10201
    assert company.invoice(company.order()).value["invoiceNumber"] == 10202
    taken = post_invoice(company, {"id": company.order()}, invoiceNumber=10202)
    assert taken.fields == ["invoiceNumber"]


def test_a_list_of_invoices_takes_a_payment_each() -> None:
    company = Company()
    bodies = [
        {**DATES, "orders": [{"id": company.order()}], **company.vipps(amount)}
        for amount in (89, 50)
    ]
    made = company.post("/invoice/list", bodies, sendToCustomer=False)
    assert made.status == 201
    assert [row["amountOutstanding"] for row in made.values] == [0.0, 39.0]
    assert company.held("emails") == []


def test_paying_too_much_and_paying_back_are_both_taken() -> None:
    company = Company()
    path = f"/invoice/{company.invoice(company.order()).value['id']}/:payment"
    paid = company.put(path, paymentDate=TODAY, **company.vipps(100)).value
    assert paid["amountOutstanding"] == -11.0
    back = company.put(path, paymentDate=TODAY, **company.vipps(-11)).value
    assert back["amountOutstanding"] == 0.0
    assert company.balances()[1902, "0"] == 89.0


def test_a_payment_needs_date_type_and_amount() -> None:
    company = Company()
    path = f"/invoice/{company.invoice(company.order()).value['id']}/:payment"
    answer = company.put(path, paidAmount=89)
    assert answer.refusal == (422, 15000)
    assert answer.fields == ["paymentDate", "paymentTypeId"]


def test_a_credit_note_takes_back_the_whole_invoice_once() -> None:
    company = Company()
    invoice = company.invoice(company.order(line(), line(35, 31))).value
    path = f"/invoice/{invoice['id']}/:createCreditNote"
    note = company.put(path, date=TODAY, comment="Retur", sendToCustomer=False).value
    assert (note["amount"], note["isCreditNote"]) == (-124.0, True)
    assert (note["invoiceNumber"], note["creditedInvoice"]) == (10202, invoice["id"])
    assert (note["amountOutstanding"], note["comment"]) == (0.0, "Retur")
    original = company.get(f"/invoice/{invoice['id']}").value
    assert (original["isCredited"], original["amountOutstanding"]) == (True, 0.0)
    assert set(company.balances().values()) == {0.0}
    again = company.put(path, date=TODAY)
    assert again.problems[0][1].startswith("Hele eller deler av fakturaen er kreditert.")


def test_a_draft_cannot_be_credited() -> None:
    company = Company()
    draft = company.get(f"/order/{company.order()}").value["preliminaryInvoice"]["id"]
    answer = company.put(f"/invoice/{draft}/:createCreditNote", date=TODAY)
    assert answer.problems == [(None, "Ugyldig fakturanummer.", None)]


def test_one_line_is_credited_by_an_order_and_the_money_paid_back() -> None:
    company = Company()
    invoice = company.invoice(company.order(line(count=3)), **company.vipps(267)).value["id"]
    returned = company.order(line(count=-1))
    note = company.invoice(returned, invoiceIdIfIsCreditNote=invoice).value
    assert (note["amount"], note["amountOutstanding"]) == (-89.0, -89.0)
    assert (note["isCreditNote"], note["creditedInvoice"]) == (True, invoice)
    path = f"/invoice/{note['id']}/:payment"
    back = company.put(path, paymentDate=TODAY, **company.vipps(-89)).value
    assert back["amountOutstanding"] == 0.0
    balances = company.balances()
    assert (balances[1902, "0"], balances[3000, "3"], balances[1500, "0"]) == (178.0, -142.4, 0.0)
    too_much = company.order(line(count=-3))
    assert company.invoice(too_much, invoiceIdIfIsCreditNote=invoice).status == 422


def test_invoices_are_sent_unless_the_caller_says_no() -> None:
    company = Company()
    company.put(f"/order/{company.order(number='10457')}/:invoice", invoiceDate=TODAY)
    company.invoice(company.order())
    emails = company.held("emails")
    assert [(row["kind"], row["sendType"], row["address"]) for row in emails] == [
        ("invoice", "EMAIL", "kari@example.com")
    ]
    assert emails[0]["orderNumber"] == "10457"


def test_the_address_is_the_one_given_else_the_orders_else_the_customers() -> None:
    company = Company()
    send = {"sendToCustomer": True, "sendType": "EMAIL"}
    company.invoice(company.order(receiverEmail="b@example.com"), **send)
    company.invoice(company.order(), **send, overrideEmailAddress="c@example.com")
    company.put(f"/customer/{company.customer}", {"invoiceEmail": "d@example.com"})
    company.invoice(company.order(), **send)
    addresses = [row["address"] for row in company.held("emails")]
    assert addresses == ["b@example.com", "c@example.com", "d@example.com"]


def test_nothing_goes_out_to_a_customer_without_address_or_way() -> None:
    company = Company()
    id_ = company.post("/customer", {"name": "X"}).value["id"]
    company.invoice(company.order(customer={"id": id_}), sendToCustomer=True)
    company.put(f"/customer/{company.customer}", {"invoiceSendMethod": "MANUAL"})
    company.invoice(company.order(), sendToCustomer=True)
    assert company.held("emails") == []


def test_ehf_goes_to_those_who_are_registered() -> None:
    company = Company()
    refused = company.invoice(company.order(), sendToCustomer=True, sendType="EHF")
    assert refused.problems == [("sendType", "Faktura kan ikke sendes via EHF", None)]
    assert company.held("invoices") == []
    body = {"name": "Garn og Greier AS", "organizationNumber": "313900215"}
    id_ = company.post("/customer", body).value["id"]
    order = company.order(customer={"id": id_})
    company.invoice(order, sendToCustomer=True, sendType="EHF")
    assert company.held("emails")[0]["address"] == "313900215"


@pytest.mark.parametrize("receives", [True, False])
def test_a_credit_note_that_cannot_be_sent_as_ehf_is_not_made(receives: bool) -> None:
    company = Company()
    company.application.set_company(ehf_receivers=["313900215"] if receives else [])
    body = {"name": "Garn og Greier AS", "organizationNumber": "313900215"}
    id_ = company.post("/customer", body).value["id"]
    invoice = company.invoice(company.order(customer={"id": id_})).value["id"]
    path, more = f"/invoice/{invoice}/:createCreditNote", {"date": TODAY, "sendType": "EHF"}
    assert company.put(path, **more).status == (200 if receives else 422)
    assert len(company.held("invoices")) == (2 if receives else 1)
    assert [row["sendType"] for row in company.held("emails")] == (["EHF"] if receives else [])


def test_sending_again_answers_204_and_is_written_down() -> None:
    company = Company()
    path = f"/invoice/{company.invoice(company.order()).value['id']}/:send"
    assert company.put(path).fields == ["sendType"]
    assert company.put(path, sendType="EMAIL").status == 204
    assert company.put(path, sendType="MANUAL").refusal == (500, 1000)
    assert len(company.held("emails")) == 1


def test_a_credit_note_is_sent_to_its_own_address() -> None:
    company = Company()
    invoice = company.invoice(company.order()).value["id"]
    path = f"/invoice/{invoice}/:createCreditNote"
    company.put(path, date=TODAY, creditNoteEmail="kredit@example.com")
    email = company.held("emails")[0]
    assert (email["kind"], email["address"]) == ("creditNote", "kredit@example.com")


def test_only_charged_invoices_are_listed() -> None:
    company = Company()
    company.order()
    made = company.invoice(company.order(number="10457")).value
    period = {"invoiceDateFrom": "2026-01-01", "invoiceDateTo": "2027-01-01"}
    found = company.get("/invoice", **period, fields="id,orders(number)").values
    assert found == [{"id": made["id"], "orders": [{"number": "10457"}]}]
    by_number = company.get("/invoice", **period, invoiceNumber=made["invoiceNumber"]).values
    assert len(by_number) == 1
    voucher = made["voucher"]["id"]
    assert len(company.get("/invoice", **period, voucherId=voucher, kid="1").values) == 0


def test_vouchers_and_postings_are_read() -> None:
    company = Company()
    voucher = company.invoice(company.order(), **company.vipps(89)).value["voucher"]["id"]
    fields = "number,numberAsString,voucherType(name),postings(row,account(number),amount)"
    read = company.get(f"/ledger/voucher/{voucher}", fields=fields).value
    assert (read["numberAsString"], read["voucherType"]["name"]) == ("1-2026", "Utgående faktura")
    assert [row["account"]["number"] for row in read["postings"]] == [1500, 3000, 2700]
    period = {"dateFrom": "2026-11-01", "dateTo": "2026-12-01"}
    assert len(company.get("/ledger/voucher", **period).values) == 2
    assert len(company.get("/ledger/voucher", **period, number="2").values) == 1
    numbers = {"accountNumberFrom": 3000, "accountNumberTo": 3999}
    assert [
        row["amount"] for row in company.get("/ledger/posting", **period, **numbers).values
    ] == [-71.2]
    paid = company.get("/ledger/posting", **period, type="INCOMING_PAYMENT").values
    assert [row["amount"] for row in paid] == [89.0]
    whose = company.get("/ledger/posting", **period, customerId=company.customer).values
    assert len(whose) == 2
