"""Rounds of matching: their tables, how they are written as text, and the repositories."""
