"""The arrangement as it stands in the archive, and the one way to change it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from newsdesk.archive import keys, record
from newsdesk.archive.reader import Archive
from newsdesk.article.menu import MenuItem
from newsdesk.desk.sections import Section

HOME = "home"
MENUS = ("main", "footer")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Article ids by front (``home``, ``picks``, ``section-<id>``), and menus by name, each in order."""

    places: Mapping[str, tuple[str, ...]]
    menus: Mapping[str, tuple[MenuItem, ...]]

    @property
    def seen(self) -> str:
        """Tells this arrangement from any other."""
        return hashlib.sha256(repr((sorted(self.places.items()), sorted(self.menus.items()))).encode()).hexdigest()[:16]


def section_front(section: Section) -> str:
    return f"section-{section.archive_id}"


def arrangement(sections: list[Section]) -> Arrangement:
    archive = Archive()
    fronts = [HOME, keys.PICKS, *(section_front(section) for section in sections)]
    return Arrangement({front: archive.placed(front) for front in fronts}, {name: archive.menu(name) for name in MENUS})


@transaction.atomic
def arrange(new: Arrangement, before: Arrangement) -> None:
    """Writes what differs: a list nobody touched names no key, and the press draws nothing for it."""
    for front, articles in new.places.items():
        if articles != before.places[front]:
            record.place(front, articles)
    for name, items in new.menus.items():
        if items != before.menus[name]:
            record.menu(name, items)
