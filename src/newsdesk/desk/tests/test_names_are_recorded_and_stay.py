"""Contributors, sections and topics: readers see each change, and what is printed cannot be deleted."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse

from newsdesk.archive.reader import Archive
from newsdesk.desk import roles
from newsdesk.desk.models import ArticlePage, Contributor, InfoPage, Section, StandingPagesPage, Topic
from newsdesk.desk.removal import why_not
from newsdesk.desk.tests.conftest import Begin, person, signed_in
from newsdesk.sources import decisions
from newsdesk.sources.anchors import quote
from newsdesk.sources.drafts import Item, Link
from newsdesk.sources.models import SourceRow


def test_saving_writes_what_readers_see(desk: None) -> None:
    author = Contributor.objects.create(name="Ада Берг", title="Courts")
    assert author.slug == "ada-berh"
    author.name = "Ada Berg"
    author.save()
    recorded = Archive().author(author.archive_id)
    assert recorded
    assert (recorded.name, recorded.slug, recorded.title) == ("Ada Berg", "ada-berh", "Courts")


def test_a_new_slug_leaves_a_redirect_at_the_old(desk: None) -> None:
    topic = Topic.objects.create(name="Floods")
    topic.slug = "high-water"
    topic.save()
    led = Archive().redirect("/topics/floods/")
    assert led and led.to == f"topic:{topic.archive_id}"
    assert Archive().address(led.to) == "/topics/high-water/"


def test_a_standing_page_that_moves_is_led_to(desk: None) -> None:
    page = InfoPage(title="About us", slug="about")
    StandingPagesPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    page.slug = "about-us"
    page.save_revision().publish()
    led = Archive().redirect("/about/")
    assert led and Archive().address(led.to) == "/about-us/"


def test_a_save_that_is_rolled_back_is_not_recorded(desk: None) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        topic = Topic.objects.create(name="Floods")
        raise ZeroDivisionError
    assert Archive().subject(topic.archive_id) is None


def test_an_unused_name_is_forgotten(desk: None) -> None:
    topic = Topic.objects.create(name="Floods")
    assert Archive().subject(topic.archive_id)
    topic.delete()
    assert Archive().subject(topic.archive_id) is None


@pytest.mark.parametrize("model", [Contributor, Section, Topic])
def test_a_printed_name_cannot_be_deleted(published: ArticlePage, model: type[Topic]) -> None:
    ArticlePage.objects.update(section=None)
    published.contributors.model.objects.all().delete()
    published.topics.model.objects.all().delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        model.objects.all().delete()
    assert model.objects.exists()


def test_the_desk_says_why(published: ArticlePage) -> None:
    chief, topic = signed_in(person("carla", roles.CHIEF)), Topic.objects.get()
    published.topics.model.objects.all().delete()
    url = reverse("wagtailsnippets_desk_topic:delete", args=(topic.pk,))
    assert "kept for good" in chief.post(url, follow=True).content.decode()
    assert Topic.objects.exists()


@pytest.mark.parametrize("slug", ["topics", "authors", "feed", "desk", "static", "letters", "2026", "about"])
def test_a_section_takes_no_address_of_the_sites(desk: None, slug: str) -> None:
    StandingPagesPage.objects.get().add_child(instance=InfoPage(title="About us", slug="about"))
    with pytest.raises(ValidationError):
        Section(name="Section", slug=slug).full_clean()


def test_a_standing_page_takes_no_sections_address(desk: None) -> None:
    Section.objects.create(name="Harbour")
    with pytest.raises(ValidationError):
        InfoPage(title="Harbour", slug="harbour", path="000100020001", depth=3).full_clean()


def test_a_standing_page_is_recorded_and_withdrawn(desk: None) -> None:
    page = InfoPage(title="About us", slug="about", body=[("paragraph", "<p>We are.</p>")], live=False)
    StandingPagesPage.objects.get().add_child(instance=page)
    assert Archive().page(page.archive_id) is None
    page.save_revision().publish()
    recorded = Archive().page(page.archive_id)
    assert recorded
    assert (recorded.title, len(recorded.body)) == ("About us", 1)
    page = InfoPage.objects.get()
    assert page.url == "/about/"
    page.unpublish()
    assert Archive().page(page.archive_id) is None


def test_the_permalink_comes_from_the_archive(published: ArticlePage, begin: Begin) -> None:
    assert published.url == Archive().permalink(published.archive_id)
    assert published.url.endswith("/ferry-late/")
    assert begin("Draft").url is None


def test_a_slug_is_latin_whatever_the_headline(begin: Begin) -> None:
    assert begin("Пором запізнився").slug == "porom-zapiznyvsia"


def test_source_that_statements_rest_on_is_not_deleted_and_says_why(desk: None) -> None:
    """Those of a draft, too, and of an article that is gone."""
    article, place = uuid4(), (0, 16)
    words = "The pier is safe, Ada Brink said."
    item = Item(uuid4(), "proposed", (quote(words, *place),), "indirect", (Link("person", "Ada Brink"),), (place,))
    decisions.confirm(article, item, date(2026, 3, 4))
    source = SourceRow.objects.get(name="Ada Brink")
    answer = signed_in(person("clara", roles.CHIEF)).get(
        reverse("wagtailsnippets_sources_sourcerow:delete", args=(source.pk,)), follow=True
    )
    assert "Statements rest on “Ada Brink”" in answer.content.decode()
    decisions.forget(article, item.id)
    assert not why_not(source)
