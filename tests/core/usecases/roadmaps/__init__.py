"""Following roadmaps, and making them."""
