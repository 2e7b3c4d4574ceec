"""What is asked before anything is sent or marked."""
