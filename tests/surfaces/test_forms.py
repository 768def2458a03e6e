"""Every form there is can be put away, kept over a restart, refused and completed."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import pytest

from bot.core.dialogue.features import FEATURES
from bot.core.ui.inbound import ActionPressed
from bot.core.ui.tokens import Signer
from tests.core.domain.roadmaps.samples import SMALL
from tests.stories.acting import Answer, Person
from tests.stories.beginnings import WEEK, Pair, code_of, couple, mentee, mentor
from tests.stories.cast import Cast
from tests.stories.ladders import KITCHEN
from tests.stories.walking import MILESTONE, drafts, looks_at_a_roadmap, picks, sets_out


@dataclass(frozen=True)
class Case:
    """How one form is come by, and what is a good and a bad answer to it."""

    who: str
    opens: str
    """A command as typed, a button's label in brackets, a shortcut on one's own words behind a >, or a route."""
    good: Mapping[str, Answer]
    bad: Mapping[str, Answer]


OWN_WORDS = "My talk was accepted."

CASES: Mapping[str, Case] = {
    "setup": Case("moderator", "/setup", {"name": "Winter"}, {"zone": "Atlantis"}),
    "homes_choose": Case("moderator", "homes_choose", {"commons": "lounge"}, {"threads": "x" * 101}),
    "join_mentee": Case(
        "guest", "/join mentee", {"destination": "Staff engineer", "visibility": "private"}, {"hours": "99"}
    ),
    "join_mentor": Case("guest", "/join mentor", {"role": "Staff engineer"}, {"capacity": "many"}),
    "settings": Case("mentee", "/settings", {"zone": "Asia/Tokyo"}, {"zone": "Atlantis"}),
    "availability": Case("mentee", "/availability", {"times": "Mon-Fri 18-21"}, {"parts": "noon"}),
    "preferences": Case("mentee", "/preferences", {"own": "remote"}, {"team": "x" * 61}),
    "wishes": Case("mentee", "/wishes", {"first": "Sam Okoro"}, {"first": "Nobody"}),
    "pause": Case("mentor", "/pause", {"until": "2027-01-11"}, {"until": "soon"}),
    "block": Case("mentee", "/block", {"person": "Omar Faris"}, {"person": "Nobody"}),
    "unblock": Case("mentor", "/unblock", {}, {"person": "none of them"}),
    "matching_rules": Case("moderator", "matching_rules", {"margin": "2"}, {"margin": "9"}),
    "matching_weights": Case("moderator", "matching_weights", {"cells": "60"}, {"cells": "101"}),
    "signups_import": Case(
        "moderator", "/signups import", {"kind": "mentees", "sheet": "mentee,destination\nx,y\n"}, {"kind": "dogs"}
    ),
    "signups_headings": Case(
        "moderator", "[Say what they mean]", {"h0": "mentee", "h1": "destination"}, {"h0": "nonsense"}
    ),
    "framework_load": Case("moderator", "/framework load", {"file": KITCHEN}, {"file": ""}),
    "framework_remove": Case("moderator", "/framework remove", {}, {"framework": "none of them"}),
    "gap_rate": Case("mentee", "/gap rate", {"coding": "4"}, {"coding": "6"}),
    "gap_evidence": Case(
        "mentee", "/gap evidence", {"competency": "Coding", "evidence": "A link."}, {"competency": "Juggling"}
    ),
    "gap_cell": Case("mentee", "/gap cell", {"competency": "Coding"}, {"competency": "Juggling"}),
    "gap_compare": Case("mentee", "/gap compare", {"second": "Engineering manager"}, {"second": "Juggler"}),
    "gap_attest": Case("mentor", "[Say what I have seen]", {"coding": "4"}, {"coding": "6"}),
    "gap_mentee_pick": Case("mentor", "gap_mentee_pick", {}, {"mentee": "none of them"}),
    "levels": Case("mentor", "/levels", {"coding": "5"}, {"coding": "x"}),
    "pair": Case("moderator", "/pair", {"mentee": "Omar Faris"}, {"mentee": "Nobody"}),
    "goal_add": Case("mentee", "/goal add", {"title": "Write weekly"}, {"due": "yesterday"}),
    "goal_progress": Case("mentee", "[Progress]", {"current": "1"}, {"current": "half"}),
    "goal_milestone": Case("mentee", "/goal milestone", {"title": "The first one led"}, {"title": ""}),
    "goal_due": Case("mentee", "[Another day…]", {"due": "2027-03-01"}, {"due": "yesterday"}),
    "goal_done": Case("mentee", "[Reached…]", {"evidence": "The minutes."}, {"evidence": "x" * 1001}),
    "goal_ask": Case("mentee", "[Ask my mentor]", {"evidence": "The minutes."}, {"evidence": "x" * 1001}),
    "goal_draft_edit": Case("mentee", "[Change it first…]", {"title": "Write weekly"}, {"due": "yesterday"}),
    "goal_draft_pick": Case("mentee", "goal_draft_pick", {}, {"cell": "none of them"}),
    "goal_levels": Case("mentor", "[Other levels…]", {"system-design": "2"}, {"system-design": "6"}),
    "goal_hold": Case("mentor", "[Not yet…]", {"word": "Lead one alone."}, {"word": ""}),
    "arrive_by": Case("mentee", "arrive_by", {"day": "2028-01-31"}, {"day": "one day"}),
    "progress_pick": Case("mentor", "progress_pick", {}, {"mentee": "none of them"}),
    "goal_pick": Case("mentee", "goal_pick", {}, {"goal": "none of them"}),
    "roadmap_choose": Case("walker", "[Choose what to set aside…]", {"wished": "test-approach"}, {"wished": "none"}),
    "step_done": Case("mentee", "[Done]", {"evidence": "A link.", "spent": "3"}, {"spent": "many"}),
    "step_hours": Case("mentee", "[Add hours]", {"given": "2"}, {"given": "many"}),
    "step_skip": Case("mentee", "[Skip]", {"reason": "Did it at work."}, {"reason": ""}),
    "step_add": Case(
        "mentee", "/roadmap add", {"title": "Read a book", "competency": "Coding", "hours": "3"}, {"hours": "many"}
    ),
    "step_pick": Case("mentee", "/roadmap steps", {"step": MILESTONE}, {"step": "none of them"}),
    "step_share": Case("achiever", "[Add to my growth thread]", {"words": OWN_WORDS, "sure": "yes"}, {"words": ""}),
    "draft_begin": Case(
        "mentor",
        "/curate draft",
        {"title": "A way up", "summary": "Step by step.", "destination": "Staff engineer"},
        {"destination": "Juggler"},
    ),
    "draft_file": Case("mentor", "/curate file", {"file": SMALL}, {"file": ""}),
    "draft_step": Case(
        "mentor",
        "[Add a step]",
        {"title": "Do one thing", "competency": "coding", "level": "2", "hours": "4"},
        {"hours": "many"},
    ),
    "draft_back": Case("moderator", "[Hand it back]", {"remark": "More about testing."}, {"remark": ""}),
    "pairing_end_pick": Case("mentor", "pairing_end_pick", {}, {"pairing": "none of them"}),
    "checkin": Case("mentee", "/checkin", WEEK, {"learned": ""}),
    "entry_note": Case("mentee", ">add_to_growth", {"words": OWN_WORDS, "sure": "yes"}, {"words": ""}),
    "link": Case("other", "[Make them one]", {"home": "other"}, {"home": "nowhere"}),
    "action_item_add": Case("mentor", "/action add", {"text": "Send the outline"}, {"due": "soon"}),
    "pair_with": Case("moderator", "/propose", {"mentee": "Ida Lund", "mentor": "Sam Okoro"}, {"mentor": "Nobody"}),
    "round_start": Case("moderator", "/round start", {"objective": "fair"}, {"objective": "luck"}),
    "round_days": Case("moderator", "/round days", {"remind": "3", "answer": "5"}, {"answer": "never"}),
    "round_why": Case("moderator", "/round why", {"mentee": "Omar Faris", "mentor": "Sam Okoro"}, {"mentee": "Nobody"}),
    "round_swap": Case("moderator", "/round swap", {"mentee": "Omar Faris", "other": "Ida Lund"}, {"other": "Nobody"}),
    "proposal_decline": Case("mentor", "[Not now…]", {"reason": "no-fit", "words": "Too far"}, {"reason": "luck"}),
    "proposal_promise": Case("mentor", "[I’ll answer by…]", {"day": "2026-10-20"}, {"day": "one day"}),
}


async def scene(cast: Cast) -> Pair:
    """Everything that a form could be about."""
    pair = await couple(cast)
    await mentee(cast, "Omar Faris")
    await held_back(pair)
    await pair.mentee.runs("/goal add", title="Lead two design reviews", target="2")
    await pair.mentee.types("/goal draft")
    await pair.mentee.presses("Mentoring others 1 → 4")
    await cast.monday()
    await pair.mentee.types("/goal")
    await pair.mentor.runs("/block", person="Omar Faris")
    await pair.moderator.runs("/signups import", kind="mentees", sheet="Handle,Goal\nx,y\n")
    await pair.mentor.types("/gap mentee")
    await sets_out(pair.mentee)
    await pair.mentee.presses("Start")
    await drafts(pair)
    return pair


async def ground_for(cast: Cast, pair: Pair, name: str) -> None:
    """Load the framework, or solve the round, that a form is about; ask its mentors where the form is an answer.

    A goal's day passes where another one is asked for.
    """
    if name == "goal_due":
        await cast.later(weeks=8)
        await pair.mentee.types("/goal")
    if name == "framework_remove":
        await pair.moderator.runs("/framework load", file=KITCHEN)
        await pair.moderator.presses("Yes, load it")
    if name in {"round_why", "round_swap", "pair_with"} or name.startswith("proposal_"):
        await pair.mentor.types("/unblock")
        await pair.mentor.fills(**only_choice(pair.mentor))
        await mentor(cast, "Mira Holm", capacity="1")
        await mentee(cast, "Ida Lund")
        await pair.moderator.runs("/round start")
        await pair.moderator.presses("Find the best pairs")
    if name.startswith("proposal_"):
        await pair.moderator.presses("It looks right…")
        await pair.moderator.presses("Ask 2 mentors")


async def held_back(pair: Pair) -> None:
    """The mentee has reached two goals: of one the mentor has said not yet, of the other he hasn't said a word."""
    for title in ("Write the decision down", "Explain it to another team"):
        await pair.mentee.runs("/goal add", title=title, cells=("system-design",))
        await pair.mentee.presses("Reached…")
        await pair.mentee.fills(evidence="A link.")
        if title.startswith("Write"):
            await pair.mentor.presses("Not yet…")
            await pair.mentor.fills(word="Show me one more.")


