"""Documents for the accountant, as PDF."""
