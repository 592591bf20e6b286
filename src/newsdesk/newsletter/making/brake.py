"""The brake of breaking letters: at most so many a day, and a second person's yes where the newsroom wants one."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from newsdesk.newsletter.making.refused import Refused
from newsdesk.newsletter.models import Issue, Letter

State = Issue.State
GONE = (State.SCHEDULED, State.SENDING, State.STOPPED, State.SENT)


def hold(issue: Issue, by: str) -> None:
    """Raises ``Refused`` where the issue may not go now with the yes of ``by``; a note is never held."""
    if issue.of_id or issue.letter.by != Letter.By.BREAKING:
        return
    if waits_for_another(issue, by):
        raise Refused(_("A second person has to agree: somebody else than whoever wrote it."))
    letter = Letter.objects.select_for_update().get(pk=issue.letter_id)
    if _gone_today(letter, issue) >= letter.a_day:
        raise Refused(_("The brake holds it: this letter has had all its issues of today."))


def waits_for_another(issue: Issue, by: str) -> bool:
    """Whether the yes of ``by`` is not enough: breaking news that they wrote or last changed."""
    breaking = issue.letter.by == Letter.By.BREAKING and not issue.of_id
    return breaking and issue.letter.second_yes and by == issue.made_by


def left_today(letter: Letter) -> int:
    """How many more may go today."""
    return max(0, letter.a_day - _gone_today(letter))


def _gone_today(letter: Letter, but: Issue | None = None) -> int:
    """Those that went today or are to go, whatever became of them; a stopped one that had not begun counts too."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    to_go = Q(due_at__gte=midnight) | Q(state=State.SCHEDULED)  # a time that has passed is now
    today = Q(began_at__gte=midnight) | Q(to_go, began_at=None)
    found = letter.issues.filter(today, of=None, state__in=(*GONE, State.DROPPED)).exclude(agreed_by="")
    return found.exclude(pk=but.pk).count() if but else found.count()
