"""The O*NET importer: old and new names, text and Excel, flags, stand-ins; the same again changes nothing."""

import os
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.adapters.library.drafting import Change
from bot.adapters.library.imports.onet import ONET, import_onet
from bot.adapters.library.imports.reports import Imported
from bot.adapters.library.loading import BadContent
from bot.adapters.library.shelf import Opened, Shelf
from bot.core.domain.frameworks import UNPLACED, Framework, Requirement, Scale
from bot.core.domain.ids import CompetencyId, RoleId
from tests.adapters.library.imports.writing import (
    DEVELOPER,
    MANAGER,
    PROGRAMMER,
    PROGRAMMING,
    RATING,
    RATINGS,
    READING,
    RELEASE,
    SPEAKING,
    SURGEON,
    TESTER,
    Row,
    rating,
    write_release,
    write_sheet,
)

EVERYBODY = tuple(RoleId(each) for each in (MANAGER, PROGRAMMER, DEVELOPER, TESTER, SURGEON))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "data" / "frameworks"


def told(file: str, rows: int) -> None:
    """Listen to no progress."""


def opened(kept: Path) -> Opened:
    return Shelf(kept / "none", kept).open(ONET)


def everything(kept: Path) -> Framework:
    return opened(kept).brought(EVERYBODY)


def take_in(kept: Path, directory: Path, **tables: Sequence[Row]) -> Imported:
    write_release(directory, {**RELEASE, **{name.replace("_", " "): rows for name, rows in tables.items()}})
    return import_onet(directory, kept, told)


def test_levels_and_importances_are_kept_on_their_own_scales(tmp_path: Path, kept: Path) -> None:
    told = take_in(kept, tmp_path / "db_30_3_text")

    framework = everything(kept)
    programmer = framework.roles[RoleId(PROGRAMMER)]
    assert (told.is_new, told.is_changed) == (True, True)
    assert framework.levels == Scale(0, 7, whole=False)
    assert programmer.requires[CompetencyId(PROGRAMMING)] == Requirement(4.25, (4.36 - 1) / 4)
    assert (programmer.ladder, programmer.level) == ("15", 4)
    assert framework.ladders[programmer.ladder].title == "Computer and Mathematical"
    assert framework.competencies[CompetencyId(READING)].indicators == {
        2: "Read step-by-step instructions for completing a form",
        6: "Read a scientific journal article describing surgical procedures",
    }
    assert framework.competencies[CompetencyId(READING)].kind.value == "hard"
    assert framework.competencies[CompetencyId(SPEAKING)].kind.value == "soft"


def test_flags_are_counted_and_kept(tmp_path: Path, kept: Path) -> None:
    counts = take_in(kept, tmp_path / "release").facts.counts

    framework = everything(kept)
    assert counts["suppressed"] == 2
    assert counts["not_relevant"] == 1
    assert framework.roles[RoleId(TESTER)].requires[CompetencyId(SPEAKING)] == Requirement(3.62, 0.6875, imprecise=True)
    assert framework.roles[RoleId(SURGEON)].requires[CompetencyId(PROGRAMMING)] == Requirement(0, 0)


def test_a_missing_value_is_missing_and_no_zero(tmp_path: Path, kept: Path) -> None:
    rows = (RATING, *RATINGS, *rating(MANAGER, READING, "", 4.0), *rating(MANAGER, SPEAKING, 3.0, "n/a"))
    lonely = rating(MANAGER, PROGRAMMING, 3.0, 2.0)[0]

    counts = take_in(kept, tmp_path / "release", Skills=(*rows, lonely)).facts.counts

    assert counts["incomplete"] == 3
    assert everything(kept).roles[RoleId(MANAGER)].requires == {}


def test_the_nearest_rated_relative_stands_in(tmp_path: Path, kept: Path) -> None:
    counts = take_in(kept, tmp_path / "release").facts.counts

    assert opened(kept).stand_in(RoleId(DEVELOPER)) == PROGRAMMER
    assert opened(kept).stand_in(RoleId(PROGRAMMER)) is None
    assert opened(kept).stand_in(RoleId(MANAGER)) is None
    assert (counts["roles_rated"], counts["roles_with_stand_in"], counts["roles_without_ratings"]) == (3, 1, 1)


def test_a_relative_s_relative_stands_in_where_no_nearer_one_can(tmp_path: Path, kept: Path) -> None:
    head, *_ = RELEASE["Related Occupations"]
    related = (head, (MANAGER, DEVELOPER, "Primary-Short", 1), (DEVELOPER, TESTER, "Supplemental", 20))

    take_in(kept, tmp_path / "release", Related_Occupations=related)

    assert opened(kept).stand_in(RoleId(MANAGER)) == TESTER


