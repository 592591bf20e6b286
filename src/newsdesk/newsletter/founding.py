"""The one letter that every newsroom begins with, so that readers can ask for it from the first day."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext

from newsdesk.newsletter.models import Letter
from newsdesk.newsletter.web_edition import follow_letter

SLUG = "letter"


@transaction.atomic
def found() -> None:
    """Makes it where there is no letter at all; one that is not wanted is closed, not deleted."""
    if Letter.objects.exists():
        return
    letter = Letter.objects.create(
        name=gettext("The letter of %s") % settings.NEWSDESK_SITE_NAME[:50],
        slug=SLUG,
        description=gettext("What matters, once in a while."),
        language=settings.LANGUAGE_CODE,
        from_name=settings.NEWSDESK_SITE_NAME[:80],
        from_address=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
    )
    follow_letter(letter)
