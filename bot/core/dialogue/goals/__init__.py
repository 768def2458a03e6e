"""A mentee's goals in chat."""
