"""Groups: who may set up there, what is said there, and what becomes of them."""

from tests.stories.telegram.beginnings import CHALLENGE, LEARNED, NEXT, couple, programme
from tests.stories.telegram.stage import Stage
from tests.telegram.server.members import Right

WEEK = (LEARNED, CHALLENGE, "Skip", NEXT, "Good", "Done", "Send check-in")


async def test_only_administrators_set_up(stage: Stage) -> None:
    noor, pat = stage.person("Noor Haddad"), stage.person("Pat Lee")
    harbour = await stage.forum(noor)
    pat.joins(harbour)

    await pat.types("/setup")
    assert pat.sees("Only administrators of this group can set up a programme here")
    await pat.at_home().sends("/setup")
    await stage.settled()
    pat.finds_nothing_of("Start a programme")


async def test_an_anonymous_administrator_goes_on_in_private(stage: Stage) -> None:
    noor = stage.person("Noor Haddad")
    harbour = await stage.forum(noor)
    stage.world.promote(harbour, noor.user, anonymous=True)

    await noor.at(harbour).types("/setup")
    await noor.presses("Go on in private")
    await noor.presses("Start the programme")

    assert noor.sees("is running")


async def test_a_group_that_becomes_a_supergroup_goes_on(stage: Stage) -> None:
    noor = stage.person("Noor Haddad")
    old = noor.founds_group("Harbour")
    await noor.adds_bot(old)
    await noor.types("/setup")
    await noor.presses("Go on in private")
    await noor.answers("Start the programme", "Get the group ready")
    new = stage.world.upgrade(old)
    await stage.settled()

    lina = stage.person("Lina Berg").joins(new)
    await lina.types("/join_mentee")
    await lina.presses("Go on in private")
    await lina.answers("staff", "Staff engineer", "Public", "Join as a mentee")

    assert lina.sees("You are in")


async def test_without_topics_growth_is_posts_with_a_hashtag(stage: Stage) -> None:
    pair = await couple(stage, forum=False)

    await stage.monday()
    await pair.mentee.presses("Answer check-in")
    await pair.mentee.answers(*WEEK)

    post = pair.moderator.at(pair.group).latest
    assert "Week 1, Lina Berg" in post.text
    assert "#" in post.words.splitlines()[0] + post.words.splitlines()[-1]
    await pair.moderator.presses("Cheer")
    assert "Cheer (1)" in post.buttons


async def test_growth_can_be_seen_in_a_channel(stage: Stage) -> None:
    pair = await couple(stage)
    noor, lina = pair.moderator, pair.mentee
    channel = noor.founds_channel("Harbour grows", username="harbour_grows")
    await noor.adds_bot(channel, Right.POST_MESSAGES | Right.EDIT_MESSAGES)

    await noor.at_home().types("/setup")
    await noor.presses("Save changes")
    await noor.presses("Growth in another place")
    await noor.answers("@harbour_grows")
    assert noor.sees("The group is ready", "@harbour_grows")
    await stage.monday()
    await lina.presses("Answer check-in")
    await lina.answers(*WEEK)

    assert noor.sees("Week 1, Lina Berg", chat=channel)
    assert not pair.group.topics


async def test_the_bot_is_put_out_and_brought_back(stage: Stage) -> None:
    pair = await couple(stage)
    noor, lina = pair.moderator, pair.mentee

    await noor.removes(stage.world.bot.user, pair.group)
    await stage.settled()
    await stage.monday()
    lina.finds_nothing_of("Week 1: how did it go?")
    await noor.adds_bot(pair.group, Right.MANAGE_TOPICS | Right.PIN_MESSAGES)
    await stage.settled()
    noor.finds("Menteo is back in Harbour", "/setup in the group")
    await stage.monday()

    lina.finds("how did it go?")


async def test_a_group_hears_little(stage: Stage) -> None:
    noor, harbour = await programme(stage)
    before = len(noor.reads(harbour))

    await noor.at(harbour).types("Good morning everybody")
    await noor.types("/me")
    await noor.types("/goal add")

    said = [seen.words for seen in noor.reads(harbour)[before:] if seen.message.sender is stage.world.bot.user]
    assert said == ["Let’s do this in private."] * 2


async def test_who_blocked_the_bot_is_missed_once_and_comes_back(stage: Stage) -> None:
    pair = await couple(stage)
    noor, lina = pair.moderator, pair.mentee
    await lina.blocks()

    await stage.monday()
    await stage.monday()
    missed = [seen for seen in noor.reads(noor.home) if "Lina Berg can’t be written to" in seen.text]
    assert len(missed) == 1
    await lina.at_home().types("/start")
    assert lina.sees("Where you stand, Lina Berg")
    await stage.monday()

    lina.finds("Week 3: how did it go?")


async def test_links_lead_in_and_unknown_ones_greet(stage: Stage) -> None:
    pair = await couple(stage)
    lina, eve = pair.mentee, stage.person("Eve Moss", starts=False)

    await lina.types("/start c-goal_add")
    assert "What will you have reached?" in lina.latest.text
    await lina.types("/cancel")
    await lina.types("/start nonsense")
    assert "Where you stand, Lina Berg" in lina.latest.text
    await eve.types(f"/start g{-pair.group.id}-join_mentee")
    assert "you are not in" in eve.latest.text
    await eve.types("/start a-pair--aaaaaaaaaaaaaaaa")

    eve.finds_nothing_of("Find a mentor")


async def test_words_stay_words(stage: Stage) -> None:
    pair = await couple(stage)
    sam, lina = pair.mentor, pair.mentee
    nasty = "<b>not bold</b> & *stars* _lines_ [link](https://example.org)"

    await lina.types(nasty)
    await lina.runs("/goal_add", nasty, "Skip", "Skip", "Skip", "Set goal")

    assert sam.finds("Lina Berg: <b>not bold</b>").words.endswith(nasty)
    assert nasty in sam.finds("Lina Berg has set a goal").words
    assert not [each for each in sam.finds("Lina Berg has set a goal").formatted if each[1] == "not bold"]
