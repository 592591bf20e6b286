"""The paths of letters that are no sheets; the reader process forwards them."""

from django.urls import path

from newsdesk.newsletter import views
from newsdesk.newsletter.notices.webhook import webhook

app_name = "newsletter"
urlpatterns = [
    path("sign-up/", views.sign_up, name="sign_up"),
    path("confirm/<str:token>/", views.confirm, name="confirm"),
    path("not-me/<str:token>/", views.not_me, name="not_me"),
    path("leave/<str:signed>/", views.leave, name="leave"),
    path("keep/<str:signed>/", views.keep, name="keep"),
    path("preferences/<str:signed>/", views.preferences, name="preferences"),
    path("notices/", webhook, name="notices"),
]
