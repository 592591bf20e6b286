"""What the desk decided about a statement of an article, anchored by its words."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsdesk.sources.models.source import SourceRow


class StatementRow(models.Model):
    """A statement that was confirmed, mended, added or rejected.

    ``article`` is the article's UUID, ``quotes`` and ``cue`` are anchors (``anchors.Quote`` as JSON). Proposals are no
    rows: they are read anew from each draft.
    """

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmed")
        REJECTED = "rejected", _("Rejected")

    class Origin(models.TextChoices):
        PROPOSED = "proposed", _("As proposed")
        MENDED = "mended", _("Mended")
        ADDED = "added", _("Added by hand")
        IMPORTED = "imported", _("With an import")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.UUIDField(db_index=True)
    state = models.CharField(max_length=12, choices=State.choices)
    origin = models.CharField(max_length=12, choices=Origin.choices)
    kind = models.CharField(max_length=12)
    quotes = models.JSONField()
    cue = models.JSONField(null=True)
    said_on = models.DateField(null=True)
    hedges = models.JSONField(default=list)
    why = models.JSONField(default=list)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return " … ".join(quote["exact"] for quote in self.quotes)


class AttributionRow(models.Model):
    """One link of a statement's chain; ``place`` counts from 0, whoever is closest to the fact.

    What a link rests on beside its words is its evidence: ``url``, which readers see, and ``document``, a file the desk
    keeps for itself; a dispatch will be one more column here.
    """

    statement = models.ForeignKey(StatementRow, on_delete=models.CASCADE, related_name="chain")
    place = models.PositiveSmallIntegerField()
    source = models.ForeignKey(SourceRow, on_delete=models.PROTECT, related_name="attributions")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=SourceRow.Kind.choices)
    title = models.CharField(max_length=200, blank=True)
    mention = models.CharField(max_length=400, blank=True)
    url = models.URLField(max_length=500, blank=True)
    document = models.ForeignKey("wagtaildocs.Document", null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("place",)
        constraints = [models.UniqueConstraint(fields=["statement", "place"], name="attribution_place_once")]

    def __str__(self) -> str:
        return self.name
