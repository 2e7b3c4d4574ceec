"""The pane of one order, or of several that are selected."""
