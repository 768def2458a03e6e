"""Mentoring itself: rules, use cases and conversation, with no platform, database or network in sight."""
