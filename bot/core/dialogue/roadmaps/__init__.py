"""Roadmaps in chat: following one, and making one."""
