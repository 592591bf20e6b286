"""A reader leaves by a mail to the return address of a letter (RFC 2369, section 3.2): its token says whose it was."""

from __future__ import annotations

from email import message_from_bytes, policy

from newsdesk.newsletter.asking.leaving import leave
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.models import Delivery
from newsdesk.newsletter.posting import verp

TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To")


def taken_in(raw: bytes) -> bool:
    """Whether the mail was such a wish; a second one changes nothing."""
    mail = message_from_bytes(raw, policy=policy.compat32)
    if str(mail["Subject"] or "").strip().lower() != verp.LEAVE:
        return False
    named = (verp.delivery_of(str(value)) for header in TO for value in mail.get_all(header, ()))
    rows = Delivery.objects.select_related("issue", "subscriber")
    delivery = rows.filter(pk__in=[pk for pk in named if pk]).first()
    if delivery and delivery.subscriber:
        leave(Signed(delivery.subscriber.key, delivery.issue.letter_id, delivery.pk), "mail")
    return True
