"""Importers of public frameworks: one for each published format, onto the same kept file."""
