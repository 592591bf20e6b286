"""What the sentence before a pronoun is about, where it begins with no name: "The fund reported a loss. It said"."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names.cutting import Cutter, Phrase
from newsdesk.sources.engine.phrase_ends import phrase_end
from newsdesk.sources.engine.text import Text

FINITE = frozenset({g.VERB, g.AUXILIARY})


class Topics:
    """Finds the subjects that open the sentences of one text."""

    def __init__(self, text: Text, cutter: Cutter) -> None:
        self.text, self.cutter = text, cutter

    def before(self, index: int) -> Phrase | None:
        """The subject with an article that opens the sentence before that of ``index``."""
        start = self.text.sentence(index).start
        if not start:
            return None
        sentence = self.text.sentence(start - 1)
        return self._opening(sentence.start, sentence.stop)

    def _opening(self, first: int, stop: int) -> Phrase | None:
        text = self.text
        if text.tags[first] != g.DETERMINER or text.quote_of[first] >= 0:
            return None
        end = phrase_end(text, first, stop)
        while end < stop and text.tags[end] == g.PREPOSITION:
            end = max(phrase_end(text, end + 1, stop), end + 1)
        is_subject = first + 1 < end < stop and text.tags[end] in FINITE
        return self.cutter.cut(first, end) if is_subject else None
