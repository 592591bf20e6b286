"""Each block an editor can write arrives in the edition as the plain value of its kind."""

from __future__ import annotations

import json
from datetime import date

from newsdesk.article import body as nouns
from newsdesk.article.byline import Credit, Dateline
from newsdesk.article.edition import Label
from newsdesk.desk import filing
from newsdesk.desk.blocks import ArticleBody
from newsdesk.desk.filing_body import FILE
from newsdesk.desk.models import ArticlePage, Contributor
from newsdesk.desk.pages.parts import ArticleContributor, RelatedArticle
from newsdesk.desk.tests.conftest import Begin
from newsdesk.desk.tests.pictures import photograph


def test_blocks_and_nouns_have_the_same_names() -> None:
    assert set(ArticleBody().child_blocks) == set(FILE) == set(nouns.KINDS)


def filed(begin: Begin, *blocks: object) -> nouns.Body:
    page = begin()
    page.body = list(blocks)
    page.save_revision().publish()
    return filing.file(ArticlePage.objects.get(pk=page.pk)).body


def test_text_and_lists(begin: Begin) -> None:
    assert filed(begin, ("paragraph", "<p>One</p><p>Two</p>"), ("list", "<ul><li>a</li></ul>")) == (
        nouns.Paragraph((nouns.Run("One"),)),
        nouns.Paragraph((nouns.Run("Two"),)),
        nouns.BulletList(((nouns.Run("a"),),)),
    )


def test_heading_quote_embed_and_fact_box(begin: Begin) -> None:
    embed = {"url": "https://example.org/v", "title": "A film", "provider": "Example"}
    fact_box = {"title": "In short", "text": "<p>One</p><p>Two</p>"}
    assert filed(
        begin,
        ("heading", "Later"),
        ("pull_quote", {"text": "It was late", "who": "A captain"}),
        ("embed", embed),
        ("fact_box", fact_box),
    ) == (
        nouns.Heading("Later"),
        nouns.PullQuote("It was late", "A captain"),
        nouns.Embed(**embed),
        nouns.FactBox("In short", ((nouns.Run("One"),), (nouns.Run("Two"),))),
    )


def test_photographs(begin: Begin) -> None:
    picture = photograph()
    use = {"picture": picture, "caption": "Here", "alt": ""}
    assert filed(begin, ("picture", use), ("gallery", {"title": "All", "pictures": [use, use]})) == (
        (one := nouns.PictureUse(picture.archive_id, "Here")),
        nouns.Gallery((one, one), "All"),
    )


def test_table(begin: Begin) -> None:
    columns = [{"type": "text", "heading": "Pier"}, {"type": "text", "heading": "Minutes"}]
    table = {"columns": columns, "rows": [{"values": ["North", "7"]}], "caption": "Delays"}
    page = begin()
    stored = json.dumps([{"type": "table", "value": {"table": table, "has_stub": True}}])
    page.body = ArticlePage._meta.get_field("body").to_python(stored)
    assert filing.file(page).body == (
        nouns.Table((("Pier", "Minutes"), ("North", "7")), "Delays", has_head=True, has_stub=True),
    )


def test_a_drafts_empty_blocks_are_left_out(begin: Begin) -> None:
    page = begin()
    empty = {name: block.get_default() for name, block in ArticleBody().child_blocks.items()}
    page.body = [*empty.items(), ("picture", {"picture": None, "caption": None, "alt": None})]
    assert filing.file(page).body == ()
    assert list(filing.photographs(page)) == []


def test_cards_and_links_of_other_articles_are_references(begin: Begin) -> None:
    other = begin("Other")
    words = f'<p><a linktype="page" id="{other.pk}">there</a></p>'
    assert filed(begin, ("related_card", other), ("paragraph", words)) == (
        nouns.RelatedCard(other.archive_id),
        nouns.Paragraph((nouns.Run("there", href=f"article:{other.archive_id}"),)),
    )


def test_the_note_to_editors_is_not_filed(begin: Begin) -> None:
    assert "secret" not in repr(filing.file(begin(ed_note="secret", slugline="ferry")))


def test_byline_dateline_and_what_else_to_read_keep_their_order(begin: Begin) -> None:
    desk = Contributor.objects.create(name="The news desk", is_desk=True)
    page, other = begin(dateline_place="Osterholm", dateline_date=date(2026, 3, 17)), begin("Other")
    page.contributors.add(ArticleContributor(contributor=desk, role="additional reporting"))
    page.related.add(RelatedArticle(other=other))
    edition = filing.file(page)
    assert edition.byline[1] == Credit(desk.archive_id, "The news desk", True, "additional reporting")
    assert edition.dateline == Dateline("Osterholm", date(2026, 3, 17))
    assert edition.related == (other.archive_id,)
    assert edition.section == Label(page.section.archive_id, "Harbour")
