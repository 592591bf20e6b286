"""The Django app of letters."""

from __future__ import annotations

from django.apps import AppConfig


class Newsletter(AppConfig):
    name = "newsdesk.newsletter"
    label = "newsletter"
    default_auto_field = "django.db.models.BigAutoField"
