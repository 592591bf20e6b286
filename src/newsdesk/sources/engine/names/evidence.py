"""What a name is, by the words around it: each mention votes for a kind, and the cluster is what most say."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.clusters import Cluster
from newsdesk.sources.engine.names.gazetteer import Gazetteer
from newsdesk.sources.engine.names.looks import LIKELY, PERHAPS, SURE, Looks
from newsdesk.sources.engine.names.proper import Proper
from newsdesk.sources.engine.names.titles import ANYTHING, DESCRIBES, Titles
from newsdesk.sources.engine.text import Text

OTHERWISE = s.TITLE | s.PREFIX | s.GIVEN | s.ORGANISATION | s.BODY | s.PEOPLE | s.GROUP
"""What no name has that is an outlet only by being told something."""

REACH = 10
"""How far behind a name a pronoun may mean it."""

OPENERS = frozenset({g.COMMA, g.COORDINATOR, g.SUBORDINATOR, g.DASH, g.SEMICOLON})


class Evidence:
    """Hears every mention of a text's names."""

    def __init__(self, text: Text, bits: Sequence[int], gazetteer: Gazetteer) -> None:
        self.text, self.bits, self.gazetteer = text, bits, gazetteer
        words = text.language.words
        self._told = text.language.phrases("outlet_words", "told")
        self._carriers = text.language.phrases("carriers", "to", "seen")
        self._holdings = text.language.phrases("names", "holdings")
        self._ages = tuple(words("kinds", "ages"))
        self._head_first = bool(text.language.table("names").get("head_first"))
        self._itself = words("names", "itself")
        self._personal, self._impersonal = words("names", "he", "she"), words("names", "it")
        self.titles, self.looks = Titles(text, bits), Looks(text, bits, gazetteer)

    def hear(self, name: Proper, cluster: Cluster) -> None:
        """Adds one mention's votes, title and gender to its cluster, and what stands before the name to the mention."""
        self._described(name, cluster)
        if name.kind:
            cluster.votes[name.kind] += SURE
        else:
            for kind, votes in self.looks.votes(name).items():
                cluster.votes[kind] += votes
            self._neighbours(name, cluster)
            self._short_form(name, cluster)
            self._pronouns(name, cluster)
        if name.kind in ("", "person") and self.text.low[name.start] == cluster.words[0]:
            cluster.gender |= self._given_gender(name.start)
        if self._opens(name.first):
            cluster.subjects.add(name.start)

    def _given_gender(self, index: int) -> int:
        """That of a given name; a family name that is one as well ("Minister Fabian *Roos*") tells nothing."""
        return self.bits[index] & (s.FEMALE | s.MALE) if self.bits[index] & s.GIVEN else 0

    def _opens(self, index: int) -> bool:
        """Whether a sentence or one of its clauses begins here."""
        return index == self.text.sentence(index).start or self.text.tags[index - 1] in OPENERS

    def _described(self, name: Proper, cluster: Cluster) -> None:
        before = self._before(name)
        heads = DESCRIBES if self.looks.may_be_person(name) else DESCRIBES | s.BODY
        name.ahead = self.titles.ahead(self._article(before.start if before else name.first), name.end, heads)
        if name.ahead and name.ahead.start and self.text.low[name.ahead.start - 1] in self.gazetteer.pointing:
            cluster.pointed.update(self.text.low[name.ahead.start : name.ahead.stop])
        for title in (before, self.titles.after(name.end, heads), name.ahead):
            if title:
                self._entitle(title, name, cluster)
        if before:
            name.first = before.start
        elif name.title:
            name.first = name.title.start
        name.first = self._article(name.first)

    def _article(self, index: int) -> int:
        """Where a noun phrase begins, at its article where it has one."""
        return index - (index > 0 and self.text.tags[index - 1] == g.DETERMINER and self._same(index))

    def _same(self, index: int) -> bool:
        return self.text.sentence_of[index - 1] == self.text.sentence_of[index]

    def _before(self, name: Proper) -> range | None:
        """The title within the capitals with what belongs to it, or the description before them."""
        if name.title:
            more = self.titles.belonging(name.title.start)
            return range(more.start if more else name.title.start, name.start)
        return self.titles.before(name.first) if name.first == name.start else None

    def _entitle(self, title: range, name: Proper, cluster: Cluster) -> None:
        bits = self.bits[self._head(title)]
        if name.kind == "outlet" or (bits & s.OUTLET and self._is_no_outlet(title, name)):
            return
        if bits & (s.TITLE | s.PREFIX) and not bits & (s.KIN | s.OUTLET):
            self._add_title(title, cluster, bool(bits & s.TITLE))
        cluster.called.add(self.text.low[self._head(title)])
        may_be_either = bits & s.FIRM and not bits & (s.BODY | s.OUTLET | s.ORGANISATION)
        is_run = self._is_run(bits, name)
        may_be_firm = len(cluster.words) == 1 or self.looks.is_body_like(name) or is_run
        weight = LIKELY if is_run and len(cluster.words) > 1 else 2 * LIKELY if may_be_either else SURE
        cluster.votes[self._described_as(bits, may_be_firm)] += weight
        for index in title:
            cluster.gender |= self.bits[index] & (s.FEMALE | s.MALE)

    def _is_no_outlet(self, title: range, name: Proper) -> bool:
        """Whether "the site of the debate" or "the media" beside a person's name tells nothing."""
        joined = any(self.text.tags[index] == g.PREPOSITION for index in title)
        return joined or (name.end - name.start > 1 and bool(self.bits[name.start] & s.GIVEN))

    def _is_run(self, bits: int, name: Proper) -> bool:
        """Whether a word that is a firm's as well as a person's ("operator") stands beside no person's name."""
        return bool(bits & s.FIRM and bits & s.BODY) and not self.looks.may_be_person(name)

    def _described_as(self, bits: int, may_be_firm: bool) -> str:
        """The kind of who is called so; a broadcaster is an outlet, an owner with one name rather a firm."""
        if bits & s.OUTLET:
            return "outlet"
        if bits & s.FIRM and may_be_firm:
            return "organisation"
        return "person" if bits & (s.TITLE | s.KIN | s.PREFIX) else "organisation"

    def _add_title(self, title: range, cluster: Cluster, is_office: bool) -> None:
        """Keeps the first office a text gives somebody; "Dr" is a title where there is no other."""
        head = self._head(title)
        if not (cluster.titles if is_office else cluster.title):
            cluster.title = self.text.span(title.start, title.stop).text
        words = tuple(
            word for place, word in enumerate(self.text.low[title.start : title.stop], title.start) if place != head
        )
        (cluster.titles if is_office else cluster.prefixes).append((*words, self.text.low[head]))

    def _head(self, title: range) -> int:
        """The head of a title: its last word before any preposition, or the first that says what somebody is."""
        if self._head_first:
            return next((index for index in title if self.bits[index] & ANYTHING), title.start)
        return next((index for index in title if self.text.tags[index] == g.PREPOSITION), title.stop) - 1

    def _neighbours(self, name: Proper, cluster: Cluster) -> None:
        text, start, end = self.text, name.start, name.end
        before = text.tags[start - 1] if start else ""
        is_article = before == g.DETERMINER and text.low[start - 1] in self.gazetteer.definite
        if is_article and not name.title and not self.looks.is_outlet_like(name):
            cluster.votes["organisation"] += LIKELY
        if before == g.PREPOSITION and text.low[start - 1] in self.gazetteer.places:
            cluster.hint("organisation")
            owned = self._holdings.ending_at(text.low, start)
            cluster.is_place = cluster.is_place or not (owned or self.looks.is_body_like(name))
        if end < len(text.tags) and text.tags[end] == g.WORD and text.quote_of[end] == text.quote_of[end - 1]:
            cluster.hint("organisation")
        if text.low[start - 1] in self._itself:
            cluster.votes["organisation"] += LIKELY
        if self._has_age(name):
            cluster.votes["person"] += LIKELY
        if self._is_told(name):
            cluster.votes["outlet"] += LIKELY + 2 * PERHAPS

    def _is_told(self, name: Proper) -> bool:
        """Whether something was said to it or shown to it, and none of its words is a person's or a body's.

        "The" with a capital belongs to a title: "told The Athletic".
        """
        article = name.start > 0 and self.text.tags[name.start - 1] == g.DETERMINER
        of_name = article and self.text.capital(name.start - 1) and not self._opens(name.start - 1)
        if any(self.bits[index] & OTHERWISE for index in range(name.start, name.end)) or name.title:
            return False
        is_told = (of_name or not article) and self._told.ending_at(self.text.low, name.start - of_name)
        return bool(is_told or self._carriers.ending_at(self.text.low, name.start - article))

    def _has_age(self, name: Proper) -> bool:
        """ "The 14-year-old Ana Vos", "Ana Vos, 14,"."""
        text = self.text
        before = name.start > 0 and text.low[name.start - 1].endswith(self._ages)
        return before or text.tags[name.end : name.end + 3] == [g.COMMA, g.NUMBER, g.COMMA]

    def _pronouns(self, name: Proper, cluster: Cluster) -> None:
        """ "Who" behind a name, or the first "he" or "its" that follows, say whether it is a person."""
        low, tags = self.text.low, self.text.tags
        if low[name.end : name.end + 2] == [",", "who"]:
            cluster.votes["person"] += LIKELY
        for index in range(name.end, min(name.end + REACH, len(low))):
            if tags[index] == g.NAME or self.text.quote_of[index] >= 0:
                return
            if low[index] in self._personal:
                cluster.hint("person", 2 * PERHAPS)
                return
            if low[index] in self._impersonal:
                if not self._means_other(name.end, index):
                    cluster.hint("organisation", 2 * PERHAPS)
                return

    def _means_other(self, end: int, index: int) -> bool:
        """Whether "it" rather means a thing named since, or whatever a participle was done to ("firing it")."""
        tags = self.text.tags
        is_object = tags[index - 1] == g.PARTICIPLE and tags[index + 1 : index + 2] not in ([g.AUXILIARY], [g.VERB])
        return is_object or g.WORD in tags[end:index]

    def _short_form(self, name: Proper, cluster: Cluster) -> None:
        """Firms are called by their first word ("Crumble" for Crumble & Sons), people by their last."""
        words = tuple(self.text.low[name.start : name.end])
        if len(words) == len(cluster.words) > 1:
            cluster.in_full += 1
        else:
            cluster.in_short += 1
        if len(words) < len(cluster.words):
            if cluster.words[: len(words)] == words and not self.bits[name.start] & s.GIVEN:
                cluster.votes["organisation"] += LIKELY
            elif cluster.words[-1] == words[-1] and not self.bits[name.end - 1] & (s.ORGANISATION | s.OUTLET_ENDING):
                cluster.votes["person"] += LIKELY


def settle(clusters: Sequence[Cluster]) -> None:
    """Gives each cluster its kind when all mentions were heard.

    People are named in full somewhere, so a single word that nothing calls a person is none.
    """
    for cluster in clusters:
        cluster.votes["organisation" if len(cluster.words) == 1 else "person"] += PERHAPS
        if cluster.in_full > 1 and not cluster.in_short:
            cluster.votes["organisation"] += 2 * PERHAPS  # people are named in full but once
        _settle(cluster)


def _settle(cluster: Cluster) -> None:
    cluster.kind = max(("person", "outlet", "organisation"), key=lambda kind: cluster.votes[kind])
    if cluster.kind != "person":
        cluster.title = None
    if cluster.gender == s.FEMALE | s.MALE:
        cluster.gender = 0
