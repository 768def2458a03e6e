"""The contract of the outbox: keys, lanes, leases and what becomes of effects."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.effects import Act, Effect, LeasedEffect, Priority
from bot.core.ports import UnitOfWork
from bot.storage.engines import Database
from bot.storage.outbox import LONGEST_ERROR
from tests.storage.samples import COMMUNITY, HOUR, NOW, OTHER, effect

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def add(database: Database, *effects: Effect) -> None:
    with database.write() as work:
        work.outbox.add(effects)
        work.commit()


def lease(database: Database, at: timedelta = timedelta(), limit: int = 100) -> Sequence[LeasedEffect]:
    """Lease for a minute, so long after NOW, by both clocks."""
    with database.write() as work:
        leased = work.outbox.lease(["webchat"], NOW + at, NOW + at, NOW + at + MINUTE, limit)
        work.commit()
    return leased


def keys(leased: Sequence[LeasedEffect]) -> list[str]:
    return [each.effect.key for each in leased]


def done(database: Database, *leased: LeasedEffect) -> None:
    with database.write() as work:
        work.outbox.done({each.number: f"message-{each.effect.key}" for each in leased})
        work.commit()


def waiting(database: Database) -> int:
    with database.read() as work:
        return work.outbox.waiting()


def test_an_effect_comes_back_as_it_was_added(home: Database) -> None:
    added = replace(effect("hello"), refs={"to": "anna", "text": "Grüße 🌱"}, priority=Priority.PROMPT)
    add(home, added)

    (leased,) = lease(home)

    assert leased.effect == added
    assert leased.tries == 1


def test_a_key_is_kept_once_in_its_community(home: Database) -> None:
    add(home, effect("hello"), replace(effect("hello"), notice="another"), effect("hello", community=OTHER))
    add(home, replace(effect("hello"), lane="room:x"))

    assert waiting(home) == 2
    assert sorted(each.effect.community for each in lease(home)) == [COMMUNITY, OTHER]
    assert {each.effect.notice for each in lease(home, at=2 * MINUTE)} == {"greeting"}


def test_effects_of_an_undone_unit_of_work_never_happen(home: Database) -> None:
    with home.write() as work:
        work.outbox.add([effect("hello")])
        assert work.outbox.waiting() == 1

    assert waiting(home) == 0


def test_a_unit_of_work_can_go_on_after_a_rollback(home: Database) -> None:
    with home.write() as work:
        work.notes.set("a", "written")
        work.outbox.add([effect("unwritten")])
        work.rollback()
        work.notes.set("b", "written")
        work.outbox.add([effect("kept")])
        work.commit()

    assert keys(lease(home)) == ["kept"]
    with home.read() as work:
        assert (work.notes.get("a"), work.notes.get("b")) == (None, "written")


def test_answers_go_before_prompts_and_each_in_order(home: Database) -> None:
    add(home, effect("prompt", "member:a", priority=Priority.PROMPT))
    add(home, effect("second", "member:b"), effect("third", "member:c"))

    assert keys(lease(home, limit=2)) == ["second", "third"]
    assert keys(lease(home)) == ["prompt"]


def test_only_the_oldest_unfinished_of_a_lane_is_leased(home: Database) -> None:
    add(home, effect("one"), effect("two"), effect("theirs", community=OTHER), effect("urgent"))

    first = lease(home)
    assert keys(first) == ["one", "theirs"]
    assert lease(home) == []

    done(home, first[0])
    assert keys(lease(home)) == ["two"]


def test_a_lane_waits_for_the_time_of_its_first(home: Database) -> None:
    add(home, effect("later", not_before=NOW + HOUR), effect("now"))

    assert lease(home) == []
    assert keys(lease(home, at=HOUR)) == ["later"]


def test_other_platforms_are_left_to_their_own_senders(home: Database) -> None:
    add(home, replace(effect("discord"), platform="discord"))

    assert lease(home) == []


def test_an_expired_lease_gives_the_effect_back_and_counts_the_try(home: Database) -> None:
    add(home, effect("hello"))
    lease(home)

    assert lease(home, at=MINUTE) == []
    (again,) = lease(home, at=MINUTE + SECOND)
    assert again.tries == 2


def test_a_retry_holds_its_own_lane_only(home: Database) -> None:
    add(home, effect("one"), effect("two"), effect("other", "room:x"))
    one, other = lease(home)
    with home.write() as work:
        work.outbox.retry(one.number, NOW + 10 * SECOND, "busy")
        work.outbox.retry(other.number, NOW, "again at once")
        work.commit()

    assert keys(lease(home)) == ["other"]
    assert keys(lease(home, at=10 * SECOND)) == ["one"]


def test_what_waits_for_another_try_can_be_tried_at_once(home: Database) -> None:
    add(home, effect("ours"), effect("in-flight", "room:x"), effect("theirs", community=OTHER))
    with home.write() as work:
        for each in work.outbox.lease(["webchat"], NOW, NOW, NOW + MINUTE, 100):
            if each.effect.key != "in-flight":
                work.outbox.retry(each.number, NOW + HOUR, "not allowed")
        work.outbox.hasten(COMMUNITY)
        work.commit()

    assert keys(lease(home, at=SECOND)) == ["ours"]
    assert keys(lease(home, at=HOUR)) == ["ours", "in-flight", "theirs"]


def test_what_waits_in_a_lane_and_in_those_beside_it_can_be_tried_at_once(home: Database) -> None:
    lanes = {"whole": "room:x", "side": "room:x:mia", "another": "room:xy", "elsewhere": "thread:x"}
    add(home, *(effect(key, lane) for key, lane in lanes.items()))
    with home.write() as work:
        for each in work.outbox.lease(["webchat"], NOW, NOW, NOW + MINUTE, 100):
            work.outbox.retry(each.number, NOW + HOUR, "its place is being made")
        work.outbox.hasten(COMMUNITY, "room:x")
        work.commit()

    assert sorted(keys(lease(home, at=SECOND))) == ["side", "whole"]
    assert sorted(keys(lease(home, at=HOUR))) == ["another", "elsewhere", "side", "whole"]


def test_a_dead_letter_lets_its_lane_go_on(home: Database) -> None:
    add(home, effect("one"), effect("two"))
    (one,) = lease(home)
    with home.write() as work:
        work.outbox.give_up(one.number, "x" * (2 * LONGEST_ERROR))
        work.commit()

    assert keys(lease(home)) == ["two"]
    assert waiting(home) == 1
    with home.read() as work:
        assert work.outbox.external_id(COMMUNITY, "one") is None


def test_what_has_nothing_left_to_say_lets_its_lane_go_on(home: Database) -> None:
    add(home, effect("one"), effect("two"))
    (one,) = lease(home)
    with home.write() as work:
        work.outbox.skip(one.number, "left")
        work.commit()

    assert keys(lease(home)) == ["two"]
    assert waiting(home) == 1


def test_what_the_platform_calls_a_message_is_kept(home: Database) -> None:
    add(home, effect("hello"))
    done(home, *lease(home))

    with home.read() as work:
        assert work.outbox.external_id(COMMUNITY, "hello") == "message-hello"
        assert work.outbox.external_id(OTHER, "hello") is None
        assert work.outbox.waiting() == 0


def test_an_outcome_told_twice_changes_nothing(home: Database) -> None:
    add(home, effect("one"), effect("two"), effect("three"))
    (one,) = lease(home)
    done(home, one)
    done(home, one)
    with home.write() as work:
        work.outbox.done({})
        work.outbox.give_up(one.number, "late")
        work.outbox.retry(one.number, NOW, "late")
        work.commit()

    assert keys(lease(home)) == ["two"]
    with home.read() as work:
        assert work.outbox.external_id(COMMUNITY, "one") == "message-one"


def test_release_gives_every_lease_back(home: Database) -> None:
    add(home, effect("one"), effect("two"), effect("other", "room:x"))
    lease(home)
    with home.write() as work:
        work.outbox.release()
        work.commit()

    assert keys(lease(home)) == ["one", "other"]


def test_leasers_at_once_never_share_an_effect_nor_a_lane(home: Database) -> None:
    add(home, *(effect(f"{lane}-{number}", f"member:{lane}") for number in range(3) for lane in range(40)))

    with ThreadPoolExecutor(max_workers=4) as threads:
        batches = list(threads.map(lambda _: lease(home, limit=7), range(12)))

    leased = [each for batch in batches for each in batch]
    assert len(leased) == 40
    assert sorted(keys(leased)) == sorted(f"{lane}-0" for lane in range(40))


def test_lanes_go_on_while_others_add_to_them(home: Database) -> None:
    lanes = [f"member:{lane}" for lane in range(5)]

    def fill(writer: int) -> None:
        for number in range(12):
            add(home, *(effect(f"{writer}-{number}-{lane}", lane) for lane in lanes))

    def drain(_: int) -> list[str]:
        told: list[str] = []
        for _round in range(40):
            leased = lease(home, limit=3)
            done(home, *leased)
            told += keys(leased)
        return told

    with ThreadPoolExecutor(max_workers=6) as threads:
        filling = [threads.submit(fill, writer) for writer in range(3)]
        draining = [threads.submit(drain, sender) for sender in range(3)]
        for each in filling:
            each.result()
        told = [key for each in draining for key in each.result()]
    while leased := lease(home):
        done(home, *leased)
        told += keys(leased)

    assert len(told) == len(set(told)) == 3 * 12 * len(lanes)
    assert waiting(home) == 0


Step = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "lease", "done", "retry", "give_up", "later"]), st.integers(0, 3), st.integers(0, 2)
    ),
    max_size=40,
)


class Model:
    """The outbox as its rules are told: a list of effects, read from the front."""

    def __init__(self) -> None:
        self.lanes: dict[str, list[str]] = {}
        self.held: dict[str, timedelta] = {}
        self.clock = timedelta()
        self.leased: dict[str, LeasedEffect] = {}
        self.added = 0

    def add(self, lane: str) -> Effect:
        self.added += 1
        key = f"{self.added:04d}"
        self.lanes.setdefault(lane, []).append(key)
        return effect(key, lane)

    def ready(self) -> list[str]:
        fronts = [waiting[0] for waiting in self.lanes.values() if waiting]
        return sorted(key for key in fronts if self.held.get(key, timedelta()) <= self.clock)

    def finish(self, key: str) -> None:
        for waiting in self.lanes.values():
            if key in waiting:
                waiting.remove(key)
        self.leased.pop(key)


def carry_out(model: Model, work: UnitOfWork, step: Step) -> None:
    act, lane, which = step
    taken = sorted(model.leased)[which : which + 1]
    if act == "add":
        work.outbox.add([model.add(f"lane:{lane}")])
        work.outbox.waiting()  # has it written by itself: what is written together has an order in its lane alone
    elif act == "later":
        model.clock += 30 * SECOND
    elif act == "lease":
        at = NOW + model.clock
        found = work.outbox.lease(["webchat"], at, at, at + MINUTE, 2)
        assert keys(found) == model.ready()[:2]
        model.leased.update((each.effect.key, each) for each in found)
        model.held.update((each.effect.key, model.clock + MINUTE + SECOND) for each in found)
    elif act == "retry" and taken:
        work.outbox.retry(model.leased[taken[0]].number, NOW + model.clock + 40 * SECOND, "busy")
        model.held[taken[0]] = model.clock + 40 * SECOND
        model.leased.pop(taken[0])
    elif act == "done" and taken:
        work.outbox.done({model.leased[taken[0]].number: "told"})
        model.finish(taken[0])
    elif act == "give_up" and taken:
        work.outbox.give_up(model.leased[taken[0]].number, "blocked")
        model.finish(taken[0])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(steps=STEPS)
def test_the_outbox_keeps_the_order_of_its_lanes(home: Database, steps: list[Step]) -> None:
    model = Model()
    with home.write() as work:  # undone at the end, so that every example finds the outbox empty
        for step in steps:
            carry_out(model, work, step)
        assert work.outbox.waiting() == sum(map(len, model.lanes.values()))


def test_what_is_over_is_cleared_up_to_what_was_due_later(home: Database) -> None:
    made, later = replace(effect("made", lane="third"), act=Act.POST), effect("later", not_before=NOW + HOUR)
    add(home, effect("said"), effect("waits", lane="other"), made, later)
    done(home, *[each for each in lease(home) if each.effect.key != "waits"])
    done(home, *[each for each in lease(home, HOUR) if each.effect.key != "waits"])

    with home.write() as work:
        looked = work.outbox.clear([Act.TELL], NOW + MINUTE, 0, 100)
        work.commit()

    with home.read() as work:
        known = [each for each in ("said", "made", "later") if work.outbox.external_id(COMMUNITY, each)]
        assert (len(looked), known, work.outbox.waiting()) == (3, ["made", "later"], 1)
        assert work.outbox.clear([Act.TELL], NOW + MINUTE, looked[-1], 100) == []
