"""How each kind of sheet of the reader's site is made; importing this makes them known to the press."""

from newsdesk.pages.recipes import (
    article,
    author,
    corrections,
    cover,
    feed,
    fragments,
    gone,
    home,
    leaf,
    letters,
    listen,
    not_found,
    redirect,
    source,
    standing,
    subject,
)

__all__ = [
    "article",
    "author",
    "corrections",
    "cover",
    "feed",
    "fragments",
    "gone",
    "home",
    "leaf",
    "letters",
    "listen",
    "not_found",
    "redirect",
    "source",
    "standing",
    "subject",
]
