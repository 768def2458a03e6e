"""The chat server itself: a platform with accounts, places and messages of its own, which knows nothing of Menteo."""
