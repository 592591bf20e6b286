"""Who an unnamed source is, sealed, and what was done with it."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsdesk.sources.models.source import SourceRow


class IdentityRow(models.Model):
    """``box`` opens with the key of that id, for ``readers`` alone; written by ``confidential`` and nobody else.

    That it is there, who may read it and when it was told stand in clear.
    """

    wagtail_reference_index_ignore = True

    source = models.OneToOneField(SourceRow, on_delete=models.PROTECT, related_name="identity")
    key = models.CharField(max_length=16)
    box = models.BinaryField()
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    told_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        permissions = [
            ("tell_identity", _("Can record who an unnamed source is")),
            ("see_handlings", _("Can see who read it, and destroy it")),
        ]


class OnlyAdded(Exception):
    """Somebody would change what was noted."""


class Added(models.QuerySet["HandlingRow"]):
    """Rows that are read and added to."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise OnlyAdded

    def delete(self) -> NoReturn:
        raise OnlyAdded


class HandlingRow(models.Model):
    """What was done with an identity, by whom and when; ``name`` and ``readers`` as they were called then."""

    class Act(models.TextChoices):
        TOLD = "told", _("recorded it")
        RETOLD = "retold", _("recorded it anew")
        NAMED = "named", _("said who may read it")
        READ = "read", _("read it")
        CARRIED = "carried", _("took it along when two sources became one")
        DESTROYED = "destroyed", _("destroyed it")

    wagtail_reference_index_ignore = True

    source = models.ForeignKey(SourceRow, on_delete=models.PROTECT, related_name="handlings")
    act = models.CharField(max_length=12, choices=Act.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=150)
    readers = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = Added.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("-pk",)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise OnlyAdded
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise OnlyAdded
