"""What machines are told of an article's sources: whom it cites, what it is based on, and who is quoted.

https://schema.org/citation, https://schema.org/isBasedOn and https://schema.org/Quotation
"""

from __future__ import annotations

from typing import Any

from newsdesk.archive.reader import Archive
from newsdesk.article.edition import Edition
from newsdesk.article.prose import Prose, prose
from newsdesk.article.source import Attribution, Statement
from newsdesk.pages.sources import words_of

TYPES = {"person": "Person", "organisation": "Organization", "outlet": "NewsMediaOrganization", "group": "Organization"}
CITED = ("outlet", "document")


def account(archive: Archive, edition: Edition) -> dict[str, Any]:
    """The properties an article gets from its statements; empty where it has none."""
    if not edition.statements:
        return {}
    running = prose(edition.body)
    chains = [link for statement in edition.statements for link in statement.chain]
    cited = {link.source or link.name: link for link in reversed(chains) if link.kind in CITED}
    return {
        "citation": [_cited(archive, link) for link in reversed(cited.values())],
        "isBasedOn": list(dict.fromkeys(link.url for link in chains if link.url)),
        "hasPart": [_quotation(archive, one, running) for one in edition.statements if one.kind == "direct"],
    }


def _cited(archive: Archive, link: Attribution) -> dict[str, Any]:
    if link.kind == "document":
        return {"@type": "CreativeWork", "name": _name(archive, link), "url": link.url}
    return {"@type": "CreativeWork", "url": link.url, "publisher": _speaker(archive, link)}


def _quotation(archive: Archive, statement: Statement, running: Prose) -> dict[str, Any]:
    """An unnamed speaker is left out: there is nobody to name."""
    named = statement.origin.kind in TYPES and statement.origin.kind != "group"
    return {
        "@type": "Quotation",
        "text": words_of(statement, running),
        "creator": _speaker(archive, statement.origin) if named else None,
        "dateCreated": statement.said_on.isoformat() if statement.said_on else "",
    }


def _speaker(archive: Archive, link: Attribution) -> dict[str, Any]:
    title = link.title if link.kind == "person" else ""
    return {"@type": TYPES[link.kind], "name": _name(archive, link), "jobTitle": title}


def _name(archive: Archive, link: Attribution) -> str:
    today = archive.source(link.source) if link.source else None
    return today.name if today else link.name
