"""Who may do what: four groups, given Wagtail's own permissions once; a chief may change them later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

REPORTER, EDITOR, CHIEF, PICTURE_EDITOR = "Reporters", "Editors", "Chiefs", "Picture editors"

ARTICLES: Mapping[str, Sequence[str]] = {
    REPORTER: ("add",),
    EDITOR: ("add", "change", "publish", "lock", "unlock"),
    CHIEF: ("add", "change", "publish", "lock", "unlock"),
    PICTURE_EDITOR: (),
}
"""In the newsroom: ``add`` means one's own."""

STANDING: Mapping[str, Sequence[str]] = {CHIEF: ("add", "change", "publish")}

PHOTOGRAPHS: Mapping[str, Sequence[str]] = {
    REPORTER: ("add", "choose"),
    EDITOR: ("add", "choose", "change"),
    CHIEF: ("add", "choose", "change"),
    PICTURE_EDITOR: ("add", "choose", "change"),
}

_LABELS = (
    "add_topic",
    "change_topic",
    "view_sourcerow",
    "add_sourcerow",
    "change_sourcerow",
    "tell_identity",
    "view_pronunciation",
    "add_pronunciation",
    "change_pronunciation",
)
_SETTINGS = (
    *(
        f"{action}_{noun}"
        for noun in ("contributor", "section", "topic", "sourcerow", "pronunciation", "user", "group")
        for action in ("add", "change", "delete")
    ),
    "view_sourcerow",
    "tell_identity",
    "see_handlings",
    "change_sourcingrules",
    "view_pronunciation",
    "change_audiorules",
)
_COMPOSES = ("view_letter", "view_issue", "add_issue", "change_issue")
_SENDS = ("add_letter", "change_letter", *_COMPOSES, "send_issue", "view_subscriber", "delete_subscriber")
WHOLE_DESK: Mapping[str, Sequence[str]] = {
    REPORTER: ("access_admin", "view_topic", "view_contributor", "view_section", "view_sourcerow", "tell_identity"),
    EDITOR: ("access_admin", "view_topic", "view_contributor", "view_section", *_LABELS, "arrange_front", *_COMPOSES),
    CHIEF: ("access_admin", *_SETTINGS, "arrange_front", *_SENDS),
    PICTURE_EDITOR: ("access_admin",),
}
"""Django's own permissions, by name. ``arrange_front`` is the desk's: fronts, picks and menus.

``tell_identity`` and ``see_handlings`` are about who an unnamed source is; to read it one must be named for it.
Who composes issues tries and stops them; who may ``send_issue`` lets them go; ``view_subscriber`` finds one reader.
"""


def setup(newsroom: Page, standing: Page) -> None:
    """Makes the four groups; Wagtail's two (Moderators, Editors) go, with what they might do to the whole tree."""
    Group.objects.filter(name__in=("Moderators", "Editors")).delete()
    root = Collection.get_first_root_node()
    for name in (REPORTER, EDITOR, CHIEF, PICTURE_EDITOR):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(WHOLE_DESK[name]))
        _allow_pages(group, newsroom, ARTICLES[name])
        _allow_pages(group, standing, STANDING.get(name, ()))
        for action in PHOTOGRAPHS[name]:
            permission = Permission.objects.get(codename=f"{action}_image", content_type__app_label="wagtailimages")
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def groups(*names: str) -> QuerySet[Group]:
    return Group.objects.filter(name__in=names)


def _allow_pages(group: Group, page: Page, actions: Sequence[str]) -> None:
    for action in actions:
        permission = Permission.objects.get(codename=f"{action}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _permissions(codenames: Sequence[str]) -> QuerySet[Permission]:
    """Permissions by name; only the desk, accounts and Wagtail itself have any that a role could mean."""
    apps = ("desk", "sources", "audio", "newsletter", "auth", "wagtailcore", "wagtailadmin")
    return Permission.objects.filter(content_type__app_label__in=apps, codename__in=codenames)
