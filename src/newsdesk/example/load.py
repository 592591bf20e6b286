"""Loads the example into an empty newsroom, through the doors its editors use; once, and wholly or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Model

from newsdesk.desk.models import ArticlePage, Contributor, InfoPage, Section, Topic
from newsdesk.example.loading import articles, front, letters, names, pages, photographs, sources, standing
from newsdesk.example.loading.articles import Material
from newsdesk.example.loading.drawing import Uploads, drawing
from newsdesk.example.loading.identity import uuid_for
from newsdesk.example.loading.photographs import Photographs
from newsdesk.example.read import HERE, read_newsroom
from newsdesk.example.shape import Newsroom


class NotEmpty(Exception):
    """The newsroom has something of its own; the example is not mixed into it."""


def load(stdout: TextIO, folder: Path = HERE) -> None:
    """Says on ``stdout`` what it does, a line a step. Does nothing where the example is already; ``NotEmpty``."""
    newsroom = read_newsroom(folder)
    if _is_loaded(newsroom):
        return
    models: tuple[type[Model], ...] = (ArticlePage, InfoPage, Section, Topic, Contributor, get_user_model())
    if any(model._default_manager.exists() for model in models):
        raise NotEmpty
    stdout.write(f"Drawing the {len(newsroom.photographs)} photographs of {newsroom.name} …\n")
    with drawing(newsroom.photographs) as uploads:
        _load(newsroom, uploads, stdout)


def _load(newsroom: Newsroom, uploads: Uploads, stdout: TextIO) -> None:
    stdout.flush()
    taken_in = photographs.take_in(newsroom.photographs, uploads)
    stdout.write(f"Filing {len(newsroom.stories)} articles and {len(newsroom.pages)} standing pages …\n")
    stdout.flush()
    with transaction.atomic():
        _file(newsroom, taken_in)


def _file(newsroom: Newsroom, taken_in: Photographs) -> None:
    """Oldest first, as it happened, so that what an article leads to mostly stands already; drafts last."""
    material = Material(names.make(newsroom, taken_in), taken_in, pages.make(newsroom))
    known = material.known()
    for page in newsroom.pages:
        standing.file(page, material.pages, known)
    dated = [story for story in newsroom.stories if story.published]
    for story in (*reversed(dated), *(story for story in newsroom.stories if not story.published)):
        articles.file(story, material, known)
    sources.open_pages()
    front.arrange(newsroom)
    letters.open_letters(newsroom)


def _is_loaded(newsroom: Newsroom) -> bool:
    ours = [uuid_for("article", story.slugline) for story in newsroom.stories]
    return bool(ArticlePage.objects.filter(uuid__in=ours).exists())
