"""A list of words and phrases, looked up at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


class Phrases:
    """Phrases by their first and their last word; a phrase in the data is lower-case words with single spaces."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(set(phrases), key=lambda phrase: -len(phrase.split())):
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)
            self._by_last.setdefault(words[-1], []).append(words)

    def at(self, words: Sequence[str], index: int) -> int:
        """How many words the longest phrase has that begins at ``index``; 0 where none does."""
        for phrase in self._by_first.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def find(self, words: Sequence[str], within: range) -> Iterator[tuple[int, int]]:
        """Where phrases begin in a range, and how many words each has."""
        for index in within:
            if words[index] in self._by_first and (length := self.at(words, index)):
                yield index, length

    def ending_at(self, words: Sequence[str], end: int) -> int:
        """How many words the longest phrase has that ends before ``end``; 0 where none does."""
        for phrase in self._by_last.get(words[end - 1], ()) if end else ():
            if tuple(words[max(0, end - len(phrase)) : end]) == phrase:
                return len(phrase)
        return 0
