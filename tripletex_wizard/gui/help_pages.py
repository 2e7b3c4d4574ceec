"""The pages of help: how it is done, and why nothing is booked twice. Words alone, no markup."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Guard:
    """What may happen, what then keeps an order from being booked twice, and who holds it."""

    happens: str
    prevents: str
    holder: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a paragraph of text, numbered steps, points, guards: what there is of each."""

    heading: str
    text: str = ""
    steps: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page of help."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def how_to() -> HelpPage:
    """«Slik gjør du det»: transferring, and transferring again."""
    return HelpPage(
        translate("help", "How to do it"),
        translate("help", "From the shop's order to the books."),
        (
            _transferring(),
            _order_or_invoice(),
            _again(),
            _crediting(),
            _states(),
            _booked_elsewhere(),
        ),
    )


def never_twice() -> HelpPage:
    """«Hvorfor ingenting føres to ganger»: what holds, by which guard, and what does not."""
    return HelpPage(
        translate("help", "Why nothing is booked twice"),
        translate(
            "help",
            "Every order goes over in three steps: the customer card, the order, the invoice with "
            "its payment and e-mail. Each step has a guard of its own.",
        ),
        (
            _written_down(),
            _guards(),
            _not_repeated(),
            _figures_compared(),
            _tried(),
            _not_held(),
        ),
    )


def _transferring() -> Section:
    return Section(
        translate("help", "Transferring orders"),
        steps=(
            translate("help", "Fetch new orders (F5). Those marked “Ready” can be transferred."),
            translate(
                "help",
                "Choose the orders and press “Transfer”. You can also change the status of one "
                "order to one that counts as completed; the same dialog opens.",
            ),
            translate(
                "help",
                "Choose order or invoice. The dialog says how many e-mails are sent, and to whom.",
            ),
            translate(
                "help",
                "The invoice date is today. Until the 15th the last day of the month before can "
                "be chosen for what was delivered by then; the dialog says in which VAT term each "
                "date lies.",
            ),
            translate(
                "help",
                "Afterwards the summary shows first what needs you: what happened, why, and one "
                "thing to do.",
            ),
        ),
    )


def _order_or_invoice() -> Section:
    return Section(
        translate("help", "Order or invoice"),
        points=(
            translate(
                "help",
                "Invoice: the order is paid (Vipps, Klarna …) or is to be invoiced at once. The "
                "order is closed in Tripletex.",
            ),
            translate(
                "help",
                "Order: you invoice by hand in Tripletex, as is usual for companies. Nothing is "
                "booked before you do.",
            ),
        ),
    )


def _again() -> Section:
    return Section(
        translate("help", "Transferring an order again"),
        translate(
            "help",
            "“Transfer again” goes on where it stopped, and sends nothing that is there already. "
            "By the order's status:",
        ),
        steps=(
            translate(
                "help", "Change the status to “Under behandling” without pressing “Update order”."
            ),
            translate("help", "Change it back to “Sendt”. The dialog opens again."),
            translate(
                "help",
                "Take away the tick at “Send e-mail to customer” when the customer has been told "
                "already.",
            ),
            translate(
                "help",
                "Update the order with the green button: “Transfer”, or “Set the status” when only "
                "the status is left to change.",
            ),
        ),
    )


def _crediting() -> Section:
    return Section(
        translate("help", "Credit orders"),
        translate(
            "help",
            "When you credit an order in Mystore, the shop makes a credit order. It becomes a "
            "credit note on the customer's invoice in Tripletex.",
        ),
        steps=(
            translate("help", "Give the credit order the status “Sendt”, and transfer it."),
            translate(
                "help",
                "Say whether the money has been paid back. If it has, the refund is registered "
                "with the same payment type; if not, the customer has it in credit.",
            ),
            translate(
                "help",
                "The invoice is found by the customer and the articles. If several fit, choose "
                "it with “Choose the invoice …”.",
            ),
        ),
    )


def _states() -> Section:
    return Section(
        translate("help", "When something stops"),
        points=(
            translate(
                "help",
                "Stopped: nothing has been sent. The reason stands on the order; mend it and "
                "transfer again.",
            ),
            translate(
                "help",
                "Failed: it is safe to try again. Nothing has been booked, or a credit note lacks "
                "only its refund; the message says so.",
            ),
            translate(
                "help",
                "Unresolved: the answer did not come. Press “Check in Tripletex”. “Transfer again” "
                "looks there first, too. Never delete anything in Tripletex to get further.",
            ),
            translate(
                "help",
                "Not completed: the order's status in Mystore does not count as completed. Give it "
                "one that does, or choose which ones do in the set-up, step 5.",
            ),
            translate(
                "help",
                "Skipped: the order is not to be transferred, because the set-up leaves out its "
                "payment method or because nothing was paid for.",
            ),
            translate(
                "help",
                "Credited: the invoice has a credit note in Tripletex. “Transfer again” makes a "
                "new order and invoice.",
            ),
        ),
    )


def _booked_elsewhere() -> Section:
    return Section(
        translate("help", "Booked in another way"),
        translate(
            "help",
            "An order that you have booked by hand is marked as already booked, with the number "
            "of the voucher or invoice and the reason. It is then not transferred.",
        ),
    )


def _written_down() -> Section:
    return Section(
        translate("help", "Written down first, then sent"),
        translate(
            "help",
            "Before anything is sent to Tripletex, the program writes on the disk what it is "
            "about to send, and afterwards what came of it. If the computer stops in between, the "
            "next start knows which order was under way. If the journal cannot be written, "
            "nothing is sent.",
        ),
    )


