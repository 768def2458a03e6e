"""How fast Menteo is, and how much it takes: `make bench` prints the figures that the README quotes."""
