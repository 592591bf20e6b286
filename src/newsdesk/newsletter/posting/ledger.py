"""Writes down what couriers ask and tell, many at a time, each time in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from newsdesk.archive.models import CardRow
from newsdesk.newsletter.models import Carried, Delivery, Issue, Subscriber, Subscription, Suppression
from newsdesk.newsletter.notices import codes
from newsdesk.newsletter.posting import pauses
from newsdesk.newsletter.posting.check import Facts, Verdict, verdict
from newsdesk.newsletter.posting.claim import LEASE
from newsdesk.newsletter.posting.events import Ask, Event, Later, Refused, Sent, Trouble, Unknown
from newsdesk.newsletter.posting.taken import Taken
from newsdesk.newsletter.suppression import suppress, suppressed

State = Delivery.State
READ = ("state", "owner", "lease", "issue__version", "issue__state", "subscriber__canonical", "wanted", "stale")
GIVEN_UP = "put off too often; the last time: "


def write(events: Sequence[Event], me: str) -> list[tuple[Ask, bool]]:
    """Outcomes first, then the questions: a connection has one delivery under way, or none. Returns the answers, which
    may be given once this has returned: then they are committed.
    """
    asks = [event for event in events if isinstance(event, Ask)]
    with transaction.atomic():
        for event in events:
            _note(event, me)
        said = _answers(asks, me) if asks else {}
    return [(ask, said.get(ask.taken.id) is Verdict.HAND) for ask in asks]


@transaction.atomic
def weed(taken: Sequence[Taken], me: str) -> list[Taken]:
    """Those of the claimed that nothing speaks against yet, so that a connection is rarely broken off at the 354."""
    said = _verdicts(taken, me, last=False)
    _enact({pk: found for pk, found in said.items() if found is not Verdict.HAND}, me, _made_of(taken), timezone.now())
    return [each for each in taken if said.get(each.id) is Verdict.HAND]


def _note(event: Event, me: str) -> None:
    match event:
        case Sent(taken, code, reply, known_as):
            handed = (State.HANDING, State.UNKNOWN)  # unknown: another worker's patience ended before the server's
            said = {"code": code, "reply": reply, "known_as": known_as[:200]}
            _set(taken, me, handed, state=State.SENT, sent_at=timezone.now(), **said)
        case Unknown(taken, reply):
            _set(taken, me, (State.HANDING,), state=State.UNKNOWN, reply=reply)
        case Later(taken, code, reply):
            _put_off(taken, me, code, reply)
        case Refused(taken, code, reply):
            _refused(taken, me, code, reply)
        case Trouble(taken, code, reply, _):
            _set(taken, me, (State.CLAIMED, State.HANDING), state=State.WAITING, code=code, reply=reply)


def _set(taken: Taken, me: str, states: Sequence[str], **fields: object) -> bool:
    mine = Delivery.objects.filter(pk=taken.id, owner=me, state__in=states)
    return bool(mine.update(**{"owner": "" if fields["state"] == State.WAITING else me, "lease": None} | fields))


def _put_off(taken: Taken, me: str, code: str, reply: str) -> None:
    attempts = (Delivery.objects.filter(pk=taken.id).values_list("attempts", flat=True).first() or 0) + 1
    pause = pauses.after(attempts)
    if pause is None:
        _refused(taken, me, code, GIVEN_UP + reply)
        return
    again = {"attempts": attempts, "next_attempt_at": timezone.now() + pause}
    _set(taken, me, (State.CLAIMED, State.HANDING), state=State.WAITING, code=code, reply=reply[:300], **again)


def _refused(taken: Taken, me: str, code: str, reply: str) -> None:
    states = (State.CLAIMED, State.HANDING)
    if not _set(taken, me, states, state=State.REFUSED, code=code, reply=reply[:300]):
        return
    reader = Subscriber.objects.filter(deliveries=taken.id).first()
    if reader and codes.no_such_address(code):
        suppress(reader.canonical, Suppression.Why.BOUNCED, code)


def _answers(asks: Sequence[Ask], me: str) -> Mapping[int, Verdict]:
    taken = [ask.taken for ask in asks]
    said = _verdicts(taken, me)
    _enact(said, me, _made_of(taken), timezone.now())
    return said


def _made_of(taken: Sequence[Taken]) -> dict[int, int]:
    return {each.id: each.rendered.version for each in taken}


def _verdicts(taken: Sequence[Taken], me: str, *, last: bool = True) -> dict[int, Verdict]:
    """Of those whose row is still there. Whether an address is suppressed is asked at the last check only."""
    made_of, now = _made_of(taken), timezone.now()
    rows = Delivery.objects.filter(pk__in=made_of).annotate(wanted=_wanted(), stale=_stale())
    seen = rows.select_for_update(of=("self",)).values_list("id", *READ)  # no body of an issue is read here
    return {pk: verdict(_facts(*read, last=last), me, made_of[pk], now) for pk, *read in seen}


def _facts(
    state: str,
    owner: str,
    lease: datetime | None,
    version: int,
    issue: str,
    canonical: str | None,
    wanted: bool,
    stale: bool,
    *,
    last: bool,
) -> Facts:
    """In the order of ``READ``."""
    return Facts(
        claimed_by=owner if state == State.CLAIMED else "",
        lease=lease,
        version=version,
        sending=issue == Issue.State.SENDING,
        carries_withdrawn=stale,
        wanted=wanted and issue != Issue.State.DROPPED,
        suppressed=canonical is None or (last and suppressed(canonical)),
    )


def _enact(said: Mapping[int, Verdict], me: str, made_of: Mapping[int, int], now: datetime) -> None:
    fields: dict[Verdict, dict[str, object]] = {
        Verdict.HAND: {"state": State.HANDING, "lease": now + LEASE},
        Verdict.BACK: {"state": State.WAITING, "owner": "", "lease": None},
        Verdict.DROP: {"state": State.DROPPED, "owner": "", "lease": None},
    }
    for each, changed in fields.items():
        ids = [pk for pk, found in said.items() if found is each]
        for version in {made_of[pk] for pk in ids}:
            rows = Delivery.objects.filter(pk__in=[pk for pk in ids if made_of[pk] == version], state=State.CLAIMED)
            rows.filter(owner=me).update(**changed, version=version)


def _wanted() -> Exists:
    wants = Subscription.objects.filter(subscriber=OuterRef("subscriber"), letter=OuterRef("issue__letter"))
    return Exists(wants.filter(state=Subscription.State.CONFIRMED))


def _stale() -> Exists:
    """An article the issue carries is withdrawn, and its card has not left the issue yet."""
    gone = CardRow.objects.filter(article=OuterRef("article")).exclude(state=CardRow.State.LIVE)
    return Exists(Carried.objects.filter(Exists(gone), issue=OuterRef("issue"), withdrawn_at=None))
