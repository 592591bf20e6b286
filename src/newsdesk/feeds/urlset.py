"""Writes the XML of sitemaps: https://www.sitemaps.org/protocol.html"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from newsdesk.press.shelves.base import Printed

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
CONTENT_TYPE = "application/xml"


def locations(root: str, each: str, urls: Iterable[str]) -> Printed:
    """A document that names addresses only: a ``urlset`` of ``url``, or a ``sitemapindex`` of ``sitemap``."""
    document = Element(root, xmlns=NAMESPACE)
    for url in urls:
        add(SubElement(document, each), "loc", url)
    return printed(document)


def add(parent: Element, name: str, words: str) -> None:
    """A child element that holds words."""
    SubElement(parent, name).text = words


def printed(document: Element) -> Printed:
    return Printed(tostring(document, encoding="utf-8", xml_declaration=True), content_type=CONTENT_TYPE)
