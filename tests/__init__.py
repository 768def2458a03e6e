"""Tests mirror `bot/`; `stories/` tells whole features by their people."""
