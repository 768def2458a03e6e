"""A programme's own rules of matching, and what each part of a score is worth, as moderators see and set them."""

from dataclasses import replace

from bot.core.dialogue.fields import text_of, texts_of, whole_of
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.circumstances import MatchingRules
from bot.core.domain.matching import Weights
from bot.core.ui.forms import Answers, Confirm, Form, Number, Option, Several, ShortText
from bot.core.ui.reading import YES
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Heading, Text, View, Weight
from bot.core.usecases.access import authorise
from bot.core.usecases.circumstances import set_matching_rules
from bot.core.usecases.matching import rules_of

LANGUAGE, HOURS = "language", "hours"
PARTS = ("cells", "hours", "language", "preferences", "wish")
LONGEST_TAGS = 300
LONGEST_COOL_DOWN = 730
HIGHEST_MARGIN = 5


def rules_view(talk: Talk, rules: MatchingRules) -> View:
    """Publish the rules and the weights to moderators."""
    terms = rules.terms
    asked = [talk.say(f"rule-{each}") for each in _demands(rules)]
    rows = (
        FieldRow(talk.say("rules-margin"), talk.say.number(terms.margin)),
        FieldRow(talk.say("rules-demands"), talk.say.every(asked) or talk.say("rules-no-demands")),
        FieldRow(talk.say("rules-cool-down"), talk.say("rules-days", days=rules.cool_down_days)),
        FieldRow(talk.say("rules-tags"), ", ".join(rules.tags) or talk.say("nothing-said")),
        FieldRow(talk.say("rules-asking"), talk.say("rules-asking-who", mentees="yes" if rules.mentees_ask else "no")),
    )
    weights = (
        FieldRow(talk.say(f"weight-{part}"), talk.say.number(_hundredths(terms.weights, part))) for part in PARTS
    )
    return View(
        title=talk.say("rules-title"),
        blocks=(
            Fields(rows),
            Text(talk.say("rules-always")),
            Heading(talk.say("weights-title")),
            Fields(tuple(weights)),
            Text(talk.say("weights-mean")),
        ),
        actions=(talk.action("matching_rules", "", Weight.PRIMARY), talk.action("matching_weights", "")),
        suggestions=talk.suggest("pair"),
    )


def rules_form(talk: Talk, rules: MatchingRules) -> Form:
    """Ask for the rules."""
    return Form(
        name="matching_rules",
        title=talk.say("rules-title"),
        fields=(
            Number(
                name="margin",
                label=talk.say("rules-margin"),
                help=talk.say("rules-margin-help"),
                low=1,
                high=HIGHEST_MARGIN,
                default=(str(rules.terms.margin),),
            ),
            Several(
                name="demands",
                label=talk.say("rules-demands"),
                required=False,
                options=tuple(Option(each, talk.say(f"rule-{each}")) for each in (LANGUAGE, HOURS)),
                default=_demands(rules),
            ),
            Number(
                name="cool_down",
                label=talk.say("rules-cool-down"),
                help=talk.say("rules-cool-down-help"),
                low=0,
                high=LONGEST_COOL_DOWN,
                default=(str(rules.cool_down_days),),
            ),
            ShortText(
                name="tags",
                label=talk.say("rules-tags"),
                help=talk.say("rules-tags-help"),
                required=False,
                longest=LONGEST_TAGS,
                default=(", ".join(rules.tags)[:LONGEST_TAGS],) if rules.tags else (),
            ),
            Confirm(
                name="mentees_ask",
                label=talk.say("rules-mentees-ask"),
                help=talk.say("rules-mentees-ask-help"),
                required=False,
                default=(YES,) if rules.mentees_ask else (),
            ),
        ),
        submit=talk.say("save-changes"),
    )


def weights_form(talk: Talk, weights: Weights) -> Form:
    """Ask what each part is worth at most, in hundredths."""
    return Form(
        name="matching_weights",
        title=talk.say("weights-title"),
        intro=talk.say("weights-intro"),
        fields=tuple(
            Number(
                name=part,
                label=talk.say(f"weight-{part}"),
                low=0,
                high=100,
                default=(str(_hundredths(weights, part)),),
            )
            for part in PARTS
        ),
        submit=talk.say("save-changes"),
    )


def _demands(rules: MatchingRules) -> tuple[str, ...]:
    in_force = ((LANGUAGE, rules.terms.with_language), (HOURS, rules.terms.with_hours))
    return tuple(each for each, is_asked in in_force if is_asked)


def _hundredths(weights: Weights, part: str) -> int:
    return round(float(vars(weights)[part]) * 100)


def _current(talk: Talk) -> MatchingRules:
    authorise(talk.actor, set_matching_rules)
    talk.work.programmes.running(talk.community.id)
    return rules_of(talk.work, talk.community.id)


def _show(talk: Talk) -> Reply:
    return Reply(rules_view(talk, _current(talk)))


def _build(talk: Talk, _ref: str) -> Form:
    return rules_form(talk, _current(talk))


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    before, demands = _current(talk), texts_of(answers, "demands")
    terms = replace(
        before.terms,
        margin=whole_of(answers, "margin"),
        with_language=LANGUAGE in demands,
        with_hours=HOURS in demands,
    )
    tags = tuple(text_of(answers, "tags").replace(";", ",").split(","))
    rules = replace(
        before,
        terms=terms,
        cool_down_days=whole_of(answers, "cool_down"),
        tags=tags,
        mentees_ask=answers.get("mentees_ask") is True,
    )
    return Reply(rules_view(talk, set_matching_rules(talk.work, talk.tools, talk.actor, rules)))


def _build_weights(talk: Talk, _ref: str) -> Form:
    return weights_form(talk, _current(talk).terms.weights)


def _submit_weights(talk: Talk, _ref: str, answers: Answers) -> Reply:
    before = _current(talk)
    weights = Weights(**{part: whole_of(answers, part) / 100 for part in PARTS})
    rules = replace(before, terms=replace(before.terms, weights=weights))
    return Reply(rules_view(talk, set_matching_rules(talk.work, talk.tools, talk.actor, rules)))


RULES = FormSpec("matching_rules", set_matching_rules, _build, _submit)
WEIGHTS = FormSpec("matching_weights", set_matching_rules, _build_weights, _submit_weights)
_SAMPLE = MatchingRules(tags=("remote", "in person"))

FEATURE = Feature(
    commands=(CommandSpec("matching", set_matching_rules, _show),),
    actions=(
        ActionSpec("matching_rules", set_matching_rules, opens=RULES),
        ActionSpec("matching_weights", set_matching_rules, opens=WEIGHTS),
    ),
    forms=(RULES, WEIGHTS),
    examples=(
        Example("command/matching", lambda talk: rules_view(talk, _SAMPLE)),
        Example("form/matching_rules", lambda talk: rules_form(talk, _SAMPLE)),
        Example("form/matching_rules:done", lambda talk: rules_view(talk, MatchingRules())),
        Example("form/matching_weights", lambda talk: weights_form(talk, _SAMPLE.terms.weights)),
    ),
)
