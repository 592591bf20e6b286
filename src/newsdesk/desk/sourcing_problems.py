"""What is doubtful about an article's sources, in words for the editor, blocking where the newsroom says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from newsdesk.desk.problems import Problem
from newsdesk.desk.sourcing import draft_of
from newsdesk.desk.sourcing_rules import SourcingRules
from newsdesk.sources import earlier, rules
from newsdesk.sources.drafts import Draft, Item
from newsdesk.sources.rules import Account, Doubt, Said

if TYPE_CHECKING:
    from newsdesk.desk.pages.article import ArticlePage

WORDS = {
    "unsourced_hedge": (
        gettext_lazy("“%(words)s”, but the sentence does not say by whom."),
        gettext_lazy("Name the source, or leave it out."),
    ),
    "only_unnamed": (
        gettext_lazy("Nobody but an unnamed source (%(name)s) stands behind this."),
        gettext_lazy("Find somebody who can be named, or a document; else say why they are unnamed."),
    ),
    "one_origin": (
        gettext_lazy("%(names)s all have it from one source: %(origin)s."),
        gettext_lazy("Do not let it read as if they had found it out by themselves."),
    ),
    "two_spellings": (
        gettext_lazy("“%(one)s” and “%(other)s” look like one name."),
        gettext_lazy("Check which is right."),
    ),
    "altered_quote": (
        gettext_lazy("The quotation “%(words)s” stood in “%(headline)s” as “%(earlier)s”."),
        gettext_lazy("Check the words; correct the article that has them wrong."),
    ),
    "words_gone": (
        gettext_lazy(
            "The text has no more the words of a confirmed statement, or the name of who said it: “%(words)s”."
        ),
        gettext_lazy("Keep it with its new words under Sources, or let it go."),
    ),
}
"""What is wrong and what to do, by the name of the rule."""


def problems_of_sources(page: ArticlePage) -> list[Problem]:
    """Every doubt of the draft, as the desk's other problems are told."""
    told = SourcingRules.load()
    where = "body" if page.kind != "brief" else "words"
    return [_problem(doubt, where, told.blocks(doubt.rule)) for doubt in doubts(page)]


def doubts(page: ArticlePage) -> list[Doubt]:
    account = account_of(draft_of(page))
    speakers = {said.chain[0][1] for said in account.statements if said.chain and said.is_quotation}
    return rules.find(account, earlier.quotations(page.uuid, speakers) if speakers else ())


def account_of(draft: Draft) -> Account:
    """The draft as the rules see it."""
    return Account(
        statements=tuple(_said(item) for item in draft.items if item.state != "gone"),
        hedges=tuple(span.text for span in draft.unsourced),
        gone=tuple(item.words for item in draft.items if item.state == "gone"),
    )


def _said(item: Item) -> Said:
    chain = tuple((link.kind, link.name) for link in item.chain)
    return Said(item.words, item.kind == "direct", chain, bool(item.chain and item.chain[0].reason))


def _problem(doubt: Doubt, where: str, blocks: bool) -> Problem:
    what, how_to_fix = WORDS[doubt.rule]
    facts = {name: shortened(words) for name, words in (doubt.facts | {"words": doubt.words}).items()}
    return Problem(where, what % facts, str(how_to_fix), blocks, doubt.words)


def shortened(words: str, most: int = 90) -> str:
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"
