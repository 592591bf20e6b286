"""The desk's side of a generated newsroom: an editor at the form, and a page for every article of the archive."""

from __future__ import annotations

import itertools
import random
from datetime import timedelta
from typing import Any
from uuid import UUID

from benchmarks.paper import A_DAY, AUTHORS, END, SECTIONS, TOPICS, Paper, article_id

BLOCK = 1000
_numbers = itertools.count(1)


def people() -> None:
    """The paper's sections, topics and authors as the desk's own, under the ids the archive knows."""
    from newsdesk.desk.models import Contributor, Section, Topic

    for model, names in ((Section, SECTIONS), (Topic, TOPICS)):
        for label in names:
            model.objects.get_or_create(uuid=UUID(label.id), defaults={"name": label.name})
    for credit in AUTHORS:
        Contributor.objects.get_or_create(uuid=UUID(credit.contributor), defaults={"name": credit.name})


def fill_desk(paper: Paper) -> None:
    """A live page with its revision for every article, written straight into Wagtail's tables."""
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Page, Revision

    from newsdesk.desk.models import ArticlePage, Section
    from newsdesk.desk.pages.newsroom import month_of

    people()
    sections = {str(section.uuid): section.pk for section in Section.objects.all()}
    type_of = ContentType.objects.get_for_model(ArticlePage)
    chance = random.Random(paper.seed)
    months: dict[str, tuple[Any, itertools.count[int]]] = {}
    first = (Page.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    for start in range(0, paper.count, BLOCK):
        pages, articles, revisions = [], [], []
        for number in range(start, min(start + BLOCK, paper.count)):
            at = END - timedelta(days=1) * ((paper.count - 1 - number) / A_DAY)
            name = timezone.localtime(at).strftime("%Y-%m")
            parent, places = months.setdefault(name, (month_of(at), itertools.count(1)))
            place = next(places)
            page = ArticlePage(
                pk=first + number, page_ptr_id=first + number, content_type=type_of, uuid=UUID(article_id(number)),
                title=f"Story {number} of the harbour", draft_title=f"Story {number} of the harbour",
                slug=f"story-{number}", path=parent.path + Page._int2str(place).rjust(4, "0"), depth=parent.depth + 1,
                url_path=f"{parent.url_path}story-{number}/", live=True, locale_id=parent.locale_id,
                section_id=sections[chance.choice(SECTIONS).id], first_published_at=at, last_published_at=at,
                latest_revision_created_at=at, worked_at=at, kind="news",
            )  # fmt: skip
            fields = {field.name: getattr(page, field.attname) for field in Page._meta.concrete_fields}
            fields["content_type"], fields["locale"] = type_of, parent.locale
            pages.append(Page(**{name: value for name, value in fields.items() if not name.endswith("revision")
                                 and name not in ("alias_of", "owner", "locked_by")}))  # fmt: skip
            articles.append(page)
            revisions.append(Revision(
                content_type=type_of, base_content_type=ContentType.objects.get_for_model(Page), object_id=str(page.pk),
                created_at=at, object_str=page.title, content=page.serializable_data(),
            ))  # fmt: skip
        Page.objects.bulk_create(pages)
        _insert(articles)
        Revision.objects.bulk_create(revisions)
    _point_at_revisions(type_of)
    for parent, places in months.values():
        Page.objects.filter(pk=parent.pk).update(numchild=next(places) - 1)


def _insert(articles: list[Any]) -> None:
    """Django makes no rows of a child type in bulk; its own columns are few."""
    from django.db import connection

    from newsdesk.desk.models import ArticlePage

    fields = ArticlePage._meta.local_concrete_fields
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    sql = f"INSERT INTO {ArticlePage._meta.db_table} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"  # noqa: S608
    rows = [[field.get_db_prep_save(getattr(page, field.attname), connection) for field in fields] for page in articles]
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)


def _point_at_revisions(type_of: Any) -> None:
    """By the index on type and id: without the type, every page would look through every revision."""
    from django.db import connection

    with connection.cursor() as cursor:
        newest = (
            "SELECT r.id FROM wagtailcore_revision r WHERE r.content_type_id = %s AND r.object_id = CAST(p.id AS text)"
        )
        cursor.execute(
            f"UPDATE wagtailcore_page AS p SET latest_revision_id = ({newest}), live_revision_id = ({newest}) "  # noqa: S608
            "WHERE latest_revision_id IS NULL AND slug LIKE 'story-%%'",
            [type_of.pk, type_of.pk],
        )
        cursor.execute("ANALYZE")


class Editor:
    """A chief at the desk's own forms, by Django's test client."""

    def __init__(self) -> None:
        from django.contrib.auth.models import Group, User
        from django.test import Client

        people()
        user, _ = User.objects.get_or_create(username="bench")
        user.groups.add(Group.objects.get(name="Chiefs"))
        self.client = Client(SERVER_NAME="127.0.0.1")
        self.client.force_login(user)

    def draft(self) -> Any:
        """A finished draft."""
        from newsdesk.desk.models import ArticleContributor, ArticlePage, ArticleTopic, Contributor, Section, Topic
        from newsdesk.desk.pages.newsroom import this_month

        body = [("paragraph", "<p>" + "The ferry was late again on Tuesday. " * 10 + "</p>")] * 10
        number = next(_numbers)
        page = ArticlePage(
            title=f"Late ferry {number}", body=body, live=False, section=Section.objects.all()[number % 8]
        )
        page.topics = [ArticleTopic(topic=topic) for topic in Topic.objects.all()[number % 190 : number % 190 + 3]]
        page.contributors = [ArticleContributor(contributor=Contributor.objects.all()[number % 30])]
        this_month().add_child(instance=page)
        page.save_revision()
        return page

    def publish(self, page: Any) -> None:
        """The POST of the editor's Publish button."""
        from django.urls import reverse

        from newsdesk.desk.tests.forms import form_of

        form = form_of(page, **{"action-publish": "1"})
        answer = self.client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
        assert answer.status_code == 302, answer.context["form"].errors

    def open(self, address: str) -> None:
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
