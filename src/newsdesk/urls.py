"""The paths the desk's process answers; everything else is a sheet, and the reader's."""

from django.urls import include, path
from wagtail.admin import urls as desk
from wagtail.admin.auth import require_admin_access
from wagtail.documents.views.serve import serve as papers

from newsdesk.desk.media import media
from newsdesk.desk.signing_in.views import AskForPassword, GiveCode, SignIn

urlpatterns = [
    path("desk/media/<path:path>", require_admin_access(media)),
    path(
        "desk/papers/<int:document_id>/<str:document_filename>", require_admin_access(papers), name="wagtaildocs_serve"
    ),
    path("desk/login/", SignIn.as_view(), name="wagtailadmin_login"),  # these two before Wagtail's own
    path("desk/password_reset/", AskForPassword.as_view(), name="wagtailadmin_password_reset"),
    path("desk/login/code/", GiveCode.as_view(), name="newsdesk_code"),
    path("desk/", include(desk)),
    path("letters/", include("newsdesk.newsletter.urls")),
]
