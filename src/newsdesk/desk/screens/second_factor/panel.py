"""Where a person finds their second factor: on the account page.

https://docs.wagtail.org/en/stable/reference/hooks.html#register-account-settings-panel
"""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel

from newsdesk.desk.second_factor.check import has_factor


class FactorPanel(BaseSettingsPanel):
    name = "second_factor"
    title = _("Second factor")
    order = 510
    template_name = "newsdesk_desk/second_factor/panel.html"

    def get_form(self) -> Form:
        """Nothing is filled in here."""
        return Form()

    def get_context_data(self) -> dict[str, Any]:
        return {"on": has_factor(self.user)}
