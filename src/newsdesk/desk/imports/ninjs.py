"""Imports a folder of ninjs documents and the photographs beside them; ``wire/formats/ninjs`` reads the documents.

Safe to run again: an item becomes one article for good, and a later version of it the next edition.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.utils.translation import ngettext

from newsdesk.article.body import runs
from newsdesk.article.text import unstorable_in
from newsdesk.desk.imports import articles, photographs, publication
from newsdesk.desk.imports.articles import Parts, Written
from newsdesk.desk.imports.identity import uuid_of
from newsdesk.desk.imports.names import Names
from newsdesk.desk.imports.publication import Outcome
from newsdesk.desk.imports.report import Report
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.photographs import Photograph
from newsdesk.desk.publish import unhurried
from newsdesk.wire.errors import WireError
from newsdesk.wire.formats.ninjs import parse
from newsdesk.wire.item import Item

Progress = Callable[[int, int], None]
"""Told how many documents are done, and of how many."""

_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)
_ONE_FILE = (WireError, ValidationError, OSError, ValueError, RecursionError, DataError, IntegrityError)
"""What is wrong with one file and no reason to stop at it."""


@dataclass(frozen=True, slots=True)
class _Document:
    """In the order of taking in: photographs, then the oldest first, so that what an item leads to is mostly there."""

    after_photographs: bool
    created: datetime
    file: Path
    uri: str


def import_folder(folder: Path, publish: bool, progress: Progress | None = None) -> Report:
    """Takes in every ``*.json`` below ``folder`` as a draft, and publishes what is complete if ``publish``.

    What is wrong with one document is told in the report and stops no other.
    """
    with unhurried():
        return _Import(folder, publish).run(progress or (lambda done, total: None))


class _Import:
    def __init__(self, folder: Path, publish: bool) -> None:
        self.folder = folder
        self.publish = publish
        self.report = Report()
        self.names = Names()
        self.waiting: set[str] = set()

    def run(self, progress: Progress) -> Report:
        documents = sorted(self._documents(), key=lambda one: (one.after_photographs, one.created, one.file))
        self.waiting = {one.uri for one in documents}
        postponed: list[_Document] = []
        for done, document in enumerate(documents, 1):
            if not self._take(document):
                postponed.append(document)
            progress(done, len(documents))
        self.waiting = set()
        for document in postponed:
            self._take(document, again=True)
        return self.report

    def _documents(self) -> Iterator[_Document]:
        for file in sorted(self.folder.rglob("*.json")):
            try:
                document = json.loads(file.read_bytes())
                item, left_out = parse(document), unstorable_in(document)
            except _ONE_FILE as error:
                self.report.skipped.append((self._name(file), _reason(error)))
            else:
                self._tell_left_out(file, left_out)
                yield _Document(item.type != "picture", item.version_created or _EARLIEST, file, item.uri)

    def _tell_left_out(self, file: Path, characters: int) -> None:
        if characters:
            left_out = ngettext(
                "%(count)d character that no text may hold was left out. See whether the words are whole.",
                "%(count)d characters that no text may hold were left out. See whether the words are whole.",
                characters,
            )
            self.report.held.append((self._name(file), left_out % {"count": characters}))

    def _take(self, document: _Document, again: bool = False) -> bool:
        """Whether the document is done with; otherwise it leads to one that is still to come."""
        try:
            item = _read(document.file)
            if item.type == "picture":
                self._photographs(item, document.file, self.report.skipped)
                done = True
            else:
                done = self._article(item, document, again)
        except _ONE_FILE as error:
            self.report.skipped.append((self._name(document.file), _reason(error)))
            done = True
        self.waiting.discard(document.uri)
        return done

    def _article(self, item: Item, document: _Document, again: bool) -> bool:
        references = _references(item)
        pages = articles.find([item.uri, *references])
        if item.status == "canceled":
            self._cancel(document.file, pages.pop(item.uri, 0))
            return True
        shown = self._photographs(item, document.file, self.report.held if not again else [])
        pages.pop(item.uri, None)
        parts = self._parts(item, shown, pages)
        is_waiting = bool(self.waiting & (references - set(pages)))
        with articles.referenced_once(uuid_of(item.uri)):
            written = articles.write(item, parts)
            self._count(written, again)
            if self.publish and not is_waiting:
                self._publish(written.page, item, document.file)
        return not is_waiting

    def _parts(self, item: Item, shown: dict[str, Photograph], pages: dict[str, int]) -> Parts:
        return Parts(
            section=self.names.section(item.section) if item.section else None,
            topics=tuple(self.names.topic(name) for name in item.topics),
            byline=tuple((self.names.contributor(name), name.role) for name in item.byline),
            photographs=shown,
            pages=pages,
        )

    def _photographs(self, item: Item, file: Path, failures: list[tuple[str, str]]) -> dict[str, Photograph]:
        found: dict[str, Photograph] = {}
        for photo in item.pictures:
            try:
                found[photo.uri] = photographs.take_in(photo, file.parent, self.folder)
            except _ONE_FILE as error:
                failures.append((self._name(file), _reason(error)))
        return found

    def _count(self, written: Written, again: bool) -> None:
        if again:
            return
        if written.is_new:
            self.report.created += 1
        elif written.has_changed:
            self.report.updated += 1
        else:
            self.report.unchanged += 1

    def _publish(self, page: ArticlePage, item: Item, file: Path) -> None:
        try:
            outcome = publication.publish(ArticlePage.objects.get(pk=page.pk).specific, item)
        except ValidationError as error:
            self.report.held.append((self._name(file), _reason(error)))
            return
        self.report.published += outcome is Outcome.PUBLISHED
        self.report.scheduled += outcome is Outcome.SCHEDULED

    def _cancel(self, file: Path, page: int) -> None:
        """Its agency says that it must not be used: no draft is made, and what is live is taken off the site."""
        live = bool(page) and publication.withdraw(ArticlePage.objects.get(pk=page).specific)
        why = "the agency canceled it" + ("; it was taken off the site" if live else "")
        (self.report.held if live else self.report.skipped).append((self._name(file), why))

    def _name(self, file: Path) -> str:
        return str(file.relative_to(self.folder))


def _read(file: Path) -> Item:
    return parse(json.loads(file.read_bytes()))


def _references(item: Item) -> set[str]:
    """The URIs of all items that this one leads to."""
    links = {run.href for block in item.body for run in runs(block) if run.href}
    return ({*item.related} | links) - {item.uri}


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError | RecursionError):
        return f"it is not JSON: {error}"
    return str(error)
