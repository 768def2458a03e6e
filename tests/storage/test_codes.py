"""Codes: found by their words' digest, used once, forgotten in time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.domain.codes import Code, CodePurpose, digest_of
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CodeId
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, NOW, OTHER


def code(name: str = "code", purpose: CodePurpose = CodePurpose.LINK, hours: float = 0.5) -> Code:
    return Code(CodeId(name), COMMUNITY, purpose, ANNA, digest_of(name), NOW + timedelta(hours=hours))


def test_a_code_is_found_by_its_words_and_in_its_community(home: Database) -> None:
    with home.write() as work:
        work.codes.add(code(), NOW)
        work.commit()

    with home.read() as work:
        assert work.codes.find(digest_of("CO-DE")) == code()
        assert work.codes.find(digest_of("other")) is None
        assert work.codes.get(COMMUNITY, CodeId("code")) == code()
        with pytest.raises(NotFound):
            work.codes.get(OTHER, CodeId("code"))


def test_a_code_is_used_by_one_account(home: Database) -> None:
    used = code().used("discord:1", NOW)
    with home.write() as work:
        work.codes.add(code(), NOW)
        assert work.codes.use(used)
        assert work.codes.use(used)
        assert not work.codes.use(replace(used, used_by="discord:2"))
        work.commit()

    with home.read() as work:
        assert work.codes.find(digest_of("code")) == used


def test_a_new_code_takes_the_place_of_an_unused_one_for_the_same(home: Database) -> None:
    with home.write() as work:
        work.codes.add(code("first"), NOW)
        work.codes.add(code("connect", CodePurpose.CONNECT), NOW)
        work.codes.add(code("second"), NOW)
        work.codes.use(code("second").used("discord:1", NOW))
        work.codes.add(code("third"), NOW)
        kept = {name for name in ("first", "connect", "second", "third") if work.codes.find(digest_of(name))}

    assert kept == {"connect", "second", "third"}


def test_a_code_long_over_is_forgotten(home: Database) -> None:
    with home.write() as work:
        work.codes.add(code("old", CodePurpose.CONNECT, hours=-25), NOW)
        work.codes.add(code("late", CodePurpose.LINK, hours=-23), NOW)
        work.codes.add(code("new", CodePurpose.CONNECT), NOW)

        assert work.codes.find(digest_of("old")) is None
        assert work.codes.find(digest_of("late")) is not None
