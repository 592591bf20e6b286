"""Events as mail services post them to a webhook, made for these tests after the services' own descriptions.

Each service is a function from what happened (``hard``, ``soft``, ``complaint``, ``delivered``), a delivery and the
name the service gave it, to the body and the headers of its POST.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import b64encode
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

AT = 1772528400
"""3 March 2026, 9:00 UTC."""
TO = "ines@mail.example"
SAID = {
    "hard": "550 5.1.1 <ines@mail.example>: no such user at [5.9.12.33]",
    "soft": "452 4.2.2 <ines@mail.example>: mailbox full",
    "complaint": "",
    "delivered": "250 2.0.0 OK",
}
SECRET = {"HTTP_AUTHORIZATION": "Basic " + b64encode(b"service:word").decode()}
KEY = ec.generate_private_key(ec.SECP256R1())
_DER = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
PUBLIC = b64encode(KEY.public_key().public_bytes(*_DER)).decode()

Post = tuple[str, dict[str, str]]


def ours(delivery: Any) -> dict[str, str]:
    """What went along with the letter, and comes back."""
    return {"delivery": delivery.message_id.strip("<>")}


def mailgun(what: str, delivery: Any, known_as: str) -> Post:
    """https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads"""
    event = {"hard": "failed", "soft": "failed", "complaint": "complained", "delivered": "delivered"}[what]
    data: dict[str, Any] = {"event": event, "id": "ep1", "timestamp": AT, "recipient": TO, "tags": []}
    data |= {"user-variables": ours(delivery)}
    data |= {"message": {"headers": {"to": TO, "message-id": delivery.message_id.strip("<>")}}}
    if event == "failed":
        data |= {"severity": {"hard": "permanent", "soft": "temporary"}[what]}
        data |= {"reason": {"hard": "bounce", "soft": "generic"}[what]}
        data |= {"delivery-status": {"code": int(SAID[what][:3]), "message": SAID[what], "description": ""}}
    token = hashlib.sha256(f"{delivery.pk}{what}".encode()).hexdigest()
    digest = hmac.new(b"signing", f"{AT}{token}".encode(), "sha256").hexdigest()
    return json.dumps(
        {"signature": {"timestamp": str(AT), "token": token, "signature": digest}, "event-data": data}
    ), {}


def postmark(what: str, delivery: Any, known_as: str) -> Post:
    """https://postmarkapp.com/developer/webhooks/webhooks-overview"""
    event: dict[str, Any] = {"MessageID": known_as, "Tag": "", "Metadata": ours(delivery), "ServerID": 23}
    if what == "delivered":
        event |= {
            "RecordType": "Delivery",
            "Recipient": TO,
            "DeliveredAt": "2026-03-03T09:00:00Z",
            "Details": SAID[what],
        }
    elif what == "complaint":
        event |= {"RecordType": "SpamComplaint", "Type": "SpamComplaint", "TypeCode": 512, "ID": 44, "Email": TO}
    else:
        kind = {"hard": "HardBounce", "soft": "SoftBounce"}[what]
        event |= {"RecordType": "Bounce", "Type": kind, "ID": 42, "Email": TO, "BouncedAt": "2026-03-03T09:00:00Z"}
        event |= {"Details": f"smtp;{SAID[what]}", "Description": "The mail could not be delivered."}
    return json.dumps(event), SECRET


def sendgrid(what: str, delivery: Any, known_as: str) -> Post:
    """https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event"""
    name = {"hard": "bounce", "soft": "bounce", "complaint": "spamreport", "delivered": "delivered"}[what]
    event: dict[str, Any] = {"event": name, "email": TO, "timestamp": AT, "sg_event_id": f"sg-{what}", "category": []}
    event |= {"smtp-id": delivery.message_id, "sg_message_id": "14c5.filter", "anymail_id": known_as} | ours(delivery)
    if name == "bounce":
        event |= {"type": {"hard": "bounce", "soft": "blocked"}[what], "reason": SAID[what], "status": SAID[what][4:9]}
    body = json.dumps([event | ({"response": SAID[what]} if what == "delivered" else {})])
    signed = b64encode(KEY.sign(f"{AT}{body}".encode(), ec.ECDSA(hashes.SHA256()))).decode()
    header = "HTTP_X_TWILIO_EMAIL_EVENT_WEBHOOK"
    return body, {f"{header}_SIGNATURE": signed, f"{header}_TIMESTAMP": str(AT)}


