"""A member's public line of growth, in chat."""
