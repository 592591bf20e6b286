"""What goes along with an article: its pictures with their credit, and its sound with the label it has everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsdesk.article.clip import Clip, path
from newsdesk.article.links import urn
from newsdesk.article.picture import Picture
from newsdesk.feeds.ninjs.fields import filled, moment
from newsdesk.feeds.ninjs.piece import Shot
from newsdesk.press.frame import Frame

SOUND_NAME = "sound"


def picture(shot: Shot, number: int) -> dict[str, Any]:
    """The article's lead picture is number 0."""
    own, photo = shot.picture, shot.photo
    return filled(
        name=f"picture {number}" if number else "main picture",
        rel="picture",
        uri=urn(own.id),
        type="picture",
        by=own.creator,
        copyrightNotice=own.copyright,
        descriptions=[
            {"role": role, "contentType": "text/plain", "value": words}
            for role, words in (("caption", photo.caption), ("altText", shot.alt))
            if words
        ],
        infoSources=list(_credited(own)),
        digitalSourceType=filled(uri=own.source_type),
        renditions=[{"name": "web", "href": photo.url, "contentType": photo.content_type, "width": photo.width}],
    )


def _credited(own: Picture) -> Iterator[dict[str, str]]:
    """The chain as it is printed, ``Name / POOL / AFP via Getty Images``, taken apart."""
    through, _, vendors = own.credit.partition(" via ")
    for name in filter(None, through.split(" / ")):
        yield {"name": name, "role": "creator" if own.creator and own.creator in name else "through"}
    for name in filter(None, vendors.split(" / ")):
        yield {"name": name, "role": "distributor"}


def sound(clip: Clip, frame: Frame) -> dict[str, Any]:
    """The clip; its URI stays whatever becomes of its sound, as its guid in a podcast does."""
    return filled(
        name=SOUND_NAME,
        rel="reading",
        uri=f"{urn(clip.of)}#{SOUND_NAME}",
        type="audio",
        version=str(clip.number),
        versionCreated=moment(clip.made_at),
        language=clip.language,
        by=clip.reader,
        descriptions=[
            {"role": role, "contentType": "text/plain", "value": words}
            for role, words in (("label", clip.label), ("disclosure", clip.disclosure))
            if words
        ],
        digitalSourceType=filled(uri=clip.source_type),
        renditions=list(_files(clip, frame)),
    )


def _files(clip: Clip, frame: Frame) -> Iterator[dict[str, Any]]:
    for name, ending, kind, size in (
        ("MP3", "mp3", "audio/mpeg", clip.mp3_bytes),
        ("Opus", "mp4", "audio/mp4", clip.mp4_bytes),
    ):
        file = {"name": name, "href": frame.url(path(clip.digest, ending)), "contentType": kind}
        yield file | {"sizeInBytes": size, "duration": round(clip.seconds, 1)}
    if clip.has_words:
        yield {"name": "transcript", "href": frame.url(path(clip.digest, "vtt")), "contentType": "text/vtt"}
