"""The rules of ninjs 3.1 for the fields we write, told in our words from IPTC's schema: closed objects, URIs, enums.

https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

Rule = dict[str, Any]

WORDS: Rule = {"type": "string"}
WHOLE: Rule = {"type": "integer"}
URI: Rule = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[A-Za-z0-9%/._~:?#@!$&'()*+,;=\[\]-]+$"}
MOMENT: Rule = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}


def closed(required: tuple[str, ...] = (), **fields: Rule) -> Rule:
    return {"type": "object", "additionalProperties": False, "required": [*required], "properties": fields}


def each(rule: Rule) -> Rule:
    return {"type": "array", "items": rule}


def one_of(*values: str) -> Rule:
    return {"type": "string", "enum": [*values]}


VALUES = each(closed(("value",), role=WORDS, contentType=WORDS, value=WORDS))
BODIES = each(closed(("value",), role=WORDS, contentType=WORDS, charCount=WHOLE, wordCount=WHOLE, value=WORDS))
NAMED: Rule = {"name": WORDS, "rel": WORDS, "uri": URI, "literal": WORDS}
RENDITION = closed(
    ("name",),
    **{"name": WORDS, "href": URI, "contentType": WORDS, "title": WORDS, "width": WHOLE, "height": WHOLE},
    **{"sizeInBytes": WHOLE, "duration": {"type": "number"}, "format": WORDS},
)
FIELDS: Rule = {
    "uri": URI,
    "type": one_of("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"),
    "profile": WORDS,
    "version": WORDS,
    "firstCreated": MOMENT,
    "versionCreated": MOMENT,
    "contentCreated": MOMENT,
    "embargoedUntil": MOMENT,
    "pubStatus": one_of("usable", "withheld", "canceled"),
    "urgency": {"type": "integer", "minimum": 1, "maximum": 9},
    "copyrightHolder": WORDS,
    "copyrightNotice": WORDS,
    "language": WORDS,
    "descriptions": VALUES,
    "bodies": BODIES,
    "headlines": VALUES,
    "people": each(closed(**NAMED)),
    "organisations": each(closed(**NAMED)),
    "subjects": each(closed(**NAMED)),
    "infoSources": each(closed(name=WORDS, role=WORDS, uri=URI, literal=WORDS)),
    "title": WORDS,
    "by": WORDS,
    "slugline": WORDS,
    "located": WORDS,
    "renditions": each(RENDITION),
    "associations": each({"$ref": "#/$defs/associated"}),
    "standard": closed(name=WORDS, version=WORDS, schema=URI),
    "genres": each(closed(name=WORDS, uri=WORDS, literal=WORDS)),
    "digitalSourceType": closed(name=WORDS, uri=URI, literal=WORDS),
}
RULES: Rule = closed(("uri",), **FIELDS) | {
    "$defs": {"associated": closed(("name", "uri"), name=WORDS, rel=WORDS, **FIELDS)}
}


def broken(document: Any) -> Iterator[str]:
    """Where and how a document is against the rules."""
    for error in Draft202012Validator(RULES).iter_errors(document):
        yield f"{error.json_path}: {error.message}"
