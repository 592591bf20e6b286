"""The words written into each file: IPTC Photo Metadata as XMP, and its older form, IIM, beside it.

https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata
https://www.iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from newsdesk.example.shape import Photograph

MADE_BY_CODE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}


def xmp(photograph: Photograph) -> bytes:
    """The XMP packet of a photograph, in UTF-8; what is empty is left out."""
    properties = "".join(_properties(photograph))
    namespaces = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{namespaces}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _properties(photograph: Photograph) -> Iterator[str]:
    yield _in_languages("dc:description", photograph.caption)
    yield _in_languages("Iptc4xmpCore:AltTextAccessibility", photograph.alt)
    yield _in_languages("dc:rights", photograph.copyright)
    yield _several("dc:creator", "Seq", [photograph.creator] if photograph.creator else [])
    yield _several("dc:subject", "Bag", photograph.keywords)
    yield _plain("photoshop:Credit", photograph.credit)
    yield _plain("photoshop:City", photograph.city)
    yield _plain("photoshop:DateCreated", photograph.taken_on.isoformat())
    yield _plain("Iptc4xmpExt:DigitalSourceType", MADE_BY_CODE)
    yield _plain("xmpRights:Marked", "True" if photograph.copyright else "")


def _plain(name: str, words: str) -> str:
    return f"<{name}>{escape(words)}</{name}>" if words else ""


def _in_languages(name: str, words: str) -> str:
    item = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt>'
    return f"<{name}>{item}</{name}>" if words else ""


def _several(name: str, kind: str, words: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in words)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def iim(photograph: Photograph) -> bytes:
    """The IIM records of a photograph inside Photoshop's image resource 0x0404, as an APP13 segment holds them."""
    records = b"".join(_records(photograph))
    padded = records + b"\0" * (len(records) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + padded


def _records(photograph: Photograph) -> Iterator[bytes]:
    yield _record(1, 90, b"\x1b%G")  # what follows is UTF-8
    yield _record(2, 0, b"\0\x04")
    yield from (_words(25, keyword, 64) for keyword in photograph.keywords)
    yield _record(2, 55, photograph.taken_on.strftime("%Y%m%d").encode())
    yield _words(80, photograph.creator, 32)
    yield _words(90, photograph.city, 32)
    yield _words(110, photograph.credit, 128)
    yield _words(116, photograph.copyright, 128)
    yield _words(120, photograph.caption, 2000)


def _words(number: int, words: str, most: int) -> bytes:
    """One record of text, cut to so many octets; IIM allows a credit 32, too few for a chain: nobody keeps to it."""
    cut = words.encode()[:most].decode(errors="ignore").encode()
    return _record(2, number, cut) if cut else b""


def _record(section: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, section, number, len(value)) + value
