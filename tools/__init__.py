"""Tools for those who work on Menteo."""
