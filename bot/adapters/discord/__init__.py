"""Menteo on Discord: what people do there, and what is told there, through discord.py."""
