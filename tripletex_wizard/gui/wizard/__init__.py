"""The set-up wizard: its frame, its pages, and the one writer of the draft."""
