"""Translators between the core and the world outside it, strangers to each other."""