def amazon_ses(what: str, delivery: Any, known_as: str) -> Post:
    """https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html, without the original headers."""
    kind = {"hard": "Bounce", "soft": "Bounce", "complaint": "Complaint", "delivered": "Delivery"}[what]
    told: dict[str, Any] = {"notificationType": kind, "mail": {"messageId": known_as, "destination": [TO]}}
    if kind == "Bounce":
        bounce = {"hard": ("Permanent", "General"), "soft": ("Transient", "MailboxFull")}[what]
        found = [{"emailAddress": TO, "action": "failed", "diagnosticCode": f"smtp; {SAID[what]}"}]
        told |= {"bounce": {"bounceType": bounce[0], "bounceSubType": bounce[1], "bouncedRecipients": found}}
    elif kind == "Complaint":
        told |= {"complaint": {"complainedRecipients": [{"emailAddress": TO}], "complaintFeedbackType": "abuse"}}
    else:
        told |= {"delivery": {"recipients": [TO], "smtpResponse": SAID[what]}}
    sns = {"Type": "Notification", "MessageId": f"sns-{what}", "Timestamp": "2026-03-03T09:00:00Z"}
    headers = {"HTTP_X_AMZ_SNS_MESSAGE_TYPE": "Notification", "HTTP_X_AMZ_SNS_MESSAGE_ID": f"sns-{what}"}
    return json.dumps(sns | {"TopicArn": "arn:aws:sns:x:1:letters", "Message": json.dumps(told)}), headers | SECRET


def brevo(what: str, delivery: Any, known_as: str) -> Post:
    """https://developers.brevo.com/docs/transactional-webhooks"""
    name = {"hard": "hard_bounce", "soft": "soft_bounce", "complaint": "spam", "delivered": "delivered"}[what]
    event = {"event": name, "email": TO, "id": 7, "ts_epoch": AT * 1000, "message-id": known_as, "subject": "Today"}
    reason = {"hard": {"reason": SAID[what]}, "soft": {"reason": "mailbox full"}}.get(what, {})
    return json.dumps(event | reason | {"X-Mailin-custom": json.dumps(ours(delivery))}), SECRET


def mailjet(what: str, delivery: Any, known_as: str) -> Post:
    """https://dev.mailjet.com/email/guides/webhooks/"""
    name = {"hard": "bounce", "soft": "bounce", "complaint": "spam", "delivered": "sent"}[what]
    event: dict[str, Any] = {"event": name, "time": AT, "MessageID": int(known_as), "email": TO, "CustomID": ""}
    if name == "bounce":
        error = {"hard": ("user unknown", True), "soft": ("quota exceeded", False)}[what]
        event |= {"error_related_to": "recipient", "error": error[0], "hard_bounce": error[1], "blocked": False}
    more = {"sent": {"smtp_reply": SAID[what]}, "spam": {"source": "JMRPP"}}.get(name, {})
    return json.dumps([event | more | {"Payload": json.dumps(ours(delivery))}]), SECRET


SERVICES = {
    "mailgun": (mailgun, {"MAILGUN_API_KEY": "x", "MAILGUN_WEBHOOK_SIGNING_KEY": "signing"}),
    "postmark": (postmark, {"WEBHOOK_SECRET": "service:word"}),
    "sendgrid": (sendgrid, {"SENDGRID_TRACKING_WEBHOOK_VERIFICATION_KEY": PUBLIC}),
    "amazon-ses": (amazon_ses, {"WEBHOOK_SECRET": "service:word"}),
    "brevo": (brevo, {"WEBHOOK_SECRET": "service:word"}),
    "mailjet": (mailjet, {"WEBHOOK_SECRET": "service:word"}),
}
"""How each speaks, and django-anymail's settings by which it is proven."""
