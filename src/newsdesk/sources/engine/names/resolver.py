"""Finds who is meant: the fullest name of a name, whom a pronoun or "the minister" stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.antecedents import Antecedents
from newsdesk.sources.engine.names.clusters import Cluster
from newsdesk.sources.engine.names.cutting import Cutter, Phrase
from newsdesk.sources.engine.names.gazetteer import Gazetteer
from newsdesk.sources.engine.names.introduced import Introduced
from newsdesk.sources.engine.names.topics import Topics
from newsdesk.sources.engine.record import Link, Span
from newsdesk.sources.engine.text import Text

RECENT = 60
"""How many links back "the report" is looked for."""


class Resolver:
    """Makes the links of one text."""

    def __init__(
        self, text: Text, bits: Sequence[int], gazetteer: Gazetteer, cutter: Cutter, clusters: Sequence[Cluster]
    ) -> None:
        self.text, self.bits, self.gazetteer, self.clusters = text, bits, gazetteer, clusters
        self._anyone = text.language.words("kinds", "anyone")
        self._introduced = Introduced(text, cutter)
        self._prepositions = text.language.words("grammar", "preposition")
        self._antecedents, self._topics = Antecedents(text, clusters), Topics(text, cutter)
        self._titled: dict[str, list[Cluster]] = {}
        self._pointed: dict[str, list[Cluster]] = {}
        self._named: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            self._index(cluster)

    def _index(self, cluster: Cluster) -> None:
        for title in (*cluster.titles, *cluster.prefixes):
            for head in {title[-1], self._full(title[-1])}:
                self._titled.setdefault(head, []).append(cluster)
        for word in cluster.pointed if cluster.kind == "person" else ():
            self._pointed.setdefault(word, []).append(cluster)
        for word in {*cluster.words, *cluster.called} if cluster.kind != "person" else ():
            self._named.setdefault(word, []).append(cluster)

    def link(self, phrase: Phrase, speakers: Sequence[Link]) -> Link:
        """``speakers`` are the links of the text so far, the last of whom spoke last."""
        if phrase.is_pronoun or self._is_anyone(phrase):
            topic = self._topics.before(phrase.first)
            about = self.link(topic, speakers) if topic and not topic.is_pronoun else None
            return self._antecedents.link(phrase, speakers, about)
        if phrase.proper:
            cluster: Cluster | None = self.clusters[phrase.proper.cluster]
        else:
            cluster = (self._meant(phrase) if self._points_back(phrase) else None) or self._named_later(phrase)
        if cluster and not self._spoke_since(cluster, phrase, speakers):
            return Link(cluster.name, cluster.kind, cluster.title, self._span(phrase))
        return self._common(phrase, speakers)

    def _span(self, phrase: Phrase) -> Span:
        return self.text.span(phrase.first, phrase.end)

    def _is_anyone(self, phrase: Phrase) -> bool:
        """ "The man", who is whoever spoke last."""
        alone = phrase.end == phrase.head + 1 == phrase.first + 2
        return (
            alone
            and self.text.low[phrase.head] in self._anyone - self._titled.keys()
            and self.text.low[phrase.first] in self.gazetteer.pointing
        )

    def _points_back(self, phrase: Phrase) -> bool:
        """Whether "the" or "his" opens a phrase without anything behind its head."""
        opens = self.text.low[phrase.first] in self.gazetteer.definite
        alone = phrase.end == phrase.head + 1 or self._is_only_one(phrase)
        return alone and (opens or self._owner(phrase) > 0)

    def _is_only_one(self, phrase: Phrase) -> bool:
        """Whether one person alone has the title, so that "the director of the port" is no other."""
        return len(self._titled.get(self.text.low[phrase.head], ())) == 1

    def _named_later(self, phrase: Phrase) -> Cluster | None:
        """ "A neighbour", whom the text goes on to call "the neighbour, Ana Vos,"."""
        if self.text.low[phrase.first] not in self.gazetteer.indefinite | self.gazetteer.definite:
            return None
        words = set(self.text.low[phrase.first + 1 : phrase.head + 1])
        pointed = self._pointed.get(self.text.low[phrase.head], ())
        later = (each for each in pointed if each.places[0] > phrase.first)
        return next((each for each in later if words <= each.pointed or each.pointed <= words), None)

    def _owner(self, phrase: Phrase) -> int:
        """Where the noun phrase begins behind "Brandt's"; 0 where nobody owns it."""
        places = range(phrase.head - 1, phrase.first, -1)
        return next((place + 1 for place in places if self.text.tags[place] == g.POSSESSIVE), 0)

    def _meant(self, phrase: Phrase) -> Cluster | None:
        head, bits = self.text.low[phrase.head], self.bits[phrase.head]
        titled, named = self._titled.get(head, ()), self._named.get(head, ())
        if bits & (s.TITLE | s.PREFIX):
            found = self._nearest(phrase, titled, lambda each: self._title_fits(each, phrase))
            if found or not bits & s.OUTLET:
                return found
        found = self._nearest(phrase, named, lambda each: self._body_fits(each, phrase))
        if found:
            return found
        if bits & s.OUTLET and self._is_plain(phrase):
            return self._nearest(phrase, self.clusters, lambda each: each.kind == "outlet", forward=False)
        if bits & s.FIRM and self.text.low[phrase.first] in self.gazetteer.pointing and self._is_plain(phrase):
            return self._subject_before(phrase) or self._most_named(phrase)
        return None

    def _subject_before(self, phrase: Phrase) -> Cluster | None:
        """The firm that opens the sentence before "the company", where one does."""
        start = self.text.sentence(phrase.first).start
        before = self.text.sentence(start - 1) if start else range(0)
        firms = (each for each in self.clusters[-RECENT:] if self._is_firm(each))
        return next((each for each in firms if any(place in each.subjects for place in before[:2])), None)

    def _most_named(self, phrase: Phrase) -> Cluster | None:
        """The firm that a text has named most before "the company"."""
        before = [
            (bisect_left(each.places, phrase.first), each) for each in self.clusters[-RECENT:] if self._is_firm(each)
        ]
        count, firm = max(before, key=lambda pair: pair[0], default=(0, None))
        return firm if count else self._only_subject(phrase)

    def _only_subject(self, phrase: Phrase) -> Cluster | None:
        """The one organisation that a sentence before has for its subject, though it is named but once."""
        bodies = [each for each in self.clusters[:RECENT] if each.kind == "organisation" and not each.is_place]
        named = [each for each in bodies if each.subjects and min(each.subjects) < phrase.first]
        return named[0] if len(named) == 1 else None

    def _words(self, phrase: Phrase) -> set[str]:
        return set(self.text.low[self._owner(phrase) or phrase.first + 1 : phrase.head + 1])

    def _body_fits(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether "the defence ministry" is the Ministry of Defence; "the army" is not Army Radio."""
        head = self.text.low[phrase.head]
        if head in cluster.called and len(self._words(phrase)) == 1:
            return True
        heads = [
            word
            for word, after in zip(cluster.words, (*cluster.words[1:], ""), strict=True)
            if not after or after in self.gazetteer.joints
        ]
        return cluster.kind == "organisation" and head in heads and self._words(phrase) <= set(cluster.words)

    def _is_plain(self, phrase: Phrase) -> bool:
        """Whether nothing but peoples and ranks stands before the head."""
        between = range(phrase.first + 1, phrase.head)
        return all(self.bits[index] & (s.PEOPLE | s.MODIFIER | s.OUTLET) for index in between) or bool(
            self.bits[phrase.head] & s.FIRM
        )

    def _title_fits(self, cluster: Cluster, phrase: Phrase) -> bool:
        first = self._owner(phrase) or phrase.first + 1
        said = (self.text.low[index] for index in range(first, phrase.head) if self.text.tags[index] != g.NAME)
        words = {*said, self.text.low[phrase.head]}
        return any(words <= {*title, self._full(title[-1])} for title in (*cluster.titles, *cluster.prefixes))

    def _full(self, word: str) -> str:
        """ "Senator" for "Sen."."""
        return self.gazetteer.abbreviated.get(word.removesuffix("."), word)

    def _is_firm(self, cluster: Cluster) -> bool:
        known = " ".join(cluster.words) in self.gazetteer.organisations
        often = len(cluster.places) > 1 and not cluster.is_place
        return cluster.kind == "organisation" and (cluster.is_body() or often) and not known

    def _nearest(
        self, phrase: Phrase, clusters: Sequence[Cluster], fits: Callable[[Cluster], bool], forward: bool = True
    ) -> Cluster | None:
        """The fitting cluster named last before a phrase, or else first after it."""
        best: tuple[int, int] | None = None
        found: Cluster | None = None
        for cluster in clusters[-RECENT:]:
            rank = cluster.nearness(phrase.first, forward)
            if rank and (best is None or rank > best) and fits(cluster):
                best, found = rank, cluster
        return found

    def _common(self, phrase: Phrase, speakers: Sequence[Link]) -> Link:
        """Somebody without a name: by the words here, or by those with which they spoke before."""
        if self._points_back(phrase):
            for link in self._spoke(phrase, speakers):
                return Link(link.name, link.kind, link.title, self._span(phrase))
        full = self._introduced.phrase(phrase) if self._is_bare(phrase) else None
        return Link(self._name(full or phrase), phrase.kind, None, self._span(phrase))

    def _is_bare(self, phrase: Phrase) -> bool:
        """Whether a phrase is "the report" and no more."""
        return (
            self.text.low[phrase.first] in self.gazetteer.pointing and phrase.head == phrase.first + 1 == phrase.end - 1
        )

    def _spoke_since(self, cluster: Cluster, phrase: Phrase, speakers: Sequence[Link]) -> bool:
        """Whether another spokesman, who has no name, spoke after the one who has was mentioned."""
        if phrase.proper:
            return False
        link = next(self._spoke(phrase, speakers), None)
        place = bisect_left(cluster.places, phrase.first)
        last = self.text.tokens[cluster.places[place - 1]].start if place else len(self.text.source)
        return link is not None and link.name != cluster.name and link.mention.start > last

    def _spoke(self, phrase: Phrase, speakers: Sequence[Link]) -> Iterator[Link]:
        words = self._words(phrase)
        for link in reversed(speakers[-RECENT:]):
            if link.kind != "person" and words <= self._until_preposition(link.name):
                yield link

    def _until_preposition(self, name: str) -> set[str]:
        """The words of a name up to its head: "the auditor" is not the report by the auditor."""
        words = name.lower().replace("’", "'").split()
        stop = next((place for place, word in enumerate(words) if word in self._prepositions), len(words))
        return set(words[:stop])

    def _name(self, phrase: Phrase) -> str:
        first = phrase.first
        if self.text.low[first] in self.gazetteer.articles and phrase.end - first > 1:
            first += 1
        return self.text.span(first, phrase.end).text
