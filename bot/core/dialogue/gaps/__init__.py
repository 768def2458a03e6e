"""The gap matrix in chat."""

from bot.core.dialogue.gaps.views import cell_words, readiness

__all__ = ["cell_words", "readiness"]
