"""Sets a newsroom up: the tree, the site, the roles, and how an article is approved. Safe to run at every start."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Locale, Page, Site, Workflow, WorkflowPage, WorkflowTask

from newsdesk.desk import roles
from newsdesk.desk.pages.newsroom import NewsroomPage, StandingPagesPage


@transaction.atomic
def setup() -> NewsroomPage:
    """The newsroom, made if there is none; what editors changed since is left as it is."""
    newsroom: NewsroomPage = NewsroomPage.objects.first() or _found()
    _take_the_site(newsroom)
    return newsroom


def _found() -> NewsroomPage:
    root = _root()
    newsroom = NewsroomPage(title=_("Newsroom"), slug="newsroom")
    standing = StandingPagesPage(title=_("Standing pages"), slug="standing-pages")
    root.add_child(instance=newsroom)
    root.add_child(instance=standing)
    _clear_welcome_pages(newsroom, standing)
    roles.setup(newsroom, standing)
    _approval(newsroom)
    return newsroom


def _root() -> Page:
    root: Page = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=Locale.get_active())
    )
    return root


def _take_the_site(newsroom: NewsroomPage) -> None:
    """The one site, at the address readers know."""
    address = urlsplit(settings.NEWSDESK_SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    values = {
        "hostname": address.hostname,
        "port": port,
        "root_page": newsroom,
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    Site.objects.update_or_create(is_default_site=True, defaults=values)


def _clear_welcome_pages(*kept: Page) -> None:
    """Wagtail's own first page; nothing of it was ever published."""
    for page in Page.objects.filter(depth=2).exclude(pk__in=[page.pk for page in kept]):
        page.delete()


def _approval(newsroom: NewsroomPage) -> None:
    """One step: an editor approves. Wagtail's own workflow names groups that a newsroom does not have."""
    Workflow.objects.all().delete()
    GroupApprovalTask.objects.all().delete()
    task = GroupApprovalTask.objects.create(name=_("Approval by an editor"))
    task.groups.set(roles.groups(roles.EDITOR, roles.CHIEF))
    workflow = Workflow.objects.create(name=_("Publication"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=newsroom)
