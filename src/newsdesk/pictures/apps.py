"""The Django app of pictures."""

from __future__ import annotations

from django.apps import AppConfig


class Pictures(AppConfig):
    name = "newsdesk.pictures"
    label = "pictures"
    default_auto_field = "django.db.models.BigAutoField"
