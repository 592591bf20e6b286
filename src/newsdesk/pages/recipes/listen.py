"""Listen to the paper: what was read last, one after the other, and where the podcasts are."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.links import LISTEN, TODAY_PODCAST, podcast_path
from newsdesk.pages.contexts import Audible, ListenPage, Name
from newsdesk.pages.heads import head
from newsdesk.pages.players import player
from newsdesk.pages.teasers import teaser
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe

LATEST = 20

_sheets_for, _every = fixed(LISTEN)


@recipe("listen", stage=Stage.FRONT, route=r"^/listen/$", sheets_for=_sheets_for, every=_every, template="listen.html")
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> ListenPage:
    words = gettext("The latest articles, read aloud one after the other.")
    return ListenPage(
        head=head(frame, LISTEN, gettext("Listen to the paper"), words),
        audibles=tuple(_articles(archive, frame)),
        today=_today(archive),
        podcasts=tuple(_podcasts(frame)),
    )


def _articles(archive: Archive, frame: Frame) -> Iterator[Audible]:
    cards = archive.cards(archive.front(keys.AUDIO).articles[:LATEST])
    for card in cards.values():
        slug = card.path.strip("/").rpartition("/")[2]
        if heard := player(archive.clip(card.article), slug):
            yield Audible(heard, teaser(archive, frame, card))


def _today(archive: Archive) -> Audible | None:
    for name in archive.composed()[:1]:
        clip = archive.clip(name)
        if clip and (heard := player(clip, name)):
            return Audible(heard, title=clip.title)
    return None


def _podcasts(frame: Frame) -> Iterator[Name]:
    yield Name(gettext("All articles"), podcast_path())
    yield Name(gettext("Today in five minutes"), TODAY_PODCAST)
    for section in frame.sections:
        yield Name(section.words, podcast_path(section.path.strip("/")))
