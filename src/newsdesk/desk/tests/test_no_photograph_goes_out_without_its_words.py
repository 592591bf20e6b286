"""Readers are told who made a photograph and what it shows, also outside the news: on standing pages and portraits."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from newsdesk.archive.reader import Archive
from newsdesk.desk import roles
from newsdesk.desk.models import Contributor, InfoPage, Photograph, StandingPagesPage
from newsdesk.desk.tests.conftest import person, signed_in
from newsdesk.desk.tests.pictures import photograph


@pytest.fixture
def at_chief(desk: None) -> Client:
    return signed_in(person("ines", roles.CHIEF))


def about(picture: Photograph) -> InfoPage:
    """A draft that shows it."""
    page = InfoPage(title="About", slug="about", live=False, body=[("picture", {"picture": picture})])
    StandingPagesPage.objects.get().add_child(instance=page)
    page.save_revision()
    return page


def form_of(picture: Photograph) -> dict[str, str]:
    body = streamfield([("picture", {"picture": picture.pk, "caption": "", "alt": ""})])
    return nested_form_data({"title": "About", "slug": "about", "language": "en", "summary": "", "body": body})


@pytest.mark.parametrize("missing", ["caption", "alt", "creator", "credit"])
def test_not_on_a_standing_page(desk: None, missing: str) -> None:
    page = about(photograph(**{missing: ""}))
    with pytest.raises(ValidationError, match="photograph"):
        page.get_latest_revision().publish()
    assert Archive().page(page.archive_id) is None


@pytest.mark.parametrize(("is_draft", "wrong"), [(False, ["body"]), (True, [])])
def test_the_form_says_where_and_lets_a_draft_be_saved(desk: None, is_draft: bool, wrong: list[str]) -> None:
    picture = photograph(credit="")
    page = about(picture)
    form = InfoPage.get_edit_handler().get_form_class()(form_of(picture), instance=page, parent_page=page.get_parent())
    if is_draft:
        form.defer_required_fields()
    form.is_valid()
    assert list(form.errors) == wrong


def test_a_standing_page_begun_and_published_at_once_is_recorded(at_chief: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=("desk", "infopage", StandingPagesPage.objects.get().pk))
    at_chief.post(address, form_of(photograph()) | {"action-publish": "1"})
    page = InfoPage.objects.get()
    assert (page.live, bool(Archive().page(page.archive_id))) == (True, True)


def test_not_as_a_portrait(desk: None) -> None:
    ada = Contributor(name="Ada Holm", portrait=photograph(credit="", alt=""))
    with pytest.raises(ValidationError) as refused:
        ada.full_clean()
    assert len(refused.value.message_dict["portrait"]) == 3
    ada.portrait = photograph()
    ada.full_clean()
