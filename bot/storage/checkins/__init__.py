"""The week's check-ins: their tables, how rows are read, and what is due."""
