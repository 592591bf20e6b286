"""Wagtail's hooks, one concern a module."""
