"""Every route × role × state of an article, held to ``who_may_go_where.txt``; a route not declared there fails.

Wagtail's advisories of late were mostly views that forgot to ask for a permission: so its own are in the table too.
"""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import reverse
from wagtail.images.models import SourceImageIOError

from newsdesk.desk.models import ArticlePage, Photograph
from newsdesk.desk.tests.routes import Route, every_route
from newsdesk.desk.tests.world import ROLES, World, made

TABLE = Path(__file__).with_name("who_may_go_where.txt")


def declared() -> dict[tuple[str, str], dict[str, str]]:
    """By method and route: what each role gets, as it stands in the table."""
    lines = [line.split() for line in TABLE.read_text().splitlines() if line.strip() and not line.startswith("#")]
    return {(method, name): dict(zip(ROLES, gets, strict=True)) for method, name, *gets in lines}


@pytest.fixture
def unrendered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are decided about, not drawn: a permission that only a template asks for would protect nothing."""
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", property(lambda self: ""))
    monkeypatch.setattr(Photograph, "get_rendition", _no_file)


def _no_file(self: Photograph, spec: object) -> NoReturn:
    raise SourceImageIOError


@pytest.fixture
def world(desk: None, unrendered: None) -> World:
    return made()


@pytest.fixture(scope="module")
def routes() -> dict[str, Route]:
    return {route.name: route for route in every_route()}


def test_every_route_is_declared_and_no_other(routes: dict[str, Route]) -> None:
    names = {name for _method, name in declared()}
    assert names - routes.keys() == set()
    assert routes.keys() - names == set()


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_in_where_the_table_says_and_nowhere_else(
    world: World, routes: dict[str, Route], role: str
) -> None:
    found = {key: world.gets(role, key[0], routes[key[1]]) for key in declared()}
    expected = {key: gets[role] for key, gets in declared().items()}
    assert {key: one for key, one in found.items() if one != expected[key]} == {}


def test_strangers_get_in_nowhere_but_to_sign_in(world: World, routes: dict[str, Route]) -> None:
    client = Client()
    entered = [name for name, route in routes.items() if world.gets("", "GET", route, client) not in (".", "...")]
    assert sorted(entered) == sorted(STRANGERS)


STRANGERS = (
    "newsletter:sign_up",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_complete",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_sprite",
)
"""What anybody may open: to ask for letters, to sign in, to be sent a new password; with their words and icons."""


@pytest.mark.parametrize("action", ["unpublish", "publish", "delete", "move"])
@pytest.mark.parametrize("role", ["reporter", "pictures"])
def test_several_at_once_is_no_way_around(world: World, role: str, action: str) -> None:
    """The address is open to all, each article is asked about by itself."""
    live, draft = world.articles["l"], world.articles["d"]
    path = reverse("wagtail_bulk_action", args=("wagtailcore", "page", action))
    form = {"chooser": world.args["destination_id"], "include_descendants": "on"}
    world.clients[role].post(f"{path}?id={live.pk}&id={draft.pk}&next=/desk/", form)
    states = {page.pk: page.live for page in ArticlePage.objects.filter(pk__in=[live.pk, draft.pk])}
    assert states == {live.pk: True, draft.pk: False}


def test_the_menu_shows_each_role_what_it_may_open(world: World) -> None:
    assert {role: world.menu(role) for role in ROLES} == MENUS


MENUS = {
    "reporter": ["monitoring", "articles", "sources", "audio", "people-and-topics", "images", "reports", "help"],
    "editor": [
        "monitoring",
        "articles",
        "front",
        "sources",
        "audio",
        "letters",
        "people-and-topics",
        "images",
        "reports",
        "help",
    ],
    "chief": [
        "monitoring",
        "articles",
        "front",
        "sources",
        "audio",
        "letters",
        "people-and-topics",
        "images",
        "standing",
        "reports",
        "settings",
        "help",
    ],
    "pictures": ["monitoring", "images", "help"],
}
