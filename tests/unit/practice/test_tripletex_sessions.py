"""Sessions, users, rights and the rate limit of the practice Tripletex."""

import base64
import json

import pytest

from tests.unit.practice.tripletex_calls import MONDAY, TODAY, TOMORROW, Company


def tokens(company: Company, **changes: str) -> dict[str, str]:
    application = company.application
    return {
        "consumerToken": application.consumer_token,
        "employeeToken": application.employee_token,
        "expirationDate": TOMORROW,
        **changes,
    }


def test_a_session_is_answered_with_201_and_an_opaque_token() -> None:
    answer = Company().log_in(Company().application.employee_token)
    assert answer.status == 201
    inside = json.loads(base64.b64decode(answer.value["token"]))
    assert inside["token"].startswith("test-")
    assert answer.value["expirationDate"] == TOMORROW


def test_the_old_way_of_making_a_session_answers_200() -> None:
    company = Company()
    assert company.put("/token/session/:create", **tokens(company)).status == 200


def test_the_old_way_without_tokens_names_them_all() -> None:
    answer = Company().put("/token/session/:create")
    assert answer.refusal == (422, 15000)
    assert answer.fields == ["consumerToken", "employeeToken", "expirationDate"]


@pytest.mark.parametrize("which", ["consumerToken", "employeeToken"])
def test_a_wrong_token_is_named(which: str) -> None:
    company = Company()
    answer = company.post("/token/session/:create", tokens(company, **{which: "feil"}))
    assert answer.refusal == (422, 18000)
    word = which.removesuffix("Token")
    sentence = f"The {word} token is invalid or does not exist."
    assert answer.problems == [(f"arg:{which}", sentence, f"arg:{which}")]


def test_a_session_that_would_be_born_expired_is_refused() -> None:
    company = Company()
    answer = company.post("/token/session/:create", tokens(company, expirationDate=TODAY))
    assert answer.refusal == (422, 18000)
    assert answer.fields == ["expirationDate"]


def test_a_session_dies_at_midnight_in_norway() -> None:
    company = Company()
    company.clock.at = MONDAY.replace(hour=22, minute=59)
    assert company.get("/currency").status == 200
    company.clock.at = MONDAY.replace(hour=23, minute=0)
    assert company.get("/currency").refusal == (401, 3000)


def test_an_unknown_session_is_refused_as_recorded() -> None:
    company = Company()
    company.token = "feil"
    answer = company.get("/ledger/vatType")
    assert answer.refusal == (401, 3000)
    sentence = "Could not log in. Check login info in Authorization header."
    assert answer.body["developerMessage"] == sentence
    assert answer.body["validationMessages"] is None


def test_a_deleted_session_no_longer_counts() -> None:
    company = Company()
    assert company.delete(f"/token/session/{company.token}").status == 204
    assert company.get("/currency").status == 401
    assert company.delete(f"/token/session/{company.token}").refusal == (404, 6000)


def test_sessions_can_be_made_invalid_from_outside() -> None:
    company = Company()
    company.application.sessions.end_all()
    assert company.get("/currency").status == 401


def test_who_am_i_tells_owner_user_company_and_language() -> None:
    company = Company()
    value = company.get("/token/session/%3EwhoAmI", fields="*,company(name),employee(*)").value
    assert value["companyId"] == company.application.company_id
    assert value["employeeId"] != value["actualEmployeeId"]
    assert value["company"] == {"name": "Fjord Garn AS"}
    assert value["employee"]["firstName"] == "Eva"
    assert value["language"] == "no"


def test_an_ordinary_token_has_no_clients_and_no_other_company() -> None:
    company = Company()
    assert company.get("/company/>withLoginAccess").values == []
    company.user = "108146304"
    assert company.get("/currency").status == 401


def test_the_company_id_or_a_blank_name_is_the_own_company_too() -> None:
    company = Company()
    for user in ("", str(company.application.company_id)):
        company.user = user
        assert company.get("/currency").status == 200


def test_an_accountant_may_only_look_around_in_the_own_company() -> None:
    company = Company()
    company.log_in(company.application.accountant_token)
    names = [client["name"] for client in company.get("/company/>withLoginAccess").values]
    assert names == ["Fjord Garn AS", "Nabo Kafé AS"]
    assert company.get("/token/session/>whoAmI").status == 200
    answer = company.get("/invoice/paymentType")
    assert answer.refusal == (403, 9000)
    assert "Company owned users(employeeToken)" in answer.body["message"]


def test_an_accountant_works_in_a_clients_books_by_its_id() -> None:
    company = Company()
    company.log_in(company.application.accountant_token)
    company.user = str(company.application.company_id)
    made = company.post("/customer", {"name": "Kari"})
    assert made.status == 201
    assert [row["name"] for row in company.held("customers")] == ["Kari"]
    company.user = "1"
    assert company.get("/customer").status == 401


def test_one_companys_customers_do_not_end_in_anothers_books() -> None:
    company = Company()
    company.log_in(company.application.accountant_token)
    company.user = "108146304"
    id_ = company.post("/customer", {"name": "Kari"}).value["id"]
    assert company.held("customers") == []
    assert [row["id"] for row in company.held("otherCompanies")[0]["customers"]] == [id_]
    company.user = str(company.application.company_id)
    assert company.get(f"/customer/{id_}").refusal == (404, 6000)


def test_the_rate_limit_counts_down_and_starts_again() -> None:
    company = Company(rate_limit=2)
    first = company.get("/currency")
    assert first.headers["X-Rate-Limit-Limit"] == "2"
    assert first.headers["X-Rate-Limit-Remaining"] == "1"
    assert first.headers["X-Rate-Limit-Reset"] == "10"
    company.get("/currency")
    company.clock.forward(6.5)
    refused = company.get("/currency")
    assert refused.status == 429
    assert refused.headers["X-Rate-Limit-Reset"] == "4"
    company.clock.forward(3.5)
    assert company.get("/currency").status == 200


def test_every_answer_has_a_request_id_and_refusals_repeat_it() -> None:
    company = Company()
    assert company.get("/currency").headers["x-tlx-request-id"]
    refused = company.get("/order/1")
    assert refused.body["requestId"] == refused.headers["x-tlx-request-id"]


def test_requests_are_written_down_without_secrets() -> None:
    company = Company()
    company.put("/token/session/:create", **tokens(company))
    company.delete(f"/token/session/{company.token}")
    text = json.dumps(company.application.state())
    application = company.application
    for secret in (company.token, application.consumer_token, application.employee_token):
        assert secret not in text
    assert [row["path"] for row in company.held("requests")][-1] == "/token/session/***"
    assert company.held("requests")[-1]["status"] == 204


def test_a_missing_right_is_refused_on_chosen_paths() -> None:
    company = Company()
    company.application.set_company(forbidden=["POST /customer*"])
    assert company.get("/customer").status == 200
    answer = company.post("/customer", {"name": "Kari"})
    assert answer.refusal == (403, 9000)
    assert answer.body["message"] == "You do not have permission to access this feature."


def test_entitlements_are_told_apart_for_owner_and_user() -> None:
    company = Company()
    company.application.set_company(missing_entitlements=[27], token_user_lacks=[68])
    who = company.get("/token/session/>whoAmI").value
    owner = company.get("/employee/entitlement", fields="entitlementId").values
    user = company.get("/employee/entitlement", employeeId=who["actualEmployeeId"]).values
    assert {row["entitlementId"] for row in owner} - {row["entitlementId"] for row in user} == {68}
    assert 27 not in {row["entitlementId"] for row in owner}
