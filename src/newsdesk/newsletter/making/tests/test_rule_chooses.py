"""A rule's choice: picks first, then the most urgent, never what was had, and none where they are too few."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.newsletter.making.rule import Candidate, Rule, choose, missed, turn

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NAMES = [f"article-{number}" for number in range(12)]

candidates = st.lists(
    st.builds(
        Candidate,
        article=st.sampled_from(NAMES),
        urgency=st.integers(1, 8),
        published=st.integers(0, 1440).map(lambda minutes: NOON - timedelta(minutes=minutes)),
        pick=st.none() | st.integers(0, 5),
    ),
    max_size=20,
)
rules = st.builds(Rule, at_least=st.integers(0, 6), most=st.integers(1, 8))


@given(candidates, st.sets(st.sampled_from(NAMES)), rules)
def test_never_twice_never_had_and_within_bounds(found: list[Candidate], had: set[str], rule: Rule) -> None:
    chosen = choose(found, had, rule)
    assert len(set(chosen)) == len(chosen) <= rule.most
    assert not set(chosen) & had
    assert not chosen or len(chosen) >= rule.at_least
    fresh = {one.article for one in found} - had
    wanted = min(len(fresh), rule.most)
    assert len(chosen) == (wanted if wanted >= rule.at_least else 0)


@given(candidates, st.sets(st.sampled_from(NAMES)), rules, st.randoms())
def test_order_in_which_they_came_changes_nothing(found: list[Candidate], had: set[str], rule: Rule, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(found, len(found))
    assert choose(shuffled, had, rule) == choose(found, had, rule)


@given(candidates, rules)
def test_nothing_left_out_was_before_what_is_in(found: list[Candidate], rule: Rule) -> None:
    chosen = choose(found, (), rule)
    best = {
        one.article: min((o.pick is None, o.pick or 0, o.urgency) for o in found if o.article == one.article)
        for one in found
    }
    out = [best[one] for one in best if one not in chosen]
    assert not chosen or not out or max(best[one] for one in chosen) <= min(out)


def test_picks_stand_first_in_the_editors_order() -> None:
    found = [
        Candidate("urgent", 1, NOON),
        Candidate("second", 8, NOON, pick=1),
        Candidate("first", 8, NOON, pick=0),
        Candidate("old", 3, NOON - timedelta(hours=1)),
        Candidate("new", 3, NOON),
    ]
    assert choose(found, (), Rule(3, 5)) == ("first", "second", "urgent", "new", "old")


KYIV, HOUR = ZoneInfo("Europe/Kyiv"), timedelta(hours=1)


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=KYIV)


def test_time_of_a_rule_is_at_hand_an_hour_before_and_after() -> None:
    when = time(18, 0)
    assert turn(at(16, 59), when, "1234567", HOUR, KYIV) is None
    assert turn(at(17), when, "1234567", HOUR, KYIV) == at(18)
    assert turn(at(19), when, "1234567", HOUR, KYIV) == at(18)
    assert turn(at(19, 1), when, "1234567", HOUR, KYIV) is None


def test_only_on_its_days() -> None:
    assert turn(at(17, 30), time(18, 0), "23", HOUR, KYIV) is None  # a Monday


def test_time_soon_after_midnight_is_at_hand_the_evening_before() -> None:
    assert turn(at(23, 45), time(0, 30), "3", HOUR, KYIV) is None
    assert turn(at(23, 45), time(0, 30), "2", HOUR, KYIV) == at(0, 30, day=3)


def test_time_is_missed_when_its_hour_is_over_and_for_two_days() -> None:
    when = time(18, 0)
    assert missed(at(19), when, "1234567", HOUR, KYIV) == at(18, day=1)
    assert missed(at(19, 1), when, "1234567", HOUR, KYIV) == at(18)
    assert missed(at(19, 1, day=4), when, "1", HOUR, KYIV) == at(18)
    assert missed(at(19, 1, day=5), when, "1", HOUR, KYIV) is None
