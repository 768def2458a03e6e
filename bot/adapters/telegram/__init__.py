"""Menteo on Telegram: what people do there, and what is told there, through python-telegram-bot's `Bot` alone."""
