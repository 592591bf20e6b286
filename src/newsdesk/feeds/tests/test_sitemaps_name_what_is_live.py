"""Search engines find what is live, by the month of its permalink; a publish draws one part again, a fix none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.archive import keys, record
from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import START, article_id, edition
from newsdesk.article.letter import Issue, Letter
from newsdesk.feeds.tests.drawing import SITE, drawn
from newsdesk.press.recipe import Wanted, recipes

pytestmark = pytest.mark.django_db
MARCH = ("sitemap-month", "/sitemaps/2026-03.xml", "2026-03")


def test_a_month_holds_all_of_its_live_articles_in_front_and_leaves() -> None:
    for number in range(1, 46):
        record.add(edition(number, slug=f"s{number}"))
    record.withdraw(article_id(7), "kill")
    listed = drawn(*MARCH).locations()
    assert len(listed) == len(set(listed)) == 44
    assert listed[0] == f"{SITE}/2026/03/03/s45/"
    assert not any(url.endswith("/s7/") for url in listed)


def test_a_fix_touches_no_part_and_a_publish_only_its_month() -> None:
    record.add(edition(1))
    april = datetime(2026, 4, 2, 9, tzinfo=UTC)
    record.add(edition(2, first_published=april))
    march = drawn(*MARCH).reads
    april_part = drawn("sitemap-month", "/sitemaps/2026-04.xml", "2026-04").reads
    index = drawn("sitemap-index", "/sitemap.xml").reads
    Change.objects.all().delete()
    record.add(edition(1, headline="Mended", body=()))
    assert not _changed() & (march | april_part | index)
    record.add(edition(3, first_published=april))
    assert _changed() & april_part
    assert not _changed() & (march | index)


def test_a_new_month_gets_its_part_and_a_line_in_the_index() -> None:
    index = drawn("sitemap-index", "/sitemap.xml").reads
    record.add(edition(1))
    assert _changed() & index
    part = recipes()["sitemap-month"]
    wanted = [found for key in _changed() for found in part.sheets_for(Archive(), *keys.parse(key))]
    assert wanted == [Wanted("/sitemaps/2026-03.xml", "2026-03")]
    assert list(part.every(Archive())) == wanted
    assert drawn("sitemap-index", "/sitemap.xml").locations() == [
        SITE + "/sitemaps/pages.xml",
        SITE + "/sitemaps/letters.xml",
        SITE + "/sitemaps/2026-03.xml",
    ]


def test_pages_that_stay_and_no_address_of_others() -> None:
    listed = drawn("sitemap-pages", "/sitemaps/pages.xml").locations()
    assert listed[:3] == [SITE + "/", SITE + "/harbour/", SITE + "/about/"]
    assert all(url.startswith(SITE) for url in listed)


def test_letters_and_their_issues_but_not_what_is_closed() -> None:
    sheet = ("sitemap-letters", "/sitemaps/letters.xml")
    for id, open in (("a", True), ("b", False)):
        record.letter(Letter(id, id, f"letter-{id}", "", "en"), open=open)
    record.issue(Issue("8d3f1d4e-0c1a-4f0e-9a55-3d1f0a2b7c11", "a", "Today", START))
    issue = f"{SITE}/letters/8d3f1d4e-0c1a-4f0e-9a55-3d1f0a2b7c11/"
    assert drawn(*sheet).locations() == [f"{SITE}/letters/", f"{SITE}/letters/letter-a/", issue]
    Change.objects.all().delete()
    record.add(edition(1))
    assert not _changed() & drawn(*sheet).reads


def test_the_news_sitemap_reaches_two_days_back_over_the_edge_of_the_front() -> None:
    for number in range(1, 61):
        record.add(edition(number, kind="brief" if number == 60 else "news"))
    assert drawn("sitemap-news", "/sitemaps/news.xml").locations() == []
    record.tick(START + timedelta(hours=60, minutes=20))
    sheet = drawn("sitemap-news", "/sitemaps/news.xml")
    assert "clock:hour" in sheet.reads
    assert len(sheet.locations()) == 48
    for piece in ("<news:name>The Osterholm Courier</news:name>", "<news:language>en</news:language>",
                  "<news:publication_date>2026-03-03T21:00:00+01:00</news:publication_date>",
                  "<news:title>Story 59</news:title>"):  # fmt: skip
        assert piece in sheet.text


def test_robots_may_read_all_but_the_desk() -> None:
    lines = drawn("robots", "/robots.txt").text.splitlines()
    assert lines[:2] == ["User-agent: *", "Disallow: /desk/"]
    assert f"Sitemap: {SITE}/sitemap.xml" in lines


def _changed() -> set[str]:
    return set(Change.objects.values_list("key", flat=True))
