"""The side panel “Audio”: how an article is heard, who is to read it, and the draft, read aloud on the spot."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from newsdesk.article.clip import path
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.audio.forms import WishForm
from newsdesk.desk.screens.audio.states import heard


class AudioSidePanel(BaseSidePanel):
    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle audio")
        icon_name = "media"

    name = "audio"
    title = _("Audio")
    template_name = "newsdesk_desk/audio/panel.html"
    order = 70

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | shown(self.object, self.request.user)

    class Media:
        js = ("newsdesk_desk/audio.js",)


def may_wish(user: Any, page: ArticlePage) -> bool:
    """Whoever writes a draft says how it is read; what is live is for those who may publish."""
    may = page.permissions_for_user(user)
    return bool(may.can_publish() if page.live else may.can_edit())


def shown(page: ArticlePage, user: Any) -> dict[str, Any]:
    """What the panel is drawn from."""
    if not page.pk:
        return {"page": page}
    found = heard(page.archive_id)
    return {
        "page": page,
        "heard": found,
        "mp3": path(found.clip.digest, "mp3") if found.clip else "",
        "form": WishForm(found.narration) if may_wish(user, page) else None,
        "wish": reverse("newsdesk_audio:wish", args=(page.pk,)),
        "draft": reverse("newsdesk_audio:draft", args=(page.pk,)),
    }
