"""Where everything that a community tells Menteo is kept."""
