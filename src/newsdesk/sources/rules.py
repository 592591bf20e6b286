"""What is doubtful about an article's sources: pure rules over its statements and what earlier articles printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from newsdesk.article.source import is_unnamed
from newsdesk.sources.quotations import altered
from newsdesk.sources.spelling import folded, nearly_the_same


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the rules see it: its words, whether they are a quotation, and its chain as (kind, name).

    ``explained`` where readers are told why its origin is unnamed.
    """

    words: str
    is_quotation: bool
    chain: tuple[tuple[str, str], ...]
    explained: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """``statements`` in the order of the text, those confirmed and those proposed that the desk shows; ``hedges`` the
    words without a source; ``gone`` the words of confirmed statements that the text has no more.
    """

    statements: tuple[Said, ...]
    hedges: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation an earlier article printed, by whom, and that article's headline."""

    words: str
    speaker: str
    headline: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """``rule`` is the name of the function that found it; ``words`` the words concerned; ``facts`` what to tell."""

    rule: str
    words: str
    facts: dict[str, str] = field(default_factory=dict)


def find(account: Account, printed: Sequence[Printed] = ()) -> list[Doubt]:
    """Every doubt, rule by rule."""
    return [doubt for rule in RULES for doubt in rule(account, printed)]


def unsourced_hedge(account: Account, printed: Sequence[Printed]) -> Iterator[Doubt]:
    """ "Reportedly": by whom?"""
    for words in dict.fromkeys(account.hedges):
        yield Doubt("unsourced_hedge", words)


def only_unnamed(account: Account, printed: Sequence[Printed]) -> Iterator[Doubt]:
    """Nobody but somebody unnamed stands behind a statement, and readers are not told why; once for each of them."""
    words: dict[str, str] = {}
    for said in account.statements:
        if said.chain and is_unnamed(said.chain[0][0]) and not said.explained:
            words.setdefault(said.chain[0][1], said.words)
    for name, first in words.items():
        yield Doubt("only_unnamed", first, {"name": name})


def one_origin(account: Account, printed: Sequence[Printed]) -> Iterator[Doubt]:
    """Several outlets for what one source told them looks like several sources."""
    carriers: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for said in account.statements:
        for kind, name in said.chain[1:]:
            if kind == "outlet":
                carriers[said.chain[0]].setdefault(name, said.words)
    for (_, origin), outlets in carriers.items():
        if len(outlets) > 1:
            yield Doubt("one_origin", next(iter(outlets.values())), {"origin": origin, "names": _listed(outlets)})


def two_spellings(account: Account, printed: Sequence[Printed]) -> Iterator[Doubt]:
    """One letter more or less in a long name is seldom another person."""
    names = dict.fromkeys(name for said in account.statements for kind, name in said.chain if kind in SPELT)
    spelt = list(names)
    for number, one in enumerate(spelt):
        for other in spelt[number + 1 :]:
            if nearly_the_same(one, other):
                yield Doubt("two_spellings", one, {"one": one, "other": other})


def altered_quote(account: Account, printed: Sequence[Printed]) -> Iterator[Doubt]:
    """The same quotation of the same speaker, in other words than an earlier article printed."""
    by_speaker: dict[str, list[Printed]] = defaultdict(list)
    for one in printed:
        by_speaker[folded(one.speaker)].append(one)
    for said in account.statements:
        if said.is_quotation and said.chain:
            earlier = by_speaker[folded(said.chain[0][1])]
            if other := next((one for one in earlier if altered(said.words, one.words)), None):
                yield Doubt("altered_quote", said.words, {"earlier": other.words, "headline": other.headline})


def words_gone(account: Account, printed: Sequence[Printed]) -> Iterator[Doubt]:
    """A confirmed statement whose words were edited is not printed with the article until somebody looks."""
    for words in account.gone:
        yield Doubt("words_gone", words)


RULES: tuple[Callable[[Account, Sequence[Printed]], Iterator[Doubt]], ...] = (
    unsourced_hedge,
    only_unnamed,
    one_origin,
    two_spellings,
    altered_quote,
    words_gone,
)
SPELT = ("person", "organisation", "outlet")


def _listed(names: object) -> str:
    return ", ".join(dict.fromkeys(names))  # type: ignore[call-overload]
