"""A mentor's own levels: what they can teach, shown and adjusted."""

from collections import Counter
from collections.abc import Sequence

from bot.core.dialogue.samples import sample_mentor_profile
from bot.core.dialogue.scales import level_field, levels_of
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import DestinationRole, Framework
from bot.core.domain.ids import CompetencyId
from bot.core.domain.members import MentorProfile
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import Table, Text, Tone, View
from bot.core.usecases.members import adjust_levels


def levels_form(talk: Talk, profile: MentorProfile) -> Form:
    """Ask for a level in every competency of the mentor's framework."""
    framework = framework_like(talk, profile)
    return Form(
        name="levels",
        title=talk.say("levels-title"),
        intro=talk.say("levels-intro"),
        fields=tuple(
            level_field(talk, competency, profile.levels.get(competency.id), framework.levels)
            for competency in framework.competencies.values()
        ),
        submit=talk.say("levels-submit"),
    )


def levels_view(talk: Talk, profile: MentorProfile) -> View:
    """Show the levels that suggestions rest on."""
    return View(
        title=talk.say("levels-done"),
        blocks=(Text(talk.say("levels-used-for")), levels_table(talk, profile)),
        suggestions=talk.suggest("me"),
        tone=Tone.GOOD,
    )


def levels_table(talk: Talk, profile: MentorProfile) -> Table:
    """List a mentor's levels, the highest first."""
    framework = framework_like(talk, profile)
    known = [
        (framework.competencies[each], level)
        for each, level in profile.levels.items()
        if each in framework.competencies
    ]
    known.sort(key=lambda pair: (-pair[1], pair[0].title))
    return Table(
        columns=(talk.say("column-competency"), talk.say("column-level")),
        rows=tuple((competency.title, str(level)) for competency, level in known),
    )


def framework_like(talk: Talk, profile: MentorProfile) -> Framework:
    """Find the framework that most of a mentor's levels are of, as far as they speak of it where it is imported."""
    own, imported = role_like(talk, profile), _imported(profile)
    if not imported:
        return own[0]
    try:
        return talk.tools.library.competencies(imported, talk.say.language)
    except NotFound:  # what isn't there any more has no titles either
        return own[0]


def role_title_like(talk: Talk, profile: MentorProfile) -> str:
    """Name the role that a mentor is most like; empty where their levels are of an imported one, or of none.

    It stands in for the one that they hold, where that isn't known or is there no more.
    """
    role = role_like(talk, profile)[1]
    is_of_none = not role.requires.keys() & profile.levels.keys()
    return "" if is_of_none or _imported(profile) else role.title


def _imported(profile: MentorProfile) -> Sequence[CompetencyId]:
    """List the competencies that a profile speaks of, those of one imported framework, where they are most of it."""
    owners = Counter(each.partition(":")[0] if ":" in each else "" for each in profile.levels)
    most = max(owners, key=lambda each: owners[each], default="")
    return [each for each in profile.levels if each.startswith(f"{most}:")] if most else ()


def role_like(talk: Talk, profile: MentorProfile) -> tuple[Framework, DestinationRole]:
    """Find the role, with its framework, whose levels are most like a mentor's: theirs may be others' by now."""
    return max(
        (
            (framework, role)
            for framework in talk.tools.library.frameworks(talk.say.language)
            for role in framework.roles.values()
        ),
        key=lambda pair: _likeness(pair[1], profile),
    )


def _likeness(role: DestinationRole, profile: MentorProfile) -> tuple[int, float]:
    shared = [each for each in role.requires if each in profile.levels]
    off = sum(abs(role.requires[each].level - profile.levels[each]) for each in shared)
    return 2 * len(shared) - len(role.requires), -off


def _build(talk: Talk, _ref: str) -> Form:
    return levels_form(talk, talk.work.members.get_mentor(talk.community.id, talk.member.id))


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    framework = framework_like(talk, talk.work.members.get_mentor(talk.community.id, talk.member.id))
    levels = levels_of(answers, framework.competencies)
    return Reply(levels_view(talk, adjust_levels(talk.work, talk.tools, talk.actor, levels)))


LEVELS = FormSpec("levels", adjust_levels, _build, _submit)

FEATURE = Feature(
    commands=(CommandSpec("levels", adjust_levels, opens=LEVELS),),
    actions=(ActionSpec("levels", adjust_levels, opens=LEVELS),),
    forms=(LEVELS,),
    examples=(
        Example("form/levels", lambda talk: levels_form(talk, sample_mentor_profile(talk))),
        Example("form/levels:done", lambda talk: levels_view(talk, sample_mentor_profile(talk))),
    ),
)
