"""An article whose time came and that could not be published: how often it was tried, and why it failed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Overdue(models.Model):
    """Stays until the article is published, its schedule is taken back, or it is deleted."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="overdue")
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    error = models.TextField()

    class Meta:
        verbose_name = _("overdue article")
        verbose_name_plural = _("overdue articles")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.error}"
