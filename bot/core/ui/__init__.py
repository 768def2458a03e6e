"""A small language of interaction that every surface can draw; it knows nothing of mentoring."""
