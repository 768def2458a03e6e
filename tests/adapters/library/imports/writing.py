"""Tables as they are published and as people save them again, and a small O*NET release made of them."""

import csv
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Row = Sequence[object]

RATING = (
    "O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "N", "Standard Error", "Lower CI Bound",
    "Upper CI Bound", "Recommend Suppress", "Not Relevant", "Date", "Domain Source",
)  # fmt: skip
DEVELOPER, PROGRAMMER, TESTER, SURGEON, MANAGER = (
    "15-1252.00", "15-1251.00", "15-1253.00", "29-1249.00", "11-3021.00",
)  # fmt: skip
READING, SPEAKING, PROGRAMMING = "2.A.1.a", "2.B.1.a", "2.B.3.e"
NAMES = {READING: "Reading Comprehension", SPEAKING: "Coordination", PROGRAMMING: "Programming"}


def write_text(file: Path, rows: Iterable[Row], *, end: str = "\n", bom: bool = False, quoted: bool = False) -> None:
    """Write a tab-delimited table."""
    with file.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as opened:
        if quoted:
            csv.writer(opened, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator=end).writerows(rows)
        else:
            opened.writelines("\t".join(map(str, row)) + end for row in rows)


def write_csv(file: Path, rows: Iterable[Row], *, delimiter: str = ",", bom: bool = False) -> None:
    """Write a CSV table as ESCO's are: quoted where needed, with line breaks inside fields."""
    with file.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as opened:
        csv.writer(opened, delimiter=delimiter).writerows(rows)


def write_sheet(file: Path, rows: Iterable[Row]) -> None:
    """Write an Excel workbook with one sheet: numbers as numbers, nothing where a cell is empty."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName='
        '"/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{''.join(_row(number, row) for number, row in enumerate(rows, 1))}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def rating(
    code: str, element: str, importance: object, level: object, suppress: str = "N", relevant: str = "N"
) -> list[Row]:
    """Write the two rows of an occupation and element."""
    name, rest = NAMES.get(element, element), ("8", "0.25", "3.1", "4.2")
    return [
        (code, element, name, "IM", importance, *rest, suppress, "n/a", "08/2025", "Analyst"),
        (code, element, name, "LV", level, *rest, suppress, relevant, "08/2025", "Analyst"),
    ]


RATINGS: Sequence[Row] = (
    *rating(PROGRAMMER, READING, 3.84, 3.75),
    *rating(PROGRAMMER, SPEAKING, 3.48, 3.12),
    *rating(PROGRAMMER, PROGRAMMING, 4.36, 4.25),
    *rating(TESTER, READING, 4.0, 3.88),
    *rating(TESTER, SPEAKING, 3.75, 3.62, "Y"),
    *rating(TESTER, PROGRAMMING, 2.0, 1.75),
    *rating(SURGEON, READING, 4.0, 4.75),
    *rating(SURGEON, SPEAKING, 4.5, 4.5),
    *rating(SURGEON, PROGRAMMING, 1.12, 0.25, "N", "Y"),
)

RELEASE: Mapping[str, Sequence[Row]] = {
    "Occupation Data": (
        ("O*NET-SOC Code", "Title", "Description"),
        (MANAGER, "Computer and Information Systems Managers", "Plan and direct."),
        (PROGRAMMER, "Computer Programmers", "Create, modify and test code."),
        (DEVELOPER, "Software Developers", 'Research, design, and "develop" software.'),
        (TESTER, "Software Quality Assurance Analysts and Testers", "Test software."),
        (SURGEON, "Surgeons, All Other", "All surgeons not listed separately."),
    ),
    "Skills": (RATING, *RATINGS),
    "Scales Reference": (
        ("Scale ID", "Scale Name", "Minimum", "Maximum"),
        ("IM", "Importance", 1, 5),
        ("LV", "Level", 0, 7),
    ),
    "Level Scale Anchors": (
        ("Element ID", "Element Name", "Scale ID", "Anchor Value", "Anchor Description"),
        (READING, "Reading Comprehension", "LV", 2, "Read step-by-step instructions for completing a form"),
        (READING, "Reading Comprehension", "LV", 6, "Read a scientific journal article describing surgical procedures"),
        ("1.A.1.a.1", "Oral Comprehension", "LV", 2, "Understand a television commercial"),
    ),
    "Job Zones": (
        ("O*NET-SOC Code", "Job Zone", "Date", "Domain Source"),
        (MANAGER, 5, "08/2025", "Analyst"),
        (PROGRAMMER, 4, "08/2025", "Analyst"),
        (DEVELOPER, 4, "08/2025", "Analyst"),
        (TESTER, 4, "08/2025", "Analyst"),
        (SURGEON, 5, "08/2025", "Analyst"),
    ),
    "Related Occupations": (
        ("O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
        (DEVELOPER, SURGEON, "Supplemental", 1),
        (DEVELOPER, TESTER, "Primary-Long", 2),
        (DEVELOPER, PROGRAMMER, "Primary-Short", 3),
        (DEVELOPER, MANAGER, "Primary-Short", 1),
    ),
    "Alternate Titles": (
        ("O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"),
        (DEVELOPER, "Software Engineer", "n/a", "08"),
        (PROGRAMMER, "Programmer", "n/a", "08"),
    ),
}
"""Five occupations; developers and managers have no ratings, and a programmer is a developer's nearest that has."""


def write_release(
    directory: Path,
    tables: Mapping[str, Sequence[Row]] = RELEASE,
    *,
    end: str = "\n",
    bom: bool = False,
    quoted: bool = False,
) -> Path:
    """Write a text release."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        write_text(directory / f"{name}.txt", rows, end=end, bom=bom, quoted=quoted)
    return directory


def _row(number: int, values: Row) -> str:
    return f'<row r="{number}">{"".join(_cell(number, place, each) for place, each in enumerate(values))}</row>'


def _cell(row: int, place: int, value: object) -> str:
    where = f"{chr(ord('A') + place)}{row}"
    if value in {"", "n/a"}:
        return ""
    if isinstance(value, int | float):
        return f'<c r="{where}"><v>{value}</v></c>'
    return f'<c r="{where}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def _relations(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        "</Relationships>"
    )
