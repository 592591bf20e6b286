"""Fits the weights by which the engine says how sure it is: ``python -m checks.sureness``.

They are fitted on the annotated articles that are not kept aside. The wide reading, which also takes private states for
statements, is what gives it enough mistakes to learn from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from newsdesk.sources.engine.chains import Chained, chained
from newsdesk.sources.engine.language import language
from newsdesk.sources.engine.linker import link
from newsdesk.sources.engine.links import links
from newsdesk.sources.engine.names import Names
from newsdesk.sources.engine.record import Link
from newsdesk.sources.engine.sureness import WEIGHTS, features
from newsdesk.sources.engine.tests import annotated
from newsdesk.sources.engine.text import Text, parse

Example = tuple[list[str], bool]
ROUNDS, RATE, RIDGE = 400, 0.5, 0.002
HALF = 0.5
UNSEEN = 0.5  # taken off in the end: text nobody has worked on is harder than these articles
HEAD = "# Written by `python -m checks.sureness` from the annotated articles; see sureness.py.\n\n[weights]\n"


def examples() -> list[Example]:
    """What each statement is made of, and whether its content and first source are those annotated."""
    return [example for path in sorted(annotated.ARTICLES.glob("*.toml")) for example in _of(annotated.load(path))]


def _of(article: annotated.Article) -> Iterator[Example]:
    text = parse(article.text, language(article.language))
    names, speakers = Names(text), list[Link]()
    for each in chained(text, link(text, wide=True)):
        chain = links(text, names, each, speakers)
        yield list(features(text, each, chain)), _right(text, each, chain, article)


def _right(text: Text, each: Chained, chain: Sequence[Link], article: annotated.Article) -> bool:
    spans = [text.span(*span) for span in each.said.content]
    mine = {place for span in spans for place in range(span.start, span.end)}
    for statement in article.record.statements:
        theirs = {place for span in statement.content for place in range(span.start, span.end)}
        if len(mine & theirs) / len(mine | theirs) >= HALF:
            return bool(chain) and chain[0].name.casefold() == statement.chain[0].name.casefold()
    return False


def fitted(found: Sequence[Example]) -> dict[str, float]:
    """Logistic regression by plain gradient descent, drawn towards zero so that rare features weigh little."""
    known = dict.fromkeys(sorted({feature for names, _ in found for feature in names}), 0.0)
    known["bias"] = 0.0
    for _ in range(ROUNDS):
        slope = dict.fromkeys(known, 0.0)
        for names, right in found:
            miss = right - 1 / (1 + exp(-sum(known[name] for name in ("bias", *names))))
            for name in ("bias", *names):
                slope[name] += miss / len(found)
        for name, by in slope.items():
            known[name] += RATE * (by - (RIDGE * known[name] if name != "bias" else 0.0))
    known["bias"] -= UNSEEN
    return known


def main() -> None:
    known = fitted(examples())
    lines = [f'"{name}" = {weight:.3f}\n' for name, weight in sorted(known.items())]
    WEIGHTS.write_text(HEAD + "".join(lines), "utf8")


if __name__ == "__main__":
    main()