async def two_members(cast: Cast, pair: Pair) -> Person:
    """The mentee has joined on another platform, too, and brought a code there from the first."""
    await pair.moderator.types("/connect")
    administrator = cast.person("Adi Root", administrator=True, platform=cast.platforms[1])
    await administrator.types(f"/connect {code_of(pair.moderator)}")
    person = await mentor(cast, "Lina B", cast.platforms[1])
    await pair.mentee.types("/link")
    await person.types(f"/link {code_of(pair.mentee)}")
    return person


async def who_fills(cast: Cast, case: Case, pair: Pair) -> Person:
    """Find whoever the form is for."""
    if case.who == "guest":
        return cast.person("Pat Lee")
    if case.who == "walker":
        walker = await mentee(cast, "Wanda Kim")
        await looks_at_a_roadmap(walker)
        return walker
    if case.who == "achiever":
        achiever = await mentee(cast, "Aki Mori")
        await sets_out(achiever)
        await picks(achiever, MILESTONE)
        await achiever.presses("Done")
        await achiever.fills(evidence="https://example.org/plan")
        return achiever
    return await two_members(cast, pair) if case.who == "other" else getattr(pair, case.who)


def opener(case: Case, person: Person, signer: Signer) -> Callable[[], Awaitable[object]]:
    """Say how this person comes by the form."""
    if case.opens.startswith("/"):
        return lambda: person.types(case.opens)
    if case.opens.startswith(">"):
        return lambda: person.uses(case.opens.removeprefix(">"), person, OWN_WORDS)
    if case.opens.startswith("["):
        return lambda: person.presses(case.opens.strip("[]"))
    return lambda: person.does(ActionPressed(person.origin(), signer.action(case.opens, "")))


