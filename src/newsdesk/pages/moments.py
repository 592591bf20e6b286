"""Times and dates as readers see them: absolute, in the newsroom's zone and language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as date_words
from django.utils.dateformat import time_format as time_words
from django.utils.translation import get_language, pgettext

from newsdesk.article.listing import LeafLink
from newsdesk.pages.contexts import Day, Moment, Teaser
from newsdesk.press.frame import Frame


def moment(at: datetime, frame: Frame) -> Moment:
    return _moment(at, frame.time_zone, frame.language)


@lru_cache(maxsize=4096)
def _moment(at: datetime, zone: str, language: str) -> Moment:
    """Remembered, for a full bake writes an article's time on half a dozen leaves; ``language`` is the active one."""
    local = at.astimezone(ZoneInfo(zone))
    day = _day_words(local.date(), language)
    clock = _clock_words(local.time().replace(second=0, microsecond=0), language)
    # Translators: a day and a time of it
    words = pgettext("a moment", "%(day)s, %(clock)s") % {"day": day, "clock": clock}
    return Moment(local.isoformat(timespec="seconds"), day, clock, words)


@lru_cache(maxsize=4096)
def _day_words(day: date, language: str) -> str:
    # Translators: a day as https://docs.djangoproject.com/en/5.2/ref/templates/builtins/#date writes it
    return str(date_words(day, pgettext("a day", "j E Y")))


@lru_cache(maxsize=4096)
def _clock_words(clock: time, language: str) -> str:
    # Translators: a time of day, written in the same way
    return str(time_words(clock, pgettext("a time of day", "H:i")))


def day_words(day: date) -> str:
    """``18 November 2026``"""
    return _day_words(day, get_language() or "")


def day_and_month(day: date) -> str:
    return str(date_words(day, pgettext("a day without its year", "j E")))


def days(teasers: Iterable[Teaser]) -> tuple[Day, ...]:
    """The teasers under their days; they come newest first."""
    by_day = groupby(teasers, lambda teaser: teaser.at.iso[:10])
    return tuple(Day(_weekday_words(iso, get_language()), iso, tuple(group)) for iso, group in by_day)


@lru_cache(maxsize=4096)
def _weekday_words(iso: str, language: str | None) -> str:
    words = str(date_words(date.fromisoformat(iso), pgettext("a day of the week", "l, j E Y")))
    return words[:1].upper() + words[1:]


def span(link: LeafLink, frame: Frame) -> str:
    """The dates a leaf covers: ``3 March to 17 March 2026``, or "until" where its beginning is open."""
    until = link.until and moment(link.until, frame).day
    since = link.since and moment(link.since, frame).day
    if not until or since == until:
        return until or since or pgettext("everything of a listing", "all")
    if not since:
        # Translators: all days up to this one
        return pgettext("days", "up to %(until)s") % {"until": until}
    # Translators: a range of days
    return pgettext("days", "%(since)s to %(until)s") % {"since": since, "until": until}
