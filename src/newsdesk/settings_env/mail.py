"""Django's mail settings out of one URL, as ``dj-email-url`` reads it, with a limit on waiting."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import dj_email_url

PATIENCE = 30
"""Seconds a mail server may take to answer."""


def mail(url: str) -> dict[str, Any]:
    """``EMAIL_BACKEND``, ``EMAIL_HOST`` … for a URL that ``parsers.email_url`` let pass."""
    parsed: dict[str, Any] = dj_email_url.parse(url)
    if url.startswith("file:"):
        parsed["EMAIL_FILE_PATH"] = f"/{parsed['EMAIL_FILE_PATH']}"
    parsed["EMAIL_TIMEOUT"] = parsed["EMAIL_TIMEOUT"] or PATIENCE
    return {name: value for name, value in parsed.items() if value is not None}


def service(url: str) -> str:
    """django-anymail's name of the service: ``amazon_ses`` of ``amazon-ses://?…``; empty where there is none."""
    return url.partition("://")[0].replace("-", "_")


def anymail(url: str) -> dict[str, Any]:
    """django-anymail's settings for a URL that ``parsers.service_url`` let pass; all share one webhook's secret."""
    name, given = service(url), parse_qsl(urlsplit(url).query)
    # boto3 would call again by itself, and a letter might go twice.
    once = {"retries": {"max_attempts": 0}, "connect_timeout": PATIENCE, "read_timeout": PATIENCE}
    ours = {"REQUESTS_TIMEOUT": PATIENCE, "AMAZON_SES_CLIENT_PARAMS": {"config": once}}
    named = {key.upper() if key == "webhook_secret" else f"{name}_{key}".upper(): value for key, value in given}
    return ours | named
