"""What the tests' own Discord and Telegram share: how they listen, what goes wrong on demand, who checks requests."""
