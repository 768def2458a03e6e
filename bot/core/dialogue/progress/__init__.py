"""The way to the destination in chat: how far, how fast, and when."""
