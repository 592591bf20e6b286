"""Mail about second factors, so that nobody gets or loses one unseen; what cannot be sent stops nothing."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.utils.translation import gettext as _

from newsdesk.desk.roles import CHIEF

logger = logging.getLogger(__name__)


def set_up(user: Any) -> None:
    """To the person: whoever has just learnt their password could have done it."""
    words = _(
        "A second factor was set up for your account %(account)s at the desk of %(paper)s.\n\n"
        "If that was not you, speak with a chief of the newsroom now."
    )
    _send(_("Second factor set up"), words % _named(user), {user.email})


def taken_away(user: Any, by: str) -> None:
    """To the person, and to every chief but ``by``, who did it; empty for a terminal."""
    words = _(
        "%(who)s has taken away the second factor of the account %(account)s at the desk of %(paper)s.\n\n"
        "If you did not agree to this, speak with them today: until tomorrow the account opens nothing confidential."
    )
    who = by or _("Somebody at the newsroom's terminal")
    chiefs = get_user_model().objects.filter(groups__name=CHIEF, is_active=True).exclude(username=by)
    _send(_("Second factor taken away"), words % {**_named(user), "who": who}, {one.email for one in (user, *chiefs)})


def _named(user: Any) -> dict[str, str]:
    return {"account": user.get_username(), "paper": settings.NEWSDESK_SITE_NAME}


def _send(subject: str, words: str, addresses: set[str]) -> None:
    for address in sorted(filter(None, addresses)):
        try:
            send_mail(subject, words, None, [address])
        except OSError as error:
            logger.error("mail about a second factor was not sent: %s", error.__class__.__name__)