def test_only_what_is_needed_must_be_there(tmp_path: Path, kept: Path) -> None:
    write_release(tmp_path / "release", {name: RELEASE[name] for name in ("Occupation Data", "Skills")})

    import_onet(tmp_path / "release", kept, told)

    framework = everything(kept)
    assert {each.level for each in framework.roles.values()} == {UNPLACED}
    assert opened(kept).stand_in(RoleId(DEVELOPER)) is None
    assert len(framework.roles[RoleId(PROGRAMMER)].requires) == 3


def test_knowledge_and_abilities_are_kept_and_compared_only_when_asked_for(tmp_path: Path, kept: Path) -> None:
    take_in(kept, tmp_path / "release", Knowledge=(RATING, *rating(PROGRAMMER, "2.C.3.a", 4.5, 5.5)))

    assert CompetencyId("2.C.3.a") not in everything(kept).competencies
    more = opened(kept).brought([RoleId(PROGRAMMER)], ["skills", "knowledge"])
    assert more.roles[RoleId(PROGRAMMER)].requires[CompetencyId("2.C.3.a")] == Requirement(5.5, 0.875)
    assert READING in more.competencies


def split_names(directory: Path) -> None:
    """Give the release the file names of 30.3."""
    (directory / "Skills.txt").unlink()
    essential = [row for row in RATINGS if str(row[1]).startswith("2.A.")]
    transferable = [row for row in RATINGS if str(row[1]).startswith("2.B.")]
    tables = {"Essential Skills": (RATING, *essential), "Transferable Skills": (RATING, *transferable)}
    write_release(directory, tables)


def as_excel(directory: Path) -> None:
    """Make it the Excel release: titles and scale names beside the codes, nothing where the text says n/a."""
    shutil.rmtree(directory)
    directory.mkdir()
    for name, (head, *rows) in RELEASE.items():
        is_rating = head == RATING
        wide = (*head[:1], "Title", *head[1:4], "Scale Name", *head[4:]) if is_rating else head
        body = [(*row[:1], "A title", *row[1:4], "A scale", *row[4:]) if is_rating else row for row in rows]
        write_sheet(directory / f"{name}.xlsx", [wide, *body])


def quoted(directory: Path) -> None:
    """Save it again as a spreadsheet program does."""
    write_release(directory, quoted=True, end="\r\n", bom=True)


def shouted(directory: Path) -> None:
    """Rename the files as some archives do, and put them one directory deeper."""
    inner = directory / "db_text"
    inner.mkdir()
    for file in list(directory.glob("*.txt")):
        file.rename(inner / file.name.upper().replace(" ", "_"))


def written(file: Path) -> tuple[int, int]:
    """Which file it is and when it was written to; reading it changes when it was read, and nothing here."""
    told = file.stat()
    return told.st_ino, told.st_mtime_ns


@pytest.mark.parametrize("changed", [split_names, as_excel, quoted, shouted], ids=lambda each: each.__name__)
def test_the_same_data_in_another_guise_changes_nothing(tmp_path: Path, kept: Path, changed: object) -> None:
    directory = tmp_path / "db_30_3"
    take_in(kept, directory)
    before = written(kept / "onet.sqlite")

    assert callable(changed)
    changed(directory)
    again = import_onet(directory, kept, told, edition="30.3")

    assert (again.is_changed, again.changes) == (False, {})
    assert written(kept / "onet.sqlite") == before


def test_the_same_files_are_not_even_read_again(tmp_path: Path, kept: Path) -> None:
    take_in(kept, tmp_path / "release")
    seen: list[str] = []

    again = import_onet(tmp_path / "release", kept, lambda file, _: seen.append(file))

    assert (again.is_changed, seen) == (False, [])


def test_another_release_says_what_it_changed(tmp_path: Path, kept: Path) -> None:
    take_in(kept, tmp_path / "db_30_2")
    head, *others = RELEASE["Occupation Data"]
    rows = (*RATINGS[:-2], *rating(SURGEON, "2.B.5.d", 3, 3))
    changed = (
        (*row[:4], 4.5, *row[5:]) if row[:4] == (TESTER, READING, "Reading Comprehension", "LV") else row
        for row in rows
    )

    again = take_in(
        kept,
        tmp_path / "db_30_3",
        Occupation_Data=(head, *others, ("11-9999.00", "Managers, All Other", "Manage.")),
        Skills=(RATING, *changed),
    )

    assert (again.is_new, again.is_changed) == (False, True)
    assert again.facts.version == 2
    assert again.changes == {
        "competencies": Change(1, 0, 0),
        "roles": Change(1, 0, 0),
        "requirements": Change(1, 1, 1),
    }


