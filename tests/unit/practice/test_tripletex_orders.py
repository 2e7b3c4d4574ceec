"""Orders and their lines in the practice Tripletex."""

import pytest

from tests.unit.practice.tripletex_calls import TODAY, Company, line

PERIOD = {"orderDateFrom": "2000-01-01", "orderDateTo": "2100-01-01"}
VAT_FIELD = "orderGroups.orderLines.vatType.id,orderLines.vatType.id"


def test_the_answer_to_a_new_order_has_no_lines_though_they_are_stored() -> None:
    company = Company()
    answer = company.post_order(line(), line(35, 31))
    assert (answer.status, answer.value["orderLines"]) == (201, [])
    stored = company.get(f"/order/{answer.value['id']}", fields="*,orderLines(*)").value
    assert [row["unitPriceIncludingVatCurrency"] for row in stored["orderLines"]] == [89.0, 35.0]


def test_an_order_without_number_takes_the_next_that_is_free() -> None:
    company = Company()
    company.application.set_company(project_numbers=["1"])
    company.order(number="2")
    order = company.post_order(line()).value
    assert (order["number"], order["displayName"]) == ("3", "3 Ordre")


def test_a_taken_order_number_is_refused() -> None:
    company = Company()
    company.order(number="10457")
    answer = company.post_order(line(), number="10457")
    assert answer.refusal == (422, 18000)
    sentence = "Dette nummeret er i bruk på en annen ordre, tilbud eller prosjekt."
    assert answer.problems == [("number", sentence, None)]
    assert len(company.held("orders")) == len(company.held("orderLines")) == 1


def test_projects_share_the_number_series() -> None:
    company = Company()
    company.application.set_company(project_numbers=["10457"])
    assert company.post_order(line(), number="10457").fields == ["number"]
    assert [project["number"] for project in company.held("projects")] == ["10457"]


def test_the_number_of_a_project_that_is_gone_is_free_again() -> None:
    company = Company()
    company.application.set_company(project_numbers=["10457"])
    company.application.set_company(project_numbers=[])
    assert company.post_order(line(), number="10457").value["number"] == "10457"


def test_an_unknown_customer_is_refused_as_recorded() -> None:
    answer = Company().post_order(line(), customer={"id": 107922150})
    expected = ("Internt felt (customerId)", "Ugyldig kundenummer: 107922150", None)
    assert answer.problems == [expected]


def test_an_inactive_vat_code_is_refused() -> None:
    answer = Company().post_order(line(vat=311))
    assert answer.refusal == (422, 18000)
    assert answer.body["developerMessage"] == "VALIDATION_ERROR"
    assert answer.problems == [(VAT_FIELD, "Ugyldig mva-kode.", None)]
    assert answer.body["validationMessages"][0]["rootId"] == 0


def test_an_incoming_vat_code_is_refused_with_two_reasons() -> None:
    answer = Company().post_order(line(vat=1))
    assert answer.fields == [VAT_FIELD, None]
    assert answer.problems[1][1].startswith("Finner ikke en gyldig regnskapskonto")


def test_an_unknown_vat_type_is_not_found() -> None:
    assert Company().post_order(line(vat=999)).refusal == (404, 6000)


def test_a_line_without_vat_type_gets_no_vat_and_no_error() -> None:
    company = Company()
    order = company.order({"description": "A", "count": 1, "unitPriceIncludingVatCurrency": 50})
    stored = company.get(f"/order/{order}", fields="orderLines(vatType(percentage))").value
    assert stored["orderLines"][0]["vatType"]["percentage"] == 0.0


def test_a_line_of_a_product_takes_its_vat_type() -> None:
    company = Company()
    product = company.post("/product", {"name": "Bok", "vatType": {"id": 5}}).value["id"]
    order = company.order({"product": {"id": product}, "count": 1})
    stored = company.get(f"/order/{order}", fields="orderLines(*)").value["orderLines"][0]
    assert (stored["vatType"]["id"], stored["displayName"]) == (5, "Bok")
    assert stored["unitPriceIncludingVatCurrency"] == 0.0


