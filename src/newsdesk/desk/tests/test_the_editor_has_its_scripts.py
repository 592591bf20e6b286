"""Every script the editor's page names stands among the static files: one that is missing is a 500 in production."""

import re

from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from newsdesk.desk.models import ArticlePage, BriefPage
from newsdesk.desk.tests.conftest import Begin


def missing(client: Client, page: ArticlePage) -> list[str]:
    html = client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()
    named = re.findall(r'(?:src|href)="/desk/static/([^"?]+)', html)
    assert named
    return [path for path in named if not finders.find(path)]


def test_of_an_article_and_a_brief(at_editor: Client, begin: Begin) -> None:
    assert missing(at_editor, begin()) == []
    assert missing(at_editor, begin("Brief", BriefPage)) == []
