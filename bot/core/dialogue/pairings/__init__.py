"""Finding a mentor for a mentee, and the mentor's answer, in chat."""
