"""The record's plain values: who, under what, with which picture, in which order. Each act is one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from newsdesk.archive import addresses, keys
from newsdesk.archive.addresses import Named
from newsdesk.archive.codec import decode
from newsdesk.archive.keys import Lane
from newsdesk.archive.models import ValueRow
from newsdesk.archive.value_writer import drop, put
from newsdesk.article.menu import MenuItem
from newsdesk.article.people import Author, StandingPage, Subject
from newsdesk.article.picture import Picture
from newsdesk.article.redirect import Redirect
from newsdesk.article.source import Source


def author(value: Author) -> None:
    """A contributor's name, biography, portrait and address as they are now."""
    _name(keys.author(value.id), value, Lane.RENAME)


def forget_author(id: str) -> None:
    _forget(keys.author(id), Author)


def subject(value: Subject) -> None:
    """A section's or topic's name, description and address as they are now."""
    _name(keys.label(value.id), value, Lane.RENAME)


def forget_subject(id: str) -> None:
    _forget(keys.label(id), Subject)


def source(value: Source) -> None:
    """A named source as it is called now."""
    _name(keys.source(value.id), value, Lane.RENAME)


def forget_source(id: str) -> None:
    _forget(keys.source(id), Source)


def page(value: StandingPage) -> None:
    """A standing page as published."""
    _name(keys.page(value.id), value, Lane.EDITOR)


def withdraw_page(id: str) -> None:
    _forget(keys.page(id), StandingPage)


def place(front: str, articles: tuple[str, ...]) -> None:
    """The order an editor gave a front by hand: ``home``, ``section-<id>`` or ``picks``; empty for none."""
    put(keys.placement(front), articles, Lane.EDITOR)


def menu(name: str, items: tuple[MenuItem, ...]) -> None:
    put(keys.menu(name), items, Lane.THEME)


def redirect(path: str, target: str) -> None:
    """An old path that leads to a reference (``article:<id>``) or a URL from now on."""
    put(keys.redirect(path), Redirect(target), Lane.EDITOR)


@transaction.atomic
def lead_on(reference: str, to: str) -> None:
    """Every address that led to one reference leads to another from now on: both turned out to be one."""
    for key in addresses.leading_to(reference):
        before = decode(ValueRow.objects.get(key=key).data, Redirect)
        put(key, Redirect(to, before.leaves, merged=True), Lane.EDITOR)


def tick(hour: datetime) -> None:
    """Tells the archive the hour; sheets know no other clock."""
    put(keys.CLOCK, hour.replace(minute=0, second=0, microsecond=0), Lane.RENAME)


@transaction.atomic
def picture(value: Picture) -> None:
    """A photograph as published; the files that exist of its digest are remembered from one filing to the next."""
    files = _files(value.digest)
    if value.id not in files["ids"]:
        files["ids"] = sorted([*files["ids"], value.id])
        ValueRow.objects.update_or_create(key=_files_key(value.digest), defaults={"data": files})
    made = replace(value, widths=tuple(files["widths"]), formats=tuple(files["formats"]))
    put(keys.picture(value.id), made, Lane.EDITOR)


@transaction.atomic
def pictured(digest: str, widths: tuple[int, ...], formats: tuple[str, ...]) -> None:
    """Files of a picture exist now, in each of these widths and formats; every picture of that digest is shown with
    them.
    """
    files = _files(digest) | {"widths": list(widths), "formats": list(formats)}
    ValueRow.objects.update_or_create(key=_files_key(digest), defaults={"data": files})
    for id in files["ids"]:
        data = ValueRow.objects.filter(key=keys.picture(id)).values_list("data", flat=True).first()
        if data and data["digest"] == digest:
            picture = replace(decode(data, Picture), widths=widths, formats=formats)
            put(keys.picture(id), picture, Lane.EDITOR)


@transaction.atomic
def _name(key: str, value: Named, lane: Lane) -> None:
    """Puts what has an address; the address it had leads to the one it has."""
    before = put(key, value, lane)
    addresses.moved(before and decode(before, type(value)), value)


@transaction.atomic
def _forget(key: str, noun: type[Named]) -> None:
    before = drop(key, Lane.WITHDRAWAL)
    if before:
        addresses.moved(decode(before, noun), None)


def _files_key(digest: str) -> str:
    return f"files:{digest}"


def _files(digest: str) -> dict[str, Any]:
    data = ValueRow.objects.select_for_update().filter(key=_files_key(digest)).values_list("data", flat=True).first()
    return data or {"ids": [], "widths": [], "formats": []}
