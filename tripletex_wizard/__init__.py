"""Connects a Mystore shop to Tripletex."""
