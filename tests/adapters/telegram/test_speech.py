"""What people say goes to Telegram and comes back the same, however long and in whatever script."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity, User

from bot.adapters.telegram.limits import CAPTION, MESSAGE
from bot.adapters.telegram.spans import nested
from bot.adapters.telegram.speech import Piece, carried, heard
from bot.adapters.telegram.splitting import units
from bot.core.ui.speech import Span, Speech, Style

TEXTS = st.text(st.sampled_from("abc de\n👍🏽é\u0301👩\u200d💻🇪🇸مرحبا中 "), max_size=80)
TARGETS = {Style.LINK: "https://example.org/a?b=1&c=2", Style.PRE: "python"}


@st.composite
def speeches(draw: st.DrawFn) -> Speech:
    text = draw(TEXTS)
    spans = draw(st.lists(st.builds(Span, st.sampled_from(Style), st.integers(0, 80), st.integers(0, 40)), max_size=6))
    aimed = [Span(each.style, each.start, each.length, TARGETS.get(each.style, "")) for each in spans]
    return Speech(text, nested(aimed, len(text)))


def covered(piece: Piece) -> list[tuple[str, str]]:
    units16 = piece.text.encode("utf-16-le")
    return [
        (str(each.type), units16[2 * each.offset : 2 * (each.offset + each.length)].decode("utf-16-le"))
        for each in piece.entities
    ]


@given(speeches())
def test_what_is_carried_is_heard_the_same(speech: Speech) -> None:
    text = speech.text.strip()
    if text != speech.text or not text:
        return
    [piece] = carried(speech)

    assert piece.text == speech.text
    assert heard(piece.text, piece.entities) == speech.spans


@given(speeches(), st.integers(20, 60), st.none() | st.integers(20, 60), st.sampled_from(["", "Priya", "👍🏽 د"]))
def test_no_piece_is_too_long_and_no_entity_leaves_its_text(
    speech: Speech, longest: int, first: int | None, author: str
) -> None:
    pieces = carried(speech, author=author, longest=longest, first=first)

    for number, piece in enumerate(pieces):
        assert units(piece.text) <= (first if number == 0 and first else longest)
        edges = set(accumulate(map(units, piece.text), initial=0))
        assert all({each.offset, each.offset + each.length} <= edges for each in piece.entities)
        assert all(words for _, words in covered(piece))
    said = "".join("".join(each.text for each in pieces).split())
    assert said.endswith("".join(speech.text.split()))


@given(st.lists(st.tuples(st.sampled_from(MessageEntity.ALL_TYPES), st.integers(-2, 30), st.integers(-2, 30))), TEXTS)
def test_whatever_entities_come_are_heard_within_the_text(entities: list[tuple[str, int, int]], text: str) -> None:
    sent = [MessageEntity(kind, start, length, url="https://example.org") for kind, start, length in entities]

    for span in heard(text, sent):
        assert 0 <= span.start < span.start + span.length <= len(text)


def test_a_long_speech_has_its_name_once_and_its_formatting_throughout() -> None:
    speech = Speech("word " * 2000, (Span(Style.ITALIC, 0, 9999),))

    pieces = carried(speech, author="Priya Nair")

    assert len(pieces) == 3
    assert all(units(each.text) <= MESSAGE for each in pieces)
    assert pieces[0].text.startswith("Priya Nair: word")
    assert covered(pieces[0])[0] == ("bold", "Priya Nair:")
    assert all("italic" in dict(covered(each)) for each in pieces)
    assert not any("Priya" in each.text for each in pieces[1:])


def test_what_follows_a_caption_may_be_longer() -> None:
    pieces = carried(Speech("word " * 600), author="Priya", first=CAPTION)

    assert units(pieces[0].text) <= CAPTION
    assert len(pieces) == 2


def test_each_piece_says_which_room_it_belongs_to() -> None:
    pieces = carried(Speech("word " * 1000), author="Priya", room="Priya Nair and Ken Abe")

    assert [each.text.split("\n")[0] for each in pieces] == ["💬 Priya Nair and Ken Abe"] * 2
    assert all(covered(each)[0] == ("bold", "💬 Priya Nair and Ken Abe") for each in pieces)
    assert all(units(each.text) <= MESSAGE for each in pieces)


@pytest.mark.parametrize("style", [Style.QUOTE, Style.PRE])
def test_the_name_stands_above_what_stands_by_itself(style: Style) -> None:
    [piece] = carried(Speech("as you said", (Span(style, 0, 6),)), author="Priya")

    assert piece.text == "Priya:\nas you said"


def test_a_picture_without_words_has_the_name_alone() -> None:
    [piece] = carried(Speech(""), author="Priya")

    assert (piece.text, covered(piece)) == ("Priya", [("bold", "Priya")])
    assert carried(Speech("  ")) == ()


def test_a_name_pings_nobody_and_stays_on_its_line() -> None:
    [piece] = carried(Speech("hi"), author="@ken\nadmin\u202e")

    assert piece.text == "@\u2060ken admin: hi"


def test_a_link_that_leads_nowhere_safe_is_words() -> None:
    [piece] = carried(Speech("here", (Span(Style.LINK, 0, 4, "javascript:alert(1)"),)))

    assert piece.entities == ()


def test_what_the_core_has_no_word_for_is_left_out() -> None:
    entities = [
        MessageEntity(MessageEntity.TEXT_MENTION, 0, 2, user=User(1, "Ken", is_bot=False)),
        MessageEntity(MessageEntity.CUSTOM_EMOJI, 0, 2, custom_emoji_id="1"),
        MessageEntity(MessageEntity.EXPANDABLE_BLOCKQUOTE, 0, 5),
        MessageEntity(MessageEntity.PRE, 3, 2, language="python"),
    ]

    assert heard("👍 it", entities) == (Span(Style.QUOTE, 0, 4), Span(Style.PRE, 2, 2, "python"))
