"""What is signed about a file: who made it, with what, and from which article. Plain values.

https://spec.c2pa.org/specifications/specifications/2.2/specs/C2PA_Specification.html
"""

from __future__ import annotations

from typing import Any

from newsdesk import __version__
from newsdesk.article.clip import source_uri
from newsdesk.audio.sound.order import Tags

_RECORDED = source_uri("digitalCapture")
"""Whatever is created must say from what: where a person reads, from a recording device."""


def manifest(tags: Tags) -> dict[str, Any]:
    """The manifest as ``c2pa.Builder`` takes it."""
    created = {"action": "c2pa.created", "digitalSourceType": tags.source_uri or _RECORDED}
    return {
        "claim_generator_info": [{"name": "Newsdesk", "version": __version__}],
        "title": tags.title,
        "assertions": [
            {"label": "c2pa.actions", "data": {"actions": [created]}},
            {"label": "c2pa.metadata", "data": _about(tags)},
        ],
    }


def _about(tags: Tags) -> dict[str, Any]:
    said = {
        "dc:title": tags.title,
        "dc:source": tags.url,
        "dc:publisher": tags.site,
        "dc:date": tags.date,
        "dc:language": tags.language,
        "dc:description": tags.comment,
    }
    context = {"@context": {"dc": "http://purl.org/dc/elements/1.1/"}}
    return context | {name: words for name, words in said.items() if words}
