"""The names everyone knows: outlets and organisations, by the words they are printed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
        self.particles, self.tails = language.words("names", "particles"), language.phrases("outlet_words", "strong")
        self.suffixes, self.places = language.words("names", "suffixes"), language.words("names", "places")
        self.saints = language.words("names", "saints")
        self.articles, self.definite = language.words("kinds", "articles"), language.words("kinds", "definite")
        self.pointing, self.indefinite = language.words("kinds", "pointing"), language.words("kinds", "indefinite")
        self.abbreviated: dict[str, str] = language.table("titles").get("abbreviated", {})
        self.plural = tuple(language.words("names", "plural"))
        self.heads = frozenset(word.lower() for word in language.words("organisations", "heads"))
        self.trades = language.words("organisations", "trades")
        self.organisations = frozenset(name.lower() for name in language.words("organisations", "names"))
        self.weak_endings = frozenset(word.lower() for word in language.words("outlet_words", "weak"))
        self.strong_endings = frozenset(word.lower() for word in language.words("outlet_words", "strong"))
        self.outlets = [name for names in language.table("outlets").values() for name in names]
        self._outlets = _by_first(self.outlets, language)
        self.firsts = frozenset(self._outlets)
        bodies = language.words("organisations", "names")
        self._bodies = _by_first([name for name in bodies if " " in name], language)

    def outlet_at(self, tokens: Sequence[Token], index: int) -> int:
        """How many words the longest outlet has that begins at ``index``; 0 where none does."""
        return self._longest(self._outlets, tokens, index)

    def body_at(self, tokens: Sequence[Token], index: int) -> int:
        """The same for an organisation of several words."""
        return self._longest(self._bodies, tokens, index)

    def _longest(self, names: Mapping[str, list[Words]], tokens: Sequence[Token], index: int) -> int:
        for words in names.get(tokens[index].text, ()):
            if index + len(words) <= len(tokens) and all(
                word == token.text for word, token in zip(words, tokens[index : index + len(words)], strict=False)
            ):
                return len(words)
        return 0


def _by_first(names: Iterable[str], language: Language) -> dict[str, list[Words]]:
    """Names as words by their first, the longest in front, with either apostrophe."""
    found: dict[str, list[Words]] = {}
    for name in names:
        for spelling in {name, name.replace("'", "’")}:
            words = tuple(token.text for token in tokens(spelling, language))
            found.setdefault(words[0], []).append(words)
    for several in found.values():
        several.sort(key=len, reverse=True)
    return found


@cache
def gazetteer(language: Language) -> Gazetteer:
    return Gazetteer(language)
