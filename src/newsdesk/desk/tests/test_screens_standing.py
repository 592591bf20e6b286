"""Standing pages have a list of their own, with the way to a new one; for those who write them."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from newsdesk.desk import roles
from newsdesk.desk.models import InfoPage, StandingPagesPage
from newsdesk.desk.tests.conftest import person, signed_in

URL = "/desk/standing/"


def test_the_list_names_them_and_begins_one_in_their_folder(desk: None) -> None:
    chief = signed_in(person("carla", roles.CHIEF))
    folder = StandingPagesPage.objects.get()
    folder.add_child(instance=InfoPage(title="About us", slug="about"))
    assert "About us" in chief.get(URL).content.decode()
    begin = chief.get(reverse("newsdesk_standing:choose_parent"))
    assert begin["Location"] == reverse("wagtailadmin_pages:add", args=("desk", "infopage", folder.pk))


def test_an_empty_list_says_how_to_begin(desk: None) -> None:
    answer = signed_in(person("carla", roles.CHIEF)).get(URL).content.decode()
    assert reverse("newsdesk_standing:choose_parent") in answer


def test_an_editor_may_not(at_editor: Client) -> None:
    assert at_editor.get(URL).status_code == 302
