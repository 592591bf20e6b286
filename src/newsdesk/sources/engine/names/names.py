"""The names of one text, found at a place, and the link that any noun phrase of it makes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from newsdesk.sources.engine.names.clusters import Cluster, Clusters
from newsdesk.sources.engine.names.cutting import Cutter
from newsdesk.sources.engine.names.evidence import Evidence, settle
from newsdesk.sources.engine.names.gazetteer import gazetteer
from newsdesk.sources.engine.names.proper import Proper, Reader
from newsdesk.sources.engine.names.resolver import Resolver
from newsdesk.sources.engine.names.senses import senses
from newsdesk.sources.engine.record import Link
from newsdesk.sources.engine.text import Text


class Names:
    """Everyone and everything a text names; made once for a text."""

    def __init__(self, text: Text) -> None:
        known, lists = senses(text.language), gazetteer(text.language)
        bits = list(map(known.get, text.low, repeat(0)))
        self.proper = list(Reader(text, bits, lists).read())
        self.clusters = Clusters(text, lists, self.proper).all
        self._hear(Evidence(text, bits, lists))
        self._at = {index: name for name in self.proper for index in range(name.first, name.end)}
        self._cutter = Cutter(text, bits, self._at, self.clusters)
        self._resolver = Resolver(text, bits, lists, self._cutter, self.clusters)

    def _hear(self, evidence: Evidence) -> None:
        for name in self.proper:
            evidence.hear(name, self.clusters[name.cluster])
        settle(self.clusters)

    def covering(self, index: int) -> Proper | None:
        """The proper name a token belongs to, with its title and article."""
        return self._at.get(index)

    def ending_at(self, index: int) -> Proper | None:
        """The proper name whose last word stands before a token."""
        name = self._at.get(index - 1)
        return name if name and name.end == index else None

    def cluster(self, name: Proper) -> Cluster:
        return self.clusters[name.cluster]

    def kind(self, first: int, end: int) -> str:
        """One of ``record.KINDS`` for a noun phrase, as far as its own words tell it."""
        return self._cutter.cut(first, end).kind

    def is_outlet(self, first: int, end: int) -> bool:
        return self.kind(first, end) == "outlet"

    def link(self, first: int, end: int, speakers: Sequence[Link] = ()) -> Link:
        """Who a noun phrase stands for; ``speakers`` are the links of the text so far, the last of whom spoke last.

        The phrase may be any: with article, title, apposition or relative clause, a name, a pronoun, "the minister".
        """
        phrase = self._cutter.cut(first, end)
        return self._resolver.link(phrase, speakers)
