"""What members say of themselves for being paired, and a programme's own rules, in chat."""
