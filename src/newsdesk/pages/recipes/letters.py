"""Letters on the site: all that can be asked for, each with its issues, and the web edition of every issue.

An article that is withdrawn leaves these pages by itself: its card is there no more. Where subject and preview text
speak of it, they are not shown either.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import letter as letters
from newsdesk.article import links
from newsdesk.article.letter import Issue, Letter
from newsdesk.pages.contexts import IssueLine, IssuePage, LetterPage, Name, Offered, OfferPage
from newsdesk.pages.heads import head
from newsdesk.pages.moments import moment
from newsdesk.pages.web import Web
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe

NEWEST = 100
"""Issues that the page of a letter lists; older ones stay where they are."""

_offer_for, _every_offer = fixed(letters.ALL)


def _letters_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == "letter" and (found := archive.letter(id)):
        yield Wanted(letters.letter_path(found.slug), id)


def _every_letter(archive: Archive) -> Iterator[Wanted]:
    for id in archive.values("letter"):
        yield from _letters_for(archive, "letter", id)


def _issues_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == "issue":
        yield Wanted(letters.path(id), id)


def _every_issue(archive: Archive) -> Iterator[Wanted]:
    return (Wanted(letters.path(id), id) for id in archive.values("issue"))


@recipe(
    "letters",
    stage=Stage.FRONT,
    route=r"^/letters/$",
    sheets_for=_offer_for,
    every=_every_offer,
    template="letters.html",
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> OfferPage:
    found = [letter for id in archive.letters() if (letter := archive.letter(id))]
    by_name = sorted(found, key=lambda letter: (letter.name, letter.id))
    return OfferPage(
        head=head(frame, letters.ALL, gettext("Letters"), gettext("What we send by mail, and how to ask for it.")),
        letters=tuple((_offered(letter), len(by_name) == 1) for letter in by_name),
        agreed=gettext("Send me these letters by mail. I can leave at any time with one click."),
    )


@recipe(
    "letter",
    stage=Stage.FRONT,
    route=r"^/letters/(?![0-9a-f]{8}-)[a-z0-9-]+/$",
    sheets_for=_letters_for,
    every=_every_letter,
    template="letter.html",
    opens=lambda id: [keys.letter(id)],
)
def gather_letter(archive: Archive, frame: Frame, wanted: Wanted) -> LetterPage | None:
    letter = archive.letter(wanted.args)
    if letter is None or letters.letter_path(letter.slug) != wanted.path:
        return None
    newest = (archive.issue(id) for id in archive.issues(letter.id)[:NEWEST])
    return LetterPage(
        head=head(frame, wanted.path, letter.name, letter.description),
        name=letter.name,
        description=letter.description,
        issues=tuple(_line(archive, frame, letter, issue) for issue in newest if issue),
        feed=links.feed_path("letter", letter.slug, "rss"),
    )


@recipe(
    "issue",
    stage=Stage.ARTICLE,
    route=r"^/letters/[0-9a-f]{8}-[0-9a-f-]{27}/$",
    sheets_for=_issues_for,
    every=_every_issue,
    template="issue.html",
    opens=lambda id: [keys.issue(id)],
)
def gather_issue(archive: Archive, frame: Frame, wanted: Wanted) -> IssuePage | None:
    issue = archive.issue(wanted.args)
    letter = archive.letter(issue.letter) if issue else None
    if issue is None or letter is None:
        return None
    line, home = _line(archive, frame, letter, issue), Name(letter.name, letters.letter_path(letter.slug))
    return IssuePage(
        head=head(frame, wanted.path, line.subject, line.preview, crumbs=(home, Name(line.subject, wanted.path))),
        letter=home,
        language=letter.language,
        subject=line.subject,
        preview=line.preview,
        sent=line.sent,
        body=Web(archive, frame).html(issue.body),
        note=issue.note,
    )


def _offered(letter: Letter) -> Offered:
    return Offered(letter.name, letter.slug, letter.description, letters.letter_path(letter.slug))


def _line(archive: Archive, frame: Frame, letter: Letter, issue: Issue) -> IssueLine:
    sent = moment(issue.sent_at, frame)
    if issue.lead and archive.card(issue.lead) is None:
        return IssueLine(letters.path(issue.id), letter.name, "", sent)
    return IssueLine(letters.path(issue.id), issue.subject, issue.preview, sent)
