"""The weekly check-in in chat."""
