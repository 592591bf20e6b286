"""The home page shows what an editor placed, in that order, and fills up with the newest."""

from newsdesk.pages.tests.made import drawn, edition, page, paper


def home(archive):
    return page(archive, "home", "/")


def test_placed_articles_stand_first_in_their_order():
    archive = paper(*(edition(f"a{number}") for number in range(1, 20)))
    archive.placements["home"] = ("a3", "a1")
    shown = home(archive)
    assert [shown.lead.article, *(one.article for one in shown.seconds)] == ["a3", "a1", "a19", "a18"]


def test_newest_leads_where_nobody_placed_anything_and_a_brief_never_does():
    shown = home(paper(edition("a1"), edition("a2"), edition("a3", kind="brief")))
    assert shown.lead.article == "a2"


def test_withdrawn_article_leaves_the_front():
    archive = paper(edition("a1"), edition("a2"))
    archive.placements["home"] = ("a2",)
    archive.states["a2"] = "unpublished"
    assert home(archive).lead.article == "a1"


def test_section_shows_nothing_that_stands_above_it():
    archive = paper(*(edition(f"a{number}") for number in range(1, 20)))
    shown = home(archive)
    above = {shown.lead.article, *(one.article for one in (*shown.seconds, *shown.thirds))}
    inside = [one.article for block in shown.blocks for one in block.teasers]
    assert inside and not above & set(inside)


def test_empty_newsroom_has_a_home_page():
    assert "Nothing has been published yet." in drawn(paper(), "home", "/")


def test_rail_stands_in_the_home_page_with_its_times():
    html = drawn(paper(edition("a1", "Harris dodges question", kind="brief")), "home", "/")
    rail = html[html.index("data-items") :]
    assert rail.index("12:34") < rail.index("Harris dodges question")


def test_breaking_news_is_marked_in_the_rail_by_a_word_not_by_colour_alone():
    html = drawn(paper(edition("a1", urgency=1)), "rail", "/_/rail.html")
    assert 'class="alarm"' in html and "<b>Breaking</b>" in html
