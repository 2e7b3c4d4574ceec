"""The prerequisite board as the wizard and the order window show it."""
