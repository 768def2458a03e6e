"""What people say of themselves for being paired, over the whole program: it counts, and what is secret stays so."""

import io
import re

import pytest

from tests.stories.acting import Person
from tests.stories.beginnings import couple, mentee, mentor, programme
from tests.stories.cast import Cast


async def test_hours_are_typed_ticked_shown_again_and_taken_back(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    lina.sees("You are in", "[When I can talk]")

    await lina.presses("When I can talk")
    await lina.fills(times="sometimes")
    assert "“sometimes” can’t be read as hours" in lina.open_form.trouble
    await lina.fills(times="Sat 9:30 to noon")
    assert "noon" in lina.open_form.trouble
    await lina.fills(times="Sat 9:30 to 12", parts=("weekday-evenings",))

    lina.sees("Saved", "Mon–Fri 17:00–21:00; Sat 09:30–12:00", "Europe/Berlin")
    await lina.types("/availability")
    form = {each.name: each.default for each in lina.open_form.form.fields}
    assert form == {"times": ("Sat 09:30–12:00",), "parts": ("weekday-evenings",)}
    await lina.fills(times="", parts=())
    lina.sees("You go by no fixed hours", "09:00 to 21:00", "as for everybody who hasn’t said")


async def test_two_who_share_no_hour_are_not_suggested(cast: Cast) -> None:
    noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
    await lina.runs("/availability", times="Mon 18-20")
    await sam.runs("/availability", times="Tue 18-20")

    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Nobody fits Lina Berg", "One mentor shares no hour with them.")

    await sam.runs("/availability", times="lun 18:30-21")
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Propose Sam Okoro", "1.5 hours a week")


async def test_a_pause_lasts_until_its_day_or_until_it_is_ended(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast)
    await mentee(cast)
    await sam.runs("/pause", until="2026-10-20")
    sam.sees("Nobody new before 20 October 2026", "[Take mentees again]")
    await sam.types("/me")
    sam.sees("Places", "No new mentees before", "20 October 2026")

    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Nobody fits Lina Berg", "One mentor takes nobody new at present.")

    await sam.types("/resume")
    sam.sees("You take mentees again")
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Propose Sam Okoro")
    await sam.runs("/pause", until="2026-10-20")
    await cast.later(days=20)
    await noor.runs("/pair", mentee="Lina Berg")
    assert "[Propose Sam Okoro]" in noor.last


async def test_a_wish_makes_a_mentor_likelier(cast: Cast) -> None:
    noor = await programme(cast)
    mentors = ["Ada Lind", "Zoe Park"]
    for name in mentors:
        await mentor(cast, name)
    lina = await mentee(cast)
    await noor.runs("/pair", mentee="Lina Berg")
    first, second = sorted(mentors, key=noor.last.index)

    assert await lina.searches("mentor", "") == ["Ada Lind", "Zoe Park"]
    await lina.runs("/wishes", first=second, second=first)
    lina.sees("Your wishes are kept", "First wish", second, "It is no promise")

    await noor.runs("/pair", mentee="Lina Berg")
    assert noor.last.index(second) < noor.last.index(first)
    await lina.types("/wishes")
    assert [each.default for each in lina.open_form.form.fields] == [(second,), (first,), ()]
    await lina.fills(first="", second="")
    lina.sees("You wish for nobody in particular")


async def test_within_a_team_nobody_is_paired(cast: Cast) -> None:
    noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
    await sam.runs("/preferences", own="Remote; short and often", team="The Reds")
    sam.sees("Saved", "remote", "The Reds")
    await lina.runs("/preferences", team="the reds")

    await noor.runs("/pair", mentee="Lina Berg")

    noor.sees("Nobody fits Lina Berg", "not possible by a rule or a wish of one of them")


async def test_a_programme_has_its_own_rules(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast)
    lina = await mentee(cast)
    await noor.types("/matching")
    noor.sees("How pairs are made", "180 days", "Open cells that the mentor can teach", "70")
    await noor.presses("Change the rules")
    await noor.fills(margin="5", demands=(), cool_down="0", tags="Remote, In person, remote")
    noor.sees("Levels above the mentee", "5", "remote, in person", "0 days")
    await noor.presses("Change the weights")
    await noor.fills(cells="50", wish="0")

    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Nobody fits Lina Berg", "One mentor is not above them in any open cell.")
    await lina.types("/preferences")
    offered = {each.name: getattr(each, "options", ()) for each in lina.open_form.form.fields}["tags"]
    assert [each.label for each in offered] == ["remote", "in person"]
    await sam.types("/matching")
    sam.sees("moderator")
    assert "How pairs are made" not in sam.screen


async def test_a_pair_that_runs_isn_t_ended_by_a_block(cast: Cast) -> None:
    pair = await couple(cast)
    seen = (pair.mentor.screen, pair.moderator.screen)

    await pair.mentee.runs("/block", person="Sam Okoro")

    assert (pair.mentor.screen, pair.moderator.screen) == seen
    await pair.mentor.types("/me")
    pair.mentor.sees("Lina Berg")


@pytest.mark.parametrize("blocker", ["mentor", "mentee"])
async def test_a_block_is_told_to_nobody(cast: Cast, blocker: str, capsys: pytest.CaptureFixture[str]) -> None:
    noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
    own, other = (sam, lina) if blocker == "mentor" else (lina, sam)
    before = len(await _everything(cast, noor, other))

    await own.types("/block")
    assert "Nobody is told: not them, no moderator." in own.open_form.form.intro
    await own.fills(person=other.name)

    own.sees(f"You won’t be paired with {other.name}", "This stays between you and Menteo")
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Nobody fits Lina Berg", "With one mentor it is not possible by a rule or a wish of one of them.")
    screens = await _everything(cast, noor, other)
    assert len(screens) > before
    assert not re.search(r"block|apart|confiden", screens, re.IGNORECASE)
    logged = capsys.readouterr()
    assert not re.search(r"block|keep_apart|apart", logged.out + logged.err, re.IGNORECASE)
    assert other.name not in logged.out + logged.err

    await own.runs("/unblock", person=(await _first(own)))
    own.sees(f"You can be paired with {other.name} again")
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Propose Sam Okoro")


async def test_a_proposal_that_waits_when_somebody_is_blocked_can_t_be_accepted(cast: Cast) -> None:
    noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await lina.runs("/block", person="Sam Okoro")

    await sam.presses("Accept")

    sam.sees("It is not possible by a rule or a wish of one of them.")
    await sam.presses("Not now")
    noor.sees("Sam Okoro can’t take Lina Berg now")


async def _everything(cast: Cast, *others: Person) -> str:
    """Read all that others can come by: their screens, what they are told of themselves and each other."""
    said = io.StringIO()
    for person in others:
        for command in ("/me", "/settings", "/privacy"):
            await person.types(command)
        for somebody in others:
            await person.uses("mentorship_profile", somebody)
        said.write(person.screen)
    return said.getvalue()


async def _first(person: Person) -> str:
    await person.types("/unblock")
    [field] = person.open_form.form.fields
    return str(getattr(field, "options")[0].value)  # noqa: B009  a choice has them
