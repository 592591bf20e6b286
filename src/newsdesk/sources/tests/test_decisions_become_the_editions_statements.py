"""What an editor confirms is what an edition carries; what is rejected is not proposed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from newsdesk.article.body import Body, Paragraph, Run
from newsdesk.article.prose import prose
from newsdesk.sources import decisions, drafts, filed
from newsdesk.sources.anchors import quote
from newsdesk.sources.drafts import Item, Link
from newsdesk.sources.models import NameRow, SourceRow, StatementRow

pytestmark = pytest.mark.django_db

ARTICLE, DAY = UUID(int=1), date(2026, 3, 4)
WORDS = "The pier is safe"
BODY: Body = (Paragraph((Run(f"{WORDS}, Mayor Ada Brink said, the Coast Courier reported."),)),)
MAYOR = Link("person", "Ada Brink", "Mayor")
COURIER = Link("outlet", "Coast Courier")


def item(body: Body = BODY, words: str = WORDS, chain: tuple[Link, ...] = (MAYOR, COURIER)) -> Item:
    text = prose(body).text
    start = text.index(words)
    place = (start, start + len(words))
    return Item(uuid4(), "proposed", (quote(text, *place),), "indirect", chain, (place,))


def test_a_confirmed_statement_is_filed_with_its_chain() -> None:
    decisions.confirm(ARTICLE, item(), DAY)
    (statement,) = filed.statements(ARTICLE, BODY)
    assert [prose(BODY).words(place) for place in statement.content] == [WORDS]
    assert [(link.name, link.kind, bool(link.source)) for link in statement.chain] == [
        ("Ada Brink", "person", True),
        ("Coast Courier", "outlet", True),
    ]


def test_the_same_sentence_twice_has_its_cue_in_each_place() -> None:
    twice: Body = (*BODY, *BODY)
    text = prose(twice).text
    for start in (0, text.rindex(WORDS)):
        at = text.index("said", start)
        place = (start, start + len(WORDS))
        found = replace(item(), quotes=(quote(text, *place),), places=(place,), cue=quote(text, at, at + 4))
        decisions.confirm(ARTICLE, replace(found, id=uuid4()), DAY)
    assert [(said.content[0].block, said.cue.block) for said in filed.statements(ARTICLE, twice) if said.cue] == [
        (0, 0),
        (1, 1),
    ]


def test_it_survives_an_edit_of_other_words_and_is_gone_with_its_own() -> None:
    decisions.confirm(ARTICLE, item(), DAY)
    longer: Body = (Paragraph((Run("It rained."),)), *BODY)
    assert filed.statements(ARTICLE, longer)[0].content[0].block == 1
    other: Body = (Paragraph((Run("The pier is closed, the mayor said."),)),)
    assert filed.statements(ARTICLE, other) == ()
    assert [one.state for one in drafts.draft(ARTICLE, prose(other), DAY).items if one.state != "proposed"] == ["gone"]


def test_another_name_in_the_text_asks_and_tells_readers_nobody() -> None:
    (found,) = [one for one in drafts.draft(ARTICLE, prose(BODY), DAY).items if one.words == WORDS]
    decisions.confirm(ARTICLE, found, DAY)
    assert filed.statements(ARTICLE, BODY)
    other: Body = (Paragraph((Run(f"{WORDS}, harbour master Jon Petersen said, the Coast Courier reported."),)),)
    assert filed.statements(ARTICLE, other) == ()
    (asked,) = [one for one in drafts.draft(ARTICLE, prose(other), DAY).items if one.state == "gone"]
    (to,) = [one for one in drafts.draft(ARTICLE, prose(other), DAY).items if one.id == asked.now]
    decisions.move(ARTICLE, asked.id, to)
    (statement,) = filed.statements(ARTICLE, other)
    assert statement.chain[0].name == "Ada Brink"  # an editor has said that it is still her


def test_words_that_changed_bring_their_own_day_and_hedges() -> None:
    was: Body = (Paragraph((Run("The bridge will likely reopen soon, Ada Brink said on Monday."),)),)
    now: Body = (Paragraph((Run("The bridge will reopen soon, Ada Brink said on Tuesday."),)),)
    (found,) = drafts.draft(ARTICLE, prose(was), DAY).items
    decisions.confirm(ARTICLE, found, DAY)
    items = drafts.draft(ARTICLE, prose(now), DAY).items
    (asked,) = [one for one in items if one.state == "gone"]
    (to,) = [one for one in items if one.id == asked.now]
    decisions.move(ARTICLE, asked.id, to)
    (statement,) = filed.statements(ARTICLE, now)
    assert (statement.said_on, statement.hedges) == (to.said_on, ()) and to.said_on != found.said_on


@pytest.mark.parametrize("language", ["en-GB", "EN", "en"])
def test_kinds_of_a_language_are_read_as_the_language(language: str) -> None:
    assert drafts.draft(ARTICLE, prose(BODY), DAY, language=language).items
    assert not drafts.draft(ARTICLE, prose(BODY), DAY, language="pl").items


def test_of_two_statements_in_the_same_words_the_one_that_was_cut_is_gone() -> None:
    other: Body = (Paragraph((Run(f"On Friday Dana Cole said it again: {WORDS}, nothing more."),)),)
    twice: Body = (*BODY, *other)
    text = prose(twice).text
    kept, cut = uuid4(), uuid4()
    for id, start in ((kept, 0), (cut, text.rindex(WORDS))):
        place = (start, start + len(WORDS))
        decisions.confirm(ARTICLE, replace(item(), id=id, quotes=(quote(text, *place),), places=(place,)), DAY)
    states = {one.id: one.state for one in drafts.draft(ARTICLE, prose(BODY), DAY).items}
    assert (states[kept], states[cut]) == ("confirmed", "gone")
    assert len(filed.statements(ARTICLE, BODY)) == 1


def test_an_unnamed_source_crosses_by_its_words_alone() -> None:
    unnamed = Link("anonymous", "an official", reason="She is not allowed to speak in public.")
    decisions.confirm(ARTICLE, item(chain=(unnamed,)), DAY)
    ((link,),) = [statement.chain for statement in filed.statements(ARTICLE, BODY)]
    assert (link.source, link.name, link.reason) == ("", "an official", "She is not allowed to speak in public.")


def test_the_same_words_for_an_unnamed_source_are_another_source_in_another_article() -> None:
    unnamed = (Link("anonymous", "an official"),)
    decisions.confirm(ARTICLE, item(chain=unnamed), DAY)
    decisions.confirm(ARTICLE, replace(item(chain=unnamed), id=uuid4()), DAY)
    decisions.confirm(UUID(int=2), item(chain=unnamed), DAY)
    assert SourceRow.objects.filter(kind="anonymous").count() == 2


def test_a_name_is_known_again_and_its_titles_are_remembered() -> None:
    decisions.confirm(ARTICLE, item(), DAY)
    later = replace(item(chain=(replace(MAYOR, title="former mayor"),)), id=uuid4())
    decisions.confirm(UUID(int=2), later, date(2026, 9, 1))
    (mayor,) = SourceRow.objects.filter(kind="person")
    assert [(row.title, row.since.isoformat()) for row in NameRow.objects.filter(source=mayor)] == [
        ("former mayor", "2026-09-01"),
        ("Mayor", "2026-03-04"),
    ]


def test_outlets_have_a_page_at_once_and_people_when_an_editor_says_so() -> None:
    decisions.confirm(ARTICLE, item(), DAY)
    assert {row.name: row.has_page for row in SourceRow.objects.all()} == {"Ada Brink": False, "Coast Courier": True}


def test_what_was_rejected_is_neither_filed_nor_counted() -> None:
    decisions.reject(ARTICLE, item())
    assert filed.statements(ARTICLE, BODY) == ()
    assert StatementRow.objects.get().state == "rejected"


def test_a_hedge_stands_alone_until_its_sentence_has_a_source() -> None:
    words = "the pier is safe"
    body: Body = (Paragraph((Run(f"It is believed {words}. Nobody was hurt."),)),)
    hedges = [span.text for span in drafts.draft(ARTICLE, prose(body), DAY).unsourced]
    assert hedges
    decisions.confirm(ARTICLE, item(body, "Nobody was hurt"), DAY)
    assert [span.text for span in drafts.draft(ARTICLE, prose(body), DAY).unsourced] == hedges
    decisions.confirm(ARTICLE, item(body, words), DAY)
    assert drafts.draft(ARTICLE, prose(body), DAY).unsourced == ()


def test_a_chain_without_links_is_refused() -> None:
    with pytest.raises(decisions.NoSource):
        decisions.confirm(ARTICLE, item(chain=()), DAY)
    assert not StatementRow.objects.exists()


def test_a_name_without_end_is_kept_as_far_as_it_fits() -> None:
    """PostgreSQL refuses what is longer than its column."""
    text = f"The pier is safe, {'Grand ' * 60}Duke Ada Brink said on Monday."
    for found in drafts.draft(ARTICLE, prose((Paragraph((Run(text),)),)), DAY).items:
        assert all(len(link.name) <= 200 and len(link.title) <= 200 for link in found.chain)
        decisions.confirm(ARTICLE, found, DAY)


def test_named_source_does_not_become_unnamed_under_what_rests_on_it() -> None:
    """Its name stays in the archive and in chains."""
    decisions.confirm(ARTICLE, item(), DAY)
    mayor = SourceRow.objects.get(name="Ada Brink")
    mayor.kind = "organisation"
    mayor.full_clean()
    mayor.kind, mayor.name = "anonymous", "a city official"
    with pytest.raises(ValidationError, match="Statements rest on it"):
        mayor.full_clean()
    StatementRow.objects.all().delete()
    mayor.full_clean()
