"""The order window: what waits, what becomes of it, and what came of it."""
