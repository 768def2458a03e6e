"""The curated content of `config/`: frameworks, programme templates and texts."""
