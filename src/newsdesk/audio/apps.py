"""The Django app of audio: its recipes are known once it is ready."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class Audio(AppConfig):
    name = "newsdesk.audio"
    label = "audio"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("newsdesk.audio.recipes")
