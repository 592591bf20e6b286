"""Under an article stands who said what and through whom; each attribution in the text leads there and back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

from newsdesk.article.body import Body, BulletList, Paragraph, Run, words_of
from newsdesk.article.edition import Edition
from newsdesk.article.prose import Place, prose
from newsdesk.article.source import Attribution, Source, Statement
from newsdesk.pages.marks import marked
from newsdesk.pages.tests import made
from newsdesk.pages.tests.paper import Paper

TEXT = "“The pier is safe,” the mayor said on Monday, the Coast Courier reported. An official expects rain."
BODY: Body = (
    Paragraph((Run("“The pier is "), Run("safe", strong=True), Run(TEXT[17:]))),
    BulletList(((Run("It is old."),), (Run("It will hold, she said."),))),
)
MAYOR = Attribution("Ada Brink", "person", "s-ada", "Mayor")
COURIER = Attribution("Coast Courier", "outlet", "s-courier", url="https://courier.example/pier")
OFFICIAL = Attribution("An official", "anonymous", reason="She may not speak in public.")


def statement(id: str, words: str, cue: str, *chain: Attribution, **other: Any) -> Statement:
    running = prose(BODY)
    start, at = running.text.index(words), running.text.find(cue) if cue else -1
    return Statement(
        id=id,
        kind=other.pop("kind", "indirect"),
        content=running.places(start, start + len(words)),
        chain=chain,
        cue=running.places(at, at + len(cue))[0] if cue else None,
        **other,
    )


SAID = (
    statement("aa", "“The pier is safe,”", "said", MAYOR, COURIER, kind="direct", said_on=date(2026, 3, 16)),
    statement("bb", "rain", "expects", OFFICIAL),
    statement("cc", "It will hold", "she said", MAYOR),
)


def paper(*statements: Statement) -> Paper:
    one: Edition = made.edition("a1", body=BODY, statements=statements)
    archive = made.paper(one)
    archive.sources = {
        "s-ada": Source("s-ada", "person", "Ada Brink-Holm"),
        "s-courier": Source("s-courier", "outlet", "Coast Courier", "coast-courier", url="https://courier.example"),
    }
    return archive


def test_an_article_without_statements_says_nothing_of_sources() -> None:
    assert "How we know" not in made.article(paper())


def test_every_source_stands_once_by_todays_name_and_unnamed_ones_with_the_reason() -> None:
    page = made.page(paper(*SAID), "article", "/2026/03/17/story-1/", "a1")
    assert [(one.name.words, one.name.path) for one in page.sources.named] == [
        ("Ada Brink-Holm", ""),
        ("Coast Courier", "/sources/coast-courier/"),
    ]
    assert [(one.name.words, one.reason) for one in page.sources.unnamed] == [
        ("An official", "She may not speak in public.")
    ]
    assert page.sources.origins == "2 independent origins"
    assert (page.sources.told[0].words, page.sources.told[0].iso) == ("“The pier is safe,”", "2026-03-16")


def test_what_an_article_points_to_is_a_link_beside_the_page_of_its_source() -> None:
    elsewhere = replace(COURIER, url="")
    html = made.article(paper(statement("cc", "It will hold", "", MAYOR, elsewhere), *SAID[:2]))
    both = (
        '<a href="/sources/coast-courier/">Coast Courier</a> '
        '(<a href="https://courier.example/pier" rel="nofollow">courier.example</a>)'
    )
    assert html.count(both) == 2  # among the sources, and in the chain that has it; not in the other


def test_each_attribution_leads_to_its_chain_and_back() -> None:
    html = made.article(paper(*SAID))
    cues = re.findall(r'<a class="cue" id="t-(\w+)" href="#s-(\w+)" aria-describedby="s-(\w+)">([^<]+)</a>', html)
    assert cues == [("aa", "aa", "aa", "said"), ("bb", "bb", "bb", "expects"), ("cc", "cc", "cc", "she said")]
    assert all(f'id="s-{id}"' in html and f'href="#t-{id}"' in html for id, *_ in cues)


def test_marking_changes_no_word() -> None:
    assert prose(marked(BODY, SAID)).text == prose(BODY).text


def test_a_statement_without_a_cue_is_marked_at_its_end_and_a_link_stays_a_link() -> None:
    bare = replace(SAID[0], cue=None)
    (paragraph, _) = marked(BODY, (bare,))
    assert [run.text for run in paragraph.text if run.href == "#s-aa"] == ["safe"]  # type: ignore[union-attr]
    linked: Body = (Paragraph((Run(words_of(BODY[0].text), href="https://x.example"),)),)  # type: ignore[union-attr]
    assert marked(linked, (SAID[0],)) == linked


def test_the_list_leads_into_the_text_only_where_there_is_a_mark() -> None:
    linked: Body = (Paragraph((Run(words_of(BODY[0].text), href="https://x.example"),)), BODY[1])  # type: ignore[union-attr]
    archive = paper()
    archive.editions["a1"] = replace(archive.editions["a1"], body=linked, statements=SAID)
    html = made.article(archive)
    assert set(re.findall(r'href="#t-(\w+)"', html)) == set(re.findall(r'id="t-(\w+)"', html)) == {"cc"}


def test_a_statement_whose_words_are_not_there_costs_itself_alone() -> None:
    elsewhere = replace(SAID[0], id="dd", content=(Place(7, 0, 4),))
    too_long = replace(SAID[0], id="ee", cue=Place(0, 90, 900))
    html = made.article(paper(elsewhere, too_long, SAID[1]))
    assert re.findall(r'id="s-(\w+)"', html) == ["bb"]


def test_machines_are_told_whom_it_cites_and_who_is_quoted() -> None:
    html = made.article(paper(*SAID))
    graph = json.loads(re.search(r"ld\+json\">(.+?)</script>", html)[1])["@graph"]  # type: ignore[index]
    article = graph[0]
    assert article["isBasedOn"] == ["https://courier.example/pier"]
    assert article["citation"][0]["publisher"]["name"] == "Coast Courier"
    assert article["hasPart"] == [
        {
            "@type": "Quotation",
            "text": "“The pier is safe,”",
            "creator": {"@type": "Person", "name": "Ada Brink-Holm", "jobTitle": "Mayor"},
            "dateCreated": "2026-03-16",
        }
    ]


def test_a_source_has_a_page_with_the_articles_that_name_it() -> None:
    html = made.drawn(paper(*SAID), "source", "/sources/coast-courier/", "s-courier")
    assert "Coast Courier" in html
    assert "Story 1" in html
    assert made.page(paper(*SAID), "source", "/sources/ada/", "s-ada") is None
