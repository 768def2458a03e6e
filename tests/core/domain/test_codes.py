"""A code is used by one account, within half an hour, however it is typed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.domain.codes import LIFETIME, Code, CodePurpose, account_of, digest_of
from bot.core.domain.errors import CodeExpired, CodeUsed
from bot.core.domain.ids import CodeId, CommunityId, MemberId

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CODE = Code(
    CodeId("code"), CommunityId("harbour"), CodePurpose.LINK, MemberId("ada"), digest_of("k7m2"), NOW + LIFETIME
)
PHONE, LAPTOP = account_of("telegram", "1"), account_of("discord", "1")


def test_a_code_is_known_however_it_is_typed() -> None:
    assert digest_of(" K7-M2 ") == CODE.digest
    assert digest_of("k7m3") != CODE.digest
    assert "k7m2" not in repr(CODE)


def test_whoever_used_a_code_goes_on_with_it_and_nobody_else() -> None:
    used = CODE.used(PHONE, NOW)

    assert used.used(PHONE, NOW + timedelta(minutes=5)) == used
    with pytest.raises(CodeUsed):
        used.used(LAPTOP, NOW)


def test_a_code_is_over_in_half_an_hour() -> None:
    assert CODE.valid(NOW + LIFETIME - timedelta(seconds=1)) == CODE
    with pytest.raises(CodeExpired):
        CODE.used(PHONE, NOW + LIFETIME)
    with pytest.raises(CodeExpired):
        CODE.used(PHONE, NOW).used(PHONE, NOW + LIFETIME)
