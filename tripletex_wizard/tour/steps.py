"""Every step of the tour, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tripletex_wizard.tour import (
    again_steps,
    batch_steps,
    credit_steps,
    first_pages,
    last_pages,
    menu_steps,
    order_steps,
)
from tripletex_wizard.tour.desk import Desk


@dataclass(frozen=True, slots=True)
class Step:
    """`do` leads to a state worth looking at, and gives its window unless it is the one in front.

    It raises UnexpectedError when something else came out, and NothingFitsError before it has done
    anything when no order allows it.
    """

    name: str
    do: Callable[[Desk], QWidget | None]


STEPS = (
    Step("start-empty", first_pages.nothing_is_ticked),
    Step("start-help", first_pages.help_is_shown),
    Step("start-ready", first_pages.all_is_in_place),
    Step("connect-empty", first_pages.no_token_is_given),
    Step("connect-checking", first_pages.tokens_are_checked),
    Step("connect-refused", first_pages.tokens_are_refused),
    Step("connect-client", first_pages.client_company_is_asked_for),
    Step("connect-done", first_pages.company_and_shop_answer),
    Step("check-running", first_pages.rows_are_awaited),
    Step("check-must-fix", first_pages.vat_must_be_mended),
    Step("check-mended", first_pages.vat_is_mended),
    Step("check-answered", first_pages.questions_are_answered),
    Step("mapping-reading", first_pages.methods_are_read),
    Step("mapping-suggested", first_pages.methods_are_suggested),
    Step("mapping-read-more", first_pages.sending_is_explained),
    Step("mapping-accepted", first_pages.suggestions_are_accepted),
    Step("mapping-confirmed", first_pages.mapping_is_confirmed),
    Step("mapping-changed", first_pages.a_change_undoes_the_confirmation),
    Step("mapping-resumed", first_pages.wizard_is_opened_again),
    Step("transfer-defaults", last_pages.choices_have_been_made),
    Step("transfer-more", last_pages.more_choices_are_shown),
    Step("transfer-no-status", last_pages.no_status_is_chosen),
    Step("transfer-ready", last_pages.status_is_chosen),
    Step("transfer-write-back", last_pages.status_may_be_written),
    Step("trial-reading", last_pages.order_is_read),
    Step("trial-shown", last_pages.order_is_shown),
    Step("trial-booked", last_pages.order_is_booked),
    Step("summary-unsigned", last_pages.summary_is_shown),
    Step("summary-signed", last_pages.summary_is_signed),
    Step("orders-loading", last_pages.set_up_is_stored),
    Step("orders-loaded", order_steps.orders_are_there),
    Step("orders-stopped", order_steps.an_order_is_stopped),
    Step("order-detail", order_steps.an_order_is_looked_at),
    Step("orders-search", order_steps.an_order_is_searched),
    Step("orders-chosen", order_steps.several_are_chosen),
    Step("dialog-by-setup", order_steps.transfer_is_asked),
    Step("dialog-as-order", order_steps.all_as_order_is_asked),
    Step("one-asked-as-order", order_steps.one_is_asked_as_order),
    Step("one-as-order", order_steps.one_is_an_order),
    Step("batch-progress", batch_steps.a_batch_is_under_way),
    Step("batch-summary", batch_steps.a_batch_is_summed_up),
    Step("batch-mended", batch_steps.a_failure_is_mended),
    Step("unresolved", batch_steps.one_is_unresolved),
    Step("unresolved-settled", batch_steps.it_is_looked_up),
    Step("again-status", again_steps.status_is_only_looked_at),
    Step("again-dialog", again_steps.dialog_opens_once_more),
    Step("again-nothing-sent", again_steps.nothing_is_sent_twice),
    Step("completed-dialog", again_steps.order_is_completed),
    Step("completed", again_steps.status_comes_first),
    Step("open-order-dialog", again_steps.open_order_is_asked_for_again),
    Step("open-order-invoiced", again_steps.open_order_is_invoiced),
    Step("credited", again_steps.invoice_is_credited),
    Step("credited-dialog", again_steps.credited_is_asked_for_again),
    Step("credited-anew", again_steps.credited_is_booked_anew),
    Step("mark-dialog", again_steps.mark_is_asked_for),
    Step("marked", again_steps.order_is_marked),
    Step("mark-taken-back", again_steps.mark_is_taken_back),
    Step("two-payments", credit_steps.two_parts_are_paid),
    Step("credit-invoice", credit_steps.invoice_is_chosen),
    Step("credit-dialog", credit_steps.refund_is_asked_about),
    Step("credit-postings", credit_steps.postings_are_shown),
    Step("credit-summary", credit_steps.part_is_credited),
    Step("credit-detail", credit_steps.credit_note_is_looked_at),
    Step("batch-paused", batch_steps.nobody_answers),
    Step("batch-went-on", batch_steps.it_answers_again),
    Step("check-of-setup", menu_steps.set_up_is_checked),
    Step("help-how", menu_steps.way_is_explained),
    Step("help-never-twice", menu_steps.guards_are_explained),
    Step("diagnosis", menu_steps.diagnosis_is_offered),
    Step("orders-afterwards", menu_steps.everything_is_closed),
)
