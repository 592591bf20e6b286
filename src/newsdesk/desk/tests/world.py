"""A newsroom with one of everything that an address can name, and somebody in each role to try it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu
from wagtail.documents import get_document_model
from wagtail.models import Collection, Task, Workflow

from newsdesk.audio.models import Composition, Pronunciation
from newsdesk.desk import roles
from newsdesk.desk.models import ArticlePage, Contributor, MonthPage, Section, SourcingRules, Topic
from newsdesk.desk.pages.newsroom import this_month
from newsdesk.desk.pages.parts import ArticleContributor
from newsdesk.desk.tests.conftest import person, signed_in
from newsdesk.desk.tests.pictures import photograph
from newsdesk.desk.tests.routes import Route, may_go
from newsdesk.newsletter.models import Issue, Letter
from newsdesk.sources.models import SourceRow

ROLES = {
    "reporter": roles.REPORTER,
    "editor": roles.EDITOR,
    "chief": roles.CHIEF,
    "pictures": roles.PICTURE_EDITOR,
}
STATES = "odl"
"""An article of one's own, a draft; another's draft; another's, live."""
OF_AN_ARTICLE = ("page_id", "page_to_move_id", "revision_id_a")
NAMED_OTHERWISE = (
    "wagtail_bulk_action",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_pages:revisions_compare",
    "wagtailadmin_api:pages:detail",
    "wagtailadmin_api:pages:action",
)
"""Routes of an article that call its id something else."""


@dataclass
class World:
    """``articles`` by state, one's own by role; ``args`` what each argument of an address is here."""

    clients: dict[str, Client]
    own: dict[str, ArticlePage]
    articles: dict[str, ArticlePage]
    args: dict[str, Any]
    by_namespace: dict[str, Any] = field(default_factory=dict)

    def gets(self, role: str, method: str, route: Route, client: Client | None = None) -> str:
        """``x`` or ``.`` for a route; for one of an article a letter for each state it opens in."""
        client = client or self.clients[role]
        if not _of_an_article(route):
            return "x" if self._goes(client, method, route, self.articles["l"]) else "."
        pages = {"o": self.own.get(role, self.articles["d"]), "d": self.articles["d"], "l": self.articles["l"]}
        return "".join(state if self._goes(client, method, route, pages[state]) else "." for state in STATES)

    def menu(self, role: str) -> list[str]:
        """The names of the items of the menu, in order."""
        request = RequestFactory().get("/desk/")
        request.user = User.objects.get(username=role)
        items = admin_menu.menu_items_for_request(request)
        return [item.name for item in sorted(items, key=lambda item: item.order)]

    def _goes(self, client: Client, method: str, route: Route, page: ArticlePage) -> bool:
        with transaction.atomic():
            try:
                return may_go(client, method, self.url(route, page))
            finally:
                transaction.set_rollback(True)

    def url(self, route: Route, page: ArticlePage) -> str:
        """The address of a route here; ``page`` is the article, for one of an article."""
        if route.name not in self.args["unnamed"]:
            kwargs = {name: self._arg(name, route, page) for name in route.params}
            url = reverse(route.name, kwargs=kwargs)
            return f"{url}?id={page.pk}&next=/desk/articles/" if route.name == "wagtail_bulk_action" else url
        return self.args["unnamed"][route.name]

    def _arg(self, name: str, route: Route, page: ArticlePage) -> Any:
        if name in ("page_id", "page_to_move_id") or (name in ("pk", "object_id") and _of_an_article(route)):
            return page.pk
        if name == "revision_id":
            return page.latest_revision_id
        if name in ("app_name", "model_name") and "wagtailsettings" in route.name:
            return {"app_name": "desk", "model_name": "sourcingrules"}[name]
        if name == "pk":
            return self.by_namespace[route.name.rpartition(":")[0]]
        if name == "model_name" and route.name == "wagtailadmin_tag_model_autocomplete":
            return "tag"
        if name in ("app_label", "model_name", "action_name") and "workflows" in route.name:
            return {"app_label": "wagtailcore", "model_name": "groupapprovaltask"}.get(name, "approve")
        if name in ("app_label", "model_name") and route.name in ("wagtail_bulk_action",):
            return {"app_label": "wagtailcore", "model_name": "page"}[name]
        if name in ("app_label", "model_name") and "editing_sessions" in route.name:
            return {"app_label": "wagtailcore", "model_name": "page"}[name]
        return self.args[name]


def _of_an_article(route: Route) -> bool:
    return route.name in NAMED_OTHERWISE or any(param in OF_AN_ARTICLE for param in route.params)


