"""That somebody took a colleague's second factor away: recorded, told, and not to be used in silence."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from wagtail.log_actions import log

from newsdesk.desk.second_factor import told

ACTION = "newsdesk.second_factor.remove"
WAIT = timedelta(hours=24)
"""How long the next factor opens nothing confidential, so that whoever was told can object."""


class FactorRemoval(models.Model):
    """The last time an account's factor was taken away by another: ``by`` is empty where it was done at a terminal."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+")
    by = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.user_id} by {self.by or 'terminal'}"


def trusted_from(user: Any) -> Any:
    """When a factor that ``user`` sets up now may open what is confidential."""
    now = timezone.now()
    removed = FactorRemoval.objects.filter(user=user).values_list("at", flat=True).first()
    return max(now, removed + WAIT) if removed else now


def note(user: Any, by: Any) -> None:
    """Records a removal in the log of the desk, in the transaction at hand, and tells of it afterwards."""
    name = by.get_username() if by else ""
    FactorRemoval.objects.update_or_create(user=user, defaults={"by": name, "at": timezone.now()})
    log(instance=user, action=ACTION, user=by, title=user.get_username())
    transaction.on_commit(lambda: told.taken_away(user, name), robust=True)
