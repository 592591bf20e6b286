"""The addresses of the second factor's pages."""

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from newsdesk.desk.screens.second_factor import own, people


class SecondFactorViewSet(ViewSet):
    name = "newsdesk_second_factor"
    url_prefix = "second-factor"

    def get_urlpatterns(self) -> list[object]:
        return [
            path("", own.Own.as_view(), name="own"),
            path("set-up/", own.SetUp.as_view(), name="set_up"),
            path("codes/", own.RenewCodes.as_view(), name="renew_codes"),
            path("turn-off/", own.TurnOff.as_view(), name="turn_off"),
            path("people/", people.People.as_view(), name="people"),
            path("people/<int:pk>/take-away/", people.TakeAway.as_view(), name="take_away"),
        ]
