"""The desk and its endpoints as an ASGI application (https://asgi.readthedocs.io/); granian runs it as ``asginl``."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")

desk = get_asgi_application()  # it sets Django up, before which no view can be loaded

from newsdesk.newsletter.hatch import Hatch  # noqa: E402

application = Hatch(desk)
