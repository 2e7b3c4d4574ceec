"""What the program does for its users, through ports."""
