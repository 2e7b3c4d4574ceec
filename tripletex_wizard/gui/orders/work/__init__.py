"""What the order window does: reading the shop, a running batch, single orders."""
