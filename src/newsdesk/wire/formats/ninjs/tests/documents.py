"""An agency's article in version 3.1, and how version 2.2 would write it."""

from __future__ import annotations

from typing import Any

PHOTO: dict[str, Any] = {
    "name": "mainPicture",
    "rel": "picture",
    "uri": "https://agency.example/pictures/ferry",
    "type": "picture",
    "by": "Mari Lund",
    "headlines": [{"value": "The Sund ferry"}],
    "descriptions": [
        {"role": "altText", "value": "A white ferry at a stone quay"},
        {"role": "caption", "value": "The ferry at Osterholm on Monday."},
    ],
    "infoSources": [
        {"name": "Mari Lund", "role": "creator"},
        {"name": "POOL", "role": "http://cv.example/infosourcerole/pool"},
        {"name": "NTB", "role": "agency"},
        {"name": "Norden Images", "role": "distributor"},
    ],
    "copyrightNotice": "© 2026 NTB",
    "digitalSourceType": {"uri": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"},
    "renditions": [
        {"name": "thumbnail", "href": "small.jpg", "contentType": "image/jpeg", "width": 200},
        {"name": "original", "href": "ferry.jpg", "contentType": "image/jpeg", "width": 1600},
    ],
}

ARTICLE: dict[str, Any] = {
    "uri": "https://agency.example/items/ferry",
    "type": "composite",
    "standard": {"name": "ninjs", "version": "3.1"},
    "version": "2",
    "firstCreated": "2026-03-17T09:30:00Z",
    "versionCreated": "2026-03-17T12:00:00+01:00",
    "embargoedUntil": "2026-03-17T10:00:00Z",
    "expires": "2027-03-17T10:00:00Z",
    "pubStatus": "usable",
    "urgency": 2,
    "language": "en",
    "slugline": "osterholm-ferry",
    "located": "Osterholm",
    "edNote": "Call the harbour office before use.",
    "by": "By the Harbour desk and Ines Halvard",
    "people": [{"name": "Ines Halvard", "rel": "creator"}, {"name": "Olav Berg", "rel": "about"}],
    "organisations": [{"name": "Harbour desk", "rel": "creator"}],
    "headlines": [{"role": "seo", "value": "Ferry"}, {"role": "main", "value": "Ferry runs again"}],
    "descriptions": [{"role": "summary", "contentType": "text/plain", "value": "After nine days at the quay."}],
    "bodies": [
        {"role": "plain", "contentType": "text/plain", "value": "Ferry runs again\n\nIt sailed."},
        {
            "role": "main",
            "contentType": "application/xhtml+xml",
            "value": "<h1>Ferry runs again</h1><p>It <b>sailed</b>.</p>",
        },
    ],
    "subjects": [
        {"name": "Harbour", "rel": "primary"},
        {"name": "Ferries", "rel": "about"},
        {"name": "Harbour", "rel": "about"},
    ],
    "genres": [{"name": "Analysis", "uri": "http://cv.iptc.org/newscodes/genre/Analysis"}],
    "associations": [
        PHOTO,
        {"name": "related", "rel": "related", "uri": "https://agency.example/items/quay", "type": "text"},
    ],
    "x-agency": {"anything": [1, None]},
}


def version_2(value: Any) -> Any:
    """The same in version 2.2: names in lower case, one called otherwise, two not there yet."""
    if isinstance(value, list):
        return [version_2(one) for one in value]
    if not isinstance(value, dict):
        return value
    renamed = {"embargoedUntil": "embargoed"}
    found = {
        renamed.get(name, name).lower(): version_2(one) for name, one in value.items() if name != "digitalSourceType"
    }
    if "name" in found and "uri" in found and "type" in found:
        found.pop("rel", None)
    return found


ARTICLE_2: dict[str, Any] = version_2(ARTICLE) | {"standard": {"name": "ninjs", "version": "2.2"}}
