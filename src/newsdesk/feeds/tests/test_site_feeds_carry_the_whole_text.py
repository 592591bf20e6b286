"""The site's own feeds are read instead of the site: they carry all of it, safely, under names that never change."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsdesk.archive import record
from newsdesk.archive.tests.makers import INES, START, article_id, edition
from newsdesk.article.body import FactBox, Heading, Paragraph, PictureUse, RelatedCard, Run
from newsdesk.article.byline import Credit
from newsdesk.article.correction import Correction
from newsdesk.article.picture import Picture
from newsdesk.feeds.tests.drawing import SITE, drawn

pytestmark = pytest.mark.django_db
DESK = Credit("news", "The news desk", is_desk=True)
FORMATS = [("rss", "/feeds/site.rss"), ("atom", "/feeds/site.atom")]
both = pytest.mark.parametrize(("format", "path"), FORMATS)


@both
def test_an_entry_says_who_when_what_and_under_which_name(format: str, path: str) -> None:
    record.add(edition(1, byline=(INES, DESK), headline="Ferry <b> & tide"))
    feed = drawn(format, path).feed
    (entry,) = feed.entries
    assert (feed.feed.title, feed.feed.link) == ("The Osterholm Courier", SITE + "/")
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [SITE + path]
    assert entry.title in ("Ferry <b> & tide", "Ferry &lt;b> &amp; tide", "Ferry &lt;b&gt; &amp; tide")
    assert entry.id == f"urn:uuid:{article_id(1)}"
    assert entry.link == f"{SITE}/2026/03/01/story-1/"
    assert [author.name for author in entry.authors] == ["Ines Halvard", "The news desk"]
    assert [tag.term for tag in entry.tags] == ["Harbour", "Ferries"]
    assert entry.published_parsed[:5] == (2026, 3, 1, 10, 0)


@both
def test_links_and_cards_lead_to_where_things_stand_and_nowhere_when_withdrawn(format: str, path: str) -> None:
    record.add(edition(1))
    record.add(edition(2, slug="gone"))
    record.withdraw(article_id(2), "unpublish")
    text = (
        Run("see "),
        Run("the first", href=f"article:{article_id(1)}"),
        Run(" gone", href=f"article:{article_id(2)}"),
    )
    body = (Paragraph(text), RelatedCard(article_id(1)), RelatedCard(article_id(2)))
    record.add(edition(3, body=body))
    html = drawn(format, path).feed.entries[0].content[0].value
    assert f'<a href="{SITE}/2026/03/01/story-1/">the first</a> gone' in html
    assert f'<a href="{SITE}/2026/03/01/story-1/">Story 1</a>' in html
    assert "/gone/" not in html


@both
def test_words_never_become_markup(format: str, path: str) -> None:
    body = (
        Paragraph((Run("<script>x</script>", strong=True, href="javascript:x"),)),
        Heading("a\x0b<i>"),
        FactBox("&", ()),
    )
    record.add(edition(1, body=body))
    html = drawn(format, path).feed.entries[0].content[0].value
    assert "<strong>&lt;script&gt;x&lt;/script&gt;</strong>" in html
    assert "<h2>a&lt;i&gt;</h2>" in html
    assert "javascript:" not in html


@both
def test_a_picture_carries_its_credit_and_appears_when_its_files_do(format: str, path: str) -> None:
    photo = Picture("p", "d" * 64, 1600, 900, "A ferry.", "A white ferry", "Mari Lund", "Mari Lund / POOL / NTB")
    record.picture(photo)
    record.add(edition(1, picture=PictureUse("p")))
    assert "<img" not in drawn(format, path).text
    record.pictured("d" * 64, (400, 1200, 1600), ("avif", "jpeg"))
    html = drawn(format, path).feed.entries[0].content[0].value
    assert f'<img src="{SITE}/pictures/{"d" * 64}/1200.jpeg" alt="A white ferry" width="1200">' in html
    assert "<figcaption>A ferry. (Mari Lund / POOL / NTB)</figcaption>" in html


@both
def test_corrections_are_fed(format: str, path: str) -> None:
    notes = (
        Correction("correction", "It was two boats.", START, on_top=True),
        Correction("clarification", "At low tide.", START),
    )
    record.add(edition(1, corrections=notes))
    html = drawn(format, path).feed.entries[0].content[0].value
    assert html.startswith("<p><strong>Correction:</strong> It was two boats.</p>")
    assert html.endswith("<p><strong>Clarification:</strong> At low tide.</p>")


@both
def test_the_feed_tells_no_time_but_its_newest_entry_s(format: str, path: str) -> None:
    first = drawn(format, path)
    assert "1970" in first.text
    assert first.printed == drawn(format, path).printed
    record.add(edition(1))
    record.add(edition(1, headline="Mended", published_at=START + timedelta(days=3)))
    assert drawn(format, path).feed.feed.updated_parsed[:3] == (2026, 3, 4)


def test_twenty_entries_newest_first() -> None:
    for number in range(1, 26):
        record.add(edition(number))
    titles = [entry.title for entry in drawn("atom", "/feeds/site.atom").feed.entries]
    assert titles == [f"Story {number}" for number in range(25, 5, -1)]


def test_an_entry_in_another_language_says_so() -> None:
    record.add(edition(1, language="uk"))
    assert 'xml:lang="uk"' in drawn("atom", "/feeds/site.atom").text
    assert "<dc:language>uk</dc:language>" in drawn("rss", "/feeds/site.rss").text
