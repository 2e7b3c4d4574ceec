"""Tripletex API v2 (tripletex-api.md), as the Ledger port."""
