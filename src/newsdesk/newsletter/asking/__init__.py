"""Readers ask for letters, confirm, choose and leave; imports press and below, Django, and the newsletter's models."""
