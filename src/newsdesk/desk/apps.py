"""Tells Django of the desk, and starts to listen to what Wagtail saves."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "newsdesk.desk"
    label = "desk"
    verbose_name = _("Desk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from newsdesk.desk import photo_intake, publish, removal

        photo_intake.listen()
        publish.listen()
        removal.listen()
