"""What readers hear of an article, and what machines are told of it.

https://schema.org/AudioObject and https://cv.iptc.org/newscodes/digitalsourcetype/
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from newsdesk.article.clip import Clip, iso_duration, path
from newsdesk.pages.contexts import Player
from newsdesk.press.frame import Frame

SOURCE_TYPES = {
    "formant": "https://schema.org/AlgorithmicMediaDigitalSource",
    "trained": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
}
"""Schema.org's words for what IPTC calls ``algorithmicMedia`` and ``trainedAlgorithmicMedia``; none for a person."""


def player(clip: Clip | None, slug: str) -> Player | None:
    """The player of a clip; the file that is downloaded is called after the article."""
    if clip is None:
        return None
    return Player(
        label=clip.label,
        length=length(clip.seconds),
        opus=path(clip.digest, "mp4"),
        mp3=path(clip.digest, "mp3"),
        times=path(clip.digest, "json") if clip.has_words else "",
        transcript=path(clip.digest, "vtt") if clip.has_words else "",
        file_name=f"{slug}.mp3",
    )


def length(seconds: float) -> str:
    """``4 min``, and ``40 s`` below one minute."""
    if seconds < 60:
        return gettext("%(seconds)d s") % {"seconds": round(seconds)}
    return gettext("%(minutes)d min") % {"minutes": round(seconds / 60)}


def audio(clip: Clip | None, article: str, frame: Frame) -> dict[str, Any]:
    """``audio`` of the article whose ``@id`` is given; empty where there is nothing to hear."""
    if clip is None:
        return {}
    return {
        "audio": {
            "@type": "AudioObject",
            "contentUrl": frame.url(path(clip.digest, "mp3")),
            "encodingFormat": "audio/mpeg",
            "contentSize": str(clip.mp3_bytes),
            "duration": iso_duration(clip.seconds),
            "uploadDate": clip.made_at.isoformat(timespec="seconds"),
            "inLanguage": clip.language,
            **({"transcript": frame.url(path(clip.digest, "vtt"))} if clip.has_words else {}),
            "encodesCreativeWork": {"@id": article},
            "description": clip.label,
            "digitalSourceType": SOURCE_TYPES.get(clip.kind, ""),
            "readBy": {"@type": "Person", "name": clip.reader} if clip.reader else None,
        }
    }
