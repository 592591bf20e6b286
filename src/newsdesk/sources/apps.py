"""The Django app of sources."""

from __future__ import annotations

from django.apps import AppConfig


class Sources(AppConfig):
    name = "newsdesk.sources"
    label = "sources"
    default_auto_field = "django.db.models.BigAutoField"
