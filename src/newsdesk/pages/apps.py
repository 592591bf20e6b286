"""The reader's site as a Django app: its recipes are known once it is ready."""

from importlib import import_module

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "newsdesk.pages"
    label = "pages"

    def ready(self) -> None:
        import_module("newsdesk.pages.recipes")
