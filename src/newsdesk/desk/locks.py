"""A scheduled article can still be mended by those who may publish; for all others it stays locked until its time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.locks import BaseLock, ScheduledForPublishLock

if TYPE_CHECKING:
    from newsdesk.desk.pages.article import ArticlePage


class MendableLock(ScheduledForPublishLock):
    """What is saved stays a draft; publishing again puts the mended text in the place of what waits."""

    def for_user(self, user: Any) -> bool:
        return not self.object.permissions_for_user(user).can_publish()

    def get_description(self, user: Any) -> str:
        if self.for_user(user):
            return str(super().get_description(user))
        return _("Waiting for its time. Publish again to put what you mend in the place of what waits.")


def lock_of(article: ArticlePage, stock: BaseLock | None) -> BaseLock | None:
    """The lock in force, where ``stock`` is the one Wagtail would set."""
    return MendableLock(article) if type(stock) is ScheduledForPublishLock else stock
