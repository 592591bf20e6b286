"""Makes the drafts of letters that have a rule, a while before their time, and leaves it to the desk to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from newsdesk.archive import keys
from newsdesk.archive.models import CardRow
from newsdesk.archive.reader import Archive
from newsdesk.article.body import RelatedCard
from newsdesk.newsletter.making import acts
from newsdesk.newsletter.making.rule import Candidate, Rule, choose, missed, turn
from newsdesk.newsletter.models import Carried, Issue, Letter, Turn

MARGIN = timedelta(hours=1)
MOST = 500
"""Articles of one turn that are looked at, the newest."""
MADE_BY = "rule"
Due = tuple[UUID, datetime]


def due(limit: int) -> Sequence[Due]:
    """Letters whose time is at hand and was not taken yet."""
    return list(_due())[:limit]


def _due() -> Iterator[Due]:
    now, zone = timezone.now(), timezone.get_default_timezone()
    for letter in Letter.objects.filter(by=Letter.By.RULE, open=True):
        if letter.at is None:
            continue
        rule = (now, letter.at, letter.weekdays, MARGIN, zone)
        for at in (missed(*rule), turn(*rule)):
            if at and not letter.turns.filter(at=at).exists() and (at + MARGIN >= now or _was_so_before(letter, at)):
                yield letter.pk, at


def _was_so_before(letter: Letter, at: datetime) -> bool:
    """Whether the rule had this time of the day already: one that was changed today has missed nothing."""
    before = letter.turns.filter(at__lt=at).order_by("-at").first()
    return before is not None and timezone.localtime(before.at).time() == timezone.localtime(at).time()


@transaction.atomic
def make(due: Due) -> None:
    """The draft of one turn, or the row that says why there is none; safe to run twice."""
    letter = Letter.objects.select_for_update().get(pk=due[0])
    if letter.turns.filter(at=due[1]).exists():
        return
    if due[1] + MARGIN < timezone.now():
        Turn.objects.create(letter=letter, at=due[1], found=None)
        return
    candidates, had = list(_candidates(letter, due[1])), _had(letter, due[1])
    chosen = choose(candidates, had, Rule(letter.at_least, letter.most))
    found = len({one.article for one in candidates} - had)
    Turn.objects.create(letter=letter, at=due[1], issue=_draft(letter, chosen, due[1]), found=found)


def _draft(letter: Letter, chosen: tuple[str, ...], at: datetime) -> Issue | None:
    if not chosen:
        return None
    cards = Archive().cards(chosen)
    first, *others = (card.headline for card in cards.values())
    words = acts.Words(first[:150], " · ".join(others)[:200], tuple(map(RelatedCard, cards)), at)
    return acts.begin(letter, words, MADE_BY)


def _candidates(letter: Letter, at: datetime) -> Iterator[Candidate]:
    """The picks, and what came out since the last turn, in the letter's language."""
    before = letter.turns.filter(at__lt=at).order_by("-at").first()
    since = before.at if before else at - timedelta(days=1)
    archive = Archive()
    picks = archive.placed(keys.PICKS)
    live = CardRow.objects.filter(state=CardRow.State.LIVE, first_published__gte=since)
    fresh = [str(article) for article in live.order_by("-first_published").values_list("article", flat=True)[:MOST]]
    for article, card in archive.cards(dict.fromkeys([*picks, *fresh])).items():
        if card.language.partition("-")[0] == letter.language.partition("-")[0]:
            place = picks.index(article) if article in picks else None
            yield Candidate(article, card.urgency, card.first_published, place)


def _had(letter: Letter, at: datetime) -> set[str]:
    """What the letter carried in the days in which no card comes again; what nobody let go does not count."""
    since = at - timedelta(days=letter.again_after)
    carried = Carried.objects.filter(issue__letter=letter, issue__due_at__gt=since)
    unsent = carried.filter(issue__state__in=(Issue.State.DRAFT, Issue.State.DROPPED), issue__began_at=None)
    return {str(article) for article in carried.exclude(pk__in=unsent).values_list("article", flat=True)}


def carried_before(issue: Issue) -> list[str]:
    """Articles of an issue by rule that another one brought within the days in which no card is to come again."""
    at = issue.due_at or timezone.now()
    had = _had(issue.letter, at) if issue.letter.by == Letter.By.RULE and issue.state == Issue.State.DRAFT else ()
    return [article for article in map(str, issue.carried.values_list("article", flat=True)) if article in had]
