"""The fronts of sections (``/harbour/``) and topics (``/topics/ferries/``)."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.people import Subject
from newsdesk.pages.contexts import Head, ListingPage, Name
from newsdesk.pages.heads import alternates, head
from newsdesk.pages.moments import days
from newsdesk.pages.recipes.listings import neighbour, subject_path
from newsdesk.pages.teasers import plain, teaser
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Every, Opens, SheetsFor, Stage, Wanted, addressed, recipe

SECTION_SECONDS, TOPIC_SECONDS = 3, 0
"""How many stand with their pictures beside the first; a topic is read in the order of time."""


def _where(kind: str) -> tuple[SheetsFor, Every]:
    """``sheets_for`` and ``every`` of sections or of topics."""

    def sheets_for(archive: Archive, changed: str, id: str) -> Iterator[Wanted]:
        found = addressed(changed, id, kind)
        if found and (path := archive.address(id)):
            yield Wanted(path, found)

    def every(archive: Archive) -> Iterator[Wanted]:
        for id in archive.values("label"):
            yield from sheets_for(archive, "address", f"{kind}:{id}")

    return sheets_for, every


def _opens(kind: str) -> Opens:
    return lambda id: [keys.label(id), keys.front(f"{kind}-{id}"), keys.placement(f"{kind}-{id}")]


_sections_for, _every_section = _where("section")
_topics_for, _every_topic = _where("topic")


@recipe(
    "section",
    stage=Stage.FRONT,
    route=r"^/[a-z0-9-]+/$",
    sheets_for=_sections_for,
    every=_every_section,
    template="section.html",
    opens=_opens("section"),
)
def section(archive: Archive, frame: Frame, wanted: Wanted) -> ListingPage | None:
    return _front(archive, frame, wanted, SECTION_SECONDS)


@recipe(
    "topic",
    stage=Stage.FRONT,
    route=r"^/topics/[a-z0-9-]+/$",
    sheets_for=_topics_for,
    every=_every_topic,
    template="topic.html",
    opens=_opens("topic"),
)
def topic(archive: Archive, frame: Frame, wanted: Wanted) -> ListingPage | None:
    return _front(archive, frame, wanted, TOPIC_SECONDS)


def _front(archive: Archive, frame: Frame, wanted: Wanted, seconds: int) -> ListingPage | None:
    """What an editor placed there comes first, then the listing."""
    subject = archive.subject(wanted.args)
    if subject is None or subject_path(subject) != wanted.path:
        return None
    listing = f"{subject.kind}-{subject.id}"
    front = archive.front(listing)
    cards = archive.cards([*archive.placed(listing), *front.articles])
    top = list(cards.values())[: 1 + seconds]
    shown = tuple(teaser(archive, frame, card, pictured=True, labelled=False) for card in top)
    others = plain(archive, frame, (id for id in front.articles if id not in {card.article for card in top}))
    return ListingPage(
        head=_head(frame, wanted.path, subject),
        title=subject.name,
        description=subject.description,
        lead=shown[0] if shown else None,
        seconds=shown[1:],
        days=days(others),
        older=neighbour(wanted.path, front.older, frame),
        feed=alternates(frame, subject)[0].path,
    )


def _head(frame: Frame, path: str, subject: Subject) -> Head:
    crumbs = (Name(subject.name, path),)
    return head(frame, path, subject.name, subject.description, crumbs=crumbs, subject=subject)
