"""Lines and postings of an order, shown in the wizard and in the order window alike."""
