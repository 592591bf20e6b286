"""Names that lead to where they are kept: contributors, sections, topics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.translation import pgettext

from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.byline import Credit
from newsdesk.article.edition import Label
from newsdesk.pages.contexts import Byliner, Html, Name
from newsdesk.pages.images import portrait


def section(archive: Archive, label: Label | None) -> Name | None:
    """A section as it is called today, else as it was printed."""
    if label is None:
        return None
    found = archive.subject(label.id)
    return Name(found.name, links.section_path(found.slug)) if found else Name(label.name)


def topic(archive: Archive, label: Label) -> Name:
    found = archive.subject(label.id)
    return Name(found.name, links.topic_path(found.slug)) if found else Name(label.name)


def byliner(archive: Archive, credit: Credit) -> Byliner:
    """A contributor as they are called today, else as they were printed."""
    found = archive.author(credit.contributor)
    if found is None:
        return Byliner(credit.name, is_desk=credit.is_desk, role=credit.role)
    return Byliner(
        name=found.name,
        path=links.author_path(found.slug),
        is_desk=found.is_desk,
        role=credit.role,
        title=found.title,
        biography=found.biography,
        email=found.email,
        portrait=portrait(archive, found.picture),
    )


def authors(archive: Archive, byline: Iterable[Credit]) -> str:
    """The authors of a byline as one phrase of plain words, as they are called today."""
    found = ((credit, archive.author(credit.contributor)) for credit in byline if not credit.role)
    return phrase([today.name if today else credit.name for credit, today in found])


def phrase(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``, as the language joins them."""
    if len(names) < 2:
        return "".join(names)
    # Translators: joins the last two names of a byline
    both = pgettext("names", "%(first)s and %(last)s")
    # Translators: joins the other names of a byline
    return both % {"first": pgettext("names", ", ").join(names[:-1]), "last": names[-1]}


def linked(byliners: Iterable[Byliner]) -> Html:
    """The names as one phrase, each a link where it leads somewhere."""
    return Html(phrase([anchor(one.name, one.path, ' rel="author"') for one in byliners]))


def anchor(words: str, path: str, more: str = "") -> Html:
    return Html(f'<a href="{escape(path)}"{more}>{escape(words)}</a>' if path else escape(words))