@pytest.mark.parametrize(
    ("directory", "read_me", "edition"),
    [
        ("db_30_3_text", "", "30.3"),
        ("db_29_0_excel", "", "29.0"),
        ("here", "O*NET 28.2 Database\n", "28.2"),
        ("here", "", "unknown"),
    ],
)
def test_the_release_and_its_credit_are_told(
    tmp_path: Path, kept: Path, directory: str, read_me: str, edition: str
) -> None:
    (tmp_path / directory).mkdir()
    if read_me:
        (tmp_path / directory / "Read Me.txt").write_text(read_me, "utf-8")

    facts = take_in(kept, tmp_path / directory).facts

    database = "O*NET Database" if edition == "unknown" else f"O*NET {edition} Database"
    assert facts.edition == edition
    assert facts.credit.startswith(
        f"This page includes information from the {database} by the U.S. Department of Labor"
    )
    assert "has not approved, endorsed, or tested" in facts.credit
    assert everything(kept).credit == facts.credit


@pytest.mark.parametrize(
    ("table", "rows", "trouble"),
    [
        ("Skills", (RATING, *rating(TESTER, READING, "high", 3)), "Skills.txt:2: Data Value: 'high' is not a number"),
        ("Skills", (RATING, *rating(TESTER, READING, 3, 7.5)), "Skills.txt:3: Data Value: 7.5 is not within 0 and 7"),
        ("Skills", (RATING, *rating(TESTER, READING, "nan", 3)), "Skills.txt:2: Data Value: nan is not within 1 and 5"),
        (
            "Skills",
            (RATING, *RATINGS, *rating(TESTER, READING, 3, 3)),
            f"Skills.txt:20: Scale ID: IM of {READING} for {TESTER} is there twice",
        ),
        (
            "Skills",
            (RATING, *rating("99-9999.00", READING, 3, 3)),
            "Skills.txt:2: O*NET-SOC Code: '99-9999.00' is not in Occupation Data",
        ),
        ("Skills", (RATING, *rating(TESTER, "", 3, 3)), "Skills.txt:2: Element ID: is empty"),
        (
            "Skills",
            (RATING[:4], *(row[:4] for row in RATINGS)),
            "Skills.txt:1: Data Value: the column is missing",
        ),
        (
            "Occupation Data",
            (("O*NET-SOC Code", "Title", "Description"), ("15-1252", "Developers", "Develop.")),
            "Occupation Data.txt:2: O*NET-SOC Code: '15-1252' is not a code like 15-1252.00",
        ),
        (
            "Job Zones",
            (("O*NET-SOC Code", "Job Zone", "Date", "Domain Source"), (TESTER, 6, "08/2025", "Analyst")),
            "Job Zones.txt:2: Job Zone: 6 is not within 1 and 5",
        ),
    ],
)
def test_a_bad_file_is_refused_by_its_place_and_nothing_is_half_loaded(
    tmp_path: Path, kept: Path, table: str, rows: Sequence[Row], trouble: str
) -> None:
    directory = tmp_path / "release"
    take_in(kept, directory)
    before = (kept / "onet.sqlite").read_bytes()

    with pytest.raises(BadContent) as refused:
        take_in(kept, directory, **{table.replace(" ", "_"): rows})

    assert str(refused.value) == f"{directory}/{trouble}"
    assert [each.name for each in kept.iterdir()] == ["onet.sqlite"]
    assert (kept / "onet.sqlite").read_bytes() == before


def test_a_directory_without_a_release_is_refused(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_release(tmp_path / "half", {"Occupation Data": RELEASE["Occupation Data"]})

    with pytest.raises(BadContent, match="no directory with tables"):
        import_onet(tmp_path / "empty", kept, told)
    with pytest.raises(BadContent, match="no directory with tables"):
        import_onet(tmp_path / "nowhere", kept, told)
    with pytest.raises(BadContent, match="Skills: there is no such table"):
        import_onet(tmp_path / "half", kept, told)
    assert not kept.exists()


def test_a_file_that_another_release_of_menteo_kept_asks_to_be_imported_again(tmp_path: Path, kept: Path) -> None:
    kept.mkdir(parents=True)
    (kept / "onet.sqlite").write_bytes(b"something else, and long enough to be looked into" * 40)

    with pytest.raises(BadContent, match="import it again"):
        opened(kept)
    assert take_in(kept, tmp_path / "release").is_new
    assert len(everything(kept).roles) == len(EVERYBODY)


def test_what_a_killed_import_left_behind_is_cleared_away(tmp_path: Path, kept: Path) -> None:
    kept.mkdir(parents=True)
    for name, age in ((".onet.1.part", 7200), (".onet.2.part", 60)):
        (kept / name).write_bytes(b"half")
        os.utime(kept / name, times=(time.time() - age,) * 2)

    take_in(kept, tmp_path / "release")

    assert sorted(each.name for each in kept.iterdir()) == [".onet.2.part", "onet.sqlite"]
    assert Shelf(kept / "none", kept).ids() == [ONET]