def quiet(client: Client) -> Client:
    """Wagtail has an address that falls over on purpose."""
    client.raise_request_exception = False
    return client


def made() -> World:
    people = {role: person(role, group) for role, group in ROLES.items()}
    other = person("other", roles.REPORTER)
    section, topic = Section.objects.create(name="Harbour"), Topic.objects.create(name="Ferries")
    author = Contributor.objects.create(name="Ada Holm")

    def article(headline: str, owner: User) -> ArticlePage:
        body = [("paragraph", "<p>The ferry was late.</p>")]
        page = ArticlePage(title=headline, owner=owner, section=section, body=body, live=False)
        page.contributors.add(ArticleContributor(contributor=author))
        this_month().add_child(instance=page)
        page.save_revision(user=owner)
        return page

    live = article("Live", other)
    live.get_latest_revision().publish()
    live = ArticlePage.objects.get(pk=live.pk)
    draft = article("Another's draft", other)
    own = {role: article(f"Own of {role}", user) for role, user in people.items()}
    for page in (draft, *own.values()):
        page.get_workflow().start(page, page.owner)
    source = SourceRow.objects.create(kind="outlet", name="Coast Courier")
    unnamed = SourceRow.objects.create(kind="anonymous", name="a clerk")
    document = get_document_model()(title="Paper", uploaded_by_user=other)
    document.file.save("paper.txt", ContentFile(b"words"), save=True)
    picture = photograph(uploaded_by_user=other)
    letter = Letter.objects.create(name="Morning", slug="morning", language="en", from_address="paper@news.example")
    issue = Issue.objects.create(letter=letter, subject="Today", made_by="other")
    waiting = draft.current_workflow_task_state
    workflow = Workflow.objects.get()
    month = this_month()
    args = {
        "letter": letter.pk,
        "issue": issue.pk,
        "delivery": 1,
        "act": "stop",
        "parent_page_id": month.pk,
        "destination_id": month.add_sibling(instance=MonthPage(title="2020-01", slug="2020-01")).pk,
        "content_type_app_name": "desk",
        "content_type_model_name": "articlepage",
        "app_label": "desk",
        "model_name": "articlepage",
        "app_name": "taggit",
        "action": "unpublish",
        "action_name": "approve",
        "task_state_id": waiting.pk,
        "workflow_state_id": draft.current_workflow_state.pk,
        "task_id": Task.objects.get().pk,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "image_id": picture.pk,
        "filter_spec": "no-such-filter",
        "document_id": document.pk,
        "doc_id": document.pk,
        "document_filename": document.filename,
        "uploaded_file_id": 1,
        "collection_id": Collection.get_first_root_node().pk,
        "page_pk": month.pk,
        "workflow_pk": workflow.pk,
        "session_id": 1,
        "uidb64": "MQ",
        "token": "x-y",
        "signed": "x-y",
        "unnamed": {
            "desk/media/<path:path>": "/desk/media/none.jpg",
            "desk/test404/": "/desk/test404/",
            "desk/^.*/$": "/desk/no-such-place/",
        },
    }
    names = {
        "newsdesk_audio": Composition.objects.create(day="2026-11-25").pk,
        "wagtailsnippets_desk_contributor": author.pk,
        "wagtailsnippetchoosers_desk_contributor": author.pk,
        "wagtailsnippets_desk_section": section.pk,
        "wagtailsnippetchoosers_desk_section": section.pk,
        "wagtailsnippets_desk_topic": topic.pk,
        "wagtailsnippetchoosers_desk_topic": topic.pk,
        "wagtailsnippets_sources_sourcerow": source.pk,
        "wagtailsnippetchoosers_sources_sourcerow": source.pk,
        "newsdesk_statements": source.pk,
        "pronunciation": Pronunciation.objects.create(language="en", word="Ribanova", said="ribba-NO-va").pk,
        "newsdesk_identities": unnamed.pk,
        "wagtailsettings": SourcingRules.load().pk,
        "newsdesk_second_factor": other.pk,
        "wagtailusers_users": other.pk,
        "wagtailusers_groups": Group.objects.get(name=roles.REPORTER).pk,
        "wagtailimages_chooser": picture.pk,
        "wagtaildocs_chooser": document.pk,
        "wagtailadmin_collections": Collection.get_first_root_node().add_child(name="Ferries").pk,
        "wagtailadmin_workflows": workflow.pk,
        "wagtailadmin_api:images": picture.pk,
        "wagtailadmin_api:documents": document.pk,
        "newsdesk_live_articles": live.pk,
    }
    clients = {role: quiet(signed_in(user)) for role, user in people.items()}
    return World(clients, own, {"d": draft, "l": live}, args, names)
