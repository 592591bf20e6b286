"""Writes each article and brings it to where its file says it is: published, scheduled, or a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from newsdesk.archive import record
from newsdesk.desk.imports import publication
from newsdesk.desk.imports.articles import referenced_once
from newsdesk.desk.imports.stream import Known, stored
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.pages.parts import ArticleContributor, ArticleTopic, RelatedArticle
from newsdesk.example.loading import sources
from newsdesk.example.loading.names import Names
from newsdesk.example.loading.pages import Pages
from newsdesk.example.loading.photographs import Photographs
from newsdesk.example.shape import Story


@dataclass(frozen=True, slots=True)
class Material:
    """What an article may name, and how the desk numbers what it may point at."""

    names: Names
    photographs: Photographs
    pages: Pages

    def known(self) -> Known:
        pages = {reference: page.pk for reference, page in self.pages.items()}
        pages |= {reference.removeprefix("article:"): number for reference, number in pages.items()}
        return Known({slug: photograph.pk for slug, photograph in self.photographs.items()}, pages)


def file(story: Story, material: Material, known: Known) -> None:
    """Raises ``ValidationError`` where the desk would refuse to publish what should be."""
    page = material.pages[f"article:{story.slugline}"]
    with referenced_once(page.uuid):
        for version, moment in versions(story):
            page = type(page).objects.get(pk=page.pk)
            _write(page, version, material, known)
            if moment is None:
                page.save()  # publishing does it for what is out; the desk's lists show rows, not revisions
            page.save_revision()
            if moment and story.published:
                sources.confirm(page, story.published)
                publication.publish_as_of(page, story.published, moment)
        _send_on(page, story)
        for correction in story.corrections:
            record.correct(page.archive_id, correction)
    if story.updated:  # the desk's lists are ordered by when an article was last worked on
        ArticlePage.objects.filter(pk=page.pk).update(worked_at=story.updated)


def _send_on(page: ArticlePage, story: Story) -> None:
    if story.state == "scheduled":
        page.get_latest_revision().publish()
    elif story.state == "submitted":
        page.get_workflow().start(page, user=None)


def versions(story: Story) -> tuple[tuple[Story, datetime | None], ...]:
    """What was filed one after another, and when each came out; None for what has not.

    An update added what stands last in the text. A correction is the record's to add.
    """
    if story.corrections or story.updated == story.published:
        return ((story, story.published),)
    return ((replace(story, body=story.body[:-1]), story.published), (story, story.updated))


def _write(page: ArticlePage, story: Story, material: Material, known: Known) -> None:
    page.kind, page.slugline, page.standfirst = story.kind, story.slugline, story.standfirst
    page.urgency, page.ed_note = story.urgency, story.note
    page.section = material.names.sections[story.section]
    page.embargoed_until = _embargo(story)
    if story.dateline:
        page.dateline_place, page.dateline_source = story.dateline.place, story.dateline.source
        page.dateline_date = story.dateline.filed_on
    if story.picture:
        page.picture = material.photographs[story.picture.picture]
        page.picture_caption, page.picture_alt = story.picture.caption, story.picture.alt
    page.body = stored(story.body, known)
    _fill_parts(page, story, material)


def _fill_parts(page: ArticlePage, story: Story, material: Material) -> None:
    contributors, topics = material.names.contributors, material.names.topics
    page.contributors.set(
        [ArticleContributor(contributor=contributors[name.contributor], role=name.role) for name in story.byline]
    )
    page.topics.set([ArticleTopic(topic=topics[slug]) for slug in story.topics])
    page.related.set([RelatedArticle(other=material.pages[f"article:{slugline}"]) for slugline in story.related])


def _embargo(story: Story) -> datetime | None:
    """Counted from the full hour, as an agency would set it."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    return hour + story.embargo if story.embargo else None
