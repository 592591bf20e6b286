"""Brings out what is due and takes back what has expired: a job over rows, which catches up after any downtime.

Not Wagtail's ``publish_scheduled``: that one publishes without checking again, and one failure stops all that follow.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from newsdesk.archive.record import Embargoed
from newsdesk.desk.due import late_by
from newsdesk.desk.overdue import Overdue

logger = logging.getLogger(__name__)

LONGEST_PAUSE = timedelta(minutes=5)  # an editor who has mended it does not want to wait longer


def due(limit: int) -> list[int]:
    """The ids of up to ``limit`` pages that have something to do now, those due first before the others."""
    now = timezone.now()
    publications = _waiting().filter(approved_go_live_at__lte=now).values_list("approved_go_live_at", "object_id")
    expiries = Page.objects.filter(live=True, expire_at__lte=now).values_list("expire_at", "pk")
    put_off = set(Overdue.objects.filter(next_attempt_at__gt=now).values_list("page_id", flat=True))
    in_order = sorted((time, int(id)) for time, id in (*publications, *expiries))
    ids = list(dict.fromkeys(id for _time, id in in_order))
    Overdue.objects.exclude(page_id__in=ids).delete()  # published by hand, or its schedule was taken back
    return [id for id in ids if id not in put_off][:limit]


def do_one(page_id: int) -> None:
    """Publishes or expires one page in a transaction of its own; safe to run twice.

    What cannot be published stays scheduled, with the reason, and is tried again. An error that is no editor's to mend
    is noted in the same way, and raised.
    """
    try:
        _do(page_id)
    except ValidationError as refused:
        _put_off(page_id, " ".join(refused.messages))
    except Embargoed as held:
        until = timezone.localtime(held.until).strftime("%Y-%m-%d %H:%M")
        _put_off(page_id, _("It is embargoed until %(until)s.") % {"until": until})
    except Exception as error:
        _put_off(page_id, repr(error))
        raise


@transaction.atomic
def _do(page_id: int) -> None:
    page = Page.objects.select_for_update().filter(pk=page_id).first()
    now = timezone.now()
    if page and page.live and page.expire_at and page.expire_at <= now:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    revision = _waiting().filter(object_id=str(page_id), approved_go_live_at__lte=now).first()
    if page and revision:
        _publish(revision)
    Overdue.objects.filter(page_id=page_id).delete()


def _publish(revision: Revision) -> None:
    now = timezone.now()
    action = PublishPageRevisionAction(revision, log_action="wagtail.publish.scheduled")
    if action.object.expire_at and action.object.expire_at <= now:
        raise ValidationError(_("It expired before it could come out. Set a later expiry, or none, and publish it."))
    action.object.late_by = late_by(revision.approved_go_live_at, now)
    action.execute(skip_permission_checks=True)


def _put_off(page_id: int, reason: str) -> None:
    """The pause doubles from ten seconds on."""
    row, _new = Overdue.objects.get_or_create(page_id=page_id, defaults={"next_attempt_at": timezone.now()})
    row.attempts += 1
    row.error = reason
    row.next_attempt_at = timezone.now() + min(timedelta(seconds=10 * 2 ** min(row.attempts, 10)), LONGEST_PAUSE)
    row.save()
    logger.warning("page %s is due and could not be published: %s", page_id, reason)


def _waiting() -> QuerySet[Revision]:
    waiting: QuerySet[Revision] = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return waiting
