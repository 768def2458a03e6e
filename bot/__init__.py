"""Menteo turns a community's chat into a mentorship programme."""

__version__ = "0.1.0"
