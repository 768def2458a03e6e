"""Updates wait in their platform's order until they are dealt with."""

import pytest

from bot.storage.engines import Database, open_database


def test_updates_wait_in_order_and_each_is_kept_once(home: Database) -> None:
    with home.write() as work:
        for number in (7, 5, 5):
            work.updates.put("telegram", number, f"update {number}")
        work.updates.put("other", 6, "another platform's")
        work.commit()

    with home.write() as work:
        assert work.updates.take("telegram", 10) == [(5, "update 5"), (7, "update 7")]
        assert work.updates.take("telegram", 1) == [(5, "update 5")]
        work.updates.done("telegram", [5])
        work.commit()
    with home.read() as work:
        assert work.updates.take("telegram", 10) == [(7, "update 7")]
        assert work.updates.take("other", 10) == [(6, "another platform's")]


@pytest.mark.parametrize("text", ["secret words"])
def test_an_update_cannot_be_read_with_another_key(sqlite_url: str, text: str) -> None:
    writing, reading = open_database(sqlite_url, b"a" * 32), open_database(sqlite_url, b"b" * 32)
    with writing.write() as work:
        work.updates.put("telegram", 1, text)
        work.commit()

    with reading.read() as work:
        assert work.updates.take("telegram", 1) == [(1, "")]
    writing.close()
    reading.close()
