"""The mail that asks for a confirmation; the way it leaves is Django's own."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import formataddr

from django.core.mail import EmailMultiAlternatives
from django.utils.translation import gettext

from newsdesk.newsletter.asking import drawing
from newsdesk.newsletter.models import Letter


def confirmation(to: str, token: str, letters: Sequence[Letter]) -> EmailMultiAlternatives:
    """Text and HTML with two links: to the page that confirms, and to the one that says it was somebody else."""
    values = {
        "confirm": drawing.url(f"/letters/confirm/{token}/"),
        "not_me": drawing.url(f"/letters/not-me/{token}/"),
        "letters": letters,
    }
    mail = EmailMultiAlternatives(
        subject=gettext("Please confirm: our letters"),
        body=drawing.drawn_bare("letters/confirmation.txt", values),
        from_email=formataddr((_one_line(letters[0].from_name), letters[0].from_address)),
        to=[to],
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
    )
    mail.attach_alternative(drawing.drawn_bare("letters/confirmation.html", values), "text/html")
    return mail


def _one_line(words: str) -> str:
    """A name as it can stand in a header."""
    return " ".join(words.split())
