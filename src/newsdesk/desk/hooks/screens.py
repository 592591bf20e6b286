"""The desk's own screens and the menu that leads to them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from newsdesk.desk.screens.articles.viewset import ArticlesViewSet
from newsdesk.desk.screens.audio.pronunciations import PronunciationViewSet
from newsdesk.desk.screens.audio.viewset import AudioViewSet
from newsdesk.desk.screens.front.chooser import choosers
from newsdesk.desk.screens.front.view import FrontViewSet
from newsdesk.desk.screens.letters import breaking
from newsdesk.desk.screens.letters.viewset import LettersViewSet
from newsdesk.desk.screens.menu import MENU, audio_rules, thinly_sourced, tidy
from newsdesk.desk.screens.monitoring.panel import no_summary, take_the_home
from newsdesk.desk.screens.sources.identity.viewset import IdentitiesViewSet
from newsdesk.desk.screens.sources.viewset import SourcesViewSet, StatementsViewSet
from newsdesk.desk.screens.standing import StandingViewSet


@hooks.register("register_admin_viewset")
def screens() -> list[Any]:
    return [
        ArticlesViewSet(),
        AudioViewSet(),
        PronunciationViewSet(),
        FrontViewSet(),
        LettersViewSet(),
        StandingViewSet(),
        StatementsViewSet(),
        IdentitiesViewSet(),
        choosers,
    ]


register_snippet(SourcesViewSet)

for make_item in MENU:
    hooks.register("register_admin_menu_item", make_item)

hooks.register("register_page_header_buttons", breaking.button)
hooks.register("register_reports_menu_item", thinly_sourced)
hooks.register("register_settings_menu_item", audio_rules)
hooks.register("construct_main_menu", tidy)
hooks.register("construct_homepage_panels", take_the_home)
hooks.register("construct_homepage_summary_items", no_summary)


@hooks.register("register_log_actions")
def one_reader(actions: Any) -> None:
    actions.register_action("newsdesk.letters.reader", _("Look at one reader"), _("One reader looked at"))