def only_choice(person: Person) -> dict[str, Answer]:
    """Choose the first option of a form with a single question."""
    [field] = person.open_form.form.fields
    return {field.name: getattr(field, "options")[0].value}  # noqa: B009  each kind of choice has them


def test_every_form_has_its_case() -> None:
    assert CASES.keys() == {spec.name for feature in FEATURES for spec in feature.forms}


@pytest.mark.parametrize("name", CASES)
async def test_a_form_is_put_away_kept_refused_and_completed(cast: Cast, signer: Signer, name: str) -> None:
    case, pair = CASES[name], await scene(cast)
    await ground_for(cast, pair, name)
    person = await who_fills(cast, case, pair)
    opens = opener(case, person, signer)

    await opens()
    assert person.open_form.form.name == name
    at_first = dict(person.open_form.answers)
    good = case.good or only_choice(person)
    await person.begins_to_fill(**good)
    await person.puts_away()
    person.sees("The form is put away and nothing of it was kept.")

    await opens()
    assert person.open_form.answers == at_first
    await person.begins_to_fill(**good)
    await cast.restarts()
    await opens()
    kept = {field: (given,) if isinstance(given, str) else given for field, given in good.items()}
    assert kept.items() <= person.open_form.answers.items()

    await person.fills(**case.bad)
    assert person.open_form.errors.keys() == case.bad.keys()
    restored = dict(good)
    for field in case.bad.keys() - good.keys():
        [again] = [each for each in person.open_form.form.fields if each.name == field]
        restored[field] = again.default
    await person.fills(**restored)
    assert person.form is None, person.open_form.errors
