"""The journal's tables, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("profile", String, nullable=False),
    Column("order_number", String, nullable=False),
    Column("step", String, nullable=False),
    Column("phase", String, nullable=False),
    Column("at", String, nullable=False),  # ISO 8601 in UTC
    Column("user", String, nullable=False),
    Column("host", String, nullable=False),
    Column("facts_version", Integer, nullable=False),
    Column("facts", Text, nullable=False),  # JSON
    Index("entries_of_order", "profile", "order_number"),
    sqlite_autoincrement=True,
)

claims = Table(
    "claims",
    metadata,
    Column("profile", String, primary_key=True),
    Column("order_number", String, primary_key=True),
    Column("owner", String, nullable=False),
    Column("expires", BigInteger, nullable=False),  # milliseconds since 1970, database's clock
)
