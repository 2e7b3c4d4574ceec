"""The outside things, one module or package each."""
