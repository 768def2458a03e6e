"""Several destination roles side by side: which of these am I closest to?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.adapters.library.imports.onet import import_onet
from tests.adapters.library.imports.writing import write_release
from tests.stories.beginnings import mentee, programme
from tests.stories.cast import Cast


def told(file: str, rows: int) -> None:
    """Listen to no progress."""


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """Every question about assessments that is put to a database meanwhile."""
    questions: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith("SELECT assessments"):
            questions.append(statement)

    event.listen(sa.Engine, "before_cursor_execute", note)
    yield questions
    event.remove(sa.Engine, "before_cursor_execute", note)


async def test_a_mentee_sees_which_role_is_closest_and_which_way_each_leads(
    cast: Cast, data_dir: Path, tmp_path: Path, asked: list[str]
) -> None:
    import_onet(write_release(tmp_path / "db_30_3_text"), data_dir / "frameworks", told)
    await programme(cast)
    lina = await mentee(cast)

    await lina.types("/gap compare")
    assert lina.open_form.form.fields[0].default == ("Staff engineer",)
    asked.clear()
    await lina.fills(second="Senior software engineer", third="computer programmers o*net 30.3")

    lina.sees("You are closest to Senior software engineer", "told from Software engineer", "Used under the CC BY 4.0")
    rows = [line for line in lina.last.splitlines() if line]
    order = [rows.index(each) for each in ("Senior software engineer", "Staff engineer", "Computer Programmers")]
    assert order == sorted(order)
    assert rows[order[0] + 2] == rows[order[1] + 2] == "Up your ladder"
    assert rows[order[2] + 1 : order[2] + 4] == ["0%", "Across, to another ladder or field", "0 of 3"]
    assert len(asked) == 1


async def test_a_role_named_twice_is_compared_once(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)

    await lina.runs("/gap compare", second="Staff engineer", third="Engineering manager")
    assert "Engineering manager" in lina.last
    assert lina.last.count("\nStaff engineer\n") == 2  # in the table and among what is open


async def test_who_has_rated_nothing_is_told_to_begin_there(cast: Cast) -> None:
    await programme(cast)
    lina = cast.person("Lina Berg")
    await lina.runs("/join mentee", destination="Staff engineer", visibility="public")

    await lina.runs("/gap compare", second="Engineering manager")
    lina.sees("Which role are you closest to?", "Rate yourself first")
