"""The names everyone knows: outlets and organisations, by the words they are printed in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsdesk.sources.engine.language import Language
from newsdesk.sources.engine.tokens import Token, tokens

Words = tuple[str, ...]


class Gazetteer:
    """One language's lists; names keep their capitals here, because "Time" is an outlet and "time" is not."""

    def __init__(self, language: Language) -> None:
        self.joints = language.words("names", "joints")
        self.ambiguous = language.words("outlet_words", "ambiguous")
        self.reporting = language.words("outlet_words", "reporting", "before")
        self.suffixes, self.places = language.words("names", "suffixes"), language.words("names", "places")
        self.articles, self.definite = language.words("kinds", "articles"), language.words("kinds", "definite")
        self.heads = frozenset(word.lower() for word in language.words("organisations", "heads"))
        self.organisations = frozenset(name.lower() for name in language.words("organisations", "names"))
        self.weak_endings = frozenset(word.lower() for word in language.words("outlet_words", "weak"))
        self.strong_endings = frozenset(word.lower() for word in language.words("outlet_words", "strong"))
        self._outlets: dict[str, list[Words]] = {}
        for name in language.words("outlets"):
            for spelling in {name, name.replace("'", "’")}:
                words = tuple(token.text for token in tokens(spelling, language))
                self._outlets.setdefault(words[0], []).append(words)
        for names in self._outlets.values():
            names.sort(key=len, reverse=True)

    def outlet_at(self, tokens: Sequence[Token], index: int) -> int:
        """How many words the longest outlet has that begins at ``index``; 0 where none does."""
        for words in self._outlets.get(tokens[index].text, ()):
            if all(word == token.text for word, token in zip(words, tokens[index : index + len(words)], strict=False)):
                return len(words)
        return 0


@cache
def gazetteer(language: Language) -> Gazetteer:
    return Gazetteer(language)
