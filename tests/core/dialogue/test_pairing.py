"""Finding a mentor, the answer, the room and the end."""

from bot.core.effects import OpenRoom, SendMessage, ToAccount
from bot.core.ui.views import View, Weight
from tests.core.dialogue.chat import Chat, Someone, all_words, labels, opened_form, options_of, shown


def told(chat: Chat, account: str) -> list[View]:
    sent = [each for each in chat.delivered if isinstance(each, SendMessage)]
    return [each.view for each in sent if each.target == ToAccount(account)]


def test_suggestions_say_why(mona: Someone, grace: Someone, ada: Someone) -> None:
    mona.calls("pair")
    view = shown(mona.fills(mentee="Ada"))

    said = all_words(view)
    assert "1. Grace, " in said
    assert "System design ? → 3" in said
    assert "12 hours a day" in said
    assert "English" in said
    assert [(action.label, action.weight) for action in view.actions] == [("Propose Grace", Weight.PRIMARY)]


def test_nobody_fits_is_said_with_the_reason(chat: Chat, mona: Someone, ada: Someone) -> None:
    mona.calls("pair")
    assert "No mentor has joined yet" in all_words(shown(mona.fills(mentee="Ada")))

    pierre = chat.person("Pierre")
    pierre.calls("join mentor")
    pierre.fills(role="Staff engineer", languages=["fr"])
    mona.calls("pair")
    view = shown(mona.fills(mentee="Ada"))
    assert view.title == "Nobody fits Ada right now"
    assert "One mentor shares no language with them" in all_words(view)


def test_nobody_waiting_is_said_before_a_form(mona: Someone, grace: Someone) -> None:
    assert "Nobody waits for a mentor" in shown(mona.calls("pair")).title


def test_a_name_that_nobody_bears_is_asked_back(mona: Someone, grace: Someone, ada: Someone) -> None:
    mona.calls("pair")
    assert "Did you mean Ada?" in opened_form(mona.fills(mentee="Adda")).errors["mentee"]


def test_a_moderator_alone_finds_mentors(ada: Someone, grace: Someone) -> None:
    assert "That is for moderators" in shown(grace.calls("pair")).title
    assert grace.searches("mentee", "A") == ()


def test_a_proposal_is_told_to_both_and_names_no_mentor_to_the_mentee(
    chat: Chat, mona: Someone, grace: Someone, ada: Someone
) -> None:
    mona.calls("pair")
    mona.fills(mentee="Ada")
    assert shown(mona.presses("Propose Grace")).title == "Grace is being asked to mentor Ada"
    chat.deliver()

    proposal = told(chat, "Grace")[-1]
    assert proposal.title == "Would you mentor Ada?"
    assert "Senior software engineer" in all_words(proposal)
    assert labels(proposal) == ["Accept", "Not now"]
    assert "Grace" not in all_words(told(chat, "Ada")[-1])


def test_a_yes_opens_a_room_for_the_two_with_its_guide(paired: Chat) -> None:
    rooms = [each for each in paired.delivered if isinstance(each, OpenRoom)]
    assert [(room.title, set(room.accounts)) for room in rooms] == [("Grace and Ada", {"Grace", "Ada"})]
    pinned = [each for each in paired.delivered if isinstance(each, SendMessage) and each.pin]
    assert "Every Monday at 09:00" in all_words(pinned[0].view)
    assert "Grace, Ada and nobody else" in all_words(pinned[0].view)
    assert told(paired, "Ada")[-1].title == "Grace is your mentor"
    assert told(paired, "Mona")[-1].title == "Grace said yes to Ada"


def test_a_no_is_nobodys_to_the_mentee(chat: Chat, mona: Someone, grace: Someone, ada: Someone) -> None:
    mona.calls("pair")
    mona.fills(mentee="Ada")
    mona.presses("Propose Grace")
    grace.calls("me")
    grace.presses("Not now")
    chat.deliver()

    assert "Grace" not in all_words(told(chat, "Ada")[-1])
    assert told(chat, "Mona")[-1].title == "Grace can’t take Ada now"
    assert "pairing_proposed" in chat.moot


def test_a_proposal_is_answered_once_and_by_its_mentor(chat: Chat, mona: Someone, grace: Someone, ada: Someone) -> None:
    mona.calls("pair")
    mona.fills(mentee="Ada")
    mona.presses("Propose Grace")
    token = shown(grace.calls("me")).actions[0].token
    hopper = chat.person("Hopper")
    hopper.calls("join mentor")
    hopper.fills(role="Staff engineer")

    assert "That is for mentors" in shown(hopper.presses_token(token)).title
    assert shown(grace.presses_token(token)).title == "You are now Ada’s mentor"
    assert "it is active already" in shown(grace.presses_token(token)).title


def test_ending_asks_first_and_tells_both(paired: Chat, ada: Someone, grace: Someone) -> None:
    ada.calls("me")
    sure = shown(ada.presses("End the pairing…"))
    assert [(action.label, action.weight) for action in sure.actions] == [
        ("End it", Weight.DANGER),
        ("Cancel", Weight.NORMAL),
    ]
    assert "Where you stand" in shown(ada.presses("Cancel")).title

    ada.calls("me")
    ada.presses("End the pairing…")
    ended = shown(ada.presses("End it"))
    paired.deliver()
    assert "has ended" in ended.title
    assert told(paired, "Grace")[-1].title == "The pairing of Grace and Ada has ended"


def test_a_mentor_of_several_says_which_pairing_ends(paired: Chat, mona: Someone, grace: Someone, ada: Someone) -> None:
    ben = paired.person("Ben")
    ben.calls("join mentee")
    ben.fills(destination="Senior software engineer", visibility="private")
    mona.calls("pair")
    mona.fills(mentee="Ben")
    mona.presses("Propose Grace")
    grace.calls("me")
    grace.presses("Accept")
    grace.calls("me")
    form = opened_form(grace.presses("End a pairing…")).form
    options = options_of(form, "pairing")
    assert [option.label for option in options] == ["Grace and Ada", "Grace and Ben"]
    assert "Grace and Ben?" in shown(grace.fills(pairing=options[1].value)).title


def test_a_third_person_cannot_end_a_pairing(paired: Chat, ada: Someone) -> None:
    token = next(action.token for action in shown(ada.calls("me")).actions if "End" in action.label)
    ben = paired.person("Ben")
    ben.calls("join mentee")
    ben.fills(destination="Staff engineer", visibility="private")
    assert "for the two of this pairing" in shown(ben.presses_token(token)).title
