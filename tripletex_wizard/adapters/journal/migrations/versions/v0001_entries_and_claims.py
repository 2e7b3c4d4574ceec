"""Entries, which are never changed or deleted, and claims."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

REFUSAL = """
    CREATE TRIGGER entries_refuse_{verb} BEFORE {verb} ON entries
    BEGIN SELECT RAISE(ABORT, 'journal entries are never changed or deleted'); END
"""


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("profile", sa.String, nullable=False),
        sa.Column("order_number", sa.String, nullable=False),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("phase", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("user", sa.String, nullable=False),
        sa.Column("host", sa.String, nullable=False),
        sa.Column("facts_version", sa.Integer, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("entries_of_order", "entries", ["profile", "order_number"])
    op.create_table(
        "claims",
        sa.Column("profile", sa.String, primary_key=True),
        sa.Column("order_number", sa.String, primary_key=True),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
    if op.get_context().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(REFUSAL.format(verb=verb))
