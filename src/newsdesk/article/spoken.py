from __future__ import annotations

import hashlib

from newsdesk.article.body import plain_text
from newsdesk.article.edition import Edition


def digest_of(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()


def digest(edition: Edition) -> str:
    return digest_of(edition.headline, plain_text(edition.body), *(c.text for c in edition.corrections))
