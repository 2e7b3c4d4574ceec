"""Everything that knows Qt: windows, and the sentences that users read."""
