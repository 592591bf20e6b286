"""Articles as lists of the desk show them: one row each, from few columns, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.models import WorkflowState, get_default_page_content_type

from newsdesk.archive.models import CardRow
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.pages.parts import ArticleContributor
from newsdesk.desk.screens.planned import Plan
from newsdesk.desk.screens.states import State, state_of

COLUMNS = (
    "uuid", "path", "depth", "title", "draft_title", "slugline", "kind", "live", "has_unpublished_changes",
    "first_published_at", "worked_at", "late_by", "section__name", "owner__username", "owner__first_name",
    "owner__last_name", "latest_revision__user__username", "latest_revision__user__first_name",
    "latest_revision__user__last_name",
)  # fmt: skip
"""All that a list shows: neither body nor revisions are read."""


@dataclass(frozen=True, slots=True)
class Row:
    """``url`` opens the article for this user, in the editor or as readers see it; ``due`` is when it comes out."""

    page: ArticlePage
    state: State
    url: str
    by: str
    last_by: str
    may_edit: bool
    live_at: str = ""
    due: datetime | None = None
    reason: str = ""

    @property
    def minutes_late(self) -> int:
        """How late the live edition came out, in minutes; 0 where it was in time."""
        return -(-self.page.late_by // 60)

    @property
    def pk(self) -> int:
        return int(self.page.pk)

    @property
    def live(self) -> bool:
        return bool(self.page.live)

    @property
    def headline(self) -> str:
        return str(self.page.draft_title or self.page.title)


def with_columns(articles: QuerySet[ArticlePage]) -> QuerySet[ArticlePage]:
    """The query for a list: only what it shows."""
    names = Prefetch("contributors", ArticleContributor.objects.select_related("contributor"))
    related = articles.select_related("section", "owner", "latest_revision__user")
    return related.only(*COLUMNS).prefetch_related(names)


def rows(
    articles: Iterable[ArticlePage], user: Any, plans: Mapping[int, Plan], waiting: Collection[int] | None = None
) -> list[Row]:
    """The rows of a list. ``waiting`` are the pages that wait for approval, where the caller knows them already."""
    found = list(articles)
    waiting = _waiting(found) if waiting is None else waiting
    paths = _paths(page.uuid for page in found if page.live)
    return [_row(page, user, plans, waiting, paths) for page in found]


def may_edit(user: Any, page: ArticlePage) -> bool:
    """Whether the user may open the editor, from what is at hand."""
    if user.is_superuser:
        return True
    allowed = page.permissions_for_user(user).permissions
    return "change" in allowed or ("add" in allowed and page.owner_id == user.pk)


def name_of(user: Any) -> str:
    return str(user.get_full_name() or user.get_username()) if user else ""


def _row(
    page: ArticlePage, user: Any, plans: Mapping[int, Plan], waiting: Collection[int], paths: Mapping[UUID, str]
) -> Row:
    editable = may_edit(user, page)
    live_at = paths.get(page.uuid, "")
    plan = plans.get(page.pk)
    last = page.latest_revision.user if page.latest_revision else None
    return Row(
        page=page,
        state=state_of(page, plans, waiting),
        url=reverse("wagtailadmin_pages:edit", args=(page.pk,)) if editable else live_at,
        by=_by(page),
        last_by=name_of(last),
        may_edit=editable,
        live_at=live_at,
        due=plan.due if plan else None,
    )


def _by(page: ArticlePage) -> str:
    """The byline; whose draft it is where nobody signs yet."""
    names = [use.contributor.name for use in page.contributors.all()]
    if len(names) > 2:
        more = len(names) - 1
        return ngettext("%(name)s and %(more)d more", "%(name)s and %(more)d more", more) % {
            "name": names[0],
            "more": more,
        }
    return ", ".join(names) or name_of(page.owner)


def _waiting(pages: Iterable[ArticlePage]) -> set[int]:
    states = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id__in=[str(page.pk) for page in pages],
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return {int(id) for id in states.values_list("object_id", flat=True)}


def _paths(articles: Iterator[UUID]) -> dict[UUID, str]:
    """The permalinks of what is live."""
    return dict(CardRow.objects.filter(article__in=list(articles), state="live").values_list("article", "path"))
