"""The program's own zone data for those who watch its clocks."""

from bot.simulation.wall import trust_pinned_zones

trust_pinned_zones()
