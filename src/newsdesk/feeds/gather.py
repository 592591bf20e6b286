"""Gathers a feed: the newest of the site with its full text; of a section, topic or letter in summaries."""

from __future__ import annotations

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.card import Card, card_of
from newsdesk.article.edition import Edition, Label
from newsdesk.article.letter import Issue, Letter, letter_path
from newsdesk.article.letter import path as issue_path
from newsdesk.article.people import Subject
from newsdesk.article.text import printable
from newsdesk.feeds import paths
from newsdesk.feeds.feed import Entry, Feed
from newsdesk.feeds.full_text import full_text
from newsdesk.feeds.lookup import Lookup
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Wanted

NEWEST = 20


def feed(archive: Archive, frame: Frame, wanted: Wanted, format: str) -> Feed | None:
    """The site's feed where ``wanted.args`` is empty, else that of the section, topic or letter it names.

    None where there is no such one, or where it stands at another address by now.
    """
    if not wanted.args:
        return _of_site(archive, frame, wanted.path)
    if wanted.args.startswith(paths.LETTER):
        return _of_letter(archive, frame, wanted, format)
    subject = archive.subject(wanted.args)
    if subject is None or paths.subject(subject, format) != wanted.path:
        return None
    return _of_subject(archive, frame, wanted.path, subject)


def _of_site(archive: Archive, frame: Frame, path: str) -> Feed:
    look = Lookup(archive, frame)
    newest = archive.front(keys.RIVER).articles[:NEWEST]
    editions = [edition for id in newest if (edition := archive.edition(id))]
    entries = tuple(_whole(edition, look) for edition in editions)
    return _feed(frame, path, frame.site_name, frame.tagline or frame.site_name, "/", entries)


def _of_subject(archive: Archive, frame: Frame, path: str, subject: Subject) -> Feed:
    newest = archive.front(f"{subject.kind}-{subject.id}").articles[:NEWEST]
    entries = tuple(_summary(card, frame) for card in archive.cards(newest).values())
    title = f"{subject.name} – {frame.site_name}"
    home = links.section_path if subject.kind == "section" else links.topic_path
    return _feed(frame, path, title, subject.description or title, home(subject.slug), entries)


def _of_letter(archive: Archive, frame: Frame, wanted: Wanted, format: str) -> Feed | None:
    letter = archive.letter(wanted.args.removeprefix(paths.LETTER))
    if letter is None or paths.letter(letter, format) != wanted.path:
        return None
    newest = (archive.issue(id) for id in archive.issues(letter.id)[:NEWEST])
    entries = tuple(_sent(archive, frame, letter, issue) for issue in newest if issue)
    title = f"{letter.name} – {frame.site_name}"
    return _feed(frame, wanted.path, title, letter.description or title, letter_path(letter.slug), entries)


def _sent(archive: Archive, frame: Frame, letter: Letter, issue: Issue) -> Entry:
    """An issue; without its words while the article that they speak of is withdrawn."""
    shown = not issue.lead or archive.card(issue.lead) is not None
    return Entry(
        article=issue.id,
        url=frame.url(issue_path(issue.id)),
        title=printable(issue.subject if shown else letter.name),
        summary=printable(issue.preview if shown else ""),
        language=letter.language,
        published=issue.sent_at,
        updated=issue.sent_at,
    )


def _feed(frame: Frame, path: str, title: str, description: str, home: str, entries: tuple[Entry, ...]) -> Feed:
    return Feed(
        title=printable(title),
        description=printable(description),
        language=frame.language,
        site_name=printable(frame.site_name),
        url=frame.url(home),
        self_url=frame.url(path),
        entries=entries,
    )


def _summary(card: Card, frame: Frame) -> Entry:
    """An entry of what a card shows, and nothing more: a fix in the body must draw no feed of summaries."""
    return Entry(
        article=card.article,
        url=frame.url(card.path),
        title=printable(card.headline),
        summary=printable(card.summary),
        language=card.language,
        published=card.first_published,
        updated=card.first_published,
        names=tuple(printable(credit.name) for credit in card.byline),
        categories=_categories(card.section, card.topics),
    )


def _whole(edition: Edition, look: Lookup) -> Entry:
    return Entry(
        article=edition.article,
        url=look.link(f"article:{edition.article}"),
        title=printable(edition.headline),
        summary=printable(card_of(edition, "").summary),
        language=edition.language,
        published=edition.first_published,
        updated=edition.published_at,
        names=tuple(printable(credit.name) for credit in edition.byline),
        categories=_categories(edition.section, edition.topics),
        html=printable(full_text(edition, look)),
        photo=look.photo(edition.picture) if edition.picture else None,
    )


def _categories(section: Label | None, topics: tuple[Label, ...]) -> tuple[str, ...]:
    labels = [*([section] if section else []), *topics]
    return tuple(dict.fromkeys(printable(label.name) for label in labels))
