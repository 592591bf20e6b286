"""What keeps letters from arriving, told before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from newsdesk.archive.reader import Archive
from newsdesk.newsletter.asking import giving_up
from newsdesk.newsletter.making import by_rule
from newsdesk.newsletter.models import Issue, Letter, Subscription
from newsdesk.newsletter.posting.held_up import HeldUp, held_up


def of_newsroom() -> Iterator[str]:
    if not settings.NEWSDESK_POST and not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        yield _("No mail server is set: letters are written to files. Set NEWSDESK_EMAIL_URL, or NEWSDESK_POST.")
    if not settings.NEWSDESK_POSTAL_ADDRESS:
        yield _("Letters carry no postal address, which many countries ask for. Set NEWSDESK_POSTAL_ADDRESS.")


def of_asking() -> Iterator[str]:
    given_up = giving_up.lately(refused=False)
    if last := given_up.first():
        count = sum(given_up.values_list("count", flat=True))
        yield _(
            "Readers who asked for letters in the last 30 days and could not be mailed to confirm: %(count)s. "
            "They do not know. The mail server’s last words: %(why)s"
        ) % {"count": count, "why": f"{last.code} {last.reply}".strip()}


def of_letter(letter: Letter) -> Iterator[str]:
    if not letter.subscriptions.filter(state=Subscription.State.CONFIRMED).exists():
        yield _("Nobody has confirmed this letter yet: an issue would go to no one.")
    if not letter.issues.filter(began_at__isnull=False).exists():
        yield _(
            "Before the first issue, see that %(domain)s may send mail (SPF, DKIM, DMARC): "
            "newsdesk letters doctor %(domain)s"
        ) % {"domain": letter.domain}


def held_up_words(held: HeldUp) -> str:
    since = date_format(timezone.localtime(held.since), "DATETIME_FORMAT")
    return _(
        "Nothing of it has left since %(since)s. The mail server’s last words: %(why)s. It goes on by itself as soon "
        "as letters are taken; stop it if it would then come too late."
    ) % {"since": since, "why": held.why}


def of_issue(issue: Issue) -> Iterator[str]:
    if issue.due_at and issue.due_at <= timezone.now() and issue.state == Issue.State.DRAFT:
        yield _("Its time has passed: it goes at once when somebody lets it go.")
    if again := by_rule.carried_before(issue):
        headlines = "; ".join(card.headline for card in Archive().cards(again).values())
        yield _("Its readers had these already: %s") % headlines
    if held := held_up(issue):
        yield held_up_words(held)
    if issue.state == Issue.State.STOPPED:
        yield _("Stopped. %s") % issue.stopped_because
