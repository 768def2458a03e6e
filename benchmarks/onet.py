"""A made-up O*NET release of full size, in the published text format: the same for the same seed."""

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

OCCUPATIONS, RATED = 1_000, 900
IRRELEVANT, SUPPRESSED = 0.05, 0.03
SKILLS = tuple(f"2.{group}.{section}.{letter}" for group, section, letters in (
    ("A", 1, "abcdef"), ("A", 2, "abcd"), ("B", 1, "abcdef"), ("B", 2, "i"), ("B", 3, "abcdeghjklm"), ("B", 4, "egh"),
    ("B", 5, "abcd"),
) for letter in letters)  # fmt: skip
KNOWLEDGE = tuple(f"2.C.{section}.{letter}" for section in range(1, 12) for letter in "abc")
ABILITIES = tuple(f"1.A.{section}.{kind}.{number}" for section in range(1, 5) for kind in "abc" for number in range(4))
GROUPS = (11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55)
RATING_HEADER = (
    "O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "N", "Standard Error", "Lower CI Bound",
    "Upper CI Bound", "Recommend Suppress", "Not Relevant", "Date", "Domain Source",
)  # fmt: skip

Line = Sequence[object]


def write_release(directory: Path, seed: int = 7, *, all_parts: bool = False) -> None:
    """Write a release of 1,000 occupations with 63,000 skill ratings; `all_parts` adds knowledge and abilities."""
    draw = random.Random(seed)
    directory.mkdir(parents=True, exist_ok=True)
    codes = [f"{GROUPS[number % len(GROUPS)]}-{1000 + number:04}.00" for number in range(OCCUPATIONS)]
    codes.sort()
    rated = sorted(draw.sample(codes, RATED))
    _write(directory / "Occupation Data.txt", ("O*NET-SOC Code", "Title", "Description"), _occupations(codes))
    _write(directory / "Skills.txt", RATING_HEADER, _ratings(draw, rated, SKILLS))
    if all_parts:
        _write(directory / "Knowledge.txt", RATING_HEADER, _ratings(draw, rated, KNOWLEDGE))
        _write(directory / "Abilities.txt", RATING_HEADER, _ratings(draw, rated, ABILITIES))
    _write(
        directory / "Level Scale Anchors.txt",
        ("Element ID", "Element Name", "Scale ID", "Anchor Value", "Anchor Description"),
        (
            (element, _name(element), "LV", level, f"Do {element} at {level}")
            for element in SKILLS
            for level in (2, 4, 6)
        ),
    )
    _write(
        directory / "Job Zones.txt",
        ("O*NET-SOC Code", "Job Zone", "Date", "Domain Source"),
        ((code, draw.randint(1, 5), "08/2025", "Analyst") for code in codes),
    )
    _write(
        directory / "Related Occupations.txt",
        ("O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
        _related(draw, codes),
    )
    _write(
        directory / "Alternate Titles.txt",
        ("O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"),
        ((code, f"Expert of {code} number {number}", "n/a", "08") for code in codes for number in range(50)),
    )
    _write(
        directory / "Scales Reference.txt",
        ("Scale ID", "Scale Name", "Minimum", "Maximum"),
        [("IM", "Importance", 1, 5), ("LV", "Level", 0, 7)],
    )
    (directory / "Read Me.txt").write_text("O*NET 30.3 Database\nMay 2026 Release\n", "utf-8")


def _occupations(codes: Iterable[str]) -> Iterator[Line]:
    for code in codes:
        yield code, f"Occupation {code[:2]} {code[3:7]}", f"Does the work of {code}, and what goes with it."


def _ratings(draw: random.Random, codes: Iterable[str], elements: Sequence[str]) -> Iterator[Line]:
    for code in codes:
        for element in elements:
            irrelevant = "Y" if draw.random() < IRRELEVANT else "N"
            for scale, highest, flag in (("IM", 5, "n/a"), ("LV", 7, irrelevant)):
                value = round(draw.uniform(1, highest), 2)
                suppress = "Y" if draw.random() < SUPPRESSED else "N"
                bounds = (8, 0.25, round(value - 0.5, 2), round(value + 0.5, 2))
                yield code, element, _name(element), scale, value, *bounds, suppress, flag, "08/2025", "Analyst"


def _related(draw: random.Random, codes: Sequence[str]) -> Iterator[Line]:
    for code in codes:
        for index, other in enumerate(draw.sample(codes, 20), 1):
            tier = "Primary-Short" if index <= 5 else "Primary-Long" if index <= 10 else "Supplemental"  # noqa: PLR2004
            yield code, other, tier, index


def _name(element: str) -> str:
    return f"Element {element}"


def _write(file: Path, header: Sequence[str], rows: Iterable[Line]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        opened.write("\t".join(header) + "\r\n")
        opened.writelines("\t".join(map(str, row)) + "\r\n" for row in rows)
