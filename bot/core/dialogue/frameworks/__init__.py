"""Frameworks of a community's own in chat: what there is, loading one, removing one."""
