"""A route as a page shows it and as a chat receives it: stops in order, lines to what needs them, signs for states."""

import struct
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.pictures import VectorPainter
from bot.adapters.pictures.frame import CANVAS
from bot.adapters.pictures.palette import PALETTES
from bot.adapters.pictures.route_chart import trunks_of
from bot.core.dialogue.roadmaps.planning import SHOWN
from bot.core.ui.pictures import RouteChart, Stop, StopState, Theme

SVG = "{http://www.w3.org/2000/svg}"
SAFE_ELEMENTS = {SVG + name for name in ("svg", "g", "rect", "path", "text")}


def a_stop(label: str = "Pair weekly", state: StopState = StopState.OPEN, *needs: int, milestone: bool = False) -> Stop:
    return Stop(label, "12 hours", state, is_milestone=milestone, needs=needs)


def drawn(*stops: Stop, theme: Theme = Theme.LIGHT, **legends: str) -> ET.Element:
    chart = RouteChart("Your way", stops, **legends)
    return ET.fromstring(VectorPainter().svg(chart, theme))  # noqa: S314 - our own drawing


def texts(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_stops_stand_in_their_order_with_their_notes() -> None:
    root = drawn(a_stop("First"), a_stop("Second", StopState.OPEN, 0))

    assert texts(root) == ["Your way", "First", "12 hours", "Second", "12 hours"]
    heights = [float(text.get("y", 0)) for text in root.iter(f"{SVG}text")]
    assert heights == sorted(heights)


def test_every_state_has_a_sign_of_its_own_beside_its_colour() -> None:
    signs = [len(list(drawn(a_stop("x", state)).iter(f"{SVG}path"))) for state in StopState]

    assert signs == [1, 1, 0, 1]  # a tick, an arrow, nothing, a dash
    assert len({ET.tostring(drawn(a_stop("x", state))) for state in StopState}) == len(StopState)


def test_a_milestone_has_another_shape() -> None:
    plain, milestone = drawn(a_stop()), drawn(a_stop(milestone=True))

    assert len(list(milestone.iter(f"{SVG}rect"))) == len(list(plain.iter(f"{SVG}rect"))) - 1


def test_only_legends_with_words_are_shown() -> None:
    root = drawn(a_stop(), legend_done="Done", legend_critical="Decides the end")

    assert {"Done", "Decides the end"} <= set(texts(root))
    assert "Skipped" not in texts(root)


@pytest.mark.parametrize("theme", Theme)
def test_a_drawing_is_safe_in_a_page_and_fits_its_canvas(theme: Theme) -> None:
    long = a_stop("Design a change that spans three teams and needs no big rewrite of anything " * 3)
    root = drawn(long, *(a_stop("x", StopState.OPEN, *range(place)) for place in range(1, 20)), theme=theme)

    assert {each.tag for each in root.iter()} <= SAFE_ELEMENTS
    assert not {"style", "id", "class", "href"} & {name for each in root.iter() for name in each.attrib}
    ground = next(root.iter(f"{SVG}rect"))
    assert ground.get("fill") == PALETTES[theme].ground
    height = float(ground.get("height", 0))
    for text in root.iter(f"{SVG}text"):
        assert 0 < float(text.get("x", 0)) < CANVAS
        assert 0 < float(text.get("y", 0)) < height


ROUTES = st.lists(st.sets(st.integers(0, 30), max_size=4), min_size=1, max_size=20).map(
    lambda needs: [
        a_stop(str(place), StopState.OPEN, *(need for need in each if need < place)) for place, each in enumerate(needs)
    ]
)


@given(ROUTES)
def test_every_need_has_its_line_and_no_two_lines_share_a_lane_side_by_side(stops: list[Stop]) -> None:
    trunks = trunks_of(stops)
    lines = {(trunk.start, end) for trunk in trunks for end in trunk.ends}
    lines |= {(place - 1, place) for place, stop in enumerate(stops) if place - 1 in stop.needs}

    assert lines == {(need, place) for place, stop in enumerate(stops) for need in stop.needs}
    for one in trunks:
        for other in trunks:
            if one is not other and one.lane == other.lane:
                assert max(one.ends) <= other.start or max(other.ends) <= one.start


def test_a_route_is_printed_too() -> None:
    png = VectorPainter().png(RouteChart("Your way", (a_stop(), a_stop("Next", StopState.NOW, 0))), Theme.DARK)

    assert png.startswith(b"\x89PNG")


def test_the_longest_route_is_whole_and_within_what_a_chat_takes() -> None:
    label = "Get another team to adopt a change that it did not ask for"
    note = "16 hours, over 6 weeks at least · May 2027"
    route = RouteChart("Your way", tuple(Stop(label, note, needs=(max(0, each - 3),)) for each in range(SHOWN + 2)))

    words = " ".join(texts(ET.fromstring(VectorPainter().svg(route, Theme.LIGHT))))  # noqa: S314 - our own drawing
    assert words.count(label) == words.count(note) == SHOWN + 2
    across, down = struct.unpack(">II", VectorPainter().png(route, Theme.LIGHT)[16:24])
    assert across + down <= 10_000
    assert down <= 4 * across
