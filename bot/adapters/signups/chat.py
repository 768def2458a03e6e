"""Sheets that a moderator attaches in chat: of mentees or of mentors, who go by their handles or ids there."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale

from bot.adapters.signups.cells import day, levels, needs, plain, several, whole, words, zone
from bot.adapters.signups.sheets import BadSheet, Problem, Row, Unreadable, headings_of, sheet_of
from bot.core.domain.matching import Hours, WeekWords, folded, hours_said
from bot.core.domain.signups import SheetKind, SheetRead, Trouble, Written, account_key, heading_key, in_sheet

_BOTH = ("name", "platform", "languages", "zone", "availability", "preferences", "team", "not_with")
_COLUMNS: Mapping[SheetKind, Sequence[str]] = {
    SheetKind.MENTEES: ("mentee", "destination", "levels", "needs", "hours_a_week", "wishes", *_BOTH),
    SheetKind.MENTORS: ("mentor", "role", "competencies", "capacity", "paused_until", *_BOTH),
}
_NEEDED = 2
"""How many of each kind's columns, from the first on, a sheet can't do without."""

_OFTEN = frozenset({
    "ar", "bn", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nl", "pl", "pt",
    "ro", "ru", "sv", "tr", "uk", "zh",
})  # fmt: skip
"""Languages whose own names for themselves are understood."""

PLATFORMS = frozenset({"discord", "telegram", "webchat"})

_LIKE: Mapping[str, Sequence[str]] = {
    "account": ("handle", "username", "user name", "discord", "telegram", "account", "usuario", "cuenta"),
    "destination": ("destination", "want to become", "role you want", "target role", "rol que quieres"),
    "role": ("your role", "current role", "job title", "role today", "tu rol", "puesto"),
    "zone": ("time zone", "timezone", "zona horaria"),
    "languages": ("language", "idioma"),
    "availability": ("availab", "when can you", "disponib", "cuándo puedes"),
    "capacity": ("how many mentees", "capacity", "a cuántas"),
    "hours_a_week": ("hours a week", "hours per week", "horas a la semana"),
    "competencies": ("competenc", "skills", "can teach"),
    "levels": ("rate yourself", "your levels", "tus niveles"),
    "preferences": ("preferen", "matters to you"),
    "team": ("team", "department", "equipo"),
    "wishes": ("mentor you wish", "preferred mentor", "wish"),
    "not_with": ("not be paired", "not with"),
    "paused_until": ("pause",),
    "platform": ("platform", "plataforma"),
    "name": ("name", "nombre"),
}
"""What headings of form tools are like; earlier ones are looked for first."""


class ChatSheets:
    """The port `SheetReader`; `week` is how hours are written."""

    def __init__(self, week: WeekWords) -> None:
        self._week = week

    def columns(self, kind: SheetKind) -> Sequence[str]:
        return _COLUMNS[kind]

    def guess(self, kind: SheetKind, heading: str) -> str:
        said = heading_key(heading)
        for column, likes in _LIKE.items():
            ours = _COLUMNS[kind][0] if column == "account" else column
            if ours in _COLUMNS[kind] and any(like in said for like in likes):
                return ours
        return ""

    def read(self, kind: SheetKind, content: str, names: Mapping[str, str]) -> SheetRead:
        known, needed = _COLUMNS[kind], _COLUMNS[kind][:_NEEDED]
        try:
            headings = headings_of("", content)
            means = {each: names.get(heading_key(each), heading_key(each)) for each in headings}
            unknown = tuple(
                dict.fromkeys(
                    each for each, ours in means.items() if ours not in known and heading_key(each) not in names
                )
            )
            missing = tuple(each for each in needed if each not in means.values())
            if not headings or missing:
                return SheetRead(unknown=unknown, missing=missing or tuple(needed))
            sheet = sheet_of("", content, known, needed, names)
        except BadSheet as error:
            return SheetRead(troubles=tuple(map(_trouble, error.problems)))
        rows = [self._written(kind, row) for row in _once(sheet.rows, needed[0])]
        wrong = {each.line for each in sheet.problems}
        troubles = sorted(map(_trouble, sheet.problems), key=lambda each: each.line)
        return SheetRead(tuple(each for each in rows if each.line not in wrong), tuple(troubles), unknown)

    def _written(self, kind: SheetKind, row: Row) -> Written:
        nothing: Mapping[str, int] = {}
        found = row.read("competencies" if kind is SheetKind.MENTORS else "levels", levels, nothing)
        now = {name: level for name, level, _, _ in row.several("needs", needs) if level is not None}
        if row.cells.get("availability") and not row.cells.get("zone"):
            row.refuse("hours-without-zone", "availability")
        return Written(
            line=row.line,
            account=account_key(row.need(_COLUMNS[kind][0]), row.read("platform", _platform, "")),
            name=" ".join(row.cells.get("name", "").split()),
            role=row.need(_COLUMNS[kind][1]),
            levels={**now, **found},
            zone=row.read("zone", _zone, ""),
            languages=row.several("languages", _languages),
            hours=row.read("availability", self._hours, None),
            preferences=row.several("preferences", words),
            team=row.cells.get("team", ""),
            capacity=row.read("capacity", _some, None),
            hours_a_week=row.read("hours_a_week", _some, None),
            paused_until=row.read("paused_until", day, None),
            wishes=in_sheet(row.several("wishes", several)),
            not_with=in_sheet(row.several("not_with", several)),
        )

    def _hours(self, text: str) -> Hours:
        try:
            return hours_said(text, self._week)
        except ValueError as error:
            raise Unreadable("hours", said=str(error)) from None


def _once(rows: Sequence[Row], column: str) -> Iterator[Row]:
    """Give each person's first row; further ones are refused."""
    seen: dict[str, int] = {}
    for row in rows:
        key = account_key(row.cells.get(column, ""), row.cells.get("platform", ""))
        if key and key in seen:
            row.refuse("twice", column, what=row.cells[column], first=seen[key])
            continue
        seen.setdefault(key, row.line)
        yield row


