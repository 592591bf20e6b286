"""XMP, the packet editors and agencies write: RDF in XML.

https://developer.adobe.com/xmp/docs/XMPSpecifications/
https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Tree  # builds and writes; reading is left to defusedxml

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from newsdesk.pictures.particulars import PictureMetadata, clean, day

MAX_PACKET = 1 << 20  # bytes; more is thumbnails and editing history
BROKEN = (Tree.ParseError, DefusedXmlException, ValueError, LookupError)

X, RDF, XML = "adobe:ns:meta/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/XML/1998/namespace"
DC, PHOTOSHOP = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/photoshop/1.0/"
CORE, EXT = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
RIGHTS, PLUS = "http://ns.adobe.com/xap/1.0/rights/", "http://ns.useplus.org/ldf/xmp/1.0/"

_PREFIXES = {"x": X, "rdf": RDF, "dc": DC, "photoshop": PHOTOSHOP, "Iptc4xmpCore": CORE, "Iptc4xmpExt": EXT}
_PREFIXES |= {"xmpRights": RIGHTS, "plus": PLUS}
for _prefix, _namespace in _PREFIXES.items():
    Tree.register_namespace(_prefix, _namespace)

CAPTION, CREATOR = f"{{{DC}}}description", f"{{{DC}}}creator"
COPYRIGHT, KEYWORDS = f"{{{DC}}}rights", f"{{{DC}}}subject"
CREDIT, HEADLINE, TAKEN = f"{{{PHOTOSHOP}}}Credit", f"{{{PHOTOSHOP}}}Headline", f"{{{PHOTOSHOP}}}DateCreated"
ALT, SOURCE_TYPE = f"{{{CORE}}}AltTextAccessibility", f"{{{EXT}}}DigitalSourceType"
TERMS, LICENCE, MINING = f"{{{RIGHTS}}}UsageTerms", f"{{{RIGHTS}}}WebStatement", f"{{{PLUS}}}DataMining"
_LI, _DESCRIPTION, _LANG = f"{{{RDF}}}li", f"{{{RDF}}}Description", f"{{{XML}}}lang"

# Editors' namespaces stay; cameras', phones', drones' and editing programs' go whole, whatever they will be called.
_KEPT = {*_PREFIXES.values(), XML}
_STREET = {f"{{{CORE}}}Location", f"{{{EXT}}}Sublocation", f"{{{EXT}}}LocationId", f"{{{CORE}}}CreatorContactInfo"}
_HISTORY = {f"{{{PHOTOSHOP}}}{name}" for name in ("History", "DocumentAncestors", "TextLayers", "SidecarForExtension")}

_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'.encode()
_FOOT = b'\n<?xpacket end="w"?>'


def read(packet: bytes) -> PictureMetadata:
    """What the packet says, nothing where it is broken."""
    root = _parsed(packet)
    if root is None:
        return PictureMetadata()
    return PictureMetadata(
        caption=_first(root, CAPTION),
        alt=_first(root, ALT),
        creator=", ".join(_texts(root, CREATOR)),
        credit=_first(root, CREDIT),
        copyright=_first(root, COPYRIGHT),
        source_type=_first(root, SOURCE_TYPE),
        headline=_first(root, HEADLINE),
        keywords=tuple(_texts(root, KEYWORDS)),
        taken_on=day(_first(root, TAKEN)),
        usage_terms=_first(root, TERMS),
        licence_url=_first(root, LICENCE),
        data_mining=_first(root, MINING),
    )


def write(metadata: PictureMetadata) -> bytes:
    """A packet with everything ``metadata`` says."""
    plain = {CREDIT: metadata.credit, HEADLINE: metadata.headline, SOURCE_TYPE: metadata.source_type}
    plain |= {LICENCE: metadata.licence_url, MINING: metadata.data_mining}
    plain |= {TAKEN: metadata.taken_on.isoformat() if metadata.taken_on else ""}
    spoken = {CAPTION: metadata.caption, COPYRIGHT: metadata.copyright, ALT: metadata.alt, TERMS: metadata.usage_terms}

    root = Tree.Element(f"{{{X}}}xmpmeta")
    said = Tree.SubElement(Tree.SubElement(root, f"{{{RDF}}}RDF"), _DESCRIPTION, {f"{{{RDF}}}about": ""})
    for name, text in plain.items():
        if text:
            Tree.SubElement(said, name).text = text
    for name, text in spoken.items():
        _listed(said, name, "Alt", [text], {_LANG: "x-default"})
    _listed(said, CREATOR, "Seq", [metadata.creator])
    _listed(said, KEYWORDS, "Bag", list(metadata.keywords))
    return _packet(root)


def scrub(packet: bytes) -> bytes:
    """The packet with only what editors write: no coordinates and streets, devices, histories, thumbnails, faces."""
    root = _parsed(packet)
    if root is None:
        return b""
    _prune(root)
    return _packet(root)


def _prune(element: Tree.Element) -> None:
    for name in [name for name in element.attrib if not _harmless(name)]:
        del element.attrib[name]
    for child in list(element):
        if _harmless(child.tag):
            _prune(child)
        else:
            element.remove(child)


def _harmless(name: str) -> bool:
    namespace, _, local = name.removeprefix("{").rpartition("}")
    # rdf:about and xml:lang may stand without their namespace in old packets
    known = namespace in _KEPT if namespace else local in ("about", "lang")
    return known and name not in _STREET and name not in _HISTORY


def _parsed(packet: bytes) -> Tree.Element | None:
    if not packet or len(packet) > MAX_PACKET:
        return None
    try:
        root: Tree.Element = fromstring(packet.strip(b"\x00 \t\r\n"), forbid_dtd=True)
    except BROKEN:
        return None
    return root


def _packet(root: Tree.Element) -> bytes:
    body: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=False)
    return _HEAD + body + _FOOT


def _listed(said: Tree.Element, name: str, kind: str, texts: list[str], marks: dict[str, str] | None = None) -> None:
    if not any(texts):
        return
    container = Tree.SubElement(Tree.SubElement(said, name), f"{{{RDF}}}{kind}")
    for text in texts:
        Tree.SubElement(container, _LI, marks or {}).text = text


def _first(root: Tree.Element, name: str) -> str:
    return next(iter(_texts(root, name)), "")


def _texts(root: Tree.Element, name: str) -> list[str]:
    """The property's values, the default language first, whether written as attribute, element or list."""
    return [text for value in _values(root, name) if (text := clean(value))]


def _values(root: Tree.Element, name: str) -> Iterator[str]:
    for said in root.iter(_DESCRIPTION):
        if name in said.attrib:
            yield said.attrib[name]
        for element in said.findall(name):
            items = list(element.iter(_LI))
            items.sort(key=lambda item: item.get(_LANG) != "x-default")
            yield from (item.text or "" for item in items)
            if not items:
                yield element.text or element.get(f"{{{RDF}}}resource") or ""
