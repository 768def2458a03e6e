"""A level chart as a page shows it and as a chat receives it."""

import struct
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from bot.adapters.pictures import VectorPainter
from bot.adapters.pictures.lettering import clean, width, wrap
from bot.adapters.pictures.painter import Busy
from bot.adapters.pictures.palette import PALETTES, Palette
from bot.core.dialogue.gaps.views import DRAWN_WHOLE
from bot.core.ui.pictures import HeatRow, LevelChart, Theme

SVG = "{http://www.w3.org/2000/svg}"
SAFE_ELEMENTS = {SVG + name for name in ("svg", "rect", "path", "text")}


def chart(*rows: HeatRow, title: str = "Software engineer → Staff engineer", highest: int = 5) -> LevelChart:
    return LevelChart(title, rows, highest, "Current level", "Required level", "Not known yet")


def row(label: str = "System design", current: int | None = 2, required: int = 4, emphasis: float = 0) -> HeatRow:
    return HeatRow(label, current, required, emphasis)


def drawn(drawing: LevelChart, theme: Theme = Theme.LIGHT) -> ET.Element:
    return ET.fromstring(VectorPainter().svg(drawing, theme))  # noqa: S314 - our own drawing


def texts(drawing: LevelChart) -> list[str]:
    return [text.text or "" for text in drawn(drawing).iter(f"{SVG}text")]


def filled(drawing: LevelChart, colour: str) -> int:
    return sum(shape.get("fill") == colour for shape in drawn(drawing).iter())


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_a_row_says_its_label_and_both_levels_in_words_and_cells() -> None:
    drawing = chart(row("System design", current=2, required=4))

    assert {"System design", "2 → 4"} <= set(texts(drawing))
    legend_alone = filled(chart(), PALETTES[Theme.LIGHT].reached)
    assert filled(drawing, PALETTES[Theme.LIGHT].reached) - legend_alone == 2
    assert filled(drawing, PALETTES[Theme.LIGHT].missing) - filled(chart(), PALETTES[Theme.LIGHT].missing) == 2


def test_an_unknown_level_is_a_question_mark_and_hatched_not_a_nought() -> None:
    unknown, nought = chart(row(current=None, required=3)), chart(row(current=0, required=3))

    assert "? → 3" in texts(unknown)
    assert "0 → 3" in texts(nought)
    hatched = [len(list(drawn(drawing).iter(f"{SVG}path"))) for drawing in (unknown, nought)]
    assert hatched[0] == hatched[1] + 3


def test_a_competency_that_is_not_required_shows_the_current_level_alone() -> None:
    assert texts(chart(row(current=3, required=0)))[-1] == "3"


def test_levels_beyond_the_scale_and_an_empty_chart_are_still_drawn() -> None:
    assert "9 → 7" in texts(chart(row(current=9, required=7)))
    assert "Current level" in texts(chart(title="", highest=0))


def test_fine_levels_have_room_beside_the_cells() -> None:
    picture = drawn(chart(HeatRow("Programming", 3.88, 4.25, 1.0), row(), highest=7))
    cells = max(
        float(each.get("x", "")) + float(each.get("width", "")) for each in list(picture.iter(f"{SVG}rect"))[1:]
    )
    [numbers] = [each for each in picture.iter(f"{SVG}text") if each.text == "3.88 → 4.25"]
    assert cells < float(numbers.get("x", "")) - width("3.88 → 4.25", 13.5, bold=True)


def test_emphasis_is_a_mark_and_a_weight_as_well_as_a_colour() -> None:
    def bars(emphasis: float) -> int:
        return filled(chart(row(emphasis=emphasis)), PALETTES[Theme.LIGHT].required)

    assert [bars(emphasis) - bars(0) for emphasis in (0.1, 0.5, 1.0, 7.0)] == [1, 2, 3, 3]
    label = next(text for text in drawn(chart(row(emphasis=1))).iter(f"{SVG}text") if text.text == "System design")
    assert label.get("font-weight") == "600"


@pytest.mark.parametrize("theme", Theme, ids=lambda theme: theme.value)
def test_a_strict_content_security_policy_allows_the_drawing(theme: Theme) -> None:
    root = drawn(chart(row(current=None), row(current=5), row(emphasis=1)), theme)

    assert {element.tag for element in root.iter()} <= SAFE_ELEMENTS
    names = {name for element in root.iter() for name in element.attrib}
    assert not names & {"style", "class", "id", "href", "src"}
    assert not [name for name in names if name.startswith(("on", "{"))]


def test_a_reader_who_listens_hears_the_title() -> None:
    root = drawn(chart(title="Where I am"))

    assert (root.get("role"), root.get("aria-label")) == ("img", "Where I am")


