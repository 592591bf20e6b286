"""One sending of a letter, and the editions it carries."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsdesk.newsletter.models.letter import Letter


class Issue(models.Model):
    """``body`` is an ``article.body.Body`` as the archive's codec writes it; its cards are resolved when it is drawn.

    ``version`` grows with every change of what is sent: a message made of an older one is not handed over. ``of`` is
    the issue that a correction note follows; it then goes to that one's subscribers only. ``made_by`` changed it last,
    ``agreed_by`` looked at it as it is and let it go. ``links`` are the references that its counted links lead to, by
    their numbers from 1 on; a number never gets another. ``addressed_at`` is when each of its readers had a delivery,
    ``went_on_at`` when it was last sent on after a stop.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SCHEDULED = "scheduled", _("scheduled")
        SENDING = "sending", _("being sent")
        STOPPED = "stopped", _("stopped")
        SENT = "sent", _("sent")
        DROPPED = "dropped", _("dropped")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="issues")
    of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="notes")
    subject = models.CharField(_("subject"), max_length=150)
    preview = models.CharField(_("preview text"), max_length=200, blank=True)
    body = models.JSONField(default=list)
    links = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    due_at = models.DateTimeField(_("goes out at"), null=True, blank=True)
    began_at = models.DateTimeField(null=True)
    addressed_at = models.DateTimeField(null=True)
    went_on_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    stopped_because = models.CharField(max_length=200, blank=True)
    made_by = models.CharField(max_length=150, blank=True)
    agreed_by = models.CharField(max_length=150, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"], name="issue_due")]
        permissions = [("send_issue", "Can agree that issues go out")]

    def __str__(self) -> str:
        return self.subject


class Carried(models.Model):
    """An edition that an issue carries; ``lead`` where subject, preview text or the first card speaks of it.

    ``seen`` is the last number of the article that was compared with it, ``corrected_by`` the edition that says since
    then that something was wrong (0 for none); ``withdrawn_at`` is when its card left the issue.
    """

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="carried")
    article = models.UUIDField(db_index=True)
    number = models.PositiveIntegerField()
    lead = models.BooleanField(default=False)
    seen = models.PositiveIntegerField(default=0)
    corrected_by = models.PositiveIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "article"], name="carried_once")]

    def __str__(self) -> str:
        return f"{self.issue_id}: {self.article} {self.number}"
