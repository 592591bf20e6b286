"""A letter has its page, its feed and the web editions of its issues; what was withdrawn leaves them, a note stands."""

from __future__ import annotations

import pytest

from newsdesk.article.body import Paragraph, RelatedCard, Run
from newsdesk.article.letter import Issue, Letter
from newsdesk.pages.tests.made import drawn, edition, page, paper
from newsdesk.pages.tests.paper import Paper, at

ISSUE = "0c8a5c1e-3f6f-4a55-9d0e-5a6a2f1b7c44"
HERE = f"/letters/{ISSUE}/"
TIDES = Letter("l1", "Tides", "tides", "Each Monday.", "en")


@pytest.fixture
def archive() -> Paper:
    made = paper(edition("a1", "Ferry comes late"), edition("a2", "Ferry comes back"))
    body = (Paragraph((Run("Good morning."),)), RelatedCard("a1"), RelatedCard("a2"))
    made.letters_of = {"l1": TIDES}
    made.sent = {ISSUE: Issue(ISSUE, "l1", "The ferry is late", at(2026, 3, 17, 7), "And back.", body, lead="a1")}
    return made


def test_issue_stands_with_its_words_and_todays_cards(archive: Paper) -> None:
    html = drawn(archive, "issue", HERE, ISSUE)
    places = [html.index(words) for words in ("The ferry is late", "And back.", "Good morning.", "comes back")]
    assert places == sorted(places) and 'href="/letters/tides/"' in html and "17 March 2026" in html


def test_withdrawn_article_takes_the_words_that_spoke_of_it_along(archive: Paper) -> None:
    archive.states["a1"] = "killed"
    sheets = [drawn(archive, "issue", HERE, ISSUE), drawn(archive, "letter", "/letters/tides/", "l1")]
    sheets += [drawn(archive, format, f"/feeds/letter/tides.{format}", "letter:l1") for format in ("rss", "atom")]
    assert not any("is late" in sheet or "comes late" in sheet or "And back" in sheet for sheet in sheets)
    assert "Ferry comes back" in sheets[0] and all(HERE in sheet for sheet in sheets)


def test_what_was_said_later_of_an_error_stands_before_the_text(archive: Paper) -> None:
    issue = archive.sent[ISSUE]
    archive.sent[ISSUE] = Issue(ISSUE, "l1", issue.subject, issue.sent_at, body=issue.body, note="It was <noon>.")
    html = drawn(archive, "issue", HERE, ISSUE)
    assert html.index("It was &lt;noon&gt;.") < html.index("Good morning.")


def test_letter_lists_its_issues_and_has_a_feed(archive: Paper) -> None:
    html = drawn(archive, "letter", "/letters/tides/", "l1")
    assert HERE in html and "The ferry is late" in html and 'href="/feeds/letter/tides.rss"' in html
    rss = drawn(archive, "rss", "/feeds/letter/tides.rss", "letter:l1")
    assert f"urn:uuid:{ISSUE}" in rss and "https://courier.example" + HERE in rss


def test_letter_that_is_called_otherwise_stands_there_alone(archive: Paper) -> None:
    assert page(archive, "letter", "/letters/old/", "l1") is None
    assert page(archive, "rss", "/feeds/letter/old.rss", "letter:l1") is None


def test_open_letters_are_offered_with_one_form(archive: Paper) -> None:
    html = drawn(archive, "letters", "/letters/")
    assert html.count('action="/letters/sign-up/"') == 1 and 'value="tides" checked' in html
    assert html.count(TIDES.description) == 1, "what it is, is said once"
    archive.letters_of.clear()
    assert "<form" not in drawn(archive, "letters", "/letters/")


def test_every_page_asks_for_letters_and_reads_nothing_for_it(archive: Paper) -> None:
    archive.read.clear()
    assert 'action="/letters/sign-up/"' in drawn(archive, "issue", HERE, ISSUE)
    assert not any(key.startswith("letters") for key in archive.read)
