"""What mail services do each in their own way, of those django-anymail knows (https://anymail.dev); pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Service:
    """``tracks``: a letter can tell it to count nobody; else that is set in its account. ``metadata``: it gives back
    with its events what came with the letter. ``headers`` go along, ``refuses`` may not. ``proof``: the setting by
    which what it tells is proven, beside the secret that all can have. ``soft``: whether a bounce it tells of may pass;
    None where its events do not say.
    """

    tracks: bool = False
    metadata: bool = True
    headers: Mapping[str, str] = field(default_factory=dict)
    refuses: frozenset[str] = frozenset()
    proof: str = ""
    soft: Callable[[Event], bool] | None = None


def of(name: str) -> Service:
    """By django-anymail's name of it, also as it is written out: ``amazon_ses`` or *Amazon SES*."""
    return KNOWN.get(name.lower().replace(" ", "_"), Service())


def _never(event: Event) -> bool:
    """It tells of what may pass as a delay."""
    return False


def _postmark(event: Event) -> bool:
    return bool(event.get("Type") == "SoftBounce")


def _sendgrid(event: Event) -> bool:
    return bool(event.get("type") == "blocked")


def _amazon_ses(event: Event) -> bool:
    return bool(event.get("bounce", {}).get("bounceType", "Permanent") != "Permanent")


def _by_name(event: Event) -> bool:
    return bool(event.get("event") == "soft_bounce")


def _mailjet(event: Event) -> bool:
    return bool(event.get("event") == "bounce" and not event.get("hard_bounce"))


KNOWN = {
    "amazon_ses": Service(soft=_amazon_ses),
    "brevo": Service(soft=_by_name),
    "mailersend": Service(tracks=True, metadata=False, proof="MAILERSEND_SIGNING_SECRET"),
    "mailgun": Service(tracks=True, proof="MAILGUN_WEBHOOK_SIGNING_KEY", soft=_never),
    # https://github.com/symfony/symfony/issues/44000
    "mailjet": Service(tracks=True, refuses=frozenset({"Message-ID"}), soft=_mailjet),
    "mandrill": Service(tracks=True, proof="MANDRILL_WEBHOOK_KEY", soft=_by_name),
    "postal": Service(metadata=False, proof="POSTAL_WEBHOOK_KEY"),
    # Without this header it writes a Message-ID of its own over ours.
    "postmark": Service(tracks=True, headers={"X-PM-KeepID": "true"}, soft=_postmark),
    "resend": Service(proof="RESEND_SIGNING_SECRET"),
    "sendgrid": Service(tracks=True, proof="SENDGRID_TRACKING_WEBHOOK_VERIFICATION_KEY", soft=_sendgrid),
    "sparkpost": Service(tracks=True),
    "test": Service(tracks=True),
    "unisender_go": Service(tracks=True, proof="UNISENDER_GO_API_KEY"),
}
