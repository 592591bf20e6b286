"""Tells a CDN which sheets it must not keep: rows until it has answered. May import what ``press`` may.

Nothing is written down, and nothing sent, where ``NEWSDESK_PURGE_CDN`` names none.
"""
