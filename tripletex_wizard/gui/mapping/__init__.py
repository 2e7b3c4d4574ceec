"""The table that maps the store's payment methods to payment types in Tripletex (step 4)."""
