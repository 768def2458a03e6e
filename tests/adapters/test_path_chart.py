"""A path chart as it is drawn: what each line is, and what is cut at the edge."""

import re
from xml.etree import ElementTree as ET

import pytest

from bot.adapters.pictures import VectorPainter
from bot.adapters.pictures.palette import PALETTES
from bot.core.ui.pictures import PathChart, Theme

SVG = "{http://www.w3.org/2000/svg}"
SAFE = {SVG + name for name in ("svg", "rect", "path", "text")}


def chart(arrival: tuple[float, float, float] | None = (0.5, 0.7, 0.9), title: str = "Your progress") -> PathChart:
    return PathChart(
        title=title,
        gone=((0.0, 0.2), (0.1, 0.4), (0.2, 0.3)),
        needed=((0.0, 0.2), (0.8, 1.0)),
        today=0.3,
        arrival=arrival,
        days=((0.0, "May 2026"), (1.0, "July 2028")),
        shares=((0.0, "0%"), (1.0, "100%")),
        legend_gone="Attested",
        legend_needed="Needed",
        legend_today="Today",
        legend_arrival="When you arrive",
    )


def drawn(drawing: PathChart, theme: Theme = Theme.LIGHT) -> ET.Element:
    return ET.fromstring(VectorPainter().svg(drawing, theme))  # noqa: S314 - our own drawing


def fan(drawing: PathChart) -> list[tuple[float, float]]:
    """Where the corners of the fan are, the last of the filled shapes with as many."""
    filled = [each.get("d", "") for each in drawn(drawing).iter(f"{SVG}path") if each.get("d", "").endswith("Z")]
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", filled[-1])]


@pytest.mark.parametrize("theme", Theme)
def test_it_says_its_words_and_holds_nothing_but_shapes(theme: Theme) -> None:
    root = drawn(chart(), theme)

    words = {each.text for each in root.iter(f"{SVG}text")}
    assert {"Your progress", "Attested", "Needed", "Today", "When you arrive", "May 2026", "100%"} <= words
    assert {each.tag for each in root.iter()} <= SAFE
    assert root.get("aria-label") == "Your progress"


def test_what_was_needed_is_dashed_and_what_was_gone_is_solid() -> None:
    palette = PALETTES[Theme.LIGHT]
    paths = list(drawn(chart()).iter(f"{SVG}path"))

    assert all(each.get("stroke-dasharray") for each in paths if each.get("stroke") == palette.required)
    gone = [each for each in paths if each.get("stroke") == palette.reached and each.get("stroke-width") == "3"]
    assert gone
    assert not any(each.get("stroke-dasharray") for each in gone)


def test_the_fan_goes_from_today_to_the_earliest_and_the_latest() -> None:
    begin, earliest, latest = fan(chart())

    assert begin[0] < earliest[0] < latest[0]
    assert earliest[1] == latest[1] < begin[1]


def test_what_lies_beyond_the_picture_is_cut_at_its_edge_and_not_bent_to_it() -> None:
    begin, earliest, corner, edge = fan(chart((0.5, 1.2, 1.7)))

    assert earliest[0] < corner[0] == edge[0]
    assert corner[1] == earliest[1]
    assert corner[1] < edge[1] < begin[1], "halfway up: the latest is twice as far as the edge"
    assert edge[1] == pytest.approx((begin[1] + corner[1]) / 2, abs=0.1)


def test_without_a_forecast_there_is_no_fan() -> None:
    drawing = drawn(chart(None))

    assert not [each for each in drawing.iter(f"{SVG}path") if each.get("d", "").endswith("Z")]


def test_a_title_of_any_length_and_script_stays_inside() -> None:
    for title in ("W" * 500, "道" * 200, "\u202eabc\x00", ""):
        assert float(drawn(chart(title=title)).get("height") or 0) > 0
