"""What nobody may do with a page, whoever they are: move it, give it away in private, delete what readers have seen."""

from __future__ import annotations

from typing import Any

from wagtail.models import PagePermissionTester


class FixedPage(PagePermissionTester):
    """A page of the tree's frame: only what stands in it is worked on."""

    def can_edit(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_publish(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False


class PublishedPage(PagePermissionTester):
    """A page readers are shown: it stays in its place, is public, and once published is withdrawn, not deleted."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.page.first_published_at is None and super().can_delete(ignore_bulk)

    def can_move(self) -> bool:
        return False

    def can_move_to(self, destination: Any) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False