@pytest.mark.parametrize(("with_vat", "word"), [(True, "med"), (False, "uten")])
def test_a_price_on_the_wrong_side_of_vat_is_refused(with_vat: bool, word: str) -> None:
    side = "Excluding" if with_vat else "Including"
    bad = {"description": "A", "count": 1, f"unitPrice{side}VatCurrency": 80}
    answer = Company().post_order(bad, isPrioritizeAmountsIncludingVat=with_vat)
    assert answer.refusal == (422, 18000)
    assert f"Enhetspris må være {word} mva" in answer.problems[0][1]


def test_the_price_on_the_other_side_is_computed() -> None:
    company = Company()
    order = company.order(
        {"description": "A", "count": 2, "unitPriceExcludingVatCurrency": 80, "vatType": {"id": 3}},
        isPrioritizeAmountsIncludingVat=False,
    )
    stored = company.get(f"/order/{order}", fields="orderLines(*)").value["orderLines"][0]
    assert stored["unitPriceIncludingVatCurrency"] == 100.0
    assert stored["amountIncludingVatCurrency"] == 200.0
    assert stored["amountExcludingVatCurrency"] == 160.0


def test_unit_prices_keep_ten_decimals_and_discounts_are_per_cent() -> None:
    company = Company()
    order = company.order(line(33.3333333333, count=3), line(100, discount=15))
    stored = company.get(f"/order/{order}", fields="orderLines(*)").value["orderLines"]
    assert stored[0]["unitPriceIncludingVatCurrency"] == 33.3333333333
    assert [row["amountIncludingVatCurrency"] for row in stored] == [100.0, 85.0]


def test_a_line_without_count_is_worth_nothing() -> None:
    company = Company()
    order = company.order({"description": "A", "unitPriceIncludingVatCurrency": 50})
    stored = company.get(f"/order/{order}", fields="orderLines(*)").value["orderLines"][0]
    assert (stored["count"], stored["amountIncludingVatCurrency"]) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("sorting", "texts"),
    [
        ("ID", ["B", "C", "A"]),
        ("PRODUCT", ["A", "B", "C"]),
        ("PRODUCT_DESCENDING", ["C", "B", "A"]),
        ("CUSTOM", ["C", "A", "B"]),
    ],
)
def test_lines_come_in_the_order_asked_for(sorting: str, texts: list[str]) -> None:
    company = Company()
    lines = [line(text=text, sortIndex=index) for text, index in zip("BCA", (3, 1, 2), strict=True)]
    order = company.order(*lines, orderLineSorting=sorting)
    stored = company.get(f"/order/{order}", fields="orderLines(description)").value
    assert [row["description"] for row in stored["orderLines"]] == texts


def test_an_order_has_a_draft_that_is_no_real_invoice() -> None:
    company = Company()
    order = company.get(f"/order/{company.order()}").value
    draft = company.get(f"/invoice/{order['preliminaryInvoice']['id']}").value
    assert (draft["invoiceNumber"], draft["isCharged"], draft["voucher"]) == (0, False, None)
    assert draft["amount"] == 89.0
    assert company.held("invoices") == []
    path = f"/invoice/{draft['id']}"
    sent = company.put(f"{path}/:send", sendType="EMAIL")
    assert sent.problems[0][1].startswith("Dette er ikke en reell faktura.")
    paid = company.put(f"{path}/:payment", paymentDate=TODAY, **company.vipps(89))
    assert paid.problems == [(None, "Ugyldig fakturanummer.", None)]


def test_the_customers_terms_and_the_way_of_sending_are_taken_over() -> None:
    company = Company()
    id_ = company.post("/customer", {"name": "X", "invoicesDueIn": 30}).value["id"]
    order = company.post_order(line(), customer={"id": id_}).value
    assert (order["invoicesDueIn"], order["customerName"]) == (30, "X")
    assert order["sendMethodDescription"] == "Faktura må sendes manuelt."


