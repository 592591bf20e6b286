"""Pieces -> a document of ninjs 3.1, as plain values.

https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json refuses names it does not know and values of another kind, so
what is empty is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from newsdesk.article.byline import Credit
from newsdesk.article.edition import Edition
from newsdesk.article.links import urn
from newsdesk.feeds import paths
from newsdesk.feeds.ninjs.attached import picture, sound
from newsdesk.feeds.ninjs.fields import filled, moment
from newsdesk.feeds.ninjs.piece import Bundle, Piece
from newsdesk.press.frame import Frame

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
RELATIONS = {
    "": "creator",
    "additional reporting": "contributor",
    "photographs": "photographer",
    "pictures": "photographer",
    "translation": "translator",
}
"""What our words for a part in an article are called by agencies; any other stands as printed."""


def document(bundle: Bundle, frame: Frame) -> dict[str, Any]:
    """The whole: a composite, whose associations are the articles."""
    return filled(
        uri=frame.url(paths.NINJS),
        standard=STANDARD,
        type="composite",
        pubStatus="usable",
        language=frame.language,
        title=frame.site_name,
        versionCreated=moment(_latest(piece.edition.published_at for piece in bundle.pieces)),
        associations=[_article(piece, frame) for piece in bundle.pieces],
    )


def _latest(moments: Iterable[datetime]) -> datetime | None:
    return max(moments, default=None)


def _article(piece: Piece, frame: Frame) -> dict[str, Any]:
    edition = piece.edition
    return filled(
        name=edition.headline,
        rel="article",
        uri=urn(edition.article),
        type="text",
        profile="brief" if edition.kind == "brief" else "",
        pubStatus="usable",
        version=str(edition.number),
        firstCreated=moment(edition.first_published),
        versionCreated=moment(edition.published_at),
        urgency=edition.urgency,
        language=edition.language,
        located=edition.dateline.place if edition.dateline else "",
        **_words(edition, piece.html),
        **_credits(edition.byline),
        **_filed(edition),
        infoSources=[filled(name=one.name, role=one.role, uri=one.url) for one in piece.parties],
        renditions=[{"name": "web", "href": piece.url, "contentType": "text/html"}],
        associations=_attached(piece, frame),
    )


def _words(edition: Edition, html: str) -> dict[str, Any]:
    return {
        "headlines": [_value("main", "text/plain", edition.headline)],
        "descriptions": [_value("summary", "text/plain", edition.standfirst)] if edition.standfirst else [],
        "bodies": [_value("main", "text/html", html)],
    }


def _value(role: str, content_type: str, value: str) -> dict[str, str]:
    return {"role": role, "contentType": content_type, "value": value}


def _credits(byline: tuple[Credit, ...]) -> dict[str, Any]:
    return {
        "by": ", ".join(credit.name for credit in byline if not credit.role),
        "people": [_credit(credit) for credit in byline if not credit.is_desk],
        "organisations": [_credit(credit) for credit in byline if credit.is_desk],
    }


def _credit(credit: Credit) -> dict[str, str]:
    return {"name": credit.name, "rel": RELATIONS.get(credit.role, credit.role)}


def _filed(edition: Edition) -> dict[str, Any]:
    section = [{"name": edition.section.name, "rel": "primary"}] if edition.section else []
    return {
        "subjects": [*section, *({"name": topic.name, "rel": "about"} for topic in edition.topics)],
        "genres": [{"name": edition.kind}],
    }


def _attached(piece: Piece, frame: Frame) -> list[dict[str, Any]]:
    shots = [picture(shot, number) for number, shot in enumerate(piece.shots)]
    return [*shots, *([sound(piece.clip, frame)] if piece.clip else [])]