def _trouble(problem: Problem) -> Trouble:
    return Trouble(problem.line or 0, problem.key, problem.column, problem.facts)


def _some(text: str) -> int:
    """Read a whole number from 1 to 99."""
    number = whole(text)
    if not 1 <= number <= 99:  # noqa: PLR2004  hours of a week, people
        raise Unreadable("whole-some", said=text)
    return number


def _platform(text: str) -> str:
    if plain(text) not in PLATFORMS:
        raise Unreadable("platform", said=text)
    return plain(text)


def _zone(text: str) -> str:
    """Read a zone by its name, or by the city that it is called after."""
    city = folded(text).split(",")[0].strip().replace(" ", "_")
    return _cities().get(city) or zone(text)


def _languages(text: str) -> tuple[str, ...]:
    found = []
    for each in words(text):
        code = _tongues().get(folded(each))
        if code is None:
            raise Unreadable("language", said=each)
        found.append(code)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _cities() -> Mapping[str, str]:
    zones = sorted(each for each in available_timezones() if "/" in each and not each.startswith("Etc/"))
    return {folded(each.rpartition("/")[2]): each for each in reversed(zones)}


@lru_cache(maxsize=1)
def _tongues() -> Mapping[str, str]:
    """Find codes by themselves, and by what languages are called in English, in Spanish and in themselves."""
    english, spanish = (dict(Locale.parse(each).languages.items()) for each in ("en", "es"))
    codes = [str(code) for code in english if str(code).isalpha() and len(str(code)) <= 3]  # noqa: PLR2004  ISO 639
    named: dict[str, str] = {}
    for names in (_own_names(codes), spanish, english):
        named |= {folded(str(names[code])): code for code in codes if code in names}
    return {**named, **{code: code for code in codes}}


def _own_names(codes: Sequence[str]) -> Mapping[str, str]:
    return {code: str(Locale.parse(code).languages.get(code, code)) for code in codes if code in _OFTEN}