@pytest.mark.parametrize(
    "label",
    [
        pytest.param('<script>alert("1")</script>&amp;]]>', id="markup"),
        pytest.param("\u202eמהנדס תוכנה\u202c engineer", id="right to left"),
        pytest.param("zero\u200bwidth\ufeff\u2060", id="zero width"),
        pytest.param("bell\x07 null\x00 \ud800 \uffff", id="not in XML"),
        pytest.param("z" * 500, id="500 letters"),
        pytest.param("word " * 100, id="500 letters in words"),
        pytest.param("a" + "\u0301" * 400, id="piled accents"),
        pytest.param("\ufdfd" * 20, id="wide ligatures"),
        pytest.param("   ", id="blank"),
    ],
)
def test_any_words_are_drawn_as_words_inside_their_column(label: str) -> None:
    drawing = chart(row(label, emphasis=1), title=label)

    assert {element.tag for element in drawn(drawing).iter()} <= SAFE_ELEMENTS
    assert all(width(line, 13.5, bold=True) <= 160 for line in wrap(label, 160, 13.5, lines=2, bold=True))
    assert len(wrap(label, 160, 13.5, lines=2)) <= 2


def test_markup_in_a_label_is_shown_as_it_was_written() -> None:
    assert "<b>&amp;</b>" in texts(chart(row("<b>&amp;</b>")))


def test_direction_and_zero_width_characters_are_left_out_and_joiners_kept() -> None:
    assert clean("a\u202eb\u200bc\td  e") == "abc d e"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_a_long_label_is_broken_between_words_then_cut_with_an_ellipsis() -> None:
    assert wrap("Influence without authority", 130, 13.5, lines=2) == ["Influence without", "authority"]
    assert wrap("Influence without authority", 130, 13.5, lines=1)[0].endswith("…")


def test_a_longer_label_makes_its_row_taller_and_moves_the_next_one_down() -> None:
    drawing = drawn(chart(*[row("Stakeholder communication and influence")] * 3))

    tops = [float(text.get("y", "")) for text in drawing.iter(f"{SVG}text") if text.text == "2 → 4"]
    assert all(below - above >= 16 * 2 for above, below in pairwise(tops))


@pytest.mark.parametrize("theme", Theme, ids=lambda theme: theme.value)
def test_words_and_marks_stand_out_from_the_ground(theme: Theme) -> None:
    palette: Palette = PALETTES[theme]

    assert min(contrast(colour, palette.ground) for colour in (palette.ink, palette.muted)) >= 4.5
    marks = (palette.reached, palette.required, palette.unknown)
    assert min(contrast(colour, palette.ground) for colour in marks) >= 3
    assert contrast(palette.reached, palette.on_reached) >= 4.5
    assert contrast(palette.reached, palette.track) >= 3


@pytest.mark.parametrize("theme", Theme, ids=lambda theme: theme.value)
def test_a_png_is_as_wide_as_asked_and_keeps_the_proportions(theme: Theme) -> None:
    drawing = chart(row(), row(current=None))

    picture = VectorPainter().png(drawing, theme, width=300)

    across, down = struct.unpack(">II", picture[16:24])
    _, _, width_units, height_units = map(float, drawn(drawing).get("viewBox", "").split())
    assert picture.startswith(b"\x89PNG")
    assert across == 300
    assert abs(down - 300 * height_units / width_units) <= 1


@pytest.mark.parametrize(("one", "other"), [("Ab", "Cd"), ("Аб", "Вг"), ("אב", "גד"), ("اب", "جد")])
def test_the_bundled_fonts_draw_letters(one: str, other: str) -> None:
    first, second = (VectorPainter().png(chart(row(label)), Theme.LIGHT, width=300) for label in (one, other))

    assert first != second


def test_a_script_beyond_the_bundled_fonts_does_not_spoil_the_picture() -> None:
    assert VectorPainter().png(chart(row("系统设计")), Theme.DARK, width=300).startswith(b"\x89PNG")


def test_a_picture_too_many_at_once_is_refused_rather_than_waited_for() -> None:
    with pytest.raises(Busy):
        VectorPainter(at_once=0).png(chart(row()), Theme.DARK)


def test_a_press_is_free_again_after_each_picture() -> None:
    painter = VectorPainter(at_once=1)

    assert painter.png(chart(row()), Theme.DARK) == painter.png(chart(row()), Theme.DARK)


def test_what_is_left_out_is_told_beneath_the_rows() -> None:
    drawing = replace(chart(row(), row("Communication")), rest="108 more: 78 open, 30 met.")

    assert texts(drawing)[-1] == "108 more: 78 open, 30 met."
    [last, rest] = [float(each.get("y", "")) for each in list(drawn(drawing).iter(f"{SVG}text"))[-2:]]
    assert last < rest < float(drawn(drawing).get("viewBox", "").split()[3])
    assert "108 more" not in "".join(texts(chart(row())))


def test_as_many_rows_as_are_drawn_at_once_are_no_taller_than_a_chat_shows() -> None:
    longest = replace(chart(*[row("Management of Personnel Resources")] * DRAWN_WHOLE), rest="108 more: 78 open.")

    across, down = struct.unpack(">II", VectorPainter().png(longest, Theme.LIGHT)[16:24])

    assert down <= 3 * across  # Telegram takes up to 20 times, but nobody reads that
    assert across + down <= 10_000  # sendPhoto
