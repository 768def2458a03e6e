"""What a person did, as a surface tells it."""

from bot.core.ui.inbound import CommandCalled, FormAnswered, Origin, Where


def an_origin() -> Origin:
    return Origin(
        platform="webchat",
        community="garden",
        account="ada",
        name="Ada",
        where=Where.COMMUNITY,
        place="lobby",
        update="1",
    )


def test_nobody_is_an_administrator_unless_the_platform_says_so() -> None:
    origin = an_origin()
    assert not origin.is_administrator
    assert (origin.language, origin.zone) == ("", "")


def test_a_bare_command_brings_no_answers_and_shares_none_with_another() -> None:
    first, second = CommandCalled(an_origin(), "goal"), CommandCalled(an_origin(), "goal")
    assert (first.verb, first.text, first.answers) == ("", "", {})
    assert first.answers is not second.answers


def test_an_answered_form_is_to_be_carried_out_unless_it_says_otherwise() -> None:
    assert FormAnswered(an_origin(), "token", {"name": ("Ada",)}).final
