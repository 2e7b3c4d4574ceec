"""The table of orders: rows, columns, filters and what is selected."""
