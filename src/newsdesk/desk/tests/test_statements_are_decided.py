"""What an editor decides in the Sources panel, and who may."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document

from newsdesk.archive.reader import Archive
from newsdesk.desk.checking import problems
from newsdesk.desk.models import ArticlePage, SourcingRules
from newsdesk.desk.sourcing import draft_of
from newsdesk.desk.sourcing_rules import SURENESS
from newsdesk.desk.tests.conftest import Begin
from newsdesk.sources.models import SourceRow, StatementRow

TEXT = "<p>The pier is safe, Mayor Ada Brink told reporters on Monday, the Coast Courier reported.</p>"
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(begin: Begin) -> ArticlePage:
    return begin(body=[("paragraph", TEXT)])


def decide(client: Client, page: ArticlePage, act: str, item: object = "") -> Any:
    return client.post(reverse("newsdesk_statements:decide", args=(page.pk,)), {"act": act, "item": str(item)})


def proposal(page: ArticlePage) -> Any:
    (item,) = draft_of(page).items
    return item


def links(**of_first: str) -> dict[str, str]:
    """The form of one statement with a chain of two."""
    chain = [
        {"name": "Ada Brink", "kind": "person", "title": "Mayor"} | of_first,
        {"name": "Averra Gazette", "kind": "outlet"},
    ]
    fields = {f"chain-{n}-{name}": value for n, link in enumerate(chain) for name, value in link.items()}
    order = {f"chain-{n}-ORDER": str(n + 1) for n in range(len(chain))}
    forms = {"chain-TOTAL_FORMS": "2", "chain-INITIAL_FORMS": "0"}
    return fields | order | forms | {"kind": "indirect", "said_on": "2026-03-02"}


def mend(client: Client, page: ArticlePage, form: dict[str, str]) -> Any:
    return client.post(reverse("newsdesk_statements:mend", args=(page.pk,)), form)


def test_a_confirmed_proposal_is_published_with_the_article(at_editor: Client, page: ArticlePage) -> None:
    assert "Confirmed" in decide(at_editor, page, "confirm", proposal(page).id).content.decode()
    page.get_latest_revision().publish()
    (statement,) = Archive().edition(page.archive_id).statements  # type: ignore[union-attr]
    assert [link.name for link in statement.chain] == ["Ada Brink", "Coast Courier"]
    assert Archive().source(statement.chain[1].source).slug == "coast-courier"  # type: ignore[union-attr]


def test_what_nobody_confirmed_is_not_published(page: ArticlePage) -> None:
    assert proposal(page).state == "proposed"
    page.get_latest_revision().publish()
    assert Archive().edition(page.archive_id).statements == ()  # type: ignore[union-attr]


def test_a_rejected_proposal_is_not_made_again_until_taken_back(at_editor: Client, page: ArticlePage) -> None:
    id = proposal(page).id
    assert "Rejected (1)" in decide(at_editor, page, "reject", id).content.decode()
    assert (draft_of(page).items, [item.id for item in draft_of(page).rejected]) == ((), [id])
    decide(at_editor, page, "forget", id)
    assert [(item.id, item.state) for item in draft_of(page).items] == [(id, "proposed")]
    assert draft_of(page).rejected == ()


def test_a_decision_can_be_taken_back(at_editor: Client, page: ArticlePage) -> None:
    id = proposal(page).id
    decide(at_editor, page, "confirm", id)
    decide(at_editor, page, "forget", id)
    assert [item.state for item in draft_of(page).items] == ["proposed"]


def test_all_proposals_are_confirmed_at_once(at_editor: Client, page: ArticlePage) -> None:
    assert "1 confirmed." in decide(at_editor, page, "confirm_all").content.decode()


def test_a_mended_chain_replaces_the_one_proposed(at_editor: Client, page: ArticlePage) -> None:
    item = proposal(page)
    assert mend(at_editor, page, links() | {"item": str(item.id)}).status_code == 200
    row = StatementRow.objects.get()
    assert (row.origin, [link.name for link in row.chain.all()]) == ("mended", ["Ada Brink", "Averra Gazette"])


def test_words_selected_in_the_text_are_added_whole(at_editor: Client, page: ArticlePage) -> None:
    mend(at_editor, page, links() | {"exact": "ier is saf", "prefix": "The p"})
    (row,) = StatementRow.objects.filter(origin="added")
    assert row.quotes[0]["exact"] == "pier is safe"


def test_words_selected_over_two_paragraphs_are_added(at_editor: Client, page: ArticlePage) -> None:
    page.body = [("paragraph", TEXT + "<p>It was built<br/>in 1911.</p>")]
    page.save_revision()
    selected = "the Coast Courier reported.\r\nIt was built\r\nin 1911"  # as a browser sends it
    assert mend(at_editor, page, links() | {"exact": selected}).status_code == 200
    (row,) = StatementRow.objects.filter(origin="added")
    assert row.quotes[0]["exact"] == "the Coast Courier reported.\n\nIt was built\nin 1911"


def test_a_chain_without_a_name_is_refused_with_the_remedy(at_editor: Client, page: ArticlePage) -> None:
    form = links(name="") | {"chain-1-name": "", "item": str(proposal(page).id)}
    answer = mend(at_editor, page, form)
    assert answer.status_code == 422
    assert "give at least one name" in answer.content.decode()
    assert not StatementRow.objects.exists()


def test_words_that_are_not_in_the_draft_are_refused(at_editor: Client, page: ArticlePage) -> None:
    assert mend(at_editor, page, links() | {"exact": "The pier is closed"}).status_code == 409
    assert decide(at_editor, page, "confirm", UUID(int=5)).status_code == 409


def test_edited_words_are_asked_about_and_can_take_the_statement_along(at_editor: Client, page: ArticlePage) -> None:
    decide(at_editor, page, "confirm", proposal(page).id)
    page.body = [("paragraph", TEXT.replace("The pier is safe", "The old pier is safe"))]
    page.save_revision()
    gone = next(item for item in draft_of(page).items if item.state == "gone")
    decide(at_editor, page, "move", gone.id)
    (item,) = draft_of(page).items
    assert (item.state, item.words) == ("confirmed", "The old pier is safe")


def test_a_proposal_too_doubtful_to_be_shown_takes_no_statement_along(
    at_editor: Client, page: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(at_editor, page, "confirm", proposal(page).id)
    page.body = [("paragraph", TEXT.replace("The pier is safe", "The old pier is safe"))]
    page.save_revision()
    monkeypatch.setitem(SURENESS, SourcingRules.Proposals.USUAL, 1.1)
    (gone,) = draft_of(page).items
    assert (gone.state, gone.now) == ("gone", None)


def test_the_reason_why_the_only_source_is_unnamed_lifts_the_doubt(at_editor: Client, begin: Begin) -> None:
    page = begin(body=[("paragraph", "<p>The pier is rotten, an official said.</p>")])
    assert [problem.words for problem in problems(page) if "unnamed" in problem.what] == ["The pier is rotten"]
    told = {"name": "an official", "kind": "anonymous", "reason": "She may not speak in public."}
    mend(at_editor, page, links(**told) | {"item": str(proposal(page).id)})
    assert not [problem for problem in problems(page) if "unnamed" in problem.what]


def test_a_reporter_decides_about_her_own_draft_only(at_reporter: Client, page: ArticlePage) -> None:
    assert decide(at_reporter, page, "confirm", proposal(page).id).status_code in (302, 403)
    assert not StatementRow.objects.exists()


def test_the_newsroom_sets_how_sure_a_proposal_must_be(page: ArticlePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SURENESS, SourcingRules.Proposals.USUAL, 1.1)
    assert draft_of(page).items == ()
    rules = SourcingRules.load()
    rules.proposals = "all"
    rules.save()
    assert proposal(page).state == "proposed"


def test_a_doubt_that_the_newsroom_ticked_holds_the_article_back(begin: Begin) -> None:
    page = begin(body=[("paragraph", "<p>The pier was reportedly closed.</p>")])
    assert not [problem for problem in problems(page) if problem.blocks_publication]
    rules = SourcingRules.load()
    rules.unsourced_hedge = True
    rules.save()
    (problem,) = [problem for problem in problems(page) if problem.blocks_publication]
    assert problem.words == "reportedly"


def test_names_are_offered_as_they_are_known(at_editor: Client, page: ArticlePage) -> None:
    decide(at_editor, page, "confirm", proposal(page).id)
    answer = json.loads(at_editor.get(reverse("newsdesk_statements:known"), {"q": "ada"}).content)
    assert answer == {"names": [{"name": "Ada Brink", "kind": "person"}]}


def test_a_source_shows_what_rests_on_it(at_editor: Client, page: ArticlePage) -> None:
    decide(at_editor, page, "confirm", proposal(page).id)
    mayor = SourceRow.objects.get(kind="person")
    html = at_editor.get(reverse("wagtailsnippets_sources_sourcerow:inspect", args=(mayor.pk,))).content.decode()
    assert page.title in html
    assert "The pier is safe" in html


def test_a_document_is_kept_with_its_link_and_no_other_is_believed(at_editor: Client, page: ArticlePage) -> None:
    form: dict[str, Any] = links() | {"item": str(proposal(page).id)}
    paper = ContentFile(b"minutes", "minutes.txt")
    mend(at_editor, page, form | {"chain-0-file": paper, "chain-1-document": "77"})
    first, second = StatementRow.objects.get().chain.all()
    assert (first.document.title, second.document) == ("minutes.txt", None)  # type: ignore[union-attr]
    kept = form | {"chain-0-document": str(first.document_id)}
    assert "minutes" in mend(at_editor, page, kept).content.decode()
    assert StatementRow.objects.get().chain.all()[0].document_id == first.document_id


def test_what_somebody_told_us_came_through_nobody(begin: Begin, settings: Any) -> None:
    settings.NEWSDESK_SITE_NAME = "The Averra Packet"
    told = "<p>“The pier is safe,” Mayor Ada Brink told the Packet. “It is old,” Brink told the Coast Courier.</p>"
    chains = [[link.name for link in item.chain] for item in draft_of(begin(body=[("paragraph", told)])).items]
    assert chains == [["Ada Brink"], ["Ada Brink", "Coast Courier"]]


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "nothing"])
def test_a_file_that_could_run_in_a_browser_is_no_document(at_editor: Client, page: ArticlePage, name: str) -> None:
    form: dict[str, Any] = links() | {"item": str(proposal(page).id), "chain-0-file": ContentFile(b"<script>", name)}
    assert mend(at_editor, page, form).status_code == 422
    assert not StatementRow.objects.exists()
    assert not Document.objects.exists()


def test_whoever_decides_second_is_told_and_overturns_nothing(at_editor: Client, page: ArticlePage) -> None:
    id = proposal(page).id
    mend(at_editor, page, links() | {"item": str(id)})
    for late in ("confirm", "reject"):
        answer = decide(at_editor, page, late, id)
        assert (answer.status_code, "Somebody has decided about it" in answer.content.decode()) == (409, True)
    row = StatementRow.objects.get()
    assert (row.state, row.origin, row.chain.count()) == ("confirmed", "mended", 2)


def test_a_document_larger_than_the_newsroom_takes_is_refused(
    at_editor: Client, page: ArticlePage, settings: Any
) -> None:
    settings.NEWSDESK_UPLOAD_MEGABYTES = 1
    large = ContentFile(bytes(1024**2 + 1), "minutes.txt")
    answer = mend(at_editor, page, links() | {"item": str(proposal(page).id), "chain-0-file": large})  # type: ignore[arg-type]
    assert (answer.status_code, "larger than 1 MB" in answer.content.decode()) == (422, True)
    assert not Document.objects.exists()
