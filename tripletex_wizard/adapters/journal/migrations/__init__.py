"""Alembic's folder: env.py and one module per change of the tables."""
