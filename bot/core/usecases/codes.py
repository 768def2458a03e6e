"""Giving one-time codes, and taking them."""

from bot.core.domain.codes import LIFETIME, Code, CodePurpose, digest_of
from bot.core.domain.errors import CodeUnknown, CodeUsed
from bot.core.domain.ids import CodeId, CommunityId
from bot.core.domain.members import Member
from bot.core.ports import Tools, UnitOfWork


def give_code(work: UnitOfWork, tools: Tools, purpose: CodePurpose, member: Member) -> str:
    """Make a code for a member, as part of a unit of work; what is returned is kept nowhere."""
    words, now = tools.ids.new(), tools.clock.now()
    code = Code(
        id=CodeId(tools.ids.new()),
        community=member.community,
        purpose=purpose,
        member=member.id,
        digest=digest_of(words),
        expires_at=now + LIFETIME,
    )
    work.codes.add(code, now)
    return words


def take_code(work: UnitOfWork, tools: Tools, purpose: CodePurpose, given: str, by: str) -> Code:
    """Use a code, as part of a unit of work; raise `CodeUnknown`, `CodeUsed` or `CodeExpired`."""
    code = _known(work, purpose, given).used(by, tools.clock.now())
    if not work.codes.use(code):
        raise CodeUsed
    return code


def community_of_code(work: UnitOfWork, purpose: CodePurpose, given: str) -> CommunityId:
    """Name the community that gave a code; raise `CodeUnknown`."""
    return _known(work, purpose, given).community


def _known(work: UnitOfWork, purpose: CodePurpose, given: str) -> Code:
    code = work.codes.find(digest_of(given))
    if code is None or code.purpose is not purpose:
        raise CodeUnknown
    return code
