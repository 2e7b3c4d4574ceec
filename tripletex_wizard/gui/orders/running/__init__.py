"""A batch while it runs, and what came of it."""