def test_a_delivery_address_is_made_with_the_order() -> None:
    company = Company()
    address = {"name": "Kari", "addressLine1": "Lia 5", "city": "Bodø"}
    order = company.order(deliveryAddress=address)
    stored = company.get(f"/order/{order}", fields="deliveryAddress(*)").value
    assert stored["deliveryAddress"]["city"] == "Bodø"


def test_orders_are_found_by_exact_number_customer_and_state() -> None:
    company = Company()
    order = company.order(number="10457", deliveryComment="Mystore 10457")
    company.order(number="110457")
    for query in ({"number": "10457"}, {"id": order}, {"deliveryComment": "Mystore"}):
        assert [row["id"] for row in company.get("/order", **PERIOD, **query).values] == [order]
    assert company.get("/order", **PERIOD, customerId="1").values == []
    company.invoice(order)
    closed = company.get("/order", **PERIOD, isClosed=True).values
    assert [row["number"] for row in closed] == ["10457"]


def test_an_order_is_changed_in_part() -> None:
    company = Company()
    order = company.order(number="10457")
    changed = company.put(f"/order/{order}", {"reference": "PO-4711", "number": "10457-2"}).value
    assert (changed["reference"], changed["number"]) == ("PO-4711", "10457-2")
    assert changed["displayName"] == "10457-2 Ordre"
    company.order(number="1")
    assert company.put(f"/order/{order}", {"number": "1"}).fields == ["number"]


def test_lines_are_only_replaced_when_asked_for() -> None:
    company = Company()
    order = company.order()
    body = {"orderLines": [line(text="Ny")]}
    company.put(f"/order/{order}", body)
    fields = "orderLines(description)"
    assert company.get(f"/order/{order}", fields=fields).value["orderLines"] == [
        {"description": "Saga 111"}
    ]
    company.put(f"/order/{order}", body, updateLinesAndGroups=True)
    assert company.get(f"/order/{order}", fields=fields).value["orderLines"] == [
        {"description": "Ny"}
    ]
    company.invoice(order)
    assert company.put(f"/order/{order}", body, updateLinesAndGroups=True).status == 422


def test_an_invoiced_order_is_not_deleted() -> None:
    company = Company()
    order = company.order()
    company.invoice(order)
    assert company.delete(f"/order/{order}").status == 422


def test_a_deleted_order_frees_its_number() -> None:
    company = Company()
    order = company.order(number="10457")
    assert company.delete(f"/order/{order}").status == 204
    assert company.get(f"/order/{order}").status == 404
    assert company.post_order(line(), number="10457").status == 201


def test_a_line_put_on_later_takes_the_products_price() -> None:
    company = Company()
    product = company.post("/product", {"name": "A", "priceExcludingVatCurrency": 26450}).value
    order = company.order(line(), isPrioritizeAmountsIncludingVat=True)
    body = {"order": {"id": order}, "product": {"id": product["id"]}, "count": 2}
    made = company.post("/order/orderline", body)
    assert (made.status, made.value["unitPriceExcludingVatCurrency"]) == (201, 26450.0)
    assert made.value["order"]["id"] == order
    assert company.get(f"/order/orderline/{made.value['id']}").value == made.value
    more = company.post("/order/orderline/list", [{**line(), "order": {"id": order}}])
    assert more.status == 201
    assert len(company.get(f"/order/{order}").value["orderLines"]) == 3
    company.invoice(order)
    assert company.post("/order/orderline", body).status == 422


def test_a_list_holds_at_most_a_hundred_orders() -> None:
    company = Company()
    body = {
        "customer": {"id": company.customer},
        "orderDate": "2026-11-20",
        "deliveryDate": "2026-11-21",
    }
    assert company.post("/order/list", [body] * 101).refusal == (422, 18000)
    made = company.post("/order/list", [body, body])
    assert [row["number"] for row in made.values] == ["1", "2"]
