"""Refuses to delete what an edition prints, whatever the door, and tells the archive to forget what none does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import ProtectedError
from django.db.models.signals import post_delete, pre_delete
from django.utils.translation import gettext as _

from newsdesk.archive import record
from newsdesk.desk.contributors import Contributor
from newsdesk.desk.identity import Printed
from newsdesk.desk.photographs import Photograph
from newsdesk.desk.sections import Section
from newsdesk.desk.topics import Topic
from newsdesk.sources.models import SourceRow

FORGET: Mapping[type[Printed], Callable[[str], None]] = {
    Contributor: record.forget_author,
    Section: record.forget_subject,
    Topic: record.forget_subject,
}


def listen() -> None:
    for model in (Contributor, Section, Topic, Photograph):
        pre_delete.connect(refuse, sender=model, dispatch_uid=f"desk-refuse-{model.__name__}")
    for forgotten in FORGET:
        post_delete.connect(forget, sender=forgotten, dispatch_uid=f"desk-forget-{forgotten.__name__}")


def why_not(thing: Any) -> str:
    """Why it may not be deleted, in words for the editor; empty where it may."""
    if isinstance(thing, SourceRow) and thing.handlings.exists():
        return _("It was recorded who “%s” is, and what was done with that is kept; it cannot be deleted.") % str(thing)
    if isinstance(thing, SourceRow) and not thing.printed and thing.attributions.exists():
        return _("Statements rest on “%s”. Take them back, or merge it into another; then it can be deleted.") % str(
            thing
        )
    if not getattr(thing, "printed", False):
        return ""
    return _("“%s” stands in published editions, which are kept for good; it cannot be deleted.") % str(thing)


def refuse(instance: Printed, **kwargs: Any) -> None:
    if reason := why_not(instance):
        raise ProtectedError(reason, {instance})


def forget(sender: type[Printed], instance: Printed, **kwargs: Any) -> None:
    FORGET[sender](instance.archive_id)
