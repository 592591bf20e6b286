from __future__ import annotations

import re
import shutil
import subprocess
from typing import Any

import pytest

from newsdesk.article.body import (
    KINDS,
    Body,
    BulletList,
    Embed,
    FactBox,
    Gallery,
    Heading,
    Paragraph,
    PictureUse,
    PullQuote,
    RelatedCard,
    Run,
    Table,
)  # fmt: skip
from newsdesk.newsletter.compose import plain, web
from newsdesk.newsletter.compose.draw import Particulars, draw
from newsdesk.newsletter.compose.look import Look
from newsdesk.newsletter.compose.rendered import LEAVE, PREFERENCES, Rendered
from newsdesk.newsletter.message import build
from newsdesk.newsletter.tests.makers import envelope
from newsdesk.pages.tests.made import edition, frame, paper

BODY: Body = (
    Paragraph((Run("Good morning. The ferries "), Run("stand still", href="article:a1"), Run(" <today> & tomorrow."))),
    RelatedCard("a1"),
    RelatedCard("a9"),
    Heading("In figures"),
    Table((("Port", "Ferries"), ("East", "4"))),
    BulletList((((Run("First"),)), ((Run("Second"),)))),
    PullQuote("It was clear.", "Ada Brink"),
    PictureUse("p1"),
    Gallery((PictureUse("p1"),), "The day"),
    Embed("https://video.example/1", "A film", "Video"),
    FactBox("Background", ((Run("Since 1911."),),)),
)


def look(**fields: Any) -> Look:
    return Look(paper(edition("a1", "Ferries stop at noon")), frame(), **fields)  # type: ignore[arg-type]


def drawn(language: str = "en", **fields: Any) -> Rendered:
    about = Particulars("Morning", language, "1 Harbour Street, Port", "/letters/i1/", "The Courier Ltd")
    return draw("Ferries stop", "And the court rules.", BODY, about, look(**fields))


def test_both_parts_decide_about_every_kind_of_block() -> None:
    assert set(web.writers(look())) == set(plain.writers(look())) == set(KINDS)


def test_what_the_law_and_the_reader_want_stands_in_both_parts() -> None:
    issue = drawn()
    for part in (issue.html, issue.text):
        for words in ("1 Harbour Street", "The Courier Ltd", LEAVE, PREFERENCES, "because you asked for Morning"):
            assert words in part
        assert "https://courier.example/letters/i1/" in part


def test_a_card_shows_what_is_live_and_what_is_gone_leaves_no_trace() -> None:
    issue = drawn()
    assert [article for article, _ in issue.cards] == ["a1"]
    assert "Ferries stop at noon" in issue.html
    assert "Ferries stop at noon" in issue.text
    assert issue.html.count('class="card"') == 1


def test_html_is_safe_inlined_and_asks_nobody_else_for_anything() -> None:
    html = drawn().html
    assert "&lt;today&gt; &amp; tomorrow" in html
    assert "prefers-color-scheme: dark" in html
    assert 'style="' in html
    assert "<script" not in html
    assert all(url.startswith("https://courier.example/pictures/") for url in re.findall(r'src="([^"]*)"', html))
    assert all('alt="' in image for image in re.findall(r"<img[^>]*>", html))
    assert not drawn().clipped


def test_counted_links_are_the_same_for_every_reader() -> None:
    seen = look(counted="i1")
    about = Particulars("Morning", "en", "1 Harbour Street, Port")
    issue = draw("Ferries stop", "", BODY, about, seen)
    assert "https://courier.example/letters/i1/1/" in issue.text
    assert len(seen.counts) == len(set(seen.counts)) == 2
    assert all(url in (LEAVE, PREFERENCES) or "example" in url for url in re.findall(r'href="([^"]*)"', issue.html))


def test_what_is_no_page_of_ours_is_linked_as_it_stands() -> None:
    assert [look().link(one) for one in ("mailto:desk@courier.example", "https://else.example/a", "article:a9")] == [
        "mailto:desk@courier.example",
        "https://else.example/a",
        "",
    ]


def test_languages_written_from_the_right_say_so() -> None:
    assert '<html lang="ar" dir="rtl">' in drawn("ar").html


@pytest.mark.skipif(not shutil.which("spamassassin"), reason="no SpamAssassin")
def test_spamassassin_minds_nothing() -> None:
    message = build(drawn(), envelope())
    done = subprocess.run(["spamassassin", "-L", "-t"], input=message, capture_output=True, check=True)  # noqa: S607
    found = {
        rule: float(score)
        for score, rule in re.findall(r"^ *(-?[\d.]+) ([A-Z][A-Z_0-9]+) ", done.stdout.decode(), re.MULTILINE)
    }
    assert sum(found.values()) <= 0, found
