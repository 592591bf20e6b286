"""An article's page has every element of the sample page, in its order, with today's names."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from newsdesk.article.byline import Credit, Dateline
from newsdesk.article.correction import Correction
from newsdesk.pages.tests.made import NOON, SAID, article, edition, page, paper
from newsdesk.pages.tests.paper import at


def json_ld(html: str) -> list[dict]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])["@graph"]


def test_elements_stand_in_the_order_of_the_sample_page():
    note = Correction("correction", "It was sent in March.", at(2026, 3, 17, 12, 20))
    html = article(paper(edition("a1", corrections=(note,))))
    body = html[html.index("<main") :]
    order = [
        ">Harbour</a>", ">Ferries</a>", "<h1>Story 1</h1>", "What happened in story 1.", "by <a",
        "17 March 2026, 12:34", "min read", "<figure", "The berth.", "(Maren Tolle / POOL / Nordfoto)", SAID,
        "It was sent in March.",
        "Covers the harbour.", "/_/rail.html", "/_/more/harbour.html",
    ]  # fmt: skip
    places = [body.index(words) for words in order]
    assert places == sorted(places)
    assert body.count("<h1") == 1


def test_byline_links_people_and_desks_in_order():
    html = article(paper(edition("a1")))
    names = 'by <a href="/authors/ines-halvard/" rel="author">Ines Halvard</a> and '
    assert names + '<a href="/authors/night-desk/" rel="author">the night desk</a>' in html


def test_renamed_contributor_is_printed_by_todays_name():
    archive = paper(edition("a1"))
    archive.authors["c1"] = replace(archive.authors["c1"], name="Ines Nordahl")
    assert "Ines Halvard" not in article(archive)


def test_contributor_with_a_role_is_no_author():
    by = (Credit("c1", "Ines Halvard"), Credit("c2", "the night desk", True, "photographs"))
    shown = page(paper(edition("a1", byline=by)), "article", "/x/", "a1")
    assert "night desk" not in shown.byline
    assert shown.credits == ('Photographs: <a href="/authors/night-desk/" rel="author">the night desk</a>',)


@pytest.mark.parametrize(
    ("number", "seconds", "is_update"), [(2, 0, False), (2, 60, False), (2, 61, True), (1, 9999, False)]
)
def test_only_a_second_edition_later_by_more_than_a_minute_is_an_update(number, seconds, is_update):
    """An imported article is filed long after it was first published, and is no update."""
    first = edition("a1", number=number)
    later = replace(first, published_at=first.first_published + timedelta(seconds=seconds))
    assert ("updated <time" in article(paper(later))) is is_update


def test_update_of_the_same_day_is_told_by_its_time_alone():
    html = article(paper(edition("a1", number=2, published_at=at(2026, 3, 17, 12, 20))))
    assert 'updated <time datetime="2026-03-17T14:20:00+02:00">14:20</time>' in html


def test_dateline_gives_place_day_and_foreign_source():
    filed = Dateline("Osterholm", NOON.date(), "Nordwire")
    assert "OSTERHOLM, 17 March (Nordwire)" in article(paper(edition("a1", dateline=filed)))


def test_correction_that_changes_the_meaning_stands_above_the_text_too():
    note = Correction("correction", "It was two people.", at(2026, 3, 17, 12, 20), on_top=True)
    html = article(paper(edition("a1", corrections=(note,))))
    main = html[html.index("<main") :]
    assert main.index("It was two people.") < main.index(SAID) < main.rindex("It was two people.")


@pytest.mark.parametrize(
    ("kind", "label", "type"),
    [
        ("news", None, "NewsArticle"),
        ("opinion", "Opinion", "OpinionNewsArticle"),
        ("analysis", "Analysis", "AnalysisNewsArticle"),
        ("investigation", "Investigation", "ReportageNewsArticle"),
        ("explainer", "Explainer", "BackgroundNewsArticle"),
    ],
)
def test_kind_is_told_to_the_eye_and_to_machines(kind, label, type):
    html = article(paper(edition("a1", kind=kind)))
    assert (f'<span class="kind">{label}</span></p>' in html) is bool(label)
    assert json_ld(html)[0]["@type"] == type


def test_kind_is_not_said_twice_where_the_section_says_it():
    archive = paper(edition("a1", kind="opinion"))
    archive.subjects["s1"] = replace(archive.subjects["s1"], name="Opinion")
    assert '<span class="kind">' not in article(archive)


def test_structured_data_names_authors_times_and_the_credit_of_the_picture():
    note = Correction("correction", "It was sent in March.", at(2026, 3, 17, 12, 20))
    thing, trail = json_ld(article(paper(edition("a1", corrections=(note,)))))
    assert [(one["@type"], one["name"]) for one in thing["author"]] == [
        ("Person", "Ines Halvard"),
        ("Organization", "the night desk"),
    ]
    assert thing["datePublished"] == "2026-03-17T12:34:00+02:00"
    assert thing["image"]["creditText"] == "Maren Tolle / POOL / Nordfoto"
    assert (thing["image"]["width"], thing["image"]["height"]) == (1280, 800)
    assert thing["correction"][0]["text"] == "It was sent in March."
    assert [step["position"] for step in trail["itemListElement"]] == [1, 2, 3]


def test_no_headline_can_close_the_script_it_stands_in():
    html = article(paper(edition("a1", "</script><script>alert(1)</script>")))
    assert "<script>alert" not in html
    assert json_ld(html)[0]["headline"] == "</script><script>alert(1)</script>"


def test_article_without_section_picture_or_byline_is_still_a_page():
    html = article(paper(edition("a1", section=None, topics=(), picture=None, byline=())))
    assert "<h1>Story 1</h1>" in html and "<figure" not in html and "/_/more/" not in html
