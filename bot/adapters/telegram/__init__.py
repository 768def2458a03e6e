"""Menteo on Telegram."""
