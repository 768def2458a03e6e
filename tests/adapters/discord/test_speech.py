"""Speech keeps its words and its formatting, from Discord's markdown and into it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.adapters.discord.escape import plain
from bot.adapters.discord.speech_read import Words, read_words
from bot.adapters.discord.speech_write import LONGEST, length, pieces, write_words
from bot.core.ui.speech import Span, Style
from tests.adapters.discord.markdown import read
from tests.adapters.discord.test_escape import TYPED

INLINE = (Style.BOLD, Style.ITALIC, Style.UNDERLINE, Style.STRIKE, Style.SPOILER, Style.CODE)
SITE = "https://example.org/a"
CHUNKS = st.tuples(
    st.sampled_from(
        (
            "a",
            "b c",
            " ",
            "d\n",
            "*",
            "_",
            "~~",
            "||",
            "`",
            "\\",
            "x* ",
            "# h",
            "> q",
            "- l",
            "1. ",
            "@everyone",
            "ñ",
            "[k]",
        )
    )
    | st.text(max_size=3),
    st.frozensets(st.sampled_from(INLINE), max_size=3),
)


class Called:
    """Knows everything by the name "kind-id"."""

    def person(self, account: str) -> str:
        return f"person-{account}"

    def place(self, channel: str) -> str:
        return f"place-{channel}"

    def role(self, role: str) -> str:
        return f"role-{role}"


def heard(content: str) -> Words:
    return read_words(content, Called())


def spans_of(chunks: list[tuple[str, frozenset[Style]]]) -> tuple[str, list[Span]]:
    """Put chunks together; a span reaches no further than its chunk."""
    text, spans = "", []
    for words, styles in chunks:
        held = [each for each in INLINE if each in styles]
        if Style.CODE in held and set(words) & set("*_~|[]"):
            held = [Style.CODE]
        spans += [Span(each, len(text), len(words)) for each in held if words]
        text += words
    return text, spans


def shown(text: str, spans: list[Span] | tuple[Span, ...]) -> list[tuple[str, frozenset[Style]]]:
    """Say of every sign that can be seen how it looks."""
    looks = []
    for place, sign in enumerate(text):
        if plain(sign).strip():
            held = frozenset(each.style for each in spans if each.start <= place < each.start + each.length)
            looks.append((sign, held))
    return looks


@given(st.lists(CHUNKS, max_size=12))
@example([("a", frozenset({Style.BOLD})), ("b", frozenset({Style.ITALIC}))])
@example([("a|", frozenset({Style.SPOILER})), ("||", frozenset())])
@example([("`", frozenset({Style.CODE})), ("``", frozenset({Style.CODE}))])
def test_what_is_written_is_read_with_the_same_words_and_looks(chunks: list[tuple[str, frozenset[Style]]]) -> None:
    text, spans = spans_of(chunks)

    said = heard(write_words(text, spans))

    assert shown(said.text, said.spans) == shown(text, spans)


@given(TYPED)
def test_plain_words_come_back_as_they_were(text: str) -> None:
    assert heard(write_words(text)).text.split() == plain(text).split()
    assert heard(write_words(text)).spans == ()


@given(TYPED)
@example(":https://example.org")
def test_plain_words_do_nothing_on_discord_but_lead_where_they_say(text: str) -> None:
    assert set(read(write_words(text)).marks) <= {"link"}


@given(TYPED)
def test_whatever_is_typed_on_discord_can_be_read(text: str) -> None:
    said = heard(text)

    assert all(each.start >= 0 and each.length > 0 for each in said.spans)
    assert all(each.start + each.length <= len(said.text) for each in said.spans)


@given(st.lists(CHUNKS, min_size=1, max_size=12), st.integers(40, 80))
def test_what_is_too_long_is_cut_without_losing_words_or_looks(
    chunks: list[tuple[str, frozenset[Style]]], room: int
) -> None:
    text, spans = spans_of(chunks * 5)

    cut = pieces(text, spans, room, first=room - 10)

    assert all(length(each) <= room for each in cut)
    said = [look for each in cut for look in shown(heard(each).text, heard(each).spans)]
    assert said == shown(text, spans)


def test_long_words_are_cut_where_lines_or_words_end() -> None:
    text = "\n".join("word " * 100 for _ in range(10))

    cut = pieces(text, ())

    assert len(cut) == 4
    assert all(length(each) <= LONGEST and each.split()[-1] == "word" for each in cut)


@pytest.mark.parametrize(
    ("content", "text", "spans"),
    [
        ("**bold** and *it*", "bold and it", [(Style.BOLD, 0, 4), (Style.ITALIC, 9, 2)]),
        ("***both***", "both", [(Style.ITALIC, 0, 4), (Style.BOLD, 0, 4)]),
        ("__under__ ~~gone~~", "under gone", [(Style.UNDERLINE, 0, 5), (Style.STRIKE, 6, 4)]),
        ("||hid||", "hid", [(Style.SPOILER, 0, 3)]),
        ("snake_case_name 2*3*4", "snake_case_name 234", [(Style.ITALIC, 17, 1)]),
        ("`a**b**`", "a**b**", [(Style.CODE, 0, 6)]),
        ("`` a`b ``", " a`b ", [(Style.CODE, 0, 5)]),
        ("see:\n```py\nx = '**'\n```done", "see:\nx = '**'\ndone", [(Style.PRE, 5, 8, "py")]),
        ("> one\n> **two**\nthree", "one\ntwo\nthree", [(Style.BOLD, 4, 3), (Style.QUOTE, 0, 7)]),
        (">>> one\ntwo", "one\ntwo", [(Style.QUOTE, 0, 7)]),
        ("# Title\n-# small", "Title\nsmall", [(Style.BOLD, 0, 5)]),
        (f"[**here**](<{SITE}>)", "here", [(Style.BOLD, 0, 4), (Style.LINK, 0, 4, SITE)]),
        (f"{SITE}_b_c <{SITE}>", f"{SITE}_b_c {SITE}", []),
        ("<@7> <@!7> in <#8> of <@&9>", "@person-7 @person-7 in #place-8 of @role-9", []),
        ("<:wave:12> <a:dance:13> </goal add:14>", ":wave: :dance: /goal add", []),
        ("<t:1618953630> <t:1618953630:t> <t:1618953630:D>", "2021-04-20 21:20 UTC 21:20 UTC 2021-04-20", []),
        ("<t:99999999999>", "5138-11-16 09:46 UTC", []),
        (r"\*no\* 3 > 2", "*no* 3 > 2", []),
        ("** never closed ``` nor this", "** never closed ``` nor this", []),
    ],
)  # fmt: skip
def test_discord_s_own_markdown_is_understood(content: str, text: str, spans: list[tuple[object, ...]]) -> None:
    said = heard(content)

    assert said.text == text
    assert list(said.spans) == [Span(*each) for each in spans]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "spans", "written"),
    [
        ("quoted\nand on\nmine", [Span(Style.QUOTE, 2, 6)], "> quoted\n> and on\nmine"),
        ("a\nx``` = 1\nb", [Span(Style.PRE, 2, 8, "py")], "a\n```py\nx`\u200b`\u200b` = 1\n```\nb"),
        ("run x now", [Span(Style.PRE, 4, 1, "not a language")], "run \n```\nx\n```\n now"),
        ("`a`", [Span(Style.CODE, 0, 3)], "``\u200b`a`\u200b``"),
        ("here", [Span(Style.LINK, 0, 4, "https://x.org/(a)")], "[here](<https://x.org/%28a%29>)"),
        ("here", [Span(Style.LINK, 0, 4, "tg://user?id=1")], "here"),
        ("x.org", [Span(Style.LINK, 0, 5, "https://x.org")], "[x.org](<https://x.org>)"),
        ("https://x.org", [Span(Style.LINK, 0, 13, "https://evil.org")], "https://x.org (<https://evil.org>)"),
        (SITE, [Span(Style.LINK, 0, len(SITE), SITE)], SITE),
        (f"({SITE}_(b)), {SITE}* x", [], f"({SITE}_(b)), <{SITE}>\\* x"),
        ("bold \nboth", [Span(Style.BOLD, 0, 10)], "**bold** \n**both**"),
    ],
)
def test_discord_s_markdown_is_written(text: str, spans: list[Span], written: str) -> None:
    assert write_words(text, spans) == written


@pytest.mark.parametrize(
    "content", ["**" * 1000, "*a" * 1000, "||**__~~" * 250, "`" * 999 + "a", "[a](" * 500, "_a " * 700, "```\n" * 500]
)
def test_nobody_can_make_reading_take_long(content: str) -> None:
    assert len(heard(content).text) <= len(content)
