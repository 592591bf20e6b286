"""Draws sheets, and draws again only what changed. May import ``archive``, ``article``, ``net`` and ``bell``."""