def _guards() -> Section:
    return Section(
        translate("help", "What may happen, and what prevents double booking"),
        guards=(
            _customer_guard(),
            _order_guard(),
            _invoice_guard(),
            _refund_guard(),
            _notice_guard(),
            _claim_guard(),
        ),
    )


def _customer_guard() -> Guard:
    return Guard(
        translate("help", "The customer card is sent again."),
        translate(
            "help",
            "The card carries the shop's customer number, and Tripletex refuses a number that is "
            "taken. A card without such a number is never sent again by itself.",
        ),
        translate("help", "Tripletex"),
    )


def _order_guard() -> Guard:
    return Guard(
        translate("help", "The order is sent again."),
        translate(
            "help",
            "The order carries the shop's order number, and Tripletex refuses a number that is "
            "taken. The program finds the first one, compares it with the shop's, and goes on "
            "from there. If the number belongs to an order that is not the program's own, the "
            "transfer is stopped.",
        ),
        translate("help", "Tripletex"),
    )


def _invoice_guard() -> Guard:
    return Guard(
        translate("help", "The answer to an invoice does not come."),
        translate(
            "help",
            "Invoice, payment and e-mail go over in one request. It is not repeated before the "
            "program has looked the order up in Tripletex and found no invoice. Without an answer "
            "it first waits until a late request would have shown itself: 75 seconds, or 150 if "
            "the program itself was stopped. Until then the order is “Unresolved”.",
        ),
        translate("help", "The program, by looking in Tripletex"),
    )


def _refund_guard() -> Guard:
    return Guard(
        translate("help", "The answer to a refund does not come."),
        translate(
            "help",
            "Tripletex takes the same refund as often as it is sent. So the program reads what is "
            "open before it and after it, waits as long as for an invoice, and repeats it only "
            "when nothing has changed there. If that does not tell, you are asked to look.",
        ),
        translate("help", "The program, by looking in Tripletex"),
    )


def _notice_guard() -> Guard:
    return Guard(
        translate("help", "The shop's notice to the customer is asked for again."),
        translate(
            "help",
            "The notice goes with the change of status. An order that has the status is not given "
            "it again, and a request that may have reached Mystore is never repeated for that "
            "order and status.",
        ),
        translate("help", "The program's journal"),
    )


def _claim_guard() -> Guard:
    return Guard(
        translate("help", "Two windows or programs transfer the same order."),
        translate(
            "help",
            "Each order is claimed in the journal before it is sent. The other one sends nothing, "
            "and shows the order as “Sending”.",
        ),
        translate("help", "The program's journal"),
    )


def _not_repeated() -> Section:
    return Section(
        translate("help", "What is done already"),
        translate(
            "help",
            "An order that has been transferred is not sent again, however often it is chosen: "
            "the program says which invoice it has. Only after a credit note can it be invoiced "
            "anew, as a new order with a number of its own; not after a credit order, for then the "
            "goods came back. The program never deletes anything in Tripletex.",
        ),
    )


def _figures_compared() -> Section:
    return Section(
        translate("help", "The figures are compared"),
        translate(
            "help",
            "Before an order is invoiced, what Tripletex has of it is read back and compared with "
            "the shop's order, VAT rate by VAT rate; a difference stops it. After booking the "
            "amount and what is outstanding are compared; a difference is told as “Transferred "
            "with a note”.",
        ),
    )


def _tried() -> Section:
    return Section(
        translate("help", "How this has been tried"),
        translate("help", "Each time the books held every order once, and the next run went on."),
        points=(
            translate(
                "help",
                "Answers that are lost, late, cut off or refused at any request, in thousands of "
                "combinations drawn by chance, also with two programs at once.",
            ),
            translate(
                "help",
                "A program that is stopped dead before and after every request and every entry in "
                "the journal.",
            ),
            translate("help", "Two programs that transfer the same 200 orders at the same time."),
            translate(
                "help",
                "A full disk, a journal that is locked, damaged or cannot be written: nothing was "
                "sent that was not written down.",
            ),
            translate(
                "help",
                "All of it on practice services that follow what is known of Tripletex and "
                "Mystore. Their own services have not been tried.",
            ),
        ),
    )


def _not_held() -> Section:
    return Section(
        translate("help", "What this does not guard against"),
        points=(
            translate(
                "help",
                "Another integration, Mystore's own among them, that transfers the same orders: it "
                "must be off. “Check of the set-up” looks for its orders in Tripletex.",
            ),
            translate(
                "help",
                "Sales booked by hand, or by the Z report, without the order's number: the program "
                "cannot see that they are the same. Mark such orders as already booked.",
            ),
            translate(
                "help",
                "Two computers with a journal each. Then only this holds: Tripletex refuses a "
                "taken order number, and an order that this computer has not sent itself is "
                "invoiced only when it has been seen without an invoice for 150 seconds. The "
                "credit note of a whole invoice has no order: it is known by its comment, if "
                "Tripletex gives that back.",
            ),
            translate(
                "help",
                "A journal that is lost or replaced by an old copy: the program then finds what is "
                "in Tripletex by the order number, and nothing else.",
            ),
            translate(
                "help",
                "A refund that takes effect only after the waiting, or that a computer sends when "
                "it wakes from more than ten minutes of sleep in the middle of sending, while "
                "another program has gone on with the order: it would be registered twice. So "
                "would one that two computers with a journal each send at the same time.",
            ),
            translate(
                "help",
                "How Tripletex behaves where it is not documented. It is not known whether "
                "Tripletex by itself refuses a second invoice of one order; the program therefore "
                "looks first. If it does not refuse, and an invoice without an answer is made only "
                "after the waiting, there would be two.",
            ),
        ),
    )
