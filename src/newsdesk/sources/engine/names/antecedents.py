"""Whom a pronoun stands for: the last speaker it may mean, or somebody a sentence since then began with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.clusters import Cluster
from newsdesk.sources.engine.names.cutting import Phrase
from newsdesk.sources.engine.record import Link
from newsdesk.sources.engine.text import Text

RECENT = 30
"""How many links back anybody is looked for."""

PERSONAL = frozenset({"person", "anonymous"})
IMPERSONAL = frozenset({"organisation", "document", "outlet"})
PLURAL = frozenset({"group", "anonymous", "organisation", "document"})


class Antecedents:
    """Finds them in one text."""

    def __init__(self, text: Text, clusters: Sequence[Cluster]) -> None:
        self.text = text
        self._senses = s.senses(text.language)
        self._by_name = {cluster.name: cluster for cluster in clusters}
        words = text.language.words
        self._anyone = words("kinds", "anyone")
        self._he, self._she, self._it, self._they = (words("names", key) for key in ("he", "she", "it", "they"))
        self._places = sorted((place, cluster) for cluster in clusters for place in cluster.places)
        self._starts = [place for place, _ in self._places]

    def link(self, phrase: Phrase, speakers: Sequence[Link], topic: Link | None) -> Link:
        """``topic`` is the subject of the sentence before, where it has no name of its own there."""
        word, span = self.text.low[phrase.end - 1], self.text.span(phrase.first, phrase.end)
        kinds, gender = self._may_be(word)
        speaker = next((link for link in reversed(speakers[-RECENT:]) if self._fits(link, kinds, gender)), None)
        if topic and self._fits(topic, kinds, gender) and (not speaker or speaker.mention.end < topic.mention.start):
            speaker = topic
        named = self._named(phrase.first, speaker, kinds, gender)
        if named:
            return Link(named.name, named.kind, named.title, span)
        if speaker:
            return Link(speaker.name, speaker.kind, speaker.title, span)
        if word in self._anyone:
            return Link(word, "anonymous", None, span)
        kind = "person" if "person" in kinds else "group" if "group" in kinds else "organisation"
        return Link(span.text, kind, None, span)

    def _may_be(self, word: str) -> tuple[frozenset[str], int]:
        if word in self._he or word in self._she:
            return PERSONAL, s.MALE if word in self._he else s.FEMALE
        if word in self._it:
            return IMPERSONAL, 0
        return (PLURAL, 0) if word in self._they else (PERSONAL, self._senses.get(word, 0) & (s.FEMALE | s.MALE))

    def _fits(self, link: Link, kinds: frozenset[str], gender: int) -> bool:
        cluster = self._by_name.get(link.name)
        return link.kind in kinds and self._agrees(cluster.gender if cluster else 0, gender)

    def _agrees(self, one: int, other: int) -> bool:
        return not one or not other or bool(one & other)

    def _named(self, index: int, speaker: Link | None, kinds: frozenset[str], gender: int) -> Cluster | None:
        """Who began a sentence since the speaker spoke; where nobody spoke yet, whoever was named last."""
        last: Cluster | None = None
        for place, cluster in self._before(index):
            if speaker and self.text.tokens[place].start <= speaker.mention.end:
                return None
            if self._may_mean(cluster, kinds) and self._agrees(cluster.gender, gender):
                if place in cluster.subjects:
                    return cluster
                last = last or cluster
        return None if speaker else last

    def _may_mean(self, cluster: Cluster, kinds: frozenset[str]) -> bool:
        """Not what nothing but its look calls a person or a body."""
        is_person = cluster.kind == "person" and (len(cluster.words) > 1 or cluster.is_person())
        return cluster.kind in kinds and (is_person or cluster.is_body())

    def _before(self, index: int) -> Iterator[tuple[int, Cluster]]:
        for number in range(bisect_left(self._starts, index) - 1, -1, -1)[:RECENT]:
            yield self._places[number]
