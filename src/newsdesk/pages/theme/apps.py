"""The built-in theme as a Django app."""

from django.apps import AppConfig


class ThemeConfig(AppConfig):
    name = "newsdesk.pages.theme"
    label = "theme"
