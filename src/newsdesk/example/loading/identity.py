"""Under which UUID the desk keeps what the example calls by a slug: the same in every newsroom that has the example."""

from __future__ import annotations

from uuid import UUID

from newsdesk.desk.imports.identity import uuid_of


def uuid_for(kind: str, slug: str) -> UUID:
    """``kind`` as in a reference: ``article``, ``picture``, ``page``, ``section``, ``topic``, ``contributor``."""
    return uuid_of(f"newsdesk-example:{kind}:{slug}")
