"""A newsroom with people in their roles, and articles ready to be published."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from newsdesk.archive.models import EditionRow
from newsdesk.archive.reader import Archive
from newsdesk.desk import newsroom, roles
from newsdesk.desk.models import ArticleContributor, ArticlePage, ArticleTopic, Contributor, Section, Topic
from newsdesk.desk.pages.newsroom import this_month

Begin = Callable[..., ArticlePage]


@pytest.fixture
def desk(db: None) -> None:
    """A fresh newsroom."""
    newsroom.setup()


def person(name: str, role: str) -> User:
    user = User.objects.create_user(name, f"{name}@example.org", "a long password")
    user.groups.add(Group.objects.get(name=role))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reporter(desk: None) -> User:
    return person("rosa", roles.REPORTER)


@pytest.fixture
def editor(desk: None) -> User:
    return person("edgar", roles.EDITOR)


@pytest.fixture
def at_reporter(reporter: User) -> Client:
    return signed_in(reporter)


@pytest.fixture
def at_editor(editor: User) -> Client:
    return signed_in(editor)


@pytest.fixture
def begin(desk: None) -> Begin:
    """Makes a draft with everything publication asks for."""
    section = Section.objects.create(name="Harbour")
    topic = Topic.objects.create(name="Ferries")
    author = Contributor.objects.create(name="Ada Holm")

    def make(headline: str = "Ferry late", model: type[ArticlePage] = ArticlePage, **fields: Any) -> ArticlePage:
        body = [("paragraph", "<p>The ferry was late.</p>")]
        page = model(title=headline, **({"section": section, "body": body, "live": False} | fields))
        page.topics.add(ArticleTopic(topic=topic))
        page.contributors.add(ArticleContributor(contributor=author))
        this_month().add_child(instance=page)
        page.save_revision()
        return page

    return make


@pytest.fixture
def published(begin: Begin) -> ArticlePage:
    page = begin()
    page.get_latest_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def editions(page: ArticlePage) -> int:
    return EditionRow.objects.filter(article=page.uuid).count()


def state(page: ArticlePage) -> str | None:
    return Archive().state(page.archive_id)


def headline_readers_see(page: ArticlePage) -> str | None:
    edition = Archive().edition(page.archive_id)
    return edition and edition.headline
