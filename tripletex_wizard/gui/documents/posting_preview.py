"""«Forhåndsvisning av bokføring»: what a batch would post, as a paper and as a table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from tripletex_wizard.domain.batch_preview import SENDS, BatchPreview, Forecast
from tripletex_wizard.domain.ledger import PaymentType
from tripletex_wizard.domain.order_preview import order_previews, refund_previews
from tripletex_wizard.gui.amounts import amount
from tripletex_wizard.gui.documents.order_section import order_section, refund_section
from tripletex_wizard.gui.documents.paper import Origin, Paper, Section, Table, moment
from tripletex_wizard.gui.documents.posting_rows import column_names, preview_rows
from tripletex_wizard.gui.documents.spreadsheet import csv_of, origin_cells, origin_headings
from tripletex_wizard.gui.documents.sum_sections import foot_lines, not_sent_name, sum_sections
from tripletex_wizard.gui.texts import sentence

translate = QCoreApplication.translate

_NOT_SENT_WIDTHS = (12, 22, 22, 14, 0)


@dataclass(frozen=True, slots=True)
class PostingPreview:
    """A batch that has not begun; how it is shown is decided when it is asked."""

    preview: BatchPreview
    payment_types: tuple[PaymentType, ...]
    origin: Origin

    @property
    def name(self) -> str:
        """What a file of it is called, without suffix."""
        text = translate("documents", "Posting preview {company} {moment}")
        made_at = f"{self.origin.made_at:%Y-%m-%d %H%M}"
        return text.format(company=self.origin.company, moment=made_at)

    def paper(self) -> Paper:
        """The sums, the control, what is not sent, then every order that is."""
        title = translate("documents", "Preview of what is to be posted, {moment}")
        made_at = moment(self.origin.made_at)
        return Paper(title.format(moment=made_at), self.origin, tuple(self._sections()))

    def csv(self) -> bytes:
        """A row for each line, VAT code, posting and control; no figure stands in two rows.

        The last column is the SHA-256 of the figures: every row's cells up to where the document
        comes from, parted by tabs, a line for each, in UTF-8.
        """
        columns = column_names()
        rows = [
            tuple(row.get(key, "") for key in columns)
            for row in preview_rows(self.preview, self.payment_types)
        ]
        figures = "\n".join("\t".join(row) for row in rows)
        checksum = hashlib.sha256(figures.encode()).hexdigest()
        version = self.origin.maker.program_version
        whence = (*origin_cells(self.origin), version, checksum)
        headings = (
            *columns.values(),
            *origin_headings(),
            translate("documents", "Program version"),
            translate("documents", "Checksum of the figures (SHA-256)"),
        )
        return csv_of(headings, ((*row, *whence) for row in rows))

    def _sections(self) -> Iterator[Section]:
        yield from sum_sections(self.preview, self.payment_types)
        foot = foot_lines(self.preview, self.payment_types)
        yield Section(translate("documents", "Control"), foot)
        unsent = [row for row in self.preview.rows if row.deed not in SENDS]
        if unsent:
            yield Section(translate("documents", "Not sent now"), table=_not_sent(unsent))
        orders = order_previews(self.preview, self.payment_types)
        refunds = refund_previews(self.preview, self.payment_types)
        if orders or refunds:
            note = translate(
                "documents",
                "Accounts: “assumed” is the usual one for the VAT code, “stated” is given by the "
                "accountant in the set-up, “seen” stood on a voucher of the company.",
            )
            parts = (
                *(order_section(shown, self.payment_types) for shown in orders),
                *map(refund_section, refunds),
            )
            yield Section(translate("documents", "Order by order"), (note,), parts=parts)


def _not_sent(rows: list[Forecast]) -> Table:
    headings = (
        translate("documents", "Order"),
        translate("documents", "Customer"),
        translate("documents", "Why"),
        translate("documents", "The shop"),
        translate("documents", "Reason or note"),
    )
    return Table(
        headings,
        tuple(
            (
                row.number,
                row.customer.name if row.customer else "",
                not_sent_name(row),
                amount(row.sale) if row.sale is not None else "",
                " ".join(sentence(reason).what for reason in row.reasons),
            )
            for row in rows
        ),
        frozenset({3}),
        widths=_NOT_SENT_WIDTHS,
    )
