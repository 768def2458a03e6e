"""Rounds of matching in chat: the moderators' board, and the mentors' answers."""
