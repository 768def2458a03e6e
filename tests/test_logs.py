"""Logs that are safe to read and hold no secret."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import REDACTED, Cleaner, frames_of, set_up_logs

CANARY = "canary-token-123456"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is logged as JSON from here on; the loggers are put back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    set_up_logs("INFO", as_json=True, secrets=[CANARY])
    yield stream
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def lines(written: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_an_event_is_one_line_with_its_ids(written: io.StringIO) -> None:
    structlog.get_logger("bot.test").info("check_in_submitted", check_in="abc")

    [line] = lines(written)
    assert (line["event"], line["check_in"], line["level"]) == ("check_in_submitted", "abc", "info")
    assert "timestamp" in line


def test_a_librarys_log_is_cleaned_like_our_own(written: io.StringIO) -> None:
    logging.getLogger("some.library").warning("GET https://h/%s\nforged line", CANARY)

    [line] = lines(written)
    assert line["event"] == f"GET https://h/{REDACTED}\\nforged line"


def test_a_librarys_trace_keeps_places_and_loses_words(written: io.StringIO) -> None:
    try:
        int("what somebody typed")
    except ValueError:
        logging.getLogger("some.library").exception("it failed")

    [line] = lines(written)
    assert line["error"] == "ValueError"
    assert "what somebody typed" not in written.getvalue()


def test_talkative_libraries_are_heard_from_warnings_on(written: io.StringIO) -> None:
    for name in ("httpx", "apscheduler.scheduler", "uvicorn.error", "alembic.runtime"):
        logging.getLogger(name).info("an address with a token")
        logging.getLogger(name).warning("trouble")

    assert [line["event"] for line in lines(written)] == ["trouble"] * 4


@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_nobody_writes_a_line_or_a_colour_of_their_own(value: object) -> None:
    cleaned = json.dumps(Cleaner([])(None, "", {"event": value}), ensure_ascii=False)

    assert cleaned.isprintable() or not any(ord(each) < 32 or 127 <= ord(each) < 160 for each in cleaned)
    assert len(cleaned.splitlines()) == 1


@given(st.text(), st.text())
def test_a_secret_is_hidden_wherever_it_stands(before: str, after: str) -> None:
    event = {"event": before + CANARY + after, "facts": {"deep": [CANARY.encode(), ValueError(CANARY)]}}

    assert CANARY not in str(Cleaner([CANARY])(None, "", event))


def test_too_short_a_secret_hides_no_innocent_words() -> None:
    assert Cleaner(["a", ""])(None, "", {"event": "banana"}) == {"event": "banana"}


def test_a_fault_is_told_by_kind_and_place_alone() -> None:
    with pytest.raises(ValueError, match="typed") as failed:
        int("what somebody typed")

    told = frames_of(failed.value)

    assert told["error"] == "ValueError"
    assert "test_logs.py" in str(told["where"])
    assert "what somebody typed" not in str(told)
