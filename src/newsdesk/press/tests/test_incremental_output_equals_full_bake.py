"""After every step of a random history the shelf is what a full bake would make of it, byte for byte, and little was
drawn.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from newsdesk.archive import listings, record
from newsdesk.archive.models import CardRow, Change, ClipPartRow, EditionRow, EntryRow, LeafRow, ListingRow, ValueRow
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import FERRIES, article_id, edition
from newsdesk.archive.tests.test_clip_stands_while_its_words_do import clip_of, composed
from newsdesk.article.body import Paragraph, Run
from newsdesk.article.edition import Label
from newsdesk.article.people import Author, Subject
from newsdesk.press import recipe
from newsdesk.press.draw import draw
from newsdesk.press.models import Key, Read, Sheet
from newsdesk.press.recipe import Wanted
from newsdesk.press.run import Press, run
from newsdesk.press.settle import Tally
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.press.tests import paper

TOPICS = (FERRIES, Label("safety", "Safety board"), Label("oysters", "Oysters"))
numbers = st.integers(1, 40)


class History(RuleBasedStateMachine):
    """An editor's days at random; few articles, so that steps meet."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.press = Press(DiskShelf(Path(self.folder.name)), keep_paths=True)
        self.live: dict[int, object] = {}
        self.clips = 0
        self.slugs = {topic.id: topic.id for topic in TOPICS}
        for topic in TOPICS:
            record.subject(Subject(topic.id, "topic", topic.name, topic.id))
        record.author(Author("ines", "Ines Halvard", "ines-halvard"))
        self.print()

    def print(self) -> Tally:
        return run(self.press)

    @rule(number=numbers, topics=st.sets(st.sampled_from(TOPICS)), related=st.sets(numbers, max_size=2))
    def publish(self, number: int, topics: set[Label], related: set[int]) -> None:
        tags = tuple(sorted(topics, key=lambda topic: topic.id))
        made = edition(number, topics=tags, related=tuple(article_id(other) for other in sorted(related)))
        self.live[number] = record.add(made)
        self.print()

    @rule(some=st.lists(numbers, min_size=3, max_size=8, unique=True))
    def publish_many(self, some: list[int]) -> None:
        """In any order: late ones join a leaf of their date, which splits when it is full."""
        for number in some:
            self.live[number] = record.add(edition(number))
            self.print()
            self.shelf_is_a_full_bake()

    @rule(number=numbers, words=st.sampled_from(["One.", "Two."]))
    def fix_body(self, number: int, words: str) -> None:
        if number in self.live:
            fixed = replace(self.live[number], body=(Paragraph((Run(words),)),))  # type: ignore[type-var]
            falls = Archive().clip(article_id(number)) is not None
            self.live[number] = record.add(fixed)  # type: ignore[arg-type]
            assert self.print().drawn <= (3 if falls else 1)  # the article, what can be heard, a notice

    @rule(number=numbers)
    def read_aloud(self, number: int) -> None:
        if live := Archive().edition(article_id(number)):
            assert record.clip(clip_of(live, digest=self.new_digest()))
            assert self.print().drawn <= 3

    @rule(number=numbers)
    def silence(self, number: int) -> None:
        record.silence(article_id(number))
        self.print()

    @rule()
    def compose(self) -> None:
        live = [one for one in map(Archive().edition, map(article_id, range(1, 41))) if one]
        if live:
            assert record.clip(replace(composed(*live), digest=self.new_digest()))
            self.print()

    def new_digest(self) -> str:
        self.clips += 1
        return f"{self.clips:064}"

    @rule(number=numbers, words=st.sampled_from(["A", "B"]))
    def fix_headline(self, number: int, words: str) -> None:
        if number in self.live:
            self.live[number] = record.add(replace(self.live[number], headline=words))  # type: ignore[type-var]
            self.print()

    @rule(number=numbers, how=st.sampled_from(["unpublish", "kill", "takedown"]))
    def withdraw(self, number: int, how: record.How) -> None:
        record.withdraw(article_id(number), how)
        self.live.pop(number, None)
        self.print()

    @rule(name=st.sampled_from(["Ines Halvard", "I. Halvard"]))
    def rename_author(self, name: str) -> None:
        record.author(Author("ines", name, "ines-halvard"))
        self.print()

    @rule(name=st.sampled_from(["Ferries", "Boats"]))
    def rename_topic(self, name: str) -> None:
        record.subject(Subject("ferries", "topic", name, self.slugs["ferries"]))
        self.print()

    @rule(topic=st.sampled_from(TOPICS), slug=st.sampled_from(["ferries", "safety", "oysters", "boats"]))
    def move_topic(self, topic: Label, slug: str) -> None:
        """Away, back, or to where another stood before."""
        if slug not in self.slugs.values():
            self.slugs[topic.id] = slug
            record.subject(Subject(topic.id, "topic", topic.name, slug))
            self.print()

    @rule(order=st.lists(numbers, max_size=3, unique=True))
    def place_home(self, order: list[int]) -> None:
        record.place("home", tuple(article_id(number) for number in order))
        self.print()

    @invariant()
    def shelf_is_a_full_bake(self) -> None:
        if not hasattr(self, "press"):
            return
        assert self.press.frame
        wanted: dict[str, tuple[recipe.Recipe, Wanted]] = {}
        for one in (paper.RECIPES | paper.HEARD).values():
            wanted |= {sheet.path: (one, sheet) for sheet in one.every(Archive())}
        for path, (one, sheet) in wanted.items():
            drawn = draw(one, sheet, Archive(), self.press.frame, paper.THEME.templates)
            assert drawn.printed and self.press.shelf.holds(path, drawn.printed), path
        found = {path for path in self.press.shelf.paths() if not path.startswith("/static/")}
        assert found == set(wanted)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


class TestHistories(TestCase):
    def test_incremental_output_equals_full_bake(self) -> None:
        with pytest.MonkeyPatch.context() as patch:
            paper.set_up(patch, paper.RECIPES | paper.HEARD)
            patch.setattr(listings, "FULL", 6)
            quick = settings(
                max_examples=4,
                stateful_step_count=12,
                deadline=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            run_state_machine_as_test(_one_history, settings=quick)


def _one_history() -> History:
    """Each history starts in an empty archive: the previous one's rows go with the test's rollback only."""
    for table in (ClipPartRow, Read, Key, Sheet, Change, ValueRow, EntryRow, LeafRow, ListingRow, EditionRow, CardRow):
        table.objects.all().delete()
    return History()
