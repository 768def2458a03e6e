"""Roadmaps: graphs, cuts, plans and members' copies."""
