"""Saying what members follow in their own language, after that has changed."""

from bot.core.domain.members import Member
from bot.core.domain.roadmaps.wording import reworded
from bot.core.ports import Tools, UnitOfWork


def retell(work: UnitOfWork, tools: Tools, member: Member) -> None:
    """Say a member's copies of roadmaps that ship in the language that they read, as part of a unit of work."""
    shipped = [each for language in tools.library.languages() for each in tools.library.roadmaps(language)]
    for mine in work.enrolments.of_member(member.community, member.id):
        told = reworded(mine, shipped, member.language)
        if told != mine:
            work.enrolments.save(told)
