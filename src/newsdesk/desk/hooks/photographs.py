"""Photographs: whoever may change one may delete it, unless an edition prints it."""

from __future__ import annotations

from typing import Any

from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from newsdesk.desk.photographs import Photograph


class PrintedStay(CollectionOwnershipPermissionPolicy):
    def user_has_permission_for_instance(self, user: Any, action: str, instance: Photograph) -> bool:
        if action == "delete" and instance.printed:
            return False
        return bool(super().user_has_permission_for_instance(user, action, instance))


register_permission_policy(
    Photograph, PrintedStay(Photograph, auth_model="wagtailimages.Image", owner_field_name="uploaded_by_user")
)
