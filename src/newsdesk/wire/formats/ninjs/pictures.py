"""Photographs of an item, with their credit chain as it is printed: ``Name / POOL / AFP via Getty Images``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.wire.formats.ninjs import words
from newsdesk.wire.formats.ninjs.document import Document
from newsdesk.wire.item import Photo

_SLASH = re.compile(r"\s*/\s*")
_MAKERS = ("creator", "photographer")
_PREFERRED = ("original", "hires", "highres", "full", "main")


def photo(document: Document) -> Photo:
    """A document of type ``picture``, by itself or associated."""
    sources, by = document.each("infosources"), document.text("by")
    notice = document.text("copyrightnotice")
    creator = by or next((source.text("name") for source in sources if _role(source) in _MAKERS), "")
    return Photo(
        uri=document.required("uri"),
        file=_file(document.each("renditions")),
        headline=words.by_role(document.each("headlines"), words.HEADLINE) or document.text("title"),
        caption=words.by_role(document.each("descriptions"), words.CAPTION),
        alt=words.by_role(document.each("descriptions"), words.ALT_TEXT),
        creator=creator,
        credit=document.text("creditline") or _chain(sources, creator) or _printed(notice, creator, document),
        copyright=notice or document.text("copyrightholder"),
        source_type=document.object("digitalsourcetype").text("uri"),
    )


def _chain(sources: Sequence[Document], creator: str) -> str:
    """Everyone the picture went through, in order, then whoever distributes it; the creator first if not among them."""
    named = [(source.text("name", "literal"), _role(source)) for source in sources]
    through = [name for name, role in named if name and role != "distributor"]
    vendors = [name for name, role in named if name and role == "distributor"]
    if named and creator and not any(creator.casefold() in name.casefold() for name in through):
        through.insert(0, creator)
    return " via ".join(part for part in map(_slashed, (through, vendors)) if part)


def _slashed(names: Sequence[str]) -> str:
    return " / ".join(dict.fromkeys(names))


def _role(source: Document) -> str:
    return words.role(source.text("role"))


def _printed(notice: str, creator: str, document: Document) -> str:
    """Without sources: the notice where it names the creator, else the creator and who holds the right."""
    if notice and creator.casefold() in notice.casefold():
        return _SLASH.sub(" / ", notice)
    return _slashed([part for part in (creator, document.text("copyrightholder") or notice) if part])


def _file(renditions: Sequence[Document]) -> str:
    """The largest file; where widths are not told, the one with the best name."""

    def merit(rendition: Document) -> tuple[int, int]:
        names = {words.role(rendition.text("name")), words.role(rendition.text("title"))}
        rank = next((len(_PREFERRED) - place for place, name in enumerate(_PREFERRED) if name in names), 0)
        return rendition.number("width", 0, 10**6, 0), rank

    files = [rendition for rendition in renditions if rendition.text("href")]
    return max(files, key=merit).text("href") if files else ""
